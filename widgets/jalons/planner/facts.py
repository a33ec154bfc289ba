"""What a school's file says of one session of one class, fact by fact, and the school without it.

A fact is said in a :class:`~jalons.planner.domain.Reason` whose code is that of the rule that
holds it, with ``verified`` among its facts: the words of such a reason state, they do not guess.
Without a fact the school only has more freedom. Public holidays and the length of the year are no
facts: nobody can change them. Judges nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from jalons.planner.candidates import team_for
from jalons.planner.domain import Reason, Task
from jalons.planner.times import Times
from jalons.school.domain import (
    EVERY_WEEK,
    WEEKDAYS,
    Availability,
    Event,
    Placement,
    School,
    Session,
    Slot,
)

Relax = Callable[[School], School]
WHOLE_DAY = time(8), time(18)
SHORT_MIN = 20


@dataclass(frozen=True)
class Fact:
    """Something the file says, and the change of a school that takes it back."""

    reason: Reason
    without: Relax


def fact(code: str, without: Relax, **facts: Any) -> Fact:
    return Fact(Reason(code, {"verified": True, **facts}), without)


def facts_of(times: Times, task: Task) -> Iterator[Fact]:
    """The facts that may keep a task from its place, those that say least first."""
    yield from _taken_days(times, task)
    yield from _bounds(times, task)
    yield from _order(times, task)
    yield from _length(times, task)
    yield from _people(times, task)
    yield from _place(times, task)
    yield from _presence(times, task)
    yield from _slots(times, task)


def partners(times: Times, task: Task) -> tuple[str, ...]:
    """People the task could have who do not come all the time."""
    session = times.school.session_by_id[task.session]
    limited = {a.person for a in times.school.availabilities}
    teams = [team_for(times, task, role) for role in session.roles]
    return tuple(p for p in dict.fromkeys(p for team in teams for p in team) if p in limited)


def changed(school: School, session_id: str, **changes: Any) -> School:
    """The school with other values in one row of its sessions."""
    rows = tuple(replace(s, **changes) if s.id == session_id else s for s in school.sessions)
    return replace(school, sessions=rows)


# --- days -------------------------------------------------------------------------------------


def _taken_days(times: Times, task: Task) -> Iterator[Fact]:
    name = task.class_name
    first, last = times.window(task.session, name)
    for event in times.school.events:
        own = not event.classes or name in event.classes
        if event.blocks and own and event.first <= last and first <= event.last:
            yield _event(event, name)
    for placement in times.school.placements:
        if placement.class_name == name and placement.first <= last and first <= placement.last:
            yield _placement(placement)


def _event(event: Event, class_name: str) -> Fact:
    return fact(
        "blocked_event",
        lambda s: replace(s, events=tuple(e for e in s.events if e != event)),
        event=event.name,
        first=event.first,
        last=event.last,
        **{"class": class_name},
    )


def _placement(placement: Placement) -> Fact:
    return fact(
        "pfmp",
        lambda s: replace(s, placements=tuple(p for p in s.placements if p != placement)),
        first=placement.first,
        last=placement.last,
        **{"class": placement.class_name},
    )


def _bounds(times: Times, task: Task) -> Iterator[Fact]:
    session = times.school.session_by_id[task.session]
    first, last = times.window(session.id, task.class_name)
    bounds: tuple[tuple[str, str, date, date | str | None], ...] = (
        ("first", "earliest", first, session.earliest),
        ("last", "latest", last, session.latest),
    )
    for side, name, day, bound in bounds:
        if bound is not None:
            yield fact(
                "window",
                lambda s, name=name: changed(s, session.id, **{name: None}),  # type: ignore[misc]
                session=session.id,
                side=side,
                date=day,
                milestone=bound if isinstance(bound, str) else "none",
            )


def _order(times: Times, task: Task) -> Iterator[Fact]:
    school = times.school
    for before in school.session_by_id[task.session].after:
        yield _after(task.session, before)
    for session in school.sessions:
        if task.session in session.after:
            yield _after(session.id, task.session)


def _after(second: str, first: str) -> Fact:
    def without(school: School) -> School:
        after = school.session_by_id[second].after if second in school.session_by_id else ()
        return changed(school, second, after=tuple(a for a in after if a != first))

    return fact("order", without, first=first, second=second)


# --- the session's own needs ------------------------------------------------------------------


def _length(times: Times, task: Task) -> Iterator[Fact]:
    session = times.school.session_by_id[task.session]
    short = min(SHORT_MIN, session.duration_min)
    if short < session.duration_min:
        yield fact(
            "fits",
            lambda s: changed(s, session.id, duration_min=short),
            session=session.id,
            minutes=session.duration_min,
        )


def _people(times: Times, task: Task) -> Iterator[Fact]:
    school, name = times.school, task.class_name
    session = school.session_by_id[task.session]
    for role in dict.fromkeys(session.roles):
        holders = [p for p, roles in school.roles_of.items() if role in roles]
        team = team_for(times, task, role)
        if len(team) < len(holders):
            yield fact(
                "staff_team",
                lambda s, role=role: replace(  # type: ignore[misc]
                    s,
                    team=tuple(m for m in s.team if role not in s.roles_of[m.person]),
                ),
                role=role,
                people=", ".join(p for p in holders if p not in team),
                **{"class": name},
            )
        yield fact(
            "roles",
            lambda s, role=role: _without_role(s, session.id, role),  # type: ignore[misc]
            session=session.id,
            role=role,
            people=", ".join(team) or "none",
            number=session.roles.count(role),
        )


def _without_role(school: School, session_id: str, role: str) -> School:
    roles = tuple(r for r in school.session_by_id[session_id].roles if r != role)
    return changed(school, session_id, roles=roles)


def _place(times: Times, task: Task) -> Iterator[Fact]:
    session = times.school.session_by_id[task.session]
    kind = session.place_kind
    if kind is None:
        return
    pupils = times.pupils(task)
    rooms = [p for p in times.school.places if p.kind == kind]
    large = [p.name for p in rooms if p.capacity >= pupils]
    facts: dict[str, Any] = {"session": session.id, "wanted": kind, "pupils": pupils}
    code = "place_type"
    if rooms and not large:
        code = "place_capacity"
        largest = max(rooms, key=lambda p: p.capacity)
        facts |= {"place": largest.name, "capacity": largest.capacity}
    else:
        facts["places"] = ", ".join(large) or "none"
    yield fact(code, lambda s: changed(s, session.id, place_kind=None), **facts)


# --- when people and pupils are there ---------------------------------------------------------


def _presence(times: Times, task: Task) -> Iterator[Fact]:
    for person in partners(times, task):
        rows = [a for a in times.school.availabilities if a.person == person]
        yield fact(
            "staff_available",
            lambda s, person=person: replace(  # type: ignore[misc]
                s, availabilities=tuple(a for a in s.availabilities if a.person != person)
            ),
            person=person,
            rows=[_row(a) for a in rows if _occurs(a)],
        )


def _slots(times: Times, task: Task) -> Iterator[Fact]:
    name = task.class_name
    own = [s for s in times.school.slots if s.class_name == name]
    own.sort(key=lambda s: WEEKDAYS.index(s.weekday))
    more = tuple(Slot(name, day, *WHOLE_DAY) for day in WEEKDAYS)
    yield fact(
        "slot",
        lambda s: replace(s, slots=(*s.slots, *more)),
        rows=[_row(s) for s in own],
        **{"class": name},
    )


def _occurs(row: Availability) -> bool:
    """Not so a Monday of a period that is one Thursday."""
    if row.weekday is None or row.first is None or row.first != row.last:
        return True
    return WEEKDAYS.index(row.weekday) == row.first.weekday()


def _row(row: Slot | Availability) -> dict[str, str]:
    """When a row of the file holds, with only what it says."""
    said = {
        "day": row.weekday,
        "start": row.start and f"{row.start:%H:%M}",
        "end": row.end and f"{row.end:%H:%M}",
        "weeks": None if row.weeks == EVERY_WEEK else row.weeks,
        "first": row.first and row.first.isoformat(),
        "last": row.last and row.last.isoformat(),
    }
    return {name: value for name, value in said.items() if value}


def session_fact(times: Times, task: Task, code: str, session: Session) -> Reason:
    """Another session that has its own place to keep, said with the time it may take."""
    first, last = times.window(session.id, task.class_name)
    bounded = "no"
    if (first, last) != (times.year.first_day, times.year.last_day):
        bounded = "day" if first == last else "dates"
    return Reason(
        code,
        {
            "verified": True,
            "session": session.id,
            "title": session.title,
            "target": task.group or task.class_name,
            "bounded": bounded,
            "first": first,
            "last": last,
        },
    )
