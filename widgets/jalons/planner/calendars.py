"""The calendars of a plan that is kept: whose, one file or an archive, and what is cancelled.

A calendar carries the moment its version was saved, so one version always gives the same file and a
later version a newer one. What was in a calendar that somebody took away before, and no longer is,
is cancelled in it. Knows no widget.
"""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO

from jalons.i18n import Translator
from jalons.planner import ics
from jalons.planner.domain import Assignment, Plan, Task
from jalons.planner.history import read_plan
from jalons.planner.names import slug
from jalons.planner.state import PlannerState
from jalons.planner.team import for_calendar
from jalons.school.domain import School
from jalons.workspace.domain import WorkspaceError

ICS, ZIP = "text/calendar", "application/zip"
File = tuple[str, str, bytes]  # name, MIME type, content
Choice = tuple[str, str]  # kind and name
ALL: Choice = ("", "")
ARCHIVES = ("classes", "groups", "people")  # one calendar for each of them
MOST_BACK = 20  # calendars taken away before, looked at for what is cancelled


def choices(school: School, t: Translator) -> list[tuple[str, Choice]]:
    """Whose calendar there can be: label and choice, the whole school first."""
    archives = [kind for kind in ARCHIVES if kind != "groups" or school.groups]
    return [
        (t("who-all"), ALL),
        *((t("who-class", name=c.name), ("class", c.name)) for c in school.classes),
        *((t("who-group", name=g.name), ("group", g.name)) for g in school.groups),
        *((t("who-person", name=p), ("person", p)) for p in school.roles_of),
        *((t(f"who-each-{kind}"), (kind, "")) for kind in archives),
    ]


class Calendars:
    """Calendars of what a state shows."""

    def __init__(self, state: PlannerState, t: Translator) -> None:
        self.state, self.t = state, t

    def make(self, school: School, plan: Plan, choice: Choice) -> File:
        """One calendar, or an archive of several; remembers that it was taken away."""
        kind, _ = choice
        moment, before = self._moment(), self._before()
        if kind in ARCHIVES:
            made = self._archive(school, plan, kind, moment, before)
        else:
            made = self._one(school, plan, choice, moment, before)
        self.state.safely(self.state.keeping.take_away)
        return made

    def _one(
        self, school: School, plan: Plan, choice: Choice, moment: datetime, before: list[Plan]
    ) -> File:
        chosen, title = _choose(school, plan, choice)
        now = {a.task for a in chosen}
        gone: dict[Task, Assignment] = {}
        for earlier in before:  # the newest first: what it held last is what is cancelled
            for a in _held(school, earlier, choice):
                if a.task not in now:
                    gone.setdefault(a.task, a)
        team = for_calendar(self.state.team_dates(), *choice)
        data = ics.to_ics(school, plan, chosen, title, self.t, moment, gone.values(), team)
        return f"{slug(title)}-{school.year}.ics", ICS, data

    def _archive(
        self, school: School, plan: Plan, kind: str, moment: datetime, before: list[Plan]
    ) -> File:
        singular = {"classes": "class", "groups": "group", "people": "person"}[kind]
        wanted = [choice for _, choice in choices(school, self.t) if choice[0] == singular]
        out, taken = BytesIO(), set[str]()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for choice in wanted:
                name, _, data = self._one(school, plan, choice, moment, before)
                stem, number = name.removesuffix(".ics"), 2
                while name in taken:  # two names may look alike once accents are gone
                    name, number = f"{stem}-{number}.ics", number + 1
                taken.add(name)
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        title = f"{self.t(f'file-each-{kind}')}-{slug(school.name)}-{school.year}.zip"
        return title, ZIP, out.getvalue()

    def _moment(self) -> datetime:
        """When what the page shows was saved; now, if it is not saved."""
        conflict, saved = self.state.conflict, self.state.keeping.standing.saved_at
        if self.state.trouble is None and conflict is not None:
            return conflict.mine.version.saved_at
        if self.state.trouble is None and saved is not None:
            return saved
        return datetime.now().astimezone()

    def _before(self) -> list[Plan]:
        """The plans whose calendars were taken away before, the newest first."""
        keeping = self.state.keeping
        plans = []
        try:
            for number in sorted(keeping.about(keeping.dossier).taken)[: -MOST_BACK - 1 : -1]:
                if number != keeping.standing.base:
                    plans.append(read_plan(keeping.read(keeping.dossier, number).plan))
        except WorkspaceError as error:
            self.state.set_trait("trouble", error)
        return plans


def _choose(school: School, plan: Plan, choice: Choice) -> tuple[tuple[Assignment, ...], str]:
    kind, name = choice
    chosen, title = ics.choose(
        school,
        plan,
        class_name=name if kind == "class" else None,
        group=name if kind == "group" else None,
        person=name if kind == "person" else None,
    )
    return chosen or (), title


def _held(school: School, plan: Plan, choice: Choice) -> tuple[Assignment, ...]:
    """What the calendar of this choice held in an earlier plan, if it is of this school."""
    if (plan.school, plan.year) != (school.name, school.year):
        return ()
    return _choose(school, plan, choice)[0]
