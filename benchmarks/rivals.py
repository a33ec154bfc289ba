"""Other ways to plan the schools of ``solver.py``: a first fit, plain intervals, HiGHS."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

SCRIPT = str(Path(__file__).with_name("solver.py"))


def greedy(classes: int, limit: float, seed: int) -> dict[str, Any]:
    """Task after task in the order of an even spread, each at the first start that is free."""
    from jalons.planner.domain import Assignment, Plan, Task
    from jalons.planner.objective import Wishes, cost_of, cost_parts
    from jalons.planner.problem import Problem
    from jalons.planner.rules import broken_together
    from jalons.planner.times import Times
    from schools import planted

    school, _ = planted(classes, seed)
    start = time.perf_counter()
    times = Times(school)
    wishes = Wishes(times)
    problem, placed = Problem(times, wishes, {}), {}
    busy: dict[Any, list[tuple[int, int]]] = defaultdict(list)
    of_class: dict[str, list[Assignment]] = defaultdict(list)

    def free(name: Any, day: date, begin: int, end: int) -> bool:
        return not any(b < end and begin < e for b, e in busy[name, day])

    def first_fit(task: Task) -> Assignment | None:
        for s in problem.options[task].starts:
            at = (s.day, s.begin, s.end)
            staff: list[str] = []
            for people in s.people:
                staff += [p for p in people if p not in staff and free(("person", p), *at)][:1]
            places = [p for p in s.places if free(("place", p), *at)] or [None] * (not s.places)
            if len(staff) == len(s.people) and places:
                a = s.assignment(task, tuple(staff), places[0])
                if not any(broken_together(times, a, b) for b in of_class[task.class_name]):
                    for name in (*(("person", p) for p in staff), ("place", places[0])):
                        busy[name, s.day].append((s.begin, s.end))
                    return a
        return None

    for task in sorted(wishes.tasks, key=lambda t: (wishes.ideal[t], t)):
        a = first_fit(task)
        if a is not None:
            placed[task] = a
            of_class[task.class_name].append(a)
    cost = cost_of(cost_parts(times, Plan(school.name, school.year, tuple(placed.values()))))
    left = len(wishes.tasks) - len(placed)
    return {"end": (cost, 0.0, "first fit"), "wall": time.perf_counter() - start, "left": left}


def intervals(classes: int, limit: float, seed: int) -> dict[str, Any]:
    """CP-SAT as it comes, on a model of optional intervals: the obligatory parts of the cost."""
    from ortools.sat.python import cp_model

    from jalons.planner.domain import all_tasks
    from jalons.planner.objective import Wishes
    from jalons.planner.problem import Problem
    from jalons.planner.times import Times
    from schools import planted

    school, _ = planted(classes, seed)
    start = time.perf_counter()
    times = Times(school)
    wishes = Wishes(times)
    problem = Problem(times, wishes, {})
    model = cp_model.CpModel()
    busy: dict[Any, list[Any]] = defaultdict(list)
    slots: dict[Any, list[Any]] = defaultdict(list)
    cost: list[Any] = []
    day, out = {}, {}
    first = times.year.first_day
    for task in all_tasks(school):
        starts = problem.options[task].starts
        at = [model.new_bool_var("") for _ in starts]
        out[task] = model.new_bool_var("")
        model.add_exactly_one(out[task], *at)
        days = [(s.day - first).days for s in starts]
        day[task] = model.new_int_var(0, 400, "")
        length = wishes.duration(task)
        begin = model.new_int_var(0, 400 * 1440, "")
        for s, d, x in zip(starts, days, at, strict=True):
            model.add(day[task] == d).only_enforce_if(x)
            model.add(begin == d * 1440 + s.begin).only_enforce_if(x)
            slots[task.target, s.day, id(s.slot)].append(x)
        there = out[task].negated()
        whole = model.new_optional_fixed_size_interval_var(begin, length, there, "")
        for group in problem.pupils(task):
            busy[task.class_name, group].append(whole)
        roles = school.session_by_id[task.session].roles
        dims = [
            ("person", sorted({p for s in starts for p in s.people[i]})) for i in range(len(roles))
        ]
        if starts[0].places:
            dims.append(("place", list(starts[0].places)))
        for index, (kind, names) in enumerate(dims):
            lits = {name: model.new_bool_var("") for name in names}
            model.add_exactly_one(out[task], *lits.values())
            for name, lit in lits.items():
                part = model.new_optional_fixed_size_interval_var(begin, length, lit, "")
                busy[kind, name].append(part)
                if kind == "person":
                    for s, x in zip(starts, at, strict=True):
                        if name not in s.people[index]:
                            model.add_implication(x, lit.negated())
        cost.append(wishes.left_out(task) * out[task])
        cost += [wishes.weeks_away(task, s.day) * x for s, x in zip(starts, at, strict=True)]
    for own in busy.values():
        model.add_no_overlap(own)
    for literals in slots.values():
        model.add_at_most_one(literals)
    for c in school.classes:
        for a, b in problem.order(c.name):
            model.add(day[a] < day[b]).only_enforce_if(out[a].negated(), out[b].negated())
    model.minimize(sum(cost))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(1.0, limit - (time.perf_counter() - start))
    status = solver.solve(model)
    wall = time.perf_counter() - start
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return {"end": None, "wall": wall, "left": len(out)}
    left = sum(solver.boolean_value(x) for x in out.values())
    end = (solver.objective_value, solver.best_objective_bound, solver.status_name(status))
    return {"end": end, "wall": wall, "left": left}


def export(classes: int, limit: float, seed: int) -> dict[str, Any]:
    """Write our own model of the whole school for HiGHS, from a process that has no HiGHS."""
    from jalons.planner.model import Model
    from jalons.planner.objective import Wishes
    from jalons.planner.problem import Problem
    from jalons.planner.times import Times
    from schools import planted

    school, _ = planted(classes, seed)
    problem = Problem(times := Times(school), Wishes(times), {})
    model = Model(problem, problem.possible)
    path = Path(os.environ["JALONS_MPS"])
    rows: list[tuple[float, float, list[int], list[float]]] = []
    proto = model.model.proto
    infinite = 1e30
    for c in proto.constraints:
        kind = c.WhichOneof("constraint") if hasattr(c, "WhichOneof") else _kind(c)
        if kind == "linear":
            low, *_, high = c.linear.domain  # a field that has no index -1
            lo = -infinite if low < -(2**60) else float(low)
            hi = infinite if high > 2**60 else float(high)
            rows.append((lo, hi, list(c.linear.vars), [float(x) for x in c.linear.coeffs]))
            continue
        literals = list(getattr(c, kind).literals)
        assert kind != "bool_and" or len(literals) == 1
        coefs = [1.0 if x >= 0 else -1.0 for x in literals]
        shift = float(sum(x < 0 for x in literals))
        low, high = {
            "bool_or": (1.0, infinite),
            "bool_and": (1.0, infinite),
            "at_most_one": (-infinite, 1.0),
            "exactly_one": (1.0, 1.0),
        }[kind]
        if c.enforcement_literal:  # a implies b
            literals = [*literals, -c.enforcement_literal[0] - 1]
            coefs = [*coefs, 1.0 if literals[-1] >= 0 else -1.0]
            shift = float(sum(x < 0 for x in literals))
            low, high = 1.0, infinite
        vars_ = [x if x >= 0 else -x - 1 for x in literals]
        rows.append((low - shift, high - shift if high < infinite else high, vars_, coefs))
    objective = proto.objective
    content = {
        "rows": rows,
        "upper": [list(v.domain)[-1] for v in proto.variables],
        "vars": list(objective.vars),
        "coeffs": list(objective.coeffs),
        "offset": objective.offset + sum(problem.constant(c.name) for c in school.classes),
    }
    path.write_text(json.dumps(content))
    return {}


def _kind(constraint: Any) -> str:
    for kind in ("linear", "bool_or", "bool_and", "at_most_one", "exactly_one"):
        if getattr(constraint, f"has_{kind}")():
            return kind
    raise ValueError(str(constraint))


def highs(classes: int, limit: float, seed: int) -> dict[str, Any]:
    """HiGHS on the booleans of our own model. Never in one process with OR-Tools."""
    start = time.perf_counter()
    path = Path(os.environ["JALONS_MPS"])
    subprocess.run(
        [sys.executable, SCRIPT, "--one", "export", str(classes), str(limit), str(seed)],
        check=True,
    )
    import highspy
    import numpy as np

    content = json.loads(path.read_text())
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    n = len(content["upper"])
    solver.addVars(n, np.zeros(n), np.array(content["upper"], dtype=float))
    index = np.arange(n, dtype=np.int32)
    solver.changeColsIntegrality(n, index, np.array([highspy.HighsVarType.kInteger] * n))
    for var, coef in zip(content["vars"], content["coeffs"], strict=True):
        solver.changeColCost(var, float(coef))
    for low, high, cols, coefs in content["rows"]:
        solver.addRow(low, high, len(cols), np.array(cols, dtype=np.int32), np.array(coefs))
    solver.setOptionValue("time_limit", max(1.0, limit - (time.perf_counter() - start)))
    solver.run()
    info = solver.getInfo()
    wall = time.perf_counter() - start
    if info.primal_solution_status != 2:
        return {"end": None, "wall": wall, "left": "?"}
    offset = content["offset"]
    end = (
        info.objective_function_value + offset,
        info.mip_dual_bound + offset,
        str(solver.getModelStatus()).split(".")[-1],
    )
    return {"end": end, "wall": wall, "left": f"{end[0] // 1_000_000:.0f} obligatory"}
