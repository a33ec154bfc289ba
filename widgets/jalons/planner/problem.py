"""What a search of a school works on: what may go where, what must follow what, who is busy.

All that does not change in a search is found once. Knows no solver and no word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from jalons.planner.candidates import Options, options_of
from jalons.planner.domain import Assignment, Task
from jalons.planner.objective import WEIGHTS, Wishes
from jalons.planner.rules import comes_before
from jalons.planner.times import Times, minutes

Placed = Mapping[Task, Assignment]


class Problem:
    """A school, what may go where, and what is wanted: all that does not change in a search.

    ``pinned`` assignments are never free; with ``tasks``, only these are looked at.
    """

    def __init__(
        self,
        times: Times,
        wishes: Wishes,
        pinned: Placed,
        tasks: Iterable[Task] | None = None,
    ) -> None:
        self.times = times
        self.wishes = wishes
        self.pinned = dict(pinned)
        self.options: dict[Task, Options] = {
            task: options_of(times, task)
            for task in (wishes.tasks if tasks is None else tasks)
            if task not in self.pinned
        }
        self.possible = [task for task, option in self.options.items() if option.starts]
        self.order = cache(self._order)
        self.groups: dict[str, list[str | None]] = {c.name: [] for c in times.school.classes}
        for group in times.school.groups:
            self.groups[group.class_name].append(group.name)
        self.pool_of = {person: pool for pool in wishes.pools for person in pool}

    def constant(self, class_name: str) -> int:
        """What a class costs whatever the search does: what is impossible, and what is pinned."""
        own = self.wishes.tasks_of[class_name]
        if not self.free(class_name):
            return self.wishes.class_cost(class_name, self.pinned)
        pinned = [self.pinned[t] for t in own if t in self.pinned]
        away = sum(self.wishes.weeks_away(a.task, a.day) for a in pinned)
        impossible = [t for t in own if t in self.options and not self.options[t].starts]
        return (
            sum(map(self.wishes.left_out, impossible))
            + WEIGHTS["week_from_even"] * away
            + WEIGHTS["moved"] * sum(map(self.wishes.changes, pinned))
        )

    def free(self, class_name: str) -> list[Task]:
        tasks = self.wishes.tasks_of[class_name]
        return [t for t in tasks if t in self.options and self.options[t].starts]

    def _order(self, class_name: str) -> list[tuple[Task, Task]]:
        """The pairs of a class that must follow each other."""
        tasks = self.wishes.tasks_of[class_name]
        return [(a, b) for a in tasks for b in tasks if comes_before(self.times, a, b)]

    def pupils(self, task: Task) -> list[str | None]:
        """The groups a task occupies; None is a class without groups."""
        return [task.group] if task.group is not None else self.groups[task.class_name] or [None]


class Taken:
    """Who and what is busy when: (name or pupils, day) → begin, end, task."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.busy: dict[tuple[Any, date], list[tuple[int, int, Task]]] = defaultdict(list)
        self.load: dict[str, int] = defaultdict(int)  # minutes of each person

    def names(self, a: Assignment) -> Iterator[Any]:
        yield from (("person", person) for person in a.staff)
        if a.place is not None:
            yield "place", a.place
        yield from ((a.task.class_name, group) for group in self.problem.pupils(a.task))

    def add(self, a: Assignment) -> None:
        for name in self.names(a):
            self.busy[name, a.day].append((minutes(a.start), minutes(a.end), a.task))
        for person in a.staff:
            self.load[person] += self.problem.wishes.duration(a.task)

    def remove(self, a: Assignment) -> None:
        for name in self.names(a):
            self.busy[name, a.day].remove((minutes(a.start), minutes(a.end), a.task))
        for person in a.staff:
            self.load[person] -= self.problem.wishes.duration(a.task)

    def by(self, name: Any, day: date, begin: int, end: int) -> list[Task]:
        """The tasks that keep somebody or something busy in a stretch of time."""
        spans = self.busy.get((name, day))
        return [t for b, e, t in spans if b < end and begin < e] if spans else []


def counted(problem: Problem, assignments: Iterable[Assignment]) -> Taken:
    """Everything that some assignments keep busy."""
    taken = Taken(problem)
    for a in assignments:
        taken.add(a)
    return taken
