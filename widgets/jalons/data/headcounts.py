"""Pupils by school, year and level, from the official head-count file.

The file is the open-data set ``fr-en-lycee_pro-effectifs-niveau-sexe-lv`` (data.education.gouv.fr,
Licence Ouverte): one row a school and a September. Seven columns are read, wherever they stand and
whether the export has their codes or their labels; the rest is left alone. Refuses to guess: a
count that is not a whole number, or a school twice in a year, is a problem with its row. Knows no
model.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from jalons.data.official import plain
from jalons.problems import InputError, Problem

LEVEL_COLUMNS = {
    "2PRO": "2ndes_pro",
    "1PRO": "1eres_pro",
    "TPRO": "terminales_pro",
    "CAP1": "cap_1ere_annee",
    "CAP2": "cap_2nde_annee",
}
"""Level of the kit → column of the official file."""

YEAR, ACADEMIE, SCHOOL = "rentree_scolaire", "academie", "numero_lycee"
COLUMNS = (YEAR, ACADEMIE, SCHOOL, *LEVEL_COLUMNS.values())

MERGED = {"CAEN": "NORMANDIE", "ROUEN": "NORMANDIE"}
"""Academies that became one on 1 January 2020 (décret n° 2019-1200 du 20 novembre 2019): their
earlier years are counted with it, or its first ratio could not be computed."""

MOST_BYTES = 100_000_000
MOST_PUPILS = 100_000


@dataclass(frozen=True)
class SchoolCounts:
    """Pupils of one school in one September. ``counts`` follows the order of ``LEVEL_COLUMNS``."""

    year: int
    academie: str
    school: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class HeadCounts:
    """A whole file. ``name`` is the file's, for sentences; ``rows`` are in no special order."""

    name: str
    rows: tuple[SchoolCounts, ...]

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({row.year for row in self.rows}))


def read_headcounts(path: Path | str) -> HeadCounts:
    """Read the official file, or one with the same columns.

    Parameters
    ----------
    path : Path or str
        CSV with ``;``, ``,`` or tab between columns; UTF-8 (with or without BOM) or Windows-1252.

    Raises
    ------
    InputError
        With everything that is wrong: missing columns, text or a negative number in a count, an
        empty cell, a school twice in one year, no row at all.
    """
    path = Path(path)
    text = _text(path)
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        titles = next(lines, [])
        places = _places(path.name, titles)
        reader = _Reader(path.name, titles, places)
        rows = tuple(row for line in lines if (row := reader.row(lines.line_num, line)))
    except csv.Error:
        raise InputError((Problem("not_csv", path.name, facts={"line": lines.line_num}),)) from None
    problems = tuple(reader.problems)
    if not problems and not rows:
        problems = (Problem("headcounts_no_row", path.name),)
    if problems:
        raise InputError(problems)
    return HeadCounts(path.name, rows)


def _text(path: Path) -> str:
    if not path.exists():
        raise InputError((Problem("headcounts_no_file", str(path)),))
    if (size := path.stat().st_size) > MOST_BYTES:
        facts = {"size": size // 1_000_000, "most": MOST_BYTES // 1_000_000}
        raise InputError((Problem("headcounts_too_large", path.name, facts=facts),))
    data = path.read_bytes()
    if not data.strip():
        raise InputError((Problem("headcounts_empty", path.name),))
    if b"\0" in data:
        raise InputError((Problem("headcounts_not_text", path.name),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(text: str) -> str:
    header = text.split("\n", 1)[0]
    return max(";,\t", key=header.count)


def _places(file: str, titles: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, title in enumerate(titles):
        code = plain(title)
        if code in COLUMNS and code in found:
            raise InputError((Problem("double_column", file, row=1, column=title),))
        found[code] = place
    if missing := [column for column in COLUMNS if column not in found]:
        facts = {"columns": ", ".join(missing), "expected": ", ".join(COLUMNS)}
        raise InputError((Problem("missing_column", file, row=1, facts=facts),))
    return {column: found[column] for column in COLUMNS}


class _Reader:
    """Turns lines into rows and remembers what was wrong."""

    def __init__(self, file: str, titles: Sequence[str], places: Mapping[str, int]) -> None:
        self.file, self.titles, self.places = file, titles, places
        self.problems: list[Problem] = []
        self.seen: dict[tuple[int, str], int] = {}

    def row(self, number: int, line: Sequence[str]) -> SchoolCounts | None:
        if not any(cell.strip() for cell in line):
            return None
        before = len(self.problems)
        year = self._year(number, line)
        academie = self._cell(number, line, ACADEMIE).upper()
        school = self._cell(number, line, SCHOOL).upper()
        counts = tuple(self._counts(number, line))
        if len(self.problems) > before:
            return None
        if first := self.seen.get((year, school)):
            facts = {"school": school, "year": str(year), "row": str(first)}
            self._wrong("headcounts_twice", number, SCHOOL, school, facts)
            return None
        self.seen[year, school] = number
        return SchoolCounts(year, MERGED.get(academie, academie), school, counts)

    def _wrong(
        self,
        code: str,
        row: int,
        column: str,
        value: str,
        facts: Mapping[str, object] | None = None,
    ) -> None:
        title = self.titles[self.places[column]].strip()
        self.problems.append(Problem(code, self.file, "", row, title, value or None, facts or {}))

    def _cell(self, number: int, line: Sequence[str], column: str) -> str:
        place = self.places[column]
        value = line[place].strip() if place < len(line) else ""
        if not value:
            self._wrong("headcounts_blank", number, column, "")
        return value

    def _year(self, number: int, line: Sequence[str]) -> int:
        value = self._cell(number, line, YEAR)
        match = re.fullmatch(r"((?:19|20)\d\d)(?:\.0|-\d\d-\d\d|\s*[-/]\s*(?:20)?\d\d)?", value)
        if value and not match:
            self._wrong("headcounts_not_year", number, YEAR, value)
        return int(match[1]) if match else 0

    def _counts(self, number: int, line: Sequence[str]) -> Iterator[int]:
        for column in LEVEL_COLUMNS.values():
            value = self._cell(number, line, column)
            match = re.fullmatch(r"([0-9]+)(?:[.,]0+)?", re.sub(r"\s", "", value))
            count = int(match[1][:12]) if match else -1
            if value and not 0 <= count <= MOST_PUPILS:
                facts = {"least": "0", "most": str(MOST_PUPILS)}
                self._wrong("not_whole", number, column, value, facts)
            yield count
