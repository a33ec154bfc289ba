"""What the plan leaves out, why, and what would help: a job looks for reasons and verifies them.

After a search that leaves obligatory sessions out the job starts by itself; the button asks again,
for the optional ones too.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence

import ipywidgets

from jalons.planner import words
from jalons.planner.domain import Plan, SolverInfo, Unplaced
from jalons.planner.page.part import Part
from jalons.ui.html import Safe, join, tag
from jalons.ui.job import LABELS, Job, JobBar

OPEN = 3  # so many sessions are unfolded; the others wait for a click
STYLE = Safe("""<style>
.j-why { border-top: 1px solid var(--j-line); padding: var(--j-space-2) 0; }
.j-why summary { cursor: pointer; min-height: 24px; font-weight: 600; color: var(--j-ink); }
.j-why summary span { font-weight: 400; color: var(--j-ink-soft); }
.j-why details { margin: var(--j-space-2) 0 0 1.2rem; }
.j-why p { margin: var(--j-space-2) 0 0; color: var(--j-ink); }
.j-why ul { margin: var(--j-space-1) 0 0; padding-left: 1.4rem; color: var(--j-ink); line-height: 1.5; }
@media print { .j-why { break-inside: avoid; } }
</style>""")  # noqa: E501


class LeftOutPart(Part):
    heading = "planner-left-out"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.job = Job(self._compute, self._deliver, self.report)
        self.own(self.job)
        labels = {name: t(f"ui-job-{name}") for name in LABELS}
        labels |= {name: t(f"why-{name}") for name in ("start", "running", "done", "stopped")}
        self.bar = JobBar(self.job, {**labels, "failed": t("why-failed")})
        self.count = ipywidgets.HTML()
        self.list = ipywidgets.HTML()
        self._by_itself = False
        self._asked: SolverInfo | None = None
        self.watch(self.job, lambda _: None if self.job.busy else self._start_once(), "status")
        return self.count, self.bar, self.list

    def draw(self) -> None:
        plan = self.state.plan
        self.notice.clear()
        self.show(plan is not None and bool(plan.unplaced))
        if plan is None or not plan.unplaced or self.state.school_file is None:
            return
        mandatory = sum(u.mandatory for u in plan.unplaced)
        optional = len(plan.unplaced) - mandatory
        sentence = self.t("why-count", mandatory=mandatory, optional=optional)
        self.count.value = tag("p", sentence, class_="j-hint")
        missing = [u for u in plan.unplaced if not u.verified]
        self.bar.blocked = "" if missing else self.t("why-blocked-none")
        self.list.value = self._html(plan)
        self._start_once()

    def _start_once(self) -> None:
        """After a search, and only once for each, where there is a page to watch it."""
        plan = self.state.plan
        if plan is None or plan.solver is None or plan.solver is self._asked:
            return
        if not any(u.mandatory and not u.verified for u in plan.unplaced):
            return
        if self.job.busy:
            self.job.stop()  # it explains a plan that is gone; this is asked again when it ends
            return
        try:
            asyncio.get_running_loop()
        except RuntimeError:  # a script: it asks for itself
            return
        self._asked, self._by_itself = plan.solver, True
        self.notice.clear()
        self.job.start()

    # --- the job ------------------------------------------------------------------------------

    def _compute(self, progress: Callable[..., None], stop: threading.Event) -> Plan:
        """Runs in a thread: reads the state, touches no widget."""
        optional, self._by_itself = not self._by_itself, False

        def tell(done: int, total: int) -> None:
            progress(done / total, self.t("why-note", number=done + 1, total=total))

        return self.state.explain(tell, stop, optional=optional)

    def _deliver(self, plan: Plan) -> None:
        if not self.state.accept_reasons(plan):
            self.notice.say("info", self.t("why-outdated"))

    # --- what is shown -------------------------------------------------------------------------

    def _html(self, plan: Plan) -> Safe:
        """One block a session, the obligatory first; in it, one a class or group."""
        sessions: dict[str, list[Unplaced]] = {}
        for u in sorted(plan.unplaced, key=lambda u: not u.mandatory):
            if not follows(u):
                sessions.setdefault(u.task.session, []).append(u)
        blocks = [
            self._session(left, number < OPEN) for number, left in enumerate(sessions.values())
        ]
        return join([STYLE, *blocks])

    def _session(self, left: list[Unplaced], unfolded: bool) -> Safe:
        first = left[0]
        assert self.state.school_file is not None
        title = self.state.school_file.school.session_by_id[first.task.session].title
        about = ", ".join(self._target(u) for u in left)
        kind = self.t("why-mandatory" if first.mandatory else "why-optional")
        summary = tag(
            "summary",
            f"{first.task.session} {title} ",
            tag("span", f"{self.t('why-for', target=about)}, {kind}"),
        )
        body = self._why(first)
        if len(left) > 1:
            body = [
                tag("details", tag("summary", self._target(u)), *self._why(u), open=number == 0)
                for number, u in enumerate(left)
            ]
        return tag("details", summary, *body, class_="j-why", open=unfolded)

    def _target(self, u: Unplaced) -> str:
        task = u.task
        part = f" ({self.t('why-part', part=task.part)})" if task.part > 1 else ""
        return f"{task.group or task.class_name}{part}"

    def _why(self, u: Unplaced) -> list[Safe]:
        t, body = self.t, []
        facts = [words.why_left_out(t, reason) for reason in u.reasons]
        if len(facts) == 1 and u.verified:
            body.append(tag("p", facts[0]))
        elif facts:
            body += [tag("p", t("why-clash" if u.verified else "why-quick")), _list(facts)]
        if u.ways_out:
            ways = [words.way_out(t, way) for way in u.ways_out]
            body += [tag("p", t("why-ways")), _list(ways)]
        elif u.verified and u.reasons[0].code not in ("search_again", "taken_out"):
            body.append(tag("p", t("why-no-way")))
        return body


def follows(u: Unplaced) -> bool:
    """Is it a later part, which is explained by the first one that is left out?"""
    return any(reason.code == "order" and "part" in reason.facts for reason in u.reasons)


def _list(sentences: Sequence[str]) -> Safe:
    return tag("ul", *(tag("li", sentence) for sentence in sentences))
