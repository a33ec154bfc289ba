"""What a steering group decides for a day is seen by who plans the year, and follows changes."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from icalendar import Calendar
from openpyxl import load_workbook

from jalons import bridges
from jalons.i18n import Translator
from jalons.planner.board import board_data
from jalons.planner.calendars import ALL
from jalons.planner.domain import Plan
from jalons.planner.exports import Exports
from jalons.planner.pdf import year_poster
from jalons.planner.state import PlannerState
from jalons.planner.team import TeamDate, for_calendar
from jalons.resources import EXAMPLES
from jalons.steering.domain import Action
from jalons.steering.state import SteeringState
from jalons.steering.words import page_text
from jalons.ui.year_board import YearBoard
from jalons.workspace.store import Workspace

FR = Translator("fr")
YEAR = "2025-2026"
OWNER = "Mme Roy"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "jalons.sqlite")


@pytest.fixture
def group(workspace: Workspace) -> SteeringState:
    state = SteeringState(workspace, YEAR)
    state.put_action(Action("", "Forum des métiers", "O19", OWNER, date(2025, 11, 20)))
    state.put_action(Action("", "Un jour peut-être"))
    return state


@pytest.fixture
def planner(workspace: Workspace) -> PlannerState:
    state = PlannerState((), workspace, team=partial(bridges.team_dates, workspace))
    state.open_folder(EXAMPLES / f"lp-quatre-vents-{YEAR}")
    assert state.times is not None
    state.accept(Plan(state.times.school.name, state.times.school.year))
    return state


def marks(planner: PlannerState) -> list[tuple[str, str]]:
    assert planner.times is not None
    data = board_data(planner.times, planner.plan, {}, FR, team=planner.team_dates())
    YearBoard(board=data)  # it can be shown
    return [(m["date"], m["label"]) for m in data["marks"] if m["status"] == "team"]


def events(planner: PlannerState, kind: str = "", name: str = "") -> list[tuple[str, str, date]]:
    _, _, data = Exports(planner, FR, {}).ics((kind, name))
    found = Calendar.from_ical(data).walk("VEVENT")
    return [(e["summary"], e["status"], e.decoded("dtstart")) for e in found]


def test_a_dated_action_is_on_the_board_with_its_owner_and_an_undated_one_is_not(
    group: SteeringState, planner: PlannerState
) -> None:
    assert marks(planner) == [("2025-11-20", f"Forum des métiers — {OWNER}")]
    assert planner.school_file is not None
    assert "Forum des métiers" not in {e.name for e in planner.school_file.school.events}


def test_it_moves_is_done_and_goes_with_the_action(
    group: SteeringState, planner: PlannerState
) -> None:
    action = group.review.actions[0]
    group.put_action(replace(action, due=date(2026, 1, 15)))
    assert marks(planner)[0][0] == "2026-01-15"
    group.put_action(replace(group.review.actions[0], done=date(2026, 1, 10)))
    assert marks(planner) == [("2026-01-15", f"✓ Forum des métiers (fait) — {OWNER}")]
    group.drop_action(action.id)
    assert marks(planner) == []


def test_calendars_say_it_as_a_whole_day_to_the_school_and_its_owner_only(
    group: SteeringState, planner: PlannerState
) -> None:
    said = [(f"Forum des métiers — {OWNER}", "CONFIRMED", date(2025, 11, 20))]
    assert events(planner, *ALL) == said
    assert planner.times is not None
    assert events(planner, "class", planner.times.school.classes[0].name) == []
    team = planner.team_dates()
    assert for_calendar(team, "person", "mme  roy") == team[:1]
    assert for_calendar(team, "person", "M. Petit") == ()


def test_a_calendar_loses_what_was_dropped_and_what_went_to_somebody_else(
    group: SteeringState, planner: PlannerState
) -> None:
    action = group.review.actions[0]
    group.put_action(replace(action, owner="M. Petit"))
    team = planner.team_dates()
    (lost,) = for_calendar(team, "person", OWNER)
    assert lost.gone
    (kept,) = for_calendar(team, "", "")
    assert (kept.gone, kept.who) == (False, "M. Petit")
    group.drop_action(action.id)
    assert [status for _, status, _ in events(planner, *ALL)] == ["CANCELLED", "CANCELLED"]
    group.put_action(Action("", "Autre chose", due=date(2025, 12, 1)))
    assert group.review.actions[-1].id not in {a.id for a in group.review.dropped}
    assert group.review.dropped[-1].title == "Forum des métiers"


def test_an_action_without_its_date_is_cancelled_and_comes_back_with_one(
    group: SteeringState, planner: PlannerState
) -> None:
    action = group.review.actions[0]
    group.put_action(replace(action, due=None))
    assert [status for _, status, _ in events(planner, *ALL)] == ["CANCELLED"]
    group.put_action(replace(action, due=date(2025, 12, 4)))
    assert [e[1:] for e in events(planner, *ALL)] == [("CONFIRMED", date(2025, 12, 4))]


def test_the_workbook_has_a_sheet_of_them_that_is_only_read(
    group: SteeringState, planner: PlannerState
) -> None:
    _, _, data = Exports(planner, FR, {}).xlsx()
    (_, row) = load_workbook(io.BytesIO(data))["jalons_equipe"].values
    assert row[1:] == ("Forum des métiers", OWNER, "non")
    again = PlannerState()
    again.open_files({"planning.xlsx": data})
    assert not again.problems
    assert not [n for n in again.notices if n.code == "sheet_ignored"]
    assert again.team_dates() == ()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
@pytest.mark.parametrize("count", [1, 9])
def test_the_poster_says_them_without_a_name(planner: PlannerState, count: int) -> None:
    moment = datetime(2025, 9, 1, tzinfo=UTC)
    days = [
        TeamDate(f"A{n}", date(2025, 11, n + 1), f"Jalon {n}", OWNER, False, False, moment)
        for n in range(count)
    ]
    assert planner.times is not None
    assert planner.plan is not None
    pdf = year_poster(planner.times, planner.plan, {}, FR, date(2025, 9, 1), days)
    command = ["pdftotext", "-", "-"]
    said = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    assert f"Jalon {count - 1}" in said
    assert "Roy" not in said


def test_the_steering_group_is_told_that_the_example_school_is_invented(
    planner: PlannerState, workspace: Workspace
) -> None:
    known = bridges.knows_the_school(workspace)(YEAR)
    origin = known.facts["partners"].origin
    assert origin.example
    assert origin.on is not None
    assert "inventé" in page_text(origin, FR)
    assert known.values["partenaires"].origin == origin
    assert "partners" not in bridges.knows_the_school(workspace)("2024-2025").facts
