"""The hard rules of a plan: one pure function each, a reason or None.

A rule of one assignment takes ``(times, a)``; a rule between two takes ``(times, a, b)`` and is
symmetric. The solver builds on the same facts (:mod:`jalons.planner.times`) and a test holds the
two together. Rules know no solver, no file and no word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from jalons.planner.domain import Assignment, Reason, Task
from jalons.planner.times import Times, minutes
from jalons.school.domain import Slot

Single = Callable[[Times, Assignment], Reason | None]
Pair = Callable[[Times, Assignment, Assignment], Reason | None]


@dataclass(frozen=True)
class Broken:
    """A rule that a plan breaks, and the tasks concerned."""

    reason: Reason
    tasks: tuple[Task, ...]


# --- one assignment ---------------------------------------------------------------------------


def school_day(times: Times, a: Assignment) -> Reason | None:
    """Not on a holiday, a public holiday, a Sunday or outside the year."""
    closed = times.year.why_closed(a.day)
    if closed is None:
        return None
    return Reason("school_day", {"date": a.day, "kind": closed.kind, "name": closed.name})


def pfmp(times: Times, a: Assignment) -> Reason | None:
    """Not while the class is in training in a company."""
    placement = times.placement_on(a.task.class_name, a.day)
    if placement is None:
        return None
    facts = {"date": a.day, "class": a.task.class_name}
    return Reason("pfmp", {**facts, "first": placement.first, "last": placement.last})


def blocked_event(times: Times, a: Assignment) -> Reason | None:
    """Not on a day that an event of the school takes away."""
    event = times.blocking_event(a.task.class_name, a.day)
    if event is None:
        return None
    return Reason("blocked_event", {"date": a.day, "event": event.name})


def slots_around(times: Times, a: Assignment) -> tuple[Slot, ...]:
    """The occurrences of the class's slots, on that day, that hold the assignment."""
    on_day = times.slots_on(a.task.class_name, a.day)
    return tuple(s for s in on_day if s.start <= a.start and a.end <= s.end)


def slot(times: Times, a: Assignment) -> Reason | None:
    """Inside one occurrence of one of the class's slots."""
    if slots_around(times, a):
        return None
    return Reason(
        "slot",
        {"class": a.task.class_name, "date": a.day, "start": a.start, "end": a.end},
    )


def fits(times: Times, a: Assignment) -> Reason | None:
    """It lasts what its session says, and a slot of that day is long enough."""
    wanted = times.school.session_by_id[a.task.session].duration_min
    given = minutes(a.end) - minutes(a.start)
    slots = times.slots_on(a.task.class_name, a.day)
    longest = max((minutes(s.end) - minutes(s.start) for s in slots), default=None)
    if given == wanted and (longest is None or wanted <= longest):
        return None
    return Reason("fits", {"wanted_min": wanted, "given_min": given, "slot_min": longest or 0})


def staff_available(times: Times, a: Assignment) -> Reason | None:
    """Everybody can come then."""
    start, end = minutes(a.start), minutes(a.end)
    for person in a.staff:
        if not any(s <= start and end <= e for s, e in times.available(person, a.day)):
            return Reason(
                "staff_available",
                {"person": person, "date": a.day, "start": a.start, "end": a.end},
            )
    return None


def staff_team(times: Times, a: Assignment) -> Reason | None:
    """Everybody works with that class."""
    for person in a.staff:
        classes = times.school.classes_of.get(person)
        if classes is not None and a.task.class_name not in classes:
            return Reason("staff_team", {"person": person, "class": a.task.class_name})
    return None


def roles(times: Times, a: Assignment) -> Reason | None:
    """Every role is covered by a different person."""
    wanted = times.school.session_by_id[a.task.session].roles
    staff = list(dict.fromkeys(a.staff))
    holder: dict[str, int] = {}  # person → index of the role they cover

    def cover(role_at: int, tried: set[str]) -> bool:
        for person in staff:
            if person in tried or wanted[role_at] not in times.school.roles_of.get(person, ()):
                continue
            tried.add(person)
            if person not in holder or cover(holder[person], tried):
                holder[person] = role_at
                return True
        return False

    for role_at, role in enumerate(wanted):
        if not cover(role_at, set()):
            return Reason("roles", {"role": role, "session": a.task.session})
    return None


def place_type(times: Times, a: Assignment) -> Reason | None:
    """A session that asks for a kind of place has one of that kind."""
    kind = times.school.session_by_id[a.task.session].place_kind
    if kind is None:
        return None
    given = times.school.place_by_name[a.place].kind if a.place is not None else "none"
    return None if given == kind else Reason("place_type", {"wanted": kind, "given": given})


def place_capacity(times: Times, a: Assignment) -> Reason | None:
    """The pupils fit into the place."""
    if a.place is None:
        return None
    capacity, pupils = times.school.place_by_name[a.place].capacity, times.pupils(a.task)
    if pupils <= capacity:
        return None
    return Reason("place_capacity", {"place": a.place, "capacity": capacity, "pupils": pupils})


def window(times: Times, a: Assignment) -> Reason | None:
    """Between the session's earliest and latest day, both included."""
    first, last = times.window(a.task.session, a.task.class_name)
    if first <= a.day <= last:
        return None
    return Reason("window", {"date": a.day, "first": first, "last": last})


# --- between two assignments ------------------------------------------------------------------


def once(times: Times, a: Assignment, b: Assignment) -> Reason | None:
    """Each part of a session is placed once for the same pupils."""
    if a.task != b.task:
        return None
    return Reason("once", {"session": a.task.session, "dates": f"{a.day}, {b.day}"})


def target_busy(times: Times, a: Assignment, b: Assignment) -> Reason | None:
    """One session at a time for the same pupils, one session per target and slot occurrence."""
    if a.day != b.day or not a.task.shares_pupils(b.task):
        return None
    facts = {"target": b.task.group or b.task.class_name, "date": a.day, "other": b.task.session}
    if a.overlaps(b):
        return Reason("target_busy", facts)
    if a.task.group == b.task.group:
        around = set(slots_around(times, a))
        if len(around) == 1 and around == set(slots_around(times, b)):
            return Reason("target_busy", facts)
    return None


def staff_busy(times: Times, a: Assignment, b: Assignment) -> Reason | None:
    """Nobody is in two places at a time."""
    shared = [person for person in a.staff if person in b.staff]
    if not shared or not a.overlaps(b):
        return None
    return Reason("staff_busy", {"person": shared[0], "date": a.day, "other": _name(b.task)})


def place_busy(times: Times, a: Assignment, b: Assignment) -> Reason | None:
    """A place holds one session at a time."""
    if a.place is None or a.place != b.place or not a.overlaps(b):
        return None
    return Reason("place_busy", {"place": a.place, "date": a.day, "other": _name(b.task)})


def comes_before(times: Times, a: Task, b: Task) -> bool:
    """Must ``a`` be on an earlier day than ``b``: earlier part, or named in ``apres``?"""
    if not a.shares_pupils(b):
        return False
    if a.session == b.session:
        return a.part < b.part
    return a.session in times.school.session_by_id[b.session].after


def order(times: Times, a: Assignment, b: Assignment) -> Reason | None:
    """Parts in order, and after every session it comes after, on a strictly later day."""
    for first, second in ((a, b), (b, a)):
        if comes_before(times, first.task, second.task) and first.day >= second.day:
            return Reason(
                "order",
                {
                    "first": f"{first.task.session} ({first.task.part})",
                    "second": f"{second.task.session} ({second.task.part})",
                    "first_date": first.day,
                    "second_date": second.day,
                },
            )
    return None


def _name(task: Task) -> str:
    return f"{task.session} · {task.group or task.class_name}"


# When it is, then who comes and where: what a choice of people or room cannot change comes first.
TIME: tuple[Single, ...] = (school_day, pfmp, blocked_event, slot, fits, window)
PEOPLE: tuple[Single, ...] = (staff_available, staff_team, roles, place_type, place_capacity)
SINGLE = (*TIME, *PEOPLE)
# Between sessions of one class, then between sessions that want the same person or place.
PUPILS: tuple[Pair, ...] = (once, target_busy, order)
SHARED: tuple[Pair, ...] = (staff_busy, place_busy)
PAIRS = (*PUPILS, *SHARED)
CODES = tuple(rule.__name__ for rule in (*SINGLE, *PAIRS))


def broken_alone(times: Times, a: Assignment, among: Iterable[Single] = SINGLE) -> list[Reason]:
    return [reason for rule in among if (reason := rule(times, a)) is not None]


def broken_together(
    times: Times, a: Assignment, b: Assignment, among: Iterable[Pair] = PAIRS
) -> list[Reason]:
    return [reason for rule in among if (reason := rule(times, a, b)) is not None]


#: What was found in each class, with the assignments it was found for.
Known = dict[str, tuple[tuple[Assignment, ...], tuple[Broken, ...]]]


def check(
    times: Times, assignments: Iterable[Assignment], known: Known | None = None
) -> tuple[Broken, ...]:
    """Every rule that a plan breaks: class by class, then between classes.

    Two assignments meet only where they share pupils, or a person or place on a day, so a whole
    school is checked in time that grows with its classes and not with their square.

    Parameters
    ----------
    times : Times
    assignments : iterable of Assignment
    known : dict, optional
        Kept by the caller from one plan of ``times`` to the next: a class whose assignments are
        the same as before is not judged again.
    """
    by_class: dict[str, list[Assignment]] = defaultdict(list)
    by_need: dict[tuple[date, str, bool], list[Assignment]] = defaultdict(list)
    for a in assignments:
        by_class[a.task.class_name].append(a)
        for person in dict.fromkeys(a.staff):
            by_need[a.day, person, True].append(a)
        if a.place is not None:
            by_need[a.day, a.place, False].append(a)
    known = {} if known is None else known
    broken: list[Broken] = []
    for name, own in by_class.items():
        if name not in known or known[name][0] != tuple(own):
            known[name] = tuple(own), tuple(_broken_in_class(times, own))
        broken += known[name][1]
    between = {
        (id(a), id(b)): (a, b)
        for together in by_need.values()
        for a, b in combinations(together, 2)
        if a.task.class_name != b.task.class_name and a.overlaps(b)
    }
    for a, b in between.values():
        reasons = broken_together(times, a, b, SHARED)
        broken += [Broken(reason, (a.task, b.task)) for reason in reasons]
    return tuple(broken)


def _broken_in_class(times: Times, own: list[Assignment]) -> Iterator[Broken]:
    for a in own:
        yield from (Broken(reason, (a.task,)) for reason in broken_alone(times, a))
    for a, b in combinations(own, 2):
        yield from (Broken(reason, (a.task, b.task)) for reason in broken_together(times, a, b))
