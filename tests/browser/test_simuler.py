"""Simuler in Chromium: a slider moves and the room sees it; by keyboard, in two languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from browser.conftest import Portal

PAGE = "/voila/render/simuler.ipynb"
LEVER = "Parcours de consolidation en BTS"


def test_a_lever_moved_by_keyboard_shows_what_changes_and_a_reload_keeps_it(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=portal)
    lever = page.get_by_role("slider", name=LEVER)
    lever.focus()
    page.keyboard.press("End")
    expect(lever).to_have_attribute("aria-valuetext", re.compile("100"))
    expect(page.locator(".j-sim-tiles")).to_contain_text("+1\u202f108")
    expect(page.locator(".j-sim-cards")).to_contain_text("+2,6 points")
    expect(page.get_by_text("Calcul précis terminé")).to_be_visible()
    page.get_by_role("button", name="Garder comme comparaison").focus()
    page.keyboard.press("Enter")
    kept = page.get_by_role("paragraph").filter(has_text=re.compile(f"Comparé à.*{LEVER}"))
    expect(kept).to_be_visible()
    lever.focus()
    page.keyboard.press("Home")
    expect(page.locator(".j-sim-tiles")).to_contain_text("−1\u202f108")
    expect(page.get_by_text("Calcul précis terminé")).to_be_visible()
    axe(page)
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]")
    expect(page.locator(".j-sim-tiles")).to_contain_text("−1\u202f108")
    page.get_by_role("button", name="Comparer de nouveau à aujourd'hui").click()
    expect(page.get_by_text("Déplacez un curseur")).to_be_visible()


def test_a_story_is_told_with_the_arrows_and_left_with_escape(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(f"{PAGE}?lang=en", server=portal)
    story = page.get_by_role("button", name=re.compile("What if every bac pro holder"))
    story.click()
    talk = page.get_by_role("dialog")
    expect(talk.get_by_role("heading")).to_contain_text("What if every bac pro holder")
    page.keyboard.press("ArrowRight")
    expect(talk.get_by_text("60.3% → 62.9%")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(talk.get_by_text("3 more")).to_be_visible()
    axe(page)
    page.keyboard.press("End")
    expect(talk.get_by_text("Where do these figures come from?")).to_be_visible()
    page.keyboard.press("Escape")
    expect(talk).to_be_hidden()
    expect(story).to_be_focused()
    expect(page.get_by_role("slider", name="Consolidation path in BTS")).to_have_value("100")


def test_a_school_is_filled_in_and_its_files_are_taken_away(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None], tmp_path: Path
) -> None:
    page = open_page(PAGE, server=portal)
    page.get_by_label("Je regarde").select_option("mon lycée")
    page.get_by_role("button", name="Remplir avec un lycée inventé").click()
    expect(page.get_by_text("pèsent").first).to_be_visible()
    axe(page)
    for label, ending in (
        ("Une page (.pdf)", "pdf"),
        ("Tous les chiffres (.xlsx)", "xlsx"),
        ("Scénario (.yaml)", "yaml"),
    ):
        with page.expect_download() as download:
            page.get_by_role("button", name=label, exact=True).click()
        assert download.value.suggested_filename == f"simuler-lycee-2025.{ending}"
        download.value.save_as(tmp_path / f"mine.{ending}")
    for ending, beginning in (("svg", b"<svg"), ("png", b"\x89PNG")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Image (.{ending})").last.click()
        download.value.save_as(tmp_path / f"chart.{ending}")
        assert (tmp_path / f"chart.{ending}").read_bytes().startswith(beginning)
    page.locator("input[type=file]").set_input_files(tmp_path / "mine.yaml")
    expect(page.get_by_text(re.compile("mine.yaml.*est ouvert"))).to_be_visible()
    (tmp_path / "bad.yaml").write_text("start_year: [")
    page.locator("input[type=file]").set_input_files(tmp_path / "bad.yaml")
    expect(page.get_by_text("ne peut pas être utilisé")).to_be_visible()


def test_the_page_fits_a_phone(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=portal, viewport={"width": 390, "height": 844})
    expect(page.locator("#parcours")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    axe(page)
