"""Moving one session by hand: where it could go, and which rules each place would break.

The rules themselves judge every place against the rest of the plan; nothing is forbidden here. A
place that keeps the people and the room comes first; where they cannot come, somebody else who
can is proposed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, product

from jalons.planner.candidates import places_for, team_for
from jalons.planner.domain import Assignment, Plan, Reason, Task, Unplaced
from jalons.planner.hours import hours_of
from jalons.planner.rules import Broken, broken_alone, broken_together, check
from jalons.planner.times import Times, at, minutes

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
    others = [a for a in plan.assignments if a.task != task]
    by_day: dict[date, list[Assignment]] = {}
    own_class = [a for a in others if a.task.class_name == task.class_name]
    for a in others:
        if a.task.class_name != task.class_name:
            by_day.setdefault(a.day, []).append(a)
    before = next((a for a in plan.assignments if a.task == task), None)
    return tuple(
        _best(times, ways, [*own_class, *by_day.get(day, [])])
        for day in times.days
        for ways in _occurrences(times, task, day, before)
    )


def _best(times: Times, ways: list[Assignment], near: list[Assignment]) -> Move:
    """The first way that breaks nothing, or the one that breaks least."""
    best: Move | None = None
    for way in ways:
        reasons = (
            *broken_alone(times, way),
            *(reason for other in near for reason in broken_together(times, way, other)),
        )
        if best is None or len(reasons) < len(best.reasons):
            best = Move(way, reasons)
        if not reasons:
            break
    assert best is not None
    return best


def _occurrences(
    times: Times, task: Task, day: date, before: Assignment | None
) -> Iterator[list[Assignment]]:
    session = times.school.session_by_id[task.session]
    for slot in times.slots_on(task.class_name, day):
        begin = minutes(slot.start)
        offset = minutes(before.start) - begin if before else 0
        if 0 <= offset <= minutes(slot.end) - begin - session.duration_min:
            begin += offset
        start, end = at(begin), at(min(begin + session.duration_min, 24 * 60 - 1))
        yield [
            Assignment(task, day, start, end, staff, place)
            for staff, place in _ways(times, task, before)
        ]


def _ways(
    times: Times, task: Task, before: Assignment | None
) -> list[tuple[tuple[str, ...], str | None]]:
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


def broken_by_task(times: Times, plan: Plan) -> dict[Task, list[Broken]]:
    """Each task that breaks a rule → the rules it breaks."""
    found: dict[Task, list[Broken]] = {}
    for broken in check(times, plan.assignments):
        for task in dict.fromkeys(broken.tasks):
            found.setdefault(task, []).append(broken)
    return found
