"""The school year: known answers, what never happens, what is refused in words."""

from __future__ import annotations

import csv
import pickle
import re
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalons.i18n import Translator
from jalons.schoolyear import (
    ZONES,
    Closed,
    NoCalendarError,
    SchoolYear,
    SchoolYearError,
    TableError,
    UnknownYearError,
    UnknownZoneError,
    calendar,
    errors,
    normalise_zone,
    parse_year,
    school_year,
)
from jalons.schoolyear.zones import SUBDIVISION

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "calendrier"
YEARS = ("2023-2024", "2024-2025", "2025-2026", "2026-2027", "2027-2028")


def day(text: str) -> date:
    return date.fromisoformat(text)


def known_years() -> list[SchoolYear]:
    found = []
    for zone in ZONES:
        for year in YEARS:
            try:
                found.append(school_year(zone, year))
            except NoCalendarError:
                continue
    return found


ALL = known_years()
any_year = st.sampled_from(ALL)


# --- known answers -------------------------------------------------------------------------

BOUNDS = {
    "2024-2025": ("2024-09-02", "2025-07-04"),
    "2025-2026": ("2025-09-01", "2026-07-03"),
    "2026-2027": ("2026-09-01", "2027-07-02"),
}
COMMON = {
    "2024-2025": [
        ("Toussaint", "2024-10-19", "2024-11-03"),
        ("Noël", "2024-12-21", "2025-01-05"),
        ("Pont de l'Ascension", "2025-05-30", "2025-05-31"),
    ],
    "2025-2026": [
        ("Toussaint", "2025-10-18", "2025-11-02"),
        ("Noël", "2025-12-20", "2026-01-04"),
        ("Pont de l'Ascension", "2026-05-15", "2026-05-16"),
    ],
    "2026-2027": [
        ("Toussaint", "2026-10-17", "2026-11-01"),
        ("Noël", "2026-12-19", "2027-01-03"),
        ("Pont de l'Ascension", "2027-05-06", "2027-05-08"),
    ],
}
OWN = {
    ("A", "2024-2025"): [("2025-02-22", "2025-03-09"), ("2025-04-19", "2025-05-04")],
    ("B", "2024-2025"): [("2025-02-08", "2025-02-23"), ("2025-04-05", "2025-04-21")],
    ("C", "2024-2025"): [("2025-02-15", "2025-03-02"), ("2025-04-12", "2025-04-27")],
    ("A", "2025-2026"): [("2026-02-07", "2026-02-22"), ("2026-04-04", "2026-04-19")],
    ("B", "2025-2026"): [("2026-02-14", "2026-03-01"), ("2026-04-11", "2026-04-26")],
    ("C", "2025-2026"): [("2026-02-21", "2026-03-08"), ("2026-04-18", "2026-05-03")],
    ("A", "2026-2027"): [("2027-02-13", "2027-02-28"), ("2027-04-10", "2027-04-25")],
    ("B", "2026-2027"): [("2027-02-20", "2027-03-07"), ("2027-04-17", "2027-05-02")],
    ("C", "2026-2027"): [("2027-02-06", "2027-02-21"), ("2027-04-03", "2027-04-18")],
}


@pytest.mark.parametrize(("zone", "year"), OWN)
def test_official_calendar_of_zones_a_b_c(zone: str, year: str) -> None:
    calendar_ = school_year(zone, year)
    assert (str(calendar_.first_day), str(calendar_.last_day)) == BOUNDS[year]
    winter, spring = OWN[zone, year]
    toussaint, christmas, bridge = COMMON[year]
    assert [(h.name, str(h.first), str(h.last)) for h in calendar_.holidays] == [
        toussaint,
        christmas,
        ("Hiver", *winter),
        ("Printemps", *spring),
        bridge,
    ]
    assert calendar_.status == "confirmed"


def test_package_class_and_its_table_read_directly_agree() -> None:
    from vacances_scolaires_france import SchoolHolidayDates

    package = SchoolHolidayDates()
    for zone in "ABC":
        for year in range(calendar.FIRST_START, 2029):
            ours = {
                span.first + timedelta(days=n)
                for span in calendar._package_spans(zone)
                for n in range((span.last - span.first).days + 1)
            }
            theirs = set(package.holidays_for_year_and_zone(year, zone))
            assert {d for d in ours if d.year == year} == theirs


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("2025-11-11", "public_holiday", "Armistice"),
        ("2025-12-25", "public_holiday", "Noël"),  # the public holiday wins over the holidays
        ("2025-12-23", "holiday", "Noël"),
        ("2025-12-20", "holiday", "Noël"),  # Saturday of departure
        ("2026-05-14", "public_holiday", "Ascension"),
        ("2026-05-15", "holiday", "Pont de l'Ascension"),
        ("2025-09-07", "sunday", "dimanche"),
        ("2025-08-31", "outside", "hors de l’année scolaire"),
        ("2026-07-04", "outside", "hors de l’année scolaire"),
    ],
)
def test_why_a_day_is_closed(text: str, kind: str, name: str) -> None:
    calendar_ = school_year("C", "2025-2026")
    assert calendar_.why_closed(day(text)) == Closed(kind, name)
    assert not calendar_.is_school_day(day(text))


def test_alsace_moselle_has_two_days_of_its_own_and_the_holidays_of_zone_b() -> None:
    calendar_, zone_b = school_year("Alsace-Moselle", "2025-2026"), school_year("B", "2025-2026")
    own = calendar_.public_holidays.keys() - zone_b.public_holidays.keys()
    assert own == {day("2026-04-03"), day("2025-12-26")}
    assert calendar_.why_closed(day("2026-04-03")) == Closed("public_holiday", "Vendredi saint")
    assert zone_b.is_school_day(day("2026-04-03"))
    assert calendar_.holidays == zone_b.holidays


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("guadeloupe", "2026-05-27"),
        ("saint-martin", "2026-05-28"),
        ("guyane", "2026-06-10"),
        ("martinique", "2026-05-22"),
        ("reunion", "2025-12-20"),
        ("mayotte", "2026-04-27"),
    ],
)
def test_overseas_the_abolition_of_slavery_is_a_public_holiday(zone: str, text: str) -> None:
    calendar_ = school_year(zone, "2025-2026")
    assert calendar_.public_holidays[day(text)] == "Abolition de l'esclavage"


def test_a_departure_on_a_weekday_leaves_class_on_that_day() -> None:
    # Réunion leaves on Thursday 19 December 2024 "after class"; the Friday is its own holiday.
    calendar_ = school_year("reunion", "2024-2025")
    assert calendar_.is_school_day(day("2024-12-19"))
    assert not calendar_.is_school_day(day("2024-12-21"))
    assert calendar_.is_school_day(day("2025-01-21"))


def test_dates_that_no_official_source_gives_are_to_be_confirmed() -> None:
    assert school_year("corse", "2025-2026").status == "to_confirm"
    assert school_year("reunion", "2026-2027").status == "to_confirm"
    assert school_year("martinique", "2025-2026").status == "confirmed"


def test_public_holidays_agree_with_the_list_of_the_state() -> None:
    path = SHARED / "jours_feries_toutes_zones.csv"
    if not path.exists():
        pytest.skip("the official list lies outside the repository and is not here")
    names = {
        "A": "Métropole",
        "corse": "Métropole",
        "alsace-moselle": "Alsace-Moselle",
        "guadeloupe": "Guadeloupe",
        "saint-martin": "Saint-Martin",
        "guyane": "Guyane",
        "martinique": "Martinique",
        "reunion": "La Réunion",
        "mayotte": "Mayotte",
        "saint-pierre-et-miquelon": "Saint-Pierre-et-Miquelon",
    }
    assert names.keys() | {"B", "C"} == SUBDIVISION.keys()
    first, last = date(2024, 1, 1), date(2027, 12, 31)
    with path.open(encoding="utf-8", newline="") as lines:
        official = [(day(r["date"]), r["zones"].split("|")) for r in csv.DictReader(lines)]
    for zone, name in names.items():
        expected = {d for d, zones in official if name in zones and first <= d <= last}
        ours: set[date] = set()
        for year in range(first.year, last.year + 1):
            ours |= set(calendar._public_holidays(zone, date(year, 1, 1), date(year, 12, 31)))
        assert ours == expected, zone


# --- weeks and parity ----------------------------------------------------------------------


def test_parity_around_a_new_year_with_a_week_53() -> None:
    calendar_ = school_year("A", "2026-2027")
    assert date(2026, 12, 28).isocalendar().week == 53
    assert calendar_.parity(day("2026-12-18")) == "A"  # week 51
    assert calendar_.parity(day("2026-12-31")) == "A"  # week 53
    assert calendar_.parity(day("2027-01-01")) == "A"  # still week 53
    assert calendar_.parity(day("2027-01-04")) == "A"  # week 1: two odd weeks in a row
    assert calendar_.parity(day("2027-01-11")) == "B"
    assert calendar_.parity(day("2027-01-08"), {day("2027-01-04"): "B"}) == "B"


def test_a_week_that_is_wholly_off_bears_the_name_of_the_holidays() -> None:
    weeks = {week.monday: week for week in school_year("C", "2025-2026").weeks()}
    assert weeks[day("2025-12-22")].holiday == "Noël"
    assert weeks[day("2025-12-22")].school_days == ()
    assert weeks[day("2025-12-15")].holiday is None
    assert len(weeks[day("2025-12-15")].school_days) == 5  # Saturday of departure
    assert weeks[day("2026-05-11")].school_days == tuple(
        day(text) for text in ("2026-05-11", "2026-05-12", "2026-05-13")
    )


@pytest.mark.parametrize("calendar_", ALL, ids=lambda y: f"{y.zone} {y.label}")
def test_weeks_cover_every_school_day_once(calendar_: SchoolYear) -> None:
    weeks = calendar_.weeks()
    assert Counter(d for week in weeks for d in week.school_days) == Counter(
        calendar_.school_days()
    )
    mondays = [week.monday for week in weeks]
    assert all(b - a == timedelta(days=7) for a, b in pairwise(mondays))
    assert mondays[0] <= calendar_.first_day < mondays[0] + timedelta(days=7)
    assert mondays[-1] <= calendar_.last_day < mondays[-1] + timedelta(days=7)
    assert all((week.holiday is None) == bool(week.school_days) for week in weeks)


@pytest.mark.parametrize("calendar_", ALL, ids=lambda y: f"{y.zone} {y.label}")
def test_every_calendar_is_a_plausible_school_year(calendar_: SchoolYear) -> None:
    assert calendar_.is_school_day(calendar_.first_day)
    assert calendar_.is_school_day(calendar_.last_day)
    # 36 weeks of five or six days, a cyclone included.
    assert 180 <= len(calendar_.school_days()) <= 210
    ends = [(h.first, h.last) for h in calendar_.holidays]
    assert ends == sorted(ends)
    assert all(a[1] < b[0] for a, b in pairwise(ends)), "holidays overlap"
    assert all(calendar_.first_day < first <= last <= calendar_.last_day for first, last in ends)


@given(any_year, st.integers(-30, 400))
def test_a_school_day_is_never_closed(calendar_: SchoolYear, offset: int) -> None:
    day_ = calendar_.first_day + timedelta(days=offset)
    closed = calendar_.why_closed(day_)
    assert calendar_.is_school_day(day_) == (closed is None)
    if closed is None:
        assert day_.weekday() < 6
        assert day_ not in calendar_.public_holidays
        assert not any(h.first <= day_ <= h.last for h in calendar_.holidays)
        assert calendar_.first_day <= day_ <= calendar_.last_day


@given(any_year, st.integers(0, 340), st.sampled_from("AB"))
def test_an_override_changes_its_own_week_only(
    calendar_: SchoolYear, offset: int, parity: str
) -> None:
    day_ = calendar_.first_day + timedelta(days=offset)
    monday = day_ - timedelta(days=day_.weekday())
    for n in range(7):
        assert calendar_.parity(monday + timedelta(days=n), {monday: parity}) == parity
    after = monday + timedelta(days=7)
    assert calendar_.parity(after, {monday: parity}) == calendar_.parity(after)


@given(any_year)
def test_alternating_overrides_alternate(calendar_: SchoolYear) -> None:
    mondays = [week.monday for week in calendar_.weeks()]
    overrides = {monday: "AB"[n % 2] for n, monday in enumerate(mondays)}
    seen = [calendar_.parity(monday + timedelta(days=4), overrides) for monday in mondays]
    assert all(a != b for a, b in pairwise(seen))


# --- what a school types, what is refused --------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a", "A"),
        (" Zone C ", "C"),
        ("La Réunion", "reunion"),
        ("RÉUNION", "reunion"),
        ("alsace moselle", "alsace-moselle"),
        ("Académie de Corse", "corse"),
        ("académie de la Guadeloupe", "guadeloupe"),
        ("Saint-Pierre-et-Miquelon", "saint-pierre-et-miquelon"),
    ],
)
def test_a_zone_may_be_typed_in_many_ways(text: str, code: str) -> None:
    assert normalise_zone(text) == code


@given(st.sampled_from(ZONES), st.booleans())
def test_codes_of_zones_are_their_own_normal_form(zone: str, upper: bool) -> None:
    assert normalise_zone(zone.upper() if upper else zone.lower()) == zone


def test_years_may_be_written_short() -> None:
    assert parse_year("2025-2026") == parse_year("2025-26") == (2025, 2026)
    assert parse_year("1999-00") == (1999, 2000)
    assert school_year("c", "2025-26") is school_year("C", "2025-2026")


@pytest.mark.parametrize("text", ["2025", "2025-2027", "2026-2025", "2025-25", "25-26", "", "x"])
def test_what_is_no_school_year_is_refused(text: str) -> None:
    with pytest.raises(UnknownYearError, match="n’est pas une année scolaire") as caught:
        parse_year(text)
    assert caught.value.code == "year_format"


def refusals() -> list[SchoolYearError]:
    found: list[SchoolYearError] = []
    for zone, year in [
        ("D", "2025-2026"),
        ("C", "2025"),
        ("C", "2028-2029"),
        ("C", "2010-2011"),
        ("corse", "2026-2027"),
        ("saint-pierre-et-miquelon", "2025-2026"),
    ]:
        with pytest.raises(SchoolYearError) as caught:
            school_year(zone, year)
        found.append(caught.value)
    return found


def test_refusals_say_what_is_known_instead() -> None:
    unknown, shape, beyond, before, corsica, nowhere = refusals()
    assert isinstance(unknown, UnknownZoneError)
    assert "« D »" in str(unknown)
    assert "martinique" in str(unknown)
    assert isinstance(shape, UnknownYearError)
    assert isinstance(beyond, UnknownYearError)
    assert "de 2023-2024 à 2027-2028" in str(beyond)
    assert before.code == beyond.code == "year_out_of_range"
    assert isinstance(corsica, NoCalendarError)
    assert corsica.facts["known"] == "2024-2025, 2025-2026"
    assert isinstance(nowhere, NoCalendarError)


def test_refusals_have_the_same_words_in_the_translation_files() -> None:
    french, english = Translator("fr"), Translator("en")
    for refusal in refusals():
        key = "error-" + refusal.code.replace("_", "-")
        assert french(key, **refusal.facts) == str(refusal)
        assert english(key, **refusal.facts) != str(refusal)


def test_every_code_and_zone_has_its_words_in_both_languages() -> None:
    keys = {f"error-{code.replace('_', '-')}" for code in errors._SENTENCES}
    keys |= {f"zone-{zone}" for zone in ZONES}
    kinds = ("sunday", "public_holiday", "holiday", "outside")
    keys |= {f"closed-{kind.replace('_', '-')}" for kind in kinds}
    for lang in ("fr", "en"):
        words = Translator(lang)
        assert [key for key in keys if not words.has(key)] == []


def test_the_two_translation_files_have_the_same_keys() -> None:
    from jalons.i18n import HERE

    found = [
        re.findall(
            r"^([a-zA-Z][\w-]*) =", (HERE / lang / "schoolyear.ftl").read_text("utf-8"), re.M
        )
        for lang in ("fr", "en")
    ]
    assert found[0] == found[1]
    assert len(set(found[0])) == len(found[0])


def test_years_and_refusals_travel_between_processes() -> None:
    calendar_ = school_year("B", "2026-2027")
    copy = pickle.loads(pickle.dumps(calendar_))
    assert copy == calendar_
    assert copy.weeks() == calendar_.weeks()
    refusal = refusals()[0]
    again = pickle.loads(pickle.dumps(refusal))
    assert (type(again), str(again), again.facts) == (type(refusal), str(refusal), refusal.facts)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, jalons.schoolyear\n"
        "heavy = {'pandas', 'numpy', 'holidays', 'vacances_scolaires_france', 'fluent'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(Path(calendar.__file__).parents[2])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


# --- our own table -------------------------------------------------------------------------

HEADER = ";".join(calendar.COLUMNS)
GOOD = "corse;2030-2031;Toussaint;2030-10-19;2030-11-03;arrêté;2026-11-21;confirme"


@pytest.fixture
def own_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "calendar_overseas.csv"
    monkeypatch.setattr(calendar, "TABLE", path)
    monkeypatch.setattr(calendar, "_table", calendar._table.__wrapped__)
    return path


@pytest.mark.parametrize(
    ("bad", "column", "value"),
    [
        (GOOD.replace("corse", "nulle-part"), "zone", "nulle-part"),
        (GOOD.replace("2030-2031", "2030"), "annee_scolaire", "2030"),
        (GOOD.replace("2030-10-19", "19/10/2030"), "debut", "19/10/2030"),
        (GOOD.replace("2030-11-03", "2030-10-03"), "fin", "2030-10-03"),
        (GOOD.replace("2030-10-19", "2029-10-19"), "debut", "2029-10-19"),
        (GOOD.replace(";arrêté;", ";;"), "source", ""),
        (GOOD.replace("confirme", "oui"), "statut", "oui"),
        (GOOD.replace("2026-11-21", "hier"), "lu_le", "hier"),
    ],
)
def test_a_malformed_row_is_named(own_table: Path, bad: str, column: str, value: str) -> None:
    own_table.write_text(f"{HEADER}\n{GOOD}\n{bad}\n", encoding="utf-8")
    with pytest.raises(TableError) as caught:
        calendar._own("corse", 2030)
    facts = caught.value.facts
    assert (facts["file"], facts["row"], facts["column"]) == (own_table.name, "3", column)
    assert facts["value"] == value
    assert f"{own_table.name}, ligne 3, colonne « {column} »" in str(caught.value)


def test_a_calendar_without_its_first_day_is_refused(own_table: Path) -> None:
    own_table.write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    with pytest.raises(TableError, match="Rentrée des élèves"):
        calendar._own("corse", 2030)


def test_a_missing_column_is_named(own_table: Path) -> None:
    own_table.write_text("zone;nom\n", encoding="utf-8")
    with pytest.raises(TableError, match="il manque : annee_scolaire, debut"):
        calendar._own("corse", 2030)
