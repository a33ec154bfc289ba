"""The versions of a plan: what people read of them, going back, and two people at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from jalons.data.lessons import read_lessons
from jalons.i18n import Translator
from jalons.planner.domain import Plan
from jalons.planner.history import Changed, changed, episodes, read_plan
from jalons.planner.keeping import Keeping
from jalons.planner.kept import About, Content
from jalons.planner.merging import BOTH, MINE, THEIRS, merge_files
from jalons.planner.page.versions_words import changes, done, span
from jalons.planner.rules import check
from jalons.planner.shelf import Shelf
from jalons.planner.state import PlannerState
from jalons.planner.versions import Versions
from jalons.resources import EXAMPLES
from jalons.workspace.domain import DamagedError, Version
from jalons.workspace.store import Workspace

pytest_plugins = ["postgres_server"]

EXAMPLE = EXAMPLES / "lp-quatre-vents-2025-2026"
FR = Translator("fr")
NOON = datetime(2026, 5, 4, 10, 0, tzinfo=UTC)
LIBRARY = [lesson.row for lesson in read_lessons()]


@pytest.fixture(params=["sqlite", "postgresql"])
def workspace(request: pytest.FixtureRequest, tmp_path: Path) -> Workspace:
    if request.param == "sqlite":
        return Workspace(tmp_path / "jalons.sqlite")
    return Workspace(str(request.getfixturevalue("postgres").corner()))


@pytest.fixture(scope="module")
def plan() -> Plan:
    planner = PlannerState(LIBRARY)
    planner.open_folder(EXAMPLE)
    return planner.solve(lambda _: None, threading.Event())


@pytest.fixture
def open_(workspace: Workspace, plan: Plan) -> Callable[[str], PlannerState]:
    """One more person opens the page; the first finds a plan there."""
    first = PlannerState(LIBRARY, workspace)
    first.open_folder(EXAMPLE)
    first.accept(plan)

    def opened(author: str) -> PlannerState:
        state = PlannerState(LIBRARY, Workspace(workspace.url))
        state.keeping.author = author
        assert state.restore()
        return state

    return opened


def version(
    number: int, minute: int, author: str = "", note: str = "moved", **facts: Any
) -> Version:
    at = NOON + timedelta(minutes=minute)
    side, parent = facts.get("side", False), facts.get("parent", number - 1 or None)
    return Version("s", "n", number, parent, side, at, author, note, 1, 1, "")


def grouped(versions: list[Version], names: dict[int, str] | None = None) -> list[list[int]]:
    found = episodes(reversed(versions), names or {})
    return [[e.oldest.number, e.newest.number, e.count] for e in found]


def test_small_changes_of_one_person_are_one_line() -> None:
    saved = [version(1, 0, "MD"), version(2, 1, "MD"), version(3, 20, "MD")]
    assert grouped([*saved, version(4, 45, "MD")]) == [[1, 4, 4]]
    assert grouped([*saved, version(4, 51, "MD")]) == [[4, 4, 1], [1, 3, 3]]
    assert grouped([*saved, version(4, 21, "JL")]) == [[4, 4, 1], [1, 3, 3]]
    assert grouped([*saved, version(4, 21, "MD", "back:1")]) == [[4, 4, 1], [1, 3, 3]]
    assert grouped(saved, {2: "Validé"}) == [[3, 3, 1], [1, 2, 2]]
    proposed = version(4, 21, "MD", "proposed")
    assert grouped([*saved, proposed, version(5, 22, "MD")]) == [[5, 5, 1], [4, 4, 1], [1, 3, 3]]


def test_what_was_kept_beside_stands_by_itself() -> None:
    saved = [
        version(1, 0),
        version(2, 1, "JL"),
        version(3, 2, "MD", side=True, parent=1),
        version(4, 3, "MD", side=True, parent=1),
        version(5, 4, "JL"),
    ]
    found = episodes(reversed(saved), {})
    assert [(e.newest.number, e.count) for e in found] == [(5, 2), (4, 2), (1, 1)]
    assert found[1].before == saved[0]
    assert found[0].before == saved[0]


def test_what_changed_in_words() -> None:
    some = Changed({"moved": 3, "staffed": 0, "added": 0, "taken_out": 1}, pinned=1)
    assert changes(FR, some) == "3 séances déplacées, 1 séance retirée, 1 épinglée"
    assert changes(FR, Changed(tables=("pfmp.csv",), draft=True)) == (
        "fichier de l’établissement changé (pfmp), tables en cours de saisie"
    )
    assert changes(FR, Changed({"added": 102}, first=True)) == (
        "premier planning : 102 séances placées"
    )
    assert done(FR, version(8, 0, note="back:3")) == "Retour à la version 3"
    assert done(FR, version(8, 0, note="moved")) == ""


def test_when_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    import time

    time.tzset()
    one = episodes([version(2, 10), version(1, 0)], {})[0]
    assert span(FR, one, date(2026, 5, 4)) == "aujourd’hui à 12:00 – 12:10"
    assert span(FR, one, date(2026, 5, 5)) == "lundi 4 mai 2026 à 12:00 – 12:10"
    monkeypatch.undo()
    time.tzset()


def test_content_packs_to_the_same_bytes_and_back() -> None:
    content = Content("école.xlsx", {"a.csv": b"x", "b.csv": b"\xff"}, b"{}", {"a.csv": b"?"})
    assert Content.unpacked(content.packed()) == content
    assert content.packed() == replace(content).packed()
    for wrong in (b"", b"PK\x03\x04", Content("", {}).packed()[:-3]):
        with pytest.raises(DamagedError):
            Content.unpacked(wrong)
    assert About.unpacked(b"[1]") == About()


def test_going_back_makes_a_new_version(open_: Callable[[str], PlannerState], plan: Plan) -> None:
    planner = open_("MD")
    versions = Versions(planner)
    planner.take_out(plan.assignments[0].task)
    planner.take_out(plan.assignments[1].task)
    assert [e.count for e in versions.episodes()] == [2, 1, 1]
    before = versions.episodes()[0].before
    assert before is not None
    assert versions.go_back(before.number)
    assert planner.plan == plan
    newest, *_ = planner.keeping.versions()
    assert (newest.number, newest.parent, newest.author) == (5, before.number, "MD")
    assert changes(FR, versions.changed(versions.episodes()[0])) == "2 séances ajoutées"
    assert changes(FR, versions.changed(versions.episodes()[1])) == "2 séances retirées"
    assert versions.look(4)[1] != plan
    assert planner.plan == plan  # looking changes nothing


def test_a_named_version_keeps_its_name(open_: Callable[[str], PlannerState], plan: Plan) -> None:
    first, second = open_("MD"), open_("JL")
    Versions(first).name(2, "Validé en conseil pédagogique")
    Versions(second).name(1, "Rentrée")
    first.take_out(plan.assignments[0].task)
    names = [e.name for e in Versions(first).episodes()]
    assert names == ["", "Validé en conseil pédagogique", "Rentrée"]
    Versions(first).name(1, "")
    assert [e.name for e in Versions(second).episodes()][2] == ""


def test_the_page_learns_that_there_is_a_newer_version(
    open_: Callable[[str], PlannerState], plan: Plan
) -> None:
    first, second = open_("MD"), open_("JL")
    versions = Versions(second)
    versions.look_for_newer()
    assert second.newer is None
    first.take_out(plan.assignments[0].task)
    versions.look_for_newer()
    assert second.newer is not None
    assert second.newer.author == "MD"
    assert versions.take_newest()
    assert second.newer is None
    assert second.plan == first.plan


def in_conflict(
    open_: Callable[[str], PlannerState], plan: Plan
) -> tuple[PlannerState, PlannerState, Versions]:
    """MD takes sessions 0 and 1 out, JL sessions 1 and 2: JL is second."""
    first, second = open_("MD"), open_("JL")
    first.take_out(plan.assignments[0].task)
    first.take_out(plan.assignments[1].task)
    free = second.places_for(plan.assignments[1].task)
    other = next(
        m.assignment for m in free if not m.reasons and m.assignment not in plan.assignments
    )
    second.put(other)
    second.take_out(plan.assignments[2].task)
    assert second.conflict is not None
    return first, second, Versions(second)


def test_the_second_sees_who_changed_what(open_: Callable[[str], PlannerState], plan: Plan) -> None:
    _, _, versions = in_conflict(open_, plan)
    pair = versions.together()
    assert pair is not None
    assert pair.version.author == "MD"
    by = {d.task: d.by for d in pair.differences}
    zero, one, two = (plan.assignments[n].task for n in range(3))
    assert by == {zero: THEIRS, one: BOTH, two: MINE}


def everything_is_kept(state: PlannerState, *plans: Plan | None) -> None:
    """Each of these plans is what some version holds."""
    kept = [
        frozenset(read_plan(Versions(state).read(v.number).plan).assignments)
        for v in state.keeping.versions()
    ]
    for plan in plans:
        assert plan is not None
        assert frozenset(plan.assignments) in kept


def test_mine_is_kept_and_theirs_not_lost(open_: Callable[[str], PlannerState], plan: Plan) -> None:
    first, second, versions = in_conflict(open_, plan)
    mine, theirs = second.plan, first.plan
    versions.keep_mine()
    assert second.conflict is None
    assert second.plan == mine
    everything_is_kept(second, mine, theirs)
    Versions(first).look_for_newer()
    assert first.newer is not None


def test_theirs_is_taken_and_mine_not_lost(
    open_: Callable[[str], PlannerState], plan: Plan
) -> None:
    first, second, versions = in_conflict(open_, plan)
    mine, theirs = second.plan, first.plan
    assert versions.take_newest()
    assert second.conflict is None
    assert second.plan == theirs
    everything_is_kept(second, mine, theirs)


@pytest.mark.parametrize("theirs", [False, True])
def test_both_are_combined(open_: Callable[[str], PlannerState], plan: Plan, theirs: bool) -> None:
    first, second, versions = in_conflict(open_, plan)
    zero, one, two = (plan.assignments[n].task for n in range(3))
    mine, other = second.plan, first.plan
    assert versions.combine([one] if theirs else [])
    assert second.conflict is None
    assert second.plan is not None
    placed = {a.task for a in second.plan.assignments}
    assert not {zero, two} & placed
    assert (one in placed) is not theirs
    assert {u.task for u in second.plan.unplaced} == {zero, two} | ({one} if theirs else set())
    assert second.times is not None
    assert check(second.times, second.plan.assignments) == ()
    everything_is_kept(second, mine, other, second.plan)
    second.take_out(plan.assignments[5].task)  # the page goes on from there
    assert second.conflict is None


def test_tables_and_plan_changed_apart_are_combined(
    open_: Callable[[str], PlannerState], plan: Plan
) -> None:
    first, second = open_("MD"), open_("JL")
    files = {path.name: path.read_bytes() for path in EXAMPLE.glob("*.csv")}
    first.open_files({**files, "evenements.csv": b"evenement;debut;fin;classes;bloque\n"})
    second.take_out(plan.assignments[0].task)
    pair = Versions(second).together()
    assert pair is not None
    assert pair.tables == ("evenements.csv",)
    assert pair.clashing_tables == ()
    assert Versions(second).combine()
    assert second.school_file is not None
    assert second.school_file.school.events == ()
    assert second.plan is not None
    assert second.plan.assignments == ()  # theirs had let the plan go; mine is beside


def test_tables_that_both_changed_are_not_combined() -> None:
    base = {"a": b"1", "b": b"1", "c": b"1"}
    mine, theirs = {"a": b"2", "b": b"1", "c": b"1"}, {"a": b"3", "b": b"2"}
    merged, clashes = merge_files(base, mine, theirs)
    assert clashes == ("a",)
    assert merged == {"a": b"2", "b": b"2"}
    assert merge_files(None, mine, theirs)[1] == ("a", "b", "c")


def test_going_back_when_somebody_saved_is_a_conflict_too(
    open_: Callable[[str], PlannerState], plan: Plan
) -> None:
    first, second = open_("MD"), open_("JL")
    first.take_out(plan.assignments[0].task)
    assert not Versions(second).go_back(1)
    assert second.conflict is not None
    assert second.plan == plan


def test_the_shelf(open_: Callable[[str], PlannerState], plan: Plan) -> None:
    planner = open_("MD")
    shelf = Shelf(planner)
    original = planner.dossier
    shelf.copy("Variante")
    copy = planner.dossier
    planner.take_out(plan.assignments[0].task)
    assert [d.about.title for d in shelf.dossiers()] == [
        "Variante",
        "Lycée professionnel des Quatre-Vents · 2025-2026",
    ]
    assert shelf.open(original)
    assert planner.plan == plan
    shelf.rename(copy, "Ma variante")
    shelf.put_away(copy, True)
    assert [d.about.title for d in shelf.dossiers() if d.about.away] == ["Ma variante"]
    shelf.forget(copy)
    assert [d.name for d in shelf.dossiers()] == [original]
    shelf.forget(original)
    assert planner.school_file is None
    assert planner.dossier == ""
    assert shelf.dossiers() == ()


def test_a_page_open_on_a_deleted_school_saves_it_anew(
    open_: Callable[[str], PlannerState], plan: Plan
) -> None:
    first, second = open_("MD"), open_("JL")
    Shelf(first).forget(first.dossier)
    second.take_out(plan.assignments[0].task)
    assert second.conflict is None
    assert second.trouble is None
    assert open_("MD").plan is not None


def test_a_plan_kept_before_the_lessons_changed_does_not_stop_the_page(
    workspace: Workspace, plan: Plan
) -> None:
    planner = PlannerState(LIBRARY, workspace)
    planner.open_folder(EXAMPLE)
    planner.accept(plan)
    gone = plan.assignments[0].task.session.encode()
    content = planner.content()
    renamed = {name: data.replace(gone, b"AUTRE") for name, data in content.files.items()}
    planner.keeping.save(replace(content, files=renamed), "tables")
    again = PlannerState(LIBRARY, workspace)
    again.restore()
    assert again.problems
    assert again.plan is None
    assert Versions(again).go_back(2)
    assert again.plan == plan


def test_without_a_workspace_nothing_lasts_and_nothing_fails() -> None:
    keeping = Keeping(None)
    keeping.begin("x", "X")
    keeping.save(Content("", {}), "opened")
    assert keeping.dossiers() == keeping.versions() == ()
    assert keeping.newer() is None
    assert keeping.open("x") is None


def test_the_kept_plan_reads_as_it_was(plan: Plan, workspace: Workspace) -> None:
    planner = PlannerState(LIBRARY, workspace)
    planner.open_folder(EXAMPLE)
    planner.accept(replace(plan, pinned=frozenset({plan.assignments[3].task})))
    read = read_plan(planner.content().plan)
    assert set(read.assignments) == set(plan.assignments)
    assert changed(None, planner.content()).first
    assert read.pinned == {plan.assignments[3].task}
