"""A class and its year as JSON, and back. Pupils are codes; a name is never in it.

What cannot be is refused without repeating who it is about.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

from jalons.problems import InputError, Problem
from jalons.schoolyear.errors import SchoolYearError
from jalons.schoolyear.zones import normalise_zone, parse_year, year_label
from jalons.support.domain import (
    ACTIVITIES,
    SIGNERS,
    STEPS,
    WISHES,
    Activity,
    Agreement,
    ClassYear,
    Company,
    Decision,
    Immersion,
    Positioning,
    Pupil,
)

FORMAT = 1
T = TypeVar("T")


class ClassFileError(InputError):
    """The file is no class."""


def to_json(year: ClassYear) -> dict[str, Any]:
    """The class as JSON values."""
    return {
        "format": FORMAT,
        "year": year.year,
        "name": year.name,
        "level": year.level,
        "zone": year.zone,
        "councils": {period: day.isoformat() for period, day in year.councils.items()},
        "placements": [[first.isoformat(), last.isoformat()] for first, last in year.placements],
        "blocks": {f: [m.isoformat() for m in mondays] for f, mondays in year.blocks.items()},
        "companies": [
            {"name": c.name, "town": c.town, "contact": c.contact, "hires": c.hires}
            for c in year.companies
        ],
        "pupils": [_pupil_json(pupil) for pupil in year.pupils],
    }


def _pupil_json(pupil: Pupil) -> dict[str, Any]:
    return {
        "code": pupil.code,
        "born": _text(pupil.born),
        "speciality": pupil.speciality,
        "decisions": [
            {
                "step": d.step,
                "finality": d.finality,
                "on": d.on.isoformat(),
                "by": d.by,
                "reason": d.reason,
            }
            for d in pupil.decisions.values()
        ],
        "french": pupil.positioning.french,
        "mathematics": pupil.positioning.mathematics,
        "skills": list(pupil.positioning.skills),
        "purpose": pupil.purpose,
        "needs": pupil.needs,
        "options": list(pupil.options),
        "agreements": [
            {
                "id": a.id,
                "company": a.company,
                "first": a.first.isoformat(),
                "last": a.last.isoformat(),
                "teacher": a.teacher,
                "signed": sorted(a.signed),
                "days": a.days,
                "attested": _text(a.attested),
                "block": a.block,
                "paid": _text(a.paid),
            }
            for a in pupil.agreements
        ],
        "immersions": [
            {
                "id": i.id,
                "place": i.place,
                "first": i.first.isoformat(),
                "last": i.last.isoformat(),
            }
            for i in pupil.immersions
        ],
        "activities": [
            {
                "kind": a.kind,
                "what": a.what,
                "first": a.first.isoformat(),
                "last": a.last.isoformat(),
                "obtained": a.obtained,
            }
            for a in pupil.activities
        ],
        "presented": _text(pupil.presented),
        "workshops": [day.isoformat() for day in pupil.workshops],
        "interviews": [day.isoformat() for day in pupil.interviews],
        "consolidation": _text(pupil.consolidation),
    }


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def to_bytes(year: ClassYear) -> bytes:
    return json.dumps(to_json(year), ensure_ascii=False, indent=1).encode()


def from_bytes(content: bytes, file: str = "") -> ClassYear:
    """Read what :func:`to_bytes` wrote.

    Raises
    ------
    ClassFileError
        It is something else, of a newer form, or says what cannot be.
    """
    try:
        given = json.loads(content)
        newer = given["format"] > FORMAT
        year = None if newer else _class(given)
    except (ValueError, KeyError, TypeError, AttributeError, SchoolYearError):
        # What the error says may hold what a pupil is called.
        raise ClassFileError((Problem("not_a_class", file=file),)) from None
    if year is None:
        raise ClassFileError((Problem("newer_class", file=file),))
    return year


def _class(given: Mapping[str, Any]) -> ClassYear:
    pupils = tuple(_pupil(row) for row in given["pupils"])
    if len({pupil.code for pupil in pupils}) < len(pupils):
        raise ValueError("a code stands twice")
    return ClassYear(
        year=year_label(parse_year(given["year"])[0]),
        name=str(given["name"]),
        level=str(given["level"]),
        zone=normalise_zone(str(given["zone"])),
        councils={str(p): date.fromisoformat(d) for p, d in given["councils"].items()},
        placements=tuple(
            (date.fromisoformat(first), date.fromisoformat(last))
            for first, last in given["placements"]
        ),
        blocks={
            _one_of(WISHES, finality): tuple(map(date.fromisoformat, mondays))
            for finality, mondays in given["blocks"].items()
        },
        companies=_all(given["companies"], _company),
        pupils=pupils,
    )


def _pupil(row: Mapping[str, Any]) -> Pupil:
    decisions = (
        Decision(
            _one_of(STEPS, d["step"]),
            _one_of(WISHES, d["finality"]),
            date.fromisoformat(d["on"]),
            str(d["by"]),
            str(d["reason"]),
        )
        for d in row["decisions"]
    )
    return Pupil(
        code=str(row["code"]),
        born=_day(row["born"]),
        speciality=str(row["speciality"]),
        decisions={d.step: d for d in decisions},
        positioning=Positioning(row["french"], row["mathematics"], tuple(map(str, row["skills"]))),
        purpose=str(row["purpose"]),
        needs=None if row["needs"] is None else bool(row["needs"]),
        options=tuple(map(str, row["options"])),
        agreements=_all(row["agreements"], _agreement),
        immersions=_all(
            row["immersions"],
            lambda i: Immersion(
                str(i["id"]),
                str(i["place"]),
                date.fromisoformat(i["first"]),
                date.fromisoformat(i["last"]),
            ),
        ),
        activities=_all(row["activities"], _activity),
        presented=_day(row["presented"]),
        workshops=tuple(date.fromisoformat(day) for day in row["workshops"]),
        interviews=tuple(date.fromisoformat(day) for day in row["interviews"]),
        consolidation=_day(row["consolidation"]),
    )


def _agreement(row: Mapping[str, Any]) -> Agreement:
    return Agreement(
        id=str(row["id"]),
        company=str(row["company"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        teacher=str(row["teacher"]),
        signed=frozenset(_one_of(SIGNERS, signer) for signer in row["signed"]),
        days=None if row["days"] is None else int(row["days"]),
        attested=_day(row["attested"]),
        block=row["block"] is True,
        paid=_day(row["paid"]),
    )


def _company(row: Mapping[str, Any]) -> Company:
    hires = None if row["hires"] is None else bool(row["hires"])
    return Company(str(row["name"]), str(row["town"]), str(row["contact"]), hires)


def _activity(row: Mapping[str, Any]) -> Activity:
    return Activity(
        kind=_one_of(ACTIVITIES, row["kind"]),
        what=str(row["what"]),
        first=date.fromisoformat(row["first"]),
        last=date.fromisoformat(row["last"]),
        obtained=None if row["obtained"] is None else bool(row["obtained"]),
    )


def _all(rows: Any, read: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    return tuple(read(row) for row in rows)


def _one_of(codes: tuple[str, ...], value: Any) -> str:
    if value not in codes:
        raise ValueError("an unknown code")
    return str(value)
