"""What differs between two plans of a school, task by task.

Pure: knows no word, no page, and nothing of how either plan came to be. What is compared is where
each task is, with whom and in which place; reasons, hours and pins are left aside.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from jalons.planner.domain import Assignment, Plan, Task

ADDED, TAKEN_OUT, MOVED, STAFFED = "added", "taken_out", "moved", "staffed"
KINDS = (MOVED, STAFFED, ADDED, TAKEN_OUT)


@dataclass(frozen=True, slots=True)
class Change:
    """A task that is not the same in both plans; None where a plan does not place it."""

    task: Task
    before: Assignment | None
    after: Assignment | None

    @property
    def kind(self) -> str:
        """``added``, ``taken_out``, ``moved`` (another time), ``staffed`` (people or place)."""
        if self.before is None:
            return ADDED
        if self.after is None:
            return TAKEN_OUT
        return MOVED if _time(self.before) != _time(self.after) else STAFFED

    @property
    def people(self) -> frozenset[str]:
        """Everybody it concerns, before or after."""
        return frozenset(p for a in (self.before, self.after) if a for p in a.staff)

    @property
    def new_people(self) -> bool:
        """Is it placed in both plans, with other people?"""
        return bool(self.before and self.after and set(self.before.staff) != set(self.after.staff))

    @property
    def new_place(self) -> bool:
        """Is it placed in both plans, in another room?"""
        return bool(self.before and self.after and self.before.place != self.after.place)


def differences(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Every change that leads from one plan to the other, in the order of time.

    Two people who share a task are not in any order: naming them the other way round is no change.

    Examples
    --------
    >>> plan = Plan("LP", "2026-2027")
    >>> differences(plan, plan)
    ()
    """
    was = {a.task: a for a in before.assignments}
    now = {a.task: a for a in after.assignments}
    changes = (Change(task, was.get(task), now.get(task)) for task in dict.fromkeys([*was, *now]))
    return tuple(sorted((c for c in changes if not _same(c)), key=_when))


def concerning(
    changes: Iterable[Change], *, class_name: str | None = None, person: str | None = None
) -> tuple[Change, ...]:
    """The changes of one class, or of one person; of everybody without either."""
    return tuple(
        c
        for c in changes
        if class_name in (None, c.task.class_name) and (person is None or person in c.people)
    )


def counts(changes: Iterable[Change]) -> dict[str, int]:
    """How many changes there are of each kind, in the order of :data:`KINDS`; none left out."""
    found = [c.kind for c in changes]
    return {kind: found.count(kind) for kind in KINDS}


def _time(a: Assignment) -> tuple[object, ...]:
    return a.day, a.start, a.end


def _same(change: Change) -> bool:
    one, two = change.before, change.after
    return (
        one is not None
        and two is not None
        and _time(one) == _time(two)
        and not change.new_people
        and not change.new_place
    )


def _when(change: Change) -> tuple[object, ...]:
    a = change.after or change.before
    assert a is not None
    return a.day, a.start, a.task.class_name, a.task.session, a.task.part, a.task.group or ""
