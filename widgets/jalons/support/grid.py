"""The tables of a class as a grid shows them: titles, choices, words, and what is wrong where."""

from __future__ import annotations

from collections.abc import Iterable

from jalons.i18n import Translator
from jalons.problems import Problem
from jalons.school.draft import FIRST_ROW
from jalons.support import tables
from jalons.support.reading import Book
from jalons.support.words import choice
from jalons.ui.grid import GridColumn, GridError, GridSheet


def sheets(t: Translator, book: Book, problems: Iterable[Problem]) -> list[GridSheet]:
    """One tab a table."""
    found = list(problems)
    return [
        GridSheet(
            name,
            t(f"support-table-{name}"),
            sum(map(any, book.draft.rows(name))),
            sum(problem.sheet == name for problem in found),
        )
        for name in tables.TABLES
    ]


def columns(t: Translator, book: Book, table: str) -> list[GridColumn]:
    """The columns of a table, with what there is to choose from now."""
    form = book.draft.form
    return [
        GridColumn(
            t(f"support-head-{column.replace('_', '-')}"),
            _hint(t, column),
            kind.name,
            [(code, choice(t, code)) for code in kind.choices] or _names(book, kind.of),
            kind.free,
            kind.separator,
            column not in form.tables[table].optional,
        )
        for column, kind in zip(form.columns(table), form.kinds(table), strict=True)
    ]


def _hint(t: Translator, column: str) -> str:
    key = f"support-hint-{column.replace('_', '-')}"
    return t(key) if t.has(key) else ""


def _names(book: Book, table: str) -> list[tuple[str, str]]:
    if not table:
        return []
    names = book.names()
    codes = book.draft.names(table)
    return [(code, f"{code} · {names[code]}" if code in names else code) for code in codes]


def errors(t: Translator, book: Book, problems: Iterable[Problem], table: str) -> list[GridError]:
    """What is wrong in a table, at its cells."""
    places = {column: at for at, column in enumerate(book.draft.form.columns(table))}
    return [
        GridError(problem.row - FIRST_ROW, places.get(problem.column or ""), problem.message(t))
        for problem in problems
        if problem.sheet == table and problem.row is not None
    ]
