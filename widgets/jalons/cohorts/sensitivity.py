"""What moves an indicator: its exact derivative with respect to each rate.

A rate cannot be raised alone, its row must still sum to 1. Convention: raising ``p_j`` by ``e``
takes ``e`` from the other destinations in proportion to what they have::

    d p_k / d p_j = - p_k / (1 - p_j)      for k != j     (none for a rate of 0 or 1)

The rates are those that run, levers included, raised in every year at once. For a number
``F = sum_t sum_ij W_t[i,j] f_t[i,j]`` of flows ``f_t = n_t[i] P_t[i,j]``, one pass backwards gives
all derivatives at once (``l`` is what one more person in a cell adds to ``F`` later on)::

    l_t[i]         = sum_j P_t[i,j] (W_t[i,j] + l_{t+1}[j])
    dF / dP_t[i,j] = n_t[i] (W_t[i,j] + l_{t+1}[j])

An indicator is a ratio of two such numbers: ``d(A/B) = (dA - (A/B) dB) / B``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jalons.cohorts.chain import Chain, Floats
from jalons.cohorts.domain import Kind
from jalons.cohorts.indicators import Counted, Indicator
from jalons.cohorts.project import project


@dataclass(frozen=True)
class Slope:
    """How much an indicator changes for one more unit of a rate (times 0.01: for one point)."""

    group: str
    source: str
    target: str
    rate: float
    slope: float


def sensitivity(chain: Chain, indicator: Indicator, year: int) -> tuple[Slope, ...]:
    """Derivative of the indicator of ``year`` to each rate, steepest first.

    Parameters
    ----------
    chain : Chain
    indicator : Indicator
        Whose states the chain has.
    year : int
        The year whose flows the indicator counts.
    """
    at = chain.years.index(year)
    above, d_above = _total(chain, indicator.numerator, at)
    slope = d_above
    if indicator.denominator is not None:
        below, d_below = _total(chain, indicator.denominator, at)
        if below <= 0:
            return ()
        slope = (d_above - above / below * d_below) / below
    return _slopes(chain, slope, at)


def _total(chain: Chain, counted: Counted, at: int) -> tuple[float, Floats]:
    """Persons counted in year ``at``, and the derivative to P of each year, (at + 1, C, S)."""
    size, groups = len(chain.states), len(chain.groups)
    asked = np.array([[float(counted.counts(a, b)) for b in chain.states] for a in chain.states])
    weight = np.tile(asked, (groups, 1))
    expected, transitions = project(chain), chain.transitions()
    later = np.zeros((groups, size))
    slope = np.empty((at + 1, chain.cells, size))
    for t in range(at, -1, -1):
        worth = np.repeat(later, size, axis=0) + (weight if t == at else 0.0)
        slope[t] = expected.stocks[t][:, None] * worth
        later = (transitions[chain.regime_of[t]] * worth).sum(axis=1).reshape(groups, size)
    return float((expected.flows[at] * weight).sum()), slope


def _slopes(chain: Chain, slope: Floats, at: int) -> tuple[Slope, ...]:
    """Along the convention, one number a rate: years added up, each with its own rates."""
    size, transitions = len(chain.states), chain.transitions()
    total = np.zeros((chain.cells, size))
    for t in range(at + 1):
        p = transitions[chain.regime_of[t]]
        if chain.kind is Kind.RATIOS:
            total += np.where(p > 0, slope[t], 0.0)
            continue
        others = (p * slope[t]).sum(axis=1, keepdims=True) - p * slope[t]
        free = (p > 0) & (p < 1)
        total += np.where(free, slope[t] - others / np.where(free, 1 - p, 1.0), 0.0)
    p = transitions[chain.regime_of[at]]
    found = [
        Slope(
            chain.groups[cell // size],
            chain.states[cell % size],
            chain.states[target],
            float(p[cell, target]),
            float(total[cell, target]),
        )
        for cell, target in np.argwhere((p > 0) & ((p < 1) | (chain.kind is Kind.RATIOS)))
    ]
    return tuple(sorted(found, key=lambda s: -abs(s.slope)))
