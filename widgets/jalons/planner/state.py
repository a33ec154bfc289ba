"""What the page *Planifier* remembers: the school's file, its plan, and what was said about them.

Everything a person does on the page is a method here and can be done without a page. What is
entered is kept in the workspace as it is made and comes back with :meth:`restore`.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from threading import Event as StopEvent
from typing import TYPE_CHECKING, Any, TypeVar

import traitlets

from jalons.i18n import Translator
from jalons.planner.adapt import fitted
from jalons.planner.codec import PlanFileError, from_text, to_json
from jalons.planner.domain import Assignment, Plan, Task, all_tasks
from jalons.planner.from_xlsx import plan_in
from jalons.planner.keeping import PLAN, Content, Keeping
from jalons.planner.moves import Move, moves, put, take_out
from jalons.planner.names import slug
from jalons.planner.notices import date_notices
from jalons.planner.rules import Broken, Known, check
from jalons.planner.solver import Progress, solve
from jalons.planner.times import Times
from jalons.problems import InputError, Problem
from jalons.reactive import State, Status
from jalons.school.domain import School
from jalons.school.reader import LibraryRow, SchoolFile, read_school_files, read_school_sheets
from jalons.school.sheets import Sheets
from jalons.workspace.domain import Conflict, WorkspaceError

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

T = TypeVar("T")
log = logging.getLogger("jalons")


class PlannerState(State):
    """Inputs and results of the page.

    ``school_file`` and ``times`` change together when a file is opened; a file that cannot be
    used leaves them as they are and says why in ``problems``. ``draft`` holds tables being edited
    that do not pass the check yet. ``before`` is the plan before the last change of where sessions
    are. ``trouble`` says why the last change could not be kept,
    ``conflict`` that somebody else saved meanwhile.
    """

    inputs = ("time_limit_s", "seed")

    time_limit_s = traitlets.Float(20.0, min=1.0, max=600.0)
    explain_limit_s = traitlets.Float(30.0, min=0.0, max=600.0)
    seed = traitlets.Int(1, min=0)

    school_file = traitlets.Instance(SchoolFile, allow_none=True, read_only=True)
    times = traitlets.Instance(Times, allow_none=True, read_only=True)
    file_name = traitlets.Unicode("", read_only=True)
    problems = traitlets.Tuple(read_only=True)
    notices = traitlets.Tuple(read_only=True)
    plan = traitlets.Instance(Plan, allow_none=True, read_only=True)
    before = traitlets.Instance(Plan, allow_none=True, read_only=True)
    can_undo = traitlets.Bool(False, read_only=True)
    can_redo = traitlets.Bool(False, read_only=True)
    draft = traitlets.Dict(read_only=True)
    dossier = traitlets.Unicode("", read_only=True)
    conflict = traitlets.Instance(Conflict, allow_none=True, read_only=True)
    trouble = traitlets.Instance(WorkspaceError, allow_none=True, read_only=True)

    def __init__(
        self,
        library: Iterable[LibraryRow] = (),
        workspace: Workspace | None = None,
        **values: Any,
    ) -> None:
        super().__init__(**values)
        self._library = tuple(library)
        self.keeping = Keeping(workspace)
        self._files: Mapping[str, bytes] = {}
        self._past: list[Plan | None] = []
        self._future: list[Plan | None] = []
        self._known: tuple[Times | None, Known] = None, {}

    @property
    def total(self) -> int:
        """How many tasks the school has to place."""
        return len(all_tasks(self.school_file.school)) if self.school_file else 0

    # --- the school ---------------------------------------------------------------------------

    def open_folder(self, folder: Path) -> None:
        """Open a school that lies on this machine as a folder of CSV files."""
        files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
        self.open_files(files, folder.name)

    def open_files(self, files: Mapping[str, bytes], name: str = "") -> None:
        """Open a school from files in memory, with the plan that a workbook carries.

        A school (by name and year) that is kept here becomes the open one: as it was, if these are
        the files it had; with a new version that holds these files and their plan, otherwise.
        """
        read = self._read(files)
        if read is None:
            return
        try:
            plan = plan_in(files, read[0].school)
        except InputError as error:
            self.set_trait("problems", error.problems)
            return
        content = Content(name or ", ".join(files), dict(files))
        self.keeping.close()  # whatever happens next, nothing of this goes to another school
        kept = self._safely(lambda: self._find(read[0].school))
        if kept is not None and kept.files == content.files and plan is None:
            self._show_content(kept)
        else:
            self._adopt(*read, content, plan)
            self._keep("opened")

    def open_kept(self, dossier: str = "") -> bool:
        """Open a school kept here at its newest version; the last one saved if none is named.

        Returns
        -------
        bool
            Whether there is such a school and it could be read.
        """
        content = self._safely(lambda: self._kept(dossier))
        return content is not None and self._show_content(content)

    restore = open_kept

    # --- its tables, edited (see school_editing) ----------------------------------------------

    @property
    def files(self) -> Mapping[str, bytes]:
        """The open school's files, as they were given or edited."""
        return self._files

    @property
    def library(self) -> tuple[LibraryRow, ...]:
        """The sessions of the lesson library, one row each."""
        return self._library

    def read_tables(self, sheets: Sheets) -> SchoolFile:
        """Read edited tables as a file is read; changes nothing."""
        return read_school_sheets(sheets, self._library)

    def keep_draft(self, files: Mapping[str, bytes], title: str = "") -> None:
        """Keep tables that are being edited and do not pass the check yet."""
        self.set_trait("draft", dict(files))
        self._keep("draft", title)

    def edit_school(
        self, read: SchoolFile, files: Mapping[str, bytes], plan: Plan | None = None
    ) -> None:
        """Go on with a school whose tables were edited, and with a plan as far as it exists there.

        What no longer fits stays in the plan and breaks a rule; a new search starts from it.
        """
        times = Times(read.school)
        if plan is not None:
            plan = fitted(times, plan)
        self._files = dict(files)
        self.publish(
            Status.FRESH if plan else Status.STALE,
            school_file=read,
            times=times,
            problems=(),
            notices=(*read.notices, *date_notices(times)),
            plan=plan,
            draft={},
        )
        self._keep("tables")

    def _kept(self, dossier: str) -> Content | None:
        if not dossier:
            here = [d.name for d in self.keeping.dossiers() if not d.about.away]
            dossier = here[0] if here else ""
        return self.keeping.open(dossier) if dossier else None

    def _find(self, school: School) -> Content | None:
        """Open the kept school of this name and year, the one on the page first; None: no such."""
        same = [d for d in self.keeping.dossiers() if d.about.key == _key(school)]
        same.sort(key=lambda d: (d.name != self.dossier, d.about.away))
        if not same:
            return None
        if same[0].about.away:
            self.keeping.change_about(lambda about: replace(about, away=False), same[0].name)
        return self.keeping.open(same[0].name)

    def _read(self, files: Mapping[str, bytes]) -> tuple[SchoolFile, Times] | None:
        try:
            read = read_school_files(files, self._library)
            return read, Times(read.school)
        except InputError as error:
            self.set_trait("problems", error.problems)
            return None

    def _adopt(
        self, read: SchoolFile, times: Times, content: Content, plan: Plan | None = None
    ) -> None:
        """Make a school the page's school, with its plan; there is nothing to undo any more."""
        self._past.clear()
        self._future.clear()
        self._files = content.files
        self.publish(
            Status.FRESH if plan else Status.STALE,
            can_undo=False,
            can_redo=False,
            school_file=read,
            times=times,
            file_name=content.title,
            problems=(),
            notices=(*read.notices, *date_notices(times)),
            plan=plan,
            before=None,
            draft=dict(content.draft),
            dossier=self.keeping.dossier,
            conflict=None,
        )

    def _show_content(self, content: Content) -> bool:
        """Show what a version holds; False, with the reasons in ``problems``, if it cannot be."""
        if content.draft and not content.files:  # a school that was never right yet
            self._past.clear()
            self._future.clear()
            self._files = {}
            nothing = dict.fromkeys(("school_file", "times", "plan", "before", "conflict"))
            draft, dossier = dict(content.draft), self.keeping.dossier
            blank = {"file_name": "", "problems": (), "notices": ()}
            self.publish(Status.EMPTY, draft=draft, dossier=dossier, **nothing, **blank)
            return True
        read = self._read(content.files)
        if read is None:
            return False
        plan: Plan | None = None
        problems: tuple[Problem, ...] = ()
        try:
            plan = from_text(content.plan, read[0].school, PLAN) if content.plan else None
        except PlanFileError as error:
            problems = error.problems
        self._adopt(*read, content, plan)
        self.set_trait("problems", problems)
        return True

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
        self._keep("explained")
        return True

    def go_back(self) -> None:
        """Make the plan before the last change the page's plan again; this can be undone."""
        if self.before is not None and self.times is not None:
            self._edit(fitted(self.times, self.before), "returned")

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
        self._keep(change)

    # --- keeping ------------------------------------------------------------------------------

    def content(self) -> Content:
        """What the page shows, as a version holds it."""
        text = b""
        if self.plan is not None:
            text = json.dumps(to_json(self.plan, Translator()), ensure_ascii=False).encode()
        return Content(self.file_name, self._files, text, self.draft)

    def _keep(self, change: str, title: str = "") -> None:
        """Save what the page shows; what goes wrong is in ``conflict`` or ``trouble``."""
        key = title
        if self.school_file is not None:
            school = self.school_file.school
            key, title = _key(school), f"{school.name} · {school.year}"
        if self.school_file is not None or self.draft:
            content = self.content()
            self._safely(lambda: self._save(key, title, content, change))

    def _save(self, key: str, title: str, content: Content, change: str) -> None:
        if not self.keeping.dossier:
            self.keeping.begin(slug(key), title)
        elif change == "tables":
            self.keeping.called(key, title)
        self.set_trait("dossier", self.keeping.dossier)
        self.keeping.save(content, change)
        self.set_trait("conflict", None)

    def _safely(self, work: Callable[[], T]) -> T | None:
        """Do something with the workspace; the page goes on when that fails."""
        try:
            done = work()
        except Conflict as conflict:
            self.set_trait("conflict", conflict)
        except WorkspaceError as error:
            log.warning("the workspace: %s", error)
            self.set_trait("trouble", error)
        else:
            self.set_trait("trouble", None)
            return done
        return None


def _key(school: School) -> str:
    """What tells one kept school from another: its name and year."""
    return f"{slug(school.name)}-{school.year}"
