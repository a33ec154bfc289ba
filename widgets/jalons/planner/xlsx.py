"""A plan and its school as a workbook: for people to read, and to open again as they are.

First what people read: the sessions one a row, each class's hours, what is left out and why. Then
how the plan was found, and the school's own tables. :mod:`~jalons.planner.from_xlsx` reads it back.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.codec import assignment_json, reason_json, task_json
from jalons.planner.domain import Assignment, Plan, Task, Unplaced
from jalons.planner.team import TeamDate
from jalons.printing.workbook import fill_sheet
from jalons.school.domain import School
from jalons.school.sheets import HOURS, LEFT_OUT, PLANNING, SEARCH, TEAM
from jalons.school.template import table_sheet
from jalons.school.writer import rows_of

STAFF_SEPARATOR = " | "
# The columns of each sheet. In ``planning``: one for each value of an assignment, then words.
COLUMNS: dict[str, tuple[str, ...]] = {
    PLANNING: (
        "seance",
        "partie",
        "classe",
        "groupe",
        "date",
        "debut",
        "fin",
        "personnes",
        "lieu",
        "titre",
        "jour",
        "fixee",
    ),
    HOURS: ("classe", "heures_prevues", "heures_cibles"),
    LEFT_OUT: (
        "seance",
        "partie",
        "classe",
        "groupe",
        "obligatoire",
        "raisons",
        "fixee",
        "donnees",
    ),
    SEARCH: ("statut", "objectif", "borne", "duree_s", "graine", "empreinte"),
    TEAM: ("date", "titre", "qui", "fait"),
}


def to_xlsx(school: School, plan: Plan, t: Translator, team: Sequence[TeamDate] = ()) -> bytes:
    """The plan and its school as the bytes of an ``.xlsx`` file; ``team`` only to be read."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    sheets: dict[str, list[Sequence[Any]]] = {
        PLANNING: [_planning(school, plan, a, t) for a in plan.assignments],
        HOURS: [(h.class_name, h.planned_h, h.target_h) for h in plan.hours],
        LEFT_OUT: [_left_out(plan, u, t) for u in plan.unplaced],
        SEARCH: _search(school, plan),
    }
    if team:
        sheets[TEAM] = [(d.day, d.title, d.who, _yes_no(d.done)) for d in team]
    for name, content in sheets.items():
        fill_sheet(book.create_sheet(), name, COLUMNS[name], content)
    for table, rows in rows_of(school).items():
        table_sheet(book.create_sheet(table), table, rows, t)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def fingerprint(school: School, plan: Plan) -> str:
    """What tells whether somebody changed the plan or its school since they were written."""
    assignments = [assignment_json(a) for a in plan.assignments]
    left_out = [task_json(u.task) for u in plan.unplaced]
    content = [sorted(map(str, assignments)), sorted(map(str, left_out)), str(rows_of(school))]
    return sha256(json.dumps(content).encode()).hexdigest()[:16]


def _planning(school: School, plan: Plan, a: Assignment, t: Translator) -> Sequence[Any]:
    return (
        *_task(a.task),
        a.day,
        a.start,
        a.end,
        STAFF_SEPARATOR.join(a.staff),
        a.place,
        school.session_by_id[a.task.session].title,
        words.weekday(t, a.day),
        _yes_no(a.task in plan.pinned),
    )


def _left_out(plan: Plan, u: Unplaced, t: Translator) -> Sequence[Any]:
    reasons = [reason_json(reason, "") for reason in u.reasons]
    reasons += [{**reason_json(way, ""), "way_out": True} for way in u.ways_out]
    return (
        *_task(u.task),
        _yes_no(u.mandatory),
        words.left_out(t, u),
        _yes_no(u.task in plan.pinned),
        json.dumps(reasons, ensure_ascii=False),
    )


def _search(school: School, plan: Plan) -> list[Sequence[Any]]:
    """How the plan was found; numbers as text, which no spreadsheet rounds."""
    if (info := plan.solver) is None:
        return []
    numbers = (info.objective, info.bound, info.wall_s, info.seed)
    return [(info.status, *map(repr, numbers), fingerprint(school, plan))]


def _task(task: Task) -> tuple[Any, ...]:
    return task.session, task.part, task.class_name, task.group


def _yes_no(value: bool) -> str:
    return "oui" if value else "non"
