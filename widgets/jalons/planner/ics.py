"""A plan as an iCalendar file (RFC 5545), for a class, a group, a person or the whole school.

Each task keeps its UID for the school and year, and SEQUENCE grows with the moment the plan was
saved: importing again updates, and a session that moved moves. Importing never takes an event away,
so one that is no longer in the plan is written as cancelled (RFC 5545, 3.8.1.11): calendar programs
hide it or strike it through. Wall-clock times carry the school's own time zone, with its rules in
the file, so that the clock changes fall right anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from jalons.i18n import Translator
from jalons.planner.domain import Assignment, Plan, Task
from jalons.planner.team import TeamDate
from jalons.school.domain import School

# Time zones of the IANA database by school zone; metropolitan France and Corsica otherwise.
TIME_ZONES = {
    "guadeloupe": "America/Guadeloupe",
    "saint-martin": "America/Guadeloupe",
    "saint-barthelemy": "America/Guadeloupe",
    "martinique": "America/Martinique",
    "guyane": "America/Cayenne",
    "reunion": "Indian/Reunion",
    "mayotte": "Indian/Mayotte",
    "saint-pierre-et-miquelon": "America/Miquelon",
    "nouvelle-caledonie": "Pacific/Noumea",
    "polynesie": "Pacific/Tahiti",
    "wallis-et-futuna": "Pacific/Wallis",
}
SEQUENCE_FROM = datetime(2024, 1, 1, tzinfo=UTC)  # RFC 5545 wants a small growing integer


def for_class(plan: Plan, class_name: str) -> tuple[Assignment, ...]:
    return tuple(a for a in plan.assignments if a.task.class_name == class_name)


def for_group(plan: Plan, class_name: str, group: str) -> tuple[Assignment, ...]:
    """What the pupils of a group attend: the group's sessions and its class's."""
    return tuple(a for a in for_class(plan, class_name) if a.task.group in (None, group))


def for_person(plan: Plan, person: str) -> tuple[Assignment, ...]:
    return tuple(a for a in plan.assignments if person in a.staff)


def choose(
    school: School,
    plan: Plan,
    class_name: str | None = None,
    group: str | None = None,
    person: str | None = None,
) -> tuple[tuple[Assignment, ...] | None, str]:
    """The assignments for a group, a person, a class or (none named) the school, and their title.

    An unknown name gives None and that name.
    """
    if group is not None:
        known = school.group_by_name.get(group)
        return (for_group(plan, known.class_name, group) if known else None), group
    if person is not None:
        return (for_person(plan, person) if person in school.roles_of else None), person
    if class_name is not None:
        return (
            for_class(plan, class_name) if class_name in school.class_by_name else None
        ), class_name
    return plan.assignments, school.name


def uid(plan: Plan, task: Task) -> str:
    """The lasting name of a task in calendars; it does not depend on when or where it is."""
    key = (plan.school, plan.year, task.session, task.part, task.class_name, task.group or "")
    return f"{uuid5(NAMESPACE_URL, json.dumps(key))}@jalons"


def to_ics(
    school: School,
    plan: Plan,
    assignments: Iterable[Assignment],
    name: str,
    t: Translator,
    now: datetime | None = None,
    gone: Iterable[Assignment] = (),
    team: Iterable[TeamDate] = (),
) -> bytes:
    """Write assignments as one calendar.

    Parameters
    ----------
    school, plan
        The school, and the plan the assignments are from.
    assignments
        What to write (see :func:`for_class`, :func:`for_group`, :func:`for_person`).
    name : str
        How a calendar program names the calendar.
    t : Translator
        Language of the description.
    now : datetime, optional
        When the plan was saved, with a time zone; the same moment gives the same file.
    gone : iterable of Assignment
        What an earlier calendar held and this one does not: written as cancelled.
    team : iterable of TeamDate
        Whole days of the team (see :func:`~jalons.planner.team.for_calendar`).
    """
    from icalendar import Calendar

    now = now or datetime.now(UTC)
    zone = ZoneInfo(TIME_ZONES.get(school.zone, "Europe/Paris"))
    calendar = Calendar()
    calendar.add("prodid", "-//Jalons//Jalons//FR")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for status, some in (("CONFIRMED", assignments), ("CANCELLED", gone)):
        for a in some:
            event = _event(school, a, zone, t)
            _stamp(event, uid(plan, a.task), now, status)
            calendar.add_component(event)
    for one in team:
        calendar.add_component(_team_event(plan, one, t))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _stamp(event: Any, name: str, now: datetime, status: str) -> None:
    event.add("uid", name)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("sequence", int((now - SEQUENCE_FROM).total_seconds()))
    event.add("status", status)


def _team_event(plan: Plan, one: TeamDate, t: Translator) -> Any:
    from icalendar import Event

    event = Event()
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # nobody is busy all day
    event.add("summary", t("team-date-gone", title=one.title) if one.gone else one.label(t))
    event.add("description", t("team-date-source"))
    name = uuid5(NAMESPACE_URL, json.dumps((plan.school, plan.year, "team", one.id)))
    _stamp(event, f"{name}@jalons", one.changed, "CANCELLED" if one.gone else "CONFIRMED")
    return event


def _event(school: School, a: Assignment, zone: ZoneInfo, t: Translator) -> Any:
    from icalendar import Event

    event = Event()
    event.add("dtstart", datetime.combine(a.day, a.start, zone))
    event.add("dtend", datetime.combine(a.day, a.end, zone))
    event.add("summary", _summary(school, a))
    event.add("description", _description(school, a, t))
    if a.place is not None:
        event.add("location", a.place)
    return event


def _summary(school: School, a: Assignment) -> str:
    who, session = a.task.group or a.task.class_name, school.session_by_id.get(a.task.session)
    if session is None:  # cancelled, and no longer in the school's tables
        return f"{who} · {a.task.session}"
    part = f" ({a.task.part}/{session.parts})" if session.parts > 1 else ""
    return f"{who} · {session.title}{part}"


def _description(school: School, a: Assignment, t: Translator) -> str:
    lines = [t("ics-session", session=a.task.session), t("ics-class", name=a.task.class_name)]
    if a.task.group:
        lines.append(t("ics-group", name=a.task.group))
    if a.staff:
        lines.append(t("ics-staff", names=", ".join(a.staff)))
    return "\n".join(lines)
