"""Writes the tables of academies from the official head-count file.

    .venv/bin/python datasets/make_academies.py FILE

FILE is ``fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv``. Writes ``models/academies.csv`` (ratios,
by ``jalons cohorts fit``), ``models/academies-heads.csv`` (pupils) and ``models/school-priors.csv``
(what is known of a school before its own counts). Needs the kit's own environment.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jalons.cohorts.fit import fit
from jalons.cohorts.grain import Grain
from jalons.cohorts.local import FRANCE, HEADS, PRIORS, RATIOS
from jalons.cohorts.panel import LEVELS, panel_of
from jalons.data.headcounts import read_headcounts

SOURCE = "DEPP, fr-en-lycee_pro-effectifs-niveau-sexe-lv (Licence Ouverte)"


def main(path: Path) -> None:
    rows = read_headcounts(path).rows
    ratios: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    for grain in (Grain.FRANCE, Grain.ACADEMIE):
        panel = panel_of(rows, grain)
        years = f"{panel.years[0]}-{panel.years[-1]}"
        for ratio in fit(panel).ratios:
            assert ratio.own_ratio is not None
            ratios.append(
                {
                    "academie": ratio.place or FRANCE,
                    "from": ratio.source,
                    "to": ratio.level,
                    "ratio": round(ratio.ratio, 4),
                    "p05": round(ratio.p05, 4),
                    "p95": round(ratio.p95, 4),
                    "own_ratio": round(ratio.own_ratio, 4),
                    "pupils": ratio.pupils,
                    "weight_own": round(ratio.weight_own, 4),
                    "weight_france": round(1 - round(ratio.weight_own, 4), 4),
                    "source": SOURCE,
                    "year": years,
                }
            )
        last = panel.years[-1]
        for place, counts in zip(panel.places, panel.counts[:, -1], strict=True):
            for level, count in zip(LEVELS, counts, strict=True):
                heads.append(
                    {
                        "academie": place or FRANCE,
                        "year": last,
                        "level": level,
                        "heads": int(count),
                        "source": SOURCE,
                    }
                )
    schools = fit(panel_of(rows, Grain.ETABLISSEMENT))
    priors = [
        {key: f"{value:.6f}" if isinstance(value, float) else value for key, value in told.items()}
        | {"source": SOURCE, "year": f"{schools.years[0]}-{schools.years[-1]}"}
        for told in map(asdict, schools.priors.values())
    ]
    for table, lines in ((RATIOS, ratios), (HEADS, heads), (PRIORS, priors)):
        write(table, lines)


def write(path: Path, rows: Sequence[dict[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, list(rows[0]), delimiter=";", lineterminator="\n")
        lines.writeheader()
        lines.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
