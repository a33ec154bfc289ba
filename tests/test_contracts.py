"""What an outsider may count on, asked through the command and judged without the kit's own rules.

Schools are invented at random, written as files, solved by ``jalons plan solve`` and judged by
rules written a second time here, from the words of the design, on the files and the JSON alone.
"""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

import holidays
import pytest
from typer.testing import CliRunner
from vacances_scolaires_france import SchoolHolidayDates

from jalons.cli import app
from jalons.resources import DATASETS

PROFILE = DATASETS / "profils" / "terminale-melec.yaml"
Row = dict[str, str]
School = dict[str, list[Row]]

COLUMNS = {
    "etablissement": "nom zone annee_scolaire",
    "classes": "classe niveau diplome specialite effectif organisation heures_cibles",
    "groupes": "groupe classe finalite effectif",
    "creneaux": "classe jour debut fin semaines du au",
    "semaines": "lundi parite",
    "pfmp": "classe debut fin",
    "personnes": "personne role",
    "disponibilites": "personne jour debut fin semaines du au",
    "equipe": "personne classe",
    "lieux": "lieu type capacite",
    "seances": "seance titre theme niveaux finalite parties duree_min roles lieu_type "
    "au_plus_tot au_plus_tard apres obligatoire classes",
    "evenements": "evenement debut fin classes bloque",
    "conseils": "classe periode date",
}
ALWAYS = ("etablissement", "classes", "creneaux", "pfmp", "seances")
DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
ROLES = ("professeur", "psyen", "cpe", "france_travail", "ancien_eleve")
PURPOSES = ("insertion", "poursuite", "besoin")
FIRST, LAST = date(2026, 9, 1), date(2027, 7, 3)
COUNCILS = {"T1": "2026-12-01", "T2": "2027-03-02", "T3": "2027-06-01"}
MILESTONES = {
    "rentree": FIRST,
    "fin_annee": LAST,
    **{f"conseil_{name}": date.fromisoformat(day) for name, day in COUNCILS.items()},
}
PUBLIC_HOLIDAYS = holidays.country_holidays("FR", years=[2026, 2027])
SCHOOL_HOLIDAYS = SchoolHolidayDates()


def clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def minute(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def invent(seed: int) -> School:
    """A school that asks for more than it has, so that every rule bites somewhere."""
    r = random.Random(seed)
    school: School = {name: [] for name in COLUMNS}

    def add(table: str, *cells: object) -> None:
        names = COLUMNS[table].split()
        school[table].append(dict(zip(names, map(str, cells), strict=True)))

    add("etablissement", f"LP « Éprouvé » n° {seed}", r.choice("ABC"), "2026-2027")
    for i in range(r.randint(1, 3)):
        level, size = r.choice(("2PRO", "1PRO", "TPRO", "CAP1", "CAP2")), r.randint(8, 30)
        name = f"{level}-{'éÀœ'[i]}"
        way = r.choice(("hebdomadaire", "quinzaine", "globalise", "modules"))
        add("classes", name, level, "", "", size, way, r.choice(("", "20", "12,5")))
        for purpose in r.sample(PURPOSES, r.randint(0, 3)):
            for k in range(r.randint(1, 2)):
                add("groupes", f"{name}-{purpose[:3]}{k}", name, purpose, size // 2)
        for _ in range(r.randint(1, 2)):
            start, span = r.choice((480, 600, 810)), r.choice((55, 90, 120))
            first, last = r.choice((("", ""), ("", ""), ("2026-09-20", "2027-03-15")))
            weeks = r.choice(("toutes", "A", "B"))
            at = clock(start), clock(start + span)
            add("creneaux", name, r.choice(DAYS), *at, weeks, first, last)
        begin = date(2026, 10, 1) + timedelta(days=r.randint(0, 200))
        add("pfmp", name, begin, begin + timedelta(days=18))
        for period, day in COUNCILS.items():
            add("conseils", name, period, day)
    names = [row["classe"] for row in school["classes"]]
    levels = sorted({row["niveau"] for row in school["classes"]})
    for i in range(r.randint(3, 6)):
        person = f"Mme Ñandú {i}"
        for role in r.sample(ROLES, r.randint(1, 3)):
            add("personnes", person, role)
        for _ in range(r.choice((0, 0, 3))):
            start = r.choice((480, 780))
            span = clock(start), clock(start + 240)
            weeks = r.choice(("toutes", "A", "B"))
            add("disponibilites", person, r.choice(DAYS), *span, weeks, "", "")
        if r.random() < 0.3:
            add("equipe", person, r.choice(names))
    roles = sorted({row["role"] for row in school["personnes"]})
    for i, kind in enumerate(r.sample(("salle", "cdi", "tiers_lieu"), 2)):
        add("lieux", f"Lieu {i}", kind, r.choice((12, 35)))
    for i in range(r.randint(3, 8)):
        add(
            "seances",
            f"S{i}",
            f"Titre « {i} » ; avec point-virgule",
            "",
            "|".join(r.sample(levels, r.randint(1, len(levels)))),
            r.choice(("commun", "commun", *PURPOSES)),
            r.choice((1, 1, 2)),
            r.choice((45, 55, 90)),
            "+".join(r.sample(roles, r.randint(1, 2))),
            r.choice(("", "", school["lieux"][0]["type"])),
            r.choice(("", "rentree", "conseil_T1", "2026-11-05")),
            r.choice(("", "fin_annee", "conseil_T2", "2027-05-20")),
            "|".join(r.sample([f"S{k}" for k in range(i)], min(i, r.choice((0, 1))))),
            r.choice(("oui", "oui", "non")),
            "",
        )
    begin = date(2026, 9, 10) + timedelta(days=r.randint(0, 200))
    add("evenements", "Fête", begin, begin + timedelta(days=4), "", r.choice(("oui", "non")))
    for k in range(r.choice((0, 20))):
        add("semaines", date(2026, 8, 31) + timedelta(weeks=k), r.choice("AB"))
    return school


def write_folder(school: School, folder: Path, separator: str, start: str) -> Path:
    folder.mkdir()
    for table, rows in school.items():
        if rows or table in ALWAYS:
            text = io.StringIO()
            writer = csv.DictWriter(text, COLUMNS[table].split(), delimiter=separator)
            writer.writeheader()
            writer.writerows(rows)
            (folder / f"{table}.csv").write_text(start + text.getvalue(), encoding="utf-8")
    return folder


def cells(text: str, separator: str = "|") -> list[str]:
    return [part for part in text.split(separator) if part]


class Judge:
    """The hard rules, from the rows of the files."""

    def __init__(self, school: School) -> None:
        self.school = school
        self.sessions = {row["seance"]: row for row in school["seances"]}
        self.sizes = {row["classe"]: int(row["effectif"]) for row in school["classes"]}
        self.group_sizes = {row["groupe"]: int(row["effectif"]) for row in school["groupes"]}
        self.places = {row["lieu"]: row for row in school["lieux"]}

    def tasks(self) -> set[tuple[str, int, str, str | None]]:
        return {
            (row["seance"], part, c["classe"], group)
            for row in self.school["seances"]
            for c in self.school["classes"]
            if c["niveau"] in cells(row["niveaux"])
            for group in self.targets(c["classe"], row["finalite"])
            for part in range(1, int(row["parties"]) + 1)
        }

    def targets(self, name: str, purpose: str) -> list[str | None]:
        if purpose == "commun":
            return [None]
        groups = self.school["groupes"]
        return [g["groupe"] for g in groups if (g["classe"], g["finalite"]) == (name, purpose)]

    def holds(self, row: Row, day: date) -> bool:
        monday = day - timedelta(days=day.weekday())
        own = {week["lundi"]: week["parite"] for week in self.school["semaines"]}
        parity = own.get(monday.isoformat(), "A" if day.isocalendar().week % 2 else "B")
        return (
            row["jour"] == (*DAYS, "dimanche")[day.weekday()]
            and row["semaines"] in ("toutes", parity)
            and (row["du"] or "0") <= day.isoformat() <= (row["au"] or "9")
        )

    def bound(self, text: str, otherwise: date) -> date:
        if text in MILESTONES:
            return MILESTONES[text]
        return date.fromisoformat(text) if text else otherwise

    def alone(self, a: dict[str, Any]) -> Iterator[str]:
        day, name, session = date.fromisoformat(a["date"]), a["class"], self.sessions[a["session"]]
        start, end = minute(a["start"]), minute(a["end"])
        zone = self.school["etablissement"][0]["zone"]
        if day.weekday() == 6 or day in PUBLIC_HOLIDAYS or not FIRST <= day <= LAST:
            yield "school_day"
        if SCHOOL_HOLIDAYS.is_holiday_for_zone(day, zone):
            yield "school_day"
        for row in self.school["pfmp"]:
            if row["classe"] == name and row["debut"] <= a["date"] <= row["fin"]:
                yield "pfmp"
        for row in self.school["evenements"]:
            if row["bloque"] == "oui" and row["debut"] <= a["date"] <= row["fin"]:
                yield "blocked_event"
        if not self.occurrences(a):
            yield "slot"
        if end - start != int(session["duree_min"]):
            yield "fits"
        first, last = (
            self.bound(session["au_plus_tot"], FIRST),
            self.bound(session["au_plus_tard"], LAST),
        )
        if not first <= day <= last:
            yield "window"
        for person in a["staff"]:
            rows = [r for r in self.school["disponibilites"] if r["personne"] == person]
            there = [(minute(r["debut"]), minute(r["fin"])) for r in rows if self.holds(r, day)]
            if rows and not all(any(s <= m < e for s, e in there) for m in range(start, end)):
                yield "staff_available"
            team = [r["classe"] for r in self.school["equipe"] if r["personne"] == person]
            if team and name not in team:
                yield "staff_team"
        wanted = cells(session["roles"], "+")
        can = {(r["personne"], r["role"]) for r in self.school["personnes"]}
        if not any(
            all(pair in can for pair in zip(people, wanted, strict=True))
            for people in permutations(a["staff"], len(wanted))
        ):
            yield "roles"
        if session["lieu_type"] and self.places[a["place"]]["type"] != session["lieu_type"]:
            yield "place_type"
        size = self.group_sizes[a["group"]] if a["group"] else self.sizes[name]
        if a["place"] and int(self.places[a["place"]]["capacite"]) < size:
            yield "place_capacity"

    def occurrences(self, a: dict[str, Any]) -> list[int]:
        day = date.fromisoformat(a["date"])
        return [
            at
            for at, row in enumerate(self.school["creneaux"])
            if row["classe"] == a["class"] and day.weekday() < 6 and self.holds(row, day)
            if row["debut"] <= a["start"] and a["end"] <= row["fin"]
        ]

    def together(self, a: dict[str, Any], b: dict[str, Any]) -> Iterator[str]:
        pupils = a["class"] == b["class"] and (
            a["group"] == b["group"] or None in (a["group"], b["group"])
        )
        at_once = a["date"] == b["date"] and a["start"] < b["end"] and b["start"] < a["end"]
        same = (a["date"], a["class"], a["group"]) == (b["date"], b["class"], b["group"])
        if at_once and pupils:
            yield "target_busy"
        if same and len(self.occurrences(a)) == 1 and self.occurrences(a) == self.occurrences(b):
            yield "target_busy"
        if at_once and set(a["staff"]) & set(b["staff"]):
            yield "staff_busy"
        if at_once and a["place"] and a["place"] == b["place"]:
            yield "place_busy"
        for x, y in ((a, b), (b, a)):
            parts = x["session"] == y["session"] and x["part"] < y["part"]
            named = x["session"] in cells(self.sessions[y["session"]]["apres"])
            if pupils and (parts or named) and x["date"] >= y["date"]:
                yield "order"

    def broken(self, plan: dict[str, Any]) -> set[str]:
        found = {code for a in plan["assignments"] for code in self.alone(a)}
        pairs = combinations(plan["assignments"], 2)
        return found | {code for a, b in pairs for code in self.together(a, b)}


def jalons(*args: object) -> Any:
    return CliRunner().invoke(app, [str(arg) for arg in args])


def key(item: dict[str, Any]) -> tuple[Any, ...]:
    return item["session"], item["part"], item["class"], item["group"]


def spoil(plan: dict[str, Any], school: School, r: random.Random) -> None:
    """Move, lengthen or staff a session anew, as a hand that looks at nothing would."""
    a = r.choice(plan["assignments"])
    match r.choice(("day", "week", "long", "staff", "other")):
        case "day":
            a["date"] = str(date(2026, 8, 20) + timedelta(days=r.randint(0, 330)))
        case "week":
            a["date"] = str(date.fromisoformat(a["date"]) + timedelta(weeks=r.randint(-6, 6)))
        case "long":
            a["end"] = clock(minute(a["end"]) + 5)
        case "staff":
            people = sorted({row["personne"] for row in school["personnes"]})
            a["staff"] = r.sample(people, r.randint(0, 2))
        case "other":
            b, span = r.choice(plan["assignments"]), minute(a["end"]) - minute(a["start"])
            a.update(date=b["date"], start=b["start"], end=clock(minute(b["start"]) + span))


@pytest.mark.parametrize(
    "seed", [*range(5), *(pytest.param(s, marks=pytest.mark.slow) for s in range(5, 80))]
)
def test_a_stranger_finds_the_plan_of_a_random_school_right(seed: int, tmp_path: Path) -> None:
    school, judge = invent(seed), Judge(invent(seed))
    folder = write_folder(school, tmp_path / "a", ";", "")
    other = write_folder(school, tmp_path / "b", ",", "\ufeff")
    solved = jalons("plan", "solve", folder, "--json", "--seed", seed, "--no-explain")
    plan = json.loads(solved.stdout)
    assert judge.broken(plan) == set()
    placed, left_out = [key(a) for a in plan["assignments"]], [key(u) for u in plan["unplaced"]]
    assert sorted(map(str, placed + left_out)) == sorted(map(str, judge.tasks()))
    assert solved.exit_code == (3 if left_out else 0)
    for reason in (reason for u in plan["unplaced"] for reason in u["reasons"]):
        assert {"code", "message", "facts"} <= reason.keys()
        assert reason["message"]
    assert all(u["reasons"] for u in plan["unplaced"])
    again = jalons("plan", "solve", other, "--json", "--seed", seed, "--no-explain")
    assert json.loads(again.stdout)["assignments"] == plan["assignments"]
    r = random.Random(seed)
    for _ in range(3 if placed else 0):
        spoil(plan, school, r)
        (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        checked = jalons("plan", "check", folder, tmp_path / "plan.json", "--json")
        told = {violation["code"] for violation in json.loads(checked.stdout)["violations"]}
        assert told == judge.broken(plan)
        assert checked.exit_code == (2 if told else 3 if left_out else 0)


# --- a file that is not what it should be ----------------------------------------------------


@pytest.mark.parametrize(
    ("target", "words"),
    [("absent/plan.json", "Le dossier"), ("folder.json", "est un dossier"), ("a.docx", ".json")],
)
def test_where_a_plan_cannot_be_written_is_said_before_the_search(
    target: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "folder.json").mkdir()
    refused = jalons("plan", "solve", tmp_path / "no-school", "-o", tmp_path / target)
    assert refused.exit_code == 2
    assert words in refused.stderr


@pytest.mark.parametrize(
    "command", [["cohorts", "run"], ["options"], ["allowance"], ["plan", "solve", "--json"]]
)
def test_a_file_that_is_not_there_is_said_in_french(command: list[str], tmp_path: Path) -> None:
    for path in (tmp_path / "absent.yaml", tmp_path):
        refused = jalons(*command, path)
        assert refused.exit_code == 2
        assert refused.stderr.strip()
        assert "No such file" not in refused.stderr
        assert "Is a directory" not in refused.stderr


def test_a_file_that_cannot_be_written_is_named_and_not_its_unfinished_part(tmp_path: Path) -> None:
    (tmp_path / "model.xlsx").mkdir()
    for target in (tmp_path / "model.xlsx", tmp_path / "absent" / "model.xlsx"):
        refused = jalons("plan", "template", target, "--force")
        assert refused.exit_code == 2
        assert ".part" not in refused.stderr
        assert "dossier" in refused.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full here")
def test_a_full_disk_is_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "jalons", "options", str(PROFILE)],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ},
            check=False,
        )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"place sur le disque" in done.stderr


# --- the profile -----------------------------------------------------------------------------


def options(tmp_path: Path, text: str) -> Any:
    (tmp_path / "p.yaml").write_text(text, encoding="utf-8")
    return jalons("options", tmp_path / "p.yaml", "--json")


@pytest.mark.parametrize("who", ["niveau: BAC_PRO", "titulaire: BAC_PRO", "niveau: bac pro"])
def test_who_has_a_diploma_may_say_it_as_a_level(who: str, tmp_path: Path) -> None:
    found = options(tmp_path, f"{who}\nspecialite: MELEC\n")
    assert found.exit_code == 0
    wanted = options(tmp_path, "niveau: titulaire\ndiplome: BAC PRO\nspecialite: MELEC\n")
    assert json.loads(found.stdout) == json.loads(wanted.stdout)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[" * 9000, "p.yaml"),
        ("niveau: TPRO\nspecialite: MELEC\nniveau: 1PRO\n", "deux fois"),
        ("titulaire: CAP\ndiplome: BAC PRO\nspecialite: MELEC\n", "diplome"),
        ("titulaire: CAP\nniveau: TPRO\nspecialite: Boulanger\n", "titulaire"),
    ],
)
def test_a_profile_that_contradicts_itself_is_refused(
    text: str, named: str, tmp_path: Path
) -> None:
    refused = options(tmp_path, text)
    assert refused.exit_code == 2
    assert named in refused.stderr


# --- small things ----------------------------------------------------------------------------


def test_a_time_is_shown_as_a_school_types_it(tmp_path: Path) -> None:
    school = invent(0)
    school["creneaux"][0] |= {"debut": "14:00", "fin": "13:00"}
    refused = jalons("plan", "solve", write_folder(school, tmp_path / "a", ";", ""), "--json")
    assert refused.exit_code == 2
    assert "« 13:00 »" in refused.stderr
    assert "(14:00)" in refused.stderr


def test_ratios_of_stocks_have_no_time_before_an_end(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text(
        "name: r\nkind: progression-ratios\nstart_year: 2020\nhorizon: 2\nstates: [A, B]\n"
        "initial: {A: 100, B: 90}\nentries: {A: 100}\ntransitions: {A: {B: 1.05}}\ndraws: 10\n",
        encoding="utf-8",
    )
    result = json.loads(jalons("cohorts", "run", tmp_path / "s.yaml", "--json").stdout)
    assert result["expected"] == [[100, 90], [100, 105], [100, 105]]
    assert result["expected_years"] == {}
