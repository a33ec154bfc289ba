"""The page *Planifier*: its parts, from the school's file to what one takes away.

A part is a class of :mod:`jalons.planner.page`, in a module of its own, that is given the
:class:`~jalons.planner.page.part.Page` and shows one thing of the state; to add one, write its
module and name it in :data:`PARTS`. Nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from jalons.i18n import Translator
from jalons.planner.page.board import BoardPart
from jalons.planner.page.changes import ChangesPart
from jalons.planner.page.history import HistoryPart
from jalons.planner.page.hours import HoursPart
from jalons.planner.page.left_out import LeftOutPart
from jalons.planner.page.lessons import LessonsPart
from jalons.planner.page.load import LoadPart
from jalons.planner.page.matching import MatchingPart
from jalons.planner.page.part import Page, Part
from jalons.planner.page.quality import QualityPart
from jalons.planner.page.school import SchoolPart
from jalons.planner.page.search import SearchPart
from jalons.planner.page.shelf import ShelfPart
from jalons.planner.page.start import StartPart
from jalons.planner.page.tables import TablesPart
from jalons.planner.page.take import TakePart
from jalons.planner.page.together import TogetherPart
from jalons.planner.school_editing import SchoolEditing
from jalons.planner.state import PlannerState
from jalons.planner.tables import tidy_for_all
from jalons.ui.part import PartsView

# In the order of the page.
PARTS: tuple[type[Part], ...] = (
    TogetherPart,
    SchoolPart,
    MatchingPart,
    ShelfPart,
    StartPart,
    TablesPart,
    LessonsPart,
    SearchPart,
    BoardPart,
    ChangesPart,
    LeftOutPart,
    QualityPart,
    HoursPart,
    LoadPart,
    TakePart,
    HistoryPart,
)


class PlannerView(PartsView):
    """The page; its parameters are those of :class:`~jalons.planner.page.part.Page`."""

    def __init__(
        self,
        state: PlannerState,
        t: Translator,
        letters: Mapping[str, str],
        examples: Mapping[str, Path],
    ) -> None:
        editing = SchoolEditing(state, tidy_for_all())
        page = Page(state, t, letters, examples, editing)
        super().__init__(t("planner-failure"), [part(page) for part in PARTS], "j-planner")
        self.state = state
        self.own(editing)
