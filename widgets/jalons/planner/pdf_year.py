"""A school's year on paper: what happens to each class, by date, in words already.

The one source of the sheets, the door sheet and the poster; lays out nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.board import MARKS, board_data
from jalons.planner.domain import Assignment, Hours, Plan
from jalons.planner.hours import hours_of
from jalons.planner.times import Times
from jalons.printing.press import Data, day_text, span_text
from jalons.school.domain import SchoolClass

QUIET_ORDER = ("holiday", "closed", "pfmp", "blocked", "event", "council", "mark", "to-confirm")
# Which levels a national date concerns; those of Parcoursup and the bac pro are for terminale.
MARK_LEVELS = {"cap_ecrits_debut": ("CAP2", "CAP1AN")}


@dataclass(frozen=True)
class Year:
    """What the three documents are made from."""

    times: Times
    plan: Plan
    letters: Mapping[str, str]
    t: Translator
    issued: date

    @cached_property
    def board(self) -> Data:
        return board_data(self.times, self.plan, self.letters, self.t)

    @cached_property
    def row_of(self) -> dict[str, Data]:
        return {row["id"]: row for row in self.board["rows"]}

    @cached_property
    def hue_of(self) -> dict[str, int]:
        return {theme["code"]: theme["hue"] for theme in self.board["themes"]}

    @cached_property
    def hours(self) -> dict[str, Hours]:
        return {h.class_name: h for h in hours_of(self.times, self.plan.assignments)}

    @cached_property
    def zone(self) -> str:
        key = f"zone-{self.times.year.zone}"
        return self.t(key) if self.t.has(key) else self.times.year.zone

    def class_named(self, name: str) -> SchoolClass:
        school = self.times.school
        if name not in school.class_by_name:
            known = ", ".join(school.class_by_name)
            raise ValueError(self.t("pdf-unknown-class", name=name, known=known))
        return school.class_by_name[name]

    def document(self, title: str) -> Data:
        """What every document says of itself."""
        t = self.t
        notes = [t("pdf-footer", date=day_text(t, self.issued, "d MMMM y"))]
        if self.times.year.status != "confirmed":
            notes.append(t("pdf-footer-calendar"))
        school = self.times.school.name
        return {"title": title, "lang": t.lang, "school": school, "footer": " · ".join(notes)}

    def sessions(self, class_name: str) -> list[tuple[Assignment, Data]]:
        """The assignments of a class with their chips, by date and time."""
        mine = [a for a in self.plan.assignments if a.task.class_name == class_name]
        # The board makes the chips of a row in the order of the plan.
        pairs = zip(mine, self.row_of[class_name]["chips"], strict=True)
        return sorted(pairs, key=lambda pair: (pair[0].day, pair[0].start, pair[0].task))

    def agenda(self, school_class: SchoolClass) -> list[Data]:
        """A class's year by date: its sessions, and quieter what surrounds them."""
        rows = [
            *class_bands(self, school_class.name),
            *_councils(self, school_class.name),
            *_national(self, school_class.level),
            *_days_off(self, school_class.name),
            *(session_row(self, a, chip) for a, chip in self.sessions(school_class.name)),
        ]
        order = (*QUIET_ORDER, "session")
        return sorted(
            rows, key=lambda row: (row["first"], order.index(row["kind"]), row.get("time", ""))
        )


# --- rows of an agenda ------------------------------------------------------------------------


def session_row(year: Year, a: Assignment, chip: Data) -> Data:
    t = year.t
    return {
        "kind": "session",
        "first": a.day,
        "last": a.day,
        "when": day_text(t, a.day, "EEE d MMM"),
        "day-name": day_text(t, a.day, "EEEE d MMMM"),
        "time": f"{words.clock(a.start)}–{words.clock(a.end)}",
        "letter": chip["letter"],
        "theme": chip["theme"],
        "hue": year.hue_of[chip["theme"]],
        "group": a.task.group is not None,
        "group-name": t("chip-group", name=a.task.group) if a.task.group else "",
        "title": chip["title"],
        "people": ", ".join(a.staff),
        "place": a.place or "",
    }


def _quiet(t: Translator, kind: str, first: date, last: date, title: str) -> Data:
    when = span_text(t, first, last) if first != last else day_text(t, first, "EEE d MMM")
    return {"kind": kind, "first": first, "last": last, "when": when, "title": title}


def class_bands(year: Year, class_name: str) -> Iterator[Data]:
    for band in year.row_of[class_name]["bands"]:
        first, last = date.fromisoformat(band["first"]), date.fromisoformat(band["last"])
        yield _quiet(year.t, band["kind"], first, last, band["label"])


def _councils(year: Year, class_name: str) -> Iterator[Data]:
    for council in year.times.school.councils:
        if council.class_name == class_name:
            title = year.t("pdf-council-title", period=council.period)
            yield _quiet(year.t, "council", council.day, council.day, title)


def _national(year: Year, level: str) -> Iterator[Data]:
    """The national dates that concern a level; the board names them by their labels."""
    t = year.t
    wanted = {
        t(f"mark-{code.replace('_', '-')}")
        for code in MARKS
        if level in MARK_LEVELS.get(code, ("TPRO",))
    }
    for mark in year.board["marks"]:
        if mark["label"] in wanted:
            day = date.fromisoformat(mark["date"])
            if mark["status"] == "confirmed":
                yield _quiet(t, "mark", day, day, mark["label"])
            else:
                title = t("pdf-to-confirm-title", title=mark["label"])
                yield _quiet(t, "to-confirm", day, day, title)


def _days_off(year: Year, class_name: str) -> Iterator[Data]:
    """Holidays, and the public holidays that take a slot of the class away."""
    t, calendar = year.t, year.times.year
    for holiday in calendar.holidays:
        title = t("pdf-holiday-title", name=holiday.name)
        yield _quiet(t, "holiday", holiday.first, holiday.last, title)
    for day, name in calendar.public_holidays.items():
        within = any(holiday.covers(day) for holiday in calendar.holidays)
        if not within and year.times.slots_on(class_name, day):
            yield _quiet(t, "closed", day, day, t("pdf-closed-title", name=name))


def upcoming(agenda: Sequence[Data], today: date, count: int) -> list[Data]:
    """The next sessions, and between them what keeps the class away."""
    sessions = [row for row in agenda if row["kind"] == "session" and row["first"] >= today]
    if not sessions:
        return []
    chosen = sessions[:count]
    until = chosen[-1]["first"]
    away = ("holiday", "pfmp", "blocked")
    return [
        row
        for row in agenda
        if row in chosen or (row["kind"] in away and row["last"] >= today and row["first"] <= until)
    ]


def theme_names(themes: Sequence[Data], rows: Sequence[Data]) -> str:
    used = {row["theme"] for row in rows if row["kind"] == "session"}
    return " · ".join(f"{x['letter']} {x['label']}" for x in themes if x["code"] in used)
