"""What a search of a school works on: what may go where, what must follow what, who is needed.

All that does not change in a search is found once. Knows no solver and no word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from jalons.planner.candidates import Options, Start, options_of
from jalons.planner.domain import Assignment, Task
from jalons.planner.objective import WEIGHTS, Wishes
from jalons.planner.rules import comes_before
from jalons.planner.times import Times, minutes

Placed = Mapping[Task, Assignment]
Spots = Mapping[Task, Start]  # when, without saying with whom
Literal = Any  # of OR-Tools, which has no types


@dataclass(frozen=True, slots=True)
class Way:
    """A start of a task; ``staff`` is None where the people and the place are only counted."""

    start: Start
    masks: tuple[int, ...]
    key: Hashable
    staff: tuple[str, ...] | None = None
    place: str | None = None
    cost: int = 0  # of being another time, or other names, than before


class Problem:
    """A school, what may go where, and what is wanted: all that does not change in a search.

    ``pinned`` assignments are never free; with ``tasks``, only these are looked at; ``check`` is
    called now and then and may raise to give up.
    """

    def __init__(
        self,
        times: Times,
        wishes: Wishes,
        pinned: Placed,
        tasks: Iterable[Task] | None = None,
        check: Callable[[], None] = lambda: None,
    ) -> None:
        self.times = times
        self.wishes = wishes
        self.pinned = dict(pinned)
        self.options: dict[Task, Options] = {}
        for task in wishes.tasks if tasks is None else tasks:
            check()
            if task not in self.pinned:
                self.options[task] = options_of(times, task)
        self.possible = [task for task, option in self.options.items() if option.starts]
        self.order = cache(self._order)
        self.groups: dict[str, list[str | None]] = {c.name: [] for c in times.school.classes}
        for group in times.school.groups:
            self.groups[group.class_name].append(group.name)
        self.pool_of = {person: pool for pool in wishes.pools for person in pool}
        people = [("person", p) for p in times.school.roles_of]
        places = [("place", place.name) for place in times.school.places]
        self._bits = {name: 1 << index for index, name in enumerate([*people, *places])}
        self.tight: set[date] = set()  # days on which counting people was found not to be enough
        self._ways: dict[int, Way] = {}
        self._masks: dict[tuple[str, tuple[str, ...]], int] = {}
        self._had: dict[Task, list[Start]] = {}
        self._had_ways: dict[Task, list[Way]] = {}
        self.busy: dict[date, list[tuple[int, int, int]]] = defaultdict(list)
        for a in self.pinned.values():
            mask = self.mask("person", a.staff)
            if a.place is not None:
                mask |= self.mask("place", (a.place,))
            self.busy[a.day].append((minutes(a.start), minutes(a.end), mask))

    def mask(self, kind: str, names: Iterable[str]) -> int:
        """A set of people or places as bits; whom the file does not know counts for nobody."""
        whole = 0
        for name in names:
            whole |= self._bits.get((kind, name), 0)
        return whole

    def _known_mask(self, kind: str, names: tuple[str, ...]) -> int:
        mask = self._masks.get((kind, names))
        if mask is None:
            mask = self._masks[kind, names] = self.mask(kind, names)
        return mask

    def masks(self, start: Start) -> tuple[int, ...]:
        """The sets of which a start needs one each, without those that pinned tasks keep busy.

        A set may be empty: then the start is not to be had.
        """
        return self.way(start).masks

    def way(self, start: Start) -> Way:
        """The start with everybody only counted."""
        key = id(start)  # starts live as long as the options do
        way = self._ways.get(key)
        if way is None:
            masks = [self._known_mask("person", people) for people in start.people]
            if start.places:
                masks.append(self._known_mask("place", start.places))
            for begin, end, mask in self.busy.get(start.day, ()):
                if begin < start.end and start.begin < end:
                    masks = [m & ~mask for m in masks]
            way = self._ways[key] = Way(start, tuple(masks), key)
        return way

    def ways(self, task: Task) -> list[Way]:
        """The starts of :meth:`had`, with everybody only counted."""
        if task not in self._had_ways:
            self._had_ways[task] = [self.way(start) for start in self.had(task)]
        return self._had_ways[task]

    def had(self, task: Task) -> list[Start]:
        """The starts of a task that pinned tasks leave somebody for."""
        if task not in self._had:
            starts = self.options[task].starts
            self._had[task] = [s for s in starts if not self.busy or all(self.masks(s))]
        return self._had[task]

    def taken(self, start: Start) -> set[tuple[str, str]]:
        """The people and places that pinned tasks keep busy at some time of a start."""
        return {
            name
            for begin, end, mask in self.busy.get(start.day, ())
            if begin < start.end and start.begin < end
            for name, bit in self._bits.items()
            if bit & mask
        }

    def constant(self, class_name: str) -> int:
        """What a class costs whatever the search does: what is impossible, and what is pinned."""
        own = self.wishes.tasks_of[class_name]
        if not self.free(class_name):
            return self.wishes.class_cost(class_name, self.pinned)
        pinned = [self.pinned[t] for t in own if t in self.pinned]
        away = sum(self.wishes.weeks_away(a.task, a.day) for a in pinned)
        impossible = [t for t in own if t in self.options and not self.options[t].starts]
        return (
            sum(map(self.wishes.left_out, impossible))
            + WEIGHTS["week_from_even"] * away
            + WEIGHTS["moved"] * sum(map(self.wishes.changes, pinned))
        )

    def free(self, class_name: str) -> list[Task]:
        tasks = self.wishes.tasks_of[class_name]
        return [t for t in tasks if t in self.options and self.options[t].starts]

    def _order(self, class_name: str) -> list[tuple[Task, Task]]:
        """The pairs of a class that must follow each other."""
        tasks = self.wishes.tasks_of[class_name]
        return [(a, b) for a in tasks for b in tasks if comes_before(self.times, a, b)]

    def pupils(self, task: Task) -> list[str | None]:
        """The groups a task occupies; None is a class without groups."""
        return [task.group] if task.group is not None else self.groups[task.class_name] or [None]
