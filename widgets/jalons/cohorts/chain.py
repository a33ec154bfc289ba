"""A scenario as arrays: what every engine computes with.

In symbols. ``G`` groups, ``S`` states, ``C = G S`` cells (cell ``g S + s``), ``T`` years of flows.
``n[t]`` are the persons of the cells in year ``t``; ``P[t]`` shape (C, S) their rows, so that::

    n[t+1] = n[t] . P[t] + e[t]          within each group; e[t] the entrants of year t+1

``P[t] = rows[row_of[t]] @ M[t]``: a row of the scenario, then what the levers do to it. A row given
for all groups is one row here too, used by several cells: when it is uncertain, it is so for all
of them at once. ``parts`` hold what is known of each row, so that a draw of a row is a draw of its
parts.

Persons given for all groups are split by the groups' shares; when that leaves a fraction, each draw
rounds it up or down at random, so that heads stay whole and the mean stays exact.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jalons.cohorts.domain import Kind, Notice

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Part:
    """Shares that are drawn together: the pupils' part of a row, or its leavers' part.

    ``row`` is the row it belongs to; ``of_left`` whether it shares out those the first part leaves;
    ``mean`` shape (S + 1,), the last place holding those left over; ``n`` the persons behind it.
    """

    row: int
    of_left: bool
    mean: Floats
    n: float | None


@dataclass(frozen=True)
class Split:
    """Persons of a state shared out between groups: whole part, and a rest to round at random.

    ``whole`` shape (G,); ``rest`` persons more, each to group ``g`` with chance ``chance[g]``.
    """

    state: int
    whole: Ints
    rest: int
    chance: Floats


@dataclass(frozen=True)
class Heads:
    """Persons by cell: ``known`` shape (C,), and those to split."""

    known: Ints
    splits: tuple[Split, ...]

    def mean(self, states: int) -> Floats:
        """Expected persons, shape (C,)."""
        mean = self.known.astype(float)
        for split in self.splits:
            mean[split.state :: states] += split.whole + split.rest * split.chance
        return mean


@dataclass(frozen=True)
class Chain:
    """A scenario compiled. Shapes as in the module's docstring; R rows.

    ``regime_of`` shape (T,): years with the same number have the same ``P``. ``levers[k]`` gives,
    for regime ``k``, the cells whose row the levers change and their matrices M (n, S, S).
    """

    states: tuple[str, ...]
    groups: tuple[str, ...]
    shares: Floats
    years: tuple[int, ...]
    kind: Kind
    final: NDArray[np.bool_]
    initial: Heads
    entries: tuple[Heads, ...]
    parts: tuple[Part, ...]
    rows: Floats
    regime_of: Ints
    row_of: tuple[Ints, ...]
    levers: tuple[tuple[Ints, Floats], ...]
    notices: tuple[Notice, ...]

    @property
    def horizon(self) -> int:
        return len(self.years) - 1

    @property
    def cells(self) -> int:
        return len(self.groups) * len(self.states)

    def transitions(self, rows: Floats | None = None) -> list[Floats]:
        """``P`` of each regime, (…, C, S), from drawn ``rows`` (…, R, S) or the stated ones."""
        rows = self.rows if rows is None else rows
        found = []
        for row_of, (cells, matrices) in zip(self.row_of, self.levers, strict=True):
            found.append(changed(rows[..., row_of, :], cells, matrices))
        return found


def step(n: Floats, p: Floats, groups: int) -> Floats:
    """``n . P`` within each group: (…, C) and (…, C, S) to (…, C)."""
    size = p.shape[-1]
    by_group = n.reshape(*n.shape[:-1], groups, 1, size)
    return (by_group @ p.reshape(*p.shape[:-2], groups, size, size)).reshape(n.shape)


def changed(p: Floats, cells: Ints, matrices: Floats) -> Floats:
    """Rows ``p`` (…, C, S) with those of ``cells`` changed by the levers; ``p`` is written to."""
    if len(cells):
        p[..., cells, :] = np.einsum("...cs,cst->...ct", p[..., cells, :], matrices)
    return p
