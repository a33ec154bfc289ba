"""A team fills in its school on the page: typed, pasted, undone, kept, and the plan follows."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from jalons.data.lessons import read_lessons
from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.codec import to_json
from jalons.planner.domain import Plan
from jalons.planner.rules import check
from jalons.planner.school_editing import SchoolEditing
from jalons.planner.state import PlannerState
from jalons.resources import EXAMPLES
from jalons.school.columns import kind_of
from jalons.school.draft import Draft
from jalons.school.reader import read_school_files, read_school_sheets
from jalons.school.tables import TABLES
from jalons.school.tidy import Tidy, level_of
from jalons.workspace.store import Workspace
from schools import book_bytes, csv_files, tiny, workbook

FR = Translator("fr")
LIBRARY = [lesson.row for lesson in read_lessons()]
EXAMPLE = EXAMPLES / "lp-quatre-vents-2025-2026"
TIDY = Tidy()


def column(table: str, name: str) -> int:
    return TABLES[table].columns().index(name)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(f"sqlite:///{tmp_path / 'jalons.sqlite'}")


def page(workspace: Workspace | None = None) -> tuple[PlannerState, SchoolEditing]:
    state = PlannerState(LIBRARY, workspace)
    return state, SchoolEditing(state, TIDY)


def opened(workspace: Workspace | None = None) -> tuple[PlannerState, SchoolEditing]:
    state, editing = page(workspace)
    state.open_files(csv_files(tiny()), "tiny")
    return state, editing


def planned(workspace: Workspace | None = None) -> tuple[PlannerState, SchoolEditing, Plan]:
    state, editing = opened(workspace)
    state.accept(state.solve(lambda _: None, threading.Event()))
    assert state.plan is not None
    assert not state.plan.unplaced
    return state, editing, state.plan


def broken(state: PlannerState) -> list[str]:
    assert state.times is not None
    assert state.plan is not None
    return [words.rule_broken(FR, b) for b in check(state.times, state.plan.assignments)]


# --- what people type -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "name", "typed", "kept"),
    [
        ("classes", "niveau", "Terminale bac pro", "TPRO"),
        ("classes", "niveau", "1ère", "1PRO"),
        ("classes", "niveau", "2nde pro", "2PRO"),
        ("classes", "niveau", "CAP 2ème année", "CAP2"),
        ("classes", "niveau", "lune", "lune"),
        ("classes", "effectif", "24 élèves", "24"),
        ("classes", "effectif", "24,0", "24"),
        ("classes", "heures_cibles", "34,50", "34.5"),
        ("pfmp", "debut", "2/11/26", "2026-11-02"),
        ("pfmp", "debut", "lundi 2 novembre 2026", "2026-11-02"),
        ("pfmp", "debut", "1er déc. 2026", "2026-12-01"),
        ("pfmp", "debut", "02-11-2026", "2026-11-02"),
        ("pfmp", "debut", "2026-11-02 00:00:00", "2026-11-02"),
        ("pfmp", "debut", "46328", "2026-11-02"),
        ("pfmp", "debut", "31/02/2026", "31/02/2026"),
        ("creneaux", "debut", "14h", "14:00"),
        ("creneaux", "debut", "8H05", "08:05"),
        ("creneaux", "debut", "8.30", "08:30"),
        ("creneaux", "debut", "tôt", "tôt"),
        ("creneaux", "jour", "Jeu.", "jeudi"),
        ("creneaux", "semaines", "", ""),
        ("personnes", "role", "Prof. principal", "professeur_principal"),
        ("personnes", "role", "Pôle emploi", "france_travail"),
        ("lieux", "type", "salle informatique", "salle_info"),
        ("seances", "niveaux", "1re, Tle", "1PRO|TPRO"),
        ("seances", "roles", "PP + Psy", "professeur_principal+psyen"),
        ("seances", "roles", "professeur+professeur", "professeur+professeur"),
        ("seances", "obligatoire", "X", "oui"),
        ("seances", "au_plus_tard", "Conseil T1", "conseil_T1"),
        ("seances", "au_plus_tard", "15/12/2026", "2026-12-15"),
        ("seances", "classes", "TMELEC ; 1PCEPC", "TMELEC|1PCEPC"),
        ("conseils", "periode", "1er trimestre", "T1"),
        ("evenements", "evenement", " Portes \n ouvertes ", "Portes ouvertes"),
    ],
)
def test_what_is_typed_is_kept_as_the_file_has_it(
    table: str, name: str, typed: str, kept: str
) -> None:
    assert TIDY(kind_of(table, name), typed) == kept


@pytest.mark.parametrize(
    ("name", "level"),
    [("TMELEC", "TPRO"), ("1PCEPC", "1PRO"), ("2ETL", "2PRO"), ("1CAPPSR", "CAP1"), ("CAP2 EPC",
      "CAP2"), ("Tous", ""), ("ULIS", "")],
)  # fmt: skip
def test_a_class_name_tells_its_level(name: str, level: str) -> None:
    assert level_of(name) == level


def test_tidying_leaves_a_right_school_as_it_is() -> None:
    files = {path.name: path.read_bytes() for path in EXAMPLE.glob("*.csv")}
    draft = Draft.of_files(files, TIDY)
    school = read_school_files(files, LIBRARY).school
    assert read_school_sheets(draft.sheets(), LIBRARY).school == school
    assert read_school_files(draft.files(), LIBRARY).school == school
    again = Draft.of_files(draft.files(), TIDY)
    assert again == draft


def test_a_workbook_and_its_tables_in_the_page_are_the_same_school() -> None:
    files = {"a.xlsx": book_bytes(workbook(tiny()))}
    draft = Draft.of_files(files, TIDY)
    assert read_school_sheets(draft.sheets()).school == read_school_files(files).school


def test_columns_in_another_order_and_blank_rows_keep_their_place() -> None:
    draft = Draft.of_files({"pfmp.csv": b"fin;classe;debut\n20/11/2026;A;2/11/2026\n\n;B;\n"}, TIDY)
    assert draft.rows("pfmp") == (
        ("A", "2026-11-02", "2026-11-20"),
        ("", "", ""),
        ("B", "", ""),
    )


# --- the plan follows -------------------------------------------------------------------------


def test_a_placement_that_moves_breaks_rules_and_a_new_search_mends_them() -> None:
    state, editing, plan = planned()
    first = plan.assignments[0]
    assert first.task.class_name == "TMELEC"
    editing.set_cells("pfmp", [(0, 1, first.day.strftime("%d/%m/%Y"))])
    assert editing.problems == ()
    assert state.plan is not None
    assert state.plan.assignments == plan.assignments
    assert any("PFMP" in sentence for sentence in broken(state))
    before = {a.task: a for a in state.plan.assignments}
    state.accept(state.solve(lambda _: None, threading.Event()))
    assert state.plan is not None
    assert not broken(state)
    assert sum(a == before.get(a.task) for a in state.plan.assignments) >= 1


def test_undoing_an_edit_brings_the_very_plan_back() -> None:
    state, editing, plan = planned()
    editing.remove("seances", [1])
    assert state.plan is not None
    assert editing.lost == len(plan.assignments) - len(state.plan.assignments) > 0
    editing.undo()
    assert state.plan == plan
    assert editing.draft.rows("seances")[1][0] == "S02"
    editing.redo()
    assert len(state.plan.assignments) < len(plan.assignments)
    assert not editing.can_redo


def test_undoing_an_edit_keeps_what_was_done_to_the_plan_since() -> None:
    state, editing, plan = planned()
    editing.set_cells("lieux", [(0, 2, "31")])
    task = plan.assignments[0].task
    state.take_out(task)
    editing.undo()
    assert state.plan is not None
    assert task in {u.task for u in state.plan.unplaced}


def test_undo_on_the_board_after_an_edit_of_the_tables_fits_the_school() -> None:
    state, editing, plan = planned()
    state.toggle_pin(plan.assignments[0].task)
    editing.remove("seances", [1])
    state.undo()
    assert state.plan is not None
    assert {a.task.session for a in state.plan.assignments} == {"S01"}


def test_what_is_new_waits_and_says_so() -> None:
    state, editing, _ = planned()
    row = [*editing.draft.rows("seances")[0]]
    editing.insert("seances", 1, [row])
    assert editing.draft.rows("seances")[1][0] == "S01 (2)"
    assert editing.problems == ()
    assert state.plan is not None
    waiting = [u for u in state.plan.unplaced if u.task.session == "S01 (2)"]
    assert len(waiting) == 2
    assert "relancez" in words.why_left_out(FR, waiting[0].reasons[0])


def test_somebody_who_leaves_leaves_a_role_empty() -> None:
    state, editing, plan = planned()
    assert "M. Bey" in {person for a in plan.assignments for person in a.staff}
    gone = editing.draft.names("personnes").index("M. Bey")
    editing.remove("disponibilites", [0])
    editing.remove("personnes", [gone])
    assert editing.problems == ()
    assert any("Psy-EN" in sentence for sentence in broken(state))


def test_a_class_with_another_name_has_it_everywhere() -> None:
    state, editing, plan = planned()
    editing.set_cells("classes", [(0, 0, "TMEL2")])
    assert editing.problems == ()
    assert editing.said is not None
    assert dict(editing.said.counts)["creneaux"] == 1
    assert editing.draft.rows("evenements")[0][3] == "TMEL2|1PCEPC"
    assert state.plan is not None
    assert len(state.plan.assignments) == len(plan.assignments)
    assert not broken(state)
    assert editing.lost == 0


def test_a_name_changed_while_something_else_is_wrong_reaches_the_plan_later(
    workspace: Workspace,
) -> None:
    state, editing, plan = planned(workspace)
    editing.set_cells("classes", [(1, column("classes", "effectif"), "beaucoup")])
    editing.set_cells("classes", [(0, 0, "TMEL2")])
    editing.set_cells("personnes", [(0, 0, "Mme Leroy")])
    assert [p.value for p in editing.problems] == ["beaucoup"]
    assert state.plan == plan

    again, later = page(workspace)
    assert again.restore()
    assert [p.value for p in later.problems] == ["beaucoup"]
    assert later.draft == editing.draft
    later.set_cells("classes", [(1, column("classes", "effectif"), "20")])
    assert again.plan is not None
    assert len(again.plan.assignments) == len(plan.assignments)
    assert not broken(again)


def test_names_that_change_places_rename_nothing() -> None:
    _, editing = opened()
    a, b = (list(row) for row in editing.draft.rows("classes"))
    editing.set_cells(
        "classes",
        [(n, c, text) for n, row in enumerate((b, a)) for c, text in enumerate(row)],
    )
    assert editing.problems == ()
    assert editing.said is None
    assert editing.draft.rows("creneaux")[0][0] == "TMELEC"


# --- drafts -----------------------------------------------------------------------------------


def test_a_wrong_edit_is_kept_as_made_and_comes_back(workspace: Workspace) -> None:
    state, editing, plan = planned(workspace)
    editing.set_cells("pfmp", [(0, 1, "novembre")])
    (problem,) = editing.problems
    assert (problem.sheet, problem.row, problem.column) == ("pfmp", 2, "debut")
    assert "une date" in problem.sentence(FR)
    assert state.plan == plan

    again, later = page(workspace)
    assert again.restore()
    assert later.draft.rows("pfmp")[0][1] == "novembre"
    assert later.problems == editing.problems
    assert again.plan == plan
    later.set_cells("pfmp", [(0, 1, "3/11/2026")])
    assert later.problems == ()
    assert again.school_file is not None
    assert again.school_file.school.placements[0].first == date(2026, 11, 3)
    third, last = page(workspace)
    assert third.restore()
    assert third.draft == {}
    assert last.draft.rows("pfmp")[0][1] == "2026-11-03"


def test_from_nothing_a_school_grows_and_is_kept_on_the_way(workspace: Workspace) -> None:
    _, editing = page(workspace)
    assert editing.empty
    editing.set_cells("etablissement", [(0, 0, "LP neuf"), (0, 1, "C"), (0, 2, "2026-2027")])
    assert {p.code for p in editing.problems} == {"no_class"}

    again, later = page(workspace)
    assert again.restore()
    assert again.school_file is None
    assert later.draft.rows("etablissement") == (("LP neuf", "C", "2026-2027"),)
    later.set_cells(
        "classes",
        [(0, c, text) for c, text in enumerate(["TX", "Tle", "", "", "12", "hebdo", ""])],
    )
    assert later.problems == ()
    assert again.school_file is not None
    assert again.school_file.school.class_by_name["TX"].level == "TPRO"
    assert len(again.keeping.dossiers()) == 1
    third, _ = page(workspace)
    assert third.restore()
    assert third.school_file is not None


def test_opening_another_file_shows_its_tables() -> None:
    state, editing = opened()
    editing.set_cells("pfmp", [(0, 1, "novembre")])
    state.open_folder(EXAMPLE)
    assert editing.problems == ()
    assert not editing.can_undo
    assert len(editing.draft.rows("classes")) == 12


def test_a_change_that_changes_nothing_is_none() -> None:
    _, editing = opened()
    before = editing.draft
    editing.set_cells("pfmp", [(0, 1, "2/11/2026")])
    assert editing.draft is before
    assert not editing.can_undo


def test_every_problem_is_said_at_once_with_its_cell() -> None:
    _, editing = opened()
    editing.set_cells(
        "classes",
        [(0, 1, "lune"), (1, 4, "-3"), (4, 0, "TX"), (4, 1, "TPRO")],
    )
    found = {(p.sheet, p.row, p.column) for p in editing.problems}
    assert found >= {
        ("classes", 2, "niveau"),
        ("classes", 3, "effectif"),
        ("classes", 6, "effectif"),
        ("classes", 6, "organisation"),
    }


def test_a_closed_page_hears_no_more() -> None:
    state, editing = opened()
    editing.close()
    state.open_folder(EXAMPLE)
    assert len(editing.draft.rows("classes")) == 2


def test_plan_is_json_after_edits(workspace: Workspace) -> None:
    state, editing, _ = planned(workspace)
    editing.set_cells("classes", [(0, 0, "TMEL2")])
    assert state.plan is not None
    assert "TMELEC" not in {a["class"] for a in to_json(state.plan, FR)["assignments"]}


def test_a_place_that_is_gone_leaves_the_session_without_one() -> None:
    state, editing, plan = planned()
    assert "CDI" in {a.place for a in plan.assignments}
    editing.remove("lieux", [1])
    assert state.plan is not None
    assert "CDI" not in {a.place for a in state.plan.assignments}
    assert any("il faut un lieu" in sentence for sentence in broken(state))


def test_a_name_given_up_may_be_taken_by_another_class() -> None:
    state, editing, plan = planned()
    editing.set_cells("classes", [(0, 0, "TMEL2")])
    editing.insert("classes", 2, [["TMELEC", *editing.draft.rows("classes")[0][1:]]])
    editing.insert("creneaux", 2, [["TMELEC", "lundi", "10:00", "12:00", "toutes", "", ""]])
    editing.insert("equipe", 2, [["Mme Roy", "TMELEC"]])
    assert editing.problems == ()
    state.accept(state.solve(lambda _: None, threading.Event()))
    assert state.plan is not None
    before = {a for a in state.plan.assignments if a.task.class_name == "TMELEC"}
    assert before
    editing.set_cells("lieux", [(0, 2, "31")])
    assert before <= set(state.plan.assignments)
    assert len(state.plan.assignments) > len(plan.assignments)
