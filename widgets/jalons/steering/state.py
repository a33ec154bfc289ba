"""What the page *Piloter* remembers: one school year's review, and who is answering.

Several people work on one review at once, each in a page of their own. A change is therefore a
function of the newest review kept, made again where somebody was quicker: nobody's answer takes
another's place. Everything a person does on the page is a method here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import traitlets

from jalons.reactive import State
from jalons.steering.codec import from_bytes, to_bytes
from jalons.steering.domain import Action, Agreed, Answer, Entered, Question, Review
from jalons.steering.indicators import Indicator, Reading, read_indicators, readings, wrong_value
from jalons.steering.questions import read_questions
from jalons.workspace.domain import Conflict, WorkspaceError

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

SCOPE = "piloter"
TRIES = 8
MOST_TEXT = 2000


class SteeringState(State):
    """The page's memory.

    Parameters
    ----------
    workspace : Workspace or None
        Where reviews are kept; without one nothing lasts.
    year : str
        The school year to begin with.
    facts : mapping
        Code → values of what the kit knows of the school (see :attr:`Question.known`).
    computed : mapping
        Indicator → value that the kit knows.
    """

    review = traitlets.Instance(Review, read_only=True)
    before = traitlets.Instance(Review, allow_none=True, read_only=True)
    person = traitlets.Unicode("", read_only=True)
    trouble = traitlets.Instance(WorkspaceError, allow_none=True, read_only=True)

    def __init__(
        self,
        workspace: Workspace | None = None,
        year: str = "2026-2027",
        facts: Mapping[str, Mapping[str, Any]] | None = None,
        computed: Mapping[str, float] | None = None,
        **values: Any,
    ) -> None:
        super().__init__(**values)
        self._workspace = workspace
        self.questions: tuple[Question, ...] = read_questions()
        self.indicators: tuple[Indicator, ...] = read_indicators()
        self.facts, self.computed = dict(facts or {}), dict(computed or {})
        self.set_trait("review", Review(year))
        self.open(year)

    # --- the review ---------------------------------------------------------------------------

    def open(self, year: str) -> None:
        """Show the review of a school year, begun or not, beside that of the year before."""
        review = self._kept(year) or Review(year)
        self.publish(review=review, before=self._kept(_year_before(year)))
        if self.person not in review.people:
            self.set_trait("person", "")

    def refresh(self) -> None:
        """See what others did meanwhile."""
        newest = self._kept(self.review.year)
        if newest is not None and newest != self.review:
            self.set_trait("review", newest)

    def change(self, change: Callable[[Review], Review]) -> None:
        """Change the review, on top of whatever others changed meanwhile, and keep it."""
        try:
            self.set_trait("review", self._changed(change))
            self.set_trait("trouble", None)
        except WorkspaceError as error:
            self.set_trait("review", change(self.review))  # the page goes on, and says it
            self.set_trait("trouble", error)

    def _changed(self, change: Callable[[Review], Review]) -> Review:
        if self._workspace is None:
            return change(self.review)
        year = self.review.year
        for attempt in range(TRIES):
            newest = self._workspace.newest(SCOPE, year)
            kept = from_bytes(self._workspace.read(SCOPE, year, newest.number)) if newest else None
            review = change(kept or self.review)
            if review == kept:
                break
            try:
                base = newest.number if newest else None
                self._workspace.save(SCOPE, year, to_bytes(review), base, author=self.person)
                break
            except Conflict:
                if attempt == TRIES - 1:
                    raise
        return review

    def _kept(self, year: str) -> Review | None:
        try:
            content = self._workspace.latest(SCOPE, year) if self._workspace else None
        except WorkspaceError as error:
            self.set_trait("trouble", error)
            return None
        return from_bytes(content, f"{SCOPE}/{year}") if content else None

    def load(self, content: bytes, file: str) -> None:
        """Take a review from a file; the one there was stays in the history.

        Raises
        ------
        ReviewFileError
            The file is no review.
        """
        given = from_bytes(content, file)
        self.open(given.year)
        self.change(lambda _: given)

    # --- people and answers -------------------------------------------------------------------

    def join(self, person: str) -> None:
        """Say who is answering on this page; a new name joins the group."""
        name = " ".join(person.split())[:80]
        if name:
            self.change(lambda review: review.with_person(name))
            self.set_trait("person", name)

    def leave(self, person: str) -> None:
        """Take somebody out of the group, with their answers."""
        self.change(lambda review: review.without_person(person))
        if person == self.person:
            self.set_trait("person", "")

    def set_blind(self, blind: bool) -> None:
        self.change(lambda review: replace(review, blind=blind))

    def answer(self, question: str, step: int | None, evidence: str = "") -> None:
        """Keep what the person of this page answers."""
        if not self.person:
            raise ValueError("nobody has said who answers")
        person, given = self.person, Answer(step, evidence[:MOST_TEXT])
        self.change(lambda review: review.answer(question, person, given))

    def take_back(self, question: str) -> None:
        person = self.person
        self.change(lambda review: review.answer(question, person, None))

    def agree(self, question: str, step: int, evidence: str = "") -> None:
        """Keep what the group settles on."""
        given = Agreed(step, evidence[:MOST_TEXT], self.today())
        self.change(lambda review: review.agree(question, given))

    def open_again(self, question: str) -> None:
        self.change(lambda review: review.agree(question, None))

    def others(self, question: str) -> dict[str, Answer]:
        """What the others answered; nothing while the group answers blind."""
        if self.review.blind:
            return {}
        return {p: a for p, a in self.review.answers_to(question).items() if p != self.person}

    def hidden(self, question: str) -> int:
        """How many answers of others are not shown."""
        if not self.review.blind:
            return 0
        return sum(person != self.person for person in self.review.answers_to(question))

    # --- figures and actions ------------------------------------------------------------------

    def readings(self) -> tuple[Reading, ...]:
        return readings(self.indicators, self.review, self.computed, self.before)

    def enter(self, indicator: str, value: float | None, source: str = "") -> None:
        """Type in a value, or take it away.

        Raises
        ------
        ValueError
            A share outside 0–100, or a negative number.
        """
        self._check(indicator, value)
        entered = None if value is None else Entered(value, source[:MOST_TEXT])
        self.change(lambda review: review.enter(indicator, entered))

    def aim(self, indicator: str, target: float | None) -> None:
        """Set a target, or go back to the official one; raises as :meth:`enter`."""
        self._check(indicator, target)
        self.change(lambda review: review.aim(indicator, target))

    def _check(self, indicator: str, value: float | None) -> None:
        definition = next(i for i in self.indicators if i.id == indicator)
        if value is not None and wrong_value(definition, value):
            raise ValueError(f"{indicator}: {value}")

    def put_action(self, action: Action) -> None:
        self.change(lambda review: review.put_action(action))

    def drop_action(self, action_id: str) -> None:
        self.change(lambda review: review.drop_action(action_id))

    def today(self) -> date:
        return datetime.now().astimezone().date()


def _year_before(year: str) -> str:
    start = int(year[:4]) - 1
    return f"{start}-{start + 1}"
