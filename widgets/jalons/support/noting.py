"""Something that several pupils did together, written into their rows at once. Pure.

The rows are those one could fill in by hand, a pupil a row: what is noted can be mended in the
tables, and goes with the pupil.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from jalons.school.draft import Draft, Edit
from jalons.school.tidy import Tidy
from jalons.support import tables
from jalons.support.domain import ACTIVITIES

PRESENTATION, WORKSHOP, INTERVIEW = "presentation", "atelier", "entretien"
CONSOLIDATION, IMMERSION = "consolidation", "immersion"
# Kind → table and column of its day; several days may stand in a column of AvenirPro.
_DAYS = {
    PRESENTATION: ("decisions", "presentation"),
    WORKSHOP: ("avenirpro", "ateliers"),
    INTERVIEW: ("avenirpro", "entretiens"),
    CONSOLIDATION: ("avenirpro", "consolidation"),
}
SEVERAL = ("ateliers", "entretiens")
NAMED = (*ACTIVITIES, IMMERSION)  # has a title, or a place, and may last
KINDS = (*_DAYS, *NAMED)


def table_of(kind: str) -> str:
    """The table in which a kind is noted."""
    return "immersions" if kind == IMMERSION else _DAYS.get(kind, ("activites",))[0]


@dataclass(frozen=True, slots=True)
class Note:
    """What was done: one of :data:`KINDS`; ``what`` and ``last`` count for :data:`NAMED` only."""

    kind: str
    what: str
    first: date
    last: date


def noted(draft: Draft, note: Note, codes: Iterable[str], tidy: Tidy) -> Draft:
    """The tables with what pupils did; what stands there already is not written twice."""
    for code in codes:
        if note.kind in NAMED:
            draft = _row(draft, note, code, tidy)
        else:
            draft = draft.with_cells(_DAYS[note.kind][0], _cells(draft, note, code), tidy)
    return draft


def row_of(draft: Draft, table: str, code: str) -> int:
    """The row of a pupil; where there is none, the one after the last."""
    rows = draft.rows(table)
    return next((n for n, row in enumerate(rows) if row[0] == code), len(rows))


def _row(draft: Draft, note: Note, code: str, tidy: Tidy) -> Draft:
    table, days = table_of(note.kind), [str(note.first), str(note.last)]
    kind = [] if note.kind == IMMERSION else [note.kind]
    added = draft.with_inserted(
        table, len(draft.rows(table)), [[code, *kind, note.what, *days]], tidy
    )
    return draft if added.rows(table)[-1] in draft.rows(table) else added


def _cells(draft: Draft, note: Note, code: str) -> list[Edit]:
    table, column = _DAYS[note.kind]
    at, place = row_of(draft, table, code), tables.TABLES[table].columns().index(column)
    rows: Any = draft.rows(table)
    days = str(note.first)
    if column in SEVERAL and at < len(rows) and rows[at][place]:
        before = rows[at][place].split("|")
        days = "|".join([*before, *([] if days in before else [days])])
    return [(at, 0, code), (at, place, days)]
