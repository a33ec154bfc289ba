"""The ways a task may be placed: at a start, with people and a place named or only counted.

Names are given where they cost something (the plan one starts from had others) and on days on which
counting people was found not to be enough.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from jalons.planner.candidates import Start
from jalons.planner.domain import Task
from jalons.planner.objective import WEIGHTS
from jalons.planner.problem import Problem, Way
from jalons.planner.times import minutes

MOST_NAMED = 60  # rosters of one start that are named; where there are more, people are counted


class Rosters:
    """The ways of a problem's tasks.

    Parameters
    ----------
    problem : Problem
        What may go where.
    apart : bool
        Nobody and no place is ever taken.
    everywhere : bool
        Name people and places at every start.
    """

    def __init__(self, problem: Problem, *, apart: bool, everywhere: bool) -> None:
        self.problem = problem
        self.wishes = problem.wishes
        self.apart = apart
        self.everywhere = everywhere

    def ways(self, task: Task, starts: list[Start]) -> list[Way]:
        was = self.wishes.before.get(task)
        tight = self.problem.tight
        if was is None and not self.everywhere and (not tight or self.apart):
            if starts is self.problem.had(task):
                return self.problem.ways(task)
            return [self.problem.way(start) for start in starts]
        ways: list[Way] = []
        for start in starts:
            if was is None and not self.everywhere and start.day not in tight:
                ways.append(self.problem.way(start))
                continue
            same = was is not None and (start.day, start.begin) == (was.day, minutes(was.start))
            every = not self.apart and (self.everywhere or start.day in tight)
            other = WEIGHTS["moved"] if was is not None else 0  # at least, without the old names
            rosters = self._rosters(task, start) if same or every else []
            for staff, place in rosters:
                changes = self.wishes.changes(start.assignment(task, staff, place))
                if every or not changes:
                    ways.append(self._named(start, staff, place, changes * WEIGHTS["moved"]))
                if not changes:
                    other = WEIGHTS["moved"]
            if not every or not rosters:
                way = self.problem.way(start)
                if not same or not way.masks or self.apart:
                    other = 0 if same or was is None else WEIGHTS["moved"]
                key = way.key if was is None else (way.key, task)
                ways.append(replace(way, cost=other, key=key))
        return ways

    def _rosters(self, task: Task, start: Start) -> list[tuple[tuple[str, ...], str | None]]:
        """Each choice of people and place; none where there are too many."""
        busy = self.problem.taken(start)
        people = [[p for p in names if ("person", p) not in busy] for names in start.people]
        places: list[str | None] = [p for p in start.places if ("place", p) not in busy] or [None]
        was = self.wishes.before.get(task)
        size = len(places)
        for names in people:
            size *= len(names)
        if size > MOST_NAMED:
            if was is None:
                return []
            people = [[p for p in names if p in was.staff] for names in people]
            places = [p for p in places if p == was.place]
        return [
            (staff, place)
            for staff in product(*people)
            if len(set(staff)) == len(staff)
            for place in places
        ]

    def _named(self, start: Start, staff: tuple[str, ...], place: str | None, cost: int) -> Way:
        masks = [self.problem.mask("person", (p,)) for p in staff]
        if place is not None:
            masks.append(self.problem.mask("place", (place,)))
        return Way(start, tuple(masks), (id(start), cost, *masks), staff, place, cost)
