"""Regulation by school year and level, read from ``datasets/regulation.csv``.

Each value carries unit, source, the day it was read and whether it is confirmed. Holds no value
itself and invents none: what no row says is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from jalons.resources import DATASETS
from jalons.schoolyear.errors import UnknownYearError
from jalons.schoolyear.tables import CONFIRMED, TO_CONFIRM, Row, read_rows
from jalons.schoolyear.zones import parse_year, year_label

TABLE = DATASETS / "regulation.csv"
COLUMNS = (
    "annee_scolaire",
    "niveau",
    "cle",
    "valeur",
    "unite",
    "source",
    "lu_le",
    "statut",
    "note",
)
UNIT_DATE = "date"
TEXT_UNITS = ("oui/non", "texte")

# In the order of a school year. `voeux_fin` and `confirmation_fin` bound sessions of a plan.
MILESTONES = (
    "parcoursup_ouverture",
    "voeux_debut",
    "voeux_fin",
    "confirmation_fin",
    "phase_principale_debut",
    "classement_debut",
    "classement_fin",
    "phase_complementaire_debut",
    "inscription_administrative",
    "phase_principale_fin",
    "phase_complementaire_fin",
    "bac_pro_ecrits_debut",
    "bac_pro_francais_histoire",
    "bac_pro_economie",
    "bac_pro_pse",
    "bac_pro_oral_projet_poursuite",
    "bac_pro_oral_projet_insertion",
    "bac_pro_oral_projet",
    "cap_ecrits_debut",
    "cap_ecrits_fin",
    "examens_resultats",
)

# Some rules hold for the whole diploma.
DIPLOMA = {
    "2PRO": "BAC_PRO",
    "1PRO": "BAC_PRO",
    "TPRO": "BAC_PRO",
    "CAP1": "CAP",
    "CAP2": "CAP",
    "CAP1AN": "CAP",
}


@dataclass(frozen=True)
class Dated:
    """A value of regulation with its credentials.

    Parameters
    ----------
    value : str, float, int or date
    unit : str
        ``"h/semaine"``, ``"semaines"``, ``"EUR/jour"``, ``"date"``, ``"oui/non"`` …
    source : str
        Where it was read.
    read_on : date
        When.
    status : str
        ``"confirmed"`` (an official source backs it for that year) or ``"to_confirm"``.
    note : str
        What to know before relying on it; may be empty.
    """

    value: str | float | int | date
    unit: str
    source: str
    read_on: date
    status: str
    note: str = ""


class RegulationRow(NamedTuple):
    """One value and what it is about; ``level`` None: every level."""

    key: str
    level: str | None
    dated: Dated


@dataclass(frozen=True)
class Regulation:
    """Everything the table says of one school year."""

    year: str
    _rows: tuple[RegulationRow, ...]

    def get(self, key: str, level: str | None = None) -> Dated | None:
        """Return a value: that of the level, else of its diploma, else of every level.

        Parameters
        ----------
        key : str
            ``"allocation_jour"``, ``"semaines_cours"`` …
        level : str, optional
            ``"TPRO"`` …, a further code (``"CS4"``, ``"TPRO_MASA"``) or one programme
            (``"MEF:2472120433"``) where it differs from its level.

        Examples
        --------
        >>> regulation("2025-2026").get("allocation_jour", "TPRO").value
        20
        """
        found = {row.level: row.dated for row in self._rows if row.key == key}
        return next((found[name] for name in _widening(level) if name in found), None)

    def rows(self, level: str | None = None) -> tuple[RegulationRow, ...]:
        """Return what is said of a level, its diploma and every level. No level: every row."""
        if level is None:
            return self._rows
        return tuple(row for row in self._rows if row.level in _widening(level))


def _widening(level: str | None) -> tuple[str | None, ...]:
    return (level, DIPLOMA.get(level or ""), None)


def regulation(year: str) -> Regulation:
    """Return the regulation of a school year.

    Raises
    ------
    UnknownYearError
        No row for that year, or no school year at all.
    TableError
        A row of the table is malformed.
    """
    label = year_label(parse_year(year)[0])
    tables = _regulations(TABLE)
    if label not in tables:
        raise UnknownYearError(
            "no_regulation", year=label, known=", ".join(sorted(tables)), file=TABLE.name
        )
    return tables[label]


def known_regulation(year: str) -> Regulation:
    """As :func:`regulation`, without a row where nothing is recorded of the year yet."""
    try:
        return regulation(year)
    except UnknownYearError:
        return Regulation(year, ())


def target_hours(year: str, level: str) -> Dated | None:
    """Return the hours of *soutien au parcours* that a class should have in the year.

    Weekly average × weeks of class, where regulation gives both. Its status is the weaker of the
    two. For CAP no such rule exists, hence None: the 192.5 h of the cycle (note de service
    2019-023) cover consolidation, personalised support and guidance together, so they are
    recorded (``consolidation_cycle``) but are no target of this one.
    """
    rules = regulation(year)
    weekly = rules.get("soutien_moyenne_hebdo", level)
    weeks = rules.get("semaines_cours", level)
    if weekly is None or weeks is None:
        return None
    return Dated(
        float(str(weekly.value)) * float(str(weeks.value)),
        "h",
        " ; ".join(dict.fromkeys((weekly.source, weeks.source))),
        min(weekly.read_on, weeks.read_on),
        TO_CONFIRM if TO_CONFIRM in (weekly.status, weeks.status) else CONFIRMED,
        f"{weekly.value} {weekly.unit} × {weeks.value} {weeks.unit}",
    )


def milestones(year: str) -> dict[str, Dated]:
    """Return the national dates of a year by code; those that are unknown are absent."""
    rules = regulation(year)
    found = {code: rules.get(code) for code in MILESTONES}
    return {code: dated for code, dated in found.items() if dated is not None}


@cache
def _regulations(path: Path) -> dict[str, Regulation]:
    years: dict[str, dict[tuple[str, str | None], RegulationRow]] = {}
    for row in read_rows(path, COLUMNS):
        entry = _entry(row)
        rows = years.setdefault(row.school_year("annee_scolaire"), {})
        if (entry.key, entry.level) in rows:
            row.refuse("cle", "une seule ligne par année, niveau et clé")
        rows[entry.key, entry.level] = entry
    return {year: Regulation(year, tuple(rows.values())) for year, rows in years.items()}


def _entry(row: Row) -> RegulationRow:
    dated = Dated(
        _value(row),
        row.text("unite"),
        row.text("source"),
        row.day("lu_le"),
        row.status(),
        row.cells["note"],
    )
    return RegulationRow(row.text("cle"), row.cells["niveau"] or None, dated)


def _value(row: Row) -> str | float | int | date:
    unit = row.text("unite")
    if unit == UNIT_DATE:
        return row.day("valeur")
    if unit not in TEXT_UNITS:
        return row.number_in("valeur")
    if unit == "oui/non" and row.cells["valeur"] not in ("oui", "non"):
        row.refuse("valeur", "« oui » ou « non »")
    return row.text("valeur")
