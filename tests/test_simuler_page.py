"""The parts of the page Simuler without a browser: sliders, words, stories, what one takes away."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner

from jalons import cli
from jalons.cohorts import telling
from jalons.cohorts.figures import changed_states, difference_figure, path_figure
from jalons.cohorts.lever_table import load_levers
from jalons.cohorts.origin import Kind, Origin
from jalons.cohorts.page.cards import FRONT, cards_html
from jalons.cohorts.page.levers import dials, from_values, to_values
from jalons.cohorts.page.origin import OriginPart
from jalons.cohorts.page.path import PathPart
from jalons.cohorts.page.school import SchoolPart
from jalons.cohorts.page.sources import SourcesPart
from jalons.cohorts.page.stage import StagePart
from jalons.cohorts.page.stories import StoriesPart
from jalons.cohorts.page.take import TakePart
from jalons.cohorts.page.years import YearsPart
from jalons.cohorts.settings import Settings
from jalons.cohorts.state import CohortsState
from jalons.cohorts.stories import STORIES
from jalons.cohorts.view import CohortsView
from jalons.i18n import Translator
from jalons.ui.file_input import UploadedFile

FR, EN = Translator("fr"), Translator("en")
CONSOLIDATION = {"parcours_consolidation": 100.0}


@pytest.fixture(params=["fr", "en"])
def view(request: pytest.FixtureRequest) -> Iterator[CohortsView]:
    view = CohortsView(CohortsState(draws=100), Translator(request.param))
    yield view
    view.close()


@pytest.fixture
def french() -> Iterator[CohortsView]:
    view = CohortsView(CohortsState(draws=100), FR)
    yield view
    view.close()


def test_a_slider_says_what_changes_in_numbers_words_and_a_table(french: CohortsView) -> None:
    part = french.part(StagePart)
    assert "Déplacez un curseur" in part.tiles.value
    part.dials.values = CONSOLIDATION
    assert "BTS, 2e année" in part.tiles.value
    assert "BTS, 2e année +1\u202f108 (entre" in part.chart.sentence
    assert any(row[0] == "BTS, 2e année" for row in part.chart.table["rows"])
    assert "+2,6 points" in part.cards.value
    assert french.notice.message == ""


def test_every_part_draws_for_every_kind_of_pupils(view: CohortsView) -> None:
    state = view.state
    view.part(StagePart).dials.values = {**CONSOLIDATION, "places.BTS1": -1000.0}
    for origin in (
        Origin(Kind.ACADEMY, "LYON"),
        Origin(Kind.SCHOOL, "", (("2025", "60", "55", "50", "0", "0"),)),
    ):
        state.choose(origin)
        assert state.problems == ()
        for part in view.parts:
            assert part.notice.message == "", type(part)
    for chart in (view.part(PathPart).chart, view.part(YearsPart).chart):
        assert chart.sentence
        assert chart.table["rows"]
    assert "<details>" in view.part(SourcesPart).html.value


def test_what_is_held_is_shown_and_given_back(french: CohortsView) -> None:
    part = french.part(StagePart)
    part.dials.values = CONSOLIDATION
    part.keep.click()
    assert "Parcours de consolidation en BTS\u00a0: 100\u202f%" in part.compared.value
    part.reset.click()
    assert part.dials.values == {}
    assert "−2,6 points" in part.cards.value
    part.forget.click()
    assert french.state.kept.empty


def test_sliders_and_settings_are_the_same_thing_twice() -> None:
    settings = Settings({"immersion": 0.35}, {"immersion": 0.07}, {"CS": -40})
    assert from_values(to_values(settings), load_levers()) == settings
    assert from_values({"nobody": 5.0, "immersion": 900.0}, load_levers()).coverages == {
        "immersion": 1.0
    }


@pytest.mark.parametrize("t", [FR, EN], ids=["fr", "en"])
def test_every_lever_says_where_its_effect_is_from_or_that_it_is_illustrative(
    t: Translator,
) -> None:
    state = CohortsState(draws=100)
    for dial in dials(t, state.usable(), state.room()):
        assert dial.note
        if not dial.id.startswith("places."):
            assert ("réglé par vous" if t is FR else "set by you") in dial.note
            assert dial.inner is not None
            assert dial.inner.low < dial.inner.rest < dial.inner.high


def test_a_card_says_its_denominator_and_never_both(french: CohortsView) -> None:
    html = str(cards_html(FR, french.state))
    cards = html.split("<li")[1:]
    assert len(cards) == len(FRONT)
    for card in cards:
        assert (">par élève<" in card) != (">par sortant<" in card)


def test_the_bars_have_an_axis_that_stands_still(french: CohortsView) -> None:
    ranges = set()
    for coverage in (0.85, 0.9, 0.95, 1.0):
        french.state.set(Settings({"parcours_consolidation": coverage}))
        figure = difference_figure(french.state.stage, str, str)
        ranges.add(tuple(figure["layout"]["xaxis"]["range"]))
    assert len(ranges) == 1
    assert set(figure["data"][0]["y"]) == set(changed_states(french.state.stage))


def test_the_ribbons_of_a_cohort_carry_everybody(french: CohortsView) -> None:
    settled = french.state.settled
    assert settled is not None
    assert settled.second_path is not None
    figure = path_figure(settled.second_path, str, str)
    links = figure["data"][0]["link"]
    # What is too thin to be drawn is little.
    assert sum(links["value"]) > 0.98 * 1000 * (len(settled.second_path.stocks) - 1)
    french.part(PathPart).start.value = "CAP1"
    assert "CAP, 1re année" in french.part(PathPart).chart.sentence


def test_a_september_is_shown_as_ribbons_a_sentence_and_a_table(view: CohortsView) -> None:
    part, state = view.part(PathPart), view.state
    assert part.year.layout.display == "none"
    assert part.start.layout.display != "none"
    part.what.value = "year"
    assert part.year.layout.display != "none"
    assert part.start.layout.display == "none"
    years = state.stage.years
    assert [year for _, year in part.year.options] == list(years[:-1])
    settled = state.settled
    assert settled is not None
    links = part.chart.figure["data"][0]["link"]["value"]
    heads = settled.second_years[0].path.heads
    # What is too thin to be drawn is in the table.
    assert 0.95 * heads < sum(links) <= heads + 1
    before = part.chart.sentence
    assert str(years[0]) in before
    assert telling.number(view.t, heads) in before
    assert len(part.chart.table["rows"]) > len(links)
    part.year.value = years[2]
    assert str(years[3]) in part.chart.sentence
    assert part.chart.sentence != before
    # The two scenarios differ, and the year that was chosen stays.
    view.part(StagePart).dials.values = CONSOLIDATION
    state.accept(state.settle(state.asked()))
    mine = part.chart.table["rows"]
    assert part.year.value == years[2]
    part.side.value = "first"
    assert part.chart.table["rows"] != mine
    # Fewer years, and the one that was chosen is gone: the first is shown.
    state.choose(state.draft, horizon=2)
    state.accept(state.settle(state.asked()))
    assert part.year.value == years[0]
    part.what.value = "cohort"
    assert part.start.layout.display != "none"
    assert telling.number(view.t, 1000) in part.chart.sentence


def test_an_academy_stands_beside_france_and_a_file_s_own_lever_is_named(
    french: CohortsView,
) -> None:
    assert "France, comme" not in french.part(StagePart).cards.value
    french.state.choose(Origin(Kind.ACADEMY, "CRETEIL"))
    assert french.part(StagePart).cards.value.count("France, comme aujourd") == len(FRONT)
    assert french.state.nation("bts_second_year") == pytest.approx(0.603, abs=0.001)
    french.state.open_file(
        "s.yaml",
        b"model: voie-pro\nhorizon: 3\nlevers: [{id: atelier, coverage: 0.5,"
        b" effects: [{from: TPRO, instead_of: neither, to: employed, share: 0.1}]}]\n",
    )
    assert "atelier" in french.part(StagePart).compared.value
    assert "En emploi" in french.part(StagePart).tiles.value


# --- one's own school -------------------------------------------------------------------------


def test_a_school_is_filled_in_and_its_weight_is_said(french: CohortsView) -> None:
    french.part(OriginPart).kind.value = "lycee"
    assert "lycée inventé" in french.part(OriginPart).said.message
    part = french.part(SchoolPart)
    pasted = [["2024", "60", "58", "50", "24", "20"], ["2025", "62", "57", "52", "25", "21"]]
    part._insert(0, pasted)
    assert "Vos chiffres (60 élèves) pèsent" in part.weights.value
    assert "votre taux 95,0" in part.weights.value
    part._set([[1, 2, "beaucoup"]])
    assert part.grid.errors[0][:2] == [1, 2]
    assert "il faut un nombre entier" in part.grid.errors[0][2]
    assert "Une chose à corriger" in french.part(OriginPart).said.message
    assert french.state.origin.heads[1][2] == "57"
    part._back(part.past, part.future)
    assert french.state.problems == ()


def test_rows_beyond_what_the_table_holds_are_said(french: CohortsView) -> None:
    french.part(OriginPart).kind.value = "lycee"
    part = french.part(SchoolPart)
    part._insert(0, [[str(1950 + n), "1", "1", "1", "1", "1"] for n in range(120)])
    assert "100 lignes" in part.notice.message
    assert len(french.state.draft.heads) == 100
    assert french.state.problems  # 1950 to 1999


# --- stories ----------------------------------------------------------------------------------


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_story_sets_its_levers_and_says_how_sure_it_is(
    french: CohortsView, story: object
) -> None:
    part = french.part(StoriesPart)
    sent: list[object] = []
    part.slides.send = lambda content, **_: sent.append(content)
    part.tell(story)  # type: ignore[arg-type]
    assert sent == [{"kind": "open"}]
    slides = part.slides.slides
    assert len(slides) >= 5
    assert slides[0]["title"] == FR(f"simuler-story-{story.id}")  # type: ignore[attr-defined]
    assert "→" in slides[1]["figure"]
    assert any("hypothèse" in line for slide in slides for line in slide["lines"])


# --- what one takes away ----------------------------------------------------------------------


def test_the_scenario_that_is_taken_away_runs_on_the_command_line(
    view: CohortsView, tmp_path: Path
) -> None:
    view.state.choose(Origin(Kind.SCHOOL, "LYON", (("2025", "60", "55", "50", "24", "20"),)))
    view.part(StagePart).dials.values = {**CONSOLIDATION, "parcours_consolidation.size": 20.0}
    name, _, content = view.part(TakePart).exports.yaml()
    (tmp_path / name).write_bytes(content)
    result = CliRunner().invoke(cli.app, ["cohorts", "run", str(tmp_path / name), "--json"])
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    i = found["states"].index("BTS2")
    mine = view.state.stage.second.expected[-1, i]
    assert found["expected"][-1][i] == pytest.approx(mine)


def test_the_workbook_holds_all_numbers_and_the_page_one_sheet(view: CohortsView) -> None:
    view.part(StagePart).dials.values = CONSOLIDATION
    exports = view.part(TakePart).exports
    _, _, content = exports.xlsx()
    book = load_workbook(io.BytesIO(content))
    assert len(book.worksheets) == 5
    people = list(book.worksheets[1].values)
    stage = view.state.stage
    assert len(people) == 1 + len(stage.states) * len(stage.years) - len(stage.final)
    assert all(cell is not None for row in people for cell in row)
    assert len(list(book.worksheets[4].values)) == 1 + len(view.state.opened.today.rates)
    _, mime, pdf = exports.pdf()
    assert mime == "application/pdf"
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type/Page\n") <= 1


def test_a_wrong_file_is_said_where_it_was_chosen_and_nothing_changes(
    french: CohortsView,
) -> None:
    part, stage = french.part(TakePart), french.state.stage
    part.files.files = (UploadedFile("s.yaml", b"start_year: 2024\nhorizon: 3\n"),)
    assert "ne peut pas être utilisé" in part.notice.message
    assert any("s.yaml" in item for item in part.notice.items)
    assert french.state.stage is stage


def test_a_closed_page_leaves_nothing_on_the_state() -> None:
    state = CohortsState(draws=100)
    before = {name: len(found) for name, found in state._trait_notifiers.items()}
    CohortsView(state, FR).close()
    after = {
        name: len(found.get("change", []))
        for name, found in state._trait_notifiers.items()
        if name not in before
    }
    assert not any(after.values())


def test_numbers_are_written_as_people_read_them() -> None:
    assert telling.number(FR, 1108.4, signed=True) == "+1\u202f108"
    assert telling.number(FR, -0.44) == "−0,4"
    assert telling.number(FR, 0.001, signed=True) == "0"
    assert telling.number(EN, 12345.6) == "12,346"
    assert telling.points(FR, 0.026) == "+2,6 points"
    assert telling.points(EN, 0.01) == "+1.0 point"
