"""Two scenarios side by side, as a page shows them while a slider moves. Pure; seed as argument.

Final states pile up everybody who ever arrived: nobody reads such a stock. Here they hold the
*arrivals of the year* instead, so that "no job, no training: −300" is 300 a year. The draws are
coupled (``compare``): a difference is the lever's and not the dice's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from jalons.cohorts.chain import Floats
from jalons.cohorts.compare import simulate_pair
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Figure, Notice, Scenario
from jalons.cohorts.indicators import Indicator, lacking
from jalons.cohorts.outcome import HIGH, LOW, expect, indicator_values, last_figures
from jalons.cohorts.rules import final_states
from jalons.cohorts.simulate import simulate


@dataclass(frozen=True)
class Band:
    """Expected and the interval nine draws in ten fall into; arrays [years][states]."""

    expected: Floats
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Stage:
    """First is what one compares with, second what is set now; ``difference`` second − first.

    ``final`` names the states shown as arrivals a year; their first year is NaN.
    """

    years: tuple[int, ...]
    states: tuple[str, ...]
    final: tuple[str, ...]
    first: Band
    second: Band
    difference: Band
    first_indicators: Mapping[str, Figure]
    second_indicators: Mapping[str, Figure]
    indicator_difference: Mapping[str, Figure]
    notices: tuple[Notice, ...]
    draws: int


@dataclass(frozen=True)
class Doubts:
    """How sure the second scenario is, one doubt at a time: chance alone, rates alone."""

    sampling: Band
    parameters: Band


def set_stage(
    first: Scenario, second: Scenario, indicators: Sequence[Indicator], draws: int, seed: int = 1
) -> Stage:
    """Compare two scenarios of one chain.

    Raises
    ------
    InputError
        The levers leave some state without a way out.
    """
    chains = compile_scenario(first), compile_scenario(second)
    final = np.isin(first.states, final_states(first))
    pair = simulate_pair(*chains, draws, seed)
    expected = [expect(chain) for chain in chains]
    shown = [yearly(stocks, final) for stocks, _ in expected]
    drawn = [yearly(one.stocks, final) for one in (pair.first, pair.second)]
    possible = [i for i in indicators if not lacking(i, first.states)]
    known = [
        indicator_values(possible, chain, flows, one)
        for chain, (_, flows), one in zip(chains, expected, (pair.first, pair.second), strict=True)
    ]
    year = first.years[-2:-1]
    return Stage(
        first.years,
        first.states,
        final_states(first),
        _band(shown[0], drawn[0]),
        _band(shown[1], drawn[1]),
        _band(shown[1] - shown[0], drawn[1] - drawn[0]),
        last_figures(possible, year, *known[0]),
        last_figures(possible, year, *known[1]),
        last_figures(possible, year, known[1][0] - known[0][0], known[1][1] - known[0][1]),
        chains[1].notices,
        draws,
    )


def doubts(scenario: Scenario, draws: int, seed: int = 1) -> Doubts:
    """The two uncertainties of a scenario, each without the other."""
    chain = compile_scenario(scenario)
    final = np.isin(scenario.states, final_states(scenario))
    shown = yearly(expect(chain)[0], final)
    sampling = simulate(chain, draws, seed, parameters=False)
    parameters = simulate(chain, draws, seed, sampling=False)
    return Doubts(
        _band(shown, yearly(sampling.stocks, final)),
        _band(shown, yearly(parameters.stocks, final)),
    )


def yearly(stocks: Floats, final: np.typing.NDArray[np.bool_]) -> Floats:
    """Stocks (…, T + 1, S) with those of final states as arrivals since the year before."""
    found: Floats = np.array(stocks, dtype=float)
    found[..., 1:, final] = np.diff(stocks[..., final], axis=-2)
    found[..., 0, final] = np.nan
    return found


def _band(expected: Floats, drawn: Floats) -> Band:
    low, high = np.percentile(drawn, (LOW, HIGH), axis=0)
    return Band(expected, low, high)
