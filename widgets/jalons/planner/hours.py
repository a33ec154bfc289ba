"""Hours of a class in a plan, beside its target.

The hours of a class are the time its timetable gives to the sessions: groups that work at the
same time count once. The target is the school's own or, where it gives none, the regulation's
(weekly average × teaching weeks of the year and level, each with its source there).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from jalons.planner.domain import Assignment, Hours
from jalons.planner.times import Interval, Times, merged, minutes
from jalons.school.domain import SchoolClass
from jalons.schoolyear.regulation import target_hours


def target_of(year: str, school_class: SchoolClass) -> float | None:
    """Hours a year; None where neither the school nor the regulation gives a figure."""
    if school_class.target_hours is not None:
        return school_class.target_hours
    dated = target_hours(year, school_class.level)
    return float(dated.value) if dated is not None else None  # type: ignore[arg-type]


def hours_of(times: Times, assignments: Iterable[Assignment]) -> tuple[Hours, ...]:
    """Planned and target hours of every class, in the order of the school file."""
    busy: dict[tuple[str, date], list[Interval]] = defaultdict(list)
    for a in assignments:
        busy[a.task.class_name, a.day].append((minutes(a.start), minutes(a.end)))
    planned: dict[str, int] = defaultdict(int)
    for (class_name, _), intervals in busy.items():
        planned[class_name] += sum(end - start for start, end in merged(intervals))
    return tuple(
        Hours(c.name, round(planned[c.name] / 60, 2), target_of(times.school.year, c))
        for c in times.school.classes
    )
