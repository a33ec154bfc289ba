"""Where a BTS of the answer is taught near home: Parcoursup's offers, under today's diplomas.

An offer goes by the title its session had; ``figure_names.csv`` says which diploma in force an
older title stands for, and a first year shared by several options counts for each. A title that
nothing is known of is kept apart and told, never dropped. Reads no open-data file: the offers come
as values.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jalons.data.parcoursup import Offer, near
from jalons.options.catalogue import Catalogue, plain
from jalons.resources import DATASETS
from jalons.schoolyear.tables import read_rows

NAMES = ("fichier", "type", "libelle", "vers")
TYPES = ("BTS", "BTSA")
FEWEST = 20
"""A share of fewer persons is not shown (as every share in ``option_figures.csv``)."""


@dataclass(frozen=True)
class Nearby:
    """What there is near a place.

    Parameters
    ----------
    place : str
        As it was asked for.
    year : int or None
        Session of Parcoursup; None when the file knows no such place.
    by_code : mapping of str to tuple of Offer
        By code of the diploma in force, in order of town and school.
    unknown : mapping of str to int
        Titles that stand for no diploma of the catalogue, with how many offers have them.
    """

    place: str
    year: int | None
    by_code: Mapping[str, tuple[Offer, ...]]
    unknown: Mapping[str, int]


def nearby(offers: Iterable[Offer], place: str, catalogue: Catalogue) -> Nearby:
    """The offers of the latest session in an academy, a department or a town, by diploma."""
    found = near(offers, place)
    year = max((offer.year for offer in found), default=None)
    by_code: dict[str, list[Offer]] = defaultdict(list)
    unknown: Counter[str] = Counter()
    for offer in found:
        if offer.year == year:
            codes = diplomas(offer.diploma, catalogue)
            for code in codes:
                by_code[code].append(offer)
            if not codes:
                unknown[offer.diploma] += 1
    ordered = {
        code: tuple(sorted(some, key=lambda o: (o.town, o.school, o.detail)))
        for code, some in by_code.items()
    }
    return Nearby(place, year, ordered, unknown)


def share(offer: Offer) -> float | None:
    """Share of bac pro holders (0 to 1), None where fewer than 20 were admitted from a bac."""
    return offer.bac_pro_share if (offer.admitted_from_bac or 0) >= FEWEST else None


def as_json(offer: Offer) -> dict[str, Any]:
    """One offer for an answer in JSON; ``bac_pro_share`` from 0 to 1, see :func:`share`."""
    return {
        "school": offer.school,
        "uai": offer.uai,
        "town": offer.town,
        "department": offer.department,
        "academy": offer.academy,
        "title": offer.diploma,
        "detail": offer.detail,
        "places": offer.places,
        "admitted_from_bac": offer.admitted_from_bac,
        "bac_pro_share": share(offer),
        "year": offer.year,
    }


def diplomas(title: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Codes of the diplomas in force that a title of Parcoursup stands for; often one."""
    asked = plain(title)
    for kind in TYPES:
        if names := _older_names().get((kind, asked)):
            return tuple(t.code for name in names for t in catalogue.find(name, (kind,)))
        same = [
            t for t in catalogue.trainings.values() if t.type == kind and plain(t.title) == asked
        ]
        if same:
            return tuple(dict.fromkeys(catalogue.current(t).code for t in same))
    return ()


@cache
def _older_names(file: Path = DATASETS / "figure_names.csv") -> dict[tuple[str, str], list[str]]:
    """Older titles of either file; where both know one, what Parcoursup means by it."""
    rows = sorted(read_rows(file, NAMES), key=lambda row: row.cells["fichier"] == "parcoursup")
    return {
        (row.text("type"), plain(row.text("libelle"))): row.text("vers").split("|") for row in rows
    }
