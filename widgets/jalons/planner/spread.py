"""An even spread of a class's year: the place of each session, and what is as good a place.

Pure; knows nothing of what a place costs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from jalons.planner.domain import Task
from jalons.planner.times import Times


def stretches(times: Times, class_name: str, weeks: tuple[date, ...]) -> dict[int, tuple[int, int]]:
    """Number of each week of a class → first and last week that are as good a place.

    What *even* means is the organisation's: with a slot every week or every other week, each of
    those weeks is a place of its own; hours pooled over the year are shared out between the
    holidays, and fall freely in between; a module (weeks with slots that follow each other) is
    one place, however dense.
    """
    organisation = times.school.class_by_name[class_name].organisation
    starts = [0]
    for index, (one, two) in enumerate(pairwise(weeks), start=1):
        if organisation == "globalise":
            between = range(7, (two - one).days, 7)
            new = any(_no_school(times, one + timedelta(days=d)) for d in between)
        elif organisation == "modules":
            new = (two - one).days > 7
        else:
            new = True
        if new:
            starts.append(index)
    ends = [*(start - 1 for start in starts[1:]), len(weeks) - 1]
    return {
        week: (first, last)
        for first, last in zip(starts, ends, strict=True)
        for week in range(first, last + 1)
    }


def _no_school(times: Times, monday: date) -> bool:
    return not any(times.year.is_school_day(monday + timedelta(days=d)) for d in range(5))


def ideal_weeks(
    times: Times, class_name: str, tasks: Iterable[Task], weeks: tuple[date, ...]
) -> dict[Task, int]:
    """The week, among those at school, that each task of a class has in an even spread.

    The steps of the class (a common task, or the tasks that its groups do side by side) get
    evenly spaced places; each place goes to the step that is due first among those that may
    come then: after its earliest day and after what must come before it.
    """
    steps: dict[tuple[str, int], list[Task]] = defaultdict(list)
    for task in tasks:
        steps[task.session, task.part].append(task)
    if not weeks or not steps:
        return {task: 0 for own in steps.values() for task in own}
    ideal: dict[Task, int] = {}
    depth = depths(times)
    left = sorted(steps, key=lambda s: (times.window(s[0], class_name)[1], depth[s[0]], s))
    count = _places(times, left)
    place = 0
    while left:  # more places than that are used only where windows keep purposes apart
        week = min(int((place + 0.5) * len(weeks) / count), len(weeks) - 1)
        place += 1
        for step in _due(times, class_name, left, weeks[week] + timedelta(days=6)):
            left.remove(step)
            first, last = times.window(step[0], class_name)
            inside = min(max(week, bisect_right(weeks, first) - 1), bisect_right(weeks, last) - 1)
            ideal.update(dict.fromkeys(steps[step], max(inside, 0)))
    return ideal


def _places(times: Times, steps: list[tuple[str, int]]) -> int:
    """How many steps follow each other: purposes go side by side."""
    by_purpose: dict[str, int] = defaultdict(int)
    for session, _ in steps:
        by_purpose[times.school.session_by_id[session].purpose] += 1
    return by_purpose.pop("commun", 0) + max(by_purpose.values(), default=0)


def _due(
    times: Times, class_name: str, left: list[tuple[str, int]], by: date
) -> list[tuple[str, int]]:
    """The step for the next place, with one of each other purpose beside it if it is a group's."""
    waiting = set(left)
    sessions = {session for session, _ in left}

    def ready(step: tuple[str, int]) -> bool:
        session = times.school.session_by_id[step[0]]
        return (
            times.window(step[0], class_name)[0] <= by
            and (step[0], step[1] - 1) not in waiting
            and not sessions.intersection(session.after)
        )

    order = [s for s in left if ready(s)] or left[:1]
    if not order:
        return []
    chosen = order[:1]
    if times.school.session_by_id[chosen[0][0]].purpose != "commun":
        for step in order[1:]:
            taken = {times.school.session_by_id[s].purpose for s, _ in chosen} | {"commun"}
            if times.school.session_by_id[step[0]].purpose not in taken:
                chosen.append(step)
    return chosen


@cache
def _depths(sessions: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, int]:
    after = dict(sessions)
    depth: dict[str, int] = {}

    def of(session_id: str) -> int:
        if session_id not in depth:
            depth[session_id] = 1 + max((of(b) for b in after[session_id]), default=-1)
        return depth[session_id]

    for session_id in after:
        of(session_id)
    return depth


def depths(times: Times) -> dict[str, int]:
    """How many sessions must come before each one, along its longest chain."""
    return _depths(tuple((s.id, s.after) for s in times.school.sessions))
