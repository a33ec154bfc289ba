"""A button that saves a file made on demand. Knows no format and no word."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent
log = logging.getLogger("jalons")

Made = tuple[str, str, bytes]  # file name, MIME type, content


class Download(anywidget.AnyWidget):
    """Make a file when asked and let the browser save it.

    Parameters
    ----------
    label : str
        The button's text.
    make : callable
        Returns ``(filename, mime, bytes)``.
    failure : str
        The sentence shown when ``make`` fails.
    blocked : str
        Why the button cannot be used now, in words; empty, it can.
    """

    _esm = HERE / "download.js"
    _css = HERE / "download.css"

    label = traitlets.Unicode("").tag(sync=True)
    blocked = traitlets.Unicode("").tag(sync=True)
    primary = traitlets.Bool(False).tag(sync=True)
    error = traitlets.Unicode("").tag(sync=True)

    def __init__(self, label: str, make: Callable[[], Made], failure: str, **options: Any) -> None:
        super().__init__(label=label, **options)
        self._make, self._failure = make, failure
        self.on_msg(self._asked)

    def _asked(self, _: Any, content: dict[str, Any], __: Any) -> None:
        if content.get("kind") == "make":
            self.click()

    def click(self) -> None:
        """Do what the button does; blocked, it does nothing."""
        if self.blocked:
            return
        self.error = ""
        try:
            name, mime, data = self._make()
        except Exception:
            log.exception("the file of %r could not be made", self.label)
            self.error = self._failure
            self.send({"kind": "failed"})
            return
        self.send({"kind": "file", "name": name, "mime": mime}, buffers=[data])
