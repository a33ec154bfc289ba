"""A board edited by hand is recounted in part only, and is what a full count would give."""

from __future__ import annotations

import importlib.util
import random
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from jalons.i18n import Translator
from jalons.planner.board import BoardOf, board_data
from jalons.planner.moves import moves, put, take_out
from jalons.planner.rules import Known, broken_alone, broken_together, check
from jalons.planner.times import Times

T = Translator("fr")


def planted_schools() -> ModuleType:
    path = Path(__file__).parent.parent / "benchmarks" / "schools.py"
    spec = importlib.util.spec_from_file_location("planted_schools", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits_the_partial_count_is_the_full_one(seed: int) -> None:
    school, plan = planted_schools().planted(5, seed, 8)
    times, chance = Times(school), random.Random(seed)
    known: Known = {}
    board = BoardOf(times, {}, T)
    for _ in range(12):
        task = chance.choice(plan.assignments).task
        before = board.data(plan, check(times, plan.assignments, known))
        if chance.random() < 0.2:
            plan = take_out(times, plan, task)
        else:
            plan = put(times, plan, chance.choice(moves(times, plan, task)).assignment)
        broken = check(times, plan.assignments, known)
        assert broken == check(times, plan.assignments)
        data = board.data(plan, broken)
        assert data == board_data(times, plan, {}, T, broken)
        rows = zip(data["rows"], before["rows"], strict=True)
        assert all(row is old or row != old for row, old in rows), "a row was drawn for nothing"


@pytest.mark.parametrize("seed", range(3))
def test_the_quick_count_finds_what_every_pair_of_sessions_breaks(seed: int) -> None:
    school, plan = planted_schools().planted(4, seed, 6)
    times, chance = Times(school), random.Random(seed)
    for _ in range(15):  # a plan with clashes of every kind
        task = chance.choice(plan.assignments).task
        move = chance.choice(moves(times, plan, task)).assignment
        other = chance.choice(plan.assignments)
        plan = put(times, plan, type(move)(task, other.day, other.start, other.end, other.staff))
    placed = plan.assignments
    every = [(r.code, frozenset({a.task})) for a in placed for r in broken_alone(times, a)]
    every += [
        (r.code, frozenset({a.task, b.task}))
        for i, a in enumerate(placed)
        for b in placed[i + 1 :]
        for r in broken_together(times, a, b)
    ]
    found = [(one.reason.code, frozenset(one.tasks)) for one in check(times, placed)]
    assert len({code for code, _ in found}) >= 4, "too few clashes to tell"
    assert Counter(found) == Counter(every)


@pytest.mark.parametrize("seed", range(3))
def test_a_place_says_exactly_the_rules_that_a_plan_would_break_there(seed: int) -> None:
    school, plan = planted_schools().planted(4, seed, 8)
    times, chance = Times(school), random.Random(seed)
    for a in chance.sample(plan.assignments, 4):
        for move in moves(times, plan, a.task):
            there = put(times, plan, move.assignment)
            told = {b.reason.code for b in check(times, there.assignments) if a.task in b.tasks}
            assert {reason.code for reason in move.reasons} == told
