"""The tables of a school, or of another form, while somebody fills them in: text, right or not.

Frozen; each change gives another draft. What is wrong with one is said by the reader of the
tables, whose row numbers are those of a spreadsheet: the first row below the titles is row 2.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from jalons.school.columns import SCHOOL, Form
from jalons.school.fields import plain
from jalons.school.problems import SchoolFileError
from jalons.school.sheets import Sheet, Sheets, sheets_of
from jalons.school.tidy import Tidy

FIRST_ROW = 2
Cells = tuple[str, ...]
Edit = tuple[int, int, str]  # row and column from 0, and what the cell now holds


@dataclass(frozen=True)
class Draft:
    """Table → its rows; every table is there, every row has all the table's cells."""

    tables: Mapping[str, tuple[Cells, ...]] = field(default_factory=dict)
    form: Form = field(default=SCHOOL, repr=False)

    def rows(self, table: str) -> tuple[Cells, ...]:
        return self.tables.get(table, ())

    @classmethod
    def of_rows(
        cls, tables: Mapping[str, Iterable[Iterable[Any]]], tidy: Tidy, form: Form = SCHOOL
    ) -> Draft:
        """Make a draft of values as they come; rows shorter than their table are filled up."""
        return cls({name: _tidied(form, name, rows, tidy) for name, rows in tables.items()}, form)

    @classmethod
    def of_files(cls, files: Mapping[str, bytes], tidy: Tidy, form: Form = SCHOOL) -> Draft:
        """Make a draft of files; what they hold beside the form's tables is passed over."""
        try:
            sheets = sheets_of(files, form.tables).by_name
        except SchoolFileError:
            sheets = {}
        rows = {name: _in_order(form, sheet) for name, sheet in sheets.items()}
        return cls.of_rows(rows, tidy, form)

    def files(self) -> dict[str, bytes]:
        """The draft as CSV files, one a table."""
        form = self.form
        return {f"{name}.csv": _csv(form.columns(name), self.rows(name)) for name in form.tables}

    def sheets(self) -> Sheets:
        """The draft as the reader of the school file takes it."""
        return Sheets(
            "",
            {
                name: Sheet(
                    "",
                    name,
                    self.form.columns(name),
                    tuple(
                        (number, cells)
                        for number, cells in enumerate(self.rows(name), start=FIRST_ROW)
                        if any(cells)
                    ),
                )
                for name in self.form.tables
            },
        )

    def names(self, table: str) -> tuple[str, ...]:
        """The names that the first column of a table declares, each once, in its order."""
        return tuple(dict.fromkeys(row[0] for row in self.rows(table) if row[0]))

    @property
    def title(self) -> str:
        """Name and year of the school, as far as they are given."""
        row = next(iter(self.rows("etablissement")), ("", "", ""))
        return " · ".join(text for text in (row[0], row[2]) if text)

    # --- changes ------------------------------------------------------------------------------

    def with_tables(self, tables: Mapping[str, Iterable[Iterable[Any]]], tidy: Tidy) -> Draft:
        """Put whole tables in the place of those there are."""
        return self._with(Draft.of_rows(tables, tidy, self.form).tables)

    def with_cells(self, table: str, edits: Iterable[Edit], tidy: Tidy) -> Draft:
        """Change cells; a row beyond the last one is added, empty ones before it too."""
        rows = [list(row) for row in self.rows(table)]
        kinds = self.form.kinds(table)
        for row, column, text in edits:
            if 0 <= column < len(kinds) and row >= 0:
                rows += [[""] * len(kinds) for _ in range(row + 1 - len(rows))]
                rows[row][column] = tidy(kinds[column], text)
        return self._with({table: tuple(map(tuple, rows))})

    def with_inserted(
        self, table: str, at: int, rows: Sequence[Sequence[str]], tidy: Tidy
    ) -> Draft:
        """Put rows before row ``at``."""
        old = self.rows(table)
        new = _tidied(self.form, table, rows, tidy)
        return self._with({table: (*old[:at], *new, *old[at:])})

    def without(self, table: str, numbers: Iterable[int]) -> Draft:
        gone = set(numbers)
        kept = (row for number, row in enumerate(self.rows(table)) if number not in gone)
        return self._with({table: tuple(kept)})

    def renamed(self, table: str, old: str, new: str) -> tuple[Draft, dict[str, int]]:
        """Say a name as it is now wherever other rows use it; also how often, by table."""
        tables, counts = dict(self.tables), dict[str, int]()
        for other, column in self.form.referring(table):
            kind = self.form.kinds(other)[column]
            rows = tables.get(other, ())
            changed = tuple(_with_name(row, column, kind.separator, old, new) for row in rows)
            count = sum(a != b for a, b in zip(rows, changed, strict=True))
            if count:
                tables[other] = changed
                counts[other] = counts.get(other, 0) + count
        return self._with(tables), counts

    def _with(self, tables: Mapping[str, tuple[Cells, ...]]) -> Draft:
        return replace(self, tables={**self.tables, **tables})


def _with_name(row: Cells, column: int, separator: str, old: str, new: str) -> Cells:
    parts = row[column].split(separator) if separator else [row[column]]
    if old not in parts:
        return row
    said = separator.join(new if part == old else part for part in parts)
    return (*row[:column], said, *row[column + 1 :])


def _tidied(form: Form, table: str, rows: Iterable[Iterable[Any]], tidy: Tidy) -> tuple[Cells, ...]:
    kinds = form.kinds(table)
    done = []
    for row in rows:
        cells = [*row, *[""] * len(kinds)][: len(kinds)]
        done.append(tuple(tidy(kind, cell) for kind, cell in zip(kinds, cells, strict=True)))
    return tuple(done)


def _in_order(form: Form, sheet: Sheet) -> list[list[str]]:
    """The rows of a sheet with the columns in the table's order; rows left blank stay blank."""
    titles = [plain(title).replace(" ", "_").replace("-", "_") for title in sheet.header]
    places = [titles.index(name) if name in titles else -1 for name in form.columns(sheet.name)]
    rows: list[list[str]] = []
    for number, cells in sheet.rows:
        rows += [[""] * len(places)] * (number - FIRST_ROW - len(rows))
        rows.append([cells[at] if 0 <= at < len(cells) else "" for at in places])
    return rows


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()
