"""The calibrated model ``voie-pro``: pupils of vocational schools, from 2de pro or CAP to a job.

Reads the two tables of ``datasets/models`` (``datasets/make_voie_pro.py`` makes them and says how
the rates were made to agree) and nothing else. Two denominators stay apart: *still studying* is per
pupil of the state, *employed* per leaver, observed 6, 12 or 24 months after leaving.

What the states mean, where it is not plain
-------------------------------------------
``BTS1``, ``BTS2`` hold bac pro holders only, as school students (BTS by apprenticeship is in
``apprenticeship``). ``left_without_diploma`` are those who leave before the final year; who leaves
from the final year, diploma or not, is in ``employed`` or ``neither``: that is what the published
rates count. ``other_studies`` is where the model stops following. These four are final, so their
stocks add up all who arrived since the first year.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Entry, Model, Period, Rate, Row, Scenario, Shares, Stock
from jalons.cohorts.project import project
from jalons.resources import DATASETS

NAME = "voie-pro"
RATES = DATASETS / "models" / "voie-pro.csv"
STOCKS = DATASETS / "models" / "voie-pro-stocks.csv"

STATES = (
    *("2PRO", "1PRO", "TPRO", "CAP1", "CAP2", "CS", "BP_BMA", "BTS1", "BTS2", "licence"),
    *("apprenticeship", "other_studies", "employed", "neither", "left_without_diploma"),
)
FINAL = STATES[-4:]
MONTHS = (6, 12, 24)

FITTED_YEARS = (2019, 2020, 2021)
CHECKED = ("2PRO", "1PRO", "TPRO", "CAP1", "CAP2")

WORTH = {"A": 1500.0, "B": 800.0, "C": 400.0, "D": 100.0}
"""Confidence → persons in a sample whose chance would miss by as much as such a figure may.

These figures count everybody, so their true head-counts would leave no doubt at all; yet the same
published rate moves by one to three points from a year to the next (*still studying*: 46, 49, 51,
52, 54 % from 2018-19 to 2022-23). Near one half, the standard deviation is 1.3 points for A, 1.8
for B, 2.5 for C and 5 for D (assumed).
"""


@dataclass(frozen=True)
class Miss:
    """A stock as the model makes it from 2019 on, beside the observed one.

    ``fitted`` False: a year the rates were not fitted on. ``given`` True: an entry level, whose
    entrants are taken from its own head-counts, so that it cannot miss.
    """

    year: int
    state: str
    modelled: float
    observed: int
    fitted: bool
    given: bool

    @property
    def share(self) -> float:
        return self.modelled / self.observed - 1.0


def load_voie_pro(months: int = 6) -> Model:
    """The model, with employment ``months`` after leaving (6, 12 or 24)."""
    if months not in MONTHS:
        raise ValueError(f"{months}: {NAME} has employment after {MONTHS} months")
    lines = [line for line in _lines(RATES) if line["months"] in ("", str(months))]
    rates = tuple(_rate(line) for line in lines)
    last = max(int(line["year"]) for line in _lines(STOCKS))
    return Model(
        name=NAME if months == 6 else f"{NAME}-{months}-mois",
        start_year=last,
        states=STATES,
        rows=tuple(_row(state, rates) for state in STATES),
        initial=tuple(Stock(state, heads) for state, heads in _heads("stock", last).items()),
        entries=tuple(Entry(state, (heads,)) for state, heads in _heads("entry", last).items()),
        rates=rates,
    )


def misses() -> tuple[Miss, ...]:
    """Run the rates from the stocks of 2019 and compare each year with what was observed."""
    model = load_voie_pro()
    years = sorted({int(line["year"]) for line in _lines(STOCKS)})
    entered = {year: _heads("entry", year) for year in years[1:]}
    past = Scenario(
        name=NAME,
        start_year=years[0],
        horizon=len(years) - 1,
        states=model.states,
        initial=tuple(Stock(state, heads) for state, heads in _heads("stock", years[0]).items()),
        periods=(Period(years[0], model.rows),),
        entries=tuple(
            Entry(state, tuple(heads[state] for heads in entered.values()))
            for state in entered[years[1]]
        ),
    )
    stocks = project(compile_scenario(past)).stocks
    found = []
    for count, year in enumerate(years[1:], start=1):
        observed = _heads("stock", year)
        for state in CHECKED:
            made = float(stocks[count, model.states.index(state)])
            seen, given = year in FITTED_YEARS, state in ("2PRO", "CAP1")
            found.append(Miss(year, state, made, observed[state], seen, given))
    return tuple(found)


def _rate(line: Mapping[str, str]) -> Rate:
    return Rate(
        state=line["state"],
        to=line["to"],
        value=float(line["value"]),
        denominator=line["denominator"],
        n=float(line["n"]) if line["n"] else None,
        source=line["source"],
        year=line["year"],
        confidence=line["confidence"],
        note=line["note"],
    )


def _row(state: str, rates: tuple[Rate, ...]) -> Row:
    if state in FINAL:
        return Row(state, {state: 1.0})
    pupils, pupils_n = _part(state, rates, "pupil")
    leavers, leavers_n = _part(state, rates, "leaver")
    return Row(state, pupils, leavers, pupils_n=pupils_n, leavers_n=leavers_n)


def _part(state: str, rates: tuple[Rate, ...], denominator: str) -> tuple[Shares, float | None]:
    """Shares of one part, and what it is worth: the harmonic mean of ``WORTH``, by share."""
    part = [rate for rate in rates if (rate.state, rate.denominator) == (state, denominator)]
    if not part:
        return {}, None
    shares = {rate.to: rate.value for rate in part}
    doubt = sum(rate.value / WORTH[rate.confidence] for rate in part)
    return shares, sum(shares.values()) / doubt


def _heads(kind: str, year: int) -> dict[str, int]:
    return {
        line["state"]: int(line["heads"])
        for line in _lines(STOCKS)
        if (line["kind"], line["year"]) == (kind, str(year))
    }


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")
