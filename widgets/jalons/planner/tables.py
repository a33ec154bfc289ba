"""The school's tables as a grid shows them: titles, choices, words, and what is wrong where.

Turns a draft and its problems into the pieces of :mod:`jalons.ui.grid`; changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from jalons.i18n import LANGUAGES, Translator
from jalons.problems import Problem
from jalons.school.columns import Kind, kind_of
from jalons.school.draft import FIRST_ROW, Draft
from jalons.school.tables import TABLES
from jalons.school.tidy import Tidy
from jalons.schoolyear import SchoolYearError, school_year
from jalons.ui.grid import GridColumn, GridError, GridSheet

# Where the words of a column's codes are; those of the others are under "choice".
PREFIX = {
    "niveau": "level",
    "niveaux": "level",
    "role": "role",
    "roles": "role",
    "type": "place",
    "lieu_type": "place",
    "zone": "zone",
    "theme": "theme",
}


def word(t: Translator, column: str, code: str) -> str:
    """What people read for a code."""
    name = f"{PREFIX.get(column, 'choice')}-{code.replace('_', '-')}"
    key = name if t.has(name) else name.casefold()
    return t(key) if t.has(key) else code


def tidy_for_all() -> Tidy:
    """Understands the words of every language the pages speak."""
    words: dict[str, list[str]] = {}
    for t in map(Translator, LANGUAGES):
        for table, model in TABLES.items():
            for column in model.columns():
                for code in kind_of(table, column).choices:
                    words.setdefault(code, []).append(word(t, column, code))
    return Tidy(words)


def head(t: Translator, column: str) -> str:
    """The title of a column."""
    return t(f"head-{column.replace('_', '-')}")


def sheets(t: Translator, draft: Draft, problems: Iterable[Problem]) -> list[GridSheet]:
    """One tab a table."""
    wrong: dict[str, int] = {}
    for problem in problems:
        wrong[problem.sheet] = wrong.get(problem.sheet, 0) + 1
    return [
        GridSheet(name, t(f"table-{name}"), sum(map(any, draft.rows(name))), wrong.get(name, 0))
        for name in TABLES
    ]


def columns(t: Translator, draft: Draft, table: str, themes: Iterable[str]) -> list[GridColumn]:
    """The columns of a table, with what there is to choose from now."""
    return [_column(t, draft, table, column, themes) for column in TABLES[table].columns()]


def _column(
    t: Translator, draft: Draft, table: str, column: str, themes: Iterable[str]
) -> GridColumn:
    kind = kind_of(table, column)
    codes: Sequence[str] = kind.choices
    if column == "theme":
        kind, codes = Kind("choice", free=True), tuple(themes)
    elif column == "annee_scolaire":
        kind, codes = Kind("choice", free=True), known_years()
    choices = [(code, word(t, column, code)) for code in codes] or _names(draft, kind.of)
    return GridColumn(
        head(t, column),
        t(f"column-{column.replace('_', '-')}"),
        kind.name,
        choices,
        kind.free,
        kind.separator,
        column not in TABLES[table].optional,
    )


def _names(draft: Draft, table: str) -> list[tuple[str, str]]:
    if table == "seances":
        titles = {row[0]: row[1] for row in draft.rows(table)}
        return [(name, titles[name] or name) for name in draft.names(table)]
    return [(name, name) for name in draft.names(table)] if table else []


@cache
def known_years() -> tuple[str, ...]:
    """The school years whose calendar is known in mainland France."""
    found = []
    for start in range(2023, 2040):
        year = f"{start}-{start + 1}"
        try:
            school_year("A", year)
        except SchoolYearError:
            continue
        found.append(year)
    return tuple(found)


def errors(t: Translator, problems: Iterable[Problem], table: str) -> list[GridError]:
    """What is wrong in a table, at its cells."""
    places = {column: index for index, column in enumerate(TABLES[table].columns())}
    return [
        GridError(problem.row - FIRST_ROW, places.get(problem.column or ""), problem.message(t))
        for problem in problems
        if problem.sheet == table and problem.row is not None and problem.row >= FIRST_ROW
    ]


def counted(t: Translator, counts: Mapping[str, int]) -> str:
    """Tables and how often, in words; ``none`` where there are none."""
    parts = [t("tables-renamed-in", sheet=t(f"table-{s}"), count=n) for s, n in counts.items()]
    return ", ".join(parts) or "none"
