"""A pupil's own sheet, made in *Explorer*, dropped in here: options and first wish follow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.support import words
from jalons.support.page.part import WIDE, Part
from jalons.support.sheet_file import read_sheet
from jalons.ui.file_input import LABELS, FileInput
from jalons.ui.labels import labels
from jalons.ui.notice import Notice

MOST_BYTES = 200_000


class SheetPart(Part):
    heading = "support-sheet"
    anchor = "fiche"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.who = ipywidgets.Dropdown(description=t("support-pupil"), style=WIDE)
        self.file = FileInput(
            {**labels(t, "ui-file", LABELS), "hint": t("support-sheet-hint")},
            accept=".json",
            max_bytes=MOST_BYTES,
            multiple=False,
        )
        self.said = Notice()
        self.watch(self.file, self._came, "files")
        self.watch(self.who, lambda _: self._offer(), "value")
        box = ipywidgets.VBox([self.hint("support-sheet-text"), self.who, self.file, self.said])
        return (box,)

    def fill(self) -> None:
        self.choose_among(self.who)
        self._offer()

    def _offer(self) -> None:
        self.file.layout.display = "" if self.who.value else "none"

    def _came(self, _: Any) -> None:
        for file in self.file.files:
            sheet = read_sheet(file.data, file.name)
            self.state.put_sheet(self.who.value, sheet)
            self.said.say(
                "ok",
                self.t(
                    "support-sheet-taken",
                    who=self.state.who(self.who.value),
                    count=len(sheet.options),
                    wish=words.choice(self.t, sheet.wish) if sheet.wish else "—",
                ),
            )
