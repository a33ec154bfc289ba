"""Explorer in a dashboard: the same view as the class page, and a sheet as PDF.

The tables travel once, compressed; questions are answered in the browser. What a person keeps
there comes back only when they ask for a PDF, and is checked as a profile file is.
"""

from __future__ import annotations

import logging
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from jalons.i18n import Translator
from jalons.options.codec import Shelf
from jalons.options.loaded import packed_around
from jalons.options.offline import packed
from jalons.options.sheet import sheet_pdf
from jalons.problems import InputError
from jalons.ui.esm import joined
from jalons.ui.job import Job

HERE = Path(__file__).parent
log = logging.getLogger("jalons")


@cache
def _view() -> str:
    return joined(HERE / "explorer_widget.mjs")


class Explorer(anywidget.AnyWidget):
    """The page of one reader.

    Parameters
    ----------
    shelf : Shelf
    t : Translator
    today : date
        The day that rules and dates are told for.
    """

    _esm = _view()
    _css = HERE / "explorer.css"

    lang = traitlets.Unicode().tag(sync=True)
    tables = traitlets.Bytes().tag(sync=True)
    around = traitlets.Bytes(b"").tag(sync=True)
    """What is near, of the official files that are here (:mod:`jalons.options.around`)."""

    def __init__(self, shelf: Shelf, t: Translator, today: date) -> None:
        super().__init__(lang=t.lang, tables=packed(shelf, today))
        self._shelf, self._t, self._today = shelf, t, today
        self._reading: Job | None = None
        self.on_msg(self._hear)

    def load_around(self) -> None:
        """Read the official files that are here, beside the page, and show what is near."""
        if self._reading:
            self._reading.close()  # what it reads is no longer what is here
        # What is wrong with a file is told where files are seen and updated.
        self._reading = Job(lambda _, __: packed_around(self._shelf)[0], self._show_around)
        self._reading.start()

    def close(self) -> None:
        """Let go of the page, and of what is still being read for it."""
        if self._reading:
            self._reading.close()
        super().close()

    def _show_around(self, around: bytes) -> None:
        self.around = around

    def pdf(self, fiche: dict[str, Any]) -> bytes:
        """The sheet of what somebody kept.

        Raises
        ------
        InputError
            Its profile is none.
        """
        return sheet_pdf(fiche, self._shelf, self._t, self._today)

    def _hear(self, _: Any, content: dict[str, Any], __: Any) -> None:
        if content.get("kind") != "pdf":
            return
        try:
            data = self.pdf(content["fiche"])
        except Exception as error:
            if not isinstance(error, InputError):
                log.exception("the sheet could not be made")
            self.send({"kind": "failed", "text": self._t("explorer-sheet-pdf-failed")})
        else:
            self.send({"kind": "file", "name": "ma-fiche.pdf"}, buffers=[data])
