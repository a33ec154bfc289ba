"""The year board and the state, joined: a chip picked up asks, a chip put down acts.

Translates between the board's ids and the plan's tasks; judges nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.board import chip_id
from jalons.planner.domain import Assignment, Task, all_tasks
from jalons.planner.state import PlannerState
from jalons.school.reader import SchoolFile
from jalons.ui.year_board import YearBoard


class BoardEditing:
    """Editing by hand.

    Parameters
    ----------
    board : YearBoard
    state : PlannerState
    t : Translator
    report : callable
        What is done with an error of one of the board's questions (a view's ``report``).
    """

    def __init__(
        self,
        board: YearBoard,
        state: PlannerState,
        t: Translator,
        report: Callable[[Exception], None],
    ) -> None:
        self.board, self.state, self.t = board, state, t
        self._offered: dict[str, Assignment] = {}
        self._tasks: dict[str, Task] = {}
        self._tasks_of: SchoolFile | None = None
        board.on_pick(self._pick)
        board.on_put(self._put)
        board.on_pin(lambda chip: state.toggle_pin(self._task(chip)))
        board.on_take_out(lambda chip: state.take_out(self._task(chip)))
        board.on_undo(state.undo)
        board.on_redo(state.redo)
        board.on_error(report)

    def _task(self, chip: str) -> Task:
        file = self.state.school_file
        assert file is not None
        if self._tasks_of is not file:
            self._tasks = {chip_id(task): task for task in all_tasks(file.school)}
            self._tasks_of = file
        return self._tasks[chip]

    def _pick(self, chip: str) -> list[dict[str, Any]]:
        places = self.state.places_for(self._task(chip))
        self._offered = {str(number): move.assignment for number, move in enumerate(places)}
        return [
            {
                "key": str(number),
                "date": move.assignment.day.isoformat(),
                "label": words.when(self.t, move.assignment),
                "problems": [words.rule_sentence(self.t, reason) for reason in move.reasons],
            }
            for number, move in enumerate(places)
        ]

    def _put(self, chip: str, key: str) -> None:
        assignment = self._offered[key]
        if chip_id(assignment.task) != chip:
            raise LookupError(f"{key!r} is not a place of {chip!r}")
        self.state.put(assignment)
