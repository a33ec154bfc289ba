"""What the plan leaves out, and why."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner import words
from jalons.planner.page.part import Part
from jalons.ui.table import Table


class LeftOutPart(Part):
    heading = "planner-left-out"

    def build(self) -> Sequence[ipywidgets.Widget]:
        names = ("session", "who", "mandatory", "why")
        self.table = Table(self.t("left-out-title"), [self.t(f"left-out-{name}") for name in names])
        return (self.table,)

    def draw(self) -> None:
        t, plan, file = self.t, self.state.plan, self.state.school_file
        self.show(plan is not None and bool(plan.unplaced))
        if plan is None or file is None:
            return
        self.table.fill(
            [
                (
                    f"{u.task.session} {file.school.session_by_id[u.task.session].title}",
                    u.task.group or u.task.class_name,
                    t("yes") if u.mandatory else t("no"),
                    " ".join(words.why_left_out(t, reason) for reason in u.reasons),
                )
                for u in plan.unplaced
            ]
        )
