"""Part 6: where the figures come from: rates, what is assumed, what the model misses."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.cohorts import telling, words
from jalons.cohorts.domain import Rate
from jalons.cohorts.origin import Kind
from jalons.cohorts.page.part import Part
from jalons.cohorts.references import references
from jalons.cohorts.voie_pro import Miss, misses
from jalons.i18n import Translator
from jalons.ui.html import Safe, join, tag
from jalons.ui.table import Column, table_html

ALL = ("A", "B", "C", "D")
MOST_REFERENCES = 3


class SourcesPart(Part):
    heading = "simuler-sources"
    anchor = "sources"
    watched = ("opened", "settled")

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.html = ipywidgets.HTML()
        self.html.add_class("j-sim-sources")
        self._said_for: object = None
        return (self.html,)

    def draw(self) -> None:
        state, t = self.state, self.t
        found = state.settled
        if self._said_for == (state.opened, found is None):
            return
        self._said_for = (state.opened, found is None)
        rates = state.opened.today.rates
        parts = [_fold(t, "simuler-method", _method(t))]
        if state.origin.kind in (Kind.ACADEMY, Kind.SCHOOL):
            parts[0] = _fold(t, "simuler-method", join([_method(t), _local(t)]))
        if rates:
            parts += [
                _fold(t, "simuler-rates", join([_shares(t, rates), rates_html(t, rates)])),
                _fold(t, "simuler-misses", misses_html(t, misses())),
            ]
        else:
            parts.append(tag("p", t("simuler-card-file")))
        parts.append(_fold(t, "simuler-all-indicators", self._indicators()))
        parts.append(_fold(t, "simuler-unavailable", self._unavailable()))
        self.html.value = join(parts)

    def _indicators(self) -> Safe:
        t, stage = self.t, self.state.stage
        rows = [
            (
                words.indicator_name(t, i.id),
                telling.figure_text(t, stage.first_indicators[i.id]),
                telling.per(t, i),
                i.source,
            )
            for i in self.state.table.indicators
            if i.id in stage.first_indicators
        ]
        heads = ("indicator", "first", "per", "asked")
        return table_html(
            t("simuler-all-indicators"), [t(f"simuler-column-{c}") for c in heads], rows
        )

    def _unavailable(self) -> Safe:
        t = self.t
        items = []
        for name, code in self.state.table.unavailable.items():
            line = t(f"cohorts-unavailable-{code.replace('_', '-')}")
            known = [
                t(
                    "simuler-published",
                    part=r.part or "none",
                    value=telling.percent(t, r.value),
                    source=r.source,
                    year=r.year,
                )
                for r in references(name)[:MOST_REFERENCES]
            ]
            items.append(
                tag("li", tag("strong", words.indicator_name(t, name)), t("colon"),
                    " ".join([line, *known]))
            )  # fmt: skip
        return tag("ul", *items)


def _fold(t: Translator, key: str, content: Safe) -> Safe:
    return tag("details", tag("summary", t(key)), content)


def _method(t: Translator) -> Safe:
    return tag("ul", *(tag("li", t(f"simuler-method-{n}")) for n in range(1, 8)))


def _local(t: Translator) -> Safe:
    return tag("p", t("simuler-local-rest"))


def _shares(t: Translator, rates: Sequence[Rate]) -> Safe:
    """How many of the rates are assumed, first of all."""
    assumed = sum(rate.confidence == "D" for rate in rates)
    return join(
        [
            tag("p", tag("strong", t("simuler-assumed", assumed=assumed, total=len(rates)))),
            tag("p", t("cohorts-model-confidence")),
        ]
    )


def rates_html(t: Translator, rates: Sequence[Rate]) -> Safe:
    """Every rate with its denominator, source, year and confidence."""
    rows = [
        (
            f"{telling.state_name(t, r.state)} → {telling.state_name(t, r.to)}",
            telling.percent(t, r.value),
            t(f"cohorts-model-per-{r.denominator}"),
            r.confidence,
            telling.joined(t, [part for part in (r.source, r.year, r.note) if part]),
        )
        for r in rates
    ]
    heads = [Column(t("simuler-column-rate")), Column(t("simuler-column-value"), numeric=True)]
    heads += [Column(t(f"simuler-column-{c}")) for c in ("of", "confidence", "source")]
    return table_html(t("simuler-rates"), heads, rows)


def misses_html(t: Translator, found: Sequence[Miss]) -> Safe:
    """The model beside what was observed."""
    rows = [
        (
            str(m.year),
            telling.state_name(t, m.state),
            telling.number(t, m.modelled),
            telling.number(t, m.observed),
            t("simuler-percent", value=telling.bare_points(t, m.share)),
            t(f"cohorts-model-{'given' if m.given else 'fitted' if m.fitted else 'unseen'}"),
        )
        for m in found
    ]
    heads = [
        Column(t(f"simuler-column-{c}"), numeric=c in ("modelled", "observed", "miss"))
        for c in ("year", "state", "modelled", "observed", "miss", "kind")
    ]
    return join([tag("p", t("simuler-misses-text")), table_html(t("simuler-misses"), heads, rows)])
