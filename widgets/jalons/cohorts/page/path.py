"""Part 3: who goes where, as ribbons: a cohort year after year, or everybody of one September."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.cohorts import telling
from jalons.cohorts.cohort_path import CohortPath, YearPath, starts
from jalons.cohorts.figures import LEAST_LINK, path_figure
from jalons.cohorts.page.part import Part
from jalons.cohorts.page.stage import images
from jalons.cohorts.state import Settled
from jalons.i18n import Translator
from jalons.ui.chart import Chart
from jalons.ui.html import tag

SEEN = 0.5
"""Persons below which a flow has no row in the table of a September."""


class PathPart(Part):
    heading = "simuler-path"
    anchor = "parcours"
    watched = ("settled", "start")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        wide = {"description_width": "initial"}
        self.what = ipywidgets.ToggleButtons(
            options=[(t("simuler-what-cohort"), "cohort"), (t("simuler-what-year"), "year")],
            style={"button_width": "auto"},
        )
        self.start = ipywidgets.Dropdown(description=t("simuler-start"), style=wide)
        self.year = ipywidgets.Dropdown(description=t("simuler-from-year"), style=wide)
        self.side = ipywidgets.ToggleButtons(
            options=[(t("simuler-side-second"), "second"), (t("simuler-side-first"), "first")],
            style={"button_width": "auto"},
        )
        self.text = self.hint("simuler-path-text")
        self.chart = Chart(height=440, least_width=680, images=images(t, "simuler-file-path"))
        self.watch(self.start, self._chosen, "value")
        for choice in (self.what, self.year, self.side):
            self.watch(choice, self._redraw, "value")
        self._filling = False
        return (
            self.row(self.what),
            self.text,
            self.row(self.start, self.year, self.side),
            self.chart,
        )

    def _chosen(self, _: Any) -> None:
        if not self._filling and self.start.value:
            self.state.show_start(self.start.value)

    def _redraw(self, _: Any) -> None:
        if not self._filling:
            self.draw()

    def draw(self) -> None:
        settled = self.state.settled
        begins = starts(self.state.opened.today)
        path = getattr(settled, f"{self.side.value}_path", None)
        self.show(path is not None and path.start in begins)
        if settled is None or path is None or path.start not in begins:
            return
        self._fill(settled, begins, path.start)
        whole = self.what.value == "year"
        self.start.layout.display = "none" if whole else ""
        self.year.layout.display = "" if whole else "none"
        text = "simuler-year-path-text" if whole else "simuler-path-text"
        self.text.value = tag("p", self.t(text, least=round(1000 * LEAST_LINK)), class_="j-hint")
        if whole:
            years = settled.first_years if self.side.value == "first" else settled.second_years
            self._draw_year(next(one for one in years if one.year == self.year.value))
        else:
            self._draw_cohort(path)

    def _fill(self, settled: Settled, begins: Sequence[str], start: str) -> None:
        """The choices as the scenario now has them; a year that is still there stays chosen."""
        t = self.t
        self._filling = True
        try:
            options = [(telling.state_name(t, name), name) for name in begins]
            if list(self.start.options) != options:
                self.start.options = options
            self.start.value = start
            years = [
                (t("simuler-year-to-year", year=str(one.year), next=str(one.year + 1)), one.year)
                for one in settled.second_years
            ]
            kept = self.year.value
            if list(self.year.options) != years:
                self.year.options = years
            there = [year for _, year in years]
            self.year.value = kept if kept in there else there[0]
        finally:
            self._filling = False

    def _draw_cohort(self, path: CohortPath) -> None:
        t = self.t
        self.chart.show(
            path_figure(path, self._name, self._after),
            path_sentence(t, path),
            t("simuler-table"),
            [t("simuler-column-state"), *(self._after(k) for k in range(len(path.stocks)))],
            [
                (self._name(name), *(telling.number(t, row[i]) for row in path.stocks))
                for i, name in enumerate(path.states)
                if path.stocks[:, i].max() > 0.05
            ],
        )

    def _draw_year(self, one: YearPath) -> None:
        t, path = self.t, one.path
        self.chart.show(
            path_figure(path, self._name, lambda k: t("simuler-september", year=str(one.year + k))),
            year_sentence(t, one),
            t("simuler-table"),
            [t(f"simuler-column-{name}") for name in ("from", "to", "count", "in-hundred")],
            [
                (
                    self._name(a),
                    self._name(b),
                    telling.number(t, path.flows[0][i][j]),
                    telling.number(t, 100 * path.flows[0][i][j] / path.stocks[0][i]),
                )
                for i, a in enumerate(path.states)
                for j, b in enumerate(path.states)
                if path.flows[0][i][j] >= SEEN
            ],
        )

    def _name(self, state: str) -> str:
        return telling.state_name(self.t, state)

    def _after(self, number: int) -> str:
        return self.t("simuler-after", count=number)


def path_sentence(t: Translator, path: CohortPath) -> str:
    """Where most of the cohort is at the end."""
    return t(
        "simuler-path-sentence",
        heads=telling.number(t, path.heads),
        start=telling.state_name(t, path.start),
        years=len(path.stocks) - 1,
        ends=_ends(t, path),
    )


def year_sentence(t: Translator, one: YearPath) -> str:
    """Where most of those of a September are a year later, and how many join them."""
    return t(
        "simuler-year-path-sentence",
        year=str(one.year),
        next=str(one.year + 1),
        heads=telling.number(t, one.path.heads),
        ends=_ends(t, one.path),
        newcomers=telling.number(t, one.newcomers),
    )


def _ends(t: Translator, path: CohortPath) -> str:
    last = path.stocks[-1]
    order = sorted(range(len(last)), key=lambda i: -last[i])
    return telling.joined(
        t,
        [
            f"{telling.state_name(t, path.states[i])} {telling.number(t, last[i])}"
            for i in order[:4]
            if last[i] >= 0.5
        ],
    )
