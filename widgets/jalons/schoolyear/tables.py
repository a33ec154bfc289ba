"""Strict reading of our own small tables: ``;``, UTF-8, one meaning per column.

Refuses a row that is not as it should be, naming file, line and column. Knows no table.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from jalons.schoolyear.errors import TableError, UnknownYearError
from jalons.schoolyear.zones import parse_year, year_label

CONFIRMED = "confirmed"
TO_CONFIRM = "to_confirm"
_STATUS = {"confirme": CONFIRMED, "a_confirmer": TO_CONFIRM}


@dataclass(frozen=True)
class Row:
    """One row of a table, with where it lies, so that a refusal can say so.

    Parameters
    ----------
    file : str
        Name of the file.
    number : int
        Line in the file, the header being line 1.
    cells : mapping of str to str
        The row by column, without surrounding blanks.
    """

    file: str
    number: int
    cells: Mapping[str, str]

    def refuse(self, column: str, expected: str) -> NoReturn:
        raise TableError(
            "table_row",
            file=self.file,
            row=str(self.number),
            column=column,
            value=self.cells[column],
            expected=expected,
        )

    def text(self, column: str) -> str:
        """Return a cell that may not be empty."""
        return self.cells[column] or self.refuse(column, "une valeur")

    def day(self, column: str) -> date:
        try:
            return date.fromisoformat(self.cells[column])
        except ValueError:
            self.refuse(column, "une date au format AAAA-MM-JJ")

    def school_year(self, column: str) -> str:
        """Return the cell as ``"2025-2026"``."""
        try:
            return year_label(parse_year(self.cells[column])[0])
        except UnknownYearError:
            self.refuse(column, "une année scolaire, par exemple 2026-2027")

    def number_in(self, column: str) -> float | int:
        try:
            number = float(self.cells[column].replace(",", "."))
        except ValueError:
            self.refuse(column, "un nombre")
        return int(number) if number.is_integer() else number

    def status(self) -> str:
        """Return ``"confirmed"`` or ``"to_confirm"``."""
        known = _STATUS.get(self.cells["statut"])
        return known or self.refuse("statut", "« confirme » ou « a_confirmer »")


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of a table.

    Raises
    ------
    TableError
        A column is missing, or a row has more or fewer cells than the header.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.reader(lines, delimiter=";")
        header = next(reader, [])
        if missing := [name for name in columns if name not in header]:
            raise TableError(
                "table_header",
                file=path.name,
                expected=" ; ".join(columns),
                value=", ".join(missing),
            )
        for cells in reader:
            if any(cells):
                yield _row(path.name, reader.line_num, header, cells)


def _row(file: str, number: int, header: list[str], cells: list[str]) -> Row:
    if len(cells) != len(header):
        raise TableError(
            "table_row",
            file=file,
            row=str(number),
            column=header[-1],
            value=";".join(cells),
            expected=f"{len(header)} colonnes (il y en a {len(cells)})",
        )
    return Row(file, number, {k: v.strip() for k, v in zip(header, cells, strict=True)})
