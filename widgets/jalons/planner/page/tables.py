"""The school's tables, filled in on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets

from jalons.planner import tables, words
from jalons.planner.page.part import Part
from jalons.ui.grid import LABELS, Grid
from jalons.ui.labels import labels
from jalons.ui.notice import Notice


class TablesPart(Part):
    """Closed until somebody opens it, or something in it must be mended."""

    heading = "planner-tables"
    anchor = "tableaux"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.editing = self.page.editing
        self.sheet = "classes"
        self.toggle = self.button(self.t("tables-open"), lambda: self.open(not self.is_open))
        self.grid = Grid(labels(self.t, "grid", LABELS))
        self.said = Notice()
        self.body = ipywidgets.VBox([self.grid, self.said], layout={"display": "none"})
        acts: dict[str, Callable[..., object]] = {
            "set": lambda cells: self.editing.set_cells(self.sheet, [tuple(c) for c in cells]),
            "insert": lambda at, rows: self.editing.insert(self.sheet, at, rows),
            "remove": lambda rows: self.editing.remove(self.sheet, rows),
            "undo": self.editing.undo,
            "redo": self.editing.redo,
            "sheet": self._choose,
        }
        for kind, act in acts.items():
            self.grid.on(kind, act)
        self.grid.on_error(self.report)
        self.watch(self.editing, self._edited, "draft")
        if self.editing.problems:
            self.open(True)
        return self.hint("tables-text"), self.toggle, self.body

    @property
    def is_open(self) -> bool:
        return str(self.body.layout.display) != "none"

    def open(self, visible: bool) -> None:
        self.body.layout.display = "" if visible else "none"
        self.toggle.description = self.t("tables-close" if visible else "tables-open")
        if visible:
            self._fill()
            self._say()

    def _choose(self, sheet: str) -> None:
        self.sheet = sheet
        self._fill()

    def _edited(self, _: Any) -> None:
        if self.editing.problems and not self.is_open:
            self.open(True)
        elif self.is_open:
            self._fill()
            self._say()

    def _fill(self) -> None:
        t, draft, problems = self.t, self.editing.draft, self.editing.problems
        with self.grid.hold_sync():
            self.grid.can_undo, self.grid.can_redo = self.editing.can_undo, self.editing.can_redo
            self.grid.show(
                tables.sheets(t, draft, problems),
                self.sheet,
                tables.columns(t, draft, self.sheet, self.page.letters),
                draft.rows(self.sheet),
                tables.errors(t, problems, self.sheet),
                self._note(),
            )

    def _note(self) -> str:
        file, rows = self.state.school_file, self.editing.draft.rows("seances")
        if self.sheet == "seances" and file and not any(map(any, rows)):
            return self.t("tables-library", count=len(file.school.sessions))
        return self.t(f"template-{self.sheet}")

    def _say(self) -> None:
        """How the tables stand, and what the last change did to the plan."""
        t, editing, plan = self.t, self.editing, self.state.plan
        told = []
        if (said := editing.said) is not None:
            where = tables.counted(t, said.counts)
            told.append(t("tables-renamed", old=said.old, new=said.new, where=where))
        if editing.lost:
            told.append(t("tables-lost", count=editing.lost))
        if editing.problems:
            key = "tables-wrong-plan" if plan else "tables-wrong"
            sentences = [problem.sentence(t) for problem in editing.problems]
            self._tell("error", t(key, count=len(sentences)), [*told, *sentences])
            return
        if editing.empty:
            self.said.clear()
            return
        broken = [words.rule_broken(t, one) for one in self.state.broken()]
        if plan is not None and plan.unplaced:
            told.append(t("tables-waiting", count=len(plan.unplaced)))
        if broken:
            self._tell("warn", t("tables-broken", count=len(broken)), [*told, *broken])
        else:
            self._tell("ok", t("tables-valid-plan" if plan else "tables-valid"), told)

    def _tell(self, kind: str, message: str, items: list[str]) -> None:
        self.said.say(kind, message, items, self.more(items, self.said.shown))

    def draw(self) -> None:
        if self.is_open:
            self._say()
