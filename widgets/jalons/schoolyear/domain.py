"""A school year as pupils live it: days of class, holidays, public holidays, weeks, parity.

Immutable and pure: where the dates come from is the business of `calendar`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

SUNDAY = 6
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Holiday:
    """School holidays: the first and the last day without class, both included.

    The official calendar says "after class" of the day of departure. A Saturday of departure is
    counted as the first day of the holidays, since hardly any class is held on it; on another
    weekday the holidays begin the day after.
    """

    name: str
    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Closed:
    """Why a day has no class: ``sunday``, ``public_holiday``, ``holiday`` or ``outside``."""

    kind: str
    name: str


@dataclass(frozen=True)
class Week:
    """A calendar week of the school year.

    Parameters
    ----------
    monday : date
    iso_week : int
        1 to 53.
    parity : str
        ``"A"`` in an odd ISO week, ``"B"`` in an even one.
    school_days : tuple of date
        Days of class, Monday to Saturday.
    holiday : str or None
        Name of the holidays when the whole week is off.
    """

    monday: date
    iso_week: int
    parity: str
    school_days: tuple[date, ...]
    holiday: str | None


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def iso_parity(day: date) -> str:
    """Return ``"A"`` in an odd ISO week, ``"B"`` in an even one.

    After a week 53 (odd), week 1 is odd too: two A in a row. The ``semaines`` table of a school
    overrides that.
    """
    return "A" if day.isocalendar().week % 2 else "B"


@dataclass(frozen=True)
class SchoolYear:
    """The calendar of one zone for one school year.

    Parameters
    ----------
    zone : str
        Code of the zone.
    label : str
        ``"2025-2026"``.
    first_day, last_day : date
        First and last day of class for pupils.
    holidays : tuple of Holiday
        Within the year, in order; the summer is not among them.
    public_holidays : dict of date to str
        French names, from the first to the last day of class. Not to be changed.
    status : str
        ``"to_confirm"`` when one of the dates does not come from an official source.
    sources : tuple of str
        Where the dates come from.
    """

    zone: str
    label: str
    first_day: date
    last_day: date
    holidays: tuple[Holiday, ...]
    public_holidays: dict[date, str] = field(hash=False)
    status: str
    sources: tuple[str, ...]

    def why_closed(self, day: date) -> Closed | None:
        """Return why there is no class on a day, None when there is."""
        if not self.first_day <= day <= self.last_day:
            return Closed("outside", "hors de l’année scolaire")
        if day in self.public_holidays:
            return Closed("public_holiday", self.public_holidays[day])
        for holiday in self.holidays:
            if holiday.covers(day):
                return Closed("holiday", holiday.name)
        return Closed("sunday", "dimanche") if day.weekday() == SUNDAY else None

    def is_school_day(self, day: date) -> bool:
        """Tell whether class can be held: Monday to Saturday, inside the year, not a holiday."""
        return day in self._school_day_set

    def school_days(self) -> tuple[date, ...]:
        return self._school_days

    def weeks(self) -> tuple[Week, ...]:
        """Return every calendar week from the first to the last day of class."""
        return self._weeks

    def parity(self, day: date, overrides: Mapping[date, str] | None = None) -> str:
        """Return ``"A"`` or ``"B"``.

        Parameters
        ----------
        day : date
        overrides : mapping of date to str, optional
            Parity that the school has given a week, by its Monday.
        """
        return (overrides or {}).get(monday_of(day)) or iso_parity(day)

    @cached_property
    def _school_days(self) -> tuple[date, ...]:
        span = (self.last_day - self.first_day).days + 1
        days = (self.first_day + timedelta(days=n) for n in range(span))
        return tuple(day for day in days if self.why_closed(day) is None)

    @cached_property
    def _school_day_set(self) -> frozenset[date]:
        return frozenset(self._school_days)

    @cached_property
    def _weeks(self) -> tuple[Week, ...]:
        first, last = monday_of(self.first_day), monday_of(self.last_day)
        count = (last - first).days // 7 + 1
        return tuple(self._week(first + timedelta(weeks=n)) for n in range(count))

    def _week(self, monday: date) -> Week:
        days = [monday + timedelta(days=n) for n in range(SUNDAY)]
        open_days = tuple(day for day in days if self.is_school_day(day))
        return Week(
            monday,
            monday.isocalendar().week,
            iso_parity(monday),
            open_days,
            None if open_days else self._holiday_of(days),
        )

    def _holiday_of(self, days: list[date]) -> str | None:
        """Return the name of the holidays that take most of these days."""
        taken = [(sum(map(holiday.covers, days)), holiday.name) for holiday in self.holidays]
        most, name = max(taken, default=(0, ""), key=lambda pair: pair[0])
        return name if most else None
