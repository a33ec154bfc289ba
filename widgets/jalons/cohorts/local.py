"""``voie-pro`` for an academy or a school: its own stocks and passages, else the nation's rates.

Reads the tables that ``datasets/make_academies.py`` writes from the official head-counts. A place's
ratio counts those who come from elsewhere, a model's rate does not; so the rate of the model is
multiplied by *ratio of the place / ratio of France*, ``f``. What the passage gains or loses is
taken from, or given to, every way out of the school levels (leaving without a diploma,
apprenticeship, other studies) in proportion. For a row with passage ``p`` and ways out ``w_j``::

    g = max(1 - p (f - 1) / sum(w), LEAST_OUT)        w_j' = g w_j
    p' = p + (1 - g) sum(w)                           p f - p' = entrants from elsewhere

Repeating and moving between school levels stay as they are, so that the head-counts of the levels
are those of the ratio whatever ``g`` is. No head-count tells apart who stayed from who came:
``LEAST_OUT`` is an assumption. Above, ``g`` has no bound: whom a place loses must go somewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from jalons.cohorts.domain import Entry, Model, Row, Stock
from jalons.cohorts.fit import Prior, Ratio
from jalons.cohorts.panel import FEEDER, LEVELS
from jalons.resources import DATASETS

FRANCE = "FRANCE"
RATIOS = DATASETS / "models" / "academies.csv"
HEADS = DATASETS / "models" / "academies-heads.csv"
PRIORS = DATASETS / "models" / "school-priors.csv"

LEAST_OUT = 0.5
"""A place loses at least this part of the nation's share of each way out (assumed)."""


def academies() -> tuple[str, ...]:
    """The academies of the tables, in alphabetical order."""
    return tuple(sorted({line["academie"] for line in _lines(RATIOS)} - {FRANCE}))


def academy_ratios(academie: str) -> dict[str, Ratio]:
    """Level → ratio of an academy, mixed with the nation's; of France for ``FRANCE``."""
    return {
        line["to"]: Ratio(
            place=academie,
            academie="" if academie == FRANCE else academie,
            source=line["from"],
            level=line["to"],
            ratio=float(line["ratio"]),
            p05=float(line["p05"]),
            p95=float(line["p95"]),
            own_ratio=float(line["own_ratio"]),
            pupils=int(line["pupils"]),
            weight_own=float(line["weight_own"]),
            weight_academie=0.0,
            weight_france=float(line["weight_france"]),
        )
        for line in _lines(RATIOS)
        if line["academie"] == academie
    }


def academy_heads(academie: str) -> dict[str, int]:
    """Level → pupils of an academy (or ``FRANCE``) in the last September of the table."""
    lines = [line for line in _lines(HEADS) if line["academie"] == academie]
    last = max((line["year"] for line in lines), default="")
    return {line["level"]: int(line["heads"]) for line in lines if line["year"] == last}


def school_priors() -> dict[str, Prior]:
    """Level → what is known of a school before its own counts: for ``fit.blend``."""
    return {
        line["level"]: Prior(
            level=line["level"],
            ratio=float(line["ratio"]),
            unsure=float(line["unsure"]),
            lasting=float(line["lasting"]),
            passing=float(line["passing"]),
            chance=float(line["chance"]),
        )
        for line in _lines(PRIORS)
    }


def local_model(
    model: Model, ratios: Mapping[str, Ratio], heads: Mapping[str, int], name: str, year: int
) -> Model:
    """The model of a place.

    Parameters
    ----------
    model : Model
        The nation's.
    ratios : mapping of level to Ratio
        The place's, mixed (``academy_ratios``, ``fit.blend``). A level that lacks keeps the
        nation's rate.
    heads : mapping of level to int
        The place's pupils, every level of ``LEVELS``. The other stocks (CS, BTS, apprentices …)
        and the arrivals in 1PRO are the nation's, in the proportion of its terminales.
    name : str
    year : int
        September of ``heads``.
    """
    national = academy_ratios(FRANCE)
    stocks = {stock.state: stock.heads for stock in model.initial}
    part = heads["TPRO"] / stocks["TPRO"] if stocks["TPRO"] else 0.0
    rows = {row.state: row for row in model.rows}
    entries = {entry.state: round(entry.heads[0] * part) for entry in model.entries}
    for level in LEVELS:
        if level not in FEEDER:
            again = rows[level].pupils.get(level, 0.0) * heads[level]
            moved = heads["2PRO"] * rows["2PRO"].pupils.get(level, 0.0) if level != "2PRO" else 0.0
            entries[level] = max(round(heads[level] - again - moved), 0)
    for level, ratio in ratios.items():
        feeder = FEEDER[level]
        rows[feeder], more = _passage(rows[feeder], level, ratio.ratio / national[level].ratio)
        if come := round(more * heads[feeder]):
            entries[level] = entries.get(level, 0) + come
    return replace(
        model,
        name=name,
        start_year=year,
        rows=tuple(rows[state] for state in model.states),
        initial=tuple(
            Stock(state, heads.get(state, round(count * part))) for state, count in stocks.items()
        ),
        entries=tuple(Entry(state, (count,)) for state, count in entries.items()),
    )


def _passage(row: Row, level: str, factor: float) -> tuple[Row, float]:
    """The row with its way to ``level`` times ``factor``, and the part that comes from elsewhere.

    See the formula at the top of the module.
    """
    passage = row.pupils[level]
    out = {to: share for to, share in row.pupils.items() if to not in LEVELS}
    total = sum(out.values())
    asked = passage * (factor - 1)
    scale = max(1 - asked / total, LEAST_OUT) if total else 1.0
    gained = (1 - scale) * total
    shares = {to: share * scale for to, share in out.items()}
    return replace(row, pupils=dict(row.pupils) | shares | {level: passage + gained}), (
        asked - gained
    )


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")
