"""What fitting and backtesting give, as JSON values, and a fit as a scenario file.

The forms are contracts: other programs read them. Knows no word; numbers are rounded to what they
are worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from math import log
from typing import Any

import numpy as np

from jalons.cohorts.backtest import Backtest, Row, errors
from jalons.cohorts.fit import Z90, Fit, Ratio
from jalons.cohorts.grain import Grain
from jalons.cohorts.panel import FEEDER, LEVELS, Panel

HORIZON = 5
"""Years ahead of the scenario that is written."""


def backtest_json(test: Backtest, grain: Grain) -> dict[str, Any]:
    """``rows`` and ``errors``; ``mae`` in pupils, ``mape`` and ``coverage`` as shares of 1."""
    return {
        "train": list(test.train),
        "target": test.target,
        "by": grain.value,
        "rows": [_row_json(row, grain) for row in test.rows],
        "errors": _errors_json(test.rows),
        "errors_by_level": {
            level: _errors_json([row for row in test.rows if row.level == level])
            for level in LEVELS
        },
        "not_forecast": list(test.untold),
    }


def fit_json(fitted: Fit, panel: Panel, grain: Grain) -> dict[str, Any]:
    """``ratios`` with the weight of each source, ``entries`` by year, ``dispersion`` of places."""
    return {
        "grain": grain.value,
        "years": list(fitted.years),
        "kind": "progression-ratios",
        "ratios": [ratio_json(ratio, grain) for ratio in fitted.ratios],
        "entries": [
            {
                **_place(place, academie, grain),
                "level": level,
                "heads": dict(zip(map(str, panel.years), _heads(counts), strict=True)),
            }
            for place, academie, row in zip(
                panel.places, panel.academies, panel.counts, strict=True
            )
            for level, counts in zip(LEVELS, row.T, strict=True)
            if level not in FEEDER
        ],
        "dispersion": {level: asdict(prior) for level, prior in fitted.priors.items()},
    }


def ratio_json(ratio: Ratio, grain: Grain) -> dict[str, Any]:
    return {
        **_place(ratio.place, ratio.academie, grain),
        "from": ratio.source,
        "to": ratio.level,
        "ratio": round(ratio.ratio, 4),
        "p05": round(ratio.p05, 4),
        "p95": round(ratio.p95, 4),
        "own_ratio": None if ratio.own_ratio is None else round(ratio.own_ratio, 4),
        "pupils": ratio.pupils,
        "weights": {
            "own": round(ratio.weight_own, 4),
            "academie": round(ratio.weight_academie, 4),
            "france": round(ratio.weight_france, 4),
        },
    }


def scenario_of(fitted: Fit, panel: Panel, place: str) -> dict[str, Any]:
    """A scenario that goes on from the last September of one place with its ratios.

    Entries of each later year: the last one's. A level without a ratio (nobody in the one before)
    has no row: its pupils leave.
    """
    last = _heads(panel.counts[panel.places.index(place), -1])
    heads = {level: count or 0 for level, count in zip(LEVELS, last, strict=True)}
    here = [ratio for ratio in fitted.ratios if ratio.place == place]
    return {
        "name": place or "France",
        "kind": "progression-ratios",
        "start_year": panel.years[-1],
        "horizon": HORIZON,
        "states": list(LEVELS),
        "initial": heads,
        "entries": {level: heads[level] for level in LEVELS if level not in FEEDER},
        "transitions": {ratio.source: {ratio.level: round(ratio.ratio, 4)} for ratio in here},
        "sample_sizes": {ratio.source: worth(ratio) for ratio in here},
    }


def worth(ratio: Ratio) -> int:
    """Pupils whose chance alone would leave the ratio as unsure as its interval says."""
    spread = log(ratio.p95 / ratio.p05) / (2 * Z90)
    return max(round(1.0 / (ratio.ratio * spread**2)), 1)


def _row_json(row: Row, grain: Grain) -> dict[str, Any]:
    return {
        **_place(row.place, row.academie, grain),
        "level": row.level,
        "predicted": round(row.predicted, 1),
        "p05": row.p05,
        "p95": row.p95,
        "observed": row.observed,
    }


def _place(place: str, academie: str, grain: Grain) -> dict[str, str]:
    if grain is Grain.ETABLISSEMENT:
        return {"academie": academie, "etablissement": place}
    return {"academie": academie} if grain is Grain.ACADEMIE else {"academie": "FRANCE"}


def _errors_json(rows: Sequence[Row]) -> dict[str, Any]:
    return {name: asdict(found) for name, found in errors(rows).items()}


def _heads(counts: np.ndarray[Any, Any]) -> list[int | None]:
    return [int(count) if np.isfinite(count) else None for count in counts]
