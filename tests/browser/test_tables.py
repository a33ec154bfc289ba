"""A team fills its tables in on the page: keyboard, clipboard, mistakes, reload, two languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Portal, start_portal
from test_school_import import foreign

PAGE = "/voila/render/planifier.ipynb"
EXAMPLE = PAGE + "?exemple=2025-2026"
SOLVE_MS = 60_000

Open = Callable[..., Any]


def tables(page: Any, sheet: str = "") -> Any:
    """Open the tables, at one of them."""
    page.get_by_role("button", name=re.compile("Modifier les tableaux|Edit the tables")).click()
    if sheet:
        page.get_by_role("tab", name=sheet).click()
        expect(page.get_by_role("tab", name=sheet)).to_have_attribute("aria-selected", "true")
    return page.locator(".j-grid-cells")


def cell(page: Any, row: int, col: int) -> Any:
    """A cell by its place, both from 0."""
    line = page.locator(f".j-grid-row[aria-rowindex='{row + 2}']")
    return line.get_by_role("gridcell").nth(col)


def reach(page: Any, target: Any, key: str = "Tab", most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press(key)
        if target.evaluate("node => node.contains(document.activeElement)"):
            return
    pytest.fail("cannot be reached from the keyboard")


def test_a_placement_moved_by_keyboard_breaks_rules_and_a_new_search_mends_them(
    open_page: Open, axe: Callable[[Any], None]
) -> None:
    page = open_page(EXAMPLE)
    page.get_by_role("button", name="Proposer un planning").click()
    expect(page.get_by_text("102 séances sur 102")).to_be_visible(timeout=SOLVE_MS)

    page.locator("h1").click()
    reach(page, page.get_by_role("button", name="Modifier les tableaux"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_role("tab", name=re.compile("Classes")))
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name=re.compile("PFMP"))).to_have_attribute(
        "aria-selected", "true"
    )
    expect(cell(page, 0, 1)).to_have_text("lun. 24/11/2025")
    reach(page, page.locator(".j-grid-cells"))
    page.keyboard.press("ArrowRight")
    page.keyboard.type("8/9/25")
    page.keyboard.press("Enter")
    expect(cell(page, 0, 1)).to_have_text("lun. 08/09/2025")
    expect(page.get_by_text(re.compile("Tableaux corrects, mais .* règles?"))).to_be_visible()
    expect(page.get_by_text(re.compile("2TNE1.* est en PFMP le")).first).to_be_visible()
    axe(page)

    page.get_by_role("button", name="Proposer un planning").click()
    expect(page.get_by_text("102 séances sur 102")).to_be_visible(timeout=SOLVE_MS)
    expect(page.get_by_text("sans aucune règle enfreinte")).to_be_visible()


def test_ten_rows_from_a_spreadsheet(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tables(page, "Lieux")
    before = page.locator(".j-grid-row").count()
    rows = [f"Salle C{n}\tSalle informatique\t{n} places" for n in range(10, 20)]
    page.evaluate("text => navigator.clipboard.writeText(text)", "\r\n".join(rows) + "\r\n")
    cell(page, before - 2, 0).click()
    page.keyboard.press("Control+v")
    expect(page.get_by_role("tab", name="Lieux")).to_contain_text(str(before - 2 + 10))
    expect(cell(page, before - 2, 1)).to_have_text("salle informatique")
    expect(cell(page, before + 7, 2)).to_have_text("19")
    expect(page.get_by_text("Tableaux corrects")).to_be_visible()

    page.keyboard.press("Control+c")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.split("\n")[0] == "Salle C10\tsalle_info\t10"
    page.keyboard.press("Control+z")
    expect(page.get_by_role("tab", name="Lieux")).to_contain_text(str(before - 2))
    expect(page.locator(".j-grid-row")).to_have_count(before)


def test_a_half_done_edit_is_there_after_a_reload(
    open_page: Open, axe: Callable[[Any], None]
) -> None:
    page = open_page(EXAMPLE)
    tables(page, "Personnes")
    last = page.locator(".j-grid-row").count() - 2
    cell(page, last, 0).click()
    page.keyboard.type("Mme Nouvelle")
    page.keyboard.press("Tab")
    expect(cell(page, last, 1)).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".j-grid-bubble")).to_contain_text("attendu")
    page.keyboard.type("capitaine")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Une case à corriger")).to_be_visible()
    expect(page.get_by_role("tab", name="Personnes")).to_contain_text("1 à corriger")
    axe(page)

    page.goto(page.url.split("?")[0])
    page.wait_for_selector("html[data-jalons-ready=true]")
    expect(page.get_by_text("Une case à corriger")).to_be_visible()
    page.get_by_role("tab", name="Personnes").click()
    expect(cell(page, last, 1)).to_have_text("capitaine")
    cell(page, last, 1).click()
    page.keyboard.press("F2")
    page.keyboard.press("Control+a")
    page.keyboard.type("psy")
    page.keyboard.press("Enter")
    expect(cell(page, last, 1)).to_have_text("Psy-EN")
    expect(page.get_by_text("Tableaux corrects")).to_be_visible()


def test_choices_are_lists_and_escape_gives_up(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    tables(page, "Séances")
    cell(page, 0, 3).click()
    page.keyboard.press("Enter")
    options = page.get_by_role("listbox", name="Niveaux").get_by_role("option")
    expect(options).to_have_count(6)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(cell(page, 0, 3)).to_have_text("Tle")
    expect(page.get_by_role("listbox")).to_have_count(0)
    cell(page, 0, 4).click()
    page.keyboard.type("ins")
    page.keyboard.press("Enter")
    expect(cell(page, 0, 4)).to_have_text("insertion")
    page.get_by_role("button", name="Annuler").first.click()
    expect(cell(page, 0, 4)).to_have_text("toute la classe")


def test_in_english_on_a_phone_in_the_dark(open_page: Open, axe: Callable[[Any], None]) -> None:
    page = open_page(
        EXAMPLE + "&lang=en", viewport={"width": 390, "height": 800}, color_scheme="dark"
    )
    tables(page, "Places")
    expect(page.get_by_role("grid", name="Places")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Seats")).to_be_attached()
    axe(page)
    wider = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, "the page scrolls sideways"


def test_fast_typing_loses_nothing(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    tables(page, "Lieux")
    last = page.locator(".j-grid-row").count() - 2
    cell(page, last, 0).click()
    for n in range(6):
        page.keyboard.type(f"Salle {n}")
        page.keyboard.press("Tab")
        page.keyboard.type("cdi")
        page.keyboard.press("Tab")
        page.keyboard.type(str(20 + n))
        page.keyboard.press("Tab")
    expect(page.get_by_role("tab", name="Lieux")).to_contain_text(str(last + 6))
    for n in range(6):
        expect(cell(page, last + n, 0)).to_have_text(f"Salle {n}")
        expect(cell(page, last + n, 2)).to_have_text(str(20 + n))
    expect(page.get_by_text("Tableaux corrects")).to_be_visible()


def test_a_foreign_workbook_is_matched_by_hand_and_mended(
    open_page: Open, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE + "?exemple=2026-2027")
    workbook = {"name": "ecole.xlsx", "mimeType": "x", "buffer": foreign()}
    page.locator("input[type=file]").first.set_input_files(workbook)
    expect(page.get_by_role("heading", name="Reprendre ce fichier")).to_be_visible()
    expect(page.get_by_label("Ligne des titres")).to_have_value("3")
    expect(page.get_by_role("table").get_by_text("2CAP EPC").first).to_be_visible()
    page.get_by_label("Heures visées", exact=True).select_option(label="colonne « Effectif total »")
    expect(page.get_by_role("table").get_by_role("cell", name="24").nth(1)).to_be_visible()
    page.get_by_label("Tableau", exact=True).select_option(value="Créneaux : feuille « EDT »")
    expect(page.get_by_text("feuille EDT, ligne 4, colonne Jour, « Mercrdi »")).to_be_visible()
    axe(page)
    page.get_by_role("button", name=re.compile("Reprendre : Classes")).click()
    expect(page.get_by_role("heading", name="Reprendre ce fichier")).to_be_hidden()
    page.get_by_role("tab", name="Créneaux").click()
    expect(cell(page, 2, 1)).to_have_text("Mercrdi")
    cell(page, 2, 1).click()
    page.keyboard.type("mer")
    page.keyboard.press("Enter")
    expect(cell(page, 2, 1)).to_have_text("mercredi")


@pytest.fixture
def untouched() -> Iterator[Portal]:
    """A portal in whose workspace nothing was ever opened."""
    running = start_portal()
    yield running
    running.stop()


def test_a_school_begins_without_a_file(
    untouched: Portal, open_page: Open, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=untouched)
    page.get_by_label("Vos classes").fill("TMELEC, 1MELEC")
    page.get_by_role("button", name="Commencer", exact=True).click()
    expect(page.get_by_text(re.compile("Mon lycée professionnel.*2 classes"))).to_be_visible()
    page.get_by_role("button", name="Choisir des séances").click()
    page.get_by_role("checkbox", name=re.compile("^TPRO-01 ")).check()
    axe(page)
    page.get_by_role("button", name="Ajouter cette séance").click()
    expect(page.get_by_text(re.compile("2 classes, 1 séance"))).to_be_visible()
    page.get_by_role("button", name="Proposer un planning").click()
    expect(page.get_by_text("1 séances sur 1")).to_be_visible(timeout=SOLVE_MS)
