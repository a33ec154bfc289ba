"""A team plans its year: opens, proposes, reads, takes away; mouse, keyboard, two languages."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ics
import openpyxl
import pytest
from playwright.sync_api import expect

from jalons.i18n import Translator
from jalons.resources import EXAMPLES
from jalons.school.template import template_bytes

PAGE = "/voila/render/planifier.ipynb"
EXAMPLE = PAGE + "?exemple=2025-2026"
SOLVE_MS = 60_000

Open = Callable[..., Any]


def propose(page: Any) -> None:
    """Ask for a plan and wait until it is there."""
    page.get_by_role("button", name=re.compile("Proposer un planning|Propose a plan")).click()
    expect(page.get_by_text(re.compile("102 (séances sur|of) 102"))).to_be_visible(timeout=SOLVE_MS)


def saved(page: Any, name: str | re.Pattern[str]) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_from_the_example_to_the_calendar(open_page: Open, axe: Callable[[Any], None]) -> None:
    page = open_page(EXAMPLE)
    expect(page.get_by_text("12 classes, 102 séances à placer")).to_be_visible()
    propose(page)
    assert page.locator("[role=grid] .jb-chip").count() >= 80
    axe(page)

    name, data = saved(page, "Classeur (.xlsx)")
    assert name == "planning-lycee-professionnel-des-quatre-vents-2025-2026.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["planning"].max_row == 103

    page.get_by_label("Calendrier de").select_option(label="la classe TMELEC1")
    name, data = saved(page, "Calendrier (.ics)")
    assert name == "tmelec1-2025-2026.ics"
    calendar = ics.Calendar(data.decode())
    assert len(calendar.events) == sum(
        row[2].value == "TMELEC1" for row in book["planning"].iter_rows(min_row=2)
    )

    _, data = saved(page, "Données (.json)")
    assert len(json.loads(data)["assignments"]) == 102


def test_a_reload_brings_everything_back(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    propose(page)
    page.goto(page.url.split("?")[0])
    page.wait_for_selector("html[data-jalons-ready=true]")
    expect(page.get_by_text("102 séances sur 102")).to_be_visible()


def test_in_english(open_page: Open, axe: Callable[[Any], None]) -> None:
    page = open_page(EXAMPLE + "&lang=en")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    propose(page)
    expect(page.get_by_text("12 classes, 102 sessions to place")).to_be_visible()
    expect(page.get_by_role("button", name="Calendar (.ics)")).to_be_visible()
    axe(page)


def test_own_file_then_a_wrong_one(open_page: Open) -> None:
    page = open_page(PAGE)
    workbook = {"name": "ecole.xlsx", "mimeType": "x", "buffer": template_bytes(Translator("fr"))}
    page.locator("input[type=file]").set_input_files(workbook)
    expect(page.get_by_text("Lycée professionnel (exemple), année 2026-2027")).to_be_visible()
    expect(page.get_by_text("à confirmer").first).to_be_attached()

    folder = EXAMPLES / "lp-quatre-vents-2025-2026"
    files = [
        {"name": path.name, "mimeType": "text/csv", "buffer": path.read_bytes()}
        for path in sorted(folder.glob("*.csv"))
        if path.name != "classes.csv"
    ]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("l'établissement déjà ouvert est gardé")).to_be_visible()
    expect(page.get_by_text("feuille classes : cette feuille manque")).to_be_visible()
    expect(page.get_by_text("Traceback")).to_have_count(0)


def test_a_file_that_is_far_too_large_is_not_sent(open_page: Open, tmp_path: Path) -> None:
    page = open_page(PAGE)
    large = tmp_path / "large.csv"
    with large.open("wb") as file:
        file.truncate(200_000_000)
    page.locator("input[type=file]").set_input_files(large)
    expect(page.get_by_text(re.compile("large.csv est trop lourd"))).to_be_visible()


def tab_to(page: Any, wanted: Any, most: int) -> None:
    """Press the Tab key until ``wanted`` has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if wanted.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"{wanted} cannot be reached with {most} presses of the Tab key")


def test_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    bar = page.get_by_role("navigation", name="Sur cette page")
    tab_to(page, bar.get_by_role("link", name="Proposer un planning"), 25)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Proposer un planning"), 3)
    page.keyboard.press("Enter")
    expect(page.get_by_text("102 séances sur 102")).to_be_visible(timeout=SOLVE_MS)
    inside_grid = "() => !!document.activeElement.closest('[role=grid]')"
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate(inside_grid):
            break
    else:
        pytest.fail("the board cannot be reached with the Tab key")
    first = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowRight")
    second = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    assert second
    assert second != first


def test_without_a_school_the_page_says_what_to_do(open_page: Open) -> None:
    """In a page of its own: what other tests opened comes back otherwise."""
    page = open_page(PAGE + "?exemple=2026-2027")
    expect(page.get_by_text("2027-03-11").first).to_be_attached()
    expect(page.get_by_text("Aucun planning n'est encore proposé")).to_be_visible()


@pytest.mark.parametrize(
    "options",
    [
        {"viewport": {"width": 360, "height": 740}},
        {"color_scheme": "dark"},
    ],
    ids=["phone", "dark"],
)
def test_on_a_phone_and_in_the_dark(
    open_page: Open, axe: Callable[[Any], None], options: dict[str, Any]
) -> None:
    page = open_page(EXAMPLE, **options)
    propose(page)
    axe(page)
    wider = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, "the page scrolls sideways"


def test_on_paper_the_board_stays_and_the_controls_go(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    propose(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("grid")).to_be_visible()
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.get_by_role("button", name="Proposer un planning")).to_be_hidden()


def test_a_session_moves_by_keyboard_and_back(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    propose(page)
    chip = page.locator("[role=grid] .jb-chip").first
    chip.click()
    page.keyboard.press("m")
    expect(page.get_by_text(re.compile("Choisissez une semaine"))).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Planning modifié depuis la recherche : 102 séances")).to_be_visible()
    page.get_by_role("button", name="Annuler").click()
    expect(page.get_by_text("Tout est placé : 102 séances sur 102")).to_be_visible()


def test_a_session_taken_out_waits_in_the_tray(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    propose(page)
    page.locator("[role=grid] .jb-chip").first.click()
    page.get_by_role("button", name="Retirer").click()
    expect(page.get_by_text("Planning modifié depuis la recherche : 101 séances")).to_be_visible()
    expect(page.get_by_text("À placer").first).to_be_visible()
    expect(page.get_by_role("heading", name="Les séances laissées de côté")).to_be_visible()


def test_the_bar_leads_to_each_part_by_keyboard_and_stays_in_sight(open_page: Open) -> None:
    page = open_page(EXAMPLE)
    bar = page.get_by_role("navigation", name="Sur cette page")
    expect(bar.get_by_role("link", name="L'année, classe par classe")).to_be_visible()
    # A school is open: nobody begins without a file any more.
    expect(bar.get_by_role("link", name="Commencer sans fichier")).to_have_count(0)
    propose(page)
    link = bar.get_by_role("link", name="Emporter le planning")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Emporter le planning")).to_be_focused()
    expect(page.get_by_role("heading", name="Emporter le planning")).to_be_in_viewport()
    expect(link).to_be_in_viewport()
    expect(link).to_have_attribute("aria-current", "true")
