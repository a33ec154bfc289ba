"""The school a page shows, with its plan, and how both are kept: open, edit, save, come back.

Everything entered is kept in the workspace as it is made and comes back with
:meth:`SchoolState.restore`. Knows no rule, no search and no change of a plan.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import traitlets

from jalons.i18n import Translator
from jalons.planner.adapt import fitted
from jalons.planner.codec import PlanFileError, from_text, to_json
from jalons.planner.domain import Plan, all_tasks
from jalons.planner.from_xlsx import plan_in
from jalons.planner.keeping import Keeping
from jalons.planner.kept import PLAN, Content
from jalons.planner.names import slug
from jalons.planner.notices import date_notices
from jalons.planner.times import Times
from jalons.problems import InputError, Problem
from jalons.reactive import State, Status
from jalons.school.domain import School
from jalons.school.reader import LibraryRow, SchoolFile, read_school_files, read_school_sheets
from jalons.school.sheets import Sheets
from jalons.workspace.domain import Conflict, Version, WorkspaceError

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

T = TypeVar("T")
log = logging.getLogger("jalons")


class SchoolState(State):
    """A school and its plan.

    ``school_file`` and ``times`` change together when a file is opened; a file that cannot be
    used leaves them as they are, says why in ``problems`` and stays in ``refused``. ``draft`` holds
    tables being edited that do not pass the check yet. ``before`` is the plan before the last
    change of where sessions are. ``version`` of ``dossier`` is what was saved last. ``trouble``
    says why the last change could not be kept, ``conflict`` that somebody else had saved before,
    ``newer`` that somebody has, as far as known.
    """

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
    refused = traitlets.Dict(read_only=True)
    dossier = traitlets.Unicode("", read_only=True)
    version = traitlets.Int(None, allow_none=True, read_only=True)
    conflict = traitlets.Instance(Conflict, allow_none=True, read_only=True)
    newer = traitlets.Instance(Version, allow_none=True, read_only=True)
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
        self._counted: tuple[SchoolFile | None, int] = None, 0

    @property
    def total(self) -> int:
        """How many tasks the school has to place."""
        file = self.school_file
        if self._counted[0] is not file:
            self._counted = file, len(all_tasks(file.school)) if file else 0
        return self._counted[1]

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
        self.set_trait("refused", {})
        read = self._read(files)
        if read is None:
            self.set_trait("refused", dict(files))
            return
        try:
            plan = plan_in(files, read[0].school)
        except InputError as error:
            self.set_trait("problems", error.problems)
            self.set_trait("refused", dict(files))
            return
        content = Content(name or ", ".join(files), dict(files))
        self.keeping.close()  # whatever happens next, nothing of this goes to another school
        kept = self.safely(lambda: self._find(read[0].school))
        if kept is not None and kept.files == content.files and plan is None:
            self.show_content(kept)
        else:
            self._adopt(*read, content, plan)
            self.keep("opened")

    def open_kept(self, dossier: str = "") -> bool:
        """Open a school kept here at its newest version; the last one saved if none is named.

        Returns
        -------
        bool
            Whether there is such a school and it could be read.
        """
        if self.trouble is not None:
            self.keep("again")
        before = self.keeping.standing
        content = self.safely(lambda: self._kept(dossier))
        if content is not None and self.show_content(content):
            return True
        self.keeping.standing = before  # the page still shows what it did
        return False

    restore = open_kept

    def close_school(self) -> None:
        """Show no school any more; what is kept stays kept."""
        self.keeping.close()
        self._show_none()

    def _show_none(self, draft: Mapping[str, bytes] | None = None) -> None:
        self._past.clear()
        self._future.clear()
        self._files = {}
        nothing = ("school_file", "times", "plan", "before", "conflict", "newer", "trouble")
        self.publish(
            Status.EMPTY,
            can_undo=False,
            can_redo=False,
            file_name="",
            problems=(),
            notices=(),
            draft=dict(draft or {}),
            dossier=self.keeping.dossier,
            version=self.keeping.standing.base,
            **dict.fromkeys(nothing),
        )

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
        for name, value in {"draft": dict(files), "refused": {}, "problems": ()}.items():
            self.set_trait(name, value)
        self.keep("draft", title)

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
            before=None,
            draft={},
            refused={},
        )
        self.keep("tables")

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
            version=self.keeping.standing.base,
            conflict=None,
            newer=None,
            trouble=None,
        )

    def read_content(self, content: Content) -> tuple[SchoolFile, Times, Plan | None]:
        """The school and plan that a version holds; changes nothing.

        Raises
        ------
        InputError
            They cannot be used with the rules and lessons of today.
        """
        read = read_school_files(content.files, self._library)
        plan = from_text(content.plan, read.school, PLAN) if content.plan else None
        return read, Times(read.school), plan

    def show_content(self, content: Content, plan: Plan | None = None) -> bool:
        """Show what a version holds; False, with the reasons in ``problems``, if it cannot be."""
        if content.draft and not content.files:  # a school that was never right yet
            self._show_none(content.draft)
            return True
        read = self._read(content.files)
        if read is None:
            return False
        problems: tuple[Problem, ...] = ()
        try:
            plan = from_text(content.plan, read[0].school, PLAN) if content.plan else plan
        except PlanFileError as error:
            problems = error.problems
        self._adopt(*read, content, plan)
        self.set_trait("problems", problems)
        return True

    # --- keeping ------------------------------------------------------------------------------

    def content(self) -> Content:
        """What the page shows, as a version holds it."""
        text = b""
        if self.plan is not None:
            text = json.dumps(to_json(self.plan, Translator()), ensure_ascii=False).encode()
        return Content(self.file_name, self._files, text, self.draft)

    def keep(self, change: str, title: str = "") -> None:
        """Save what the page shows; what goes wrong is in ``conflict`` or ``trouble``."""
        key = title
        if self.school_file is not None:
            school = self.school_file.school
            key, title = _key(school), f"{school.name} · {school.year}"
        if self.school_file is not None or self.draft:
            content = self.content()
            self.safely(lambda: self._save(key, title, content, change))

    def _save(self, key: str, title: str, content: Content, change: str) -> None:
        if not self.keeping.dossier:
            self.keeping.begin(slug(key), title)
        elif change == "tables":
            self.keeping.called(key, title)
        try:
            self.keeping.save(content, change)
        finally:
            self.set_trait("dossier", self.keeping.dossier)
            self.set_trait("version", self.keeping.standing.base)
        for name in ("conflict", "newer", "trouble"):
            self.set_trait(name, None)

    def safely(self, work: Callable[[], T]) -> T | None:
        """Do something with the workspace; the page goes on when that fails."""
        try:
            done = work()
        except Conflict as conflict:
            self.set_trait("conflict", conflict)
        except WorkspaceError as error:
            log.warning("the workspace: %s", error)
            self.set_trait("trouble", error)
        else:
            return done
        return None


def _key(school: School) -> str:
    """What tells one kept school from another: its name and year."""
    return f"{slug(school.name)}-{school.year}"
