"""Something slow, run beside the page: progress, a Stop button, a result on the page's own thread.

:class:`Job` runs and can be used without a page; :class:`JobBar` shows it. Knows no feature and
no word.

The work runs in a thread and is handed two things: ``progress(share, note)``, which may be called
as often as it likes, and an event that is set when the person presses Stop; work that sees it
returns the best it has. Only :meth:`Job._finish` touches traits, on the thread that started it.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent
STATUSES = ("idle", "running", "stopping", "done", "stopped", "failed")
LABELS = ("running", "stop", "stopping", "done", "stopped", "failed")
log = logging.getLogger("jalons")

Progress = Callable[..., None]  # progress(share: float | None, note: str = "")
Compute = Callable[[Progress, threading.Event], Any]


class Job(traitlets.HasTraits):
    """One computation at a time.

    Parameters
    ----------
    compute : callable
        ``compute(progress, stop)`` returns the result; runs in a thread, touches no widget.
    deliver : callable
        ``deliver(result)``, called where the job was started.
    fail : callable
        ``fail(error)``, likewise.

    Attributes
    ----------
    share : float or None
        Progress from 0 to 1; None when nobody can tell.
    note : str
        What the computation says of itself.
    """

    status = traitlets.Enum(STATUSES, "idle", read_only=True)
    share = traitlets.Float(None, allow_none=True, read_only=True)
    note = traitlets.Unicode("", read_only=True)

    INTERVAL_S = 0.1  # the page is told no more often than this

    def __init__(
        self,
        compute: Compute,
        deliver: Callable[[Any], None],
        fail: Callable[[Exception], None] | None = None,
    ) -> None:
        super().__init__()
        self._compute, self._deliver, self._fail = compute, deliver, fail
        self._stop = threading.Event()
        self._task: asyncio.Task[None] | None = None
        self._told = 0.0

    @property
    def busy(self) -> bool:
        return self.status in ("running", "stopping")

    def start(self) -> None:
        """Run beside the page; while one run is under way, a second start does nothing."""
        if not self.busy:
            self._begin()
            self._task = asyncio.get_running_loop().create_task(self._run())

    def run_blocking(self) -> None:
        """Run here and now, for tests and notebooks."""
        if not self.busy:
            self._begin()
            self._finish(*self._outcome(self._show))

    def stop(self) -> None:
        """Ask the computation to return the best it has."""
        if self.status == "running":
            self._stop.set()
            self.set_trait("status", "stopping")

    def close(self) -> None:
        """Stop, and deliver nothing any more."""
        self._stop.set()
        self._deliver, self._fail = lambda _: None, None

    def _begin(self) -> None:
        self._stop = threading.Event()
        with self.hold_trait_notifications():
            self.set_trait("share", None)
            self.set_trait("note", "")
            self.set_trait("status", "running")

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()

        def progress(share: float | None = None, note: str = "") -> None:
            now = time.monotonic()
            if now - self._told >= self.INTERVAL_S:
                self._told = now
                loop.call_soon_threadsafe(self._show, share, note)

        self._finish(*await asyncio.to_thread(self._outcome, progress))

    def _outcome(self, progress: Progress) -> tuple[Any, Exception | None]:
        try:
            return self._compute(progress, self._stop), None
        except Exception as error:
            log.exception("a job failed")
            return None, error

    def _show(self, share: float | None = None, note: str = "") -> None:
        if self.busy:
            self.set_trait("share", share)
            self.set_trait("note", note)

    def _finish(self, result: Any, error: Exception | None) -> None:
        if error is None:
            try:
                self._deliver(result)
            except Exception as problem:
                log.exception("the result of a job could not be shown")
                error = problem
        if error is not None and self._fail is not None:
            self._fail(error)
        ended = "stopped" if self._stop.is_set() else "done"
        self.set_trait("status", "failed" if error is not None else ended)


class JobBar(anywidget.AnyWidget):
    """The start button, progress, elapsed time, Stop button and last sentence of a job.

    Parameters
    ----------
    job : Job
    labels : mapping
        ``start`` (the main button; left out, there is none), ``stop`` and the sentences
        ``running``, ``stopping``, ``done``, ``stopped``, ``failed``.
    blocked : str
        Why it cannot be started now, in words.
    """

    _esm = HERE / "job.js"
    _css = HERE / "job.css"

    labels = traitlets.Dict().tag(sync=True)
    blocked = traitlets.Unicode("").tag(sync=True)
    status = traitlets.Unicode("idle").tag(sync=True)
    share = traitlets.Float(None, allow_none=True).tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)

    def __init__(self, job: Job, labels: Mapping[str, str], **options: Any) -> None:
        missing = [name for name in LABELS if name not in labels]
        if missing:
            raise ValueError(f"JobBar needs the labels {', '.join(missing)}")
        super().__init__(labels=dict(labels), **options)
        self.job = job
        self._links = [
            traitlets.dlink((job, name), (self, name)) for name in ("status", "share", "note")
        ]
        self.on_msg(self._pressed)

    def _pressed(self, _: Any, content: dict[str, Any], __: Any) -> None:
        if content.get("kind") == "start" and not self.blocked:
            self.job.start()
        elif content.get("kind") == "stop":
            self.job.stop()

    def close(self) -> None:
        """Stop the job with the bar that shows it."""
        while self._links:
            self._links.pop().unlink()
        self.job.close()
        super().close()
