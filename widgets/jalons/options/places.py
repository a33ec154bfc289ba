"""In which department and academy a school lies.

The first three signs of a school's code say its department (``datasets/departments.csv``); where
they do not, the names that a file gives. Knows no file of open data.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jalons.options.catalogue import plain
from jalons.problems import InputError, Problem
from jalons.resources import DATASETS
from jalons.schoolyear.tables import read_rows

COLUMNS = ("code", "departement", "academie", "source", "annee", "lu_le")


@dataclass(frozen=True)
class Place:
    """A department of an academy; ``code`` as it begins a school's code, empty when unknown."""

    code: str
    department: str
    academy: str

    def region(self, regions: Mapping[str, str]) -> str:
        return regions.get(plain(self.academy), "")


@dataclass(frozen=True)
class Places:
    """The departments, by code and by name."""

    by_code: Mapping[str, Place]
    by_name: Mapping[str, Place]

    @staticmethod
    @cache
    def load(folder: Path = DATASETS) -> Places:
        rows = read_rows(folder / "departments.csv", COLUMNS)
        found = [Place(r.text("code"), r.text("departement"), r.text("academie")) for r in rows]
        return Places({p.code: p for p in found}, {plain(p.department): p for p in found})

    def of(self, uai: str, department: str, academy: str) -> Place:
        """Where a school lies. A place that is in no table keeps the names it was given."""
        known = self.by_code.get(uai[:3]) or self.by_name.get(plain(department))
        return known or Place("", department, academy)

    def inside(self, name: str) -> tuple[Place, ...]:
        """The departments that a name means: of an academy, or one by name or number (``69``)."""
        return tuple(place for place in self.by_code.values() if self.within(place, name))

    def within(self, place: Place, name: str) -> bool:
        """Whether a place is what a name means; no name means everywhere."""
        number = name.strip().upper()
        written = {"620": "2A", "720": "2B"}.get(place.code, place.code.removeprefix("0"))
        return (
            not number
            or number == written
            or plain(name) in (plain(place.academy), plain(place.department))
        )

    def check(self, name: str) -> None:
        """Refuse a name that means no place.

        Raises
        ------
        InputError
        """
        if not self.inside(name):
            raise InputError((Problem("no_such_place", facts={"place": name}),))
