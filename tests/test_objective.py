"""What a plan costs: counted from the plan, the same as the solver charged, part by part."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import brute_force
from jalons.planner import rules
from jalons.planner.domain import Plan, all_tasks
from jalons.planner.draft import Draft
from jalons.planner.model import Model
from jalons.planner.objective import (
    GAP_WEEKS,
    WEIGHTS,
    Part,
    Wishes,
    cost_of,
    cost_parts,
    monday,
    pools_of,
)
from jalons.planner.problem import Problem
from jalons.planner.progress import Progress
from jalons.planner.run import run
from jalons.planner.solver import solve
from jalons.planner.spread import ideal_weeks
from jalons.planner.times import Times
from jalons.resources import EXAMPLES
from jalons.school.domain import Availability, Person, School
from jalons.school.reader import read_school
from schools import Row, placed, school, tiny

YEAR = "2025-2026"


@cache
def example_school() -> School:
    return read_school(EXAMPLES / f"lp-quatre-vents-{YEAR}").school


@cache
def example_plan() -> Plan:
    return solve(example_school(), time_limit_s=120)


def parts_of(of: School, plan: Plan, start_from: Plan | None = None) -> dict[str, Part]:
    return {part.name: part for part in cost_parts(Times(of), plan, start_from)}


# --- the same cost twice ----------------------------------------------------------------------


def test_the_parts_come_in_the_order_of_the_weights() -> None:
    parts = cost_parts(Times(example_school()), example_plan())
    assert [part.name for part in parts] == list(WEIGHTS)
    assert [part.unit_cost for part in parts] == list(WEIGHTS.values())


def test_the_objective_of_a_plan_is_the_sum_of_its_parts() -> None:
    plan = example_plan()
    assert plan.solver is not None
    assert plan.solver.objective == cost_of(cost_parts(Times(example_school()), plan))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**6), st.booleans())
def test_the_model_charges_what_the_plan_costs(seed: int, again: bool) -> None:
    """On tiny schools, with and without a plan to stay near and tasks pinned."""
    of = brute_force.tiny_school(seed)
    times = Times(of)
    near = solve(of, time_limit_s=30, seed=3) if again else None
    pins = {a.task: a for a in near.assignments[:1]} if near else {}
    wishes = Wishes(times, near)
    problem = Problem(times, wishes, pins)
    draft = Draft(problem)
    draft.put({}, problem.possible, force=True)
    found = run(Model(problem, problem.possible, named=True), 1, 60.0)
    assert found.proven
    constant = sum(problem.constant(c.name) for c in of.classes)
    draft.put(found.spots or {}, problem.possible, force=True)
    plan = Plan(of.name, of.year, tuple(draft.placed.values()))
    assert found.bound + constant == cost_of(cost_parts(times, plan, near)) == draft.cost


def test_an_empty_plan_costs_what_is_left_out() -> None:
    of = example_school()
    parts = parts_of(of, Plan(of.name, of.year))
    mandatory = sum(of.session_by_id[t.session].mandatory for t in all_tasks(of))
    assert parts["mandatory_left_out"].count == mandatory
    assert parts["optional_left_out"].count == len(all_tasks(of)) - mandatory
    assert parts["week_from_even"].count == parts["moved"].count == 0
    assert parts["hours_short"].count > 0
    assert parts["gap_week"].facts["weeks"] == GAP_WEEKS


# --- each part --------------------------------------------------------------------------------


def thursdays(count: int, **cells: object) -> School:
    """TMELEC with ``count`` one-hour sessions that the head of class gives on Thursdays."""
    tables = tiny()
    base = {
        **tables["seances"][0],
        "niveaux": "TPRO",
        "duree_min": 60,
        "au_plus_tard": "",
        "classes": "TMELEC",
        **cells,
    }
    rows: list[Row] = [{**base, "seance": f"S{n:02}"} for n in range(count)]
    tables["seances"] = rows
    tables["groupes"] = []
    return school(tables)


def test_a_gap_is_counted_in_weeks_at_school() -> None:
    """Holidays and the PFMP of TMELEC lie between two sessions and do not count."""
    of = thursdays(2)
    weeks = Wishes(Times(of)).weeks("TMELEC")
    whole = Plan(of.name, of.year)
    assert parts_of(of, whole)["gap_week"].count == len(weeks) - GAP_WEEKS
    first, last = weeks[0] + timedelta(days=3), weeks[-1] + timedelta(days=3)
    ends = (
        placed("S00", "TMELEC", str(first), "14:00", "15:00", "Mme Roy"),
        placed("S01", "TMELEC", str(last), "14:00", "15:00", "Mme Roy"),
    )
    gap = len(weeks) - 2  # weeks at school between the two
    counted_gap = parts_of(of, replace(whole, assignments=ends))["gap_week"]
    assert counted_gap.count == gap - GAP_WEEKS
    assert counted_gap.facts["classes"] == 1


def test_a_session_in_its_place_of_an_even_spread_costs_nothing() -> None:
    of = thursdays(12)  # often enough for no gap to matter
    plan = solve(of)
    parts = parts_of(of, plan)
    assert parts["week_from_even"].count == 0
    a = plan.assignments[3]
    at_school = Wishes(Times(of)).weeks("TMELEC")
    now = at_school.index(monday(a.day))
    for weeks in (1, 2):  # holidays between do not count
        moved = replace(a, day=at_school[now + weeks] + timedelta(days=3))
        others = tuple(b for b in plan.assignments if b != a)
        away = parts_of(of, replace(plan, assignments=(*others, moved)))["week_from_even"]
        assert away.count == weeks


def test_the_ideal_of_a_session_keeps_its_window_and_its_order() -> None:
    of = example_school()
    times = Times(of)
    for c in of.classes:
        wishes = Wishes(times)
        weeks = wishes.weeks(c.name)
        ideal = ideal_weeks(times, c.name, wishes.tasks_of[c.name], weeks)
        assert set(ideal) == set(wishes.tasks_of[c.name])
        for task, week in ideal.items():
            first, last = times.window(task.session, c.name)
            assert weeks[week] <= last
            assert weeks[week] + timedelta(days=6) >= first or weeks[week] == weeks[-1]


def test_hours_short_are_those_that_could_have_been_given() -> None:
    """34.5 hours are wanted; six sessions of an hour could give six."""
    of = thursdays(6)
    plan = solve(of)
    assert parts_of(of, plan)["hours_short"].count == 0
    fewer = replace(plan, assignments=plan.assignments[:4])
    assert parts_of(of, fewer)["hours_short"].count == 2


def two_heads(count: int) -> School:
    """The same with a second person who could take every session."""
    of = thursdays(count)
    mine = [m for m in of.team if m.person == "Mme Roy"]
    return replace(
        of,
        people=(*of.people, Person("M. Diallo", "professeur_principal")),
        team=(*of.team, *(replace(m, person="M. Diallo") for m in mine)),
    )


def test_people_who_could_swap_share_the_work() -> None:
    of = two_heads(12)
    assert ("Mme Roy", "M. Diallo") in pools_of(Times(of))
    plan = solve(of)
    load = [sum(a.staff == (p,) for a in plan.assignments) for p in ("Mme Roy", "M. Diallo")]
    assert sum(load) == 12
    assert max(load) - min(load) <= 2  # hours that are fine
    alone = tuple(replace(a, staff=("Mme Roy",)) for a in plan.assignments)
    assert parts_of(of, replace(plan, assignments=alone))["staff_uneven"].count == 12 - 2


def test_a_change_counts_once_for_a_time_and_once_for_a_person() -> None:
    of = two_heads(4)
    plan = solve(of)
    assert parts_of(of, plan, plan)["moved"].count == 0
    a, b, *rest = plan.assignments
    other = {"Mme Roy": "M. Diallo", "M. Diallo": "Mme Roy"}
    later = replace(a, day=a.day + timedelta(days=7))
    swapped = replace(b, staff=(other[b.staff[0]],))
    assert parts_of(of, replace(plan, assignments=(later, b, *rest)), plan)["moved"].count == 1
    assert parts_of(of, replace(plan, assignments=(a, swapped, *rest)), plan)["moved"].count == 1
    assert parts_of(of, replace(plan, assignments=(a, b)), plan)["moved"].count == 0


# --- pins and few changes ---------------------------------------------------------------------


def test_pinned_tasks_stay_exactly_where_they_are() -> None:
    of, plan = example_school(), example_plan()
    odd = plan.assignments[5]
    # Pinned to a Sunday at night, with nobody: no rule would allow it.
    pinned = replace(odd, day=date(2025, 10, 5), staff=(), place=None)
    start = replace(plan, assignments=tuple(pinned if a == odd else a for a in plan.assignments))
    tasks = {odd.task, plan.assignments[7].task, plan.assignments[20].task}
    again = solve(of, time_limit_s=60, start_from=start, pinned=tasks)
    where = {a.task: a for a in again.assignments}
    for a in start.assignments:
        if a.task in tasks:
            assert where[a.task] == a
    assert again.pinned == tasks
    broken = rules.check(Times(of), again.assignments)
    assert broken
    assert all(odd.task in b.tasks for b in broken)
    assert again.solver is not None
    assert again.solver.objective == cost_of(cost_parts(Times(of), again, start))


def test_the_rest_keeps_clear_of_a_pinned_task() -> None:
    """A pinned session takes the only Thursday of another one and of its person."""
    of = thursdays(2, au_plus_tot="2026-09-10", au_plus_tard="2026-09-17")
    free = solve(of)
    assert len(free.assignments) == 2
    days = {a.day for a in free.assignments}
    assert days == {date(2026, 9, 10), date(2026, 9, 17)}
    again = solve(of, start_from=free, pinned=[free.assignments[1].task])
    assert again.assignments[1] == free.assignments[1]
    both = replace(free.assignments[0], day=date(2026, 9, 17))
    start = replace(free, assignments=(both, free.assignments[1]))
    stuck = solve(of, start_from=start, pinned=[a.task for a in start.assignments])
    assert set(stuck.assignments) == set(start.assignments)  # even against a rule
    assert rules.check(Times(of), stuck.assignments)


def test_a_pin_without_a_place_in_the_plan_is_free() -> None:
    of = thursdays(2)
    assert len(solve(of, pinned=all_tasks(of)).assignments) == 2


def test_few_sessions_move_when_a_teacher_is_away_for_a_month() -> None:
    of, plan = example_school(), example_plan()
    person = max(
        of.roles_of,
        key=lambda p: sum(p in a.staff and a.day.month == 3 for a in plan.assignments),
    )
    away = date(2026, 3, 1), date(2026, 3, 31)
    rows = [a for a in of.availabilities if a.person == person] or [Availability(person)]
    others = tuple(a for a in of.availabilities if a.person != person)
    before = tuple(replace(a, last=away[0] - timedelta(days=1)) for a in rows)
    after = tuple(replace(a, first=away[1] + timedelta(days=1)) for a in rows)
    changed = replace(of, availabilities=(*others, *before, *after))
    lost = {b.tasks[0] for b in rules.check(Times(changed), plan.assignments)}
    assert lost
    again = solve(changed, time_limit_s=60, start_from=plan)
    assert rules.check(Times(changed), again.assignments) == ()
    now = {a.task: a for a in again.assignments}
    moved = {a.task for a in plan.assignments if now.get(a.task) != a}
    assert lost <= moved
    assert len(moved) <= 2 * len(lost) + 2
    assert parts_of(changed, again, plan)["moved"].count <= len(moved) + 2


# --- the same plan everywhere -----------------------------------------------------------------

PLAN_AS_TEXT = """
import hashlib, sys
from jalons.planner.solver import solve
from jalons.resources import EXAMPLES
from jalons.school.reader import read_school
of = read_school(EXAMPLES / "lp-quatre-vents-2025-2026").school
plan = solve(of, time_limit_s=600, seed=int(sys.argv[1]))
print(hashlib.sha256(repr(plan.assignments).encode()).hexdigest())
"""


def digest(seed: int, hash_seed: str) -> str:
    root = Path(__file__).parent.parent
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(root / "widgets")}
    command = [sys.executable, "-c", PLAN_AS_TEXT, str(seed)]
    return subprocess.run(
        command, env=env, check=True, capture_output=True, text=True, timeout=300
    ).stdout


def test_two_processes_find_the_same_plan() -> None:
    assert digest(5, "1") == digest(5, "2")


def test_the_same_steps_give_the_same_plan_whatever_the_time() -> None:
    seen: list[Progress] = []
    of = example_school()
    short = solve(of, time_limit_s=600, max_steps=8, on_progress=seen.append)
    stop = threading.Event()
    again = solve(of, time_limit_s=300, max_steps=8, stop=stop)
    assert short.assignments == again.assignments
    assert [p.step for p in seen] == sorted(p.step for p in seen)


@pytest.mark.parametrize("seed", [1, 2])
def test_a_plan_is_better_for_a_longer_search(seed: int) -> None:
    of = example_school()
    first = solve(of, time_limit_s=0.001, seed=seed)
    best = solve(of, time_limit_s=120, seed=seed)
    assert first.solver is not None
    assert best.solver is not None
    assert best.solver.objective <= first.solver.objective
    assert first.solver.objective == cost_of(cost_parts(Times(of), first))
