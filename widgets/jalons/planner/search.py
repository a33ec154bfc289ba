"""How a school is searched: a first plan class by class, repairs, then many classes at once.

The steps are counted in units of work, never in seconds: the plan after each step is the same on
every machine, and a time limit or a stop only says after which step to end. Knows no file and no
word; models are made by :mod:`jalons.planner.model`.
"""

from __future__ import annotations

import random
import time as clock
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from threading import Event as StopEvent

from jalons.planner.candidates import Start
from jalons.planner.domain import Assignment, Task
from jalons.planner.draft import Draft
from jalons.planner.model import Model
from jalons.planner.problem import Problem
from jalons.planner.progress import Progress, StoppedError
from jalons.planner.run import Found, run

START_WORK = 4.0  # units of work for a class of the first plan
STEP_WORK = 0.5  # and for a class of a later step
WHOLE_TASKS = 3000  # a school of so many tasks or fewer is searched whole, and proven
WHOLE_WORK = 400.0  # units of work for that
NAMED_TASKS = 150  # a school of so few can be searched with everybody named, where names cost
CLUSTER = 10  # classes of a larger school whose best is found together, for the bound
FEW = 5  # the same in a smaller one, before it is searched whole: few at once gain sooner
FAR = 8  # so many classes or more: half of them in the way of the others in the way
QUIET_STEPS = 40  # so many steps in a row without gain, and as many as classes, end a search


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
        check: Callable[[], None] = lambda: None,
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
        self.check = check  # raises when somebody ends the search
        self.on_progress = on_progress
        self.step = 0
        self.proven = False
        self.unreached: dict[str, None] = {}  # classes that no step has looked at
        self.making_first = False  # the one phase that no time limit cuts short
        self.names = [c.name for c in problem.times.school.classes]
        self.draft = Draft(problem)
        self.bounds: dict[str, float] = {}
        self.bound = 0.0
        self.reported = (float("inf"), 0.0)

    # --- where it stands -----------------------------------------------------------------------

    @property
    def placed(self) -> Mapping[Task, Assignment]:
        return self.draft.placed

    @property
    def cost(self) -> int:
        return self.draft.cost

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
        self._report(self.cost, len(self.placed), self.bound)

    def _report(self, cost: float, placed: int, bound: float) -> None:
        bound = max(0.0, min(bound, cost))
        if cost < self.reported[0] or (cost == self.reported[0] and bound > self.reported[1]):
            self.reported = cost, bound
            self._tell(float(cost), placed, bound)

    def _tell(self, cost: float, placed: int, bound: float) -> None:
        if self.on_progress is not None:
            tasks = self.wishes.tasks
            left_out = 0.0
            if cost < float("inf"):
                left_out = sum(self.wishes.left_out(t) for t in tasks if t not in self.placed)
            self.on_progress(
                Progress(self.elapsed_s, placed, len(tasks), cost, bound, self.step, left_out)
            )

    # --- one step ------------------------------------------------------------------------------

    def improve(self, free: list[Task], *, work: float) -> int:
        """Search the tasks ``free`` again beside all others; what it gains."""
        self.step += 1
        for last in (False, False, True):  # again where counting people was not enough
            tight = len(self.problem.tight)
            model = Model(self.problem, free, self.draft, check=self.check)
            if any(task in self.draft.spots for task in free):
                model.hint()
            found = self.search(model, work)
            if found.spots is None:
                return 0
            force = last and self.making_first
            gain = self.draft.put(found.spots, free, force=force)
            if gain or len(self.problem.tight) == tight:
                break
        return gain

    def search(self, model: Model, work: float, *, bounds: bool = False) -> Found:
        left = None if self.making_first else max(0.01, self.time_limit_s - self.elapsed_s)
        return run(
            model,
            self.chance.randrange(2**31),
            work,
            time_limit_s=left,
            stop=self.stop,
            on_bound=self._bounded if bounds else None,
        )

    def _bounded(self, bound: float) -> None:
        self._report(self.cost, len(self.placed), max(self.bound, self.constant + bound))

    @property
    def constant(self) -> int:
        return sum(map(self.problem.constant, self.names))

    # --- the whole -----------------------------------------------------------------------------

    def run(self) -> None:
        try:
            self._run()
        except StoppedError:
            self.draft.settle()

    def _run(self) -> None:
        self.making_first = True
        self.first_plan()
        self.making_first = False
        self.report()
        self.repair()
        if len(self.names) > 1:
            self.bounds_apart()
        whole = len(self.problem.possible) <= WHOLE_TASKS
        if not whole or len(self.names) > 2 * CLUSTER:
            self.clusters(FEW if whole and len(self.names) <= 4 * CLUSTER else CLUSTER, not whole)
            self.repair()
        if whole:
            self.exact()
        if not self.proven:
            self.neighbourhoods()

    def first_plan(self) -> None:
        """Class after class, the most constrained first, each beside those before it."""
        room = {
            name: len(self.wishes.weeks(name)) - len(self.problem.free(name)) for name in self.names
        }
        self.unreached = dict.fromkeys(sorted(self.names, key=lambda n: (room[n], n)))
        for name in list(self.unreached):
            self.check()
            if free := self.problem.free(name):
                self.step += 1
                model = Model(self.problem, free, self.draft, check=self.check)
                if any(task in self.draft.spots for task in free):
                    model.hint()
                self.draft.add(self.search(model, START_WORK).spots or {})
            del self.unreached[name]
            self._tell(float("inf"), len(self.draft.spots) + len(self.problem.pinned), 0.0)
        self.draft.settle()

    def missing(self) -> list[Task]:
        """What is possible and not placed, the obligatory first."""
        left = [task for task in self.problem.possible if task not in self.draft.spots]
        return sorted(left, key=lambda t: (not self.wishes.mandatory(t), t))

    def repair(self) -> None:
        """Free the classes in the way of each task that is left out, more and more of them."""
        for size in (2, 4, 8, 16):
            for task in self.missing():
                if self.ended:
                    return
                if task not in self.draft.spots:
                    names = self.in_the_way([task.class_name], size)
                    if self.improve(self._free(names), work=size * STEP_WORK):
                        self.report()

    def _free(self, names: Iterable[str]) -> list[Task]:
        return [task for name in names for task in self.problem.free(name)]

    def in_the_way(self, names: list[str], size: int) -> list[str]:
        """Some classes, and those that hold what they would need for something better."""
        chosen = list(names)
        if size >= FAR:  # and those in the way of those
            chosen = self.in_the_way(names, FAR // 2)
        blocking = self._blocking(chosen)
        while blocking and len(chosen) < size:
            others = sorted(blocking)
            weights = [blocking[other] for other in others]
            chosen.append(self.chance.choices(others, weights)[0])
            del blocking[chosen[-1]]
        return chosen

    def _blocking(self, names: list[str]) -> Counter[str]:
        """Other classes whose sessions need somebody whom a better time would need."""
        wanted: dict[date, list[tuple[Start, int, int]]] = {}
        for task in self._free(names):
            spot = self.draft.spots.get(task)
            now = 99 if spot is None else self.wishes.weeks_away(task, spot.day)
            for start in self.problem.options[task].starts if now else ():
                better = now - self.wishes.weeks_away(task, start.day)
                if better > 0:
                    mask = 0
                    for m in self.problem.masks(start):
                        mask |= m
                    wanted.setdefault(start.day, []).append((start, mask, better))
        blocking: Counter[str] = Counter()
        for day, better_starts in wanted.items():
            for task, spot in self.draft.of_day[day].items():
                if task.class_name in names:
                    continue
                whole = 0
                for m in self.problem.masks(spot):
                    whole |= m
                for start, mask, better in better_starts:
                    if start.begin < spot.end and spot.begin < start.end and mask & whole:
                        blocking[task.class_name] += better
        return blocking

    def bounds_apart(self) -> None:
        """What each class would cost alone: the sum is what no plan of the school can better."""
        for name in self.names:
            if self.ended:
                return
            self.bounds[name] = self._least([name], START_WORK)
            self.bound = sum(self.bounds.values())
            self.report()

    def _least(self, names: list[str], work: float) -> float:
        """What some classes would cost if there were no others."""
        constant = sum(map(self.problem.constant, names))
        free = self._free(names)
        if not free:
            return constant
        model = Model(self.problem, free, apart=len(names) == 1, check=self.check)
        return constant + max(0.0, self.search(model, work).bound)

    def clusters(self, size: int, bounds: bool) -> None:
        """Many classes at once that are in each other's way: better plans, and a better bound."""
        left = list(self.names)
        while left and not self.ended:
            left.sort(key=lambda n: (self.bounds.get(n, 0.0) - self.draft.costs[n], n))
            blocking = self._blocking(left[:1])
            near = sorted(left[1:], key=lambda n: (-blocking[n], n))
            names = [left[0], *near[: size - 1]]
            left = [n for n in left if n not in names]
            self.improve(self._free(names), work=len(names) * STEP_WORK)
            if bounds:
                least = self._least(names, len(names) * STEP_WORK)
                self.bound += max(0.0, least - sum(self.bounds.get(n, 0.0) for n in names))
            self.report()

    def neighbourhoods(self) -> None:
        """Free a few classes that are in each other's way, again and again."""
        quiet = 0
        sizes = (4, 8, CLUSTER)
        while not self.ended and quiet < max(QUIET_STEPS, len(self.names)):
            if self.cost <= self.bound:
                self.proven = True
                return
            size = sizes[self.step % len(sizes)]
            names = self.in_the_way([self._worst()], size)
            if self.improve(self._free(names), work=size * STEP_WORK):
                quiet = 0
                self.report()
            else:
                quiet += 1
            if quiet % QUIET_STEPS == QUIET_STEPS - 1 and self.missing():
                self.repair()

    def _worst(self) -> str:
        """A class, by chance, more often one that costs much more than alone."""
        excess = [self.draft.costs[n] - self.bounds.get(n, 0.0) + 1 for n in self.names]
        return self.chance.choices(self.names, [max(e, 1) for e in excess])[0]

    def exact(self) -> None:
        """The whole school in one model, from the plan there is, until proven or ended."""
        free = self.problem.possible
        if not free:  # nothing to choose: what there is cannot be better
            self.bound = float(self.cost)
        named = False
        while free and not self.ended and self.cost > self.bound:
            self.step += 1
            tight = len(self.problem.tight)
            model = Model(self.problem, free, self.draft, named=named, check=self.check)
            model.hint()
            found = self.search(model, WHOLE_WORK, bounds=True)
            self.bound = max(self.bound, self.constant + found.bound)
            if found.spots is not None:
                self.draft.put(found.spots, free)
            self.report()
            if len(self.problem.tight) > tight:
                continue
            if named or not found.proven or len(free) > NAMED_TASKS:
                break
            named = True
        self.proven = self.cost <= self.bound
        if self.proven:
            self.bound = float(self.cost)
