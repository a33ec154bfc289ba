"""A plan leaves as a workbook and comes back the same, whoever opened it in between."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from jalons.data.lessons import read_lessons
from jalons.i18n import Translator
from jalons.planner.codec import PlanFileError
from jalons.planner.domain import (
    Assignment,
    Plan,
    Reason,
    SolverInfo,
    Task,
    Unplaced,
    all_tasks,
)
from jalons.planner.from_xlsx import plan_in
from jalons.planner.hours import hours_of
from jalons.planner.state import PlannerState
from jalons.planner.times import Times
from jalons.planner.xlsx import to_xlsx
from jalons.resources import EXAMPLES
from jalons.school.domain import School
from jalons.school.reader import read_school_files
from schools import Tables, as_datetime, school, tiny

FR = Translator("fr")
LIBRARY = [lesson.row for lesson in read_lessons()]
# Names that a spreadsheet, or a program that reads one, likes to take for something else.
NAMES = [
    "=1+1", "@somme(A1)", "+33", "-x", "'quote", "A | B", "0123", "12", "2026-09-01", "14:00",
    "oui", "VRAI", "1e5", "_x000D_", "#N/A", "é" * 40, "<b>", "&amp;", '"', "A; B, C", "0.5",
]  # fmt: skip


def named(tables: Tables, names: list[str]) -> Tables:
    """The same school with these names of a class, two people, a place, a session and a group."""
    a_class, person, other, place, session, group = names
    new = {"TMELEC": a_class, "Mme Roy": person, "M. Bey": other, "CDI": place,
           "S01": session, "TMELEC-ins": group}  # fmt: skip
    for rows in tables.values():
        for row in rows:
            for column, value in row.items():
                if column not in ("titre", "roles", "type"):
                    row[column] = new.get(value, value) if isinstance(value, str) else value
    # Lists joined by "|" cannot name what holds that sign.
    tables["seances"][1]["classes"] = tables["seances"][1]["apres"] = ""
    tables["evenements"] = []
    return tables


def back(of: School, plan: Plan) -> tuple[School, Plan | None]:
    files = {"planning.xlsx": to_xlsx(of, plan, FR)}
    again = read_school_files(files, LIBRARY).school
    return again, plan_in(files, again)


@st.composite
def plans(draw: st.DrawFn, of: School) -> Plan:
    """Any plan that can be said of a school, right or wrong."""
    tasks = list(all_tasks(of))
    chosen = draw(st.lists(st.sampled_from(tasks), unique=True, max_size=12))
    cut = draw(st.integers(0, len(chosen)))
    minute = st.integers(0, 24 * 60 - 2)
    people = list(of.roles_of)

    def assignment(task: Task) -> Assignment:
        start = draw(minute)
        end = draw(st.integers(start + 1, 24 * 60 - 1))
        staff = draw(st.lists(st.sampled_from(people), unique=True, max_size=3))
        place = draw(st.sampled_from([None, *of.place_by_name]))
        day = date(2025, 9, 1) + timedelta(days=draw(st.integers(0, 300)))
        clock = [time(m // 60, m % 60) for m in (start, end)]
        return Assignment(task, day, *clock, tuple(staff), place)

    facts = st.dictionaries(
        st.sampled_from(["class", "who", "role"]),
        st.one_of(st.dates(), st.sampled_from(NAMES[:2]), st.integers(0, 99)),
        max_size=2,
    )
    reasons = st.lists(st.builds(Reason, st.sampled_from(["slot", "roles"]), facts), max_size=2)
    number = st.floats(0, 1e6)
    info = st.builds(
        SolverInfo, st.sampled_from(SolverInfo.STATUSES), number, number, number,
        st.integers(0, 2**31),
    )  # fmt: skip
    assignments = tuple(assignment(task) for task in chosen[:cut])
    unplaced = tuple(
        Unplaced(task, of.session_by_id[task.session].mandatory, tuple(draw(reasons)))
        for task in chosen[cut:]
    )
    return Plan(
        of.name,
        of.year,
        assignments,
        unplaced,
        hours_of(Times(of), assignments),
        draw(st.none() | info),
        frozenset(draw(st.lists(st.sampled_from(chosen), unique=True))) if chosen else frozenset(),
    )


QUICK = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@QUICK
@given(st.data(), st.permutations(NAMES).map(lambda names: names[:6]))
def test_any_plan_comes_back_the_same_with_names_of_any_kind(
    data: st.DataObject, names: list[str]
) -> None:
    of = school(named(tiny(), names))
    plan = data.draw(plans(of))
    assert back(of, plan) == (of, plan)


@settings(QUICK, max_examples=4)
@given(st.data())
def test_any_plan_of_the_example_comes_back_the_same(data: st.DataObject) -> None:
    of = example_school()
    plan = data.draw(plans(of))
    assert back(of, plan) == (of, plan)


@cache
def example_school() -> School:
    state = PlannerState(LIBRARY)
    state.open_folder(EXAMPLES / "lp-quatre-vents-2025-2026")
    assert state.school_file is not None
    return state.school_file.school


def solved() -> tuple[School, Plan]:
    state = PlannerState(LIBRARY)
    state.open_files({"a.xlsx": to_xlsx(school(tiny()), Plan("", ""), FR)})
    plan = state.solve(lambda _: None, threading.Event())
    assert state.school_file is not None
    return state.school_file.school, plan


def test_the_page_opens_the_workbook_it_gave_away() -> None:
    of, plan = solved()
    plan = replace(plan, pinned=frozenset({plan.assignments[0].task}))
    state = PlannerState(LIBRARY)
    state.open_files({"planning.xlsx": to_xlsx(of, plan, FR)})
    assert state.problems == ()
    assert not [notice for notice in state.notices if notice.code == "sheet_ignored"]
    assert (state.school_file is not None and state.school_file.school, state.plan) == (of, plan)


def test_a_workbook_that_a_spreadsheet_saved_again_reads_the_same() -> None:
    """Days become moments, times fractions of a day; formats may be lost altogether."""
    of, plan = solved()
    book = load_workbook(io.BytesIO(to_xlsx(of, plan, FR)))
    for number, sheet in enumerate(book):
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, time):
                    share = (cell.value.hour * 60 + cell.value.minute) / 1440
                    cell.value = timedelta(days=share) if number % 2 else share
                    cell.number_format = "[hh]:mm:ss" if number % 2 else "General"
                elif isinstance(cell.value, datetime):
                    cell.value = (cell.value.date() - date(1899, 12, 30)).days
                    cell.number_format = "General"
                elif isinstance(cell.value, date):
                    cell.value = as_datetime(cell.value)
                elif isinstance(cell.value, int):
                    cell.value = float(cell.value)
    out = io.BytesIO()
    book.save(out)
    files = {"planning.xlsx": out.getvalue()}
    again = read_school_files(files).school
    assert (again, plan_in(files, again)) == (of, plan)


def test_a_plan_changed_in_the_spreadsheet_no_longer_claims_to_be_the_best() -> None:
    of, plan = solved()
    assert plan.solver is not None
    book = load_workbook(io.BytesIO(to_xlsx(of, plan, FR)))
    book["planning"]["E2"] = datetime(2026, 9, 24)
    out = io.BytesIO()
    book.save(out)
    read = plan_in({"a.xlsx": out.getvalue()}, of)
    assert read is not None
    assert read.assignments[0].day == date(2026, 9, 24)
    assert read.solver is None


@pytest.mark.parametrize(
    ("cell", "value", "code"),
    [
        ("A2", "S99", "plan_unknown"),
        ("B2", 7, "plan_no_such_task"),
        ("C2", "TMELEK", "plan_unknown"),
        ("E2", "31/02/2026", "not_day"),
        ("F2", "tôt", "not_clock"),
        ("H2", "Personne", "plan_unknown"),
        ("I2", "Lune", "plan_unknown"),
        ("L2", "peut-être", "not_one_of"),
        ("E1", "jour J", "missing_column"),
    ],
)
def test_what_is_wrong_in_the_planning_sheet_is_said_with_its_place(
    cell: str, value: object, code: str
) -> None:
    of, plan = solved()
    book = load_workbook(io.BytesIO(to_xlsx(of, plan, FR)))
    book["planning"][cell] = value
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(PlanFileError) as refused:
        plan_in({"a.xlsx": out.getvalue()}, of)
    (problem,) = refused.value.problems
    assert (problem.code, problem.sheet) == (code, "planning")
    if code != "missing_column":
        assert problem.row == 2
        assert str(value) in problem.sentence(FR)
