"""The page Accompagner without a browser: a class of 24 through its year, groups, privacy."""

from __future__ import annotations

import io
import json
import logging
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook

from jalons import bridges
from jalons.i18n import Translator
from jalons.planner.domain import Assignment
from jalons.planner.school_editing import SchoolEditing
from jalons.planner.state import PlannerState
from jalons.resources import CLASS_EXAMPLE, EXAMPLES
from jalons.steering.questions import read_questions
from jalons.support.codec import ClassFileError, from_bytes
from jalons.support.exports import Exports
from jalons.support.known import class_facts
from jalons.support.page.allowance import AllowancePart
from jalons.support.page.block import BlockPart
from jalons.support.page.groups import GroupsPart
from jalons.support.page.open import OpenPart
from jalons.support.page.privacy import PrivacyPart
from jalons.support.page.sheet import SheetPart
from jalons.support.page.steps import StepsPart
from jalons.support.page.tables import TablesPart
from jalons.support.page.take import TakePart
from jalons.support.page.todo import TodoPart
from jalons.support.payments import accounts
from jalons.support.pupils_file import pasted
from jalons.support.state import EXAMPLE_NAME, SupportState
from jalons.support.view import SupportView
from jalons.support.words import tidy_for_all
from jalons.ui.file_input import UploadedFile
from jalons.workspace.store import Workspace

FR, EN = Translator("fr"), Translator("en")
SECRET = "Zora Dupuis-Lenoir"
LIST = f"eleve;nom;naissance\nQ7;{SECRET};01/05/2008\n".encode()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "w.sqlite")


def new_state(workspace: Workspace | None = None) -> SupportState:
    example = {path.name: path.read_bytes() for path in sorted(CLASS_EXAMPLE.glob("*.csv"))}
    known, send = bridges.classes_and_groups(workspace, FR)
    return SupportState(workspace, tidy_for_all(), known, send, example)


@pytest.fixture
def view(workspace: Workspace) -> Iterator[SupportView]:
    view = SupportView(new_state(workspace), FR)
    yield view
    for part in view.parts:
        assert part.notice.message == "", type(part).__name__
    view.close()


@pytest.fixture
def shown(view: SupportView) -> SupportView:
    view.part(OpenPart).example.click()
    return view


# --- the year of a class ----------------------------------------------------------------------


def test_an_empty_page_says_what_to_do_and_shows_nothing_else(view: SupportView) -> None:
    assert "exemple" in view.part(OpenPart).told.message
    visible = [type(p) for p in view.parts if p.widget.layout.display != "none"]
    assert visible == [OpenPart]


def test_a_teacher_opens_a_class_and_pastes_its_list(view: SupportView) -> None:
    part = view.part(OpenPart)
    part.start.click()
    assert part.told.kind == "error"
    part.year.value, part.name.value = "2026-2027", "TMELEC1"
    part.start.click()
    part.paste.value = "E01\nE02\nE03"
    part.take.click()
    assert view.state.klass is not None
    assert [p.code for p in view.state.klass.pupils] == ["E01", "E02", "E03"]
    assert "3 élèves" in part.told.message
    assert "conseils de classe" in view.part(TodoPart).summary.message.lower()


def test_what_is_late_is_said_by_step_and_by_pupil_and_depends_on_the_day(
    shown: SupportView,
) -> None:
    part = shown.part(TodoPart)
    assert "12 juin 2026" in part.summary.message
    assert "Relancez l&#x27;entreprise" in part.list.value
    assert part.list.value.count("<strong>E20</strong>") == 2
    part.mode.value = "pupil"
    assert part.list.value.count("<h3>E20</h3>") == 1
    part.day.value = date(2025, 9, 10)
    assert "une chose attend" in part.summary.message  # a stay planned too long is told ahead
    assert "E23" in part.list.value
    part.day.value = date(2025, 12, 2)
    assert "E07" in part.list.value
    assert "E14" not in part.list.value


def test_what_is_mended_in_the_tables_is_no_longer_late(shown: SupportView) -> None:
    tables, todo = shown.part(TablesPart), shown.part(TodoPart)
    assert ">E13<" in todo.list.value
    row = next(n for n, cells in enumerate(tables.grid.rows) if cells[0] == "E13")
    motif = [c["label"] for c in tables.grid.columns].index("Motif")
    tables.grid._said(None, {"kind": "set", "cells": [[row, motif, "projet mûri"]], "rev": 1}, [])
    assert ">E13<" not in todo.list.value
    tables.grid._said(None, {"kind": "undo", "rev": 2}, [])
    assert ">E13<" in todo.list.value


def test_a_wrong_cell_is_shown_at_its_place_and_counted_on_its_tab(shown: SupportView) -> None:
    part = shown.part(TablesPart)
    part.grid._said(None, {"kind": "sheet", "id": "conventions", "rev": 1}, [])
    part.grid._said(None, {"kind": "set", "cells": [[0, 2, "demain"]], "rev": 2}, [])
    assert part.grid.errors[0][:2] == [0, 2]
    assert {s["id"]: s["wrong"] for s in part.grid.sheets}["conventions"] == 1
    assert "ligne 2" in part.said.items[0]


def test_a_pupil_whose_row_is_wrong_can_still_be_removed(shown: SupportView) -> None:
    groups, privacy = shown.part(GroupsPart), shown.part(PrivacyPart)
    groups.who.value = "E01"
    shown.state.set_cells("eleves", [(0, 1, "demain")])
    assert groups.who.value == ""
    privacy.who.value = "E01"
    privacy.list.do("remove", "pupil")
    assert shown.state.problems == ()


def test_the_steps_say_where_the_class_stands_with_the_status_of_what_is_asked(
    shown: SupportView,
) -> None:
    part = shown.part(StepsPart)
    assert "23 sur 24" in part.table.value
    assert "au moins 4 ateliers" in part.rules.value
    assert "à confirmer" in part.rules.value


def test_the_block_is_chosen_for_each_path(shown: SupportView) -> None:
    part, state = shown.part(BlockPart), shown.state
    assert "4 semaines" in part.said.message
    assert "oral" in part.exams["insertion"].value
    assert "24 juin 2026 (à confirmer)" in part.exams["insertion"].value
    state.begin("2026-2027", "TMELEC1")
    assert "à confirmer" in part.said.message
    field = part.choices["insertion"]
    assert field.value == ""
    for choice in part.choices.values():
        choice.value = next(v for _, v in choice.options if v)
    assert state.klass is not None
    assert " ".join(map(str, state.klass.blocks["insertion"])) == field.value
    field.value = ""
    assert list(state.klass.blocks) == ["poursuite"]
    state.choose_block("insertion", [date(2026, 9, 7)])  # none of those proposed
    assert "votre choix" in field.label


def test_the_allowance_is_what_the_agreements_give(shown: SupportView) -> None:
    assert shown.state.klass is not None
    for account in accounts(shown.state.klass, shown.state.today()):
        mine = shown.state.klass.pupil(account.pupil).agreements
        days = sum(a.days or 0 for a in mine if a.attested)
        paid = sum(a.days or 0 for a in mine if a.paid)
        assert account.earned_eur == min(days * 20, 1000)
        assert (account.paid_eur, account.due_eur) == (paid * 20, (days - paid) * 20)
    part = shown.part(AllowancePart)
    assert "600\u00a0€ de plus attendent" in part.said.message
    assert "manque l&#x27;attestation" in part.table.value
    assert "Versé le 19 déc. 2025" in part.table.value
    row = next(
        n for n, cells in enumerate(shown.state.book.draft.rows("conventions"))  # type: ignore[union-attr]
        if cells[6]
    )  # fmt: skip
    shown.state.set_cells("conventions", [(row, 6, "")])
    assert "lire le nombre de jours" in part.table.value
    shown.state.set_cells("conventions", [(row, 6, "20")])
    assert "jours hors dimanches" in shown.state.problems[0].message(FR)


def test_a_pupils_sheet_is_dropped_in(shown: SupportView) -> None:
    part = shown.part(SheetPart)
    part.who.value = "E07"
    sheet = {"format": "jalons-fiche", "version": 1, "options": [{"label": "BTS CRSA"}],
             "souhait": "insertion"}  # fmt: skip
    part.file.files = (UploadedFile("fiche.json", json.dumps(sheet).encode()),)
    assert "une option" in part.said.message
    assert shown.state.klass is not None
    assert shown.state.klass.pupil("E07").options == ("BTS CRSA",)


# --- groups go to the planner -----------------------------------------------------------------


@pytest.fixture
def school(workspace: Workspace) -> PlannerState:
    planner = PlannerState((), workspace)
    planner.open_folder(EXAMPLES / "lp-quatre-vents-2025-2026")
    planner.keep("opened")
    return planner


def group_rows(workspace: Workspace) -> dict[str, tuple[str, int]]:
    planner = bridges.open_planner(workspace)
    assert planner.school_file is not None
    return {g.name: (g.class_name, g.size) for g in planner.school_file.school.groups}


def as_class(state: SupportState, name: str) -> None:
    """The example class under the name of a class of the school."""
    state.show_example()
    assert state.klass is not None
    state.adopt(replace(state.klass, name=name))


def test_groups_take_the_place_of_those_the_school_had(
    workspace: Workspace, school: PlannerState
) -> None:
    state = new_state(workspace)
    assert "TMELEC1" in {k.name for k in state.known}
    as_class(state, "TMELEC1")
    before = group_rows(workspace)
    sent = state.send()
    after = group_rows(workspace)
    assert sent.refused == ()
    assert sent.changed == (("TMELEC1-ins", "13", 10), ("TMELEC1-pou", "11", 14))
    assert sent.added == (("TMELEC1-bes", 18),)
    assert after["TMELEC1-ins"][1] == 10
    assert {n: v for n, v in after.items() if v[0] != "TMELEC1"} == {
        n: v for n, v in before.items() if v[0] != "TMELEC1"
    }
    again = state.send()
    assert (again.added, again.changed) == ((), ())
    view = SupportView(state, FR)
    view.part(GroupsPart).send.click()
    assert "avait déjà" in view.part(GroupsPart).sent.message
    state.place(state.groups().groups[0].pupils[0], "poursuite")
    view.part(GroupsPart).send.click()
    assert "TMELEC1-ins" in " ".join(view.part(GroupsPart).sent.items)
    view.close()


def planned(workspace: Workspace) -> tuple[Assignment, ...]:
    plan = bridges.open_planner(workspace).plan
    assert plan is not None
    return plan.assignments


def test_sessions_that_are_placed_survive_groups_sent_again(
    workspace: Workspace, school: PlannerState
) -> None:
    state = new_state(workspace)
    as_class(state, "TMELEC1")
    state.send()
    planner = bridges.open_planner(workspace)
    planner.accept(planner.solve(lambda _: None, Event()))
    before = planned(workspace)
    assert {a.task.group for a in before} >= {"TMELEC1-ins", "TMELEC1-pou"}
    assert state.klass is not None
    for code in next(g.pupils for g in state.groups().groups if g.purpose == "insertion"):
        state.place(code, "poursuite")  # nobody is left in the group
    sent = state.send()
    assert sent.idle == ("TMELEC1-ins",)
    assert sent.changed == (("TMELEC1-pou", "14", 24),)
    assert "TMELEC1-ins" in group_rows(workspace)
    assert planned(workspace) == before


def test_several_groups_of_one_purpose_stay_as_the_school_made_them(
    workspace: Workspace, school: PlannerState
) -> None:
    editing = SchoolEditing(school, tidy_for_all())
    two = [["TMELEC1-fr", "TMELEC1", "besoin", "6"], ["TMELEC1-ma", "TMELEC1", "besoin", "7"]]
    editing.insert("groupes", 0, two)
    editing.close()
    state = new_state(workspace)
    as_class(state, "TMELEC1")
    sent = state.send()
    assert sent.several == (("besoin", 18, ("TMELEC1-fr", "TMELEC1-ma")),)
    after = group_rows(workspace)
    assert (after["TMELEC1-fr"], after["TMELEC1-ma"]) == (("TMELEC1", 6), ("TMELEC1", 7))
    assert after["TMELEC1-ins"] == ("TMELEC1", 10)
    view = SupportView(state, FR)
    view.part(GroupsPart).tell(sent)
    said = " ".join(view.part(GroupsPart).sent.items)
    assert "18 élèves" in said
    assert "13 → 10" in said
    view.close()


def test_a_class_the_school_does_not_have_is_refused_and_nothing_changes(
    workspace: Workspace, school: PlannerState
) -> None:
    state = new_state(workspace)
    as_class(state, "TINCONNUE")
    before = group_rows(workspace)
    assert "TINCONNUE" in state.send().refused[0]
    assert group_rows(workspace) == before


def test_a_pupil_is_moved_on_the_page(shown: SupportView) -> None:
    part = shown.part(GroupsPart)
    part.who.value, part.to.value = "E07", "poursuite"
    part.move.click()
    purpose = {code: g.purpose for g in shown.state.groups().groups for code in g.pupils
               if g.purpose != "besoin"}  # fmt: skip
    assert purpose["E07"] == "poursuite"
    assert part.to.value == "poursuite"
    assert part.send.disabled  # no school is open in the planner


def test_the_steering_group_is_told_what_pupils_decisions_say(
    workspace: Workspace, shown: SupportView
) -> None:
    assert shown.state.klass is not None
    facts = class_facts((shown.state.klass,))
    assert facts["dialogue"] == {"done": 23, "total": 24}
    assert facts["councils"] == {"done": 47, "total": 48}
    asked = {q.known for q in read_questions()}
    for code, values in facts.items():
        assert code in asked
        assert all(t(f"known-{code}", **values) for t in (FR, EN))
    # The example is nobody's class: the steering group is told nothing of it.
    before = bridges.knows_the_school(workspace)("2025-2026")
    assert {fact.origin.page for fact in before.facts.values()} == {"model"}
    assert not before.values
    shown.state.adopt(replace(shown.state.klass, name="TMELEC1"))
    known = bridges.knows_the_school(workspace)("2025-2026")
    told = {code: f.values for code, f in known.facts.items() if f.origin.page == "classes"}
    assert told == facts
    assert {f.origin.detail for f in known.facts.values()} == {"TMELEC1", "france"}
    assert known.facts["opinions"].origin.on is not None
    assert 0 < known.values["recommandation_suivie"].value <= 100
    assert "E01" not in repr(known)  # no pupil, only counts


# --- taken away -------------------------------------------------------------------------------


@pytest.mark.parametrize("t", [FR, EN], ids=["fr", "en"])
def test_sheets_lists_and_the_file(shown: SupportView, t: Translator) -> None:
    exports = Exports(shown.state, t)
    for make in (exports.blank, exports.dialogues, exports.follow_up_pdf, exports.groups_pdf):
        name, _, content = make()
        assert name.endswith(".pdf")
        assert content.startswith(b"%PDF")
    book = load_workbook(io.BytesIO(exports.follow_up_xlsx()[2]))
    assert [sheet.max_row - 1 for sheet in book] == [24, 58, 24, 4, 24]
    decided, _, allowance, companies, paths = book.worksheets
    assert companies["A2"].value == "Ateliers Morin"
    assert sum(row[4].value for row in companies.iter_rows(min_row=2)) == 57
    assert "2025" in decided["B2"].value  # who, what and when
    assert [cell.value for cell in allowance[2]][:5] == ["E01", 560, 280, 280, 0]
    assert any("SST" in str(cell.value) for cell in paths["F"])
    book = load_workbook(io.BytesIO(exports.groups_xlsx()[2]))
    assert book.sheetnames[0].startswith(EXAMPLE_NAME)
    assert from_bytes(exports.json()[2]) == shown.state.klass
    assert "E01" not in exports.dialogue("E01")[0]


def test_a_class_comes_back_from_its_file(shown: SupportView, workspace: Workspace) -> None:
    content = Exports(shown.state, FR).json()[2]
    klass = shown.state.klass
    shown.state.forget_class("2025-2026", EXAMPLE_NAME)
    assert shown.state.klass is None
    shown.state.load(content, "classe.json")
    assert shown.state.klass == klass
    with pytest.raises(ClassFileError):
        shown.state.load(b"{}", "autre.json")


# --- promises ---------------------------------------------------------------------------------


def texts(content: bytes) -> bytes:
    """What a file says: a workbook is a zip."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return content


def test_a_name_is_in_no_log_no_error_no_file_name_and_no_export_not_asked_for(
    shown: SupportView, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    state = shown.state
    shown.part(PrivacyPart).names.value = True
    with caplog.at_level(logging.DEBUG):
        shown.part(OpenPart).file.files = (UploadedFile("liste.csv", LIST),)
        assert state.who("Q7") == SECRET
        state.set_cells("eleves", [(24, 2, "demain"), (24, 3, SECRET)])
        for wrong in (
            f"eleve;nom\nQ8;{SECRET}\nQ8;{SECRET}\n".encode(),
            f"eleve;naissance\n{SECRET};32/13/2008\n".encode(),
        ):
            shown.part(OpenPart).file.files = (UploadedFile("liste.csv", wrong),)
            assert shown.part(OpenPart).notice.message
            assert "Zora" not in shown.part(OpenPart).notice.message
        shown.part(OpenPart).notice.clear()
        state.set_cells("decisions", [(24, 0, SECRET)])
        assert state.problems
        for problem in state.problems:
            assert "Zora" not in problem.sentence(FR)
        state.set_cells("decisions", [(24, 0, "Q7"), (24, 2, "études")])
        state.set_cells("eleves", [(24, 2, ""), (24, 3, "")])
        exports = Exports(state, FR)
        for make in (exports.dialogues, exports.follow_up_xlsx, exports.groups_xlsx, exports.json):
            name, _, content = make()
            assert "Zora" not in name
            assert b"Zora" not in texts(content)
        exports.with_names = True
        name, _, content = exports.groups_xlsx()
        assert "Zora" not in name
        assert SECRET.encode() in texts(content)
        assert b"Zora" not in exports.json()[2]
    assert "Zora" not in caplog.text


def test_names_go_with_files_only_when_kept_and_ticked(shown: SupportView) -> None:
    take, privacy = shown.part(TakePart), shown.part(PrivacyPart)
    assert take.names.layout.display == "none"
    privacy.names.value = True
    assert take.names.layout.display == ""
    assert not take.exports.with_names
    take.names.value = True
    assert take.exports.with_names
    privacy.names.value = False
    assert not take.exports.with_names


def test_a_pupil_is_removed_and_a_year_purged_from_the_page(
    shown: SupportView, workspace: Workspace
) -> None:
    part = shown.part(PrivacyPart)
    part.who.value = "E05"
    part.list.do("remove", "pupil")
    assert shown.state.klass is not None
    assert "E05" not in {p.code for p in shown.state.klass.pupils}
    assert "retiré partout" in part.told.message
    assert shown.part(OpenPart).past.value == ""  # the example is nobody's class
    shown.state.adopt(replace(shown.state.klass, name="TMELEC1"))
    assert "2025-2026 est finie" in shown.part(OpenPart).past.value
    part.list.do("purge", "2025-2026")
    assert shown.part(OpenPart).past.value == ""
    assert shown.state.book is None
    assert not workspace.documents("accompagner")


def test_the_page_closes_without_a_trace(shown: SupportView) -> None:
    part = shown.part(TablesPart)
    shown.close()
    shown.state.set_cells("eleves", [(0, 0, "Z1")])
    assert part.grid.comm is None


@pytest.mark.parametrize("year", ["2021-2022", "2027-2028", "2034-2035"])
def test_a_year_of_which_nothing_is_recorded_is_followed_all_the_same(
    workspace: Workspace, year: str
) -> None:
    state = SupportState(workspace)
    state.begin(year, "T1", "TPRO", "C")
    state.put_pupils(pasted("E01\nE02"))
    view = SupportView(state, FR)
    assert not [part.heading for part in view.parts if part.notice.message]
    assert year in view.part(BlockPart).said.message
    for name in ("dialogues", "blank"):
        assert getattr(Exports(state, FR), name)()[2].startswith(b"%PDF")
    view.close()
