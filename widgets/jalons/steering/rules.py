"""What a review says as a whole: its picture, where people differ, what is strong or comes first.

Pure functions over the domain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from jalons.steering.domain import PHASES, STEPS, THEMES, Action, Question, Review, questions_of

STRONG = 2.5  # a question at or above it may be shown as a strength
WEAK = 1.5  # and at or below it as a priority
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a question stands.

    Parameters
    ----------
    step : float or None
        What is agreed, else the mean of the answers (0 to 3); None: nobody knows.
    low, high : int or None
        The lowest and the highest answer; None: nobody knows.
    """

    question: Question
    step: float | None
    agreed: bool
    answered: int
    low: int | None
    high: int | None

    @property
    def spread(self) -> int:
        """Steps between the lowest and the highest answer."""
        return (self.high or 0) - (self.low or 0)


@dataclass(frozen=True, slots=True)
class Cell:
    """One theme in one phase: questions, how many stand somewhere, their mean step."""

    theme: str
    phase: str
    questions: int
    standing: int
    step: float | None


def standing(question: Question, review: Review) -> Standing:
    answers = review.answers_to(question.id)
    steps = [answer.step for answer in answers.values() if answer.step is not None]
    agreed = review.agreed.get(question.id)
    step = float(agreed.step) if agreed else (fmean(steps) if steps else None)
    low, high = min(steps, default=None), max(steps, default=None)
    return Standing(question, step, agreed is not None, len(answers), low, high)


def overview(questions: Iterable[Question], review: Review) -> tuple[Cell, ...]:
    """Themes × phases, in the order of both; a cell without a question has no step."""
    asked = tuple(questions)
    cells = []
    for theme in THEMES:
        for phase in PHASES:
            own = [standing(q, review) for q in questions_of(asked, theme, phase)]
            steps = [s.step for s in own if s.step is not None]
            cells.append(Cell(theme, phase, len(own), len(steps), fmean(steps) if steps else None))
    return tuple(cells)


def differences(questions: Iterable[Question], review: Review) -> tuple[Standing, ...]:
    """Questions not agreed yet on which people are apart, the widest first."""
    found = [s for s in (standing(q, review) for q in questions) if s.spread and not s.agreed]
    return tuple(sorted(found, key=lambda s: -s.spread))


def strengths(questions: Iterable[Question], review: Review) -> tuple[Standing, ...]:
    """At most three questions that stand highest; what is agreed goes before what is not."""
    found = [s for s in (standing(q, review) for q in questions) if (s.step or 0) >= STRONG]
    return tuple(sorted(found, key=lambda s: (not s.agreed, -(s.step or 0)))[:MOST_NAMED])


def priorities(questions: Iterable[Question], review: Review) -> tuple[Standing, ...]:
    """At most three questions that stand lowest.

    Among equals what is agreed comes first, then *plan* before *do* before *check*: what is not
    planned cannot be done well, nor checked.
    """
    found = [s for s in (standing(q, review) for q in questions) if s.step is not None]
    weak = [s for s in found if s.step is not None and s.step <= WEAK]

    def rank(s: Standing) -> tuple[float, bool, int]:
        assert s.step is not None
        return s.step, not s.agreed, PHASES.index(s.question.phase)

    return tuple(sorted(weak, key=rank)[:MOST_NAMED])


def nearest(step: float) -> int:
    """The step of the scale nearest to a mean; halves go up, as people round."""
    return min(int(step + 0.5), STEPS[-1])


def changes(
    questions: Iterable[Question], before: Review, now: Review
) -> tuple[tuple[Standing, Standing], ...]:
    """Questions that stood on one step and stand on another, largest move first."""
    pairs = [(standing(q, before), standing(q, now)) for q in questions]
    moved = [
        (a, b)
        for a, b in pairs
        if a.step is not None and b.step is not None and nearest(a.step) != nearest(b.step)
    ]
    return tuple(sorted(moved, key=lambda p: -abs((p[1].step or 0) - (p[0].step or 0))))


def due(actions: Iterable[Action], today: date) -> tuple[Action, ...]:
    """Open actions: the late ones, then by date, then those without one."""
    waiting = [action for action in actions if action.done is None]
    return tuple(sorted(waiting, key=lambda a: (not a.late(today), a.due or date.max, a.title)))
