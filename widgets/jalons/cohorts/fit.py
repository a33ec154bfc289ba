"""Progression ratios of France, academies and schools, and what each place's own are worth.

A ratio is ``pupils of a level / pupils of the level before, a year earlier``: it holds those who
come from elsewhere, so it may exceed 1. A small place's own ratio is mixed with its academy's and
the nation's (``shrinkage`` says how); the three weights add up to 1 and are part of the result.
Knows no file and no word; forecasting is ``forecast``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt

import numpy as np

from jalons.cohorts.forecast import national_passages
from jalons.cohorts.panel import FEEDER, LEVELS, Panel
from jalons.cohorts.shrinkage import log_ratio, shrink

Z90 = 1.6448536269514722
"""Normal quantile: nine times in ten within ± this many standard deviations."""


@dataclass(frozen=True)
class Ratio:
    """One place's ratio into one level.

    Parameters
    ----------
    place, academie : str
        Empty for France.
    source, level : str
        From which level into which.
    ratio, p05, p95 : float
        Mixed ratio and the interval that holds it nine times in ten.
    own_ratio : float or None
        From the place's counts alone; None if nobody was in the level before.
    pupils : int
        Pupils of the level before, all years together: what the own ratio rests on.
    weight_own, weight_academie, weight_france : float
        They add up to 1.
    """

    place: str
    academie: str
    source: str
    level: str
    ratio: float
    p05: float
    p95: float
    own_ratio: float | None
    pupils: int
    weight_own: float
    weight_academie: float
    weight_france: float


@dataclass(frozen=True)
class Prior:
    """What is known of a passage before a place's own counts, and how far places differ.

    ``lasting``, ``passing`` and ``chance`` are ``U``, ``τ²`` and ``φ`` of ``shrinkage``; ``unsure``
    is the variance of the logarithm of ``ratio`` itself.
    """

    level: str
    ratio: float
    unsure: float
    lasting: float
    passing: float
    chance: float


@dataclass(frozen=True)
class Fit:
    """All ratios of a file at one grain.

    Parameters
    ----------
    years : tuple of int
    ratios : tuple of Ratio
        Every place that has pupils, by place then level.
    priors : mapping of level to Prior
        For a place that is not in the file (``blend``).
    """

    years: tuple[int, ...]
    ratios: tuple[Ratio, ...]
    priors: Mapping[str, Prior]


def fit(panel: Panel) -> Fit:
    """Fit every passage over all consecutive years of a panel.

    Raises
    ------
    ValueError
        Fewer than two years, or years that do not follow each other.
    """
    national = national_passages(panel)
    ratios: list[Ratio] = []
    priors: dict[str, Prior] = {}
    numbers = np.unique(np.array(panel.academies), return_inverse=True)[1]
    for level, feeder in FEEDER.items():
        start, to = panel.level(feeder)[:, :-1], panel.level(level)[:, 1:]
        seen = national[level]
        usable = (start > 0) & np.isfinite(to)
        expected = np.where(usable, np.exp(seen.observed) * start, 1.0)
        # Nobody where pupils were expected: another school takes them, not a ratio to learn from.
        y = np.where(usable & (to > 0), log_ratio(to, expected), np.nan)
        shrunk = shrink(y, expected + 0.5, numbers)
        ratio, unsure = exp(float(np.mean(seen.observed))), seen.year / len(seen.observed)
        priors[level] = Prior(level, ratio, unsure, shrunk.lasting, shrunk.passing, shrunk.chance)
        left = np.where(usable, start, 0.0).sum(axis=1)
        came = np.where(usable, to, 0.0).sum(axis=1)
        spread = np.sqrt(shrunk.variance + unsure)
        for i in np.flatnonzero((left > 0) | (np.nansum(panel.level(level), axis=1) > 0)):
            mixed = ratio * exp(float(shrunk.effect[i]))
            wide = exp(Z90 * float(spread[i]))
            own, academie = float(shrunk.own[i]), float(shrunk.academy[i])
            ratios.append(
                Ratio(
                    place=panel.places[i],
                    academie=panel.academies[i],
                    source=feeder,
                    level=level,
                    ratio=mixed,
                    p05=mixed / wide,
                    p95=mixed * wide,
                    own_ratio=float(came[i] / left[i]) if left[i] > 0 else None,
                    pupils=int(left[i]),
                    weight_own=own,
                    weight_academie=academie,
                    weight_france=1.0 - own - academie,
                )
            )
    ratios.sort(key=lambda r: (r.place, LEVELS.index(r.level)))
    return Fit(panel.years, tuple(ratios), priors)


def blend(
    prior: Prior, own: Sequence[tuple[int, int]], academie: Ratio | None = None, place: str = ""
) -> Ratio:
    """Mix a school's own counts with what is known of its academy and of France.

    Parameters
    ----------
    prior : Prior
        The passage, fitted on schools.
    own : sequence of (int, int)
        For each pair of years: pupils of the level before, pupils who are in the level a year
        later. May be empty. A pair without anybody on either side tells nothing.
    academie : Ratio, optional
        The ratio of the school's academy, mixed with the nation's already.
    place : str
        Name of the school, for the result.

    Returns
    -------
    Ratio
        With the weight of each source.

    Examples
    --------
    >>> prior = Prior("TPRO", ratio=0.92, unsure=0.0002, lasting=0.004, passing=0.001, chance=0.4)
    >>> one = blend(prior, [(60, 51)])
    >>> round(one.own_ratio, 2), round(one.weight_own, 2), round(one.ratio, 3)
    (0.85, 0.34, 0.896)
    """
    before, unsure = (prior.ratio, prior.unsure)
    if academie is not None:
        before = academie.ratio
        unsure = (np.log(academie.p95 / academie.p05) / (2 * Z90)) ** 2
    pairs = [(left, came) for left, came in own if left > 0 and came > 0]
    expected = np.array([left * before for left, _ in pairs])
    y = log_ratio(np.array([came for _, came in pairs], float), expected)
    precision = 1.0 / (prior.passing + prior.chance / (expected + 0.5))
    total = float(precision.sum())
    weight = prior.lasting * total / (1.0 + prior.lasting * total)
    mean = float((y * precision).sum() / total) if pairs else 0.0
    ratio = before * exp(weight * mean)
    wide = exp(Z90 * sqrt(unsure + prior.lasting * (1.0 - weight)))
    left = sum(left for left, _ in pairs)
    trusted = (1.0 - weight) * (academie.weight_own if academie else 0.0)
    return Ratio(
        place=place,
        academie=academie.academie if academie else "",
        source=FEEDER[prior.level],
        level=prior.level,
        ratio=ratio,
        p05=ratio / wide,
        p95=ratio * wide,
        own_ratio=sum(came for _, came in pairs) / left if left else None,
        pupils=left,
        weight_own=weight,
        weight_academie=trusted,
        weight_france=1.0 - weight - trusted,
    )
