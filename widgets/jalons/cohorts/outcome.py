"""From a scenario to its result: engines called in order, draws summed up. Computes nothing itself.

What a page or the command line asks for is here: :func:`run` for one scenario with its three
bands (sampling, parameters, both), :func:`compare` for two with the band of their difference,
:func:`expect` for the part without dice.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jalons.cohorts.absorption import absorption
from jalons.cohorts.chain import Chain, Floats
from jalons.cohorts.compare import simulate_pair
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Bands, Figure, Flow, Notice, Result, Scenario
from jalons.cohorts.indicators import Indicator, lacking, values
from jalons.cohorts.project import project
from jalons.cohorts.simulate import Draws, Run, simulate

LOW, MIDDLE, HIGH = 5.0, 50.0, 95.0
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
    indicators: Sequence[Indicator] = (),
    unavailable: Mapping[str, str] | None = None,
    mapper: Run = map,
) -> Result:
    """Compute a scenario that keeps to the rules.

    Parameters
    ----------
    scenario : Scenario
    indicators : sequence of Indicator
        Those to compute; one whose states the chain lacks goes to ``not_available``.
    unavailable : mapping, optional
        Reason codes of those no flow can give.
    mapper : callable
        Maps over chunks of draws, see ``simulate``.
    """
    chain = compile_scenario(scenario)
    draws, seed = scenario.draws, scenario.seed
    both = simulate(chain, draws, seed, run=mapper)
    sampling = simulate(chain, draws, seed, parameters=False, run=mapper)
    parameters = simulate(chain, draws, seed, sampling=False, run=mapper)
    stocks, flows = expect(chain)
    possible = [i for i in indicators if not lacking(i, chain.states)]
    missing = {i.id: "no_state" for i in indicators if lacking(i, chain.states)}
    by_year = {i.id: figures(i, chain, flows, both) for i in possible}
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
        expected_years={name: float(ends.years[i]) for i, name in enumerate(names)},
        indicators={name: each[-1] for name, each in by_year.items()},
        indicators_by_year=by_year,
        not_available={**missing, **(unavailable or {})},
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
    drawn = pair.first, pair.second
    expected = [expect(chain) for chain in chains]
    possible = [i for i in indicators if not lacking(i, first.states)]
    sides = [
        Side(
            stocks,
            bands(draw.stocks),
            {i.id: figures(i, chain, flows, draw)[-1] for i in possible},
        )
        for chain, draw, (stocks, flows) in zip(chains, drawn, expected, strict=True)
    ]
    return Comparison(
        sides[0],
        sides[1],
        expected[1][0] - expected[0][0],
        bands(pair.second.stocks - pair.first.stocks),
        {i.id: _difference(i, chains, expected, drawn) for i in possible},
        chains[1].notices,
    )


def expect(chain: Chain) -> tuple[Floats, Floats]:
    """Expected stocks (T + 1, S) and flows (T, S, S), groups added up."""
    return project(chain).by_state(len(chain.groups))


def bands(stocks: Floats) -> Bands:
    """Quantiles over the draws of stocks (D, T + 1, S)."""
    low, middle, high = np.percentile(stocks, (LOW, MIDDLE, HIGH), axis=0)
    return Bands(_rows(low), _rows(middle), _rows(high))


def figures(indicator: Indicator, chain: Chain, flows: Floats, draws: Draws) -> tuple[Figure, ...]:
    """An indicator of each year of flows, with its interval.

    Parameters
    ----------
    flows : array, shape (T, S, S)
        Expected flows: they give the value, the draws its interval.
    """
    expected = _expected_values(indicator, chain, flows, draws)
    drawn = values(indicator, draws.flows, chain, draws.pairs)
    return tuple(
        _figure(indicator, year, expected[t], drawn[:, t])
        for t, year in enumerate(chain.years[:-1])
    )


def _difference(
    indicator: Indicator,
    chains: Sequence[Chain],
    expected: Sequence[tuple[Floats, Floats]],
    drawn: Sequence[Draws],
) -> Figure:
    first, second = (
        (
            _expected_values(indicator, chain, flows, draws)[-1],
            values(indicator, draws.flows, chain, draws.pairs)[:, -1],
        )
        for chain, (_, flows), draws in zip(chains, expected, drawn, strict=True)
    )
    return _figure(indicator, chains[0].years[-2], second[0] - first[0], second[1] - first[1])


def _expected_values(indicator: Indicator, chain: Chain, flows: Floats, draws: Draws) -> Floats:
    sources, targets = np.array(draws.pairs, dtype=np.int64).reshape(-1, 2).T
    return values(indicator, flows[:, sources, targets], chain, draws.pairs)


def _figure(indicator: Indicator, year: int, value: float, drawn: Floats) -> Figure:
    known = drawn[np.isfinite(drawn)]
    if not np.isfinite(value) or not len(known):
        return Figure(None, None, None, indicator.unit, indicator.source, year)
    low, high = np.percentile(known, (LOW, HIGH))
    return Figure(float(value), float(low), float(high), indicator.unit, indicator.source, year)


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
