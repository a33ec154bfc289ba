"""Draws of a scenario: whole cells at a time, exact, whatever the number of persons.

The persons of a cell who go to each destination are one multinomial: drawing it for the cell costs
the same for twelve pupils and for a million, and follows exactly the law that one random choice for
each person would. Two things are uncertain and kept apart: *sampling* (who happens to go where
when the rates are known) and *parameters* (the rates themselves, ``rates_drawn``).

Draws are made in chunks of ``CHUNK``, each from its own child of the seed, so that the result is
the same whoever computes the chunks, in whichever order. ``run`` maps a function over the chunks:
the built-in ``map``, or that of a cluster (``cluster``).

With ratios of stocks each flow is Poisson, which needs no total to share out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from jalons.cohorts.chain import Chain, Floats, Heads, Ints
from jalons.cohorts.domain import Kind
from jalons.cohorts.rates_drawn import draw_rows

CHUNK = 200

Run = Callable[[Callable[["Chunk"], "Draws"], Iterable["Chunk"]], Iterable["Draws"]]


@dataclass(frozen=True)
class Draws:
    """What was drawn, groups added up.

    ``stocks`` shape (D, T + 1, S); ``flows`` shape (D, T, N), one for each of ``pairs`` (N of them,
    from state to state).
    """

    stocks: Floats
    flows: Floats
    pairs: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Chunk:
    """Some of the draws: enough to compute them anywhere."""

    chain: Chain
    seed: int
    number: int
    draws: int
    sampling: bool
    parameters: bool

    def generators(self) -> tuple[np.random.Generator, np.random.Generator]:
        """One for the rates, one for the heads."""
        child = np.random.SeedSequence(self.seed, spawn_key=(self.number,))
        rates, heads = child.spawn(2)
        return generator(rates), generator(heads)


@dataclass(frozen=True)
class Layout:
    """Where each drawn flow goes. A cells that are drawn, K destinations at most, N pairs.

    ``to`` shape (A, K): destinations, the likeliest last so that it takes what the others leave;
    shorter rows begin with places nobody goes to (-1). ``arrive`` (A K, C) adds flows up to next
    year's cells, ``count`` (A K, N) to pairs of states, ``stay`` (C, N) those of final states.
    """

    drawn: Ints
    to: Ints
    arrive: Floats
    count: Floats
    stay: Floats
    kept: Floats
    pairs: tuple[tuple[int, int], ...]

    def packed(self, p: Floats) -> Floats:
        """Shares (…, A, K) of the drawn cells from rows (…, C, S)."""
        found: Floats = p[..., self.drawn[:, None], np.maximum(self.to, 0)]
        return np.where(self.to >= 0, found, 0.0)


def simulate(
    chain: Chain,
    draws: int,
    seed: int,
    *,
    sampling: bool = True,
    parameters: bool = True,
    run: Run = map,
) -> Draws:
    """Draw the scenario ``draws`` times.

    Parameters
    ----------
    chain : Chain
    draws : int
    seed : int
        Same seed, same draws.
    sampling, parameters : bool
        Which uncertainty to draw; without sampling, flows are expected ones at the drawn rates.
    run : callable
        Maps over chunks, keeping their order.
    """
    found = list(run(draw_chunk, chunks(chain, draws, seed, sampling, parameters)))
    return Draws(
        np.concatenate([one.stocks for one in found]),
        np.concatenate([one.flows for one in found]),
        found[0].pairs,
    )


def chunks(
    chain: Chain, draws: int, seed: int, sampling: bool = True, parameters: bool = True
) -> list[Chunk]:
    sizes = [min(CHUNK, draws - start) for start in range(0, draws, CHUNK)]
    return [
        Chunk(chain, seed, number, size, sampling, parameters) for number, size in enumerate(sizes)
    ]


def draw_chunk(chunk: Chunk) -> Draws:
    """The draws of one chunk."""
    chain = chunk.chain
    rates, heads = chunk.generators()
    rows = draw_rows(chain, rates, chunk.draws) if chunk.parameters else chain.rows
    transitions = chain.transitions(rows)
    plan = layout(chain, chain.transitions())
    shares = [plan.packed(p) for p in transitions]
    draw = _flow_drawer(chain, heads) if chunk.sampling else _expected_flows
    n = starting(chain, chain.initial, heads, chunk)
    size, groups = len(chain.states), len(chain.groups)
    stocks = np.empty((chunk.draws, chain.horizon + 1, size))
    flows = np.empty((chunk.draws, chain.horizon, len(plan.pairs)))
    stocks[:, 0] = n.reshape(-1, groups, size).sum(axis=1)
    for t, regime in enumerate(chain.regime_of):
        gone = draw(n[:, plan.drawn], shares[regime]).reshape(chunk.draws, -1)
        flows[:, t] = gone @ plan.count + n @ plan.stay
        n = gone @ plan.arrive + n * plan.kept + starting(chain, chain.entries[t], heads, chunk)
        stocks[:, t + 1] = n.reshape(-1, groups, size).sum(axis=1)
    return Draws(stocks, flows, plan.pairs)


def layout(chain: Chain, transitions: Iterable[Floats]) -> Layout:
    """Where the flows of ``transitions`` (rows by regime, (C, S) each) can go."""
    typical = np.mean(list(transitions), axis=0)
    possible = np.any([p > 0 for p in transitions], axis=0)
    size = len(chain.states)
    drawn = np.flatnonzero(~chain.final & possible.any(axis=1))
    width = max((int(possible[c].sum()) for c in drawn), default=1)
    to = np.full((len(drawn), width), -1)
    for a, cell in enumerate(drawn):
        ends = np.flatnonzero(possible[cell])
        to[a, width - len(ends) :] = ends[np.argsort(typical[cell, ends], kind="stable")]
    final = np.flatnonzero(chain.final[:size])
    pairs = {(int(c % size), int(end)) for c, ends in zip(drawn, to, strict=True) for end in ends}
    pairs = {pair for pair in pairs if pair[1] >= 0} | {(int(f), int(f)) for f in final}
    ordered = tuple(sorted(pairs))
    number = {pair: i for i, pair in enumerate(ordered)}
    arrive = np.zeros((to.size, chain.cells))
    count = np.zeros((to.size, len(ordered)))
    for k, (cell, end) in enumerate(zip(np.repeat(drawn, width), to.ravel(), strict=True)):
        if end >= 0:
            arrive[k, cell - cell % size + end] = 1
            count[k, number[int(cell % size), int(end)]] = 1
    stay = np.zeros((chain.cells, len(ordered)))
    for cell in np.flatnonzero(chain.final):
        stay[cell, number[int(cell % size), int(cell % size)]] = 1
    return Layout(drawn, to, arrive, count, stay, chain.final.astype(float), ordered)


def draw_flows(rng: np.random.Generator, n: Floats, shares: Floats) -> Floats:
    """Exact flows (B, A, K) of ``n`` persons (B, A) with ``shares`` (…, A, K)."""
    if not n.any():
        return np.zeros((*n.shape, shares.shape[-1]))
    # A share made of several may be 1 and a rounding more, which numpy refuses.
    flows = rng.multinomial(n.astype(np.int64), np.minimum(shares, 1.0))
    # The last place takes what the others leave. Where its share is 0, rounding of the machine
    # could once in 10^10 leave it a person: nobody goes where nobody can.
    lost = np.where(shares[..., -1] > 0, 0, flows[..., -1])
    if lost.any():
        likeliest = np.broadcast_to(shares.argmax(axis=-1), lost.shape)
        flows[..., -1] -= lost
        np.put_along_axis(
            flows,
            likeliest[..., None],
            np.take_along_axis(flows, likeliest[..., None], -1) + lost[..., None],
            -1,
        )
    return flows.astype(float)


def _flow_drawer(chain: Chain, rng: np.random.Generator) -> Callable[[Floats, Floats], Floats]:
    if chain.kind is Kind.RATIOS:
        return lambda n, ratios: rng.poisson(n[..., None] * ratios).astype(float)
    return lambda n, shares: draw_flows(rng, n, shares)


def starting(chain: Chain, heads: Heads, rng: np.random.Generator, chunk: Chunk) -> Floats:
    """Persons of the cells, (B, C): what is split between groups is rounded at random."""
    n = np.repeat(heads.known[None].astype(float), chunk.draws, axis=0)
    size = len(chain.states)
    for split in heads.splits:
        n[:, split.state :: size] += split.whole
        if split.rest and chunk.sampling:
            n[:, split.state :: size] += rng.multinomial(split.rest, split.chance, chunk.draws)
        elif split.rest:
            n[:, split.state :: size] += split.rest * split.chance
    return n


def generator(seed: np.random.SeedSequence) -> np.random.Generator:
    return np.random.Generator(np.random.SFC64(seed))


def _expected_flows(n: Floats, shares: Floats) -> Floats:
    return n[..., None] * shares
