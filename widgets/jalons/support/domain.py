"""A terminale class through its year: who its pupils are, what they wish, what was decided when.

Frozen values only; a change makes a new one. A pupil is a code of the school's own choosing;
a name is kept only if the school wants it, apart from everything else (``names`` of the state).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

INSERTION, POURSUITE, HESITATES = "insertion", "poursuite", "hesite"
FINALITIES = (INSERTION, POURSUITE)
WISHES = (INSERTION, POURSUITE, HESITATES)

# In the order of the year (Éduscol, « Le parcours personnalisé en terminale professionnelle »,
# December 2025): the first wish of pupil and family, what the councils recommend, the reasoned
# recommendation of the last council, the family's choice.
FIRST_WISH, REASONED, FINAL = "first_wish", "reasoned", "final"
COUNCILS = ("T1", "T2", "S1")
LAST_COUNCILS = ("T3", "S2")
STEPS = (FIRST_WISH, *COUNCILS, REASONED, FINAL)
SIGNERS = ("school", "company", "pupil", "representative")

# What a pupil does beside lessons and placements (Éduscol, same page): reinforcement of a subject,
# methods of work, a project, a meeting with those who train after the bac, a certificate that
# helps to find work (first aid at work, SST …), anything else.
REINFORCEMENT, METHODS, CERTIFICATE = "renforcement", "methodologie", "certification"
ACTIVITIES = (REINFORCEMENT, METHODS, "projet", "rencontre", CERTIFICATE, "autre")


@dataclass(frozen=True, slots=True)
class Decision:
    """What was wished, recommended or chosen at a step of :data:`STEPS`, by whom and when.

    Parameters
    ----------
    by : str
        ``"pupil"``, ``"family"``, ``"council"`` or ``"staff"`` (who wrote it down).
    reason : str
        Why; the reasoned recommendation needs one.
    """

    step: str
    finality: str
    on: date
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Positioning:
    """Where a pupil stands in French and mathematics (1 to 4, None: not assessed).

    ``skills`` are what is still to be worked on.
    """

    french: int | None = None
    mathematics: int | None = None
    skills: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for level in (self.french, self.mathematics):
            if level is not None and level not in range(1, 5):
                raise ValueError(f"a level is 1 to 4: {level!r}")


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement (convention) for a placement: where, when, who signed, what was attested.

    Parameters
    ----------
    days : int or None
        Days really done, once attested.
    attested : date or None
        Day of the attestation: without it nothing is paid.
    block : bool
        The placement belongs to the personalised block.
    paid : date or None
        Day on which its allowance was paid.
    """

    id: str
    company: str
    first: date
    last: date
    teacher: str = ""
    signed: frozenset[str] = frozenset()
    days: int | None = None
    attested: date | None = None
    block: bool = False
    paid: date | None = None


@dataclass(frozen=True, slots=True)
class Company:
    """Who takes pupils in; ``hires`` says whether a job may follow (None: nobody knows)."""

    name: str
    town: str = ""
    contact: str = ""
    hires: bool | None = None


@dataclass(frozen=True, slots=True)
class Activity:
    """What a pupil did or will do: one of :data:`ACTIVITIES`, what it is called, when.

    ``obtained`` says whether a certificate was; None, nobody knows yet.
    """

    kind: str
    what: str
    first: date
    last: date
    obtained: bool | None = None


@dataclass(frozen=True, slots=True)
class Immersion:
    """Days in a school of further study, a training centre or a workplace; never paid."""

    id: str
    place: str
    first: date
    last: date


@dataclass(frozen=True)
class Pupil:
    """A pupil under a code.

    Parameters
    ----------
    born : date or None
        Says whether a legal representative must sign.
    purpose : str
        The group somebody put the pupil in by hand; empty: as proposed.
    options : tuple of str
        Labels kept on the pupil's own sheet.
    workshops, interviews : tuple of date
        AvenirPro workshops attended, and interviews with an adviser.
    consolidation : date or None
        Day of an action linked to the consolidation path in BTS.
    """

    code: str
    born: date | None = None
    speciality: str = ""
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    positioning: Positioning = Positioning()
    purpose: str = ""
    needs: bool | None = None
    options: tuple[str, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    immersions: tuple[Immersion, ...] = ()
    activities: tuple[Activity, ...] = ()
    presented: date | None = None
    workshops: tuple[date, ...] = ()
    interviews: tuple[date, ...] = ()
    consolidation: date | None = None

    def minor_on(self, day: date) -> bool | None:
        """Whether the pupil is under 18 on a day; None where the birth date is unknown."""
        if self.born is None:
            return None
        had_birthday = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (not had_birthday) < 18

    def decide(self, decision: Decision) -> Pupil:
        return replace(self, decisions={**self.decisions, decision.step: decision})

    def chose(self, finality: str) -> bool:
        """Whether this is the family's choice."""
        choice = self.decisions.get(FINAL)
        return choice is not None and choice.finality == finality

    def latest(self) -> Decision | None:
        """The last decision in the order of the year."""
        made = [self.decisions[step] for step in STEPS if step in self.decisions]
        return made[-1] if made else None

    def put_agreement(self, agreement: Agreement) -> Pupil:
        """Add an agreement, or replace the one with its id."""
        others = tuple(a for a in self.agreements if a.id != agreement.id)
        placed = sorted((*others, agreement), key=lambda a: (a.first, a.id))
        return replace(self, agreements=tuple(placed))

    def put_immersion(self, immersion: Immersion) -> Pupil:
        others = tuple(i for i in self.immersions if i.id != immersion.id)
        placed = sorted((*others, immersion), key=lambda i: (i.first, i.id))
        return replace(self, immersions=tuple(placed))


@dataclass(frozen=True)
class ClassYear:
    """A class in a school year, with its own dates.

    Parameters
    ----------
    councils : mapping
        Period (``"T1"`` …) → day.
    placements : tuple of (date, date)
        The class's PFMP, both days included.
    blocks : mapping
        Finality → Mondays of the personalised block the class chose.
    """

    year: str
    name: str
    level: str = "TPRO"
    zone: str = "C"
    councils: Mapping[str, date] = field(default_factory=dict)
    placements: tuple[tuple[date, date], ...] = ()
    blocks: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    companies: tuple[Company, ...] = ()
    pupils: tuple[Pupil, ...] = ()

    def pupil(self, code: str) -> Pupil:
        """The pupil with this code.

        Raises
        ------
        LookupError
            The class has none.
        """
        found = next((p for p in self.pupils if p.code == code), None)
        if found is None:
            raise LookupError("no such pupil")  # a code may say who it is: it is not repeated
        return found

    def put(self, pupil: Pupil) -> ClassYear:
        """Add a pupil, or replace the one with this code."""
        if all(p.code != pupil.code for p in self.pupils):
            return replace(self, pupils=(*self.pupils, pupil))
        return replace(
            self, pupils=tuple(pupil if p.code == pupil.code else p for p in self.pupils)
        )

    def without(self, code: str) -> ClassYear:
        return replace(self, pupils=tuple(p for p in self.pupils if p.code != code))

    def council_before_last(self) -> tuple[str, ...]:
        """The councils that recommend: terms 1 and 2, or semester 1, as far as they are dated."""
        return tuple(period for period in COUNCILS if period in self.councils)

    def last_council(self) -> date | None:
        """The day of the last council, that gives the reasoned recommendation."""
        days = [self.councils[period] for period in LAST_COUNCILS if period in self.councils]
        return max(days, default=None)


def spans(mondays: Iterable[date]) -> list[tuple[date, date]]:
    """Weeks in a row as one span each, from its first Monday to its last Friday."""
    found: list[tuple[date, date]] = []
    for monday in sorted(mondays):
        first = monday
        if found and monday - found[-1][1] == timedelta(days=3):
            first = found.pop()[0]
        found.append((first, monday + timedelta(days=4)))
    return found
