"""What is expected, exactly: stocks, flows, and the law of the stocks in closed form.

With the rates known, each person moves on their own, so that given the persons of a year, those of
the next are sums of independent multinomials. Hence, without a single draw::

    E n[t+1]   = E n[t] . P + E e[t]
    Cov n[t+1] = P' Cov n[t] P + sum_c E n[t,c] (diag(p_c) - p_c p_c') + Cov e[t]

(``P`` here block-diagonal over the groups, ``p_c`` the row of cell ``c`` within its group.) For
ratios of stocks each flow is Poisson, and ``diag(p_c)`` stands alone. The draws of ``simulate`` are
tested against these. Knows no lever and no indicator: they are in the chain, or made from flows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jalons.cohorts.chain import Chain, Floats, Heads, step
from jalons.cohorts.domain import Kind


@dataclass(frozen=True)
class Projection:
    """Expected persons: ``stocks`` (T + 1, C) and ``flows`` (T, C, S)."""

    stocks: Floats
    flows: Floats

    def by_state(self, groups: int) -> tuple[Floats, Floats]:
        """Groups added up: stocks (T + 1, S), flows (T, S, S)."""
        size = self.flows.shape[-1]
        return (
            self.stocks.reshape(-1, groups, size).sum(axis=1),
            self.flows.reshape(len(self.flows), groups, size, size).sum(axis=1),
        )


def project(chain: Chain) -> Projection:
    """Expected stocks and flows at the stated rates.

    Examples
    --------
    >>> from jalons.cohorts.domain import Period, Row, Scenario, Stock
    >>> from jalons.cohorts.compile import compile_scenario
    >>> rows = (Row("A", {"A": 0.5, "out": 0.5}), Row("out", {"out": 1.0}))
    >>> s = Scenario("x", 2022, 2, ("A", "out"), (Stock("A", 80),), (Period(2022, rows),))
    >>> project(compile_scenario(s)).stocks.tolist()
    [[80.0, 0.0], [40.0, 40.0], [20.0, 60.0]]
    """
    size, groups = len(chain.states), len(chain.groups)
    transitions = chain.transitions()
    stocks = np.empty((chain.horizon + 1, chain.cells))
    flows = np.empty((chain.horizon, chain.cells, size))
    stocks[0] = chain.initial.mean(size)
    for t, regime in enumerate(chain.regime_of):
        np.multiply(stocks[t][:, None], transitions[regime], out=flows[t])
        arrived = flows[t].reshape(groups, size, size).sum(axis=1)
        stocks[t + 1] = arrived.ravel() + chain.entries[t].mean(size)
    return Projection(stocks, flows)


def covariance(chain: Chain) -> Floats:
    """Covariance of the cells of each year when the rates are known, shape (T + 1, C, C)."""
    size, groups = len(chain.states), len(chain.groups)
    found = np.empty((chain.horizon + 1, chain.cells, chain.cells))
    found[0] = _rounding(chain.initial, chain)
    n = chain.initial.mean(size)
    transitions = chain.transitions()
    for t, regime in enumerate(chain.regime_of):
        p = transitions[regime]
        wide = _block(p, groups)
        spread = wide.T @ found[t] @ wide + np.diag(n @ wide)
        if chain.kind is Kind.MARKOV:
            spread -= (wide * n[:, None]).T @ wide
        found[t + 1] = spread + _rounding(chain.entries[t], chain)
        n = step(n, p, groups) + chain.entries[t].mean(size)
    return found


def _block(p: Floats, groups: int) -> Floats:
    """Rows (C, S) as a matrix (C, C) over the cells."""
    size = p.shape[1]
    wide = np.zeros((len(p), len(p)))
    for g in range(groups):
        own = slice(g * size, (g + 1) * size)
        wide[own, own] = p[own]
    return wide


def _rounding(heads: Heads, chain: Chain) -> Floats:
    """Covariance of splitting heads between groups: a multinomial of what is left to round."""
    found = np.zeros((chain.cells, chain.cells))
    for split in heads.splits:
        cells = np.arange(len(chain.groups)) * len(chain.states) + split.state
        spread = np.diag(split.chance) - np.outer(split.chance, split.chance)
        found[np.ix_(cells, cells)] += split.rest * spread
    return found
