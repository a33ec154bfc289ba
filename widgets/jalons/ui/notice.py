"""A block that tells something: information, success, warning, error. Knows no word.

The place is there from the start, so that screen readers announce what appears in it; text is
set as text, never as HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent
KINDS = ("info", "ok", "warn", "error")


class Notice(anywidget.AnyWidget):
    """One sentence, and if need be a list.

    Parameters
    ----------
    kind : str
        ``"info"``, ``"ok"``, ``"warn"`` or ``"error"``; an error is announced at once.
    message : str
        The sentence; empty, the block is not shown.
    items : list of str
        What the sentence announces; more than ``shown`` of them are folded under ``more``.
    more : str
        Label of the fold, for instance "Voir les 12 autres".
    """

    _esm = HERE / "notice.js"
    _css = HERE / "notice.css"

    kind = traitlets.Enum(KINDS, "info").tag(sync=True)
    message = traitlets.Unicode("").tag(sync=True)
    items = traitlets.List(traitlets.Unicode()).tag(sync=True)
    more = traitlets.Unicode("…").tag(sync=True)
    shown = traitlets.Int(5, min=1).tag(sync=True)

    def say(
        self, kind: str, message: str, items: Sequence[str] = (), more: str | None = None
    ) -> None:
        """Show ``message`` and ``items`` as one change."""
        with self.hold_sync():
            self.kind = kind
            self.items = list(items)
            if more is not None:
                self.more = more
            self.message = message

    def clear(self) -> None:
        """Show nothing."""
        self.say("info", "")
