"""Indicators as counts over counts: which flows are counted, over which.

An :class:`Indicator` is data (``datasets/cohort_indicators.csv``, read by ``indicator_table``): two
sets of flows between states in the course of one year. Here: which flows of a chain it counts, and
its value from expected or drawn flows. What a chain cannot give is asked first (:func:`lacking`)
and said, not shown as nought.

*Entrants* from outside the chain are counted as flows from ``ENTRANTS``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from jalons.cohorts.chain import Chain, Floats

ANY = "*"
ENTRANTS = "entrants"


@dataclass(frozen=True)
class Counted:
    """Flows from one of ``sources`` to one of ``targets`` (ANY: to any state), but for ``but``."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    but: tuple[str, ...] = ()

    def counts(self, source: str, target: str) -> bool:
        wanted = self.targets == (ANY,) or target in self.targets
        return source in self.sources and wanted and target not in self.but

    @property
    def states(self) -> tuple[str, ...]:
        named = (*self.sources, *self.targets, *self.but)
        return tuple(name for name in named if name not in (ANY, ENTRANTS))


@dataclass(frozen=True)
class Indicator:
    """One indicator, defined once. Its name and explanation are in ``i18n`` under its ``id``.

    Parameters
    ----------
    id : str
    numerator : Counted
    denominator : Counted or None
        None: persons, not a share.
    per : str
        Whom the denominator counts: ``pupil``, ``leaver``, ``entrant``; empty without one.
    source : str
        Where it is asked for or defined.
    """

    id: str
    numerator: Counted
    denominator: Counted | None
    per: str
    source: str

    @property
    def unit(self) -> str:
        return "heads" if self.denominator is None else "share"


@dataclass(frozen=True)
class Coverage:
    """An indicator that is a lever's coverage: set, not computed."""

    id: str
    lever: str
    source: str


@dataclass(frozen=True)
class IndicatorTable:
    """The catalogue, in the order it is shown; ``unavailable`` gives a reason code by id."""

    indicators: tuple[Indicator, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    unavailable: Mapping[str, str] = field(default_factory=dict)


def lacking(indicator: Indicator, states: Sequence[str]) -> tuple[str, ...]:
    """States the indicator speaks of that the chain does not have."""
    parts = (indicator.numerator, indicator.denominator)
    named = dict.fromkeys(name for part in parts if part for name in part.states)
    return tuple(name for name in named if name not in states)


def entrants(chain: Chain) -> Floats:
    """Expected entrants of each year of flows, by state, shape (T, S)."""
    size = len(chain.states)
    return np.array([e.mean(size).reshape(-1, size).sum(axis=0) for e in chain.entries])


def values(
    indicator: Indicator,
    flows: Floats,
    entering: Floats,
    states: tuple[str, ...],
    pairs: tuple[tuple[int, int], ...],
) -> Floats:
    """The indicator, year by year.

    Parameters
    ----------
    indicator : Indicator
    flows : array, shape (…, T, N)
        Flows of each of the ``pairs`` of states.
    entering : array, shape (T, S)
        Entrants of the same years.
    states, pairs : tuple

    Returns
    -------
    array, shape (…, T)
        NaN where nobody is in the denominator.
    """
    above = _count(indicator.numerator, flows, entering, states, pairs)
    if indicator.denominator is None:
        return above
    below = _count(indicator.denominator, flows, entering, states, pairs)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(below > 0, above / below, np.nan))


def _count(
    counted: Counted,
    flows: Floats,
    entering: Floats,
    states: tuple[str, ...],
    pairs: tuple[tuple[int, int], ...],
) -> Floats:
    of_pairs, of_entrants = _weights(counted, states, pairs)
    return flows @ of_pairs + entering @ of_entrants


@lru_cache(maxsize=1024)
def _weights(
    counted: Counted, states: tuple[str, ...], pairs: tuple[tuple[int, int], ...]
) -> tuple[Floats, Floats]:
    """1 for what is counted: pairs of states (N,), entrants (S,)."""
    of_pairs = [float(counted.counts(states[a], states[b])) for a, b in pairs]
    of_entrants = [float(counted.counts(ENTRANTS, state)) for state in states]
    return np.array(of_pairs), np.array(of_entrants)
