"""Part 5: what one takes away, and a scenario file that is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.cohorts.exports import Exports
from jalons.cohorts.page.part import Part
from jalons.ui.file_input import LABELS, FileInput
from jalons.ui.labels import labels

MOST_BYTES = 1_000_000


class TakePart(Part):
    heading = "simuler-take"
    anchor = "emporter"
    watched = ("opened",)

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.exports = Exports(self.state, t)
        self.files = FileInput(
            {**labels(t, "ui-file", LABELS), "choose": t("simuler-choose"),
             "hint": t("simuler-choose-hint")},
            accept=".yaml,.yml",
            max_bytes=MOST_BYTES,
            multiple=False,
        )  # fmt: skip
        self.watch(self.files, self._came, "files")
        return (
            self.hint("simuler-take-text"),
            self.row(
                self.download("simuler-take-pdf", self.exports.pdf, primary=True),
                self.download("simuler-take-xlsx", self.exports.xlsx),
                self.download("simuler-take-yaml", self.exports.yaml),
            ),
            self.files,
        )

    def _came(self, _: Any) -> None:
        for file in self.files.files[:1]:
            self.notice.clear()
            self.state.open_file(file.name, file.data)
            if self.state.problems:
                sentences = [problem.sentence(self.t) for problem in self.state.problems]
                self.notice.say(
                    "error",
                    self.t("simuler-file-wrong", count=len(sentences), file=file.name),
                    sentences,
                    self.more(sentences, self.notice.shown),
                )
            else:
                self.notice.say("ok", self.t("simuler-file-open", file=file.name))
