"""Parts of the page Planifier without a browser: reasons are looked for, changes are told."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest

from jalons.data.lessons import THEMES, read_lessons
from jalons.i18n import Translator
from jalons.planner.compare import differences
from jalons.planner.domain import Plan
from jalons.planner.page.board import BoardPart
from jalons.planner.page.changes import ChangesPart
from jalons.planner.page.hours import HoursPart
from jalons.planner.page.left_out import LeftOutPart
from jalons.planner.page.part import Page
from jalons.planner.page.quality import QualityPart
from jalons.planner.school_editing import SchoolEditing
from jalons.planner.state import PlannerState
from jalons.planner.tables import tidy_for_all
from schools import csv_files, hard_example

FR = Translator("fr")


def opened() -> PlannerState:
    state = PlannerState([lesson.row for lesson in read_lessons()])
    state.open_files(csv_files(hard_example()), "dur")
    assert state.problems == ()
    return state


@pytest.fixture(scope="module")
def hard() -> Plan:
    state = opened()
    return state.solve(lambda _: None, threading.Event())


def test_hours_say_what_is_left_out_and_what_is_only_announced(hard: Plan) -> None:
    state = opened()
    state.accept(hard)
    shown = text(HoursPart(page(state)).gauges.value)
    announced = "7,3 h placées, 30 h visées (à confirmer) ; une de ses séances n'est pas placée"
    assert announced in shown  # the target is the regulation's, and not confirmed
    assert "6 h placées, 20 h visées ; toutes ses séances sont placées" in shown


def test_the_worth_of_a_plan_is_told_class_by_class(hard: Plan) -> None:
    state = opened()
    part = QualityPart(page(state))
    state.accept(hard)
    shown = text(part.text.value)
    assert "13 séances obligatoires ne sont pas placées, dans 10 classes." in shown
    assert "TMELEC1 : 2" in shown
    state.take_out(hard.assignments[0].task)
    assert "Planning modifié depuis la recherche" in text(part.text.value)


def page(state: PlannerState) -> Page:
    return Page(state, FR, THEMES, {}, SchoolEditing(state, tidy_for_all()))


def text(html: str) -> str:
    return unescape(re.sub("<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL))


def test_reasons_are_looked_for_verified_and_shown(hard: Plan) -> None:
    state = opened()
    part = LeftOutPart(page(state))
    assert part.widget.layout.display == "none"
    state.accept(hard)
    assert part.widget.layout.display == ""
    assert "13 séances obligatoires ne sont pas placées." in text(part.count.value)
    assert "(pas vérifié)" in text(part.list.value)
    part.job.run_blocking()
    shown = text(part.list.value)
    assert "(pas vérifié)" not in shown
    assert "Mme Rivière vient seulement le lundi de 09:00 à 17:00." in shown
    assert "Mettre le créneau de TMELEC1 le lundi au lieu du jeudi." in shown
    assert "vient seulement le jeudi 15 janvier 2026 de 13:30 à 17:00." in shown
    assert part.bar.blocked == "Toutes les raisons sont déjà vérifiées."
    assert state.plan is not None
    assert state.plan.assignments == hard.assignments
    state.undo()
    assert state.plan is None  # looking for reasons is nothing to undo
    part.close()


async def _until(done: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not done():
            await asyncio.sleep(0.05)


def test_after_a_search_reasons_are_looked_for_unasked_and_for_the_newest_plan(hard: Plan) -> None:
    """A second search ends while the first one's reasons are still looked for."""

    async def watch() -> None:
        state = opened()
        part = LeftOutPart(page(state))
        state.accept(replace(hard))
        assert part.job.busy
        assert hard.solver is not None
        fewer = replace(hard, unplaced=hard.unplaced[-1:], solver=replace(hard.solver, seed=2))
        state.accept(fewer)
        await _until(lambda: bool(state.plan) and state.plan.unplaced[0].verified)
        assert state.plan is not None
        assert len(state.plan.unplaced) == 1
        await _until(lambda: not part.job.busy)
        part.close()

    asyncio.run(watch())


def test_reasons_for_a_plan_that_has_changed_are_not_taken(hard: Plan) -> None:
    state = opened()
    state.accept(hard)
    state.explain_limit_s = 0.0
    late = state.explain(lambda *_: None, threading.Event())
    state.take_out(hard.assignments[0].task)
    assert not state.accept_reasons(late)
    assert state.plan is not None
    assert len(state.plan.assignments) == len(hard.assignments) - 1


def test_reasons_stop_when_the_time_is_up(hard: Plan) -> None:
    state = opened()
    state.accept(hard)
    state.explain_limit_s = 0.0
    assert state.explain(lambda *_: None, threading.Event()) == hard


def test_a_school_that_changes_keeps_the_plan_and_says_what_no_longer_holds(hard: Plan) -> None:
    """The terminale's placement is moved onto weeks with sessions: nothing is lost, all is said."""
    state = opened()
    state.accept(hard)
    whole = page(state)
    board = BoardPart(whole)
    day = next(a.day for a in hard.assignments if a.task.class_name == "TMELEC1")
    rows = whole.editing.draft.rows("pfmp")
    number = next(n for n, row in enumerate(rows) if row[0] == "TMELEC1")
    whole.editing.set_cells("pfmp", [(number, 1, day.isoformat()), (number, 2, day.isoformat())])
    assert state.plan is not None
    assert len(state.plan.assignments) == len(hard.assignments)
    assert "n'est plus respectée" in board.outcome.message
    assert any("TMELEC1 est en PFMP" in item for item in board.outcome.items)
    again = state.solve(lambda _: None, threading.Event())
    changes = differences(state.plan, again)
    assert 1 <= len(changes) <= 6
    assert any(c.task.class_name == "TMELEC1" for c in changes)
    state.accept(again)
    assert board.outcome.items == []
    assert state.before is not None


def moved(state: PlannerState, index: int) -> None:
    """Put one session into the first other place that breaks nothing."""
    assert state.plan is not None
    was = state.plan.assignments[index]
    free = (m.assignment for m in state.places_for(was.task) if not m.reasons)
    state.put(next(a for a in free if a.day != was.day))


def test_what_changed_is_counted_listed_filtered_and_taken_back(hard: Plan) -> None:
    state = opened()
    part = ChangesPart(page(state))
    state.accept(hard)
    assert part.widget.layout.display == "none"  # the first plan changes nothing
    moved(state, 5)
    assert part.widget.layout.display == ""
    assert "1 séance déplacée." in text(part.count.value)
    assert state.plan is not None
    (change,) = differences(hard, state.plan)
    assert change.task.session in text(part.table.value)
    others = replace(hard, assignments=hard.assignments[:-2])
    state.accept(others)
    said = text(part.count.value)
    assert "1 séance déplacée et 2 séances retirées" in said
    gone = hard.assignments[-1]
    part.who.value = ("class", gone.task.class_name)
    assert "pas placée" in text(part.table.value)
    assert change.task.class_name == gone.task.class_name or (
        text(part.table.value).count(change.task.session) == 0
    )
    before = state.before
    part.back.click()
    assert state.plan.assignments == before.assignments if before else False
    assert "2 séances ajoutées" in text(part.count.value)
    state.undo()
    assert state.plan.assignments == others.assignments
    part.close()


def test_a_pin_leaves_the_differences_of_before(hard: Plan) -> None:
    state = opened()
    state.accept(hard)
    moved(state, 5)
    before = state.before
    state.toggle_pin(hard.assignments[0].task)
    assert state.before is before
