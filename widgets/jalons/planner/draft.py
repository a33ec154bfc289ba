"""The plan in the making: times, then names, and what it costs, kept up to date step by step.

Sessions that could ever have the same people or places form one case for
:mod:`~jalons.planner.staffing`; a step settles again only the cases it touches. Searches nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from jalons.planner.candidates import Start
from jalons.planner.capacity import Held, meeting
from jalons.planner.domain import Assignment, Task
from jalons.planner.objective import WEIGHTS
from jalons.planner.problem import Problem
from jalons.planner.rules import check
from jalons.planner.staffing import Case, Need, Staffing
from jalons.planner.times import minutes


class Draft:
    """One plan of one problem; at first its pinned tasks and what is still good of the old plan."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.wishes = problem.wishes
        self.staffing = Staffing(problem)
        self.spots: dict[Task, Start] = {}
        self.of_day: dict[date, dict[Task, Start]] = defaultdict(dict)
        self.held: dict[tuple[date, int], dict[Task, Held]] = defaultdict(dict)  # by day and case
        self.placed: dict[Task, Assignment] = dict(problem.pinned)
        self.case_of: dict[int, int] = {}  # mask → number of its case
        self.members: list[dict[Task, None]] = []
        self.cases: list[Case] = []
        self._make_cases()
        self.costs = {c: self.wishes.class_cost(c, self.placed) for c in self.wishes.tasks_of}
        self._take_over()

    def _make_cases(self) -> None:
        masks = {m for task in self.problem.possible for s in self.problem.had(task)
                 for m in self.problem.masks(s)}  # fmt: skip
        pools = [self.problem.mask("person", pool) for pool in self.wishes.pools]
        for _, own in meeting([*sorted(masks), *pools]):
            self.case_of |= dict.fromkeys(own, len(self.members))
            self.members.append({})
            self.cases.append(self.staffing.settle([], own))

    def _take_over(self) -> None:
        """What the plan one starts from has, as far as it keeps the rules."""
        spots: dict[Task, Start] = {}
        for task, a in self.wishes.before.items():
            if task in self.problem.options:
                at = (a.day, minutes(a.start))
                same = (s for s in self.problem.had(task) if (s.day, s.begin) == at)
                if (start := next(same, None)) is not None:
                    spots[task] = start
        self.put(spots, (), force=True)
        dropped: dict[Task, None] = {}
        for broken in check(self.problem.times, self.placed.values()) if spots else ():
            if not any(t in dropped for t in broken.tasks):
                dropped |= dict.fromkeys([t for t in broken.tasks if t in self.spots][-1:])
        self.put({}, dropped, force=True)

    @property
    def cost(self) -> int:
        """The cost of the plan, counted from the plan itself."""
        uneven = sum(case.uneven for case in self.cases)
        return sum(self.costs.values()) + WEIGHTS["staff_uneven"] * uneven

    def put(self, found: Mapping[Task, Start], free: Iterable[Task], *, force: bool = False) -> int:
        """Give the tasks ``free`` the times ``found`` if that gains; what it gains.

        Where nobody is left for a session although people were counted, its day is marked in
        ``problem.tight``. ``force`` takes the plan all the same, without those sessions.
        """
        freed = dict.fromkeys([*free, *found])
        before = {task: self.spots.get(task) for task in freed}
        cost, costs, cases = self.cost, dict(self.costs), list(self.cases)
        placed: dict[Task, Assignment | None] = {}
        touched: set[int] = set()
        for task in freed:
            touched |= self._move(task, found.get(task))
        stuck = self._settle(touched, freed, placed)
        if stuck and force:
            self._settle({i for t in stuck for i in self._move(t, None)}, stuck, placed)
        gain = cost - self.cost
        if force or (gain >= 0 and not stuck):
            return gain
        for task, start in before.items():
            self._move(task, start)
        self.costs, self.cases = costs, cases
        for task, a in placed.items():
            self._name(task, a)
        return 0

    def add(self, found: Mapping[Task, Start]) -> None:
        """Give tasks their times and nobody yet: :meth:`settle` must follow."""
        for task, start in found.items():
            self._move(task, start)

    def settle(self) -> None:
        """Name everybody; sessions for which nobody is left are taken out."""
        self.put({t: self.spots[t] for t in list(self.spots)}, (), force=True)

    def _settle(
        self,
        touched: Iterable[int],
        moved: Iterable[Task],
        was: dict[Task, Assignment | None],
    ) -> list[Task]:
        """Name people again in some cases; the tasks that lack somebody."""
        changed = dict.fromkeys(moved)
        stuck: list[Task] = []
        for index in sorted(touched):
            own = sorted(self.members[index])
            needs = [need for task in own for need in self._needs(task, index)]
            case, old = self.staffing.settle(needs, self.cases[index].masks), self.cases[index]
            self.cases[index] = case
            stuck += [need.task for need in case.stuck]
            for (task, role), name in case.names.items():
                if old.names.get((task, role)) != name:
                    changed[task] = None
        for task in changed:
            was.setdefault(task, self.placed.get(task))
            self._name(task, self._assignment(task))
        self.problem.tight.update(self.spots[t].day for t in stuck)
        for name in sorted({task.class_name for task in changed}):
            self.costs[name] = self.wishes.class_cost(name, self.placed)
        return list(dict.fromkeys(stuck))

    def _move(self, task: Task, start: Start | None) -> set[int]:
        """Take a task from where it is and put it there; the cases this touches."""
        touched: set[int] = set()
        if (old := self.spots.pop(task, None)) is not None:
            del self.of_day[old.day][task]
            for index in self._cases_of(old):
                touched.add(index)
                self.members[index].pop(task, None)
                self.held[old.day, index].pop(task, None)
        if start is not None:
            self.spots[task] = self.of_day[start.day][task] = start
            held = start.begin, start.end, self.problem.masks(start)
            for index in self._cases_of(start):
                touched.add(index)
                self.members[index][task] = None
                self.held[start.day, index][task] = held
        return touched

    def _cases_of(self, start: Start) -> list[int]:
        return [self.case_of[mask] for mask in self.problem.masks(start)]

    def _needs(self, task: Task, index: int) -> list[Need]:
        needs = self.staffing.needs(task, self.spots[task])
        own = self._cases_of(self.spots[task])
        return [need for need, case in zip(needs, own, strict=True) if case == index]

    def _assignment(self, task: Task) -> Assignment | None:
        start = self.spots.get(task)
        if start is None:
            return None
        names = [
            self.cases[index].names.get((task, role), "")
            for role, index in enumerate(self._cases_of(start))
        ]
        roles = len(start.people)
        staff = tuple(name for name in names[:roles] if name)
        return start.assignment(task, staff, names[roles] if len(names) > roles else None)

    def _name(self, task: Task, a: Assignment | None) -> None:
        if a is None:
            self.placed.pop(task, None)
        else:
            self.placed[task] = a
