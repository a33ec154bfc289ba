"""The zones a school may type, and how a school year is written.

Knows names only: which calendar and which public holidays a zone follows, no dates.
"""

from __future__ import annotations

import re
import unicodedata

from jalons.schoolyear.errors import UnknownYearError, UnknownZoneError

# Zones of the national calendar; Strasbourg and Nancy-Metz (so Moselle) are in zone B.
NATIONAL = ("A", "B", "C")
FOLLOWS = {"alsace-moselle": "B"}

# Subdivision of the `holidays` package; None: the days of the whole country.
SUBDIVISION: dict[str, str | None] = {
    "A": None,
    "B": None,
    "C": None,
    "alsace-moselle": "6AE",
    "corse": None,
    "guadeloupe": "971",
    "saint-martin": "MF",
    "guyane": "973",
    "martinique": "972",
    "reunion": "974",
    "mayotte": "976",
    "saint-pierre-et-miquelon": "PM",
}

ZONES: tuple[str, ...] = tuple(SUBDIVISION)

_PREFIX = re.compile(r"^(zone|academie|region|ile|iles|departement|de|du|la|le|l)-")


def normalise_zone(text: str) -> str:
    """Return the code of a zone, whatever its case, accents and article.

    Raises
    ------
    UnknownZoneError
        No zone has this name.

    Examples
    --------
    >>> normalise_zone("La Réunion"), normalise_zone("zone c")
    ('reunion', 'C')
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    code = re.sub(r"[^a-z]+", "-", plain).strip("-")
    while (shorter := _PREFIX.sub("", code)) != code:
        code = shorter
    code = code.upper() if len(code) == 1 else code
    if code not in SUBDIVISION:
        raise UnknownZoneError("unknown_zone", zone=text.strip(), known=", ".join(ZONES))
    return code


def parse_year(text: str) -> tuple[int, int]:
    """Return the two calendar years of a school year.

    Raises
    ------
    UnknownYearError
        The text is not two years that follow each other.

    Examples
    --------
    >>> parse_year("2025-26")
    (2025, 2026)
    """
    match = re.fullmatch(r"\s*(\d{4})\s*-\s*(\d{4}|\d{2})\s*", text)
    if match:
        start = int(match[1])
        end = int(match[2]) if len(match[2]) == 4 else start - start % 100 + int(match[2])
        if end < start and len(match[2]) == 2:  # 1999-00
            end += 100
        if end == start + 1:
            return start, end
    raise UnknownYearError("year_format", year=text.strip())


def year_label(start: int) -> str:
    """Return ``"2025-2026"`` for 2025."""
    return f"{start}-{start + 1}"
