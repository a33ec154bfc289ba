"""How unsure the rates are: rows drawn as the head-counts behind them allow.

A part of a row with shares ``p`` seen on ``n`` persons is drawn from a Dirichlet of parameters
``n p``: mean ``p`` exactly, variance ``p (1 - p) / (n + 1)``, and what is impossible stays so. A
row by leavers has two parts drawn apart, put together as ``Row`` says, so that *still studying*
and *employed* keep each their own denominator in every draw. Ratios of stocks are drawn from Gammas
of shape ``n r`` and mean ``r``. A row without a head-count is taken as certain.

One draw of a row holds for all years it is in force: not knowing a rate is not a yearly accident.
"""

from __future__ import annotations

import numpy as np

from jalons.cohorts.chain import Chain, Floats
from jalons.cohorts.domain import Kind


def uncertain(chain: Chain) -> bool:
    return any(part.n is not None for part in chain.parts)


def draw_rows(chain: Chain, rng: np.random.Generator, draws: int) -> Floats:
    """Rows, shape (draws, R, S); (R, S) when all of them are certain."""
    if not uncertain(chain):
        return chain.rows
    size = len(chain.states)
    unsure = [part for part in chain.parts if part.n is not None]
    shape = np.concatenate([part.mean[part.mean > 0] * (part.n or 0) for part in unsure])
    gammas = rng.standard_gamma(shape, (draws, len(shape)))
    lengths = [int((part.mean > 0).sum()) for part in unsure]
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    if chain.kind is Kind.RATIOS:
        gammas /= np.repeat([part.n or 1.0 for part in unsure], lengths)
    else:
        gammas /= np.repeat(np.add.reduceat(gammas, starts, axis=1), lengths, axis=1)
    drawn = {}
    for part, start, length in zip(unsure, starts, lengths, strict=True):
        values = np.zeros((draws, size + 1))
        values[:, part.mean > 0] = gammas[:, start : start + length]
        drawn[part.row, part.of_left] = values
    rows = np.repeat(chain.rows[None], draws, axis=0)
    for part in chain.parts:
        if part.of_left:
            continue
        pupils = drawn.get((part.row, False))
        leavers = drawn.get((part.row, True))
        if pupils is None and leavers is None:
            continue
        first = part.mean[None] if pupils is None else pupils
        rows[:, part.row] = first[:, :size]
        if first[:, size].any():
            rest = _stated_leavers(chain, part.row)[None] if leavers is None else leavers
            rows[:, part.row] += first[:, size:] * rest[:, :size]
    return rows


def _stated_leavers(chain: Chain, row: int) -> Floats:
    return next(part.mean for part in chain.parts if part.row == row and part.of_left)
