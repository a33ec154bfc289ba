"""Part 4: the indicators, one a row, and a form that types one in for this year or one before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.steering import words
from jalons.steering.indicators import GROUPS, Indicator
from jalons.steering.page.part import Part
from jalons.steering.page.spark import spark_html
from jalons.steering.readings import BY_SPECIALITY, Reading, key_of
from jalons.steering.references import specialities
from jalons.ui.html import Safe, join, tag
from jalons.ui.notice import Notice
from jalons.ui.table import table_html

STYLE = Safe("""<style>
.j-figures .j-table-frame { margin-bottom: var(--j-space-5); }
.j-figures .j-table { width: 100%; }
.j-figures .j-table td:nth-child(2) { font-weight: 600; }
@media print {
  .j-figures .j-table { font-size: 0.7rem; }
  .j-figures .j-table th, .j-figures .j-table td { padding-inline: 0.2rem; }
}
@media print, (min-width: 60rem) {
  .j-figures .j-table { table-layout: fixed; }
  .j-figures th { box-sizing: border-box; }
  .j-figures th:nth-child(1) { width: 20%; }
  .j-figures th:nth-child(2) { width: 8%; }
  .j-figures th:nth-child(3) { width: 19%; }
  .j-figures th:nth-child(4) { width: 6%; }
  .j-figures th:nth-child(5) { width: 13%; }
  .j-figures th:nth-child(6) { width: 18%; }
  .j-figures th:nth-child(7) { width: 16%; }
}
</style>""")
WIDE = {"description_width": "initial"}
PAST = 4  # place of the years before among the columns


class FiguresPart(Part):
    heading = "steering-figures"
    anchor = "indicateurs"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.tables = ipywidgets.HTML()
        self.tables.add_class("j-figures")
        self.which = ipywidgets.Dropdown(
            options=[(i.text[t.lang], i.id) for i in self.state.indicators],
            description=t("steering-which"),
            style=WIDE,
            layout={"width": "min(100%, 46rem)"},
        )
        self.counts = ipywidgets.HTML()
        self.part = ipywidgets.Combobox(style=WIDE, layout={"width": "min(100%, 46rem)"})
        self.year = ipywidgets.Dropdown(description=t("steering-figure-year"), style=WIDE)
        self.value = ipywidgets.Text(description=t("steering-value"), style=WIDE)
        self.origin = ipywidgets.Text(
            description=t("steering-origin"), placeholder=t("steering-origin-hint"), style=WIDE
        )
        self.target = ipywidgets.Text(description=t("steering-target"), style=WIDE)
        self.told = Notice()
        self.watch(self.which, lambda _: self._chosen(), "value")
        for field in (self.part, self.year):
            self.watch(field, lambda _: self._offer(), "value")
        self.save = self.button(t("steering-save"), self._save)
        self.save.button_style = "primary"
        form = ipywidgets.VBox(
            [
                self.which,
                self.counts,
                self.part,
                self.row(self.year, self.value, self.origin, self.target),
                self.save,
                self.told,
            ]
        )
        form.add_class("j-no-print")
        self._chosen()
        return self.hint("steering-figures-text"), self.tables, form

    def draw(self) -> None:
        state, t = self.state, self.t
        found = state.readings()
        columns = words.indicator_columns(t)
        self.tables.value = join(
            [
                STYLE,
                *(
                    table_html(t(f"indicator-group-{group}"), columns, rows, stacked=True)
                    for group in GROUPS
                    if (rows := [self._row(r) for r in found if r.indicator.group == group])
                ),
            ]
        )
        years = [state.review.year, *state.years_before(state.review.year)]
        if self.year.options != tuple(years):
            self.year.options, self.year.value = years, years[0]

    def _row(self, reading: Reading) -> list[object]:
        cells: list[object] = [*words.indicator_row(reading, self.state.academy, self.t)]
        if reading.part:
            cells[0] = f"– {cells[0]}"
        series = [value for _, value in reading.past]
        if series and reading.value is not None:
            cells[PAST] = join([spark_html([*series, reading.value]), tag("span", cells[PAST])])
        return cells

    def _indicator(self) -> Indicator:
        return next(i for i in self.state.indicators if i.id == self.which.value)

    def _chosen(self) -> None:
        indicator, t = self._indicator(), self.t
        self.counts.value = words.counts_html(indicator, t)
        detail = indicator.detail[t.lang]
        self.part.layout.display = "" if detail else "none"
        self.part.description = t("steering-part", detail=detail or "none")
        self.part.options = tuple(specialities()) if indicator.id == BY_SPECIALITY else ()
        self.part.value = ""
        self._offer()

    def _offer(self) -> None:
        """Show what is known of the chosen indicator, ready to be changed."""
        state, t = self.state, self.t
        key = key_of(self.which.value, self.part.value)
        now = self.year.value in (None, state.review.year)
        review = state.review if now else state.review_of(self.year.value)
        entered = review.entered.get(key)
        self.value.value = words.plain_number(entered.value if entered else None, t)
        self.origin.value = entered.source if entered else ""
        whole = now and key == self.which.value
        self.target.layout.display = "" if whole else "none"
        target = review.targets.get(key, self._indicator().target)
        self.target.value = words.plain_number(target, t) if whole else ""
        self.told.clear()

    def _save(self) -> None:
        numbers: list[float | None] = []
        for field in (self.value, self.target):
            try:
                numbers.append(words.read_number(field.value))
            except ValueError:
                self._refuse(field.value)
                return
        name, year = self.which.value, self.year.value
        try:
            self.state.enter(name, numbers[0], self.origin.value, self.part.value, year)
            if self.target.layout.display != "none":
                official = self._indicator().target
                self.state.aim(name, None if numbers[1] == official else numbers[1])
        except ValueError:
            self._refuse(self.value.value)
            return
        self.told.say("ok", self.t("steering-saved"))

    def _refuse(self, value: Any) -> None:
        self.told.say("error", self.t("steering-bad-number", value=str(value)))
