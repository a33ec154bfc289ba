"""The page Planifier without a page: open, plan, keep, come back."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from jalons.data.lessons import THEMES, read_lessons
from jalons.i18n import Translator
from jalons.planner.board import board_data, board_labels
from jalons.planner.domain import Plan
from jalons.planner.figures import months_of, staff_load, staff_load_figure, staff_load_table
from jalons.planner.moves import by_task
from jalons.planner.rules import check
from jalons.planner.state import PlannerState
from jalons.planner.times import Times
from jalons.reactive import Status
from jalons.resources import EXAMPLES
from jalons.ui.year_board import LABELS, check_board
from jalons.workspace.domain import DiskFullError, LockedError
from jalons.workspace.store import Workspace

EXAMPLE = EXAMPLES / "lp-quatre-vents-2025-2026"


@pytest.fixture
def keeper(tmp_path: Path) -> Workspace:
    return Workspace(f"sqlite:///{tmp_path / 'jalons.sqlite'}")


def state(keeper: Workspace | None = None) -> PlannerState:
    return PlannerState([lesson.row for lesson in read_lessons()], keeper)


def with_plan(plan: Plan | None, keeper: Workspace | None = None) -> PlannerState:
    planner = state(keeper)
    planner.open_folder(EXAMPLE)
    assert plan is not None
    planner.accept(plan)
    return planner


@pytest.fixture(scope="module")
def planned() -> PlannerState:
    planner = state()
    planner.open_folder(EXAMPLE)
    planner.accept(planner.solve(lambda _: None, threading.Event()))
    return planner


def test_a_teacher_opens_the_example_and_gets_a_plan(planned: PlannerState) -> None:
    assert planned.status == Status.FRESH
    assert planned.plan is not None
    assert len(planned.plan.assignments) == planned.total == 102
    assert planned.plan.unplaced == ()


def test_reload_brings_file_and_plan_back(keeper: Workspace, planned: PlannerState) -> None:
    with_plan(planned.plan, keeper)
    second = state(keeper)
    assert second.restore()
    assert second.file_name == EXAMPLE.name
    assert second.plan is not None
    assert second.plan == planned.plan
    assert second.status == Status.FRESH


def test_nothing_kept_nothing_restored(keeper: Workspace) -> None:
    assert not state(keeper).restore()
    assert not state().restore()


def test_opening_another_school_lets_the_plan_go(keeper: Workspace, planned: PlannerState) -> None:
    first = with_plan(planned.plan, keeper)
    first.open_folder(EXAMPLES / "lp-quatre-vents-2026-2027")
    assert first.plan is None
    assert first.status == Status.STALE
    second = state(keeper)
    assert second.restore()
    assert second.plan is None
    assert second.school_file is not None
    assert second.school_file.school.year == "2026-2027"


def test_a_wrong_file_leaves_the_last_good_one(keeper: Workspace) -> None:
    planner = state(keeper)
    planner.open_folder(EXAMPLE)
    before = planner.school_file
    planner.open_files({"classes.csv": b"\xff\xfe"}, "oops")
    assert planner.problems
    assert planner.school_file is before
    again = state(keeper)
    assert again.restore()
    assert again.file_name == EXAMPLE.name


def test_changing_the_seed_makes_the_plan_stale(keeper: Workspace, planned: PlannerState) -> None:
    planner = with_plan(planned.plan)
    planner.seed = 7
    assert planner.status == Status.STALE


def test_unknown_input_is_refused() -> None:
    with pytest.raises(TypeError, match="speed"):
        PlannerState(speed=3)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_board_shows_every_session(planned: PlannerState, lang: str) -> None:
    assert planned.times is not None
    assert planned.plan is not None
    t = Translator(lang)
    board = board_data(planned.times, planned.plan, THEMES, t)
    check_board(board)
    chips = [chip for row in board["rows"] for chip in row["chips"]]
    assert len(chips) == 102
    assert len(board["rows"]) == 12
    letters = [theme["letter"] for theme in board["themes"]]
    assert len(set(letters)) == len(letters)
    tmelec = next(row for row in board["rows"] if row["id"] == "TMELEC1")
    assert [
        (band["first"], band["last"]) for band in tmelec["bands"] if band["kind"] == "pfmp"
    ] == [
        ("2025-11-03", "2025-11-21"),
        ("2026-03-16", "2026-04-03"),
    ]
    wishes = next(mark for mark in board["marks"] if mark["date"] == "2026-03-12")
    assert wishes["status"] == "confirmed"


def test_the_french_words_of_the_board_are_its_defaults() -> None:
    assert board_labels(LABELS, Translator("fr")) == LABELS
    assert board_labels(LABELS, Translator("en")).keys() == LABELS.keys()


def test_hours_of_a_person_add_up(planned: PlannerState) -> None:
    assert planned.plan is not None
    load = staff_load(planned.plan)
    own = [a for a in planned.plan.assignments if "Mme Roy" in a.staff]
    minutes = sum((a.end.hour - a.start.hour) * 60 + a.end.minute - a.start.minute for a in own)
    assert sum(load["Mme Roy"].values()) == pytest.approx(minutes / 60)
    columns, rows = staff_load_table(load, str, "Qui", "Total")
    assert len(columns) == len(months_of(load)) + 2
    assert rows[0][-1] == max(row[-1] for row in rows)
    figure = staff_load_figure(load, str, "heures")
    assert sum(sum(bar["x"]) for bar in figure["data"]) == pytest.approx(
        sum(float(row[-1]) for row in rows), abs=0.5
    )


def test_moving_by_hand_then_undo_and_redo(planned: PlannerState) -> None:
    planner = with_plan(planned.plan)
    first = planner.plan
    assert first is not None
    task = first.assignments[20].task
    free = [move for move in planner.places_for(task) if not move.reasons]
    target = next(m.assignment for m in free if m.assignment != first.assignments[20])
    planner.put(target)
    assert planner.plan is not None
    assert target in planner.plan.assignments
    assert len(planner.plan.assignments) == 102
    assert check(Times(planner.times.school), planner.plan.assignments) == ()
    planner.undo()
    assert planner.plan == first
    planner.redo()
    assert planner.plan is not None
    assert target in planner.plan.assignments


def test_a_place_that_breaks_a_rule_says_so_and_can_be_taken(planned: PlannerState) -> None:
    planner = with_plan(planned.plan)
    task = next(a.task for a in planned.plan.assignments if a.task.class_name == "TMELEC1")
    in_pfmp = next(
        move for move in planner.places_for(task) if move.assignment.day == date(2025, 11, 13)
    )
    assert [reason.code for reason in in_pfmp.reasons][:1] == ["pfmp"]
    planner.put(in_pfmp.assignment)
    assert planner.plan is not None
    broken = by_task(planner.broken())
    assert "pfmp" in {b.reason.code for b in broken[task]}


def test_taking_out_and_pinning_are_kept(keeper: Workspace, planned: PlannerState) -> None:
    planner = with_plan(planned.plan, keeper)
    out, agreed = (planned.plan.assignments[n].task for n in (3, 4))
    planner.take_out(out)
    planner.toggle_pin(agreed)
    again = state(keeper)
    assert again.restore()
    assert again.plan is not None
    assert [u.task for u in again.plan.unplaced] == [out]
    assert again.plan.pinned == {agreed}
    assert again.plan.solver is None
    planner.toggle_pin(agreed)
    assert planner.plan is not None
    assert planner.plan.pinned == frozenset()


def test_undo_reaches_back_to_before_the_first_plan(planned: PlannerState) -> None:
    planner = with_plan(planned.plan)
    assert planner.can_undo
    planner.undo()
    assert planner.plan is None
    assert planner.status == Status.STALE
    assert planner.can_redo
    planner.redo()
    assert planner.plan is not None


def test_two_schools_are_kept_side_by_side(keeper: Workspace, planned: PlannerState) -> None:
    first = with_plan(planned.plan, keeper)
    first.open_folder(EXAMPLES / "lp-quatre-vents-2026-2027")
    assert [d.about.key for d in first.keeping.dossiers()] == [
        "lycee-professionnel-des-quatre-vents-2026-2027",
        "lycee-professionnel-des-quatre-vents-2025-2026",
    ]
    first.open_folder(EXAMPLE)  # the same files: the school as it was left
    assert first.plan == planned.plan
    assert not first.can_undo


def test_other_files_of_a_school_make_a_new_version(
    keeper: Workspace, planned: PlannerState
) -> None:
    planner = with_plan(planned.plan, keeper)
    files = {path.name: path.read_bytes() for path in EXAMPLE.glob("*.csv")}
    planner.open_files({**files, "evenements.csv": b"evenement;debut;fin;classes;bloque\n"})
    assert planner.plan is None
    versions = planner.keeping.versions()
    assert [v.note for v in versions] == ["opened", "proposed", "opened"]
    assert planner.keeping.read(planner.dossier, 2).plan


def test_a_draft_of_tables_comes_back(keeper: Workspace) -> None:
    planner = state(keeper)
    planner.open_folder(EXAMPLE)
    planner.keep_draft({"classes.csv": b"classe;niveau\nX;"})
    again = state(keeper)
    assert again.restore()
    assert again.draft == {"classes.csv": b"classe;niveau\nX;"}
    assert again.school_file == planner.school_file


def test_the_second_to_save_is_told_and_loses_nothing(
    keeper: Workspace, planned: PlannerState
) -> None:
    first = with_plan(planned.plan, keeper)
    second = state(keeper)
    assert second.restore()
    first.take_out(planned.plan.assignments[0].task)
    assert first.conflict is None
    second.take_out(planned.plan.assignments[1].task)
    assert second.conflict is not None
    assert second.conflict.mine.version.side
    assert second.plan is not None
    assert second.plan.unplaced[0].task == planned.plan.assignments[1].task
    kept = keeper.read("planifier.dossier", second.dossier, second.conflict.mine.version.number)
    assert kept == second.content().packed()


def test_a_workspace_that_fails_stops_nobody(
    keeper: Workspace, planned: PlannerState, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner = with_plan(planned.plan, keeper)

    def full(*_: object, **__: object) -> None:
        raise DiskFullError(place="ici")

    with monkeypatch.context() as broken:
        broken.setattr(keeper, "save", full)
        planner.take_out(planned.plan.assignments[0].task)
        assert isinstance(planner.trouble, DiskFullError)
        assert planner.plan is not None
        assert len(planner.plan.assignments) == 101
    planner.take_out(planned.plan.assignments[1].task)
    assert planner.trouble is None
    again = state(keeper)
    assert again.restore()
    assert again.plan is not None
    assert len(again.plan.assignments) == 100  # both changes


def test_what_is_opened_while_the_workspace_fails_never_lands_on_another_school(
    keeper: Workspace, planned: PlannerState, monkeypatch: pytest.MonkeyPatch
) -> None:
    planner = with_plan(planned.plan, keeper)
    old = planner.dossier

    def locked(*_: object, **__: object) -> None:
        raise LockedError(place="ici")

    with monkeypatch.context() as broken:
        broken.setattr(keeper, "documents", locked)
        planner.open_folder(EXAMPLES / "lp-quatre-vents-2026-2027")
        assert isinstance(planner.trouble, LockedError)
    planner.keep_draft({"classes.csv": b"x"})
    assert planner.dossier != old
    assert [v.note for v in keeper.versions("planifier.dossier", old)] == ["proposed", "opened"]
    assert planner.trouble is None
