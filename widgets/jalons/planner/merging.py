"""Two people changed the same school: what both did, put together.

Pure. What only one of them changed since they parted is taken; where both changed the same session
somebody has to say whose it is. Rules are not asked: the page shows what the result breaks.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from jalons.planner.compare import Change, differences
from jalons.planner.domain import Assignment, Plan, Reason, Task, Unplaced, all_tasks
from jalons.planner.hours import hours_of
from jalons.planner.times import Times

K = TypeVar("K")
V = TypeVar("V")
MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True)
class Difference:
    """A session that is not the same in the two plans, and who changed it since they parted."""

    task: Task
    base: Assignment | None
    mine: Assignment | None
    theirs: Assignment | None
    by: str


def compare(base: Plan | None, mine: Plan, theirs: Plan) -> tuple[Difference, ...]:
    """Every difference between two plans, in the order of time."""
    started = {a.task: a for a in base.assignments} if base else {}

    def difference(change: Change) -> Difference:
        was = started.get(change.task)
        by = BOTH
        if base is not None and change.after == was:
            by = MINE
        elif base is not None and change.before == was:
            by = THEIRS
        return Difference(change.task, was, change.before, change.after, by)

    return tuple(difference(change) for change in differences(mine, theirs))


def merge(
    times: Times, base: Plan | None, mine: Plan, theirs: Plan, give_way: Collection[Task] = ()
) -> Plan:
    """Both plans as one.

    Parameters
    ----------
    times : Times
        Of the school the result is for; sessions it does not have are left away.
    base : Plan or None
        What both started from; None, nobody knows.
    give_way : collection of Task
        Sessions both changed where theirs is taken; of the others, mine is.
    """
    placed = {a.task: a for a in mine.assignments}
    for difference in compare(base, mine, theirs):
        if difference.by == THEIRS or (difference.by == BOTH and difference.task in give_way):
            placed.pop(difference.task, None)
            if difference.theirs is not None:
                placed[difference.task] = difference.theirs
    tasks = all_tasks(times.school)
    known = frozenset(tasks)
    ordered = tuple(
        sorted(
            (a for task, a in placed.items() if task in known),
            key=lambda a: (a.day, a.start, a.task.class_name, a.task.session, a.task.part),
        )
    )
    reasons = {u.task: u for plan in (theirs, mine) for u in plan.unplaced}
    left_out = tuple(
        reasons.get(task) or _by_choice(times, task) for task in tasks if task not in placed
    )
    return replace(
        mine,
        assignments=ordered,
        unplaced=left_out,
        hours=hours_of(times, ordered),
        solver=None,
        pinned=_pins(base, mine, theirs) & known,
    )


def _by_choice(times: Times, task: Task) -> Unplaced:
    mandatory = times.school.session_by_id[task.session].mandatory
    return Unplaced(task, mandatory, (Reason("taken_out"),))


def _pins(base: Plan | None, mine: Plan, theirs: Plan) -> frozenset[Task]:
    """Agreed by one and not let go by the other."""
    started = base.pinned if base else frozenset()
    return (mine.pinned | theirs.pinned) - (started - mine.pinned) - (started - theirs.pinned)


def merge_files(
    base: Mapping[K, V] | None, mine: Mapping[K, V], theirs: Mapping[K, V]
) -> tuple[dict[K, V], tuple[K, ...]]:
    """Two sets of files as one, and the names of those that both changed (mine is taken)."""
    merged, clashes = dict(mine), []
    for name in dict.fromkeys([*mine, *theirs]):
        own, other, was = mine.get(name), theirs.get(name), (base or {}).get(name)
        if own == other or (base is not None and other == was):
            continue
        if base is None or own != was:
            clashes.append(name)
        elif other is None:
            merged.pop(name, None)
        else:
            merged[name] = other
    return merged, tuple(clashes)
