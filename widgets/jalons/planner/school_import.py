"""Taking over a spreadsheet whose sheets and columns have other names, matched by hand.

Starts from guesses and from what people chose last time; every choice can be changed, and what the
chosen rows would give is known before anything is taken. Knows no widget.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from jalons.planner.school_editing import SchoolEditing
from jalons.problems import Problem
from jalons.school.columns import kind_of
from jalons.school.draft import FIRST_ROW, Cells, Draft
from jalons.school.foreign import ForeignSheet, foreign_sheets
from jalons.school.matching import CONSTANT, Match, guess, guess_all, rows_of, to_remember
from jalons.school.problems import SchoolFileError
from jalons.school.tidy import Tidy

MEMORY = "matching"


class SchoolImport:
    """One spreadsheet, and which of its columns stands for which of ours.

    Parameters
    ----------
    editing : SchoolEditing
        Where the rows go.
    tidy : Tidy
        Brings cells into the form of the school file.
    files : mapping
        The spreadsheet's files by name.

    Raises
    ------
    SchoolFileError
        None of them is a spreadsheet.
    """

    def __init__(self, editing: SchoolEditing, tidy: Tidy, files: Mapping[str, bytes]) -> None:
        self._editing, self._tidy = editing, tidy
        self.sheets: tuple[ForeignSheet, ...] = foreign_sheets(files)
        self.matches: dict[str, Match] = guess_all(self.sheets, self._remembered())

    def _remembered(self) -> dict[str, object]:
        state = self._editing.state
        kept = state.safely(lambda: state.keeping.remembered(MEMORY))
        try:
            read = json.loads(kept or b"{}")
        except ValueError:
            return {}
        return read if isinstance(read, dict) else {}

    # --- choices ------------------------------------------------------------------------------

    def choose_sheet(self, table: str, sheet: int | None) -> None:
        """Take a table from a sheet, columns guessed; None: from none."""
        found = None if sheet is None else guess(table, self.sheets, only=sheet)
        if found is None:
            self.matches.pop(table, None)
        else:
            self.matches[table] = found

    def choose_header(self, table: str, row: int) -> None:
        """Say in which row (from 1) the titles stand; columns are guessed anew."""
        sheet = self.matches[table].sheet
        at = max(0, min(row, len(self.sheets[sheet].rows)) - 1)
        found = guess(table, self.sheets, only=sheet, header=at)
        assert found is not None
        self.matches[table] = found

    def choose_column(self, table: str, column: str, source: str) -> None:
        """Take a column from one of the sheet, or one value for all; empty: leave it empty."""
        match = self.matches[table]
        columns = {**match.columns, column: source}
        self.matches[table] = replace(match, columns={c: s for c, s in columns.items() if s})

    def titles(self, table: str) -> list[tuple[str, str]]:
        """What a column may come from: title of the sheet's column (or its letter), and source."""
        match = self.matches[table]
        row = self.sheets[match.sheet].rows[match.header]
        return [(title or _letter(at), str(at)) for at, title in enumerate(row)]

    def constants(self, table: str, column: str) -> list[tuple[str, str]]:
        """The codes that may stand for every row, and source."""
        kind = kind_of(table, column)
        codes = kind.choices if kind.name in ("choice", "many") else ()
        usual = ("1",) if column == "parties" else ()
        return [(code, CONSTANT + code) for code in (*codes, *usual)]

    # --- what it would give -------------------------------------------------------------------

    def tables(self) -> dict[str, tuple[Cells, ...]]:
        """Table → its rows in the form of the school file.

        A school that has no name yet gets that of the file: what else it lacks is then said there.
        """
        rows = {name: rows_of(name, match, self.sheets)[0] for name, match in self.matches.items()}
        if rows and "etablissement" not in rows and not self._editing.draft.rows("etablissement"):
            rows["etablissement"] = [(self.sheets[0].file.rpartition(".")[0],)]
        return dict(Draft.of_rows(rows, self._tidy).tables)

    def problems(self) -> list[Problem]:
        """What could not be read, at its place in the spreadsheet."""
        taken = self.tables()
        draft = self._editing.draft.with_tables(taken, self._tidy)
        try:
            self._editing.state.read_tables(draft.sheets())
        except SchoolFileError as error:
            return [self._placed(p) for p in error.problems if p.sheet in taken or p.row is None]
        return []

    def _placed(self, problem: Problem) -> Problem:
        if problem.row is None or problem.sheet not in self.matches:
            return problem
        match = self.matches[problem.sheet]
        sheet = self.sheets[match.sheet]
        numbers = rows_of(problem.sheet, match, self.sheets)[1]
        source = match.columns.get(problem.column or "", "")
        title = problem.column
        if source and not source.startswith(CONSTANT):
            title = sheet.rows[match.header][int(source)] or _letter(int(source))
        at = numbers[problem.row - FIRST_ROW]
        return replace(problem, file=sheet.file, sheet=sheet.title, row=at, column=title)

    def take(self) -> None:
        """Put the rows into the school's tables, and remember the choices for next time.

        A spreadsheet that names another school or year begins a school of its own.
        """
        kept = {**self._remembered(), **to_remember(self.matches, self.sheets)}
        taken = self.tables()
        other = Draft(taken).title
        if other and self._editing.draft.title not in ("", other):
            self._editing.state.close_school()
        self._editing.fill(taken)
        content, state = json.dumps(kept, ensure_ascii=False).encode(), self._editing.state
        state.safely(lambda: state.keeping.remember(MEMORY, content))


def _letter(at: int) -> str:
    """The letters of a spreadsheet's column, from 0: ``A`` … ``Z``, ``AA`` …"""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
