"""What pupils do beside lessons: activities, needs, and what an allowance waits for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jalons.i18n import Translator
from jalons.support import words
from jalons.support.domain import (
    FINAL,
    INSERTION,
    POURSUITE,
    Activity,
    Agreement,
    ClassYear,
    Decision,
    Positioning,
    Pupil,
)
from jalons.support.groups import needs_of, propose
from jalons.support.noting import KINDS
from jalons.support.page.record import RecordPart
from jalons.support.payments import Account, accounts
from jalons.support.pupils_file import pasted
from jalons.support.rules import late
from jalons.support.state import SupportState
from jalons.support.view import SupportView
from jalons.support.words import tidy_for_all

FR, EN = Translator("fr"), Translator("en")
YEAR = "2025-2026"
BLOCK = (date(2026, 6, 8), date(2026, 6, 15))
JUNE = date(2026, 6, 26)


def chose(finality: str, **changes: object) -> Pupil:
    pupil = Pupil("E01").decide(Decision(FINAL, finality, date(2026, 6, 2), "family"))
    return replace(pupil, **changes)  # type: ignore[arg-type]


def klass(*pupils: Pupil, **changes: object) -> ClassYear:
    councils = {"T1": date(2025, 12, 2), "T2": date(2026, 3, 10)}
    year = ClassYear(YEAR, "T", councils=councils, blocks={POURSUITE: BLOCK}, pupils=pupils)
    return replace(year, **changes)  # type: ignore[arg-type]


def codes(pupil: Pupil, day: date) -> set[str]:
    about = {"no_activity", "agreement_not_for_study", "reinforcement", "no_result"}
    return {one.code for one in late(pupil, klass(pupil), day)} & about


# --- what is late -----------------------------------------------------------------------------


def test_the_block_of_further_study_is_filled_in_when_it_begins() -> None:
    pupil = chose(POURSUITE)
    assert codes(pupil, BLOCK[0] - timedelta(days=1)) == set()
    assert codes(pupil, BLOCK[0]) == {"no_activity"}
    project = Activity("projet", "Un journal", BLOCK[1], BLOCK[1])
    assert codes(replace(pupil, activities=(project,)), BLOCK[0]) == set()
    before = replace(project, first=BLOCK[0] - timedelta(days=3), last=BLOCK[0] - timedelta(days=3))
    assert codes(replace(pupil, activities=(before,)), BLOCK[0]) == {"no_activity"}
    assert codes(chose(INSERTION), BLOCK[0]) == set()


def test_who_needs_it_to_go_on_is_helped_by_the_last_council_that_recommends() -> None:
    weak = Positioning(french=2, mathematics=4)
    pupil = chose(POURSUITE, positioning=weak)
    assert codes(pupil, date(2026, 3, 9)) == set()
    assert codes(pupil, date(2026, 3, 10)) == {"reinforcement"}
    help_ = Activity("renforcement", "Français", date(2026, 1, 6), date(2026, 3, 6))
    assert codes(replace(pupil, activities=(help_,)), date(2026, 3, 10)) == set()
    assert codes(chose(INSERTION, positioning=weak), date(2026, 3, 10)) == set()


def test_a_certificate_has_a_result_two_weeks_after_its_end() -> None:
    course = Activity("certification", "SST", date(2026, 5, 11), date(2026, 5, 12))
    pupil = chose(INSERTION, activities=(course,))
    assert codes(pupil, date(2026, 5, 25)) == set()
    assert codes(pupil, date(2026, 5, 26)) == {"no_result"}
    for result in (True, False):
        ended = replace(course, obtained=result)
        assert codes(replace(pupil, activities=(ended,)), date(2026, 5, 26)) == set()


# --- needs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("positioning", "said", "needs"),
    [
        (Positioning(), None, ""),
        (Positioning(3, 4), None, ""),
        (Positioning(2, 1), None, "français 2, maths 1"),
        (Positioning(4, 4, ("prendre la parole",)), None, "prendre la parole"),
        (Positioning(1, 4), False, ""),
        (Positioning(4, 4), True, "dit par l'équipe"),
        (Positioning(1, 4), True, "français 1"),
    ],
)
def test_levels_skills_and_the_team_say_who_needs_help(
    positioning: Positioning, said: bool | None, needs: str
) -> None:
    pupil = Pupil("E01", positioning=positioning, needs=said)
    assert words.needs(FR, pupil) == needs
    assert bool(needs_of(pupil)) == bool(needs)
    found = [g.pupils for g in propose(klass(pupil)).groups if g.purpose == "besoin"]
    assert found == ([("E01",)] if needs else [])


# --- the allowance ----------------------------------------------------------------------------

PLACEMENT = Agreement(
    "C1", "Morel", date(2025, 11, 3), date(2025, 11, 21), days=14, attested=date(2025, 11, 24)
)


def account(*agreements: Agreement, finality: str = INSERTION, day: date = JUNE) -> Account:
    (found,) = accounts(klass(chose(finality, agreements=agreements)), day)
    return found


def sums(found: Account) -> tuple[int, int, int, int]:
    return found.earned_eur, found.paid_eur, found.due_eur, found.waiting_eur


def said(found: Account) -> str:
    return words.payment(FR, found.payments[-1])


def test_what_is_attested_is_earned_then_paid() -> None:
    assert sums(account(PLACEMENT)) == (280, 0, 280, 0)
    assert "le versement doit suivre" in said(account(PLACEMENT))
    paid = replace(PLACEMENT, paid=date(2025, 12, 19))
    assert sums(account(paid)) == (280, 280, 0, 0)
    assert "Versé le 19 déc. 2025" in said(account(paid))


def test_without_its_attestation_or_its_days_a_placement_waits() -> None:
    bare = replace(PLACEMENT, attested=None, days=None)
    assert sums(account(bare)) == (0, 0, 0, 300)  # fifteen days, Monday to Friday
    assert "manque l'attestation" in said(account(bare))
    assert "300\u00a0€" in said(account(bare))
    undated = replace(PLACEMENT, days=None)
    assert sums(account(undated)) == (0, 0, 0, 300)
    assert "nombre de jours" in said(account(undated))
    assert accounts(klass(chose(INSERTION, agreements=(bare,))), PLACEMENT.last) == ()  # not over


def test_what_waits_may_only_have_what_the_cap_leaves() -> None:
    bare = replace(PLACEMENT, attested=None, days=None)
    long = replace(PLACEMENT, id="C2", first=date(2026, 1, 5), last=date(2026, 3, 27), days=45)
    assert sums(account(bare, long)) == (900, 0, 900, 100)
    assert sums(account(bare, replace(long, days=60))) == (1000, 0, 1000, 0)


def test_a_stay_in_the_block_of_further_study_is_never_paid_and_is_told() -> None:
    stay = replace(PLACEMENT, first=BLOCK[0], last=BLOCK[0] + timedelta(days=4), days=5, block=True)
    found = account(stay, finality=POURSUITE)
    assert sums(found) == (0, 0, 0, 0)
    assert "sans allocation" in said(found)
    assert sums(account(stay)) == (100, 0, 100, 0)
    pupil = chose(POURSUITE, agreements=(stay,), activities=(
        Activity("projet", "Un journal", BLOCK[0], BLOCK[0]),))  # fmt: skip
    assert codes(pupil, JUNE) == {"agreement_not_for_study"}


# --- noted for several ------------------------------------------------------------------------


@pytest.fixture
def view() -> Iterator[SupportView]:
    state = SupportState(tidy=tidy_for_all())
    state.begin(YEAR, "TMELEC1")
    state.put_pupils(pasted("E01\nE02\nE03"))
    view = SupportView(state, FR)
    yield view
    for part in view.parts:
        assert part.notice.message == "", type(part).__name__
    view.close()


def note(view: SupportView, kind: str, what: str = "SST", but: str = "") -> RecordPart:
    part = view.part(RecordPart)
    part.kind.value, part.what.value, part.but.value = kind, what, but
    part.note_it.click()
    return part


def test_a_whole_class_is_noted_at_once_but_for_the_absent(view: SupportView) -> None:
    part = view.part(RecordPart)
    part.first.value = date(2026, 1, 13)
    for kind in KINDS:
        assert note(view, kind, but="e02").said.kind == "ok", kind
        note(view, kind, but="E02")  # twice is once
    assert view.state.problems == ()
    assert view.state.klass is not None
    first, absent, _ = view.state.klass.pupils
    assert (first.presented, first.consolidation) == (date(2026, 1, 13),) * 2
    assert first.workshops == first.interviews == (date(2026, 1, 13),)
    assert len(first.activities) == 6
    assert len(first.immersions) == 1
    assert absent == Pupil("E02")
    part.first.value = date(2026, 2, 3)
    note(view, "atelier")
    assert [len(p.workshops) for p in view.state.klass.pupils] == [2, 1, 2]
    view.state.undo()
    assert [len(p.workshops) for p in view.state.klass.pupils] == [1, 0, 1]


def test_a_group_or_one_pupil_is_noted(view: SupportView) -> None:
    view.state.place("E03", INSERTION)
    part = view.part(RecordPart)
    part.first.value, part.last.value = date(2026, 5, 11), date(2026, 5, 12)
    part.who.value = ("group", INSERTION)
    note(view, "certification")
    part.who.value = ("pupil", "E01")
    note(view, "projet", "Journal")
    assert view.state.klass is not None
    done = {p.code: [(a.what, a.last) for a in p.activities] for p in view.state.klass.pupils}
    assert done == {
        "E01": [("Journal", date(2026, 5, 12))], "E02": [], "E03": [("SST", date(2026, 5, 12))],
    }  # fmt: skip


def test_what_is_missing_is_asked_for_and_nothing_is_noted(view: SupportView) -> None:
    before, part = view.state.book, view.part(RecordPart)
    assert "Donnez le jour" in note(view, "atelier").said.message
    part.first.value, part.last.value = date(2026, 5, 11), date(2026, 5, 1)
    assert "intitulé" in note(view, "projet", " ").said.message
    assert "avant le début" in note(view, "projet").said.message
    assert "pas dans ce groupe" in note(view, "atelier", but="E99").said.message
    assert "personne" in note(view, "atelier", but="E01, E02; E03").said.message
    assert view.state.book is before
