"""A steering group on its page in Chromium: by keyboard, in two languages, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

from browser.conftest import Portal

PAGE = "/voila/render/piloter.ipynb"


def join(page: Any, name: str) -> None:
    page.get_by_label(re.compile("Nouveau participant|New member")).fill(name)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".j-survey fieldset").first).to_be_visible()


def test_a_group_answers_by_keyboard_and_a_reload_loses_nothing(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=portal)
    join(page, "Mme R.")
    first = page.locator(".j-survey fieldset").first
    first.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    expect(first.get_by_role("radio", name="en partie")).to_be_checked()
    expect(first.get_by_text("Enregistré.")).to_be_visible()
    expect(first.get_by_role("radio", name="en partie")).to_be_focused()
    first.get_by_text("Ajouter ce qui le montre").click()
    note = first.get_by_role("textbox")
    note.fill("page 4 du projet")
    note.blur()
    expect(page.get_by_text("1,0 sur 3")).to_be_visible()
    axe(page)
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]")
    page.get_by_label("Je suis").select_option("Mme R.")
    again = page.locator(".j-survey fieldset").first
    expect(again.get_by_role("radio", name="en partie")).to_be_checked()
    expect(again.get_by_role("textbox")).to_have_value("page 4 du projet")


def test_two_people_answer_and_the_group_settles_in_english(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    one, two = (open_page(f"{PAGE}?lang=en", server=portal) for _ in range(2))
    for page, name, step in ((one, "A. B.", "fully"), (two, "C. D.", "not yet")):
        join(page, name)
        field = page.locator(".j-survey fieldset").nth(1)
        field.get_by_role("radio", name=step).check()
        expect(field.get_by_text("Saved.")).to_be_visible()
    one.get_by_role("button", name="See the answers that came in").click()
    one.get_by_role("button", name="The group settles").click()
    field = one.locator(".j-survey fieldset").nth(1)
    expect(field.get_by_text("C. D.")).to_be_visible()
    expect(field.get_by_text("A. B.")).to_be_visible()
    field.get_by_role("radio", name="in part").check()
    expect(field.get_by_text("Saved.")).to_be_visible()
    axe(one)


def test_the_talk_goes_on_with_the_arrows_and_leaves_with_escape(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=portal)
    page.get_by_role("button", name="Présenter").click()
    talk = page.get_by_role("dialog")
    expect(talk.get_by_role("heading")).to_have_text(re.compile("Autoévaluation"))
    expect(talk.get_by_role("button", name="Suivant")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(talk.get_by_text("2 sur 6")).to_be_visible()
    axe(page)
    page.keyboard.press("Escape")
    expect(talk).to_be_hidden()
    expect(page.get_by_role("button", name="Présenter")).to_be_focused()


def test_the_page_fits_a_phone_in_the_dark_and_gives_its_report(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    phone = {"width": 390, "height": 844}
    page = open_page(PAGE, server=portal, viewport=phone, color_scheme="dark")
    join(page, "Phone")
    page.get_by_role("button", name="Mettre en œuvre").click()
    fact = page.get_by_text("Ce n'est pas exact ? Dites ce qui est vrai").first
    fact.click()
    page.get_by_role("textbox", name="Ce n'est pas exact ?").first.fill("12 classes")
    page.keyboard.press("Tab")
    expect(page.get_by_text("Le groupe corrige : 12 classes")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    axe(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Rapport (.pdf)").click()
    assert download.value.suggested_filename.startswith("autoevaluation-")


def test_a_dated_action_is_a_milestone_of_the_year_plan(
    open_page: Callable[..., Any], portal: Portal
) -> None:
    page = open_page(PAGE, server=portal)
    page.get_by_label("Année scolaire").select_option("2025-2026")
    page.get_by_label("Quoi").fill("Forum des métiers avec les anciens élèves de la filière")
    page.get_by_label("Qui").fill("Mme Roy")
    page.get_by_label("Pour quand").fill("2025-11-20")
    page.get_by_role("button", name="Enregistrer l'action").click()
    expect(page.get_by_role("cell", name="20 novembre 2025")).to_be_visible()
    plan = open_page("/voila/render/planifier.ipynb?exemple=2025-2026", server=portal)
    mark = plan.locator('.jb-mark[data-status="team"]')
    expect(mark).to_contain_text("20 nov. Forum des métiers avec les anciens…")
    mark.click()
    details = plan.get_by_text("Forum des métiers avec les anciens élèves de la filière — Mme Roy")
    expect(details).to_be_visible()


def test_blind_answers_reach_no_other_browser_until_the_group_shares_them(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    one, two = (open_page(PAGE, server=portal) for _ in range(2))
    received: list[str] = []
    two.on(
        "websocket", lambda socket: socket.on("framereceived", lambda f: received.append(str(f)))
    )
    two.reload()
    two.wait_for_selector("html[data-jalons-ready=true]")
    one.get_by_label(re.compile("Répondre à l'aveugle")).check()
    for page, name, step in ((one, "Blind One", "pleinement"), (two, "Blind Two", "pas encore")):
        join(page, name)
        field = page.locator(".j-survey fieldset").nth(3)
        field.get_by_role("radio", name=step).check()
        expect(field.get_by_text("Enregistré.")).to_be_visible()
        field.get_by_text("Ajouter ce qui le montre").click()
        field.get_by_role("textbox").fill(f"preuve de {name}")
        field.get_by_role("textbox").blur()
    two.get_by_role("button", name="Voir les réponses arrivées").click()
    field = two.locator(".j-survey fieldset").nth(3)
    expect(field.get_by_text(re.compile("cachées"))).to_be_visible()
    two.get_by_label("Je suis").select_option("Blind One")
    expect(two.get_by_text(re.compile("a répondu sur un autre poste"))).to_be_visible()
    assert "preuve de Blind One" not in two.content() + "".join(received)
    assert "preuve de Blind Two" in "".join(received)  # one does hear one's own
    axe(two)
    one.get_by_label(re.compile("Répondre à l'aveugle")).uncheck()
    two.get_by_role("button", name="Voir les réponses arrivées").click()
    two.get_by_role("button", name="Le groupe tranche").click()
    expect(field.get_by_text("Blind One : preuve de Blind One")).to_be_visible()
    expect(field.get_by_text("Blind Two : preuve de Blind Two")).to_be_visible()
    assert "Blind" not in two.url + one.url + "".join(portal.said)
