"""Begin without a file: a zone, a year, a few classes, and there is a school to plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ipywidgets

from jalons.planner.page.part import Part
from jalons.planner.tables import known_years, word
from jalons.school.domain import PLACE_TYPES, ROLES, WEEKDAYS
from jalons.school.starting import Start, class_names, first_tables
from jalons.school.tidy import level_of
from jalons.schoolyear import ZONES
from jalons.ui.notice import Notice

WIDE = {"description_width": "initial"}


class StartPart(Part):
    """Shown while there is no school; gone once there is one."""

    heading = "planner-start-without"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.name = ipywidgets.Text(t("start-name-value"), description=t("head-nom"), style=WIDE)
        self.zone = ipywidgets.Dropdown(
            options=[(word(t, "zone", code), code) for code in ZONES],
            description=t("head-zone"),
            style=WIDE,
        )
        self.year = ipywidgets.Dropdown(
            options=known_years(), value=_year_now(), description=t("start-year"), style=WIDE
        )
        self.classes = ipywidgets.Text(
            placeholder="TMELEC, 1MELEC, 2TNE",
            description=t("start-classes"),
            style=WIDE,
            layout={"width": "min(100%, 40rem)"},
        )
        self.weekday = ipywidgets.Dropdown(
            options=[(word(t, "jour", code), code) for code in WEEKDAYS],
            value="jeudi",
            description=t("start-slot"),
            style=WIDE,
        )
        self.begin = ipywidgets.Text("14:00", description=t("start-from"), style=WIDE)
        self.end = ipywidgets.Text("15:30", description=t("start-to"), style=WIDE)
        for field in (self.begin, self.end):
            field.layout.width = "9rem"
        self.said = Notice()
        self.go = self.button(t("start-go"), self._start)
        self.go.button_style = "primary"
        self.watch(self.page.editing, lambda _: self.draw(), "draft")
        return (
            self.hint("start-text"),
            self.row(self.name, self.zone, self.year),
            self.classes,
            self.row(self.weekday, self.begin, self.end),
            self.go,
            self.said,
        )

    def draw(self) -> None:
        self.show(self.state.school_file is None and self.page.editing.empty)

    def _start(self) -> None:
        names = class_names(self.classes.value)
        if not names:
            self.said.say("error", self.t("start-no-class"))
            return
        if strange := [name for name in names if not level_of(name)]:
            self.said.say("error", self.t("start-no-level", names=", ".join(strange)))
            return
        self.said.clear()
        start = Start(
            self.name.value.strip() or self.t("start-name-value"),
            self.zone.value,
            self.year.value,
            names,
            self.weekday.value,
            self.begin.value,
            self.end.value,
        )
        self.page.editing.fill(first_tables(start, self.state.library, self._called))

    def _called(self, code: str, class_name: str) -> str:
        column = "role" if code in ROLES else "type" if code in PLACE_TYPES else "finalite"
        what = word(self.t, column, code)
        key = "start-called" if class_name else "start-called-shared"
        return self.t(key, what=what[:1].upper() + what[1:], name=class_name)


def _year_now() -> str:
    """The school year that people plan today: from May on, the next one."""
    today = date.today()
    start = today.year if today.month >= 5 else today.year - 1
    years = known_years()
    return year if (year := f"{start}-{start + 1}") in years else years[-1]
