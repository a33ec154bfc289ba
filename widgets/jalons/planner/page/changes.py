"""What the last change of the plan did, session by session, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import ipywidgets

from jalons.planner import compare, words
from jalons.planner.compare import Change
from jalons.planner.domain import Assignment
from jalons.planner.page.part import Part
from jalons.ui.html import tag
from jalons.ui.table import table_html

UNFOLDED = 8  # so many changes are shown at once; more are folded
ALL = ("", "")


class ChangesPart(Part):
    heading = "planner-changes"
    watched: ClassVar[tuple[str, ...]] = (*Part.watched, "before")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.count = ipywidgets.HTML()
        self.who = ipywidgets.Dropdown(
            description=t("changes-who"), style={"description_width": "initial"}
        )
        self.table = ipywidgets.HTML()
        self.back = self.button(t("changes-back"), self.state.go_back)
        self._changes: tuple[Change, ...] = ()
        self.watch(self.who, self._chosen, "value")
        return self.count, self.row(self.who, self.back), self.table

    def draw(self) -> None:
        plan, before = self.state.plan, self.state.before
        self._changes = compare.differences(before, plan) if plan and before else ()
        self.show(bool(self._changes))
        if self._changes:
            counts = compare.counts(self._changes)
            self.count.value = tag("p", words.changes(self.t, counts), role="status")
            self._offer()
            self._fill(unfolded=len(self._changes) <= UNFOLDED)

    def _offer(self) -> None:
        """Only the classes and people that something changes for."""
        t, chosen = self.t, self.who.value
        classes = dict.fromkeys(sorted(c.task.class_name for c in self._changes))
        people = sorted({person for c in self._changes for person in c.people})
        choices = [
            (t("who-all"), ALL),
            *((t("who-class", name=name), ("class", name)) for name in classes),
            *((t("who-person", name=name), ("person", name)) for name in people),
        ]
        self.who.options = choices
        values = [value for _, value in choices]
        self.who.index = values.index(chosen) if chosen in values else 0

    def _chosen(self, _: Any) -> None:
        self._fill(unfolded=True)

    def _fill(self, *, unfolded: bool) -> None:
        t = self.t
        kind, name = self.who.value or ALL
        chosen = compare.concerning(
            self._changes,
            class_name=name if kind == "class" else None,
            person=name if kind == "person" else None,
        )
        columns = [t(f"changes-{name}") for name in ("session", "for", "old", "new")]
        rows = [self._row(change) for change in chosen]
        table = table_html(t("changes-title"), columns, rows)
        summary = tag("summary", t("changes-fold", count=len(rows)))
        self.table.value = tag("details", summary, table, open=unfolded, class_="j-fold")

    def _row(self, change: Change) -> tuple[str, ...]:
        assert self.state.school_file is not None
        task = change.task
        session = self.state.school_file.school.session_by_id[task.session]
        part = f" ({task.part}/{session.parts})" if session.parts > 1 else ""
        return (
            f"{session.id} {session.title}{part}",
            task.group or task.class_name,
            self._at(change.before, change),
            self._at(change.after, change),
        )

    def _at(self, a: Assignment | None, change: Change) -> str:
        """When, and with whom and where if that is not the same on both sides."""
        if a is None:
            return self.t("changes-nowhere")
        said = [words.when(self.t, a)]
        if change.new_people:
            said.append(", ".join(a.staff) or self.t("changes-nobody"))
        if change.new_place:
            said.append(a.place or self.t("changes-no-place"))
        return " · ".join(said)
