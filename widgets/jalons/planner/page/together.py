"""What other people do to the same school, and what could not be kept: said at once, settled here.

Shown only when there is something to say.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import ipywidgets

from jalons.planner import words
from jalons.planner.domain import Assignment, Task
from jalons.planner.history import changed
from jalons.planner.merging import BOTH, Difference
from jalons.planner.page.part import Part
from jalons.planner.page.versions_words import changes, moment, who
from jalons.planner.versions import Together, Versions
from jalons.ui.html import Safe, join, tag
from jalons.ui.notice import Notice
from jalons.ui.table import Table
from jalons.workspace.domain import Version, WorkspaceError

EVERY_S = 5.0  # how often the page asks whether somebody saved
MOST_CHOICES = 30
# The bar stays in sight wherever one is on the page: its place is among the parts themselves.
STYLE = Safe("""<style>
.jalons .j-together { display: contents; }
.jalons .j-together-bar { position: sticky; top: 0; z-index: 30; }
.jalons .j-together-bar p { display: flex; flex-wrap: wrap; gap: 0 var(--j-space-4); margin: 0; max-width: none; padding: var(--j-space-2) var(--j-space-4); color: var(--j-ink); background: var(--j-warn-soft); border-bottom: 3px solid var(--j-warn); border-radius: var(--j-radius); }
.jalons .j-together a, .jalons .j-together-bar a { font-weight: 600; color: var(--j-ink); }
#ensemble { scroll-margin-top: 4rem; }
</style>""")  # noqa: E501


class TogetherPart(Part):
    heading = "together"
    anchor = "ensemble"
    watched = ("trouble", "conflict", "newer")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.versions = Versions(self.state)
        self.bar = ipywidgets.HTML()
        self.bar.add_class("j-together-bar")
        self.said = Notice()
        self.again = self.button(t("together-again"), self._again)
        self.update = self.button(t("together-update"), self.versions.take_newest)
        names = ("session", "base", "mine", "theirs")
        self.table = Table(t("together-table"), [t(f"together-{name}") for name in names])
        self.choices = ipywidgets.VBox()
        self.combine = self.button(t("together-combine"), self._combine)
        self.combine.button_style = "primary"
        self.mine = self.button(t("together-keep-mine"), self.versions.keep_mine)
        self.theirs = self.button(t("together-take-theirs"), self.versions.take_newest)
        self.settle = self.row(self.combine, self.mine, self.theirs)
        self._clashes: dict[Task, ipywidgets.Dropdown] = {}
        self._start_looking()
        return (
            self.bar,
            self.said,
            self.row(self.again, self.update),
            self.table,
            self.choices,
            self.settle,
            self.hint("together-nothing-lost"),
        )

    # --- what there is to say -----------------------------------------------------------------

    def draw(self) -> None:
        state, t = self.state, self.t
        pair = self.versions.together()
        self.widget.add_class("j-together")
        self.show(bool(pair or state.trouble or state.newer))
        self._visible(self.again, bool(state.trouble))
        self._visible(self.update, bool(state.newer) and not pair and not state.trouble)
        for widget in (self.table, self.choices, self.settle):
            self._visible(widget, pair is not None)
        code = "trouble" if state.trouble else "conflict" if pair else "newer"
        link = tag("a", t("together-bar-go"), href=f"#{self.anchor}")
        self.bar.value = join([STYLE, tag("p", tag("span", t(f"together-bar-{code}")), link)])
        if state.trouble is not None:
            self.said.say("error", state.trouble.sentence(t), [t("together-goes-on")])
        elif pair is not None:
            self._say_conflict(pair)
        elif state.newer is not None:
            self._say_newer(state.newer)
        else:
            self.said.clear()

    def _visible(self, widget: ipywidgets.Widget, visible: bool) -> None:
        widget.layout.display = "" if visible else "none"

    def _say_newer(self, version: Version) -> None:
        t, newer = self.t, self.versions.read(version.number)
        told = changes(t, changed(self.state.content(), newer))
        sentence = t("together-newer", who=who(t, version), when=moment(t, version))
        self.said.say("info", sentence, [told] if told else [])

    def _say_conflict(self, pair: Together) -> None:
        t = self.t
        differences = pair.differences
        clashes = [d for d in differences if d.by == BOTH]
        items = []
        if pair.tables:
            items.append(t("together-tables", names=", ".join(pair.tables)))
        if pair.clashing_tables:
            items.append(t("together-tables-clash", names=", ".join(pair.clashing_tables)))
        if clashes and not pair.clashing_tables:
            items.append(t("together-clashes", count=len(clashes)))
        self.said.say(
            "warn",
            t(
                "together-conflict",
                who=who(t, pair.version),
                when=moment(t, pair.version),
                count=len(differences),
            ),
            items,
        )
        self.table.fill([self._row(d) for d in differences])
        self._visible(self.table, bool(differences))
        self._visible(self.combine, not pair.clashing_tables)
        self._offer(clashes if not pair.clashing_tables else [])

    def _row(self, d: Difference) -> tuple[str, str, str, str]:
        name = words.task_name(d.task)
        file = self.state.school_file
        session = file.school.session_by_id.get(d.task.session) if file else None
        if session is not None:
            name = f"{name} · {session.title}"
        if d.by == BOTH:
            name = f"{name} ({self.t('together-both')})"
        return name, self._place(d.base), self._place(d.mine), self._place(d.theirs)

    def _place(self, a: Assignment | None) -> str:
        if a is None:
            return self.t("together-nowhere")
        with_whom = ", ".join(filter(None, [*a.staff, a.place]))
        when = words.when(self.t, a)
        return f"{when} ({with_whom})" if with_whom else when

    def _offer(self, clashes: Sequence[Difference]) -> None:
        """For each session that both changed: whose it will be."""
        chosen = {task: field.value for task, field in self._clashes.items()}
        options = [(self.t("together-mine"), "mine"), (self.t("together-theirs"), "theirs")]
        self._clashes = {
            d.task: ipywidgets.Dropdown(
                options=options,
                value=chosen.get(d.task, "mine"),
                description=words.task_name(d.task),
                style={"description_width": "initial"},
            )
            for d in clashes[:MOST_CHOICES]
        }
        before, self.choices.children = self.choices.children, tuple(self._clashes.values())
        for field in before:
            field.close()

    # --- what is done about it ----------------------------------------------------------------

    def _again(self) -> None:
        self.state.keep("again")

    def _combine(self) -> None:
        give_way = [task for task, field in self._clashes.items() if field.value == "theirs"]
        if not self.versions.combine(give_way):
            self.notice.say("warn", self.t("together-cannot"))

    # --- looking now and then -----------------------------------------------------------------

    def _start_looking(self) -> None:
        if not self.state.keeping.lasts:
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # without a page nobody waits
            return
        looking = loop.create_task(self._look())

        def stop() -> None:
            looking.cancel()

        self._undo.append(stop)

    async def _look(self) -> None:
        keeping = self.state.keeping
        while True:
            await asyncio.sleep(EVERY_S)
            before = keeping.standing
            with suppress(WorkspaceError):
                version: Any = await asyncio.to_thread(keeping.newer)
                if keeping.standing is before:  # nothing was saved or opened meanwhile
                    self.versions.told_newer(version)
