"""Can these tasks be placed, all of them? Yes with a way, no with a proof, or not known.

One question of the constraint model, on the smallest school that holds it. A yes is checked
against the rules before it is believed. Wants nothing of a plan but that it exists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, product

from ortools.sat.python import cp_model

from jalons.planner.domain import Assignment, Task
from jalons.planner.draft import Draft
from jalons.planner.model import Model
from jalons.planner.objective import Wishes
from jalons.planner.problem import Problem
from jalons.planner.rules import broken_together, check
from jalons.planner.times import Times
from jalons.planner.worker import one_worker
from jalons.school.domain import School

WORK = 6.0  # units of work for one question
MOST_TRIES = 400  # ways of a single task that are tried before a model is made
NOBODY = ("",)  # a class that no school has


@dataclass(frozen=True)
class Answer:
    """``placed``: a way to place all; ``never``: proven that there is none; neither: not known.

    ``core`` holds, with ``never``, the tasks that were said to be enough for it (not verified).
    """

    placed: Mapping[Task, Assignment] | None = None
    never: bool = False
    core: frozenset[Task] = frozenset()


NEVER, UNKNOWN = Answer(never=True), Answer()


def place(
    school: School,
    tasks: Collection[Task],
    *,
    held: Iterable[Assignment] = (),
    doubt: Collection[Task] = (),
    time_limit_s: float = 10.0,
) -> Answer:
    """Place all of ``tasks`` beside ``held``, which stays.

    Parameters
    ----------
    school : School
        A checked school.
    tasks : collection of Task
        Tasks to place; of a session of several parts, a part comes with those before it.
    held : iterable of Assignment
        What stays where it is and keeps people, places and pupils busy.
    doubt : collection of Task
        Those of ``tasks`` of which :attr:`Answer.core` is wanted.
    time_limit_s : float
        Seconds after which the answer is that it is not known.
    """
    names = {task.class_name for task in tasks}
    held = [a for a in held if a.task not in tasks]
    near = [a for a in held if a.task.class_name in names]
    # Pupils of other classes are nobody's concern here: only who and what they keep busy.
    far = [
        replace(a, task=replace(a.task, group="-")) for a in held if a.task.class_name not in names
    ]
    stays = (*near, *far)
    part = _part_of(school, {*tasks, *(a.task for a in near)}, {a.task.session for a in stays})
    times = Times(part)
    wishes = Wishes(times)
    problem = Problem(times, wishes, {a.task: a for a in stays}, tasks)
    if any(not problem.options[t].starts for t in tasks):
        return Answer(never=True, core=frozenset(t for t in doubt if not problem.options[t].starts))
    if len(tasks) == 1 and (alone := _alone(times, problem, near, far)) is not None:
        return Answer({alone.task: alone})
    model = Model(problem, tasks, named=True)
    model.model.clear_objective()  # type: ignore[no-untyped-call]
    model.require(t for t in tasks if t not in doubt)
    switches = {t: model.model.new_bool_var("") for t in doubt}
    for task, switch in switches.items():
        model.model.add_implication(switch, model.out[task].negated())
    model.model.add_assumptions(list(switches.values()))
    solver = one_worker()
    solver.parameters.max_deterministic_time = WORK
    solver.parameters.max_time_in_seconds = max(0.01, time_limit_s)
    status = solver.solve(model.model)
    if status == cp_model.INFEASIBLE:
        enough = set(solver.sufficient_assumptions_for_infeasibility()) if doubt else set()
        core = frozenset(t for t, switch in switches.items() if switch.index in enough)
        return Answer(never=True, core=core)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return UNKNOWN
    draft = Draft(problem)
    draft.put(model.read(solver.boolean_value), tasks, force=True)
    placed = {task: draft.placed[task] for task in tasks if task in draft.placed}
    if len(placed) < len(set(tasks)) or not _right(times, placed, near, stays):
        return UNKNOWN
    return Answer(placed)


def _part_of(school: School, tasks: Collection[Task], held: Collection[str]) -> School:
    """The school with only what concerns these tasks: their sessions, for their classes.

    Sessions that are only ``held`` stay for their length, and are for nobody.
    """
    classes: dict[str, set[str]] = {}
    for task in tasks:
        classes.setdefault(task.session, set()).add(task.class_name)
    names = {task.class_name for task in tasks}
    return replace(
        school,
        classes=tuple(c for c in school.classes if c.name in names),
        groups=tuple(g for g in school.groups if g.class_name in names),
        slots=tuple(s for s in school.slots if s.class_name in names),
        sessions=tuple(
            replace(
                s,
                classes=tuple(sorted(classes.get(s.id, NOBODY))),
                after=tuple(a for a in s.after if a in classes),
            )
            for s in school.sessions
            if s.id in classes or s.id in held
        ),
    )


def _alone(
    times: Times, problem: Problem, near: list[Assignment], far: list[Assignment]
) -> Assignment | None:
    """A right place for the only task beside what stays, without a model, if one is found soon."""
    (task,) = problem.options
    ways = (
        start.assignment(task, staff, room)
        for start in problem.options[task].starts
        for staff in product(*start.people)
        if len(set(staff)) == len(staff)
        for room in start.places or (None,)
    )
    by_day: dict[date, list[Assignment]] = defaultdict(list)
    for a in far:
        by_day[a.day].append(a)
    for a in islice(ways, MOST_TRIES):
        others = (*near, *by_day[a.day])
        if not any(broken_together(times, a, b) for b in others) and _right(
            times, {task: a}, near, by_day[a.day]
        ):
            return a
    return None


def _right(
    times: Times,
    placed: Mapping[Task, Assignment],
    near: Iterable[Assignment],
    far: Iterable[Assignment],
) -> bool:
    """The rules agree: nothing new is broken among the same pupils, nobody is taken twice."""
    own = list(near)
    before = {(b.reason.code, b.tasks) for b in check(times, own)}
    after = {(b.reason.code, b.tasks) for b in check(times, [*placed.values(), *own])}
    return after <= before and not any(
        broken_together(times, a, b) for b in far for a in placed.values() if a.day == b.day
    )
