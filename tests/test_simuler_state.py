"""The page Simuler without a browser: what a slider does, what is kept, what a file does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from jalons.cohorts.catalogue import load_model
from jalons.cohorts.cohort_path import each_year, follow
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.lever_table import load_levers
from jalons.cohorts.origin import Kind, Origin, opened
from jalons.cohorts.outcome import expect
from jalons.cohorts.scenario import scenario_from
from jalons.cohorts.scenario_yaml import scenario_yaml
from jalons.cohorts.school_counts import EXAMPLE, read_counts
from jalons.cohorts.settings import Settings, applied
from jalons.cohorts.state import NAME, SCOPE, CohortsState
from jalons.problems import InputError
from jalons.workspace.domain import WorkspaceError
from jalons.workspace.store import Workspace

CONSOLIDATION = Settings({"parcours_consolidation": 1.0})
SCHOOL = Origin(Kind.SCHOOL, "LYON", EXAMPLE)
ORIGINS = [Origin(), Origin(Kind.ACADEMY, "CRETEIL"), SCHOOL]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "w.sqlite")


def state(workspace: Workspace | None = None) -> CohortsState:
    return CohortsState(workspace, draws=100)


# --- sliders ----------------------------------------------------------------------------------


def test_today_differs_in_nothing_from_today() -> None:
    stage = state().stage
    assert np.nanmax(np.abs(stage.difference.expected)) == 0
    assert np.nanmax(np.abs(stage.difference.high)) == 0


def test_a_lever_moves_what_it_says_and_nothing_before_it() -> None:
    page = state()
    page.set(CONSOLIDATION)
    stage = page.stage
    change = dict(zip(stage.states, stage.difference.expected[-1], strict=True))
    low = dict(zip(stage.states, stage.difference.low[-1], strict=True))
    assert low["BTS2"] > 0
    assert change["TPRO"] == change["CAP2"] == 0
    moved = stage.indicator_difference["bts_second_year"]
    assert moved.value is not None
    # 10 % of the flow to "neither" and of that to "employed" go on instead.
    rates = {r.to: r.value for r in load_model("voie-pro").rates if r.state == "BTS1"}
    assert moved.value == pytest.approx(0.1 * (1 - sum(
        v for k, v in rates.items() if k not in ("employed", "neither"))), abs=1e-6)  # fmt: skip


def test_final_states_hold_the_arrivals_of_the_year() -> None:
    stage = state().stage
    i = stage.states.index("employed")
    assert np.isnan(stage.first.expected[0, i])
    assert 80_000 < stage.first.expected[1, i] < 110_000
    assert stage.first.expected[-1, i] < 110_000


def test_the_comparison_that_is_held_is_what_one_compares_with() -> None:
    page = state()
    page.set(CONSOLIDATION)
    page.keep()
    assert np.nanmax(np.abs(page.stage.difference.expected)) == 0
    page.reset()
    assert page.stage.indicator_difference["bts_second_year"].value < 0  # type: ignore[operator]
    page.forget_kept()
    assert page.kept.empty


def test_a_size_of_ones_own_counts_and_is_called_so() -> None:
    page = state()
    page.set(Settings({"avis_conseil": 1.0}, {"avis_conseil": 0.1}))
    use = page.second().levers[0]
    assert {effect.share for effect in use.lever.effects} == {0.1}
    assert use.lever.evidence == "sized"


def test_closing_places_is_more_than_nothing_and_france_s_number_is_not_a_school_s() -> None:
    page = state()
    page.set(Settings(places={"BTS1": -2000}))
    i = page.stage.states.index("BTS1")
    assert page.stage.difference.expected[1, i] == pytest.approx(-2000)
    page.choose(SCHOOL)
    assert page.settings.places == {}


def test_at_rest_the_two_doubts_are_told_apart() -> None:
    page = state()
    page.accept(page.settle(page.asked()))
    assert page.settled is not None
    assert page.settled.doubts is not None
    i = page.stage.states.index("BTS2")
    widths = [
        float(band.high[-1, i] - band.low[-1, i])
        for band in (page.settled.doubts.sampling, page.settled.doubts.parameters)
    ]
    assert widths[1] > 2 * widths[0] > 0


def test_a_cohort_that_is_followed_loses_nobody() -> None:
    today = opened(Origin(), 5).today
    path = follow(applied(today, CONSOLIDATION, load_levers()), "2PRO", 6)
    assert path.stocks.sum(axis=1) == pytest.approx([1000.0] * 7)
    assert path.flows.sum(axis=(1, 2)) == pytest.approx([1000.0] * 6)


def test_each_september_is_the_scenario_s_own_and_loses_nobody() -> None:
    today = opened(Origin(Kind.ACADEMY, "CRETEIL"), 4).today
    scenario = applied(today, CONSOLIDATION, load_levers())
    stocks, _ = expect(compile_scenario(scenario))
    years = each_year(scenario)
    assert [one.year for one in years] == list(scenario.years[:-1])
    for t, one in enumerate(years):
        going = ~np.isin(scenario.states, one.path.final)
        assert one.path.stocks[0][going] == pytest.approx(stocks[t][going])
        assert one.path.stocks[0][~going].sum() == 0
        assert one.path.stocks[1].sum() == pytest.approx(one.path.heads)
        assert one.path.stocks[1][~going] == pytest.approx(
            stocks[t + 1][~going] - stocks[t][~going]
        )
        assert one.path.stocks[1].sum() + one.newcomers == pytest.approx(
            stocks[t + 1].sum() - stocks[t][~going].sum()
        )


# --- one's own school -------------------------------------------------------------------------


def test_a_school_s_weights_add_up_and_grow_with_its_pupils() -> None:
    small = opened(SCHOOL, 5).ratios
    large = tuple((row[0], *(str(4 * int(cell)) for cell in row[1:])) for row in EXAMPLE)
    big = opened(Origin(Kind.SCHOOL, "LYON", large), 5).ratios
    for level, ratio in small.items():
        parts = (ratio.weight_own, ratio.weight_academie, ratio.weight_france)
        assert sum(parts) == pytest.approx(1)
        assert all(part >= 0 for part in parts)
        assert big[level].weight_own > ratio.weight_own


def test_one_september_gives_a_school_without_rates_of_its_own() -> None:
    ratios = opened(Origin(Kind.SCHOOL, "", EXAMPLE[:1]), 5).ratios
    assert all(ratio.weight_own == 0 and ratio.own_ratio is None for ratio in ratios.values())


def test_passages_that_were_followed_replace_the_head_counts() -> None:
    counts = read_counts(EXAMPLE, [("TPRO", "100", "80"), ("", "", "")])
    assert counts.pairs["TPRO"] == ((100, 80),)
    assert counts.pairs["1PRO"] == ((118, 115), (121, 119))


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        ([], "counts_none"),
        ([("2024", "douze", "1", "1", "0", "0")], "counts_whole"),
        ([("2024", "-3", "1", "1", "0", "0")], "counts_whole"),
        ([("24", "3", "1", "1", "0", "0")], "counts_whole"),
        ([("2024", "3", "1", "1", "0", "0")] * 2, "counts_year_twice"),
        ([("2024", "0", "", "", "", "")], "counts_nobody"),
        ([("2024", "1000000000", "1", "1", "0", "0")], "counts_whole"),
    ],
)
def test_a_wrong_count_is_said_with_its_place(heads: list[tuple[str, ...]], code: str) -> None:
    with pytest.raises(InputError) as error:
        read_counts(heads, [])
    assert code in {problem.code for problem in error.value.problems}


def test_a_wrong_count_leaves_the_last_good_result() -> None:
    page = state()
    page.choose(SCHOOL)
    good = page.stage
    page.choose(Origin(Kind.SCHOOL, "LYON", (("2024", "x", "1", "1", "1", "1"),)))
    assert [problem.column for problem in page.problems] == ["2PRO"]
    assert page.stage is good
    assert page.origin == SCHOOL
    assert page.draft.heads[0][1] == "x"
    page.choose(SCHOOL)
    assert page.problems == ()


# --- files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("origin", ORIGINS, ids=lambda origin: origin.kind.value)
def test_a_scenario_written_is_the_scenario_read(origin: Origin) -> None:
    settings = Settings(
        {"parcours_consolidation": 0.5, "tutorat_mentorat": 1.0},
        {"tutorat_mentorat": 0.2},
        {"BTS1": -1},
    )
    asked = applied(opened(origin, 5).today, settings, load_levers())
    again = scenario_from(scenario_yaml(asked, "essai"), "s.yaml", load_model, load_levers())
    assert again.levers == asked.levers
    assert again.places == asked.places
    for one, other in zip(
        expect(compile_scenario(asked)), expect(compile_scenario(again)), strict=True
    ):
        assert one == pytest.approx(other, rel=1e-9, abs=1e-9)


def test_a_file_that_is_opened_puts_its_levers_on_the_sliders() -> None:
    page = state()
    page.set(Settings({"tutorat_mentorat": 0.5}, {"tutorat_mentorat": 0.2}, {"BTS1": 500}))
    text = scenario_yaml(page.second())
    other = state()
    other.open_file("s.yaml", text)
    assert other.problems == ()
    assert other.origin.kind is Kind.FILE
    assert other.settings == page.settings
    assert other.stage.difference.expected == pytest.approx(
        page.stage.difference.expected, nan_ok=True
    )


def test_a_chain_of_ones_own_is_shown_too() -> None:
    page = state()
    page.open_file(
        "mine.yaml",
        b"start_year: 2024\nhorizon: 3\nstates: [A, B, out]\ninitial: {A: 100}\n"
        b"transitions: {A: {B: 0.8, out: 0.2}, B: {out: 1.0}, out: {out: 1.0}}\n"
        b"levers: [{id: mine, coverage: 1.0,"
        b" effects: [{from: A, instead_of: out, to: B, share: 0.5}]}]\n",
    )
    assert page.problems == ()
    assert page.start == "A"
    assert page.stage.difference.expected[1].tolist() == pytest.approx([0, 10, -10])


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"a: [", b"start_year: 2024\nhorizon: 0\nmodel: voie-pro\n", b"- 1\n"],
)
def test_a_file_that_is_wrong_is_said_and_the_page_stays(content: bytes) -> None:
    page = state()
    before = page.stage
    page.open_file("bad.yaml", content)
    assert page.problems
    assert page.problems[0].file == "bad.yaml"
    assert page.stage is before


# --- kept -------------------------------------------------------------------------------------


def test_a_reload_loses_nothing(workspace: Workspace) -> None:
    page = state(workspace)
    page.choose(SCHOOL, 8)
    page.set(Settings({"immersion": 0.6}))
    page.keep()
    page.set(Settings({"immersion": 0.6, "avenir_pro": 0.3}, {"avenir_pro": 0.1}, {"BTS1": 3}))
    page.accept(page.settle(page.asked()))
    page.show_state("CS")
    page.show_start("CAP1")
    again = state(workspace)
    for name in ("origin", "draft", "settings", "kept", "horizon", "start", "shown"):
        assert getattr(again, name) == getattr(page, name), name


def test_a_draft_that_is_wrong_is_there_again_after_a_reload(workspace: Workspace) -> None:
    page = state(workspace)
    page.choose(Origin(Kind.SCHOOL, "", (("2024", "x", "1", "1", "1", "1"),)))
    again = state(workspace)
    assert again.draft == page.draft
    assert again.problems


@pytest.mark.parametrize("content", [b"{}", b"not json", b'{"draft": {"kind": "moon"}}', b"[]"])
def test_what_was_kept_and_cannot_be_read_leaves_france_and_stays_kept(
    workspace: Workspace, content: bytes
) -> None:
    workspace.keep(SCOPE, NAME, content)
    assert state(workspace).origin == Origin()
    assert workspace.latest(SCOPE, NAME) == content


def test_a_workspace_that_fails_is_said_and_the_page_goes_on(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = state(workspace)

    def full(*_: object) -> None:
        raise WorkspaceError(place="w.sqlite")

    monkeypatch.setattr(workspace, "keep", full)
    page.set(CONSOLIDATION)
    page.save()
    assert page.trouble is not None
    assert page.stage.indicator_difference["bts_second_year"].value > 0  # type: ignore[operator]
    monkeypatch.undo()
    page.save()
    assert page.trouble is None
    assert workspace.latest(SCOPE, NAME) is not None
