"""What is printed: the poster of the year, the sheets of the classes, the sheet on a door."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock
from pathlib import Path

import pytest

import schools
from jalons.data.lessons import THEMES
from jalons.i18n import Translator
from jalons.planner.domain import Assignment, Plan, Task, Unplaced
from jalons.planner.pdf import class_sheets, door_sheet, year_poster
from jalons.planner.times import Times
from jalons.printing import press
from jalons.school.domain import School

FR, EN = Translator("fr"), Translator("en")
ISSUED = date(2026, 9, 1)
A3_LANDSCAPE, A4_PORTRAIT = (420, 297), (210, 297)  # mm
EMPTY = Plan("LP d'essai", "2026-2027")

ASSIGNMENTS = (
    schools.placed("S01", "TMELEC", "2026-09-03", "14:00", "15:30", "Mme Roy", place="Salle A104"),
    schools.placed(
        *("S02", "TMELEC", "2026-10-01", "14:00", "14:55", "Mme Sy", "M. Bey"),
        group="TMELEC-ins",
        place="CDI",
    ),
    schools.placed(
        *("S02", "TMELEC", "2026-12-03", "14:00", "14:55", "Mme Sy", "M. Bey"),
        part=2,
        group="TMELEC-ins",
        place="CDI",
    ),
    schools.placed("S01", "1PCEPC", "2026-09-10", "14:00", "15:30", "Mme Roy"),
)

reads_text = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


@pytest.fixture(scope="module")
def school() -> School:
    return schools.school(schools.tiny())


@pytest.fixture(scope="module")
def times(school: School) -> Times:
    return Times(school)


@pytest.fixture(scope="module")
def plan(school: School) -> Plan:
    return Plan(school.name, school.year, ASSIGNMENTS)


def sizes(content: bytes) -> list[tuple[int, int]]:
    """The size of each page, in millimetres."""
    assert content.startswith(b"%PDF-1.7")
    boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", content)
    return [(round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in boxes]


def raw_text(content: bytes) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    return done.stdout.decode()


def text(content: bytes) -> str:
    """The words of a document on one line, every kind of space alike."""
    return " ".join(raw_text(content).split())


def with_classes(school: School, count: int) -> School:
    """The same school with as many copies of its first class, groups left out."""
    first = school.classes[0]
    names = [f"T{number:02}" for number in range(count)]
    return replace(
        school,
        classes=tuple(replace(first, name=name) for name in names),
        groups=(),
        slots=tuple(replace(s, class_name=n) for n in names for s in school.slots[:1]),
        placements=tuple(replace(p, class_name=n) for n in names for p in school.placements),
        councils=tuple(replace(c, class_name=n) for n in names for c in school.councils[:1]),
        team=(),
        events=(),
        sessions=tuple(replace(s, classes=()) for s in school.sessions),
    )


# --- form -------------------------------------------------------------------------------------


def test_the_poster_is_one_a3_page(times: Times, plan: Plan) -> None:
    assert sizes(year_poster(times, plan, THEMES, FR, ISSUED)) == [A3_LANDSCAPE]


def test_each_class_has_an_a4_page(times: Times, plan: Plan) -> None:
    assert sizes(class_sheets(times, plan, THEMES, FR, ISSUED)) == [A4_PORTRAIT] * 2
    assert sizes(class_sheets(times, plan, THEMES, FR, ISSUED, ["1PCEPC"])) == [A4_PORTRAIT]


def test_the_door_sheet_is_one_a4_page(times: Times, plan: Plan) -> None:
    assert sizes(door_sheet(times, plan, "TMELEC", THEMES, FR, ISSUED)) == [A4_PORTRAIT]


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (24, 1), (25, 2), (60, 3)])
def test_many_classes_take_several_posters(school: School, count: int, pages: int) -> None:
    many = Times(with_classes(school, count))
    assert sizes(year_poster(many, EMPTY, THEMES, FR, ISSUED)) == [A3_LANDSCAPE] * pages


@reads_text
def test_a_class_with_many_times_keeps_to_its_row(school: School) -> None:
    many = with_classes(school, 2)
    (slot,) = many.slots[:1]
    hours = [
        replace(slot, start=clock(8 + n), end=clock(9 + n), class_name="T00") for n in range(8)
    ]
    of = Times(replace(many, slots=(*hours, many.slots[1])))
    said = text(year_poster(of, EMPTY, THEMES, FR, ISSUED))
    assert "8 créneaux" in said
    assert "08:00" not in said
    assert "08:00" in text(class_sheets(of, EMPTY, THEMES, FR, ISSUED, ["T00"]))


@reads_text
def test_classes_are_spread_evenly_and_each_page_has_its_head(school: School) -> None:
    many = Times(with_classes(school, 25))
    pages = raw_text(year_poster(many, EMPTY, THEMES, FR, ISSUED)).split("\f")[:2]
    assert [len(re.findall(r"\bT\d\d\b", page)) for page in pages] == [13, 12]
    for page in pages:
        assert "LP d’essai" in page
        assert "2026-2027" in page
        assert "septembre 2026" in page


def test_the_same_plan_gives_the_same_bytes(times: Times, plan: Plan) -> None:
    for make in (year_poster, class_sheets):
        once = make(times, plan, THEMES, FR, ISSUED)
        assert make(times, plan, THEMES, FR, ISSUED) == once
        assert make(times, plan, THEMES, FR, ISSUED + timedelta(days=1)) != once
    door = door_sheet(times, plan, "TMELEC", THEMES, FR, ISSUED)
    assert door_sheet(times, plan, "TMELEC", THEMES, FR, ISSUED) == door


def test_the_documents_are_tagged_and_say_their_language_and_title(
    times: Times, plan: Plan
) -> None:
    for t, lang in ((FR, b"fr"), (EN, b"en")):
        for content in (
            year_poster(times, plan, THEMES, t, ISSUED),
            class_sheets(times, plan, THEMES, t, ISSUED),
            door_sheet(times, plan, "TMELEC", THEMES, t, ISSUED),
        ):
            assert re.search(rb"/Lang\s*\(" + lang, content)
            assert b"/Marked true" in content
            assert b"<pdfuaid:part>1</pdfuaid:part>" in content
            assert "LP d’essai".encode() in content  # in the title, in the metadata


def test_sixty_classes_take_a_few_seconds(school: School) -> None:
    many = with_classes(school, 60)
    weeks = [date(2026, 9, 3) + timedelta(weeks=week) for week in range(40)]
    open_days = [day for day in weeks if Times(many).year.is_school_day(day)][:20]
    assignments = tuple(
        Assignment(Task("S01", 1, c.name), day, clock(14), clock(15, 30), ("Mme Roy",), "CDI")
        for c in many.classes
        for day in open_days
    )
    plan = Plan(many.name, many.year, assignments)
    started = time.process_time()
    poster = year_poster(Times(many), plan, THEMES, FR, ISSUED)
    sheets = class_sheets(Times(many), plan, THEMES, FR, ISSUED)
    took = time.process_time() - started
    assert (len(sizes(poster)), len(sizes(sheets))) == (3, 60)
    assert took < 20, f"{took:.1f} s of processor time"


# --- what is on paper -------------------------------------------------------------------------


@reads_text
def test_the_poster_shows_school_year_classes_bands_and_dates(times: Times, plan: Plan) -> None:
    words = text(year_poster(times, plan, THEMES, FR, ISSUED))
    for expected in (
        *("LP d’essai", "2026-2027", "Zone C", "TMELEC", "1PCEPC", "septembre 2026"),
        *("PFMP 1", "TOUSSAINT", "NOËL", "T1", "Portes ouvertes 29–30 janv.", "S36 B"),
        *("Mon parcours", "toute la classe", "un groupe", "conseil de classe", "jour férié"),
        "Édité le 1er septembre 2026",
    ):
        assert expected in words


@reads_text
def test_a_date_to_confirm_bears_a_question_mark_and_a_confirmed_one_does_not() -> None:
    school = schools.school(schools.example("2025-2026", ["TMELEC1"]))
    plan = Plan(school.name, school.year)
    poster = text(year_poster(Times(school), plan, THEMES, FR, date(2025, 9, 1)))
    assert "Parcoursup : fin des vœux jeu. 12 mars" in poster
    assert "Bac pro : écrits ? jeu. 28 mai" in poster
    sheet = text(class_sheets(Times(school), plan, THEMES, FR, date(2025, 9, 1)))
    assert "Bac pro : écrits (date à confirmer)" in sheet
    assert "fin des vœux (date" not in sheet


@reads_text
def test_a_class_sheet_has_its_sessions_and_quieter_what_surrounds_them(
    times: Times, plan: Plan
) -> None:
    words = text(class_sheets(times, plan, THEMES, FR, ISSUED, ["TMELEC"]))
    for expected in (
        *("TMELEC", "jeu. 3 sept.", "14:00–15:30", "Ouvrir l’année", "Mme Roy", "Salle A104"),
        *("Groupe TMELEC-ins", "(2/2)", "Mme Sy, M. Bey", "2–20 nov.", "PFMP 1"),
        *("Conseil de classe T1", "Vacances : Noël", "Portes ouvertes", "sept. 2026", "mai 2027"),
    ):
        assert expected in words
    order = ["Ouvrir", "(1/2)", "Toussaint", "PFMP 1", "Conseil de classe T1", "(2/2)", "Noël"]
    places = [words.index(word) for word in order]
    assert places == sorted(places)
    assert "1PCEPC" not in words


@reads_text
def test_only_the_public_holidays_that_take_a_slot_are_listed() -> None:
    school = schools.school(schools.example("2025-2026", ["TMELEC1"]))  # Thursdays
    plan = Plan(school.name, school.year)
    words = text(class_sheets(Times(school), plan, THEMES, FR, ISSUED))
    assert "Jour férié : Ascension" in words
    assert "Lundi de Pâques" not in words


@reads_text
def test_parcoursup_is_for_terminale(times: Times, plan: Plan) -> None:
    assert "Parcoursup" in text(class_sheets(times, plan, THEMES, FR, ISSUED, ["TMELEC"]))
    assert "Parcoursup" not in text(class_sheets(times, plan, THEMES, FR, ISSUED, ["1PCEPC"]))


@reads_text
def test_the_hours_are_said_in_words(times: Times, plan: Plan) -> None:
    # 1 h 30, and twice 55 minutes of one group; the class has its own target.
    words = text(class_sheets(times, plan, THEMES, FR, ISSUED, ["TMELEC"]))
    assert "3 h 20 placées sur 34 h 30 visées" in words
    assert "à confirmer)" not in words.split("34 h 30")[1].split("Mois")[0]


@reads_text
def test_what_has_no_date_is_said(times: Times, plan: Plan) -> None:
    left = (
        Unplaced(Task("S02", 2, "TMELEC", "TMELEC-ins"), mandatory=False),
        Unplaced(Task("S01", 1, "1PCEPC"), mandatory=True),
    )
    short = replace(plan, assignments=ASSIGNMENTS[:2], unplaced=left)
    poster = text(year_poster(times, short, THEMES, FR, ISSUED))
    assert "2 séances n’ont pas encore de date" in poster
    sheet = text(class_sheets(times, short, THEMES, FR, ISSUED, ["TMELEC"]))
    assert "Sans date pour l’instant : Se présenter à un employeur (2/2)" in sheet
    assert "(Groupe TMELEC-ins)" in sheet


@reads_text
def test_no_session_of_a_full_week_is_lost(school: School) -> None:
    monday = date(2026, 9, 7)
    many = tuple(
        Assignment(Task("S01", 1, "TMELEC"), monday + timedelta(n % 5), clock(8 + n), clock(9 + n))
        for n in range(12)
    )
    poster = year_poster(Times(school), Plan("x", school.year, many), THEMES, FR, ISSUED)
    letters = Counter(raw_text(poster).split())
    assert letters["P"] == 12 + 1  # and one in the legend


@reads_text
def test_the_door_shows_the_next_sessions_only(times: Times, plan: Plan) -> None:
    words = text(door_sheet(times, plan, "TMELEC", THEMES, FR, date(2026, 9, 4)))
    assert "jeudi 1er octobre" in words
    assert "jeudi 3 décembre" in words
    assert "3 septembre" not in words
    assert "PFMP 1, 2–20 nov." in words
    one = text(door_sheet(times, plan, "TMELEC", THEMES, FR, date(2026, 9, 3), count=1))
    assert "jeudi 3 septembre" in one
    assert "octobre" not in one


@reads_text
def test_a_door_without_sessions_says_so(times: Times, plan: Plan) -> None:
    words = text(door_sheet(times, plan, "TMELEC", THEMES, FR, date(2027, 6, 1)))
    assert "Aucune séance prévue à partir du mardi 1er juin 2027." in words


@reads_text
def test_the_english_documents(times: Times, plan: Plan) -> None:
    poster = text(year_poster(times, plan, THEMES, EN, ISSUED))
    assert "September 2026" in poster
    assert "Issued on 1 September 2026" in poster
    sheet = text(class_sheets(times, plan, THEMES, EN, ISSUED, ["TMELEC"]))
    assert "Thu 3 Sep" in sheet
    assert "3 h 20 planned of 34 h 30 aimed at" in sheet
    assert "Thursday 3 September" in text(door_sheet(times, plan, "TMELEC", THEMES, EN, ISSUED))


def test_french_typography() -> None:
    narrow, hard = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
    assert press._typeset("L'oral : où ? « Ici » ; vite !") == (
        f"L’oral{hard}: où{narrow}? «{hard}Ici{hard}»{narrow}; vite{narrow}!"
    )
    assert press._typeset("8 h 15 placées") == f"8{hard}h{hard}15 placées"


@reads_text
def test_no_line_begins_with_a_colon_or_a_question_mark(school: School) -> None:
    session = replace(school.session_by_id["S01"], title="Oui ? Non : " * 9 + "oui !")
    other = replace(school, sessions=(session, *school.sessions[1:]))
    plan = Plan(other.name, other.year, ASSIGNMENTS)
    printed = subprocess.run(
        ["pdftotext", "-raw", "-", "-"],
        input=class_sheets(Times(other), plan, THEMES, FR, ISSUED, ["1PCEPC"]),
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert printed.count("Oui") == 9
    assert not re.search(r"^[:?!;]", printed, re.MULTILINE)


def test_typography_leaves_the_rest_alone() -> None:
    assert press._typeset({"a": [1, None, 0.5, "12:30 #x 'y' http://z"]}) == {
        "a": [1, None, 0.5, "12:30 #x 'y' http://z"]
    }


# --- hard cases -------------------------------------------------------------------------------

EVIL = '#panic() ] $x$ *b* _i_ <l> @r \\ " // /* `'


@reads_text
def test_what_looks_like_typst_is_printed_as_text(school: School) -> None:
    renamed = school.class_by_name["TMELEC"]
    evil = School(
        name=EVIL,
        zone=school.zone,
        year=school.year,
        classes=(replace(renamed, name=EVIL, speciality=EVIL),),
        sessions=(replace(school.session_by_id["S01"], title=EVIL, theme=EVIL),),
        events=(replace(school.events[0], name=EVIL, classes=()),),
    )
    task = Task("S01", 1, EVIL)
    a = Assignment(task, date(2026, 9, 3), clock(14), clock(15), (EVIL,), EVIL)
    plan = Plan(EVIL, school.year, (a,), (Unplaced(task, mandatory=True),))
    times = Times(evil)
    poster = text(year_poster(times, plan, THEMES, FR, ISSUED))
    sheet = text(class_sheets(times, plan, THEMES, FR, ISSUED))
    door = text(door_sheet(times, plan, EVIL, THEMES, FR, ISSUED))
    assert poster.count("#panic() ] $x$ *b* _i_ <l> @r") >= 3  # school, class, event
    assert sheet.count("#panic()") >= 5
    assert door.count("#panic()") >= 4


def test_no_template_evaluates_or_fetches() -> None:
    files = sorted(press.ROOT.rglob("*.typ"))
    assert {"look", "poster", "classes", "door"} <= {file.stem for file in files}
    for file in files:
        source = file.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|@preview|https?:|\bread\(", source), file.name


@reads_text
def test_a_name_in_another_script_is_no_error(school: School) -> None:
    named = replace(with_classes(school, 1), name="Lycée Ω Ж 漢字 \x07 🎉")
    content = year_poster(Times(named), EMPTY, THEMES, FR, ISSUED)
    assert sizes(content) == [A3_LANDSCAPE]
    assert "Lycée Ω Ж" in text(content)


def test_an_empty_plan_is_an_empty_year(times: Times) -> None:
    assert sizes(year_poster(times, EMPTY, THEMES, FR, ISSUED)) == [A3_LANDSCAPE]
    assert sizes(class_sheets(times, EMPTY, THEMES, FR, ISSUED)) == [A4_PORTRAIT] * 2
    assert sizes(door_sheet(times, EMPTY, "TMELEC", THEMES, FR, ISSUED)) == [A4_PORTRAIT]


@reads_text
def test_an_empty_plan_says_so(times: Times) -> None:
    assert "Aucune séance n’a de date" in text(class_sheets(times, EMPTY, THEMES, FR, ISSUED))


@reads_text
def test_a_school_without_classes_says_so() -> None:
    nobody = Times(School("LP", "C", "2026-2027"))
    for make in (year_poster, class_sheets):
        content = make(nobody, EMPTY, THEMES, FR, ISSUED)
        assert len(sizes(content)) == 1
        assert "aucune classe" in text(content)


@reads_text
def test_many_events_get_a_page_of_their_own(school: School) -> None:
    events = tuple(
        replace(
            school.events[0],
            name=f"Sortie {number}",
            first=date(2026, 9, 7) + timedelta(weeks=number),
            last=date(2026, 9, 8) + timedelta(weeks=number),
            classes=("TMELEC",),
        )
        for number in range(20)
    )
    content = year_poster(Times(replace(school, events=events)), EMPTY, THEMES, FR, ISSUED)
    assert sizes(content) == [A3_LANDSCAPE] * 2
    last = raw_text(content).split("\f")[1]
    assert len(re.findall(r"Sortie \d+", last)) == 20


@pytest.mark.parametrize(
    ("t", "sentence"),
    [
        (FR, "La classe « TCAP » n’existe pas dans cet établissement."),
        (EN, "There is no class “TCAP” in this school."),
    ],
)
def test_an_unknown_class_is_named_with_those_that_are(
    times: Times, plan: Plan, t: Translator, sentence: str
) -> None:
    for make in (
        lambda: class_sheets(times, plan, THEMES, t, ISSUED, ["TMELEC", "TCAP"]),
        lambda: door_sheet(times, plan, "TCAP", THEMES, t, ISSUED),
    ):
        with pytest.raises(ValueError, match=re.escape(sentence) + ".*TMELEC, 1PCEPC"):
            make()


def test_a_door_wants_at_least_one_session(times: Times, plan: Plan) -> None:
    with pytest.raises(ValueError, match="au moins 1, pas 0"):
        door_sheet(times, plan, "TMELEC", THEMES, FR, ISSUED, count=0)


def test_typst_is_loaded_when_it_is_needed() -> None:
    source = Path(press.__file__).read_text(encoding="utf-8")
    assert not re.search(r"^(import|from) typst", source, re.MULTILINE)
