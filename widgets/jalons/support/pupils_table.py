"""A list of pupils as it comes, from a spreadsheet or the school's software → one table of ours.

Finds the row of titles, knows what Pronote, Siècle and teachers call a column, and takes the
encodings that spreadsheets write. What is left aside is told. Knows no pupil, repeats no name.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from jalons.problems import Problem
from jalons.school.columns import DAY
from jalons.school.fields import plain
from jalons.school.problems import SchoolFileError
from jalons.school.sheets import MOST_BYTES, MOST_ROWS, Sheet, cell_text, open_book
from jalons.school.tidy import Tidy

COLUMNS = ("eleve", "nom", "naissance", "specialite", "francais", "mathematiques")
TITLES = {
    "eleve": "eleve, code, pseudonyme",
    "complet": "nom et prenom, nom prenom, prenom nom, nom complet, nom de l'eleve",
    "nom": "nom, nom de famille, nom d'usage, nom usuel, nom eleve",
    "prenom": "prenom, prenoms, prenom 1, prenom usuel, prenom eleve",
    "naissance": "naissance, date de naissance, date naissance, date naiss, "
    "ne(e) le, ne le, nee le",
    "specialite": "specialite, formation, libelle formation, mef, libelle mef",
    "francais": "francais",
    "mathematiques": "mathematiques, maths",
}
_MEANING = {title: name for name, titles in TITLES.items() for title in titles.split(", ")}
_WHO = ("eleve", "complet", "nom")
MOST_ABOVE = 10  # rows that may stand above the titles
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}")
Line = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PupilTable:
    """Rows under :data:`COLUMNS`, what was left aside, and whether ``eleve`` holds names."""

    sheet: Sheet
    by_name: bool
    notices: tuple[Problem, ...] = ()


def table_of_file(file: str, contents: bytes) -> PupilTable:
    """Read a CSV file, or the first sheet of a workbook that has such titles.

    Raises
    ------
    SchoolFileError
        It cannot be read, or no row names who the pupils are.
    """
    notices: list[Problem] = []
    if file.casefold().endswith(".csv"):
        text, encoding = _text(file, contents)
        if encoding:
            notices.append(Problem("read_as", file=file, facts={"encoding": encoding}))
        sheets = [_lines(file, text)]
    else:
        book = open_book(file, contents, values=True)
        sheets = [
            [(n, tuple(map(cell_text, row))) for n, row in enumerate(s.values, start=1)]
            for s in book.worksheets
            if s.max_row <= MOST_ROWS
        ]
    for lines in sheets:
        for at, (_, cells) in enumerate(lines[:MOST_ABOVE]):
            if set(map(_meaning, cells)) & set(_WHO):
                return _under(file, cells, lines[at + 1 :], notices)
    expected = ", ".join(("eleve", "nom", "prenom", *COLUMNS[2:]))
    raise SchoolFileError((Problem("no_pupil_titles", file=file, facts={"expected": expected}),))


def table_of_text(text: str) -> PupilTable:
    """Read what was pasted: rows with their titles, or a bare list of codes or names.

    Raises
    ------
    SchoolFileError
        Nothing was pasted, or it cannot be read.
    """
    lines = _lines("", text)
    if not lines:
        raise SchoolFileError((Problem("nothing_pasted"),))
    for at, (_, cells) in enumerate(lines[:MOST_ABOVE]):
        if set(map(_meaning, cells)) & set(_WHO):
            return _under("", cells, lines[at + 1 :], [])
    if not {"\t", ";"} & set(text):  # « DUPUIS, Zora »: one name, not two columns
        lines = [(n, (" ".join(cells),)) for n, cells in lines]
    return _under("", _guessed(lines), lines, [])


def _guessed(lines: Sequence[Line]) -> tuple[str, ...]:
    """Titles for a list that has none: dates are births; words before any number are names."""
    columns: list[str] = []
    text = ["eleve", "nom"] if any(re.search(r"\d", c[0]) for _, c in lines) else ["nom", "prenom"]
    width = max(len(cells) for _, cells in lines)
    columns_of = [[c[at] for _, c in lines if at < len(c) and c[at]] for at in range(width)]
    dated = [bool(cells) and all(map(_DATE.fullmatch, cells)) for cells in columns_of]
    if sum(not is_date for is_date in dated) == 1:
        text = ["eleve"]
    for is_date in dated:
        columns.append("naissance" if is_date else text.pop(0) if text else "")
    return tuple(columns)


def _meaning(title: str) -> str:
    return _MEANING.get(" ".join(re.sub(r"[_.\-:*]", " ", plain(title)).split()), "")


def _text(file: str, contents: bytes) -> tuple[str, str]:
    """The text, and the encoding where it is not the one we write."""
    if len(contents) > MOST_BYTES:
        facts = {"size": round(len(contents) / 1e6, 1), "most": round(MOST_BYTES / 1e6)}
        raise SchoolFileError((Problem("too_large", file=file, facts=facts),))
    utf16 = contents[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding, told in (
        ("utf-16", "UTF-16") if utf16 else ("utf-8-sig", ""),
        ("cp1252", "Windows-1252"),
    ):
        try:
            text = contents.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, told
    raise SchoolFileError((Problem("not_text", file=file),))


def _lines(file: str, text: str) -> list[Line]:
    """Rows with something in them, and their numbers."""
    first = text.splitlines()[:MOST_ABOVE]
    delimiter = max("\t;,", key=lambda c: sum(c in line for line in first))
    # What was pasted has no quotes of its own: an apostrophe or inch sign is a character.
    source = io.StringIO(text, newline="")
    if file:
        reader = csv.reader(source, delimiter=delimiter, strict=True)
    else:
        reader = csv.reader(source, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    lines: list[Line] = []
    try:
        for row in reader:
            if any(cells := tuple(cell_text(cell) for cell in row)):
                lines.append((reader.line_num, cells))
    except csv.Error:
        facts = {"line": str(reader.line_num)}
        raise SchoolFileError((Problem("not_csv", file=file, facts=facts),)) from None
    return lines


def _under(
    file: str, titles: Sequence[str], lines: Sequence[Line], notices: list[Problem]
) -> PupilTable:
    """Rows under known titles, each column found by what it means."""
    places: dict[str, int] = {}
    for at in range(max(len(cells) for cells in (titles, *(cells for _, cells in lines)))):
        title = titles[at] if at < len(titles) else ""
        meaning = _meaning(title)
        if meaning and meaning not in places:
            places[meaning] = at
        elif title or any(at < len(cells) and cells[at] for _, cells in lines):
            shown = title or str(at + 1)
            notices.append(Problem("list_column_ignored", file=file, column=shown))
    by_name = "eleve" not in places
    tidy = Tidy()
    rows: list[Line] = []
    for number, cells in lines:
        if not any(cells):
            continue
        found = {name: cells[at] if at < len(cells) else "" for name, at in places.items()}
        name = found.get("complet") or " ".join(
            part for part in (found.get("nom", ""), found.get("prenom", "")) if part
        )
        who = (name, "") if by_name else (found["eleve"], name)
        rest = (found.get(column, "") for column in COLUMNS[3:])
        rows.append((number, (*who, tidy(DAY, found.get("naissance", "")), *rest)))
    if not rows:
        raise SchoolFileError((Problem("no_pupil_rows", file=file),))
    return PupilTable(Sheet(file, "", COLUMNS, tuple(rows)), by_name, tuple(notices))
