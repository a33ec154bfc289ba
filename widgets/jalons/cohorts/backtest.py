"""How good a forecast of head-counts is: against what came, and beside two forecasts anybody makes.

The two naive forecasts: *last figure* (as many pupils as last year) and *last ratio* (the last
year's own ratio applied again: to the level before, or for an entry level to its own last figure).
Refuses to fit: it is given forecasts and compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from jalons.cohorts.forecast import fit_passages, forecast
from jalons.cohorts.panel import FEEDER, LEVELS, Floats, Panel

FORECASTS = ("model", "last_figure", "last_ratio")


@dataclass(frozen=True)
class Row:
    """One level of one place. Counts in pupils; ``observed`` None where the file has none."""

    place: str
    academie: str
    level: str
    predicted: float
    p05: float
    p95: float
    observed: int | None
    last_figure: float
    last_ratio: float


@dataclass(frozen=True)
class Errors:
    """Of one forecast, over ``n`` rows that have an observed count.

    ``mae`` in pupils; ``mape`` a share, over the rows where somebody was observed; ``coverage`` the
    share of rows within the band (None for a forecast without one). None: no row to tell from.
    """

    n: int
    mae: float | None
    mape: float | None
    coverage: float | None


@dataclass(frozen=True)
class Backtest:
    """What :func:`backtest` gives. ``untold`` are places without a count in the last year."""

    train: tuple[int, ...]
    target: int
    rows: tuple[Row, ...]
    untold: tuple[str, ...]


def backtest(known: Panel, target: int, truth: Panel | None = None, seed: int = 1) -> Backtest:
    """Fit on a panel, predict a later year, set it beside what came.

    Parameters
    ----------
    known : Panel
        Two consecutive Septembers or more: all the forecast sees.
    target : int
        A later September.
    truth : Panel, optional
        What came, in its first year.
    seed : int
        Of the bands.
    """
    told = forecast(known, fit_passages(known), target, seed)
    figure, ratio = known.counts[:, -1], _last_ratio(known, target - known.years[-1])
    came = dict(zip(truth.places, truth.counts[:, 0], strict=True)) if truth else {}
    rows = [
        Row(
            place=place,
            academie=known.academies[i],
            level=level,
            predicted=float(told.predicted[i, j]),
            p05=float(told.p05[i, j]),
            p95=float(told.p95[i, j]),
            observed=int(came[place][j]) if place in came else None,
            last_figure=float(figure[i, j]),
            last_ratio=float(ratio[i, j]),
        )
        for i, place in enumerate(known.places)
        for j, level in enumerate(LEVELS)
        if np.isfinite(told.predicted[i, j])
    ]
    untold = sorted({*known.places, *came} - {row.place for row in rows})
    return Backtest(known.years, target, tuple(rows), tuple(untold))


def errors(rows: Sequence[Row]) -> dict[str, Errors]:
    """MAE, MAPE and coverage of the model and of the two naive forecasts.

    Rows where nobody was expected and nobody came are left out: they would only flatter.
    """
    judged = [row for row in rows if row.observed is not None and (row.observed or row.predicted)]
    return {name: _errors(judged, name) for name in FORECASTS}


def _errors(rows: Sequence[Row], name: str) -> Errors:
    if not rows:
        return Errors(0, None, None, None)
    attribute = "predicted" if name == "model" else name
    missed = [abs(getattr(row, attribute) - (row.observed or 0)) for row in rows]
    relative = [miss / row.observed for miss, row in zip(missed, rows, strict=True) if row.observed]
    within = [row.p05 <= (row.observed or 0) <= row.p95 for row in rows]
    return Errors(
        n=len(rows),
        mae=float(np.mean(missed)),
        mape=float(np.mean(relative)) if relative else None,
        coverage=float(np.mean(within)) if name == "model" else None,
    )


def _last_ratio(panel: Panel, steps: int) -> Floats:
    """Last year's ratios again, ``steps`` times; the last figure where there is none to take."""
    now, before = panel.counts[:, -1], panel.counts[:, -2]
    feeders = [LEVELS.index(FEEDER.get(level, level)) for level in LEVELS]
    usable = before[:, feeders] > 0
    ratio = np.divide(now, before[:, feeders], out=np.ones_like(now), where=usable)
    for _ in range(steps):
        now = np.where(usable, now[:, feeders] * ratio, now)
    return now
