"""Part 3: the picture, what is strong, what comes first, where people differ, what moved."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.steering.page.part import Part
from jalons.steering.picture import picture_html
from jalons.steering.rules import overview
from jalons.steering.summary import Paragraph, summary
from jalons.ui.html import Safe, join, tag


class OverviewPart(Part):
    heading = "steering-overview"
    anchor = "ensemble"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.picture = ipywidgets.HTML()
        self.lists = ipywidgets.HTML()
        return self.picture, self.lists

    def draw(self) -> None:
        state, t = self.state, self.t
        self.picture.value = picture_html(overview(state.questions, state.seen), t)
        self.lists.value = join([_html(paragraph) for paragraph in summary(state, t)])


def _html(paragraph: Paragraph) -> Safe:
    title = tag("h3", paragraph.title)
    if not paragraph.lines:
        return join([title, tag("p", paragraph.none, class_="j-soft")])
    return join([title, tag("ul", *(tag("li", line) for line in paragraph.lines))])
