"""The page *Planifier*: the school's file, the year board, what is left out, what one takes away.

Widgets of one :class:`~jalons.planner.state.PlannerState`; computes nothing. Words come from the
translator, reusable pieces from ``jalons.ui``.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets

from jalons.i18n import Translator
from jalons.planner import figures, words
from jalons.planner.board import board_data, board_labels
from jalons.planner.domain import Plan
from jalons.planner.editing import BoardEditing
from jalons.planner.exports import Exports
from jalons.planner.rules import check
from jalons.planner.solver import Progress
from jalons.planner.state import PlannerState
from jalons.reactive import Status
from jalons.school.problems import SchoolFileError
from jalons.ui.chart import Chart
from jalons.ui.download import Download
from jalons.ui.file_input import LABELS as FILE_LABELS
from jalons.ui.file_input import FileInput
from jalons.ui.gauge import Gauge, GaugeList
from jalons.ui.html import tag
from jalons.ui.job import LABELS as JOB_LABELS
from jalons.ui.job import Job, JobBar
from jalons.ui.notice import Notice
from jalons.ui.table import Table
from jalons.ui.view import View
from jalons.ui.year_board import LABELS, YearBoard
from jalons.workspace.domain import WorkspaceError

MOST_BYTES = 5_000_000


class PlannerView(View):
    """The page.

    Parameters
    ----------
    state : PlannerState
    t : Translator
    letters : mapping
        Theme code → letter.
    examples : mapping
        Label of an example school → its folder.
    """

    def __init__(
        self,
        state: PlannerState,
        t: Translator,
        letters: Mapping[str, str],
        examples: Mapping[str, Path],
    ) -> None:
        super().__init__(t("planner-failure"))
        self.state, self.t, self._letters = state, t, letters
        self.exports = Exports(state, t, letters)
        self.files = FileInput(
            {**self._ui_words("file", FILE_LABELS), "hint": t("planner-file-hint")},
            accept=".xlsx,.csv",
            max_bytes=MOST_BYTES,
        )
        self.examples = [self._example(label, folder) for label, folder in examples.items()]
        self.template = self._download("take-template", self.exports.template)
        self.school_notice = Notice()
        self.job = Job(self._compute, state.accept, self.report)
        self.job_bar = JobBar(
            self.job, {**self._ui_words("job", JOB_LABELS), "start": t("planner-start")}
        )
        self.outcome = Notice()
        self.board = YearBoard(labels=board_labels(LABELS, t))
        self.editing = BoardEditing(self.board, state, t, self.report)
        self.left_out = Table(
            t("left-out-title"),
            [t("left-out-session"), t("left-out-who"), t("left-out-mandatory"), t("left-out-why")],
        )
        self.hours = GaugeList(t("hours-title"))
        self.load = Chart()
        self.who = ipywidgets.Dropdown(
            description=t("take-who"), style={"description_width": "initial"}
        )
        self.takes = [
            self._download("take-ics", lambda: self.exports.ics(self.who.value), primary=True),
            self._download("take-sheets", lambda: self.exports.sheets(self.who.value)),
            self._download("take-poster", self.exports.poster),
            self._download("take-xlsx", self.exports.xlsx),
            self._download("take-json", self.exports.json),
        ]
        self._lay_out()
        self._connect()

    # --- layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        t = self.t
        self._board_part = self._part("planner-board")
        self._board_part.children += (self.outcome, self.board)
        self._left_part = self._part("planner-left-out", self.left_out)
        self._hours_part = self._part("planner-hours", self.hours)
        self._load_part = self._part("planner-load", self.load)
        self._take_part = self._part(
            "planner-take", self.who, self._row(self.takes), heading_id="emporter"
        )
        self.widget = ipywidgets.VBox(
            [
                self.notice,
                self._part(
                    "planner-school",
                    self.files,
                    self._row([*self.examples, self.template]),
                    self.school_notice,
                ),
                self._part("planner-propose", self._text(t("planner-propose-text")), self.job_bar),
                self._board_part,
                self._left_part,
                self._hours_part,
                self._load_part,
                self._take_part,
            ]
        )
        self.widget.add_class("j-planner")

    def _part(
        self, key: str, *children: ipywidgets.Widget, heading_id: str | None = None
    ) -> ipywidgets.VBox:
        """A section: its heading, then what it holds."""
        heading = ipywidgets.HTML(tag("h2", self.t(key), id=heading_id))
        box = ipywidgets.VBox([heading, *children])
        box.add_class("j-part")
        return box

    def _row(self, children: Sequence[ipywidgets.Widget]) -> ipywidgets.HBox:
        row = ipywidgets.HBox(list(children))
        row.add_class("j-row")
        return row

    def _text(self, text: str) -> ipywidgets.HTML:
        return ipywidgets.HTML(tag("p", text, class_="j-hint"))

    def _ui_words(self, part: str, names: Sequence[str]) -> dict[str, str]:
        """The words that a reusable piece has everywhere."""
        return {name: self.t(f"ui-{part}-{name.replace('_', '-')}") for name in names}

    def _example(self, label: str, folder: Path) -> ipywidgets.Button:
        button = ipywidgets.Button(
            description=self.t("open-example", name=label), layout={"width": "auto"}
        )
        self.on_click(button, lambda: self.state.open_folder(folder))
        return button

    def _download(
        self, key: str, make: Callable[[], tuple[str, str, bytes]], **options: Any
    ) -> Download:
        return Download(self.t(key), make, self.t("ui-download-failed"), **options)

    # --- reactions ----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.watch(self.files, self._files_came, "files")
        self.watch(self.state, self._school_changed, "times", "problems")
        self.watch(self.state, self._plan_changed, "plan", "times", "status")
        self.own(self.job)
        self._school_changed(None)
        self._plan_changed(None)

    def sentence(self, error: Exception) -> str:
        if isinstance(error, SchoolFileError):
            return error.text(self.t)
        if isinstance(error, WorkspaceError):
            return error.sentence(self.t)
        return self.failure

    def _files_came(self, _: Any) -> None:
        if self.job.busy:
            self.job.stop()
        self.notice.clear()
        contents = {file.name: file.data for file in self.files.files}
        self.state.open_files(contents, ", ".join(contents) if len(contents) == 1 else "")

    def _school_changed(self, _: Any) -> None:
        t, state = self.t, self.state
        self.job_bar.blocked = "" if state.school_file else t("blocked-no-school")
        if state.problems:
            sentences = [problem.sentence(t) for problem in state.problems]
            key = "school-wrong-kept" if state.school_file else "school-wrong"
            self._tell("error", t(key, count=len(sentences)), sentences)
            return
        if state.school_file is None:
            self._tell("info", t("school-none"), [])
            return
        school = state.school_file.school
        sentences = [notice.sentence(t) for notice in state.notices]
        summary = t(
            "school-open",
            name=school.name,
            year=school.year,
            zone=school.zone,
            classes=len(school.classes),
            sessions=state.total,
        )
        self._tell("warn" if sentences else "ok", summary, sentences)

    def _tell(self, kind: str, message: str, items: list[str]) -> None:
        more = max(0, len(items) - self.school_notice.shown)
        self.school_notice.say(kind, message, items, self.t("notice-more", count=more))

    def _plan_changed(self, _: Any) -> None:
        state = self.state
        shown = "" if state.times else "none"
        self._board_part.layout.display = shown
        plan = state.plan
        for part in (self._hours_part, self._load_part, self._take_part):
            part.layout.display = "" if plan else "none"
        self._left_part.layout.display = "" if plan and plan.unplaced else "none"
        if state.times is None:
            return
        with self.board.hold_sync():
            self.board.board = board_data(state.times, plan, self._letters, self.t, judged=True)
            self.board.editable = plan is not None
            self.board.can_undo, self.board.can_redo = state.can_undo, state.can_redo
        if plan is None:
            self.outcome.say("info", self.t("plan-none"))
        else:
            self._show_plan(plan)

    def _show_plan(self, plan: Plan) -> None:
        t, state = self.t, self.state
        if state.status == Status.STALE:
            self.outcome.say("warn", t("plan-stale"))
        elif plan.solver is None:
            self._say_by_hand(plan)
        else:
            mandatory = any(u.mandatory for u in plan.unplaced)
            self.outcome.say("warn" if mandatory else "ok", words.outcome(t, plan, state.total))
        self.left_out.fill(
            [
                (
                    f"{u.task.session} {self._title(u.task.session)}",
                    u.task.group or u.task.class_name,
                    t("yes") if u.mandatory else t("no"),
                    " ".join(words.why_left_out(t, reason) for reason in u.reasons),
                )
                for u in plan.unplaced
            ]
        )
        self.hours.fill([self._gauge(h.class_name, h.planned_h, h.target_h) for h in plan.hours])
        self._show_load(plan)
        self._offer_calendars()

    def _say_by_hand(self, plan: Plan) -> None:
        """How a plan that somebody changed stands: rules broken, sessions left out."""
        assert self.state.times is not None
        broken = check(self.state.times, plan.assignments)
        self.outcome.say(
            "warn" if broken or plan.unplaced else "ok",
            self.t(
                "plan-by-hand",
                placed=len(plan.assignments),
                total=self.state.total,
                broken=len(broken),
            ),
            [words.rule_broken(self.t, one) for one in broken],
            self.t("notice-more", count=max(0, len(broken) - self.outcome.shown)),
        )

    def _offer_calendars(self) -> None:
        chosen = self.who.value
        choices = self.exports.choices()
        self.who.options = choices
        values = [value for _, value in choices]
        self.who.index = values.index(chosen) if chosen in values else 0

    def _title(self, session: str) -> str:
        assert self.state.school_file is not None
        return self.state.school_file.school.session_by_id[session].title

    def _gauge(self, name: str, planned: float, target: float | None) -> Gauge:
        key = "hours-no-target" if target is None else "hours-of-target"
        sentence = self.t(key, planned=planned, target=target or 0)
        return Gauge(name, planned, target, sentence)

    def _show_load(self, plan: Plan) -> None:
        t = self.t
        load = figures.staff_load(plan)

        def month(day: date) -> str:
            return words.month_name(t, day)

        columns, rows = figures.staff_load_table(load, month, t("load-person"), t("load-total"))
        most = rows[0] if rows else ("", 0)
        figure = figures.staff_load_figure(load, month, t("load-hours"))
        self.load.height = figure["layout"].pop("height")
        self.load.show(
            figure,
            t("load-sentence", count=len(rows), person=most[0], hours=most[-1]),
            t("load-table"),
            columns,
            rows,
        )

    # --- the search ---------------------------------------------------------------------------

    def _compute(self, progress: Callable[..., None], stop: threading.Event) -> Plan:
        """Runs in a thread: reads the state, touches no widget."""

        def tell(step: Progress) -> None:
            share = step.placed / step.total if step.total else 1.0
            progress(share, self.t("planner-note", placed=step.placed, total=step.total))

        return self.state.solve(tell, stop)
