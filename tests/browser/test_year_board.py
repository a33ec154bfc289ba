"""Sessions are moved on the year board: by mouse, by finger, by keyboard, in a list of dates."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from playwright.sync_api import expect

from browser.conftest import Portal, start_portal

Axe = Callable[[Any], None]
Open = Callable[..., Any]
PAGE = "/voila/render/explorer.ipynb"
STILL = """() => {
    const board = document.querySelector('.jb-scroller'), before = board.scrollLeft;
    const same = (done) => setTimeout(() => done(before > 20 && board.scrollLeft === before), 200);
    return new Promise(same);
}"""
PAINTED = "() => new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def toy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    folder = tmp_path_factory.mktemp("board")
    shutil.copy(Path(__file__).with_name("year_board_page.py"), folder)
    cell = nbformat.v4.new_code_cell("import year_board_page\nyear_board_page.show()")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "explorer.ipynb")
    running = start_portal("--notebooks", str(folder))
    yield running
    running.stop()


@pytest.fixture
def open_board(open_page: Open, toy: Portal) -> Open:
    return lambda **options: open_page(PAGE, server=toy, **options)


@pytest.fixture
def page(open_board: Open) -> Any:
    return open_board()


def cell(page: Any, text: str) -> Any:
    """The one cell of the board whose name holds ``text``."""
    return page.get_by_role("gridcell", name=text)


def chip(page: Any, title: str) -> Any:
    return cell(page, title).locator(".jb-chip")


def middle(target: Any) -> tuple[float, float]:
    box = target.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def choosing(page: Any) -> Any:
    return page.get_by_text("Choisissez une semaine")


def drag(page: Any, source: Any, target: Any, *, wait: bool = True) -> None:
    page.mouse.move(*middle(source))
    page.mouse.down()
    x, y = middle(target)
    page.mouse.move(x - 5, y, steps=5)
    if wait:
        expect(choosing(page)).to_be_visible()
    page.mouse.move(x, y)


# --- by keyboard alone


def test_a_session_is_moved_back_and_forth_by_keyboard_alone(page: Any) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('[role=grid]')"):
            break
    page.keyboard.press("ArrowRight")
    expect(cell(page, "semaine 37 du 7 septembre 2026 : Présenter")).to_be_focused()
    page.keyboard.press("m")
    expect(page.get_by_text("Où placer « Présenter » ?")).to_be_visible()
    expect(page.get_by_text("places libres : 11")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(cell(page, "semaine 38 du 14 septembre 2026 : Place libre")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(cell(page, "semaine 39 du 21 septembre 2026 : Pose problème")).to_be_focused()
    sentence = "La classe a déjà « Visiter » cette semaine."
    expect(page.get_by_role("status").filter(has_text=sentence)).to_be_visible()
    page.keyboard.press("Enter")
    moved = cell(page, f"Présenter, Règle non respectée : {sentence}")
    expect(moved).to_be_focused()
    expect(moved).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Control+z")
    expect(cell(page, "semaine 37 du 7 septembre 2026 : Présenter")).to_be_focused()
    page.keyboard.press("Control+Shift+z")
    expect(moved).to_be_focused()


def test_escape_leaves_everything_as_it_was(page: Any) -> None:
    chip(page, "Présenter").click()
    page.keyboard.press("m")
    expect(choosing(page)).to_be_visible()
    page.keyboard.press("End")
    page.keyboard.press("Escape")
    expect(cell(page, ": Présenter")).to_be_focused()
    expect(cell(page, "Place libre")).to_have_count(0)
    expect(page.get_by_role("button", name="Annuler")).to_have_attribute("aria-disabled", "true")


def test_a_session_comes_from_the_tray_by_keyboard(page: Any) -> None:
    page.get_by_role("button", name="Simuler un entretien CAP1").focus()
    page.keyboard.press("m")
    expect(cell(page, "CAP1, semaine 37 du 7 septembre 2026 : Place libre")).to_be_focused()
    page.keyboard.press("Enter")
    expect(cell(page, "CAP1, semaine 37 du 7 septembre 2026 : Simuler")).to_be_focused()
    expect(page.get_by_text("À placer")).to_be_hidden()


def test_pin_and_take_out_by_key_and_by_button(page: Any) -> None:
    chip(page, "Présenter").click()
    page.keyboard.press("p")
    expect(cell(page, "Présenter, Épinglée")).to_be_focused()
    unpin = page.get_by_role("button", name="Détacher")
    unpin.click()
    expect(page.get_by_role("button", name="Épingler")).to_be_focused()
    expect(cell(page, "Épinglée")).to_have_count(0)
    page.get_by_role("button", name="Retirer").click()
    expect(page.get_by_role("button", name="Présenter TMELEC")).to_be_focused()
    expect(page.get_by_role("button", name="Placer")).to_be_visible()
    page.get_by_role("button", name="Annuler").click()
    expect(cell(page, ": Présenter")).to_be_visible()
    expect(page.get_by_role("button", name="Annuler")).to_be_focused()


def test_what_is_fixed_stays_and_says_so(page: Any) -> None:
    fixed = cell(page, "Écouter, Ne peut pas être déplacée")
    fixed.click()
    page.keyboard.press("m")
    said = page.get_by_role("status").filter(has_text="Ne peut pas être déplacée")
    expect(said.first).to_be_visible()
    expect(page.get_by_role("button", name="Déplacer")).to_have_count(0)
    expect(choosing(page)).to_have_count(0)


# --- by mouse


def test_a_session_is_dragged_from_the_tray(page: Any) -> None:
    todo = page.get_by_role("button", name="Simuler un entretien CAP1")
    drag(page, todo, cell(page, "CAP1, semaine 40"))
    expect(page.locator(".jb-tip").filter(has_text="Place libre")).to_be_visible()
    page.mouse.up()
    expect(cell(page, "CAP1, semaine 40 du 28 septembre 2026 : Simuler")).to_be_focused()
    expect(todo).to_have_count(0)


def test_a_drop_before_the_kernel_has_answered_counts(page: Any) -> None:
    drag(page, chip(page, "Présenter"), cell(page, "TMELEC, semaine 40"), wait=False)
    page.mouse.up()
    expect(cell(page, "TMELEC, semaine 40 du 28 septembre 2026 : Présenter")).to_be_focused()


def test_a_drop_with_a_problem_is_allowed_and_marked(page: Any) -> None:
    drag(page, chip(page, "Présenter"), cell(page, "TMELEC, semaine 48"))
    expect(page.locator(".jb-tip").filter(has_text="La classe est en PFMP.")).to_be_visible()
    page.mouse.up()
    broken = cell(page, "Présenter, Règle non respectée : La classe est en PFMP. ; PFMP")
    expect(broken.locator(".jb-broken .jb-bang")).to_be_visible()
    page.mouse.move(5, 5)
    page.keyboard.press("ArrowDown")
    broken.hover()
    expect(page.locator(".jb-tip").filter(has_text="La classe est en PFMP.")).to_be_visible()


def test_a_week_with_two_times_lets_one_choose(page: Any) -> None:
    drag(page, chip(page, "Présenter"), cell(page, "TMELEC, semaine 42"))
    page.mouse.up()
    expect(page.get_by_text("Plusieurs horaires cette semaine")).to_be_visible()
    page.get_by_role("button", name="Poser ici : jeudi").click()
    expect(cell(page, "TMELEC, semaine 42 du 12 octobre 2026 : Présenter")).to_be_focused()


def test_a_drop_elsewhere_moves_nothing(page: Any) -> None:
    drag(page, chip(page, "Présenter"), cell(page, "TMELEC, semaines 43 à 44"))
    page.mouse.up()
    expect(cell(page, "TMELEC, semaine 37 du 7 septembre 2026 : Présenter")).to_be_focused()
    expect(choosing(page)).to_have_count(0)


def test_a_failed_question_is_said_and_the_page_goes_on(page: Any) -> None:
    chip(page, "Séance piégée").click()
    page.get_by_role("button", name="Déplacer").click()
    expect(page.get_by_text("Cela n’a pas pu se faire")).to_be_visible()
    expect(page.get_by_text("Échec : la question est piégée")).to_be_visible()
    expect(cell(page, "Séance piégée")).to_be_focused()
    chip(page, "Présenter").click()
    page.keyboard.press("m")
    expect(choosing(page)).to_be_visible()


def test_only_the_row_of_the_moved_session_is_drawn_anew(page: Any) -> None:
    page.evaluate(
        "document.querySelectorAll('.jb-line, .jb-head').forEach(e => { e.kept = true; })"
    )
    chip(page, "Présenter").click()
    page.keyboard.press("m")
    expect(choosing(page)).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(cell(page, "semaine 38 du 14 septembre 2026 : Présenter")).to_be_focused()
    kept = "[...document.querySelectorAll('.jb-head, .jb-line')].map(e => !!e.kept)"
    assert page.evaluate(kept) == [True, False, True]


# --- one class, one person


def look_at(page: Any, kind: str, one: str | None = None) -> None:
    page.get_by_label("Montrer").last.select_option(label=kind)
    if one is not None:
        page.get_by_label(kind).select_option(label=one)


def heads(page: Any) -> list[str]:
    return [text.split("\n")[0] for text in page.get_by_role("rowheader").all_inner_texts()]


def test_what_one_person_does_stays_after_a_reload(page: Any) -> None:
    look_at(page, "Une personne", "Mme Roy (2)")
    expect(page.get_by_text("Planning de l’année : Mme Roy")).to_be_visible()
    expect(cell(page, "Visiter")).to_have_count(0)
    expect(cell(page, ": Présenter")).to_contain_text("mar. 14:00")
    expect(cell(page, "Séance piégée")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Planning de l’année : Mme Roy")).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Voir en liste").click()
    expect(page.get_by_role("table")).to_have_count(1)
    names = page.locator(".jb-pick").all_inner_texts()
    assert names == ["TMELEC · Présenter", "CAP1 · Séance piégée"]
    look_at(page, "Toutes les classes")
    expect(page.get_by_text("Planning de l’année", exact=True)).to_be_visible()
    assert "#" not in page.url


def test_the_view_is_chosen_by_keyboard(page: Any) -> None:
    page.get_by_label("Montrer").last.focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Planning de l’année : TMELEC")).to_be_visible()
    expect(page.get_by_label("Montrer").last).to_be_focused()
    assert heads(page) == ["TMELEC", "TMELEC-ins"]
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("Planning de l’année : CAP1")).to_be_visible()
    expect(page.get_by_label("Une classe")).to_be_focused()


def test_a_session_moves_inside_a_view_and_comes_back(page: Any) -> None:
    look_at(page, "Une classe", "TMELEC (3)")
    drag(page, chip(page, "Visiter"), cell(page, "TMELEC-ins, semaine 40"))
    page.mouse.up()
    expect(cell(page, "TMELEC-ins, semaine 40 du 28 septembre 2026 : Visiter")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(cell(page, "TMELEC-ins, semaine 39 du 21 septembre 2026 : Visiter")).to_be_focused()


def test_a_person_without_sessions_is_told_so(page: Any, axe: Axe) -> None:
    look_at(page, "Une personne", "M. Bey (0)")
    expect(page.get_by_text("Rien de prévu.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Voir en liste").click()
    expect(page.get_by_text("Rien de prévu.")).to_be_visible()


# --- by finger


def test_a_finger_that_rests_carries_one_that_slides_scrolls(open_board: Open) -> None:
    page = open_board(**PHONE)
    page.get_by_role("button", name="Voir l’année").tap()
    source = chip(page, "Présenter")
    source.scroll_into_view_if_needed()
    finger = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": x, "y": y} for x, y in points]
        finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touches})

    x, y = middle(source)
    touch("Start", (x, y))
    for step in range(8):
        touch("Move", (x - 10 * step, y))
    touch("End")
    page.wait_for_function(STILL)
    expect(choosing(page)).to_have_count(0)

    page.locator(".jb-scroller").evaluate("e => { e.scrollLeft = 0; }")
    touch("Start", middle(source))
    expect(choosing(page)).to_be_visible()
    target = cell(page, "TMELEC, semaine 38 du 14 septembre 2026")
    x, y = middle(target)
    page.evaluate(PAINTED)  # a busy page does not answer a finger in time, and the browser scrolls
    touch("Move", (x - 12, y))
    touch("Move", (x, y))
    there = page.locator(".jb-tip").filter(has_text="2026-09-15")  # that week, and no other
    expect(there).to_contain_text("Place libre")
    touch("End")
    expect(cell(page, "TMELEC, semaine 38 du 14 septembre 2026 : Présenter")).to_be_visible()


def test_a_finger_that_the_browser_takes_leaves_the_weeks_to_a_tap(open_board: Open) -> None:
    page = open_board(**PHONE)
    page.get_by_role("button", name="Voir l’année").tap()
    source = chip(page, "Présenter")
    source.scroll_into_view_if_needed()
    finger = page.context.new_cdp_session(page)
    x, y = middle(source)
    start = {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]}
    finger.send("Input.dispatchTouchEvent", start)
    expect(choosing(page)).to_be_visible()
    finger.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    expect(page.locator(".jb-ghost")).to_have_count(0)
    cell(page, "TMELEC, semaine 38 du 14 septembre 2026 : Place libre").tap()
    expect(cell(page, "TMELEC, semaine 38 du 14 septembre 2026 : Présenter")).to_be_visible()


def test_on_a_phone_one_chooses_a_date_in_a_list(open_board: Open, axe: Axe) -> None:
    page = open_board(**PHONE)
    axe(page)
    page.get_by_role("button", name="Présenter").tap()
    page.get_by_role("button", name="Déplacer").tap()
    places = page.get_by_role("group", name="Où placer « Présenter » ?")
    expect(places.get_by_role("paragraph").first).to_be_focused()
    expect(page.get_by_text("Dates libres (11)")).to_be_visible()
    axe(page)
    page.get_by_text("Dates qui posent problème (5)").tap()
    expect(page.get_by_text("La classe a déjà « Visiter » cette semaine.")).to_be_visible()
    page.get_by_role("button", name="jeudi 2026-10-15").tap()
    expect(page.get_by_role("button", name="Présenter")).to_be_focused()
    expect(page.get_by_role("row", name="jeu. 15 oct.")).to_contain_text("Présenter")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways"


# --- everybody


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editable_board_passes_axe(open_board: Open, axe: Axe, scheme: str) -> None:
    page = open_board(color_scheme=scheme)
    axe(page)
    chip(page, "Présenter").click()
    page.keyboard.press("m")
    expect(choosing(page)).to_be_visible()
    axe(page)
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(cell(page, re.compile("Présenter"))).to_be_focused()
    axe(page)
    page.get_by_role("button", name="Voir en liste").click()
    axe(page)


def test_a_closed_board_leaves_nothing_behind(page: Any) -> None:
    """Listeners and elements of the page are as many after ten boards as after one."""
    session = page.context.new_cdp_session(page)

    def counted() -> dict[str, int]:
        session.send("HeapProfiler.collectGarbage")
        return session.send("Memory.getDOMCounters")

    expect(page.get_by_role("grid")).to_have_count(1)
    again, off = (page.get_by_role("button", name=name) for name in ("Rouvrir", "Fermer"))
    off.click()
    expect(page.get_by_role("grid")).to_have_count(0)
    again.click()
    expect(page.get_by_role("grid")).to_have_count(1)
    before = counted()
    for _ in range(8):
        off.click()
        expect(page.get_by_role("grid")).to_have_count(0)
        again.click()
        expect(page.get_by_role("grid")).to_have_count(1)
    after = counted()
    assert after["jsEventListeners"] <= before["jsEventListeners"] + 8
    assert after["nodes"] <= before["nodes"] + 200, "a board has over a thousand"


def test_on_paper_there_is_nothing_to_edit(page: Any) -> None:
    chip(page, "Présenter").click()
    page.emulate_media(media="print")
    expect(page.get_by_role("grid")).to_be_visible()
    for name in ("Annuler", "Rétablir", "Déplacer", "Simuler un entretien CAP1"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
