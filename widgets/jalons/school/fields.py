"""How one cell of a school file is read: text in, value out, or what was expected.

Each reader takes the text of a cell, trimmed, and returns the value or raises
:class:`BadValueError` with the code of the expectation. Knows no table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from difflib import get_close_matches
from typing import Any

from jalons.school.domain import MILESTONES

MOST_TEXT = 200
SPREADSHEET_DAY_0 = date(1899, 12, 30)


class BadValueError(ValueError):
    """A cell that is not what its column expects."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


def plain(text: str) -> str:
    """Lower case without accents: what codes and headers are compared by."""
    decomposed = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def text(value: str) -> str:
    if not value:
        raise BadValueError("empty")
    return optional_text(value)


def optional_text(value: str) -> str:
    if len(value) > MOST_TEXT:
        raise BadValueError("too_long", most=MOST_TEXT)
    # Control characters, and what no file in UTF-8 or XML can hold.
    if any(unicodedata.category(char) in ("Cc", "Cs") or char in "\ufffe\uffff" for char in value):
        raise BadValueError("control_character")
    return value


def one_of(codes: Sequence[str]) -> Callable[[str], str]:
    """Reader of a code, whatever its case and accents; the nearest one is suggested."""
    by_plain = {plain(code): code for code in codes}

    def read(value: str) -> str:
        found = by_plain.get(plain(value))
        if found is None:
            near = get_close_matches(plain(value), by_plain, n=1)
            raise BadValueError(
                "not_one_of",
                expected=", ".join(codes),
                near=by_plain[near[0]] if near else "none",
            )
        return found

    return read


def many(
    read: Callable[[str], str], separator: str, *, repeats: bool = False
) -> Callable[[str], tuple[str, ...]]:
    """Reader of several values in one cell, joined by ``separator``; empty gives none."""

    def read_all(value: str) -> tuple[str, ...]:
        parts = [part.strip() for part in value.split(separator)] if value else []
        if any(not part for part in parts):
            raise BadValueError("empty_part", separator=separator)
        values = tuple(read(part) for part in parts)
        if not repeats and len(set(values)) < len(values):
            raise BadValueError("repeated_part")
        return values

    return read_all


def at_least_one(
    read: Callable[[str], tuple[str, ...]],
) -> Callable[[str], tuple[str, ...]]:
    def read_some(value: str) -> tuple[str, ...]:
        values = read(value)
        if not values:
            raise BadValueError("empty")
        return values

    return read_some


def optional(read: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda value: read(value) if value else None


def whole(least: int, most: int) -> Callable[[str], int]:
    """Reader of a whole number between two bounds, both included."""

    def read(value: str) -> int:
        if not re.fullmatch(r"-?\d{1,9}", value) or not least <= int(value) <= most:
            raise BadValueError("not_whole", least=least, most=most)
        return int(value)

    return read


def hours(value: str) -> float:
    """Hours a year, decimal point or comma, 0–400."""
    match = re.fullmatch(r"\d{1,3}(?:[.,]\d{1,4})?", value)
    if match is None or not 0 <= float(value.replace(",", ".")) <= 400:
        raise BadValueError("not_hours")
    return float(value.replace(",", "."))


def day(value: str) -> date:
    """A day, ``2026-09-01`` or ``01/09/2026``."""
    try:
        if match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", value):
            return date(int(match[3]), int(match[2]), int(match[1]))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value)
        if re.fullmatch(r"[3-6]\d{4}", value):  # a spreadsheet's day whose format was lost
            return SPREADSHEET_DAY_0 + timedelta(days=int(value))
    except ValueError:
        pass
    raise BadValueError("not_day")


def day_or_milestone(value: str) -> date | str:
    named = {plain(code): code for code in MILESTONES}.get(plain(value))
    if named is not None:
        return named
    try:
        return day(value)
    except BadValueError:
        raise BadValueError("not_bound", expected=", ".join(MILESTONES)) from None


def clock(value: str) -> time:
    """A time of day, ``14:00`` or ``14h00``."""
    if re.fullmatch(r"0\.\d+", value):  # a spreadsheet's time whose format was lost
        minute = round(float(value) * 24 * 60)
        if minute < 24 * 60 and abs(float(value) * 24 * 60 - minute) < 0.02:
            return time(minute // 60, minute % 60)
    match = re.fullmatch(r"(\d{1,2})\s*[:hH]\s*(\d{2})(?::00)?", value)
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        raise BadValueError("not_clock")
    return time(int(match[1]), int(match[2]))


def yes_no(value: str) -> bool:
    return one_of(("oui", "non"))(value) == "oui"
