"""Filling in the school's tables: every change is checked, kept, and can be undone.

The draft is what people see; the school follows it as soon as the reader of the school file finds
nothing wrong, and the plan follows the school (see :mod:`~jalons.planner.adapt`). Knows no widget.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import traitlets

from jalons.planner.adapt import renamed
from jalons.planner.domain import Plan
from jalons.planner.state import PlannerState
from jalons.school.draft import Draft, Edit
from jalons.school.problems import SchoolFileError
from jalons.school.reader import SchoolFile
from jalons.school.tables import TABLES
from jalons.school.tidy import Tidy

RENAMED = "renamed.json"  # beside the tables of a kept draft
MOST_UNDO = 200
Waiting = tuple[tuple[str, str, str], ...]  # table, old name, new name


@dataclass(frozen=True)
class Renamed:
    """Something of the file has another name: which table, the names, where else it was said."""

    table: str
    old: str
    new: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class _Moment:
    """What undoing goes back to. ``plan`` is the plan as it was, ``then`` as the change left it."""

    draft: Draft
    waiting: Waiting
    plan: Plan | None
    then: Plan | None = None


class SchoolEditing(traitlets.HasTraits):
    """The tables of the school that a page shows.

    Parameters
    ----------
    state : PlannerState
    tidy : Tidy
        Brings what people type into the form of the file.

    Attributes
    ----------
    draft : Draft
        The tables as they stand; changes last, when everything else is set.
    problems : tuple of Problem
        What must be mended before the school follows the draft.
    said : Renamed or None
        What the last change renamed.
    lost : int
        How many placed sessions the last change took out of the plan.
    """

    draft = traitlets.Instance(Draft, (), read_only=True)
    problems = traitlets.Tuple(read_only=True)
    said = traitlets.Instance(Renamed, allow_none=True, read_only=True)
    lost = traitlets.Int(0, read_only=True)
    can_undo = traitlets.Bool(False, read_only=True)
    can_redo = traitlets.Bool(False, read_only=True)

    def __init__(self, state: PlannerState, tidy: Tidy) -> None:
        super().__init__()
        self.state, self._tidy = state, tidy
        self._past: list[_Moment] = []
        self._future: list[_Moment] = []
        # Names changed in the draft that the plan does not know of yet.
        self._waiting: Waiting = ()
        self._own = False
        state.observe(self._opened, names=["times", "draft"])
        self._opened(None)

    def close(self) -> None:
        self.state.unobserve(self._opened, names=["times", "draft"])

    @property
    def empty(self) -> bool:
        return not any(self.draft.tables.values())

    def _opened(self, _: Any) -> None:
        """Another school, or another version of it, is on the page: show its tables."""
        if self._own:
            return
        files = dict(self.state.draft) or dict(self.state.files)
        notes = json.loads(files.pop(RENAMED, b"[]"))
        self._waiting = tuple((table, old, new) for table, old, new in notes)
        self._past.clear()
        self._future.clear()
        draft = Draft.of_files(files, self._tidy) if files else Draft()
        if self.state.draft:
            self._read(draft)
        else:
            self.set_trait("problems", ())
        self._publish(draft)

    # --- changes ------------------------------------------------------------------------------

    def set_cells(self, table: str, edits: Sequence[Edit]) -> None:
        """Change cells of a table. One name alone that changes, changes wherever it is used."""
        before = self.draft.rows(table)
        draft = self.draft.with_cells(table, edits, self._tidy)
        said = None
        if len(edits) == 1 and edits[0][1] == 0 and edits[0][0] < len(before):
            old, new = (rows[edits[0][0]][0] for rows in (before, draft.rows(table)))
            known = [row[0] for row in draft.rows(table)]
            if old and new and old not in known and known.count(new) == 1:
                draft, counts = draft.renamed(table, old, new)
                said = Renamed(table, old, new, counts)
        self._change(draft, said)

    def insert(self, table: str, at: int, rows: Sequence[Sequence[str]]) -> None:
        """Put rows before row ``at``; a name that is there already gets a number."""
        taken = list(self.draft.names(table)) if len(TABLES[table].key) == 1 else []
        fresh = []
        for row in rows:
            name = _free(row[0], taken) if row and row[0] in taken else "".join(row[:1])
            taken.append(name)
            fresh.append([name, *row[1:]])
        self._change(self.draft.with_inserted(table, at, fresh, self._tidy))

    def remove(self, table: str, numbers: Iterable[int]) -> None:
        self._change(self.draft.without(table, numbers))

    def fill(self, tables: Mapping[str, Iterable[Iterable[Any]]]) -> None:
        """Put whole tables in the place of those there are."""
        self._change(self.draft.with_tables(tables, self._tidy))

    def undo(self) -> None:
        self._go(self._past, self._future)

    def redo(self) -> None:
        self._go(self._future, self._past)

    def _change(self, draft: Draft, said: Renamed | None = None) -> None:
        if draft == self.draft:
            return
        moment = _Moment(self.draft, self._waiting, self.state.plan)
        if said is not None:
            self._waiting += ((said.table, said.old, said.new),)
        self._take(draft, said)
        self._future.clear()
        self._past = [*self._past, self._as_left(moment)][-MOST_UNDO:]
        self._publish(draft)

    def _go(self, here: list[_Moment], there: list[_Moment]) -> None:
        if not here:
            return
        moment = here.pop()
        now = _Moment(self.draft, self._waiting, self.state.plan)
        # A plan that has changed since is not thrown away: it follows the tables.
        plan = moment.plan if self.state.plan is moment.then else None
        self._waiting = moment.waiting
        self._take(moment.draft, plan=plan)
        there.append(self._as_left(now))
        self._publish(moment.draft)

    def _as_left(self, moment: _Moment) -> _Moment:
        return _Moment(moment.draft, moment.waiting, moment.plan, self.state.plan)

    # --- draft → school -----------------------------------------------------------------------

    def _take(self, draft: Draft, said: Renamed | None = None, plan: Plan | None = None) -> None:
        """Check a draft, keep it, and let school and plan follow if it is right."""
        self.set_trait("said", said)
        read = self._read(draft)
        before = len(self.state.plan.assignments) if self.state.plan else 0
        self._own = True
        try:
            if read is None:
                notes = {RENAMED: json.dumps(self._waiting).encode()} if self._waiting else {}
                self.state.keep_draft({**draft.files(), **notes}, draft.title)
            else:
                self.state.edit_school(read, draft.files(), plan or self._told())
                self._waiting = ()
        finally:
            self._own = False
        after = len(self.state.plan.assignments) if self.state.plan else 0
        self.set_trait("lost", max(0, before - after))

    def _read(self, draft: Draft) -> SchoolFile | None:
        try:
            read = self.state.read_tables(draft.sheets())
        except SchoolFileError as error:
            self.set_trait("problems", error.problems)
            return None
        self.set_trait("problems", ())
        return read

    def _told(self) -> Plan | None:
        """The plan, told of the names that have changed; nobody knows how good it still is."""
        if self.state.plan is None:
            return None
        plan = replace(self.state.plan, solver=None)
        for table, old, new in self._waiting:
            plan = renamed(plan, table, old, new)
        return plan

    def _publish(self, draft: Draft) -> None:
        self.set_trait("can_undo", bool(self._past))
        self.set_trait("can_redo", bool(self._future))
        self.set_trait("draft", draft)


def _free(name: str, taken: Sequence[str]) -> str:
    """The name with the first number that makes it another one: ``TMELEC`` → ``TMELEC (2)``."""
    return next(new for n in range(2, len(taken) + 3) if (new := f"{name} ({n})") not in taken)
