"""The sheet that a pupil made in *Explorer*: the options they kept, and what they wish for now.

Reads a small JSON file; what it says about who the pupil is, nobody reads.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from jalons.problems import InputError, Problem
from jalons.support.domain import INSERTION, POURSUITE, WISHES

NAME, VERSION = "jalons-fiche", 1
MOST_OPTIONS, MOST_TEXT = 20, 120
TO_WORK = ("EMPLOI", "AMBITION_EMPLOI")  # kinds of options that lead to a job, not to a diploma


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
        options = list(given.get("options", ()))
        wished = given.get("souhait") or ""
        if isinstance(wished, dict):  # one of the options, that the pupil likes best
            options.insert(0, wished)
            wished = INSERTION if wished["kind"] in TO_WORK else POURSUITE
        if wished and wished not in WISHES:
            raise ValueError("souhait")
        labels = [str(option["label"]) for option in options]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SheetFileError((Problem("not_a_sheet", file=file),)) from None
    if newer:
        raise SheetFileError((Problem("newer_class", file=file),))
    kept = dict.fromkeys(" ".join(label.replace("|", "/").split())[:MOST_TEXT] for label in labels)
    return PupilSheet(tuple(label for label in kept if label)[:MOST_OPTIONS], wished)
