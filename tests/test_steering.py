"""A steering group through its self-evaluation: questions, answers, differences, priorities."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jalons.resources import ROOT
from jalons.schoolyear.errors import TableError
from jalons.steering.codec import ReviewFileError, from_bytes, to_bytes
from jalons.steering.domain import PHASES, THEMES, Action, Agreed, Answer, Entered, Review
from jalons.steering.questions import TABLE, read_questions
from jalons.steering.rules import (
    changes,
    differences,
    due,
    overview,
    priorities,
    standing,
    strengths,
)

QUESTIONS = read_questions()
BY_ID = {question.id: question for question in QUESTIONS}
SEEDS = ROOT.parent / "shared" / "seeds"


def review_of(*answers: tuple[str, str, int | None]) -> Review:
    review = Review("2026-2027")
    for question, person, step in answers:
        review = review.answer(question, person, Answer(step))
    return review


# --- the questions ----------------------------------------------------------------------------


def test_every_theme_has_questions_of_every_phase() -> None:
    assert len(QUESTIONS) >= 70
    for theme in THEMES:
        for phase in PHASES:
            assert [q for q in QUESTIONS if (q.theme, q.phase) == (theme, phase)], (theme, phase)


def test_every_question_is_asked_in_two_languages_and_names_its_source() -> None:
    for question in QUESTIONS:
        assert question.text["fr"].endswith("?")
        assert question.text["en"].endswith("?")
        assert question.text["fr"] != question.text["en"]
        assert re.fullmatch(r"00[13]:\d+(-\d+)?", question.source), question.id


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the official texts are not on this machine")
def test_every_question_of_the_two_sheets_is_answered_by_one_of_ours_in_other_words() -> None:
    covered = set()
    for question in QUESTIONS:
        sheet, lines = question.source.split(":")
        first, *last = map(int, lines.split("-"))
        covered |= {(sheet, line) for line in range(first, (last or [first])[0] + 1)}
    for sheet in ("001", "003"):
        (file,) = SEEDS.glob(f"{sheet}_*.txt")
        lines = file.read_text("utf-8").splitlines()
        asked = {(sheet, number) for number, line in enumerate(lines, 1) if "?" in line}
        assert asked <= covered
        for question in QUESTIONS:
            assert all(question.text["fr"] not in line for line in lines), question.id


def test_a_wrong_row_of_the_table_is_named(tmp_path: Path) -> None:
    table = tmp_path / TABLE.name
    table.write_text(TABLE.read_text("utf-8").replace(";plan;contexte", ";plein;contexte", 1))
    with pytest.raises(TableError, match="ligne 2, colonne « phase »"):
        read_questions(table)


# --- answers and agreement --------------------------------------------------------------------


def test_people_answer_and_where_they_are_apart_is_shown_first() -> None:
    review = review_of(("O01", "Mme R.", 3), ("O01", "M. T.", 0), ("O02", "Mme R.", 1),
                       ("O02", "M. T.", 2), ("O03", "Mme R.", 2), ("O03", "M. T.", 2))  # fmt: skip
    assert [s.question.id for s in differences(QUESTIONS, review)] == ["O01", "O02"]
    agreed = review.agree("O01", Agreed(1, "projet, page 4", date(2026, 11, 25)))
    assert [s.question.id for s in differences(QUESTIONS, agreed)] == ["O02"]
    assert standing(BY_ID["O01"], agreed).step == 1
    assert standing(BY_ID["O01"], review).step == 1.5
    assert agreed.agree("O01", None) == review


def test_not_knowing_is_an_answer_without_a_step() -> None:
    found = standing(BY_ID["O01"], review_of(("O01", "M. T.", None)))
    assert (found.answered, found.step, found.spread) == (1, None, 0)


def test_who_leaves_takes_their_answers_along() -> None:
    review = review_of(("O01", "Mme R.", 3), ("O01", "M. T.", 0))
    assert review.without_person("M. T.") == review_of(("O01", "Mme R.", 3))
    assert review.with_person("  Mme   R. ") == review


@pytest.mark.parametrize("step", [-1, 4])
def test_a_step_that_does_not_exist_is_refused(step: int) -> None:
    with pytest.raises(ValueError, match="step"):
        Answer(step)
    with pytest.raises(ValueError, match="step"):
        Agreed(step)


# --- the picture ------------------------------------------------------------------------------


def test_the_picture_counts_what_stands_in_each_theme_and_phase() -> None:
    cells = overview(QUESTIONS, review_of(("O01", "M. T.", 3), ("O02", "M. T.", 0)))
    assert [(c.theme, c.phase) for c in cells] == [(t, p) for t in THEMES for p in PHASES]
    first = cells[0]
    assert (first.questions, first.standing, first.step) == (6, 2, 1.5)
    assert all(cell.step is None for cell in cells[1:])


def test_three_strengths_and_three_priorities_agreed_before_not_and_plan_first() -> None:
    review = Review("2026-2027")
    for question, step in (("O28", 0), ("O07", 0), ("O01", 0), ("L01", 1)):
        review = review.agree(question, Agreed(step))
    review = review.answer("P01", "M. T.", Answer(0))
    for question in ("O02", "O03", "O04", "O05"):
        review = review.agree(question, Agreed(3))
    assert [s.question.id for s in priorities(QUESTIONS, review)] == ["O01", "O07", "O28"]
    assert [s.question.id for s in strengths(QUESTIONS, review)] == ["O02", "O03", "O04"]


def test_a_new_group_has_neither() -> None:
    assert strengths(QUESTIONS, Review("2026-2027")) == ()
    assert priorities(QUESTIONS, Review("2026-2027")) == ()


def test_year_on_year_shows_what_moved() -> None:
    before = Review("2025-2026").agree("O01", Agreed(0)).agree("O02", Agreed(2))
    now = Review("2026-2027").agree("O01", Agreed(3)).agree("O02", Agreed(2))
    assert [(a.step, b.step) for a, b in changes(QUESTIONS, before, now)] == [(0, 3)]


# --- actions ----------------------------------------------------------------------------------


def test_actions_get_an_id_of_their_own_and_the_late_ones_come_first() -> None:
    review = Review("2026-2027")
    for title, day in (("Forum", None), ("Bilan", date(2027, 3, 1)), ("Charte", date(2026, 10, 1))):
        review = review.put_action(Action("", title, due=day))
    assert [a.id for a in review.actions] == ["A1", "A2", "A3"]
    assert [a.title for a in due(review.actions, date(2026, 11, 25))] == [
        "Charte",
        "Bilan",
        "Forum",
    ]
    done = review.put_action(replace(review.actions[2], done=date(2026, 11, 2)))
    assert [a.title for a in due(done.actions, date(2026, 11, 25))] == ["Bilan", "Forum"]
    assert [a.id for a in done.drop_action("A1").put_action(Action("", "Tutorat")).actions] == [
        "A2",
        "A3",
        "A1",
    ]


def test_a_colleague_s_file_adds_to_what_is_there_and_takes_nothing() -> None:
    mine = review_of(("O01", "Mme R.", 3), ("O02", "Mme R.", 1)).agree("O01", Agreed(3))
    mine = mine.put_action(Action("", "Forum", "O19", "Mme R.", date(2027, 1, 14)))
    theirs = review_of(("O01", "M. T.", 0), ("O02", "Mme R.", 2)).enter("x", Entered(4.0))
    theirs = theirs.put_action(Action("", "Tutorat", owner="CPE"))
    both = mine.with_all_of(theirs)
    assert both.answers_to("O01") == {"Mme R.": Answer(3), "M. T.": Answer(0)}
    assert both.answers["O02", "Mme R."] == Answer(2)
    assert (both.agreed["O01"].step, both.entered["x"].value) == (3, 4.0)
    assert [(a.id, a.title) for a in both.actions] == [("A1", "Forum"), ("A2", "Tutorat")]
    assert both.with_all_of(theirs) == both
    assert Review("2026-2027").with_all_of(mine) == mine


# --- kept -------------------------------------------------------------------------------------


def test_a_review_comes_back_as_it_was() -> None:
    review = (
        review_of(("O01", "Mme R.", 3), ("O01", "M. T.", None))
        .agree("O01", Agreed(2, "compte rendu", date(2026, 11, 25)))
        .enter("poursuite", Entered(41.5, "enquête"))
        .aim("poursuite", 50.0)
        .put_action(Action("", "Forum", "O19", "Mme R.", date(2027, 1, 14)))
    )
    assert from_bytes(to_bytes(replace(review, blind=True))) == replace(review, blind=True)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"format": 1}', b"\xff", b'{"format": "x"}', b"null",
     to_bytes(Review("2026-2027")).replace(b"2026-2027", b"2026"),
     to_bytes(review_of(("O01", "M. T.", 2))).replace(b'"step": 2', b'"step": 7')],
)  # fmt: skip
def test_another_file_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ReviewFileError, match=r"notes\.json.*autoévaluation") as refused:
        from_bytes(content, "notes.json")
    assert "Error" not in str(refused.value)


def test_a_newer_file_says_so() -> None:
    newer = to_bytes(Review("2026-2027")).replace(b'"format": 1', b'"format": 2')
    with pytest.raises(ReviewFileError, match="plus récente"):
        from_bytes(newer, "notes.json")
