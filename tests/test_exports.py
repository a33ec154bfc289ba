"""Taking the plan along: calendars that other programs read right, and a workbook."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import ics as ics_library
import pytest
from openpyxl import load_workbook

from jalons.i18n import Translator
from jalons.planner import ics
from jalons.planner.domain import Assignment, Plan, Task
from jalons.planner.solver import solve
from jalons.planner.times import Times
from jalons.planner.xlsx import COLUMNS, to_xlsx
from jalons.school.domain import School
from jalons.schoolyear import ZONES
from schools import Tables, placed, school, tiny

FR, EN = Translator("fr"), Translator("en")
NOW = datetime(2026, 9, 1, 8, 0, tzinfo=UTC)
SCHOOL = school(tiny())

# Around both clock changes (25 October 2026, 28 March 2027): wall clock in Paris → UTC.
PARIS = {
    ("2026-10-15", "14:00"): datetime(2026, 10, 15, 12, tzinfo=UTC),
    ("2026-11-05", "14:00"): datetime(2026, 11, 5, 13, tzinfo=UTC),
    ("2027-03-25", "14:00"): datetime(2027, 3, 25, 13, tzinfo=UTC),
    ("2027-04-01", "14:00"): datetime(2027, 4, 1, 12, tzinfo=UTC),
}


def plan_of(*assignments: Assignment) -> Plan:
    return Plan(SCHOOL.name, SCHOOL.year, assignments)


def calendar(
    plan: Plan, of: School = SCHOOL, now: datetime = NOW, t: Translator = FR
) -> dict[str, ics_library.Event]:
    """UID → event, read by a library that knows nothing of ours."""
    data = ics.to_ics(of, plan, plan.assignments, "Essai", t, now).decode()
    events = ics_library.Calendar(data).events
    by_uid = {event.uid: event for event in events}
    assert len(by_uid) == len(events) == len(plan.assignments)
    return by_uid


def utc(event: ics_library.Event) -> datetime:
    found = event.begin.to("utc").datetime
    assert isinstance(found, datetime)
    return found


def test_times_are_right_on_both_sides_of_both_clock_changes() -> None:
    sessions = [
        placed("S02", "TMELEC", day, start, "14:55", part=n, group="TMELEC-ins")
        for n, (day, start) in enumerate(PARIS, start=1)
    ]
    plan = plan_of(*sessions)
    events = calendar(plan)
    for a in sessions:
        event = events[ics.uid(plan, a.task)]
        assert utc(event) == PARIS[a.day.isoformat(), a.start.strftime("%H:%M")]
        assert event.duration == timedelta(minutes=55)


OFFSETS = {
    "reunion": 4,
    "mayotte": 3,
    "guadeloupe": -4,
    "martinique": -4,
    "saint-martin": -4,
    "guyane": -3,
    "saint-pierre-et-miquelon": -3,
}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("day", ["2026-09-10", "2026-12-10", "2027-04-01"])
def test_every_zone_keeps_its_own_time(zone: str, day: str) -> None:
    plan = plan_of(placed("S01", "TMELEC", day, "14:00", "15:30"))
    (event,) = calendar(plan, replace(SCHOOL, zone=zone)).values()
    summer = 2 if zone not in OFFSETS or zone == "saint-pierre-et-miquelon" else 1
    saving = summer - 1 if day != "2026-12-10" else 0
    hours = OFFSETS.get(zone, 1) + saving
    day_of = date.fromisoformat(day)
    wanted = datetime.combine(day_of, time(14), UTC) - timedelta(hours=hours)
    assert utc(event) == wanted


def test_the_file_brings_its_own_rules_of_time() -> None:
    plan = plan_of(placed("S01", "TMELEC", "2026-09-10", "14:00", "15:30"))
    data = ics.to_ics(SCHOOL, plan, plan.assignments, "Essai", FR, NOW).decode()
    assert "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris" in data
    assert "DTSTART;TZID=Europe/Paris:20260910T140000" in data
    assert all(len(line.encode()) <= 75 for line in data.split("\r\n"))


def test_what_an_event_says() -> None:
    a = placed(
        "S02", "TMELEC", "2026-09-17", "14:00", "14:55", "Mme Sy", "M. Bey", part=2,
        group="TMELEC-ins", place="CDI",
    )  # fmt: skip
    (event,) = calendar(plan_of(a)).values()
    assert event.name == "TMELEC-ins · Se présenter à un employeur (2/2)"
    assert event.location == "CDI"
    for word in ("S02", "TMELEC", "TMELEC-ins", "Mme Sy, M. Bey", "Avec"):
        assert word in event.description
    (english,) = calendar(plan_of(a), t=EN).values()
    assert "With: Mme Sy, M. Bey" in english.description


def test_text_that_means_something_to_a_calendar_stays_text() -> None:
    tables = tiny()
    tables["seances"][0]["titre"] = "Lire; écrire, « dire » BEGIN:VEVENT " + "é" * 100
    of = school(tables)
    plan = plan_of(placed("S01", "TMELEC", "2026-09-10", "14:00", "15:30"))
    (event,) = calendar(plan, of).values()
    assert event.name == f"TMELEC · {tables['seances'][0]['titre']}"


def test_name_of_the_calendar() -> None:
    data = ics.to_ics(SCHOOL, plan_of(), (), "Classe TMELEC", FR, NOW).decode()
    assert "X-WR-CALNAME:Classe TMELEC" in data
    assert "BEGIN:VEVENT" not in data


# --- updates ----------------------------------------------------------------------------------


@cache
def solved() -> Plan:
    return solve(SCHOOL)


def sequence(event: ics_library.Event) -> int:
    return next(int(line.value) for line in event.extra if line.name == "SEQUENCE")


def test_uids_are_unique_and_last_through_a_new_search() -> None:
    again = solve(replace(SCHOOL, people=SCHOOL.people[::-1]), seed=99)
    assert set(calendar(solved())) == set(calendar(again))


def test_a_session_that_moves_keeps_its_uid_and_is_newer() -> None:
    before = solved()
    first, *rest = before.assignments
    moved = replace(first, day=first.day + timedelta(days=7), staff=("M. Bey",), place="CDI")
    after = replace(before, assignments=(*rest, moved))
    old = calendar(before)
    new = calendar(after, now=NOW + timedelta(seconds=1))
    assert set(old) == set(new)
    uid = ics.uid(before, first.task)
    assert utc(new[uid]) - utc(old[uid]) == timedelta(days=7)
    assert sequence(new[uid]) > sequence(old[uid]) > 0
    assert sequence(calendar(after, now=NOW + timedelta(days=365 * 60))[uid]) < 2**31


def test_uids_tell_schools_years_and_tasks_apart() -> None:
    plan = solved()
    task = Task("S01", 1, "TMELEC")
    others = [
        (replace(plan, school="Autre"), task),
        (replace(plan, year="2027-2028"), task),
        (plan, replace(task, part=2)),
        (plan, replace(task, group="TMELEC-ins")),
        (plan, Task("S01|1", 1, "TMELEC")),
        (plan, Task("S01", 1, "TMELEC|")),
    ]
    uids = {ics.uid(plan, task)} | {ics.uid(*other) for other in others}
    assert len(uids) == 1 + len(others)
    assert ics.uid(replace(plan, assignments=()), task) == ics.uid(plan, task)


# --- whose calendar ---------------------------------------------------------------------------


def test_each_calendar_holds_what_concerns_its_reader() -> None:
    whole = placed("S01", "TMELEC", "2026-09-10", "14:00", "15:30", "Mme Roy")
    group = placed("S02", "TMELEC", "2026-09-17", "14:00", "14:55", "M. Bey", group="TMELEC-ins")
    other = placed("S01", "1PCEPC", "2026-09-10", "14:00", "15:30", "M. Bey")
    plan = plan_of(whole, group, other)
    assert ics.choose(SCHOOL, plan) == ((whole, group, other), "LP d'essai")
    assert ics.choose(SCHOOL, plan, class_name="TMELEC") == ((whole, group), "TMELEC")
    assert ics.choose(SCHOOL, plan, group="TMELEC-ins") == ((whole, group), "TMELEC-ins")
    assert ics.choose(SCHOOL, plan, group="TMELEC-pou") == ((whole,), "TMELEC-pou")
    assert ics.choose(SCHOOL, plan, person="M. Bey") == ((group, other), "M. Bey")
    assert ics.choose(SCHOOL, plan, person="Mme Sy") == ((), "Mme Sy")
    assert ics.choose(SCHOOL, plan, person="Nobody") == (None, "Nobody")


# --- the workbook -----------------------------------------------------------------------------


def crowded() -> Tables:
    tables = tiny()
    for slot in tables["creneaux"]:
        slot.update(semaines="toutes", du="2026-09-10", au="2026-09-16")
    return tables


def test_the_workbook_holds_the_whole_plan() -> None:
    of = school(crowded())
    plan = solve(of)
    book = load_workbook(io.BytesIO(to_xlsx(of, plan, FR)))
    header, *rows = book["planning"].iter_rows(values_only=True)
    assert header == COLUMNS["planning"]
    assert len(rows) == len(plan.assignments) > 0
    for row, a in zip(rows, plan.assignments, strict=True):
        values = dict(zip(header, row, strict=True))
        day = values["date"]
        assert isinstance(day, datetime)
        assert (values["seance"], values["partie"]) == (a.task.session, a.task.part)
        assert (values["classe"], values["groupe"]) == (a.task.class_name, a.task.group)
        assert (day.date(), values["debut"], values["fin"]) == (a.day, a.start, a.end)
        assert (values["personnes"], values["lieu"]) == (" | ".join(a.staff), a.place)
        assert values["titre"] == of.session_by_id[a.task.session].title
        assert values["jour"] == "jeudi"
    hours = list(book["heures"].iter_rows(min_row=2, values_only=True))
    assert hours == [(h.class_name, h.planned_h, h.target_h) for h in plan.hours]
    left_out = list(book["non_placees"].iter_rows(min_row=2, values_only=True))
    assert len(left_out) == len(plan.unplaced) > 0
    for left_row, u in zip(left_out, plan.unplaced, strict=True):
        assert left_row[0] == u.task.session
        assert left_row[4] == ("oui" if u.mandatory else "non")
        assert len(str(left_row[5])) > 20
    assert book["planning"].freeze_panes == "A2"


def test_the_days_are_in_the_language_asked_for() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(SCHOOL, solved(), EN)))
    assert book["planning"]["K2"].value == "Thursday"


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "<b>gras</b>", '"', "&amp;"])
def test_a_name_is_never_a_formula_nor_markup(name: str) -> None:
    tables = tiny()
    for rows in tables.values():
        for row in rows:
            if row.get("classe") == "TMELEC":
                row["classe"] = name
    tables["seances"][1]["classes"] = name
    tables["evenements"] = []
    tables["seances"][0]["titre"] = name
    of = school(tables)
    plan = solve(of)
    assert of.class_by_name[name].size == 24
    book = load_workbook(io.BytesIO(to_xlsx(of, plan, FR)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    named = [cell for cell in cells if cell.value == name]
    assert len(named) >= 3
    assert {cell.data_type for cell in named} == {"s"}
    assert not [cell for cell in cells if cell.data_type == "f"]
    chosen, title = ics.choose(of, plan, class_name=name)
    assert chosen
    data = ics.to_ics(of, plan, chosen, title, FR, NOW).decode()
    events = ics_library.Calendar(data).events
    assert {event.name.split(" · ")[0] for event in events} == {name, "TMELEC-ins"}


def test_a_plan_with_nothing_in_it_is_a_workbook_too() -> None:
    book = load_workbook(io.BytesIO(to_xlsx(SCHOOL, plan_of(), FR)))
    assert [sheet.max_row for sheet in book][:4] == [1, 1, 1, 1]


def test_the_zones_of_time_exist() -> None:
    for zone in ics.TIME_ZONES.values():
        assert ZoneInfo(zone).key == zone
    assert Times(SCHOOL).year.zone == "C"
