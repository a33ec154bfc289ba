"""Where one task could go, by itself: every start in the year, who could run it there, and where.

What other sessions take is not known here. Where nothing is possible, the reason is the first
narrowing that leaves nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from jalons.planner.domain import Assignment, Reason, Task
from jalons.planner.times import Times, at, minutes
from jalons.school.domain import Session, Slot

ALL_DAY = ((0, 24 * 60),)
GRID_MIN = 30  # a session shorter than its slot may start every half-hour


@dataclass(frozen=True, slots=True)
class Start:
    """One possible time of a task, with those who could take each role and the places it could use.

    ``people`` is parallel to the session's roles; ``places`` is empty where no room is booked.
    ``kind`` is the same for all starts of a class, duration, teams and places.
    """

    day: date
    slot: Slot
    begin: int
    end: int
    people: tuple[tuple[str, ...], ...]
    places: tuple[str, ...]
    kind: int = 0

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
    return _finder(times).options(task)


@lru_cache(maxsize=4)
def _finder(times: Times) -> _Finder:
    return _Finder(times)


class _Finder:
    """The starts of one school's tasks. What tasks of a class have in common is found once."""

    def __init__(self, times: Times) -> None:
        self.times = times
        self.occurrences = cache(self._occurrences)
        self.starts = cache(self._starts)
        self.kinds = 0

    def options(self, task: Task) -> Options:
        times, session = self.times, self.times.school.session_by_id[task.session]
        first, last = times.window(task.session, task.class_name)
        longest = max(
            (
                end - begin
                for day, slots in self.occurrences(task.class_name)
                if first <= day <= last
                for _, begin, end in slots
            ),
            default=None,
        )
        if longest is None:
            return Options(task, (), _no_occurrence(times, task))
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
        found = self.starts(task.class_name, session.duration_min, teams, places)
        starts = tuple(start for start in found if first <= start.day <= last)
        if not starts:
            total = sum(
                len(slots)
                for day, slots in self.occurrences(task.class_name)
                if first <= day <= last
            )
            return Options(task, (), (_nobody_comes(session, teams, total),))
        return Options(task, starts)

    def _occurrences(
        self, class_name: str
    ) -> tuple[tuple[date, tuple[tuple[Slot, int, int], ...]], ...]:
        """Day by day, the slots of a class that take place, with begin and end in minutes."""
        return tuple(
            (day, tuple((s, minutes(s.start), minutes(s.end)) for s in dict.fromkeys(slots)))
            for day, slots in self.times.open_slots(class_name).items()
        )

    def _starts(
        self,
        class_name: str,
        duration: int,
        teams: tuple[tuple[str, ...], ...],
        places: tuple[str, ...],
    ) -> tuple[Start, ...]:
        """Every start of the year for a duration, teams and places, in order of time."""
        self.kinds += 1
        out: list[Start] = []
        everybody = tuple(dict.fromkeys(person for team in teams for person in team))
        casts: dict[frozenset[str], tuple[tuple[str, ...], ...] | None] = {}

        def cast(there: frozenset[str]) -> tuple[tuple[str, ...], ...] | None:
            """Who of those who are there could take each role; None: not all can be taken."""
            if there not in casts:
                people = tuple(tuple(p for p in team if p in there) for team in teams)
                casts[there] = people if all(people) and _distinct(people) else None
            return casts[there]

        for day, slots in self.occurrences(class_name):
            presence = [(person, self.times.available(person, day)) for person in everybody]
            steady = frozenset(person for person, spans in presence if spans == ALL_DAY)
            some = [(person, spans) for person, spans in presence if spans and spans != ALL_DAY]
            arrivals = {begin for _, spans in some for begin, _ in spans}
            if not some and cast(steady) is None:
                continue
            begins = {b for _, s, e in slots for b in _begins(s, e - duration, duration, arrivals)}
            for begin in sorted(begins):
                end = begin + duration
                there = steady
                if some:
                    there = steady.union(p for p, spans in some if _within(spans, begin, end))
                people = cast(there)
                if people is not None:
                    # The same time in two slots that overlap is two chances: each holds a session.
                    out += [
                        Start(day, slot, begin, end, people, places, self.kinds)
                        for slot, s, e in slots
                        if s <= begin and end <= e
                    ]
        return tuple(out)


def _begins(first: int, last: int, duration: int, arrivals: set[int]) -> Iterator[int]:
    """Start of the slot, its half-hours, its sessions back to back, its latest start, arrivals."""
    if first > last:
        return
    yield from range(first, last + 1, GRID_MIN)
    yield from range(first, last + 1, duration)
    yield last
    yield from (begin for begin in arrivals if first <= begin <= last)


def _within(spans: tuple[tuple[int, int], ...], begin: int, end: int) -> bool:
    return any(s <= begin and end <= e for s, e in spans)


def _distinct(people: tuple[tuple[str, ...], ...]) -> bool:
    """Can every role be taken by somebody else? (Roles are few: try them one after the other.)"""
    if len(people) < 2:
        return all(people)

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
