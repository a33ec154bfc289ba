"""Part 6: the talk, the report, the workbook, the file."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.steering.exports import Exports
from jalons.steering.page.part import Part
from jalons.steering.talk import talk
from jalons.ui.labels import labels
from jalons.ui.slides import LABELS, Slides


class TakePart(Part):
    heading = "steering-take"
    anchor = "emporter"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.exports = Exports(self.state, self.t)
        self.slides = Slides(labels(self.t, "slides", LABELS))
        self.file = self.download("steering-take-json", self.exports.json)
        return (
            self.row(
                self.slides,
                self.download("steering-take-pdf", self.exports.pdf, primary=True),
                self.download("steering-take-xlsx", self.exports.xlsx),
                self.file,
            ),
        )

    def draw(self) -> None:
        self.file.blocked = self.t("steering-take-blind") if self.state.review.blind else ""
        self.slides.show(talk(self.state, self.t))
