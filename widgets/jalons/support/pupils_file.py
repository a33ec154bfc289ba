"""The pupils of a list, from a file or pasted, each under a code.

Names come out apart from pupils: who reads the list decides whether they are kept. How the list
looks is :mod:`~jalons.support.pupils_table`'s business.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, ClassVar

from jalons.problems import Problem
from jalons.school import fields
from jalons.school.problems import SchoolFileError
from jalons.school.reader import read_table
from jalons.school.tables import FreeText, OptionalDay, Row, Text, cell
from jalons.support.domain import Positioning, Pupil
from jalons.support.pupils_table import PupilTable, table_of_file, table_of_text

Level = Annotated[int | None, cell(fields.optional(fields.whole(1, 4)))]


class PupilRow(Row):
    """One pupil: a code that says nothing to others, or the name itself where one likes."""

    private: ClassVar[tuple[str, ...]] = ("eleve", "nom", "naissance")
    eleve: Text
    nom: FreeText
    naissance: OptionalDay
    specialite: FreeText
    francais: Level
    mathematiques: Level


@dataclass(frozen=True, slots=True)
class PupilList:
    """The pupils of a list, names by code, and what was passed over in reading.

    ``by_name``: the list has no codes, pupils stand under their names.
    """

    pupils: tuple[Pupil, ...]
    names: Mapping[str, str]
    notices: tuple[Problem, ...] = ()
    by_name: bool = False


def read_pupils(file: str, contents: bytes) -> PupilList:
    """Read a CSV file or a workbook.

    Raises
    ------
    SchoolFileError
        With everything that is wrong in it; no message repeats a name.
    """
    return _read(table_of_file(file, contents))


def pasted(text: str) -> PupilList:
    """Read what was pasted: rows of a spreadsheet with their titles, or one code or name a line.

    Raises
    ------
    SchoolFileError
        As :func:`read_pupils`, or nothing was pasted.
    """
    return _read(table_of_text(text))


def _read(table: PupilTable) -> PupilList:
    rows, problems = read_table(table.sheet, PupilRow)
    notices = list(table.notices)
    seen: set[tuple[str, date | None]] = set()
    pupils: list[Pupil] = []
    names: dict[str, str] = {}
    for row in rows:
        v: PupilRow = row.value
        who = (v.eleve, v.naissance if table.by_name else None)  # namesakes are born apart
        if who in seen:
            found = row.problem("twice_pupil" if not table.by_name else "twice_name", "eleve")
            (notices if table.by_name else problems).append(found)
            continue
        seen.add(who)
        levels = Positioning(v.francais, v.mathematiques)
        pupils.append(Pupil(v.eleve, v.naissance, v.specialite, positioning=levels))
        if v.nom:
            names[v.eleve] = v.nom
    if problems:
        raise SchoolFileError(tuple(sorted(problems, key=lambda p: p.row or 0)))
    words = sum(p.code.isalpha() and len(p.code) > 2 for p in pupils)
    if words and not table.by_name:
        notices.append(Problem("codes_are_words", file=table.sheet.file, facts={"count": words}))
    return PupilList(tuple(pupils), names, tuple(notices), table.by_name)


def looks_like_a_name(code: str) -> bool:
    """Two words or more that begin with a letter.

    Examples
    --------
    >>> looks_like_a_name("E01"), looks_like_a_name("Zora D.")
    (False, True)
    """
    return sum(word[:1].isalpha() for word in code.split()) > 1


def same_pupils(found: PupilList, nameless: Mapping[str, date]) -> dict[date, str]:
    """Who of a class without names is on a list again: by a day of birth that only one has.

    Where fewer than half of the list are found so, it is another list: nobody is.

    Parameters
    ----------
    nameless : mapping
        Code → birth of the pupils whose names are not kept.

    Returns
    -------
    dict
        Birth → code.
    """
    listed = Counter(pupil.born for pupil in found.pupils)
    known = Counter(nameless.values())
    same = {day: code for code, day in nameless.items() if listed[day] == known[day] == 1}
    return same if 2 * len(same) >= len(found.pupils) else {}


def coded(
    found: PupilList,
    taken: Collection[str],
    names: Mapping[str, str],
    born: Mapping[date, str] | None = None,
) -> PupilList:
    """Give a code to each pupil whom the list calls by name.

    Parameters
    ----------
    taken : collection of str
        Codes that are somebody's already.
    names : mapping
        Code → name of those who are known: they keep their code, namesakes in their order.
    born : mapping, optional
        Birth → code of those who are known without a name (:func:`same_pupils`).
    """
    again = born or {}
    of_name: dict[str, list[str]] = defaultdict(list)
    for code, name in names.items():
        of_name[name].append(code)
    free = (f"E{n:02}" for n in range(1, len(found.pupils) + len(taken) + 1))
    used = {*taken, *(pupil.code for pupil in found.pupils)}
    pupils, called = [], dict(found.names)
    for pupil in found.pupils:
        code = pupil.code
        if found.by_name or looks_like_a_name(code):
            called.pop(code, None)
            known = of_name[pupil.code]
            if known:
                code = known.pop(0)
            elif pupil.born and pupil.born in again:
                code = again[pupil.born]
            else:
                code = next(c for c in free if c not in used)
            used.add(code)
            called[code] = pupil.code
        pupils.append(replace(pupil, code=code))
    return replace(found, pupils=tuple(pupils), names=called)
