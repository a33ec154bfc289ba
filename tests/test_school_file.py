"""Filling in the school file: whatever spreadsheet it comes from, it is the same school."""

from __future__ import annotations

import io
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

import schools
from jalons.i18n import Translator
from jalons.school.columns import kind_of
from jalons.school.domain import School
from jalons.school.problems import SchoolFileError
from jalons.school.reader import read_school, read_school_files
from jalons.school.sheets import cell_text
from jalons.school.tables import TABLES
from jalons.school.template import EXAMPLE, template_bytes
from schools import Tables, book_bytes, columns, csv_files, tiny, workbook, write_folder

LIBRARY = [
    {
        "seance": "TPRO-01",
        "titre": "Une fiche",
        "theme": "parcours",
        "niveaux": "TPRO",
        "finalite": "commun",
        "parties": "1",
        "duree_min": "90",
        "roles": "professeur_principal",
        "lieu_type": "",
        "au_plus_tot": "rentree",
        "au_plus_tard": "conseil_T1",
        "apres": "",
        "obligatoire": "oui",
        "classes": "",
    },
]
LIBRARY.append({**LIBRARY[0], "seance": "TPRO-02", "titre": "La suite", "apres": "TPRO-01"})


def read(tables: Tables, **how: str) -> School:
    return read_school_files(csv_files(tables, **how)).school


def test_what_the_columns_say_is_what_the_school_is() -> None:
    school = read(tiny())
    assert (school.name, school.zone, school.year) == ("LP d'essai", "C", "2026-2027")
    terminale = school.class_by_name["TMELEC"]
    assert (terminale.level, terminale.size, terminale.target_hours) == ("TPRO", 24, 34.5)
    assert school.class_by_name["1PCEPC"].target_hours is None
    assert school.group_by_name["TMELEC-ins"].purpose == "insertion"
    first, second = school.slots
    assert (first.weekday, first.start, first.end, first.weeks) == (
        "jeudi",
        time(14),
        time(16),
        "toutes",
    )
    assert (second.weeks, second.first, second.last) == ("A", date(2026, 9, 7), date(2026, 12, 18))
    assert school.parities == {date(2026, 8, 31): "B"}
    assert school.placements[0].last == date(2026, 11, 20)
    assert school.roles_of["Mme Sy"] == {"professeur", "documentaliste"}
    assert school.classes_of == {"Mme Roy": {"TMELEC", "1PCEPC"}}
    assert school.place_by_name["CDI"].capacity == 15
    opening, employer = school.sessions
    assert (opening.levels, opening.latest, opening.mandatory) == (
        ("TPRO", "1PRO"),
        "conseil_T1",
        True,
    )
    assert opening.place_kind is None
    assert employer.roles == ("professeur", "psyen")
    assert (employer.parts, employer.duration_min, employer.mandatory) == (2, 55, False)
    assert (employer.earliest, employer.latest) == (date(2026, 9, 14), None)
    assert (employer.after, employer.classes) == (("S01",), ("TMELEC",))
    assert school.events[0].blocks
    assert school.events[0].classes == ("TMELEC", "1PCEPC")
    assert school.councils[0].day == date(2026, 12, 1)


def test_a_folder_and_a_workbook_give_the_same_school(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    book = tmp_path / "ecole.xlsx"
    book.write_bytes(book_bytes(workbook(tiny())))
    assert read_school(folder) == read_school(str(book))
    in_memory = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert read_school_files(in_memory) == read_school(folder)
    assert read_school_files({"x.xlsx": book.read_bytes()}).school == read_school(book).school


@pytest.mark.parametrize("delimiter", [";", ","])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_either_delimiter_with_or_without_bom(delimiter: str, encoding: str) -> None:
    assert read(tiny(), delimiter=delimiter, encoding=encoding) == read(tiny())


def test_delimiters_may_differ_from_file_to_file() -> None:
    files = csv_files(tiny())
    files["seances.csv"] = csv_files(tiny(), delimiter=",")["seances.csv"]
    assert read_school_files(files).school == read(tiny())


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_of_every_system(end: bytes) -> None:
    files = {name: data.replace(b"\r\n", end) for name, data in csv_files(tiny()).items()}
    assert read_school_files(files).school == read(tiny())


def test_headers_in_capitals_with_accents_and_spaces_and_in_any_order() -> None:
    files = csv_files(tiny())
    titles = {
        "etablissement": ["NOM", " Zone ", "Année scolaire"],
        "evenements": ["Évènement", "Début", "FIN", "classes", "Bloqué"],
    }
    for name, header in titles.items():
        # "Évènement" with two accents is one of the two right spellings.
        body = files[f"{name}.csv"].split(b"\r\n", 1)[1]
        files[f"{name}.csv"] = ";".join(header).encode() + b"\r\n" + body
    files["Équipe.csv"] = files.pop("equipe.csv")
    files["SEANCES.CSV"] = files.pop("seances.csv")
    swapped = [
        {"classe": "TMELEC", "personne": "Mme Roy"},
        {"classe": "1PCEPC", "personne": "Mme Roy"},
    ]
    files["Équipe.csv"] = schools.csv_bytes(swapped, ("classe", "personne"))
    assert read_school_files(files).school == read(tiny())
    assert read_school_files(files).notices == ()


def test_codes_in_any_case_and_with_accents() -> None:
    tables = tiny()
    tables["creneaux"][0]["jour"] = "Jeudi"
    tables["seances"][0]["finalite"] = "COMMUN"
    tables["seances"][0]["au_plus_tot"] = "Rentrée"
    tables["classes"][0]["organisation"] = "Hebdomadaire"
    tables["etablissement"][0]["zone"] = "zone c"
    tables["etablissement"][0]["annee_scolaire"] = "2026-27"
    assert read(tables) == read(tiny())


def test_french_dates_decimal_commas_and_hours_with_an_h() -> None:
    tables = tiny()
    tables["pfmp"][0].update(debut="2/11/2026", fin="20/11/2026")
    tables["conseils"][0]["date"] = "01/12/2026"
    tables["classes"][0]["heures_cibles"] = "34,5"
    tables["creneaux"][0].update(debut="14h00", fin="16 h 00", semaines="toutes")
    tables["creneaux"][1].update(debut="14:00:00")
    tables["seances"][1]["au_plus_tot"] = "14/09/2026"
    assert read(tables) == read(tiny())


def test_a_value_that_holds_the_delimiter_is_quoted() -> None:
    tables = tiny()
    tables["seances"][0]["titre"] = 'Lire ; écrire, "dire"'
    for delimiter in ";,":
        assert read(tables, delimiter=delimiter).sessions[0].title == 'Lire ; écrire, "dire"'


def test_an_accent_written_as_two_characters_is_the_same_name() -> None:
    tables = tiny()
    tables["personnes"].append({"personne": "Mme Rivière", "role": "cpe"})
    tables["equipe"].append({"personne": "Mme Rivie\u0300re", "classe": "TMELEC"})
    assert read(tables).classes_of["Mme Rivière"] == {"TMELEC"}


def test_empty_rows_are_passed_over() -> None:
    files = csv_files(tiny())
    header, *rows = files["classes.csv"].split(b"\r\n")
    files["classes.csv"] = b"\r\n".join([b"", b";;;", header, b"", rows[0], b" ; ;;;;;", *rows[1:]])
    book = workbook(tiny())
    book["classes"].insert_rows(2, amount=3)
    book["seances"].insert_rows(1)
    assert read_school_files(files).school == read(tiny())
    assert read_school_files({"a.xlsx": book_bytes(book)}).school == read(tiny())


def test_optional_columns_and_sheets_may_be_missing() -> None:
    tables = tiny()
    for name in ("groupes", "semaines", "disponibilites", "equipe", "evenements", "conseils"):
        del tables[name]
    tables["lieux"] = []
    files = csv_files(tables)
    short = ("classe", "jour", "debut", "fin")
    files["creneaux.csv"] = schools.csv_bytes(tables["creneaux"], short)
    school = read_school_files(files).school
    assert school.groups == ()
    assert school.councils == ()
    assert {slot.weeks for slot in school.slots} == {"toutes"}


def test_typed_cells_of_a_spreadsheet() -> None:
    tables = tiny()
    tables["classes"][0]["effectif"] = 24.0
    tables["pfmp"][0]["debut"] = schools.as_datetime(date(2026, 11, 2))
    tables["seances"][0]["parties"] = 1.0
    tables["creneaux"][0]["fin"] = time(15, 59, 59, 970_000)  # a fraction of a day, cut short
    book = workbook(tables)
    assert read_school_files({"a.xlsx": book_bytes(book)}).school == read(tiny())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "oui"),
        (False, "non"),
        (24.0, "24"),
        (34.5, "34.5"),
        (0.1 + 0.2 + 34, "34.3"),
        (date(2026, 9, 1), "2026-09-01"),
        (schools.as_datetime(date(2026, 9, 1)), "2026-09-01"),
        (time(9, 5), "09:05"),
        (time(9, 5, 30), "09:05:30"),
        (timedelta(hours=14), "14:00:00"),
        ("  deux mots ", "deux mots"),
    ],
)
def test_text_of_a_typed_cell(value: object, text: str) -> None:
    assert cell_text(value) == text


def test_numbers_as_names_are_names() -> None:
    """A class called 201 is a number to a spreadsheet and a name to a school."""
    tables = tiny()
    for rows in tables.values():
        for row in rows:
            if row.get("classe") == "TMELEC":
                row["classe"] = 201
    tables["seances"][1]["classes"] = 201
    tables["evenements"][0]["classes"] = "201|1PCEPC"
    book = book_bytes(workbook(tables))
    assert read_school_files({"a.xlsx": book}).school.class_by_name["201"].size == 24


# --- the library ------------------------------------------------------------------------------


def only_sessions(*rows: schools.Row) -> Tables:
    return {**tiny(), "seances": list(rows)}


def test_a_row_with_the_id_alone_takes_the_sheet_of_the_library() -> None:
    files = csv_files(only_sessions())
    files["seances.csv"] = b"seance\r\nTPRO-01\r\n"
    (session,) = read_school_files(files, LIBRARY).school.sessions
    assert (session.id, session.title, session.duration_min) == ("TPRO-01", "Une fiche", 90)
    assert session.latest == "conseil_T1"


def test_what_a_row_fills_in_replaces_what_the_library_says() -> None:
    tables = only_sessions({"seance": "TPRO-01", "duree_min": "55", "roles": "psyen+professeur"})
    (session,) = read_school_files(csv_files(tables), LIBRARY).school.sessions
    assert (session.title, session.duration_min) == ("Une fiche", 55)
    assert session.roles == ("psyen", "professeur")


def test_an_empty_sheet_of_sessions_means_the_library() -> None:
    read = read_school_files(csv_files(only_sessions()), LIBRARY)
    assert [session.id for session in read.school.sessions] == ["TPRO-01", "TPRO-02"]
    assert read.school.session_by_id["TPRO-02"].after == ("TPRO-01",)
    (notice,) = [n for n in read.notices if n.code == "library_used"]
    assert "planifiées (2)" in notice.sentence(Translator("fr"))


def test_an_empty_sheet_of_sessions_takes_no_sheet_of_a_level_the_school_lacks() -> None:
    other = {**LIBRARY[0], "seance": "CAP-01", "niveaux": "CAP1|CAP2"}
    both = {**LIBRARY[0], "seance": "TPRO-03", "niveaux": "CAP2|TPRO", "apres": "CAP-01"}
    read = read_school_files(csv_files(only_sessions()), [other, *LIBRARY, both])
    assert list(read.school.session_by_id) == ["TPRO-01", "TPRO-02", "TPRO-03"]
    assert read.school.session_by_id["TPRO-03"].after == ()
    none = read_school_files(csv_files(only_sessions()), [other])
    assert none.school.sessions == ()
    (notice,) = [n for n in none.notices if n.code == "library_used"]
    assert "aucune séance" in notice.sentence(Translator("fr"))


def test_own_sessions_stand_beside_those_taken_from_the_library() -> None:
    tables = tiny()
    tables["seances"].append({"seance": "TPRO-01", "apres": "S01"})
    sessions = read_school_files(csv_files(tables), LIBRARY).school.session_by_id
    assert list(sessions) == ["S01", "S02", "TPRO-01"]
    assert sessions["TPRO-01"].after == ("S01",)


def test_the_library_s_order_holds_among_the_sessions_that_are_planned() -> None:
    both = only_sessions({"seance": "TPRO-02"}, {"seance": "TPRO-01"})
    alone = only_sessions({"seance": "TPRO-02"})
    of_both = read_school_files(csv_files(both), LIBRARY).school
    assert of_both.session_by_id["TPRO-02"].after == ("TPRO-01",)
    assert read_school_files(csv_files(alone), LIBRARY).school.sessions[0].after == ()


def test_an_id_the_library_does_not_have_needs_all_its_cells() -> None:
    files = csv_files(only_sessions())
    files["seances.csv"] = b"seance\r\nTPRO-99\r\n"
    with pytest.raises(SchoolFileError) as refused:
        read_school_files(files, LIBRARY)
    wrong = {problem.column for problem in refused.value.problems}
    assert {"titre", "niveaux", "finalite", "parties", "duree_min", "obligatoire"} <= wrong


# --- the template -----------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_template_is_a_right_school_as_it_is(lang: str, tmp_path: Path) -> None:
    path = tmp_path / "modele.xlsx"
    path.write_bytes(template_bytes(Translator(lang)))
    school = read_school(path).school
    assert [c.name for c in school.classes] == ["TMELEC"]
    for part in (
        school.groups,
        school.slots,
        school.parities,
        school.placements,
        school.people,
        school.availabilities,
        school.team,
        school.places,
        school.sessions,
        school.events,
        school.councils,
    ):
        assert len(part) == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_sheet_of_the_template_has_lists_notes_and_an_example(lang: str) -> None:
    book = load_workbook(io.BytesIO(template_bytes(Translator(lang))))
    assert book.sheetnames == ["lisez-moi", *TABLES]
    for name in TABLES:
        sheet = book[name]
        assert tuple(cell.value for cell in sheet[1]) == columns(name)
        for cell in sheet[1]:
            assert len(cell.comment.text) > 5, (name, cell.value)
        assert len(list(sheet.iter_rows(min_row=2))) == 1
        assert [cell.value or "" for cell in sheet[2]] == list(EXAMPLE[name])
        listed = {str(v.sqref).split("2:")[0]: v for v in sheet.data_validations.dataValidation}
        letters = {
            cell.column_letter
            for cell in sheet[1]
            if (kind := kind_of(name, cell.value)).choices or kind.of
            if not kind.separator  # several in one cell cannot be a list
        }
        assert letters
        assert set(listed) == letters
        for validation in listed.values():
            assert validation.type == "list"
            assert len(validation.formula1) <= 255  # beyond, a spreadsheet calls the file damaged


def test_notes_of_the_template_are_in_the_language_asked_for() -> None:
    notes = {
        lang: load_workbook(io.BytesIO(template_bytes(Translator(lang))))["classes"][
            "A1"
        ].comment.text
        for lang in ("fr", "en")
    }
    assert notes["fr"] != notes["en"]


def test_lists_of_the_template_offer_only_values_that_are_read() -> None:
    """Choose each value of each list in turn: no cell is refused for its value."""
    for table in TABLES:
        for column in columns(table):
            for code in kind_of(table, column).choices:
                row = dict(zip(columns(table), map(str, EXAMPLE[table]), strict=True))
                TABLES[table].model_validate({**row, column: code})


def test_rows_added_under_the_example_are_read() -> None:
    book = load_workbook(io.BytesIO(template_bytes(Translator("fr"))))
    book["classes"].append(["1PCEPC", "1PRO", None, None, 20, "quinzaine", 30.5])
    book["pfmp"].append(["1PCEPC", date(2027, 1, 4), date(2027, 2, 5)])
    book["creneaux"].append(["1PCEPC", "lundi", time(10), time(12), "A", None, None])
    school = read_school_files({"ecole.xlsx": book_bytes(book)}).school
    assert school.class_by_name["1PCEPC"].target_hours == 30.5
    assert school.placements[1].first == date(2027, 1, 4)
    assert school.slots[1].start == time(10)
