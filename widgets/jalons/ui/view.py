"""The base of every feature's view: one root widget, callbacks that never fail silently, a way out.

A view closed leaves nothing behind: no observer on the state, no widget in the kernel. Knows no
feature; what it says when a callback fails comes in as an argument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Protocol

import ipywidgets
import traitlets

from jalons.reactive import guarded
from jalons.ui.notice import Notice


class Closable(Protocol):
    """Anything a view may own."""

    def close(self) -> None: ...


def descendants(root: ipywidgets.Widget) -> Iterator[ipywidgets.Widget]:
    """Yield ``root`` and every widget it holds, layouts and styles included, each once."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        widget = waiting.pop()
        if id(widget) in seen:
            continue
        seen.add(id(widget))
        yield widget
        # Only what was made: reading a trait would create the layouts that were never needed.
        for value in list(widget._trait_values.values()):
            waiting += [item for item in _items(value) if isinstance(item, ipywidgets.Widget)]


def _items(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list | tuple) else [value]


class View:
    """Widgets of one state.

    Parameters
    ----------
    failure : str
        The sentence shown in :attr:`notice` when a callback fails unexpectedly.

    Attributes
    ----------
    notice : Notice
        Where failures are said; a subclass places it.
    widget : ipywidgets.Widget
        The root; a subclass sets it.
    """

    widget: ipywidgets.Widget

    def __init__(self, failure: str) -> None:
        self.failure = failure
        self.notice = Notice()
        self._undo: list[Callable[[], None]] = []
        self._reported = False

    def sentence(self, error: Exception) -> str:
        """Return what to say about ``error``; a feature knows better for its own errors."""
        return self.failure

    def report(self, error: Exception) -> None:
        """Show that a callback failed."""
        self.notice.say("error", self.sentence(error))
        self._reported = True

    def _tried(self, callback: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """What went wrong before is over once somebody tries something else."""

        @wraps(callback)
        def call(given: Any) -> None:
            if self._reported:
                self._reported = False
                self.notice.clear()
            callback(given)

        return guarded(call, self.report)

    def watch(
        self, source: traitlets.HasTraits, callback: Callable[[Any], Any], *names: str
    ) -> None:
        """Call ``callback(change)`` when one of the named traits of ``source`` changes."""
        if not names:
            raise TypeError("watch() needs the names of the traits")
        by_hand = isinstance(source, ipywidgets.Widget)
        handler = self._tried(callback) if by_hand else guarded(callback, self.report)
        source.observe(handler, names=list(names))
        self._undo.append(lambda: source.unobserve(handler, names=list(names)))

    def on_click(self, button: ipywidgets.Button, callback: Callable[[], Any]) -> None:
        """Call ``callback()`` when ``button`` is pressed."""

        @wraps(callback)
        def press(_button: Any) -> None:
            callback()

        handler = self._tried(press)
        button.on_click(handler)
        self._undo.append(lambda: button.on_click(handler, remove=True))

    def own(self, part: Closable) -> None:
        """Close ``part`` (a job, a view inside this one) together with this view."""
        self._undo.append(part.close)

    def close(self) -> None:
        """Stop observing and close every widget; a second call does nothing."""
        while self._undo:
            self._undo.pop()()
        roots = [self.notice, getattr(self, "widget", None)]
        for root in [root for root in roots if root is not None]:
            for widget in list(descendants(root)):
                widget.close()
