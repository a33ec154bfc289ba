"""The list of a class, from a file or pasted: ``eleve``, and if one likes ``nom``, ``naissance`` …

Names come out apart from pupils: who reads the list decides whether they are kept.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
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


def looks_like_a_name(code: str) -> bool:
    """Two words or more that begin with a letter.

    Examples
    --------
    >>> looks_like_a_name("E01"), looks_like_a_name("Zora D.")
    (False, True)
    """
    return sum(word[:1].isalpha() for word in code.split()) > 1


def coded(found: PupilList, taken: Collection[str], names: Mapping[str, str]) -> PupilList:
    """Give a code to each pupil whom the list calls by name.

    Parameters
    ----------
    taken : collection of str
        Codes that are somebody's already.
    names : mapping
        Code → name of those who are known: they keep their code.
    """
    of_name = {name: code for code, name in names.items()}
    free = (f"E{n:02}" for n in range(1, len(found.pupils) + len(taken) + 1))
    used = {*taken, *(pupil.code for pupil in found.pupils)}
    pupils, called = [], dict(found.names)
    for pupil in found.pupils:
        code = pupil.code
        if looks_like_a_name(code):
            called.pop(code, None)
            code = of_name.get(pupil.code) or next(c for c in free if c not in used)
            used.add(code)
            called[code] = pupil.code
        pupils.append(replace(pupil, code=code))
    return replace(found, pupils=tuple(pupils), names=called)
