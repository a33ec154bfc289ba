"""Part 3: a cohort followed year after year, as ribbons; in both scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.cohorts import telling
from jalons.cohorts.cohort_path import CohortPath, starts
from jalons.cohorts.figures import path_figure
from jalons.cohorts.page.part import Part
from jalons.cohorts.page.stage import images
from jalons.i18n import Translator
from jalons.ui.chart import Chart


class PathPart(Part):
    heading = "simuler-path"
    anchor = "parcours"
    watched = ("settled", "start")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.start = ipywidgets.Dropdown(
            description=t("simuler-start"), style={"description_width": "initial"}
        )
        self.side = ipywidgets.ToggleButtons(
            options=[(t("simuler-side-second"), "second"), (t("simuler-side-first"), "first")],
            style={"button_width": "auto"},
        )
        self.chart = Chart(height=440, least_width=680, images=images(t, "simuler-file-path"))
        self.watch(self.start, self._chosen, "value")
        self.watch(self.side, lambda _: self.draw(), "value")
        self._filling = False
        return (
            self.hint("simuler-path-text"),
            self.row(self.start, self.side),
            self.chart,
        )

    def _chosen(self, _: Any) -> None:
        if not self._filling and self.start.value:
            self.state.show_start(self.start.value)

    def draw(self) -> None:
        t, state = self.t, self.state
        settled = state.settled
        begins = starts(state.opened.today)
        path = getattr(settled, f"{self.side.value}_path", None)
        self.show(path is not None and path.start in begins)
        if path is None or path.start not in begins:
            return
        self._filling = True
        try:
            options = [(telling.state_name(t, name), name) for name in begins]
            if list(self.start.options) != options:
                self.start.options = options
            self.start.value = path.start
        finally:
            self._filling = False
        self.chart.show(
            path_figure(path, self._name, self._year),
            path_sentence(t, path),
            t("simuler-table"),
            [t("simuler-column-state"), *(self._year(k) for k in range(len(path.stocks)))],
            [
                (self._name(name), *(telling.number(t, row[i]) for row in path.stocks))
                for i, name in enumerate(path.states)
                if path.stocks[:, i].max() > 0.05
            ],
        )

    def _name(self, state: str) -> str:
        return telling.state_name(self.t, state)

    def _year(self, number: int) -> str:
        return self.t("simuler-after", count=number)


def path_sentence(t: Translator, path: CohortPath) -> str:
    """Where most of the cohort is at the end."""
    last = path.stocks[-1]
    order = sorted(range(len(last)), key=lambda i: -last[i])
    ends = telling.joined(
        t,
        [
            f"{telling.state_name(t, path.states[i])} {telling.number(t, last[i])}"
            for i in order[:4]
            if last[i] >= 0.5
        ],
    )
    return t(
        "simuler-path-sentence",
        heads=telling.number(t, path.heads),
        start=telling.state_name(t, path.start),
        years=len(path.stocks) - 1,
        ends=ends,
    )
