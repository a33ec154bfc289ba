"""The poster of the year as data for its template: where each week, band and chip lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from math import ceil
from textwrap import shorten
from typing import Any

from jalons.i18n import Translator
from jalons.planner.pdf_year import Year, class_bands, session_row
from jalons.planner.team import TeamDate, standing
from jalons.planner.times import ONE_DAY
from jalons.printing.press import Data, day_text, span_text

CLASSES_PER_PAGE = 24
MOST_SLOTS = 4  # times of a class that can be read in its row; all of them are on its own sheet
LANE_EVENTS = 6  # events of the whole school that the poster names above the weeks; others below
LANE_CHARS = 40
DAYS_SHOWN = 6  # a week of the board, Monday to Saturday


# --- the poster -------------------------------------------------------------------------------


def poster_data(year: Year, team: Iterable[TeamDate] = ()) -> Data:
    t, school, board = year.t, year.times.school, year.board
    shared, numbered = _events(year)
    above, below = _team(year, team)
    rows = [_poster_row(year, row, shared, numbered) for row in board["rows"]]
    kinds = {band["kind"] for row in rows for band in row["bands"]}
    councils = [council.period for council in school.councils]
    return year.document(t("pdf-poster-title", year=school.year, school=school.name)) | {
        "subtitle": t("pdf-poster-subtitle"),
        "year": school.year,
        "zone": year.zone,
        "footer": _poster_footer(year),
        "weeks": [_week(t, week) for week in board["weeks"]],
        "months": _months(year),
        "holidays": _holidays(board["weeks"]),
        "closed": [
            x
            for week in board["weeks"]
            if week["holiday"] is None
            for day in week["closed"]
            if 0 <= (x := _x(year, date.fromisoformat(day["date"]))) < len(board["weeks"])
        ],
        "marks": sorted(_poster_marks(year, shared, above), key=lambda mark: float(mark["x"])),
        "themes": board["themes"],
        "kinds": sorted(kinds),
        "events": [
            {"number": number, "label": label, "when": span_text(t, first, last)}
            for (label, first, last), number in numbered.items()
        ]
        + [
            {
                "number": "•",
                "label": one.label(t, named=False),
                "when": span_text(t, one.day, one.day),
            }
            for one in below
        ],
        "pages": _pages(rows),
        "words": {
            key: t(f"pdf-{key}")
            for key in (
                *("whole", "group", "council", "pfmp", "blocked", "event", "holiday", "closed"),
                *("confirmed", "to-confirm", "doubt", "empty", "events-apart"),
            )
        }
        | {"monday": t("pdf-head-monday"), "week": t("pdf-head-week")}
        | {"council-sign": councils[0] if councils else ""},
    }


def _pages(rows: list[Data]) -> list[list[Data]]:
    """As few pages as can be, as even as can be; without a class, an empty one."""
    if not rows:
        return [[]]
    each = ceil(len(rows) / ceil(len(rows) / CLASSES_PER_PAGE))
    return [rows[start : start + each] for start in range(0, len(rows), each)]


def _poster_footer(year: Year) -> str:
    notes = [year.document("")["footer"]]
    if year.plan.unplaced:
        notes.append(year.t("pdf-footer-undated", count=len(year.plan.unplaced)))
    return " · ".join(notes)


def _x(year: Year, day: date) -> float:
    """Where a day begins on the poster, in weeks from the first Monday; kept on the poster."""
    monday = date.fromisoformat(year.board["weeks"][0]["monday"])
    weeks, weekday = divmod((day - monday).days, 7)
    return min(max(weeks + min(weekday / DAYS_SHOWN, 1), 0), len(year.board["weeks"]))


def _week(t: Translator, week: Data) -> Data:
    return {
        "monday": str(date.fromisoformat(week["monday"]).day),
        "name": t("pdf-week", iso=str(week["iso"]), parity=week["parity"]),
        "holiday": week["holiday"],
    }


def _months(year: Year) -> list[Data]:
    months = []
    for name, weeks in groupby(year.board["weeks"], key=lambda week: str(week["month"])):
        held = list(weeks)
        day = max(date.fromisoformat(held[0]["monday"]), year.times.year.first_day)
        months.append({"name": name, "short": day_text(year.t, day, "MMM"), "weeks": len(held)})
    return months


def _holidays(weeks: Sequence[Data]) -> list[Data]:
    holidays = []
    for name, run in groupby(enumerate(weeks), key=lambda pair: pair[1]["holiday"]):
        held = list(run)
        if name is not None:
            holidays.append({"name": name, "x": held[0][0], "weeks": len(held)})
    return holidays


Event = tuple[str, date, date]  # label, first and last day


def _events(year: Year) -> tuple[list[tuple[Event, str]], dict[Event, int]]:
    """Events of the whole school, named above the weeks; the others, numbered in order."""
    held: dict[tuple[Event, str], int] = {}
    for row in year.board["rows"]:
        for band in class_bands(year, row["id"]):
            if band["kind"] != "pfmp":
                key = (band["title"], band["first"], band["last"]), band["kind"]
                held[key] = held.get(key, 0) + 1
    shared = [key for key, count in held.items() if count == len(year.board["rows"])]
    shared = sorted(shared, key=lambda key: key[0][1])[:LANE_EVENTS]
    rest = dict.fromkeys(event for event, kind in held if (event, kind) not in shared)
    ordered = sorted(rest, key=lambda event: (event[1], event[2], event[0]))
    return shared, {event: number for number, event in enumerate(ordered, start=1)}


def _team(year: Year, team: Iterable[TeamDate]) -> tuple[Sequence[TeamDate], Sequence[TeamDate]]:
    """What the team decided for a day of this year: named above the weeks; below, when many."""
    first, last = year.times.year.first_day, year.times.year.last_day
    dates = sorted((d for d in standing(team) if first <= d.day <= last), key=lambda d: d.day)
    return (dates, ()) if len(dates) <= LANE_EVENTS else ((), dates)


def _poster_marks(
    year: Year, shared: Sequence[tuple[Event, str]], team: Iterable[TeamDate]
) -> Iterator[Data]:
    t = year.t
    for mark in year.board["marks"]:
        day = date.fromisoformat(mark["date"])
        yield {
            "kind": "national",
            "label": mark["label"],
            "sure": mark["status"] == "confirmed",
            "when": day_text(t, day, "EEE d MMM"),
            "x": _x(year, day),
        }
    for one in team:
        label = shorten(one.label(t, named=False), LANE_CHARS, placeholder="…")
        when = day_text(t, one.day, "EEE d MMM")
        yield {"kind": "event", "label": label, "sure": True, "when": when, "x": _x(year, one.day)}
    for (label, first, last), _ in shared:
        x, when = _x(year, first), span_text(t, first, last)
        yield {"kind": "event", "label": label, "sure": True, "when": when, "x": x}


def _poster_row(
    year: Year, row: Data, shared: Sequence[tuple[Event, str]], numbered: Mapping[Event, int]
) -> Data:
    named = {event for event, _ in shared}
    bands, cells = [], _cells(year, row["id"])
    for band in class_bands(year, row["id"]):
        event = band["title"], band["first"], band["last"]
        first, last = _x(year, band["first"]), _x(year, band["last"] + ONE_DAY)
        if (band["kind"] == "event" and event in named) or last <= first:
            continue
        bands.append(
            {"kind": band["kind"], "label": band["title"], "number": numbered.get(event)}
            | {"first": first, "last": last, "free": _free(first, last, cells)}
        )
    level, slots = row["sub"].rsplit(" · ", 1)
    times = slots.count(", ") + 1
    if times > MOST_SLOTS:
        slots = year.t("pdf-many-slots", count=times)
    return {
        "label": row["label"],
        "sub": level,
        "slots": slots,
        "bands": bands,
        "cells": cells,
        "alt": _alt(year, row),
    }


def _free(first: float, last: float, cells: Mapping[str, Any]) -> Data | None:
    """The longest stretch of a band in weeks where nothing else is shown."""
    weeks = range(int(first), ceil(last))
    runs = groupby(weeks, key=lambda week: str(week) not in cells)
    found = [list(run) for free, run in runs if free]
    spans = [(max(run[0], first), min(run[-1] + 1, last)) for run in found]
    start, end = max(spans, key=lambda span: span[1] - span[0], default=(0, 0))
    return {"first": start, "last": end} if spans else None


def _cells(year: Year, class_name: str) -> dict[str, list[Data]]:
    """Week → the chips and councils in it, by date."""
    items: list[tuple[date, Data]] = [
        (a.day, session_row(year, a, chip)) for a, chip in year.sessions(class_name)
    ]
    items += [
        (council.day, {"kind": "council", "letter": council.period})
        for council in year.times.school.councils
        if council.class_name == class_name
    ]
    cells: dict[str, list[Data]] = {}
    last = len(year.board["weeks"]) - 1
    for day, item in sorted(items, key=lambda pair: pair[0]):
        week = min(int(_x(year, day)), last)
        cells.setdefault(str(week), []).append(item | {"day": str(day.day)})
    return cells


def _alt(year: Year, row: Data) -> str:
    """The row in words, for who listens to the poster."""
    t = year.t
    school_class = year.times.school.class_by_name[row["id"]]
    own = [x for x in year.agenda(school_class) if x["kind"] not in ("holiday", "closed")]
    said = [t("pdf-alt-item", when=x["when"], what=x["title"]) for x in own]
    return "; ".join([f"{row['label']} ({row['sub']})", *said])
