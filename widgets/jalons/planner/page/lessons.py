"""Choose sessions of the lesson library for the table of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import ipywidgets

from jalons.planner.page.part import Part
from jalons.planner.tables import word
from jalons.school.domain import COMMON, LEVELS
from jalons.school.tables import TABLES


class LessonsPart(Part):
    """Closed until somebody opens it; shows first what is for the levels that the school has."""

    heading = "planner-lessons"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.editing = self.page.editing
        self.toggle = self.button(t("lessons-open"), lambda: self.open(not self.is_open))
        self.rows = {row["seance"]: row for row in sorted(self.state.library, key=_in_order)}
        self.lessons = {name: self._box(self._label(row)) for name, row in self.rows.items()}
        self.others = self._box("")
        self.levels = {code: self._box(word(t, "niveau", code)) for code in LEVELS}
        self.classes: dict[str, ipywidgets.Checkbox] = {}
        self.class_row = self.row()
        self.add = self.button(t("lessons-add", count=0), self._add)
        self.add.button_style = "primary"
        names = [(f"{name} · {row['titre']}", name) for name, row in self.rows.items()]
        self.which = ipywidgets.Dropdown(options=names, description=t("lessons-sheet"))
        self.which.style.description_width = "initial"
        sheet = self.download("lessons-print", lambda: self._sheet(pupil_only=False))
        handout = self.download("lessons-print-pupil", lambda: self._sheet(pupil_only=True))
        self.body = ipywidgets.VBox(
            [
                self._group("lessons-read", self.row(self.which, sheet, handout)),
                self._group("lessons-which", ipywidgets.VBox(list(self.lessons.values()))),
                self.others,
                self._group("lessons-levels", self.row(*self.levels.values())),
                self._group("lessons-classes", self.class_row),
                self.add,
            ],
            layout={"display": "none"},
        )
        for box in self.lessons.values():
            self.watch(box, lambda _: self._count(), "value")
        self.watch(self.others, lambda _: self.draw(), "value")
        self.watch(self.editing, lambda _: self.draw(), "draft")
        return self.hint("lessons-text"), self.toggle, self.body

    @property
    def is_open(self) -> bool:
        return str(self.body.layout.display) != "none"

    def open(self, visible: bool) -> None:
        self.body.layout.display = "" if visible else "none"
        self.toggle.description = self.t("lessons-close" if visible else "lessons-open")
        self.draw()

    def _box(self, label: str) -> ipywidgets.Checkbox:
        return ipywidgets.Checkbox(False, description=label, indent=False, layout={"width": "auto"})

    def _label(self, row: Any, there: bool = False) -> str:
        purpose = row["finalite"]
        levels = ", ".join(word(self.t, "niveau", code) for code in row["niveaux"].split("|"))
        return self.t(
            "lessons-lesson",
            id=row["seance"],
            title=row["titre"],
            theme=word(self.t, "theme", row["theme"]) if row["theme"] else "none",
            parts=int(row["parties"]),
            minutes=int(row["duree_min"]),
            levels=levels,
            purpose="none" if purpose == COMMON else word(self.t, "finalite", purpose),
            there="yes" if there else "no",
        )

    def _group(self, key: str, content: ipywidgets.Widget) -> ipywidgets.VBox:
        return ipywidgets.VBox([self.hint(key), content])

    def draw(self) -> None:
        self.show(bool(self.lessons) and not self.editing.empty)
        if self.is_open:
            self._fill()

    def _fill(self) -> None:
        """What is in the table already cannot be added; classes are those of the school."""
        there = self.editing.draft.names("seances")
        fitting = self._fitting()
        for name, box in self.lessons.items():
            box.disabled = name in there
            box.description = self._label(self.rows[name], name in there)
            if name in there:
                box.value = False
            seen = name in fitting or self.others.value or box.value
            box.layout.display = "" if seen else "none"
        more = len(self.lessons) - len(fitting)
        self.others.description = self.t("lessons-others", count=more)
        self.others.layout.display = "" if more else "none"
        names = self.editing.draft.names("classes")
        if tuple(self.classes) != names:
            for box in self.classes.values():
                box.close()
            self.classes = {name: self._box(name) for name in names}
            self.class_row.children = tuple(self.classes.values())
        self._count()

    def _fitting(self) -> set[str]:
        """The sheets for a level of the school; all of them while nobody knows its levels."""
        file = self.state.school_file
        levels = {one.level for one in file.school.classes} if file else set(LEVELS)
        return {n for n, row in self.rows.items() if levels & set(row["niveaux"].split("|"))}

    def _sheet(self, pupil_only: bool) -> tuple[str, str, bytes]:
        from jalons.data.lessons import read_lessons
        from jalons.planner.lesson_pdf import lesson_pdf

        name = self.which.value
        lesson = next(one for one in read_lessons() if one.row["seance"] == name)
        data = lesson_pdf(lesson, self.t, date.today(), pupil_only)
        file = self.t("file-lesson-pupil" if pupil_only else "file-lesson")
        return f"{file}-{name}.pdf", "application/pdf", data

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
        for name, row in self.rows.items():
            if name in chosen:
                before = "|".join(other for other in row["apres"].split("|") if other in there)
                own = {"apres": before}
                own |= {"niveaux": "|".join(levels)} if levels else {}
                own |= {"classes": "|".join(classes)} if classes else {}
                rows.append([{**row, **own}[column] for column in TABLES["seances"].columns()])
        self.editing.insert("seances", len(self.editing.draft.rows("seances")), rows)
        for box in [*self.levels.values(), *self.classes.values()]:
            box.value = False


def _in_order(row: Any) -> tuple[int, str]:
    """From the first level to the last, as a school counts them."""
    return min(LEVELS.index(code) for code in row["niveaux"].split("|")), row["seance"]
