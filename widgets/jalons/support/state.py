"""What the page *Accompagner* remembers: one class of a school year, as its people fill it in.

The tables are what people see and change; the class is what can be read in them. Everything a
person does on the page is a method here. Pupils are codes; names are there only where asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import traitlets

from jalons.school.draft import Draft, Edit
from jalons.school.tidy import Tidy
from jalons.support import tables
from jalons.support.class_state import ClassState, KnownClass
from jalons.support.domain import FINALITIES, ClassYear
from jalons.support.groups import Proposal, propose
from jalons.support.keeping import named, unnamed
from jalons.support.noting import Note, noted, row_of
from jalons.support.pupils_file import PupilList, coded, same_pupils
from jalons.support.reading import Book
from jalons.support.sheet_file import PupilSheet
from jalons.support.writing import rows_of

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

EXAMPLE_YEAR, EXAMPLE_NAME, EXAMPLE_DAY = "2025-2026", "TMELEC-exemple", date(2026, 6, 12)


@dataclass(frozen=True)
class Sent:
    """What sending groups to the planner did there, or why it was refused.

    Parameters
    ----------
    added : tuple of (name, size)
    changed : tuple of (name, size before, size now)
    several : tuple of (purpose, size, names)
        Left as they were: several groups share this purpose.
    idle : tuple of str
        Groups that nobody is in, left with their sessions.
    refused : tuple of str
        Sentences; then nothing was changed.
    """

    school: str = ""
    added: tuple[tuple[str, int], ...] = ()
    changed: tuple[tuple[str, str, int], ...] = ()
    several: tuple[tuple[str, int, tuple[str, ...]], ...] = ()
    idle: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


Send = Callable[[ClassYear, Proposal], Sent]


class SupportState(ClassState):
    """The page's memory.

    Parameters
    ----------
    workspace : Workspace or None
    tidy : Tidy
        Brings what people type into the form of the tables.
    known : tuple of KnownClass
        The classes of the school that *Planifier* has open.
    send : callable, optional
        Hands the groups of a class to the planner.
    example : mapping, optional
        The tables of the example class, as files.

    Attributes
    ----------
    day : date or None
        The day the page looks from; None, today.
    """

    day = traitlets.Instance(date, allow_none=True)

    def __init__(
        self,
        workspace: Workspace | None = None,
        tidy: Tidy | None = None,
        known: tuple[KnownClass, ...] = (),
        send: Send | None = None,
        example: Mapping[str, bytes] | None = None,
        **values: Any,
    ) -> None:
        super().__init__(workspace, tidy, known, **values)
        self.send_groups, self._example = send, dict(example or {})

    def today(self) -> date:
        return self.day or datetime.now().astimezone().date()

    def show_example(self) -> None:
        """Show the example class, as new, on a day when some things are late."""
        self.day = EXAMPLE_DAY
        self.open_example(self._example, EXAMPLE_YEAR, EXAMPLE_NAME)

    # --- the tables ---------------------------------------------------------------------------

    def set_cells(self, table: str, edits: Sequence[Edit]) -> None:
        """Change cells; a wish or a choice that comes without a day gets today's."""
        draft = self._draft().with_cells(table, edits, self.tidy)
        if table == "decisions":
            draft = self._dated(draft, {edit[0] for edit in edits})
        if table in ("eleves", "entreprises") and len(edits) == 1 and edits[0][1] == 0:
            draft = self._renamed(draft, table, edits[0][0])
        self._change(draft)

    def insert(self, table: str, at: int, rows: Sequence[Sequence[str]]) -> None:
        self._change(self._draft().with_inserted(table, at, rows, self.tidy))

    def remove(self, table: str, numbers: Iterable[int]) -> None:
        self._change(self._draft().without(table, numbers))

    def note(self, note: Note, codes: Iterable[str]) -> None:
        """Write what several pupils did together into the rows of each."""
        self._change(noted(self._draft(), note, codes, self.tidy))

    def put_pupils(self, found: PupilList) -> PupilList:
        """Add the pupils of a list; one who is there keeps what is known, and learns the rest.

        Those whom the list calls by name get a code; returns the list as it was taken.
        """
        assert self.book is not None
        names, there = self.book.names(), self.klass.pupils if self.klass else ()
        nameless = {p.code: p.born for p in there if p.born and p.code not in names}
        born = same_pupils(found, nameless)
        found = coded(found, self.book.draft.names("eleves"), names, born)
        rows = rows_of(ClassYear("", "", pupils=found.pupils))["eleves"]
        draft, columns = self._draft(), tables.EleveRow.columns()
        shift = len(draft.form.columns("eleves")) - len(columns)
        for row in rows:
            at = row_of(draft, "eleves", str(row[0]))
            cells = [(at, n + (shift if n else 0), v) for n, v in enumerate(row) if v]
            if shift and str(row[0]) in found.names:
                cells.append((at, tables.NAME_AT, found.names[str(row[0])]))
            draft = draft.with_cells("eleves", cells, self.tidy)
        self._change(draft)
        return found

    def put_sheet(self, code: str, sheet: PupilSheet) -> None:
        """Let the options a pupil kept, and their first wish, follow from their own sheet."""
        draft = self._draft()
        at = row_of(draft, "eleves", code)
        options = draft.form.columns("eleves").index("options")
        draft = draft.with_cells("eleves", [(at, options, "|".join(sheet.options))], self.tidy)
        if sheet.wish:
            at = row_of(draft, "decisions", code)
            wish, by = (tables.DecisionRow.columns().index(c) for c in ("souhait", "souhait_par"))
            cells = [(at, 0, code), (at, wish, sheet.wish), (at, by, "eleve")]
            draft = self._dated(draft.with_cells("decisions", cells, self.tidy), {at})
        self._change(draft)

    def choose_block(self, finality: str, mondays: Iterable[date]) -> None:
        """Choose the weeks of the block for one finality; none takes the choice back."""
        kept = [row for row in self._draft().rows("bloc") if row[0] != finality]
        rows = [*kept, *((finality, monday) for monday in mondays)]
        self._change(self._filled(self._draft(), {"bloc": rows}))

    def place(self, code: str, purpose: str) -> None:
        """Put a pupil in a group by hand; an empty purpose lets the choices decide again."""
        if purpose not in (*FINALITIES, ""):
            raise ValueError(f"no group is called {purpose!r}")
        column = self._draft().form.columns("eleves").index("groupe")
        at = row_of(self._draft(), "eleves", code)
        self.set_cells("eleves", [(at, column, purpose)])

    def groups(self) -> Proposal:
        return propose(self.klass) if self.klass is not None else Proposal((), ())

    def send(self) -> Sent:
        """Hand the groups to the planner."""
        if self.send_groups is None or self.klass is None:
            raise ValueError("no planner is there")
        return self.send_groups(self.klass, self.groups())

    # --- names, and forgetting ----------------------------------------------------------------

    def keep_names(self, keep: bool) -> None:
        """Keep names from now on, or forget every name that was kept."""
        if self.book is None or self.book.keeps_names == keep:
            return
        self._forget_steps()
        self._keep(lambda book: named(book, []) if keep else unnamed(book))

    def who(self, code: str) -> str:
        """How the page calls a pupil: by name where names are kept, else by code."""
        return (self.book.names().get(code) if self.book else None) or code

    def forget_pupil(self, code: str) -> None:
        """Take a pupil out of every table and of every version kept."""
        if self.book is None:
            return

        def without(book: Book) -> Book:
            draft = book.draft
            for table in ("eleves", *tables.ABOUT_A_PUPIL):
                numbers = [n for n, row in enumerate(draft.rows(table)) if row[0] == code]
                draft = draft.without(table, numbers)
            return replace(book, draft=draft, cleared=book.cleared + 1)

        self._keep(without, anew=True)

    def forget_class(self, year: str, name: str) -> None:
        self._safely(lambda: self.keeping.forget(year, name))
        if self.book is not None and (self.book.year, self.book.name) == (year, name):
            self._begin(None)
        self._list()

    def forget_year(self, year: str) -> int:
        """Delete every class of a school year; return how many there were."""
        old = [kept for kept in self.classes if kept.year == year]
        for kept in old:
            self.forget_class(kept.year, kept.name)
        return len(old)

    def past_years(self) -> tuple[str, ...]:
        """School years that are over and still have classes here, the example apart."""
        now = datetime.now().astimezone().date()
        current = now.year if now.month > 8 else now.year - 1
        kept = (k.year for k in self.classes if k.name != EXAMPLE_NAME)
        return tuple(sorted({year for year in kept if int(year[:4]) < current}))

    # --- inside -------------------------------------------------------------------------------

    def _dated(self, draft: Draft, numbers: Iterable[int]) -> Draft:
        columns = tables.DecisionRow.columns()
        cells = []
        for number in numbers:
            row = dict(zip(columns, draft.rows("decisions")[number], strict=True))
            for column in ("souhait", "choix"):
                if row[column] and not row[f"{column}_le"]:
                    cells.append((number, columns.index(f"{column}_le"), self.today().isoformat()))
        return draft.with_cells("decisions", cells, self.tidy) if cells else draft

    def _renamed(self, draft: Draft, table: str, row: int) -> Draft:
        """A code, or a company, that changes, changes wherever it is used."""
        before = self._draft().rows(table)
        old, new = before[row][0] if row < len(before) else "", draft.rows(table)[row][0]
        names = [r[0] for r in draft.rows(table)]
        known = old and new and old not in names and names.count(new) == 1
        return draft.renamed(table, old, new)[0] if known else draft
