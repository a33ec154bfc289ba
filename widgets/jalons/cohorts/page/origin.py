"""Part 1: whose pupils are followed, and for how many years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import ipywidgets

from jalons.cohorts import telling
from jalons.cohorts.local import academies
from jalons.cohorts.origin import HORIZONS, Kind, academy_name
from jalons.cohorts.page.part import Part
from jalons.ui.notice import Notice

WIDE = {"description_width": "initial"}


class OriginPart(Part):
    heading = "simuler-who"
    anchor = "eleves"
    watched = ("draft", "problems", "opened", "horizon")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.kind = ipywidgets.Dropdown(
            options=self._kinds(False), description=t("simuler-kind"), style=WIDE
        )
        self.academy = ipywidgets.Dropdown(
            options=[
                (t("simuler-academy-none"), ""),
                *((academy_name(name), name) for name in academies()),
            ],
            description=t("simuler-academy"),
            style=WIDE,
        )
        self.horizon = ipywidgets.Dropdown(
            options=[(t("simuler-years", count=n), n) for n in HORIZONS],
            value=self.state.horizon if self.state.horizon in HORIZONS else 6,
            description=t("simuler-horizon"),
            style=WIDE,
        )
        self.said = Notice()
        self.watch(self.kind, self._chosen, "value")
        self.watch(self.academy, self._chosen, "value")
        self.watch(self.horizon, self._chosen, "value")
        row = self.row(self.kind, self.academy, self.horizon)
        row.add_class("j-sim-who")
        return row, self.said

    def _kinds(self, with_file: bool) -> list[tuple[str, str]]:
        kinds = [kind for kind in Kind if with_file or kind is not Kind.FILE]
        return [(self.t(f"simuler-kind-{kind.value}"), kind.value) for kind in kinds]

    def _chosen(self, _: Any) -> None:
        if self._filling:
            return
        draft = replace(
            self.state.draft, kind=Kind(self.kind.value), academy=self.academy.value or ""
        )
        self.state.choose(draft, self.horizon.value)

    _filling = False

    def draw(self) -> None:
        draft = self.state.draft
        self._filling = True
        try:
            options = self._kinds(bool(draft.text))
            if list(self.kind.options) != options:
                self.kind.options = options
            self.kind.value = draft.kind.value
            self.academy.value = draft.academy
            if self.state.horizon in HORIZONS:
                self.horizon.value = self.state.horizon
        finally:
            self._filling = False
        placed = draft.kind in (Kind.ACADEMY, Kind.SCHOOL)
        self.academy.layout.display = "" if placed else "none"
        self.horizon.layout.display = "none" if draft.kind is Kind.FILE else ""
        self._say()

    def _say(self) -> None:
        t, state = self.t, self.state
        today = state.opened.today
        shown = telling.origin_name(t, state.origin, today.start_year)
        if state.draft.kind is Kind.SCHOOL and not state.draft.heads:
            self.said.say("info", t("simuler-school-empty", shown=shown))
            return
        if state.draft.kind is Kind.ACADEMY and not state.draft.academy:
            self.said.say("info", t("simuler-academy-empty", shown=shown))
            return
        if state.problems:
            sentences = [problem.sentence(t) for problem in state.problems]
            self.said.say(
                "error",
                t("simuler-wrong", count=len(sentences), shown=shown),
                sentences,
                self.more(sentences, self.said.shown),
            )
            return
        heads = sum(stock.heads for stock in today.initial)
        self.said.say(
            "info",
            t("simuler-open", who=shown, heads=telling.number(t, heads), last=str(today.years[-1])),
        )
