"""Empirical Bayes: how much to believe a small place, how much its academy, how much France.

The model
---------
For a passage (2PRO → 1PRO, say), a place ``i`` and a pair of years ``k``, with ``m_k`` the national
ratio and ``E = m_k × pupils of the level before`` the pupils one would expect::

    y_ik = log((observed + ½) / (E + ½))            how far from the nation, as a logarithm
    y_ik = β x_ik + a_academy(i) + u_i + ε_ik       (x: an optional covariate)
    a ~ N(0, A),   u ~ N(0, U),   ε ~ N(0, τ² + φ/E)

``φ/E`` is chance: ``φ = 1`` would be Poisson, but most pupils simply go on, so it is less. ``τ²``
is what one year of a place differs by, ``U`` what lasts. The mean of ``u`` given the data is the
own deviation times a weight between 0 and 1::

    weight = U / (U + 1 / Σ_k (1 / (τ² + φ/E_k)))

Where the numbers come from
---------------------------
Moments, as in Fay and Herriot (1979) and in random-effects meta-analysis (Paule and Mandel, 1982).
With two pairs of years or more, ``U`` is what two following years of a place have in common, and
``τ²``, ``φ`` what they differ by. With a single pair nothing tells what lasts from what passes:
half of the dispersion is taken as lasting (``LASTING``), the one thing assumed here. ``φ`` needs
many places to be told from ``τ²``; with fewer it is 1.

Knows no level, no file, no word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

LASTING = 0.5
"""Share of the dispersion that lasts, when only one pair of years is there to tell (assumed)."""

ENOUGH_PAIRS = 10
"""Places seen in two pairs of years from which ``U`` is estimated instead."""

ENOUGH_PLACES = 200
"""Observations from which ``φ`` is estimated."""

SLOPE_SD = 0.3
"""Prior standard deviation of the slope β: a handful of places cannot claim an extreme one."""

FAR = 3.0
"""Residuals beyond so many standard deviations (a school that opens, a class that closes) count as
that many: dispersions describe the ordinary year."""


@dataclass(frozen=True)
class Shrunk:
    """What a place is believed to be, relative to the nation.

    Parameters
    ----------
    effect, variance : array, shape (places,)
        Posterior mean and variance of ``a + u`` (a logarithm).
    own, academy : array, shape (places,)
        Weights of the place's own counts and of its academy's; France has the rest.
    lasting, passing, chance : float
        ``U``, ``τ²``, ``φ``.
    slope : float
        ``β``.
    """

    effect: Floats
    variance: Floats
    own: Floats
    academy: Floats
    lasting: float
    passing: float
    chance: float
    slope: float


def log_ratio(observed: Floats, expected: Floats) -> Floats:
    """``log((observed + ½) / (expected + ½))``: a ratio that a small place cannot make infinite."""
    return np.asarray(np.log((observed + 0.5) / (expected + 0.5)))


def excess_variance(residuals: Floats, chance: Floats) -> float:
    """The variance of ``residuals`` beyond ``chance`` (Paule and Mandel).

    Solves ``Σ e² / (S² + v) = n - 1`` for ``S² ≥ 0`` by bisection; 0 if chance suffices.
    """
    squares, target = residuals**2, len(residuals) - 1
    if target <= 0 or float(np.sum(squares / chance)) <= target:
        return 0.0
    low, high = 0.0, float(np.sum(squares)) / target
    for _ in range(60):
        middle = (low + high) / 2
        if float(np.sum(squares / (middle + chance))) > target:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def noise_law(residuals: Floats, size: Floats) -> tuple[float, float]:
    """``τ²`` and ``φ`` such that residuals have variance ``τ² + φ/size``."""
    if len(residuals) < ENOUGH_PLACES:
        return excess_variance(residuals, 1.0 / size), 1.0
    passing, chance = 0.0, 1.0
    terms = np.stack([np.ones_like(size), 1.0 / size], axis=1)
    for _ in range(25):
        variance = passing + chance / size
        squares = np.minimum(residuals**2, FAR**2 * variance)
        weighted = terms / variance[:, None] ** 2
        passing, chance = np.linalg.lstsq(weighted.T @ terms, weighted.T @ squares)[0]
        if passing < 0:
            passing = 0.0
            chance = float(np.sum(weighted[:, 1] * squares) / np.sum(weighted[:, 1] / size))
        elif chance < 0.05:
            return excess_variance(residuals, 0.05 / size), 0.05
    if chance > 1.0:
        return excess_variance(residuals, 1.0 / size), 1.0
    return float(passing), float(chance)


def shrink(
    y: Floats,
    size: Floats,
    academies: NDArray[np.intp],
    x: Floats | None = None,
    slope_prior: float = 0.0,
    lasting: float = LASTING,
) -> Shrunk:
    """Fit the model of this module.

    Parameters
    ----------
    y : array, shape (places, pairs)
        Deviations; NaN where a place has none.
    size : array, shape (places, pairs)
        ``E``, positive.
    academies : array of int, shape (places,)
        Number of the academy of each place. As many academies as places: no academy effect.
    x : array, shape (places, pairs), optional
        The covariate, known where ``y`` is.
    slope_prior : float
        Prior mean of its slope.
    lasting : float
        Share of the dispersion taken as lasting when a single pair of years cannot tell.
    """
    known = np.isfinite(y)
    slope = 0.0
    if x is not None:
        slope = _slope(y[known], x[known], size[known], slope_prior)
        y = y - slope * x
    spread, chance = noise_law(y[known], size[known]) if known.any() else (0.0, 1.0)
    weight = np.where(known, 1.0 / (spread + chance / size + 1e-12), 0.0)
    residual = np.where(known, y, 0.0)
    shared, trust = _academy_effects(residual, weight, academies, lasting)
    residual = np.where(known, residual - shared[:, None], 0.0)

    lasts, passing, chance = _split(residual, known, size, lasting)
    precision = np.where(known, 1.0 / (passing + chance / size + 1e-12), 0.0)
    total = precision.sum(axis=1)
    mean = np.divide((residual * precision).sum(axis=1), total, np.zeros(len(y)), where=total > 0)
    own = lasts * total / (1.0 + lasts * total)
    return Shrunk(
        effect=shared + own * mean,
        variance=lasts * (1.0 - own),
        own=own,
        academy=(1.0 - own) * trust,
        lasting=lasts,
        passing=passing,
        chance=chance,
        slope=slope,
    )


def _slope(y: Floats, x: Floats, size: Floats, prior: float) -> float:
    """``β`` by least squares weighted with what the residuals show, Normal prior."""
    slope, precision = prior, SLOPE_SD**-2
    for _ in range(10 if len(y) else 0):
        residuals = y - slope * x
        spread, chance = noise_law(residuals, size)
        variance = spread + chance / size
        # A place that is far off (openings, closures) weighs less: Huber's weights.
        far = np.sqrt(residuals**2 / variance) / FAR
        weight = 1.0 / (variance * np.maximum(far, 1.0))
        along = float(np.sum(weight * x * y)) + precision * prior
        slope = along / (float(np.sum(weight * x * x)) + precision)
    return slope


def _academy_effects(
    residual: Floats, weight: Floats, academies: NDArray[np.intp], lasting: float
) -> tuple[Floats, Floats]:
    """The mean of each place's academy, shrunk to the nation, and how far it is trusted."""
    count = int(academies.max()) + 1
    nothing = np.zeros(len(academies))
    total = np.bincount(academies, weight.sum(axis=1), count)
    seen = total > 0
    if seen.sum() < 3 or count == len(academies):
        return nothing, nothing
    mean = np.zeros(count)
    mean[seen] = np.bincount(academies, (weight * residual).sum(axis=1), count)[seen] / total[seen]
    variance = excess_variance(mean[seen], 1.0 / total[seen])
    trust = np.zeros(count)
    trust[seen] = lasting * variance / (variance + 1.0 / total[seen])
    return (trust * mean)[academies], trust[academies]


def _split(
    residual: Floats, known: NDArray[np.bool_], size: Floats, lasting: float
) -> tuple[float, float, float]:
    """``U``, ``τ²`` and ``φ`` of residuals, shape (places, pairs)."""
    both = known[:, :-1] & known[:, 1:]
    if both.sum() < ENOUGH_PAIRS:
        spread, chance = noise_law(residual[known], size[known]) if known.any() else (0.0, 1.0)
        return lasting * spread, (1.0 - lasting) * spread, chance
    first, second = residual[:, :-1][both], residual[:, 1:][both]
    one, other = size[:, :-1][both], size[:, 1:][both]
    passing, chance = noise_law((first - second) / np.sqrt(2.0), 2.0 / (1.0 / one + 1.0 / other))
    # What two years have in common, far places held in as everywhere.
    scale = np.sqrt(passing + chance / one + np.median(np.abs(first)) ** 2)
    near = (np.abs(first) < FAR * scale) & (np.abs(second) < FAR * scale)
    weight = np.where(near, 1.0 / scale**4, 0.0)
    common = float(np.sum(weight * first * second) / np.sum(weight)) if near.any() else 0.0
    return max(common, 0.0), passing, chance
