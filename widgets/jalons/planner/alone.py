"""A class as if it were alone in its school: what no plan of the school can better."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from jalons.planner.candidates import Start
from jalons.planner.domain import Task
from jalons.planner.model import Choice, Model
from jalons.planner.objective import WEIGHTS
from jalons.planner.problem import Placed, Problem, Taken
from jalons.planner.times import minutes


class Alone(Model):
    """A class as if it were alone, with all the people and places it likes at any time.

    One literal per task and slot occurrence: no plan of the school can do better for the class,
    so the costs of all classes add up to a bound.
    """

    def __init__(self, problem: Problem, class_name: str) -> None:
        super().__init__(problem, problem.free(class_name), Taken(problem), problem.pinned)

    def _add_starts(self, task: Task, starts: list[Start], choices: list[Choice]) -> None:
        by_slot: dict[tuple[date, int], list[Start]] = defaultdict(list)
        for start in starts:
            by_slot[start.day, id(start.slot)].append(start)
        was = self.wishes.before.get(task)
        for same in by_slot.values():
            literal = self.model.new_bool_var("")
            # Whenever it starts, it covers what lies between its latest start and earliest end.
            begin, end = max(s.begin for s in same), min(s.end for s in same)
            if begin < end:
                core = replace(same[0], begin=begin, end=end)
                self._occupy(task, core, literal)
            else:
                self._in_slot(task, same[0], literal)
            cost = WEIGHTS["week_from_even"] * self.wishes.weeks_away(task, same[0].day)
            if was is not None and not any(
                (s.day, s.begin) == (was.day, minutes(was.start)) for s in same
            ):
                cost += WEIGHTS["moved"]
            choices.append(Choice(literal, same[0], (), None, cost))

    def _balance(self, frozen: Placed) -> None:
        """Nobody's load is known here."""
