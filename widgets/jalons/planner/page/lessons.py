"""Choose sessions of the lesson library for the table of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.planner.page.part import Part
from jalons.planner.tables import word
from jalons.school.domain import LEVELS
from jalons.school.tables import TABLES


class LessonsPart(Part):
    """Closed until somebody opens it."""

    heading = "planner-lessons"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.editing = self.page.editing
        self.toggle = self.button(t("lessons-open"), lambda: self.open(not self.is_open))
        self.lessons = {row["seance"]: self._box(self._label(row)) for row in self.state.library}
        self.levels = {code: self._box(word(t, "niveau", code)) for code in LEVELS}
        self.classes: dict[str, ipywidgets.Checkbox] = {}
        self.class_row = self.row()
        self.add = self.button(t("lessons-add", count=0), self._add)
        self.add.button_style = "primary"
        self.body = ipywidgets.VBox(
            [
                self._group("lessons-which", ipywidgets.VBox(list(self.lessons.values()))),
                self._group("lessons-levels", self.row(*self.levels.values())),
                self._group("lessons-classes", self.class_row),
                self.add,
            ],
            layout={"display": "none"},
        )
        for box in self.lessons.values():
            self.watch(box, lambda _: self._count(), "value")
        self.watch(self.editing, self._tables_changed, "draft")
        return self.hint("lessons-text"), self.toggle, self.body

    @property
    def is_open(self) -> bool:
        return str(self.body.layout.display) != "none"

    def open(self, visible: bool) -> None:
        self.body.layout.display = "" if visible else "none"
        self.toggle.description = self.t("lessons-close" if visible else "lessons-open")
        self._tables_changed(None)

    def _box(self, label: str) -> ipywidgets.Checkbox:
        return ipywidgets.Checkbox(False, description=label, indent=False, layout={"width": "auto"})

    def _label(self, row: Any) -> str:
        levels = ", ".join(word(self.t, "niveau", code) for code in row["niveaux"].split("|"))
        return self.t(
            "lessons-lesson",
            id=row["seance"],
            title=row["titre"],
            theme=word(self.t, "theme", row["theme"]) if row["theme"] else "none",
            parts=int(row["parties"]),
            minutes=int(row["duree_min"]),
            levels=levels,
        )

    def _group(self, key: str, content: ipywidgets.Widget) -> ipywidgets.VBox:
        return ipywidgets.VBox([self.hint(key), content])

    def draw(self) -> None:
        self.show(bool(self.lessons) and not self.editing.empty)

    def _tables_changed(self, _: Any) -> None:
        """What is in the table already cannot be added; classes are those of the school."""
        self.draw()
        if not self.is_open:
            return
        there = self.editing.draft.names("seances")
        for name, box in self.lessons.items():
            box.disabled = name in there
            if name in there:
                box.value = False
        names = self.editing.draft.names("classes")
        if tuple(self.classes) != names:
            for box in self.classes.values():
                box.close()
            self.classes = {name: self._box(name) for name in names}
            self.class_row.children = tuple(self.classes.values())
        self._count()

    def _chosen(self) -> list[str]:
        return [name for name, box in self.lessons.items() if box.value]

    def _count(self) -> None:
        count = len(self._chosen())
        self.add.description = self.t("lessons-add", count=count)
        self.add.disabled = not count

    def _add(self) -> None:
        chosen = self._chosen()
        levels = [code for code, box in self.levels.items() if box.value]
        classes = [name for name, box in self.classes.items() if box.value]
        there = {*self.editing.draft.names("seances"), *chosen}
        rows = []
        for row in self.state.library:
            if row["seance"] in chosen:
                before = "|".join(name for name in row["apres"].split("|") if name in there)
                own = {"apres": before}
                own |= {"niveaux": "|".join(levels)} if levels else {}
                own |= {"classes": "|".join(classes)} if classes else {}
                rows.append([{**row, **own}[name] for name in TABLES["seances"].columns()])
        self.editing.insert("seances", len(self.editing.draft.rows("seances")), rows)
        for box in [*self.levels.values(), *self.classes.values()]:
            box.value = False
