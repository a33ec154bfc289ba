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
from jalons.schoolyear.zones import year_label
from jalons.steering.codec import ReviewFileError, from_bytes, to_bytes
from jalons.steering.domain import Action, Agreed, Answer, Entered, Question, Review
from jalons.steering.indicators import Indicator, read_indicators
from jalons.steering.known import Fact, Known, Knows
from jalons.steering.questions import read_questions
from jalons.steering.readings import SEPARATOR, Reading, key_of, readings
from jalons.workspace.domain import Conflict, WorkspaceError

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

SCOPE = "piloter"
TRIES = 8
MOST_TEXT, MOST_NAME = 2000, 100
MOST_YEARS = 5  # of one indicator, this year included


class SteeringState(State):
    """The page's memory.

    Parameters
    ----------
    workspace : Workspace or None
        Where reviews are kept; without one nothing lasts.
    year : str
        The school year to begin with.
    knows : callable, optional
        What the kit knows of the school in a school year.
    """

    review = traitlets.Instance(Review, read_only=True)
    past = traitlets.Tuple(read_only=True)
    person = traitlets.Unicode("", read_only=True)
    browser = traitlets.Unicode("")  # a random name; says nothing of who sits before it
    trouble = traitlets.Instance(Exception, allow_none=True, read_only=True)

    def __init__(
        self,
        workspace: Workspace | None = None,
        year: str = "2026-2027",
        knows: Knows | None = None,
        **values: Any,
    ) -> None:
        super().__init__(**values)
        self._workspace = workspace
        self.questions: tuple[Question, ...] = read_questions()
        self.indicators: tuple[Indicator, ...] = read_indicators()
        self._knows: Knows = knows or (lambda year: Known())
        self.known: dict[str, Known] = {}
        self.set_trait("review", Review(year))
        self.open(year)

    # --- the review ---------------------------------------------------------------------------

    def open(self, year: str) -> None:
        """Show the review of a school year, begun or not, beside those of the years before."""
        review = self._kept(year) or Review(year)
        earlier = [self._kept(one) for one in self.years_before(year)]
        past = tuple(one for one in reversed(earlier) if one is not None)
        # Of what is past, the plan and the classes do not change any more.
        self.known = {one.year: self.known.get(one.year) or self._knows(one.year) for one in past}
        self.known[year] = self._knows(year)
        # Who is nobody there, or may not be, is nobody before anything of it is shown.
        if self.person not in review.people or review.closed_to(self.person, self.browser):
            self.set_trait("person", "")
        self.publish(review=review, past=past)

    @property
    def seen(self) -> Review:
        """The review as the person of this page may see it."""
        return self.review.seen_by(self.person)

    @property
    def before(self) -> Review | None:
        """The review of the year before, if there is one."""
        (last,) = self.years_before(self.review.year, 1)
        return next((review for review in self.past if review.year == last), None)

    @staticmethod
    def years_before(year: str, count: int = MOST_YEARS - 1) -> list[str]:
        """The school years before one, the latest first."""
        start = int(year[:4])
        return [year_label(start - back) for back in range(1, count + 1)]

    @property
    def facts(self) -> Mapping[str, Fact]:
        """What the kit knows this year, by code (see :attr:`Question.known`)."""
        return self.known[self.review.year].facts

    @property
    def academy(self) -> str:
        """The school's, as the group says it, else as another page knows it."""
        return self.review.academy or self.known[self.review.year].academy

    def set_academy(self, academy: str) -> None:
        self.change(lambda review: replace(review, academy=academy))

    def correct(self, fact: str, words: str) -> None:
        """Say in words what is so, where the kit is wrong; no words take it back."""
        said = " ".join(words.split())[:MOST_TEXT]
        self.change(lambda review: review.correct(fact, said))

    def refresh(self) -> None:
        """See what others did meanwhile."""
        newest = self._kept(self.review.year)
        if newest is not None and newest != self.review:
            self.set_trait("review", newest)

    def change(self, change: Callable[[Review], Review], year: str = "") -> None:
        """Change a review, on top of whatever others changed meanwhile, and keep it.

        Parameters
        ----------
        year : str
            That of an earlier year; empty: the one that is shown.
        """
        shown = self.review_of(year or self.review.year)
        try:
            review = self._changed(change, shown)
            self.set_trait("trouble", None)
        except WorkspaceError as error:
            review = change(shown)  # the page goes on, and says it
            self.set_trait("trouble", error)
        if review.year == self.review.year:
            self.set_trait("review", review)
        else:
            past = {one.year: one for one in (*self.past, review)}
            self.known.setdefault(review.year, self._knows(review.year))
            self.set_trait("past", tuple(past[one] for one in sorted(past)))

    def review_of(self, year: str) -> Review:
        """The review of the year shown or of one before; an empty one where there is none."""
        found = (one for one in (self.review, *self.past) if one.year == year)
        return next(found, Review(year))

    def _changed(self, change: Callable[[Review], Review], shown: Review) -> Review:
        if self._workspace is None:
            return change(shown)
        year = shown.year
        for attempt in range(TRIES):
            newest = self._workspace.newest(SCOPE, year)
            kept = from_bytes(self._workspace.read(SCOPE, year, newest.number)) if newest else None
            review = change(kept or shown)
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
        """The review that is kept of a year; None where there is none, or it cannot be read."""
        try:
            content = self._workspace.latest(SCOPE, year) if self._workspace else None
            return from_bytes(content, f"{SCOPE}/{year}") if content else None
        except (WorkspaceError, ReviewFileError) as error:
            self.set_trait("trouble", error)
            return None

    def load(self, content: bytes, file: str) -> None:
        """Take in a review from a file, beside what is there of its year.

        Raises
        ------
        ReviewFileError
            The file is no review.
        """
        given = from_bytes(content, file)
        self.open(given.year)
        self.change(lambda review: review.with_all_of(given))

    # --- people and answers -------------------------------------------------------------------

    def join(self, person: str) -> bool:
        """Say who is answering on this page; a new name joins the group.

        Returns
        -------
        bool
            False where that would show somebody's blind answers in another browser than theirs.
        """
        name = " ".join(person.split())[:80]
        self.refresh()
        if self.review.closed_to(name, self.browser):
            return False
        if name:
            self.change(lambda review: review.with_person(name, self.browser))
            self.set_trait("person", name)
        return True

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
        answers = self.seen.answers_to(question)
        return {p: a for p, a in answers.items() if p != self.person}

    def hidden(self, question: str) -> int:
        """How many answers of others are not shown."""
        return len(self.review.answers_to(question)) - len(self.seen.answers_to(question))

    # --- figures and actions ------------------------------------------------------------------

    def readings(self) -> tuple[Reading, ...]:
        return readings(self.indicators, self.review, self.past, self.known, self.academy)

    def enter(
        self,
        indicator: str,
        value: float | None,
        source: str = "",
        part: str = "",
        year: str = "",
    ) -> None:
        """Type in a value, or take it away.

        Parameters
        ----------
        part : str
            Of which speciality, course or reason; empty: of all.
        year : str
            A school year before this one; empty: this one.

        Raises
        ------
        ValueError
            A share outside 0–100, or a negative number.
        """
        key = key_of(indicator, part[:MOST_NAME])
        self._check(key, value)
        entered = None if value is None else Entered(value, source[:MOST_TEXT])
        self.change(lambda review: review.enter(key, entered), year)

    def aim(self, indicator: str, target: float | None) -> None:
        """Set a target, or go back to the official one; raises as :meth:`enter`."""
        self._check(indicator, target)
        self.change(lambda review: review.aim(indicator, target))

    def _check(self, key: str, value: float | None) -> None:
        definition = next(i for i in self.indicators if i.id == key.split(SEPARATOR)[0])
        if value is not None and definition.wrong(value):
            raise ValueError(f"{key}: {value}")

    def put_action(self, action: Action) -> None:
        self.change(lambda review: review.put_action(action))

    def drop_action(self, action_id: str) -> None:
        self.change(lambda review: review.drop_action(action_id))

    def today(self) -> date:
        return datetime.now().astimezone().date()
