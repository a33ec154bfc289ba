"""Taking over a spreadsheet that a team already has, whatever its sheets and columns are called."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from jalons.data.lessons import THEMES, read_lessons
from jalons.i18n import Translator
from jalons.planner.page.matching import MatchingPart
from jalons.planner.page.tables import TablesPart
from jalons.planner.state import PlannerState
from jalons.planner.view import PlannerView
from jalons.school.foreign import foreign_sheets
from jalons.school.matching import guess_all, guess_columns, rows_of, to_remember
from jalons.school.problems import SchoolFileError
from jalons.school.tables import TABLES
from jalons.workspace.store import Workspace
from schools import book_bytes, csv_files, tiny, workbook

FR = Translator("fr")
LIBRARY = [lesson.row for lesson in read_lessons()]


def foreign() -> bytes:
    """A school's own workbook: a title above, other names, days as people write them."""
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Liste des divisions"
    first.append(["Lycée des Trois Fontaines", None, None])
    first.merge_cells("A1:C1")
    first.append([])
    first.append(["Libellé", "Formation", "Effectif total", "Salle préférée"])
    first.append(["TMELEC", "Terminale bac pro", 24, "A12"])
    first.append(["1PCEPC", "Première bac pro", "20 élèves", None])
    first.append(["2CAP EPC", "CAP 2ème année", 11, None])
    stages = book.create_sheet("Stages")
    stages.append(["Division", "Du", "Au"])
    stages.append(["TMELEC", "02/11/2026", "20/11/2026"])
    stages.append(["1PCEPC", datetime(2027, 1, 4), date(2027, 1, 29)])
    hours = book.create_sheet("EDT")
    hours.append(["Division", "Jour", "H. début", "H. fin", "Semaine"])
    hours.append(["TMELEC", "Jeudi", "14h", "15h30", "A et B"])
    hours.append(["1PCEPC", "Lundi", time(10), time(11, 30), "Sem. A"])
    hours.append(["2CAP EPC", "Mercrdi", "8h30", "10h", None])
    return book_bytes(book)


def view(state: PlannerState, lang: str = "fr") -> PlannerView:
    return PlannerView(state, Translator(lang), THEMES, {})


def shown(part: MatchingPart) -> bool:
    return str(part.widget.layout.display) != "none"


# --- reading and guessing ---------------------------------------------------------------------


def test_titles_are_found_wherever_they_stand() -> None:
    sheets = foreign_sheets({"ecole.xlsx": foreign()})
    assert [sheet.title for sheet in sheets] == ["Liste des divisions", "Stages", "EDT"]
    matches = guess_all(sheets)
    assert {table: (m.sheet, m.header) for table, m in matches.items()} == {
        "classes": (0, 2),
        "pfmp": (1, 0),
        "creneaux": (2, 0),
    }
    assert matches["classes"].columns["classe"] == "0"
    assert matches["classes"].columns["effectif"] == "2"
    assert matches["classes"].columns["organisation"] == "=hebdomadaire"
    rows, numbers = rows_of("classes", matches["classes"], sheets)
    assert [row[0] for row in rows] == ["TMELEC", "1PCEPC", "2CAP EPC"]
    assert numbers == [4, 5, 6]


@pytest.mark.parametrize(
    ("table", "titles", "found"),
    [
        ("classes", ["Classe", "Niv.", "Nb élèves"], {"classe": "0", "effectif": "2"}),
        ("classes", ["NIVEAU", "classe", "Éffectif"], {"niveau": "0", "classe": "1",
                                                        "effectif": "2"}),
        ("personnes", ["Nom", "Fonction"], {"personne": "0", "role": "1"}),
        ("lieux", ["Nom de la salle", "Type de salle", "Nb places"], {"lieu": "0", "type": "1",
                                                                      "capacite": "2"}),
        ("pfmp", ["classe", "Date de début", "Date de fin"], {"classe": "0", "debut": "1",
                                                              "fin": "2"}),
        ("conseils", ["Division", "Trimestre", "Date du conseil"], {"classe": "0", "periode": "1",
                                                                    "date": "2"}),
        ("lieux", ["", "x"], {}),
    ],
)  # fmt: skip
def test_columns_are_guessed(table: str, titles: list[str], found: dict[str, str]) -> None:
    guessed = guess_columns(table, titles)
    assert {column: at for column, at in guessed.items() if column in found} == found
    assert set(guessed.values()) <= set(map(str, range(len(titles))))


def test_our_own_names_are_always_found() -> None:
    for table, model in TABLES.items():
        titles = list(model.columns())
        assert guess_columns(table, titles) == {c: str(at) for at, c in enumerate(titles)}


def test_a_school_file_of_ours_is_matched_with_itself() -> None:
    sheets = foreign_sheets({"a.xlsx": book_bytes(workbook(tiny()))})
    matches = guess_all(sheets)
    assert {table: sheets[match.sheet].title for table, match in matches.items()} == {
        table: table for table in TABLES
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_text_of_any_spreadsheet_is_read(encoding: str, delimiter: str) -> None:
    text = delimiter.join(["Libellé", "Année"]) + "\r\n" + delimiter.join(["2é", "1"]) + "\r\n"
    (sheet,) = foreign_sheets({"liste.csv": text.encode(encoding)})
    assert sheet.title == "liste"
    assert sheet.rows == (("Libellé", "Année"), ("2é", "1"))


@pytest.mark.parametrize("data", [b"", b"PK nothing", b"\0\0\0"])
def test_what_is_no_spreadsheet_is_refused(data: bytes) -> None:
    for name in ("a.xlsx", "a.csv"):
        if (name, data) != ("a.csv", b"PK nothing"):
            with pytest.raises(SchoolFileError):
                foreign_sheets({name: data})


def test_merged_cells_and_formulas_give_their_value() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Classe", "Début"])
    sheet.append(["TX", "a"])
    sheet.append([None, "b"])
    sheet.merge_cells("A2:A3")
    (read,) = foreign_sheets({"a.xlsx": book_bytes(book)})
    assert read.rows[2] == ("TX", "b")


def test_a_formula_whose_value_was_never_saved_is_said() -> None:
    book = Workbook()
    book.worksheets[0].append(["Classe", "=1+1"])
    with pytest.raises(SchoolFileError) as refused:
        foreign_sheets({"a.xlsx": book_bytes(book)})
    assert "B1" in refused.value.text(FR)


def test_what_was_chosen_is_understood_next_time_in_another_order() -> None:
    sheets = foreign_sheets({"ecole.xlsx": foreign()})
    matches = guess_all(sheets)
    kept = to_remember(matches, sheets)
    text = "Salle préférée;Effectif total;Formation;Libellé\n;9;1re;1X\n".encode()
    later = foreign_sheets({"novembre.csv": text})
    rows, _ = rows_of("classes", guess_all(later, kept)["classes"], later)
    assert rows[0][:2] == ("1X", "1re")
    assert rows[0][4:6] == ("9", "hebdomadaire")


# --- on the page ------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_foreign_workbook_goes_into_the_tables(lang: str) -> None:
    state = PlannerState(LIBRARY)
    page = view(state, lang)
    part = page.part(MatchingPart)
    assert not shown(part)
    state.open_files({"ecole.xlsx": foreign()}, "ecole.xlsx")
    assert shown(part)
    assert part.table.value == "classes"
    assert part.header.value == 3
    assert part.columns["classe"].value == "0"
    assert "TMELEC" in part.preview.value
    assert any("EDT" in item and "4" in item and "Mercrdi" in item for item in part.said.items)
    part.take.click()
    assert not shown(part)
    tables = page.part(TablesPart)
    assert tables.is_open
    assert [row[0] for row in tables.editing.draft.rows("classes")] == [
        "TMELEC",
        "1PCEPC",
        "2CAP EPC",
    ]
    assert tables.editing.draft.rows("pfmp")[0] == ("TMELEC", "2026-11-02", "2026-11-20")
    assert tables.editing.draft.rows("creneaux")[1][1:5] == ("lundi", "10:00", "11:30", "A")
    codes = {(p.sheet, p.code) for p in tables.editing.problems}
    assert ("creneaux", "not_one_of") in codes
    # The school has the name of its file, and lacks the rest: said at its cells.
    assert tables.editing.draft.rows("etablissement") == (("ecole", "", ""),)
    assert ("etablissement", "empty") in codes


def test_matching_by_hand_and_next_time(tmp_path: Path) -> None:
    workspace = Workspace(f"sqlite:///{tmp_path / 'jalons.sqlite'}")
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Feuil1"
    sheet.append(["Truc", "Machin"])
    sheet.append(["Salle A1", 30])
    data = book_bytes(book)
    state = PlannerState(LIBRARY, workspace)
    state.open_files(csv_files(tiny()), "tiny")
    part = view(state).part(MatchingPart)
    state.open_files({"salles.xlsx": data})
    assert part.take.disabled
    part.table.value = "lieux"
    part.sheet.value = 0
    part.columns["lieu"].value = "0"
    part.columns["capacite"].value = "1"
    assert any("colonne type" in item for item in part.said.items)
    part.columns["type"].value = "=salle"
    assert part.said.kind == "ok"
    part.take.click()
    assert state.school_file is not None
    assert [p.name for p in state.school_file.school.places] == ["Salle A1"]

    again = PlannerState(LIBRARY, workspace)
    later = view(again).part(MatchingPart)
    again.open_files({"salles.xlsx": data})
    assert later.found is not None
    assert later.found.matches["lieux"].columns == {"lieu": "0", "capacite": "1", "type": "=salle"}


def test_our_own_file_with_a_mistake_is_mended_in_the_tables() -> None:
    tables = tiny()
    tables["pfmp"][0]["debut"] = "novembre"
    state = PlannerState(LIBRARY)
    page = view(state)
    state.open_files(csv_files(tables))
    assert state.school_file is None
    part = page.part(MatchingPart)
    assert shown(part)
    part.take.click()
    editing = page.part(TablesPart).editing
    assert [p.value for p in editing.problems] == ["novembre"]
    editing.set_cells("pfmp", [(0, 1, "2/11/2026")])
    assert state.school_file is not None
    assert len(state.school_file.school.sessions) == 2


def test_giving_up_and_opening_a_right_file_leave_no_trace() -> None:
    state = PlannerState(LIBRARY)
    part = view(state).part(MatchingPart)
    state.open_files({"ecole.xlsx": foreign()})
    part._give_up()
    assert not shown(part)
    state.open_files({"ecole.xlsx": foreign()})
    assert shown(part)
    state.open_files(csv_files(tiny()))
    assert not shown(part)
    assert state.refused == {}


def test_a_picture_is_only_refused() -> None:
    state = PlannerState(LIBRARY)
    part = view(state).part(MatchingPart)
    state.open_files({"photo.xlsx": io.BytesIO(b"\x89PNG").getvalue()})
    assert state.problems
    assert not shown(part)


def test_a_file_of_another_school_does_not_take_the_place_of_the_open_one(tmp_path: Path) -> None:
    state = PlannerState(LIBRARY, Workspace(f"sqlite:///{tmp_path / 'jalons.sqlite'}"))
    state.open_files(csv_files(tiny()), "tiny")
    part = view(state).part(MatchingPart)
    tables = tiny()
    tables["etablissement"][0]["nom"] = "LP voisin"
    tables["classes"][0]["effectif"] = "beaucoup"
    state.open_files(csv_files(tables), "voisin")
    part.take.click()
    assert state.school_file is None
    part.page.editing.set_cells("classes", [(0, 4, "24")])
    assert state.school_file is not None
    assert state.school_file.school.name == "LP voisin"
    titles = {dossier.about.title.split(" · ")[0] for dossier in state.keeping.dossiers()}
    assert titles == {"LP d'essai", "LP voisin"}
