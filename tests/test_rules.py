"""The hard rules: each broken once by a plan of one or two sessions, and said in two languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jalons.i18n import Translator
from jalons.planner import rules
from jalons.planner.domain import Assignment, tasks_of
from jalons.planner.rules import check
from jalons.planner.times import Times
from jalons.planner.words import rule_broken
from schools import Row, Tables, placed, school, tiny

FR, EN = Translator("fr"), Translator("en")


def session(name: str, **cells: Any) -> Row:
    """A session of 60 minutes for the whole class, without people or place."""
    plain = {
        "seance": name,
        "titre": f"Séance {name}",
        "theme": "",
        "niveaux": "TPRO|1PRO",
        "finalite": "commun",
        "parties": 1,
        "duree_min": 60,
        "roles": "",
        "obligatoire": "oui",
    }
    return {**plain, **cells}


def slot(name: str, day: str, start: str, end: str, **cells: str) -> Row:
    return {"classe": name, "jour": day, "debut": start, "fin": end, **cells}


def tables() -> Tables:
    out = tiny()
    out["creneaux"] = [
        slot("TMELEC", "jeudi", "14:00", "16:00"),
        slot("TMELEC", "jeudi", "16:00", "18:00"),
        slot("TMELEC", "mardi", "10:00", "11:00", semaines="A", du="2026-09-22", au="2026-10-06"),
        slot("1PCEPC", "jeudi", "14:00", "16:00"),
    ]
    out["semaines"] = []
    out["personnes"] += [
        {"personne": "M. Lo", "role": "professeur"},
        {"personne": "M. Lo", "role": "cpe"},
    ]
    out["disponibilites"] = [
        {"personne": "M. Bey", "jour": "jeudi", "debut": "14:00", "fin": "15:00"},
        {"personne": "M. Bey", "jour": "jeudi", "debut": "15:00", "fin": "17:00"},
    ]
    out["equipe"] = [{"personne": "Mme Roy", "classe": "TMELEC"}]
    out["lieux"].append({"lieu": "A12", "type": "salle", "capacite": 15})
    out["seances"] = [
        session("C1"),
        session("C2", apres="C1"),
        session("C3"),
        session("D1", duree_min=120),
        session("PP", roles="professeur_principal"),
        session("PSY", roles="psyen"),
        session("DUO", roles="professeur+cpe"),
        session("TWO", roles="professeur+professeur"),
        session("ROOM", lieu_type="salle"),
        session("WIN", au_plus_tot="2026-09-17", au_plus_tard="2026-09-24"),
        session("COUNCIL", au_plus_tard="conseil_T1"),
        session("INS", finalite="insertion", niveaux="TPRO", parties=2),
        session("POU", finalite="poursuite", niveaux="TPRO", apres="C1"),
    ]
    out["evenements"] = [
        event("Forum des métiers", "2026-10-01", "TMELEC", "oui"),
        event("Journée du sport", "2026-10-08", "", "non"),
    ]
    return out


def event(name: str, day: str, classes: str, blocks: str) -> Row:
    return {"evenement": name, "debut": day, "fin": day, "classes": classes, "bloque": blocks}


SCHOOL = school(tables())
TIMES = Times(SCHOOL)
TM = "TMELEC"


def broken(*plan: Assignment) -> list[str]:
    """Codes of the rules a plan breaks; the order of the plan must not matter."""
    codes = sorted(b.reason.code for b in check(TIMES, plan))
    assert codes == sorted(b.reason.code for b in check(TIMES, plan[::-1]))
    return codes


# One plan per rule that breaks this rule and no other; then what its sentence must say.
ALONE: dict[str, tuple[list[Assignment], list[str], list[str]]] = {
    "school_day": (
        [placed("C1", TM, "2026-10-22", "14:00", "15:00")],
        ["jeudi 22 octobre 2026", "Toussaint", "C1 · TMELEC"],
        ["Thursday 22 October 2026", "Toussaint"],
    ),
    "pfmp": (
        [placed("C1", TM, "2026-11-05", "14:00", "15:00")],
        ["TMELEC est en PFMP", "jeudi 5 novembre", "lundi 2 novembre", "vendredi 20 novembre"],
        ["TMELEC is on placement", "Thursday 5 November", "Monday 2 November", "20 November"],
    ),
    "blocked_event": (
        [placed("C1", TM, "2026-10-01", "14:00", "15:00")],
        ["jeudi 1er octobre 2026", "Forum des métiers"],
        ["Thursday 1 October 2026", "Forum des métiers"],
    ),
    "slot": (
        [placed("C1", TM, "2026-09-10", "13:30", "14:30")],
        ["TMELEC n'a pas de créneau", "jeudi 10 septembre", "13:30", "14:30"],
        ["TMELEC has no slot", "Thursday 10 September", "13:30", "14:30"],
    ),
    "fits": (
        [placed("C1", TM, "2026-09-10", "14:00", "14:45")],
        ["60 min", "45 min", "120 min"],
        ["60 min", "45 min", "120 min"],
    ),
    "staff_available": (
        [placed("PSY", TM, "2026-09-10", "16:30", "17:30", "M. Bey")],
        ["M. Bey n'est pas disponible", "16:30", "17:30"],
        ["M. Bey is not available", "16:30", "17:30"],
    ),
    "staff_team": (
        [placed("PP", "1PCEPC", "2026-09-10", "14:00", "15:00", "Mme Roy")],
        ["Mme Roy n'intervient pas en 1PCEPC"],
        ["Mme Roy does not work with 1PCEPC"],
    ),
    "roles": (
        [placed("DUO", TM, "2026-09-10", "14:00", "15:00", "M. Lo")],
        ["rôle « CPE »"],
        ["role “head of year (CPE)”"],
    ),
    "place_type": (
        [placed("ROOM", TM, "2026-09-10", "14:00", "15:00")],
        ["type « salle »", "aucun lieu"],
        ["kind “classroom”", "no place"],
    ),
    "place_capacity": (
        [placed("ROOM", TM, "2026-09-10", "14:00", "15:00", place="A12")],
        ["A12 compte 15 places pour 24 élèves"],
        ["A12 seats 15 for 24 pupils"],
    ),
    "window": (
        [placed("WIN", TM, "2026-09-10", "14:00", "15:00")],
        ["jeudi 10 septembre", "du jeudi 17 septembre 2026 au jeudi 24 septembre 2026"],
        ["from Thursday 17 September 2026 to Thursday 24 September 2026"],
    ),
    "once": (
        [
            placed("C1", TM, "2026-09-10", "14:00", "15:00"),
            placed("C1", TM, "2026-09-17", "14:00", "15:00"),
        ],
        ["deux fois", "2026-09-10, 2026-09-17"],
        ["placed twice", "2026-09-10, 2026-09-17"],
    ),
    "target_busy": (
        [
            placed("C1", TM, "2026-09-10", "14:00", "15:00"),
            placed("C3", TM, "2026-09-10", "14:30", "15:30"),
        ],
        ["TMELEC a déjà la séance C3", "C1 · TMELEC et C3 · TMELEC"],
        ["TMELEC already has session C3", "C1 · TMELEC and C3 · TMELEC"],
    ),
    "staff_busy": (
        [
            placed("C1", TM, "2026-09-10", "14:00", "15:00", "M. Lo"),
            placed("C1", "1PCEPC", "2026-09-10", "14:30", "15:30", "M. Lo"),
        ],
        ["M. Lo est déjà pris", "jeudi 10 septembre", "C1 · 1PCEPC"],
        ["M. Lo is already taken", "Thursday 10 September", "C1 · 1PCEPC"],
    ),
    "place_busy": (
        [
            placed("ROOM", TM, "2026-09-10", "14:00", "15:00", place="Salle A104"),
            placed("ROOM", "1PCEPC", "2026-09-10", "14:30", "15:30", place="Salle A104"),
        ],
        ["Salle A104 est déjà occupé", "ROOM · 1PCEPC"],
        ["Salle A104 is already occupied", "ROOM · 1PCEPC"],
    ),
    "order": (
        [
            placed("C1", TM, "2026-09-17", "14:00", "15:00"),
            placed("C2", TM, "2026-09-10", "14:00", "15:00"),
        ],
        ["C1 (1) doit venir un jour avant C2 (1)", "jeudi 17 septembre", "jeudi 10 septembre"],
        ["C1 (1) must come a day before C2 (1)", "Thursday 17 September"],
    ),
}


def test_every_rule_has_its_plan_here() -> None:
    assert set(ALONE) == set(rules.CODES)
    assert len(rules.CODES) == len(rules.SINGLE) + len(rules.PAIRS)


@pytest.mark.parametrize("code", rules.CODES)
def test_a_rule_broken_alone(code: str) -> None:
    plan, in_french, in_english = ALONE[code]
    assert broken(*plan) == [code]
    (found,) = check(TIMES, plan)
    assert set(found.tasks) == {a.task for a in plan}
    for t, words in ((FR, in_french), (EN, in_english)):
        sentence = rule_broken(t, found)
        for word in words:
            assert word in sentence


def test_rules_between_two_are_symmetric() -> None:
    for plan, _, _ in ALONE.values():
        for a in plan:
            for b in plan:
                for rule in rules.PAIRS:
                    one, other = rule(TIMES, a, b), rule(TIMES, b, a)
                    assert (one is None) == (other is None)


def test_a_right_plan_breaks_nothing() -> None:
    assert broken() == []
    assert (
        broken(
            placed("C1", TM, "2026-09-10", "14:00", "15:00"),
            placed("PP", TM, "2026-09-10", "16:00", "17:00", "Mme Roy"),
            placed("C2", TM, "2026-09-17", "14:30", "15:30"),
            placed("DUO", TM, "2026-09-24", "15:00", "16:00", "Mme Sy", "M. Lo"),
            placed("ROOM", TM, "2026-10-08", "14:00", "15:00", place="Salle A104"),
            placed("INS", TM, "2026-10-15", "14:00", "15:00", group="TMELEC-ins"),
            placed("POU", TM, "2026-10-15", "14:00", "15:00", group="TMELEC-pou"),
            placed("INS", TM, "2026-11-26", "14:00", "15:00", group="TMELEC-ins", part=2),
            placed("ROOM", "1PCEPC", "2026-10-08", "15:00", "16:00", place="Salle A104"),
        )
        == []
    )


# --- days -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "kind", "words"),
    [
        ("2026-09-13", "sunday", "dimanche"),
        ("2026-08-27", "outside", "hors de l'année"),
        ("2027-07-08", "outside", "hors de l'année"),
        ("2026-11-11", "public_holiday", "Armistice"),
        ("2027-05-06", "public_holiday", "Ascension"),
        ("2026-10-31", "holiday", "Toussaint"),
    ],
)
def test_days_without_school(day: str, kind: str, words: str) -> None:
    found = rules.school_day(TIMES, placed("C1", TM, day, "14:00", "15:00"))
    assert found is not None
    assert found.facts["kind"] == kind
    assert words in FR("rule-school-day", date=day, kind=kind, name=found.facts["name"])


@pytest.mark.parametrize("day", ["2026-09-01", "2027-07-02", "2026-10-16", "2026-11-02"])
def test_days_on_the_edge_of_the_year_and_of_holidays_are_school_days(day: str) -> None:
    assert rules.school_day(TIMES, placed("C1", TM, day, "14:00", "15:00")) is None


@pytest.mark.parametrize(
    ("day", "away"),
    [("2026-11-01", False), ("2026-11-02", True), ("2026-11-20", True), ("2026-11-21", False)],
)
def test_first_and_last_day_of_a_pfmp_belong_to_it(day: str, away: bool) -> None:
    assert (rules.pfmp(TIMES, placed("C1", TM, day, "14:00", "15:00")) is not None) == away
    assert rules.pfmp(TIMES, placed("C1", "1PCEPC", day, "14:00", "15:00")) is None


def test_an_event_takes_the_day_from_the_classes_it_names_only() -> None:
    assert broken(placed("C1", "1PCEPC", "2026-10-01", "14:00", "15:00")) == []
    assert broken(placed("C1", TM, "2026-10-08", "14:00", "15:00")) == []  # does not block


def test_an_event_of_the_whole_school_takes_the_day_from_all() -> None:
    everybody = tables()
    everybody["evenements"][0]["classes"] = ""
    times = Times(school(everybody))
    for name in (TM, "1PCEPC"):
        (found,) = check(times, [placed("C1", name, "2026-10-01", "14:00", "15:00")])
        assert found.reason.code == "blocked_event"


# --- slots ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2026-09-08", ["slot"]),  # week 37, A, before the slot begins to hold
        ("2026-09-22", []),  # week 39, A, its first day
        ("2026-09-29", ["slot"]),  # week 40, B
        ("2026-10-06", []),  # week 41, A, its last day
        ("2026-10-13", ["slot"]),  # week 42, B and after
    ],
)
def test_parity_and_dates_of_a_slot(day: str, codes: list[str]) -> None:
    assert broken(placed("C1", TM, day, "10:00", "11:00")) == codes


def test_the_school_s_own_parity_goes_before_the_number_of_the_week() -> None:
    own = tables()
    own["semaines"] = [{"lundi": "2026-09-28", "parite": "A"}]
    assert check(Times(school(own)), [placed("C1", TM, "2026-09-29", "10:00", "11:00")]) == ()


def test_a_session_does_not_straddle_two_slots_that_touch() -> None:
    assert broken(placed("C1", TM, "2026-09-10", "15:30", "16:30")) == ["slot"]
    assert broken(placed("C1", TM, "2026-09-10", "15:00", "16:00")) == []
    assert broken(placed("D1", TM, "2026-09-10", "14:00", "16:00")) == []


def test_two_slots_a_day_hold_two_sessions() -> None:
    first = placed("C1", TM, "2026-09-10", "14:00", "15:00")
    assert broken(first, placed("C3", TM, "2026-09-10", "16:00", "17:00")) == []
    # One after the other in one slot: one session per target and occurrence.
    assert broken(first, placed("C3", TM, "2026-09-10", "15:00", "16:00")) == ["target_busy"]


def test_a_session_longer_than_every_slot_of_the_day() -> None:
    long = tables()
    long["seances"].append(session("LONG", duree_min=150))
    found = check(Times(school(long)), [placed("LONG", TM, "2026-09-10", "14:00", "16:30")])
    assert sorted(b.reason.code for b in found) == ["fits", "slot"]


# --- pupils -----------------------------------------------------------------------------------


def test_a_whole_class_session_excludes_its_groups_and_groups_work_side_by_side() -> None:
    whole = placed("C3", TM, "2026-09-10", "14:00", "15:00")
    one = placed("INS", TM, "2026-09-10", "14:30", "15:30", group="TMELEC-ins")
    other = placed("POU", TM, "2026-09-10", "14:30", "15:30", group="TMELEC-pou")
    assert broken(one, other) == []
    assert broken(whole, one) == ["target_busy"]
    assert broken(whole, one, other) == ["target_busy", "target_busy"]


def test_sessions_that_touch_do_not_overlap() -> None:
    one = placed("C1", TM, "2026-09-10", "14:00", "15:00", "M. Lo", place="Salle A104")
    other = placed("C1", "1PCEPC", "2026-09-10", "15:00", "16:00", "M. Lo", place="Salle A104")
    assert broken(one, other) == []
    group = placed("INS", TM, "2026-09-10", "15:00", "16:00", group="TMELEC-ins")
    assert broken(placed("C1", TM, "2026-09-10", "14:00", "15:00"), group) == []


# --- people and places ------------------------------------------------------------------------


def test_one_person_does_not_take_two_roles_of_a_session() -> None:
    assert broken(placed("DUO", TM, "2026-09-10", "14:00", "15:00", "M. Lo", "M. Lo")) == ["roles"]
    assert broken(placed("TWO", TM, "2026-09-10", "14:00", "15:00", "Mme Sy", "Mme Sy")) == [
        "roles"
    ]
    assert broken(placed("TWO", TM, "2026-09-10", "14:00", "15:00", "Mme Sy", "M. Lo")) == []


def test_who_holds_two_roles_takes_either_in_whatever_order_they_are_named() -> None:
    for staff in (("Mme Sy", "M. Lo"), ("M. Lo", "Mme Sy")):
        assert broken(placed("DUO", TM, "2026-09-10", "14:00", "15:00", *staff)) == []


def test_the_wrong_person_covers_no_role() -> None:
    assert broken(placed("PSY", TM, "2026-09-10", "14:00", "15:00", "Mme Sy")) == ["roles"]
    assert broken(placed("PSY", TM, "2026-09-10", "14:00", "15:00")) == ["roles"]


def test_times_of_presence_that_touch_are_one() -> None:
    assert broken(placed("PSY", TM, "2026-09-10", "14:30", "15:30", "M. Bey")) == []
    assert broken(placed("PSY", TM, "2026-09-10", "16:00", "17:00", "M. Bey")) == []
    assert "staff_available" in broken(placed("PSY", TM, "2026-09-22", "10:00", "11:00", "M. Bey"))


def test_who_is_in_no_team_works_with_every_class() -> None:
    assert broken(placed("PSY", "1PCEPC", "2026-09-10", "14:00", "15:00", "M. Bey")) == []


def test_a_place_of_the_wrong_kind_and_the_right_size() -> None:
    assert broken(placed("ROOM", TM, "2026-09-10", "14:00", "15:00", place="CDI")) == [
        "place_capacity",
        "place_type",
    ]
    group = placed("INS", TM, "2026-09-10", "14:00", "15:00", group="TMELEC-ins", place="A12")
    assert broken(group) == []  # 12 pupils of the group, 15 seats; any place where none is asked


# --- windows and order ------------------------------------------------------------------------


@pytest.mark.parametrize(("day", "codes"), [("2026-09-17", []), ("2026-09-24", [])])
def test_both_bounds_of_a_window_belong_to_it(day: str, codes: list[str]) -> None:
    assert broken(placed("WIN", TM, day, "14:00", "15:00")) == codes


def test_a_council_bounds_each_class_by_its_own_date() -> None:
    assert broken(placed("COUNCIL", TM, "2026-12-03", "14:00", "15:00")) == ["window"]
    assert broken(placed("COUNCIL", "1PCEPC", "2026-12-03", "14:00", "15:00")) == []
    assert TIMES.window("COUNCIL", TM)[1] == date(2026, 12, 1)


def test_a_school_in_semesters_has_its_own_council_instead() -> None:
    semesters = tables()
    semesters["conseils"] = [{"classe": TM, "periode": "S1", "date": "2027-01-21"}]
    assert Times(school(semesters)).window("COUNCIL", TM)[1] == date(2027, 1, 21)


def test_an_event_named_like_a_milestone_dates_it() -> None:
    dated = tables()
    dated["seances"].append(session("VOEUX", au_plus_tard="voeux_fin"))
    dated["evenements"].append(event("voeux_fin", "2027-03-18", "", "non"))
    assert Times(school(dated)).window("VOEUX", TM)[1] == date(2027, 3, 18)


def test_order_wants_a_strictly_later_day() -> None:
    first = placed("C1", TM, "2026-09-10", "14:00", "15:00")
    assert broken(first, placed("C2", TM, "2026-09-10", "16:00", "17:00")) == ["order"]
    assert broken(first, placed("C2", TM, "2026-09-17", "14:00", "15:00")) == []


def test_parts_come_in_order() -> None:
    def part(number: int, day: str) -> Assignment:
        return placed("INS", TM, day, "14:00", "15:00", group="TMELEC-ins", part=number)

    assert broken(part(1, "2026-09-10"), part(2, "2026-09-17")) == []
    assert broken(part(2, "2026-09-10"), part(1, "2026-09-17")) == ["order"]


def test_order_holds_for_the_same_pupils_only() -> None:
    after = placed("C2", TM, "2026-09-10", "14:00", "15:00")
    assert broken(placed("C1", "1PCEPC", "2026-09-17", "14:00", "15:00"), after) == []
    group = placed("POU", TM, "2026-09-10", "14:00", "15:00", group="TMELEC-pou")
    assert broken(placed("C1", TM, "2026-09-17", "14:00", "15:00"), group) == ["order"]


def test_what_comes_first_may_be_missing() -> None:
    assert broken(placed("C2", TM, "2026-09-10", "14:00", "15:00")) == []


def test_what_a_session_is_for() -> None:
    by_id = SCHOOL.session_by_id
    assert {t.class_name for t in tasks_of(SCHOOL, by_id["C1"])} == {TM, "1PCEPC"}
    assert [(t.group, t.part) for t in tasks_of(SCHOOL, by_id["INS"])] == [
        ("TMELEC-ins", 1),
        ("TMELEC-ins", 2),
    ]
    assert [t.group for t in tasks_of(SCHOOL, by_id["POU"])] == ["TMELEC-pou"]
    none = tables()
    none["groupes"] = []
    without = school(none)
    assert tasks_of(without, without.session_by_id["POU"]) == ()
