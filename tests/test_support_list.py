"""Lists of pupils as schools have them: nothing dropped without a word, no name where it should
not be."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook

from jalons.i18n import Translator
from jalons.school.problems import SchoolFileError
from jalons.support.pupils_file import (
    PupilList,
    coded,
    pasted,
    read_pupils,
    same_pupils,
)

FR, EN = Translator("fr"), Translator("en")

PRONOTE = """Liste des élèves - TMELEC1

Élève;Né(e) le;Sexe;Classe;Régime
DE LA TOUR d'Auvergne Jean-Baptiste;03/02/2008;M;TMELEC1;DP DAN
N'DIAYE Awa;17/11/2007;F;TMELEC1;EXTERN

DUPUIS-LENOIR Zoé;1/5/08;F;TMELEC1;DP DAN
"""
SIECLE = """DIVISION;INE;NOM DE FAMILLE;PRENOM 1;DATE_NAISS;LIBELLE_MEF
TMELEC1;0123456789A;LE GOFF;Maëlle;03/02/2008;TERM PRO MELEC
TMELEC1;0123456789B;MARTIN;Léa;04/03/2008;TERM PRO MELEC
TMELEC1;0123456789C;MARTIN;Léa;09/09/2007;TERM PRO MELEC
TMELEC1;0123456789B;MARTIN;Léa;04/03/2008;TERM PRO MELEC
"""


def listed(found: PupilList) -> list[tuple[str, str, date | None]]:
    """Code, name and birth, as the class takes them."""
    taken = coded(found, (), {})
    return [(p.code, taken.names.get(p.code, ""), p.born) for p in taken.pupils]


def said(found: PupilList) -> str:
    return "\n".join(notice.sentence(t) for notice in found.notices for t in (FR, EN))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_list_from_pronote(encoding: str) -> None:
    found = read_pupils("export.csv", PRONOTE.encode(encoding))
    assert listed(found) == [
        ("E01", "DE LA TOUR d'Auvergne Jean-Baptiste", date(2008, 2, 3)),
        ("E02", "N'DIAYE Awa", date(2007, 11, 17)),
        ("E03", "DUPUIS-LENOIR Zoé", date(2008, 5, 1)),
    ]
    for column in ("Sexe", "Classe", "Régime"):
        assert column in said(found)
    assert ("Vérifiez les accents" in said(found)) == (encoding in ("cp1252", "utf-16"))


def test_a_list_from_siecle_with_namesakes_and_a_row_that_comes_twice() -> None:
    found = read_pupils("siecle.csv", SIECLE.encode("cp1252"))
    assert listed(found) == [
        ("E01", "LE GOFF Maëlle", date(2008, 2, 3)),
        ("E02", "MARTIN Léa", date(2008, 3, 4)),
        ("E03", "MARTIN Léa", date(2007, 9, 9)),
    ]
    assert found.pupils[0].speciality == "TERM PRO MELEC"
    assert "ligne 5" in said(found)
    assert "INE" in said(found)
    for name in ("MARTIN", "Léa", "0123456789"):
        assert name not in said(found)
    known = {"E07": "MARTIN Léa", "E09": "MARTIN Léa", "E02": "LE GOFF Maëlle"}
    again = coded(found, known, known)
    assert [p.code for p in again.pupils] == ["E02", "E07", "E09"]


def test_the_same_in_a_workbook_whatever_its_sheet_is_called() -> None:
    book = Workbook()
    book.active.append(["Ce classeur vient de Siècle"])
    sheet = book.create_sheet("Feuil2")
    for line in SIECLE.splitlines():
        sheet.append(line.split(";"))
    sheet["E2"] = date(2008, 2, 3)
    out = io.BytesIO()
    book.save(out)
    assert listed(read_pupils("siecle.xlsx", out.getvalue())) == listed(
        read_pupils("siecle.csv", SIECLE.encode())
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E01\n\n  E02  \n", [("E01", ""), ("E02", "")]),
        ("Zoé\nAli\n", [("Zoé", ""), ("Ali", "")]),  # pseudonyms may be words; the page asks
        ("DUPUIS Zoé\nBENALI Ali", [("E01", "DUPUIS Zoé"), ("E02", "BENALI Ali")]),
        ("DUPUIS, Zoé\nBENALI, Ali", [("E01", "DUPUIS Zoé"), ("E02", "BENALI Ali")]),
        ("DUPUIS\tZoé\nBENALI\tAli", [("E01", "DUPUIS Zoé"), ("E02", "BENALI Ali")]),
        ("DUPUIS;Zoé;01/05/2008\nBENALI;Ali;", [("E01", "DUPUIS Zoé"), ("E02", "BENALI Ali")]),
        ("E7\tZoé D.\nE8\t", [("E7", "Zoé D."), ("E8", "")]),
        ("E7\t01/05/2008\nE8\t02/05/2008", [("E7", ""), ("E8", "")]),
        (
            "Nom\tPrénom\nL\"HÔTE\tLéo\nO'BRIEN\tMia",
            [("E01", 'L"HÔTE Léo'), ("E02", "O'BRIEN Mia")],
        ),
        ("Prénom;Nom;Code\nZoé;Dupuis;A1", [("A1", "Dupuis Zoé")]),
    ],
)
def test_what_is_pasted(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(code, name) for code, name, _ in listed(pasted(text))] == expected


def test_cells_that_belong_to_no_column_are_told() -> None:
    found = pasted("E1\tZoé\t01/05/2008\tdemi-pension\nE2\tAli")
    assert "colonne 4" in said(found)
    assert "demi-pension" not in said(found)
    found = read_pupils("liste.csv", "eleve;nom\nE1;Zoé;externe\n".encode())
    assert "colonne 3" in said(found)


def test_codes_that_are_words_are_asked_about_and_not_repeated() -> None:
    found = pasted("Zoé\nAli\nE03")
    assert "2 codes sont des mots" in said(found)
    assert "Zoé" not in said(found)


@pytest.mark.parametrize(
    ("file", "contents", "words"),
    [
        ("notes.csv", b"Matiere;Note\nMaths;12\n", "nom"),
        ("vide.csv", b"", "titres"),
        ("titres.csv", b"Nom;Pr\xe9nom\n\n", "aucun élève"),
        ("code.csv", b"eleve;nom\nE1;Zo\xe9\nE1;Ali\n", "déjà"),
        ("sans.csv", b"eleve;nom\n;Zo\xe9 Dupuis\n", "vide"),
        ("date.csv", b"nom;ne(e) le\nDupuis;32/01/2008\n", "date"),
        ("guillemet.csv", b'nom;prenom\n"Dupuis;Zo\xe9\n', "ligne"),
        ("image.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "texte"),
        ("liste.xlsx", b"PK not a workbook", "classeur"),
    ],
)
def test_what_cannot_be_read_is_told_without_a_name(file: str, contents: bytes, words: str) -> None:
    with pytest.raises(SchoolFileError) as refused:
        read_pupils(file, contents)
    for t in (FR, EN):
        text = "\n".join(problem.sentence(t) for problem in refused.value.problems)
        assert file in text
        assert "Dupuis" not in text
        assert "Zo" not in text
    assert words in str(refused.value)


def test_a_class_without_names_is_known_again_by_days_of_birth_that_only_one_has() -> None:
    lines = ["Nom;Prénom;Né(e) le", "A;Ana;01/02/2008", "B;Bob;02/02/2008", "C;Cléo;03/02/2008"]
    first = coded(pasted("\n".join(lines)), (), {})
    kept = {p.code: p.born for p in first.pupils if p.born}
    again = pasted("\n".join([lines[0], lines[3], lines[1], lines[2], "D;Dan;04/02/2008"]))
    taken = coded(again, kept, {}, same_pupils(again, kept))
    assert [p.code for p in taken.pupils] == ["E03", "E01", "E02", "E04"]
    other = pasted("\n".join([lines[0], lines[1], "X;Xi;05/06/2008", "Y;Yo;06/06/2008"]))
    assert same_pupils(other, kept) == {}  # one day in common does not make it the same class
    twins = pasted("\n".join([lines[0], lines[1], "A;Abel;01/02/2008"]))
    assert same_pupils(twins, kept) == {}
