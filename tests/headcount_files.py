"""Head-count files with a known truth, and the official one where it is at hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from jalons.cohorts.panel import FEEDER, LEVELS
from jalons.data.headcounts import COLUMNS, SchoolCounts

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
OFFICIAL = SHARED / "effectifs" / "fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv"
needs_official = pytest.mark.skipif(
    not OFFICIAL.exists(), reason="the official head-count file is not beside the checkout"
)

RATIOS = {"1PRO": 1.0, "TPRO": 0.92, "CAP2": 0.86}
"""The nation's true ratios."""


def write_counts(path: Path, rows: Iterable[SchoolCounts]) -> Path:
    lines = [";".join(COLUMNS)]
    lines += [";".join(map(str, (row.year, row.academie, row.school, *row.counts))) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


def planted(
    seed: int,
    years: int = 3,
    academies: int = 20,
    schools: int = 30,
    *,
    between: float = 0.04,
    within: float = 0.02,
    nation: float = 0.02,
) -> list[SchoolCounts]:
    """Schools whose ratios differ for good (``between``), by year (``within``), and together.

    All are standard deviations of logarithms. Each school's chance is a binomial's.
    """
    random = np.random.default_rng(seed)
    lasting = {
        level: between * random.standard_normal((academies, 1))
        + between * random.standard_normal((academies, schools))
        for level in FEEDER
    }
    before: dict[str, np.ndarray] = {}
    rows: list[SchoolCounts] = []
    size = random.lognormal(4.2, 0.5, (academies, schools))
    for year in range(2019 - 4, 2019 + years):
        common = dict(zip(LEVELS, nation * random.standard_normal(len(LEVELS)), strict=True))
        now: dict[str, np.ndarray] = {}
        for level in LEVELS:
            noise = common[level] + within * random.standard_normal((academies, schools))
            if level not in FEEDER:
                now[level] = random.poisson(size * np.exp(noise))
                continue
            start = before.get(FEEDER[level], np.rint(size).astype(int))
            ratio = RATIOS[level] * np.exp(lasting[level] + noise)
            stay = random.binomial(start, np.clip(0.85 * ratio, 0, 1))
            now[level] = stay + random.poisson(0.15 * ratio * start)
        before = now
        if year >= 2019:
            rows += [
                SchoolCounts(
                    year,
                    f"A{a:02}",
                    f"{a:02}{s:04}X",
                    tuple(int(now[level][a, s]) for level in LEVELS),
                )
                for a in range(academies)
                for s in range(schools)
            ]
    return rows
