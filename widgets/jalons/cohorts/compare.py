"""Two scenarios, so drawn that their difference is the lever's and not the dice's.

Drawing each with the same seed is not enough: one number more drawn here shifts all the dice there.
Instead the persons are coupled. As long as a person is in the same cell in both scenarios, they go
to destination *k* in both with chance ``min(p_k, q_k)``; with what remains, ``r = 1 - sum_k
min(p_k, q_k)``, they part: to *k* with chance ``(p_k - min) / r`` in the first, ``(q_k - min) / r``
in the second. Those who parted go on independently. Three counts are enough for each cell: who is
there in both (``common``), only in the first, only in the second. Each scenario alone follows its
exact law (its marginal chance is ``min + r (p - min) / r = p``), no coupling parts fewer persons in
a step, and where no lever acts the two are the same person for person.

Rates are drawn once for both (same rows, then each scenario's levers).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from jalons.cohorts.chain import Chain, Floats
from jalons.cohorts.domain import Kind
from jalons.cohorts.rates_drawn import draw_rows
from jalons.cohorts.simulate import (
    Chunk,
    Draws,
    Layout,
    chunks,
    draw_chunk,
    draw_flows,
    layout,
    starting,
)


class NotComparableError(ValueError):
    """Two scenarios that do not have the same states, groups and years."""


@dataclass(frozen=True)
class Pair:
    """Draws of both scenarios; draw ``d`` of one goes with draw ``d`` of the other."""

    first: Draws
    second: Draws


def simulate_pair(first: Chain, second: Chain, draws: int, seed: int) -> Pair:
    """Draw two scenarios together, with both uncertainties.

    Parameters
    ----------
    first, second : Chain
        Of the same states, groups and years; rates, levers, heads may differ.
    draws, seed : int
        ``first`` alone is what ``simulate`` gives in law, not number for number.

    Raises
    ------
    NotComparableError
    """
    same = (
        first.states == second.states
        and first.groups == second.groups
        and first.years == second.years
        and first.kind == second.kind
        and bool(np.array_equal(first.final, second.final))
    )
    if not same:
        raise NotComparableError("the scenarios differ in states, groups, years or kind")
    if first.kind is Kind.RATIOS:
        # A Poisson flow has no persons to couple: the same dice are the best there is.
        return Pair(
            _joined(draw_chunk(chunk) for chunk in chunks(first, draws, seed)),
            _joined(draw_chunk(chunk) for chunk in chunks(second, draws, seed)),
        )
    plan = layout(first, [*first.transitions(), *second.transitions()])
    both = [
        _draw_pair(one, other, plan)
        for one, other in zip(chunks(first, draws, seed), chunks(second, draws, seed), strict=True)
    ]
    return Pair(_joined(a for a, _ in both), _joined(b for _, b in both))


def _draw_pair(one: Chunk, other: Chunk, plan: Layout) -> tuple[Draws, Draws]:
    first, second = one.chain, other.chain
    shares = [_shares(one, plan), _shares(other, plan)]
    _, heads = one.generators()
    entrants = list(zip(_entrants(one), _entrants(other), strict=True))
    results = [_empty(first, one.draws, plan) for _ in shares]
    couplings: dict[tuple[int, int], _Coupling] = {}
    people = _People.sorted_out(*entrants[0])
    for t, regimes in enumerate(zip(first.regime_of, second.regime_of, strict=True)):
        key = int(regimes[0]), int(regimes[1])
        if key not in couplings:
            couplings[key] = _Coupling(shares[0][key[0]], shares[1][key[1]])
        together, apart = couplings[key].draw(people, plan, heads)
        for side, result in enumerate(results):
            flows = (together + apart[side]).reshape(one.draws, -1)
            result.flows[:, t] = flows @ plan.count + people.of(side) @ plan.stay
            result.stocks[:, t] = _by_state(people.of(side), first)
        people = people.moved(together, apart, plan).joined(_People.sorted_out(*entrants[t + 1]))
    for side, result in enumerate(results):
        result.stocks[:, -1] = _by_state(people.of(side), first)
    return results[0], results[1]


@dataclass(frozen=True)
class _People:
    """Persons of the cells (B, C): in the same one in both scenarios, or only in one of them."""

    common: Floats
    only: tuple[Floats, Floats]

    @classmethod
    def sorted_out(cls, first: Floats, second: Floats) -> _People:
        common = np.minimum(first, second)
        return cls(common, (first - common, second - common))

    def of(self, side: int) -> Floats:
        total: Floats = self.common + self.only[side]
        return total

    def joined(self, others: _People) -> _People:
        only = (self.only[0] + others.only[0], self.only[1] + others.only[1])
        return _People(self.common + others.common, only)

    def moved(self, together: Floats, apart: tuple[Floats, Floats], plan: Layout) -> _People:
        """A year later, after the flows (B, A, K) of those together and of those apart."""

        def arrived(flows: Floats, stayed: Floats) -> Floats:
            gone: Floats = flows.reshape(len(flows), -1) @ plan.arrive
            return gone + stayed * plan.kept

        first, second = (arrived(apart[side], self.only[side]) for side in (0, 1))
        return _People(arrived(together, self.common), (first, second))


class _Coupling:
    """How persons move in a year with shares ``p`` in one scenario and ``q`` in the other.

    ``p`` and ``q`` have shape (…, A, K). ``differ`` are the cells where they are not the same;
    ``agree`` (…, differ) the chance to go to the same place in both.
    """

    def __init__(self, p: Floats, q: Floats) -> None:
        p, q = np.broadcast_arrays(p, q)
        self.alone = p, q
        self.differ = np.flatnonzero((p != q).any(axis=-1).reshape(-1, p.shape[-2]).any(axis=0))
        p, q = p[..., self.differ, :], q[..., self.differ, :]
        both = np.minimum(p, q)
        self.agree = np.minimum(both.sum(axis=-1), 1.0)
        self.together = self.alone[0].copy()
        self.together[..., self.differ, :] = _shared_out(both)
        self.parting = _shared_out(p - both), _shared_out(q - both)

    def draw(
        self, people: _People, plan: Layout, rng: np.random.Generator
    ) -> tuple[Floats, tuple[Floats, Floats]]:
        """Flows (B, A, K) of those who stay together, and of those apart in each scenario."""
        n = people.common[:, plan.drawn]
        part = np.zeros((len(n), len(self.differ)))
        if len(self.differ):
            part = rng.binomial(n[:, self.differ].astype(np.int64), 1 - self.agree).astype(float)
            n[:, self.differ] -= part
        together = draw_flows(rng, n, self.together)
        apart = []
        for side in (0, 1):
            flows = draw_flows(rng, people.only[side][:, plan.drawn], self.alone[side])
            if part.any():
                flows[:, self.differ] += draw_flows(rng, part, self.parting[side])
            apart.append(flows)
        return together, (apart[0], apart[1])


def _shared_out(weights: Floats) -> Floats:
    """Weights (…, K) as shares that sum to 1; all to the last place where there is nothing."""
    total = weights.sum(axis=-1, keepdims=True)
    nothing = np.zeros(weights.shape[-1])
    nothing[-1] = 1
    return np.where(total > 0, weights / np.where(total > 0, total, 1), nothing)


def _shares(chunk: Chunk, plan: Layout) -> list[Floats]:
    """The shares of each regime, packed: the same dice for the rates of both scenarios."""
    rates, _ = chunk.generators()
    rows = draw_rows(chunk.chain, rates, chunk.draws)
    return [plan.packed(p) for p in chunk.chain.transitions(rows)]


def _empty(chain: Chain, draws: int, plan: Layout) -> Draws:
    stocks = np.empty((draws, chain.horizon + 1, len(chain.states)))
    return Draws(stocks, np.empty((draws, chain.horizon, len(plan.pairs))), plan.pairs)


def _by_state(n: Floats, chain: Chain) -> Floats:
    total: Floats = n.reshape(len(n), len(chain.groups), len(chain.states)).sum(axis=1)
    return total


def _entrants(chunk: Chunk) -> list[Floats]:
    """Persons who are there at the start, then each year's entrants, from the same dice."""
    _, heads = chunk.generators()
    entrants = (chunk.chain.initial, *chunk.chain.entries)
    return [starting(chunk.chain, one, heads, chunk) for one in entrants]


def _joined(found: Iterable[Draws]) -> Draws:
    parts = list(found)
    return Draws(
        np.concatenate([part.stocks for part in parts]),
        np.concatenate([part.flows for part in parts]),
        parts[0].pairs,
    )
