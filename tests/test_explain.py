"""Why an obligatory session is left out: clashes and ways out, verified by solving again."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

import jalons.planner.diagnose as module
from jalons.i18n import Translator
from jalons.planner.diagnose import Diagnosis, diagnose
from jalons.planner.solver import solve
from jalons.school.domain import School
from schools import Row, school, tiny


def one(**cells: object) -> School:
    """TMELEC (Thursdays 14:00–16:00) with one obligatory session."""
    tables = tiny()
    base = {**tables["seances"][0], "niveaux": "TPRO", "apres": "", "au_plus_tard": ""}
    tables["seances"] = [{**base, **cells}]
    return school(tables)


def with_bey_on(of: School, day: str) -> School:
    return replace(
        of,
        availabilities=tuple(
            replace(a, weekday=day) if a.person == "M. Bey" else a for a in of.availabilities
        ),
    )


def diagnosis(of: School) -> Diagnosis:
    plan = solve(of)
    found = diagnose(of, plan, budget_s=60)
    assert {d.task for d in found} == {u.task for u in plan.unplaced if u.mandatory}
    return found[0]


def codes(reasons: tuple[module.Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


def test_a_partner_who_comes_on_another_day_clashes_with_the_slot() -> None:
    """The example of the request: the Psy-EN comes on Mondays, the slot is on Thursday."""
    found = diagnosis(with_bey_on(one(roles="psyen"), "lundi"))
    assert codes(found.clash) == ["slot", "staff_available"] or codes(found.clash) == [
        "staff_available"
    ]
    assert {"person": "M. Bey", "days": "lundi"} in [dict(r.facts) for r in found.clash]
    ways = [(r.code, dict(r.facts)) for r in found.ways_out]
    assert ("person_day", {"person": "M. Bey", "day": "jeudi"}) in ways
    assert ("weekday", {"class": "TMELEC", "from": "jeudi", "to": "lundi"}) in ways


def test_a_window_inside_the_pfmp() -> None:
    found = diagnosis(one(au_plus_tot="2026-11-02", au_plus_tard="2026-11-20"))
    assert codes(found.clash) in (["pfmp"], ["window"], ["pfmp", "window"])
    assert "window" in codes(found.ways_out)


def test_a_place_that_is_too_small() -> None:
    found = diagnosis(one(lieu_type="cdi"))
    assert codes(found.clash) == ["place_capacity"]
    assert found.clash[0].facts["pupils"] == 24
    assert codes(found.ways_out) == ["place"]


def test_another_obligatory_session_takes_the_only_slot() -> None:
    tables = tiny()
    base = {**tables["seances"][0], "niveaux": "TPRO", "apres": ""}
    week = {"au_plus_tot": "2026-09-10", "au_plus_tard": "2026-09-10"}
    rows: list[Row] = [{**base, **week, "seance": f"S{n}"} for n in range(2)]
    far: Row = {**base, "seance": "S9", "au_plus_tard": ""}
    tables["seances"] = [*rows, far]
    found = diagnosis(school(tables))
    named = [r.facts["session"] for r in found.clash if r.code == "session"]
    assert len(named) == 1  # the other one, and not S9, which has nothing to do with it
    assert named[0] in ("S0", "S1")
    assert "window" in codes(found.clash)
    assert "window" in codes(found.ways_out)


def test_each_member_of_a_clash_is_needed() -> None:
    """Without any one of the facts the task has a place; with all of them it has none."""
    of = one(au_plus_tot="2026-10-05", au_plus_tard="2026-10-16", roles="psyen")
    of = with_bey_on(of, "lundi")
    plan = solve(of)
    case = module._Case(of, plan, plan.unplaced[0].task, float("inf"))
    clash = case.clash()
    assert clash
    facts = {f.reason.code: f for f in case.facts()}
    school_of_clash = of
    for fact in case.facts():
        if fact.reason not in clash:
            school_of_clash = fact.without(school_of_clash)
    assert case.impossible(school_of_clash, [])
    for reason in clash:
        assert not case.impossible(facts[reason.code].without(school_of_clash), [])


def test_no_time_means_no_answer_and_no_guess() -> None:
    of = with_bey_on(one(roles="psyen"), "lundi")
    (found,) = diagnose(of, solve(of), budget_s=0.0)
    assert found.clash == found.ways_out == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_code_has_its_words(lang: str) -> None:
    t = Translator(lang)
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    made = {
        node.args[0].value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "Reason"
        and isinstance(node.args[0], ast.Constant)
    }
    out = {"person_day", "window", "place", "weekday"}
    assert out <= made
    for code in made - {"person_day", "place", "weekday"}:
        assert t.has(f"why-{str(code).replace('_', '-')}"), code
    for code in out:
        assert t.has(f"unblock-{code.replace('_', '-')}"), code
    day = t("unblock-person-day", person="M. Bey", day="jeudi")
    assert ("Thursday" if lang == "en" else "jeudi") in day
