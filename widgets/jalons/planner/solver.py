"""A year plan by constraint programming (OR-Tools CP-SAT).

One boolean per task and possible start; where a role or a room leaves a choice, one more boolean
per choice, which sums to the start's. What cannot overlap is an at-most-one over everything that
covers the same minute, which is exact for intervals. Order between sessions is one inequality on
the number of the day.

The cost, part by part, is in :data:`WEIGHTS`. Seed and time limit are arguments; one worker, so
that a search that ends before its limit gives the same plan everywhere. Reads no file, words
nothing: what is left out carries codes and facts (:mod:`jalons.planner.explain`).
"""

from __future__ import annotations

import time as clock
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from threading import Event as StopEvent
from typing import TYPE_CHECKING, Any

from jalons.planner.candidates import Options, Start, options_of
from jalons.planner.domain import Assignment, Plan, SolverInfo, Task, Unplaced, all_tasks
from jalons.planner.explain import explain
from jalons.planner.hours import hours_of
from jalons.planner.rules import comes_before
from jalons.planner.times import Times, minutes
from jalons.school.domain import School

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

# What one unit of each part costs. A part outweighs everything below it for any real school:
# a class has at most some hundred tasks, and a task strays at most 52 weeks from its ideal.
WEIGHTS = {
    "mandatory_left_out": 1_000_000,  # an obligatory task that is not placed
    "optional_left_out": 10_000,
    "moved": 60,  # a task of the plan one started from that changes day, time, people or place
    "week_from_even": 1,  # weeks between a task and its place in an even spread over the year
}


@dataclass(frozen=True)
class Progress:
    """Where a search stands. Costs as in :class:`~jalons.planner.domain.SolverInfo`."""

    elapsed_s: float
    placed: int
    total: int
    objective: float
    bound: float


def solve(
    school: School,
    *,
    time_limit_s: float = 20.0,
    seed: int = 1,
    start_from: Plan | None = None,
    stop: StopEvent | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Plan:
    """Plan a school's year.

    Parameters
    ----------
    school : School
        A checked school.
    time_limit_s : float
        Seconds the search may take; building the model is not counted.
    seed : int
        Seed of the search.
    start_from : Plan, optional
        A plan to stay near: each change has a cost.
    stop : threading.Event, optional
        Set it to end the search; the best plan so far is returned.
    on_progress : callable, optional
        Called from the solver's thread with each better plan.

    Returns
    -------
    Plan
        Every task is either assigned or unplaced with its reasons.
    """
    started = clock.perf_counter()
    times = Times(school)
    options = [options_of(times, task) for task in all_tasks(school)]
    model = _Model(times, options, start_from)
    info, assignments = model.run(time_limit_s, seed, stop, on_progress)
    left_out = _left_out(times, options, assignments)
    info = replace(info, wall_s=round(clock.perf_counter() - started, 3))
    return Plan(
        school=school.name,
        year=school.year,
        assignments=assignments,
        unplaced=left_out,
        hours=hours_of(times, assignments),
        solver=info,
    )


def _left_out(
    times: Times, options: Iterable[Options], assignments: tuple[Assignment, ...]
) -> tuple[Unplaced, ...]:
    placed = {a.task for a in assignments}
    return tuple(
        Unplaced(
            option.task,
            times.school.session_by_id[option.task.session].mandatory,
            explain(times, option, assignments),
        )
        for option in options
        if option.task not in placed
    )


class _Model:
    """The CP-SAT model of one school, and the way back from its values to assignments."""

    def __init__(self, times: Times, options: list[Options], start_from: Plan | None) -> None:
        from ortools.sat.python import cp_model

        self.times = times
        self.options = [option for option in options if option.starts]
        self.impossible = [option.task for option in options if not option.starts]
        self.model = cp_model.CpModel()
        self.at: dict[Task, list[cp_model.IntVar]] = {}
        # (task, index of its start) → role index or "place" → name → literal
        self.choices: dict[tuple[Task, int], dict[str | int, dict[str, cp_model.IntVar]]] = (
            defaultdict(dict)
        )
        # (kind, name, day) → (begin, end, literal): what that person, place or target does then
        self.uses: dict[tuple[str, Any, date], list[tuple[int, int, Any]]] = defaultdict(list)
        for option in self.options:
            self._add_task(option)
        self._nobody_twice()
        self._order()
        self._objective(start_from)

    def _add_task(self, option: Options) -> None:
        task = option.task
        starts = [self.model.new_bool_var("") for _ in option.starts]
        self.at[task] = starts
        self.model.add_at_most_one(starts)
        occurrence: dict[Any, list[Any]] = defaultdict(list)
        for index, (start, literal) in enumerate(zip(option.starts, starts, strict=True)):
            occurrence[start.day, start.slot].append(literal)
            for role, people in enumerate(start.people):
                self._choose(task, index, role, people, start, literal, "person")
            if start.places:
                self._choose(task, index, "place", start.places, start, literal, "place")
            for target in self._targets(task):
                self._use("target", target, start, literal)
        for (day, slot), literals in occurrence.items():
            for literal in literals:
                self.uses["occurrence", (task.target, slot), day].append((0, 1, literal))

    def _targets(self, task: Task) -> list[tuple[str, str | None]]:
        """The pupils a task occupies: its group, or the class and all its groups."""
        if task.group is not None:
            return [task.target]
        groups = self.times.school.groups_of(task.class_name)
        return [task.target, *((task.class_name, group.name) for group in groups)]

    def _choose(
        self,
        task: Task,
        index: int,
        what: str | int,
        names: tuple[str, ...],
        start: Start,
        literal: Any,
        kind: str,
    ) -> None:
        chosen = {names[0]: literal}
        if len(names) > 1:
            chosen = {name: self.model.new_bool_var("") for name in names}
            self.model.add(sum(chosen.values()) == literal)
        self.choices[task, index][what] = chosen
        for name, choice in chosen.items():
            self._use(kind, name, start, choice)

    def _use(self, kind: str, name: Any, start: Start, literal: Any) -> None:
        self.uses[kind, name, start.day].append((start.begin, start.end, literal))

    def _nobody_twice(self) -> None:
        """At each begin, at most one of all that then goes on: enough, as intervals on a line."""
        for uses in self.uses.values():
            cliques = {
                tuple(sorted({lit.index for b, e, lit in uses if b <= begin < e}))
                for begin in {begin for begin, _, _ in uses}
            }
            by_index = {literal.index: literal for _, _, literal in uses}
            for clique in cliques:
                if len(clique) > 1:
                    self.model.add_at_most_one(by_index[index] for index in clique)
        # Two roles that each leave no choice but the same person never get here: see candidates.
        for chosen in self.choices.values():
            roles = [names for what, names in chosen.items() if isinstance(what, int)]
            for first, second in combinations(roles, 2):
                # In the order of the file: an order of the moment would change the search.
                for name in (name for name in first if name in second):
                    self.model.add_at_most_one(first[name], second[name])

    def _order(self) -> None:
        """For a before b: day(a) < day(b) where both are placed; a part needs the one before."""
        by_class: dict[str, list[Options]] = defaultdict(list)
        for option in self.options:
            by_class[option.task.class_name].append(option)
        origin = self.times.year.first_day
        far = (self.times.year.last_day - origin).days + 2
        day_of = {
            o.task: sum(
                ((start.day - origin).days + 1) * literal
                for start, literal in zip(o.starts, self.at[o.task], strict=True)
            )
            for o in self.options
        }
        for tasks in by_class.values():
            for a in tasks:
                for b in tasks:
                    if comes_before(self.times, a.task, b.task):
                        placed_b = sum(self.at[b.task])
                        self.model.add(day_of[a.task] + 1 <= day_of[b.task] + far * (1 - placed_b))
                        if a.task.session == b.task.session:
                            self.model.add(sum(self.at[a.task]) >= placed_b)

    def _objective(self, start_from: Plan | None) -> None:
        before = {a.task: a for a in start_from.assignments} if start_from else {}
        ideal = _ideal_days(self.times, [option.task for option in self.options])
        terms: list[Any] = []
        constant = 0
        for task in self.impossible:
            constant += self._left_out_cost(task)
        for option in self.options:
            cost = self._left_out_cost(option.task)
            constant += cost
            for index, (start, literal) in enumerate(
                zip(option.starts, self.at[option.task], strict=True)
            ):
                away = abs((start.day - ideal[option.task]).days) // 7
                terms.append((WEIGHTS["week_from_even"] * away - cost) * literal)
                if option.task in before:
                    terms += self._moved(option.task, index, start, literal, before[option.task])
        self.model.minimize(sum(terms) + constant)

    def _left_out_cost(self, task: Task) -> int:
        mandatory = self.times.school.session_by_id[task.session].mandatory
        return WEIGHTS["mandatory_left_out" if mandatory else "optional_left_out"]

    def _moved(
        self, task: Task, index: int, start: Start, literal: Any, before: Assignment
    ) -> list[Any]:
        """The cost of a start that differs from before, or of other people at the same start."""
        if (start.day, start.begin) != (before.day, minutes(before.start)):
            return [WEIGHTS["moved"] * literal]
        kept = (*before.staff, before.place)
        return [
            WEIGHTS["moved"] * choice
            for chosen in self.choices[task, index].values()
            for name, choice in chosen.items()
            if name not in kept
        ]

    def run(
        self,
        time_limit_s: float,
        seed: int,
        stop: StopEvent | None,
        on_progress: Callable[[Progress], None] | None,
    ) -> tuple[SolverInfo, tuple[Assignment, ...]]:
        from ortools.sat.python import cp_model

        solver = cp_model.CpSolver()
        solver.parameters.max_time_in_seconds = time_limit_s
        solver.parameters.random_seed = seed
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        callback = _watcher(self, stop, on_progress)
        if stop is not None:
            solver.best_bound_callback = lambda _: solver.stop_search() if stop.is_set() else None
        status = solver.solve(self.model, callback)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            # Nothing placed is always a plan; only a limit of nearly zero seconds ends up here.
            worst = float(sum(self._left_out_cost(t) for t in (*self.at, *self.impossible)))
            info = SolverInfo(_status(self, (), proven=False), worst, 0.0, 0.0, seed)
            return info, ()
        assignments = self._assignments(solver.boolean_value)
        state = _status(self, assignments, proven=status == cp_model.OPTIMAL)
        bound = max(0.0, solver.best_objective_bound)
        return SolverInfo(state, solver.objective_value, bound, 0.0, seed), assignments

    def _assignments(self, value: Callable[[Any], bool]) -> tuple[Assignment, ...]:
        out = []
        for option in self.options:
            for index, (start, literal) in enumerate(
                zip(option.starts, self.at[option.task], strict=True)
            ):
                if value(literal):
                    staff = tuple(
                        self._chosen(option.task, index, role, value)
                        for role in range(len(start.people))
                    )
                    place = (
                        self._chosen(option.task, index, "place", value) if start.places else None
                    )
                    out.append(start.assignment(option.task, staff, place))
        return tuple(sorted(out, key=lambda a: (a.day, a.start, a.task.class_name, a.task)))

    def _chosen(self, task: Task, index: int, what: str | int, value: Callable[[Any], bool]) -> str:
        return next(name for name, c in self.choices[task, index][what].items() if value(c))


def _status(model: _Model, assignments: tuple[Assignment, ...], *, proven: bool) -> str:
    """``optimal`` and ``feasible`` promise that every obligatory task is placed."""
    placed = {a.task for a in assignments}
    mandatory = [
        task
        for task in (*model.at, *model.impossible)
        if model.times.school.session_by_id[task.session].mandatory
    ]
    if all(task in placed for task in mandatory):
        return "optimal" if proven else "feasible"
    return "partial" if placed else "infeasible"


def _ideal_days(times: Times, tasks: list[Task]) -> dict[Task, date]:
    """Spread each class's tasks evenly over the days it has slots, in the order they must come.

    Groups work in parallel, so they share the places of the spread.
    """
    ideal: dict[Task, date] = {}
    by_class: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        by_class[task.class_name].append(task)
    depth = _depths(times)
    for class_name, own in by_class.items():
        days = list(times.open_slots(class_name))
        steps = sorted(
            {
                (depth[t.session], times.window(t.session, class_name)[1], t.session, t.part)
                for t in own
            }
        )
        rank = {(session, part): index for index, (_, _, session, part) in enumerate(steps)}
        for task in own:
            place = (rank[task.session, task.part] + 0.5) / len(steps)
            first, last = times.window(task.session, class_name)
            day = days[int(place * len(days))]
            ideal[task] = min(max(day, first), last)
    return ideal


def _depths(times: Times) -> dict[str, int]:
    """How many sessions must come before each one, along its longest chain."""
    depth: dict[str, int] = {}

    def of(session_id: str) -> int:
        if session_id not in depth:
            after = times.school.session_by_id[session_id].after
            depth[session_id] = 1 + max((of(before) for before in after), default=-1)
        return depth[session_id]

    for session in times.school.sessions:
        of(session.id)
    return depth


def _watcher(
    model: _Model, stop: StopEvent | None, on_progress: Callable[[Progress], None] | None
) -> cp_model.CpSolverSolutionCallback:
    from ortools.sat.python import cp_model

    class Watcher(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self) -> None:
            if stop is not None and stop.is_set():
                self.stop_search()
            if on_progress is not None:
                placed = sum(
                    any(self.boolean_value(literal) for literal in starts)
                    for starts in model.at.values()
                )
                total = len(model.at) + len(model.impossible)
                on_progress(
                    Progress(
                        self.wall_time,
                        placed,
                        total,
                        self.objective_value,
                        max(0.0, self.best_objective_bound),
                    )
                )

    return Watcher()
