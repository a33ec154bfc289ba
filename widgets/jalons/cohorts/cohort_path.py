"""One cohort followed from a state: where its members are, year after year. Expected, no dice.

Nobody enters after the first year, so the heads of each year add up to those of the start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

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


def starts(scenario: Scenario) -> tuple[str, ...]:
    """The states a cohort may start from: those one can leave, in the order of the chain."""
    if scenario.kind is Kind.RATIOS:
        return ()
    final = final_states(scenario)
    return tuple(state for state in scenario.states if state not in final)
