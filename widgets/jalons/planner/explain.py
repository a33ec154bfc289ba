"""Why a task is not in a plan: codes and facts, in the words of nobody yet.

Either nothing was possible from the start (:mod:`jalons.planner.candidates` says why), or every
possible time is taken: then the rules themselves are asked what stands in the way of each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from jalons.planner.candidates import Options, Start
from jalons.planner.domain import Assignment, Reason, Task
from jalons.planner.rules import broken_together, slots_around
from jalons.planner.times import Times
from jalons.school.domain import Slot

MOST_REASONS = 4


class Explainer:
    """Why tasks are left out of one plan; what is near to each is found once."""

    def __init__(self, times: Times, assignments: Iterable[Assignment]) -> None:
        self.times = times
        self.of_day: dict[date, list[Assignment]] = defaultdict(list)
        self.of_class: dict[str, list[Assignment]] = defaultdict(list)
        for a in assignments:
            self.of_day[a.day].append(a)
            self.of_class[a.task.class_name].append(a)

    def near(self, task: Task, day: date) -> tuple[Assignment, ...]:
        """What shares the day or the class: nothing else can be in the way."""
        own = (a for a in self.of_class[task.class_name] if a.day != day)
        return (*self.of_day[day], *own)

    def reasons(self, option: Options) -> tuple[Reason, ...]:
        """Why ``option.task`` is left out."""
        if option.reasons:
            return option.reasons
        blocking: Counter[tuple[str, str]] = Counter()
        for start in option.starts:
            near = self.near(option.task, start.day)
            tries = [_blocks(self.times, a, near) for a in _ways(option, start)]
            if not all(tries):
                # A time is left: the search ended before it was used.
                return (Reason("not_searched", {"date": start.day}),)
            # The way with the fewest obstacles is the one a person would try first.
            blocking.update(sorted(set(min(tries, key=lambda obstacles: len(set(obstacles))))))
        total = len(option.starts)
        return tuple(
            Reason(code, {"who": who, "count": count, "total": total})
            for (code, who), count in blocking.most_common(MOST_REASONS)
        )


def _ways(option: Options, start: Start) -> Iterator[Assignment]:
    """The task at one start with each choice of people and place (distinct people only)."""

    def staffs(role: int, chosen: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if role == len(start.people):
            yield chosen
            return
        for person in start.people[role]:
            if person not in chosen:
                yield from staffs(role + 1, (*chosen, person))

    for staff in staffs(0, ()):
        for place in start.places or (None,):
            yield start.assignment(option.task, staff, place)


def _blocks(
    times: Times, a: Assignment, assignments: tuple[Assignment, ...]
) -> list[tuple[str, str]]:
    found = []
    for other in assignments:
        if other.day == a.day or other.task.class_name == a.task.class_name:
            for reason in broken_together(times, a, other):
                found.append((reason.code, _who(reason, a)))
    if not found and not _slots_suffice(times, a, assignments):
        found.append(("target_busy", a.task.group or a.task.class_name))
    return found


def _slots_suffice(times: Times, a: Assignment, assignments: tuple[Assignment, ...]) -> bool:
    """Can it and the others of the same pupils and day each have a slot of their own?

    Two by two they may, and still be three in two slots that overlap.
    """
    same = [o for o in assignments if o.day == a.day and o.task.target == a.task.target]
    around = [slots_around(times, o) for o in (a, *same)]

    def give(index: int, used: frozenset[Slot]) -> bool:
        return index == len(around) or any(
            give(index + 1, used | {slot}) for slot in around[index] if slot not in used
        )

    return len(around) < 3 or give(0, frozenset())


def _who(reason: Reason, a: Assignment) -> str:
    facts = reason.facts
    return str(facts.get("person") or facts.get("place") or a.task.group or a.task.class_name)
