"""A year plan by constraint programming: the one door to the search.

``solve`` puts together what the parts of the engine do: what is possible
(:mod:`~jalons.planner.candidates`), what is wanted (:mod:`~jalons.planner.objective`), the search
(:mod:`~jalons.planner.search`) and why something is left out (:mod:`~jalons.planner.explain`).
Seed and limits are arguments. Reads no file, words nothing.
"""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Collection
from dataclasses import dataclass
from threading import Event as StopEvent
from typing import TYPE_CHECKING

from jalons.planner.candidates import options_of
from jalons.planner.domain import Assignment, Plan, SolverInfo, Task, Unplaced
from jalons.planner.explain import explain
from jalons.planner.hours import hours_of
from jalons.planner.objective import WEIGHTS, Part, Wishes, cost_parts
from jalons.planner.times import Times
from jalons.school.domain import School

if TYPE_CHECKING:
    from jalons.planner.search import Search

__all__ = ["WEIGHTS", "Part", "Progress", "cost_parts", "solve"]


@dataclass(frozen=True)
class Progress:
    """Where a search stands. Costs as in :class:`~jalons.planner.domain.SolverInfo`.

    ``step`` counts what does not depend on the machine: with the same file, seed and arguments
    the plan after a step is the same everywhere.
    """

    elapsed_s: float
    placed: int
    total: int
    objective: float
    bound: float
    step: int = 0


def solve(
    school: School,
    *,
    time_limit_s: float = 20.0,
    seed: int = 1,
    start_from: Plan | None = None,
    pinned: Collection[Task] = (),
    max_steps: int | None = None,
    stop: StopEvent | None = None,
    on_progress: Callable[[Progress], None] | None = None,
) -> Plan:
    """Plan a school's year.

    The search goes in steps that are the same on every machine: a first plan class by class, then
    one better plan after the other. It ends by itself when the plan is proven the best there is
    or when no more gain is found; until then ``time_limit_s``, ``max_steps`` and ``stop`` say
    after which step to end. So two runs that end by themselves, or after the same number of
    steps, give the same plan; a slower machine under a time limit ends an earlier step of the
    same way. The first plan is always finished, whatever the time limit, unless ``stop`` is set.

    Parameters
    ----------
    school : School
        A checked school.
    time_limit_s : float
        Seconds after which to end, everything counted.
    seed : int
        Seed of the search.
    start_from : Plan, optional
        A plan to stay near: each change has a cost.
    pinned : collection of Task
        Tasks that stay exactly where ``start_from`` has them, with those it has pinned itself,
        even where that breaks a rule; the rest keeps clear of them. A pinned task that
        ``start_from`` does not place is free.
    max_steps : int, optional
        Steps after which to end: a limit that gives the same plan on every machine.
    stop : threading.Event, optional
        Set it to end the search; the best plan so far is returned.
    on_progress : callable, optional
        Called with each better plan.

    Returns
    -------
    Plan
        Every task is either assigned or unplaced with its reasons. Its objective is counted from
        the plan itself (:func:`~jalons.planner.objective.cost_parts`).
    """
    from jalons.planner.problem import Problem
    from jalons.planner.search import Search

    started = clock.perf_counter()
    times = Times(school)
    wishes = Wishes(times, start_from)
    agreed = {*pinned, *(start_from.pinned if start_from is not None else ())}
    fixed = {t: a for t, a in wishes.before.items() if t in agreed and t in wishes.known}
    search = Search(
        Problem(times, wishes, fixed),
        seed=seed,
        time_limit_s=time_limit_s,
        max_steps=max_steps,
        started=started,
        stop=stop,
        on_progress=on_progress,
    )
    search.run()
    assignments = tuple(
        sorted(search.placed.values(), key=lambda a: (a.day, a.start, a.task.class_name, a.task))
    )
    return Plan(
        school=school.name,
        year=school.year,
        assignments=assignments,
        unplaced=_left_out(search, assignments),
        hours=hours_of(times, assignments),
        solver=_info(search, clock.perf_counter() - started),
        pinned=frozenset(fixed),
    )


def _info(search: Search, wall_s: float) -> SolverInfo:
    """``optimal`` and ``feasible`` promise that every obligatory task is placed."""
    wishes, placed = search.wishes, search.placed
    if all(task in placed for task in wishes.tasks if wishes.mandatory(task)):
        status = "optimal" if search.proven else "feasible"
    else:
        status = "partial" if placed else "infeasible"
    cost = float(search.cost)
    return SolverInfo(
        status, cost, min(cost, max(0.0, search.bound)), round(wall_s, 3), search.seed
    )


def _left_out(search: Search, assignments: tuple[Assignment, ...]) -> tuple[Unplaced, ...]:
    times, placed = search.problem.times, search.placed
    return tuple(
        Unplaced(
            task,
            search.wishes.mandatory(task),
            explain(times, options_of(times, task), assignments),
        )
        for task in search.wishes.tasks
        if task not in placed
    )
