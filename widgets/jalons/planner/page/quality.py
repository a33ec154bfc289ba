"""What the plan is worth, in sentences: how far from the best, and each thing that was wanted."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner import words
from jalons.planner.objective import Wishes
from jalons.planner.page.part import Part
from jalons.planner.quality import Quality, gap_of, quality
from jalons.ui.html import Safe, join, tag

STYLE = Safe("""<style>
.j-quality { margin: 0; padding: 0; list-style: none; color: var(--j-ink); }
.j-quality li { padding: var(--j-space-1) 0; line-height: 1.5; }
.j-quality summary { cursor: pointer; min-height: 24px; }
.j-quality details p { margin: 0 0 var(--j-space-2) 1.2rem; color: var(--j-ink-soft); }
</style>""")


class QualityPart(Part):
    heading = "planner-quality"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.text = ipywidgets.HTML()
        self._wishes: Wishes | None = None
        return (self.text,)

    def draw(self) -> None:
        times, plan = self.state.times, self.state.plan
        self.show(plan is not None)
        if times is None or plan is None:
            return
        if self._wishes is None or self._wishes.times is not times:
            self._wishes = Wishes(times)
        parts = [self._item(one, len(plan.assignments)) for one in quality(self._wishes, plan)]
        self.text.value = join(
            [
                STYLE,
                tag("p", words.gap(self.t, gap_of(plan)), class_="j-hint"),
                tag("ul", *parts, class_="j-quality"),
                tag(
                    "details",
                    tag("summary", self.t("quality-how")),
                    tag("p", self.t("quality-order")),
                    class_="j-fold",
                ),
            ]
        )

    def _item(self, one: Quality, placed: int) -> Safe:
        sentence = words.wanted(self.t, one.part, placed)
        if not one.classes:
            return tag("li", sentence)
        key = f"quality-class-{one.part.name.replace('_', '-')}"
        most = sorted(one.classes, key=lambda c: -c[1])
        names = ", ".join(self.t(key, name=name, count=count) for name, count in most)
        return tag("li", tag("details", tag("summary", sentence), tag("p", names)))
