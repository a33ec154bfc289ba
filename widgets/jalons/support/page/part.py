"""The base of the parts of the page *Accompagner*."""

from __future__ import annotations

from typing import ClassVar

from jalons.i18n import Translator
from jalons.support.domain import ClassYear
from jalons.support.reading import Book
from jalons.support.state import SupportState
from jalons.ui import part

WIDE = {"description_width": "initial"}


class Part(part.Part[SupportState]):
    """A part that is drawn again when the class has changed, and hidden while none is open."""

    watched: ClassVar[tuple[str, ...]] = ("book", "day")
    always: ClassVar[bool] = False

    def __init__(self, state: SupportState, t: Translator) -> None:
        super().__init__(state, t, t("support-failure"))

    def draw(self) -> None:
        there = self.state.book is not None
        self.show(there or self.always)
        if there or self.always:
            self.fill()

    def fill(self) -> None:
        """Show what the state now holds; a class is open, unless the part is always there."""

    @property
    def klass(self) -> ClassYear:
        assert self.state.klass is not None
        return self.state.klass

    @property
    def book(self) -> Book:
        assert self.state.book is not None
        return self.state.book

    def pupils(self) -> list[tuple[str, str]]:
        """What there is to choose from: how a pupil is called, and the code."""
        return [(self.state.who(p.code), p.code) for p in self.klass.pupils]
