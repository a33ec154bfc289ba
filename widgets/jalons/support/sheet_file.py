"""The sheet that a pupil made in *Explorer*: the options they kept, and what they wish for now.

Reads a small JSON file; what it says about who the pupil is, nobody reads.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from jalons.problems import InputError, Problem
from jalons.support.domain import WISHES

NAME, VERSION = "jalons-fiche", 1
MOST_OPTIONS, MOST_TEXT = 20, 120


class SheetFileError(InputError):
    """The file is no pupil's sheet."""


@dataclass(frozen=True, slots=True)
class PupilSheet:
    """Labels of the options kept; ``wish`` is one of :data:`WISHES`, or empty."""

    options: tuple[str, ...]
    wish: str = ""


def read_sheet(content: bytes, file: str = "") -> PupilSheet:
    """Read a sheet.

    Raises
    ------
    SheetFileError
        It is something else, or of a newer form.
    """
    try:
        given = json.loads(content)
        if given["format"] != NAME:
            raise ValueError(NAME)
        newer = int(given["version"]) > VERSION
        labels = [str(option["label"]) for option in given.get("options", ())]
        wish = str(given.get("souhait") or "")
        if wish and wish not in WISHES:
            raise ValueError("souhait")
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SheetFileError((Problem("not_a_sheet", file=file),)) from None
    if newer:
        raise SheetFileError((Problem("newer_class", file=file),))
    kept = dict.fromkeys(" ".join(label.replace("|", "/").split())[:MOST_TEXT] for label in labels)
    return PupilSheet(tuple(label for label in kept if label)[:MOST_OPTIONS], wish)
