"""`jalons cohorts fit` and `backtest`: ratios with their weights, forecasts with honest bands."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner, Result

from headcount_files import OFFICIAL, RATIOS, needs_official, planted, write_counts
from jalons.cli import app
from jalons.cohorts.backtest import backtest, errors
from jalons.cohorts.fit import Prior, blend, fit
from jalons.cohorts.grain import Grain
from jalons.cohorts.panel import FEEDER, LEVELS, panel_of
from jalons.cohorts.shrinkage import excess_variance, noise_law, shrink
from jalons.data.headcounts import SchoolCounts


def jalons(*args: object, lang: str = "fr") -> Result:
    result = CliRunner().invoke(
        app, ["cohorts", *map(str, args)], env={"JALONS_LANG": lang, "COLUMNS": "200"}
    )
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_counts(tmp_path_factory.mktemp("effectifs") / "f.csv", planted(7))


# --- what the moments find ---------------------------------------------------------------------


def test_the_variance_beyond_chance_is_found() -> None:
    random = np.random.default_rng(0)
    size = random.uniform(20, 200, 4000)
    residuals = np.sqrt(0.03**2 + 0.4 / size) * random.standard_normal(4000)
    assert excess_variance(residuals, 0.4 / size) == pytest.approx(0.03**2, rel=0.25)
    assert excess_variance(0.1 * residuals, 0.4 / size) == 0.0
    passing, chance = noise_law(residuals, size)
    assert chance == pytest.approx(0.4, abs=0.1)
    assert passing == pytest.approx(0.03**2, abs=0.0005)


def test_what_lasts_is_told_from_what_passes() -> None:
    """Two pairs of years: places that differ for good get weight, passing noise gets none."""
    random = np.random.default_rng(1)
    places, size = 800, np.full((800, 2), 60.0)
    noise = np.sqrt(0.4 / size) * random.standard_normal(size.shape)
    alone = np.arange(places)
    for lasting in (0.0, 0.1):
        effect = lasting * random.standard_normal((places, 1))
        found = shrink(effect + noise, size, alone)
        truth = lasting**2 / (lasting**2 + 0.4 / 60 / 2)
        assert float(np.mean(found.own)) == pytest.approx(truth, abs=0.12)


@given(
    y=st.lists(st.floats(-2, 2), min_size=1, max_size=12),
    size=st.floats(1, 5000),
    academies=st.integers(1, 4),
)
@settings(max_examples=60, deadline=None)
def test_shrinking_never_goes_past_the_own_figure(
    y: list[float], size: float, academies: int
) -> None:
    values = np.array(y)[:, None]
    numbers = np.arange(len(y)) % academies
    found = shrink(values, np.full_like(values, size), numbers)
    low, high = min(0.0, values.min()), max(0.0, values.max())
    assert np.all(found.effect >= low - 1e-9)
    assert np.all(found.effect <= high + 1e-9)
    weights = found.own + found.academy
    assert np.all((found.own >= 0) & (found.academy >= 0) & (weights <= 1 + 1e-9))
    assert np.all(found.variance >= 0)


# --- fit ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("grain", list(Grain))
def test_the_planted_ratios_are_found(grain: Grain) -> None:
    fitted = fit(panel_of(planted(3, years=4, nation=0.0), grain))
    for level, truth in RATIOS.items():
        # exp of normal deviations: their mean is a little above 1.
        assert fitted.priors[level].ratio == pytest.approx(truth, rel=0.02)
    for ratio in fitted.ratios:
        weights = ratio.weight_own + ratio.weight_academie + ratio.weight_france
        assert weights == pytest.approx(1.0)
        assert ratio.p05 < ratio.ratio < ratio.p95


def test_the_mixed_ratio_is_nearer_the_truth_than_the_own_one() -> None:
    """The point of shrinking, on schools whose lasting ratio is known by a long history."""
    rows = planted(5, years=12, nation=0.0)
    short = fit(panel_of([row for row in rows if row.year <= 2021], Grain.ETABLISSEMENT))
    long = {
        (r.place, r.level): r.own_ratio
        for r in fit(panel_of([r for r in rows if r.year > 2021], Grain.ETABLISSEMENT)).ratios
    }
    told = [r for r in short.ratios if r.own_ratio is not None]
    own = np.mean([abs((r.own_ratio or 0) - (long[r.place, r.level] or 0)) for r in told])
    mixed = np.mean([abs(r.ratio - (long[r.place, r.level] or 0)) for r in told])
    assert mixed < 0.8 * own


def test_large_places_weigh_more() -> None:
    rows = planted(9)
    small, large = rows[0].school, "99LARGE"
    big = [replace(r, school=large, counts=tuple(9 * c for c in r.counts)) for r in rows[::600]]
    fitted = fit(panel_of([*rows, *big], Grain.ETABLISSEMENT))
    weight = {(r.place, r.level): r.weight_own for r in fitted.ratios}
    assert all(weight[large, level] > weight[small, level] for level in FEEDER)


def test_a_place_with_nobody_gets_no_ratio_of_its_own() -> None:
    rows = planted(2)
    empty = [SchoolCounts(year, "A00", "VIDE", (0, 0, 0, 0, 0)) for year in (2019, 2020, 2021)]
    caponly = [SchoolCounts(year, "A00", "CAP", (0, 0, 0, 12, 0)) for year in (2019, 2020, 2021)]
    fitted = fit(panel_of([*rows, *empty, *caponly], Grain.ETABLISSEMENT))
    assert not [r for r in fitted.ratios if r.place == "VIDE"]
    (one,) = [r for r in fitted.ratios if r.place == "CAP"]
    assert (one.level, one.own_ratio, one.weight_own) == ("CAP2", 0.0, 0.0)


def test_own_counts_are_blended_as_the_file_s_would_be() -> None:
    """The page's function and the fit give a school the same ratio and weights."""
    rows = planted(4, years=3)
    schools = panel_of(rows, Grain.ETABLISSEMENT)
    fitted = fit(schools)
    place = schools.places[17]
    counts = schools.counts[17]
    for level, feeder in FEEDER.items():
        (inside,) = [r for r in fitted.ratios if (r.place, r.level) == (place, level)]
        own = [
            (int(counts[k, LEVELS.index(feeder)]), int(counts[k + 1, LEVELS.index(level)]))
            for k in range(2)
        ]
        alone = blend(fitted.priors[level], own)
        assert alone.weight_own == pytest.approx(inside.weight_own, abs=0.02)
        assert alone.own_ratio == inside.own_ratio


@given(
    own=st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 3000)), max_size=6),
    lasting=st.floats(0, 0.05),
)
def test_a_blend_lies_between_what_it_blends(own: list[tuple[int, int]], lasting: float) -> None:
    prior = Prior("TPRO", 0.9, unsure=0.0003, lasting=lasting, passing=0.001, chance=0.4)
    one = blend(prior, own)
    seen = [(came + 0.5) / (0.9 * left + 0.5) * 0.9 for left, came in own if left and came]
    assert min([0.9, *seen]) - 1e-9 <= one.ratio <= max([0.9, *seen]) + 1e-9
    assert 0 <= one.weight_own < 1
    assert one.weight_own + one.weight_academie + one.weight_france == pytest.approx(1.0)
    more = blend(prior, [*own, (500, 450)])
    assert more.weight_own >= one.weight_own


# --- backtest ----------------------------------------------------------------------------------


def test_the_target_is_never_looked_at(file: Path, tmp_path: Path) -> None:
    """Same forecast, bands included, with and without the target, rows in any order."""
    rows = planted(7)
    without = write_counts(tmp_path / "g.csv", [row for row in rows if row.year < 2021])
    shuffled = write_counts(tmp_path / "h.csv", sorted(rows, key=lambda row: row.counts))
    wanted = ("--train", "2019,2020", "--target", "2021", "--json")
    first, second, third = (
        json.loads(jalons("backtest", path, *wanted).stdout) for path in (file, without, shuffled)
    )
    assert first == third
    assert all(row["observed"] is None for row in second["rows"])
    assert second["errors"]["model"] == {"n": 0, "mae": None, "mape": None, "coverage": None}
    for row in first["rows"] + second["rows"]:
        row.pop("observed")
    assert first["rows"] == second["rows"]


def test_rows_are_the_contract(file: Path) -> None:
    result = jalons("backtest", file, "--train", "2019,2020", "--target", "2021", "--json")
    told = json.loads(result.stdout)
    assert list(told["rows"][0]) == [
        "academie", "level", "predicted", "p05", "p95", "observed",
    ]  # fmt: skip
    assert {row["level"] for row in told["rows"]} == set(LEVELS)
    assert set(told["errors"]) == {"model", "last_figure", "last_ratio"}
    assert all(row["p05"] <= row["predicted"] <= row["p95"] for row in told["rows"])


def test_errors_are_those_of_the_rows(file: Path) -> None:
    result = jalons("backtest", file, "--train", "2019,2020", "--target", "2021", "--json")
    told = json.loads(result.stdout)
    missed = [abs(row["predicted"] - row["observed"]) for row in told["rows"]]
    relative = [m / row["observed"] for m, row in zip(missed, told["rows"], strict=True)]
    within = [row["p05"] <= row["observed"] <= row["p95"] for row in told["rows"]]
    model = told["errors"]["model"]
    assert model["mae"] == pytest.approx(np.mean(missed), abs=0.1)
    assert model["mape"] == pytest.approx(np.mean(relative), abs=1e-4)
    assert model["coverage"] == np.mean(within)


def test_gaps_in_the_file_are_borne() -> None:
    """Schools and academies that come and go, levels without anybody."""
    rows = planted(11)
    opened = [row for row in rows if row.academie != "A01" or row.year > 2019]
    closed = [row for row in opened if row.academie != "A02" or row.year < 2020]
    emptied = [
        replace(row, counts=(0, *row.counts[1:3], 0, 0)) if row.academie == "A03" else row
        for row in closed
    ]
    for grain in Grain:
        known = panel_of([row for row in emptied if row.year < 2021], grain)
        truth = panel_of([row for row in emptied if row.year == 2021], grain)
        test = backtest(known, 2021, truth)
        numbers = [(row.predicted, row.p05, row.p95) for row in test.rows]
        assert np.all(np.isfinite(numbers))
        assert np.all(np.array(numbers) >= 0)
        if grain is Grain.ACADEMIE:
            assert test.untold == ("A02",)
            assert {row.place for row in test.rows} == {f"A{i:02}" for i in range(20)} - {"A02"}


def test_further_ahead_is_less_sure() -> None:
    known = panel_of([row for row in planted(6) if row.year < 2021], Grain.ACADEMIE)
    widths = []
    for target in (2021, 2023):
        rows = backtest(known, target).rows
        widths.append(np.mean([(row.p95 - row.p05) / row.predicted for row in rows]))
    assert widths[1] > 1.2 * widths[0]


def test_one_school_alone_still_gets_a_forecast() -> None:
    rows = [row for row in planted(6) if row.school == "000000X"]
    known = panel_of([row for row in rows if row.year < 2021], Grain.ETABLISSEMENT)
    assert len(backtest(known, 2021).rows) == len(LEVELS)


@needs_official
def test_the_official_file_is_forecast_better_than_naively() -> None:
    wanted = ("--train", "2019,2020", "--target", "2021", "--json")
    for grain, covered in (("academie", 0.85), ("etablissement", 0.87)):
        told = json.loads(jalons("backtest", OFFICIAL, *wanted, "--by", grain).stdout)["errors"]
        for naive in ("last_figure", "last_ratio"):
            assert told["model"]["mae"] < 0.85 * told[naive]["mae"]
            assert told["model"]["mape"] < 0.8 * told[naive]["mape"]
        assert covered <= told["model"]["coverage"] <= 0.95
        if grain == "academie":  # what README tells
            mapes = [round(100 * told[name]["mape"], 1) for name in told]
            assert [*mapes, round(100 * told["model"]["coverage"])] == [3.8, 5.4, 6.6, 92]


@pytest.mark.slow
@pytest.mark.parametrize("grain", [Grain.ACADEMIE, Grain.ETABLISSEMENT])
@pytest.mark.parametrize("years", [2, 4])
def test_the_bands_hold_what_they_promise(grain: Grain, years: int) -> None:
    """Over planted files nine counts in ten fall into the band."""
    within: list[float] = []
    for seed in range(40):
        rows = planted(100 + seed, years=years + 1, academies=25, schools=12)
        last = 2019 + years
        known = panel_of([row for row in rows if row.year < last], grain)
        truth = panel_of([row for row in rows if row.year == last], grain)
        found = errors(backtest(known, last, truth).rows)["model"].coverage
        assert found is not None
        within.append(found)
    assert 0.84 <= float(np.mean(within)) <= 0.96


# --- the command -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--train", "2019", "--target", "2021"), "au moins deux rentrées qui se suivent"),
        (("--train", "2019,2021", "--target", "2022"), "au moins deux rentrées qui se suivent"),
        (("--train", "deux mille", "--target", "2021"), "« deux mille »"),
        (("--train", "2017,2018", "--target", "2021"), "n'a pas la rentrée 2017"),
        (("--train", "2019,2020", "--target", "2020"), "doit venir après 2020"),
        (("--train", "2019,2020", "--target", "2500"), "au plus tard en 2030"),
    ],
)
def test_years_that_cannot_be(file: Path, options: tuple[str, ...], words: str) -> None:
    result = jalons("backtest", file, *options, "--json")
    assert result.exit_code == 2
    assert words in result.stderr
    assert words in json.loads(result.stdout)["errors"][0]["message"]


def test_a_fit_is_written_as_a_table_and_as_a_scenario(file: Path, tmp_path: Path) -> None:
    table = tmp_path / "taux.csv"
    assert jalons("fit", file, "-o", table).exit_code == 0
    rows = list(csv.DictReader(table.open(encoding="utf-8"), delimiter=";"))
    assert len(rows) == 20 * 3
    assert sum(float(rows[0][f"weight_{key}"]) for key in ("own", "academie", "france")) == (
        pytest.approx(1, abs=0.001)
    )
    scenario = tmp_path / "a00.yaml"
    assert jalons("fit", file, "--place", "a00", "-o", scenario).exit_code == 0
    read = yaml.safe_load(scenario.read_text(encoding="utf-8"))
    assert read["kind"] == "progression-ratios"
    assert read["initial"].keys() == set(LEVELS)
    assert read["transitions"]["2PRO"]["1PRO"] == float(rows[0]["ratio"])


def test_a_fit_asked_wrongly(file: Path, tmp_path: Path) -> None:
    for options, words in (
        (("--place", "PARYS"), "« PARYS » n'est pas dans"),
        (("-o", tmp_path / "a.yaml"), "un seul lieu"),
        (("-o", tmp_path / "a.docx"), ".json, .csv (tableau) ou .yaml"),
        (("-o", tmp_path / "rien" / "a.csv"), "n'existe pas"),
    ):
        result = jalons("fit", file, *options)
        assert result.exit_code == 2
        assert words in result.stderr


def test_a_fit_needs_two_septembers(tmp_path: Path) -> None:
    rows = [row for row in planted(1) if row.year != 2020]
    result = jalons("fit", write_counts(tmp_path / "f.csv", rows))
    assert result.exit_code == 2
    assert "Il en faut au moins deux qui se suivent" in result.stderr


def test_the_tables_at_the_terminal(file: Path) -> None:
    shown = jalons("backtest", file, "--train", "2019,2020", "--target", "2021").stdout
    assert "chiffre de l'an dernier" in shown
    assert "%" in shown
    english = jalons("fit", file, "--grain", "france", lang="en").stdout
    assert "own figures / academy / France" in english
