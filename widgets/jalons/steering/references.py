"""Published figures beside the school's: France, the academy, else its region.

Reads ``datasets/steering_references.csv``, and the specialities of BTS from the table that
*Simuler* reads too. Every figure has its source and year; a place without one has none.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jalons.resources import DATASETS
from jalons.schoolyear.tables import read_rows

TABLE = DATASETS / "steering_references.csv"
ACADEMIES = DATASETS / "academies.csv"
SPECIALITIES = DATASETS / "models" / "references.csv"
COLUMNS = ("indicateur", "perimetre", "lieu", "valeur", "n", "annee", "source", "lu_le", "note")
NATION, ACADEMY, REGION = "france", "academie", "region"


@dataclass(frozen=True, slots=True)
class Reference:
    """A published value, in the indicator's unit, of a place and a year.

    Parameters
    ----------
    scope : str
        :data:`NATION`, :data:`ACADEMY` or :data:`REGION`.
    """

    value: float
    scope: str
    place: str
    year: str
    source: str
    note: str = ""


@cache
def read_references(path: Path = TABLE) -> Mapping[tuple[str, str, str], Reference]:
    """(indicator, scope, place) → what is published.

    Raises
    ------
    TableError
        A row is malformed.
    """
    found = {}
    for row in read_rows(path, COLUMNS):
        if row.text("perimetre") not in (NATION, ACADEMY, REGION):
            row.refuse("perimetre", f"{NATION}, {ACADEMY}, {REGION}")
        row.day("lu_le")
        key = row.text("indicateur"), row.text("perimetre"), row.text("lieu")
        found[key] = Reference(
            float(row.number_in("valeur")),
            *(key[1], key[2], row.text("annee"), row.text("source"), row.cells["note"]),
        )
    return found


def of_nation(indicator: str) -> Reference | None:
    return read_references().get((indicator, NATION, "France"))


def around(indicator: str, academy: str) -> Reference | None:
    """What is published of the academy; of its region where nothing is of the academy."""
    known = read_references()
    region = _regions().get(academy, "")
    return known.get((indicator, ACADEMY, academy)) or known.get((indicator, REGION, region))


def academies() -> tuple[str, ...]:
    """The academies of which something is known, in the order of the table."""
    known = {place for _, scope, place in read_references() if scope == ACADEMY}
    return tuple(name for name in _regions() if name in known)


@cache
def _regions() -> dict[str, str]:
    return {row["academie"]: row["region"] for row in _lines(ACADEMIES)}


@cache
def specialities() -> Mapping[str, Reference]:
    """Speciality of BTS → bac pro holders among those admitted, in per cent, in France."""
    return {
        row["part"]: Reference(
            *(100 * float(row["value"]), NATION, "France", row["year"], row["source"])
        )
        for row in _lines(SPECIALITIES)
        if row["indicator"] == "bac_pro_by_bts_speciality"
    }


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter=";")
