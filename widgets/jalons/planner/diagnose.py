"""Why a task is left out, and what would help: each answer verified by solving again.

A clash is a set of facts of the school's file and of other sessions that cannot all hold with the
task. With just that set (and the calendar) the task has no place; without any one of its members
it has one: both are verified, and a clash of which one of them could not be is never told. A way
out is a change with which the task, and all that is placed, have a place: verified as well.
Words nothing; :mod:`jalons.planner.explain` gives the quick reasons where there is no time.
"""

from __future__ import annotations

import time as clock
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from threading import Event as StopEvent

from jalons.planner.candidates import places_for, team_for
from jalons.planner.domain import Assignment, Plan, Reason, Task, Unplaced
from jalons.planner.facts import Fact, facts_of, session_fact
from jalons.planner.possible import Answer, place
from jalons.planner.times import Times
from jalons.planner.ways_out import Way, ways_out
from jalons.school.domain import School

MOST_WAYS_OUT = 4
MOST_OTHERS = 300  # beyond so many other tasks, what is far from the task is not asked about
QUESTION_S = 5.0  # the most that one question may take
Unit = tuple[str, str, str | None]  # all the parts of a session for one target


@dataclass(frozen=True)
class Question:
    """Can all these tasks be placed in this school, beside what is held?"""

    school: School
    tasks: tuple[Task, ...]
    held: tuple[Assignment, ...]


@dataclass(frozen=True)
class Clash:
    """What cannot all hold.

    ``question`` has no answer: its tasks cannot all be placed in its school, where everything
    that is no member is taken back. ``without`` holds what is asked without each of ``reasons``.
    """

    question: Question
    reasons: tuple[Reason, ...]
    without: tuple[Question, ...]


@dataclass(frozen=True)
class Diagnosis:
    """What was found out about the first part of a session that is left out.

    ``reasons`` is empty where nothing could be verified in time; ``place_found`` says that there
    is a place for it after all, on the day of its ``reasons``.
    """

    task: Task
    reasons: tuple[Reason, ...] = ()
    ways_out: tuple[Reason, ...] = ()
    place_found: bool = False


def unit(task: Task) -> Unit:
    return task.session, task.class_name, task.group


def to_diagnose(plan: Plan, *, optional: bool = False) -> tuple[Task, ...]:
    """The first part left out of each session, of those that nobody took out by hand."""
    first: dict[Unit, Task] = {}
    for u in plan.unplaced:
        by_hand = any(reason.code == "taken_out" for reason in u.reasons)
        if (u.mandatory or optional) and not by_hand:
            known = first.get(unit(u.task))
            if known is None or u.task.part < known.part:
                first[unit(u.task)] = u.task
    return tuple(first.values())


def diagnose(
    school: School,
    plan: Plan,
    tasks: Collection[Task] | None = None,
    *,
    budget_s: float = 20.0,
    stop: StopEvent | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[Diagnosis, ...]:
    """A diagnosis of each obligatory session that a plan leaves out.

    Parameters
    ----------
    school : School
        The plan's school.
    plan : Plan
        A plan of it.
    tasks : collection of Task, optional
        Others than those of :func:`to_diagnose`.
    budget_s : float
        Seconds for all; each gets the same share of what is left.
    stop : threading.Event, optional
        Set it to end; what is known by then is returned.
    on_progress : callable, optional
        Called with how many are done, of how many.
    """
    left = tuple(to_diagnose(plan) if tasks is None else tasks)
    end = clock.perf_counter() + budget_s
    found = []
    for index, task in enumerate(left):
        if on_progress is not None:
            on_progress(index, len(left))
        share = (end - clock.perf_counter()) / (len(left) - index)
        case = Case(school, plan, task, clock.perf_counter() + share, stop)
        found.append(case.diagnosis())
    return tuple(found)


def explained(plan: Plan, found: Iterable[Diagnosis]) -> Plan:
    """The plan with what was found out as the reasons of what it leaves out."""
    known = {unit(d.task): d for d in found if d.reasons or d.ways_out}
    unplaced = tuple(_explained(u, known[unit(u.task)]) if unit(u.task) in known else u
                     for u in plan.unplaced)  # fmt: skip
    return replace(plan, unplaced=unplaced)


def _explained(u: Unplaced, found: Diagnosis) -> Unplaced:
    if u.task == found.task or not found.reasons:
        return replace(u, reasons=found.reasons or u.reasons, ways_out=found.ways_out)
    facts = {"verified": True, "session": u.task.session, "part": found.task.part}
    return replace(u, reasons=(Reason("order", facts),), ways_out=())


class Case:
    """One task that is left out of a plan."""

    def __init__(
        self, school: School, plan: Plan, task: Task, end: float, stop: StopEvent | None = None
    ) -> None:
        self.school = school
        self.task = task
        self.end = end
        self.stop = stop
        self.times = Times(school)
        self.session = school.session_by_id[task.session]
        self.placed = {a.task: a for a in plan.assignments}
        self.pinned = {t: self.placed[t] for t in plan.pinned if t in self.placed}
        self.own = tuple(replace(task, part=n) for n in range(1, task.part + 1))
        self.whole = tuple(replace(task, part=n) for n in range(1, self.session.parts + 1))
        self.units: dict[Unit, tuple[Task, ...]] = {}
        for other in sorted(self.placed):
            if unit(other) != unit(task):
                self.units[unit(other)] = (*self.units.get(unit(other), ()), other)

    @property
    def late(self) -> bool:
        return clock.perf_counter() > self.end or (self.stop is not None and self.stop.is_set())

    def diagnosis(self) -> Diagnosis:
        found = self.place_as_it_is()
        if found is not None:
            day = next(a.day for a in found if a.task == self.task)
            reason = Reason("search_again", {"verified": True, "date": day})
            return Diagnosis(self.task, (reason,), place_found=True)
        clash = self.clash()
        reasons = clash.reasons if clash else ()
        return Diagnosis(self.task, reasons, tuple(self.ways_out(reasons)))

    def ask(self, question: Question, doubt: Collection[Task] = ()) -> Answer:
        """The answer; nothing is known any more once the time is up."""
        if self.late:
            return Answer()
        left = min(QUESTION_S, self.end - clock.perf_counter())
        held = question.held
        return place(question.school, question.tasks, held=held, doubt=doubt, time_limit_s=left)

    # --- the clash -----------------------------------------------------------------------------

    def clash(self) -> Clash | None:
        """The smallest set that was found, or None where none could be verified."""
        others = self.others()
        if others is None:
            return None
        school, facts = self.school, list(self.facts(others))
        for fact in list(facts):
            without = fact.without(school)
            if self.never(without, others):
                school = without
                facts.remove(fact)
        return self.verified(school, facts, others)

    def never(self, school: School, others: Iterable[Unit]) -> bool:
        return self.ask(self.question(school, others)).never

    def question(self, school: School, others: Iterable[Unit]) -> Question:
        """The task with other sessions: those that are pinned are held, the rest may move."""
        tasks = (*self.own, *(t for other in others for t in self.units[other]))
        return Question(
            school,
            tuple(t for t in tasks if t not in self.pinned),
            tuple(self.pinned[t] for t in tasks if t in self.pinned),
        )

    def others(self) -> list[Unit] | None:
        """The fewest other sessions with which the task has no place; None: not found."""
        if self.never(self.school, ()):
            return []
        for near in self.rivals():
            question = self.question(self.school, near)
            answer = self.ask(question, [t for t in question.tasks if t not in self.own])
            if not answer.never:
                continue
            enough = answer.core | self.pinned.keys()
            core = [other for other in near if enough.intersection(self.units[other])]
            if not self.never(self.school, core):
                core = list(near)  # what the solver says is enough is not always enough
            return self.fewest(core)
        return None

    def rivals(self) -> Iterator[list[Unit]]:
        """Placed sessions that may stand in the way: of the same pupils, then more and more."""
        counted = [u for u in self.units if self.counts(u)]
        pupils = [u for u in counted if self.shares_pupils(u)]
        yield pupils
        names = {p for role in self.session.roles for p in team_for(self.times, self.task, role)}
        names |= set(places_for(self.times, self.task, self.session))
        wanting = [u for u in counted if u in pupils or names & self.names(u)]
        if len(wanting) > len(pupils) and len(wanting) <= MOST_OTHERS:
            yield self.most_telling_last(wanting)
        if len(wanting) < len(counted) <= MOST_OTHERS:
            yield self.most_telling_last(counted)

    def counts(self, other: Unit) -> bool:
        """An obligatory session has a place to keep; beside an optional one, any session has."""
        return not self.session.mandatory or self.school.session_by_id[other[0]].mandatory

    def shares_pupils(self, other: Unit) -> bool:
        return self.units[other][0].shares_pupils(self.task)

    def names(self, other: Unit) -> set[str]:
        placed = [self.placed[t] for t in self.units[other]]
        return {name for a in placed for name in (*a.staff, a.place or "")}

    def most_telling_last(self, others: list[Unit]) -> list[Unit]:
        return sorted(others, key=lambda u: (self.shares_pupils(u), u[1] != self.task.class_name))

    def fewest(self, others: list[Unit]) -> list[Unit]:
        """Drop others, many at a time and then one by one, as long as the clash remains."""
        size = max(1, len(others) // 2)
        while True:
            index = 0
            while index < len(others):
                fewer = others[:index] + others[index + size :]
                if self.never(self.school, fewer):
                    others = fewer
                else:
                    index += size
            if size == 1:
                return others
            size //= 2

    def facts(self, others: list[Unit]) -> Iterator[Fact]:
        """The facts that may matter: an order does only beside the session it names."""
        sessions = {session for session, _, _ in others}
        for fact in facts_of(self.times, self.task):
            f = fact.reason.facts
            if fact.reason.code != "order" or {f["first"], f["second"]} & sessions:
                yield fact

    def verified(self, school: School, facts: list[Fact], others: list[Unit]) -> Clash | None:
        """The clash, if with all of it there is no place and without any member there is one."""
        question = self.question(school, others)
        without = [self.question(f.without(school), others) for f in facts]
        without += [self.question(school, [o for o in others if o != gone]) for gone in others]
        if not self.ask(question).never or any(self.ask(q).placed is None for q in without):
            return None
        reasons = (*(f.reason for f in facts), *map(self.said, others))
        return Clash(question, reasons, tuple(without))

    def said(self, other: Unit) -> Reason:
        """Another session as a member of the clash."""
        first = self.units[other][0]
        session = self.school.session_by_id[first.session]
        if any(t in self.pinned for t in self.units[other]):
            target = first.group or first.class_name
            day = self.placed[first].day
            facts = {"session": session.id, "title": session.title, "target": target, "date": day}
            return Reason("pinned", {"verified": True, **facts})
        if self.shares_pupils(other):
            return session_fact(self.times, first, "target_busy", session)
        people = {p for t in self.units[other] for p in self.placed[t].staff}
        code = "staff_busy" if people else "place_busy"
        return session_fact(self.times, first, code, session)

    # --- ways out ------------------------------------------------------------------------------

    def place_as_it_is(self) -> list[Assignment] | None:
        """A place for the task with nothing changed, if its class is searched again."""
        return self.helps(self.school, {self.task.class_name})

    def ways_out(self, reasons: Collection[Reason]) -> Iterator[Reason]:
        """Changes of the file with which the task, and all that is placed, find a place."""
        yield from self.unpinned(reasons)
        codes = {reason.code for reason in reasons}
        found: set[str] = set()
        for way in ways_out(self.times, self.task):
            if self.late or len(found) == MOST_WAYS_OUT:
                return
            if way.code not in found and (not codes or codes & way.answers):
                ask = self.narrowest(way)
                if ask is not None:
                    found.add(way.code)
                    yield ask

    def unpinned(self, reasons: Collection[Reason]) -> Iterator[Reason]:
        """The pins that are enough to let go of."""
        for pin in (reason.facts for reason in reasons if reason.code == "pinned"):
            name = pin["session"], pin["target"]
            loose = {t for t in self.pinned if (t.session, t.group or t.class_name) == name}
            if self.helps(self.school, {self.task.class_name}, loose) is not None:
                yield Reason("unpin", pin)

    def narrowest(self, way: Way) -> Reason | None:
        """The smallest thing to ask for that was verified, if the way out helps at all."""
        for classes in (set[str](), {self.task.class_name}):
            placed = self.helps(way.change(self.school), classes)
            if placed is None:
                continue
            for reason, change in way.asks(placed):
                if self.helps(change(self.school), classes) is not None:
                    return Reason(reason.code, {"verified": True, **reason.facts})
        return None

    def helps(
        self, school: School, classes: Collection[str], loose: Collection[Task] = ()
    ) -> list[Assignment] | None:
        """The task and all that is placed in a changed school, where these classes may move."""
        free = [
            t
            for t in self.placed
            if (t.class_name in classes or t in loose) and unit(t) != unit(self.task)
        ]
        tasks = tuple(t for t in (*self.whole, *free) if t not in self.pinned or t in loose)
        held = tuple(a for t, a in self.placed.items() if t not in tasks)
        answer = self.ask(Question(school, tasks, held))
        return None if answer.placed is None else list(answer.placed.values())
