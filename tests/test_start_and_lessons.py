"""Beginning without a file, and choosing sessions of the library."""

from __future__ import annotations

import threading

import pytest

from jalons.data.lessons import THEMES, read_lessons
from jalons.i18n import Translator
from jalons.planner.page.lessons import LessonsPart
from jalons.planner.page.start import StartPart
from jalons.planner.page.tables import TablesPart
from jalons.planner.rules import check
from jalons.planner.state import PlannerState
from jalons.planner.view import PlannerView
from jalons.school.draft import Draft
from jalons.school.reader import read_school_sheets
from jalons.school.starting import Start, class_names, first_tables
from jalons.school.tidy import Tidy
from jalons.ui.view import descendants
from schools import csv_files, tiny

FR = Translator("fr")
LIBRARY = [lesson.row for lesson in read_lessons()]


def view(state: PlannerState, lang: str = "fr") -> PlannerView:
    return PlannerView(state, Translator(lang), THEMES, {})


def shown(part: StartPart | LessonsPart) -> bool:
    return str(part.widget.layout.display) != "none"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_few_classes_make_a_useful_year(lang: str) -> None:
    state = PlannerState(LIBRARY, time_limit_s=5)
    page = view(state, lang)
    start = page.part(StartPart)
    assert shown(start)
    start.classes.value = "TMELEC, TPCEPC; 1MELEC"
    start.year.value = "2026-2027"
    start.go.click()
    assert page.part(TablesPart).editing.problems == ()
    assert not shown(start)
    assert state.times is not None
    state.accept(state.solve(lambda _: None, threading.Event()))
    assert state.plan is not None
    classes = {a.task.class_name for a in state.plan.assignments}
    assert {"TMELEC", "TPCEPC"} <= classes
    assert check(state.times, state.plan.assignments) == ()
    assert not [u for u in state.plan.unplaced if u.mandatory]


@pytest.mark.parametrize(("typed", "word"), [("", "au moins une classe"), ("ULIS, TX", "ULIS")])
def test_what_is_missing_to_begin_is_said(typed: str, word: str) -> None:
    page = view(PlannerState(LIBRARY))
    start = page.part(StartPart)
    start.classes.value = typed
    start.go.click()
    assert start.said.kind == "error"
    assert word in start.said.message
    assert page.state.school_file is None


def test_a_wrong_time_is_mended_in_the_tables() -> None:
    page = view(PlannerState(LIBRARY))
    start = page.part(StartPart)
    start.classes.value = "TX"
    start.begin.value, start.end.value = "14h", "tantôt"
    start.go.click()
    tables = page.part(TablesPart)
    assert tables.is_open
    assert [p.value for p in tables.editing.problems] == ["tantôt"]
    assert not shown(start)


def test_nothing_official_is_invented() -> None:
    start = Start("LP", "C", "2026-2027", ("TX", "2CAP Y"))
    tables = first_tables(start, LIBRARY, lambda code, name: f"{code} {name}")
    assert tables["pfmp"] == tables["conseils"] == tables["evenements"] == []
    draft = Draft.of_rows(tables, Tidy())
    assert (
        read_school_sheets(draft.sheets(), LIBRARY).school.class_by_name["2CAP Y"].level == "CAP2"
    )


def test_names_of_classes_are_told_apart() -> None:
    assert class_names("A, B;A\nC ") == ("A", "B", "C")
    assert class_names(" , ") == ()


def test_lessons_are_ticked_and_become_rows() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    page = view(state)
    part = page.part(LessonsPart)
    assert shown(part)
    part.open(True)
    assert part.add.disabled
    assert "55 min" in part.lessons["TPRO-01"].description
    assert "2 × 90 min" in part.lessons["TPRO-03"].description
    part.lessons["TPRO-01"].value = part.lessons["TPRO-03"].value = True
    assert "2" in part.add.description
    part.classes["TMELEC"].value = True
    part.add.click()
    assert state.school_file is not None
    added = state.school_file.school.session_by_id["TPRO-03"]
    assert added.classes == ("TMELEC",)
    assert set(added.after) <= {"TPRO-01"}
    assert part.lessons["TPRO-01"].disabled
    part.editing.undo()
    assert not part.lessons["TPRO-01"].disabled
    assert "TPRO-01" not in state.school_file.school.session_by_id


def test_lessons_may_go_to_other_levels() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    part = view(state).part(LessonsPart)
    part.open(True)
    part.lessons["TPRO-05"].value = True
    part.levels["1PRO"].value = True
    part.add.click()
    assert state.school_file is not None
    assert state.school_file.school.session_by_id["TPRO-05"].levels == ("1PRO",)


def test_lessons_for_the_levels_of_the_school_come_first() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    part = view(state).part(LessonsPart)
    part.open(True)
    seen = [name for name, box in part.lessons.items() if box.layout.display != "none"]
    levels = {one.level for one in state.school_file.school.classes} if state.school_file else set()
    assert seen == [n for n in part.lessons if levels & set(part.rows[n]["niveaux"].split("|"))]
    assert 0 < len(seen) < len(part.lessons)
    assert str(len(part.lessons) - len(seen)) in part.others.description
    part.others.value = True
    assert all(box.layout.display != "none" for box in part.lessons.values())
    assert next(iter(part.lessons)).startswith("2PRO-")
    part.lessons["CAP-01"].value = True
    part.others.value = False
    assert part.lessons["CAP-01"].layout.display != "none"  # what is ticked stays in sight


def test_a_sheet_can_be_read_from_the_page_and_its_pupil_s_page_alone() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    part = view(state).part(LessonsPart)
    part.which.value = "TPRO-09"
    name, kind, whole = part._sheet(pupil_only=False)
    assert (name, kind, whole[:5]) == ("fiche-TPRO-09.pdf", "application/pdf", b"%PDF-")
    name, _, alone = part._sheet(pupil_only=True)
    assert name == "fiche-eleve-TPRO-09.pdf"
    assert len(alone) < len(whole)


def test_a_lesson_that_is_planned_says_so_and_a_group_is_named() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    part = view(state).part(LessonsPart)
    part.open(True)
    assert "groupe insertion" in part.lessons["TPRO-07"].description
    assert "groupe" not in part.lessons["TPRO-09"].description
    part.lessons["TPRO-09"].value = True
    part.add.click()
    assert part.lessons["TPRO-09"].disabled
    assert "déjà dans vos séances" in part.lessons["TPRO-09"].description


def test_a_closed_page_leaves_nothing_behind() -> None:
    state = PlannerState(LIBRARY)
    page = view(state)
    widgets = list(descendants(page.widget))
    page.close()
    assert all(widget.comm is None for widget in widgets)
    state.open_files(csv_files(tiny()), "tiny")
