"""What the page *Planifier* remembers: the school, its plan, and what one does with the plan.

Everything a person does on the page is a method here, or of
:class:`~jalons.planner.school_state.SchoolState`, and can be done without a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from threading import Event as StopEvent
from typing import Any

import traitlets

from jalons.planner.adapt import fitted
from jalons.planner.domain import Assignment, Plan, Task
from jalons.planner.moves import Move, moves, put, take_out
from jalons.planner.progress import Progress
from jalons.planner.rules import Broken, Known, check
from jalons.planner.school_state import SchoolState
from jalons.planner.solver import solve
from jalons.planner.team import TeamDate, TeamDates
from jalons.planner.times import Times
from jalons.reactive import Status


class PlannerState(SchoolState):
    """Inputs and results of the page."""

    inputs = ("time_limit_s", "seed")

    time_limit_s = traitlets.Float(20.0, min=1.0, max=600.0)
    explain_limit_s = traitlets.Float(30.0, min=0.0, max=600.0)
    seed = traitlets.Int(1, min=0)

    def __init__(self, *school: Any, team: TeamDates | None = None, **values: Any) -> None:
        super().__init__(*school, **values)
        self._team = team
        self._known: tuple[Times | None, Known] = None, {}

    def solve(self, on_progress: Callable[[Progress], None], stop: StopEvent) -> Plan:
        """Compute a plan near the one there is; changes nothing (see :meth:`accept`)."""
        if self.school_file is None:
            raise ValueError("no school file is open")
        return solve(
            self.school_file.school,
            time_limit_s=self.time_limit_s,
            seed=self.seed,
            start_from=self.plan,
            stop=stop,
            on_progress=on_progress,
        )

    def accept(self, plan: Plan) -> None:
        """Make a computed plan the page's plan, and keep it; the one before can come back."""
        self._edit(plan, "proposed")

    def explain(
        self, on_progress: Callable[[int, int], None], stop: StopEvent, *, optional: bool = False
    ) -> Plan:
        """The plan with verified reasons for what it leaves out; changes nothing."""
        from jalons.planner.diagnose import diagnose, explained, to_diagnose

        times, plan = self._open_plan()
        found = diagnose(
            times.school,
            plan,
            to_diagnose(plan, optional=optional),
            budget_s=self.explain_limit_s,
            stop=stop,
            on_progress=on_progress,
        )
        return explained(plan, found)

    def accept_reasons(self, plan: Plan) -> bool:
        """Take the reasons of :meth:`explain`, unless the plan has changed since.

        Nothing is to be undone by it.
        """
        if self.plan is None or plan.assignments is not self.plan.assignments:
            return False
        self.publish(self.status, plan=plan)
        self.keep("explained")
        return True

    def go_back(self) -> None:
        """Make the plan before the last change the page's plan again; this can be undone."""
        if self.before is not None and self.times is not None:
            self._edit(fitted(self.times, self.before), "returned")

    def team_dates(self) -> tuple[TeamDate, ...]:
        """What the team has decided for this school year, as it stands now."""
        times, team = self.times, self._team
        if times is None or team is None:
            return ()
        return self.safely(lambda: team(times.school.year)) or ()

    # --- by hand ------------------------------------------------------------------------------

    def broken(self) -> tuple[Broken, ...]:
        """Every rule that the plan breaks; a class that has not changed is not judged again."""
        if self.times is None or self.plan is None:
            return ()
        if self._known[0] is not self.times:
            self._known = self.times, {}
        return check(self.times, self.plan.assignments, self._known[1])

    def places_for(self, task: Task) -> tuple[Move, ...]:
        """Where a task could go by hand, and what would be wrong at each place."""
        times, plan = self._open_plan()
        return moves(times, plan, task)

    def put(self, assignment: Assignment) -> None:
        """Move a task, or place one that was left out."""
        times, plan = self._open_plan()
        self._edit(put(times, plan, assignment), "moved")

    def take_out(self, task: Task) -> None:
        """Leave a task out by choice."""
        times, plan = self._open_plan()
        self._edit(take_out(times, plan, task), "taken_out")

    def toggle_pin(self, task: Task) -> None:
        """Agree on a task's place, or let it go again."""
        _, plan = self._open_plan()
        self._edit(replace(plan, pinned=plan.pinned ^ {task}), "pinned")

    def undo(self) -> None:
        """Go back before the last change of the plan."""
        if self.can_undo:
            self._go(self._past, self._future, "undone")

    def redo(self) -> None:
        """Make the change again that was undone last."""
        if self.can_redo:
            self._go(self._future, self._past, "redone")

    def _open_plan(self) -> tuple[Times, Plan]:
        if self.times is None or self.plan is None:
            raise ValueError("there is no plan yet")
        return self.times, self.plan

    def _edit(self, plan: Plan, change: str) -> None:
        self._past.append(self.plan)
        self._future.clear()
        self._show(plan, change)

    def _go(self, here: list[Plan | None], there: list[Plan | None], change: str) -> None:
        there.append(self.plan)
        plan = here.pop()
        # The school's tables may have been edited since.
        self._show(fitted(self.times, plan) if plan and self.times else plan, change)

    def _show(self, plan: Plan | None, change: str) -> None:
        before = self.before
        if plan is None or self.plan is None:
            before = None
        elif plan.assignments != self.plan.assignments:
            before = self.plan
        self.publish(
            Status.FRESH if plan else Status.STALE,
            plan=plan,
            before=before,
            can_undo=bool(self._past),
            can_redo=bool(self._future),
        )
        self.keep(change)
