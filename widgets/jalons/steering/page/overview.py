"""Part 3: the picture, what is strong, what comes first, where people differ, what moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import ipywidgets

from jalons.steering import words
from jalons.steering.page.part import Part
from jalons.steering.picture import picture_html
from jalons.steering.rules import (
    Standing,
    changes,
    differences,
    overview,
    priorities,
    strengths,
)
from jalons.ui.html import Safe, join, tag

MOST_LISTED = 10


class OverviewPart(Part):
    heading = "steering-overview"
    anchor = "ensemble"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.picture = ipywidgets.HTML()
        self.lists = ipywidgets.HTML()
        return self.picture, self.lists

    def draw(self) -> None:
        state, review, t = self.state, self.state.seen, self.t
        self.picture.value = picture_html(overview(state.questions, review), t)
        parts = [
            self._list("steering-strengths", strengths(state.questions, review)),
            self._list("steering-priorities", priorities(state.questions, review)),
        ]
        if not review.blind:
            apart = differences(state.questions, review)[:MOST_LISTED]
            lines = [words.difference_line(s, t) for s in apart]
            parts.append(self._lines("steering-differences", lines))
        if state.before is not None:
            before = state.before.seen_by(state.person)
            moved = changes(state.questions, before, review)[:MOST_LISTED]
            lines = [words.change_line(was, now, t) for was, now in moved]
            parts.append(self._lines("steering-changes", lines))
        self.lists.value = join(parts)

    def _list(self, key: str, found: Iterable[Standing]) -> Safe:
        lines = [words.standing_line(s, self.t) for s in list(found)[:MOST_LISTED]]
        return self._lines(key, lines)

    def _lines(self, key: str, lines: Sequence[str]) -> Safe:
        title = tag("h3", self.t(key))
        if not lines:
            return join([title, tag("p", self.t(f"{key}-none"), class_="j-soft")])
        return join([title, tag("ul", *(tag("li", line) for line in lines))])
