"""The classes kept in a workspace: each in one document, names of pupils in another, on request.

Every change is made on the newest version kept, so that two people who fill in a class at once
take nothing from each other. Taking a pupil out, or a year, deletes every version.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jalons.school.draft import Draft
from jalons.support import tables
from jalons.support.reading import Book
from jalons.workspace.domain import DamagedError, GoneError

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

SCOPE, NAMES = "accompagner", "accompagner.noms"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A class that is kept: its school year, its name, and when it was saved."""

    year: str
    name: str
    saved_at: datetime | None = field(default=None, compare=False)


class ClassKeeping:
    """What of the workspace belongs to *Accompagner*; without a workspace nothing lasts."""

    def __init__(self, workspace: Workspace | None) -> None:
        self._workspace = workspace
        self._seen: set[tuple[str, str]] = set()  # classes known to be kept

    @property
    def lasts(self) -> bool:
        return self._workspace is not None

    def classes(self) -> tuple[Kept, ...]:
        """Every kept class, latest saved first."""
        found = self._workspace.documents(SCOPE) if self._workspace else ()
        named = ((v.name.split(" ", 1), v.saved_at) for v in found)
        return tuple(Kept(year, name, saved_at) for (year, name), saved_at in named)

    def open(self, year: str, name: str) -> Book | None:
        """A kept class as it was saved last; None where there is none."""
        if self._workspace is None:
            return None
        content, names = (self._workspace.latest(*place) for place in _places(year, name))
        (self._seen.add if content else self._seen.discard)((year, name))
        return _book(content, names) if content else None

    def change(self, book: Book, change: Callable[[Book], Book], *, anew: bool = False) -> Book:
        """Change a class on top of its newest version, and keep it; return what is kept now.

        Parameters
        ----------
        anew : bool
            Forget every version before.

        Raises
        ------
        GoneError
            The class was kept when it was opened, and somebody has deleted it since.
        """
        if self._workspace is None:
            return change(book)
        done = book

        def made(kept: tuple[bytes | None, ...]) -> tuple[bytes, bytes | None]:
            nonlocal done
            content, names = kept
            if content is None and (book.year, book.name) in self._seen:
                raise GoneError(name=_key(book.year, book.name))
            done = change(_book(content, names) if content else book)
            return packed(done), json.dumps(names_of(done)).encode() if done.keeps_names else None

        self._workspace.change(_places(book.year, book.name), made, anew=anew)
        self._seen.add((book.year, book.name))
        return done

    def forget(self, year: str, name: str) -> None:
        """Delete a class with all its versions and names."""
        if self._workspace is not None:
            self._workspace.change(_places(year, name), lambda kept: (None, None))
            self._seen.discard((year, name))


def _places(year: str, name: str) -> tuple[tuple[str, str], ...]:
    key = _key(year, name)
    return (SCOPE, key), (NAMES, key)


def _book(content: bytes, names: bytes | None) -> Book:
    book = unpacked(content)
    return named(book, json.loads(names)) if names else book


def _key(year: str, name: str) -> str:
    return f"{year} {name}"[:190]


# --- names, apart -----------------------------------------------------------------------------


def names_of(book: Book) -> list[list[str]]:
    """Code and name of each row that has a name, in order: a list, as a code may stand twice."""
    if not book.keeps_names:
        return []
    at = tables.NAME_AT
    return [[row[0], row[at]] for row in book.draft.rows("eleves") if row[at]]


def named(book: Book, names: list[list[str]]) -> Book:
    """The class with a column of names."""
    waiting: dict[str, list[str]] = defaultdict(list)
    for code, name in names:
        waiting[code].append(name)
    bare = unnamed(book).draft.tables
    at = tables.NAME_AT
    rows = tuple(
        (*row[:at], waiting[row[0]].pop(0) if waiting.get(row[0]) else "", *row[at:])
        for row in bare.get("eleves", ())
    )
    return replace(book, draft=Draft({**bare, "eleves": rows}, tables.NAMED))


def unnamed(book: Book) -> Book:
    """The class without any name."""
    if not book.keeps_names:
        return book
    at, own = tables.NAME_AT, book.draft.tables
    rows = tuple((*row[:at], *row[at + 1 :]) for row in own.get("eleves", ()))
    return replace(book, draft=Draft({**own, "eleves": rows}, tables.FORM))


# --- bytes ------------------------------------------------------------------------------------


def packed(book: Book) -> bytes:
    """The class as it is kept: its tables, half filled in or not, without names."""
    bare = unnamed(book)
    value = {
        "format": FORMAT,
        "year": bare.year,
        "name": bare.name,
        "level": bare.level,
        "zone": bare.zone,
        "cleared": bare.cleared,
        "tables": {name: bare.draft.rows(name) for name in tables.TABLES},
    }
    return json.dumps(value, ensure_ascii=False).encode()


def unpacked(content: bytes) -> Book:
    """Read what :func:`packed` made.

    Raises
    ------
    DamagedError
        It is something else, or of a newer form.
    """
    try:
        value: dict[str, Any] = json.loads(content)
        if value["format"] > FORMAT:
            raise DamagedError(place=SCOPE, detail=f"format {value['format']}")
        rows = {name: value["tables"].get(name, ()) for name in tables.TABLES}
        draft = Draft.of_rows(rows, lambda _, cell: str(cell), tables.FORM)  # type: ignore[arg-type]
        year, name, level, zone = (str(value[k]) for k in ("year", "name", "level", "zone"))
        return Book(year, name, level, zone, draft, int(value.get("cleared", 0)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError(place=SCOPE, detail=type(error).__name__) from None
