"""The list of a class, from a file or pasted: ``eleve``, and if one likes ``nom``, ``naissance`` …

Names come out apart from pupils: who reads the list decides whether they are kept.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from jalons.problems import Problem
from jalons.school import fields
from jalons.school.check import Located
from jalons.school.problems import SchoolFileError
from jalons.school.reader import read_rows
from jalons.school.tables import FreeText, OptionalDay, Row, Text, cell
from jalons.support.domain import Positioning, Pupil

TABLE = "eleves"
Level = Annotated[int | None, cell(fields.optional(fields.whole(1, 4)))]


class PupilRow(Row):
    """One pupil: a code that says nothing to others, or the name itself where one likes."""

    optional: ClassVar[tuple[str, ...]] = (
        "nom", "naissance", "specialite", "francais", "mathematiques",
    )  # fmt: skip
    key: ClassVar[tuple[str, ...]] = ("eleve",)
    private: ClassVar[tuple[str, ...]] = ("eleve", "nom", "naissance")
    eleve: Text
    nom: FreeText
    naissance: OptionalDay
    specialite: FreeText
    francais: Level
    mathematiques: Level


@dataclass(frozen=True, slots=True)
class PupilList:
    """The pupils of a list, names by code, and what was passed over in reading."""

    pupils: tuple[Pupil, ...]
    names: Mapping[str, str]
    notices: tuple[Problem, ...] = ()


def read_pupils(file: str, contents: bytes) -> PupilList:
    """Read a CSV file, or a workbook with a sheet ``eleves``.

    Raises
    ------
    SchoolFileError
        With everything that is wrong in it; no message repeats a name.
    """
    seen: set[str] = set()

    def twice(row: Located[PupilRow]) -> Iterator[Problem]:
        if row.value.eleve in seen:
            yield row.problem("twice_pupil", "eleve")
        seen.add(row.value.eleve)

    rows, notices = read_rows(file, contents, TABLE, PupilRow, twice)
    values: list[PupilRow] = [row.value for row in rows]
    return PupilList(
        tuple(
            Pupil(
                v.eleve,
                v.naissance,
                v.specialite,
                positioning=Positioning(v.francais, v.mathematiques),
            )
            for v in values
        ),
        {v.eleve: v.nom for v in values if v.nom},
        notices,
    )


def pasted(text: str) -> PupilList:
    """Read what was pasted: rows of a spreadsheet with their titles, or one code a line.

    Raises
    ------
    SchoolFileError
        As :func:`read_pupils`, or nothing was pasted.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise SchoolFileError((Problem("nothing_pasted"),))
    titles = [fields.plain(cell) for cell in lines[0].split("\t")]
    rows = [line.split("\t") for line in lines]
    if "eleve" not in titles:  # a bare list: codes, and perhaps names beside them
        width = max(map(len, rows))
        rows = [["eleve", "nom", "naissance"][:width], *rows]
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    return read_pupils("collage.csv", out.getvalue().encode())
