"""From a file to its result: the JSON contract, the command, the cluster, indicators."""

from __future__ import annotations

import csv
import importlib.util
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from chains import CONSOLIDATION, THREE_STATES, reference, scenario
from jalons import cli
from jalons.cohorts.catalogue import load_model
from jalons.cohorts.cluster import ClusterError, dask_mapper
from jalons.cohorts.codec import to_json
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Entry
from jalons.cohorts.indicator_table import load_indicators
from jalons.cohorts.indicators import ENTRANTS, Counted, Indicator, IndicatorTable
from jalons.cohorts.lever_table import load_levers
from jalons.cohorts.outcome import compare, run
from jalons.cohorts.scenario import scenario_from
from jalons.cohorts.simulate import simulate
from jalons.cohorts.sweep import grid, sweep
from jalons.i18n import Translator
from jalons.resources import DATASETS

BTS1 = Counted(("BTS1",), ("*",))
SECOND_YEAR = Indicator("x", Counted(("BTS1",), ("BTS2",)), BTS1, "pupil", "s")
INTO_1PRO = Counted(("CAP2", "2PRO", ENTRANTS), ("1PRO",))
NEWCOMERS = Indicator("y", Counted(("CAP2",), ("1PRO",)), INTO_1PRO, "entrant", "")


def command(tmp_path: Path, text: str, *options: str):
    path = tmp_path / "s.yaml"
    path.write_text(text, "utf-8")
    return CliRunner().invoke(cli.app, ["cohorts", "run", str(path), *options])


def test_the_result_keeps_to_the_contract(tmp_path: Path) -> None:
    answer = command(tmp_path, THREE_STATES, "--json")
    assert answer.exit_code == 0
    result = json.loads(answer.stdout)
    assert result["years"] == [2022, 2023, 2024, 2025]
    assert result["states"] == ["A", "B", "out"]
    # A: 100, then 10 stay and 50 enter, then 6 stay, 12 come back from B, 50 enter.
    assert result["expected"][1] == pytest.approx([60, 60, 30])
    assert result["expected"][2] == pytest.approx([68, 36, 30 + 18 + 48])
    for name in ("p05", "p50", "p95"):
        assert np.array(result[name]).shape == (4, 3)
        for alone in ("sampling", "parameters"):
            assert np.array(result[alone][name]).shape == (4, 3)
    flow = next(f for f in result["flows"] if (f["year"], f["from"], f["to"]) == (2022, "A", "B"))
    assert flow["expected"] == pytest.approx(60)
    assert flow["p05"] < 60 < flow["p95"]
    assert result["absorption"]["A"] == {"out": pytest.approx(1)}
    # y_A = 1 + 0.1 y_A + 0.6 y_B and y_B = 1 + 0.2 y_A.
    y_a = 1.6 / 0.78
    assert result["expected_years"] == pytest.approx({"A": y_a, "B": 1 + 0.2 * y_a, "out": 0})
    assert result["indicators"] == {}
    assert result["not_available"]["satisfaction"]["message"]
    # No head-counts behind the rows: known rates, and that is said.
    assert result["parameters"]["p05"] == result["parameters"]["p95"]
    assert [notice["code"] for notice in result["notices"]] == ["no_sample_sizes"]


def test_the_command_writes_and_repeats_itself(tmp_path: Path) -> None:
    out = tmp_path / "r.json"
    first = command(tmp_path, THREE_STATES, "-o", str(out), "--draws", "50", "--seed", "3")
    assert first.exit_code == 0
    assert "trois états" in first.stdout
    again = command(tmp_path, THREE_STATES, "--json", "--draws", "50", "--seed", "3")
    assert json.loads(again.stdout) == json.loads(out.read_text("utf-8"))
    other = command(tmp_path, THREE_STATES, "--json", "--draws", "50", "--seed", "4")
    assert json.loads(other.stdout)["p05"] != json.loads(again.stdout)["p05"]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (THREE_STATES.replace("out: 0.3}", "out: 0.31}"), []),
        ("name: [", []),
        (THREE_STATES, ["--draws", "0"]),
        (THREE_STATES, ["--draws", "1000000"]),
        (THREE_STATES, ["--seed", "-1"]),
        (THREE_STATES, ["--address", "tcp://127.0.0.1:1"]),
        (THREE_STATES, ["-o", "/nowhere/at/all.json"]),
        ("model: grand\nstart_year: 2022\nhorizon: 3", []),
    ],
)
def test_wrong_input_is_a_sentence_and_code_2(
    tmp_path: Path, text: str, options: list[str]
) -> None:
    answer = command(tmp_path, text, *options)
    assert answer.exit_code == 2
    assert answer.stderr.strip().endswith((".", ")"))
    assert "Traceback" not in answer.output
    as_json = command(tmp_path, text, "--json", *options)
    assert as_json.exit_code == 2
    assert json.loads(as_json.stdout)["errors"][0]["message"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    answer = CliRunner().invoke(cli.app, ["cohorts", "run", str(tmp_path / "rien.yaml")])
    assert answer.exit_code == 2
    assert "rien.yaml" in answer.stderr


def test_indicators_by_hand_and_their_intervals() -> None:
    s = replace(reference(6_500, n=300), draws=300)
    result = run(s, IndicatorTable((SECOND_YEAR, NEWCOMERS)))
    figure = result.indicators["x"]
    assert figure.value == pytest.approx(0.58, abs=0.01)
    assert figure.p05 < figure.value < figure.p95
    assert (figure.unit, figure.source, figure.year) == ("share", "s", 2031)
    assert len(result.indicators_by_year["x"]) == 10
    flows = {(f.year, f.source, f.target): f.expected for f in result.flows}
    cap, second = flows[2031, "CAP2", "1PRO"], flows[2031, "2PRO", "1PRO"]
    assert result.indicators["y"].value == pytest.approx(cap / (cap + second))


def test_entrants_are_counted_as_coming_from_outside() -> None:
    s = scenario(
        {"A": {"B": 0.5, "out": 0.5}, "B": {"out": 1.0}, "out": {"out": 1.0}},
        {"A": 100},
        horizon=1,
        entries=(Entry("B", (150,)),),
    )
    share = Indicator("z", Counted(("A",), ("B",)), Counted(("A", ENTRANTS), ("B",)), "entrant", "")
    assert run(s, IndicatorTable((share,))).indicators["z"].value == pytest.approx(50 / 200)


def test_an_indicator_of_nobody_has_no_value() -> None:
    s = scenario(
        {"A": {"out": 1.0}, "B": {"out": 1.0}, "out": {"out": 1.0}}, {"A": 10}, horizon=1, draws=20
    )
    share = Indicator("z", Counted(("B",), ("out",)), Counted(("B",), ("*",)), "pupil", "")
    figure = run(s, IndicatorTable((share,))).indicators["z"]
    assert (figure.value, figure.p05, figure.p95) == (None, None, None)


def test_a_comparison_shows_the_lever() -> None:
    one = replace(reference(6_500), draws=200)
    found = compare(one, replace(one, levers=(CONSOLIDATION,)), [SECOND_YEAR])
    bts2 = one.states.index("BTS2")
    assert found.expected_difference[-1][bts2] > 0
    assert found.difference.p05[-1][bts2] <= found.difference.p95[-1][bts2]
    change = found.indicator_difference["x"]
    # 0.13 * 0.3 * 0.8 + 0.12 * 0.1 * 0.8 of a year 1 move up more, a little less in tilted groups.
    assert change.value == pytest.approx(0.0408, abs=0.004)
    assert found.second.indicators["x"].value - found.first.indicators["x"].value == pytest.approx(
        change.value
    )
    spread = found.second.indicators["x"].p95 - found.second.indicators["x"].p05
    assert change.p95 - change.p05 < spread


def test_the_json_has_words_in_both_languages() -> None:
    result = run(replace(reference(650), draws=20), load_indicators())
    french, english = (to_json(result, Translator(lang)) for lang in ("fr", "en"))
    assert french["not_available"].keys() == english["not_available"].keys()
    assert json.dumps(french)


def test_every_indicator_and_lever_has_a_name_a_source_and_its_texts() -> None:
    table = load_indicators()
    for lang in ("fr", "en"):
        t = Translator(lang)
        listed = [*table.indicators, *table.coverages]
        for name in [*(i.id for i in listed), *table.unavailable]:
            assert t.has(f"cohorts-indicator-{name.replace('_', '-')}"), name
        for name in load_levers():
            assert t.has(f"cohorts-lever-{name.replace('_', '-')}"), name
            assert t.has(f"cohorts-lever-{name.replace('_', '-')}-text"), name
        for reason in table.unavailable.values():
            assert t.has(f"cohorts-unavailable-{reason.replace('_', '-')}"), reason
    for file in ("cohort_indicators.csv", "cohort_levers.csv"):
        with (DATASETS / file).open(encoding="utf-8") as opened:
            rows = list(csv.DictReader(opened, delimiter=";"))
        assert all(row["source"].strip() for row in rows), file
    for lever in load_levers().values():
        assert lever.evidence in ("documented", "illustrative")
        for effect in lever.effects:
            assert effect.low <= effect.share <= effect.high


def test_a_coverage_is_what_the_scenario_sets() -> None:
    table = load_indicators()
    s = replace(reference(650), draws=20)
    assert run(s, table).not_available["consolidation_bts"] == "coverage_not_set"
    with_lever = run(replace(s, levers=(CONSOLIDATION,)), table)
    found = [figure.value for figure in with_lever.indicators_by_year["consolidation_bts"]]
    assert found == [0, 0, *[0.8] * 8]


def test_the_model_of_the_kit_gives_every_indicator_flows_can_give() -> None:
    s = scenario_from(
        b"model: voie-pro\nhorizon: 2\ndraws: 20\nlevers: [{id: parcours_consolidation}]",
        *("v.yaml", load_model, load_levers()),
    )
    table = load_indicators()
    result = run(s, table)
    assert set(result.not_available) == set(table.unavailable)
    assert not result.notices
    # Published: 55 % of final-year pupils still studying, 45 % of leavers employed at 6 months.
    assert result.indicators["continuation_bac_pro"].value == pytest.approx(0.55, abs=0.005)
    assert result.indicators["employment_bac_pro"].value == pytest.approx(0.45, abs=0.005)


@pytest.mark.parametrize("lever", load_levers())
def test_every_lever_changes_the_model_of_the_kit(lever: str) -> None:
    text = f"model: voie-pro\nhorizon: 2\nlevers: [{{id: {lever}}}]"
    with_lever = scenario_from(text.encode(), "v.yaml", load_model, load_levers())
    chain, without = compile_scenario(with_lever), compile_scenario(replace(with_lever, levers=()))
    for effect in with_lever.levers[0].lever.effects:
        row = chain.states.index(effect.state)
        gain = (chain.transitions()[0] - without.transitions()[0])[row]
        # A flow of 0 has nothing to give: each effect must move somebody.
        assert gain[chain.states.index(effect.to)] > 0, effect
        assert gain[chain.states.index(effect.instead_of)] < 0, effect


def test_the_two_denominators_never_meet() -> None:
    """*Still studying* is per pupil of the final year, *employed* per leaver: never mixed."""
    for indicator in load_indicators().indicators:
        assert indicator.denominator is not None
        if indicator.id.startswith("employment_"):
            assert indicator.per == "leaver"
            assert "employed" in indicator.denominator.targets
            assert indicator.denominator.targets != ("*",)
        if indicator.id.startswith("continuation_"):
            assert indicator.per == "pupil"
            assert indicator.denominator.targets == ("*",)
            assert "employed" in indicator.numerator.but


def test_a_sweep_is_a_grid_and_a_row_an_indicator() -> None:
    places = {
        "Lyon": replace(reference(650), draws=20),
        "Lille": replace(reference(1300), draws=20),
    }
    points = grid(places, load_levers(), {"parcours_consolidation": (0, 1)}, [SECOND_YEAR])
    rows = sweep(points)
    assert [row.labels for row in rows] == [
        (("place", place), ("parcours_consolidation", share))
        for place in ("Lyon", "Lille")
        for share in (0, 1)
    ]
    assert rows[1].figure.value > rows[0].figure.value


def sweep_command(tmp_path: Path, *options: str, text: str = ""):
    path = tmp_path / "s.yaml"
    path.write_text(text or "model: voie-pro\nhorizon: 2\ndraws: 20", "utf-8")
    return CliRunner().invoke(cli.app, ["cohorts", "sweep", str(path), *options])


def test_a_sweep_over_academies_and_coverages(tmp_path: Path) -> None:
    out = tmp_path / "t.csv"
    answer = sweep_command(
        tmp_path,
        *("--academies", "Lyon, LILLE", "--lever", "parcours_consolidation=0,1"),
        *("-o", str(out), "--json"),
    )
    assert answer.exit_code == 0
    rows = json.loads(answer.stdout)["rows"]
    with out.open(encoding="utf-8-sig") as file:
        table = list(csv.DictReader(file, delimiter=";"))
    assert len(table) == len(rows) == 4 * len(load_indicators().indicators)
    passage = {
        (row["place"], row["parcours_consolidation"]): row["value"]
        for row in rows
        if row["indicator"] == "bts_second_year"
    }
    assert passage["LYON", 1] > passage["LYON", 0]
    assert passage.keys() == {(p, c) for p in ("LYON", "LILLE") for c in (0, 1)}


def test_a_sweep_sets_a_lever_that_the_scenario_has() -> None:
    text = "model: voie-pro\nhorizon: 2\ndraws: 20\nlevers: [{id: immersion, share: 0.5}]"
    read = scenario_from(text.encode(), "s.yaml", load_model, load_levers())
    (point,) = grid({"FRANCE": read}, load_levers(), {"immersion": (0.5,)}, [])
    (use,) = point.scenario.levers
    assert use.coverage == 0.5
    assert {effect.share for effect in use.lever.effects} == {0.5}


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--json", "--lever", "magie=1"],
        ["--json", "--lever", "immersion=2"],
        ["--json", "--lever", "immersion=nan"],
        ["--json", "--lever", "immersion"],
        ["--json", "--academies", "Atlantide"],
        ["--json", "--address", "tcp://127.0.0.1:1"],
        ["-o", "/nowhere/at/all.csv"],
    ],
)
def test_a_wrong_sweep_is_told_with_code_2(tmp_path: Path, options: list[str]) -> None:
    answer = sweep_command(tmp_path, *options)
    assert answer.exit_code == 2
    assert answer.stderr.strip().endswith((".", ")"))


def test_only_a_model_has_academies(tmp_path: Path) -> None:
    answer = sweep_command(tmp_path, "--json", "--academies", "Lyon", text=THREE_STATES)
    assert answer.exit_code == 2


needs_dask = pytest.mark.skipif(
    importlib.util.find_spec("distributed") is None, reason="distributed is not installed"
)


@needs_dask
def test_a_cluster_of_two_gives_the_same_result(tmp_path: Path) -> None:
    s = reference(6_500, horizon=3)
    chain = compile_scenario(s)
    places = {"Lyon": replace(reference(650), draws=20)}
    points = grid(places, load_levers(), {"avenir_pro": (0, 1)}, [SECOND_YEAR])
    with dask_mapper() as mapper:
        assert len(mapper.client.scheduler_info()["workers"]) == 2
        there = simulate(chain, 450, 4, run=mapper)
        swept = sweep(points, mapper)
        address = mapper.client.scheduler.address
        answer = command(tmp_path, THREE_STATES, "--json", "--engine", "dask", "--address", address)
    here = simulate(chain, 450, 4)
    assert np.array_equal(here.stocks, there.stocks)
    assert np.array_equal(here.flows, there.flows)
    assert swept == sweep(points)
    assert json.loads(answer.stdout) == json.loads(command(tmp_path, THREE_STATES, "--json").stdout)


@needs_dask
def test_nobody_at_the_address(tmp_path: Path) -> None:
    with pytest.raises(ClusterError), dask_mapper("tcp://127.0.0.1:1", timeout_s=1):
        pass


def test_without_dask_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    answer = command(tmp_path, THREE_STATES, "--engine", "dask")
    assert answer.exit_code == 2
    assert "Dask" in answer.stderr
