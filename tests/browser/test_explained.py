"""A team whose file cannot be planned whole: it reads why, what would help, and what changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from schools import csv_files, hard_example

PAGE = "/voila/render/planifier.ipynb"
SOLVE_MS = 90_000
CLASSES = ("TMELEC1", "1AQE")

Open = Callable[..., Any]


def open_hard(page: Any) -> None:
    files = [
        {"name": name, "mimeType": "text/csv", "buffer": content}
        for name, content in csv_files(hard_example(CLASSES)).items()
    ]
    page.locator("input[type=file]").first.set_input_files(files)
    expect(page.get_by_text(re.compile("2 classes, "))).to_be_visible()


def propose(page: Any) -> None:
    page.get_by_role("button", name=re.compile("Proposer un planning|Propose a plan")).click()


def test_why_and_what_would_help_then_what_changed(
    open_page: Open, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE)
    open_hard(page)
    propose(page)
    # Reasons are looked for without being asked, and verified.
    expect(
        page.get_by_text("Mme Rivière vient seulement le lundi de 09:00 à 17:00.")
    ).to_be_attached(timeout=SOLVE_MS)
    session = page.get_by_text("T-14 Entretiens avec la Psy-EN, par demi-groupes").first
    expect(session).to_be_visible()
    way = page.get_by_text("Mettre le créneau de TMELEC1 le lundi au lieu du jeudi.")
    if not way.is_visible():
        session.click()
    expect(way).to_be_visible()
    expect(page.get_by_text("(vérifié)").first).to_be_visible()
    expect(page.get_by_text("(pas vérifié)")).to_have_count(0)
    expect(page.get_by_role("heading", name="Ce que vaut ce planning")).to_be_visible()
    expect(page.get_by_text("C'est le meilleur planning possible")).to_be_visible()
    axe(page)

    page.locator("[role=grid] .jb-chip").first.click()
    page.get_by_role("button", name="Retirer").click()
    expect(page.get_by_text("Par rapport au planning d'avant : 1 séance retirée.")).to_be_visible()
    propose(page)
    expect(page.get_by_text(re.compile("Par rapport au planning d'avant : .*1 séance ajoutée"))
           ).to_be_visible(timeout=SOLVE_MS)  # fmt: skip
    axe(page)
    page.get_by_role("button", name="Revenir au planning d'avant").click()
    expect(page.get_by_text(re.compile("Par rapport au planning d'avant : .*1 séance retirée"))
           ).to_be_visible()  # fmt: skip


@pytest.mark.parametrize(
    "options", [{"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"}]
)
def test_in_english_on_a_phone_in_the_dark(
    open_page: Open, axe: Callable[[Any], None], options: dict[str, Any]
) -> None:
    page = open_page(PAGE + "?lang=en", **options)
    open_hard(page)
    propose(page)
    expect(page.get_by_text("Move the slot of TMELEC1 to Monday instead of Thursday.")
           ).to_be_attached(timeout=SOLVE_MS)  # fmt: skip
    axe(page)
    wider = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, "the page scrolls sideways"
