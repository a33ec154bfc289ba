"""Pupils are in one session at a time, and a slot holds one session of the same pupils."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from jalons.planner.candidates import Start
from jalons.planner.domain import Task
from jalons.planner.problem import Literal, Problem, Way


class Meetings:
    """What keeps pupils from two sessions at a time, and slots from two sessions."""

    def __init__(self, every: dict[Task, list[Way]]) -> None:
        spans: dict[tuple[str, date], set[tuple[int, int]]] = defaultdict(set)
        for task, ways in every.items():
            for way in ways:
                spans[task.class_name, way.start.day].add((way.start.begin, way.start.end))
        self.cliques = {key: _cliques(own) for key, own in spans.items()}

    def of(self, start: Start) -> dict[Any, int]:
        span = start.begin, start.end
        cliques = self.cliques[start.slot.class_name, start.day]
        return {("pupils", i): 1 for i, clique in enumerate(cliques) if span in clique}

    def at_most_ones(
        self, every: dict[Task, list[tuple[Literal, Way]]], problem: Problem
    ) -> Iterable[list[Literal]]:
        lines: dict[Any, dict[tuple[int, int], list[Literal]]] = defaultdict(dict)
        slots: dict[Any, list[tuple[Literal, Start]]] = defaultdict(list)
        for task, ways in every.items():
            pupils = problem.pupils(task)
            for literal, way in ways:
                start = way.start
                for group in pupils:
                    line = lines[task.class_name, group, start.day]
                    line.setdefault((start.begin, start.end), []).append(literal)
                slots[task.target, start.day, id(start.slot)].append((literal, start))
        for (name, _, day), line in lines.items():
            seen: list[set[tuple[int, int]]] = []
            for clique in self.cliques[name, day]:
                now = {span for span in clique if span in line}
                if now and not any(now <= other for other in seen):
                    seen.append(now)
                    literals = [x for span in sorted(now) for x in line[span]]
                    if len(literals) > 1:
                        yield literals
        for own in slots.values():
            if max(s.begin for _, s in own) >= min(s.end for _, s in own):
                yield [literal for literal, _ in own]


def _cliques(spans: set[tuple[int, int]]) -> list[set[tuple[int, int]]]:
    """The largest sets of stretches of a day that have a moment in common."""
    found: list[set[tuple[int, int]]] = []
    for moment in sorted({begin for begin, _ in spans}):
        now = {(b, e) for b, e in spans if b <= moment < e}
        if not any(now <= other for other in found):
            found = [*(other for other in found if not other <= now), now]
    return found
