"""How a school is searched: a first plan class by class, then repairs, then better and better.

The steps are counted in units of work, never in seconds: the plan after each step is the same on
every machine, and a time limit or a stop only says after which step to end. Knows no file and no
word; models are made by :mod:`jalons.planner.model`.
"""

from __future__ import annotations

import random
import time as clock
from collections import Counter
from collections.abc import Callable, Iterable
from threading import Event as StopEvent

from ortools.sat.python import cp_model

from jalons.planner.alone import Alone
from jalons.planner.domain import Assignment, Task
from jalons.planner.model import Found, Model
from jalons.planner.objective import WEIGHTS
from jalons.planner.problem import Problem, counted
from jalons.planner.solver import Progress

START_WORK = 4.0  # units of work for a class of the first plan
STEP_WORK = 1.0  # and for a class of a later step
NEAR = 5  # weeks from its place in an even spread that a task may stray in a step
EXACT_TASKS = 230  # a school of so many tasks or fewer is searched whole, and proven
WHOLE_CLASSES = 30  # so many classes at once still fit one model of what is near
WHOLE_NEAR = 6
WHOLE_WORK = 2.0  # units of work for each class of it
QUIET_STEPS = 60  # so many steps in a row without gain, and as many as classes, end a search


class Search:
    """One search of one school; the best plan so far is in ``placed``.

    Parameters
    ----------
    problem : Problem
        What may go where.
    seed : int
        Seed of every choice.
    time_limit_s, max_steps : float, int or None
        End after the first step that ends later, or after so many steps.
    """

    def __init__(
        self,
        problem: Problem,
        *,
        seed: int,
        time_limit_s: float,
        max_steps: int | None = None,
        started: float | None = None,
        stop: StopEvent | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self.problem = problem
        self.wishes = problem.wishes
        self.seed = seed
        self.chance = random.Random(seed)
        self.started = clock.perf_counter() if started is None else started
        self.time_limit_s = time_limit_s
        self.max_steps = max_steps
        self.stop = stop
        self.on_progress = on_progress
        self.step = 0
        self.proven = False
        self.making_first = False  # the one phase that no time limit cuts short
        self.names = [c.name for c in problem.times.school.classes]
        self.placed: dict[Task, Assignment] = dict(problem.pinned)
        self.taken = counted(problem, self.placed.values())
        self.bounds: dict[str, float] = {}
        self.costs = {name: self.wishes.class_cost(name, self.placed) for name in self.names}
        self.bound = 0.0
        self.reported = float("inf")

    # --- where it stands -----------------------------------------------------------------------

    @property
    def cost(self) -> int:
        """The cost of the plan, counted from the plan itself."""
        pools = (
            self.wishes.uneven(self.taken.load.get(p, 0) for p in pool)
            for pool in self.wishes.pools
        )
        return sum(self.costs.values()) + WEIGHTS["staff_uneven"] * sum(pools)

    @property
    def elapsed_s(self) -> float:
        return clock.perf_counter() - self.started

    @property
    def ended(self) -> bool:
        """Has the time, the number of steps, or somebody ended the search?"""
        return (
            self.stopped
            or self.elapsed_s > self.time_limit_s
            or (self.max_steps is not None and self.step >= self.max_steps)
        )

    @property
    def stopped(self) -> bool:
        return self.stop is not None and self.stop.is_set()

    def report(self) -> None:
        self._report(self.cost, len(self.placed))

    def _report(self, cost: float, placed: int) -> None:
        if self.on_progress is not None and cost <= self.reported:
            self.reported = cost
            bound = max(0.0, min(self.bound, cost))
            total = len(self.wishes.tasks)
            self.on_progress(Progress(self.elapsed_s, placed, total, float(cost), bound, self.step))

    # --- one step ------------------------------------------------------------------------------

    def put(self, found: dict[Task, Assignment], free: Iterable[Task]) -> None:
        """Make ``found`` the plan of the tasks ``free``."""
        names = {task.class_name for task in free}
        for task in free:
            if task in self.placed:
                self.taken.remove(self.placed.pop(task))
        for task, a in found.items():
            self.placed[task] = a
            self.taken.add(a)
        self.costs |= {name: self.wishes.class_cost(name, self.placed) for name in sorted(names)}

    def improve(
        self,
        free: list[Task],
        *,
        work: float,
        ways: int | None,
        near: int | None = NEAR,
        every_start: bool = False,
    ) -> int:
        """Search the tasks ``free`` again beside all others; what it gains."""
        self.step += 1
        model = Model(
            self.problem,
            free,
            self.taken,
            self.placed,
            prefer=None if every_start else self.placed,
            ways=ways,
            near=near,
        )
        if any(task in self.placed for task in free):
            model.hint(self.placed)
        found = model.solve(
            self.chance.randrange(2**31),
            work,
            time_limit_s=None
            if self.making_first
            else max(0.01, self.time_limit_s - self.elapsed_s),
            stop=self.stop,
        )
        if found.placed is None:
            return 0
        before, was = self.cost, {t: self.placed[t] for t in free if t in self.placed}
        self.put(found.placed, free)
        gain = before - self.cost
        if gain < 0:
            self.put(was, free)
        return max(gain, 0)

    # --- the whole -----------------------------------------------------------------------------

    def run(self) -> None:
        self.making_first = True
        self.first_plan()
        self.making_first = False
        if self.stopped:
            return
        self.report()
        self.repair()
        if len(self.problem.possible) <= EXACT_TASKS:
            self.exact()
            return
        self.bounds_apart()
        if len(self.names) <= WHOLE_CLASSES:
            self.whole()
        self.neighbourhoods()

    def first_plan(self) -> None:
        """Class after class, the most constrained first, each beside those before it."""
        room = {
            name: len(self.wishes.weeks(name)) - len(self.problem.free(name)) for name in self.names
        }
        for name in sorted(self.names, key=lambda n: (room[n], n)):
            if self.stopped:
                return
            free = self.problem.free(name)
            if free:
                self.improve(free, work=START_WORK, ways=1)
                if any(task not in self.placed for task in free):
                    self.improve(free, work=START_WORK, ways=3, near=None)

    def missing(self) -> list[Task]:
        """What is possible and not placed, the obligatory first."""
        left = [task for task in self.problem.possible if task not in self.placed]
        return sorted(left, key=lambda t: (not self.wishes.mandatory(t), t))

    def repair(self) -> None:
        """Free the classes in the way of each task that is left out, more and more of them."""
        for size, thorough in ((2, False), (3, False), (2, True), (4, True), (6, True), (9, True)):
            for task in self.missing():
                if self.ended:
                    return
                if task in self.placed:
                    continue
                names = self.in_the_way([task.class_name], size)
                gain = self.improve(
                    self._free(names),
                    work=size * (4 if thorough else 2) * STEP_WORK,
                    ways=None if thorough else 2,
                    near=None,
                    every_start=thorough,
                )
                if gain:
                    self.report()

    def _free(self, names: Iterable[str]) -> list[Task]:
        return [task for name in names for task in self.problem.free(name)]

    def in_the_way(self, names: list[str], size: int) -> list[str]:
        """Some classes, and those that hold what they would need for something better."""
        blocking: Counter[str] = Counter()
        for name in names:
            for task in self.problem.free(name):
                a = self.placed.get(task)
                now = 99 if a is None else self.wishes.weeks_away(task, a.day)
                if now:
                    self._blocking(task, now, blocking)
        for name in names:
            blocking.pop(name, None)
        chosen = list(names)
        while blocking and len(chosen) < size:
            others = sorted(blocking)
            weights = [blocking[other] for other in others]
            chosen.append(self.chance.choices(others, weights)[0])
            del blocking[chosen[-1]]
        return chosen

    def _blocking(self, task: Task, now: int, blocking: Counter[str]) -> None:
        taken = self.taken
        for start in self.problem.options[task].starts:
            better = now - self.wishes.weeks_away(task, start.day)
            if better <= 0:
                continue
            for kind, choice in (*(("person", p) for p in start.people), ("place", start.places)):
                by = [taken.by((kind, n), start.day, start.begin, start.end) for n in choice]
                if by and all(by):
                    for other in {t.class_name for tasks in by for t in tasks}:
                        blocking[other] += better

    def bounds_apart(self) -> None:
        """What each class would cost alone: the sum is what no plan of the school can better."""
        for name in self.names:
            if self.ended:
                return
            self._bound(name)
        self.bound = sum(self.bounds.values())
        self.report()

    def _bound(self, name: str) -> None:
        constant = self.problem.constant(name)
        found = Found(None, 0.0, 0.0, True)
        if self.problem.free(name):
            found = Alone(self.problem, name).solve(self.seed, START_WORK)
        self.bounds[name] = constant + max(0.0, found.bound)

    def whole(self) -> None:
        """All classes at once, each task within some weeks of its place in an even spread."""
        free = self.problem.possible
        if not self.ended:
            self.improve(free, work=WHOLE_WORK * len(self.names), ways=None, near=WHOLE_NEAR)
            self.report()

    def neighbourhoods(self) -> None:
        """Free a few classes that are in each other's way, again and again."""
        quiet = 0
        sizes = (2, 2, 3, 4)
        while not self.ended and quiet < max(QUIET_STEPS, len(self.names)):
            if self.cost <= self.bound:
                self.proven = True
                return
            size = sizes[self.step % len(sizes)]
            names = self.in_the_way([self._worst()], size)
            if self.improve(self._free(names), work=size * STEP_WORK, ways=2):
                quiet = 0
                self.report()
            else:
                quiet += 1
            if quiet % QUIET_STEPS == QUIET_STEPS - 1 and self.missing():
                self.repair()

    def _worst(self) -> str:
        """A class, by chance, more often one that costs much more than alone."""
        excess = [self.costs[n] - self.bounds.get(n, 0.0) + 1 for n in self.names]
        return self.chance.choices(self.names, [max(e, 1) for e in excess])[0]

    def exact(self) -> None:
        """The whole school in one model, from the plan there is, until proven or ended."""
        free = self.problem.possible
        if not free:
            self.proven, self.bound = True, float(self.cost)
            return
        if self.ended:
            return
        self.step += 1
        model = Model(self.problem, free, self.taken, self.placed)
        model.hint(self.placed)
        constant = sum(self.problem.constant(name) for name in self.names)
        left = max(0.01, self.time_limit_s - self.elapsed_s)
        found = model.solve(
            self.seed,
            float("inf"),
            time_limit_s=left,
            watch=self._watch(model, constant),
            stop=self.stop,
        )
        self.bound = max(self.bound, constant + found.bound)
        if found.placed is not None:
            self.put(found.placed, free)
            self.proven = found.proven
        if self.proven:
            self.bound = float(self.cost)
        self.report()

    def _watch(self, model: Model, constant: int) -> cp_model.CpSolverSolutionCallback:
        search = self

        class Watcher(cp_model.CpSolverSolutionCallback):
            def on_solution_callback(self) -> None:
                search.bound = max(search.bound, constant + self.best_objective_bound)
                placed = len(search.problem.pinned) + sum(
                    not self.boolean_value(out) for out in model.out.values()
                )
                search._report(constant + round(self.objective_value), placed)

        return Watcher()
