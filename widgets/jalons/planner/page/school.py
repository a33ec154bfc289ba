"""Part 1: the school's file, the examples, and what is wrong or worth knowing in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ipywidgets

from jalons.planner.exports import Exports
from jalons.planner.page.part import Part
from jalons.ui.file_input import LABELS, FileInput
from jalons.ui.labels import labels
from jalons.ui.notice import Notice

MOST_BYTES = 5_000_000


class SchoolPart(Part):
    heading = "planner-school"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.files = FileInput(
            {**labels(t, "ui-file", LABELS), "hint": t("planner-file-hint")},
            accept=".xlsx,.csv",
            max_bytes=MOST_BYTES,
        )
        examples = [self._example(label, folder) for label, folder in self.page.examples.items()]
        exports = Exports(self.state, t, self.page.letters)
        template = self.download("take-template", exports.template)
        self.said = Notice()
        self.watch(self.files, self._came, "files")
        self.watch(self.state, lambda _: self.draw(), "problems")
        return self.files, self.row(*examples, template), self.said

    def _example(self, label: str, folder: Path) -> ipywidgets.Button:
        return self.button(
            self.t("open-example", name=label), lambda: self.state.open_folder(folder)
        )

    def _came(self, _: Any) -> None:
        self.notice.clear()
        contents = {file.name: file.data for file in self.files.files}
        self.state.open_files(contents, ", ".join(contents) if len(contents) == 1 else "")

    def draw(self) -> None:
        t, state = self.t, self.state
        if state.problems:
            sentences = [problem.sentence(t) for problem in state.problems]
            key = "school-wrong-kept" if state.school_file else "school-wrong"
            self._tell("error", t(key, count=len(sentences)), sentences)
            return
        if state.school_file is None:
            self._tell("info", t("school-none"), [])
            return
        school = state.school_file.school
        sentences = [notice.sentence(t) for notice in state.notices]
        summary = t(
            "school-open",
            name=school.name,
            year=school.year,
            zone=school.zone,
            classes=len(school.classes),
            sessions=state.total,
        )
        self._tell("warn" if sentences else "ok", summary, sentences)

    def _tell(self, kind: str, message: str, items: list[str]) -> None:
        self.said.say(kind, message, items, self.more(items, self.said.shown))
