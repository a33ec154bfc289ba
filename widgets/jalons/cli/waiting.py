"""Long work at a terminal: one line says how far it is, Ctrl-C ends it and keeps what was found.

Knows no command and no search.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, current_thread, main_thread
from types import FrameType

from jalons.cli.terminal import say


@contextmanager
def stoppable(sentence: str) -> Iterator[Event]:
    """An event that Ctrl-C sets, saying ``sentence``; a second Ctrl-C ends the command at once."""
    asked = Event()
    if current_thread() is not main_thread():  # only there may a signal be received
        yield asked
        return

    def ask(_number: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()
        say(f"\n{sentence}")

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield asked
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def watched_line() -> Iterator[Callable[[str], None]]:
    """A way to write one line over and over; nothing where nobody watches (a file, a pipe)."""
    width = 0

    def show(text: str) -> None:
        nonlocal width
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{text.ljust(width)}")
            sys.stderr.flush()
            width = len(text)

    try:
        yield show
    finally:
        if width:
            show("")
            sys.stderr.write("\r")
