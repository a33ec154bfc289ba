"""What changed, in large type, and the indicator cards: value, interval, denominator, source."""

from __future__ import annotations

from jalons.cohorts import telling, words
from jalons.cohorts.domain import Figure
from jalons.cohorts.indicators import Indicator
from jalons.cohorts.stage import Stage
from jalons.cohorts.state import CohortsState
from jalons.i18n import Translator
from jalons.ui.html import Safe, join, tag

FRONT = (
    "bts_second_year",
    "bts_drop_out",
    "choice_bac_pro_to_bts",
    "continuation_bac_pro",
    "employment_bac_pro",
    "interruption_bac_pro",
    "choice_cap_to_bac_pro",
    "employment_cap",
)
"""The cards one sees without unfolding, in this order."""

UNSURE_LOCALLY = ("interruption_bac_pro", "interruption_cap", "reach_terminale")
"""Leaving early is what a place's passages leave over: arrivals from elsewhere hide it."""

MOVED = 0.0005
"""A change below half a tenth of a point is none."""


def tiles_html(t: Translator, stage: Stage) -> Safe:
    """The three largest changes, or an invitation to move a slider."""
    changes = telling.largest_changes(stage, 3)
    if not changes:
        return tag("p", t("simuler-invite"), class_="j-sim-invite")
    tiles = []
    for state in changes:
        i = stage.states.index(state)
        low, high = (
            telling.number(t, band[-1][i], signed=True)
            for band in (stage.difference.low, stage.difference.high)
        )
        tiles.append(
            tag(
                "li",
                tag("span", telling.shown_name(t, stage, state), class_="j-sim-tile-name"),
                tag("span", telling.number(t, stage.difference.expected[-1][i], signed=True),
                    class_="j-sim-tile-number"),
                tag("span", telling.between(low, high, t), class_="j-soft"),
            )
        )  # fmt: skip
    head = t("simuler-tiles", year=str(stage.years[-1]))
    return join([tag("p", head, class_="j-sim-head"), tag("ul", *tiles, class_="j-sim-tiles")])


def cards_html(t: Translator, state: CohortsState) -> Safe:
    """The cards of :data:`FRONT` that this chain can give, the changed ones marked."""
    by_id = {indicator.id: indicator for indicator in state.table.indicators}
    stage = state.stage
    found = [name for name in FRONT if name in stage.second_indicators]
    found = found or list(stage.second_indicators)[:8]
    if not found:
        return tag("p", t("simuler-no-indicator"), class_="j-soft")
    return tag("ul", *(_card(t, state, by_id[name]) for name in found), class_="j-sim-cards")


def _card(t: Translator, state: CohortsState, indicator: Indicator) -> Safe:
    stage, name = state.stage, indicator.id
    first, second = stage.first_indicators[name], stage.second_indicators[name]
    change = stage.indicator_difference[name]
    moved = change.value is not None and abs(change.value) >= MOVED
    sources, assumed = telling.sources_of(t, indicator, state.opened.today.rates)
    value = "—" if second.value is None else telling.percent(t, second.value)
    parts = [
        tag("span", words.indicator_name(t, name), class_="j-sim-card-name"),
        tag("span", value, class_="j-sim-card-value"),
    ]
    if second.value is None:
        parts.append(tag("span", t("cohorts-nobody"), class_="j-soft"))
    else:
        parts.append(tag("span", telling.band_text(t, second), class_="j-soft"))
        parts.append(tag("span", change_text(t, first, change), class_="j-sim-card-change"))
    if (nation := state.nation(name)) is not None:
        text = t("simuler-card-france", value=telling.percent(t, nation))
        parts.append(tag("span", text, class_="j-soft"))
        if name in UNSURE_LOCALLY:
            parts.append(tag("span", t("simuler-card-unsure"), class_="j-sim-unsure"))
    parts.append(tag("span", telling.per(t, indicator), class_="j-sim-per"))
    year = t("simuler-card-year", year=str(second.year), next=str(second.year + 1))
    told = [year, *sources, *([t("simuler-card-assumed")] if assumed else [])]
    if not state.opened.today.rates:
        told.append(t("simuler-card-file"))
    fold = tag(
        "details",
        tag("summary", t("simuler-card-more"), aria_label=f"{t('simuler-card-more')} "
            f"{words.indicator_name(t, name)}"),
        *(tag("p", line) for line in told),
        tag("p", t("simuler-card-asked", source=indicator.source)),
    )  # fmt: skip
    return tag("li", *parts, fold, class_="j-sim-moved" if moved else None)


def change_text(t: Translator, first: Figure, change: Figure) -> str:
    """``60,3 % aujourd'hui, +2,6 points (entre …)``; no change says so."""
    if first.value is None or change.value is None:
        return ""
    if abs(change.value) < MOVED or change.p05 is None or change.p95 is None:
        return t("simuler-card-same")
    return t(
        "simuler-card-change",
        first=telling.percent(t, first.value),
        change=telling.points(t, change.value),
        between=telling.between(
            telling.bare_points(t, change.p05), telling.bare_points(t, change.p95), t
        ),
    )
