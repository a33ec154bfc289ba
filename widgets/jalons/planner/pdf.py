"""A plan on paper: the poster of the year (A3), the sheets of the classes and of a door (A4).

Lays out nothing: the templates in ``typst/`` do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.domain import Plan
from jalons.planner.pdf_poster import poster_data
from jalons.planner.pdf_year import Year, theme_names, upcoming
from jalons.planner.team import TeamDate
from jalons.planner.times import Times
from jalons.printing.press import Data, day_text, typeset_pdf
from jalons.school.domain import SchoolClass
from jalons.schoolyear import target_hours

TEMPLATES = Path(__file__).parent / "typst"
HEADS = ("month", "date", "time", "theme", "title", "people")


def year_poster(
    times: Times,
    plan: Plan,
    letters: Mapping[str, str],
    t: Translator,
    issued: date,
    team: Iterable[TeamDate] = (),
) -> bytes:
    """The year of the whole school, classes × weeks, as an A3 PDF.

    Parameters
    ----------
    times, plan
        The school's year, and its plan; without assignments the poster shows the bare year.
    letters : mapping
        Theme code → its letter, as for :func:`~jalons.planner.board.board_data`.
    t : Translator
    issued : date
        Day of issue, printed and written into the file: same arguments, same bytes.
    team : iterable of TeamDate
        What the team has decided for some days: on a wall, without who does it.

    Returns
    -------
    bytes
        One page for up to 24 classes; more classes are spread evenly over more pages.
    """
    data = poster_data(Year(times, plan, letters, t, issued), team)
    return typeset_pdf(TEMPLATES / "poster.typ", data, issued)


def class_sheets(
    times: Times,
    plan: Plan,
    letters: Mapping[str, str],
    t: Translator,
    issued: date,
    classes: Sequence[str] | None = None,
) -> bytes:
    """The dates of each class as an A4 PDF, each class on a page of its own.

    Parameters
    ----------
    times, plan, letters, t, issued
        As for :func:`year_poster`.
    classes : sequence of str, optional
        Names of classes, in the order wanted; all of the school by default.

    Raises
    ------
    ValueError
        A class is not in the school; the sentence names those that are.
    """
    year = Year(times, plan, letters, t, issued)
    names = [c.name for c in times.school.classes] if classes is None else list(classes)
    title = t("pdf-classes-title", year=times.school.year, school=times.school.name)
    if len(names) == 1:
        title = t(
            "pdf-class-title", year=times.school.year, school=times.school.name, name=names[0]
        )
    data = year.document(title) | {
        "subtitle": t("pdf-classes-subtitle", year=times.school.year, zone=year.zone),
        "themes": year.board["themes"],
        "sheets": [_sheet(year, year.class_named(name)) for name in names],
        "words": {key: t(f"pdf-head-{key}") for key in HEADS}
        | {"signs": t("pdf-signs"), "undated": t("pdf-undated") + " "}
        | {"empty": t("pdf-no-session"), "no-class": t("pdf-empty")},
    }
    return typeset_pdf(TEMPLATES / "classes.typ", data, issued)


def door_sheet(
    times: Times,
    plan: Plan,
    class_name: str,
    letters: Mapping[str, str],
    t: Translator,
    today: date,
    count: int = 6,
) -> bytes:
    """The next sessions of a class in large type, for a door, as an A4 PDF.

    Parameters
    ----------
    times, plan, letters, t
        As for :func:`year_poster`.
    class_name : str
    today : date
        Sessions from this day on; also the day of issue.
    count : int
        How many sessions, 1 or more. Up to about eight share one page.

    Raises
    ------
    ValueError
        The class is not in the school, or ``count`` is below 1.
    """
    if count < 1:
        raise ValueError(t("pdf-count", count=count))
    year = Year(times, plan, letters, t, today)
    rows = upcoming(year.agenda(year.class_named(class_name)), today, count)
    data = year.document(t("pdf-door-title", school=times.school.name, name=class_name)) | {
        "name": class_name,
        "rows": rows,
        "theme-names": theme_names(year.board["themes"], rows),
        "words": {
            "next": t("pdf-next", date=day_text(t, today, "d MMMM y")),
            "none": t("pdf-none-from", date=words.day_name(t, today)),
        },
    }
    return typeset_pdf(TEMPLATES / "door.typ", data, today)


# --- the sheet of a class ---------------------------------------------------------------------


def _sheet(year: Year, school_class: SchoolClass) -> Data:
    t, name = year.t, school_class.name
    about = year.row_of[name]["sub"]
    if school_class.speciality:
        about = t("pdf-about-speciality", speciality=school_class.speciality, rest=about)
    agenda = year.agenda(school_class)
    months = groupby(agenda, key=lambda row: day_text(t, row["first"], "MMM y"))
    return {
        "name": name,
        "about": about,
        "hours": _hours(year, school_class),
        "months": [{"name": month, "rows": list(rows)} for month, rows in months],
        "sessions": sum(row["kind"] == "session" for row in agenda),
        "undated": _undated(year, name),
    }


def _hours(year: Year, school_class: SchoolClass) -> Data:
    """The gauge in words, and the share of the target that is planned."""
    t = year.t
    hours = year.hours[school_class.name]
    planned = _duration(t, hours.planned_h)
    if not hours.target_h:
        return {"share": None, "text": t("pdf-gauge-no-target", planned=planned)}
    key = "pdf-gauge"
    if school_class.target_hours is None:
        dated = target_hours(year.times.school.year, school_class.level)
        key += "-to-confirm" if dated is not None and dated.status != "confirmed" else ""
    text = t(key, planned=planned, target=_duration(t, hours.target_h))
    return {"share": hours.planned_h / hours.target_h, "text": text}


def _undated(year: Year, class_name: str) -> list[str]:
    """What the plan leaves out for a class: a sheet that hid it would look complete."""
    found = []
    for task in (u.task for u in year.plan.unplaced if u.task.class_name == class_name):
        session = year.times.school.session_by_id[task.session]
        title = session.title + (f" ({task.part}/{session.parts})" if session.parts > 1 else "")
        if task.group:
            who = year.t("chip-group", name=task.group)
            title = year.t("pdf-undated-part", title=title, who=who)
        found.append(title)
    return found


def _duration(t: Translator, hours: float) -> str:
    whole, rest = divmod(round(hours * 60), 60)
    if rest:
        return t("pdf-hours-minutes", hours=whole, minutes=f"{rest:02}")
    return t("pdf-hours", hours=whole)
