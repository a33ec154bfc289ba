"""What the kit knows of a school by itself: facts for the questions, values for the indicators.

Codes, values and where they come from; the words are elsewhere. Who finds them out is not known
here: a state is given a function of the school year (see :mod:`jalons.bridges`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

PLAN, CLASSES, MODEL = "plan", "classes", "model"
# Which page tells what: it says where to go for a fact that is missing.
TOLD_BY = {
    **dict.fromkeys(
        ("recommendations", "changes", "councils", "dialogue", "immersions", "consolidation",
         "transition", "opinions"),
        CLASSES,
    ),
    **dict.fromkeys(("continuation", "dropout"), MODEL),
}  # fmt: skip
# Facts that the school's own figures tell better than any model.
MEASURED = {
    "continuation": ("poursuite_cap", "poursuite_bac_pro", "emploi_cap", "emploi_bac_pro"),
    "dropout": ("decrocheurs", "decrochage_bts"),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something comes from: a page of the kit, what it had open, and when that was saved.

    Parameters
    ----------
    page : str
        :data:`PLAN`, :data:`CLASSES` or :data:`MODEL`.
    detail : str
        The school, the classes; for a model, whose pupils (a code).
    example : bool
        It is about the invented example school.
    """

    page: str
    detail: str = ""
    on: date | None = None
    example: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """The values a sentence needs, and where they come from."""

    values: Mapping[str, Any]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Value:
    """A value in an indicator's unit, and where it comes from."""

    value: float
    origin: Origin


@dataclass(frozen=True)
class Known:
    """All that is known for a school year.

    Parameters
    ----------
    facts : mapping
        Code (see ``Question.known``) → fact.
    values : mapping
        Indicator → value that was counted.
    simulated : mapping
        Indicator of *Simuler* → value of its model: an order of magnitude, nobody counted it.
    academy : str
        Of the school, where another page knows it.
    school : str
        Its name, likewise.
    """

    facts: Mapping[str, Fact] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    simulated: Mapping[str, Value] = field(default_factory=dict)
    academy: str = ""
    school: str = ""


Knows = Callable[[str], Known]  # school year → what is known


def told_by(code: str) -> str:
    """The page that tells a fact."""
    return TOLD_BY.get(code, PLAN)
