"""One class of a school year, kept as its people fill it in: open, change, undo, see the others'.

The tables are what people see and change; the class is what can be read in them. Knows no step of
the year: what one does with a class is :class:`~jalons.support.state.SupportState`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import TYPE_CHECKING, Any

import traitlets

from jalons.reactive import State
from jalons.school.draft import Draft
from jalons.school.rebase import Replaced, rebased
from jalons.school.tidy import Tidy
from jalons.support import tables
from jalons.support.codec import from_bytes
from jalons.support.domain import ClassYear
from jalons.support.keeping import ClassKeeping, named, unnamed
from jalons.support.reading import Book, read_book
from jalons.support.writing import rows_of
from jalons.workspace.domain import GoneError, WorkspaceError

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

MOST_UNDO = 100
MOST_NAME = 60
Step = tuple[Draft, Draft]  # before and after a change of one's own
Change = Callable[[Book], Book]
Fill = Mapping[str, Iterable[Iterable[Any]]]


@dataclass(frozen=True)
class KnownClass:
    """What the school's own file says of a class: its councils and placements."""

    year: str
    name: str
    level: str
    zone: str
    councils: Mapping[str, date]
    placements: tuple[tuple[date, date], ...]


class ClassState(State):
    """A class.

    Parameters
    ----------
    workspace : Workspace or None
        Where classes are kept; without one nothing lasts.
    tidy : Tidy
        Brings what people type into the form of the tables.
    known : tuple of KnownClass
        The classes of the school that *Planifier* has open.

    Attributes
    ----------
    book : Book or None
        The open class; None, none is.
    klass, problems
        What can be read in it, and what must be mended.
    classes : tuple of Kept
        Every class kept here.
    gone : int
        How many of the last changes met rows that somebody else had taken out.
    replaced : tuple of Replaced
        Cells of the last change in which somebody else had just written.
    trouble : WorkspaceError or None
        Why the last change could not be kept.
    """

    book = traitlets.Instance(Book, allow_none=True, read_only=True)
    klass = traitlets.Instance(ClassYear, allow_none=True, read_only=True)
    problems = traitlets.Tuple(read_only=True)
    classes = traitlets.Tuple(read_only=True)
    gone = traitlets.Int(0, read_only=True)
    replaced = traitlets.Tuple(read_only=True)
    can_undo = traitlets.Bool(False, read_only=True)
    can_redo = traitlets.Bool(False, read_only=True)
    trouble = traitlets.Instance(WorkspaceError, allow_none=True, read_only=True)

    def __init__(
        self,
        workspace: Workspace | None = None,
        tidy: Tidy | None = None,
        known: tuple[KnownClass, ...] = (),
        **values: Any,
    ) -> None:
        super().__init__(**values)
        self.keeping, self.tidy, self.known = ClassKeeping(workspace), tidy or Tidy(), known
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._waiting: list[Change] = []  # what could not be kept yet
        self._list()

    # --- which class --------------------------------------------------------------------------

    def open(self, year: str, name: str) -> bool:
        """Show a kept class; False where there is none."""
        book = self._safely(lambda: self.keeping.open(year, name))
        if book is not None:
            self._begin(book)
        return book is not None

    def open_last(self) -> bool:
        return bool(self.classes) and self.open(self.classes[0].year, self.classes[0].name)

    def begin(self, year: str, name: str, level: str = "TPRO", zone: str = "C") -> None:
        """Open a class, kept or new; a new one takes its dates from the school's file."""
        name = " ".join(name.split())[:60]
        if not name or self.open(year, name):
            return
        book = Book(year, name, level, zone)
        school = self.known_class(year, name)
        if school is not None:
            book = replace(book, level=school.level, zone=school.zone)
        self._begin(book)
        dated = self._filled(book.draft, _dates(school)) if school else book.draft
        self._keep(lambda new: replace(new, draft=dated))

    def describe(self, level: str, zone: str) -> None:
        """Say the level and zone of the open class."""
        if self.book is not None and (level, zone) != (self.book.level, self.book.zone):
            self._keep(lambda book: replace(book, level=level, zone=zone))

    def adopt(self, year: ClassYear) -> None:
        """Take a whole class (a file, the example) in the place of the one with its name."""
        kept = self._safely(lambda: self.keeping.open(year.year, year.name))
        with self.hold_trait_notifications():  # the page sees the whole class at once
            self._begin(kept or Book(year.year, year.name))
            self.describe(year.level, year.zone)
            self._change(self._filled(self._draft(), rows_of(year)))

    def open_example(self, files: Mapping[str, bytes], year: str, name: str) -> None:
        """Show the example class, as new."""
        draft = Draft.of_files(files, self.tidy, tables.FORM)
        self.adopt(read_book(Book(year, name, draft=draft))[0])

    def load(self, content: bytes, file: str) -> None:
        """Take a class from its own file; raises :class:`ClassFileError`."""
        self.adopt(from_bytes(content, file))

    def refresh(self) -> None:
        """See what others did meanwhile; what could not be kept before is tried again."""
        if self.book is not None and self._waiting:
            self._keep(lambda book: book)
        elif self.book is not None:
            book = self.book
            self.set_trait("trouble", None)
            newest = self._safely(lambda: self.keeping.open(book.year, book.name))
            if newest is not None and newest != book:
                self._show(newest)
            elif newest is None and self.keeping.lasts and self.trouble is None:
                self.set_trait("trouble", GoneError(name=f"{book.year} {book.name}"))
                self._begin(None)
                self._list()

    def known_class(self, year: str, name: str) -> KnownClass | None:
        return next((k for k in self.known if (k.year, k.name) == (year, name)), None)

    def take_dates(self) -> bool:
        """Take councils and placements from the school's file; False, it does not know them."""
        book = self.book
        school = self.known_class(book.year, book.name) if book else None
        if school is None:
            return False
        self._change(self._filled(self._draft(), _dates(school)))
        return True

    def undo(self) -> None:
        """Take back one's own last change; what others did meanwhile stays."""
        self.refresh()
        if self._past:
            before, after = step = self._past.pop()
            self._future.append(step)
            self._keep_draft(after, before)

    def redo(self) -> None:
        self.refresh()
        if self._future:
            before, after = step = self._future.pop()
            self._past.append(step)
            self._keep_draft(before, after)

    # --- inside -------------------------------------------------------------------------------

    def _draft(self) -> Draft:
        if self.book is None:
            raise ValueError("no class is open")
        return self.book.draft

    def _filled(self, draft: Draft, rows: Fill) -> Draft:
        """Whole tables in the place of those there are; names stay with their codes."""
        if draft.form is not tables.NAMED or "eleves" not in rows:
            return draft.with_tables(rows, self.tidy)
        book = replace(self.book or Book("", ""), draft=draft)
        bare = unnamed(book)
        filled = replace(bare, draft=bare.draft.with_tables(rows, self.tidy))
        return named(filled, [list(pair) for pair in book.names().items()]).draft

    def _begin(self, book: Book | None) -> None:
        self._forget_steps()
        self._waiting = []
        self._show(book)

    def _forget_steps(self) -> None:
        self._past.clear()
        self._future.clear()

    def _change(self, draft: Draft) -> None:
        before = self._draft()
        if draft == before:
            return
        self._past = [*self._past, (before, draft)][-MOST_UNDO:]
        self._future.clear()
        step = self._keep_draft(before, draft)
        if self._past:  # undoing gives back what others had written there
            self._past[-1] = step

    def _keep_draft(self, before: Draft, draft: Draft) -> Step:
        """Make a change on what is kept now; return it as it was made there."""
        lost: int = 0
        replaced: tuple[Replaced, ...] = ()
        step = before, draft

        def change(book: Book) -> Book:
            nonlocal lost, replaced, step
            mine = [Book("", "", draft=d) for d in (before, draft)]
            if book.keeps_names is not mine[0].keeps_names:  # somebody ticked the box meanwhile
                mine = [named(b, []) if book.keeps_names else unnamed(b) for b in mine]
            done, lost, replaced = rebased(mine[0].draft, mine[1].draft, book.draft)
            step = book.draft, done
            return replace(book, draft=done)

        self._keep(change)
        self.set_trait("gone", lost)
        self.set_trait("replaced", replaced)
        return step

    def _keep(self, change: Change, *, anew: bool = False) -> None:
        """Change the book on top of what others kept; the page goes on where that fails."""
        book = self.book
        assert book is not None
        self.set_trait("trouble", None)
        waiting = [*self._waiting, change]
        done = self._safely(lambda: self.keeping.change(book, _all(waiting), anew=anew))
        self._waiting = [] if done is not None else waiting
        if isinstance(self.trouble, GoneError):  # what was asked to be forgotten stays so
            self._begin(None)
        else:
            self._show(change(book) if done is None else done)
        self._list()

    def _show(self, book: Book | None) -> None:
        read = read_book(book) if book is not None else (None, ())
        if book is not None and self.book is not None and book.cleared != self.book.cleared:
            self._forget_steps()  # no undoing brings back whom somebody took out for good
        with self.hold_trait_notifications():
            for name, value in (
                ("book", book), ("klass", read[0]), ("problems", read[1]),
                ("gone", 0), ("replaced", ()),
                ("can_undo", bool(self._past)), ("can_redo", bool(self._future)),
            ):  # fmt: skip
                self.set_trait(name, value)

    def _list(self) -> None:
        self.set_trait("classes", self._safely(self.keeping.classes) or ())

    def _safely(self, work: Callable[[], Any]) -> Any:
        try:
            return work()
        except WorkspaceError as error:
            self.set_trait("trouble", error)
            return None


def _all(changes: Iterable[Change]) -> Change:
    return lambda book: reduce(lambda done, change: change(done), changes, book)


def _dates(school: KnownClass) -> Fill:
    return {"conseils": list(school.councils.items()), "pfmp": list(school.placements)}
