"""What one takes away from *Simuler*: workbook, one page on paper, the scenario as a file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jalons.cohorts import telling, words
from jalons.cohorts.cohort_path import CohortPath
from jalons.cohorts.figures import changed_states, nice_ceiling
from jalons.cohorts.page.cards import FRONT, change_text
from jalons.cohorts.scenario_yaml import scenario_yaml
from jalons.cohorts.state import CohortsState, Settled
from jalons.i18n import Translator
from jalons.printing.press import day_text, typeset_pdf
from jalons.printing.workbook import fill_sheet

TEMPLATE = Path(__file__).parent / "typst" / "onepage.typ"
PDF, YAML = "application/pdf", "application/yaml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
File = tuple[str, str, bytes]
Rows = list[Sequence[object]]


class Exports:
    """Files made from a state when they are asked for, with all the draws."""

    def __init__(self, state: CohortsState, t: Translator) -> None:
        self.state, self.t = state, t

    def yaml(self) -> File:
        """The scenario of the sliders, for ``jalons cohorts run``."""
        comment = self.t("simuler-yaml-comment", file=f"{self._stem()}.yaml")
        scenario = self.state.second()
        return f"{self._stem()}.yaml", YAML, scenario_yaml(scenario, comment)

    def xlsx(self) -> File:
        from openpyxl import Workbook

        book, settled = Workbook(), self._settled()
        sheets = (
            ("settings", self._settings()),
            ("people", self._people(settled)),
            ("indicators", self._indicators(settled)),
            ("path", self._path(settled)),
            ("rates", self._rates()),
        )
        for place, (name, (columns, rows)) in enumerate(sheets):
            sheet = book.worksheets[0] if place == 0 else book.create_sheet()
            fill_sheet(
                sheet,
                self.t(f"simuler-sheet-{name}"),
                [self.t(f"simuler-column-{column}") for column in columns],
                rows,
            )
        out = io.BytesIO()
        book.save(out)
        return f"{self._stem()}.xlsx", XLSX, out.getvalue()

    def pdf(self) -> File:
        content = typeset_pdf(TEMPLATE, self.data(), self.today())
        return f"{self._stem()}.pdf", PDF, content

    def today(self) -> date:
        return datetime.now().astimezone().date()

    def data(self) -> dict[str, Any]:
        """What the one-pager's template is given."""
        state, t = self.state, self.t
        stage = self._settled().stage
        changed = changed_states(stage)
        at = [stage.states.index(name) for name in changed]
        band = stage.difference
        top = nice_ceiling(
            max((abs(float(b[-1][i])) for b in (band.low, band.high) for i in at), default=1.0)
        )
        by_id = {indicator.id: indicator for indicator in state.table.indicators}
        cards = [name for name in FRONT if name in stage.second_indicators]
        rates = state.opened.today.rates
        sources: dict[str, None] = {}
        for name in cards:
            for line in telling.sources_of(t, by_id[name], rates)[0]:
                sources[line] = None
        return {
            "lang": t.lang,
            "title": t("simuler-pdf-title"),
            "school": "",
            "who": telling.origin_name(t, state.origin, stage.years[0]),
            "issued": t("simuler-pdf-issued", date=day_text(t, self.today(), "d MMMM y")),
            "settings_title": t("simuler-column-second"),
            "settings": list(telling.settings_lines(t, state.settings, state.levers))
            or [t("simuler-today")],
            "compared": t(
                "simuler-compared", what=telling.settings_text(t, state.kept, state.levers)
            ),
            "changes_title": t("simuler-tiles", year=str(stage.years[-1])),
            "sentence": telling.stage_sentence(t, stage, self._compared_word()),
            "bars": [
                {
                    "name": telling.shown_name(t, stage, name),
                    "value": float(band.expected[-1][i]) / top,
                    "low": float(band.low[-1][i]) / top,
                    "high": float(band.high[-1][i]) / top,
                    "text": telling.number(t, band.expected[-1][i], signed=True),
                    "between": telling.between(
                        telling.number(t, band.low[-1][i], signed=True),
                        telling.number(t, band.high[-1][i], signed=True),
                        t,
                    ),
                }
                for name, i in zip(changed, at, strict=True)
            ],
            "cards_title": t("simuler-cards"),
            "cards_text": t("simuler-cards-text"),
            "cards": [
                {
                    "name": words.indicator_name(t, name),
                    "value": telling.figure_text(t, stage.second_indicators[name]),
                    "change": change_text(
                        t, stage.first_indicators[name], stage.indicator_difference[name]
                    ),
                    "per": telling.per(t, by_id[name]),
                }
                for name in cards
            ],
            "sure_title": t("simuler-sure"),
            "sure": [
                t("simuler-sure-interval", draws=telling.number(t, stage.draws)),
                t("simuler-sure-illustrative"),
                t("simuler-sure-rates"),
            ],
            "sources_title": t("simuler-sources"),
            "sources": list(sources)[:6],
        }

    # --- sheets -------------------------------------------------------------------------------

    def _settings(self) -> tuple[Sequence[str], Rows]:
        state, t = self.state, self.t
        scenario = state.second()
        rows: Rows = [
            (t("simuler-who"), telling.origin_name(t, state.origin, scenario.start_year)),
            (t("simuler-column-second"), telling.settings_text(t, state.settings, state.levers)),
            (t("simuler-column-first"), telling.settings_text(t, state.kept, state.levers)),
            (t("simuler-sure"), t("simuler-interval-hint")),
        ]
        for use in scenario.levers:
            rows.append((words.lever_name(t, use.lever.id), telling.lever_note(t, use.lever)))
        return ("setting", "value"), rows

    def _people(self, settled: Settled) -> tuple[Sequence[str], Rows]:
        stage, doubts = settled.stage, settled.doubts
        rows: Rows = []
        for i, name in enumerate(stage.states):
            for k, year in enumerate(stage.years):
                if k == 0 and name in stage.final:
                    continue
                bands = [stage.second, stage.difference]
                bands += [doubts.sampling, doubts.parameters] if doubts else []
                cells: list[object] = [
                    telling.shown_name(self.t, stage, name),
                    year,
                    _two(stage.first.expected[k][i]),
                    _two(stage.second.expected[k][i]),
                    _two(stage.difference.expected[k][i]),
                ]
                for band in bands:
                    cells += [_two(band.low[k][i]), _two(band.high[k][i])]
                rows.append(cells + [None] * (13 - len(cells)))
        columns = ("state", "year", "first", "second", "change", "second-low", "second-high")
        more = ("change-low", "change-high", "chance-low", "chance-high", "rates-low", "rates-high")
        return (*columns, *more), rows

    def _indicators(self, settled: Settled) -> tuple[Sequence[str], Rows]:
        t, stage = self.t, settled.stage
        rows: Rows = []
        for indicator in self.state.table.indicators:
            name = indicator.id
            if name not in stage.first_indicators:
                continue
            first, second = stage.first_indicators[name], stage.second_indicators[name]
            change = stage.indicator_difference[name]
            sources, assumed = telling.sources_of(t, indicator, self.state.opened.today.rates)
            told = [*sources, *([t("simuler-card-assumed")] if assumed else [])]
            rows.append(
                (
                    words.indicator_name(t, name),
                    telling.per(t, indicator),
                    second.year,
                    first.value,
                    second.value,
                    second.p05,
                    second.p95,
                    change.value,
                    change.p05,
                    change.p95,
                    " ".join(told),
                )
            )
        columns = ("indicator", "per", "year", "first", "second", "second-low", "second-high")
        return (*columns, "change", "change-low", "change-high", "source"), rows

    def _path(self, settled: Settled) -> tuple[Sequence[str], Rows]:
        t = self.t
        rows: Rows = []
        for side, path in (("first", settled.first_path), ("second", settled.second_path)):
            if path is not None:
                rows += _flows(t, t(f"simuler-column-{side}"), path)
        return ("scenario", "start", "after", "from", "to", "count"), rows

    def _rates(self) -> tuple[Sequence[str], Rows]:
        t = self.t
        return ("from", "to", "value", "of", "confidence", "source", "year", "note"), [
            (
                telling.state_name(t, r.state),
                telling.state_name(t, r.to),
                r.value,
                t(f"cohorts-model-per-{r.denominator}"),
                r.confidence,
                r.source,
                r.year,
                r.note,
            )
            for r in self.state.opened.today.rates
        ]

    # ------------------------------------------------------------------------------------------

    def _settled(self) -> Settled:
        """What the page shows at rest; a slider that moved a moment ago is computed in full."""
        known = self.state.settled
        if known is not None and known.doubts is not None and known.stage is self.state.stage:
            return known
        return self.state.settle(self.state.asked())

    def _compared_word(self) -> str:
        return self.t("simuler-today-word" if self.state.kept.empty else "simuler-kept-word")

    def _stem(self) -> str:
        return f"simuler-{self.state.origin.kind.value}-{self.state.opened.today.start_year}"


def _flows(t: Translator, side: str, path: CohortPath) -> Rows:
    start = telling.state_name(t, path.start)
    return [
        (side, start, k + 1, telling.state_name(t, a), telling.state_name(t, b), _two(flows[i][j]))
        for k, flows in enumerate(path.flows)
        for i, a in enumerate(path.states)
        for j, b in enumerate(path.states)
        if flows[i][j] > 0
    ]


def _two(value: float) -> float:
    return round(float(value), 2)
