"""The files one takes away from the page: calendars, workbook, JSON, template."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from jalons.i18n import Translator
from jalons.planner.calendars import Calendars, Choice, File, choices
from jalons.planner.codec import to_json
from jalons.planner.domain import Plan
from jalons.planner.names import slug
from jalons.planner.pdf import class_sheets, door_sheet, year_poster
from jalons.planner.state import PlannerState
from jalons.planner.team import standing
from jalons.planner.xlsx import to_xlsx
from jalons.school.domain import School
from jalons.school.template import template_bytes

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Exports:
    """Files made from the plan of a state, when they are asked for."""

    def __init__(self, state: PlannerState, t: Translator, letters: Mapping[str, str]) -> None:
        self.state, self.t, self._letters = state, t, letters
        self.calendars = Calendars(state, t)

    def choices(self) -> list[tuple[str, Choice]]:
        """Whose calendar there can be: label and choice, the whole school first."""
        return choices(self._plan()[0], self.t)

    def ics(self, choice: Choice) -> File:
        return self.calendars.make(*self._plan(), choice)

    def xlsx(self) -> File:
        school, plan = self._plan()
        return (
            f"{self._stem(school)}.xlsx",
            XLSX,
            to_xlsx(school, plan, self.t, standing(self.state.team_dates())),
        )

    def json(self) -> File:
        school, plan = self._plan()
        text = json.dumps(to_json(plan, self.t), ensure_ascii=False, indent=1)
        return f"{self._stem(school)}.json", "application/json", text.encode()

    def poster(self) -> File:
        school, plan = self._plan()
        return (
            f"{self.t('file-poster')}-{self._stem(school)}.pdf",
            PDF,
            self._pdf(year_poster, plan, team=self.state.team_dates()),
        )

    def sheets(self, choice: Choice) -> File:
        """The sheet of the chosen class, or of every class."""
        school, plan = self._plan()
        name = self._class_of(school, choice)
        stem = slug(name) if name else self._stem(school)
        classes = [name] if name else None
        data = self._pdf(class_sheets, plan, classes=classes)
        return f"{self.t('file-sheets')}-{stem}-{school.year}.pdf", PDF, data

    def door(self, choice: Choice) -> File:
        """The next sessions of the chosen class in large type, for its door."""
        school, plan = self._plan()
        name = self._class_of(school, choice)
        if name is None:
            raise ValueError("the door sheet is of one class")
        assert self.state.times is not None
        today = datetime.now().astimezone().date()
        data = door_sheet(self.state.times, plan, name, self._letters, self.t, today)
        return f"{self.t('file-door')}-{slug(name)}-{school.year}.pdf", PDF, data

    def has_door(self, choice: Choice) -> bool:
        return self._class_of(self._plan()[0], choice) is not None

    def _class_of(self, school: School, choice: Choice) -> str | None:
        kind, name = choice
        if kind == "group":
            return school.group_by_name[name].class_name
        return name if kind == "class" else None

    def _pdf(self, make: Callable[..., bytes], plan: Plan, **options: Any) -> bytes:
        assert self.state.times is not None
        today = datetime.now().astimezone().date()
        return make(self.state.times, plan, self._letters, self.t, today, **options)

    def template(self) -> File:
        return self.t("template-file"), XLSX, template_bytes(self.t)

    def _stem(self, school: School) -> str:
        return f"planning-{slug(school.name)}-{school.year}"

    def _plan(self) -> tuple[School, Plan]:
        if self.state.school_file is None or self.state.plan is None:
            raise ValueError("there is no plan yet")
        return self.state.school_file.school, self.state.plan
