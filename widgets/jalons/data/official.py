"""Reading an official open-data file against the columns it must have.

Takes an export with codes or with labels, its columns in any order, UTF-8 (with or without BOM) or
Windows-1252, ``;`` ``,`` or tab. What makes a file unusable (a column missing, a web page instead
of a table, an end cut off) is refused at once. A few odd cells in a long file are not: their rows
are left out, each named, as long as they are no more than one in two hundred. Knows no file by
name.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any, Generic, TypeVar

from jalons.data.cells import CellError, last_year, value_of
from jalons.data.registry import Column, DataSet
from jalons.problems import InputError, Problem

MOST_BYTES = 150_000_000
LEFT_OUT_ONE_IN = 200

Cells = Mapping[str, Any]
Item = TypeVar("Item")


@dataclass(frozen=True)
class Reading(Generic[Item]):
    """What a file holds.

    Parameters
    ----------
    file : str
        Its name, for sentences.
    encoding, delimiter : str
        How it was written.
    lines : int
        Rows under the titles, those left out included.
    years : tuple of int
        Years that its rows speak of, in order; empty when no column has one.
    items : tuple
        What was made of the rows.
    left_out : tuple of Problem
        Why a row was left out, with its line.
    """

    file: str
    encoding: str
    delimiter: str
    lines: int
    years: tuple[int, ...]
    items: tuple[Item, ...]
    left_out: tuple[Problem, ...]


def read(path: Path | str, dataset: DataSet, make: Callable[[Cells], Item | None]) -> Reading[Item]:
    """Read a file, making one item of each row (None: not a row that is wanted).

    Raises
    ------
    InputError
        With everything that makes the file unusable.
    """
    path = Path(path)
    text, encoding = _text(path)
    delimiter = max(";,\t", key=text.split("\n", 1)[0].count)
    lines = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    items: list[Item] = []
    wrong: list[Problem] = []
    years: Counter[int] = Counter()
    count = bad = 0
    try:
        titles = next(lines, [])
        places = find_columns(path.name, titles, dataset.columns)
        for number, line, last in _with_last(lines):
            count += 1
            if last and len(line) < len(titles):
                raise InputError((Problem("data_cut_short", path.name, row=number),))
            cells, problems = _cells(path.name, number, line, titles, places)
            if problems:
                bad += 1
                wrong += problems
                continue
            years.update(_years(cells, places))
            if (item := make(cells)) is not None:
                items.append(item)
    except csv.Error as error:
        code = "data_cut_short" if "end of data" in str(error) else "data_not_csv"
        raise InputError((Problem(code, path.name, row=lines.line_num),)) from None
    if not count:
        raise InputError((Problem("data_no_row", path.name),))
    if bad * LEFT_OUT_ONE_IN > count:
        raise InputError(tuple(wrong))
    span = tuple(sorted(years))
    return Reading(path.name, encoding, delimiter, count, span, tuple(items), tuple(wrong))


def check(path: Path | str, dataset: DataSet) -> Reading[None]:
    """Read a file only to see whether it can be used. Raises as :func:`read` does."""
    return read(path, dataset, lambda _cells: None)


def recognise(path: Path | str, known: Iterable[DataSet]) -> DataSet:
    """The file that this one is, by its columns.

    Raises
    ------
    InputError
        It cannot be read, or no known file has such columns (the nearest one is named, with what
        is missing for it).
    """
    path = Path(path)
    text, _encoding = _text(path)
    first = text.split("\n", 1)[0]
    titles = next(csv.reader([first], delimiter=max(";,\t", key=first.count)), [])
    codes = {plain(title) for title in titles}
    lacking = [(dataset, _lacking(dataset, codes)) for dataset in known]
    nearest, missing = min(
        lacking, key=lambda pair: (len(pair[1]) / len(pair[0].columns), -len(pair[0].columns))
    )
    if not missing:
        return nearest
    if len(missing) * 2 > len(nearest.columns):
        titles_known = " ; ".join(dataset.title for dataset, _missing in lacking)
        raise InputError((Problem("data_unrelated", path.name, facts={"known": titles_known}),))
    facts = {"title": nearest.title, "columns": ", ".join(missing)}
    raise InputError((Problem("data_unknown", path.name, facts=facts),))


def _lacking(dataset: DataSet, titles: set[str]) -> list[str]:
    return [c.code for c in dataset.columns if c.required and not titles & _names(c)]


def plain(title: str) -> str:
    """A title without accents, case or punctuation: code and label of a column often agree so."""
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")


def _text(path: Path) -> tuple[str, str]:
    if not path.is_file():
        raise InputError((Problem("data_no_file", str(path)),))
    if (size := path.stat().st_size) > MOST_BYTES:
        facts = {"size": size // 1_000_000, "most": MOST_BYTES // 1_000_000}
        raise InputError((Problem("data_too_large", path.name, facts=facts),))
    data = path.read_bytes()
    code = _not_a_table(data)
    if code:
        raise InputError((Problem(code, path.name),))
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), "Windows-1252"


def _not_a_table(data: bytes) -> str:
    """What else this is, as the code of a problem; empty when it may be a table."""
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if not start:
        return "data_empty"
    if start in (b"{", b"["):
        return "data_json"
    if start == b"<":
        return "data_web_page"
    return "data_not_text" if b"\0" in data else ""


def _names(column: Column) -> set[str]:
    return {plain(name) for name in (column.code, *column.names)}


def find_columns(file: str, titles: Sequence[str], columns: Iterable[Column]) -> dict[Column, int]:
    """Where each column stands. A column under its code goes before one under another name.

    Raises
    ------
    InputError
        Required columns are missing (all named), or one figures twice.
    """
    stands: dict[str, list[int]] = {}
    for place, title in enumerate(titles):
        stands.setdefault(plain(title), []).append(place)
    places: dict[Column, int] = {}
    problems = []
    missing = []
    for column in columns:
        names = (plain(name) for name in (column.code, *column.names))
        found = next((stands[name] for name in names if name in stands), [])
        if len(found) > 1:
            problems.append(Problem("double_column", file, row=1, column=titles[found[0]]))
        elif found:
            places[column] = found[0]
        elif column.required:
            missing.append(column.names[0] if column.names else column.code)
    if missing:
        facts = {"columns": ", ".join(missing), "count": len(missing)}
        problems.append(Problem("data_missing_columns", file, row=1, facts=facts))
    if problems:
        raise InputError(tuple(problems))
    return places


def _with_last(lines: Any) -> Iterator[tuple[int, list[str], bool]]:
    """Line number, cells, whether it is the last; blank lines left out."""
    held: tuple[int, list[str]] | None = None
    for line in lines:
        if not any(cell.strip() for cell in line):
            continue
        if held:
            yield *held, False
        held = (lines.line_num, line)
    if held:
        yield *held, True


def _cells(
    file: str,
    number: int,
    line: Sequence[str],
    titles: Sequence[str],
    places: Mapping[Column, int],
) -> tuple[dict[str, Any], list[Problem]]:
    if len(line) != len(titles):
        facts = {"found": len(line), "wanted": len(titles)}
        return {}, [Problem("data_row_width", file, row=number, facts=facts)]
    cells: dict[str, Any] = {}
    problems = []
    for column, place in places.items():
        value = line[place].strip()
        try:
            cells[column.code] = value_of(column, value)
        except CellError as error:
            problems.append(Problem(error.code, file, "", number, titles[place], value or None))
    return cells, problems


def _years(cells: Cells, places: Iterable[Column]) -> Iterator[int]:
    for column in places:
        if column.type == "annee" and cells[column.code] is not None:
            yield cells[column.code]
        elif column.type == "periode" and cells[column.code]:
            yield last_year(cells[column.code])
