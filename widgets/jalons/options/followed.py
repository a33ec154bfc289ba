"""What became of those who left a school or a CFA, of the InserJeunes files, for the page.

Rates stay as published, of final-year pupils or of leavers, and are never joined. The mean of a
region is a plain one of what its schools publish, and is not given of fewer than twenty.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jalons.data.cells import last_year
from jalons.data.outcomes import Outcome
from jalons.options.catalogue import Catalogue, plain
from jalons.options.indicators import LEAST
from jalons.options.titles import Titles

TYPES = {
    "cap": ("CAP", "CAPA"),
    "bac pro": ("BAC_PRO",),
    "bp": ("BP",),
    "bma": ("BMA",),
    "bts": ("BTS", "BTSA"),
    **dict.fromkeys(("mc3", "mc4", "mc5", "cs3", "cs4", "cs5"), ("CS",)),
}
"""Kind of diploma, as InserJeunes writes it → what its titles may stand for."""

Rates = list[float | None]
"""Percent that still study; that have a job after 6, and after 12 months."""

Means = list[list[float] | None]
"""For each rate its plain mean, and of how many."""


class Followed:
    """What became of those who left, by diploma: school by school, and by region.

    Parameters
    ----------
    catalogue : Catalogue
    number : callable
        The number the page knows the school of a row by; None where it is not wanted.
    regions : mapping of str to str
        Names of the regions that are wanted, by their plain name.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        number: Callable[[Outcome], int | None],
        regions: Mapping[str, str],
    ) -> None:
        self.after: dict[str, list[list[Any]]] = defaultdict(list)
        self.unknown: Counter[str] = Counter()
        self._titles = Titles(catalogue, "inserjeunes")
        self._number, self._regions = number, regions
        self._of_region: dict[tuple[str, str], list[Rates]] = defaultdict(list)

    def add(self, one: Outcome) -> None:
        """Take one row; where nothing is published (too few pupils), nothing is."""
        if (rates := rates_of(one)) is None:
            return
        codes = self._titles.codes(TYPES.get(plain(one.diploma), ()), one.programme)
        if not codes:
            self.unknown[f"{one.diploma} {one.programme}"] += 1
        number, region = self._number(one), self._regions.get(plain(one.region))
        for code in codes:
            if number is not None:
                self.after[code].append([number, one.programme, *rates])
            if region:
                self._of_region[code, region].append(rates)

    def means(self) -> dict[str, dict[str, Means]]:
        """By code and region; a region where no rate has twenty values is left out."""
        found: dict[str, dict[str, Means]] = defaultdict(dict)
        for (code, region), rows in self._of_region.items():
            means: Means = []
            for column in zip(*rows, strict=True):
                known = [rate for rate in column if rate is not None]
                enough = len(known) >= LEAST
                means.append([round(sum(known) / len(known), 1), len(known)] if enough else None)
            if any(means):
                found[code][region] = means
        return found


def cfa_of(outcomes: Iterable[Outcome], regions: Mapping[str, str]) -> dict[str, list[list[Any]]]:
    """The CFA of the regions that are wanted, by name, where anything is published."""
    found: dict[str, list[list[Any]]] = defaultdict(list)
    for one in sorted(outcomes, key=lambda row: plain(row.school)):
        if (region := regions.get(plain(one.region))) and (rates := rates_of(one)):
            found[region].append([one.school, *rates])
    return found


def rates_of(one: Outcome) -> Rates | None:
    """None where nothing is published."""
    rates = [one.still_studying, *one.employed[:2]]
    return None if all(rate is None for rate in rates) else rates


def latest(outcomes: Iterable[Outcome]) -> str:
    """The last period that rows speak of."""
    return max({row.period for row in outcomes}, key=lambda period: (last_year(period), period))
