"""The allowance for company placements: what each period gives, and files that are wrong."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from typer.testing import CliRunner

from jalons.cli import app
from jalons.i18n import Translator
from jalons.schoolyear.regulation import regulation
from jalons.support.allowance import Period, allowances, levels_paid, rate_of, totals
from jalons.support.allowance_file import placements_of, to_json

HEADER = "eleve;annee_scolaire;niveau;jours;valide"


def run(folder: Path, *lines: str, header: str = HEADER) -> tuple[int, dict[str, object], str]:
    file = folder / "pfmp.csv"
    file.write_text("\n".join((header, *lines)), encoding="utf-8")
    result = CliRunner().invoke(app, ["allowance", str(file), "--json"])
    return result.exit_code, json.loads(result.stdout), result.stderr


def paid(*days: int, level: str = "TPRO", year: str = "2025-2026") -> list[int]:
    periods = [Period("E1", year, level, each, True) for each in days]
    return [grant.amount_eur for grant in allowances(periods)]


# --- the rule ---------------------------------------------------------------------------------


def test_days_times_the_daily_rate_up_to_the_cap_of_the_year() -> None:
    assert paid(20, 25, 10) == [400, 500, 100]  # terminale: 20 euros a day, 1,000 a year
    assert paid(15, 30, 5, level="1PRO") == [225, 375, 0]  # première: 15 and 600


def test_the_cap_is_that_of_each_year_and_pupil() -> None:
    periods = [
        Period("E1", "2024-2025", "1PRO", 45, True),
        Period("E1", "2025-2026", "TPRO", 45, True),
        Period("E2", "2024-2025", "1PRO", 10, True),
    ]
    assert [g.amount_eur for g in allowances(periods)] == [600, 900, 150]
    assert [(t.pupil, t.year, t.days, t.amount_eur) for t in totals(allowances(periods))] == [
        ("E1", "2024-2025", 45, 600),
        ("E1", "2025-2026", 45, 900),
        ("E2", "2024-2025", 10, 150),
    ]


def test_a_change_of_level_within_the_year_keeps_what_was_granted() -> None:
    periods = [
        Period("E1", "2025-2026", "CAP1", 30, True),
        Period("E1", "2025-2026", "2PRO", 20, True),
    ]
    assert [g.amount_eur for g in allowances(periods)] == [300, 0]
    # What counts against the cap is what was granted, and not what the days would have given.
    periods = [
        Period("E1", "2025-2026", "CAP1", 60, True),
        Period("E1", "2025-2026", "TPRO", 60, True),
    ]
    low, high = (grant.cap_eur for grant in allowances(periods))
    assert low < 600 < high
    assert [g.amount_eur for g in allowances(periods)] == [low, high - low]


def test_without_the_attestation_nothing_is_paid_and_nothing_is_used_up() -> None:
    periods = [
        Period("E1", "2025-2026", "TPRO", 50, False),
        Period("E1", "2025-2026", "TPRO", 50, True),
    ]
    grants = allowances(periods)
    assert [(g.amount_eur, g.code) for g in grants] == [(0, "not_attested"), (1000, "full")]


def test_one_programme_may_have_a_rate_of_its_own() -> None:
    rows = [r for r in regulation("2025-2026").rows() if (r.level or "").startswith("MEF:")]
    assert rows
    assert rate_of("2025-2026", rows[0].level or "") is not None
    assert all(not level.startswith("MEF:") for level in levels_paid("2025-2026"))


period = st.builds(
    Period,
    st.sampled_from(["E1", "E2"]),
    st.sampled_from(["2024-2025", "2025-2026"]),
    st.sampled_from(["2PRO", "1PRO", "TPRO", "CAP1", "CAP2"]),
    st.integers(0, 132),
    st.booleans(),
)


@given(st.lists(period, max_size=12))
def test_never_above_the_cap_and_nothing_without_attested_days(periods: list[Period]) -> None:
    grants = allowances(periods)
    assert [grant.period for grant in grants] == periods
    for grant in grants:
        assert 0 <= grant.amount_eur <= grant.period.days * grant.daily_eur
        assert grant.period.attested or grant.amount_eur == 0
    for total in totals(grants):
        caps = [
            g.cap_eur
            for g in grants
            if (g.period.pupil, g.period.year) == (total.pupil, total.year)
        ]
        assert total.amount_eur <= max(caps)


@given(st.lists(st.integers(0, 60), max_size=8), st.randoms())
def test_order_within_a_year_matters_only_through_the_cap(days: list[int], chance: object) -> None:
    shuffled = list(days)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sum(paid(*days)) == sum(paid(*shuffled)) == min(20 * sum(days), 1000)


# --- the file ---------------------------------------------------------------------------------


def test_rows_come_back_in_the_order_of_the_file_with_a_reason_each(tmp_path: Path) -> None:
    code, result, _ = run(
        tmp_path,
        "E2;2025-2026;TPRO;60;oui",
        "E1;2025-26;cap1;10;non",
        "E2;2025-2026;TPRO;5;OUI",
    )
    assert code == 0
    rows = result["rows"]
    assert [(r["eleve"], r["niveau"], r["amount_eur"]) for r in rows] == [  # type: ignore[index, attr-defined]
        ("E2", "TPRO", 1000),
        ("E1", "CAP1", 0),
        ("E2", "TPRO", 0),
    ]
    assert "attestation" in rows[1]["why"]  # type: ignore[index]
    assert result["totals"] == [
        {"eleve": "E2", "annee_scolaire": "2025-2026", "jours": 65, "amount_eur": 1000},
        {"eleve": "E1", "annee_scolaire": "2025-2026", "jours": 0, "amount_eur": 0},
    ]


def test_an_amount_of_a_year_to_confirm_says_so(tmp_path: Path) -> None:
    code, result, said = run(tmp_path, "E1;2026-2027;TPRO;5;oui")
    assert code == 0
    assert result["rows"][0]["status"] == "to_confirm"  # type: ignore[index]
    assert "2026-2027" in said


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("E1;2025-2026;TPRO;-1;oui", "jours"),
        ("E1;2025-2026;TPRO;400;oui", "jours"),
        ("E1;2025-2026;TPRO;dix;oui", "jours"),
        ("E1;2025-2026;TPRO;2,5;oui", "jours"),
        ("E1;2025-2026;TRPO;5;oui", "niveau"),
        ("E1;2019-2020;TPRO;5;oui", "annee_scolaire"),
        ("E1;2025;TPRO;5;oui", "annee_scolaire"),
        ("E1;2025-2026;TPRO;5;peut-être", "valide"),
        (";2025-2026;TPRO;5;oui", "eleve"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, line: str, column: str) -> None:
    code, result, said = run(tmp_path, "E1;2025-2026;TPRO;5;oui", line)
    assert code == 2
    (problem,) = result["errors"]  # type: ignore[misc]
    assert (problem["row"], problem["column"]) == (3, column)
    assert "ligne 3" in said
    assert "Traceback" not in said


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    code, result, _ = run(tmp_path, "E1;2025-2026;TRPO;5;oui", "E1;2025-2026;TPRO;-1;oui")
    assert code == 2
    assert [e["row"] for e in result["errors"]] == [2, 3]  # type: ignore[attr-defined, index]


def test_days_are_held_against_the_period_when_the_file_dates_it(tmp_path: Path) -> None:
    header = HEADER + ";debut;fin"
    right = "E1;2025-2026;TPRO;15;oui;2025-11-17;2025-12-05"
    assert run(tmp_path, right, header=header)[0] == 0
    for line in (
        right.replace(";15;", ";19;"),
        right.replace("2025-12-05", "2025-11-03"),
        right.replace("2025-11-17;2025-12-05", "2024-11-18;2024-12-06"),  # of another school year
    ):
        assert run(tmp_path, line, header=header)[0] == 2


@pytest.mark.parametrize(
    ("word", "euros"),
    [("OUI", 100), ("VRAI", 100), ("true", 100), ("1", 100), ("Non", 0), ("FAUX", 0), ("0", 0)],
)
def test_attested_is_read_as_spreadsheets_write_it(tmp_path: Path, word: str, euros: int) -> None:
    code, result, _ = run(tmp_path, f"E1;2025-2026;TPRO;5;{word}")
    assert (code, result["rows"][0]["amount_eur"]) == (0, euros)  # type: ignore[index]


def test_a_missing_column_or_file_is_a_sentence(tmp_path: Path) -> None:
    code, _, said = run(tmp_path, "E1;2025-2026;TPRO;5", header="eleve;annee_scolaire;niveau;jours")
    assert code == 2
    assert "valide" in said
    result = CliRunner().invoke(app, ["allowance", str(tmp_path / "absent.csv")])
    assert result.exit_code == 2
    assert "absent.csv" in result.stderr


def test_a_message_never_repeats_the_name_of_a_pupil(tmp_path: Path) -> None:
    _, result, said = run(tmp_path, f"{'Zoé Durand ' * 30};2025-2026;TPRO;-5;oui")
    assert "Durand" not in said
    assert "Durand" not in json.dumps(result)


def test_a_workbook_reads_the_same() -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "PFMP"
    for row in (HEADER.split(";"), ["E1", "2025-2026", "TPRO", 5, "oui"]):
        sheet.append(row)
    out = BytesIO()
    book.save(out)
    periods, notices = placements_of("pfmp.xlsx", out.getvalue())
    assert periods == (Period("E1", "2025-2026", "TPRO", 5, True),)
    assert notices == ()
    for lang in ("fr", "en"):
        row = to_json(allowances(periods), Translator(lang))["rows"][0]
        assert "100" in row["why"]
