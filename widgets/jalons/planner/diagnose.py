"""Why an obligatory task is left out, and what would help: each answer verified by solving again.

A clash is a set of facts and other sessions that cannot all hold with the task; with just that
set the task has no place, and without any one of its members it has (drop-one). A way out is a
change of the school's file with which the task and all that is placed find a place. Words nothing;
:mod:`jalons.planner.explain` gives the quick reasons where there is no time for this.
"""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from jalons.planner.candidates import places_for, team_for
from jalons.planner.domain import Assignment, Plan, Reason, Task
from jalons.planner.model import Model
from jalons.planner.objective import Wishes
from jalons.planner.problem import Problem, Taken, counted
from jalons.planner.times import Times
from jalons.school.domain import EVERY_WEEK, WEEKDAYS, Availability, Place, School

WORK = 4.0  # units of work for one verification
MOST_WAYS_OUT = 3
Relax = Callable[[School], School]


@dataclass(frozen=True)
class Diagnosis:
    """``clash`` is empty where none could be verified in time; so may ``ways_out`` be."""

    task: Task
    clash: tuple[Reason, ...]
    ways_out: tuple[Reason, ...]


def diagnose(school: School, plan: Plan, *, budget_s: float = 20.0) -> tuple[Diagnosis, ...]:
    """A diagnosis of each obligatory task that a plan leaves out.

    Parameters
    ----------
    school : School
        The plan's school.
    plan : Plan
        A plan of it.
    budget_s : float
        Seconds for all; each task gets the same share of what is left.
    """
    left = [u.task for u in plan.unplaced if u.mandatory]
    end = clock.perf_counter() + budget_s
    found = []
    for index, task in enumerate(left):
        share = (end - clock.perf_counter()) / (len(left) - index)
        found.append(_Case(school, plan, task, clock.perf_counter() + share).diagnosis())
    return tuple(found)


@dataclass(frozen=True)
class _Fact:
    """Something the school's file says, and the school without it."""

    reason: Reason
    without: Relax


class _Case:
    def __init__(self, school: School, plan: Plan, task: Task, end: float) -> None:
        self.school = school
        self.plan = plan
        self.task = task
        self.end = end
        self.times = Times(school)
        self.session = school.session_by_id[task.session]
        self.placed = {a.task: a for a in plan.assignments}

    @property
    def late(self) -> bool:
        return clock.perf_counter() > self.end

    def diagnosis(self) -> Diagnosis:
        return Diagnosis(self.task, self.clash(), tuple(self.ways_out()))

    # --- the clash -----------------------------------------------------------------------------

    def clash(self) -> tuple[Reason, ...]:
        others = [] if self.impossible(self.school, []) else self.rivals()
        if others and not self.impossible(self.school, others):
            return ()  # what it clashes with is wider than what is near to it
        others = self.fewest_others(others)
        kept, school = [], self.school
        for fact in self.facts():
            if self.late:
                return ()
            without = fact.without(school)
            if self.impossible(without, others):
                school = without
            else:
                kept.append(fact.reason)
        named = [
            Reason("session", {"session": t.session, "target": t.group or t.class_name})
            for t in others
        ]
        # What is left is enough for the clash: verified with just that set.
        if self.late or not self.impossible(school, others):
            return ()
        return (*kept, *named)

    def rivals(self) -> list[Task]:
        """Obligatory tasks of the same pupils, and those that want the same people or places."""
        names = {p for role in self.session.roles for p in team_for(self.times, self.task, role)}
        places = set(places_for(self.times, self.task, self.session))
        out = []
        for task in Wishes(self.times).tasks:
            session = self.school.session_by_id[task.session]
            if task == self.task or not session.mandatory:
                continue
            a = self.placed.get(task)
            if task.shares_pupils(self.task) or (
                a is not None and (names & set(a.staff) or a.place in places)
            ):
                out.append(task)
        # The pupils' own sessions are dropped last: they say most.
        return sorted(out, key=lambda t: (t.shares_pupils(self.task), t))

    def fewest_others(self, others: list[Task]) -> list[Task]:
        """Drop others, many at a time and then one by one, as long as the clash remains."""
        size = max(1, len(others) // 2)
        while others and not self.late:
            index = 0
            while index < len(others) and not self.late:
                fewer = others[:index] + others[index + size :]
                if self.impossible(self.school, fewer):
                    others = fewer
                else:
                    index += size
            if size == 1:
                break
            size //= 2
        return others

    def impossible(self, school: School, others: Collection[Task]) -> bool:
        """Proven: the task cannot be placed together with these others, and nothing else."""
        tasks = [self.task, *others]
        times = Times(school)
        problem = Problem(times, Wishes(times), {}, tasks)
        if any(not problem.options[t].starts for t in tasks):
            return not problem.options[self.task].starts
        model = Model(problem, tasks, Taken(problem), {})
        model.require(tasks)
        return model.impossible(WORK)

    def facts(self) -> Iterator[_Fact]:
        """What the file says of this task, the most particular first: those are dropped first."""
        name, session = self.task.class_name, self.session
        first, last = self.times.window(session.id, name)
        yield _Fact(
            Reason("fits", {"minutes": session.duration_min}),
            lambda s: _session(s, session.id, duration_min=min(20, session.duration_min)),
        )
        if session.place_kind is not None:
            yield _Fact(
                Reason(
                    "place_capacity",
                    {"kind": session.place_kind, "pupils": self.times.pupils(self.task)},
                ),
                lambda s: replace(s, places=tuple(replace(p, capacity=10**6) for p in s.places)),
            )
        for role in dict.fromkeys(session.roles):
            yield _Fact(
                Reason("staff_team", {"role": role, "class": name}),
                lambda s, role=role: replace(  # type: ignore[misc]
                    s, team=tuple(m for m in s.team if role not in s.roles_of[m.person])
                ),
            )
        yield _Fact(
            Reason("blocked_event", {"class": name}),
            lambda s: replace(s, events=tuple(replace(e, blocks=False) for e in s.events)),
        )
        yield _Fact(
            Reason("order", {"session": session.id, "after": ", ".join(session.after)}),
            lambda s: replace(
                s,
                sessions=tuple(
                    replace(
                        r,
                        after=()
                        if r.id == session.id
                        else tuple(a for a in r.after if a != session.id),
                    )
                    for r in s.sessions
                ),
            ),
        )
        yield _Fact(
            Reason("pfmp", {"class": name}),
            lambda s: replace(s, placements=tuple(p for p in s.placements if p.class_name != name)),
        )
        yield _Fact(
            Reason("window", {"session": session.id, "first": first, "last": last}),
            lambda s: _session(s, session.id, earliest=None, latest=None),
        )
        slots = [s for s in self.school.slots if s.class_name == name]
        days = [day for day in WEEKDAYS if any(s.weekday == day for s in slots)]
        yield _Fact(
            Reason("slot", {"class": name, "days": ", ".join(days)}),
            lambda s: replace(
                s,
                slots=(
                    *s.slots,
                    *(replace(slot, weekday=d) for slot in slots for d in WEEKDAYS),
                ),
            ),
        )
        for person in self.partners():
            own = [a for a in self.school.availabilities if a.person == person]
            came = [day for day in WEEKDAYS if any(a.weekday in (day, None) for a in own)]
            yield _Fact(
                Reason("staff_available", {"person": person, "days": ", ".join(came)}),
                lambda s, person=person: replace(  # type: ignore[misc]
                    s, availabilities=tuple(a for a in s.availabilities if a.person != person)
                ),
            )

    def partners(self) -> list[str]:
        """People the task could have who do not come every day."""
        limited = {a.person for a in self.school.availabilities}
        teams = [team_for(self.times, self.task, role) for role in self.session.roles]
        return [p for p in dict.fromkeys(p for team in teams for p in team) if p in limited]

    # --- ways out ------------------------------------------------------------------------------

    def ways_out(self) -> Iterator[Reason]:
        """Changes of the file with which the task, and all that is placed, find a place."""
        found = 0
        for reason, change in self.changes():
            if self.late or found == MOST_WAYS_OUT:
                return
            if self.helps(change(self.school)):
                found += 1
                yield reason

    def changes(self) -> Iterator[tuple[Reason, Relax]]:
        name, session = self.task.class_name, self.session
        slots = [s for s in self.school.slots if s.class_name == name]
        days = [day for day in WEEKDAYS if any(s.weekday == day for s in slots)]
        for person in self.partners():
            for day in days:
                more = Availability(person, day, weeks=EVERY_WEEK)
                yield (
                    Reason("person_day", {"person": person, "day": day}),
                    lambda s, more=more: replace(s, availabilities=(*s.availabilities, more)),  # type: ignore[misc]
                )
        yield (
            Reason("window", {"session": session.id}),
            lambda s: _session(s, session.id, earliest=None, latest=None),
        )
        if session.place_kind is not None:
            pupils = self.times.pupils(self.task)
            place = Place("+", session.place_kind, pupils)
            yield (
                Reason("place", {"kind": session.place_kind, "pupils": pupils}),
                lambda s: replace(s, places=(*s.places, place)),
            )
        for day in days:
            for other in WEEKDAYS[:5]:
                if other != day:
                    yield (
                        Reason("weekday", {"class": name, "from": day, "to": other}),
                        lambda s, day=day, other=other: replace(  # type: ignore[misc]
                            s,
                            slots=tuple(
                                replace(x, weekday=other)
                                if (x.class_name, x.weekday) == (name, day)
                                else x
                                for x in s.slots
                            ),
                        ),
                    )

    def helps(self, school: School) -> bool:
        """With the class searched again and the others kept, is everything in its place?"""
        times = Times(school)
        wishes = Wishes(times)
        own = wishes.tasks_of[self.task.class_name]
        wanted = [t for t in own if t in self.placed or t == self.task]
        problem = Problem(times, wishes, {}, wanted)
        if any(not problem.options[t].starts for t in wanted):
            return False
        kept: dict[Task, Assignment] = {t: a for t, a in self.placed.items() if t not in wanted}
        model = Model(problem, wanted, counted(problem, kept.values()), kept)
        model.require(wanted)
        return model.solve(1, WORK, first=True).placed is not None


def _session(school: School, session_id: str, **changes: object) -> School:
    rows = tuple(
        replace(s, **changes) if s.id == session_id else s  # type: ignore[arg-type]
        for s in school.sessions
    )
    return replace(school, sessions=rows)
