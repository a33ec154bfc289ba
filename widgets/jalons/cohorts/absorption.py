"""Where one person ends up, after how long, and when they first pass by: exact, no draw.

For a person in a state in year 0, following the scenario's rows year after year and, after the last
one, that year's rows for ever. With ``Q`` the transient and ``R`` the final columns of the last
``P``, ``N = (I - Q)^-1``::

    shares           B[T] = N R    B[t] = P[t] B[t+1]
    expected years   y[T] = N 1    y[t] = 1 + P[t] y[t+1]

With groups: the mean over the groups' shares, that is, for a person of the scenario's mix.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jalons.cohorts.chain import Chain, Floats
from jalons.cohorts.domain import Kind


@dataclass(frozen=True)
class Absorption:
    """``shares`` shape (S, F) over the F final states; ``years`` shape (S,), 0 for final states."""

    final: tuple[int, ...]
    shares: Floats
    years: Floats


def absorption(chain: Chain) -> Absorption:
    """Shares by final state and expected years before it; nothing for ratios of stocks."""
    size = len(chain.states)
    if chain.kind is Kind.RATIOS:
        return Absorption((), np.zeros((size, 0)), np.zeros(size))
    transient = ~chain.final[:size]
    final = np.flatnonzero(~transient)
    shares, years = np.zeros((size, len(final))), np.zeros(size)
    for weight, path in zip(chain.shares, _paths(chain), strict=True):
        last = path[-1]
        fundamental = np.linalg.inv(
            np.eye(int(transient.sum())) - last[np.ix_(transient, transient)]
        )
        b, y = np.zeros((size, len(final))), np.zeros(size)
        b[final] = np.eye(len(final))
        b[transient] = fundamental @ last[np.ix_(transient, final)]
        y[transient] = fundamental.sum(axis=1)
        for p in reversed(path):
            b, y = p @ b, transient + p @ y
        shares += weight * b
        years += weight * y
    return Absorption(tuple(int(f) for f in final), shares, years)


def first_passage(chain: Chain, target: str) -> Floats:
    """Chance to be in ``target`` for the first time in each year, from each state of year 0.

    Returns
    -------
    array, shape (T + 1, S)
        Place [0] is 1 for ``target`` itself. The sum over the years is the chance to come by at
        all within the horizon.
    """
    size, at = len(chain.states), chain.states.index(target)
    reached = np.zeros((chain.horizon + 1, size))
    for weight, path in zip(chain.shares, _paths(chain), strict=True):
        where = np.eye(size)
        reached[0] += weight * where[:, at]
        for t, p in enumerate(path):
            there = where[:, at].copy()
            p = p.copy()
            p[at] = np.eye(size)[at]
            where = where @ p
            reached[t + 1] += weight * (where[:, at] - there)
    return reached


def _paths(chain: Chain) -> list[list[Floats]]:
    """For each group, its rows (S, S) year after year."""
    size = len(chain.states)
    regimes = [p.reshape(len(chain.groups), size, size) for p in chain.transitions()]
    return [[regimes[k][g] for k in chain.regime_of] for g in range(len(chain.groups))]
