"""Where one task could go, by itself: every start in the year, who could run it there, and where.

What other sessions take is not known here. Where nothing is possible, the reason is the first
narrowing that leaves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from jalons.planner.domain import Assignment, Reason, Task
from jalons.planner.times import Times, at, minutes
from jalons.school.domain import Session, Slot

GRID_MIN = 30  # a session shorter than its slot may start every half-hour


@dataclass(frozen=True, slots=True)
class Start:
    """One possible time of a task, with those who could take each role and the places it could use.

    ``people`` is parallel to the session's roles; ``places`` is empty where no room is booked.
    """

    day: date
    slot: Slot
    begin: int
    end: int
    people: tuple[tuple[str, ...], ...]
    places: tuple[str, ...]

    def assignment(self, task: Task, staff: tuple[str, ...], place: str | None) -> Assignment:
        return Assignment(task, self.day, at(self.begin), at(self.end), staff, place)


@dataclass(frozen=True)
class Options:
    """The possible starts of a task in order of time; ``reasons`` says why there are none."""

    task: Task
    starts: tuple[Start, ...]
    reasons: tuple[Reason, ...] = ()


def options_of(times: Times, task: Task) -> Options:
    """Every start that breaks no rule of its own."""
    session = times.school.session_by_id[task.session]
    occurrences = list(_occurrences(times, task))
    if not occurrences:
        return Options(task, (), _no_occurrence(times, task))
    longest = max(minutes(slot.end) - minutes(slot.start) for _, slot in occurrences)
    if longest < session.duration_min:
        facts = {"wanted_min": session.duration_min, "slot_min": longest}
        return Options(task, (), (Reason("fits", facts),))
    teams = tuple(team_for(times, task, role) for role in session.roles)
    nobody = [role for role, team in zip(session.roles, teams, strict=True) if not team]
    if nobody:
        return Options(task, (), tuple(_nobody(times, task, role) for role in nobody))
    if not _distinct(teams):
        return Options(task, (), (_too_few(session, teams),))
    places = places_for(times, task, session)
    if session.place_kind is not None and not places:
        return Options(task, (), (_no_place(times, task, session.place_kind),))
    starts = tuple(_starts(times, session, occurrences, teams, places))
    if not starts:
        return Options(task, (), (_nobody_comes(session, teams, len(occurrences)),))
    return Options(task, starts)


def _occurrences(times: Times, task: Task) -> Iterator[tuple[date, Slot]]:
    first, last = times.window(task.session, task.class_name)
    for day, slots in times.open_slots(task.class_name).items():
        if first <= day <= last:
            for slot in slots:
                yield day, slot


def _starts(
    times: Times,
    session: Session,
    occurrences: list[tuple[date, Slot]],
    teams: tuple[tuple[str, ...], ...],
    places: tuple[str, ...],
) -> Iterator[Start]:
    duration = session.duration_min
    on_day: dict[date, dict[Slot, None]] = {}
    for day, slot in occurrences:
        on_day.setdefault(day, {})[slot] = None
    for day, slots in on_day.items():
        begins = {b for slot in slots for b in _begins(times, duration, day, slot, teams)}
        for begin in sorted(begins):
            end = begin + duration
            people = tuple(
                tuple(p for p in team if _comes(times, p, day, begin, end)) for team in teams
            )
            if not all(people) or not _distinct(people):
                continue
            # The same time in two slots that overlap is two chances: a slot holds one session.
            for slot in slots:
                if minutes(slot.start) <= begin and end <= minutes(slot.end):
                    yield Start(day, slot, begin, end, people, places)


def _begins(
    times: Times, duration: int, day: date, slot: Slot, teams: tuple[tuple[str, ...], ...]
) -> set[int]:
    """Start of the slot, its half-hours, its sessions back to back, its latest start, arrivals."""
    first, last = minutes(slot.start), minutes(slot.end) - duration
    arrivals = {start for team in teams for p in team for start, _ in times.available(p, day)}
    steady = (*range(first, last + 1, GRID_MIN), *range(first, last + 1, duration))
    begins = {*steady, *arrivals, last}
    return {begin for begin in begins if first <= begin <= last}


def _comes(times: Times, person: str, day: date, begin: int, end: int) -> bool:
    return any(s <= begin and end <= e for s, e in times.available(person, day))


def _distinct(people: tuple[tuple[str, ...], ...]) -> bool:
    """Can every role be taken by somebody else? (Roles are few: try them one after the other.)"""

    def choose(at_role: int, taken: frozenset[str]) -> bool:
        return at_role == len(people) or any(
            choose(at_role + 1, taken | {person})
            for person in people[at_role]
            if person not in taken
        )

    return choose(0, frozenset())


def team_for(times: Times, task: Task, role: str) -> tuple[str, ...]:
    """Everybody who has the role and works with the class."""
    classes_of = times.school.classes_of
    return tuple(
        person
        for person, roles in times.school.roles_of.items()
        if role in roles and (person not in classes_of or task.class_name in classes_of[person])
    )


def places_for(times: Times, task: Task, session: Session) -> tuple[str, ...]:
    """The places of the kind a session asks for that hold its pupils; none asked for: none."""
    pupils = times.pupils(task)
    return tuple(
        place.name
        for place in times.school.places
        if place.kind == session.place_kind and place.capacity >= pupils
    )


# --- why there is nothing ---------------------------------------------------------------------


def _no_occurrence(times: Times, task: Task) -> tuple[Reason, ...]:
    name = task.class_name
    first, last = times.window(task.session, name)
    in_window = [day for day in times.days if first <= day <= last]
    with_slot = [day for day in in_window if times.slots_on(name, day)]
    facts = {"class": name, "first": first, "last": last}
    if not with_slot:
        return (Reason("slot", facts),)
    keeping: tuple[tuple[str, Callable[[date], object]], ...] = (
        ("school_day", lambda day: times.year.why_closed(day)),
        ("pfmp", lambda day: times.placement_on(name, day)),
        ("blocked_event", lambda day: times.blocking_event(name, day)),
    )
    counts = {code: sum(keeps(day) is not None for day in with_slot) for code, keeps in keeping}
    return tuple(
        Reason(code, {**facts, "count": count, "total": len(with_slot)})
        for code, count in counts.items()
        if count
    )


def _nobody(times: Times, task: Task, role: str) -> Reason:
    holders = [person for person, roles in times.school.roles_of.items() if role in roles]
    if not holders:
        return Reason("roles", {"role": role, "people": "none"})
    facts = {"role": role, "class": task.class_name, "people": ", ".join(holders)}
    return Reason("staff_team", facts)


def _too_few(session: Session, teams: tuple[tuple[str, ...], ...]) -> Reason:
    return Reason("roles", {"role": " + ".join(session.roles), "people": _names(teams)})


def _names(teams: tuple[tuple[str, ...], ...]) -> str:
    return ", ".join(dict.fromkeys(person for team in teams for person in team))


def _no_place(times: Times, task: Task, kind: str) -> Reason:
    largest = max((p.capacity for p in times.school.places if p.kind == kind), default=None)
    if largest is None:
        return Reason("place_type", {"wanted": kind})
    pupils = times.pupils(task)
    return Reason("place_capacity", {"wanted": kind, "capacity": largest, "pupils": pupils})


def _nobody_comes(session: Session, teams: tuple[tuple[str, ...], ...], total: int) -> Reason:
    facts = {"role": " + ".join(session.roles), "people": _names(teams), "total": total}
    return Reason("staff_available", facts)
