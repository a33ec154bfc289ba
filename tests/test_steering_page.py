"""The page Piloter without a browser: people answer, the group settles, everything is kept."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from jalons import bridges
from jalons.cohorts.indicator_table import load_indicators
from jalons.cohorts.origin import Kind
from jalons.cohorts.origin import Origin as CohortOrigin
from jalons.cohorts.references import references
from jalons.cohorts.state import CohortsState
from jalons.i18n import Translator
from jalons.planner.domain import Plan
from jalons.planner.organisation import plan_facts, plan_indicators
from jalons.planner.times import Times
from jalons.resources import EXAMPLES, ROOT
from jalons.school.reader import read_school
from jalons.steering import words
from jalons.steering.codec import ReviewFileError, to_bytes
from jalons.steering.domain import Action, Agreed, Answer, Review
from jalons.steering.exports import Exports
from jalons.steering.indicators import read_indicators
from jalons.steering.known import MODEL, PLAN, TOLD_BY, Fact, Known, Origin, Value
from jalons.steering.page.actions import ActionsPart
from jalons.steering.page.answers import AnswersPart
from jalons.steering.page.figures import FiguresPart
from jalons.steering.page.group import GroupPart
from jalons.steering.page.overview import OverviewPart
from jalons.steering.page.take import TakePart
from jalons.steering.references import academies, around, of_nation, read_references
from jalons.steering.state import SCOPE, SteeringState
from jalons.steering.talk import talk
from jalons.steering.view import SteeringView
from jalons.workspace.domain import WorkspaceError
from jalons.workspace.store import Workspace

FR, EN = Translator("fr"), Translator("en")
DATA = ROOT.parent / "shared" / "data"
PLAN_OF = Origin(PLAN, "LP des Essais", date(2026, 10, 12))
FACTS = {"partners": {"count": 4}, "organisation": {"hebdomadaire": 3, "modules": 1}}
KNOWN = Known(
    {code: Fact(values, PLAN_OF) for code, values in FACTS.items()},
    {"partenaires": Value(4.0, PLAN_OF)},
    {"continuation_cap": Value(50.9, Origin(MODEL, "france"))},
    school="LP des Essais",
)


def knows(year: str) -> Known:
    return KNOWN if year == "2026-2027" else Known()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "w.sqlite")


@pytest.fixture
def state(workspace: Workspace) -> SteeringState:
    state = SteeringState(workspace, "2026-2027", knows)
    state.join("Mme R.")
    return state


@pytest.fixture
def view(state: SteeringState) -> Iterator[SteeringView]:
    view = SteeringView(state, FR)
    yield view
    view.close()


# --- the state --------------------------------------------------------------------------------


def test_everything_is_there_again_after_a_reload(
    state: SteeringState, workspace: Workspace
) -> None:
    state.answer("O01", 2, "page 4")
    state.agree("O02", 1)
    state.enter("poursuite_bac_pro", 48.5, "enquête")
    state.put_action(Action("", "Forum", due=date(2027, 1, 14)))
    again = SteeringState(workspace, "2026-2027")
    assert again.review == state.review
    assert again.review.answers["O01", "Mme R."] == Answer(2, "page 4")


def test_two_people_on_two_pages_take_nothing_from_each_other(workspace: Workspace) -> None:
    pages = [SteeringState(workspace, "2026-2027") for _ in range(2)]
    for page, person in zip(pages, ("Mme R.", "M. T."), strict=True):
        page.join(person)
    for number in range(1, 6):
        pages[0].answer(f"O0{number}", 3)
        pages[1].answer(f"O0{number}", 0)
    for page in (*pages, SteeringState(workspace, "2026-2027")):
        page.refresh()
        assert len(page.review.answers) == 10
        assert page.review.people == ("Mme R.", "M. T.")


def test_blind_answers_stay_hidden_until_they_are_shared(workspace: Workspace) -> None:
    mine, theirs = (SteeringState(workspace, "2026-2027") for _ in range(2))
    mine.join("Mme R.")
    mine.set_blind(True)
    theirs.join("M. T.")
    theirs.answer("O01", 0, "secret")
    mine.refresh()
    assert mine.others("O01") == {}
    assert mine.hidden("O01") == 1
    assert mine.seen.answers == {}
    page = SteeringView(mine, FR)
    page.part(AnswersPart).mode.value = "agree"
    shown = json.dumps(page.part(AnswersPart).survey.sections) + page.part(OverviewPart).lists.value
    assert "secret" not in shown
    assert "1 questions sur" not in page.part(OverviewPart).picture.value  # nor through a mean
    exports = Exports(mine, FR)
    assert not any("pas encore" in row for row in load_workbook(
        io.BytesIO(exports.xlsx()[2])).worksheets[0].values)  # fmt: skip
    assert page.part(TakePart).file.blocked
    page.close()
    mine.set_blind(False)
    assert mine.others("O01") == {"M. T.": Answer(0, "secret")}
    assert mine.hidden("O01") == 0


def test_blind_answers_open_in_the_browser_they_were_given_in_and_nowhere_else(
    workspace: Workspace,
) -> None:
    theirs = SteeringState(workspace, "2026-2027", browser="b1")
    theirs.set_blind(True)
    assert theirs.join("M. T.")
    theirs.answer("O01", 0, "secret")
    mine = SteeringState(workspace, "2026-2027", browser="b2")
    assert not mine.join("M. T.")
    assert (mine.person, mine.seen.answers) == ("", {})
    assert mine.join("Mme R.")
    again = SteeringState(workspace, "2026-2027", browser="b1")
    assert again.join("M. T.")
    assert again.seen.answers["O01", "M. T."].evidence == "secret"
    mine.open("2025-2026")
    mine.join("M. T.")
    mine.open("2026-2027")  # the same name, another year: still theirs
    assert (mine.person, mine.seen.answers) == ("", {})
    mine.set_blind(False)
    assert mine.join("M. T.")  # shared: anybody may go on where they were
    mine.leave("M. T.")
    assert "M. T." not in mine.review.keys


def test_nobody_answers_without_saying_who(workspace: Workspace) -> None:
    state = SteeringState(workspace, "2026-2027")
    with pytest.raises(ValueError, match="who answers"):
        state.answer("O01", 2)


def test_another_year_is_another_review_beside_this_one(state: SteeringState) -> None:
    state.agree("O01", 0)
    state.open("2027-2028")
    assert state.review == Review("2027-2028")
    assert state.before is not None
    assert state.before.agreed["O01"].step == 0
    assert state.person == ""


def test_a_workspace_that_fails_is_said_and_the_page_goes_on(
    state: SteeringState, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise WorkspaceError(place="w.sqlite")

    monkeypatch.setattr(Workspace, "save", full)
    state.answer("O01", 3)
    assert state.review.answers["O01", "Mme R."].step == 3
    assert state.trouble is not None
    monkeypatch.undo()
    state.answer("O01", 2)
    assert state.trouble is None


def test_a_review_comes_back_from_its_file(state: SteeringState) -> None:
    given = Review("2025-2026").agree("O01", Agreed(3))
    state.load(to_bytes(given), "a.json")
    assert state.review == given
    with pytest.raises(ReviewFileError):
        state.load(b"{}", "b.json")
    assert state.review == given


def test_a_review_of_a_newer_kit_is_said_and_not_written_over(workspace: Workspace) -> None:
    newer = to_bytes(Review("2026-2027")).replace(b'"format": 1', b'"format": 2')
    workspace.save(SCOPE, "2026-2027", newer, None)
    state = SteeringState(workspace, "2026-2027")
    view = SteeringView(state, FR)
    assert "plus récente" in view.notice.message
    with pytest.raises(ReviewFileError):
        state.join("Mme R.")
    assert workspace.latest(SCOPE, "2026-2027") == newer
    view.close()


def test_a_share_above_a_hundred_is_refused(state: SteeringState) -> None:
    with pytest.raises(ValueError, match="poursuite_bac_pro"):
        state.enter("poursuite_bac_pro", 120.0)
    assert state.review.entered == {}


# --- indicators -------------------------------------------------------------------------------


def test_every_indicator_of_the_two_sheets_is_defined_once() -> None:
    indicators = read_indicators()
    lines = {i.source for i in indicators}
    assert {f"003:{line}" for line in range(43, 58)} <= lines
    assert {f"001:{line}" for line in (74, 75, 76, 78, 79, 80)} <= lines
    for indicator in indicators:
        assert indicator.text["fr"] != indicator.text["en"]
        assert bool(indicator.gap["fr"]) == bool(indicator.gap["en"])
    assert {i.beside for i in indicators} - {""} <= {i.id for i in indicators}


def test_each_indicator_of_simuler_is_spoken_of_by_one_of_these_and_what_differs_is_said() -> None:
    table = load_indicators()
    simulated = Counter(name for i in read_indicators() for name in i.simulated)
    asked = {
        *(i.id for i in table.indicators),
        *(c.id for c in table.coverages),
        *table.unavailable,
    }
    assert asked - set(simulated) == {"reach_terminale"}  # the sheets do not ask for it
    assert set(simulated) <= asked
    computed = {i.id for i in (*table.indicators, *table.coverages)}
    for indicator in read_indicators():
        assert bool(computed & set(indicator.simulated)) == bool(indicator.gap["fr"]), indicator.id


def test_an_indicator_is_computed_entered_or_missing_and_says_which(state: SteeringState) -> None:
    state.enter("poursuite_bac_pro", 48.5, "enquête de janvier")
    found = {r.indicator.id: r for r in state.readings()}
    assert (found["partenaires"].value, found["partenaires"].computed_by) == (4.0, PLAN_OF)
    assert found["poursuite_bac_pro"].source == "enquête de janvier"
    assert found["poursuite_cap"].value is None
    assert found["consolidation_terminale"].target == 100
    row = words.indicator_row(found["poursuite_bac_pro"], "", FR)
    assert row[1] == "48,5\N{NO-BREAK SPACE}%"
    assert row[2] == "enquête de janvier"
    assert "DEPP" in row[6]
    told = words.indicator_row(found["partenaires"], "", FR)[2]
    assert "LP des Essais" in told
    assert "12 octobre 2026" in told
    missing = words.indicator_row(found["poursuite_cap"], "", FR)[2]
    assert missing.startswith("à saisir")
    assert "50,9\N{NO-BREAK SPACE}% (modèle" in missing


def test_the_years_before_are_typed_in_and_stand_beside_this_one(
    state: SteeringState, workspace: Workspace
) -> None:
    for year, value in (("2024-2025", 44.0), ("2025-2026", 46.5), ("", 48.5)):
        state.enter("poursuite_bac_pro", value, "enquête", year=year)
    assert state.review.year == "2026-2027"
    for page in (state, SteeringState(workspace, "2026-2027")):
        found = next(r for r in page.readings() if r.indicator.id == "poursuite_bac_pro")
        assert found.past == (("2024-2025", 44.0), ("2025-2026", 46.5))
        assert found.value == 48.5
    assert words.past_text(found, FR).startswith("2024-2025 : 44")
    state.open("2025-2026")
    assert state.review.entered["poursuite_bac_pro"].value == 46.5


def test_a_speciality_has_its_own_value_beside_its_own_of_france(state: SteeringState) -> None:
    state.enter("part_bac_pro_bts", 61, "Parcoursup", part="BTS  Electrotechnique")
    whole, part = (r for r in state.readings() if r.indicator.id == "part_bac_pro_bts")
    assert (whole.value, part.part, part.value) == (None, "BTS Electrotechnique", 61)
    assert part.france is not None
    assert (part.france.value, part.france.year) == (pytest.approx(52.9), "2019")
    with pytest.raises(ValueError, match="part_bac_pro_bts/x"):
        state.enter("part_bac_pro_bts", 161, part="x")


def test_a_rate_is_set_beside_that_of_everybody_without_claiming_an_effect(
    state: SteeringState,
) -> None:
    state.enter("reussite_bts", 55)
    state.enter("reussite_accompagnes", 61, "suivi de la cordée")
    found = next(r for r in state.readings() if r.indicator.id == "reussite_accompagnes")
    said = words.origin_text(found, FR)
    assert "6 points de plus" in said
    assert "pas un effet prouvé" in said


# --- published figures ------------------------------------------------------------------------


def test_every_published_figure_has_an_indicator_a_year_and_a_source() -> None:
    known = {i.id: i for i in read_indicators()}
    for (name, _, place), found in read_references().items():
        assert name in known
        assert found.year
        assert found.source
        assert not known[name].wrong(found.value), (name, place)


def test_the_two_pages_show_the_same_figure_for_france() -> None:
    (theirs,) = references("success_bac_pro_in_bts")
    ours = of_nation("reussite_bts")
    assert ours is not None
    assert (ours.value / 100, ours.year) == (theirs.value, theirs.year)
    for part, name in (("1", "cap_1_an"), ("2", "cap_2_ans"), ("3", "cap_3_ans")):
        cap = next(r for r in references("cap_in_one_two_three_years") if r.part == part)
        mine = of_nation(name)
        assert mine is not None
        assert mine.value / 100 == pytest.approx(cap.value, abs=1e-4)


def test_the_academy_is_shown_else_its_region_else_that_there_is_nothing(
    state: SteeringState,
) -> None:
    state.set_academy("Créteil")
    found = {r.indicator.id: words.indicator_row(r, state.academy, FR) for r in state.readings()}
    assert found["part_bac_pro_bts"][5].startswith("34,9")
    assert "région Île-de-France" in found["poursuite_cap"][5]
    assert found["satisfaction"][5] == found["satisfaction"][6] == "aucun chiffre trouvé"
    assert len(academies()) == 30
    assert "Rouen" not in academies()


@pytest.mark.skipif(not DATA.is_dir(), reason="the open data are not on this machine")
def test_an_academy_s_figure_is_what_the_open_data_give() -> None:
    path = DATA / "parcoursup" / "fr-esr-parcoursup-2018.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter=";")
                if (r["fili"], r["acad_mies"]) == ("BTS", "Lyon") and r["acc_tot"]]  # fmt: skip
    share = sum(int(float(r["acc_bp"])) for r in rows) / sum(int(float(r["acc_tot"])) for r in rows)
    found = around("part_bac_pro_bts", "Lyon")
    assert found is not None
    assert found.value == pytest.approx(100 * share, abs=0.01)


# --- what is typed, what is known -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ("41,5", 41.5), ("41.5 %", 41.5), ("1 200", 1200.0)]
)
def test_numbers_are_read_as_people_type_them(text: str, value: float | None) -> None:
    assert words.read_number(text) == value


@pytest.mark.parametrize("text", ["beaucoup", "-3", "1,2,3", "1e5"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        words.read_number(text)


def test_a_plan_tells_what_it_knows() -> None:
    read = read_school(EXAMPLES / "lp-quatre-vents-2026-2027")
    times, plan = Times(read.school), Plan("LP", "2026-2027")
    facts = plan_facts(times, plan)
    assert facts["hours_in_timetable"]["classes"] == 12
    assert facts["plan_exists"] == {"placed": 0, "classes": 0}
    assert sum(facts["organisation"].values()) == 12
    known = {q.known for q in SteeringState().questions} - {""}
    # What concerns pupils is known by the page that follows them, not by a plan.
    pupils = {"changes", "consolidation", "continuation", "councils", "dialogue", "dropout",
              "immersions", "opinions", "recommendations", "transition"}  # fmt: skip
    assert known - pupils == set(facts)
    assert pupils == set(TOLD_BY)
    values = plan_indicators(times, plan)
    assert values["partenaires"] == 0
    assert values["cap_1_an"] + values["cap_2_ans"] == pytest.approx(100)


def test_every_fact_has_its_sentence() -> None:
    read = read_school(EXAMPLES / "lp-quatre-vents-2026-2027")
    for code, facts in plan_facts(Times(read.school), Plan("LP", "2026-2027")).items():
        for t in (FR, EN):
            if code != "organisation":
                assert t(f"known-{code.replace('_', '-')}", **facts)


# --- the page ---------------------------------------------------------------------------------


def test_a_person_joins_answers_and_sees_the_picture(view: SteeringView) -> None:
    answers = view.part(AnswersPart)
    items = answers.survey.sections[0]["items"]
    assert [item["id"] for item in items] == [f"O0{n}" for n in range(1, 7)]
    answers.survey._hear(None, {"kind": "answer", "id": "O01", "step": 3, "note": "p. 4"}, [])
    assert answers.survey.sections[0]["items"][0]["mine"] == {"step": 3, "note": "p. 4"}
    assert "3,0 sur 3" in view.part(OverviewPart).picture.value
    answers.survey._hear(None, {"kind": "answer", "id": "O01", "step": -1, "note": ""}, [])
    assert answers.survey.sections[0]["items"][0]["mine"] is None


def test_the_group_sees_all_answers_and_settles(view: SteeringView) -> None:
    answers = view.part(AnswersPart)
    view.state.answer("O01", 1)
    answers.mode.value = "agree"
    (mine,) = answers.survey.sections[0]["items"][0]["others"]
    assert mine["who"] == "Mme R."
    answers.survey._hear(None, {"kind": "agree", "id": "O01", "step": 2, "note": ""}, [])
    assert view.state.review.agreed["O01"].step == 2
    actions = view.part(ActionsPart)
    actions.title.value, actions.owner.value, actions.about.value = "Forum", "Mme R.", "O01"
    actions.due.value = date(2099, 9, 15)
    actions.save.click()
    settled, planned = answers.survey.sections[0]["items"][0]["then"]
    assert settled.startswith("Tranché par le groupe le ")
    assert planned == "Action prévue – Forum : Mme R., 15 septembre 2099"
    assert answers.survey.sections[0]["items"][1]["then"] == []


def test_what_the_page_cannot_mean_is_reported_and_changes_nothing(view: SteeringView) -> None:
    answers = view.part(AnswersPart)
    before = view.state.review
    for message in ({"kind": "answer", "id": "X", "step": 1, "note": ""},
                    {"kind": "answer", "id": "O01", "step": 9, "note": ""},
                    {"kind": "shout", "id": "O01", "step": 1, "note": ""}):  # fmt: skip
        answers.survey._hear(None, message, [])
        assert answers.notice.message
        answers.notice.clear()
    assert view.state.review == before


def test_what_the_kit_knows_stands_beside_the_question(view: SteeringView) -> None:
    answers = view.part(AnswersPart)
    answers.theme.value, answers.phase.value = "parcours", "do"
    known = {item["id"]: item["known"] for item in answers.survey.sections[0]["items"]}
    said = "Jalons sait : 4 partenaires extérieurs dans le planning (planning « LP des Essais », "
    assert known["P10"] == said + "enregistré le 12 octobre 2026)."
    assert known["P19"].startswith("Jalons ne sait rien ici : aucune classe")
    answers.theme.value = "orientation"
    known = {item["id"]: item["known"] for item in answers.survey.sections[0]["items"]}
    assert known["O08"].startswith("Jalons sait : 3 classes chaque semaine, 1 classe par modules (")


def test_the_group_says_otherwise_where_the_kit_is_wrong(view: SteeringView) -> None:
    answers = view.part(AnswersPart)
    answers.theme.value, answers.phase.value = "parcours", "do"
    said = "6 partenaires, dont 2 sans séance"
    answers.survey._hear(None, {"kind": "correct", "id": "P10", "step": None, "note": said}, [])
    items = {item["id"]: item for item in answers.survey.sections[0]["items"]}
    assert items["P10"]["corrected"] == said
    answers.theme.value = "liaisons"  # the same fact stands beside another question
    items = {item["id"]: item for item in answers.survey.sections[0]["items"]}
    assert items["L09"]["corrected"] == said
    book = load_workbook(io.BytesIO(Exports(view.state, FR).xlsx()[2]))
    assert said in {row[-1] for row in book.worksheets[0].values}
    answers.survey._hear(None, {"kind": "correct", "id": "L09", "step": None, "note": " "}, [])
    assert view.state.review.corrected == {}


def test_the_school_s_own_figures_go_before_the_model_s(view: SteeringView) -> None:
    view.state.enter("poursuite_bac_pro", 48.5, "enquête")
    answers = view.part(AnswersPart)
    answers.phase.value = "check"
    known = {item["id"]: item["known"] for item in answers.survey.sections[0]["items"]}
    assert known["O31"].startswith("Vos chiffres : Encore en études")


def test_before_somebody_says_who_they_are_nothing_can_be_answered(workspace: Workspace) -> None:
    view = SteeringView(SteeringState(workspace, "2026-2027"), FR)
    assert view.part(AnswersPart).survey.sections == []
    group = view.part(GroupPart)
    group.name.value = "M. T."
    group.join.click()
    assert view.state.person == "M. T."
    assert view.part(AnswersPart).survey.sections
    view.close()


def test_an_indicator_is_typed_in_and_a_word_is_refused(view: SteeringView) -> None:
    part = view.part(FiguresPart)
    part.which.value = "satisfaction"
    part.value.value, part.origin.value, part.target.value = "82 %", "enquête", "90"
    part.save.click()
    assert view.state.review.entered["satisfaction"].value == 82
    assert view.state.review.targets["satisfaction"] == 90
    part.value.value = "beaucoup"
    part.save.click()
    assert part.told.kind == "error"
    assert "beaucoup" in part.told.message
    assert view.state.review.entered["satisfaction"].value == 82


def test_an_action_is_written_changed_done_and_dropped(view: SteeringView) -> None:
    part = view.part(ActionsPart)
    part.save.click()
    assert part.told.kind == "error"
    part.title.value, part.owner.value, part.due.value = "Forum", "Mme R.", date(2026, 9, 15)
    part.about.value = "O19"
    part.save.click()
    (action,) = view.state.review.actions
    assert (action.title, action.about, action.owner) == ("Forum", "O19", "Mme R.")
    part.which.value = action.id
    part.done.value = True
    part.save.click()
    assert view.state.review.actions[0].done is not None
    part.which.value = action.id
    part.drop.click()
    assert view.state.review.actions == ()


def test_the_page_closes_without_a_trace(state: SteeringState) -> None:
    view = SteeringView(state, EN)
    view.close()
    state.answer("O01", 3)  # nobody draws any more
    assert view.part(AnswersPart).survey.comm is None


# --- taken away -------------------------------------------------------------------------------


@pytest.mark.parametrize("t", [FR, EN], ids=["fr", "en"])
def test_report_workbook_file_and_talk(state: SteeringState, t: Translator) -> None:
    state.agree("O01", 0, "projet")
    state.agree("O02", 3)
    state.enter("consolidation_terminale", 60, "suivi")
    state.put_action(Action("", "=Forum", "O01", "Mme R.", date(2026, 10, 1)))
    exports = Exports(state, t)
    name, _, content = exports.pdf()
    assert name.endswith("2026-2027.pdf")
    assert content.startswith(b"%PDF")
    book = load_workbook(io.BytesIO(exports.xlsx()[2]))
    assert [sheet.max_row - 1 for sheet in book] == [
        len(state.questions),
        len(state.indicators),
        1,
    ]
    assert book.worksheets[2]["A2"].data_type == "s"
    assert book.worksheets[2]["D2"].value.date() == date(2026, 10, 1)
    first = dict(zip(*book.worksheets[0].iter_rows(max_row=2, values_only=True), strict=True))
    assert first[t("report-column-settled")].date() == state.today()
    assert "=Forum : Mme R." in str(first[t("report-column-actions")]).replace("m:", "m :")
    numbers = [row[3] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)]
    assert 60 in numbers
    assert json.loads(exports.json()[2])["agreed"]["O01"]["step"] == 0
    slides = talk(state, t)
    assert any("60" in slide.figure for slide in slides)
    assert any("=Forum" in line for slide in slides for line in slide.lines)


def test_what_a_member_showed_stays_where_the_group_wrote_nothing_else(
    state: SteeringState,
) -> None:
    state.answer("O01", 2, "page 4 du projet")
    state.answer("O02", 2, "compte rendu")
    state.agree("O01", 1)
    state.agree("O02", 1, "plan annuel")
    table = Exports(state, FR).data()["tables"][2]["rows"]
    assert [row[-1] for row in table[:2]] == ["Mme R. : page 4 du projet", "plan annuel"]


def test_the_page_the_report_and_the_talk_say_the_same_of_what_moved(state: SteeringState) -> None:
    state.open("2025-2026")
    state.agree("O01", 0)
    state.open("2026-2027")
    state.agree("O01", 3)
    view = SteeringView(state, FR)
    (moved,) = Exports(state, FR).data()["lists"][-1]["lines"]
    assert "en progrès" in moved
    assert moved in html.unescape(view.part(OverviewPart).lists.value)
    assert any(moved in slide.lines for slide in talk(state, FR))
    view.close()


def test_a_slide_holds_what_a_room_can_read(state: SteeringState) -> None:
    for n in range(9):
        state.put_action(Action("", f"Action {n}", due=date(2027, 1, 1 + n)))
    shown = talk(state, FR)[-1].lines
    assert len(shown) == 7
    assert "3" in shown[-1]


@pytest.mark.parametrize("t", [FR, EN], ids=["fr", "en"])
def test_one_is_not_said_as_several(t: Translator) -> None:
    told = Fact({"sessions": 1, "total": 5, "groups": 1, "count": 1}, PLAN_OF)
    for code in ("groups", "partners", "role_cpe"):
        said = words.fact_text(code, told, t)
        assert not re.search(r"\b1 \w+s\b", said), said
    assert "1" not in t("talk-people", people=0)


def test_late_actions_are_said_to_be_late(state: SteeringState) -> None:
    action = Action("A1", "Forum", due=date(2026, 1, 1))
    assert words.action_standing(action, date(2026, 2, 1), FR) == "en retard"
    done = replace(action, done=date(2026, 1, 2))
    assert "2 janvier 2026" in words.action_standing(done, date(2026, 2, 1), FR)
    assert SCOPE == "piloter"


def test_the_model_of_simuler_tells_shares_that_say_they_are_estimates() -> None:
    known = bridges.knows_the_school(None)("2026-2027")
    assert set(known.facts) == {"continuation", "dropout"}
    for t in (FR, EN):
        for code, fact in known.facts.items():
            said = words.fact_text(code, fact, t)
            assert "Simuler" in said
            assert "estimation" in said or "estimate" in said
    assert 20 < known.simulated["continuation_bac_pro"].value < 90
    assert known.values == {}


def test_what_a_school_counts_in_simuler_is_what_the_group_reads(workspace: Workspace) -> None:
    nation = bridges.knows_the_school(workspace)("2026-2027")
    page = CohortsState(workspace)
    page.choose(CohortOrigin(Kind.SCHOOL, "CRETEIL", (("2024", "90", "80", "70", "20", "10"),)))
    known = bridges.knows_the_school(workspace)("2026-2027")
    assert known.academy == "Créteil"
    assert known.facts["dropout"].origin.detail == "lycee"
    assert known.facts["dropout"].values != nation.facts["dropout"].values
    assert SteeringState(workspace, knows=lambda year: known).academy == "Créteil"
