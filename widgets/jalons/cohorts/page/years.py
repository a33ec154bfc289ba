"""Part 4: a level or a way out over the years, chance and unsure rates told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.cohorts import telling
from jalons.cohorts.figures import LEAST_BAR, over_years_figure
from jalons.cohorts.page.part import Part
from jalons.cohorts.page.stage import images
from jalons.ui.chart import Chart


class YearsPart(Part):
    heading = "simuler-over-years"
    anchor = "annees"
    watched = ("settled", "shown")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.which = ipywidgets.Dropdown(
            description=t("simuler-which"), style={"description_width": "initial"}
        )
        self.chart = Chart(height=360, images=images(t, "simuler-file-years"))
        self.watch(self.which, self._chosen, "value")
        self._filling = False
        return self.hint("simuler-over-years-text"), self.row(self.which), self.chart

    def _chosen(self, _: Any) -> None:
        if not self._filling and self.which.value:
            self.state.show_state(self.which.value)

    def draw(self) -> None:
        t, settled, shown = self.t, self.state.settled, self.state.shown
        self.show(settled is not None and shown in settled.stage.states)
        if settled is None or shown not in settled.stage.states:
            return
        stage = settled.stage
        self._filling = True
        try:
            options = [(telling.shown_name(t, stage, name), name) for name in stage.states]
            if list(self.which.options) != options:
                self.which.options = options
            self.which.value = shown
        finally:
            self._filling = False
        words = {name: t(f"simuler-band-{name}") for name in ("first", "second", "all", "chance")}
        i = stage.states.index(shown)
        begin = 1 if shown in stage.final else 0
        self.chart.show(
            over_years_figure(stage, settled.doubts, shown, words),
            self._sentence(i),
            t("simuler-table"),
            [
                t("simuler-column-year"),
                words["first"],
                words["second"],
                t("simuler-column-both"),
                t("simuler-column-chance"),
                t("simuler-column-rates"),
            ],
            [self._row(i, k) for k in range(begin, len(stage.years))],
        )

    def _row(self, i: int, k: int) -> tuple[str, ...]:
        t, settled = self.t, self.state.settled
        assert settled is not None
        doubts = settled.doubts
        bands = [settled.stage.second]
        bands += [doubts.sampling, doubts.parameters] if doubts else []
        cells = [
            telling.between(telling.number(t, b.low[k][i]), telling.number(t, b.high[k][i]), t)
            for b in bands
        ]
        cells += ["—"] * (3 - len(cells))
        return (
            str(settled.stage.years[k]),
            telling.number(t, settled.stage.first.expected[k][i]),
            telling.number(t, settled.stage.second.expected[k][i]),
            *cells,
        )

    def _sentence(self, i: int) -> str:
        t, settled = self.t, self.state.settled
        assert settled is not None
        stage, doubts = settled.stage, settled.doubts
        widths = [0.0, 0.0]
        if doubts is not None:
            widths = [
                float(band.high[-1][i] - band.low[-1][i])
                for band in (doubts.sampling, doubts.parameters)
            ]
        rates = sum(widths) > 0 and widths[1] > widths[0]
        cause = "none" if not sum(widths) else "rates" if rates else "chance"
        return t(
            "simuler-years-sentence",
            state=telling.shown_name(t, stage, stage.states[i]),
            year=str(stage.years[-1]),
            first=telling.number(t, stage.first.expected[-1][i]),
            second=telling.number(t, stage.second.expected[-1][i]),
            low=telling.number(t, stage.second.low[-1][i]),
            high=telling.number(t, stage.second.high[-1][i]),
            cause=cause,
            gap=telling.number(t, stage.difference.expected[-1][i], signed=True),
            gapLow=telling.number(t, stage.difference.low[-1][i], signed=True),
            gapHigh=telling.number(t, stage.difference.high[-1][i], signed=True),
            same="yes" if abs(stage.difference.expected[-1][i]) < LEAST_BAR else "no",
        )
