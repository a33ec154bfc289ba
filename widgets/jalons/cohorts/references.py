"""Published figures beside the indicators that no flow can give (``datasets/models``).

Reads one table. A figure here is the nation's and stands for itself: nothing is computed from it.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from jalons.resources import DATASETS

FILE = DATASETS / "models" / "references.csv"


@dataclass(frozen=True)
class Reference:
    """A share of ``n`` persons (None: not published).

    ``part`` tells several figures of one indicator apart: the length of a CAP in years, the
    speciality of a BTS. ``confidence`` A official, B press quoting one, C computed.
    """

    indicator: str
    part: str
    value: float
    n: int | None
    year: str
    confidence: str
    source: str
    note: str


def references(indicator: str) -> tuple[Reference, ...]:
    """The figures of one indicator; none if nothing is published.

    Examples
    --------
    >>> [(r.value, r.year) for r in references("bac_pro_among_bts_entrants")]
    [(0.34, '2021')]
    """
    return tuple(reference for reference in _all() if reference.indicator == indicator)


@cache
def _all() -> tuple[Reference, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Reference(
                indicator=line["indicator"],
                part=line["part"],
                value=float(line["value"]),
                n=int(line["n"]) if line["n"] else None,
                year=line["year"],
                confidence=line["confidence"],
                source=line["source"],
                note=line["note"],
            )
            for line in csv.DictReader(file, delimiter=";")
        )
