"""What kind of value each column of the school file holds, and what there is to choose from.

For those who help people to fill tables in: drop-down lists of a workbook, cells of a grid, an
import. Whether a value is right is said by ``tables`` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from jalons.school import domain
from jalons.school.tables import TABLES, Row
from jalons.schoolyear import ZONES


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of column.

    Parameters
    ----------
    name : str
        ``text``, ``number``, ``day``, ``clock``, ``choice`` (one of a list) or ``many`` (several).
    choices : tuple of str
        The codes to choose from; none if they are the names that another table holds.
    of : str
        That table.
    free : bool
        Something else than a choice may be right too.
    separator : str
        What joins several values.
    """

    name: str
    choices: tuple[str, ...] = ()
    of: str = ""
    free: bool = False
    separator: str = ""


TEXT, NUMBER, DAY, CLOCK = Kind("text"), Kind("number"), Kind("day"), Kind("clock")
YES_NO = Kind("choice", ("oui", "non"))
_LEVEL = Kind("choice", domain.LEVELS)
_WEEKDAY = Kind("choice", domain.WEEKDAYS)
_PLACE_TYPE = Kind("choice", domain.PLACE_TYPES)
_ROLE = Kind("choice", domain.ROLES)
_BOUND = Kind("day", domain.MILESTONES, free=True)

# By column name where it means the same in every table, else by table and column.
_BY_COLUMN: dict[str, Kind] = {
    "zone": Kind("choice", ZONES, free=True),
    "niveau": _LEVEL,
    "organisation": Kind("choice", domain.ORGANISATIONS),
    "classe": Kind("choice", of="classes"),
    "personne": Kind("choice", of="personnes"),
    "jour": _WEEKDAY,
    "semaines": Kind("choice", (domain.EVERY_WEEK, *domain.PARITIES)),
    "parite": Kind("choice", domain.PARITIES),
    "role": _ROLE,
    "type": _PLACE_TYPE,
    "lieu_type": _PLACE_TYPE,
    "niveaux": Kind("many", domain.LEVELS, separator="|"),
    "roles": Kind("many", domain.ROLES, separator="+"),
    "classes": Kind("many", of="classes", separator="|"),
    "apres": Kind("many", of="seances", separator="|"),
    "obligatoire": YES_NO,
    "bloque": YES_NO,
    "periode": Kind("choice", domain.PERIODS),
    "au_plus_tot": _BOUND,
    "au_plus_tard": _BOUND,
    **dict.fromkeys(("du", "au", "lundi", "date"), DAY),
    **dict.fromkeys(("effectif", "heures_cibles", "capacite", "parties", "duree_min"), NUMBER),
}
_BY_TABLE: dict[tuple[str, str], Kind] = {
    ("classes", "classe"): TEXT,
    ("personnes", "personne"): TEXT,
    ("groupes", "finalite"): Kind("choice", domain.PURPOSES),
    ("seances", "finalite"): Kind("choice", (domain.COMMON, *domain.PURPOSES)),
    **{
        (table, column): kind
        for kind, tables in ((CLOCK, ("creneaux", "disponibilites")), (DAY, ("pfmp", "evenements")))
        for table in tables
        for column in ("debut", "fin")
    },
}


def kind_of(table: str, column: str) -> Kind:
    """Return the kind of one column of the school file."""
    return _BY_TABLE.get((table, column)) or _BY_COLUMN.get(column) or TEXT


@dataclass(frozen=True, eq=False)
class Form:
    """Some tables that people fill in: the model of a row of each, and the kind of each column."""

    tables: Mapping[str, type[Row]]
    kind: Callable[[str, str], Kind]

    def columns(self, table: str) -> tuple[str, ...]:
        return self.tables[table].columns()

    def kinds(self, table: str) -> list[Kind]:
        return [self.kind(table, column) for column in self.columns(table)]

    @cache  # noqa: B019  (a handful of forms, all of them constants)
    def referring(self, table: str) -> tuple[tuple[str, int], ...]:
        """Every (table, column index) whose cells name rows of ``table``."""
        return tuple(
            (other, index)
            for other in self.tables
            for index, kind in enumerate(self.kinds(other))
            if kind.of == table
        )


SCHOOL = Form(TABLES, kind_of)
