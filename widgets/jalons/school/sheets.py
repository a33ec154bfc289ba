"""CSV folder or workbook → sheets of text cells, with every reason why one cannot be read.

Knows files, encodings and spreadsheets; knows no table beyond the names it is asked for.
"""

from __future__ import annotations

import csv
import io
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jalons.problems import Problem
from jalons.school.fields import plain
from jalons.school.problems import SchoolFileError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MOST_BYTES = 5_000_000  # a large school's file is under 500 kB
MOST_UNPACKED = 40_000_000  # what a workbook may unfold to: a zip can hide gigabytes
MOST_ROWS = 20_000
MOST_COLUMNS = 100
READ_ME = "lisez-moi"  # the template's own page, not a table
PLANNING, LEFT_OUT, HOURS, SEARCH = "planning", "non_placees", "heures", "recherche"
TEAM = "jalons_equipe"
# What a workbook that carries a plan holds beside the school: read by who wants the plan.
BESIDE = (READ_ME, PLANNING, LEFT_OUT, HOURS, SEARCH, TEAM)


@dataclass(frozen=True)
class Sheet:
    """One table as text. ``rows`` holds (row number, cells); the header is row 1."""

    file: str
    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Sheets:
    """What was read: sheets by plain name, what could not be read, what was passed over."""

    file: str
    by_name: Mapping[str, Sheet]
    problems: tuple[Problem, ...] = ()
    notices: tuple[Problem, ...] = ()


def read_sheets(path: Path, wanted: Iterable[str]) -> Sheets:
    """Read a folder of CSV files or one workbook.

    Raises
    ------
    SchoolFileError
        The path does not exist, is too large, or is neither a folder nor a workbook.
    """
    if not path.exists():
        raise SchoolFileError((Problem("no_file", file=path.name),))
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    sizes = {file: file.stat().st_size for file in files if file.is_file()}
    # Sizes are asked first: a file of 200 MB is refused without being read.
    too_large = [file for file, size in sizes.items() if size > MOST_BYTES and _tabular(file.name)]
    if too_large:
        raise SchoolFileError(tuple(_too_large(file.name, sizes[file]) for file in too_large))
    return sheets_of(
        {file.name: file.read_bytes() for file in sizes if _tabular(file.name)},
        wanted,
        name=path.name or str(path),
    )


def sheets_of(contents: Mapping[str, bytes], wanted: Iterable[str], name: str = "") -> Sheets:
    """Read files already in memory (an upload): one workbook, or CSV files named by table."""
    wanted = tuple(wanted)
    large = [file for file, data in contents.items() if len(data) > MOST_BYTES]
    if large:
        raise SchoolFileError(tuple(_too_large(file, len(contents[file])) for file in large))
    books = [file for file in contents if not file.casefold().endswith(".csv")]
    if books and len(contents) > 1:
        # A folder may hold a workbook beside its CSV files; which one is meant is not guessed.
        raise SchoolFileError((Problem("several_files", file=name, facts={"books": books[0]}),))
    if books:
        return _workbook(books[0], contents[books[0]], wanted)
    if not contents:
        raise SchoolFileError((Problem("no_tables", file=name),))
    return _csv_folder(name, contents, wanted)


def sheet_of(file: str, data: bytes, table: str) -> Sheets:
    """Read one table: a CSV file whatever its name, or the sheet ``table`` of a workbook."""
    if not file.casefold().endswith(".csv"):
        return sheets_of({file: data}, [table], file)
    if len(data) > MOST_BYTES:
        raise SchoolFileError((_too_large(file, len(data)),))
    return Sheets(file, {table: _csv_sheet(file, "", data)})


def _tabular(name: str) -> bool:
    return name.casefold().endswith((".csv", ".xlsx", ".xlsm", ".xls", ".ods")) and not (
        name.startswith(("~$", ".~lock"))  # what spreadsheets leave beside an open file
    )


def _too_large(file: str, size: int) -> Problem:
    facts = {"size": round(size / 1e6, 1), "most": round(MOST_BYTES / 1e6)}
    return Problem("too_large", file=file, facts=facts)


def _csv_folder(name: str, contents: Mapping[str, bytes], wanted: tuple[str, ...]) -> Sheets:
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    notices: list[Problem] = []
    for file, data in contents.items():
        table = plain(Path(file).stem)
        if table not in wanted:
            notices.append(Problem("sheet_ignored", file=file, facts=_near(table, wanted)))
            continue
        if table in sheets:
            problems.append(_double(file, table, sheets[table].file))
            continue
        try:
            sheets[table] = _csv_sheet(file, table, data)
        except SchoolFileError as error:
            problems += error.problems
    return Sheets(name, sheets, tuple(problems), tuple(notices))


def _csv_sheet(file: str, table: str, data: bytes) -> Sheet:
    def refuse(code: str, **facts: Any) -> SchoolFileError:
        return SchoolFileError((Problem(code, file=file, sheet=table, facts=facts),))

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise refuse("not_utf8", line=line) from None
    if "\0" in text:
        raise refuse("not_text")
    if not text.strip():
        raise refuse("empty_file")
    first = text.lstrip().splitlines()[0]
    delimiter = ";" if first.count(";") >= first.count(",") else ","
    # Strict: a quote left open would otherwise swallow the rows after it without a word.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, tuple[str, ...]]] = []
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error:
            raise refuse("not_csv", line=str(line)) from None
        if row is None:
            return _sheet(file, table, lines, refuse)
        lines.append((line, tuple(cell_text(cell) for cell in row)))


def _double(file: str, table: str, other: str) -> Problem:
    return Problem("double_sheet", file=file, sheet=table, facts={"other": other})


def _sheet(
    file: str,
    name: str,
    lines: list[tuple[int, tuple[str, ...]]],
    refuse: Callable[..., SchoolFileError],
) -> Sheet:
    filled = [(number, cells) for number, cells in lines if any(cells)]
    if not filled:
        raise refuse("empty_sheet")
    if len(filled) > MOST_ROWS:
        raise refuse("too_many_rows", count=len(filled), most=MOST_ROWS)
    (_, header), *rows = filled
    return Sheet(file, name, header, tuple(rows))


def open_book(file: str, data: bytes, *, values: bool = False) -> Workbook:
    """Open a workbook, whatever its sheets are called.

    Parameters
    ----------
    values : bool
        Take what formulas gave when the file was saved, in the place of the formulas.

    Raises
    ------
    SchoolFileError
        It is none, it is damaged, or it unfolds to more than anybody has typed.
    """

    def refuse(code: str, **facts: Any) -> SchoolFileError:
        return SchoolFileError((Problem(code, file=file, facts=facts),))

    if not data:
        raise refuse("empty_file")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise refuse("not_xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except Exception:  # a damaged directory of the archive
        raise refuse("not_xlsx") from None
    if unpacked > MOST_UNPACKED:
        raise refuse("unpacks_too_large", size=round(unpacked / 1e6), most=MOST_UNPACKED // 10**6)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl does not keep of a workbook (colours, extensions) we do not need.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), data_only=values)
    except Exception:  # openpyxl raises whatever its parts raise on a damaged or foreign file
        raise refuse("not_xlsx") from None


def _workbook(file: str, data: bytes, wanted: tuple[str, ...]) -> Sheets:
    book = open_book(file, data)
    sheets: dict[str, Sheet] = {}
    problems: list[Problem] = []
    notices: list[Problem] = []
    for worksheet in book.worksheets:
        table = plain(worksheet.title)
        if table not in wanted and table in BESIDE:
            continue
        if table not in wanted:
            facts = _near(table, wanted)
            notices.append(Problem("sheet_ignored", file=file, sheet=worksheet.title, facts=facts))
            continue
        if table in sheets:
            problems.append(_double(file, worksheet.title, table))
            continue
        try:
            sheets[table] = _worksheet(file, table, worksheet)
        except SchoolFileError as error:
            problems += error.problems
    return Sheets(file, sheets, tuple(problems), tuple(notices))


def _worksheet(file: str, table: str, worksheet: Worksheet) -> Sheet:
    def refuse(code: str, **facts: Any) -> SchoolFileError:
        return SchoolFileError((Problem(code, file=file, sheet=table, facts=facts),))

    # One stray cell at the far end of a sheet would make thousands of millions of empty ones.
    if worksheet.max_row > MOST_ROWS:
        raise refuse("too_many_rows", count=worksheet.max_row, most=MOST_ROWS)
    if worksheet.max_column > MOST_COLUMNS:
        raise refuse("too_many_columns", count=worksheet.max_column, most=MOST_COLUMNS)
    problems = [
        Problem("merged", file=file, sheet=table, facts={"cells": str(merged)})
        for merged in worksheet.merged_cells.ranges
    ]
    lines: list[tuple[int, tuple[str, ...]]] = []
    for number, row in enumerate(worksheet.iter_rows(), start=1):
        problems += [
            Problem(
                "formula",
                file=file,
                sheet=table,
                row=number,
                column=found.coordinate,
                value=_formula(found.value),
            )
            for found in row
            if found.data_type == "f"
        ]
        lines.append((number, tuple(cell_text(found.value) for found in row)))
    if problems:
        raise SchoolFileError(tuple(problems))
    return _sheet(file, table, lines, refuse)


def _formula(value: Any) -> str:
    # An array formula is an object that carries its text.
    return str(getattr(value, "text", None) or value)


def cell_text(value: Any) -> str:
    """The text of a cell's value as a school would type it in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        at_midnight = value.time() == time(0)
        return value.date().isoformat() if at_midnight else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        # A spreadsheet keeps times as fractions of a day: 13:59:59.97 is 14:00.
        nearest = datetime.combine(date(2000, 1, 1), value) + timedelta(milliseconds=500)
        return nearest.strftime("%H:%M:%S").removesuffix(":00")
    if isinstance(value, float):
        return f"{value:.12g}"  # 34.3 and not the 34.300000000000004 that a sum leaves
    # One way to write each accent: some systems write "é" as two characters.
    return unicodedata.normalize("NFC", str(value)).strip()


def _near(name: str, wanted: tuple[str, ...]) -> dict[str, str]:
    from difflib import get_close_matches

    near = get_close_matches(name, wanted, n=1)
    return {"near": near[0] if near else "none"}
