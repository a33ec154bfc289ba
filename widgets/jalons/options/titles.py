"""Which diplomas of today a title of an official file stands for.

A file goes by the titles of its year: ``figure_names.csv`` says which diploma in force an older
one stands for, and a first year shared by several options counts for each. Guesses nothing: a
title that is nowhere stands for no diploma, and whoever asked tells it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jalons.options.catalogue import Catalogue, plain
from jalons.resources import DATASETS
from jalons.schoolyear.tables import read_rows

NAMES = ("fichier", "type", "libelle", "vers")


class Titles:
    """The titles of one kind of file.

    Parameters
    ----------
    catalogue : Catalogue
    file : {"parcoursup", "inserjeunes"}
        Where both files of ``figure_names.csv`` know a title, what this one means by it counts.
    """

    def __init__(self, catalogue: Catalogue, file: str) -> None:
        self._catalogue, self._older = catalogue, _older_names(file)
        self._codes: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for training in catalogue.trainings.values():
            now = catalogue.current(training)
            self._codes[training.type, plain(training.title)][now.code] = None

    def codes(self, types: Iterable[str], title: str) -> tuple[str, ...]:
        """Codes of the diplomas in force that a title stands for; often one, sometimes none."""
        asked = plain(title)
        for kind in types:
            if names := self._older.get((kind, asked)):
                found = (t.code for name in names for t in self._catalogue.find(name, (kind,)))
                return tuple(dict.fromkeys(found))
            if same := self._codes.get((kind, asked)):
                return tuple(same)
        return ()


@cache
def _older_names(
    file: str, table: Path = DATASETS / "figure_names.csv"
) -> dict[tuple[str, str], list[str]]:
    rows = sorted(read_rows(table, NAMES), key=lambda row: row.cells["fichier"] == file)
    return {
        (row.text("type"), plain(row.text("libelle"))): row.text("vers").split("|") for row in rows
    }
