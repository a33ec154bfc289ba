"""Part 4: the indicators, one a row, and a form that types one in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.steering import words
from jalons.steering.page.part import Part
from jalons.ui.notice import Notice
from jalons.ui.table import Column, Table

WIDE = {"description_width": "initial"}


class FiguresPart(Part):
    heading = "steering-figures"
    anchor = "indicateurs"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        columns = words.indicator_columns(t)
        self.table = Table(
            t("steering-figures-caption"), [columns[0], *(Column(c) for c in columns[1:])]
        )
        self.which = ipywidgets.Dropdown(
            options=[(i.text[t.lang], i.id) for i in self.state.indicators],
            description=t("steering-which"),
            style=WIDE,
            layout={"width": "min(100%, 46rem)"},
        )
        self.counts = ipywidgets.HTML()
        self.value = ipywidgets.Text(description=t("steering-value"), style=WIDE)
        self.origin = ipywidgets.Text(
            description=t("steering-origin"), placeholder=t("steering-origin-hint"), style=WIDE
        )
        self.target = ipywidgets.Text(description=t("steering-target"), style=WIDE)
        self.told = Notice()
        self.watch(self.which, lambda _: self._offer(), "value")
        self.save = self.button(t("steering-save"), self._save)
        self.save.button_style = "primary"
        form = ipywidgets.VBox(
            [
                self.which,
                self.counts,
                self.row(self.value, self.origin, self.target),
                self.save,
                self.told,
            ]
        )
        form.add_class("j-no-print")
        self._offer()
        return self.hint("steering-figures-text"), self.table, form

    def draw(self) -> None:
        self.table.fill([words.indicator_row(r, self.t) for r in self.state.readings()])

    def _offer(self) -> None:
        """Show what is known of the chosen indicator, ready to be changed."""
        reading = next(r for r in self.state.readings() if r.indicator.id == self.which.value)
        indicator = reading.indicator
        self.counts.value = words.counts_html(indicator, self.t)
        entered = self.state.review.entered.get(indicator.id)
        self.value.value = words.plain_number(entered.value if entered else None, self.t)
        self.origin.value = entered.source if entered else ""
        self.target.value = words.plain_number(reading.target, self.t)
        self.told.clear()

    def _save(self) -> None:
        numbers: list[float | None] = []
        for field in (self.value, self.target):
            try:
                numbers.append(words.read_number(field.value))
            except ValueError:
                self._refuse(field.value)
                return
        try:
            self.state.enter(self.which.value, numbers[0], self.origin.value)
            official = next(i for i in self.state.indicators if i.id == self.which.value).target
            self.state.aim(self.which.value, None if numbers[1] == official else numbers[1])
        except ValueError:
            self._refuse(self.value.value)
            return
        self.told.say("ok", self.t("steering-saved"))

    def _refuse(self, value: Any) -> None:
        self.told.say("error", self.t("steering-bad-number", value=str(value)))
