"""The page *Piloter*: its parts, from the group that answers to the report it takes away.

To add a part, write its module in :mod:`jalons.steering.page` and name it in :data:`PARTS`.
"""

from __future__ import annotations

from typing import Any, TypeVar

import ipywidgets

from jalons.i18n import Translator
from jalons.steering.page.actions import ActionsPart
from jalons.steering.page.answers import AnswersPart
from jalons.steering.page.figures import FiguresPart
from jalons.steering.page.group import GroupPart
from jalons.steering.page.overview import OverviewPart
from jalons.steering.page.part import Part
from jalons.steering.page.take import TakePart
from jalons.steering.state import SteeringState
from jalons.ui.view import View

P = TypeVar("P", bound=Part)

# In the order of the page.
PARTS: tuple[type[Part], ...] = (
    GroupPart,
    AnswersPart,
    OverviewPart,
    FiguresPart,
    ActionsPart,
    TakePart,
)


class SteeringView(View):
    """The page of one state."""

    def __init__(self, state: SteeringState, t: Translator) -> None:
        super().__init__(t("steering-failure"))
        self.state, self.t = state, t
        self.parts = [part(state, t) for part in PARTS]
        for part in self.parts:
            self.own(part)
        self.widget = ipywidgets.VBox([self.notice, *(part.widget for part in self.parts)])
        self.widget.add_class("j-steering")
        self.watch(state, self._kept_or_not, "trouble")
        self._kept_or_not(None)

    def _kept_or_not(self, _: Any) -> None:
        """Say why the last change could not be kept; the page goes on."""
        wrong = self.state.trouble
        self.notice.say("error", wrong.sentence(self.t) if wrong else "")

    def part(self, kind: type[P]) -> P:
        """The part of this kind, for a notebook that goes on with it."""
        return next(part for part in self.parts if isinstance(part, kind))
