"""The official head-count file: read as it comes, and what is wrong said with its row."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from headcount_files import OFFICIAL, needs_official, planted, write_counts
from jalons.data.headcounts import COLUMNS, HeadCounts, SchoolCounts, read_headcounts
from jalons.i18n import Translator
from jalons.problems import InputError

FR = Translator("fr")
HEADER = ";".join(COLUMNS)
GOOD = "2019;LYON;0690001A;60;58;55;24;20"


def read(tmp_path: Path, text: str | bytes) -> HeadCounts:
    path = tmp_path / "effectifs.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return read_headcounts(path)


def refused(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text)
    return caught.value.text(FR)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    rows = planted(1, academies=2, schools=3)
    assert read_headcounts(write_counts(tmp_path / "f.csv", rows)).rows == tuple(rows)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_exports_differ_in_form_only(tmp_path: Path, delimiter: str, encoding: str) -> None:
    header = HEADER.replace("rentree_scolaire", "Rentrée scolaire").replace("2ndes_", "2ndes ")
    text = f"{header};patronyme\r\n2019.0;Lyon;0690001a;60.0;58;1 055;24;20;Élysée\r\n\r\n"
    counts = read(tmp_path, text.replace(";", delimiter).encode(encoding))
    assert counts.rows == (SchoolCounts(2019, "LYON", "0690001A", (60, 58, 1055, 24, 20)),)


def test_the_order_of_rows_and_columns_is_free(tmp_path: Path) -> None:
    order = list(range(len(COLUMNS)))
    random.Random(3).shuffle(order)
    lines = [line.split(";") for line in (HEADER, GOOD)]
    text = "\n".join(";".join(line[i] for i in order) for line in lines)
    assert read(tmp_path, text).rows[0].counts == (60, 58, 55, 24, 20)


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("2019;LYON;0690001A;soixante;58;55;24;20", "ligne 3, colonne 2ndes_pro, « soixante »"),
        ("2019;LYON;0690001A;60;-58;55;24;20", "ligne 3, colonne 1eres_pro, « -58 »"),
        ("2019;LYON;0690001A;60;58;55,5;24;20", "ligne 3, colonne terminales_pro, « 55,5 »"),
        ("2019;LYON;0690001A;60;58;55;nan;20", "ligne 3, colonne cap_1ere_annee, « nan »"),
        ("2019;LYON;0690001A;60;58;55;1e9;20", "ligne 3, colonne cap_1ere_annee, « 1e9 »"),
        ("2019;LYON;0690001A;60;58;55;24", "ligne 3, colonne cap_2nde_annee : la cellule est vide"),
        ("2019;LYON;;60;58;55;24;20", "ligne 3, colonne numero_lycee : la cellule est vide"),
        ("x;LYON;0690001A;60;58;55;24;20", "ligne 3, colonne rentree_scolaire, « x »"),
        ("2019;LYON;0690002B;60;58;55;24;20", "figure déjà à la rentrée 2019, ligne 2"),
        ("2019;LYON;0690001A;60;58;55;24;99999999999999", "colonne cap_2nde_annee"),
    ],
)
def test_a_wrong_cell_is_named(tmp_path: Path, line: str, where: str) -> None:
    first = GOOD.replace("0690001A", "0690002B")
    assert f"effectifs.csv, {where}" in (
        said := refused(tmp_path, f"{HEADER}\n{first}\n{line}\n")
    ) or (where in said)


@pytest.mark.parametrize("year", ["2024", "2024.0", "2024-2025", "2024/25", "2024-01-01"])
def test_a_year_may_be_written_in_several_ways(tmp_path: Path, year: str) -> None:
    assert read(tmp_path, f"{HEADER}\n{GOOD.replace('2019', year)}\n").years == (2024,)


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    said = refused(tmp_path, f"{HEADER}\n{GOOD.replace('60', 'a')}\n{GOOD.replace('58', 'b')}\n")
    assert len(said.splitlines()) == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "le fichier est vide"),
        (HEADER, "aucun établissement"),
        (HEADER.replace("academie;", "") + "\n", "il manque : academie"),
        (b"\x00\x01\x02", "ce n'est pas du texte CSV"),
        (f'{HEADER}\n"{GOOD}', "pas un CSV lisible"),
        (f"{HEADER};academie\n{GOOD};x", "cette colonne figure deux fois"),
    ],
)
def test_a_file_that_is_not_the_right_one(tmp_path: Path, text: str | bytes, words: str) -> None:
    assert words in refused(tmp_path, text)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="n'existe pas"):
        read_headcounts(tmp_path / "rien.csv")


@needs_official
def test_the_official_file() -> None:
    """Totals of the levels as in the producer's own tables of 2019."""
    counts = read_headcounts(OFFICIAL)
    assert counts.years == (2019, 2020, 2021)
    rows = [row for row in counts.rows if row.year == 2019]
    totals = [sum(row.counts[i] for row in rows) for i in range(5)]
    assert totals == [180_347, 179_029, 166_138, 59_975, 50_966]
    assert "CAEN" not in {row.academie for row in rows}
