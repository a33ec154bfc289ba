"""Builds a `SchoolYear` from the packages of the field and our own dated table.

Zones A, B, C: `vacances_scolaires_france` plus the days it lacks; Corsica and overseas:
``datasets/calendar_overseas.csv``. What cannot be had is refused in words, never guessed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby

from jalons.resources import DATASETS
from jalons.schoolyear.domain import ONE_DAY, Holiday, SchoolYear
from jalons.schoolyear.errors import NoCalendarError, UnknownYearError
from jalons.schoolyear.tables import CONFIRMED, TO_CONFIRM, Row, read_rows
from jalons.schoolyear.zones import (
    FOLLOWS,
    NATIONAL,
    SUBDIVISION,
    normalise_zone,
    parse_year,
    year_label,
)

TABLE = DATASETS / "calendar_overseas.csv"
COLUMNS = ("zone", "annee_scolaire", "nom", "debut", "fin", "source", "lu_le", "statut")
FIRST_DAY = "Rentrée des élèves"
LAST_DAY = "Dernier jour de classe"
SUMMER = "Vacances d'été"
PACKAGE_SOURCE = "vacances_scolaires_france (données du ministère de l’Éducation nationale)"

# Before, nobody has checked which Ascension Fridays the package lacks.
FIRST_START = 2023

_SHORT = {
    "Vacances de la Toussaint": "Toussaint",
    "Vacances de Noël": "Noël",
    "Vacances d'hiver": "Hiver",
    "Vacances de printemps": "Printemps",
}

# Days off by local custom that the State's own list of public holidays does not hold; where
# schools close on them the rector's calendar says so, hence our table.
_CUSTOMARY = {
    "guadeloupe": ("Vendredi saint", "Mi-Carême", "Fête de Victor Schoelcher"),
    "martinique": ("Fête de Victor Schoelcher",),
    "saint-martin": ("Fête de Victor Schoelcher",),
}


def school_year(zone: str, year: str) -> SchoolYear:
    """Return the calendar of a zone for a school year.

    Parameters
    ----------
    zone : str
        As a school types it: ``"A"``, ``"zone b"``, ``"La Réunion"`` …
    year : str
        ``"2025-2026"``.

    Raises
    ------
    UnknownZoneError, UnknownYearError, NoCalendarError
        The sentence says what is known instead.

    Examples
    --------
    >>> school_year("C", "2025-2026").last_day
    datetime.date(2026, 7, 3)
    """
    return _school_year(normalise_zone(zone), parse_year(year)[0])


@cache
def _school_year(zone: str, start: int) -> SchoolYear:
    calendar = FOLLOWS.get(zone, zone)
    draft = _national(calendar, start) if calendar in NATIONAL else _own(zone, start)
    return SchoolYear(
        zone,
        year_label(start),
        draft.first_day,
        draft.last_day,
        tuple(sorted(draft.holidays, key=lambda holiday: holiday.first)),
        _public_holidays(zone, draft.first_day, draft.last_day),
        draft.status,
        draft.sources,
    )


@dataclass(frozen=True)
class _Draft:
    first_day: date
    last_day: date
    holidays: tuple[Holiday, ...]
    status: str
    sources: tuple[str, ...]


def _national(zone: str, start: int) -> _Draft:
    spans = _package_spans(zone)
    summers = {span.first.year: span for span in spans if span.name == SUMMER}
    known = [y for y in summers if y >= FIRST_START and y + 1 in summers]
    if start not in known:
        raise UnknownYearError(
            "year_out_of_range",
            year=year_label(start),
            first=year_label(min(known)),
            last=year_label(max(known)),
        )
    first_day, last_day = summers[start].last + ONE_DAY, summers[start + 1].first - ONE_DAY
    inside = [span for span in spans if first_day <= span.first <= last_day]
    added = _table().get((zone, year_label(start)), ())
    return _Draft(
        first_day,
        last_day,
        (*(_renamed(span) for span in inside), *(_holiday(row) for row in added)),
        _weakest(added),
        (PACKAGE_SOURCE, *_sources(added)),
    )


def _own(zone: str, start: int) -> _Draft:
    rows = _table().get((zone, year_label(start)))
    if not rows:
        raise _no_calendar(zone, start)
    ends = {row.cells["nom"]: row for row in rows if row.cells["nom"] in (FIRST_DAY, LAST_DAY)}
    for name in (FIRST_DAY, LAST_DAY):
        if name not in ends:
            rows[0].refuse("nom", f"aussi une ligne « {name} » pour cette zone et cette année")
    return _Draft(
        ends[FIRST_DAY].day("debut"),
        ends[LAST_DAY].day("debut"),
        tuple(_holiday(row) for row in rows if row not in ends.values()),
        _weakest(rows),
        _sources(rows),
    )


def _no_calendar(zone: str, start: int) -> NoCalendarError:
    known = sorted(label for name, label in _table() if name == zone)
    if not known:
        return NoCalendarError("no_calendar_zone", zone=zone, file=TABLE.name)
    return NoCalendarError(
        "no_calendar", zone=zone, year=year_label(start), known=", ".join(known), file=TABLE.name
    )


@cache
def _package_spans(zone: str) -> tuple[Holiday, ...]:
    """Return the runs of days that the package counts as holidays of a zone."""
    column = f"vacances_zone_{zone.lower()}"
    named = (
        (row["nom_vacances"] if row[column] == "True" else "", row["date"])
        for row in _package_days()
    )
    return tuple(_runs(named))


@cache
def _package_days() -> tuple[dict[str, str], ...]:
    """Return the table of the package from the first year that we use on.

    Its own class parses 14,000 dates with ``strptime``, 0.15 s; the lines begin with the date, so
    those of earlier years are dropped unread. A test compares both.
    """
    text = (files("vacances_scolaires_france") / "data" / "data.csv").read_text(encoding="utf-8")
    header, *lines = text.splitlines()
    recent = [line for line in lines if line >= str(FIRST_START)]
    return tuple(csv.DictReader([header, *recent]))


def _runs(named: Iterable[tuple[str, str]]) -> Iterator[Holiday]:
    for name, run in groupby(named, key=lambda pair: pair[0]):
        days = [day for _, day in run]
        if name:
            yield Holiday(name, date.fromisoformat(days[0]), date.fromisoformat(days[-1]))


def _renamed(span: Holiday) -> Holiday:
    return Holiday(_SHORT.get(span.name, span.name), span.first, span.last)


def _public_holidays(zone: str, first: date, last: date) -> dict[date, str]:
    from holidays import country_holidays

    days = country_holidays(
        "FR", subdiv=SUBDIVISION[zone], years=(first.year, last.year), language="fr"
    )
    customary = _CUSTOMARY.get(zone, ())
    return {
        day: name
        for day, name in sorted(days.items())
        if first <= day <= last and name not in customary
    }


@cache
def _table() -> dict[tuple[str, str], tuple[Row, ...]]:
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in read_rows(TABLE, COLUMNS):
        _check(row)
        key = row.cells["zone"], row.school_year("annee_scolaire")
        rows.setdefault(key, []).append(row)
    return {key: tuple(found) for key, found in rows.items()}


def _check(row: Row) -> None:
    if row.cells["zone"] not in SUBDIVISION:
        row.refuse("zone", f"l’un des codes {', '.join(SUBDIVISION)}")
    start, _ = parse_year(row.school_year("annee_scolaire"))
    for column in ("nom", "source"):
        row.text(column)
    row.day("lu_le")
    row.status()
    if row.day("fin") < row.day("debut"):
        row.refuse("fin", "une date qui ne précède pas la colonne « debut »")
    if not date(start, 8, 1) <= row.day("debut") <= date(start + 1, 7, 31):
        row.refuse("debut", f"une date de l’année scolaire {year_label(start)}")


def _holiday(row: Row) -> Holiday:
    return Holiday(row.cells["nom"], row.day("debut"), row.day("fin"))


def _weakest(rows: Iterable[Row]) -> str:
    return TO_CONFIRM if any(row.status() == TO_CONFIRM for row in rows) else CONFIRMED


def _sources(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.cells["source"] for row in rows))
