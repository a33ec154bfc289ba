"""Schools with a hidden full plan: everything can be placed, and everything is."""

from __future__ import annotations

import importlib.util
import random
import sys
import threading
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import brute_force
from jalons.planner import rules
from jalons.planner.domain import all_tasks
from jalons.planner.objective import cost_of, cost_parts
from jalons.planner.progress import Progress
from jalons.planner.solver import solve
from jalons.planner.times import Times
from jalons.school.domain import ORGANISATIONS

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@cache
def generator() -> ModuleType:
    """``benchmarks/schools.py``; a folder of scripts, no package."""
    spec = importlib.util.spec_from_file_location("planted_schools", BENCHMARKS / "schools.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def size(seed: int) -> int:
    """1 to 30 classes, small ones more often: they are quick and as different."""
    chance = random.Random(seed)
    return min(chance.randint(1, 30), chance.randint(1, 30))


def everything_is_placed(classes: int, seed: int) -> None:
    of, hidden = generator().planted(classes, seed)
    times = Times(of)
    assert rules.check(times, hidden.assignments) == ()
    assert {a.task for a in hidden.assignments} == set(all_tasks(of))
    whole = threading.Event()
    seen: list[Progress] = []

    def until_whole(progress: Progress) -> None:
        seen.append(progress)
        if progress.placed == progress.total and progress.objective < float("inf"):
            whole.set()  # no time for better plans

    plan = solve(of, time_limit_s=300, stop=whole, on_progress=until_whole)
    assert [u.task for u in plan.unplaced] == []
    assert rules.check(times, plan.assignments) == ()
    assert plan.solver is not None
    assert plan.solver.objective == cost_of(cost_parts(times, plan))
    assert plan.solver.bound <= plan.solver.objective
    assert seen[-1].placed == seen[-1].total == len(plan.assignments)
    # Better than the plan it was built around.
    assert plan.solver.objective <= cost_of(cost_parts(times, hidden))


def test_hidden_plans_have_all_that_schools_have() -> None:
    of, hidden = generator().planted(8, 3)
    assert {c.organisation for c in of.classes} == set(ORGANISATIONS)
    assert any(s.parts > 1 for s in of.sessions)
    assert any(len(s.roles) > 1 for s in of.sessions)
    assert any(s.after for s in of.sessions)
    assert any(s.place_kind for s in of.sessions)
    assert any(s.earliest for s in of.sessions)
    assert any(s.latest for s in of.sessions)
    assert of.availabilities
    assert any(
        a.overlaps(b) and a.task.class_name == b.task.class_name
        for a in hidden.assignments
        for b in hidden.assignments
        if a != b
    )  # groups side by side
    per_class = [sum(t.class_name == c.name for t in all_tasks(of)) for c in of.classes]
    assert min(per_class) >= 32


def test_a_hidden_plan_keeps_the_rules_written_a_second_time() -> None:
    of, hidden = generator().planted(2, 5)
    early = [a for a in hidden.assignments if a.day.month in (9, 10, 11)]
    # That calendar is written out for zone C and the first months only.
    codes = brute_force.broken(of, early) - {"staff_available", "slot", "window"}
    assert codes == set()


@pytest.mark.parametrize("seed", range(20))
def test_everything_is_placed(seed: int) -> None:
    everything_is_placed(min(size(seed), 1 + seed % 7), seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_everything_is_placed_in_many_schools(seed: int) -> None:
    everything_is_placed(size(seed), seed)
