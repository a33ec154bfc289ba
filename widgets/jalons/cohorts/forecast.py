"""Next September's head-counts of every place, with bands, from two Septembers or more.

In words
--------
*A level that is fed* (1PRO, TPRO, CAP2): pupils of the level before × the national ratio × what
this place does otherwise. What a place does otherwise has two parts, both shrunk (``shrinkage``):
its **structure**, the ratio of the two levels in the same September (a school that recruits in
1PRO shows it there), and what it did in the last passages beyond that.

*An entry level* (2PRO, CAP1): last year's figure, drawn a little back towards what the years above
show (structure again). No national trend is prolonged: with two Septembers none can be told from
a passing wave.

*The national ratio* is the mean of the observed passages and of one stand-in for the passage before
the first September: the two levels of that September. The stand-in misses how much the feeding
level had grown, hence its smaller weight.

*Bands* hold the year of the nation (drawn once for all places), the year of the place, how sure its
own ratio is, and chance (Poisson). Several years ahead, every draw goes on from its own counts.

Refuses to know a file, an observed target or a word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jalons.cohorts.panel import FEEDER, LEVELS, SUCCESSOR, Floats, Panel
from jalons.cohorts.shrinkage import Shrunk, log_ratio, shrink

LEAST_NATIONAL_SD = 0.01
"""No nation's ratio is steadier than 1 % a year: a floor for when the file shows less."""

PROGRESSION_SLOPE, ENTRY_SLOPE = 0.5, 0.0
"""Prior slopes of the structure: midway between "ratio" and "last figure"; none for entries."""

MOST_DRAWS, MOST_CELLS = 2000, 1_000_000
"""Draws of the bands, fewer where there are many places."""

MOST_HEADS = 1e9


@dataclass(frozen=True)
class National:
    """The nation's ratio into a level. All are of logarithms.

    Parameters
    ----------
    observed : array, shape (years - 1,)
        The ratios of the file; for an entry level its growths.
    mean : float
        What is believed of it: observed ones and the stand-in, by precision; 0 for an entry level.
    unknown : float
        Variance of that belief.
    year : float
        Variance from one year to another: from the differences of consecutive ratios (the first
        less what its stand-in adds) and from the growths of the entry levels around 0.
    """

    observed: Floats
    mean: float
    unknown: float
    year: float


@dataclass(frozen=True)
class Passage:
    """One level's way from a September to the next, fitted.

    Parameters
    ----------
    level : str
        Where pupils arrive.
    ratio : float
        National pupils of ``level`` per pupil of the level before (for an entry level: 1).
    ratio_sd : float
        Standard deviation of its logarithm for a year to come, what is unknown of it included.
    places : Shrunk
        What each place does otherwise.
    """

    level: str
    ratio: float
    ratio_sd: float
    places: Shrunk


@dataclass(frozen=True)
class Forecast:
    """Counts of one September. All arrays have shape (places, levels); NaN: cannot be told."""

    year: int
    predicted: Floats
    p05: Floats
    p95: Floats


def fit_passages(panel: Panel) -> dict[str, Passage]:
    """Fit every level on consecutive years (two at least).

    Raises
    ------
    ValueError
        Fewer than two years, or years that do not follow each other.
    """
    national = national_passages(panel)
    return {level: _fit_level(panel, level, national[level]) for level in LEVELS}


def forecast(panel: Panel, passages: Mapping[str, Passage], target: int, seed: int = 1) -> Forecast:
    """Predict the September of ``target`` from the last year of ``panel``.

    Parameters
    ----------
    panel : Panel
        The years the passages were fitted on.
    passages : mapping of level to Passage
    target : int
        A year after the last one.
    seed : int
        Of the bands; the prediction itself is not drawn.
    """
    random = np.random.default_rng(seed)
    draws = int(np.clip(MOST_CELLS // len(panel.places), 200, MOST_DRAWS))
    now, before = panel.counts[:, -1, :], panel.counts[:, -2, :]
    drawn, drawn_before = now[None].repeat(draws, 0), before[None].repeat(draws, 0)
    point, point_before = now[None], before[None]
    for _ in range(target - panel.years[-1]):
        point, point_before = _step(point, point_before, passages, None), point
        drawn, drawn_before = _step(drawn, drawn_before, passages, random), drawn
    ordered = np.sort(np.ascontiguousarray(drawn.T), axis=-1)
    low, high = (ordered[..., round(share * (draws - 1))].T for share in (0.05, 0.95))
    # Half a pupil expected is nobody in most draws: the band still holds what is predicted.
    low, high = np.minimum(low, np.floor(point[0])), np.maximum(high, np.ceil(point[0]))
    return Forecast(target, point[0], low, high)


def national_passages(panel: Panel) -> dict[str, National]:
    """The nation's ratios into every level (an entry level: from its own last figure).

    Raises
    ------
    ValueError
        Fewer than two years, or years that do not follow each other.
    """
    steps = np.diff(panel.years)
    if len(steps) < 1 or np.any(steps != 1):
        raise ValueError("two consecutive years at least are needed")
    observed = {level: _log_ratios(panel, level, FEEDER.get(level, level)) for level in LEVELS}
    stand_in = {level: _first_september(panel, level, FEEDER[level]) for level in FEEDER}
    growth = {level: float(np.mean(_log_ratios(panel, level, level) ** 2)) for level in LEVELS}
    changes: list[float] = []
    for level in LEVELS:
        if level in FEEDER:
            first = (observed[level][0] - stand_in[level]) ** 2 - growth[FEEDER[level]]
            changes += [first / 2, *np.diff(observed[level]) ** 2 / 2]
        else:
            changes += [*observed[level] ** 2]
    year = max(float(np.mean(changes)), LEAST_NATIONAL_SD**2)
    found = {}
    for level in LEVELS:
        mean, unknown = 0.0, 0.0
        if level in FEEDER:
            ratios = np.append(observed[level], stand_in[level])
            precision = np.full(len(ratios), 1.0 / year)
            precision[-1] = 1.0 / (year + growth[FEEDER[level]])
            unknown = 1.0 / float(np.sum(precision))
            mean = float(np.sum(ratios * precision)) * unknown
        found[level] = National(observed[level], mean, unknown, year)
    return found


def _log_ratios(panel: Panel, level: str, feeder: str) -> Floats:
    """National log ratios of consecutive years, over the places that have both."""
    to, start = panel.level(level)[:, 1:], panel.level(feeder)[:, :-1]
    both = np.isfinite(to) & np.isfinite(start)
    return log_ratio(np.where(both, to, 0).sum(0), np.where(both, start, 0).sum(0))


def _first_september(panel: Panel, level: str, feeder: str) -> float:
    """The two levels of the first September: a stand-in for the passage before it."""
    to, start = (panel.level(name)[:, :1] for name in (level, feeder))
    return float(log_ratio(np.nansum(to, 0), np.nansum(start, 0))[0])


def _fit_level(panel: Panel, level: str, national: National) -> Passage:
    feeder = FEEDER.get(level, level)
    start, to = panel.level(feeder)[:, :-1], panel.level(level)[:, 1:]
    x = _structure(panel.counts.swapaxes(0, 1), level)[:-1].T
    usable = (start > 0) & (to > 0) & np.isfinite(x)
    expected = np.where(usable, np.exp(national.observed) * start, 1.0)
    y = np.where(usable, log_ratio(to, expected), np.nan)
    numbers = np.unique(np.array(panel.academies), return_inverse=True)[1]
    if level in FEEDER:
        places = shrink(y, expected + 0.5, numbers, x, PROGRESSION_SLOPE)
    else:
        places = shrink(y, expected + 0.5, numbers, x, ENTRY_SLOPE, lasting=0.0)
    spread = float(np.sqrt(national.year + national.unknown))
    return Passage(level, float(np.exp(national.mean)), spread, places)


def _structure(counts: Floats, level: str) -> Floats:
    """How the level stands to the one before (an entry level: to the one after) in one September.

    ``counts`` ends in (places, levels), the result in (places): a logarithm relative to all places
    together; NaN where a place lacks one of the two levels.
    """
    own = counts[..., LEVELS.index(level)]
    other = counts[..., LEVELS.index(FEEDER.get(level) or SUCCESSOR[level])]
    total = log_ratio(np.nansum(own, -1, keepdims=True), np.nansum(other, -1, keepdims=True))
    return np.where((own > 0) & (other > 0), log_ratio(own, other) - total, np.nan)


def _step(
    now: Floats,
    before: Floats,
    passages: Mapping[str, Passage],
    random: np.random.Generator | None,
) -> Floats:
    """Counts a year later, shape (draws, places, levels). ``random`` None: what is expected."""
    later = np.empty_like(now)
    for column, level in enumerate(LEVELS):
        passage, feeder = passages[level], LEVELS.index(FEEDER.get(level, level))
        start, own, was = now[..., feeder], now[..., column], before[..., feeder]
        x = np.nan_to_num(_structure(now, level))  # unknown: as the nation
        otherwise = passage.places.slope * x + passage.places.effect
        mean = start * passage.ratio * np.exp(otherwise)
        # Pupils who come from elsewhere: no level before, or none of its pupils ever stay here.
        elsewhere = (start == 0) & (own > 0)
        none_stay = (own == 0) & (start > 0) & (was > 0)
        mean = np.where(elsewhere, own, np.where(none_stay, 0.0, mean))
        if random is None:
            later[..., column] = mean
            continue
        nation = passage.ratio_sd * random.standard_normal((now.shape[0], 1))
        place = np.sqrt(passage.places.variance + passage.places.passing)
        noisy = mean * np.exp(nation + place * random.standard_normal(mean.shape))
        known = np.isfinite(noisy)
        arriving = np.where(known, np.minimum(noisy, MOST_HEADS), 0.0)
        # Chance of variance φ × mean: the part that is certain, and a Poisson part.
        chance = passage.places.chance
        heads = np.rint((1.0 - chance) * arriving + random.poisson(chance * arriving))
        later[..., column] = np.where(known, heads, np.nan)
    return later
