"""The CP-SAT model of some tasks, with everything else of the plan held where it is.

One literal per task, start and choice of people and place; where that would be too many, one per
start and one more per choice. What cannot overlap is an at-most-one over everything that covers
the same minute, exact for intervals. Order is one inequality on the number of the day. The cost
is that of :mod:`jalons.planner.objective`. Decides nothing about how a school is searched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations, product
from math import ceil
from threading import Event as StopEvent
from threading import Thread
from typing import Any

from ortools.sat.python import cp_model

from jalons.planner.candidates import Start
from jalons.planner.domain import Assignment, Task
from jalons.planner.objective import EVEN_MIN, WEIGHTS
from jalons.planner.problem import Placed, Problem, Taken
from jalons.planner.rules import slots_around
from jalons.planner.times import minutes
from jalons.school.domain import Slot

MOST_TOGETHER = 12  # choices of people and place of one start that get a literal each
Literal = Any  # of OR-Tools, which has no types


@dataclass(slots=True)
class Choice:
    """A literal and what it stands for; ``later`` are choices that have literals of their own."""

    literal: Literal
    start: Start
    staff: tuple[str | None, ...]
    place: str | None
    cost: int
    later: tuple[tuple[int, dict[str, Literal]], ...] = ()


@dataclass(frozen=True)
class Found:
    """What a search of a model found; ``placed`` is None when it found nothing."""

    placed: dict[Task, Assignment] | None
    objective: float
    bound: float
    proven: bool


class Model:
    """The tasks ``free``, beside ``frozen``, which stays.

    With ``prefer``, a slot is used from one time only for the same people and place: that of the
    plan ``prefer`` or else the earliest; with ``ways``, so many people are tried for a role, those
    with the least to do first, and so many places; with ``near``, a task strays from its week by
    so many or as far as it now does. Few plans are lost, and the model is several times smaller;
    what it proves holds for itself only.
    """

    quick = True  # settings for a model of a few classes: follow the linear relaxation at once

    def __init__(
        self,
        problem: Problem,
        free: Collection[Task],
        taken: Taken,
        frozen: Placed,
        prefer: Placed | None = None,
        ways: int | None = None,
        near: int | None = None,
    ) -> None:
        self.problem = problem
        self.wishes = problem.wishes
        self.taken = taken
        self.prefer = prefer
        self.ways = ways
        self.near = near
        self.model = cp_model.CpModel()
        self.free = dict.fromkeys(free)
        self.classes = tuple(dict.fromkeys(task.class_name for task in self.free))
        self.held = {
            name: [
                frozen[t]
                for t in problem.wishes.tasks_of[name]
                if t in frozen and t not in self.free
            ]
            for name in self.classes
        }
        self.choices: dict[Task, list[Choice]] = {}
        self.out: dict[Task, Literal] = {}
        self.uses: dict[tuple[Any, date], list[tuple[int, int, Literal]]] = defaultdict(list)
        self.occurrences: dict[Any, list[Literal]] = defaultdict(list)
        self.loads: dict[str, list[tuple[int, Literal]]] = defaultdict(list)
        self.terms: list[Literal] = []
        self.costs: list[int] = []
        self.constant = 0
        self.after, self.until = self._held_order()
        for task in self.free:
            self._add_task(task)
        self._nobody_twice()
        for name in self.classes:
            self._order(name)
            self._hours(name)
            self._gaps(name)
        self._balance(frozen)
        total = cp_model.LinearExpr.weighted_sum(self.terms, self.costs)
        self.model.minimize(total + self.constant)

    # --- what is possible ----------------------------------------------------------------------

    def _held_order(self) -> tuple[dict[Task, date], dict[Task, date]]:
        """The last day before and the first day after that held tasks leave to the free ones."""
        after: dict[Task, date] = {}
        until: dict[Task, date] = {}
        for name in self.classes:
            day = {a.task: a.day for a in self.held[name]}
            if not day:
                continue
            for a, b in self.problem.order(name):
                if a in day and b in self.free:
                    after[b] = max(after.get(b, day[a]), day[a])
                if b in day and a in self.free:
                    until[a] = min(until.get(a, day[b]), day[b])
        return after, until

    def _add_task(self, task: Task) -> None:
        out = self.out[task] = self.model.new_bool_var("")
        self._charge(out, self.wishes.left_out(task))
        choices = self.choices[task] = []
        after, until = self.after.get(task), self.until.get(task)
        everything = self.problem.options[task].starts
        held = self._held_slots(task)
        starts = [
            start
            for start in everything
            if (after is None or start.day > after)
            and (until is None or start.day < until)
            and not (held and ((start.day, start.slot) in held or self._pupils_held(task, start)))
        ]
        self._add_starts(task, starts, choices)
        self.model.add_exactly_one(out, *(c.literal for c in choices))
        for choice in choices:
            self._charge(choice.literal, choice.cost)

    def _add_starts(self, task: Task, starts: list[Start], choices: list[Choice]) -> None:
        if self.prefer is not None and (was := self.prefer.get(task)) is not None:
            begin = minutes(was.start)
            starts.sort(key=lambda s: (s.day, (s.day, s.begin) != (was.day, begin), s.begin))
        if self.near is not None:
            now = self.prefer.get(task) if self.prefer else None
            reach = max(self.near, self.wishes.weeks_away(task, now.day) if now else 0)
            week, ideal = self.wishes.week_of(task.class_name), self.wishes.ideal[task]
            starts = [s for s in starts if abs(week[s.day] - ideal) <= reach]
        known: set[Any] | None = None if self.prefer is None else set()
        once = self.ways == 1 and task.group is None
        for start in starts:
            if once and known and (start.day, id(start.slot)) in known:
                continue
            self._add_start(task, start, choices, known)
            if once and known is not None and choices and choices[-1].start is start:
                known.add((start.day, id(start.slot)))

    def _held_slots(self, task: Task) -> set[tuple[date, Slot]]:
        """Occurrences that held tasks of the same pupils take up (or, empty, no held task)."""
        held: set[tuple[date, Slot]] = set()
        for a in self.held[task.class_name]:
            around = slots_around(self.problem.times, a)
            if len(around) == 1 and a.task.group == task.group:
                held.add((a.day, around[0]))
            elif a.task.shares_pupils(task):
                held.add((a.day, Slot("", "", a.start, a.end)))  # makes it non-empty
        return held

    def _pupils_held(self, task: Task, start: Start) -> bool:
        return any(
            other not in self.free
            for group in self.problem.pupils(task)
            for other in self.taken.by((task.class_name, group), start.day, start.begin, start.end)
        )

    def _free_names(self, kind: str, names: tuple[str, ...], start: Start) -> tuple[str, ...]:
        busy = self.taken.busy
        day, begin, end = start.day, start.begin, start.end
        free = self.free
        return tuple(
            name
            for name in names
            if not (spans := busy.get(((kind, name), day)))
            or not any(b < end and begin < e and t not in free for b, e, t in spans)
        )

    def _add_start(
        self, task: Task, start: Start, choices: list[Choice], known: set[Any] | None
    ) -> None:
        people = [self._free_names("person", names, start) for names in start.people]
        places: tuple[str | None, ...] = (None,)
        if start.places:
            places = self._free_names("place", start.places, start)
        if self.ways is not None:
            people = [self._few(task, names) for names in people]
            places = self._few(task, places)
        sizes = 1
        for names in (*people, places):
            sizes *= len(names)
        if not sizes:
            return
        if sizes <= MOST_TOGETHER:
            for *staff, place in product(*people, places):
                if len(set(staff)) == len(staff):
                    if known is not None:
                        way = (start.day, id(start.slot), *staff, place)
                        if way in known:
                            continue
                        known.add(way)
                    choices.append(self._add_choice(task, start, tuple(staff), place))
        else:
            choices.append(self._add_open(task, start, people, places))

    def _few(self, task: Task, names: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(names) < 2:
            return names
        was = self.prefer.get(task) if self.prefer else None
        now = (*was.staff, was.place) if was is not None else ()
        load = self.taken.load
        order = sorted(names, key=lambda name: (name not in now, load.get(name, 0)))
        # Groups work at the same time: for them one more than there are groups.
        more = len(self.problem.groups[task.class_name]) if task.group is not None else 0
        return tuple(order[: (self.ways or 1) + more])

    def _add_choice(
        self, task: Task, start: Start, staff: tuple[str | None, ...], place: str | None
    ) -> Choice:
        literal = self.model.new_bool_var("")
        self._occupy(task, start, literal)
        for person in staff:
            self._use("person", person, task, start, literal)
        self._use("place", place, task, start, literal)
        cost = WEIGHTS["week_from_even"] * self.wishes.weeks_away(task, start.day)
        if task in self.wishes.before:
            named = tuple(person for person in staff if person is not None)
            changes = self.wishes.changes(start.assignment(task, named, place))
            cost += WEIGHTS["moved"] * changes
        return Choice(literal, start, staff, place, cost)

    def _add_open(
        self,
        task: Task,
        start: Start,
        people: list[tuple[str, ...]],
        places: tuple[str | None, ...],
    ) -> Choice:
        """A start whose people and place are chosen one by one."""
        dims: list[tuple[str | None, ...]] = [*people, places]
        fixed = [names[0] if len(names) == 1 else None for names in dims]
        choice = self._add_choice(task, start, tuple(fixed[:-1]), fixed[-1])
        was = self.wishes.before.get(task)
        same = was is not None and (start.day, start.begin) == (was.day, minutes(was.start))
        later: dict[int, dict[str, Literal]] = {}
        for index, names in enumerate(dims):
            if len(names) < 2:
                continue
            kind = "place" if index == len(people) else "person"
            later[index] = {}
            for name in names:
                assert name is not None
                literal = later[index][name] = self.model.new_bool_var("")
                self._use(kind, name, task, start, literal)
                if was is not None and same and name not in (*was.staff, was.place):
                    self._charge(literal, WEIGHTS["moved"])
            self.model.add(sum(later[index].values()) == choice.literal)
        for one, two in combinations([i for i in later if i < len(people)], 2):
            for name in (name for name in later[one] if name in later[two]):
                self.model.add_at_most_one(later[one][name], later[two][name])
        for index in later:
            for name in fixed[:-1] if index < len(people) else ():
                if name in later[index]:
                    self.model.add(later[index][name] == 0)
        choice.later = tuple(later.items())
        return choice

    def _occupy(self, task: Task, start: Start, literal: Literal) -> None:
        for group in self.problem.pupils(task):
            key = ((task.class_name, group), start.day)
            self.uses[key].append((start.begin, start.end, literal))
        self._in_slot(task, start, literal)

    def _in_slot(self, task: Task, start: Start, literal: Literal) -> None:
        slot = start.slot
        self.occurrences[task.target, start.day, id(slot)].append(literal)

    def _use(self, kind: str, name: str | None, task: Task, start: Start, literal: Literal) -> None:
        if name is None:
            return
        self.uses[(kind, name), start.day].append((start.begin, start.end, literal))
        if kind == "person" and name in self.problem.pool_of:
            self.loads[name].append((self.wishes.duration(task), literal))

    def _charge(self, literal: Literal, cost: int) -> None:
        if cost:
            self.terms.append(literal)
            self.costs.append(cost)

    def _nobody_twice(self) -> None:
        """At each begin, at most one of all that then goes on: enough, as intervals on a line."""
        for literals in self.occurrences.values():
            if len(literals) > 1:
                self.model.add_at_most_one(literals)
        for uses in self.uses.values():
            if len(uses) < 2:
                continue
            seen: set[tuple[int, ...]] = set()
            for begin in sorted({b for b, _, _ in uses}):
                together = {lit.index: lit for b, e, lit in uses if b <= begin < e}
                key = tuple(together)
                if len(together) > 1 and key not in seen:
                    seen.add(key)
                    self.model.add_at_most_one(together.values())

    def _order(self, name: str) -> None:
        """For a before b: day(a) < day(b) where both are placed; a part needs the one before."""
        origin = self.problem.times.year.first_day
        day = cache(
            lambda task: cp_model.LinearExpr.weighted_sum(
                [c.literal for c in self.choices[task]],
                [(c.start.day - origin).days + 1 for c in self.choices[task]],
            )
        )
        for a, b in self.problem.order(name):
            if a not in self.free or b not in self.free:
                continue
            if a.session == b.session:
                self.model.add_implication(self.out[a], self.out[b])
            if not self.held[name] and b.part != (a.part + 1 if a.session == b.session else 1):
                continue  # follows from the parts between
            if not self.choices[a] or not self.choices[b]:
                continue
            last = (self.choices[a][-1].start.day - origin).days + 1
            if last >= (self.choices[b][0].start.day - origin).days + 1:
                self.model.add(day(a) + 1 <= day(b) + (last + 1) * self.out[b])

    # --- what is wanted ------------------------------------------------------------------------

    def _hours(self, name: str) -> None:
        held = {a.task for a in self.held[name]}
        for wanted, own in self.wishes.pupils_of(name):
            length = self.wishes.duration
            given = sum(length(t) for t in own if t in held or t in self.free)
            outs = [(self.out[t], length(t)) for t in own if t in self.free]
            most = -(-max(0, wanted - given + sum(d for _, d in outs)) // 60)
            if not most:
                continue
            short = self.model.new_int_var(0, most, "")
            lost = sum(out * d for out, d in outs)
            self.model.add(lost + wanted - given <= 60 * short)
            self._charge(short, WEIGHTS["hours_short"])

    def _gaps(self, name: str) -> None:
        weeks = self.wishes.weeks(name)
        gaps = self.wishes.gaps(name)
        if not gaps:
            return
        by_week: dict[int, list[Literal]] = defaultdict(list)
        for task in self.free:
            if task.class_name == name:
                for c in self.choices[task]:
                    by_week[bisect_right(weeks, c.start.day) - 1].append(c.literal)
        full = {bisect_right(weeks, a.day) - 1 for a in self.held[name]}
        some: dict[int, Literal] = {}
        for week, literals in sorted(by_week.items()):
            some[week] = self.model.new_bool_var("")
            self.model.add_bool_or(*literals, some[week].negated())
        for index, (first, last) in enumerate(gaps):
            span = range(index, bisect_right(weeks, last))
            assert weeks[index] == first
            if full.isdisjoint(span):
                empty = self.model.new_bool_var("")
                self.model.add_bool_or(*(some[w] for w in span if w in some), empty)
                self._charge(empty, WEIGHTS["gap_week"])

    def _balance(self, frozen: Placed) -> None:
        touched = dict.fromkeys(self.problem.pool_of[person] for person in self.loads)
        if not touched:
            return
        known = dict(self.taken.load)
        for task in self.free:
            if task in frozen:
                for person in frozen[task].staff:
                    known[person] -= self.wishes.duration(task)
        for pool in touched:
            most = max(known.get(p, 0) + sum(d for d, _ in self.loads[p]) for p in pool)
            high = self.model.new_int_var(0, most, "")
            low = self.model.new_int_var(0, most, "")
            for person in pool:
                own = self.loads[person]
                load = known.get(person, 0) + cp_model.LinearExpr.weighted_sum(
                    [literal for _, literal in own], [d for d, _ in own]
                )
                self.model.add(load <= high)
                self.model.add(low <= load)
            excess = self.model.new_int_var(0, most // 60 + 1, "")
            self.model.add(high - low - EVEN_MIN <= 60 * excess)
            self._charge(excess, WEIGHTS["staff_uneven"])

    def require(self, tasks: Iterable[Task]) -> None:
        """Only plans that place all of these will do."""
        for task in tasks:
            self.model.add(self.out[task] == 0)

    # --- search --------------------------------------------------------------------------------

    def hint(self, placed: Placed) -> None:
        """Start the search from a plan, as far as it is possible here."""
        for task, choices in self.choices.items():
            a = placed.get(task)
            self.model.add_hint(self.out[task], a is None)
            for c in choices:
                same = (
                    a is not None
                    and (c.start.day, c.start.begin) == (a.day, minutes(a.start))
                    and all(p in (None, q) for p, q in zip(c.staff, a.staff, strict=True))
                    and c.place in (None, a.place)
                )
                self.model.add_hint(c.literal, same)

    def impossible(self, work: float) -> bool:
        """Is it proven, within so much work, that no plan will do?"""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = work
        solver.parameters.stop_after_first_solution = True
        return bool(solver.solve(self.model) == cp_model.INFEASIBLE)

    def solve(
        self,
        seed: int,
        work: float,
        *,
        first: bool = False,
        time_limit_s: float | None = None,
        watch: cp_model.CpSolverSolutionCallback | None = None,
        stop: StopEvent | None = None,
    ) -> Found:
        """Search with at most ``work`` units of work, which are the same on every machine.

        One worker finds its plans in the same order everywhere: a time limit or a stop ends that
        order earlier, and never changes it.
        """
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.random_seed = seed
        parameters.num_workers = 1
        parameters.linearization_level = 2
        parameters.max_deterministic_time = work
        if self.quick:
            parameters.cp_model_probing_level = 0
            parameters.symmetry_level = 0
            parameters.max_presolve_iterations = 1
            parameters.search_branching = cp_model.LP_SEARCH
        parameters.stop_after_first_solution = first
        if time_limit_s is not None:
            parameters.max_time_in_seconds = time_limit_s
        with _stopping(solver, stop):
            status = solver.solve(self.model, watch)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Found(None, float("inf"), 0.0, False)
        return Found(
            self.read(solver.boolean_value),
            round(solver.objective_value),  # every cost is a whole number
            ceil(solver.best_objective_bound - 1e-6),
            status == cp_model.OPTIMAL,
        )

    def read(self, value: Callable[[Literal], bool]) -> dict[Task, Assignment]:
        placed = {}
        for task, choices in self.choices.items():
            chosen = next((c for c in choices if value(c.literal)), None)
            if chosen is not None:
                names: list[str | None] = [*chosen.staff, chosen.place]
                for index, literals in chosen.later:
                    names[index] = next(n for n, literal in literals.items() if value(literal))
                staff = tuple(name for name in names[:-1] if name is not None)
                placed[task] = chosen.start.assignment(task, staff, names[-1])
        return placed


@contextmanager
def _stopping(solver: cp_model.CpSolver, stop: StopEvent | None) -> Iterator[None]:
    """End a search soon after somebody sets ``stop``."""
    if stop is None:
        yield
        return
    done = StopEvent()

    def wait() -> None:
        while not done.wait(0.05):
            if stop.is_set():
                solver.stop_search()

    thread = Thread(target=wait, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
