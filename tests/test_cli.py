"""`jalons plan`: from an empty template to a calendar, with exit codes a script can trust."""

from __future__ import annotations

import copy
import json
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from jalons.cli import app
from jalons.data.lessons import read_lessons
from jalons.i18n import Translator
from jalons.planner import rules
from jalons.planner.codec import PlanFileError, from_text, to_json
from jalons.planner.ics import to_ics
from jalons.planner.solver import solve
from jalons.planner.times import Times
from jalons.planner.words import why_left_out
from jalons.planner.xlsx import to_xlsx
from schools import (
    Tables,
    book_bytes,
    example,
    hard_example,
    school,
    tiny,
    workbook,
    write_folder,
)

if sys.platform != "win32":
    import resource

FR = Translator("fr")
LESSONS = read_lessons()


def jalons(*args: object, lang: str = "fr") -> Result:
    result = CliRunner().invoke(app, list(map(str, args)), env={"JALONS_LANG": lang})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(autouse=True)
def lessons_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands run here by the hundred read the same library each time."""
    monkeypatch.setattr("jalons.data.lessons.read_lessons", lambda: LESSONS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tiny(), tmp_path / "ecole")


@cache
def tiny_plan() -> str:
    return json.dumps(to_json(solve(school(tiny())), FR))


@pytest.fixture
def solved(folder: Path) -> Path:
    plan = folder.parent / "plan.json"
    plan.write_text(tiny_plan(), encoding="utf-8")
    return plan


def crowded() -> Tables:
    """A school with more to place than its only Thursday holds."""
    tables = tiny()
    for slot in tables["creneaux"]:
        slot.update(semaines="toutes", du="2026-09-10", au="2026-09-16")
    return tables


# --- template ---------------------------------------------------------------------------------


def test_a_template_can_be_solved_as_it_is(tmp_path: Path) -> None:
    path, plan = tmp_path / "ecole.xlsx", tmp_path / "plan.json"
    written = jalons("plan", "template", path)
    assert (written.exit_code, written.stdout) == (0, "")
    assert "ecole.xlsx" in written.stderr
    result = jalons("plan", "solve", path, "-o", plan)
    assert result.exit_code == 0
    assert "Tout est placé" in result.stderr
    (only,) = json.loads(plan.read_text())["assignments"]
    assert (only["class"], only["staff"], only["place"]) == ("TMELEC", ["Mme Roy"], "Salle A104")


def test_a_template_replaces_nothing_unless_told_to(tmp_path: Path) -> None:
    path = tmp_path / "ecole.xlsx"
    path.write_bytes(b"my work")
    refused = jalons("plan", "template", path)
    assert refused.exit_code == 2
    assert "--force" in refused.stderr
    assert path.read_bytes() == b"my work"
    assert jalons("plan", "template", path, "--force").exit_code == 0
    assert "classes" in load_workbook(path).sheetnames
    assert [file.name for file in tmp_path.iterdir()] == ["ecole.xlsx"]


@pytest.mark.parametrize("name", ["ecole.xls", "ecole", "ecole.csv"])
def test_a_template_is_a_workbook(name: str, tmp_path: Path) -> None:
    refused = jalons("plan", "template", tmp_path / name, lang="en")
    assert refused.exit_code == 2
    assert ".xlsx" in refused.stderr
    assert not (tmp_path / name).exists()


def test_a_template_needs_its_folder(tmp_path: Path) -> None:
    refused = jalons("plan", "template", tmp_path / "absent" / "ecole.xlsx")
    assert refused.exit_code == 2
    assert "absent" in refused.stderr


# --- solve ------------------------------------------------------------------------------------


def test_solve_asks_where_the_plan_goes(folder: Path) -> None:
    refused = jalons("plan", "solve", folder)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "-o planning.json" in refused.stderr


def test_without_explaining_the_quick_reasons_are_given(tmp_path: Path) -> None:
    path = write_folder(crowded(), tmp_path / "ecole")
    plan = json.loads(jalons("plan", "solve", path, "--json", "--no-explain").stdout)
    assert plan["unplaced"]
    for u in plan["unplaced"]:
        assert u["reasons"]
        assert "ways_out" not in u
        assert not any(reason["facts"].get("verified") for reason in u["reasons"])


def hour(text: str) -> time:
    assert re.fullmatch(r"\d\d:\d\d", text)
    return time.fromisoformat(text)


def test_the_plan_has_the_agreed_form(tmp_path: Path) -> None:
    path = write_folder(crowded(), tmp_path / "ecole")
    plan = json.loads(jalons("plan", "solve", path, "--json", "--seed", 5).stdout)
    agreed = ["school", "year", "assignments", "unplaced", "hours", "solver"]
    assert list(plan)[: len(agreed)] == agreed
    assert list(plan)[len(agreed) :] == ["pinned"]  # ours besides: what a new search leaves alone
    assert (plan["school"], plan["year"]) == ("LP d'essai", "2026-2027")
    task = {"session": str, "part": int, "class": str}
    assert plan["assignments"]
    for a in plan["assignments"]:
        assert set(a) == {*task, "group", "date", "start", "end", "staff", "place"}
        assert all(isinstance(a[key], kind) for key, kind in task.items())
        assert date.fromisoformat(a["date"]).isoformat() == a["date"]
        assert hour(a["start"]) < hour(a["end"])
        assert all(isinstance(person, str) for person in a["staff"])
        assert a["place"] is None or isinstance(a["place"], str)
        assert a["group"] is None or isinstance(a["group"], str)
    assert plan["unplaced"]
    for u in plan["unplaced"]:
        assert set(u) - {"ways_out"} == {*task, "group", "mandatory", "reasons"}
        assert u["reasons"]
        for reason in u["reasons"]:
            assert set(reason) == {"code", "message", "facts"}
            assert reason["code"] in rules.CODES
            assert reason["message"] != reason["code"]
        if u["mandatory"]:  # verified by solving again, within the time of the search
            assert all(reason["facts"]["verified"] for reason in u["reasons"])
    assert [set(row) for row in plan["hours"]] == [{"class", "planned_h", "target_h"}] * 2
    assert plan["hours"][0]["target_h"] == 34.5
    assert set(plan["solver"]) == {"status", "objective", "bound", "wall_s", "seed"}
    assert plan["solver"]["status"] in ("optimal", "feasible", "partial", "infeasible")
    assert plan["solver"]["seed"] == 5


def test_only_json_comes_out_and_words_go_to_the_error_output(folder: Path) -> None:
    plan = folder.parent / "plan.json"
    result = jalons("plan", "solve", folder, "--json", "-o", plan)
    assert json.loads(result.stdout) == json.loads(plan.read_text(encoding="utf-8"))
    assert "Tout est placé" in result.stderr
    english = jalons("plan", "solve", folder, "--json", lang="en")
    assert json.loads(english.stdout)
    assert "Everything is placed" in english.stderr


def test_what_is_left_out_ends_with_3_and_its_reasons(tmp_path: Path) -> None:
    path = write_folder(crowded(), tmp_path / "ecole")
    for lang, words in (("fr", "les mêmes personnes"), ("en", "the same people")):
        result = jalons("plan", "solve", path, "-o", tmp_path / "p.json", lang=lang)
        assert result.exit_code == 3
        assert words in result.stderr
        assert "S02" in result.stderr
        assert words in (tmp_path / "p.json").read_text(encoding="utf-8")


def test_wrong_input_as_json(tmp_path: Path) -> None:
    tables = tiny()
    tables["classes"][0]["niveau"] = "TPR0"
    result = jalons("plan", "solve", write_folder(tables, tmp_path / "ecole"), "--json")
    assert result.exit_code == 2
    (error,) = json.loads(result.stdout)["errors"]
    assert error["file"] == "classes.csv"
    assert (error["row"], error["column"], error["value"]) == (2, "niveau", "TPR0")
    assert "TPRO" in error["expected"]
    assert error["message"] in result.stderr


def test_notices_are_said(tmp_path: Path) -> None:
    tables = tiny()
    tables["seances"][0]["au_plus_tard"] = "voeux_fin"
    tables["conseils"] = []
    result = jalons("plan", "solve", write_folder(tables, tmp_path / "e"), "--json")
    assert "« voeux_fin » de 2026-2027 (2027-03-11) reste à confirmer" in result.stderr


def test_solve_starts_from_a_plan(folder: Path, solved: Path) -> None:
    again = jalons("plan", "solve", folder, "--json", "--seed", 9, "--start-from", solved)
    assert again.exit_code == 0
    first = json.loads(solved.read_text(encoding="utf-8"))
    assert json.loads(again.stdout)["assignments"] == first["assignments"]
    solved.write_text("{", encoding="utf-8")
    refused = jalons("plan", "solve", folder, "--json", "--start-from", solved)
    assert refused.exit_code == 2
    assert "plan.json" in refused.stderr


def test_a_plan_that_cannot_be_written_is_said(folder: Path) -> None:
    refused = jalons("plan", "solve", folder, "-o", folder.parent / "absent" / "plan.json")
    assert refused.exit_code == 2
    assert "absent" in refused.stderr
    onto_folder = jalons("plan", "solve", folder, "-o", folder)
    assert onto_folder.exit_code == 2
    assert sorted(file.name for file in folder.parent.iterdir()) == ["ecole"]


def test_options_out_of_bounds_are_refused(folder: Path) -> None:
    for wrong in (["--time-limit", 0], ["--seed", -1], ["--seed", "x"]):
        assert jalons("plan", "solve", folder, "--json", *wrong).exit_code == 2


# --- check ------------------------------------------------------------------------------------


def change(plan: Path, edit: Callable[[Any], object]) -> Path:
    content = json.loads(plan.read_text(encoding="utf-8"))
    edit(content)
    plan.write_text(json.dumps(content), encoding="utf-8")
    return plan


def test_check_says_that_a_plan_is_right(folder: Path, solved: Path) -> None:
    result = jalons("plan", "check", folder, solved)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "respecte toutes les règles" in result.stderr
    in_json = jalons("plan", "check", folder, solved, "--json")
    assert json.loads(in_json.stdout) == {"ok": True, "violations": [], "unplaced": []}


def test_check_ends_with_3_where_something_is_missing(folder: Path, solved: Path) -> None:
    change(solved, lambda plan: plan["assignments"].pop())
    result = jalons("plan", "check", folder, solved, "--json")
    assert result.exit_code == 3
    report = json.loads(result.stdout)
    assert report["ok"]
    (missing,) = report["unplaced"]
    assert set(missing) == {"session", "part", "class", "group"}
    assert "Une séance n'est pas placée" in result.stderr


def test_check_ends_with_2_where_a_rule_is_broken(folder: Path, solved: Path) -> None:
    change(solved, lambda plan: plan["assignments"][0].update(date="2026-11-11"))
    result = jalons("plan", "check", folder, solved, "--json")
    assert result.exit_code == 2
    report = json.loads(result.stdout)
    assert not report["ok"]
    codes = {violation["code"] for violation in report["violations"]}
    assert "school_day" in codes
    for violation in report["violations"]:
        assert set(violation) == {"code", "message", "facts", "tasks"}
        assert violation["tasks"]
        assert violation["message"] in result.stderr
    english = jalons("plan", "check", folder, solved, lang="en")
    assert "no school on Wednesday 11 November 2026" in english.stderr


@pytest.mark.parametrize(
    ("edit", "where"),
    [
        (lambda p: p["assignments"][0].update(session="S99"), "assignments[0].session, « S99 »"),
        (lambda p: p["assignments"][1].update({"class": "T"}), "assignments[1].class, « T »"),
        (lambda p: p["assignments"][0].update(group="G"), "/ G"),
        (lambda p: p["assignments"][0].update(part=7), "/ 7 /"),
        (lambda p: p["assignments"][0].update(staff=["X"]), "assignments[0].staff, « X »"),
        (lambda p: p["assignments"][0].update(staff="X"), "assignments[0].staff"),
        (lambda p: p["assignments"][0].update(place="Y"), "assignments[0].place, « Y »"),
        (lambda p: p["assignments"][0].update(place=["CDI"]), "assignments[0].place"),
        (lambda p: p["assignments"][0].update(date="10/09/2026"), "assignments[0].date"),
        (lambda p: p["assignments"][0].update(start="14:00+02:00"), "assignments[0].start"),
        (lambda p: p["assignments"][0].pop("end"), "assignments[0].end"),
        (lambda p: p["assignments"].append(3), "« 3 »"),
        (lambda p: p.update(assignments={}), "assignments"),
        (lambda p: p.update(unplaced=[{"session": "S99"}]), "unplaced[0].session"),
        (lambda p: p.update(unplaced=7), "unplaced"),
        (lambda p: p.update(pinned=[{"session": "S99"}]), "pinned[0].session"),
        (lambda p: p.update(hours=[{"planned_h": 1}]), "hours[0]"),
        (lambda p: p.update(hours=True), "hours"),
    ],
)
def test_what_a_plan_names_must_exist(
    edit: Callable[[Any], object], where: str, folder: Path, solved: Path
) -> None:
    change(solved, edit)
    result = jalons("plan", "check", folder, solved)
    assert result.exit_code == 2
    assert "plan.json" in result.stderr
    assert where in result.stderr


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'"plan"', b"\xff\xfe", b"{}", b"[" * 100_000, b"9" * 10_000, b"\0"],
)
def test_what_is_no_plan_is_refused(content: bytes, folder: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(content)
    result = jalons("plan", "check", folder, plan, "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["errors"][0]["message"]


def test_a_plan_file_that_is_absent_a_folder_or_too_large(folder: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    for path, word in ((tmp_path / "absent.json", "absent"), (folder, "ecole"), (large, "200 Mo")):
        result = jalons("plan", "check", folder, path)
        assert result.exit_code == 2
        assert word in result.stderr


def test_a_plan_keeps_what_it_says_through_a_file(tmp_path: Path) -> None:
    of = school(crowded())
    solved = solve(of)
    plan = replace(solved, pinned=frozenset({solved.assignments[0].task}))
    again = from_text(json.dumps(to_json(plan, FR)).encode(), of, "plan.json")
    assert again == plan
    for unplaced in again.unplaced:
        assert [why_left_out(FR, reason) for reason in unplaced.reasons] == [
            why_left_out(FR, reason)
            for before in plan.unplaced
            if before.task == unplaced.task
            for reason in before.reasons
        ]


def test_a_part_written_as_a_decimal_is_the_same_part() -> None:
    of = school(tiny())
    content = to_json(solve(of), FR)
    for a in content["assignments"]:
        a["part"] = float(a["part"])
    parts = [a.task.part for a in from_text(json.dumps(content).encode(), of, "p").assignments]
    assert all(isinstance(part, int) for part in parts)


CROWDED = school(crowded())
PLAN_JSON = to_json(solve(CROWDED), FR)
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 10**30, float("nan"), "", "é", "\ud800", "S01", "TMELEC", "TMELEC-ins",
    "2026-02-30", "25:00", [], [[]], ["x"], {}, {"a": {"b": []}}, "14:00", "2026-09-10",
)  # fmt: skip


def spoilt(value: Any, chance: random.Random) -> Any:
    """A copy of a JSON value with something odd somewhere in it."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        if chance.random() < 0.1:
            return {k: v for k, v in value.items() if k != key}
        return {**value, key: spoilt(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.9:
        at = chance.randrange(len(value))
        return [*value[:at], spoilt(value[at], chance), *value[at + 1 :]]
    return chance.choice(ODD)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 10**6))
def test_a_spoilt_plan_is_read_or_refused_and_what_is_read_can_be_used(seed: int) -> None:
    chance = random.Random(seed)
    content = copy.deepcopy(PLAN_JSON)
    for _ in range(chance.randint(1, 3)):
        content = spoilt(content, chance)
    try:
        plan = from_text(json.dumps(content).encode(), CROWDED, "plan.json")
    except PlanFileError as error:
        refusal: PlanFileError | None = error
    else:
        refusal = None
        rules.check(Times(CROWDED), plan.assignments)
        assert to_xlsx(CROWDED, plan, FR)
        assert to_ics(CROWDED, plan, plan.assignments, "x", FR)
        assert to_json(plan, FR)
    if refusal is not None:
        assert refusal.problems
        assert refusal.text(Translator("en"))


# --- export -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "events"),
    [
        ([], 4),
        (["--classe", "TMELEC"], 3),
        (["--class", "1PCEPC"], 1),
        (["--groupe", "TMELEC-ins"], 3),
        (["--group", "TMELEC-pou"], 1),
        (["--personne", "Mme Roy"], 2),
        (["--person", "M. Bey"], 2),
    ],
)
def test_export_of_calendars(
    options: list[str], events: int, folder: Path, solved: Path, tmp_path: Path
) -> None:
    out = tmp_path / "agenda.ics"
    result = jalons("plan", "export", folder, solved, "-o", out, *options)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "agenda.ics" in result.stderr
    assert out.read_text(encoding="utf-8").count("BEGIN:VEVENT") == events


def test_export_of_a_workbook(folder: Path, solved: Path, tmp_path: Path) -> None:
    out = tmp_path / "planning.xlsx"
    assert jalons("plan", "export", folder, solved, "-o", out).exit_code == 0
    assert load_workbook(out).sheetnames[:3] == ["planning", "heures", "non_placees"]


def test_a_workbook_is_school_and_plan_at_once(folder: Path, solved: Path, tmp_path: Path) -> None:
    book, again, third = (tmp_path / name for name in ("a.xlsx", "b.xlsx", "c.json"))
    assert jalons("plan", "export", folder, solved, "-o", book).exit_code == 0
    checked = jalons("plan", "check", book, "--json")
    assert (checked.exit_code, json.loads(checked.stdout)["ok"]) == (0, True)
    assert jalons("plan", "check", folder, book).exit_code == 0
    assert jalons("plan", "export", book, "-o", again).exit_code == 0
    assert jalons("plan", "solve", book, "--start-from", again, "-o", third).exit_code == 0
    assignments = json.loads(solved.read_text())["assignments"]
    assert json.loads(third.read_text())["assignments"] == assignments
    assert jalons("plan", "solve", folder, "-o", again).exit_code == 0
    assert jalons("plan", "check", again).exit_code == 0


@pytest.mark.parametrize("command", [["check"], ["export", "-o", "x.ics"]])
def test_a_school_without_a_plan_is_said(command: list[str], folder: Path, tmp_path: Path) -> None:
    book = tmp_path / "ecole.xlsx"
    book.write_bytes(book_bytes(workbook(tiny())))
    for school_path in (folder, book):
        refused = jalons("plan", *command, school_path)
        assert refused.exit_code == 2
        assert "planning" in refused.stderr


def test_a_plan_in_a_workbook_that_does_not_fit_its_school(folder: Path, solved: Path) -> None:
    book = folder.parent / "a.xlsx"
    jalons("plan", "export", folder, solved, "-o", book)
    opened = load_workbook(book)
    opened["planning"]["C2"] = "TMELEK"
    opened["planning"]["E3"] = "jeudi"
    opened.save(book)
    refused = jalons("plan", "check", book, "--json")
    assert refused.exit_code == 2
    errors = json.loads(refused.stdout)["errors"]
    where = {(e["sheet"], e["row"], e["column"], e["value"]) for e in errors}
    assert where == {("planning", 2, "classe", "TMELEK"), ("planning", 3, "date", "jeudi")}


@pytest.mark.parametrize(
    ("name", "options", "word"),
    [
        ("a.ics", ["--classe", "TMELEK"], "TMELEK"),
        ("a.ics", ["--groupe", "TMELEC"], "TMELEC"),
        ("a.ics", ["--personne", "Nobody"], "Nobody"),
        ("a.ics", ["--classe", "TMELEC", "--personne", "Mme Roy"], "qu'un"),
        ("a.xlsx", ["--classe", "TMELEC"], ".ics"),
        ("a.txt", [], ".ics"),
        ("absent/a.ics", [], "absent"),
    ],
)
def test_exports_that_cannot_be(
    name: str, options: list[str], word: str, folder: Path, solved: Path, tmp_path: Path
) -> None:
    result = jalons("plan", "export", folder, solved, "-o", tmp_path / name, *options)
    assert result.exit_code == 2
    assert word in result.stderr
    assert not (tmp_path / name).exists()


# --- a real process ---------------------------------------------------------------------------


def process(*args: object, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *map(str, args)],
        capture_output=True,
        env={**os.environ, **env},
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("call", "part"),
    [
        ("plan slove ecole", "« jalons plan slove ecole »"),
        ("plan check ecole plan.json de-trop", "un mot de trop"),
        ("plan solve ecole --temps 3", "L'option --temps n'existe pas. "),
        ("plan solve ecole --time-limit longtemps", "--time-limit : cette valeur ne convient pas."),
        ("plan solve ecole -o", "L'option -o attend une valeur."),
        ("options", "Il manque PROFIL"),
    ],
)
def test_a_call_that_is_not_understood_is_answered_in_words(call: str, part: str) -> None:
    refused = process("-m", "jalons", *call.split())
    assert refused.returncode == 2
    assert refused.stdout == b""
    assert part in refused.stderr.decode()
    assert "--help" in refused.stderr.decode()


def test_a_call_that_is_not_understood_is_answered_in_json_where_asked() -> None:
    refused = process("-m", "jalons", "plan", "solve", "--json")
    assert refused.returncode == 2
    assert "ECOLE" in json.loads(refused.stdout)["errors"][0]["message"]


def test_ctrl_c_ends_the_search_and_keeps_its_plan(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="a terminal to watch needs a system that has them")
    path, plan = write_folder(hard_example(), tmp_path / "ecole"), tmp_path / "plan.json"
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "jalons", "plan", "solve", path, "-o", plan]
    with subprocess.Popen([*command, "--time-limit", "100"], stderr=theirs) as running:
        os.close(theirs)
        seen = b""
        while "séances placées sur".encode() not in seen:
            seen += os.read(ours, 1000)
        running.send_signal(signal.SIGINT)
        with suppress(OSError):  # what the terminal says once nobody writes to it any more
            while more := os.read(ours, 1000):
                seen += more
    os.close(ours)
    assert running.returncode == 3
    assert "Arrêt demandé" in seen.decode()
    assert "Traceback" not in seen.decode()
    content = json.loads(plan.read_text())
    assert content["assignments"] or content["unplaced"]


def test_the_same_seed_gives_the_same_plan_in_another_process(tmp_path: Path) -> None:
    tables = example("2025-2026", {"TMELEC1", "TMELEC2", "2ETL", "2TNE1"})
    path = write_folder(tables, tmp_path / "ecole")
    plans = []
    for hash_seed in ("0", "1"):
        args = ("-m", "jalons", "plan", "solve", path, "--json", "--time-limit", 100)
        result = process(*args, PYTHONHASHSEED=hash_seed)
        assert result.returncode in (0, 3), result.stderr.decode()
        plan = json.loads(result.stdout)
        assert plan["solver"]["status"] in ("optimal", "partial")
        del plan["solver"]["wall_s"]
        plans.append(plan)
    assert plans[0] == plans[1]
    assert len(plans[0]["assignments"]) > 30


def test_the_output_is_utf_8_on_a_terminal_that_is_not(folder: Path) -> None:
    tables = tiny()
    tables["pfmp"][0]["classe"] = "2de → 東京"
    path = write_folder(tables, folder.parent / "tokyo")
    result = process("-m", "jalons", "plan", "solve", path, "--json", PYTHONIOENCODING="cp1252")
    assert result.returncode == 2
    assert json.loads(result.stdout.decode("utf-8"))["errors"][0]["value"] == "2de → 東京"
    assert b"Traceback" not in result.stderr


def test_a_workbook_of_the_same_school_gives_the_same_plan(folder: Path, solved: Path) -> None:
    book = folder.parent / "ecole.xlsx"
    book.write_bytes(book_bytes(workbook(tiny())))
    plan = json.loads(jalons("plan", "solve", book, "--json").stdout)
    assert plan["assignments"] == json.loads(solved.read_text())["assignments"]


@pytest.mark.skipif(sys.platform == "win32", reason="processor time of children")
def test_help_comes_at_once() -> None:
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        result = process("-m", "jalons", "--help")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert result.returncode == 0
        assert b"plan" in result.stdout
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.3


HEAVY = ("pandas", "plotly", "ortools", "ipywidgets", "numpy", "openpyxl", "icalendar", "pydantic")


def loaded(code: str) -> set[str]:
    """Heavy packages that some code has loaded."""
    tail = f"\nimport sys; print(*[m for m in {HEAVY!r} if m in sys.modules], sep='\\n')"
    result = process("-c", code + tail)
    assert result.returncode == 0, result.stderr.decode()
    return set(result.stdout.decode().split())


@pytest.mark.parametrize("module", ["jalons", "jalons.cli", "jalons.problems"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    assert loaded(f"import {module}") == set()


def test_a_command_loads_what_it_needs(folder: Path, solved: Path) -> None:
    def command(*args: object) -> set[str]:
        words = list(map(str, args))
        return loaded(
            "import contextlib, io\nfrom jalons.cli import app\n"
            f"with contextlib.redirect_stdout(io.StringIO()): app({words!r}, standalone_mode=False)"
        )

    assert command("plan", "check", folder, solved) == {"pydantic"}
    solving = command("plan", "solve", folder, "--json")
    assert "ortools" in solving
    # OR-Tools loads pandas and numpy by itself; the planner adds nothing that draws.
    assert not solving & {"plotly", "ipywidgets", "openpyxl", "icalendar"}


def test_commands_without_arguments_help() -> None:
    for args in ((), ("plan",), ("plan", "solve", "--help")):
        result = jalons(*args)
        assert "Usage" in result.stdout + result.stderr
    assert jalons("plan", "nothing").exit_code == 2


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--document", "fiches"], 0),
        (["--document", "fiches", "--classe", "TMELEC"], 0),
        (["--document", "porte", "--classe", "TMELEC"], 0),
        (["--document", "porte"], 2),
        (["--document", "fiches", "--classe", "XXX"], 2),
    ],
)
def test_export_on_paper(tmp_path: Path, options: list[str], code: int) -> None:
    school, plan, out = tmp_path / "ecole.xlsx", tmp_path / "plan.json", tmp_path / "plan.pdf"
    assert jalons("plan", "template", str(school)).exit_code == 0
    assert jalons("plan", "solve", str(school), "-o", str(plan)).exit_code == 0
    result = jalons("plan", "export", str(school), str(plan), "-o", str(out), *options)
    assert result.exit_code == code, result.output
    assert out.exists() == (code == 0)
    if code == 0:
        assert out.read_bytes().startswith(b"%PDF-")


def test_a_missing_folder_is_said_before_the_search(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "plan.json"
    result = jalons("plan", "solve", str(tmp_path), "-o", str(target))
    assert result.exit_code == 2
    assert "nowhere" in result.output
