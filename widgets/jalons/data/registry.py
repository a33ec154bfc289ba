"""The official open-data files the kit can use: where each lies, which columns it must have.

Reads ``datasets/open_data.csv`` and ``open_data_columns.csv``: a new file, or a column that the
producer renamed, is a row there and no code. Knows no file on disk and no network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jalons.resources import DATASETS
from jalons.schoolyear.tables import Row, read_rows

FILES = ("code", "titre", "editeur", "page", "adresse", "format", "licence", "usage", "usage_en")
COLUMNS = ("jeu", "colonne", "autres_noms", "type", "obligatoire", "vide_admis")
DATED = ("source", "lu_le", "statut")
TYPES = ("texte", "uai", "annee", "periode", "entier", "nombre", "taux", "oui/non")


@dataclass(frozen=True)
class Column:
    """One column of an official file.

    Parameters
    ----------
    code : str
        Its name in an export with codes.
    names : tuple of str
        Its other names (labels, older codes), the preferred first.
    type : str
        One of ``TYPES``: ``periode`` is text with a year in it (``cumul 2023-2024``), ``taux`` a
        percentage from 0 to 100, ``uai`` the eight signs of a school.
    required, blank : bool
        Whether the file must have it; whether a cell may be empty.
    """

    code: str
    names: tuple[str, ...]
    type: str
    required: bool
    blank: bool


@dataclass(frozen=True)
class DataSet:
    """One official file: ``address`` gives it, ``page`` is for people, ``uses`` by language."""

    code: str
    title: str
    producer: str
    page: str
    address: str
    format: str
    licence: str
    uses: Mapping[str, str]
    status: str
    columns: tuple[Column, ...]

    @property
    def file(self) -> str:
        """Name of the file in the person's data folder."""
        return f"{self.code}.{self.format}"


@cache
def load(folder: Path = DATASETS) -> dict[str, DataSet]:
    """Every file the kit knows, by its short code, in the order of the table.

    Raises
    ------
    TableError
        A row is malformed, or a column belongs to no file of the table.
    """
    files = tuple(read_rows(folder / "open_data.csv", FILES + DATED))
    columns: dict[str, list[Column]] = {row.text("code"): [] for row in files}
    for row in read_rows(folder / "open_data_columns.csv", COLUMNS + DATED):
        if row.cells["jeu"] not in columns:
            row.refuse("jeu", "un code de open_data.csv")
        row.status()
        columns[row.cells["jeu"]].append(_column(row))
    return {row.cells["code"]: _file(row, tuple(columns[row.cells["code"]])) for row in files}


def _column(row: Row) -> Column:
    if row.text("type") not in TYPES:
        row.refuse("type", ", ".join(TYPES))
    names = tuple(name for name in row.cells["autres_noms"].split("|") if name)
    required, blank = (_yes(row, name) for name in ("obligatoire", "vide_admis"))
    return Column(row.text("colonne"), names, row.text("type"), required, blank)


def _yes(row: Row, column: str) -> bool:
    if row.cells[column] not in ("oui", "non"):
        row.refuse(column, "oui ou non")
    return row.cells[column] == "oui"


def _file(row: Row, columns: tuple[Column, ...]) -> DataSet:
    if row.text("format") != "csv":
        row.refuse("format", "csv")
    return DataSet(
        code=row.text("code"),
        title=row.text("titre"),
        producer=row.text("editeur"),
        page=row.text("page"),
        address=row.text("adresse"),
        format=row.text("format"),
        licence=row.text("licence"),
        uses={"fr": row.text("usage"), "en": row.text("usage_en")},
        status=row.status(),
        columns=columns,
    )
