"""Part 3: the year board, edited by hand, and how the plan stands."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner import words
from jalons.planner.board import BoardOf, board_labels
from jalons.planner.domain import Plan
from jalons.planner.editing import BoardEditing
from jalons.planner.page.part import Part
from jalons.planner.rules import Broken
from jalons.reactive import Status
from jalons.ui.notice import Notice
from jalons.ui.year_board import LABELS, YearBoard


class BoardPart(Part):
    heading = "planner-board"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.outcome = Notice()
        self.board = YearBoard(labels=board_labels(LABELS, self.t), address="vue")
        self._drawing: BoardOf | None = None
        self.editing = BoardEditing(self.board, self.state, self.t, self.report)
        return self.outcome, self.board

    def draw(self) -> None:
        state = self.state
        self.show(state.times is not None)
        if state.times is None:
            return
        drawing, team = self._drawing, state.team_dates()
        if drawing is None or drawing.times is not state.times or drawing.team != team:
            drawing = self._drawing = BoardOf(state.times, self.page.letters, self.t, team)
        broken = state.broken()
        with self.board.hold_sync():
            self.board.board = drawing.data(state.plan, broken)
            self.board.editable = state.plan is not None
            self.board.can_undo, self.board.can_redo = state.can_undo, state.can_redo
        self._say(state.plan, broken)

    def _say(self, plan: Plan | None, broken: Sequence[Broken]) -> None:
        if plan is None:
            self.outcome.say("info", self.t("plan-none"))
        elif plan.solver is None or broken:
            self._say_changed(plan, broken)
        elif self.state.status == Status.STALE:
            self.outcome.say("warn", self.t("plan-stale"))
        else:
            mandatory = any(u.mandatory for u in plan.unplaced)
            self.outcome.say(
                "warn" if mandatory else "ok", words.outcome(self.t, plan, self.state.total)
            )

    def _say_changed(self, plan: Plan, broken: Sequence[Broken]) -> None:
        """How a plan stands that somebody changed, or whose school did: rules broken, left out."""
        sentences = [words.rule_broken(self.t, one) for one in broken]
        self.outcome.say(
            "warn" if broken or plan.unplaced else "ok",
            self.t(
                "plan-changed",
                placed=len(plan.assignments),
                total=self.state.total,
                broken=len(broken),
            ),
            sentences,
            self.more(sentences, self.outcome.shown),
        )
