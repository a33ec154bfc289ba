"""Proposing a plan: right by the rules, complete when it can be, explained when it cannot."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import replace
from datetime import timedelta
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import brute_force
from jalons.i18n import Translator
from jalons.planner import rules
from jalons.planner.domain import Plan, Reason, Task, all_tasks
from jalons.planner.hours import hours_of
from jalons.planner.progress import Progress
from jalons.planner.quality import Gap, gap, gap_of
from jalons.planner.solver import solve
from jalons.planner.times import Times
from jalons.planner.words import outcome, why_left_out
from jalons.resources import EXAMPLES
from jalons.school.domain import School
from jalons.school.reader import read_school
from schools import Row, example, school, tiny
from test_planted import generator as planted_schools

LANGUAGES = (Translator("fr"), Translator("en"))
YEARS = ("2025-2026", "2026-2027")


def sound(of: School, plan: Plan) -> None:
    """A plan keeps every rule, says of each task where it is or why not, and counts its hours."""
    assert rules.check(Times(of), plan.assignments) == ()
    assert (plan.school, plan.year) == (of.name, of.year)
    placed = [a.task for a in plan.assignments]
    left_out = [u.task for u in plan.unplaced]
    assert sorted([*placed, *left_out], key=str) == sorted(all_tasks(of), key=str)
    assert plan.hours == hours_of(Times(of), plan.assignments)
    for unplaced in plan.unplaced:
        assert unplaced.mandatory == of.session_by_id[unplaced.task.session].mandatory
        assert unplaced.reasons
        for reason in unplaced.reasons:
            for t in LANGUAGES:
                assert why_left_out(t, reason) != reason.code  # words, not the bare code
    for t in LANGUAGES:
        assert outcome(t, plan, len(placed) + len(left_out))


# --- the example schools ----------------------------------------------------------------------


@cache
def example_school(year: str) -> School:
    return read_school(EXAMPLES / f"lp-quatre-vents-{year}").school


@cache
def example_plan(year: str) -> Plan:
    return solve(example_school(year), time_limit_s=120)


@pytest.mark.parametrize("year", YEARS)
def test_the_example_school_is_planned_whole(year: str) -> None:
    plan = example_plan(year)
    sound(example_school(year), plan)
    assert not any(unplaced.mandatory for unplaced in plan.unplaced)
    assert plan.solver is not None
    assert plan.solver.status == "optimal"
    assert plan.solver.objective == pytest.approx(plan.solver.bound)
    assert plan.solver.wall_s < 60  # 3 s on a free machine


def test_hours_of_a_class_count_parallel_groups_once() -> None:
    """Two groups that work side by side for 90 minutes give their class 90 minutes."""
    of, plan = example_school("2025-2026"), example_plan("2025-2026")
    hours = {h.class_name: h for h in plan.hours}
    assert set(hours) == {c.name for c in of.classes}
    for name, found in hours.items():
        minutes = {
            (a.day, at)
            for a in plan.assignments
            if a.task.class_name == name
            for at in brute_force.span(a)
        }
        assert found.planned_h == pytest.approx(len(minutes) / 60, abs=0.01)
    assert hours["1AQE"].target_h == 20.0  # the school's own figure goes before regulation's


def test_nothing_changes_when_one_starts_from_the_plan_itself() -> None:
    year = "2025-2026"
    again = solve(example_school(year), time_limit_s=120, seed=7, start_from=example_plan(year))
    assert again.assignments == example_plan(year).assignments
    assert again.solver is not None
    assert again.solver.objective == example_plan(year).solver.objective  # type: ignore[union-attr]


def test_few_sessions_move_when_a_pfmp_moves_by_a_week() -> None:
    before, plan = example_school("2025-2026"), example_plan("2025-2026")

    def earlier(weeks: int) -> School:
        by = timedelta(days=7 * weeks)
        placements = tuple(
            replace(p, first=p.first - by, last=p.last - by)
            if p.class_name == "TMELEC1" and p.first.month == 3
            else p
            for p in before.placements
        )
        return replace(before, placements=placements)

    def broken(of: School) -> set[Task]:
        return {b.tasks[0] for b in rules.check(Times(of), plan.assignments)}

    # A class may have no session in the week the PFMP now takes: then by one week more.
    after = next(of for weeks in range(1, 5) if broken(of := earlier(weeks)))
    impossible = broken(after)
    near = solve(after, time_limit_s=120, start_from=plan)
    sound(after, near)
    moved = {a.task for a in set(near.assignments) - set(plan.assignments)}
    assert impossible
    assert impossible <= moved
    assert len(moved) <= 2 * len(impossible) + 2
    assert len(near.unplaced) == len(plan.unplaced)


# --- limits -----------------------------------------------------------------------------------


@cache
def large_school() -> School:
    """The example school with each class three times and the same people: minutes of search."""
    one = example_school("2025-2026")

    def named(name: str, copy: int) -> str:
        return f"{name}/{copy}" if copy else name

    def of_class(rows: tuple[object, ...], *fields: str) -> tuple[object, ...]:
        return tuple(
            replace(row, **{field: named(getattr(row, field), copy) for field in fields})  # type: ignore[type-var]
            for copy in range(3)
            for row in rows
        )

    return replace(
        one,
        classes=of_class(one.classes, "name"),
        groups=of_class(one.groups, "name", "class_name"),
        slots=of_class(one.slots, "class_name"),
        placements=of_class(one.placements, "class_name"),
        councils=of_class(one.councils, "class_name"),
        team=of_class(one.team, "class_name"),
    )


def test_next_to_no_time_still_gives_a_plan() -> None:
    of = example_school("2026-2027")
    plan = solve(of, time_limit_s=0.001)
    sound(of, plan)
    assert plan.solver is not None
    assert plan.solver.wall_s < 60


def test_stop_ends_a_search_with_the_best_plan_so_far() -> None:
    of = large_school()
    stop = threading.Event()
    seen: list[Progress] = []

    def first_plan(progress: Progress) -> None:
        seen.append(progress)
        stop.set()

    started = time.process_time()
    plan = solve(of, time_limit_s=300, stop=stop, on_progress=first_plan)
    assert time.process_time() - started < 60
    sound(of, plan)
    assert plan.solver is not None
    assert plan.solver.status in ("feasible", "partial")
    assert seen
    assert len(plan.assignments) >= seen[0].placed > 0
    assert seen[0].total == len(all_tasks(of))
    assert 0 <= seen[0].bound <= seen[0].objective


def test_a_stop_before_the_start_is_a_plan_with_nothing_or_something() -> None:
    stop = threading.Event()
    stop.set()
    of = example_school("2025-2026")
    started = time.process_time()
    sound(of, solve(of, time_limit_s=300, stop=stop))
    assert time.process_time() - started < 30


def test_progress_never_gets_worse() -> None:
    seen: list[Progress] = []
    plan = solve(example_school("2025-2026"), time_limit_s=120, on_progress=seen.append)
    costs = [progress.objective for progress in seen]
    assert costs == sorted(costs, reverse=True)
    assert seen[-1].placed == len(plan.assignments)


def test_the_gap_is_told_while_it_runs_even_where_something_has_no_place() -> None:
    tables = tiny()
    tables["seances"] = [
        {**tables["seances"][0], "niveaux": "TPRO", "apres": ""},
        {**tables["seances"][0], "niveaux": "TPRO", "apres": "", "seance": "S99", "roles": "cpe"},
    ]
    seen: list[Progress] = []
    plan = solve(school(tables), on_progress=seen.append)
    last = seen[-1]
    assert 0 < len(plan.unplaced) < last.total
    assert last.left_out > 0
    assert gap(last.objective, last.bound, last.left_out) == gap_of(plan) == Gap("best")


# --- why a session is left out ----------------------------------------------------------------


def codes_left_out(plan: Plan) -> set[str]:
    return {reason.code for unplaced in plan.unplaced for reason in unplaced.reasons}


def only(**cells: object) -> School:
    """TMELEC with one session, and what the cells change of it."""
    tables = tiny()
    tables["seances"] = [{**tables["seances"][0], "niveaux": "TPRO", "apres": "", **cells}]
    return school(tables)


def one_thursday(name: str, start: str, end: str) -> Row:
    """A slot that takes place once in the year."""
    once = {"du": "2026-09-10", "au": "2026-09-16"}
    return {"classe": name, "jour": "jeudi", "debut": start, "fin": end, **once}


@pytest.mark.parametrize(
    ("cells", "code", "words"),
    [
        ({"au_plus_tard": "2026-09-02"}, "slot", "aucun créneau"),
        (
            {"au_plus_tot": "2026-10-17", "au_plus_tard": "2026-11-01"},
            "school_day",
            "2 des 2 jours",
        ),
        ({"au_plus_tot": "2026-11-02", "au_plus_tard": "2026-11-20"}, "pfmp", "3 des 3 jours"),
        ({"duree_min": 125}, "fits", "125 min"),
        ({"roles": "cpe"}, "roles", "personne n'a le rôle « CPE »"),
        ({"roles": "psyen+psyen"}, "roles", "il n'y a que M. Bey"),
        ({"lieu_type": "tiers_lieu"}, "place_type", "aucun lieu de type"),
        ({"lieu_type": "cdi"}, "place_capacity", "15 places pour 24 élèves"),
    ],
)
def test_what_makes_a_session_impossible_is_said(
    cells: dict[str, object], code: str, words: str
) -> None:
    plan = solve(only(**cells))
    sound(only(**cells), plan)
    assert codes_left_out(plan) == {code}
    assert words in why_left_out(LANGUAGES[0], plan.unplaced[0].reasons[0])
    assert plan.solver is not None
    assert plan.solver.status == "infeasible"


def test_an_event_a_team_and_a_presence_in_the_way() -> None:
    tables = tiny()
    tables["seances"] = [{**tables["seances"][0], "niveaux": "TPRO"}]
    works = {"evenement": "Travaux", "debut": "2026-09-01", "fin": "2027-07-02", "bloque": "oui"}
    elsewhere = [{"personne": "Mme Roy", "classe": "1PCEPC"}]
    away = [{"personne": "Mme Roy", "jour": "lundi"}]
    for table, rows, code in (
        ("evenements", [works], "blocked_event"),
        ("equipe", elsewhere, "staff_team"),
        ("disponibilites", away, "staff_available"),
    ):
        of = school({**tables, table: rows})
        plan = solve(of)
        sound(of, plan)
        assert code in codes_left_out(plan)


def test_a_person_taken_by_another_class_is_named() -> None:
    tables = tiny()
    tables["creneaux"] = [one_thursday(name, "14:00", "15:30") for name in ("TMELEC", "1PCEPC")]
    tables["seances"] = tables["seances"][:1]
    of = school(tables)
    plan = solve(of)
    sound(of, plan)
    (left_out,) = plan.unplaced
    assert left_out.reasons == (Reason("staff_busy", {"who": "Mme Roy", "count": 1, "total": 1}),)
    assert "Mme Roy est déjà pris sur 1 des 1" in why_left_out(LANGUAGES[0], left_out.reasons[0])


def test_obligatory_sessions_go_before_optional_ones() -> None:
    tables = tiny()
    tables["creneaux"] = [one_thursday("TMELEC", "14:00", "15:30")]
    base = {**tables["seances"][0], "niveaux": "TPRO"}
    tables["seances"] = [
        {**base, "seance": f"S{n}", "obligatoire": "oui" if n == 2 else "non"} for n in range(4)
    ]
    plan = solve(school(tables))
    assert [a.task.session for a in plan.assignments] == ["S2"]
    assert {u.task.session for u in plan.unplaced} == {"S0", "S1", "S3"}
    assert plan.solver is not None
    assert plan.solver.status == "optimal"


def test_nothing_to_place_is_a_plan() -> None:
    plan = solve(replace(example_school("2025-2026"), sessions=()))
    assert plan.assignments == plan.unplaced == ()
    assert "Rien à placer" in outcome(LANGUAGES[0], plan, 0)


def test_sessions_spread_over_the_year() -> None:
    """Nine sessions of one class do not lie in its first nine weeks."""
    tables = example("2025-2026", {"1MELEC1"})
    tables["seances"] = [
        {**tables["seances"][0], "seance": f"S{n}", "niveaux": "1PRO", "au_plus_tot": "",
         "au_plus_tard": "", "roles": "", "lieu_type": "", "apres": "", "parties": "1"}
        for n in range(9)
    ]  # fmt: skip
    of = school(tables)
    days = sorted(a.day for a in solve(of).assignments)
    gaps = [(later - day).days for day, later in pairwise(days)]
    assert len(days) == 9
    assert (days[-1] - days[0]).days > 200
    assert min(gaps) >= 14


# --- against every plan there is --------------------------------------------------------------


def agree_with_brute_force(seed: int, grid: int = 30) -> bool:
    """Solve a tiny school; is it as good as the best of all its plans?"""
    of = brute_force.tiny_school(seed, grid)
    plan = solve(of, time_limit_s=30)
    sound(of, plan)
    assert brute_force.broken(of, plan.assignments) == set()
    obligatory = sum(of.session_by_id[a.task.session].mandatory for a in plan.assignments)
    found = obligatory, len(plan.assignments) - obligatory
    search = brute_force.Search(of, grid)
    best = search.best()
    assert found <= best
    if found == best:
        everything = search.places(range(len(search.tasks)))
        assert everything == (plan.unplaced == ())
        assert "not_searched" not in codes_left_out(plan)
    return found == best


def rules_agree(seed: int) -> None:
    """``rules.check`` and the rules written a second time name the same rules."""
    of = brute_force.tiny_school(seed)
    chance = random.Random(seed)
    for plan in (
        brute_force.random_plan(of, chance),
        brute_force.plan_of_right_steps(of, chance),
        brute_force.plan_of_right_steps(of, chance),
    ):
        said = {b.reason.code for b in rules.check(Times(of), plan)}
        assert said == brute_force.broken(of, plan)


QUICK = settings(max_examples=40, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=600, suppress_health_check=list(HealthCheck))
SEEDS = st.integers(0, 10**6)


@QUICK
@given(SEEDS)
def test_the_solver_is_as_good_as_trying_everything(seed: int) -> None:
    assert agree_with_brute_force(seed)


@QUICK
@given(SEEDS)
def test_the_rules_are_those_of_the_design(seed: int) -> None:
    rules_agree(seed)


@pytest.mark.slow
@LONG
@given(st.integers(10**6, 10**9))
def test_many_tiny_schools(seed: int) -> None:
    assert agree_with_brute_force(seed)
    rules_agree(seed)


@pytest.mark.slow
def test_times_off_the_half_hour_cost_next_to_nothing() -> None:
    """Sessions start on a grid, so one that fits between two others to the minute may be missed."""
    missed = [seed for seed in range(400) if not agree_with_brute_force(seed, grid=5)]
    assert len(missed) <= 4


def test_the_tiny_schools_are_worth_it() -> None:
    """Full and partial plans, and every rule, come up often enough to mean something."""
    full, broken = 0, set()
    for seed in range(120):
        of = brute_force.tiny_school(seed)
        search = brute_force.Search(of, 30)
        full += search.places(range(len(search.tasks)))
        broken |= brute_force.broken(of, brute_force.random_plan(of, random.Random(seed)))
    assert 20 <= full <= 80
    assert broken == set(rules.CODES)


def test_a_slot_holds_one_session_even_where_two_overlap() -> None:
    """Two slots of a class that overlap hold a session each, never two in one of them."""
    tables = tiny()
    tables["creneaux"] = [one_thursday("TMELEC", "14:00", end) for end in ("15:00", "15:30")]
    base = {**tables["seances"][0], "niveaux": "TPRO", "duree_min": 30, "roles": ""}
    tables["seances"] = [{**base, "seance": f"S{n}"} for n in range(3)]
    of = school(tables)
    plan = solve(of)
    sound(of, plan)
    assert len(plan.assignments) == 2


# --- a stop and a change, in a larger school ---------------------------------------------------


@cache
def planted_school(classes: int) -> School:
    return planted_schools().planted(classes, 11)[0]


def test_a_stop_is_heard_at_once_even_while_the_school_is_prepared() -> None:
    of = planted_school(24)
    for delay in (0.05, 0.8):  # while possible times are found, and in the middle of the plan
        stop = threading.Event()
        timer = threading.Timer(delay, stop.set)
        timer.start()
        started = time.process_time()
        plan = solve(of, time_limit_s=300, stop=stop)
        assert time.process_time() - started < delay + 1.5
        assert len(plan.assignments) + len(plan.unplaced) == len(all_tasks(of))
        assert rules.check(Times(of), plan.assignments) == ()
        assert all(unplaced.reasons for unplaced in plan.unplaced)
        timer.join()


def test_after_a_change_far_fewer_sessions_move_than_in_a_new_plan() -> None:
    """One class goes on its placement a week later; the others hardly notice."""
    of = planted_school(6)
    plan = solve(of, time_limit_s=60)
    first = of.placements[0]
    later = replace(
        first, first=first.first + timedelta(days=7), last=first.last + timedelta(days=7)
    )
    changed = replace(of, placements=(later, *of.placements[1:]))
    lost = {b.tasks[0] for b in rules.check(Times(changed), plan.assignments)}
    near = solve(changed, time_limit_s=60, start_from=plan)
    new = solve(changed, time_limit_s=60, seed=2)
    assert near.unplaced == new.unplaced == ()

    def moved(other: Plan) -> int:
        was = {a.task: (a.day, a.start) for a in plan.assignments}
        return sum(was[a.task] != (a.day, a.start) for a in other.assignments)

    assert moved(near) <= 2 * len(lost) + 2
    assert moved(near) * 5 < moved(new)
    elsewhere = {a.task for a in near.assignments} - {
        a.task for a in near.assignments if a in set(plan.assignments)
    }
    assert {t.class_name for t in elsewhere} <= {first.class_name} | {t.class_name for t in lost}


def test_where_nothing_can_be_placed_the_bound_is_the_cost() -> None:
    """One class whose only room is too small: nothing to choose, so nothing can be better."""
    whole = school(example("2026-2027", ["TMELEC1"]))
    needs_room = replace(
        next(s for s in whole.sessions if s.place_kind is not None and s.purpose == "commun"),
        after=(),
        classes=("TMELEC1",),
    )
    small = tuple(replace(place, capacity=1) for place in whole.places)
    found = solve(replace(whole, sessions=(needs_room,), places=small)).solver
    assert found is not None
    assert (found.status, found.bound) == ("infeasible", found.objective)
