"""A school → the rows of its tables, as :mod:`~jalons.school.tables` reads them.

The inverse of each row's ``to_domain``. Values stay what they are (days, times, numbers); how they
look in a file is the business of who writes one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jalons.school.domain import School

Cells = tuple[Any, ...]


def rows_of(school: School) -> dict[str, list[Cells]]:
    """Table → its rows, cells in the order of the table's columns; nothing is ``None``."""
    return {
        "etablissement": [(school.name, school.zone, school.year)],
        "classes": _rows(
            (c.name, c.level, c.diploma, c.speciality, c.size, c.organisation, c.target_hours)
            for c in school.classes
        ),
        "groupes": _rows((g.name, g.class_name, g.purpose, g.size) for g in school.groups),
        "creneaux": _rows(
            (s.class_name, s.weekday, s.start, s.end, s.weeks, s.first, s.last)
            for s in school.slots
        ),
        "semaines": _rows(school.parities.items()),
        "pfmp": _rows((p.class_name, p.first, p.last) for p in school.placements),
        "personnes": _rows((p.name, p.role) for p in school.people),
        "disponibilites": _rows(
            (a.person, a.weekday, a.start, a.end, a.weeks, a.first, a.last)
            for a in school.availabilities
        ),
        "equipe": _rows((m.person, m.class_name) for m in school.team),
        "lieux": _rows((p.name, p.kind, p.capacity) for p in school.places),
        "seances": _rows(
            (
                s.id,
                s.title,
                s.theme,
                "|".join(s.levels),
                s.purpose,
                s.parts,
                s.duration_min,
                "+".join(s.roles),
                s.place_kind,
                s.earliest,
                s.latest,
                "|".join(s.after),
                _yes_no(s.mandatory),
                "|".join(s.classes),
            )
            for s in school.sessions
        ),
        "evenements": _rows(
            (e.name, e.first, e.last, "|".join(e.classes), _yes_no(e.blocks)) for e in school.events
        ),
        "conseils": _rows((c.class_name, c.period, c.day) for c in school.councils),
    }


def _rows(rows: Iterable[Iterable[Any]]) -> list[Cells]:
    return [tuple("" if cell is None else cell for cell in row) for row in rows]


def _yes_no(value: bool) -> str:
    return "oui" if value else "non"
