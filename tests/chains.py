"""Scenarios for the tests of the cohort engine: small ones one can work out, the reference one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jalons.cohorts.domain import (
    Effect,
    Entry,
    Lever,
    LeverUse,
    Period,
    Row,
    Scenario,
    Stock,
)

THREE_STATES = """
name: trois états
start_year: 2022
horizon: 3
states: [A, B, out]
initial: {A: 100}
entries: {A: 50}
transitions: {A: {A: 0.1, B: 0.6, out: 0.3}, B: {A: 0.2, out: 0.8}, out: {out: 1}}
draws: 200
seed: 1
"""


def scenario(
    rows: Mapping[str, Mapping[str, float]],
    initial: Mapping[str, int],
    *,
    n: float | None = None,
    horizon: int = 3,
    stocks: tuple[Stock, ...] = (),
    **others: object,
) -> Scenario:
    """A chain of one group from its rows."""
    periods = (Period(2022, tuple(Row(state, row, pupils_n=n) for state, row in rows.items())),)
    given = stocks or tuple(Stock(state, heads) for state, heads in initial.items())
    return replace(Scenario("test", 2022, horizon, tuple(rows), given, periods), **others)


STATES = (
    *("2PRO", "1PRO", "TPRO", "CAP1", "CAP2", "CS", "BTS1", "BTS2"),
    *("licence", "apprenticeship", "employed", "neither"),
)
_REFERENCE = {
    "2PRO": {"1PRO": 0.86, "2PRO": 0.03, "CAP1": 0.03, "apprenticeship": 0.04, "neither": 0.04},
    "1PRO": {"TPRO": 0.88, "1PRO": 0.02, "apprenticeship": 0.05, "neither": 0.05},
    "TPRO": {
        **{"TPRO": 0.04, "CS": 0.05, "BTS1": 0.3, "licence": 0.04},
        **{"apprenticeship": 0.09, "employed": 0.22, "neither": 0.26},
    },
    "CAP1": {"CAP2": 0.84, "CAP1": 0.03, "apprenticeship": 0.05, "neither": 0.08},
    "CAP2": {
        **{"1PRO": 0.25, "CS": 0.03, "CAP2": 0.03},
        **{"apprenticeship": 0.2, "employed": 0.15, "neither": 0.34},
    },
    "CS": {"employed": 0.45, "apprenticeship": 0.15, "neither": 0.4},
    "BTS1": {
        **{"BTS2": 0.58, "BTS1": 0.07, "apprenticeship": 0.1},
        **{"employed": 0.12, "neither": 0.13},
    },
    "BTS2": {
        **{"BTS2": 0.08, "licence": 0.15, "apprenticeship": 0.15},
        **{"employed": 0.4, "neither": 0.22},
    },
    "licence": {
        **{"licence": 0.3, "BTS1": 0.1, "apprenticeship": 0.1},
        **{"employed": 0.3, "neither": 0.2},
    },
    "apprenticeship": {"apprenticeship": 0.4, "employed": 0.42, "neither": 0.18},
    "employed": {"employed": 1.0},
    "neither": {"neither": 1.0},
}
_WEIGHTS = {"2PRO": 180, "1PRO": 175, "TPRO": 160, "CAP1": 59, "CAP2": 48, "BTS1": 28}


def reference(
    heads: int = 650_000,
    horizon: int = 10,
    n: float | None = 2000,
    levers: tuple[LeverUse, ...] = (),
) -> Scenario:
    """12 states, 3 groups: the chain of the benchmarks. Its rates are round, not calibrated."""
    rows = []
    for group, tilt in (("g1", 0.0), ("g2", 0.02), ("g3", -0.02)):
        for state, row in _REFERENCE.items():
            tilted = dict(row)
            if len(row) > 1:
                first, *_, last = row
                tilted[first] -= tilt
                tilted[last] = 1 - sum(share for to, share in tilted.items() if to != last)
            rows.append(Row(state, tilted, group=group, pupils_n=n if len(row) > 1 else None))
    total = sum(_WEIGHTS.values())
    return Scenario(
        "reference",
        2022,
        horizon,
        STATES,
        tuple(Stock(s, heads * w // total) for s, w in _WEIGHTS.items()),
        (Period(2022, tuple(rows)),),
        (
            Entry("2PRO", (heads * 27 // 100,) * horizon),
            Entry("CAP1", (heads * 9 // 100,) * horizon),
        ),
        {"g1": 0.5, "g2": 0.3, "g3": 0.2},
        levers=levers,
    )


CONSOLIDATION = LeverUse(
    Lever(
        "parcours_consolidation",
        (Effect("BTS1", "neither", "BTS2", 0.3), Effect("BTS1", "employed", "BTS2", 0.1)),
    ),
    0.8,
    2024,
)
