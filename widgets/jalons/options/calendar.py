"""The dates of a way in, from the dated regulation of the school year.

A date that the year lacks is shown as last year's, and says so; what no year gives is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from jalons.options.domain import Basis, Diploma, Kind, Level, Option, Situation
from jalons.options.rules import BY_ID
from jalons.schoolyear.errors import UnknownYearError
from jalons.schoolyear.regulation import Dated, milestones
from jalons.schoolyear.zones import year_label

LAST_YEAR = "last_year"
PARCOURSUP = (
    "voeux_debut",
    "voeux_fin",
    "confirmation_fin",
    "phase_principale_debut",
    "phase_complementaire_debut",
)
SECOND_ROUND = ("phase_complementaire_debut", "phase_complementaire_fin")
RESULTS = ("examens_resultats",)
UNIVERSITY = (Kind.BTS, Kind.BUT, Kind.LICENCE)


@dataclass(frozen=True)
class Event:
    """``status``: ``confirmed``, ``to_confirm``, or ``last_year`` where the year's is not known."""

    day: date
    milestone: str
    status: str
    source: str


def school_year(today: date) -> str:
    """The school year that plans are made in: the new one from August on."""
    return year_label(today.year if today.month >= 8 else today.year - 1)


def calendar(option: Option, situation: Situation, today: date) -> tuple[Event, ...]:
    """Return the dates of an option in order; none for a pupil who is not in their last year."""
    if not situation.level.final:
        return ()
    codes = _codes(option, situation)
    start = int(school_year(today)[:4])
    this_year, before = _milestones(start), _milestones(start - 1)
    events = []
    for code in codes:
        if code in this_year:
            dated, status = this_year[code], this_year[code].status
        elif code in before:
            dated, status = before[code], LAST_YEAR
        else:
            continue
        if isinstance(dated.value, date):
            events.append(Event(dated.value, code, status, dated.source))
    return tuple(sorted(events, key=lambda event: codes.index(event.milestone)))


def _codes(option: Option, situation: Situation) -> tuple[str, ...]:
    bases = {BY_ID[rule].basis for rule in option.rules}
    if option.kind in UNIVERSITY and bases & {Basis.PARCOURSUP, Basis.AVIS, Basis.DE_DROIT}:
        refused = situation.admitted_bts is False and option.kind is Kind.BTS
        return SECOND_ROUND if refused else PARCOURSUP
    if option.kind is Kind.CLASSE_PASSERELLE:
        return SECOND_ROUND
    exams = situation.level in (Level.CAP2, Level.PRO_LAST)
    if option.kind in (Kind.AMBITION_EMPLOI, Kind.EMPLOI) and exams:
        return RESULTS
    if option.kind is Kind.BAC_PRO_1RE and situation.diploma is Diploma.CAP and exams:
        return RESULTS
    return ()


@cache
def _milestones(start: int) -> dict[str, Dated]:
    try:
        return milestones(year_label(start))
    except UnknownYearError:
        return {}
