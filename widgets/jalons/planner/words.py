"""Sentences about a plan: what breaks a rule, why something is left out, how a search ended.

Takes codes and facts, asks the translator. The only place that knows how a fact is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from math import inf
from typing import TYPE_CHECKING, Any

from jalons.i18n import MissingMessageError, Translator
from jalons.planner.domain import Assignment, Plan, Reason, Task, Unplaced
from jalons.planner.objective import Part
from jalons.planner.quality import Gap
from jalons.planner.quality import gap as gap_between
from jalons.planner.rules import Broken
from jalons.school.domain import ROLES, WEEKDAYS

if TYPE_CHECKING:
    from jalons.planner.progress import Progress

KINDS = ("salle", "salle_info", "cdi", "tiers_lieu", "none")


def rule_broken(t: Translator, broken: Broken) -> str:
    """The sentence of a broken rule, with the sessions concerned."""
    who = t("list-and").join(task_name(task) for task in broken.tasks)
    return f"{who}{t('colon')}{rule_sentence(t, broken.reason)}"


def rule_sentence(t: Translator, reason: Reason) -> str:
    """The sentence of a broken rule by itself."""
    return t(f"rule-{_id(reason.code)}", **_shown(t, reason.facts))


def why_left_out(t: Translator, reason: Reason) -> str:
    """The sentence of one reason why a task is not in a plan."""
    key = f"left-out-{_id(reason.code)}"
    if reason.facts.get("verified"):
        # The order of parts is said of the part that has no place.
        key = "clash-earlier-part" if "part" in reason.facts else f"clash-{_id(reason.code)}"
    elif "count" in reason.facts and "who" in reason.facts:
        key = f"taken-{_id(reason.code)}"
    try:
        return t(key, **_shown(t, reason.facts))
    except MissingMessageError:  # a plan file of other make may give codes or facts of its own
        return reason.code


def way_out(t: Translator, reason: Reason) -> str:
    """The sentence of one change that would give a task its place."""
    try:
        return t(f"way-{_id(reason.code)}", **_shown(t, reason.facts))
    except MissingMessageError:
        return reason.code


def left_out(t: Translator, unplaced: Unplaced) -> str:
    """Why a task is left out and what would help, on one line."""
    why = " ".join(why_left_out(t, reason) for reason in unplaced.reasons)
    ways = " ".join(way_out(t, reason) for reason in unplaced.ways_out)
    return t("left-out-line", why=why, ways=ways) if ways else why


def changes(t: Translator, counts: Mapping[str, int]) -> str:
    """How many sessions changed in which way: ``7 séances déplacées et 1 ajoutée.``"""
    said = [t(f"changes-{_id(kind)}", count=count) for kind, count in counts.items() if count]
    return t("changes-count", changes=t("list-and").join(said))


def gap(t: Translator, found: Gap | None) -> str:
    """How far a plan may be from the best one."""
    if found is None:
        return t("gap-by-hand")
    return t(f"gap-{found.code}", percent=found.percent)


def so_far(t: Translator, step: Progress) -> str:
    """Where a search stands; how good its plan is once there is a whole one to judge."""
    note = t("planner-note", placed=step.placed, total=step.total)
    if step.objective == inf:
        return note
    found = gap_between(step.objective, step.bound, step.left_out)
    return f"{note} · {t(f'gap-so-far-{found.code}', percent=found.percent)}"


def wanted(t: Translator, part: Part, placed: int) -> str:
    """One part of what is wanted of a plan, as a sentence."""
    mean = part.count / placed if placed else 0
    facts = {"classes": 0, "pools": 0, "hours": 0, "weeks": 0, **part.facts}
    return t(f"quality-{_id(part.name)}", count=part.count, mean=mean, **facts)


def task_name(task: Task) -> str:
    part = f" ({task.part})" if task.part > 1 else ""
    return f"{task.session}{part} · {task.group or task.class_name}"


def outcome(t: Translator, plan: Plan, tasks: int) -> str:
    """How a search ended, in one sentence."""
    mandatory = sum(u.mandatory for u in plan.unplaced)
    status = plan.solver.status if plan.solver else "feasible"
    return t(
        f"outcome-{status}",
        placed=len(plan.assignments),
        total=tasks,
        mandatory=mandatory,
        optional=len(plan.unplaced) - mandatory,
        seconds=plan.solver.wall_s if plan.solver else 0,
    )


def day_name(t: Translator, day: date) -> str:
    """``jeudi 11 septembre 2025`` / ``Thursday 11 September 2025``."""
    return _day_name(t.lang, day)


@lru_cache(maxsize=2048)
def _day_name(lang: str, day: date) -> str:
    from babel.dates import format_date

    pattern = "EEEE d MMMM y" if day.day > 1 or lang == "en" else "EEEE d'er' MMMM y"
    return str(format_date(day, pattern, locale=lang))


@lru_cache(maxsize=2048)
def _weekday_short(lang: str, day: date) -> str:
    from babel.dates import format_date

    return str(format_date(day, "EEE", locale=lang))


def weekday(t: Translator, day: date) -> str:
    from babel.dates import format_date

    return str(format_date(day, "EEEE", locale=t.lang))


def month_name(t: Translator, day: date) -> str:
    """``sept. 2025`` / ``Sep 2025``."""
    from babel.dates import format_date

    return str(format_date(day, "MMM y", locale=t.lang))


def when(t: Translator, a: Assignment) -> str:
    return t("when", day=day_name(t, a.day), start=clock(a.start), end=clock(a.end))


def short_time(t: Translator, a: Assignment) -> str:
    """``jeu. 14:00``, for where there is no room for more."""
    return f"{_weekday_short(t.lang, a.day)} {clock(a.start)}"


def clock(moment: time) -> str:
    return moment.strftime("%H:%M")


def _id(code: str) -> str:
    return code.replace("_", "-")


def _shown(t: Translator, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _show(t, name, value) for name, value in facts.items()}


def _show(t: Translator, name: str, value: Any) -> Any:
    if isinstance(value, date):
        return day_name(t, value)
    if isinstance(value, time):
        return clock(value)
    if name == "role" and isinstance(value, str):
        return " + ".join(t(f"role-{_id(r)}") if r in ROLES else r for r in value.split(" + "))
    if isinstance(value, list):
        return t("list-then").join(_row(t, row) for row in value) or "none"
    if value in KINDS and name in ("wanted", "given"):
        return t(f"place-{_id(value)}")
    if value in WEEKDAYS and name in ("day", "from", "to"):
        return t(f"weekday-{value}")
    if name == "milestone" and t.has(key := f"bound-{_id(value).lower()}"):
        return t(key)
    return value


def _row(t: Translator, row: Any) -> str:
    """A time as a row of a school's file says it, or one date with its hours."""
    if not isinstance(row, dict) or ("start" in row) != ("end" in row):
        return str(row)
    said = {name: str(value) for name, value in row.items()}
    days = {
        name: day_name(t, date.fromisoformat(said[name]))
        for name in ("date", "first", "last")
        if name in said
    }
    day = said.get("day", "")
    once = days.get("date") or (
        days.get("first") if days.get("first") == days.get("last") else None
    )
    hours = t("row-hours", start=said["start"], end=said["end"]) if "start" in said else ""
    if once is not None:
        parts = [t("row-date", date=once), hours]
    else:
        parts = [
            t("row-weekday", day=t(f"weekday-{day}")) if day in WEEKDAYS else "",
            hours,
            t("row-weeks", weeks=said["weeks"]) if "weeks" in said else "",
            t("row-from", date=days["first"]) if "first" in days else "",
            t("row-to", date=days["last"]) if "last" in days else "",
        ]
    return " ".join(part for part in parts if part) or t("row-always")
