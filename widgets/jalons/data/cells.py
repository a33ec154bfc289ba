"""Cells of official files: text in, value out. An empty cell is never zero."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from jalons.data.registry import Column

MOST_PERSONS = 1_000_000
YEAR = r"\b(?:19|20)\d\d\b"
TEXTS = ("texte", "uai", "periode")


class CellError(ValueError):
    """A cell that is not what its column holds; ``code`` is that of the problem."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def value_of(column: Column, text: str) -> Any:
    """The value of a cell, from its text without surrounding blanks.

    Raises
    ------
    CellError
        It is empty and may not be, or is not of the type of its column.
    """
    if not text and not column.blank:
        raise CellError("data_blank")
    if not text:
        return "" if column.type in TEXTS else None
    code, parse = PARSERS[column.type]
    try:
        return parse(text)
    except ValueError:
        raise CellError(code) from None


def last_year(period: str) -> int:
    """The last year that a text names: 2024 of ``cumul 2023-2024``."""
    return int(re.findall(YEAR, period)[-1])


def _uai(value: str) -> str:
    if not re.fullmatch(r"\d{7}[A-Z]", value.upper()):
        raise ValueError
    return value.upper()


def _year(value: str) -> int:
    match = re.fullmatch(r"((?:19|20)\d\d)(?:\.0|\s*[-/]\s*(?:20)?\d\d|-\d\d-\d\d(?:T.*)?)?", value)
    if not match:
        raise ValueError
    return int(match[1])


def _period(value: str) -> str:
    if not re.search(YEAR, value):
        raise ValueError
    return value


def _whole(value: str) -> int:
    match = re.fullmatch(r"(\d{1,9})(?:[.,]0+)?", re.sub(r"\s", "", value), re.ASCII)
    if not match or int(match[1]) > MOST_PERSONS:
        raise ValueError
    return int(match[1])


def _number(value: str) -> float:
    if not re.fullmatch(r"-?\d+(?:[.,]\d+)?", value, re.ASCII):
        raise ValueError
    return float(value.replace(",", "."))


def _rate(value: str) -> float:
    if not 0 <= (rate := _number(value.removesuffix("%").strip())) <= 100:
        raise ValueError
    return rate


def _yes_no(value: str) -> bool:
    known = {"1": True, "0": False, "oui": True, "non": False, "true": True, "false": False}
    if (word := value.casefold()) not in known:
        raise ValueError
    return known[word]


PARSERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "texte": ("data_not_text", str),
    "uai": ("data_not_uai", _uai),
    "annee": ("data_not_year", _year),
    "periode": ("data_not_year", _period),
    "entier": ("data_not_whole", _whole),
    "nombre": ("data_not_number", _number),
    "taux": ("data_not_rate", _rate),
    "oui/non": ("data_not_yes_no", _yes_no),
}
"""Type of a column → code of its problem, and what makes a value of a text."""
