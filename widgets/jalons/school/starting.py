"""A first school out of very little: zone, year, names of classes, one weekly slot.

What a search needs beside is made up — people in the roles of the sessions, rooms, two groups for
each final-year class — under names that say what to put there. Nothing official is invented: no
placement, no council, no date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jalons.school.tidy import level_of

OWN_ROLES = ("professeur_principal", "professeur")  # one person a class; other roles are shared
GROUPED = ("insertion", "poursuite")


@dataclass(frozen=True)
class Start:
    """What somebody gives to begin with.

    Parameters
    ----------
    name, zone, year : str
        Of the school.
    classes : tuple of str
        Names that tell their level, like ``TMELEC`` or ``1CAP PSR``.
    weekday, start, end : str
        One weekly slot, for every class: ``jeudi``, ``14:00``, ``15:30``.
    size : int
        Pupils in each class.
    """

    name: str
    zone: str
    year: str
    classes: tuple[str, ...]
    weekday: str = "jeudi"
    start: str = "14:00"
    end: str = "15:30"
    size: int = 24


def class_names(text: str) -> tuple[str, ...]:
    """The names in a text, separated by commas, semicolons or line breaks, each once.

    Examples
    --------
    >>> class_names("TMELEC, 1MELEC; TMELEC ,")
    ('TMELEC', '1MELEC')
    """
    return tuple(dict.fromkeys(filter(None, map(str.strip, re.split(r"[,;\n]", text)))))


def first_tables(
    start: Start,
    library: Iterable[Mapping[str, str]],
    called: Callable[[str, str], str],
) -> dict[str, list[tuple[str, ...]]]:
    """The tables of a first school.

    Parameters
    ----------
    library : iterable of mappings
        The sessions it will plan; they say which roles and rooms are needed.
    called : callable
        ``called(code, class)`` names what is made up: a role, a kind of place or a group.
    """
    levels = {name: level_of(name) for name in start.classes}
    sessions = [row for row in library if set(row["niveaux"].split("|")) & set(levels.values())]
    roles = dict.fromkeys(role for row in sessions for role in row["roles"].split("+") if role)
    kinds = dict.fromkeys(row["lieu_type"] for row in sessions if row["lieu_type"])
    own = [role for role in OWN_ROLES if role in roles]
    people = [(called(role, name), role, name) for name in start.classes for role in own]
    shared = [(called(role, ""), role) for role in roles if role not in own]
    final = [name for name, level in levels.items() if level == "TPRO"]
    size, half = str(start.size), str((start.size + 1) // 2)
    return {
        "etablissement": [(start.name, start.zone, start.year)],
        "classes": [
            (name, level, "", "", size, "hebdomadaire", "") for name, level in levels.items()
        ],
        "groupes": [(called(g, name), name, g, half) for name in final for g in GROUPED],
        "creneaux": [
            (name, start.weekday, start.start, start.end, "toutes", "", "") for name in levels
        ],
        "semaines": [],
        "pfmp": [],
        "personnes": [*((person, role) for person, role, _ in people), *shared],
        "disponibilites": [],
        "equipe": [(person, name) for person, _, name in people],
        "lieux": [
            (called(kind, name), kind, str(max(30, start.size)))
            for kind in kinds
            # Classes work at the same time: each needs its own ordinary room.
            for name in (start.classes if kind == "salle" else ("",))
        ],
        "seances": [],
        "evenements": [],
        "conseils": [],
    }
