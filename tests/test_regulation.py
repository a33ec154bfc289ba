"""Dated regulation: values, where they come from, what happens when a row is wrong."""

from __future__ import annotations

import csv
import importlib.util
from collections import Counter
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalons.i18n import Translator
from jalons.resources import DATASETS
from jalons.schoolyear import (
    MILESTONES,
    Dated,
    TableError,
    UnknownYearError,
    milestones,
    regulation,
    school_year,
    target_hours,
)
from jalons.schoolyear.regulation import COLUMNS, TABLE, _regulations

YEARS = ("2023-2024", "2024-2025", "2025-2026", "2026-2027")
WAGES = Path(__file__).resolve().parents[2] / "shared" / "data" / "aplypro" / "wages"
FACTS = Path(__file__).resolve().parents[2] / "shared" / "data" / "facts.csv"
LEVELS = ("2PRO", "1PRO", "TPRO", "CAP1", "CAP2", "CAP1AN")


def make_regulation() -> ModuleType:
    path = DATASETS / "make_regulation.py"
    spec = importlib.util.spec_from_file_location("make_regulation", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def value(year: str, key: str, level: str | None = None) -> Any:
    dated = regulation(year).get(key, level)
    return None if dated is None else dated.value


# --- every row -----------------------------------------------------------------------------


@pytest.mark.parametrize("year", YEARS)
def test_every_row_has_source_date_and_status(year: str) -> None:
    rows = regulation(year).rows()
    assert rows
    for key, _level, dated in rows:
        assert dated.source, key
        assert dated.unit, key
        assert dated.read_on <= date(2026, 11, 21), key
        assert dated.status in ("confirmed", "to_confirm"), key


def test_for_2026_2027_only_standing_law_is_confirmed() -> None:
    rows = regulation("2026-2027").rows()
    confirmed = {row.key for row in rows if row.dated.status == "confirmed"}
    assert confirmed == {"conseils_classe", "conseils_classe_minimum"}


def test_every_key_has_its_words_in_both_languages() -> None:
    keys = {row.key for year in YEARS for row in regulation(year).rows()}
    names = {
        f"{'milestone' if key in MILESTONES else 'regulation'}-{key.replace('_', '-')}"
        for key in keys | set(MILESTONES)
    }
    names |= {"status-confirmed", "status-to-confirm"}
    for lang in ("fr", "en"):
        words = Translator(lang)
        assert [name for name in sorted(names) if not words.has(name)] == []


# --- known answers -------------------------------------------------------------------------


def test_the_final_year_changed_every_year() -> None:
    assert [value(y, "bloc_semaines", "TPRO") for y in YEARS] == [None, 6, 4, 2]
    assert [value(y, "bloc_secable", "TPRO") for y in YEARS[1:]] == ["non", "non", "oui"]
    assert value("2024-2025", "bloc_debut", "TPRO") == date(2025, 5, 26)
    assert value("2025-2026", "bloc_debut", "TPRO") == date(2026, 6, 8)
    announced = regulation("2026-2027").get("bloc_semaines", "TPRO")
    assert announced is not None
    assert announced.status == "to_confirm"


def test_the_block_lies_where_it_was_said_to_lie() -> None:
    for year in YEARS[1:3]:
        first, last = value(year, "bloc_debut", "TPRO"), value(year, "bloc_fin", "TPRO")
        weeks = ((last - first).days + 1 + 2) // 7  # to the Sunday after a Friday or Saturday
        assert weeks == value(year, "bloc_semaines", "TPRO")
    assert value("2026-2027", "bloc_fin", "TPRO") <= value("2026-2027", "voeux_fin")


@pytest.mark.parametrize(
    ("year", "level", "hours", "status"),
    [
        ("2024-2025", "TPRO", 33, "to_confirm"),
        ("2025-2026", "TPRO", 36, "to_confirm"),
        ("2025-2026", "2PRO", 30, "to_confirm"),
        ("2025-2026", "1PRO", 28, "to_confirm"),
    ],
)
def test_target_hours(year: str, level: str, hours: float, status: str) -> None:
    target = target_hours(year, level)
    assert target is not None
    assert (target.value, target.unit, target.status) == (hours, "h", status)
    assert "×" in target.note


def test_a_target_is_no_surer_than_its_weaker_half() -> None:
    weekly = regulation("2025-2026").get("soutien_moyenne_hebdo", "TPRO")
    weeks = regulation("2025-2026").get("semaines_cours", "TPRO")
    assert weekly is not None
    assert weeks is not None
    assert (weekly.status, weeks.status) == ("confirmed", "to_confirm")


@pytest.mark.parametrize("level", ["CAP1", "CAP2", "CAP1AN"])
def test_cap_has_no_target_though_the_hours_of_the_cycle_are_recorded(level: str) -> None:
    for year in YEARS[1:]:
        assert target_hours(year, level) is None
        assert value(year, "consolidation_cycle", level) == 192.5


def test_parcoursup_dates() -> None:
    seen = {y: {k: str(d.value) for k, d in milestones(y).items()} for y in YEARS[1:]}
    assert seen["2024-2025"]["voeux_fin"] == "2025-03-13"
    assert seen["2024-2025"]["confirmation_fin"] == "2025-04-02"
    assert seen["2025-2026"]["parcoursup_ouverture"] == "2025-12-17"
    assert seen["2025-2026"]["voeux_debut"] == "2026-01-19"
    assert seen["2025-2026"]["voeux_fin"] == "2026-03-12"
    assert seen["2025-2026"]["confirmation_fin"] == "2026-04-01"
    assert seen["2025-2026"]["phase_complementaire_fin"] == "2026-09-10"
    assert seen["2026-2027"] == {"voeux_fin": "2027-03-11"}
    assert milestones("2025-2026")["voeux_fin"].status == "confirmed"


def test_the_wish_deadline_of_2027_says_that_only_mid_march_is_announced() -> None:
    deadline = milestones("2026-2027")["voeux_fin"]
    assert deadline.status == "to_confirm"
    assert "mi-mars" in deadline.note
    for year in YEARS[1:]:
        last = value(year, "voeux_fin")
        assert last.weekday() == 3
        assert 8 <= last.day <= 14, "second Thursday"


@pytest.mark.parametrize("year", YEARS[1:])
def test_milestones_are_dates_in_their_school_year(year: str) -> None:
    start = int(year[:4])
    for code, dated in milestones(year).items():
        assert isinstance(dated.value, date), code
        assert date(start, 9, 1) <= dated.value <= date(start + 1, 9, 30), code


@pytest.mark.parametrize("year", YEARS[1:3])
def test_national_dates_fall_on_weekdays_and_exams_on_school_days(year: str) -> None:
    calendar = school_year("A", year)
    for code, dated in milestones(year).items():
        assert isinstance(dated.value, date)
        if code.startswith(("bac_pro_", "cap_")):
            assert calendar.is_school_day(dated.value), code


# --- allowance -----------------------------------------------------------------------------

# F033 to F046 of the fact file: (rate per day, yearly cap) by year.
ALLOWANCE = {
    "2PRO": [(10, 300)] * 3,
    "1PRO": [(15, 600)] * 3,
    "TPRO": [(20, 800), (20, 1200), (20, 1000)],
    "CAP1": [(10, 350)] * 3,
    "CAP2": [(15, 525)] * 3,
    "CAP1AN": [(15, 525)] * 3,
    "CAP3_2": [(15, 525)] * 3,
    "CAP3_3": [(15, 525)] * 3,
    "CS3": [None, (15, 1350), (15, 1350)],
    "CS4": [None, (20, 1800), (20, 1800)],
    "BMA1": [(15, 600)] * 3,
    "BMA2": [(20, 800)] * 3,
    "AMBITION3": [(15, 750)] * 3,
    "AMBITION4": [(20, 1000)] * 3,
    "1PRO_MASA": [(15, 900)] * 3,
    "TPRO_MASA": [(20, 800)] * 3,
}


@pytest.mark.parametrize("level", ALLOWANCE)
def test_allowance_per_day_and_yearly_cap(level: str) -> None:
    for year, expected in zip(YEARS, ALLOWANCE[level], strict=False):
        seen = value(year, "allocation_jour", level), value(year, "allocation_plafond", level)
        assert seen == (expected or (None, None)), year


def test_allowance_carried_into_2026_2027_is_to_be_confirmed() -> None:
    for level in LEVELS:
        dated = regulation("2026-2027").get("allocation_plafond", level)
        assert dated is not None
        assert dated.value == value("2025-2026", "allocation_plafond", level)
        assert dated.status == "to_confirm"
        assert "reconduits" in dated.note


def test_the_script_reproduces_the_allowance_rows() -> None:
    if not WAGES.is_dir():
        pytest.skip("the wage files lie outside the repository and are not here")
    script = make_regulation()
    ours = [row for row in script.read_table(TABLE) if row["cle"] in script.KEYS]
    assert ours == script.wage_rows(WAGES)


def test_the_majority_per_level_equals_the_fact_file() -> None:
    if not (WAGES.is_dir() and FACTS.exists()):
        pytest.skip("wage files and facts lie outside the repository and are not here")
    codes = {"2PRO": "2381", "1PRO": "2382", "TPRO": "2383", "CAP1": "2321", "CAP2": "2322"}
    with FACTS.open(encoding="utf-8", newline="") as lines:
        facts = {row["id"]: row["valeur"] for row in csv.DictReader(lines, delimiter=";")}
    by_fact = {"F033": "2PRO", "F034": "1PRO", "F037": "TPRO", "F038": "CAP1", "F039": "CAP2"}
    with (WAGES / "2025_2026.csv").open(encoding="utf-8", newline="") as lines:
        wages = list(csv.DictReader(lines))
    for fact, level in by_fact.items():
        amounts = Counter(
            (row["FORFAIT JOURNALIER"], row["PLAFOND MAX"])
            for row in wages
            if row["MEF_STAT_4"] == codes[level] and row["BOP"] == "MENJ"
        )
        rate, cap = amounts.most_common(1)[0][0]
        assert f"{rate} / {cap}" == facts[fact]
        assert value("2025-2026", "allocation_jour", level) == int(rate)
        assert value("2025-2026", "allocation_plafond", level) == int(cap)


def test_a_programme_that_differs_from_its_level_has_its_own_rows() -> None:
    assert value("2024-2025", "allocation_plafond", "1PRO_MER") == 450
    assert value("2024-2025", "allocation_plafond", "MEF:2472120432") == 600


def test_the_script_says_how_to_call_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = make_regulation()
    assert script.main([]) == 2
    assert "FOLDER" in capsys.readouterr().err
    assert script.main([str(tmp_path)]) == 2
    assert "no wage file" in capsys.readouterr().err


def test_the_script_leaves_the_other_rows_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = make_regulation()
    copy = tmp_path / "regulation.csv"
    copy.write_bytes(TABLE.read_bytes())
    monkeypatch.setattr(script, "TABLE", copy)
    monkeypatch.setattr(script.read_table, "__defaults__", (copy,))
    monkeypatch.setattr(script.write_table, "__defaults__", (copy,))
    wages = tmp_path / "wages"
    wages.mkdir()
    header = "MEF,MEF_STAT_11,MEF_STAT_4,DISPOSITIF_FORMATION,LIBELLE_LONG,BOP"
    (wages / "2025_2026.csv").write_text(
        f"{header},FORFAIT JOURNALIER,PLAFOND MAX\n1,2,2383,247,TLEPRO X,MENJ,20,999\n", "utf-8"
    )
    assert script.main([str(wages)]) == 0
    before = [r for r in script.read_table(TABLE) if r["cle"] not in script.KEYS]
    after = script.read_table(copy)
    assert [r for r in after if r["cle"] not in script.KEYS] == before
    caps = [r for r in after if r["cle"] == "allocation_plafond"]
    assert [(r["annee_scolaire"], r["valeur"], r["statut"]) for r in caps] == [
        ("2025-2026", "999", "confirme"),
        ("2026-2027", "999", "a_confirmer"),
    ]


# --- asking --------------------------------------------------------------------------------


@given(st.sampled_from(YEARS), st.sampled_from(LEVELS))
def test_rows_of_a_level_are_what_get_answers_from(year: str, level: str) -> None:
    rules = regulation(year)
    rows = rules.rows(level)
    assert set(rows) <= set(rules.rows())
    for row in rows:
        if row.level == level:
            assert rules.get(row.key, level) == row.dated
        else:
            assert rules.get(row.key, level) is not None


def test_an_unknown_year_is_refused_in_words() -> None:
    with pytest.raises(UnknownYearError) as caught:
        regulation("2031-2032")
    assert caught.value.code == "no_regulation"
    assert "2025-2026" in str(caught.value)
    assert Translator("fr")("error-no-regulation", **caught.value.facts) == str(caught.value)
    with pytest.raises(UnknownYearError):
        target_hours("2031-2032", "TPRO")


def test_short_years_and_unknown_keys() -> None:
    assert regulation("2025-26") is regulation("2025-2026")
    assert regulation("2025-2026").get("no_such_key", "TPRO") is None


# --- a wrong table -------------------------------------------------------------------------

HEADER = ";".join(COLUMNS)
GOOD = "2030-2031;TPRO;semaines_cours;24;semaines;un texte;2026-11-21;confirme;"
WRONG_DATE = "2030-2031;;voeux_fin;mi-mars;date;un texte;2026-11-21;confirme;"


def read(tmp_path: Path, *rows: str) -> dict[str, Any]:
    path = tmp_path / "regulation.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    _regulations.cache_clear()
    return _regulations(path)


@pytest.mark.parametrize(
    ("bad", "column", "value_"),
    [
        (GOOD.replace(";24;", ";beaucoup;"), "valeur", "beaucoup"),
        (WRONG_DATE, "valeur", "mi-mars"),
        (GOOD.replace(";24;semaines;", ";peut-être;oui/non;"), "valeur", "peut-être"),
        (GOOD.replace("2030-2031", "2030"), "annee_scolaire", "2030"),
        (GOOD.replace(";un texte;", ";;"), "source", ""),
        (GOOD.replace(";semaines;", ";;"), "unite", ""),
        (GOOD.replace("2026-11-21", "21/11/2026"), "lu_le", "21/11/2026"),
        (GOOD.replace(";confirme;", ";sûr;"), "statut", "sûr"),
        (GOOD.replace("semaines_cours", ""), "cle", ""),
        (GOOD, "cle", "semaines_cours"),
    ],
)
def test_a_malformed_row_is_named(tmp_path: Path, bad: str, column: str, value_: str) -> None:
    with pytest.raises(TableError) as caught:
        read(tmp_path, GOOD, bad)
    facts = caught.value.facts
    assert (facts["file"], facts["row"], facts["column"]) == ("regulation.csv", "3", column)
    assert facts["value"] == value_
    assert f"regulation.csv, ligne 3, colonne « {column} »" in str(caught.value)
    assert Translator("fr")("error-table-row", **facts) == str(caught.value)


def test_a_row_with_a_cell_too_few_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r"ligne 2.*9 colonnes \(il y en a 8\)"):
        read(tmp_path, GOOD.rsplit(";", 1)[0])


def test_a_new_year_is_a_new_set_of_rows(tmp_path: Path) -> None:
    rules = read(tmp_path, GOOD)["2030-2031"]
    expected = Dated(24, "semaines", "un texte", date(2026, 11, 21), "confirmed")
    assert rules.get("semaines_cours", "TPRO") == expected
