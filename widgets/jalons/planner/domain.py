"""A plan: which session of which pupils is when, with whom and where; what is left out and why.

Frozen values only. What a plan may hold is said by ``rules``, how it is written by ``codec``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, ClassVar

from jalons.school.domain import COMMON, School, SchoolClass, Session


@dataclass(frozen=True, slots=True, order=True)
class Task:
    """One part of a session for one target: a whole class (``group`` is None) or one group."""

    session: str
    part: int
    class_name: str
    group: str | None = None

    @property
    def target(self) -> tuple[str, str | None]:
        return self.class_name, self.group

    def shares_pupils(self, other: Task) -> bool:
        """A class shares its pupils with all its groups; two groups are apart."""
        return self.class_name == other.class_name and (
            self.group == other.group or self.group is None or other.group is None
        )


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task at its place in the year. ``place`` is None where no room is booked."""

    task: Task
    day: date
    start: time
    end: time
    staff: tuple[str, ...] = ()
    place: str | None = None

    def overlaps(self, other: Assignment) -> bool:
        return self.day == other.day and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is not possible: the code of a rule, and the facts a sentence needs."""

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A task the plan leaves out, why, and what would help (each way out was tried)."""

    task: Task
    mandatory: bool
    reasons: tuple[Reason, ...] = ()
    ways_out: tuple[Reason, ...] = ()

    @property
    def verified(self) -> bool:
        """Was each reason verified by solving again, or somebody's own choice?"""
        return bool(self.reasons) and all(
            reason.facts.get("verified") or reason.code == "taken_out" for reason in self.reasons
        )


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of a class in the plan beside its target; no target: None."""

    class_name: str
    planned_h: float
    target_h: float | None


@dataclass(frozen=True, slots=True)
class SolverInfo:
    """How a plan was found. ``objective`` and ``bound`` are costs: lower is better."""

    STATUSES: ClassVar = ("optimal", "feasible", "partial", "infeasible")

    status: str
    objective: float
    bound: float
    wall_s: float
    seed: int


@dataclass(frozen=True)
class Plan:
    """A school's year. ``pinned`` tasks are agreed: a new search leaves them where they are."""

    school: str
    year: str
    assignments: tuple[Assignment, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    hours: tuple[Hours, ...] = ()
    solver: SolverInfo | None = None
    pinned: frozenset[Task] = frozenset()


def classes_for(school: School, session: Session) -> tuple[SchoolClass, ...]:
    """The classes a session is for: those of its levels, or the named ones among them."""
    return tuple(
        c
        for c in school.classes
        if c.level in session.levels and (not session.classes or c.name in session.classes)
    )


def tasks_of(school: School, session: Session) -> tuple[Task, ...]:
    """Everything to place for one session, class by class, group by group, part by part."""
    tasks = []
    for school_class in classes_for(school, session):
        groups: tuple[str | None, ...] = (None,)
        if session.purpose != COMMON:
            groups = tuple(g.name for g in school.groups_of(school_class.name, session.purpose))
        tasks += [
            Task(session.id, part, school_class.name, group)
            for group in groups
            for part in range(1, session.parts + 1)
        ]
    return tuple(tasks)


def all_tasks(school: School) -> tuple[Task, ...]:
    return tuple(task for session in school.sessions for task in tasks_of(school, session))
