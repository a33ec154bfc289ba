"""Part 2: ask for a plan; progress while it is searched, and a Stop that keeps the best."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

import ipywidgets

from jalons.planner import words
from jalons.planner.domain import Plan
from jalons.planner.page.part import Part
from jalons.planner.progress import Progress
from jalons.planner.times import Times
from jalons.ui.job import LABELS, Job, JobBar
from jalons.ui.labels import labels


class SearchPart(Part):
    heading = "planner-propose"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.job = Job(self._compute, self._deliver, self.report)
        self.own(self.job)
        self.bar = JobBar(
            self.job, {**labels(self.t, "ui-job", LABELS), "start": self.t("planner-start")}
        )
        self._searched: Times | None = None
        return self.hint("planner-propose-text"), self.bar

    def draw(self) -> None:
        self.bar.blocked = "" if self.state.school_file else self.t("blocked-no-school")
        if self.job.busy and self.state.times is not self._searched:
            self.job.stop()  # it looks for a plan of a school that has changed

    def _compute(self, progress: Callable[..., None], stop: threading.Event) -> Plan:
        """Runs in a thread: reads the state, touches no widget."""
        self._searched = self.state.times

        def tell(step: Progress) -> None:
            share = step.placed / step.total if step.total else 1.0
            progress(share, words.so_far(self.t, step))

        return self.state.solve(tell, stop)

    def _deliver(self, plan: Plan) -> None:
        self.notice.clear()
        if self.state.times is self._searched:
            self.state.accept(plan)
        else:
            self.notice.say("warn", self.t("planner-search-outdated"))
