"""What is wanted of several tasks together, charged to a model as the objective counts it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from jalons.planner.objective import EVEN_MIN, WEIGHTS
from jalons.planner.problem import Literal

if TYPE_CHECKING:
    from jalons.planner.model import Model


def charge_hours(model: Model, name: str) -> None:
    there = {task for task, *_ in model.settled[name]}
    for wanted, own in model.wishes.pupils_of(name):
        length = model.wishes.duration
        given = sum(length(t) for t in own if t in there or t in model.free)
        outs = [(model.out[t], length(t)) for t in own if t in model.free]
        most = -(-max(0, wanted - given + sum(d for _, d in outs)) // 60)
        if not most:
            continue
        short = model.model.new_int_var(0, most, "")
        lost = sum(out * d for out, d in outs)
        model.model.add(lost + wanted - given <= 60 * short)
        model.charge(short, WEIGHTS["hours_short"])


def charge_gaps(model: Model, name: str) -> None:
    weeks = model.wishes.weeks(name)
    gaps = model.wishes.gaps(name)
    if not gaps:
        return
    by_week: dict[int, list[Literal]] = defaultdict(list)
    for task in model.free:
        if task.class_name == name:
            for literal, way in model.ways[task]:
                by_week[bisect_right(weeks, way.start.day) - 1].append(literal)
    full = {bisect_right(weeks, day) - 1 for _, day, *_ in model.settled[name]}
    some: dict[int, Literal] = {}
    for week, literals in sorted(by_week.items()):
        some[week] = model.model.new_bool_var("")
        model.model.add_bool_or(*literals, some[week].negated())
    for index, (first, last) in enumerate(gaps):
        span = range(index, bisect_right(weeks, last))
        assert weeks[index] == first
        if full.isdisjoint(span):
            empty = model.model.new_bool_var("")
            model.model.add_bool_or(*(some[w] for w in span if w in some), empty)
            model.charge(empty, WEIGHTS["gap_week"])


def charge_balance(model: Model) -> None:
    """Share of the work inside each pool, where everybody's is named."""
    loads: dict[str, list[tuple[int, Literal]]] = defaultdict(list)
    for task, ways in model.ways.items():
        for literal, way in ways:
            for person in way.staff or ():
                loads[person].append((model.wishes.duration(task), literal))
            if way.staff is None and way.masks:
                return
    known: dict[str, int] = defaultdict(int)
    for task, a in model.problem.pinned.items():
        for person in a.staff if task in model.wishes.known else ():
            known[person] += model.wishes.duration(task)
    for pool in dict.fromkeys(
        model.problem.pool_of[p] for p in loads if p in model.problem.pool_of
    ):
        most = max(known[p] + sum(d for d, _ in loads[p]) for p in pool)
        high = model.model.new_int_var(0, most, "")
        low = model.model.new_int_var(0, most, "")
        for person in pool:
            literals = [literal for _, literal in loads[person]]
            own = cp_model.LinearExpr.weighted_sum(literals, [d for d, _ in loads[person]])
            model.model.add(own + known[person] <= high)
            model.model.add(low <= own + known[person])
        excess = model.model.new_int_var(0, most // 60 + 1, "")
        model.model.add(high - low - EVEN_MIN <= 60 * excess)
        model.charge(excess, WEIGHTS["staff_uneven"])
