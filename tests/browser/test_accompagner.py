"""A team follows a class in Chromium: by keyboard, in two languages, on a phone, names apart."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Portal

PAGE = "/voila/render/accompagner.ipynb"
SECRET = "Zora Dupuis-Lenoir"
Open = Callable[..., Any]


def reach(page: Any, target: Any, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("node => node.contains(document.activeElement)"):
            return
    pytest.fail("cannot be reached from the keyboard")


def cell(page: Any, row: int, col: int) -> Any:
    line = page.locator(f".j-grid-row[aria-rowindex='{row + 2}']")
    return line.get_by_role("gridcell").nth(col)


def tab(page: Any, name: str) -> Any:
    return page.get_by_role("tab", name=re.compile(f"^{name}"))


def test_a_class_is_opened_and_filled_in_by_keyboard_and_a_reload_loses_nothing(
    open_page: Open, portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=portal)
    page.locator("h1").click()
    reach(page, page.get_by_label("Classe", exact=True))
    page.keyboard.type("TMELEC9")
    reach(page, page.get_by_role("button", name="Ouvrir cette classe"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("il n'y a encore personne")).to_be_visible()
    reach(page, page.get_by_label("Ou coller ici"))
    page.keyboard.insert_text("E01\nE02\nE03")
    reach(page, page.get_by_role("button", name="Ajouter ces élèves"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("3 élèves sont arrivés")).to_be_visible()
    expect(tab(page, "Élèves")).to_contain_text("3")

    reach(page, page.locator(".j-grid-cells"))
    page.keyboard.type("E02")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("études")
    page.keyboard.press("Enter")
    expect(cell(page, 0, 2)).to_have_text("études")
    expect(cell(page, 0, 3)).not_to_have_text("")  # the day came by itself
    expect(page.get_by_text("Tout est juste et gardé.")).to_be_visible()
    axe(page)
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]")
    expect(page.get_by_text("TMELEC9, 2026-2027").first).to_be_visible()
    expect(cell(page, 0, 0)).to_have_text("E02")
    expect(cell(page, 0, 2)).to_have_text("études")


def test_the_example_tells_what_is_late_in_english_and_prints_its_sheets(
    open_page: Open, portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(f"{PAGE}?lang=en", server=portal)
    page.get_by_role("button", name="See an example class").click()
    expect(page.get_by_text("On 12 Jun 2026")).to_be_visible()
    expect(page.get_by_role("heading", name="An attestation is missing (2)")).to_be_visible()
    page.get_by_role("button", name="By pupil", exact=True).click()
    expect(page.get_by_role("heading", name="E20", exact=True)).to_be_visible()
    field = page.get_by_label("Seen on")
    field.fill("2025-09-10")
    expect(page.get_by_text("one thing is waiting")).to_be_visible()
    field.fill("2026-06-12")
    expect(page.get_by_role("heading", name="E20", exact=True)).to_be_visible()
    axe(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="The whole class (.pdf)").click()
    assert download.value.suggested_filename.startswith("dialogue-class-")
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")


def test_names_are_kept_apart_and_a_pupil_is_removed_on_a_phone(
    open_page: Open, portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=portal, viewport={"width": 390, "height": 844})
    page.get_by_role("button", name="Voir une classe d'exemple").click()
    expect(page.get_by_text("choses attendent")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Garder les noms").check()
    expect(page.get_by_text("Une colonne « Nom »")).to_be_visible()
    page.get_by_role("button", name=re.compile("Ajouter une liste d'élèves")).click()
    page.get_by_label("Ou coller ici").fill(f"eleve\tnom\nE01\t{SECRET}")
    page.get_by_role("button", name="Ajouter ces élèves").click()
    expect(page.get_by_text("Un élève est arrivé.")).to_be_visible()
    expect(page.get_by_role("cell", name=re.compile(SECRET)).first).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Groupes (.xlsx)").click()
    assert "Zora" not in download.value.suggested_filename
    assert "Zora" not in page.url
    who = page.get_by_label("Élève", exact=True).last
    who.select_option(label=SECRET)
    page.get_by_role("button", name=re.compile("^Retirer partout")).click()
    axe(page)
    page.get_by_role("button", name=re.compile("Retirer partout")).last.click()
    expect(page.get_by_text("L'élève est retiré partout")).to_be_visible()
    expect(page.get_by_text("23 élèves", exact=False).first).to_be_visible()
    expect(page.get_by_text(SECRET)).to_have_count(0)
    assert "Zora" not in "".join(portal.said)
