"""What a good plan is: the parts of its cost, their weights, and the cost of any plan.

The only place that knows what a unit of each part costs. Needs no solver: the model of
:mod:`jalons.planner.model` charges the same parts, and what is reported is always counted here,
from the plan itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from jalons.planner.domain import Assignment, Plan, Task, all_tasks
from jalons.planner.hours import target_of
from jalons.planner.spread import ideal_weeks, stretches
from jalons.planner.times import Times

# What one unit of each part costs, in the order in which the parts matter. The first three are
# strict: a unit outweighs all below it for any real school (a class has some hundred tasks, a
# task strays some thirty weeks). The last four are a trade: a change is worth what it gains, and
# it must gain a lot, or else every new search would turn the whole year over.
WEIGHTS = {
    "mandatory_left_out": 1_000_000,  # an obligatory task that is not placed
    "optional_left_out": 10_000,  # an optional one
    "hours_short": 1_000,  # an hour begun that pupils lack to their target
    "gap_week": 8,  # a week beyond GAP_WEEKS that a class goes on without a session
    "week_from_even": 1,  # a week between a task and its place in an even spread (see stretches)
    "staff_uneven": 2,  # an hour begun, beyond EVEN_MIN, between people who could swap
    "moved": 60,  # a change to the plan one started from: time, or a person, or the place
}
GAP_WEEKS = 4
# The same in weeks with a slot: a class that has one every other week counts half as many.
GAP_OF = {"hebdomadaire": GAP_WEEKS, "quinzaine": GAP_WEEKS // 2}
EVEN_MIN = 120


@dataclass(frozen=True)
class Part:
    """One part of the cost of a plan; ``facts`` are what a sentence about it needs."""

    name: str
    count: int
    unit_cost: int
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def cost(self) -> int:
        return self.count * self.unit_cost


def cost_of(parts: Iterable[Part]) -> int:
    return sum(part.cost for part in parts)


def cost_parts(times: Times, plan: Plan, start_from: Plan | None = None) -> tuple[Part, ...]:
    """Count each part of the cost of a plan, in the order of :data:`WEIGHTS`.

    Parameters
    ----------
    times : Times
        The year of the plan's school.
    plan : Plan
        Any plan: what it has no assignment for counts as left out.
    start_from : Plan, optional
        The plan it should stay near.
    """
    wishes = Wishes(times, start_from)
    return wishes.parts({a.task: a for a in plan.assignments if a.task in wishes.known})


class Wishes:
    """What the parts of the cost need to know of a school, each computed once.

    Parameters
    ----------
    times : Times
        The school's year.
    start_from : Plan, optional
        The plan to stay near.
    """

    def __init__(self, times: Times, start_from: Plan | None = None) -> None:
        self.times = times
        self.tasks = all_tasks(times.school)
        self.known = frozenset(self.tasks)
        self.tasks_of: dict[str, list[Task]] = {c.name: [] for c in times.school.classes}
        for task in self.tasks:
            self.tasks_of[task.class_name].append(task)
        self.before = {a.task: a for a in start_from.assignments} if start_from else {}
        self.weeks = cache(self._weeks)
        self.week_of = cache(self._week_of)
        self.distances = cache(self._distances)
        self.stretches = cache(self._stretches)
        self.gaps = cache(self._gaps)
        self.pupils_of = cache(self._pupils_of)
        self.ideal = {
            task: week
            for name, tasks in self.tasks_of.items()
            for task, week in ideal_weeks(times, name, tasks, self.weeks(name)).items()
        }
        self.pools = pools_of(times)

    # --- what one choice costs -----------------------------------------------------------------

    def _weeks(self, class_name: str) -> tuple[date, ...]:
        """The Mondays of the weeks in which a class has a slot and is at school."""
        return tuple(dict.fromkeys(monday(day) for day in self.times.open_slots(class_name)))

    def mandatory(self, task: Task) -> bool:
        return self.times.school.session_by_id[task.session].mandatory

    def left_out(self, task: Task) -> int:
        return WEIGHTS["mandatory_left_out" if self.mandatory(task) else "optional_left_out"]

    def weeks_away(self, task: Task, day: date) -> int:
        """Weeks at school between a day and the task's place in an even spread."""
        away = self.distances(task).get(day)
        if away is not None:
            return away
        weeks = self.weeks(task.class_name)  # a pinned day on which the class is not at school
        return self._away(task, bisect_right(weeks, day) - 1 if weeks else 0)

    def _distances(self, task: Task) -> dict[date, int]:
        """Day with a slot → weeks at school to the task's place in an even spread."""
        weeks = self.week_of(task.class_name)
        return {day: self._away(task, week) for day, week in weeks.items()}

    def _away(self, task: Task, week: int) -> int:
        first, last = self.stretches(task.class_name).get(self.ideal[task], (0, 0))
        return max(0, first - week, week - last)

    def _stretches(self, class_name: str) -> dict[int, tuple[int, int]]:
        return stretches(self.times, class_name, self.weeks(class_name))

    def _week_of(self, class_name: str) -> dict[date, int]:
        """Day with a slot → number of its week."""
        index = {first: number for number, first in enumerate(self.weeks(class_name))}
        return {day: index[monday(day)] for day in self.times.open_slots(class_name)}

    def changes(self, a: Assignment) -> int:
        """Changes to the plan one started from: one for another time, else one a name."""
        was = self.before.get(a.task)
        if was is None:
            return 0
        if (a.day, a.start) != (was.day, was.start):
            return 1
        names = (*a.staff, a.place) if a.place is not None else a.staff
        return sum(name not in (*was.staff, was.place) for name in names)

    def duration(self, task: Task) -> int:
        return self.times.school.session_by_id[task.session].duration_min

    # --- what several choices cost together ----------------------------------------------------

    def _pupils_of(self, class_name: str) -> list[tuple[int, list[Task]]]:
        """For each group (or the undivided class): minutes wanted, and the tasks that give them.

        What placing everything cannot give is not wanted: no plan could do better.
        """
        target = target_of(self.times.school.year, self.times.school.class_by_name[class_name])
        if target is None:
            return []
        groups = self.times.school.groups_of(class_name)
        names: list[str | None] = [g.name for g in groups] if groups else [None]
        out = []
        for name in names:
            own = [t for t in self.tasks_of[class_name] if t.group in (None, name)]
            everything = sum(self.duration(t) for t in own)
            out.append((min(round(target * 60), everything), own))
        return out

    def _gaps(self, class_name: str) -> list[tuple[date, date]]:
        """Every stretch of weeks at school that is too long for no session: first day, last day.

        A class that works in modules, or whose hours are pooled, has chosen its gaps itself.
        """
        weeks = self.weeks(class_name)
        most = GAP_OF.get(self.times.school.class_by_name[class_name].organisation)
        if most is None or not self.tasks_of[class_name]:
            return []
        return [(weeks[i], weeks[i + most] + timedelta(days=6)) for i in range(len(weeks) - most)]

    def parts(self, placed: Mapping[Task, Assignment]) -> tuple[Part, ...]:
        by_class = {name: self.class_counts(name, placed) for name in self.tasks_of}
        uneven = self.uneven_pools(placed.values())
        counts = {part: sum(c.get(part, 0) for c in by_class.values()) for part in WEIGHTS}
        counts["staff_uneven"] = sum(uneven)
        classes = {part: sum(c.get(part, 0) > 0 for c in by_class.values()) for part in WEIGHTS}
        facts: dict[str, dict[str, Any]] = {part: {"classes": classes[part]} for part in WEIGHTS}
        facts["gap_week"]["weeks"] = GAP_WEEKS
        facts["staff_uneven"] = {"pools": sum(u > 0 for u in uneven), "hours": EVEN_MIN // 60}
        facts["moved"]["of"] = len(self.before)
        return tuple(Part(part, counts[part], unit, facts[part]) for part, unit in WEIGHTS.items())

    def class_counts(self, name: str, placed: Mapping[Task, Assignment]) -> dict[str, int]:
        """All parts but the load of people, for one class; ``placed`` may hold other classes."""
        own = {t: placed[t] for t in self.tasks_of[name] if t in placed}
        missing = [self.mandatory(t) for t in self.tasks_of[name] if t not in own]
        return {
            "mandatory_left_out": sum(missing),
            "optional_left_out": len(missing) - sum(missing),
            "hours_short": sum(
                hours_begun(wanted - sum(self.duration(t) for t in tasks if t in own))
                for wanted, tasks in self.pupils_of(name)
            ),
            "gap_week": self._empty(name, sorted(a.day for a in own.values())),
            "week_from_even": sum(self.weeks_away(t, a.day) for t, a in own.items()),
            "moved": sum(self.changes(a) for a in own.values()),
        }

    def class_cost(self, name: str, placed: Mapping[Task, Assignment]) -> int:
        counts = self.class_counts(name, placed)
        return sum(WEIGHTS[part] * count for part, count in counts.items())

    def _empty(self, name: str, days: list[date]) -> int:
        return sum(
            bisect_left(days, first) == bisect_right(days, last) for first, last in self.gaps(name)
        )

    def uneven(self, loads: Iterable[int]) -> int:
        """Hours begun by which the people of a pool differ, beyond what is fine."""
        loads = list(loads)
        return hours_begun(max(loads) - min(loads) - EVEN_MIN)

    def uneven_pools(self, placed: Iterable[Assignment]) -> list[int]:
        load: dict[str, int] = defaultdict(int)
        for a in placed:
            for person in a.staff:
                load[person] += self.duration(a.task)
        return [self.uneven(load[person] for person in pool) for pool in self.pools]


def hours_begun(length_min: int) -> int:
    return max(0, -(-length_min // 60))


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def pools_of(times: Times) -> tuple[tuple[str, ...], ...]:
    """People who could take each other's place: the same roles, classes and presence."""
    presence: dict[str, list[Any]] = defaultdict(list)
    for row in times.school.availabilities:
        presence[row.person].append(replace(row, person=""))
    pools: dict[Any, list[str]] = defaultdict(list)
    for person, roles in times.school.roles_of.items():
        rows = frozenset(presence[person])
        pools[roles, times.school.classes_of.get(person), rows].append(person)
    return tuple(tuple(pool) for pool in pools.values() if len(pool) > 1)
