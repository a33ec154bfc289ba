"""The personalised block: which weeks of the year it can take, the best first, and why.

Length, window and whether the weeks may be apart are regulation of the year, with their status.
A week suits if the class is at school on enough of its days, is not in a company already (the
placements that the diploma asks for are counted apart) and no exam falls into it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from jalons.schoolyear import SchoolYear, school_year
from jalons.schoolyear.regulation import Dated, milestones, regulation
from jalons.support.domain import INSERTION, ClassYear

DAYS = 5  # Monday to Friday
ENOUGH = 4  # a week with a public holiday still counts
EXAMS = ("bac_pro_ecrits_debut", "bac_pro_francais_histoire", "bac_pro_economie", "bac_pro_pse")
ORAL = "bac_pro_oral_projet"  # belongs to the block; some years have a day for each finality
MOST = 6


@dataclass(frozen=True)
class Window:
    """What regulation says of the block in a year; ``rows`` are the values with their status."""

    weeks: int
    first: date
    last: date
    apart: bool
    rows: tuple[tuple[str, Dated], ...]

    @property
    def confirmed(self) -> bool:
        return all(dated.status == "confirmed" for _, dated in self.rows)


@dataclass(frozen=True, slots=True)
class Choice:
    """Some weeks that could be the block.

    Parameters
    ----------
    mondays : tuple of date
        One a week.
    days : int
        Days at school in them.
    problems : tuple of str
        Codes of what is not as it should be; none, and the choice is free of clashes.
    """

    mondays: tuple[date, ...]
    days: int
    problems: tuple[str, ...]


def window_of(year: ClassYear) -> Window | None:
    """The block of a year and level; None where regulation says nothing of one.

    Without a first day the block may begin with the year's classes; without a last one it may go
    on to their end.
    """
    rules = regulation(year.year)
    keys = ("bloc_semaines", "bloc_debut", "bloc_fin", "bloc_secable")
    found = {key: rules.get(key, year.level) for key in keys}
    length = found["bloc_semaines"]
    if length is None:
        return None
    calendar = school_year(year.zone, year.year)
    first, last, apart = found["bloc_debut"], found["bloc_fin"], found["bloc_secable"]
    return Window(
        weeks=int(length.value),  # type: ignore[arg-type]
        first=_day(first) or calendar.first_day,
        last=_day(last) or calendar.last_day,
        apart=apart is not None and apart.value == "oui",
        rows=tuple((key, dated) for key, dated in found.items() if dated is not None),
    )


def _day(dated: Dated | None) -> date | None:
    return dated.value if dated is not None and isinstance(dated.value, date) else None


def propose(year: ClassYear, finality: str) -> tuple[Choice, ...]:
    """The best choices of weeks, at most :data:`MOST`; none where no rule knows a block.

    Those without a problem come first, then those with most days at school. For work, weeks that
    touch a placement go before others: the stay in the company becomes a longer one. Then, as the
    choice is prepared through the year, the latest within the window.
    """
    window = window_of(year)
    if window is None:
        return ()
    calendar = school_year(year.zone, year.year)
    weeks = [w for w in _weeks(window) if _open_days(calendar, w)]
    found = [_choice(year, calendar, mondays) for mondays in _sets(weeks, window)]

    def rank(choice: Choice) -> tuple[int, int, int, list[int]]:
        longer = _touching(year, choice.mondays) if finality == INSERTION else 0
        late = [-monday.toordinal() for monday in reversed(choice.mondays)]
        return len(choice.problems), -choice.days, -longer, late

    return tuple(sorted(found, key=rank)[:MOST])


def exams_in(
    year: ClassYear, finality: str, mondays: tuple[date, ...]
) -> tuple[tuple[str, Dated], ...]:
    """The exams that fall into some weeks, the oral on the project among them, by their code."""
    dated = milestones(year.year)
    found = ((key, dated[key]) for key in (*EXAMS, ORAL, f"{ORAL}_{finality}") if key in dated)
    return tuple(
        (key, one)
        for key, one in found
        if isinstance(one.value, date)
        and any(monday <= one.value < monday + timedelta(days=DAYS) for monday in mondays)
    )


def _touching(year: ClassYear, mondays: tuple[date, ...]) -> int:
    """How many of the weeks come right before or after a placement."""
    week = timedelta(days=7)
    edges = {first - timedelta(days=first.weekday()) - week for first, _ in year.placements}
    edges |= {last - timedelta(days=last.weekday()) + week for _, last in year.placements}
    return sum(monday in edges for monday in mondays)


def _weeks(window: Window) -> list[date]:
    """The Mondays of the weeks that lie within the window as a whole."""
    monday = window.first + timedelta(days=-window.first.weekday() % 7)
    count = max(0, (window.last - monday).days + 3) // 7  # a window may end on a Friday
    return [monday + timedelta(days=7 * n) for n in range(count)]


def _sets(weeks: list[date], window: Window) -> Iterator[tuple[date, ...]]:
    if window.apart:
        yield from combinations(weeks, window.weeks)
        return
    for index in range(len(weeks) - window.weeks + 1):
        chosen = tuple(weeks[index : index + window.weeks])
        if chosen[-1] - chosen[0] == timedelta(days=7 * (window.weeks - 1)):
            yield chosen


def _open_days(calendar: SchoolYear, monday: date) -> int:
    days = (monday + timedelta(days=n) for n in range(DAYS))
    return sum(
        calendar.first_day <= day <= calendar.last_day and calendar.why_closed(day) is None
        for day in days
    )


def _choice(year: ClassYear, calendar: SchoolYear, mondays: tuple[date, ...]) -> Choice:
    counts = [_open_days(calendar, monday) for monday in mondays]
    problems = []
    if min(counts) < ENOUGH:
        problems.append("short_week")
    spans = [(monday, monday + timedelta(days=DAYS - 1)) for monday in mondays]
    if any(
        first <= end and begin <= last for begin, end in spans for first, last in year.placements
    ):
        problems.append("placement")
    if any(key in EXAMS for key, _ in exams_in(year, "", mondays)):
        problems.append("exam")
    councils = [year.councils[p] for p in year.council_before_last()]
    if councils and mondays[0] < min(councils):
        problems.append("before_councils")
    return Choice(mondays, sum(counts), tuple(problems))
