"""A school's own head-counts as a person types them, and the ratios mixed from them.

Two tables, either or both: pupils by level and September, and passages (who was there, who is in
the next level a year later). A passage that is given replaces what the head-counts say of it.
Everything wrong is said at once, with its row and column. Knows no widget and no word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from jalons.cohorts.fit import Ratio, blend
from jalons.cohorts.local import academy_ratios, school_priors
from jalons.cohorts.panel import FEEDER, LEVELS
from jalons.problems import InputError, Problem

HEADS, PASSAGES = "effectifs", "passages"
HEAD_COLUMNS = ("rentree", *LEVELS)
PASSAGE_COLUMNS = ("vers", "depart", "arrivee")
MOST_PUPILS = 5000
EARLIEST, LATEST = 2000, 2100

Cells = tuple[tuple[str, ...], ...]
Pair = tuple[int, int]

EXAMPLE: Cells = (
    ("2023", "118", "112", "103", "24", "21"),
    ("2024", "121", "115", "101", "25", "20"),
    ("2025", "116", "119", "106", "24", "22"),
)
"""An invented school: enough to see what its own figures weigh."""


@dataclass(frozen=True)
class SchoolCounts:
    """What the tables say.

    Parameters
    ----------
    year : int
        The last September.
    heads : mapping of level to int
        Pupils then.
    pairs : mapping of level to pairs
        For each level, (pupils of the level before, pupils in the level a year later).
    """

    year: int
    heads: Mapping[str, int]
    pairs: Mapping[str, tuple[Pair, ...]] = field(default_factory=dict)


def read_counts(heads: Sequence[Sequence[str]], passages: Sequence[Sequence[str]]) -> SchoolCounts:
    """Read both tables as typed; empty rows are nothing.

    Raises
    ------
    InputError
        Each cell that is not what its column holds; no row of head-counts at all.
    """
    problems: list[Problem] = []
    by_year = _heads(heads, problems)
    given = _passages(passages, problems)
    if not problems and not by_year:
        problems.append(Problem("counts_none", sheet=HEADS))
    if not problems and not any(by_year[max(by_year)].values()):
        problems.append(Problem("counts_nobody", sheet=HEADS, facts={"year": str(max(by_year))}))
    if problems:
        raise InputError(tuple(problems))
    last = max(by_year)
    pairs = {}
    for level, feeder in FEEDER.items():
        counted = [
            (by_year[year][feeder], by_year[year + 1][level])
            for year in sorted(by_year)
            if year + 1 in by_year
        ]
        pairs[level] = tuple(given.get(level, counted))
    return SchoolCounts(last, by_year[last], pairs)


def mixed_ratios(counts: SchoolCounts, academy: str = "") -> dict[str, Ratio]:
    """Level → the school's ratio, mixed with its academy's (``""``: unknown) and the nation's."""
    priors = school_priors()
    around = academy_ratios(academy) if academy else {}
    return {
        level: blend(priors[level], counts.pairs.get(level, ()), around.get(level))
        for level in FEEDER
    }


def _heads(rows: Sequence[Sequence[str]], problems: list[Problem]) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for number, row in enumerate(rows):
        if not any(cell.strip() for cell in row):
            continue
        year = _whole(row[0], HEADS, number, "rentree", EARLIEST, LATEST, problems)
        counts = {
            level: _whole(cell, HEADS, number, level, 0, MOST_PUPILS, problems)
            for level, cell in zip(LEVELS, row[1:], strict=True)
        }
        if year is not None and year in found:
            problems.append(_problem("counts_year_twice", HEADS, number, "rentree", row[0]))
        elif year is not None:
            found[year] = {level: count or 0 for level, count in counts.items()}
    return found


def _passages(rows: Sequence[Sequence[str]], problems: list[Problem]) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    for number, row in enumerate(rows):
        if not any(cell.strip() for cell in row):
            continue
        level = row[0].strip()
        if level not in FEEDER:
            problems.append(_problem("counts_level", PASSAGES, number, "vers", row[0]))
        left = _whole(row[1], PASSAGES, number, "depart", 1, MOST_PUPILS, problems)
        came = _whole(row[2], PASSAGES, number, "arrivee", 0, MOST_PUPILS, problems)
        if level in FEEDER and left is not None and came is not None:
            found.setdefault(level, []).append((left, came))
    return found


def _whole(
    cell: str, sheet: str, row: int, column: str, low: int, high: int, problems: list[Problem]
) -> int | None:
    """A whole number as a spreadsheet may show it: ``1 020``, ``24,0``."""
    text = cell.strip().replace("\u202f", "").replace("\xa0", "").replace(" ", "")
    text = text.removesuffix(",0").removesuffix(".0")
    if not text and column in LEVELS:
        return 0
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
    if number is None or not low <= number <= high:
        facts = {"low": str(low), "high": str(high)}
        problems.append(_problem("counts_whole", sheet, row, column, cell, facts))
        return None
    return number


def _problem(
    code: str,
    sheet: str,
    row: int,
    column: str,
    value: str,
    facts: Mapping[str, object] | None = None,
) -> Problem:
    return Problem(code, sheet=sheet, row=row + 2, column=column, value=value, facts=facts or {})
