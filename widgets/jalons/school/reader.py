"""The school file → a checked :class:`~jalons.school.domain.School`, or everything wrong with it.

Knows tables and rows. How cells look in a file is ``sheets``' business, whether rows agree with
each other is ``check``'s. The library of lessons is handed in by whoever has it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from jalons.problems import Problem
from jalons.school.check import Located, check
from jalons.school.domain import School
from jalons.school.fields import plain
from jalons.school.problems import SchoolFileError
from jalons.school.sheets import Sheet, Sheets, read_sheets, sheet_of, sheets_of
from jalons.school.tables import REQUIRED, TABLES, Row, SeanceRow

LibraryRow = Mapping[str, str]


@dataclass(frozen=True)
class SchoolFile:
    """A school, and what its people should know of how the file was read."""

    school: School
    notices: tuple[Problem, ...] = ()


def read_school(path: Path | str, library: Iterable[LibraryRow] = ()) -> SchoolFile:
    """Read a school from a folder of CSV files or one ``.xlsx``.

    Parameters
    ----------
    path : Path or str
        The folder or workbook.
    library : iterable of mappings
        Rows of ``seances`` kept by the kit (one a lesson sheet). A school without sessions of its
        own plans these; a row of the school that gives only the id of one takes it over, and what
        else it fills in replaces the library's. Of the library's ``apres``, only sessions that the
        school plans too are kept.

    Raises
    ------
    SchoolFileError
        With all the problems of the file at once.
    """
    return read_school_sheets(read_sheets(Path(path), TABLES), library)


def read_school_files(
    contents: Mapping[str, bytes], library: Iterable[LibraryRow] = ()
) -> SchoolFile:
    """Read a school from files in memory: one workbook, or CSV files named by table."""
    return read_school_sheets(sheets_of(contents, TABLES), library)


def read_school_sheets(sheets: Sheets, library: Iterable[LibraryRow] = ()) -> SchoolFile:
    """Read a school from sheets of text cells, wherever they come from."""
    library = tuple(library)
    problems = list(sheets.problems)
    notices = list(sheets.notices)
    seen = set(sheets.by_name) | {problem.sheet for problem in problems}
    problems += [
        Problem("missing_sheet", file=sheets.file, sheet=name)
        for name in REQUIRED
        if name not in seen
    ]
    # What a missing or unreadable sheet defines is unknown: no name is looked up in it.
    unread = {problem.sheet for problem in problems}
    rows: dict[str, list[Located[Any]]] = {name: [] for name in TABLES}
    declared: dict[str, frozenset[str]] = {}
    for name, sheet in sheets.by_name.items():
        columns, wrong, remarks = _header(sheet, TABLES[name], bool(library))
        notices += remarks
        if wrong:
            unread.add(name)
        else:
            declared[name] = _first_column(sheet, columns, TABLES[name])
            rows[name], wrong = _rows(
                sheet, columns, TABLES[name], library if name == "seances" else ()
            )
        problems += wrong
    if "seances" in declared and not sheets.by_name["seances"].rows and library:
        levels = {row.value.niveau for row in rows["classes"]}
        rows["seances"] = _library_rows(library, levels)
        facts = {"count": len(rows["seances"])}
        notices.append(Problem("library_used", sheets.file, facts=facts))
    school, wrong, remarks = check(rows, declared, unread, sheets.file)
    if problems or wrong or school is None:
        raise SchoolFileError(tuple(problems + wrong))
    return SchoolFile(school, tuple(notices + remarks))


def read_rows(
    file: str,
    contents: bytes,
    table: str,
    model: type[Row],
    check_row: Callable[[Located[Any]], Iterable[Problem]] = lambda row: (),
) -> tuple[list[Located[Any]], tuple[Problem, ...]]:
    """Read one table that is no part of a school file: the rows, and what was passed over.

    Parameters
    ----------
    file : str
        Name of the file: a CSV file, or a workbook with a sheet called ``table``.
    contents : bytes
        What is in it.
    table : str
        What the table is called in sentences.
    model : type of Row
        Its columns.
    check_row : callable, optional
        What else is wrong with a row whose cells are right by themselves.

    Raises
    ------
    SchoolFileError
        With everything that is wrong with the file.
    """
    sheets = sheet_of(file, contents, table)
    sheet = sheets.by_name.get(table)
    problems, notices = list(sheets.problems), list(sheets.notices)
    if sheet is None:
        missing = [] if problems else [Problem("missing_table", file=file, facts={"table": table})]
        raise SchoolFileError((*problems, *missing))
    columns, wrong, remarks = _header(sheet, model, completed=False)
    rows, more = ([], []) if wrong else _rows(sheet, columns, model)
    more += [problem for row in rows for problem in check_row(row)]
    if problems := [*problems, *wrong, *sorted(more, key=lambda p: p.row or 0)]:
        raise SchoolFileError(tuple(problems))
    return rows, (*notices, *remarks)


def read_table(sheet: Sheet, model: type[Row]) -> tuple[list[Located[Any]], list[Problem]]:
    """Read one sheet by itself; what it says of other sheets is not looked up.

    Returns
    -------
    tuple
        The readable rows, and all that is wrong with the others.
    """
    columns, problems, _ = _header(sheet, model, completed=False)
    return ([], problems) if problems else _rows(sheet, columns, model)


def _first_column(sheet: Sheet, columns: Mapping[int, str], model: type[Row]) -> frozenset[str]:
    """Every name a sheet declares, even in rows that could not be read."""
    first = model.columns()[0]
    at = next((index for index, name in columns.items() if name == first), len(sheet.header))
    return frozenset(cells[at] for _, cells in sheet.rows if at < len(cells))


def _library_rows(library: Iterable[LibraryRow], levels: Set[str]) -> list[Located[Any]]:
    """The sheets for the levels that the school has."""
    fitting = [row for row in library if levels & set(row["niveaux"].split("|"))]
    there = {row["seance"] for row in fitting}
    rows = []
    for row in fitting:
        before = "|".join(name for name in row["apres"].split("|") if name in there)
        cells = {**row, "apres": before}
        located, wrong = _row(SeanceRow, cells, Sheet("lessons", "seances", (), ()), 0)
        if located is None:
            raise SchoolFileError(tuple(wrong))
        rows.append(located)
    return rows


def _rows(
    sheet: Sheet,
    columns: Mapping[int, str],
    model: type[Row],
    library: tuple[LibraryRow, ...] = (),
) -> tuple[list[Located[Any]], list[Problem]]:
    completions = _completions(library, sheet, columns)
    found, problems = [], []
    for number, cells in sheet.rows:
        beyond = [text for text in cells[len(sheet.header) :] if text]
        if beyond:
            facts = {"count": len(sheet.header)}
            problems.append(
                Problem("too_many_cells", sheet.file, sheet.name, number, None, beyond[0], facts)
            )
            continue
        values = {name: cells[at] for at, name in columns.items() if at < len(cells)}
        known = completions.get(values.get("seance", ""), {})
        full = {name: values.get(name) or known.get(name, "") for name in model.columns()}
        row, wrong = _row(model, full, sheet, number)
        problems += wrong
        if row is not None:
            found.append(row)
    return found, problems


def _completions(
    library: tuple[LibraryRow, ...], sheet: Sheet, columns: Mapping[int, str]
) -> dict[str, LibraryRow]:
    """Session id → its row in the library; what the school does not plan cannot come before."""
    if not library:
        return {}
    planned = _first_column(sheet, columns, SeanceRow)
    completions: dict[str, LibraryRow] = {}
    for row in library:
        before = [name.strip() for name in row.get("apres", "").split("|")]
        kept = "|".join(name for name in before if name in planned)
        completions[row["seance"]] = {**row, "apres": kept}
    return completions


def _header(
    sheet: Sheet, model: type[Row], completed: bool
) -> tuple[dict[int, str], list[Problem], list[Problem]]:
    """Column index → name; missing and double columns; columns nobody reads."""
    wanted = model.columns()
    places: dict[int, str] = {}
    problems, notices = [], []
    for at, title in enumerate(sheet.header):
        name = plain(title).replace(" ", "_").replace("-", "_")
        if name in wanted and name not in places.values():
            places[at] = name
        elif name in wanted:
            problems.append(Problem("double_column", sheet.file, sheet.name, 1, title))
        elif title or any(at < len(cells) and cells[at] for _, cells in sheet.rows):
            near = get_close_matches(name, wanted, n=1)
            facts = {"near": near[0] if near else "none"}
            shown = title or str(at + 1)
            notices.append(Problem("column_ignored", sheet.file, sheet.name, 1, shown, facts=facts))
    from_library = completed and model is SeanceRow  # a row may then give its id alone
    optional = set(wanted) - {"seance"} if from_library else set(model.optional)
    missing = [name for name in wanted if name not in places.values() and name not in optional]
    if missing:
        facts = {"columns": ", ".join(missing), "expected": "; ".join(wanted)}
        problems.append(Problem("missing_column", sheet.file, sheet.name, 1, facts=facts))
    return places, problems, notices


def _row(
    model: type[Row], values: dict[str, str], sheet: Sheet, number: int
) -> tuple[Located[Any] | None, list[Problem]]:
    try:
        return Located(model.model_validate(values), sheet.file, sheet.name, number), []
    except ValidationError as error:
        return None, [
            Problem(
                str(wrong["ctx"]["code"]),
                sheet.file,
                sheet.name,
                number,
                str(wrong["loc"][0]),
                None if wrong["loc"][0] in model.private else str(wrong["input"]),
                {name: fact for name, fact in wrong["ctx"].items() if name != "code"},
            )
            for wrong in error.errors()
        ]
