"""Many scenarios at once: every place times every setting of the levers, here or on a cluster.

A sweep is a list of scenarios with labels; each is computed whole by one worker, from its own seed.
What comes back is one row a scenario and indicator: a national sweep is a table, not thirty
results. Knows no cluster: ``mapper`` may be the built-in ``map`` or that of ``cluster``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Figure, Lever, LeverUse, Scenario
from jalons.cohorts.indicators import Indicator, lacking
from jalons.cohorts.outcome import expect, figures
from jalons.cohorts.simulate import simulate

Labels = tuple[tuple[str, str | float], ...]


@dataclass(frozen=True)
class Point:
    """One scenario of a sweep and what tells it from the others."""

    labels: Labels
    scenario: Scenario
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True)
class SweepRow:
    """An indicator of one point, in the last year of flows."""

    labels: Labels
    indicator: str
    figure: Figure


PointMapper = Callable[
    [Callable[[Point], tuple[SweepRow, ...]], Iterable[Point]], Iterable[tuple[SweepRow, ...]]
]


def grid(
    scenarios: Mapping[str, Scenario],
    levers: Mapping[str, Lever],
    coverages: Mapping[str, Sequence[float]],
    indicators: Sequence[Indicator],
) -> tuple[Point, ...]:
    """Every scenario with every combination of coverages.

    Parameters
    ----------
    scenarios : mapping
        By place (an academy, say).
    levers : mapping
        Levers by id.
    coverages : mapping
        For each lever of the grid, the coverages to try.
    indicators : sequence of Indicator
    """
    points = []
    for place, scenario in scenarios.items():
        for chosen in product(*coverages.values()):
            settings = dict(zip(coverages, chosen, strict=True))
            labels: Labels = (("place", place), *settings.items())
            swept = replace(scenario, levers=_set(scenario, levers, settings))
            points.append(Point(labels, swept, tuple(indicators)))
    return tuple(points)


def _set(
    scenario: Scenario, levers: Mapping[str, Lever], settings: Mapping[str, float]
) -> tuple[LeverUse, ...]:
    """The scenario's levers with other coverages; one it has keeps its size and first year."""
    there = {use.lever.id for use in scenario.levers}
    kept = (
        replace(use, coverage=settings.get(use.lever.id, use.coverage)) for use in scenario.levers
    )
    added = (LeverUse(levers[name], c) for name, c in settings.items() if name not in there)
    return (*kept, *added)


def sweep(points: Iterable[Point], mapper: PointMapper = map) -> tuple[SweepRow, ...]:
    """Compute every point; rows in the order of the points."""
    return tuple(row for rows in mapper(compute, points) for row in rows)


def compute(point: Point) -> tuple[SweepRow, ...]:
    """The indicators of one point that its chain can give."""
    scenario = point.scenario
    chain = compile_scenario(scenario)
    draws = simulate(chain, scenario.draws, scenario.seed)
    _, flows = expect(chain)
    possible = [i for i in point.indicators if not lacking(i, chain.states)]
    found = figures(possible, chain, flows, draws)
    return tuple(SweepRow(point.labels, name, each[-1]) for name, each in found.items())
