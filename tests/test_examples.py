"""The example schools: right, as the script writes them, and rich enough to try everything."""

from __future__ import annotations

import csv
import importlib.util
from functools import cache
from itertools import combinations
from types import ModuleType

import pytest

from jalons.planner.domain import all_tasks, tasks_of
from jalons.planner.notices import date_notices
from jalons.planner.times import Times
from jalons.resources import DATASETS, EXAMPLES
from jalons.school.domain import ORGANISATIONS, PLACE_TYPES, PURPOSES, ROLES
from jalons.school.reader import SchoolFile, read_school, read_school_files
from jalons.school.tables import TABLES
from schools import book_bytes, example, workbook

YEARS = ("2025-2026", "2026-2027")


@cache
def read(year: str) -> SchoolFile:
    return read_school(EXAMPLES / f"lp-quatre-vents-{year}")


@cache
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_examples", DATASETS / "make_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_is_one_example_a_year() -> None:
    assert sorted(path.name for path in EXAMPLES.iterdir()) == [
        f"lp-quatre-vents-{year}" for year in YEARS
    ]
    assert tuple(script().YEARS) == YEARS


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("table", TABLES)
def test_the_files_are_what_the_script_writes(table: str, year: str) -> None:
    path = EXAMPLES / f"lp-quatre-vents-{year}" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file, delimiter=";"))
    assert tuple(header) == TABLES[table].columns()
    assert rows == [[str(cell) for cell in row] for row in script().tables(year)[table]]


@pytest.mark.parametrize("year", YEARS)
def test_an_example_has_one_notice_that_teaches(year: str) -> None:
    """A session for pupils in need of support, in a level where one class only has such a group."""
    assert [notice.code for notice in read(year).notices] == ["no_group_for"]
    codes = {notice.code for notice in date_notices(Times(read(year).school))}
    assert codes <= {"milestone_undated", "milestone_to_confirm"}


@pytest.mark.parametrize("year", YEARS)
def test_an_example_uses_all_that_a_school_file_can_say(year: str) -> None:
    school = read(year).school
    assert {c.organisation for c in school.classes} == set(ORGANISATIONS)
    assert {g.purpose for g in school.groups} == set(PURPOSES)
    assert {p.role for p in school.people} == set(ROLES)
    assert {p.kind for p in school.places} == set(PLACE_TYPES)
    assert {s.weeks for s in school.slots} == {"toutes", "A"}
    assert any(s.first for s in school.slots)
    assert {e.blocks for e in school.events} == {True, False}
    assert {s.mandatory for s in school.sessions} == {True, False}
    assert max(s.parts for s in school.sessions) > 1
    assert any(s.after for s in school.sessions)
    assert {s.place_kind for s in school.sessions} == {None, *PLACE_TYPES}
    assert all(tasks_of(school, session) for session in school.sessions)
    assert len(all_tasks(school)) >= 100


@pytest.mark.parametrize("year", YEARS)
def test_dates_of_an_example_make_sense(year: str) -> None:
    school = read(year).school
    calendar = Times(school).year
    for placement in school.placements:
        for day in (placement.first, placement.last):
            closed = calendar.why_closed(day)  # Whit Monday falls into one: a day off like others
            assert closed is None or closed.kind == "public_holiday", placement
        assert (placement.first.weekday(), placement.last.weekday()) == (0, 4), placement
    for council in school.councils:
        assert calendar.is_school_day(council.day), council
    for event in school.events:
        assert calendar.is_school_day(event.first), event
    for one, other in combinations(school.placements, 2):
        if one.class_name == other.class_name:
            assert one.last < other.first or other.last < one.first


@pytest.mark.parametrize("year", YEARS)
def test_weeks_in_a_company_are_those_of_the_diploma(year: str) -> None:
    """18 to 22 weeks over the three years of a bac pro, 12 to 14 over the two of a CAP."""
    school = read(year).school
    level = {c.name: c.level for c in school.classes}
    weeks: dict[str, list[int]] = {}
    for name in level:
        own = [p for p in school.placements if p.class_name == name]
        days = sum((p.last - p.first).days + 3 for p in own)
        weeks.setdefault(level[name], []).append(days // 7)
    assert all(len(set(found)) == 1 for found in weeks.values())
    assert 18 <= sum(weeks[name][0] for name in ("2PRO", "1PRO", "TPRO")) <= 22
    assert 12 <= weeks["CAP1"][0] + weeks["CAP2"][0] <= 14


@pytest.mark.parametrize("year", YEARS)
def test_an_example_as_a_workbook_is_the_same_school(year: str) -> None:
    book = book_bytes(workbook(example(year)))
    assert read_school_files({"ecole.xlsx": book}).school == read(year).school


def test_both_years_are_the_same_school() -> None:
    one, other = (read(year).school for year in YEARS)
    assert one.classes == other.classes
    assert one.people == other.people
    assert one.sessions == other.sessions
    assert one.placements != other.placements
