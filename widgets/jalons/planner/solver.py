"""A year plan by constraint programming: the one door to the search.

``solve`` puts together what the parts of the engine do: what is possible
(:mod:`~jalons.planner.candidates`), what is wanted (:mod:`~jalons.planner.objective`), the search
(:mod:`~jalons.planner.search`) and why something is left out (:mod:`~jalons.planner.explain`).
Seed and limits are arguments. Reads no file, words nothing.
"""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Collection, Iterable, Mapping
from threading import Event as StopEvent
from typing import TYPE_CHECKING

from jalons.planner.domain import Assignment, Plan, Reason, SolverInfo, Task, Unplaced
from jalons.planner.explain import Explainer
from jalons.planner.hours import hours_of
from jalons.planner.objective import Wishes, cost_of
from jalons.planner.progress import Progress, StoppedError
from jalons.planner.times import Times
from jalons.school.domain import School

if TYPE_CHECKING:
    from jalons.planner.search import Search


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
        Called with each class of the first plan, each better plan and each better bound.

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

    def check() -> None:
        if stop is not None and stop.is_set():
            raise StoppedError

    try:
        search = Search(
            Problem(times, wishes, fixed, check=check),
            seed=seed,
            time_limit_s=time_limit_s,
            max_steps=max_steps,
            started=started,
            stop=stop,
            check=check,
            on_progress=on_progress,
        )
    except StoppedError:  # before there was a problem to search: nothing but what one had
        return _unsearched(times, wishes, start_from, fixed, seed, clock.perf_counter() - started)
    search.run()
    assignments = _ordered(search.placed.values())
    return Plan(
        school=school.name,
        year=school.year,
        assignments=assignments,
        unplaced=_left_out(search, assignments),
        hours=hours_of(times, assignments),
        solver=_info(search, clock.perf_counter() - started),
        pinned=frozenset(fixed),
    )


def _ordered(assignments: Iterable[Assignment]) -> tuple[Assignment, ...]:
    return tuple(sorted(assignments, key=lambda a: (a.day, a.start, a.task.class_name, a.task)))


def _unsearched(
    times: Times,
    wishes: Wishes,
    start_from: Plan | None,
    fixed: Mapping[Task, Assignment],
    seed: int,
    wall_s: float,
) -> Plan:
    """The pinned tasks and nothing else: the search was stopped before it began."""
    placed = _ordered(fixed.values())
    reasons = (Reason("stopped"),)
    cost = float(cost_of(wishes.parts(dict(fixed))))
    left = [t for t in wishes.tasks if t not in fixed]
    return Plan(
        school=times.school.name,
        year=times.school.year,
        assignments=placed,
        unplaced=tuple(Unplaced(t, wishes.mandatory(t), reasons) for t in left),
        hours=hours_of(times, placed),
        solver=SolverInfo("partial" if placed else "infeasible", cost, 0.0, wall_s, seed),
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
    """Each task that has no place, and why; never reached before a stop is a reason, too."""
    explainer = Explainer(search.problem.times, assignments)
    unreached = (Reason("stopped"),)
    return tuple(
        Unplaced(
            task,
            search.wishes.mandatory(task),
            unreached
            if task.class_name in search.unreached and search.problem.options[task].starts
            else explainer.reasons(search.problem.options[task]),
        )
        for task in search.wishes.tasks
        if task not in search.placed
    )
