"""Why a session is left out, as a team reads it: each clash minimal, each way out verified."""

from __future__ import annotations

import ast
from datetime import date, time
from pathlib import Path
from threading import Event

import pytest

import brute_force
from jalons.i18n import Translator
from jalons.planner import diagnose as module
from jalons.planner import facts, ways_out, words
from jalons.planner.codec import from_text, to_json
from jalons.planner.diagnose import Case, Clash, Diagnosis, diagnose, explained, to_diagnose
from jalons.planner.domain import Plan, Reason, Unplaced, all_tasks
from jalons.planner.from_xlsx import plan_in
from jalons.planner.moves import take_out
from jalons.planner.possible import place
from jalons.planner.rules import check
from jalons.planner.solver import solve
from jalons.planner.times import Times
from jalons.planner.xlsx import to_xlsx
from jalons.school.domain import School
from schools import Row, Tables, placed, school, tiny

FR, EN = Translator("fr"), Translator("en")


def one(**cells: object) -> Tables:
    """TMELEC (Thursdays 14:00–16:00) with one obligatory session."""
    tables = tiny()
    base = {**tables["seances"][0], "niveaux": "TPRO", "apres": "", "au_plus_tard": ""}
    tables["seances"] = [{**base, **cells}]
    return tables


def several(*rows: dict[str, object], **cells: object) -> Tables:
    """The same with several sessions, ``S0``, ``S1``…"""
    tables = one(**cells)
    base = tables["seances"][0]
    tables["seances"] = [{**base, "seance": f"S{n}", **row} for n, row in enumerate(rows)]
    return tables


def bey_comes(tables: Tables, **row: object) -> Tables:
    tables["disponibilites"] = [{"personne": "M. Bey", **row}]
    return tables


def clash_of(of: School, plan: Plan, found: Diagnosis) -> Clash:
    clash = Case(of, plan, found.task, float("inf")).clash()
    assert clash is not None
    assert clash.reasons == found.reasons
    return clash


def diagnosis(of: School) -> Diagnosis:
    """The one diagnosis of a school's plan; its clash is asked again, member by member."""
    plan = solve(of)
    (found,) = diagnose(of, plan, budget_s=60)
    clash = clash_of(of, plan, found)
    whole = clash.question
    assert place(whole.school, whole.tasks).never
    assert len(clash.without) == len(clash.reasons)
    for fewer in clash.without:
        way = place(fewer.school, fewer.tasks).placed
        assert way is not None
        assert set(way) == set(fewer.tasks)
        assert check(Times(fewer.school), way.values()) == ()
    return found


def said(found: Diagnosis, t: Translator = FR) -> list[str]:
    return [words.why_left_out(t, reason) for reason in found.reasons]


def helped(found: Diagnosis, t: Translator = FR) -> list[str]:
    return [words.way_out(t, reason) for reason in found.ways_out]


# --- scenarios --------------------------------------------------------------------------------


def test_the_psyen_comes_on_mondays_and_the_slot_is_on_thursday() -> None:
    found = diagnosis(school(bey_comes(one(roles="psyen"), jour="lundi")))
    assert said(found) == [
        "S01 demande quelqu'un dans le rôle « Psy-EN » : M. Bey.",
        "M. Bey vient seulement le lundi.",
        "TMELEC a son créneau le jeudi de 14:00 à 16:00.",
    ]
    assert said(found, EN)[1:] == [
        "M. Bey only comes on Monday.",
        "TMELEC has its slot on Thursday from 14:00 to 16:00.",
    ]
    assert "Mettre le créneau de TMELEC le lundi au lieu du jeudi." in helped(found)
    assert any(way.startswith("Faire venir M. Bey le jeudi ") for way in helped(found))


def test_a_room_that_is_too_small() -> None:
    found = diagnosis(school(one(lieu_type="cdi")))
    assert said(found) == [
        "S01 demande un lieu de type « CDI » pour 24 élèves ; le plus grand (CDI) a 15 places."
    ]
    assert helped(found) == [
        "Faire S01 dans un lieu de type « salle » plutôt que « CDI ».",
        "Trouver un lieu de plus de type « CDI », pour 24 élèves.",
    ]


def test_a_window_that_is_shorter_than_a_chain_of_parts() -> None:
    """Four parts on Thursdays, from the first of March to the end of the wishes (Thursday 11th)."""
    found = diagnosis(
        school(one(parties=4, au_plus_tot=date(2027, 3, 1), au_plus_tard="voeux_fin"))
    )
    assert found.task.part == 3
    assert said(found) == [
        "S01 ne se place pas avant le lundi 1er mars 2027.",
        "S01 ne se place pas après le jeudi 11 mars 2027 (la fin des vœux sur Parcoursup).",
        "TMELEC a son créneau le jeudi de 14:00 à 16:00.",
    ]
    assert "Laisser S01 se placer jusqu'au jeudi 25 mars 2027 en TMELEC." in helped(found)
    assert any(way.startswith("Laisser S01 se placer dès le ") for way in helped(found))


def test_two_classes_want_the_only_day_of_france_travail() -> None:
    tables = one(roles="france_travail", niveaux="TPRO|1PRO")
    tables["creneaux"] = [
        {"classe": name, "jour": "jeudi", "debut": time(14), "fin": time(16)}
        for name in ("TMELEC", "1PCEPC")
    ]
    tables["personnes"].append({"personne": "Mme Fall", "role": "france_travail"})
    tables["disponibilites"].append(
        {"personne": "Mme Fall", "du": date(2027, 1, 14), "au": date(2027, 1, 14)}
    )
    found = diagnosis(school(tables))
    codes = ["fits", "roles", "staff_available", "slot", "staff_busy"]
    assert [r.code for r in found.reasons] == codes  # two shorter ones would fit that day
    assert said(found)[2] == "Mme Fall vient seulement le jeudi 14 janvier 2027."
    other = ({"TMELEC", "1PCEPC"} - {found.task.class_name}).pop()
    assert f"demande les mêmes personnes pour {other}" in said(found)[4]
    assert any(way.startswith("Faire venir Mme Fall le jeudi ") for way in helped(found))


def test_a_window_inside_the_placement() -> None:
    found = diagnosis(school(one(au_plus_tot="2026-11-02", au_plus_tard="2026-11-20")))
    assert [r.code for r in found.reasons] == ["pfmp", "window", "window"]
    assert helped(found) == [
        "Laisser S01 se placer jusqu'au jeudi 26 novembre 2026 en TMELEC.",
        "Laisser S01 se placer dès le jeudi 15 octobre 2026 en TMELEC.",
    ]


def test_a_session_that_is_longer_than_the_slot() -> None:
    found = diagnosis(school(one(duree_min=150)))
    assert said(found)[0] == "S01 dure 150 min."
    assert helped(found) == [
        "Allonger le créneau de TMELEC le jeudi : de 14:00 à 16:30.",
        "Ramener S01 à 120 min.",
    ]


def test_nobody_in_the_role() -> None:
    found = diagnosis(school(one(roles="france_travail")))
    assert [r.code for r in found.reasons] == ["roles"]
    assert helped(found) == ["Trouver une personne de plus dans le rôle « France Travail »."]


def test_the_only_person_is_in_another_team() -> None:
    tables = one(roles="psyen")
    tables["equipe"].append({"personne": "M. Bey", "classe": "1PCEPC"})
    found = diagnosis(school(tables))
    assert {"staff_team"} <= {r.code for r in found.reasons}
    assert "Faire intervenir M. Bey en TMELEC." in helped(found)


def test_an_event_takes_the_only_day() -> None:
    tables = one(au_plus_tot="2026-09-10", au_plus_tard="2026-09-10")
    tables["evenements"] = [
        {"evenement": "Forum", "debut": date(2026, 9, 10), "fin": date(2026, 9, 10),
         "classes": "", "bloque": True}
    ]  # fmt: skip
    found = diagnosis(school(tables))
    assert "blocked_event" in [r.code for r in found.reasons]
    assert "Dispenser TMELEC de « Forum »." in helped(found)


def test_another_session_takes_the_only_slot_and_those_far_away_are_not_named() -> None:
    week = {"au_plus_tot": "2026-09-10", "au_plus_tard": "2026-09-10"}
    found = diagnosis(school(several(week, week, {}, {"titre": "Loin"})))
    others = [r.facts["session"] for r in found.reasons if r.code == "target_busy"]
    assert others in (["S0"], ["S1"])
    assert said(found)[-1].endswith("pour TMELEC, le jeudi 10 septembre 2026.")
    assert "Laisser" in helped(found)[0]


def test_an_order_that_leaves_no_day() -> None:
    late: Row = {"au_plus_tot": "2027-06-24", "au_plus_tard": ""}
    early: Row = {"au_plus_tard": "2026-09-10", "apres": "S0"}
    found = diagnosis(school(several(late, early)))
    assert {"order", "window"} <= {r.code for r in found.reasons}
    assert helped(found)


def test_more_sessions_than_hours_asks_for_one_more_hour() -> None:
    """Four obligatory sessions in three Thursdays of September."""
    until = {"au_plus_tot": "2026-09-07", "au_plus_tard": "2026-09-24"}
    found = diagnosis(school(several(until, until, until, until)))
    assert [r.code for r in found.reasons].count("target_busy") == 3
    assert any(way.startswith("Donner à TMELEC un créneau de plus : ") for way in helped(found))


def test_a_pinned_session_in_the_way() -> None:
    """Both could go if the pinned one moved: that it is pinned is a fact of the clash."""
    of = school(several({"au_plus_tard": "2026-09-10"}, {"au_plus_tard": "2026-09-03"}))
    first = placed("S0", "TMELEC", "2026-09-03", "14:00", "15:30", "Mme Roy")
    start = Plan("LP", "2026-2027", (first,), pinned=frozenset({first.task}))
    plan = solve(of, start_from=start)
    (found,) = diagnose(of, plan, budget_s=60)
    assert "pinned" in [r.code for r in found.reasons]
    assert "S0 « Ouvrir l'année » (TMELEC) est épinglée le jeudi 3 septembre 2026." in said(found)
    assert helped(found)[0] == (
        "Détacher S0 « Ouvrir l'année » (TMELEC), épinglée le jeudi 3 septembre 2026."
    )


# --- what is not claimed ----------------------------------------------------------------------


def test_no_time_means_no_answer_and_no_guess() -> None:
    of = school(one(lieu_type="cdi"))
    plan = solve(of)
    (found,) = diagnose(of, plan, budget_s=0.0)
    assert found.reasons == found.ways_out == ()
    assert explained(plan, [found]) == plan  # the quick reasons stay, and stay unverified
    assert not plan.unplaced[0].reasons[0].facts.get("verified")


def test_stop_ends_it() -> None:
    of = school(one(lieu_type="cdi"))
    stop = Event()
    stop.set()
    (found,) = diagnose(of, solve(of), budget_s=60, stop=stop)
    assert found.reasons == ()


def test_where_there_is_a_place_it_says_so() -> None:
    of = school(one())
    plan = solve(of)
    forgotten = Plan(plan.school, plan.year, unplaced=(Unplaced(plan.assignments[0].task, True),))
    (found,) = diagnose(of, forgotten, budget_s=60)
    assert found.place_found
    assert said(found)[0].endswith("sans rien changer à votre fichier : relancez la recherche.")


def test_what_somebody_took_out_needs_no_reason() -> None:
    of = school(one())
    plan = solve(of)
    by_hand = take_out(Times(of), plan, plan.assignments[0].task)
    assert to_diagnose(by_hand) == ()


def test_optional_sessions_on_demand() -> None:
    of = school(one(lieu_type="cdi", obligatoire=False))
    plan = solve(of)
    assert to_diagnose(plan) == ()
    (found,) = diagnose(of, plan, to_diagnose(plan, optional=True), budget_s=60)
    assert [r.code for r in found.reasons] == ["place_capacity"]


# --- in the plan ------------------------------------------------------------------------------


def test_the_parts_that_follow_are_explained_by_the_first() -> None:
    of = school(one(parties=4, au_plus_tot="2027-03-01", au_plus_tard="2027-03-11"))
    plan = solve(of)
    whole = explained(plan, diagnose(of, plan, budget_s=60))
    third, fourth = whole.unplaced
    assert third.ways_out
    assert words.left_out(FR, fourth) == (
        "La partie 3 de S01 n'a pas de place : celles qui la suivent non plus."
    )


def test_reasons_and_ways_out_come_back_from_a_file() -> None:
    import json

    of = school(bey_comes(one(roles="psyen"), jour="lundi"))
    plan = solve(of)
    whole = explained(plan, diagnose(of, plan, budget_s=60))
    content = to_json(whole, FR)
    (row,) = content["unplaced"]
    assert all({"code", "message", "facts"} == set(reason) for reason in row["reasons"])
    assert row["reasons"][1]["code"] == "staff_available"
    assert row["ways_out"][0]["message"].startswith("Mettre le créneau")
    again = from_text(json.dumps(content).encode(), of, "p.json")
    assert again.unplaced[0].ways_out == whole.unplaced[0].ways_out
    book = {"plan.xlsx": to_xlsx(of, whole, FR)}
    from_book = plan_in(book, of)
    assert from_book is not None
    assert from_book.unplaced[0].ways_out == whole.unplaced[0].ways_out
    for t in (FR, EN):
        assert words.left_out(t, again.unplaced[0]) == words.left_out(t, whole.unplaced[0])


# --- against brute force ----------------------------------------------------------------------


def check_with_brute_force(seed: int) -> int:
    """Every clash of a tiny school: no way with all of it, a right way without each member."""
    of = brute_force.tiny_school(seed)
    plan = solve(of, time_limit_s=5)
    checked = 0
    for found in diagnose(of, plan, budget_s=60):
        if found.place_found:
            raise AssertionError("a school this small is solved to the end")
        clash = Case(of, plan, found.task, float("inf")).clash()
        if clash is None:
            continue
        checked += 1
        for fewer in clash.without:
            way = place(fewer.school, fewer.tasks).placed
            assert way is not None
            assert brute_force.broken(fewer.school, tuple(way.values())) == set()
        search = brute_force.Search(clash.question.school, 30)
        chosen = [search.tasks.index(task) for task in clash.question.tasks]
        size = 1
        for index in chosen:
            size *= max(1, len(search.ways[index]))
        if size < 5_000:
            assert not search.places(chosen)
    return checked


def test_clashes_of_tiny_schools_are_clashes() -> None:
    assert sum(map(check_with_brute_force, range(7))) >= 2


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(7, 120))
def test_clashes_of_many_tiny_schools_are_clashes(seed: int) -> None:
    check_with_brute_force(seed)


# --- words ------------------------------------------------------------------------------------


def codes(source: object, *makers: str) -> set[str]:
    tree = ast.parse(Path(str(source)).read_text(encoding="utf-8"))
    return {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in makers
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_code_has_its_words(lang: str) -> None:
    t = Translator(lang)
    reasons = codes(facts.__file__, "fact", "Reason") | codes(module.__file__, "Reason")
    reasons -= {"unpin"}
    assert {"slot", "window", "pinned", "search_again"} <= reasons
    for code in reasons:
        assert t.has(f"clash-{code.replace('_', '-')}"), code
    for code in codes(ways_out.__file__, "_one", "Reason") | {"unpin"}:
        assert t.has(f"way-{code.replace('_', '-')}"), code


def test_times_of_every_kind_are_said() -> None:
    rows = [
        {"day": "lundi", "start": "08:00", "end": "12:00", "weeks": "A"},
        {"first": "2027-01-14", "last": "2027-01-14"},
        {"first": "2027-01-04", "last": "2027-01-29"},
        {},
    ]
    reason = Reason("staff_available", {"verified": True, "person": "Mme Fall", "rows": rows})
    assert words.why_left_out(FR, reason) == (
        "Mme Fall vient seulement le lundi de 08:00 à 12:00 (semaines A) ; puis "
        "le jeudi 14 janvier 2027 ; puis à partir du lundi 4 janvier 2027 "
        "jusqu'au vendredi 29 janvier 2027 ; puis à tout moment."
    )


def test_the_example_of_tiny_has_nothing_to_explain() -> None:
    of = school(tiny())
    plan = solve(of)
    assert len(plan.assignments) + len(plan.unplaced) == len(all_tasks(of))
    assert diagnose(of, plan) == ()
