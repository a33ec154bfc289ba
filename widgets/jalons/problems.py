"""What is wrong with something a person gave us, as data: where, which value, what was expected.

A problem carries a code and facts; :meth:`Problem.sentence` asks the translator for the words.
Every reader raises an :class:`InputError`, so that the command line and the pages answer all of
them in one way. Knows no table and reads no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from jalons.i18n import Translator

MOST_SHOWN = 300


@dataclass(frozen=True)
class Problem:
    """One thing to mend, or (in a list of notices) one thing to know.

    ``row`` counts as a spreadsheet does: the header is row 1.
    """

    code: str
    file: str = ""
    sheet: str = ""
    row: int | None = None
    column: str | None = None
    value: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)

    def where(self, t: Translator) -> str:
        """The place in words: file, sheet, row, column, value; what is unknown is left out."""
        parts = [self.file]
        if self.sheet:
            parts.append(t("place-sheet", sheet=self.sheet))
        if self.row is not None:
            parts.append(t("place-row", row=str(self.row)))
        if self.column is not None:
            parts.append(t("place-column", column=self.column))
        if self.value is not None:
            parts.append(t("place-value", value=shortened(self.value)))
        return ", ".join(part for part in parts if part)

    def message(self, t: Translator) -> str:
        # What the school year refuses has its words there, under "error-…".
        key = self.code.replace("_", "-")
        return t(key if key.startswith("error-") else f"problem-{key}", **self.facts)

    def sentence(self, t: Translator) -> str:
        where = self.where(t)
        return f"{where}{t('colon')}{self.message(t)}" if where else self.message(t)

    def as_json(self, t: Translator) -> dict[str, Any]:
        return {
            "code": self.code,
            "file": self.file,
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "value": self.value,
            "expected": self.facts.get("expected"),
            "message": self.message(t),
        }


def shortened(value: str, length: int = 60) -> str:
    """A value as it is shown in a sentence: one line, not endless."""
    flat = " ".join(value.split())
    return flat if len(flat) <= length else f"{flat[: length - 1]}…"


@runtime_checkable
class Worded(Protocol):
    """An error that says itself in the reader's language."""

    def sentence(self, t: Translator) -> str: ...


class InputError(ValueError):
    """What was given cannot be used. ``problems`` holds everything that is wrong with it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__(self.text(Translator("fr")))

    def text(self, t: Translator) -> str:
        """All problems, one a line (beyond 300, their number)."""
        lines = [problem.sentence(t) for problem in self.problems[:MOST_SHOWN]]
        if more := len(self.problems) - MOST_SHOWN:
            lines += [t("problems-more", count=more)] if more > 0 else []
        return "\n".join(lines)

    def sentence(self, t: Translator) -> str:
        return self.text(t)
