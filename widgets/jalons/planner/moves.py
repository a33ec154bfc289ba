"""Moving one session by hand: where it could go, and which rules each place would break.

The rules themselves judge every place against the rest of the plan; nothing is forbidden here. A
place that keeps the people and the room comes first; where they cannot come, somebody else who
can is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, product

from jalons.planner.candidates import places_for, team_for
from jalons.planner.domain import Assignment, Plan, Reason, Task, Unplaced
from jalons.planner.hours import hours_of
from jalons.planner.rules import (
    PEOPLE,
    PUPILS,
    SHARED,
    TIME,
    Broken,
    broken_alone,
    broken_together,
)
from jalons.planner.times import Times, at, minutes

Way = tuple[tuple[str, ...], str | None]  # the people and the room
MOST_WAYS = 24  # choices of people and room tried at one time before the least bad is taken


@dataclass(frozen=True, slots=True)
class Move:
    """One place a task could go, and what would be wrong there (nothing: the move is free)."""

    assignment: Assignment
    reasons: tuple[Reason, ...]


def moves(times: Times, plan: Plan, task: Task) -> tuple[Move, ...]:
    """The best way to put a task into each occurrence of its class's slots, in order of time.

    Closed days are among them: the reasons say why they are closed.
    """
    before: Assignment | None = None
    own_class: list[Assignment] = []
    by_day: dict[date, list[Assignment]] = {}
    for a in plan.assignments:
        if a.task == task:
            before = a
            continue
        by_day.setdefault(a.day, []).append(a)
        if a.task.class_name == task.class_name:
            own_class.append(a)
    ways = _ways(times, task, before)
    return tuple(
        _best(times, start, ways, own_class, by_day.get(start.day, []))
        for day in times.days
        for start in _starts(times, task, day, before)
    )


def _best(
    times: Times,
    start: Assignment,
    ways: list[Way],
    own_class: list[Assignment],
    that_day: list[Assignment],
) -> Move:
    """The first way that breaks nothing, or the one that breaks least.

    What is wrong whoever comes, and wherever, is found once.
    """
    reasons = [
        *broken_alone(times, start, TIME),
        *(r for other in own_class for r in broken_together(times, start, other, PUPILS)),
    ]
    rivals = [other for other in that_day if other.overlaps(start)]
    best: Move | None = None
    for staff, place in ways:
        way = replace(start, staff=staff, place=place)
        more = (
            *broken_alone(times, way, PEOPLE),
            *(r for other in rivals for r in broken_together(times, way, other, SHARED)),
        )
        if best is None or len(reasons) + len(more) < len(best.reasons):
            best = Move(way, (*reasons, *more))
        if not more:
            break
    assert best is not None
    return best


def _starts(times: Times, task: Task, day: date, before: Assignment | None) -> Iterator[Assignment]:
    """The task in each occurrence of its class's slots on a day, with nobody and nowhere yet."""
    session = times.school.session_by_id[task.session]
    for slot in times.slots_on(task.class_name, day):
        begin = minutes(slot.start)
        offset = minutes(before.start) - begin if before else 0
        if 0 <= offset <= minutes(slot.end) - begin - session.duration_min:
            begin += offset
        start, end = at(begin), at(min(begin + session.duration_min, 24 * 60 - 1))
        yield Assignment(task, day, start, end)


def _ways(times: Times, task: Task, before: Assignment | None) -> list[Way]:
    """People and room: those of before, then the other choices there are."""
    session = times.school.session_by_id[task.session]
    teams = [team_for(times, task, role) or ("",) for role in session.roles]
    rooms = places_for(times, task, session) or (None,)
    others = (
        (tuple(person for person in staff if person), room)
        for staff in product(*teams)
        if len(set(staff)) == len(staff)
        for room in rooms
    )
    first = [(before.staff, before.place)] if before else []
    ways = [*first, *islice(others, MOST_WAYS)]
    return list(dict.fromkeys(ways)) or [((), None)]


def put(times: Times, plan: Plan, assignment: Assignment) -> Plan:
    """The plan with one task at this place, wherever it was before; hours follow."""
    kept = [a for a in plan.assignments if a.task != assignment.task]
    return _with(
        times,
        plan,
        [*kept, assignment],
        tuple(u for u in plan.unplaced if u.task != assignment.task),
    )


def take_out(times: Times, plan: Plan, task: Task) -> Plan:
    """The plan without a task, which is then left out by choice."""
    mandatory = times.school.session_by_id[task.session].mandatory
    return _with(
        times,
        plan,
        [a for a in plan.assignments if a.task != task],
        (*plan.unplaced, Unplaced(task, mandatory, (Reason("taken_out"),))),
    )


def _with(
    times: Times, plan: Plan, assignments: list[Assignment], unplaced: tuple[Unplaced, ...]
) -> Plan:
    ordered = tuple(sorted(assignments, key=lambda a: (a.day, a.start, a.task.class_name, a.task)))
    return replace(
        plan,
        assignments=ordered,
        unplaced=unplaced,
        hours=hours_of(times, ordered),
        solver=None,
    )


def by_task(rules_broken: Iterable[Broken]) -> dict[Task, list[Broken]]:
    """Each task that breaks a rule → the rules it breaks."""
    found: dict[Task, list[Broken]] = {}
    for broken in rules_broken:
        for task in dict.fromkeys(broken.tasks):
            found.setdefault(task, []).append(broken)
    return found
