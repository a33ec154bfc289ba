"""The page *Accompagner*: its parts, from the class one opens to what one takes away.

To add a part, write its module in :mod:`jalons.support.page` and name it in :data:`PARTS`.
"""

from __future__ import annotations

from typing import Any, TypeVar

import ipywidgets

from jalons.i18n import Translator
from jalons.support.page.allowance import AllowancePart
from jalons.support.page.block import BlockPart
from jalons.support.page.groups import GroupsPart
from jalons.support.page.open import OpenPart
from jalons.support.page.part import Part
from jalons.support.page.privacy import PrivacyPart
from jalons.support.page.sheet import SheetPart
from jalons.support.page.steps import StepsPart
from jalons.support.page.tables import TablesPart
from jalons.support.page.take import TakePart
from jalons.support.page.todo import TodoPart
from jalons.support.state import SupportState
from jalons.ui.view import View

P = TypeVar("P", bound=Part)

# In the order of the page.
PARTS: tuple[type[Part], ...] = (
    OpenPart,
    TodoPart,
    TablesPart,
    StepsPart,
    BlockPart,
    GroupsPart,
    AllowancePart,
    SheetPart,
    TakePart,
    PrivacyPart,
)


class SupportView(View):
    """The page of one state."""

    def __init__(self, state: SupportState, t: Translator) -> None:
        super().__init__(t("support-failure"))
        self.state, self.t = state, t
        self.parts = [part(state, t) for part in PARTS]
        for part in self.parts:
            self.own(part)
        self.widget = ipywidgets.VBox([self.notice, *(part.widget for part in self.parts)])
        self.widget.add_class("j-support")
        self.watch(state, self._kept_or_not, "trouble")
        self._kept_or_not(None)

    def _kept_or_not(self, _: Any) -> None:
        """Say why the last change could not be kept; the page goes on."""
        wrong = self.state.trouble
        self.notice.say("error", wrong.sentence(self.t) if wrong else "")

    def part(self, kind: type[P]) -> P:
        """The part of this kind, for a notebook that goes on with it."""
        return next(part for part in self.parts if isinstance(part, kind))
