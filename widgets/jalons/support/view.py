"""The page *Accompagner*: its parts, from the class one opens to what one takes away.

To add a part, write its module in :mod:`jalons.support.page` and name it in :data:`PARTS`.
"""

from __future__ import annotations

from jalons.i18n import Translator
from jalons.support.page.allowance import AllowancePart
from jalons.support.page.block import BlockPart
from jalons.support.page.groups import GroupsPart
from jalons.support.page.open import OpenPart
from jalons.support.page.part import Part
from jalons.support.page.privacy import PrivacyPart
from jalons.support.page.record import RecordPart
from jalons.support.page.sheet import SheetPart
from jalons.support.page.steps import StepsPart
from jalons.support.page.tables import TablesPart
from jalons.support.page.take import TakePart
from jalons.support.page.todo import TodoPart
from jalons.support.state import SupportState
from jalons.ui.part import PartsView

# In the order of the page.
PARTS: tuple[type[Part], ...] = (
    OpenPart,
    TodoPart,
    TablesPart,
    RecordPart,
    StepsPart,
    BlockPart,
    GroupsPart,
    AllowancePart,
    SheetPart,
    TakePart,
    PrivacyPart,
)


class SupportView(PartsView):
    """The page of one state."""

    def __init__(self, state: SupportState, t: Translator) -> None:
        super().__init__(t("support-failure"), [part(state, t) for part in PARTS], "j-support")
        self.state, self.t = state, t
        self.follow_trouble(state, t)
