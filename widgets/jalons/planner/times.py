"""When things are possible in one school's year: slots by day, open days, windows, availability.

:class:`Times` answers the questions that the rules and the solver share, each computed once. It
judges no plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time, timedelta
from functools import cache, cached_property

from jalons.planner.domain import Task
from jalons.school.domain import (
    COUNCIL_INSTEAD,
    EVERY_WEEK,
    WEEKDAYS,
    Availability,
    Event,
    Placement,
    School,
    Slot,
)
from jalons.schoolyear import SchoolYear, school_year
from jalons.schoolyear.regulation import milestones

ONE_DAY = timedelta(days=1)
Interval = tuple[int, int]  # minutes since midnight, end excluded


def minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def at(minute: int) -> time:
    return time(minute // 60, minute % 60)


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same time as few intervals: overlapping and touching ones become one."""
    out: list[Interval] = []
    for start, end in sorted(intervals):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((start, end))
    return tuple(out)


class Times:
    """The year of one school.

    Parameters
    ----------
    school : School
        A checked school; its zone and year have a calendar.
    """

    def __init__(self, school: School) -> None:
        self.school = school
        self.year: SchoolYear = school_year(school.zone, school.year)
        self._slots: dict[str, dict[str, list[Slot]]] = {}
        for slot in school.slots:
            self._slots.setdefault(slot.class_name, {}).setdefault(slot.weekday, []).append(slot)
        self._placements: dict[str, list[Placement]] = {}
        for placement in school.placements:
            self._placements.setdefault(placement.class_name, []).append(placement)
        self._availabilities: dict[str, list[Availability]] = {}
        for availability in school.availabilities:
            self._availabilities.setdefault(availability.person, []).append(availability)
        self.slots_on = cache(self._slots_on)
        self.open_slots = cache(self._open_slots)
        self.window = cache(self._window)
        self.available = cache(self._available)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """Every day from the first to the last day of school, Sundays left out."""
        count = (self.year.last_day - self.year.first_day).days + 1
        days = (self.year.first_day + index * ONE_DAY for index in range(count))
        return tuple(day for day in days if day.weekday() < len(WEEKDAYS))

    def _holds(self, row: Slot | Availability, day: date) -> bool:
        """Does a row with parity and from–to dates hold on this day?"""
        if row.first is not None and day < row.first:
            return False
        if row.last is not None and day > row.last:
            return False
        return row.weeks in (EVERY_WEEK, self.year.parity(day, self.school.parities))

    def _slots_on(self, class_name: str, day: date) -> tuple[Slot, ...]:
        """The class's slots that occur on a day by weekday, parity and dates, open or not."""
        if day.weekday() >= len(WEEKDAYS):
            return ()
        rows = self._slots.get(class_name, {}).get(WEEKDAYS[day.weekday()], [])
        return tuple(slot for slot in rows if self._holds(slot, day))

    def placement_on(self, class_name: str, day: date) -> Placement | None:
        """The PFMP a class is in on a day."""
        for placement in self._placements.get(class_name, ()):
            if placement.first <= day <= placement.last:
                return placement
        return None

    def blocking_event(self, class_name: str, day: date) -> Event | None:
        """The event that takes a day away from a class."""
        for event in self.school.events:
            concerned = not event.classes or class_name in event.classes
            if event.blocks and concerned and event.first <= day <= event.last:
                return event
        return None

    def is_open(self, class_name: str, day: date) -> bool:
        """Is the class at school, with nothing that takes the day away?"""
        return (
            self.year.is_school_day(day)
            and self.placement_on(class_name, day) is None
            and self.blocking_event(class_name, day) is None
        )

    @cached_property
    def _open(self) -> dict[str, dict[date, tuple[Slot, ...]]]:
        return {
            c.name: {
                day: slots
                for day in self.days
                if (slots := self.slots_on(c.name, day)) and self.is_open(c.name, day)
            }
            for c in self.school.classes
        }

    def _open_slots(self, class_name: str) -> Mapping[date, tuple[Slot, ...]]:
        """Day → slots of a class that really take place, in order of time."""
        return self._open[class_name]

    def milestone(self, code: str, class_name: str) -> date | None:
        """The day of a milestone for a class; None when nobody has dated it.

        An event of the school's own file that bears the code of a milestone dates it.
        """
        own = [event.first for event in self.school.events if event.name == code]
        if own:
            return own[0]
        if code == "rentree":
            return self.year.first_day
        if code == "fin_annee":
            return self.year.last_day
        if code.startswith("conseil_"):
            period = code.removeprefix("conseil_")
            return self._council(class_name, period) or self._council(
                class_name, COUNCIL_INSTEAD[period]
            )
        dated = milestones(self.school.year).get(code)
        return dated.value if dated is not None and isinstance(dated.value, date) else None

    def _council(self, class_name: str, period: str) -> date | None:
        for council in self.school.councils:
            if (council.class_name, council.period) == (class_name, period):
                return council.day
        return None

    def _window(self, session_id: str, class_name: str) -> tuple[date, date]:
        """First and last day a session may take for a class, both included."""
        session = self.school.session_by_id[session_id]
        first = self._bound(session.earliest, class_name) or self.year.first_day
        last = self._bound(session.latest, class_name) or self.year.last_day
        return first, last

    def _bound(self, bound: date | str | None, class_name: str) -> date | None:
        return self.milestone(bound, class_name) if isinstance(bound, str) else bound

    def _available(self, person: str, day: date) -> tuple[Interval, ...]:
        """When a person can come on a day, in minutes; without any row of theirs, all day."""
        rows = self._availabilities.get(person)
        if rows is None:
            return ((0, 24 * 60),)
        weekday = WEEKDAYS[day.weekday()] if day.weekday() < len(WEEKDAYS) else ""
        return merged(
            (minutes(row.start), minutes(row.end)) if row.start and row.end else (0, 24 * 60)
            for row in rows
            if row.weekday in (None, weekday) and self._holds(row, day)
        )

    def pupils(self, task: Task) -> int:
        """How many pupils a task is for."""
        if task.group is not None:
            return self.school.group_by_name[task.group].size
        return self.school.class_by_name[task.class_name].size
