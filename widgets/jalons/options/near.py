"""Where an option is taught near home: Parcoursup's offers, under the diplomas of today.

A title that stands for no diploma is kept apart and told, never dropped. Reads no open-data file:
the offers come as values.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jalons.data.parcoursup import Offer, near
from jalons.options.catalogue import Catalogue
from jalons.options.places import Places
from jalons.options.titles import Titles

TYPES = {"BTS": ("BTS", "BTSA"), "BUT": ("BUT",), "CS": ("CS",)}
"""By kind of offer: the diplomas that its titles may stand for."""
NUMBER = re.compile(r"\d{2,3}|2[ABab]")
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
    """The offers of the latest session in an academy, a department or a town, by diploma.

    A department may be written as its number (``69``).
    """
    number = NUMBER.fullmatch(place.strip())
    inside = Places.load().inside(place) if number else ()
    found = near(offers, inside[0].department if inside else place)
    year = max((offer.year for offer in found), default=None)
    latest = (offer for offer in found if offer.year == year)
    return Nearby(place, year, *by_diploma(latest, catalogue))


def by_diploma(
    offers: Iterable[Offer], catalogue: Catalogue
) -> tuple[dict[str, tuple[Offer, ...]], dict[str, int]]:
    """Offers by code of the diploma in force; titles that stand for none, with their number."""
    titles = Titles(catalogue, "parcoursup")
    by_code: dict[str, list[Offer]] = defaultdict(list)
    unknown: Counter[str] = Counter()
    for offer in offers:
        codes = titles.codes(TYPES[offer.kind], offer.diploma)
        for code in codes:
            by_code[code].append(offer)
        if not codes:
            unknown[offer.diploma] += 1
    ordered = {
        code: tuple(sorted(some, key=lambda o: (o.town, o.school, o.detail)))
        for code, some in by_code.items()
    }
    return ordered, dict(unknown)


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
