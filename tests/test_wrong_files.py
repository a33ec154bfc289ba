"""A school file that is wrong: a sentence that says where and what to do, never a traceback."""

from __future__ import annotations

import io
import os
import random
import struct
import subprocess
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import CliRunner

from jalons.cli import app
from jalons.data.lessons import read_lessons
from jalons.i18n import Translator
from jalons.problems import Problem
from jalons.school.problems import SchoolFileError
from jalons.school.reader import SchoolFile, read_school, read_school_files
from jalons.school.tables import REQUIRED
from schools import (
    Tables,
    book_bytes,
    columns,
    csv_bytes,
    csv_files,
    text,
    tiny,
    workbook,
    write_folder,
)

FR, EN = Translator("fr"), Translator("en")
LESSONS = read_lessons()
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(1000)


@pytest.fixture(autouse=True)
def lessons_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands run here by the hundred read the same library each time."""
    monkeypatch.setattr("jalons.data.lessons.read_lessons", lambda: LESSONS)


def refused(path: Path) -> tuple[Problem, ...]:
    """The problems of a file; the command ends with 2 and says each of them on stderr."""
    with pytest.raises(SchoolFileError) as error:
        read_school(path)
    out = path.parent / "plan.json"
    for lang, t in (("fr", FR), ("en", EN)):
        result = CliRunner().invoke(
            app, ["plan", "solve", str(path), "-o", str(out)], env={"JALONS_LANG": lang}
        )
        assert result.exit_code == 2
        assert isinstance(result.exception, SystemExit)
        assert result.stdout == ""
        for problem in error.value.problems:
            assert problem.sentence(t) in result.stderr
            for part in (problem.file, problem.sheet, problem.column, problem.facts.get("near")):
                assert part in (None, "none") or part in result.stderr
        assert not out.exists()
    return error.value.problems


def refused_tables(tables: Tables, tmp_path: Path) -> tuple[Problem, ...]:
    return refused(write_folder(tables, tmp_path / "ecole"))


def codes(problems: Iterable[Problem]) -> list[str]:
    return [problem.code for problem in problems]


# --- one wrong cell ---------------------------------------------------------------------------

# (table, row, cells to change, code, row in the sheet, column, value, words of the sentence)
Wrong = tuple[str, int, dict[str, Any], str, str, str, str]
WRONG_CELLS: list[Wrong] = [
    ("etablissement", 0, {"zone": "Z"}, "error_unknown_zone", "zone", "Z", "corse"),
    (
        "etablissement",
        0,
        {"annee_scolaire": "2026"},
        "error_year_format",
        "annee_scolaire",
        "2026",
        "2026-2027",
    ),
    (
        "etablissement",
        0,
        {"annee_scolaire": "2050-2051"},
        "error_year_out_of_range",
        "annee_scolaire",
        "2050-2051",
        "2027-2028",
    ),
    ("etablissement", 0, {"zone": "mayotte"}, "error_no_calendar", "zone", "mayotte", "2025-2026"),
    ("etablissement", 0, {"nom": ""}, "empty", "nom", "", "vide"),
    (
        "classes",
        0,
        {"niveau": "TPR0"},
        "not_one_of",
        "niveau",
        "TPR0",
        "vouliez-vous dire « TPRO »",
    ),
    ("classes", 0, {"effectif": "beaucoup"}, "not_whole", "effectif", "beaucoup", "entre 0 et 2"),
    ("classes", 0, {"effectif": -1}, "not_whole", "effectif", "-1", "entre 0 et 2"),
    ("classes", 0, {"heures_cibles": "trente"}, "not_hours", "heures_cibles", "trente", "34,5"),
    ("classes", 0, {"heures_cibles": 401}, "not_hours", "heures_cibles", "401", "400"),
    ("classes", 0, {"specialite": "x" * 201}, "too_long", "specialite", "xxx", "200"),
    ("classes", 0, {"diplome": "BAC\tPRO"}, "control_character", "diplome", "BAC PRO", "invisible"),
    ("creneaux", 0, {"jour": "dimanche"}, "not_one_of", "jour", "dimanche", "samedi"),
    ("creneaux", 0, {"debut": "25:00"}, "not_clock", "debut", "25:00", "14:00"),
    ("creneaux", 0, {"debut": "14:75"}, "not_clock", "debut", "14:75", "14:00"),
    ("creneaux", 0, {"fin": "13:00"}, "ends_before", "fin", "13:00", "14:00"),
    ("creneaux", 0, {"fin": "14:00"}, "ends_before", "fin", "14:00", "14:00"),
    ("creneaux", 0, {"semaines": "C"}, "not_one_of", "semaines", "C", "toutes, A, B"),
    ("creneaux", 1, {"au": "2026-09-01"}, "ends_before", "au", "2026-09-01", "2026-09-07"),
    ("semaines", 0, {"lundi": "2026-09-01"}, "not_monday", "lundi", "2026-09-01", "lundi"),
    ("pfmp", 0, {"fin": "2026-10-30"}, "ends_before", "fin", "2026-10-30", "2026-11-02"),
    ("pfmp", 0, {"debut": "31/02/2026"}, "not_day", "debut", "31/02/2026", "01/09/2026"),
    ("pfmp", 0, {"debut": "2025-11-02"}, "outside_year", "debut", "2025-11-02", "2026-2027"),
    ("personnes", 0, {"role": "prof"}, "not_one_of", "role", "prof", "professeur"),
    ("disponibilites", 0, {"fin": ""}, "half_time", "debut", "", "toute la journée"),
    ("disponibilites", 0, {"personne": "M. Bay"}, "unknown_name", "personne", "M. Bay", "M. Bey"),
    ("equipe", 0, {"classe": "TMELE"}, "unknown_name", "classe", "TMELE", "TMELEC"),
    ("groupes", 0, {"classe": "T-MELEC"}, "unknown_name", "classe", "T-MELEC", "TMELEC"),
    ("groupes", 0, {"finalite": "commun"}, "not_one_of", "finalite", "commun", "insertion"),
    ("lieux", 0, {"capacite": "30 places"}, "not_whole", "capacite", "30 places", "entier"),
    ("seances", 0, {"parties": 0}, "not_whole", "parties", "0", "entre 1 et 20"),
    ("seances", 0, {"niveaux": ""}, "empty", "niveaux", "", "vide"),
    ("seances", 0, {"niveaux": "TPRO|"}, "empty_part", "niveaux", "TPRO|", "séparateurs"),
    ("seances", 0, {"niveaux": "TPRO|TPRO"}, "repeated_part", "niveaux", "TPRO|TPRO", "deux fois"),
    ("seances", 0, {"au_plus_tot": "noel"}, "not_bound", "au_plus_tot", "noel", "voeux_fin"),
    ("seances", 0, {"obligatoire": "peut-être"}, "not_one_of", "obligatoire", "peut-être", "oui"),
    ("seances", 0, {"apres": "S1"}, "unknown_name", "apres", "S1", "S01"),
    ("seances", 0, {"apres": "S01"}, "after_itself", "apres", "S01", "elle-même"),
    ("seances", 0, {"classes": "TMELEK"}, "unknown_name", "classes", "TMELEK", "TMELEC"),
    (
        "seances",
        1,
        {"classes": "1PCEPC"},
        "class_of_other_level",
        "classes",
        "1PCEPC",
        "niveau 1PRO",
    ),
    (
        "seances",
        1,
        {"au_plus_tard": "2026-09-10"},
        "ends_before",
        "au_plus_tard",
        "2026-09-10",
        "2026-09-14",
    ),
    ("evenements", 0, {"bloque": "x"}, "not_one_of", "bloque", "x", "oui, non"),
    ("conseils", 0, {"periode": "T4"}, "not_one_of", "periode", "T4", "T1, T2, T3, S1, S2"),
    ("conseils", 0, {"date": "2027-12-01"}, "outside_year", "date", "2027-12-01", "2027-07-02"),
]


@pytest.mark.parametrize(
    ("table", "row", "cells", "code", "column", "value", "words"),
    WRONG_CELLS,
    ids=[f"{w[0]}-{w[4]}-{w[3]}" for w in WRONG_CELLS],
)
def test_a_wrong_cell_is_named_with_what_was_expected(
    table: str,
    row: int,
    cells: dict[str, Any],
    code: str,
    column: str,
    value: str,
    words: str,
    tmp_path: Path,
) -> None:
    tables = tiny()
    tables[table][row].update(cells)
    (problem,) = refused_tables(tables, tmp_path)
    assert (problem.code, problem.file, problem.sheet) == (code, f"{table}.csv", table)
    assert (problem.row, problem.column) == (row + 2, column)
    sentence = problem.sentence(FR)
    assert f"feuille {table}, ligne {row + 2}, colonne {column}" in sentence
    assert value in sentence
    assert words.casefold() in sentence.casefold()
    assert f"row {row + 2}, column {column}" in problem.sentence(EN)
    in_json = problem.as_json(FR)
    assert (in_json["row"], in_json["column"]) == (row + 2, column)


def test_a_zone_without_any_calendar(tmp_path: Path) -> None:
    tables = tiny()
    tables["etablissement"][0]["zone"] = "saint-pierre-et-miquelon"
    (problem,) = refused_tables(tables, tmp_path)
    assert problem.code == "error_no_calendar_zone"
    assert "n’est pas deviné" in problem.sentence(FR)


def test_two_classes_of_the_same_name(tmp_path: Path) -> None:
    tables = tiny()
    tables["classes"].append({**tables["classes"][0], "effectif": 3})
    (problem,) = refused_tables(tables, tmp_path)
    assert (problem.code, problem.row, problem.value) == ("twice", 4, "TMELEC")
    assert "déjà à la ligne 2" in problem.sentence(FR)


def test_two_rows_for_one_school(tmp_path: Path) -> None:
    tables = tiny()
    tables["etablissement"] *= 2
    (problem,) = refused_tables(tables, tmp_path)
    assert problem.code == "one_school"
    assert "trouvé : 2" in problem.sentence(FR)


def test_sessions_that_wait_for_each_other(tmp_path: Path) -> None:
    tables = tiny()
    first, second = tables["seances"]
    tables["seances"] = [
        {**first, "seance": "A", "apres": "C"},
        {**first, "seance": "B", "apres": "A"},
        {**first, "seance": "C", "apres": "B"},
        {**second, "seance": "X", "apres": "Y"},
        {**second, "seance": "Y", "apres": "X"},
    ]
    problems = refused_tables(tables, tmp_path)
    assert codes(problems) == ["circle", "circle"]
    paths = [set(problem.facts["path"].split(" → ")) for problem in problems]
    assert {"A", "B", "C"} in paths
    assert {"X", "Y"} in paths


# --- all at once ------------------------------------------------------------------------------


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    tables = tiny()
    tables["etablissement"][0].update(zone="Z", annee_scolaire="2050")
    tables["classes"][1]["effectif"] = "?"
    tables["creneaux"][0]["classe"] = "TMELE"
    tables["pfmp"][0]["fin"] = "2026-10-01"
    tables["seances"][0]["apres"] = "S01"
    tables["seances"][1]["roles"] = "professeur+pompier"
    tables["conseils"].append({"classe": "TMELEC", "periode": "T1", "date": "2026-12-02"})
    found = {(p.code, p.sheet, p.row) for p in refused_tables(tables, tmp_path)}
    assert found == {
        ("error_unknown_zone", "etablissement", 2),
        ("error_year_format", "etablissement", 2),
        ("not_whole", "classes", 3),
        ("unknown_name", "creneaux", 2),
        ("ends_before", "pfmp", 2),
        ("after_itself", "seances", 2),
        ("not_one_of", "seances", 3),
        ("twice", "conseils", 4),
    }


def test_a_missing_sheet_does_not_hide_the_rest_nor_flood(tmp_path: Path) -> None:
    tables = tiny()
    del tables["classes"]
    tables["etablissement"][0]["zone"] = "Z"
    tables["pfmp"][0]["fin"] = "2026-10-01"
    problems = refused_tables(tables, tmp_path)
    assert sorted(codes(problems)) == ["ends_before", "error_unknown_zone", "missing_sheet"]
    (missing,) = [p for p in problems if p.code == "missing_sheet"]
    assert missing.sheet == "classes"
    assert "cette feuille manque" in missing.sentence(FR)


@pytest.mark.parametrize("table", REQUIRED)
def test_each_required_sheet_is_asked_for(table: str, tmp_path: Path) -> None:
    tables = tiny()
    del tables[table]
    (problem,) = refused_tables(tables, tmp_path)
    assert (problem.code, problem.sheet) == ("missing_sheet", table)


def test_a_sheet_that_only_some_rows_need_is_asked_for_once(tmp_path: Path) -> None:
    tables = tiny()
    del tables["personnes"]
    del tables["lieux"]
    problems = refused_tables(tables, tmp_path)
    assert codes(problems) == ["missing_sheet_for", "missing_sheet_for"]
    assert {problem.facts["sheet"] for problem in problems} == {"personnes", "lieux"}


def test_one_bad_class_row_brings_one_problem(tmp_path: Path) -> None:
    """Its name is declared, even if the rest of the row is wrong: nobody else is to blame."""
    tables = tiny()
    tables["classes"][0]["niveau"] = "terminale"
    tables["classes"][0]["effectif"] = ""
    problems = refused_tables(tables, tmp_path)
    assert {(p.sheet, p.row) for p in problems} == {("classes", 2)}
    assert {p.column for p in problems} == {"niveau", "effectif"}


def test_no_class_at_all_is_one_problem(tmp_path: Path) -> None:
    (problem,) = refused_tables({**tiny(), "classes": []}, tmp_path)
    assert (problem.code, problem.sheet) == ("no_class", "classes")


def test_hundreds_of_problems_end_with_their_number() -> None:
    tables = tiny()
    tables["pfmp"] = [{"classe": f"T{n}", "debut": "?", "fin": "?"} for n in range(200)]
    with pytest.raises(SchoolFileError) as error:
        read_school_files(csv_files(tables))
    lines = error.value.text(FR).splitlines()
    assert len(error.value.problems) == 400
    assert len(lines) == 301
    assert "encore 100 autres" in lines[-1]


def test_thousands_of_unknown_names_take_no_minutes() -> None:
    tables = tiny()
    tables["classes"] = [{**tables["classes"][0], "classe": f"Classe {n}"} for n in range(2000)]
    tables["pfmp"] = [
        {"classe": f"Clase n°{n}", "debut": "2026-11-02", "fin": "2026-11-20"} for n in range(4000)
    ]
    started = time.process_time()
    with pytest.raises(SchoolFileError):
        read_school_files(csv_files(tables))
    assert time.process_time() - started < 8


# --- columns ----------------------------------------------------------------------------------


def with_columns(table: str, header: tuple[str, ...], tmp_path: Path) -> Path:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / f"{table}.csv").write_bytes(csv_bytes(tiny()[table], header))
    return folder


def test_a_missing_column(tmp_path: Path) -> None:
    (problem,) = refused(with_columns("pfmp", ("classe", "debut"), tmp_path))
    assert (problem.code, problem.sheet, problem.facts["columns"]) == (
        "missing_column",
        "pfmp",
        "fin",
    )
    assert "classe; debut; fin" in problem.sentence(FR)


def test_a_column_that_names_come_from_is_missing(tmp_path: Path) -> None:
    """Without names of classes there is one problem, not one for each row that names a class."""
    header = columns("classes")[1:]
    (problem,) = refused(with_columns("classes", header, tmp_path))
    assert (problem.code, problem.facts["columns"]) == ("missing_column", "classe")


def test_a_column_twice(tmp_path: Path) -> None:
    (problem,) = refused(with_columns("pfmp", ("classe", "debut", "fin", "debut"), tmp_path))
    assert (problem.code, problem.column) == ("double_column", "debut")


def test_an_unknown_column_is_a_notice_with_the_nearest_name(tmp_path: Path) -> None:
    tables = tiny()
    for row in tables["classes"]:
        row["specialité2"] = "x"
        row["remarque"] = "y"
    folder = write_folder(tables, tmp_path / "ecole")
    header = (*columns("classes"), "specialité2", "remarque")
    (folder / "classes.csv").write_bytes(csv_bytes(tables["classes"], header))
    notices = [n for n in read_school(folder).notices if n.code == "column_ignored"]
    assert [(n.column, n.facts["near"]) for n in notices] == [
        ("specialité2", "specialite"),
        ("remarque", "none"),
    ]
    assert "vouliez-vous dire « specialite »" in notices[0].sentence(FR)


def test_cells_under_no_title_are_not_dropped_silently(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / "pfmp.csv").write_text("classe;debut;fin;\nTMELEC;2026-11-02;2026-11-20;note\n")
    (notice,) = [n for n in read_school(folder).notices if n.code == "column_ignored"]
    assert (notice.sheet, notice.column) == ("pfmp", "4")


def test_more_cells_than_titles(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / "pfmp.csv").write_text("classe;debut;fin\nTMELEC;2026-11-02;2026-11-20;2026-11-27\n")
    (problem,) = refused(folder)
    assert (problem.code, problem.row, problem.value) == ("too_many_cells", 2, "2026-11-27")


def test_an_unknown_sheet_is_a_notice_with_the_nearest_name(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / "classe.csv").write_text("a;b\n1;2\n")
    (notice,) = [n for n in read_school(folder).notices if n.code == "sheet_ignored"]
    assert (notice.file, notice.facts["near"]) == ("classe.csv", "classes")
    book = workbook(tiny())
    book.create_sheet("brouillon")["A1"] = 1
    (notice,) = read_school_files({"a.xlsx": book_bytes(book)}).notices
    assert (notice.code, notice.sheet) == ("sheet_ignored", "brouillon")


def test_the_same_sheet_twice(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / "séances.csv").write_bytes((folder / "seances.csv").read_bytes())
    (problem,) = refused(folder)
    assert problem.code == "double_sheet"
    assert {problem.file, problem.facts["other"]} == {"seances.csv", "séances.csv"}
    book = workbook(tiny())
    book.copy_worksheet(book["seances"]).title = "Séances"
    path = tmp_path / "double.xlsx"
    path.write_bytes(book_bytes(book))
    (problem,) = refused(path)
    assert (problem.code, problem.sheet) == ("double_sheet", "Séances")


# --- what people should know ------------------------------------------------------------------


def notices_of(tables: Tables) -> dict[str, Problem]:
    return {notice.code: notice for notice in read_school_files(csv_files(tables)).notices}


@pytest.mark.parametrize(
    ("table", "change", "code"),
    [
        ("personnes", lambda rows: rows.pop(1), "nobody_has_role"),
        ("lieux", lambda rows: rows.pop(1), "no_place_of_kind"),
        ("creneaux", lambda rows: rows.pop(1), "class_without_slot"),
        ("groupes", lambda rows: rows[0].update(effectif=25), "group_larger"),
        ("groupes", lambda rows: rows.pop(0), "no_group_for"),
        ("conseils", lambda rows: rows.pop(1), "council_undated"),
    ],
)
def test_what_cannot_come_true_is_a_notice(
    table: str, change: Callable[[list[dict[str, Any]]], object], code: str
) -> None:
    assert notices_of(tiny()) == {}
    tables = tiny()
    change(tables[table])
    if table == "personnes":
        tables["disponibilites"] = []
    notices = notices_of(tables)
    assert list(notices) == [code]
    for t in (FR, EN):
        assert notices[code].sentence(t)


# --- files that are not what they seem --------------------------------------------------------


def a_file(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("absent.xlsx", None, "no_file", "n'existe pas"),
        ("vide.xlsx", b"", "empty_file", "vide"),
        ("texte.xlsx", b"classe;debut\n", "not_xlsx", "Classeur Excel (.xlsx)"),
        ("secret.xlsx", OLE, "not_xlsx", "mot de passe"),
        ("ancien.xls", OLE, "not_xlsx", "Classeur Excel (.xlsx)"),
        ("notes.txt", b"bonjour", "no_tables", "aucun fichier CSV"),
        ("coupe.xlsx", book_bytes(workbook(tiny()))[:3000], "not_xlsx", "tableur"),
        ("classes.csv", b"", "empty_file", "vide"),
        ("classes.csv", b"\xef\xbb\xbf", "empty_file", "vide"),
        ("classes.csv", b" \r\n\xc2\xa0\n", "empty_file", "vide"),
        ("classes.csv", b";;;\n;;\n", "empty_sheet", "titres"),
        ("classes.csv", "classe;éàè\n".encode("latin-1"), "not_utf8", "ligne 1"),
        ("classes.csv", "classe\nTMELEC\nÉté\n".encode("cp1252"), "not_utf8", "ligne 3"),
        ("classes.csv", "classe;niveau\n".encode("utf-16"), "not_utf8", "CSV UTF-8"),
        ("classes.csv", "classe;niveau\n".encode("utf-16-le"), "not_text", "CSV UTF-8"),
        ("classes.csv", b"classe;niveau\nT\0MELEC;TPRO\n", "not_text", "CSV UTF-8"),
        ("classes.csv", b'classe;niveau\nT1;TPRO\n"T2;TPRO\nT3;TPRO\n', "not_csv", "ligne 3"),
        ("classes.csv", b'classe\n"' + b"x" * 140_000 + b'"\n', "not_csv", "ligne 2"),
        ("classes.csv", b"classe\n" + b"T\n" * 20_001, "too_many_rows", "20\u202f002"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_that_are_not_what_they_seem(
    name: str, content: bytes | None, code: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name if content is None else a_file(tmp_path, name, content)
    problem = refused(path)[0]
    assert (problem.code, problem.file) == (code, name)
    assert words in problem.sentence(FR)


def test_latin_1_hides_no_other_problem(tmp_path: Path) -> None:
    tables = tiny()
    tables["pfmp"][0]["fin"] = "2026-10-01"
    folder = write_folder(tables, tmp_path / "ecole")
    tables["classes"][0]["specialite"] = "Électricité"
    latin = csv_bytes(tables["classes"], columns("classes"), encoding="latin-1")
    (folder / "classes.csv").write_bytes(latin)
    assert sorted(codes(refused(folder))) == ["ends_before", "not_utf8"]


def test_an_open_document_is_not_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "ecole.ods"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<office:document-content/>")
    assert codes(refused(path)) == ["not_xlsx"]


def test_an_empty_folder(tmp_path: Path) -> None:
    folder = tmp_path / "ecole"
    folder.mkdir()
    assert codes(refused(folder)) == ["no_tables"]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / "classes.csv").unlink()
    (folder / "classes.csv").mkdir()
    (problem,) = refused(folder)
    assert (problem.code, problem.sheet) == ("missing_sheet", "classes")
    inside = tmp_path / "ecole.xlsx"
    inside.mkdir()
    assert codes(refused(inside)) == ["no_tables"]


def test_a_workbook_among_csv_files_is_not_chosen_between(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / "ecole.xlsx").write_bytes(book_bytes(workbook(tiny())))
    (problem,) = refused(folder)
    assert (problem.code, problem.facts["books"]) == ("several_files", "ecole.xlsx")
    (folder / "ecole.xlsx").rename(folder / "~$ecole.xlsx")  # what Excel leaves while open
    assert read_school(folder).school.name == "LP d'essai"


def test_titles_alone_in_every_sheet(tmp_path: Path) -> None:
    problems = refused_tables({name: [] for name in tiny()}, tmp_path)
    assert codes(problems) == ["no_class", "one_school"]


def test_a_header_alone_where_nothing_is_needed_is_right() -> None:
    tables: Tables = {**tiny(), "pfmp": [], "evenements": [], "conseils": []}
    assert read_school_files(csv_files(tables)).school.placements == ()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    folder = write_folder(tiny(), tmp_path / "ecole")
    (folder / "classes.csv").chmod(0)
    result = CliRunner().invoke(app, ["plan", "solve", str(folder), "--json"])
    assert result.exit_code == 2
    assert "classes.csv" in result.stderr


# --- workbooks --------------------------------------------------------------------------------


def changed_book(tmp_path: Path, change: Callable[[Any], None]) -> Path:
    book = workbook(tiny())
    change(book)
    return a_file(tmp_path, "ecole.xlsx", book_bytes(book))


def test_every_formula_is_named(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book["classes"]["E2"] = "=12+12"
        book["seances"]["G3"] = "=SUM(A1:A2)"

    problems = refused(changed_book(tmp_path, change))
    found = {(p.code, p.sheet, p.row, p.column, p.value) for p in problems}
    assert found == {
        ("formula", "classes", 2, "E2", "=12+12"),
        ("formula", "seances", 3, "G3", "=SUM(A1:A2)"),
    }
    assert "Collage spécial" in problems[0].sentence(FR)


def test_merged_cells_are_named(tmp_path: Path) -> None:
    path = changed_book(tmp_path, lambda book: book["creneaux"].merge_cells("A2:A3"))
    (problem,) = refused(path)
    assert (problem.code, problem.sheet, problem.facts["cells"]) == ("merged", "creneaux", "A2:A3")


def test_formulas_and_merged_cells_elsewhere_do_no_harm(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        draft = book.create_sheet("brouillon")
        draft["A1"] = "=1+1"
        draft.merge_cells("B1:C1")

    assert read_school(changed_book(tmp_path, change)).school.name == "LP d'essai"


def test_what_a_spreadsheet_program_adds_brings_no_warning(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    """Excel keeps its own lists in extensions that the reader does not know, and would say so."""
    extension = (
        '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></extLst>'
    )
    with_ext = repacked(
        book_bytes(workbook(tiny())),
        lambda name, data: (
            data.replace(b"</worksheet>", f"{extension}</worksheet>".encode())
            if "sheets/sheet" in name
            else data
        ),
    )
    assert read_school_files({"a.xlsx": with_ext}).school.name == "LP d'essai"
    assert not recwarn.list


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A workbook with some of its parts changed."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def test_a_cell_at_the_far_end_of_a_sheet_is_refused_at_once(tmp_path: Path) -> None:
    for cell, code in (("A1048576", "too_many_rows"), ("XFD2", "too_many_columns")):

        def change(book: Any, cell: str = cell) -> None:
            book["classes"][cell] = "x"

        started = time.process_time()
        (problem,) = refused(changed_book(tmp_path, change))
        assert (problem.code, problem.sheet) == (code, "classes")
        assert time.process_time() - started < 5


# --- large and hostile files ------------------------------------------------------------------


def measured(read: Callable[[], object]) -> tuple[SchoolFileError, float, int]:
    """The refusal, CPU seconds and peak bytes of memory."""
    tracemalloc.start()
    started = time.process_time()
    try:
        with pytest.raises(SchoolFileError) as error:
            read()
        return error.value, time.process_time() - started, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["ecole.xlsx", "classes.csv", "dossier/classes.csv"])
def test_two_hundred_megabytes_are_refused_unread(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    with path.open("wb") as file:
        file.truncate(200_000_000)
    given = path.parent if "/" in name else path
    error, seconds, peak = measured(lambda: read_school(given))
    assert codes(error.problems) == ["too_large"]
    assert "200 Mo" in error.text(FR)
    assert seconds < 1
    assert peak < 5_000_000


def bomb(size: int) -> bytes:
    """A workbook whose first sheet unfolds to ``size`` bytes."""
    return repacked(
        book_bytes(workbook(tiny())),
        lambda name, data: b" " * size if name.endswith("sheet1.xml") else data,
    )


def test_a_zip_bomb_is_not_unfolded() -> None:
    data = bomb(100_000_000)
    assert len(data) < 1_000_000
    error, seconds, peak = measured(lambda: read_school_files({"ecole.xlsx": data}))
    assert codes(error.problems) == ["unpacks_too_large"]
    assert "100 Mo" in error.text(FR)
    assert seconds < 2
    assert peak < 20_000_000


def test_a_zip_bomb_that_lies_about_its_size_is_not_unfolded() -> None:
    data = bytearray(bomb(100_000_000))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as packed:
        entry = packed.getinfo("xl/worksheets/sheet1.xml")
    # Size unpacked: 22 bytes into the local header, 24 into the entry of the directory.
    true_size = struct.pack("<I", entry.file_size)
    assert data[entry.header_offset + 22 :][:4] == true_size
    while (at := data.find(true_size)) >= 0:
        data[at : at + 4] = struct.pack("<I", 1000)
    error, seconds, peak = measured(lambda: read_school_files({"ecole.xlsx": bytes(data)}))
    assert codes(error.problems) == ["not_xlsx"]
    assert seconds < 5
    assert peak < 20_000_000


def test_entities_that_unfold_are_refused() -> None:
    lines = "".join(f'<!ENTITY e{n} "{"".join([f"&e{n - 1};"] * 10)}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE w [<!ENTITY e0 "ha">{lines}]>'.encode()

    def change(name: str, data: bytes) -> bytes:
        if not name.endswith("sheet1.xml"):
            return data
        return doctype + data.replace(b"<sheetData>", b"<sheetData>&e9;")

    data = repacked(book_bytes(workbook(tiny())), change)
    error, seconds, peak = measured(lambda: read_school_files({"ecole.xlsx": data}))
    assert codes(error.problems) == ["not_xlsx"]
    assert seconds < 5
    assert peak < 20_000_000


# --- at the terminal --------------------------------------------------------------------------


def run(*args: str, lang: str = "fr") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jalons", "plan", *args],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "JALONS_LANG": lang},
        timeout=60,
        check=False,
    )


def test_the_command_itself_in_french_and_in_english(tmp_path: Path) -> None:
    tables = tiny()
    tables["classes"][1]["niveau"] = "1PR0"
    folder = str(write_folder(tables, tmp_path / "ecole"))
    french = run("solve", folder, "-o", str(tmp_path / "p.json"))
    assert (french.returncode, french.stdout) == (2, "")
    assert french.stderr.splitlines() == [
        "classes.csv, feuille classes, ligne 3, colonne niveau, « 1PR0 » : attendu : "
        "2PRO, 1PRO, TPRO, CAP1, CAP2, CAP1AN. Vouliez-vous dire « 1PRO » ?"
    ]
    english = run("check", folder, str(tmp_path / "absent.json"), lang="en")
    assert english.returncode == 2
    assert "sheet classes, row 3, column niveau, “1PR0”: expected: 2PRO" in english.stderr
    assert "Traceback" not in french.stderr + english.stderr


def test_names_no_terminal_can_show_are_no_traceback(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("file names are Unicode there")
    strange = os.fsdecode(b"\xff\xfe.xlsx")
    result = run("solve", str(tmp_path / strange), "--json")
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


# --- whatever bytes ---------------------------------------------------------------------------

BASE = csv_files(tiny())
BASE_BOOK = book_bytes(workbook(tiny()))
ODD = (
    '"', ";", ",", "\n", "\r", "\0", "\ufeff", "|", "+", "=1+1", "é", "\ud7ff", "\u202e", "0", "-1",
    "9" * 30, "2026-02-30", "24:00", "NaN", "1e999", " ", "\t", "TMELEC", "S01", "S02", "١٢", "²",
)  # fmt: skip

ODD_VALUES: tuple[Any, ...] = (
    0, -1.5, 1e300, True, None, date(1900, 1, 1), "#N/A", "_xD800_", "=A1", "é|",
)  # fmt: skip


def settle(files: dict[str, bytes]) -> SchoolFile | None:
    """Read files; a refusal must have its words in both languages."""
    read = None
    try:
        read = read_school_files(files)
        said = read.notices
    except SchoolFileError as error:
        said = error.problems
    assert read is not None or said
    for t in (FR, EN):
        assert all(problem.sentence(t) and problem.as_json(t)["message"] for problem in said)
    return read


def mutated_csv(chance: random.Random) -> dict[str, bytes]:
    """The right files with a few mistakes of the kinds that people and programs make."""
    files = {name: data.decode() for name, data in BASE.items()}
    for _ in range(chance.randint(1, 4)):
        name = chance.choice(sorted(files))
        lines = files[name].split("\r\n")
        at = chance.randrange(len(lines))
        cells = lines[at].split(";")
        cell = chance.randrange(len(cells))
        change = chance.randrange(6)
        if change == 0:
            cells[cell] = chance.choice(ODD)
        elif change == 1:
            cells[cell] += chance.choice(ODD)
        elif change == 2:
            cells.insert(cell, chance.choice(ODD))
        elif change == 3:
            del cells[cell]
        elif change == 4:
            lines.insert(at, chance.choice(lines))
        else:
            other = chance.choice(sorted(files))
            cells[cell] = chance.choice(chance.choice(files[other].split("\r\n")).split(";"))
        lines[at] = ";".join(cells)
        files[name] = "\r\n".join(lines)
    return {name: data.encode() for name, data in files.items()}


def mutated_bytes(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(out) or 1)
        change = chance.randrange(3)
        if change == 0:
            out[at : at + 1] = bytes([chance.randrange(256)])
        elif change == 1:
            del out[at : at + chance.randrange(1, 50)]
        else:
            out[at:at] = chance.randbytes(chance.randrange(1, 9))
    return bytes(out)


def mutated_book(chance: random.Random) -> bytes:
    """A workbook with values of the wrong type, or in the wrong place."""
    book = load_workbook(io.BytesIO(BASE_BOOK))
    for _ in range(chance.randint(1, 3)):
        sheet = chance.choice(book.worksheets)
        cell = sheet.cell(chance.randint(1, sheet.max_row + 1), chance.randint(1, sheet.max_column))
        cell.value = chance.choice(ODD_VALUES)
    return book_bytes(book)


SMALL = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
LARGE = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))


def spoil(seed: int) -> None:
    chance = random.Random(seed)
    settle(mutated_csv(chance))
    name = chance.choice(sorted(BASE))
    settle({**BASE, name: mutated_bytes(chance, BASE[name])})
    settle({"ecole.xlsx": mutated_bytes(chance, BASE_BOOK)})
    if seed % 3 == 0:
        settle({"ecole.xlsx": mutated_book(chance)})
    sheet = f"xl/worksheets/sheet{chance.randint(1, len(BASE))}.xml"
    inside = repacked(
        BASE_BOOK, lambda part, data: mutated_bytes(chance, data) if part == sheet else data
    )
    settle({"ecole.xlsx": inside})


def test_the_files_that_are_spoilt_below_are_right() -> None:
    assert settle(BASE) is not None
    assert settle({"ecole.xlsx": BASE_BOOK}) is not None
    assert text(date(2026, 9, 1)) == "2026-09-01"


@SMALL
@given(st.integers(0, 10**6))
def test_spoilt_files_are_read_or_refused_in_words(seed: int) -> None:
    spoil(seed)


@SMALL
@given(
    st.sampled_from(["classes.csv", "ecole.xlsx", "seances.csv", "x.ods"]), st.binary(max_size=300)
)
def test_random_bytes_are_refused_in_words(name: str, data: bytes) -> None:
    assert settle({name: data}) is None


@pytest.mark.slow
@LARGE
@given(st.integers(0, 10**9))
def test_many_spoilt_files(seed: int) -> None:
    spoil(seed)
