"""The base of the parts of the page *Accompagner*."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import ipywidgets

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

    def choose_among(self, field: ipywidgets.Dropdown, codes: Iterable[str] | None = None) -> None:
        """Let a field choose a pupil, by what they are called; who was chosen stays."""
        kept = field.value
        codes = [p.code for p in self.klass.pupils] if codes is None else list(codes)
        field.options = [
            (self.t("support-pupil-none"), ""),
            *((self.state.who(code), code) for code in codes),
        ]
        field.value = kept if kept in codes else ""
