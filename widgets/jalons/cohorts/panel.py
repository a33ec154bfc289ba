"""Head-counts of places by year and level, as arrays: what fitting and forecasting read.

A place is France, an academy or a school. Knows how to add schools up and which level feeds which;
refuses to know a file, a rate or a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from jalons.cohorts.grain import Grain

Floats = NDArray[np.float64]

LEVELS = ("2PRO", "1PRO", "TPRO", "CAP1", "CAP2")
FEEDER = {"1PRO": "2PRO", "TPRO": "1PRO", "CAP2": "CAP1"}
"""Level → the level its pupils were in a year before. The others are entered from elsewhere."""

SUCCESSOR = {"2PRO": "1PRO", "1PRO": "TPRO", "CAP1": "CAP2"}


class SchoolYear(Protocol):
    """Pupils of one school in one September; ``counts`` in the order of ``LEVELS``."""

    @property
    def year(self) -> int: ...
    @property
    def academie(self) -> str: ...
    @property
    def school(self) -> str: ...
    @property
    def counts(self) -> tuple[int, ...]: ...


@dataclass(frozen=True)
class Panel:
    """Places × years × levels.

    Parameters
    ----------
    places : sequence of str
        Names, sorted; at the grain of France one empty name.
    academies : sequence of str
        The academy of each place, for a school the last one it was in; empty for France.
    years : tuple of int
        Septembers, ascending.
    counts : array, shape (places, years, levels)
        Pupils; NaN where the place has no row that year.
    """

    places: tuple[str, ...]
    academies: tuple[str, ...]
    years: tuple[int, ...]
    counts: Floats

    def level(self, level: str) -> Floats:
        """Pupils of one level, shape (places, years)."""
        return self.counts[:, :, LEVELS.index(level)]

    def only(self, years: Sequence[int]) -> Panel:
        """The same places in some of the years."""
        kept = [self.years.index(year) for year in years]
        return Panel(self.places, self.academies, tuple(years), self.counts[:, kept])


def panel_of(rows: Iterable[SchoolYear], grain: Grain) -> Panel:
    """Add schools up to places.

    A school that changed academy counts in its last one for all its years, so that a boundary that
    moved does not look like pupils who left.
    """
    ordered = sorted(rows, key=lambda row: (row.year, row.school))
    years = tuple(sorted({row.year for row in ordered}))
    home = {row.school: row.academie for row in ordered}
    names = {school: _place(school, academie, grain) for school, academie in home.items()}
    places = tuple(sorted(set(names.values())))
    number = {place: index for index, place in enumerate(places)}
    counts = np.full((len(places), len(years), len(LEVELS)), np.nan)
    for row in ordered:
        cell = counts[number[names[row.school]], years.index(row.year), :]
        cell[:] = np.nan_to_num(cell) + row.counts
    academies = {names[school]: academie for school, academie in home.items()}
    if grain is Grain.FRANCE:
        academies = {"": ""}
    return Panel(places, tuple(academies[place] for place in places), years, counts)


def _place(school: str, academie: str, grain: Grain) -> str:
    return {Grain.FRANCE: "", Grain.ACADEMIE: academie, Grain.ETABLISSEMENT: school}[grain]
