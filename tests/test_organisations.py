"""Four ways to organise the hours of a class, and what an even year means for each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise

import pytest

from jalons.planner import rules
from jalons.planner.domain import Plan
from jalons.planner.objective import GAP_WEEKS, Wishes, cost_parts
from jalons.planner.solver import solve
from jalons.planner.times import Times
from jalons.school.domain import School
from schools import Row, placed, school, tiny

MODULES = (date(2026, 9, 21), date(2027, 1, 11), date(2027, 1, 18), date(2027, 4, 12))


def slots(organisation: str) -> list[Row]:
    """Thursdays at two o'clock; for modules, every day of some weeks."""
    base = {"classe": "TMELEC", "debut": time(14), "fin": time(15)}
    if organisation != "modules":
        weeks = "A" if organisation == "quinzaine" else "toutes"
        return [{**base, "jour": "jeudi", "semaines": weeks}]
    return [
        {**base, "jour": day, "du": monday, "au": monday + timedelta(days=6)}
        for monday in MODULES
        for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi")
    ]


def a_class(organisation: str, sessions: int, **tables: list[Row]) -> School:
    """One class whose Psy-EN gives all its sessions, one hour each."""
    all_tables = tiny()
    all_tables["classes"] = [{**all_tables["classes"][0], "organisation": organisation}]
    all_tables["groupes"] = []
    for name in ("equipe", "evenements", "conseils", "disponibilites"):
        all_tables[name] = []
    all_tables["creneaux"] = slots(organisation)
    base = {**all_tables["seances"][0], "niveaux": "TPRO", "roles": "psyen", "duree_min": 60}
    base |= {"au_plus_tot": "", "au_plus_tard": "", "apres": "", "lieu_type": "", "parties": "1"}
    all_tables["seances"] = [{**base, "seance": f"S{n:02}"} for n in range(sessions)]
    return school({**all_tables, **tables})


def counts(of: School, plan: Plan) -> dict[str, int]:
    return {part.name: part.count for part in cost_parts(Times(of), plan)}


def weeks_of(of: School) -> tuple[date, ...]:
    return Wishes(Times(of)).weeks("TMELEC")


@pytest.mark.parametrize("organisation", ["hebdomadaire", "quinzaine", "globalise", "modules"])
def test_an_even_year_costs_nothing(organisation: str) -> None:
    of = a_class(organisation, 9)
    plan = solve(of, time_limit_s=60)
    assert rules.check(Times(of), plan.assignments) == ()
    assert plan.unplaced == ()
    assert plan.solver is not None
    assert (plan.solver.status, plan.solver.objective) == ("optimal", 0)


def test_one_session_a_week_at_even_distances_all_year() -> None:
    of = a_class("hebdomadaire", 9)
    weeks = [weeks_of(of).index(a.day - timedelta(days=3)) for a in solve(of).assignments]
    steps = {later - sooner for sooner, later in pairwise(weeks)}
    assert max(steps) - min(steps) <= 1
    assert min(steps) >= 2


def test_every_other_week_is_only_ever_the_class_s_own_week() -> None:
    of = a_class("quinzaine", 16)
    times = Times(of)
    for a in solve(of).assignments:
        assert times.year.parity(a.day, of.parities) == "A"
    # More than four weeks without a session: three of its own weeks in a row.
    weeks = weeks_of(of)
    assert GAP_WEEKS == 4
    days = [weeks[0], *weeks[3:]]
    plan = Plan(of.name, of.year, tuple(at(day, n) for n, day in enumerate(days)))
    assert counts(of, plan)["gap_week"] == 0
    plan = Plan(of.name, of.year, tuple(at(day, n) for n, day in enumerate(weeks[4:], start=1)))
    assert counts(of, plan)["gap_week"] == 2


def at(monday: date, number: int):  # type: ignore[no-untyped-def]
    day = str(monday + timedelta(days=3))
    return placed(f"S{number:02}", "TMELEC", day, "14:00", "15:00", "M. Bey")


def test_pooled_hours_are_shared_out_between_holidays_and_fall_freely_there() -> None:
    """A Psy-EN who comes in the first two weeks after each holiday is a nuisance to a class with a
    session a week, and none to one that pools its hours."""
    weeks = weeks_of(a_class("hebdomadaire", 9))
    times = Times(a_class("hebdomadaire", 9))
    after = [
        week
        for week in weeks
        if week == weeks[0] or not any(
            times.year.is_school_day(week - timedelta(days=back)) for back in (10, 9, 8, 5)
        )
    ]  # fmt: skip
    rows: list[Row] = [
        {"personne": "M. Bey", "jour": "jeudi", "du": week, "au": week + timedelta(days=13)}
        for week in after
    ]
    cost = {}
    for organisation in ("hebdomadaire", "globalise"):
        of = a_class(organisation, 7, disponibilites=rows)
        plan = solve(of, time_limit_s=60)
        assert plan.unplaced == ()
        cost[organisation] = counts(of, plan)
    assert cost["hebdomadaire"]["gap_week"] > 0
    assert cost["hebdomadaire"]["week_from_even"] > 5
    assert cost["globalise"]["gap_week"] == 0
    assert cost["globalise"]["week_from_even"] <= 1


def test_pooled_hours_may_not_all_lie_before_the_first_holidays() -> None:
    of = a_class("globalise", 6)
    early = tuple(at(week, n) for n, week in enumerate(weeks_of(of)[:6]))
    assert counts(of, Plan(of.name, of.year, early))["week_from_even"] > 10


def test_a_module_is_one_place_however_dense() -> None:
    """Twelve sessions in three modules, one of them two weeks long: no gap between them counts."""
    of = a_class("modules", 12)
    plan = solve(of, time_limit_s=60)
    mondays = [a.day - timedelta(days=a.day.weekday()) for a in plan.assignments]
    assert set(mondays) <= set(MODULES)
    assert sum(m in MODULES[1:3] for m in mondays) >= 4
    found = counts(of, plan)
    assert found["gap_week"] == found["week_from_even"] == 0
    # In the second module, one week or the other is the same.
    swapped = tuple(
        replace(a, day=a.day + timedelta(days=7))
        if a.day - timedelta(days=a.day.weekday()) == MODULES[1]
        else a
        for a in plan.assignments
        if a.day - timedelta(days=a.day.weekday()) != MODULES[2]
    )
    moved = counts(of, replace(plan, assignments=swapped))
    assert moved["week_from_even"] == 0
