"""Part 4: the files one takes away."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner.exports import Exports
from jalons.planner.page.part import Part


class TakePart(Part):
    heading = "planner-take"
    anchor = "emporter"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.exports = Exports(self.state, self.t, self.page.letters)
        self.who = ipywidgets.Dropdown(
            description=self.t("take-who"), style={"description_width": "initial"}
        )
        return self.who, self.row(
            self.download("take-ics", lambda: self.exports.ics(self.who.value), primary=True),
            self.download("take-sheets", lambda: self.exports.sheets(self.who.value)),
            self.download("take-poster", self.exports.poster),
            self.download("take-xlsx", self.exports.xlsx),
            self.download("take-json", self.exports.json),
        )

    def draw(self) -> None:
        self.show(self.state.plan is not None)
        if self.state.plan is None:
            return
        chosen = self.who.value
        choices = self.exports.choices()
        self.who.options = choices
        values = [value for _, value in choices]
        self.who.index = values.index(chosen) if chosen in values else 0
