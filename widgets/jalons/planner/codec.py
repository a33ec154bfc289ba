"""A plan as JSON, and back. Every name in a file is checked against the school.

The form is a contract: other programs read and write it. Words of reasons are made here for the
file's reader from the codes the plan holds.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from datetime import date, time
from math import isfinite
from typing import Any, TypeGuard

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.domain import (
    Assignment,
    Hours,
    Plan,
    Reason,
    SolverInfo,
    Task,
    Unplaced,
    tasks_of,
)
from jalons.problems import InputError, Problem
from jalons.school.domain import School

MOST_BYTES = 20_000_000


class PlanFileError(InputError):
    """The plan file cannot be read."""


def to_json(plan: Plan, t: Translator) -> dict[str, Any]:
    """The plan as JSON values; ``message`` of each reason in the language of ``t``."""
    return {
        "school": plan.school,
        "year": plan.year,
        "assignments": [assignment_json(a) for a in plan.assignments],
        "unplaced": [
            {
                **task_json(u.task),
                "mandatory": u.mandatory,
                "reasons": [
                    reason_json(reason, words.why_left_out(t, reason)) for reason in u.reasons
                ],
                **({"ways_out": _ways_out(u, t)} if u.ways_out else {}),
            }
            for u in plan.unplaced
        ],
        "hours": [
            {"class": h.class_name, "planned_h": h.planned_h, "target_h": h.target_h}
            for h in plan.hours
        ],
        "solver": _solver_json(plan.solver) if plan.solver else None,
        "pinned": [task_json(task) for task in sorted(plan.pinned, key=str)],
    }


def _ways_out(u: Unplaced, t: Translator) -> list[dict[str, Any]]:
    return [reason_json(way, words.way_out(t, way)) for way in u.ways_out]


def reason_json(reason: Reason, message: str) -> dict[str, Any]:
    facts = {name: _plain(value) for name, value in reason.facts.items()}
    return {"code": reason.code, "message": message, "facts": facts}


def assignment_json(a: Assignment) -> dict[str, Any]:
    return {
        **task_json(a.task),
        "date": a.day.isoformat(),
        "start": a.start.strftime("%H:%M"),
        "end": a.end.strftime("%H:%M"),
        "staff": list(a.staff),
        "place": a.place,
    }


def task_json(task: Task) -> dict[str, Any]:
    return {
        "session": task.session,
        "part": task.part,
        "class": task.class_name,
        "group": task.group,
    }


def _solver_json(info: SolverInfo) -> dict[str, Any]:
    return {
        "status": info.status,
        "objective": info.objective,
        "bound": info.bound,
        "wall_s": info.wall_s,
        "seed": info.seed,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return value.isoformat() if isinstance(value, date) else value


# --- reading ----------------------------------------------------------------------------------


def too_large(size: int, file: str) -> PlanFileError:
    facts = {"size": round(size / 1e6, 1), "most": MOST_BYTES // 10**6}
    return PlanFileError((Problem("too_large", file, facts=facts),))


def from_text(data: bytes, school: School, file: str) -> Plan:
    """Read a plan file for a school.

    Raises
    ------
    PlanFileError
        Not JSON, not a plan, or it names somebody or something the school does not have.
    """
    if len(data) > MOST_BYTES:
        raise too_large(len(data), file)
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise PlanFileError((Problem("plan_not_json", file),)) from None
    if not isinstance(content, dict) or not isinstance(content.get("assignments"), list):
        raise PlanFileError((Problem("plan_no_assignments", file),))
    reader = PlanReader(school, file)
    assignments = tuple(
        a
        for index, item in enumerate(content["assignments"])
        if (a := reader.assignment(item, index)) is not None
    )
    unplaced = tuple(
        u
        for index, item in enumerate(reader.items(content, "unplaced"))
        if (u := reader.unplaced(item, index)) is not None
    )
    hours = tuple(
        h
        for index, item in enumerate(reader.items(content, "hours"))
        if (h := reader.hours(item, index)) is not None
    )
    pinned = frozenset(
        task
        for index, item in enumerate(reader.items(content, "pinned"))
        if (task := reader.task(item, f"pinned[{index}]")) is not None
    )
    info = reader.solver(content.get("solver"))
    if reader.problems:
        raise PlanFileError(tuple(reader.problems))
    return Plan(school.name, school.year, assignments, unplaced, hours, info, pinned)


class PlanReader:
    """Reads the values of a plan for one school; what is wrong gathers in ``problems``."""

    def __init__(self, school: School, file: str) -> None:
        self.school = school
        self.file = file
        self.problems: list[Problem] = []
        self.tasks = {
            task: task for session in school.sessions for task in tasks_of(school, session)
        }

    def refuse(self, code: str, where: str, value: Any, **facts: Any) -> None:
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        self.problems.append(Problem(code, self.file, column=where, value=shown, facts=facts))

    def items(self, content: dict[str, Any], name: str) -> list[Any]:
        found = content.get(name) or []
        if isinstance(found, list):
            return found
        self.refuse("plan_bad_field", name, found)
        return []

    def assignment(self, item: Any, index: int) -> Assignment | None:
        where = f"assignments[{index}]"
        before = len(self.problems)
        task = self.task(item, where)
        if task is None:
            return None
        day = self.field(item, where, "date", date.fromisoformat)
        start = self.field(item, where, "start", _clock)
        end = self.field(item, where, "end", _clock)
        staff = item.get("staff", [])
        if not isinstance(staff, list) or not all(isinstance(p, str) for p in staff):
            self.refuse("plan_bad_field", f"{where}.staff", staff)
            return None
        for person in staff:
            if person not in self.school.roles_of:
                self.refuse("plan_unknown", f"{where}.staff", person, table="personnes")
        place = item.get("place")
        if place is not None and (
            not isinstance(place, str) or place not in self.school.place_by_name
        ):
            self.refuse("plan_unknown", f"{where}.place", place, table="lieux")
        if len(self.problems) > before or day is None or start is None or end is None:
            return None
        return Assignment(task, day, start, end, tuple(staff), place)

    def unplaced(self, item: Any, index: int) -> Unplaced | None:
        where = f"unplaced[{index}]"
        task = self.task(item, where)
        if task is None:
            return None
        reasons, ways_out = (
            tuple(self.reason(r, f"{where}.{name}") for r in self.items(item, name))
            for name in ("reasons", "ways_out")
        )
        mandatory = self.school.session_by_id[task.session].mandatory
        return Unplaced(task, mandatory, reasons, ways_out)

    def reason(self, item: Any, where: str) -> Reason:
        row = item if isinstance(item, dict) else {}
        code, facts = row.get("code"), row.get("facts") or {}
        if isinstance(code, str) and isinstance(facts, dict):
            return Reason(code, {name: _fact(value) for name, value in facts.items()})
        self.refuse("plan_bad_field", where, item)
        return Reason("")

    def hours(self, item: Any, index: int) -> Hours | None:
        row = item if isinstance(item, dict) else {}
        name, planned, target = row.get("class"), row.get("planned_h"), row.get("target_h")
        if isinstance(name, str) and _is_number(planned) and (target is None or _is_number(target)):
            return Hours(name, planned, target)
        self.refuse("plan_bad_field", f"hours[{index}]", item)
        return None

    def solver(self, item: Any) -> SolverInfo | None:
        if item is None:
            return None
        row = item if isinstance(item, dict) else {}
        status, seed = row.get("status"), row.get("seed")
        objective, bound, wall_s = (row.get(name) for name in ("objective", "bound", "wall_s"))
        if (
            status in SolverInfo.STATUSES
            and isinstance(seed, int)
            and (_is_number(objective) and _is_number(bound) and _is_number(wall_s))
        ):
            return SolverInfo(status, objective, bound, wall_s, seed)
        self.refuse("plan_bad_field", "solver", item)
        return None

    def task(self, item: Any, where: str) -> Task | None:
        if not isinstance(item, dict):
            self.refuse("plan_bad_field", where, item)
            return None
        session, part = item.get("session"), item.get("part", 1)
        class_name, group = item.get("class"), item.get("group")
        known: tuple[tuple[str, Any, Mapping[str, Any], str], ...] = (
            ("session", session, self.school.session_by_id, "seances"),
            ("class", class_name, self.school.class_by_name, "classes"),
        )
        for name, value, names, table in known:
            if not isinstance(value, str) or value not in names:
                self.refuse("plan_unknown", f"{where}.{name}", value, table=table)
                return None
        try:
            task = Task(str(session), part, str(class_name), group)
            if task in self.tasks:
                return self.tasks[task]  # with its part as a whole number, were it written 1.0
        except TypeError:  # a part or group that is a list or an object
            pass
        self.refuse("plan_no_such_task", where, f"{session} / {part} / {class_name} / {group}")
        return None

    def field(self, item: dict[str, Any], where: str, name: str, read: Callable[[str], Any]) -> Any:
        try:
            return read(item[name])
        except (KeyError, TypeError, ValueError):
            self.refuse("plan_bad_field", f"{where}.{name}", item.get(name))
            return None


def _clock(text: str) -> time:
    if not re.fullmatch(r"[0-2][0-9]:[0-5][0-9]", text):  # no seconds, no time zone
        raise ValueError(text)
    return time.fromisoformat(text)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)


def _fact(value: Any) -> Any:
    """A fact of a reason as it was before it was written: days are days again."""
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        if isinstance(value, list) and all(isinstance(row, dict) for row in value):
            return value  # times, row by row
        return value if isinstance(value, (str, int, float)) else json.dumps(value)
