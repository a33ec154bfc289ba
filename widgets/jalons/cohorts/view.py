"""The page *Simuler*: its parts, from whose pupils are followed to what one takes away.

To add a part, write its module in :mod:`jalons.cohorts.page` and name it in :data:`PARTS`.
"""

from __future__ import annotations

from pathlib import Path

import ipywidgets

from jalons.cohorts.page.origin import OriginPart
from jalons.cohorts.page.part import Part
from jalons.cohorts.page.path import PathPart
from jalons.cohorts.page.school import SchoolPart
from jalons.cohorts.page.sources import SourcesPart
from jalons.cohorts.page.stage import StagePart
from jalons.cohorts.page.stories import StoriesPart
from jalons.cohorts.page.take import TakePart
from jalons.cohorts.page.years import YearsPart
from jalons.cohorts.state import CohortsState
from jalons.i18n import Translator
from jalons.ui.html import Safe
from jalons.ui.part import PartsView

STYLE = Path(__file__).parent / "page.css"

# In the order of the page.
PARTS: tuple[type[Part], ...] = (
    OriginPart,
    SchoolPart,
    StagePart,
    StoriesPart,
    PathPart,
    YearsPart,
    TakePart,
    SourcesPart,
)


class CohortsView(PartsView):
    """The page of one state."""

    def __init__(self, state: CohortsState, t: Translator) -> None:
        super().__init__(t("simuler-failure"), [part(state, t) for part in PARTS], "j-simuler")
        self.state, self.t = state, t
        style = ipywidgets.HTML(Safe(f"<style>{STYLE.read_text('utf-8')}</style>"))
        self.widget.children += (style,)
        self.follow_trouble(state, t)
