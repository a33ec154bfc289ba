"""Part 4: the files one takes away."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner.calendars import ALL
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
        self.door = self.download("take-door", lambda: self.exports.door(self.who.value))
        self.watch(self.who, lambda _: self._offer_door(), "value")
        calendar = self.download("take-ics", lambda: self.exports.ics(self.who.value), primary=True)
        sheets = self.download("take-sheets", lambda: self.exports.sheets(self.who.value))
        whose = self.row(calendar, sheets, self.door)
        whole = self.row(
            self.download("take-poster", self.exports.poster),
            self.download("take-xlsx", self.exports.xlsx),
            self.download("take-json", self.exports.json),
        )
        return self.who, whose, self.hint("take-ics-hint"), whole

    def draw(self) -> None:
        self.show(self.state.plan is not None)
        if self.state.plan is None:
            return
        chosen = self.who.value
        choices = self.exports.choices()
        self.who.options = choices
        values = [value for _, value in choices]
        self.who.index = values.index(chosen) if chosen in values else 0
        self._offer_door()

    def _offer_door(self) -> None:
        ready = self.state.plan is not None and self.exports.has_door(self.who.value or ALL)
        self.door.blocked = "" if ready else self.t("take-door-blocked")
