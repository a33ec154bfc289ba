"""A school as its file describes it: who, where, when, which sessions.

One frozen class per table of the school file, in the school's own grain; nothing here is
computed, read or worded. Times are wall-clock times in the school's time zone, durations are
minutes. What is stored is a code (``"TPRO"``, ``"lundi"``); the words belong to the views.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property

LEVELS = ("2PRO", "1PRO", "TPRO", "CAP1", "CAP2", "CAP1AN")
ORGANISATIONS = ("hebdomadaire", "quinzaine", "globalise", "modules")
PURPOSES = ("insertion", "poursuite", "besoin")
COMMON = "commun"
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
EVERY_WEEK = "toutes"
PARITIES = ("A", "B")
ROLES = (
    "professeur",
    "professeur_principal",
    "psyen",
    "cpe",
    "documentaliste",
    "france_travail",
    "mission_locale",
    "partenaire",
    "ancien_eleve",
)
PLACE_TYPES = ("salle", "salle_info", "cdi", "tiers_lieu")
PERIODS = ("T1", "T2", "T3", "S1", "S2")
# The personalised path counts "the councils of terms 1 and 2, or of semester 1" (Éduscol, December
# 2025): a school in semesters has its S1 council where a session names T1 or T2, and the reverse.
COUNCIL_INSTEAD = {"T1": "S1", "T2": "S1", "S1": "T2"}
MILESTONES = (
    "rentree",
    "conseil_T1",
    "conseil_T2",
    "conseil_S1",
    "voeux_fin",
    "confirmation_fin",
    "fin_annee",
)


@dataclass(frozen=True, slots=True)
class SchoolClass:
    """A class of pupils. ``target_hours`` is None where regulation decides."""

    name: str
    level: str
    diploma: str
    speciality: str
    size: int
    organisation: str
    target_hours: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a class that works apart, for one purpose."""

    name: str
    class_name: str
    purpose: str
    size: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A weekly time of a class; ``weeks`` is ``"toutes"``, ``"A"`` or ``"B"``."""

    class_name: str
    weekday: str
    start: time
    end: time
    weeks: str = EVERY_WEEK
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """A period of training in a company (PFMP), both days included."""

    class_name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in one role; who has two roles has two rows of the same name."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Availability:
    """A time at which a person can come. No weekday: every day; no times: all day."""

    person: str
    weekday: str | None = None
    start: time | None = None
    end: time | None = None
    weeks: str = EVERY_WEEK
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class TeamMember:
    """A person works with this class. A person without any such row works with every class."""

    person: str
    class_name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A room, or a place outside the school. ``capacity`` in pupils."""

    name: str
    kind: str
    capacity: int


@dataclass(frozen=True, slots=True)
class Session:
    """One session to place: for whom, how long, with whom, where, when at the earliest and latest.

    ``earliest`` and ``latest`` are a day or the code of a milestone; the day itself is included.
    ``duration_min`` is that of one part. ``classes`` empty means every class of ``levels``.
    """

    id: str
    title: str
    theme: str
    levels: tuple[str, ...]
    purpose: str
    parts: int
    duration_min: int
    roles: tuple[str, ...] = ()
    place_kind: str | None = None
    earliest: date | str | None = None
    latest: date | str | None = None
    after: tuple[str, ...] = ()
    mandatory: bool = True
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happens; ``blocks`` takes the days away. No class: the whole school."""

    name: str
    first: date
    last: date
    classes: tuple[str, ...] = ()
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Council:
    """A class council (conseil de classe)."""

    class_name: str
    period: str
    day: date


@dataclass(frozen=True)
class School:
    """Everything one school file says, checked: every name that is used exists."""

    name: str
    zone: str
    year: str
    classes: tuple[SchoolClass, ...] = ()
    groups: tuple[Group, ...] = ()
    slots: tuple[Slot, ...] = ()
    parities: Mapping[date, str] = field(default_factory=dict)
    placements: tuple[Placement, ...] = ()
    people: tuple[Person, ...] = ()
    availabilities: tuple[Availability, ...] = ()
    team: tuple[TeamMember, ...] = ()
    places: tuple[Place, ...] = ()
    sessions: tuple[Session, ...] = ()
    events: tuple[Event, ...] = ()
    councils: tuple[Council, ...] = ()

    @cached_property
    def class_by_name(self) -> dict[str, SchoolClass]:
        return {c.name: c for c in self.classes}

    @cached_property
    def group_by_name(self) -> dict[str, Group]:
        return {g.name: g for g in self.groups}

    @cached_property
    def session_by_id(self) -> dict[str, Session]:
        return {s.id: s for s in self.sessions}

    @cached_property
    def place_by_name(self) -> dict[str, Place]:
        return {p.name: p for p in self.places}

    @cached_property
    def roles_of(self) -> dict[str, frozenset[str]]:
        """Person → the roles that person can take."""
        roles: dict[str, set[str]] = {}
        for person in self.people:
            roles.setdefault(person.name, set()).add(person.role)
        return {name: frozenset(held) for name, held in roles.items()}

    @cached_property
    def classes_of(self) -> dict[str, frozenset[str]]:
        """Person → the classes they work with; a person not in it works with every class."""
        classes: dict[str, set[str]] = {}
        for member in self.team:
            classes.setdefault(member.person, set()).add(member.class_name)
        return {name: frozenset(held) for name, held in classes.items()}

    def groups_of(self, class_name: str, purpose: str | None = None) -> tuple[Group, ...]:
        return tuple(
            g for g in self.groups if g.class_name == class_name and purpose in (None, g.purpose)
        )
