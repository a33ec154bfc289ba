"""How levers change a row: of those who would go to *d*, a share goes to *k* instead.

For one row ``p`` (shares over the destinations) and levers ``l`` with coverage ``c``, size ``s``
and a baseline coverage ``b`` that ``p`` already contains, the share of the flow to ``d`` that moves
because of ``l`` is::

    m_l = s (c - b) / (1 - s b)          since what is seen today is p_d = p0_d (1 - s b)

Several levers on the same flow leave ``prod(1 - m_l)`` of it where it was; what moves is shared out
between their targets in proportion to ``m_l``. All are read on the row as it was, so that their
order does not matter, nobody is moved twice, and the row still sums to 1 without being cut.

As a matrix: ``row' = row @ M`` with ``M`` stochastic, the identity where no lever acts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import inf

import numpy as np
from numpy.typing import NDArray

from jalons.cohorts.domain import EVERYONE, Effect, LeverUse

Move = tuple[int, int, float]
"""Loser, gainer, share of the loser's flow that moves."""


def moved_share(effect: Effect, use: LeverUse) -> float:
    """``m_l`` above, in [0, 1]."""
    size, baseline = effect.share, use.lever.baseline
    if size * baseline >= 1:
        return 0.0
    return max(0.0, size * (use.coverage - baseline) / (1 - size * baseline))


def applies(effect: Effect, states: Iterable[str]) -> bool:
    """Whether the chain has the states an effect speaks of."""
    known = set(states)
    return effect.state in known and effect.instead_of in known and effect.to in known


def in_force(levers: Iterable[LeverUse], year: int) -> list[LeverUse]:
    """Those at work in a year; of one lever given several times, the latest that has begun."""
    latest: dict[str, LeverUse] = {}
    for use in sorted(levers, key=_first_year):
        if _first_year(use) <= year:
            latest[use.lever.id] = use
    return list(latest.values())


def _first_year(use: LeverUse) -> float:
    return -inf if use.from_year is None else use.from_year


def moves(
    levers: Iterable[LeverUse], year: int, group: str, state: str, states: tuple[str, ...]
) -> list[Move]:
    """What the levers do to one row in one year."""
    found = []
    for use in in_force(levers, year):
        for effect in use.lever.effects:
            if effect.state == state and effect.group in (EVERYONE, group):
                share = moved_share(effect, use)
                if share > 0 and applies(effect, states) and effect.instead_of != effect.to:
                    loser, gainer = states.index(effect.instead_of), states.index(effect.to)
                    found.append((loser, gainer, share))
    return found


def matrix(found: Iterable[Move], size: int) -> NDArray[np.float64]:
    """``M``, shape (size, size), rows summing to 1."""
    by_loser: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for loser, gainer, share in found:
        if share > 0:
            by_loser[loser].append((gainer, share))
    m = np.eye(size)
    for loser, gains in by_loser.items():
        stays = float(np.prod([1 - share for _, share in gains]))
        m[loser, loser] = stays
        total = sum(share for _, share in gains)
        for gainer, share in gains:
            m[loser, gainer] += (1 - stays) * share / total
    return m
