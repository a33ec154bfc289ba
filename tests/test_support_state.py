"""A class filled in by its team: read, kept, undone, shared by two, and forgotten on request."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jalons.i18n import Translator
from jalons.resources import CLASS_EXAMPLE
from jalons.school.draft import Draft
from jalons.school.rebase import Replaced, rebased
from jalons.support import tables
from jalons.support.domain import FINAL, FIRST_WISH, POURSUITE
from jalons.support.keeping import NAMES, SCOPE
from jalons.support.page.tables import TablesPart
from jalons.support.pupils_file import pasted
from jalons.support.reading import Book, read_book
from jalons.support.rules import late
from jalons.support.sheet_file import SheetFileError, read_sheet
from jalons.support.state import KnownClass, SupportState
from jalons.support.view import SupportView
from jalons.support.writing import rows_of
from jalons.workspace.domain import WorkspaceError
from jalons.workspace.store import Workspace

FR, EN = Translator("fr"), Translator("en")
YEAR, NAME = "2025-2026", "TMELEC1"
SECRET = "Zora Dupuis-Lenoir"
SCHOOL = KnownClass(
    "2026-2027", NAME, "TPRO", "A", {"T1": date(2026, 12, 1), "T3": date(2027, 5, 25)},
    ((date(2026, 11, 2), date(2026, 11, 20)),),
)  # fmt: skip


def example_files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(CLASS_EXAMPLE.glob("*.csv"))}


def new_state(workspace: Workspace | None = None) -> SupportState:
    return SupportState(workspace, known=(SCHOOL,))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "w.sqlite")


@pytest.fixture
def state(workspace: Workspace) -> SupportState:
    state = new_state(workspace)
    state.open_example(example_files(), YEAR, NAME)
    return state


def column(state: SupportState, table: str, name: str) -> int:
    assert state.book is not None
    return state.book.draft.form.columns(table).index(name)


def codes(state: SupportState) -> list[str]:
    assert state.klass is not None
    return [pupil.code for pupil in state.klass.pupils]


# --- tables ⇄ class ---------------------------------------------------------------------------


def test_the_example_class_is_right_and_holds_every_late_case(state: SupportState) -> None:
    assert state.problems == ()
    assert state.klass is not None
    assert len(state.klass.pupils) == 24
    june = date(2026, 6, 12)
    found = Counter(one.code for p in state.klass.pupils for one in late(p, state.klass, june))
    assert set(found) == {
        "presentation", "first_wish", "recommendation", "reasoned", "reasoned_without_reason",
        "final", "no_agreement", "not_signed", "no_teacher", "not_attested", "immersion_too_long",
        "workshops", "interview", "no_activity", "agreement_not_for_study", "reinforcement",
        "no_result",
    }  # fmt: skip
    assert sum(not late(p, state.klass, june) for p in state.klass.pupils) >= 5


def test_a_class_goes_into_its_tables_and_back(state: SupportState) -> None:
    assert state.klass is not None
    draft = Draft.of_rows(rows_of(state.klass), state.tidy, tables.FORM)
    book = Book(YEAR, NAME, "TPRO", state.klass.zone, draft)
    assert read_book(book) == (state.klass, ())


@pytest.mark.parametrize(
    ("table", "row", "name", "value", "code"),
    [
        ("eleves", 1, "eleve", "E01", "twice_pupil"),
        ("eleves", 0, "francais", "9", "not_whole"),
        ("decisions", 0, "eleve", SECRET, "pupil_not_listed"),
        ("decisions", 1, "eleve", "E01", "twice_row"),
        ("decisions", 0, "souhait", "marin", "not_one_of"),
        ("decisions", 0, "souhait_le", "2062-11-24", "outside_class_year"),
        ("decisions", 0, "conseil_s1", "poursuite", "class_council_undated"),
        ("conventions", 0, "fin", "2025-11-01", "period_backwards"),
        ("conventions", 0, "signatures", "voisin", "not_one_of"),
        ("avenirpro", 0, "ateliers", "mardi", "not_day"),
        ("conseils", 1, "periode", "T1", "twice_period"),
        ("bloc", 0, "lundi", "2026-06-09", "not_monday"),
        ("entreprises", 1, "entreprise", "Élec Services", "twice_company"),
    ],
)
def test_a_wrong_cell_is_told_at_its_place_and_the_rest_counts(
    state: SupportState, table: str, row: int, name: str, value: str, code: str
) -> None:
    state.set_cells(table, [(row, column(state, table, name), value)])
    found = {(p.sheet, p.row, p.column, p.code) for p in state.problems}
    assert (table, row + 2, name, code) in found
    for problem in state.problems:
        for t in (FR, EN):
            assert SECRET not in problem.sentence(t)
    assert len(codes(state)) >= 23


def test_a_choice_typed_without_its_day_gets_todays(state: SupportState) -> None:
    state.day = date(2026, 6, 12)
    row = codes(state).index("E17")
    assert state.klass is not None
    choice = column(state, "decisions", "choix")
    state.set_cells("decisions", [(row, choice + 1, ""), (row, choice, "études")])
    decision = state.klass.pupil("E17").decisions[FINAL]
    assert (decision.finality, decision.on) == (POURSUITE, date(2026, 6, 12))


def test_days_in_a_list_are_read_as_people_write_them(state: SupportState) -> None:
    state.set_cells("avenirpro", [(0, 1, "13/1/26 et 3 févr. 2026; 2026-03-03")])
    assert state.klass is not None
    code = state.book.draft.rows("avenirpro")[0][0]  # type: ignore[union-attr]
    days = (date(2026, 1, 13), date(2026, 2, 3), date(2026, 3, 3))
    assert state.klass.pupil(code).workshops == days


def test_a_code_that_changes_changes_everywhere(state: SupportState) -> None:
    assert state.klass is not None
    before = state.klass.pupil("E01")
    state.set_cells("eleves", [(0, 0, "Lynx")])
    assert state.klass.pupil("Lynx") == replace(before, code="Lynx")
    assert state.problems == ()
    state.undo()
    assert state.klass.pupil("E01") == before
    state.redo()
    assert codes(state)[0] == "Lynx"
    state.set_cells("entreprises", [(0, 0, "Élec Services SARL")])
    assert state.klass is not None
    hosts = {a.company for p in state.klass.pupils for a in p.agreements}
    assert "Élec Services SARL" in hosts
    assert "Élec Services" not in hosts


# --- kept -------------------------------------------------------------------------------------


def test_half_filled_tables_are_there_again_after_a_reload(
    state: SupportState, workspace: Workspace
) -> None:
    state.set_cells("conventions", [(99, 1, "Garage Morel")])
    again = new_state(workspace)
    assert again.open_last()
    assert again.book == state.book
    assert again.problems == state.problems != ()


def test_a_new_class_takes_its_dates_from_the_school_file(workspace: Workspace) -> None:
    state = new_state(workspace)
    state.begin("2026-2027", f" {NAME} ")
    state.put_pupils(pasted("E1\nE2"))
    assert state.klass is not None
    assert (state.klass.councils, state.klass.placements) == (SCHOOL.councils, SCHOOL.placements)
    assert state.klass.zone == "A"
    assert codes(state) == ["E1", "E2"]
    state.begin("2026-2027", "TCVEEC")
    assert not state.take_dates()
    state.open("2026-2027", NAME)
    assert codes(state) == ["E1", "E2"]


def test_two_people_fill_in_one_class_and_take_nothing_from_each_other(
    workspace: Workspace, state: SupportState
) -> None:
    other = new_state(workspace)
    other.open(YEAR, NAME)
    place = column(state, "immersions", "lieu")
    state.insert("eleves", 0, [["E00"]])
    state.remove("immersions", [0])
    other.set_cells("eleves", [(3, column(other, "eleves", "competences"), "soudure")])
    other.set_cells("immersions", [(2, place, "CFA")])
    state.refresh()
    assert state.klass == other.klass
    assert state.klass is not None
    assert state.klass.pupil("E04").positioning.skills == ("soudure",)
    assert codes(state)[0] == "E00"
    other.undo()  # of one's own work only
    assert other.klass is not None
    assert codes(other)[0] == "E00"
    assert "CFA" not in {i.place for p in other.klass.pupils for i in p.immersions}


def test_undoing_takes_back_ones_own_work_and_leaves_what_others_did_meanwhile(
    workspace: Workspace, state: SupportState
) -> None:
    other = new_state(workspace)
    other.open(YEAR, NAME)
    skills = column(state, "eleves", "competences")
    other.insert("eleves", 0, [["E00"]])
    state.set_cells("eleves", [(3, skills, "soudure")])  # on what was seen before E00 came
    state.undo()
    assert codes(state)[0] == "E00"
    assert state.klass is not None
    assert state.klass.pupil("E04").positioning.skills == ()
    state.redo()
    assert codes(state)[0] == "E00"
    assert state.klass.pupil("E04").positioning.skills == ("soudure",)


def test_what_both_wrote_in_one_cell_is_said_and_undoing_gives_the_others_back(
    workspace: Workspace, state: SupportState
) -> None:
    other = new_state(workspace)
    other.open(YEAR, NAME)
    skills = column(state, "eleves", "competences")
    other.set_cells("eleves", [(3, skills, "soudure")])
    assert other.replaced == ()
    state.set_cells("eleves", [(3, skills, "lecture"), (4, skills, "calcul")])
    assert state.replaced == (Replaced("eleves", "E04", skills, "soudure", "lecture"),)
    part = SupportView(state, FR).part(TablesPart)
    assert "«\u00a0soudure\u00a0»" in part.said.items[0]
    assert part.said.kind == "warn"
    state.undo()
    assert state.klass is not None
    assert state.klass.pupil("E04").positioning.skills == ("soudure",)
    assert state.klass.pupil("E05").positioning.skills == ()
    state.redo()
    assert state.klass.pupil("E04").positioning.skills == ("lecture",)


def test_a_change_of_a_row_that_somebody_took_out_is_told(
    workspace: Workspace, state: SupportState
) -> None:
    other = new_state(workspace)
    other.open(YEAR, NAME)
    state.forget_pupil("E04")
    other.set_cells("eleves", [(3, column(other, "eleves", "competences"), "soudure")])
    assert other.gone == 1
    assert "E04" not in codes(other)


def test_changes_made_again_on_the_same_draft_give_what_was_meant() -> None:
    def draft(*rows: str) -> Draft:
        return Draft({"eleves": tuple(tuple(r.split(",")) for r in rows)}, tables.FORM)

    base = draft("a,1", "b,2", "c,3")
    theirs = draft("x,0", "a,1", "b,2", "c,4")
    done, lost, both = rebased(base, draft("a,1", "b,9", "c,3"), theirs)
    assert both == ()
    expected = draft("x,0", "a,1", "b,9", "c,4")
    assert (done.rows("eleves"), lost) == (expected.rows("eleves"), 0)
    done, lost, both = rebased(base, draft("a,1", "c,3", "d,5"), draft("a,7", "b,2", "c,3"))
    assert both == ()
    assert (done.rows("eleves"), lost) == ((("a", "7"), ("c", "3"), ("d", "5")), 0)


def test_a_workspace_that_fails_is_said_and_the_page_goes_on(
    state: SupportState, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise WorkspaceError(place="w.sqlite")

    monkeypatch.setattr(Workspace, "change", full)
    state.insert("eleves", 24, [["E25"]])
    assert codes(state)[-1] == "E25"
    assert state.trouble is not None
    state.refresh()
    assert codes(state)[-1] == "E25"
    monkeypatch.undo()
    state.insert("eleves", 25, [["E26"]])  # both are kept once it works again
    assert state.trouble is None
    again = new_state(workspace)
    again.open(YEAR, NAME)
    assert codes(again) == codes(state)
    assert codes(again)[-2:] == ["E25", "E26"]


# --- lists, sheets, groups, block -------------------------------------------------------------


def test_a_list_adds_pupils_and_keeps_what_is_known(state: SupportState) -> None:
    assert state.klass is not None
    before = state.klass.pupil("E02")
    state.put_pupils(pasted("eleve\tfrancais\nE02\t4\nE25\t1"))
    assert state.klass.pupil("E02") == replace(
        before, positioning=replace(before.positioning, french=4)
    )
    assert codes(state)[-1] == "E25"


def test_a_list_of_names_becomes_a_list_of_codes(state: SupportState, workspace: Workspace) -> None:
    text = f"{SECRET}\nAli Benali\nX9"
    taken = state.put_pupils(pasted(text))
    assert codes(state)[-3:] == ["E25", "E26", "X9"]
    assert taken.names == {"E25": SECRET, "E26": "Ali Benali"}
    assert not stored(workspace, "Zora")
    state.keep_names(True)
    state.put_pupils(pasted(text))
    assert state.who("E27") == SECRET
    state.put_pupils(pasted(text))  # now they are known by name
    assert codes(state)[-1] == "E28"


def test_a_pupils_own_sheet_brings_options_and_the_first_wish(state: SupportState) -> None:
    state.day = date(2026, 6, 12)
    sheet = read_sheet(
        b'{"format": "jalons-fiche", "version": 1, "profil": {"niveau": "TPRO"}, "souhait":'
        b' "poursuite", "options": [{"kind": "BTS", "label": "BTS CRSA", "code": "1"}]}'
    )
    state.put_sheet("E07", sheet)
    assert state.klass is not None
    pupil = state.klass.pupil("E07")
    assert pupil.options == ("BTS CRSA",)
    assert pupil.decisions[FIRST_WISH].finality == POURSUITE
    assert pupil.decisions[FIRST_WISH].by == "pupil"


@pytest.mark.parametrize(
    ("kind", "wish"),
    [("BTS", "poursuite"), ("EMPLOI", "insertion"), ("AMBITION_EMPLOI", "insertion")],
)
def test_the_option_a_pupil_likes_best_says_the_first_wish(kind: str, wish: str) -> None:
    best = {"kind": kind, "label": "Le premier", "code": "1"}
    other = {"kind": "CS", "label": "Le second", "code": "2"}
    content = {"format": "jalons-fiche", "version": 1, "profil": {}, "questions": "",
               "options": [other, best], "souhait": best}  # fmt: skip
    sheet = read_sheet(json.dumps(content).encode())
    assert (sheet.options, sheet.wish) == (("Le premier", "Le second"), wish)
    undecided = read_sheet(json.dumps({**content, "souhait": None}).encode())
    assert (undecided.options, undecided.wish) == (("Le second", "Le premier"), "")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"format": "x"}',
        b'{"format": "jalons-fiche", "version": 1, "souhait": "marin"}',
        b'{"format": "jalons-fiche", "version": 2}',
    ],
)
def test_another_file_is_no_sheet(content: bytes) -> None:
    with pytest.raises(SheetFileError, match=r"fiche\.json"):
        read_sheet(content, "fiche.json")


def test_a_pupil_moves_by_hand_and_goes_back(state: SupportState) -> None:
    def of(purpose: str) -> tuple[str, ...]:
        return next(g.pupils for g in state.groups().groups if g.purpose == purpose)

    code = of("insertion")[0]
    state.place(code, "poursuite")
    assert code in of("poursuite")
    state.place(code, "")
    assert code in of("insertion")


def test_weeks_are_chosen_for_one_finality_and_taken_back(state: SupportState) -> None:
    assert state.klass is not None
    before = state.klass.blocks["poursuite"]
    state.choose_block("insertion", [date(2026, 6, 22)])
    assert state.klass.blocks == {"insertion": (date(2026, 6, 22),), "poursuite": before}
    state.choose_block("insertion", [])
    assert "insertion" not in state.klass.blocks


# --- names, and forgetting --------------------------------------------------------------------


def stored(workspace: Workspace, word: str) -> bool:
    """Whether any version of any document of the class holds a word."""
    found = [
        workspace.read(scope, version.name, v.number)
        for scope in (SCOPE, NAMES)
        for version in workspace.documents(scope)
        for v in workspace.versions(scope, version.name)
    ]
    return any(word.encode() in content for content in found)


def packed_bytes(file: Path) -> list[bytes]:
    with sqlite3.connect(file) as connection:
        tables_ = [r[0] for r in connection.execute("select name from sqlite_master")]
        name = next(n for n in tables_ if "content" in n)
        return [row[0] for row in connection.execute(f"select packed from {name}")]


def test_names_are_not_kept_unless_the_box_is_ticked(
    state: SupportState, workspace: Workspace
) -> None:
    state.put_pupils(pasted(f"eleve\tnom\nE01\t{SECRET}"))
    assert not stored(workspace, "Zora")
    state.keep_names(True)
    state.put_pupils(pasted(f"eleve\tnom\nE01\t{SECRET}"))
    assert state.who("E01") == SECRET
    assert workspace.documents(NAMES)
    again = new_state(workspace)
    again.open(YEAR, NAME)
    assert again.who("E01") == SECRET
    assert not any(  # apart: the class itself never holds them
        b"Zora" in workspace.read(SCOPE, v.name, n.number)
        for v in workspace.documents(SCOPE)
        for n in workspace.versions(SCOPE, v.name)
    )
    state.keep_names(False)
    assert state.who("E01") == "E01"
    assert not workspace.documents(NAMES)
    assert not stored(workspace, "Zora")


def test_one_click_takes_a_pupil_out_of_every_version_and_of_the_file_itself(
    state: SupportState, workspace: Workspace, tmp_path: Path
) -> None:
    state.keep_names(True)
    state.set_cells("eleves", [(1, 0, "QZX77")])
    state.set_cells("eleves", [(1, tables.NAME_AT, SECRET)])
    assert stored(workspace, "QZX77")
    old = packed_bytes(tmp_path / "w.sqlite")
    state.forget_pupil("QZX77")
    assert not stored(workspace, "QZX77")
    assert not stored(workspace, "Zora")
    assert not state.can_undo
    kept = set(packed_bytes(tmp_path / "w.sqlite"))
    files = b"".join(path.read_bytes() for path in tmp_path.glob("w.sqlite*"))
    assert not any(content[8:72] in files for content in old if content not in kept)
    assert len(codes(state)) == 23


def test_a_year_that_is_over_is_erased_whole(state: SupportState, workspace: Workspace) -> None:
    state.begin("2026-2027", NAME)
    assert state.past_years() == (YEAR,)
    assert state.forget_year(YEAR) == 1
    assert [kept.year for kept in new_state(workspace).classes] == ["2026-2027"]
    assert state.past_years() == ()
