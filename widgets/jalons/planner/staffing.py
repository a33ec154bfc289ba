"""Who runs each session and where, once it is known when.

A case is the sessions that could have the same people or places: a few classes that share
teachers, all those who wait for the Psy-EN. It is settled by a quick hand, in order of time and
the least loaded first; where that breaks down or costs something, by CP-SAT. Knows nothing of how
times are chosen.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ortools.sat.python import cp_model

from jalons.planner.candidates import Start
from jalons.planner.domain import Task
from jalons.planner.objective import EVEN_MIN, WEIGHTS
from jalons.planner.problem import Problem
from jalons.planner.times import minutes
from jalons.planner.worker import one_worker

WORK = 0.5  # units of work for one case


@dataclass(frozen=True, slots=True)
class Need:
    """One of the people a session needs, or its place (``role`` is the last then)."""

    task: Task
    role: int
    kind: str
    names: tuple[str, ...]
    day: date
    begin: int
    end: int

    def meets(self, other: Need) -> bool:
        return self.day == other.day and self.begin < other.end and other.begin < self.end


@dataclass(frozen=True)
class Case:
    """How a case was settled: a name for each task and role, the hours begun by which loads differ.

    ``stuck`` are needs for which nobody is left.
    """

    masks: tuple[int, ...]
    names: Mapping[tuple[Task, int], str]
    uneven: int
    stuck: tuple[Need, ...] = ()


class Staffing:
    """Names for the sessions of one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.wishes = problem.wishes
        self.loads: dict[str, int] = defaultdict(int)  # of pinned tasks, in minutes
        for task, a in problem.pinned.items():
            for person in a.staff if task in self.wishes.known else ():
                self.loads[person] += self.wishes.duration(task)
        self.pools = [(problem.mask("person", pool), pool) for pool in self.wishes.pools]

    def needs(self, task: Task, start: Start) -> list[Need]:
        """Who and what a task needs at a time, the roles in their order and then the place."""
        busy = self.problem.taken(start)
        dims = [("person", people) for people in start.people]
        if start.places:
            dims.append(("place", start.places))
        return [
            Need(
                task,
                role,
                kind,
                tuple(name for name in names if (kind, name) not in busy) if busy else names,
                start.day,
                start.begin,
                start.end,
            )
            for role, (kind, names) in enumerate(dims)
        ]

    def settle(self, needs: Sequence[Need], masks: Sequence[int]) -> Case:
        """The cheapest names for a case whose people and places are those of ``masks``."""
        pools = [pool for own, pool in self.pools if any(own & mask for mask in masks)]
        chosen, stuck, cost = self._by_hand(needs, pools)
        if stuck or cost:
            better = self._by_search(needs, pools, chosen)
            if better is not None:
                chosen, stuck = better, []
            else:
                days = {need.day for need in stuck}
                none = {d for d in days if self._by_search(_of(needs, d), [], None) is None}
                stuck = [need for need in stuck if need.day in none]
        loads = dict.fromkeys((p for pool in pools for p in pool), 0)
        for need, name in chosen.items():
            if need.kind == "person" and name in loads:
                loads[name] += self.wishes.duration(need.task)
        uneven = sum(self.wishes.uneven(loads[p] + self.loads[p] for p in pool) for pool in pools)
        names = {(need.task, need.role): name for need, name in chosen.items()}
        return Case(tuple(masks), names, uneven, tuple(stuck))

    def _by_hand(
        self, needs: Sequence[Need], pools: Sequence[tuple[str, ...]]
    ) -> tuple[dict[Need, str], list[Need], int]:
        """In order of time; at each time those with the fewest choices first."""
        order = sorted(needs, key=lambda n: (n.day, n.begin, len(n.names), n.task, n.role))
        busy: dict[tuple[str, date], list[Need]] = defaultdict(list)
        load = dict(self.loads)
        chosen: dict[Need, str] = {}
        stuck: list[Need] = []
        changes = 0
        for need in order:
            free = [
                name
                for name in need.names
                if not any(need.meets(other) for other in busy[name, need.day])
            ]
            if not free:
                stuck.append(need)
                continue
            name = min(free, key=lambda n: (self._change(need, n), load.get(n, 0), n))
            chosen[need] = name
            changes += self._change(need, name)
            busy[name, need.day].append(need)
            if need.kind == "person":
                load[name] = load.get(name, 0) + self.wishes.duration(need.task)
        uneven = sum(self.wishes.uneven(load.get(p, 0) for p in pool) for pool in pools)
        return chosen, stuck, changes + uneven

    def _change(self, need: Need, name: str) -> int:
        was = self.wishes.before.get(need.task)
        if was is None or (was.day, minutes(was.start)) != (need.day, need.begin):
            return 0  # another time is a change already, whoever comes
        return int(name not in (*was.staff, was.place))

    def _by_search(
        self,
        needs: Sequence[Need],
        pools: Sequence[tuple[str, ...]],
        start: Mapping[Need, str] | None,
    ) -> dict[Need, str] | None:
        """The cheapest names there are; None: none, or not found in the work there is."""
        model = cp_model.CpModel()
        literals = {need: {name: model.new_bool_var("") for name in need.names} for need in needs}
        lines: dict[tuple[str, str, date], list[tuple[Need, Any]]] = defaultdict(list)
        loads: dict[str, list[tuple[Any, int]]] = defaultdict(list)
        cost: list[Any] = []
        for need, own in literals.items():
            model.add_exactly_one(own.values())
            for name, literal in own.items():
                lines[need.kind, name, need.day].append((need, literal))
                if need.kind == "person":
                    loads[name].append((literal, self.wishes.duration(need.task)))
                if self._change(need, name):
                    cost.append(WEIGHTS["moved"] * literal)
                if start is not None:
                    model.add_hint(literal, start.get(need) == name)
        for line in lines.values():
            for begin in sorted({need.begin for need, _ in line}):
                now = [literal for need, literal in line if need.begin <= begin < need.end]
                if len(now) > 1:
                    model.add_at_most_one(now)
        cost += [WEIGHTS["staff_uneven"] * self._excess(model, pool, loads) for pool in pools]
        model.minimize(sum(cost))
        solver = one_worker()
        solver.parameters.max_deterministic_time = WORK
        if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return {
            need: name
            for need, own in literals.items()
            for name, literal in own.items()
            if solver.boolean_value(literal)
        }

    def _excess(
        self,
        model: cp_model.CpModel,
        pool: tuple[str, ...],
        loads: Mapping[str, list[tuple[Any, int]]],
    ) -> Any:
        """Hours begun, beyond what is fine, by which the people of a pool differ."""
        most = sum(self.loads[p] + sum(d for _, d in loads[p]) for p in pool)
        high, low = model.new_int_var(0, most, ""), model.new_int_var(0, most, "")
        for person in pool:
            load = self.loads[person] + sum(literal * length for literal, length in loads[person])
            model.add(load <= high)
            model.add(low <= load)
        excess = model.new_int_var(0, most // 60 + 1, "")
        model.add(high - low - EVEN_MIN <= 60 * excess)
        return excess


def _of(needs: Sequence[Need], day: date) -> tuple[Need, ...]:
    return tuple(need for need in needs if need.day == day)
