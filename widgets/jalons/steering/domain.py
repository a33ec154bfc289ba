"""A school's self-evaluation: what is asked, what people answer, what they agree and decide.

Frozen values only. A review is one school year's; a change makes a new one. Words of questions
are data (``datasets/steering_questions.csv``); everything else is a code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

THEMES = ("orientation", "parcours", "liaisons")
PHASES = ("plan", "do", "check")
STEPS = range(4)  # 0 not yet, 1 in part, 2 for the most part, 3 fully


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a steering group asks itself.

    Parameters
    ----------
    known : str
        Code of what the kit may know about it by itself; may be empty.
    source : str
        Seed and line the question answers, as ``"003:10"``.
    """

    id: str
    theme: str
    phase: str
    section: str
    text: Mapping[str, str]
    evidence: Mapping[str, str]
    known: str
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person thinks: a step of :data:`STEPS`, or None (« je ne sais pas »)."""

    step: int | None
    evidence: str = ""

    def __post_init__(self) -> None:
        if self.step is not None and self.step not in STEPS:
            raise ValueError(f"a step is one of {list(STEPS)}: {self.step!r}")


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the group settles on, with what shows it."""

    step: int
    evidence: str = ""
    on: date | None = None

    def __post_init__(self) -> None:
        if self.step not in STEPS:
            raise ValueError(f"a step is one of {list(STEPS)}: {self.step!r}")


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do; ``about`` is a question or an indicator, or empty."""

    id: str
    title: str
    about: str = ""
    owner: str = ""
    due: date | None = None
    done: date | None = None

    def late(self, today: date) -> bool:
        return self.done is None and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class Entered:
    """A value typed in by the school, in the indicator's unit, and where it is from."""

    value: float
    source: str = ""


@dataclass(frozen=True)
class Review:
    """One school year's self-evaluation.

    Parameters
    ----------
    year : str
        ``"2026-2027"``.
    blind : bool
        Nobody sees the others' answers until the group reveals them.
    answers : mapping
        (question, person) → answer.
    agreed : mapping
        Question → what the group settled on.
    entered, targets : mapping
        Indicator → value of the school, value aimed at.
    corrected : mapping
        Fact of the kit (``Question.known``) → what the group says instead.
    academy : str
        The school's, as the group says it; empty: as other pages know it.
    dropped : tuple of Action
        Dated actions as they stood before they lost their date or owner, or were dropped:
        calendars that show them can then lose them.
    keys : mapping
        Person → the browser they answered in last: while the group answers blind, their answers
        open nowhere else.
    """

    year: str
    blind: bool = False
    people: tuple[str, ...] = ()
    answers: Mapping[tuple[str, str], Answer] = field(default_factory=dict)
    agreed: Mapping[str, Agreed] = field(default_factory=dict)
    entered: Mapping[str, Entered] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()
    dropped: tuple[Action, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    academy: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)

    NEW_ID: ClassVar[str] = "A{}"

    # --- answers ------------------------------------------------------------------------------

    def with_person(self, person: str, key: str = "") -> Review:
        """Somebody joins, or comes back in another browser; a name is taken once."""
        name = " ".join(person.split())
        if not name:
            return self
        people = self.people if name in self.people else (*self.people, name)
        return replace(self, people=people, keys={**self.keys, name: key} if key else self.keys)

    def closed_to(self, person: str, key: str) -> bool:
        """Whether a browser may not answer for somebody: blind, and they answered in another."""
        answered = any(one == person for _, one in self.answers)
        return self.blind and answered and self.keys.get(person, key) != key

    def without_person(self, person: str) -> Review:
        """Somebody leaves, and with them all they answered."""
        kept = {key: answer for key, answer in self.answers.items() if key[1] != person}
        keys = {p: key for p, key in self.keys.items() if p != person}
        people = tuple(p for p in self.people if p != person)
        return replace(self, people=people, answers=kept, keys=keys)

    def answer(self, question: str, person: str, answer: Answer | None) -> Review:
        """Set a person's answer; None takes it back."""
        answers = {k: a for k, a in self.answers.items() if k != (question, person)}
        if answer is not None:
            answers[question, person] = answer
        return replace(self.with_person(person), answers=answers)

    def agree(self, question: str, agreed: Agreed | None) -> Review:
        """Set what the group agrees; None opens the question again."""
        kept = {q: a for q, a in self.agreed.items() if q != question}
        return replace(self, agreed=kept | ({question: agreed} if agreed is not None else {}))

    def seen_by(self, person: str) -> Review:
        """What one person may see: while the group answers blind, no answer but their own."""
        if not self.blind:
            return self
        own = {key: answer for key, answer in self.answers.items() if key[1] == person}
        return replace(self, answers=own)

    def with_all_of(self, other: Review) -> Review:
        """Take in another review of the year: what it says stands, what it does not say stays."""
        met = self
        for person in other.people:
            met = met.with_person(person, other.keys.get(person, ""))
        known = {(a.title, a.owner, a.due): a.id for a in self.actions}
        for action in other.actions:
            own = known.get((action.title, action.owner, action.due), "")
            met = met.put_action(replace(action, id=own))
        return replace(
            met,
            blind=self.blind or other.blind,
            answers={**self.answers, **other.answers},
            agreed={**self.agreed, **other.agreed},
            entered={**self.entered, **other.entered},
            targets={**self.targets, **other.targets},
            corrected={**self.corrected, **other.corrected},
            academy=other.academy or self.academy,
            dropped=(*met.dropped, *(a for a in other.dropped if a not in met.dropped)),
        )

    def answers_to(self, question: str) -> dict[str, Answer]:
        """Person → answer, in the order in which people joined."""
        return {p: self.answers[question, p] for p in self.people if (question, p) in self.answers}

    # --- figures and actions ------------------------------------------------------------------

    def enter(self, indicator: str, entered: Entered | None) -> Review:
        kept = {i: e for i, e in self.entered.items() if i != indicator}
        return replace(self, entered=kept | ({indicator: entered} if entered is not None else {}))

    def aim(self, indicator: str, target: float | None) -> Review:
        kept = {i: v for i, v in self.targets.items() if i != indicator}
        return replace(self, targets=kept | ({indicator: target} if target is not None else {}))

    def correct(self, fact: str, words: str) -> Review:
        """Say something else than the kit does; no words: the kit is right."""
        kept = {f: w for f, w in self.corrected.items() if f != fact}
        return replace(self, corrected=kept | ({fact: words} if words else {}))

    def put_action(self, action: Action) -> Review:
        """Add an action, or replace the one with its id; an empty id gets a new one."""
        if not action.id:
            taken = {a.id for a in (*self.actions, *self.dropped)}
            numbers = (self.NEW_ID.format(n) for n in range(1, len(taken) + 2))
            action = replace(action, id=next(name for name in numbers if name not in taken))
        known = {a.id: a for a in self.actions}
        before = known.get(action.id, action)
        lost = before if action.due is None or action.owner != before.owner else None
        actions = tuple((known | {action.id: action}).values())
        return replace(self, actions=actions, dropped=self._dropped(lost))

    def drop_action(self, action_id: str) -> Review:
        lost = next((a for a in self.actions if a.id == action_id), None)
        actions = tuple(a for a in self.actions if a.id != action_id)
        return replace(self, actions=actions, dropped=self._dropped(lost))

    def _dropped(self, lost: Action | None) -> tuple[Action, ...]:
        if lost is None or lost.due is None:
            return self.dropped
        others = (a for a in self.dropped if (a.id, a.owner) != (lost.id, lost.owner))
        return *others, lost


def questions_of(questions: Iterable[Question], theme: str, phase: str) -> tuple[Question, ...]:
    return tuple(q for q in questions if (q.theme, q.phase) == (theme, phase))
