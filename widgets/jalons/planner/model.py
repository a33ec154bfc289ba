"""The CP-SAT model of some tasks, with everything else of the plan held where it is.

One literal per task and start; people and places are counted (:mod:`~jalons.planner.capacity`)
and named afterwards (:mod:`~jalons.planner.staffing`), so a model has no twins. Only where names
cost something, or where counting was not enough, a literal names them. Order is one inequality on
the number of the day. The cost is that of :mod:`~jalons.planner.objective`. Decides nothing about
how a school is searched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date
from functools import cache
from typing import Any

from ortools.sat.python import cp_model

from jalons.planner.candidates import Start
from jalons.planner.capacity import Held, Use, limits_of_day
from jalons.planner.domain import Task
from jalons.planner.draft import Draft
from jalons.planner.meetings import Meetings
from jalons.planner.objective import WEIGHTS
from jalons.planner.problem import Literal, Problem, Spots, Way
from jalons.planner.rosters import Rosters
from jalons.planner.rules import slots_around
from jalons.planner.times import minutes
from jalons.planner.wanted import charge_balance, charge_gaps, charge_hours
from jalons.school.domain import Slot


class Model:
    """The tasks ``free``, beside ``held``, which keep their times.

    Parameters
    ----------
    problem : Problem
        What may go where; its pinned tasks stay, names and all.
    free : collection of Task
        The tasks to place.
    draft : Draft, optional
        The plan there is. Its other tasks keep their times; who runs them may change.
    apart : bool
        Everybody and every place is free at any time: what a class would do if it were alone.
    named : bool
        Name people and places everywhere, and charge how their work is shared.
    check : callable
        Called now and then; may raise to give up.
    """

    def __init__(
        self,
        problem: Problem,
        free: Collection[Task],
        draft: Draft | None = None,
        *,
        apart: bool = False,
        named: bool = False,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self.problem = problem
        self.wishes = problem.wishes
        self.free = dict.fromkeys(free)
        self.draft, self.apart, self.check = draft, apart, check
        self.rosters = Rosters(problem, apart=apart, everywhere=named)
        self.classes = tuple(dict.fromkeys(task.class_name for task in self.free))
        self.now: Spots = draft.spots if draft is not None else {}
        self.model = cp_model.CpModel()
        self.terms: list[Literal] = []
        self.costs: list[int] = []
        self.out: dict[Task, Literal] = {}
        self.ways: dict[Task, list[tuple[Literal, Way]]] = {}
        self._settle()
        self._place()
        for name in self.classes:
            self._order(name)
            charge_hours(self, name)
            charge_gaps(self, name)
        if named:
            charge_balance(self)
        self.model.minimize(cp_model.LinearExpr.weighted_sum(self.terms, self.costs))

    # --- what is settled -----------------------------------------------------------------------

    def _settle(self) -> None:
        """What held and pinned tasks of the same pupils leave: days, occurrences, times."""
        self.settled: dict[str, list[tuple[Task, date, int, int, Slot | None]]] = defaultdict(list)
        own = (t for name in self.classes for t in self.wishes.tasks_of[name])
        for task in own:
            if task not in self.free and (start := self.now.get(task)) is not None:
                self.settled[task.class_name].append(
                    (task, start.day, start.begin, start.end, start.slot)
                )
        for task, a in self.problem.pinned.items():
            if task.class_name in self.classes and task in self.wishes.known:
                around = slots_around(self.problem.times, a)
                slot = around[0] if len(around) == 1 else None
                self.settled[task.class_name].append(
                    (task, a.day, minutes(a.start), minutes(a.end), slot)
                )
        self.after: dict[Task, date] = {}
        self.until: dict[Task, date] = {}
        for name, spans in self.settled.items():
            day = {task: d for task, d, *_ in spans}
            for one, two in self.problem.order(name):
                if one in day and two in self.free:
                    self.after[two] = max(self.after.get(two, day[one]), day[one])
                if two in day and one in self.free:
                    self.until[one] = min(self.until.get(one, day[two]), day[two])

    def _starts(self, task: Task) -> list[Start]:
        starts = self.problem.had(task)
        if (after := self.after.get(task)) is not None:
            starts = [s for s in starts if s.day > after]
        if (until := self.until.get(task)) is not None:
            starts = [s for s in starts if s.day < until]
        if spans := [x for x in self.settled[task.class_name] if x[0].shares_pupils(task)]:
            starts = [s for s in starts if not any(_clash(task, s, x) for x in spans)]
        return starts

    # --- where each task may go ----------------------------------------------------------------

    def _place(self) -> None:
        every: dict[Task, list[Way]] = {}
        for task in self.free:
            self.check()
            every[task] = self.rosters.ways(task, self._starts(task))
        self.rooms: list[int] = []
        charges = {} if self.apart else self._limits(every)
        meetings = Meetings(every)
        light = self._light(every, charges, meetings)
        rows: dict[int, list[tuple[Literal, int]]] = defaultdict(list)
        for task, ways in every.items():
            self.check()
            away = self.wishes.distances(task)
            out = self.out[task] = self.model.new_bool_var("")
            self.charge(out, self.wishes.left_out(task))
            now = self.now.get(task)
            own = self.ways[task] = [
                (self.model.new_bool_var(""), way)
                for way in ways
                if way.key in light or way.start is now
            ]
            for literal, way in own:
                self.charge(literal, WEIGHTS["week_from_even"] * away[way.start.day] + way.cost)
                for row, count in charges.get(way.key, {}).items():
                    rows[row].append((literal, count))
            self.model.add_exactly_one(out, *(literal for literal, _ in own))
        for row, terms in rows.items():
            room = self.rooms[row]
            if room == 1 and all(count == 1 for _, count in terms):
                self.model.add_at_most_one(literal for literal, _ in terms)
            else:
                load = cp_model.LinearExpr.weighted_sum(*map(list, zip(*terms, strict=True)))
                self.model.add(load <= room)
        for literals in meetings.at_most_ones(self.ways, self.problem):
            self.model.add_at_most_one(literals)

    def _limits(self, every: dict[Task, list[Way]]) -> dict[Hashable, dict[int, int]]:
        """Key of a way → the rows it counts in, and how often; the room of each row."""
        uses: dict[date, dict[Hashable, Use]] = defaultdict(dict)
        for task, ways in every.items():
            for way in ways:
                if way.masks:
                    of_day = uses[way.start.day]
                    use = of_day.get(way.key)
                    if use is None:
                        start = way.start
                        use = of_day[way.key] = Use(
                            way.key, start.begin, start.end, way.masks, task.class_name, set()
                        )
                    use.targets.add(task.group)
        held: dict[date, list[Held]] = defaultdict(list)
        for day, own in uses.items():
            if self.draft is None:
                break
            case_of = self.draft.case_of
            cases = {case_of[m] for use in own.values() for m in use.masks if m in case_of}
            there: dict[Task, Held] = {}
            for case in sorted(cases):
                there |= self.draft.held.get((day, case), {})
            held[day] = [one for task, one in there.items() if task not in self.free]
        charges: dict[Hashable, dict[int, int]] = defaultdict(dict)
        for day, own in uses.items():
            busy = self.problem.busy.get(day, ())
            for limit in limits_of_day([*own.values()], held[day], busy):
                for key, count in limit.counts.items():
                    charges[key][len(self.rooms)] = count
                self.rooms.append(limit.room)
        return charges

    def _light(
        self,
        every: dict[Task, list[Way]],
        charges: dict[Hashable, dict[int, int]],
        meetings: Meetings,
    ) -> set[Hashable]:
        """The keys of ways that, in their slot, leave others more room than any other way."""
        slots: dict[Hashable, dict[Hashable, Way]] = defaultdict(dict)
        for task, ways in every.items():
            own = task if task in self.wishes.before else None
            for way in ways:
                start = way.start
                slots[own, start.kind, start.day, id(start.slot), way.staff, way.cost][way.key] = (
                    way
                )
        light: set[Hashable] = set()
        for same in slots.values():
            if len(same) == 1:
                light.update(same)
                continue
            kept: list[tuple[Hashable, dict[Any, int]]] = []
            for key, way in same.items():
                load: dict[Any, int] = {**charges.get(key, {}), **meetings.of(way.start)}
                if not any(_lighter(other, load) for _, other in kept):
                    kept = [(k, other) for k, other in kept if not _lighter(load, other)]
                    kept.append((key, load))
            light.update(key for key, _ in kept)
        return light

    def charge(self, literal: Literal, cost: int) -> None:
        if cost:
            self.terms.append(literal)
            self.costs.append(cost)

    def _order(self, name: str) -> None:
        """For a before b: day(a) < day(b) where both are placed; a part needs the one before."""
        origin = self.problem.times.year.first_day
        day = cache(
            lambda task: cp_model.LinearExpr.weighted_sum(
                [literal for literal, _ in self.ways[task]],
                [(way.start.day - origin).days + 1 for _, way in self.ways[task]],
            )
        )
        for a, b in self.problem.order(name):
            if a not in self.free or b not in self.free:
                continue
            if a.session == b.session:
                self.model.add_implication(self.out[a], self.out[b])
            if not self.settled[name] and b.part != (a.part + 1 if a.session == b.session else 1):
                continue  # follows from the parts between
            if not self.ways[a] or not self.ways[b]:
                continue
            last = (max(way.start.day for _, way in self.ways[a]) - origin).days + 1
            if last >= (min(way.start.day for _, way in self.ways[b]) - origin).days + 1:
                self.model.add(day(a) + 1 <= day(b) + (last + 1) * self.out[b])

    def require(self, tasks: Iterable[Task]) -> None:
        """Only plans that place all of these will do."""
        for task in tasks:
            self.model.add(self.out[task] == 0)

    def hint(self) -> None:
        """Start the search from the plan there is."""
        for task, ways in self.ways.items():
            start = self.now.get(task)
            self.model.add_hint(self.out[task], start is None)
            for literal, way in ways:
                self.model.add_hint(literal, way.start is start)

    def read(self, value: Callable[[Literal], bool]) -> dict[Task, Start]:
        return {
            task: way.start
            for task, ways in self.ways.items()
            for literal, way in ways
            if value(literal)
        }


def _clash(task: Task, start: Start, span: tuple[Task, date, int, int, Slot | None]) -> bool:
    other, day, begin, end, slot = span
    if start.day != day:
        return False
    if other.target == task.target and slot is not None and slot == start.slot:
        return True
    return start.begin < end and begin < start.end


def _lighter(one: dict[Any, int], two: dict[Any, int]) -> bool:
    return all(count <= two.get(row, 0) for row, count in one.items())
