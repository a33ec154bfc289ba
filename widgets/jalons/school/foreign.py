"""A spreadsheet that a team already has, as bare sheets of text: any titles, titles in any row.

More lenient than the reader of the school file: formulas give the value they had, merged cells
give their value to each of them, a CSV file may be in the encoding of an old spreadsheet. Knows no
table.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jalons.problems import Problem
from jalons.school.problems import SchoolFileError
from jalons.school.sheets import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, cell_text, open_book

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Cells = tuple[str, ...]


@dataclass(frozen=True)
class ForeignSheet:
    """One sheet; ``rows[0]`` is its row 1. All rows have as many cells."""

    file: str
    title: str
    rows: tuple[Cells, ...]

    @property
    def width(self) -> int:
        return len(self.rows[0]) if self.rows else 0


def foreign_sheets(files: Mapping[str, bytes]) -> tuple[ForeignSheet, ...]:
    """Every sheet of some files that is not empty.

    Raises
    ------
    SchoolFileError
        A file is too large or is neither a workbook nor text, or all of them are empty.
    """
    found: list[ForeignSheet] = []
    for file, data in files.items():
        if len(data) > MOST_BYTES:
            facts = {"size": round(len(data) / 1e6, 1), "most": round(MOST_BYTES / 1e6)}
            raise SchoolFileError((Problem("too_large", file=file, facts=facts),))
        if file.casefold().endswith(".csv"):
            found.append(_sheet(file, file.rpartition(".")[0], _csv_rows(file, data)))
        else:
            found += _book(file, data)
    filled = tuple(sheet for sheet in found if sheet.rows)
    if not filled:
        raise SchoolFileError((Problem("empty_file", file=next(iter(files), "")),))
    return filled


def _book(file: str, data: bytes) -> list[ForeignSheet]:
    values, formulas = (open_book(file, data, values=values).worksheets for values in (True, False))
    found, problems = [], []
    for sheet, written in zip(values, formulas, strict=True):
        found.append(_sheet(file, sheet.title, _rows(file, sheet)))
        # A program may write a formula without its value: nobody knows what stands there.
        problems += [
            Problem("formula_unsaved", file, sheet.title, cell.row, cell.coordinate)
            for row in written.iter_rows()
            for cell in row
            if cell.data_type == "f" and sheet[cell.coordinate].value is None
        ]
    if problems:
        raise SchoolFileError(tuple(problems))
    return found


def _sheet(file: str, title: str, rows: list[list[str]]) -> ForeignSheet:
    while rows and not any(rows[-1]):
        rows.pop()
    filled = [at for row in rows for at, text in enumerate(row) if text]
    width = max(filled, default=-1) + 1
    return ForeignSheet(
        file, title, tuple(tuple((row + [""] * width)[:width]) for row in rows if width)
    )


def _csv_rows(file: str, data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise SchoolFileError((Problem("not_text", file=file),))
    sample = text[:5000]
    delimiter = max(";\t,", key=sample.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [list(map(cell_text, row)) for row in rows][:MOST_ROWS]
    except csv.Error:
        line = str(rows.line_num)
        raise SchoolFileError((Problem("not_csv", file=file, facts={"line": line}),)) from None


def _rows(file: str, sheet: Worksheet) -> list[list[str]]:
    for code, size, most in (
        ("too_many_rows", sheet.max_row, MOST_ROWS),
        ("too_many_columns", sheet.max_column, MOST_COLUMNS),
    ):
        if size > most:
            facts = {"count": size, "most": most}
            raise SchoolFileError((Problem(code, file=file, sheet=sheet.title, facts=facts),))
    rows = [[_text(value) for value in row] for row in sheet.iter_rows(values_only=True)]
    for merged in sheet.merged_cells.ranges:
        value = rows[merged.min_row - 1][merged.min_col - 1]
        for row in rows[merged.min_row - 1 : merged.max_row]:
            for at in range(merged.min_col - 1, merged.max_col):
                row[at] = value
    return rows


def _text(value: Any) -> str:
    return " ".join(cell_text(value).split())
