"""The page *Piloter*: its parts, from the group that answers to the report it takes away.

To add a part, write its module in :mod:`jalons.steering.page` and name it in :data:`PARTS`.
"""

from __future__ import annotations

from jalons.i18n import Translator
from jalons.steering.page.actions import ActionsPart
from jalons.steering.page.answers import AnswersPart
from jalons.steering.page.figures import FiguresPart
from jalons.steering.page.group import GroupPart
from jalons.steering.page.overview import OverviewPart
from jalons.steering.page.part import Part
from jalons.steering.page.take import TakePart
from jalons.steering.state import SteeringState
from jalons.ui.part import PartsView

# In the order of the page.
PARTS: tuple[type[Part], ...] = (
    GroupPart,
    AnswersPart,
    OverviewPart,
    FiguresPart,
    ActionsPart,
    TakePart,
)


class SteeringView(PartsView):
    """The page of one state."""

    def __init__(self, state: SteeringState, t: Translator) -> None:
        super().__init__(t("steering-failure"), [part(state, t) for part in PARTS], "j-steering")
        self.state, self.t = state, t
        self.follow_trouble(state, t)
