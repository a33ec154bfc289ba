"""The levers of ``datasets/cohort_levers.csv``: one row an effect, several rows a lever.

Each row says which flow changes, by how much at full coverage, between which bounds it may be
tried, and what that leans on: ``documented`` or ``illustrative`` (a size nobody measured, for the
user to set). Knows no chain; what an effect does is in ``redirect``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from jalons.cohorts.domain import Effect, Lever
from jalons.resources import DATASETS

FILE = DATASETS / "cohort_levers.csv"


@cache
def load_levers() -> Mapping[str, Lever]:
    """The catalogue's levers by id, in the order they are shown."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    by_id: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        by_id.setdefault(row["lever"], []).append(row)
    return {name: _lever(name, its_rows) for name, its_rows in by_id.items()}


def _lever(name: str, rows: list[dict[str, str]]) -> Lever:
    first = rows[0]
    return Lever(
        name,
        tuple(
            Effect(
                row["from"],
                row["instead_of"],
                row["to"],
                float(row["share"]),
                float(row["low"]),
                float(row["high"]),
            )
            for row in rows
        ),
        float(first["baseline"]),
        float(first["default"]),
        first["evidence"],
        first["source"],
        first["year"],
    )
