"""A class of 24 through a year of decisions: what is late, who is in which group, which weeks."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalons.school.problems import SchoolFileError
from jalons.schoolyear import school_year
from jalons.support import block, groups
from jalons.support.codec import ClassFileError, from_bytes, to_bytes
from jalons.support.domain import (
    FINAL,
    FINALITIES,
    FIRST_WISH,
    INSERTION,
    POURSUITE,
    REASONED,
    Agreement,
    ClassYear,
    Decision,
    Immersion,
    Positioning,
    Pupil,
)
from jalons.support.pupils_file import pasted, read_pupils
from jalons.support.rules import late, needed_signatures
from jalons.support.standing import class_indicators, standings

COUNCILS = {"T1": date(2026, 12, 8), "T2": date(2027, 3, 9), "T3": date(2027, 6, 1)}
PFMP = (date(2026, 11, 16), date(2026, 12, 4))


def decided(step: str, finality: str, on: date, reason: str = "") -> Decision:
    return Decision(step, finality, on, "council" if step in COUNCILS else "family", reason)


def year_of(*pupils: Pupil, **changes: object) -> ClassYear:
    year = ClassYear("2026-2027", "TMELEC1", councils=COUNCILS, pupils=pupils)
    return replace(year, **changes)  # type: ignore[arg-type]


def codes(pupil: Pupil, year: ClassYear, today: date) -> list[str]:
    return [one.code for one in late(pupil, year, today)]


FOLLOWED = Pupil(
    "E01",
    presented=date(2026, 9, 15),
    decisions={
        FIRST_WISH: decided(FIRST_WISH, POURSUITE, date(2026, 11, 20)),
        "T1": decided("T1", POURSUITE, date(2026, 12, 8)),
        "T2": decided("T2", POURSUITE, date(2027, 3, 9)),
        REASONED: decided(REASONED, POURSUITE, date(2027, 6, 1), "projet solide"),
        FINAL: decided(FINAL, POURSUITE, date(2027, 2, 1)),
    },
)


# --- what is late -----------------------------------------------------------------------------


def test_a_pupil_who_is_followed_has_nothing_late_on_any_day_of_the_year() -> None:
    year = year_of(FOLLOWED)
    for days in range(0, 330, 7):
        assert late(FOLLOWED, year, date(2026, 9, 1) + timedelta(days=days)) == ()


def test_a_forgotten_pupil_meets_every_case_when_its_day_has_come() -> None:
    pupil = Pupil("E02")
    year = year_of(pupil, blocks={POURSUITE: (date(2027, 2, 22), date(2027, 3, 1))})
    assert codes(pupil, year, date(2026, 12, 7)) == []
    assert codes(pupil, year, date(2026, 12, 8)) == ["presentation", "first_wish", "recommendation"]
    assert "final" not in codes(pupil, year, date(2027, 2, 21))
    assert "final" in codes(pupil, year, date(2027, 2, 22))
    june = late(pupil, year, date(2027, 6, 1))
    assert Counter(one.code for one in june) == Counter(
        ["presentation", "first_wish", "recommendation", "recommendation", "final", "reasoned"]
    )
    assert [one.since for one in june] == sorted(one.since for one in june)


def test_a_school_in_semesters_recommends_once_before_the_last_council() -> None:
    year = year_of(councils={"S1": date(2027, 1, 26), "S2": date(2027, 6, 1)})
    assert codes(Pupil("E02"), year, date(2027, 2, 1)) == [
        "presentation", "first_wish", "recommendation",
    ]  # fmt: skip


def test_a_recommendation_without_its_reasons_is_not_reasoned() -> None:
    pupil = FOLLOWED.decide(decided(REASONED, INSERTION, date(2027, 6, 1), "  "))
    assert codes(pupil, year_of(pupil), date(2027, 6, 2)) == ["reasoned_without_reason"]


def test_a_placement_needs_an_agreement_two_weeks_before() -> None:
    year = year_of(FOLLOWED, placements=(PFMP,))
    assert codes(FOLLOWED, year, date(2026, 11, 1)) == []
    assert codes(FOLLOWED, year, date(2026, 11, 2)) == ["no_agreement"]


def test_an_agreement_is_signed_by_all_has_a_teacher_and_is_attested() -> None:
    bare = Agreement("A1", "Garage Morel", *PFMP)
    pupil = FOLLOWED.put_agreement(bare)
    year = year_of(pupil, placements=(PFMP,))
    found = late(pupil, year, date(2026, 11, 10))
    assert [one.code for one in found] == ["not_signed", "no_teacher"]
    assert found[0].facts["missing"] == ["company", "pupil", "school"]
    whole = replace(bare, teacher="M. Roy", signed=frozenset({"school", "company", "pupil"}))
    pupil = pupil.put_agreement(whole)
    assert codes(pupil, year, date(2026, 12, 10)) == []
    assert codes(pupil, year, date(2026, 12, 11)) == ["not_attested"]
    attested = replace(whole, days=14, attested=date(2026, 12, 7))
    assert codes(pupil.put_agreement(attested), year, date(2026, 12, 11)) == []


def test_for_a_minor_the_legal_representative_signs() -> None:
    agreement = Agreement("A1", "Garage Morel", *PFMP)
    assert "representative" in needed_signatures(agreement, Pupil("E", born=date(2009, 1, 1)))
    assert "pupil" in needed_signatures(agreement, Pupil("E", born=date(2008, 11, 16)))
    assert "representative" in needed_signatures(agreement, Pupil("E", born=date(2008, 11, 17)))


def test_the_block_of_those_who_prepare_for_work_is_a_placement_too() -> None:
    pupil = FOLLOWED.decide(decided(FINAL, INSERTION, date(2027, 2, 1)))
    year = year_of(pupil, blocks={INSERTION: (date(2027, 2, 22),)})
    assert "no_agreement" in codes(pupil, year, date(2027, 2, 10))
    assert codes(FOLLOWED, year, date(2027, 2, 10)) == []


def test_an_immersion_lasts_a_week_at_most() -> None:
    week = Immersion("I1", "Lycée Diderot", date(2027, 1, 18), date(2027, 1, 22))
    assert codes(FOLLOWED.put_immersion(week), year_of(), date(2027, 2, 1)) == []
    longer = replace(week, last=date(2027, 1, 25))
    assert codes(FOLLOWED.put_immersion(longer), year_of(), date(2027, 2, 1)) == [
        "immersion_too_long"
    ]


def test_four_workshops_and_an_interview_for_those_who_prepare_for_work() -> None:
    pupil = FOLLOWED.decide(decided(FINAL, INSERTION, date(2027, 2, 1)))
    found = late(pupil, year_of(), date(2027, 6, 2))
    assert [one.code for one in found] == ["workshops", "interview"]
    assert found[0].facts == {"done": 0, "wanted": 4}
    days = tuple(date(2027, 1, day) for day in (5, 12, 19, 26))
    done = replace(pupil, workshops=days, interviews=(date(2027, 2, 2),))
    assert codes(done, year_of(), date(2027, 6, 2)) == []


# --- the class as a whole ---------------------------------------------------------------------


def class_of_24() -> ClassYear:
    pupils = []
    for number in range(24):
        finality = FINALITIES[number % 2]
        pupil = replace(
            FOLLOWED, code=f"E{number:02}", positioning=Positioning(1 + number % 4, 3)
        ).decide(decided(FINAL, finality, date(2027, 2, 1)))
        pupils.append(pupil if number < 20 else Pupil(f"E{number:02}"))
    return year_of(*pupils)


def test_where_the_class_stands_at_each_step() -> None:
    wish, final = standings(class_of_24(), (FIRST_WISH, FINAL))
    assert (wish.done, wish.total) == (20, 24)
    assert final.by_finality == {INSERTION: 10, POURSUITE: 10, "hesite": 0}


def test_groups_follow_choices_and_needs_and_the_hand_that_moved_a_pupil() -> None:
    year = class_of_24()
    proposal = groups.propose(year)
    sizes = {group.purpose: len(group.pupils) for group in proposal.groups}
    assert sizes == {"insertion": 10, "poursuite": 10, "besoin": 10}
    assert proposal.undecided == ("E20", "E21", "E22", "E23")
    moved = year.put(replace(year.pupil("E20"), purpose=INSERTION))
    assert groups.propose(moved).groups[0].row() == {
        "groupe": "TMELEC1-ins", "classe": "TMELEC1", "finalite": "insertion", "effectif": "11",
    }  # fmt: skip


def test_what_the_decisions_tell_the_steering_group() -> None:
    values = class_indicators((class_of_24(),))
    # All were advised further study and wished it; one in two chose work.
    assert values["recommandation_suivie"] == 50
    assert values["changement_parcours"] == 50
    assert values["voeux_poursuite"] == 50
    assert values["consolidation_terminale"] == 0
    assert class_indicators(()) == {}


# --- the block --------------------------------------------------------------------------------


def test_two_weeks_apart_before_the_wishes_are_announced_for_2026_2027() -> None:
    window = block.window_of(year_of())
    assert window is not None
    assert (window.weeks, window.apart, window.last) == (2, True, date(2027, 3, 11))
    assert not window.confirmed


@pytest.mark.parametrize("finality", FINALITIES)
def test_proposed_weeks_avoid_placements_and_come_before_the_deadline(finality: str) -> None:
    year = year_of(placements=((date(2027, 2, 22), date(2027, 3, 12)),))
    best, *others = block.propose(year, finality)
    assert best.problems == ()
    assert best.days == 10
    assert all(monday.weekday() == 0 for monday in best.mondays)
    assert best.mondays[-1] + timedelta(days=4) <= date(2027, 3, 11)
    assert others
    if finality == INSERTION:  # right before the placement: one longer stay
        assert best.mondays[-1] < date(2027, 2, 22)


def test_four_weeks_in_a_row_at_the_end_of_2025_2026_and_six_the_year_before() -> None:
    for label, length in (("2025-2026", 4), ("2024-2025", 6)):
        best = block.propose(ClassYear(label, "T"), POURSUITE)[0]
        assert len(best.mondays) == length
        gaps = {b - a for a, b in zip(best.mondays, best.mondays[1:], strict=False)}
        assert gaps == {timedelta(days=7)}


@pytest.mark.parametrize("finality", FINALITIES)
@pytest.mark.parametrize("label", ["2024-2025", "2025-2026", "2026-2027"])
def test_proposed_weeks_fit_the_calendar_placements_and_exams_or_say_why_not(
    label: str, finality: str
) -> None:
    start = int(label[:4])
    placement = (date(start + 1, 1, 11), date(start + 1, 2, 5))
    for zone in ("A", "B", "C"):
        year = ClassYear(label, "T", zone=zone, placements=(placement,))
        window = block.window_of(year)
        assert window is not None
        calendar = school_year(zone, label)
        for choice in block.propose(year, finality):
            days = [monday + timedelta(days=n) for monday in choice.mondays for n in range(5)]
            assert len(choice.mondays) == window.weeks
            assert window.first <= days[0] <= days[-1] <= window.last
            assert choice.days == sum(calendar.why_closed(day) is None for day in days)
            meets = any(placement[0] <= day <= placement[1] for day in days)
            assert meets == ("placement" in choice.problems)
            examined = {k for k, _ in block.exams_in(year, finality, choice.mondays)}
            assert bool(examined & set(block.EXAMS)) == ("exam" in choice.problems)


def test_the_oral_belongs_to_the_block_each_finality_on_its_day() -> None:
    weeks = (date(2025, 6, 23), date(2025, 6, 30))
    year = ClassYear("2024-2025", "T")
    for finality, day in ((POURSUITE, date(2025, 6, 23)), (INSERTION, date(2025, 6, 25))):
        found = dict(block.exams_in(year, finality, weeks))
        assert found[f"bac_pro_oral_projet_{finality}"].value == day
        assert found[f"bac_pro_oral_projet_{finality}"].status == "to_confirm"
        assert len(found) == 2  # health and safety too, on 26 June


def test_no_block_is_known_for_a_first_year() -> None:
    assert block.propose(ClassYear("2026-2027", "2TNE", level="2PRO"), POURSUITE) == ()


# --- kept, and read from a list ---------------------------------------------------------------


def test_a_class_comes_back_as_it_was() -> None:
    agreement = Agreement(
        "A1", "Morel", *PFMP, "M. Roy", frozenset({"school"}), 12, date(2026, 12, 7)
    )
    pupil = replace(
        FOLLOWED, born=date(2009, 5, 1), needs=True, options=("BTS Électrotechnique",),
        workshops=(date(2027, 1, 5),), consolidation=date(2027, 2, 2),
    ).put_agreement(agreement).put_immersion(Immersion("I1", "CFA", *PFMP))  # fmt: skip
    year = year_of(pupil, placements=(PFMP,), blocks={INSERTION: (date(2027, 2, 22),)})
    assert from_bytes(to_bytes(year)) == year


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b'{"format": 1}', to_bytes(year_of(FOLLOWED)).replace(b'"final"', b'"fin"'),
     to_bytes(year_of(Pupil("Zora D."), Pupil("Zora D.")))],
)  # fmt: skip
def test_another_file_is_refused_without_saying_who(content: bytes) -> None:
    with pytest.raises(ClassFileError) as refused:
        from_bytes(content, "classe.json")
    assert "classe.json" in str(refused.value)
    assert "Zora" not in str(refused.value)


def test_a_list_keeps_names_apart() -> None:
    listed = read_pupils(
        "liste.csv",
        b"eleve;nom;naissance;specialite;francais;mathematiques\nE1;Zora D.;01/05/2009;MELEC;2;3\n",
    )
    assert listed.pupils == (Pupil("E1", date(2009, 5, 1), "MELEC", positioning=Positioning(2, 3)),)
    assert listed.names == {"E1": "Zora D."}


@pytest.mark.parametrize(
    "text", ["E1\nE2", "eleve\tnom\nE1\tZora D.\nE2\tAli B.", "E1\tZora\nE2\t"]
)
def test_a_list_may_be_pasted(text: str) -> None:
    assert [pupil.code for pupil in pasted(text).pupils] == ["E1", "E2"]


@pytest.mark.parametrize(
    ("lines", "words"),
    [("Zora D.;32/01/2009", "date"), ("Zora D.;\nZora D.;", "déjà"), (";01/05/2009", "vide")],
)
def test_a_wrong_list_is_told_without_a_name(lines: str, words: str) -> None:
    with pytest.raises(SchoolFileError) as refused:
        read_pupils("liste.csv", f"eleve;naissance\n{lines}\n".encode())
    assert words in str(refused.value)
    assert "Zora" not in str(refused.value)
    with pytest.raises(SchoolFileError, match="collé"):
        pasted("  \n")


@given(st.lists(st.sampled_from([*FINALITIES, ""]), max_size=30), st.integers(1, 4))
def test_every_pupil_is_in_one_group_of_choice_or_undecided(
    purposes: list[str], level: int
) -> None:
    pupils = [
        Pupil(f"E{n}", purpose=purpose, positioning=Positioning(french=level))
        for n, purpose in enumerate(purposes)
    ]
    proposal = groups.propose(year_of(*pupils))
    chosen = [code for g in proposal.groups if g.purpose in FINALITIES for code in g.pupils]
    assert sorted([*chosen, *proposal.undecided]) == sorted(pupil.code for pupil in pupils)
