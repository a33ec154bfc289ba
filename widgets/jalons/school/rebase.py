"""Two people fill in the same tables at once: what one changed, made again on what the other has.

A row is found again where it stands unchanged, else by its first cell. What one person takes out
stays out; a change of such a row is counted as lost, and a cell that both changed is named, so
that somebody can say it. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from jalons.school.draft import Cells, Draft

Rows = tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A cell that two people changed: what the other one wrote, and what stands there now."""

    table: str
    name: str  # the first cell of the row
    column: int
    theirs: str
    mine: str


def rebased(base: Draft, mine: Draft, theirs: Draft) -> tuple[Draft, int, tuple[Replaced, ...]]:
    """``theirs`` with the changes from ``base`` to ``mine``.

    Also how many changes were lost, and where the other's writing was replaced.
    """
    done: dict[str, Rows] = {}
    lost = 0
    replaced: list[Replaced] = []
    for table in mine.form.tables:
        rows, missed, cells = _rows(base.rows(table), mine.rows(table), theirs.rows(table))
        done[table] = rows
        lost += missed
        replaced += [Replaced(table, *cell) for cell in cells]
    return replace(theirs, tables=done), lost, tuple(replaced)


def _rows(
    base: Rows, mine: Rows, theirs: Rows
) -> tuple[Rows, int, list[tuple[str, int, str, str]]]:
    if base in (theirs, mine):
        return (mine if base == theirs else theirs), 0, []
    place = _places(base, theirs)
    cells: dict[int, list[str]] = {}
    gone: set[int] = set()
    added: dict[int, list[Cells]] = {}
    lost = 0
    both: list[tuple[str, int, str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, base, mine, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        pairs = min(b - a, d - c)
        for old, new in zip(range(a, a + pairs), range(c, c + pairs), strict=True):
            at = place.get(old)
            if at is None:
                lost += 1
                continue
            row = cells.setdefault(at, list(theirs[at]))
            for column, (was, now) in enumerate(zip(base[old], mine[new], strict=True)):
                if was != now:
                    if row[column] not in (was, now):
                        both.append((theirs[at][0], column, row[column], now))
                    row[column] = now
        gone |= {place[old] for old in range(a + pairs, b) if old in place}
        if fresh := mine[c + pairs : d]:
            before = [place[old] for old in range(b) if old in place]
            at = before[-1] + 1 if before else 0
            added.setdefault(len(theirs) if b >= len(base) else at, []).extend(fresh)
    out: list[Cells] = []
    for at in range(len(theirs) + 1):
        out += added.get(at, [])
        if at < len(theirs) and at not in gone:
            out.append(tuple(cells.get(at, theirs[at])))
    return tuple(out), lost, both


def _places(base: Rows, theirs: Rows) -> dict[int, int]:
    """Row of ``base`` → the row of ``theirs`` that it is now."""
    found: dict[int, int] = {}
    for block in SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks():
        found |= {block.a + n: block.b + n for n in range(block.size)}
    taken = set(found.values())
    for at, row in enumerate(base):
        if at not in found and row[0]:
            same = [n for n, other in enumerate(theirs) if other[0] == row[0] and n not in taken]
            if same:
                found[at] = same[0]
                taken.add(same[0])
    return found
