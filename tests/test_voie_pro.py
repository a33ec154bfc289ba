"""The model ``voie-pro``: every rate has a source, the two denominators stay apart, it fits."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from headcount_files import OFFICIAL, SHARED, needs_official
from jalons.cli import app
from jalons.cohorts import rules
from jalons.cohorts.catalogue import MODELS, load_model
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Model, Period, Scenario
from jalons.cohorts.fit import blend
from jalons.cohorts.indicator_table import load_indicators
from jalons.cohorts.local import (
    FRANCE,
    academies,
    academy_heads,
    academy_ratios,
    local_model,
    school_priors,
)
from jalons.cohorts.panel import FEEDER, LEVELS
from jalons.cohorts.project import project
from jalons.cohorts.references import FILE as REFERENCES
from jalons.cohorts.references import references
from jalons.cohorts.voie_pro import CHECKED, FINAL, RATES, STATES, STOCKS, load_voie_pro, misses
from jalons.i18n import LANGUAGES, Translator
from jalons.problems import InputError
from jalons.resources import DATASETS


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def scenario(model: Model, horizon: int = 4) -> Scenario:
    return Scenario(
        name=model.name,
        start_year=model.start_year,
        horizon=horizon,
        states=model.states,
        initial=model.initial,
        periods=(Period(model.start_year, model.rows),),
        entries=tuple(replace(e, heads=e.heads * horizon) for e in model.entries),
    )


# --- the tables --------------------------------------------------------------------------------


def test_every_rate_says_where_it_is_from() -> None:
    for row in rows(RATES):
        assert row["state"] in STATES
        assert row["to"] in STATES
        assert 0 < float(row["value"]) <= 1
        assert row["confidence"] in "ABCD"
        assert row["denominator"] == ("leaver" if row["months"] else "pupil")
        assert row["source"]
        if row["confidence"] == "D":
            assert row["source"].startswith("hypothèse")
            assert row["method"] in ("hypothese", "solde")
            assert row["note"]
        else:
            assert row["method"] in ("publie", "calcule", "solde")
            assert row["year"][:2] == "20"
    for row in rows(STOCKS):
        assert int(row["heads"]) > 0
        assert row["source"]
        assert (row["method"] == "hypothese") == (row["confidence"] == "D")


@pytest.mark.skipif(not (SHARED / "facts.csv").exists(), reason="the official figures are not here")
def test_the_tables_are_what_the_script_makes(tmp_path: Path) -> None:
    for name in ("make_voie_pro.py", "make_references.py", "voie_pro_figures.py"):
        (tmp_path / name).write_bytes((DATASETS / name).read_bytes())
    for name in ("make_voie_pro.py", "make_references.py"):
        subprocess.run([sys.executable, tmp_path / name, SHARED], check=True)
    for table in (RATES, STOCKS, REFERENCES):
        assert (tmp_path / "models" / table.name).read_text() == table.read_text()


def test_what_no_flow_gives_has_a_published_figure_where_there_is_one() -> None:
    unavailable = load_indicators().unavailable
    told = {row["indicator"] for row in rows(REFERENCES)}
    assert told <= set(unavailable)
    for indicator in told:
        for reference in references(indicator):
            assert 0 <= reference.value <= 1
            assert reference.n is None or reference.n >= 20
            assert reference.source
    lengths = references("cap_in_one_two_three_years")
    assert [reference.part for reference in lengths] == ["1", "2", "3"]
    assert sum(reference.value for reference in lengths) == pytest.approx(1, abs=2e-4)
    assert references("satisfaction") == ()


# --- the model ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MODELS)
def test_a_model_is_a_scenario_that_keeps_to_the_rules(name: str) -> None:
    model = load_model(name)
    assert not rules.check(scenario(model))
    assert {row.state for row in model.rows} == set(STATES)
    for row in model.rows:
        assert sum(row.shares.values()) == pytest.approx(1)
        assert (row.pupils_n is None) == (row.state in FINAL)


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(InputError, match="voie-pro-24-mois"):
        load_model("voie-por")


def test_still_studying_is_per_pupil_and_employed_per_leaver() -> None:
    """The published figures come out of the flows, each over its own denominator."""
    published = {"CAP2": (0.509, 0.29), "TPRO": (0.55, 0.45), "BTS2": (0.44, 0.62)}
    model = load_model("voie-pro")
    flows = project(compile_scenario(scenario(model))).flows[0]
    at = {state: i for i, state in enumerate(model.states)}
    for state, (studying, employed) in published.items():
        out = flows[at[state]]
        gone = out[at["employed"]] + out[at["neither"]]
        assert 1 - gone / out.sum() == pytest.approx(studying)
        assert out[at["employed"]] / gone == pytest.approx(employed)


def test_employment_grows_with_the_months_and_studying_does_not_change() -> None:
    shares = []
    for months in (6, 12, 24):
        row = next(row for row in load_voie_pro(months).rows if row.state == "TPRO")
        shares.append(row.leavers["employed"])
        assert row.pupils == load_voie_pro().rows[STATES.index("TPRO")].pupils
    assert shares == [0.45, 0.47, 0.59]
    with pytest.raises(ValueError, match="18"):
        load_voie_pro(18)


def test_the_observed_stocks_come_out() -> None:
    """Within 2.3 % for the years it was fitted on; 2022, never seen, within 5.1 %."""
    found = misses()
    assert {(miss.year, miss.state) for miss in found} == {
        (year, state) for year in (2020, 2021, 2022) for state in CHECKED
    }
    for miss in found:
        if miss.given:
            assert miss.modelled == pytest.approx(miss.observed, abs=2)
        else:
            assert abs(miss.share) < (0.023 if miss.fitted else 0.051)
    for level in ("1PRO", "TPRO", "CAP2"):
        both = [miss.share for miss in found if miss.state == level and miss.fitted]
        assert abs(np.mean(both)) < 0.005


# --- academies and schools ---------------------------------------------------------------------


def test_every_academy_has_a_model() -> None:
    assert len(academies()) == 34
    for academie in academies():
        heads = academy_heads(academie)
        assert set(heads) == set(LEVELS)
        local = local_model(load_model("voie-pro"), academy_ratios(academie), heads, academie, 2021)
        assert not rules.check(scenario(local))


def test_an_academy_meets_its_ratios_without_inventing_who_leaves_early() -> None:
    model, left = load_model("voie-pro"), "left_without_diploma"
    nation, national = {row.state: row for row in model.rows}, academy_ratios(FRANCE)
    for academie in academies():
        heads, ratios = academy_heads(academie), academy_ratios(academie)
        local = local_model(model, ratios, heads, academie, 2021)
        rows = {row.state: row for row in local.rows}
        plain = local_model(model, {}, heads, academie, 2021)
        entries, before = (
            {entry.state: entry.heads[0] for entry in place.entries} for place in (local, plain)
        )
        for level, feeder in FEEDER.items():
            row, known = rows[feeder].pupils, nation[feeder].pupils
            assert sum(row.values()) == pytest.approx(1)
            assert 0.5 * known[left] - 1e-9 <= row[left] <= 2.1 * known[left], academie
            out = {to for to in known if to not in LEVELS}
            assert len({round(row[to] / known[to], 9) for to in out}) == 1
            assert all(row[to] == known[to] for to in known if to not in {*out, level})
            # Whoever does not come up from the level below comes from elsewhere.
            asked = known[level] * ratios[level].ratio / national[level].ratio
            came = entries.get(level, 0) - before.get(level, 0)
            assert heads[feeder] * row[level] + came == pytest.approx(
                heads[feeder] * asked, abs=0.51
            )


def test_france_as_a_place_is_france() -> None:
    model = load_model("voie-pro")
    heads = {stock.state: stock.heads for stock in model.initial if stock.state in LEVELS}
    same = local_model(model, academy_ratios(FRANCE), heads, model.name, model.start_year)
    for one, other in zip(same.rows, model.rows, strict=True):
        assert one.shares == pytest.approx(other.shares)
    assert same.initial == model.initial
    national = {entry.state: entry.heads[0] for entry in model.entries}
    for entry in same.entries:
        assert entry.heads[0] == pytest.approx(national[entry.state], rel=0.01, abs=1)


def test_a_higher_ratio_keeps_more_pupils_and_then_brings_some_in() -> None:
    model, heads = (
        load_model("voie-pro"),
        {"2PRO": 60, "1PRO": 60, "TPRO": 55, "CAP1": 24, "CAP2": 20},
    )
    national = academy_ratios(FRANCE)
    entries = {}
    reached = {}
    for factor in (0.9, 1.0, 1.02, 1.3):
        raised = {"1PRO": replace(national["1PRO"], ratio=factor * national["1PRO"].ratio)}
        local = local_model(model, raised, heads, "LP", 2021)
        row = local.rows[STATES.index("2PRO")]
        assert sum(row.pupils.values()) == pytest.approx(1)
        reached[factor] = row.pupils["1PRO"]
        entries[factor] = {e.state: e.heads[0] for e in local.entries}["1PRO"]
    assert reached[0.9] < reached[1.0] < reached[1.02] < reached[1.3]
    assert entries[0.9] == entries[1.0] == entries[1.02] < entries[1.3]


def test_a_school_s_own_counts_are_weighed_beside_its_academy() -> None:
    prior, lyon = school_priors()["TPRO"], academy_ratios("LYON")["TPRO"]
    alone = blend(prior, [], lyon)
    assert alone.ratio == pytest.approx(lyon.ratio)
    assert (alone.weight_own, alone.weight_academie) == (0, lyon.weight_own)
    one, two = blend(prior, [(60, 45)], lyon), blend(prior, [(60, 45), (60, 45)], lyon)
    assert lyon.ratio > one.ratio > two.ratio > 0.75
    assert 0 < one.weight_own < two.weight_own < 1


@needs_official
def test_the_tables_of_academies_are_what_the_fit_gives() -> None:
    told = CliRunner().invoke(app, ["cohorts", "fit", str(OFFICIAL), "--json"])
    for ratio in json.loads(told.stdout)["ratios"]:
        table = academy_ratios(ratio["academie"])[ratio["to"]]
        assert table.ratio == pytest.approx(ratio["ratio"], abs=1e-4)
        assert table.weight_own == pytest.approx(ratio["weights"]["own"], abs=1e-4)


# --- the command -------------------------------------------------------------------------------


def test_the_command_shows_rates_sources_and_misses() -> None:
    result = CliRunner().invoke(app, ["cohorts", "model"])
    assert result.exit_code == 0
    assert "DEPP 23.53" in result.stdout
    assert "année jamais vue" in result.stdout
    told = json.loads(CliRunner().invoke(app, ["cohorts", "model", "--json"]).stdout)
    assert {"state", "to", "value", "denominator", "source", "year"} <= set(told["rates"][0])
    assert CliRunner().invoke(app, ["cohorts", "model", "rien"]).exit_code == 2


def test_states_have_names() -> None:
    for lang in LANGUAGES:
        assert all(Translator(lang).has(f"cohorts-state-{state}") for state in STATES)
