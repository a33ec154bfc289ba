"""The official files of this machine that Explorer shows something of, read once.

A file that is not here is left out; one that cannot be used is left out too, and told. Knows no
page and no network.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jalons.data.directory import read_schools
from jalons.data.official import Reading
from jalons.data.outcomes import read_outcomes
from jalons.data.parcoursup import read_offers
from jalons.data.registry import load
from jalons.data.shelf import held
from jalons.data.taught import read_taught
from jalons.options.around import Loaded, around, packed
from jalons.options.codec import Shelf
from jalons.problems import InputError, Problem

READERS: dict[str, tuple[str, Callable[[Path], Reading[Any]]]] = {
    "parcoursup": ("offers", read_offers),
    "onisep": ("taught", read_taught),
    "annuaire": ("schools", read_schools),
    "inserjeunes": ("outcomes", read_outcomes),
    "inserjeunes-cfa": ("cfa", lambda path: read_outcomes(path, "inserjeunes-cfa")),
}
"""Code of a file → where it goes in :class:`Loaded`, and what reads it."""


def read_loaded(place: Path | None = None) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read what is here, and say what is wrong with the rest."""
    found: dict[str, tuple[Any, ...]] = {}
    copied: dict[str, str] = {}
    problems: list[Problem] = []
    for code, (name, read) in READERS.items():
        item = held(load()[code], place)
        if item.fetched is None:
            continue
        try:
            found[name] = read(item.path).items
            copied[code] = item.fetched.date().isoformat()
        except InputError as error:
            problems += error.problems
    return Loaded(**found, copied=copied), tuple(problems)


def packed_around(shelf: Shelf, only: str = "") -> tuple[bytes, tuple[Problem, ...]]:
    """What the page is given of the files that are here (empty when there is none), and what is
    wrong with those that cannot be used.

    Raises
    ------
    InputError
        ``only`` is no academy and no department.
    """
    loaded, problems = read_loaded()
    if not loaded.copied:
        return b"", problems
    return packed(around(loaded, shelf.catalogue, shelf.figures, only)), problems
