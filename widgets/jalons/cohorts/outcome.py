"""From a scenario to its result: engines called in order, draws summed up. Computes nothing itself.

What a page or the command line asks for is here: :func:`run` for one scenario with its three
bands (sampling, parameters, both), :func:`compare` for two with the band of their difference,
:func:`expect` for the part without dice.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jalons.cohorts.absorption import absorption
from jalons.cohorts.chain import Chain, Floats
from jalons.cohorts.compare import simulate_pair
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Bands, Figure, Flow, LeverUse, Notice, Result, Scenario
from jalons.cohorts.indicators import Coverage, Indicator, IndicatorTable, entrants, lacking, values
from jalons.cohorts.project import project
from jalons.cohorts.redirect import in_force
from jalons.cohorts.simulate import Draws, Run, simulate

LOW, MIDDLE, HIGH = 5.0, 50.0, 95.0
NO_INDICATORS = IndicatorTable()
SLIDER_DRAWS = 200
"""Draws of a comparison while a slider moves; a still picture deserves the scenario's own."""


@dataclass(frozen=True)
class Side:
    """One of two compared scenarios: what is expected, its bands, its indicators."""

    expected: Floats
    bands: Bands
    indicators: Mapping[str, Figure]


@dataclass(frozen=True)
class Comparison:
    """Two scenarios and their difference, second minus first; arrays [years][states].

    The bands of ``difference`` are of the coupled draws: the lever's, without the dice that both
    share. They cannot be had from the two sides' own bands.
    """

    first: Side
    second: Side
    expected_difference: Floats
    difference: Bands
    indicator_difference: Mapping[str, Figure]
    notices: tuple[Notice, ...]


def run(
    scenario: Scenario,
    table: IndicatorTable = NO_INDICATORS,
    mapper: Run = map,
) -> Result:
    """Compute a scenario that keeps to the rules.

    Parameters
    ----------
    scenario : Scenario
    table : IndicatorTable
        Those to give; what the chain or the scenario cannot give goes to ``not_available``.
    mapper : callable
        Maps over chunks of draws, see ``simulate``.
    """
    chain = compile_scenario(scenario)
    draws, seed = scenario.draws, scenario.seed
    both = simulate(chain, draws, seed, run=mapper)
    sampling = simulate(chain, draws, seed, parameters=False, run=mapper)
    parameters = simulate(chain, draws, seed, sampling=False, run=mapper)
    stocks, flows = expect(chain)
    possible = [i for i in table.indicators if not lacking(i, chain.states)]
    missing = {i.id: "no_state" for i in table.indicators if lacking(i, chain.states)}
    missing |= {c.id: "coverage_not_set" for c in table.coverages if not _uses(scenario, c)}
    by_year = figures(possible, chain, flows, both) | _coverages(scenario, table.coverages)
    ends = absorption(chain)
    names = chain.states
    return Result(
        scenario=scenario,
        expected=_rows(stocks),
        bands=bands(both.stocks),
        sampling=bands(sampling.stocks),
        parameters=bands(parameters.stocks),
        flows=_flows(chain, flows, both),
        absorption={
            name: {names[f]: float(x) for f, x in zip(ends.final, ends.shares[i], strict=True)}
            for i, name in enumerate(names)
        },
        # Ratios of stocks lead to no final state: there is no time before it.
        expected_years={
            name: float(ends.years[i]) for i, name in enumerate(names) if len(ends.final)
        },
        indicators={name: each[-1] for name, each in by_year.items()},
        indicators_by_year=by_year,
        not_available={**missing, **table.unavailable},
        notices=chain.notices,
    )


def compare(
    first: Scenario,
    second: Scenario,
    indicators: Sequence[Indicator] = (),
    draws: int | None = None,
) -> Comparison:
    """Two scenarios of the same chain, coupled person by person.

    Parameters
    ----------
    first, second : Scenario
        ``first`` gives the seed.
    indicators : sequence of Indicator
    draws : int, optional
        Default: those of ``first``. ``SLIDER_DRAWS`` while a slider moves.

    Raises
    ------
    NotComparableError
        When states, groups or years differ.
    """
    chains = compile_scenario(first), compile_scenario(second)
    pair = simulate_pair(*chains, draws or first.draws, first.seed)
    expected = [expect(chain) for chain in chains]
    possible = [i for i in indicators if not lacking(i, first.states)]
    drawn = pair.first, pair.second
    known = [
        indicator_values(possible, chain, flows, one)
        for chain, (_, flows), one in zip(chains, expected, drawn, strict=True)
    ]
    year = first.years[-2:-1]
    sides = [
        Side(stocks, bands(one.stocks), last_figures(possible, year, *numbers))
        for (stocks, _), one, numbers in zip(expected, drawn, known, strict=True)
    ]
    return Comparison(
        sides[0],
        sides[1],
        expected[1][0] - expected[0][0],
        bands(pair.second.stocks - pair.first.stocks),
        last_figures(possible, year, known[1][0] - known[0][0], known[1][1] - known[0][1]),
        chains[1].notices,
    )


def last_figures(
    indicators: Sequence[Indicator], year: Sequence[int], expected: Floats, drawn: Floats
) -> dict[str, Figure]:
    """The indicators of the last year only."""
    if not indicators:
        return {}
    found = _figures(indicators, year, expected[:, -1:], drawn[:, :, -1:])
    return {name: figure for name, (figure,) in found}


def expect(chain: Chain) -> tuple[Floats, Floats]:
    """Expected stocks (T + 1, S) and flows (T, S, S), groups added up."""
    return project(chain).by_state(len(chain.groups))


def bands(stocks: Floats) -> Bands:
    """Quantiles over the draws of stocks (D, T + 1, S)."""
    low, middle, high = np.percentile(stocks, (LOW, MIDDLE, HIGH), axis=0)
    return Bands(_rows(low), _rows(middle), _rows(high))


def _uses(scenario: Scenario, coverage: Coverage) -> list[LeverUse]:
    return [use for use in scenario.levers if use.lever.id == coverage.lever]


def _coverages(scenario: Scenario, coverages: Sequence[Coverage]) -> dict[str, tuple[Figure, ...]]:
    """Coverages set by the scenario, year by year: no draw changes them."""
    found = {}
    for coverage in coverages:
        if uses := _uses(scenario, coverage):
            found[coverage.id] = tuple(
                Figure(share, share, share, "share", coverage.source, year)
                for year in scenario.years[:-1]
                for share in [_coverage(uses, year)]
            )
    return found


def _coverage(uses: Sequence[LeverUse], year: int) -> float:
    acting = in_force(uses, year)
    return acting[0].coverage if acting else uses[0].lever.baseline


def figures(
    indicators: Sequence[Indicator], chain: Chain, flows: Floats, draws: Draws
) -> dict[str, tuple[Figure, ...]]:
    """Each indicator in each year of flows, with its interval.

    Parameters
    ----------
    indicators : sequence of Indicator
        Whose states the chain has.
    flows : array, shape (T, S, S)
        Expected flows: they give the value, the draws its interval.
    """
    if not indicators:
        return {}
    expected, drawn = indicator_values(indicators, chain, flows, draws)
    years = chain.years[:-1]
    return dict(_figures(indicators, years, expected, drawn))


def indicator_values(
    indicators: Sequence[Indicator], chain: Chain, flows: Floats, draws: Draws
) -> tuple[Floats, Floats]:
    """Expected (I, T) and drawn (I, D, T) values; T is what the draws hold."""
    sources, targets = np.array(draws.pairs, dtype=np.int64).reshape(-1, 2).T
    entering, by_pair = entrants(chain), flows[:, sources, targets]
    facts = entering, chain.states, draws.pairs
    return (
        np.array([values(i, by_pair, *facts) for i in indicators]),
        np.array([values(i, draws.flows, *facts) for i in indicators]),
    )


def _figures(
    indicators: Sequence[Indicator], years: Sequence[int], expected: Floats, drawn: Floats
) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    """From expected (I, T) and drawn (I, D, T)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # nobody in the denominator in any draw
        quantile = np.nanpercentile if np.isnan(drawn).any() else np.percentile
        low, high = quantile(drawn, (LOW, HIGH), axis=1)
    for i, indicator in enumerate(indicators):
        unit, source = indicator.unit, indicator.source
        yield (
            indicator.id,
            tuple(
                Figure(float(expected[i, t]), float(low[i, t]), float(high[i, t]), unit, source, y)
                if np.isfinite((expected[i, t], low[i, t], high[i, t])).all()
                else Figure(None, None, None, unit, source, y)
                for t, y in enumerate(years)
            ),
        )


def _flows(chain: Chain, expected: Floats, draws: Draws) -> tuple[Flow, ...]:
    low, high = np.percentile(draws.flows, (LOW, HIGH), axis=0)
    return tuple(
        Flow(
            year,
            chain.states[a],
            chain.states[b],
            float(expected[t, a, b]),
            float(low[t, i]),
            float(high[t, i]),
        )
        for t, year in enumerate(chain.years[:-1])
        for i, (a, b) in enumerate(draws.pairs)
    )


def _rows(values_by_year: Floats) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(float(x) for x in row) for row in values_by_year)
