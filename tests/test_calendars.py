"""Calendars that are imported again and again: what updates, what is cancelled, what time it is.

Read by libraries that did not write them: ``ics``, and dateutil for the time zone in the file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import ics as ics_library
import pytest
from dateutil.tz import tzical
from icalendar import Calendar

from jalons.data.lessons import THEMES
from jalons.i18n import Translator
from jalons.planner import ics
from jalons.planner.calendars import ALL, choices
from jalons.planner.domain import Plan
from jalons.planner.exports import Exports
from jalons.planner.solver import solve
from jalons.planner.state import PlannerState
from jalons.resources import EXAMPLES
from jalons.workspace.store import Workspace
from schools import placed, school, tiny

FR = Translator("fr")
SCHOOL = school(tiny())
SAVED = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def plan() -> Plan:
    planner = PlannerState()
    planner.open_folder(EXAMPLES / "lp-quatre-vents-2025-2026")
    assert planner.school_file is not None
    return solve(planner.school_file.school, time_limit_s=5)


@pytest.fixture
def planner(tmp_path: Path, plan: Plan) -> PlannerState:
    state = PlannerState((), Workspace(tmp_path / "jalons.sqlite"))
    state.open_folder(EXAMPLES / "lp-quatre-vents-2025-2026")
    state.accept(plan)
    return state


@pytest.fixture
def exports(planner: PlannerState) -> Exports:
    return Exports(planner, FR, THEMES)


def events(data: bytes) -> dict[str, tuple[str, int, datetime]]:
    """UID → status, sequence, beginning in UTC."""
    found = {}
    for event in ics_library.Calendar(data.decode()).events:
        (sequence,) = (int(line.value) for line in event.extra if line.name == "SEQUENCE")
        found[event.uid] = event.status, sequence, event.begin.to("utc").datetime
    return found


def test_a_version_always_gives_the_same_file(exports: Exports, planner: PlannerState) -> None:
    name, mime, data = exports.ics(ALL)
    assert (name, mime) == (
        "lycee-professionnel-des-quatre-vents-2025-2026.ics",
        "text/calendar",
    )
    assert exports.ics(ALL)[2] == data
    again = PlannerState((), planner.keeping._workspace)
    assert again.restore()
    assert Exports(again, FR, THEMES).ics(ALL)[2] == data
    assert len(events(data)) == planner.total


def test_a_moved_session_moves_and_one_taken_out_is_cancelled(
    exports: Exports, planner: PlannerState, plan: Plan
) -> None:
    before = events(exports.ics(ALL)[2])
    out, moving = plan.assignments[0], plan.assignments[5].task
    place = next(m.assignment for m in planner.places_for(moving) if not m.reasons)
    planner.put(place)
    planner.take_out(out.task)
    after = events(exports.ics(ALL)[2])
    assert set(after) == set(before)
    assert all(after[uid][1] >= before[uid][1] for uid in before)
    gone = ics.uid(plan, out.task)
    assert after[gone][0] == "CANCELLED"
    assert after[gone][2] == before[gone][2]
    assert [status for status, *_ in after.values()].count("CANCELLED") == 1
    paris = datetime.combine(place.day, place.start).astimezone(UTC)
    moved = after[ics.uid(plan, moving)][2]
    assert abs((moved - paris).total_seconds()) <= 2 * 3600
    assert moved.date() == place.day
    planner.undo()
    back = events(exports.ics(ALL)[2])
    assert back[gone][0] == "CONFIRMED"
    assert back[gone][1] >= after[gone][1]


def test_what_nobody_took_away_is_not_cancelled(
    exports: Exports, planner: PlannerState, plan: Plan
) -> None:
    planner.take_out(plan.assignments[0].task)
    assert len(events(exports.ics(ALL)[2])) == len(plan.assignments) - 1


def test_a_session_given_to_somebody_else_leaves_the_first_calendar(
    exports: Exports, planner: PlannerState, plan: Plan
) -> None:
    a = next(a for a in plan.assignments if len(a.staff) == 1)
    was = ("person", a.staff[0])
    exports.ics(was)
    other = next(p for p in planner.school_file.school.roles_of if p not in a.staff)
    planner.put(replace(a, staff=(other,)))
    uid = ics.uid(plan, a.task)
    assert events(exports.ics(was)[2])[uid][0] == "CANCELLED"
    assert events(exports.ics(("person", other))[2])[uid][0] == "CONFIRMED"
    assert events(exports.ics(ALL)[2])[uid][0] == "CONFIRMED"


@pytest.mark.parametrize(("kind", "single"), [("classes", "class"), ("people", "person")])
def test_an_archive_holds_the_calendar_of_each(
    exports: Exports, planner: PlannerState, kind: str, single: str
) -> None:
    name, mime, data = exports.ics((kind, ""))
    assert mime == "application/zip"
    assert name.endswith("-lycee-professionnel-des-quatre-vents-2025-2026.zip")
    assert planner.school_file is not None
    wanted = [c for _, c in choices(planner.school_file.school, FR) if c[0] == single]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names)) == len(wanted)
        assert archive.testzip() is None
        for choice in wanted[:3]:
            one, _, calendar = exports.ics(choice)
            assert archive.read(one) == calendar


def test_the_door_sheet_is_of_one_class(exports: Exports) -> None:
    assert not exports.has_door(ALL)
    assert not exports.has_door(("people", ""))
    name, mime, data = exports.door(("class", "TMELEC1"))
    assert (name, mime) == ("affiche-porte-tmelec1-2025-2026.pdf", "application/pdf")
    assert data.startswith(b"%PDF")


def test_without_a_workspace_there_are_calendars_too(plan: Plan) -> None:
    state = PlannerState()
    state.open_folder(EXAMPLES / "lp-quatre-vents-2025-2026")
    state.accept(plan)
    assert len(events(Exports(state, FR, THEMES).ics(ALL)[2])) == len(plan.assignments)


# --- the time zone in the file ----------------------------------------------------------------

# The last Saturday and Monday around both clock changes; hours ahead of UTC.
AROUND = {
    "2026-10-24": 2,
    "2026-10-26": 1,
    "2027-03-27": 1,
    "2027-03-29": 2,
}
OVERSEAS = {
    "guadeloupe": -4,
    "martinique": -4,
    "guyane": -3,
    "reunion": 4,
    "mayotte": 3,
}


def one_event(day: str, zone: str = "C") -> tuple[bytes, datetime]:
    """A calendar of one session at 10:05, and when it begins by the file's own rules."""
    a = placed("S01", "TMELEC", day, "10:05", "11:00")
    of = replace(SCHOOL, zone=zone)
    data = ics.to_ics(of, Plan(of.name, of.year, (a,)), (a,), "Essai", FR, SAVED)
    text = data.decode()
    name = ics.TIME_ZONES.get(zone, "Europe/Paris")
    rules = text[text.index("BEGIN:VTIMEZONE") : text.index("END:VTIMEZONE")]
    own = tzical(io.StringIO(rules + "END:VTIMEZONE\r\n")).get(name)
    assert own is not None
    begin = datetime.combine(date.fromisoformat(day), a.start, own)
    assert f"DTSTART;TZID={name}:{begin:%Y%m%dT%H%M%S}" in text
    return data, begin.astimezone(UTC)


@pytest.mark.parametrize("day", AROUND)
def test_the_days_around_the_clock_changes(day: str) -> None:
    data, by_the_file = one_event(day)
    wanted = datetime.fromisoformat(f"{day}T10:05:00+00:00") - timedelta(hours=AROUND[day])
    assert by_the_file == wanted
    ((_, _, by_ics),) = events(data).values()
    assert by_ics == wanted


@pytest.mark.parametrize("zone", OVERSEAS)
@pytest.mark.parametrize("day", AROUND)
def test_overseas_the_clock_does_not_change(zone: str, day: str) -> None:
    data, by_the_file = one_event(day, zone)
    wanted = datetime.fromisoformat(f"{day}T10:05:00+00:00") - timedelta(hours=OVERSEAS[zone])
    assert by_the_file == wanted
    ((_, _, by_ics),) = events(data).values()
    assert by_ics == wanted


# --- RFC 5545, line by line -------------------------------------------------------------------


def test_the_file_keeps_to_the_letter_of_the_standard(
    exports: Exports, planner: PlannerState, plan: Plan
) -> None:
    exports.ics(ALL)
    planner.take_out(plan.assignments[0].task)
    data = exports.ics(ALL)[2]
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    calendar = Calendar.from_ical(data)
    assert not [error for part in calendar.walk() for error in part.errors]
    written = calendar.walk("VEVENT")
    for event in written:
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY"):
            assert isinstance(event.get(name), object)
            assert name in event
        assert event["DTSTAMP"].dt.utcoffset() == timedelta(0)
        assert event["LAST-MODIFIED"].dt == event["DTSTAMP"].dt
    assert len({str(event["UID"]) for event in written}) == len(written)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Paris"]


@pytest.mark.parametrize("title", ["a;b,c\\d\ne", "\r\nBEGIN:VEVENT", '"Lire" : 100 %', "é" * 200])
def test_text_is_escaped_and_folded(title: str, make_ics: Callable[[str], bytes]) -> None:
    data = make_ics(title)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    data.decode()  # no character is cut in two by a fold
    (event,) = ics_library.Calendar(data.decode()).events
    assert event.name == f"TMELEC · {title}".replace("\r\n", "\n")


@pytest.fixture
def make_ics() -> Callable[[str], bytes]:
    def make(title: str) -> bytes:
        first, *rest = SCHOOL.sessions
        of = replace(SCHOOL, sessions=(replace(first, title=title), *rest))
        a = placed("S01", "TMELEC", "2026-09-10", "14:00", "15:30")
        return ics.to_ics(of, Plan(of.name, of.year, (a,)), (a,), "Essai", FR, SAVED)

    return make
