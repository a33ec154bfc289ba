"""Who goes where: one cohort followed from a state, or everybody of one September. No dice.

Nobody enters a cohort after the first year, so the heads of each year add up to those of the start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from jalons.cohorts.chain import Floats
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Kind, Scenario, Stock
from jalons.cohorts.outcome import expect
from jalons.cohorts.rules import final_states

PER = 1000
"""Members of a cohort that is followed: easy to read as "in a thousand"."""


@dataclass(frozen=True)
class CohortPath:
    """``stocks`` [years][states]; ``flows`` [years - 1][from][to]; years count from 0."""

    start: str
    states: tuple[str, ...]
    final: tuple[str, ...]
    stocks: Floats
    flows: Floats

    @property
    def heads(self) -> float:
        return float(self.stocks[0].sum())


@dataclass(frozen=True)
class YearPath:
    """Everybody of one September on the way to the next.

    ``path`` has two columns. Final states are empty in the first: who arrived in earlier years
    goes nowhere. ``newcomers`` counts those who enter the chain in the second; ``path`` leaves
    them out.
    """

    year: int
    path: CohortPath
    newcomers: float


def follow(scenario: Scenario, start: str, years: int, heads: int = PER) -> CohortPath:
    """Follow ``heads`` persons who are in ``start`` in the first year.

    Places opened are left out: they are a number of the whole country, not of a cohort.
    """
    cohort = replace(
        scenario,
        horizon=years,
        initial=(Stock(start, heads),),
        entries=(),
        places=(),
        periods=tuple(p for p in scenario.periods if p.from_year <= scenario.start_year + years),
    )
    stocks, flows = expect(compile_scenario(cohort))
    return CohortPath(start, scenario.states, final_states(scenario), stocks, flows)


def each_year(scenario: Scenario) -> tuple[YearPath, ...]:
    """Each September of a scenario with the next, levers and places of that year at work.

    Empty for ratios of stocks, whose flows are nobody's way.
    """
    if scenario.kind is Kind.RATIOS:
        return ()
    stocks, flows = expect(compile_scenario(scenario))
    final = np.isin(scenario.states, final_states(scenario))
    found = []
    for t, year in enumerate(scenario.years[:-1]):
        moving = np.where(final[:, None], 0.0, flows[t])
        columns = np.array([moving.sum(axis=1), moving.sum(axis=0)])
        path = CohortPath("", scenario.states, final_states(scenario), columns, moving[None])
        newcomers = float(stocks[t + 1].sum() - flows[t].sum())
        found.append(YearPath(year, path, newcomers))
    return tuple(found)


def starts(scenario: Scenario) -> tuple[str, ...]:
    """The states a cohort may start from: those one can leave, in the order of the chain."""
    if scenario.kind is Kind.RATIOS:
        return ()
    final = final_states(scenario)
    return tuple(state for state in scenario.states if state not in final)
