"""What the page *Planifier* remembers: the school's file, its plan, and what was said about them.

Everything a person does on the page is a method here and can be done without a page. What is
entered is kept in the workspace as it is made and comes back with :meth:`restore`.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from threading import Event as StopEvent
from typing import Any, Protocol

import traitlets

from jalons.i18n import Translator
from jalons.planner.codec import PlanFileError, from_text, to_json
from jalons.planner.domain import Assignment, Plan, Task, all_tasks
from jalons.planner.moves import Move, moves, put, take_out
from jalons.planner.notices import date_notices
from jalons.planner.solver import Progress, solve
from jalons.planner.times import Times
from jalons.reactive import State, Status
from jalons.school.problems import SchoolFileError
from jalons.school.reader import LibraryRow, SchoolFile, read_school_files

SCOPE = "planifier"
FILES, PLAN = "school_files", "plan"


class Keeper(Protocol):
    """What keeps things: the workspace, or nothing at all."""

    def keep(self, scope: str, name: str, content: bytes) -> None: ...

    def latest(self, scope: str, name: str) -> bytes | None: ...


class PlannerState(State):
    """Inputs and results of the page.

    ``school_file`` and ``times`` change together when a file is opened; a file that cannot be
    used leaves them as they are and says why in ``problems``.
    """

    inputs = ("time_limit_s", "seed")

    time_limit_s = traitlets.Float(20.0, min=1.0, max=600.0)
    seed = traitlets.Int(1, min=0)

    school_file = traitlets.Instance(SchoolFile, allow_none=True, read_only=True)
    times = traitlets.Instance(Times, allow_none=True, read_only=True)
    file_name = traitlets.Unicode("", read_only=True)
    problems = traitlets.Tuple(read_only=True)
    notices = traitlets.Tuple(read_only=True)
    plan = traitlets.Instance(Plan, allow_none=True, read_only=True)
    can_undo = traitlets.Bool(False, read_only=True)
    can_redo = traitlets.Bool(False, read_only=True)

    def __init__(
        self, library: Iterable[LibraryRow] = (), keeper: Keeper | None = None, **values: Any
    ) -> None:
        super().__init__(**values)
        self._library = tuple(library)
        self._keeper = keeper
        self._past: list[Plan | None] = []
        self._future: list[Plan | None] = []

    @property
    def total(self) -> int:
        """How many tasks the school has to place."""
        return len(all_tasks(self.school_file.school)) if self.school_file else 0

    def open_folder(self, folder: Path) -> None:
        """Open a school that lies on this machine as a folder of CSV files."""
        files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}
        self.open_files(files, folder.name)

    def open_files(self, files: Mapping[str, bytes], name: str = "") -> None:
        """Open a school from files in memory; on success any plan of another school is let go."""
        if self._read(files, name):
            self._keep(FILES, _packed(files, self.file_name))
            self._keep(PLAN, b"")

    def _read(self, files: Mapping[str, bytes], name: str) -> bool:
        try:
            read = read_school_files(files, self._library)
            times = Times(read.school)
        except SchoolFileError as error:
            self.set_trait("problems", error.problems)
            return False
        self._past.clear()
        self._future.clear()
        self.publish(
            Status.STALE,
            can_undo=False,
            can_redo=False,
            school_file=read,
            times=times,
            file_name=name or ", ".join(files),
            problems=(),
            notices=(*read.notices, *date_notices(times)),
            plan=None,
        )
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
        self._edit(plan)

    # --- by hand ------------------------------------------------------------------------------

    def places_for(self, task: Task) -> tuple[Move, ...]:
        """Where a task could go by hand, and what would be wrong at each place."""
        times, plan = self._open_plan()
        return moves(times, plan, task)

    def put(self, assignment: Assignment) -> None:
        """Move a task, or place one that was left out."""
        times, plan = self._open_plan()
        self._edit(put(times, plan, assignment))

    def take_out(self, task: Task) -> None:
        """Leave a task out by choice."""
        times, plan = self._open_plan()
        self._edit(take_out(times, plan, task))

    def toggle_pin(self, task: Task) -> None:
        """Agree on a task's place, or let it go again."""
        _, plan = self._open_plan()
        self._edit(replace(plan, pinned=plan.pinned ^ {task}))

    def undo(self) -> None:
        """Go back before the last change of the plan."""
        if self.can_undo:
            self._go(self._past, self._future)

    def redo(self) -> None:
        """Make the change again that was undone last."""
        if self.can_redo:
            self._go(self._future, self._past)

    def _open_plan(self) -> tuple[Times, Plan]:
        if self.times is None or self.plan is None:
            raise ValueError("there is no plan yet")
        return self.times, self.plan

    def _edit(self, plan: Plan) -> None:
        self._past.append(self.plan)
        self._future.clear()
        self._show(plan)

    def _go(self, here: list[Plan | None], there: list[Plan | None]) -> None:
        there.append(self.plan)
        self._show(here.pop())

    def _show(self, plan: Plan | None) -> None:
        self.publish(
            Status.FRESH if plan else Status.STALE,
            plan=plan,
            can_undo=bool(self._past),
            can_redo=bool(self._future),
        )
        self._keep_plan()

    def _keep_plan(self) -> None:
        text = ""
        if self.plan is not None:
            text = json.dumps(to_json(self.plan, Translator()), ensure_ascii=False)
        self._keep(PLAN, text.encode())

    def restore(self) -> bool:
        """Bring back the file and plan of last time; False where there is nothing to bring."""
        packed = self._keeper.latest(SCOPE, FILES) if self._keeper else None
        if not packed:
            return False
        files, name = _unpacked(packed)
        if not self._read(files, name):
            return False
        kept = self._keeper.latest(SCOPE, PLAN) if self._keeper else None
        if kept and self.school_file is not None:
            try:
                plan = from_text(kept, self.school_file.school, PLAN)
            except PlanFileError as error:
                self.set_trait("problems", error.problems)
            else:
                self.publish(Status.FRESH, plan=plan)
        return True

    def _keep(self, name: str, content: bytes) -> None:
        if self._keeper is not None:
            self._keeper.keep(SCOPE, name, content)


def _packed(files: Mapping[str, bytes], name: str) -> bytes:
    """Several files as one, as they were."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.comment = name.encode()[:1000]
        for file, content in files.items():
            packed.writestr(file, content)
    return out.getvalue()


def _unpacked(content: bytes) -> tuple[dict[str, bytes], str]:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        files = {entry.filename: packed.read(entry) for entry in packed.infolist()}
        return files, packed.comment.decode(errors="replace")
