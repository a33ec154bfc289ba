"""State and status: what a page remembers, and whether its results still answer its inputs.

A feature's ``state.py`` subclasses :class:`State`: inputs are traits a person may set, results are
read-only traits published together. Everything can be done through the state, without a page.
Knows no widget and no word: a failure is an exception kept for the view to put into words.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, ParamSpec

import traitlets

log = logging.getLogger("jalons")
P = ParamSpec("P")


class Status(StrEnum):
    """Where a state's results stand."""

    EMPTY = "empty"  # nothing to compute from yet
    STALE = "stale"  # an input changed since the results were made
    RUNNING = "running"
    FRESH = "fresh"  # the results answer the inputs
    FAILED = "failed"  # the last run stopped on ``failure``; older results stand


class State(traitlets.HasTraits):
    """Inputs and results of one page.

    ``inputs`` names the traits that make results stale. A subclass computes elsewhere and hands
    what came out to :meth:`publish`.
    """

    inputs: tuple[str, ...] = ()

    status = traitlets.UseEnum(Status, default_value=Status.EMPTY, read_only=True)
    failure = traitlets.Instance(Exception, allow_none=True, default_value=None, read_only=True)

    def __init__(self, **values: Any) -> None:
        unknown = sorted(set(values) - set(self.trait_names()))
        if unknown:
            raise TypeError(f"{type(self).__name__} has no trait {', '.join(unknown)}")
        super().__init__(**values)
        if self.inputs:
            self.observe(self._input_changed, names=list(self.inputs))

    def _input_changed(self, change: Any) -> None:
        # While a run is under way the change is remembered by the run itself (see its caller).
        if self.status in (Status.FRESH, Status.FAILED):
            self.set_trait("status", Status.STALE)

    def publish(self, status: Status = Status.FRESH, **results: Any) -> None:
        """Set results and status as one change: observers see all of them or none."""
        with self.hold_trait_notifications():
            for name, value in results.items():
                self.set_trait(name, value)
            self.set_trait("failure", None)
            self.set_trait("status", status)

    def fail(self, error: Exception) -> None:
        """Keep the last good results, remember what went wrong."""
        with self.hold_trait_notifications():
            self.set_trait("failure", error)
            self.set_trait("status", Status.FAILED)


def guarded(callback: Callable[P, Any], report: Callable[[Exception], None]) -> Callable[P, None]:
    """Wrap a widget callback: an exception is logged and reported, never swallowed nor shown raw.

    Voilà drops exceptions raised in callbacks without a trace; this is the one place that
    stands between a callback and the page.
    """

    @wraps(callback)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            callback(*args, **kwargs)
        except Exception as error:
            log.exception("callback %s failed", getattr(callback, "__qualname__", callback))
            report(error)

    return run
