"""The frame of every page, as a person meets it: key, menu, languages, keyboard, paper, failure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Portal, Watch

SIZES = {"projector": (1366, 768), "phone": (360, 740)}
Axe = Callable[[Any], None]
Open = Callable[..., Any]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_home_page_is_whole(
    open_page: Open, axe: Axe, lang: str, size: str, scheme: str
) -> None:
    width, height = SIZES[size]
    page = open_page(
        f"/?lang={lang}", viewport={"width": width, "height": height}, color_scheme=scheme
    )
    expect(page.locator("html")).to_have_attribute("lang", lang)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    name = {"fr": "Menu principal", "en": "Main menu"}[lang]
    current = page.get_by_role("navigation", name=name).locator("[aria-current=page]")
    expect(current).to_have_text({"fr": "Accueil", "en": "Home"}[lang])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways"
    axe(page)


def test_the_language_is_kept_from_page_to_page(open_page: Open) -> None:
    page = open_page("/voila/render/accueil.ipynb?exemple=x")
    page.get_by_role("link", name="EN", exact=True).click()
    page.wait_for_selector("html[lang=en][data-jalons-ready]")
    assert "exemple=x" in page.url
    expect(page.get_by_role("heading", name="Three jobs, one tool")).to_be_visible()
    page.get_by_role("link", name="Jalons", exact=True).click()
    page.wait_for_selector("html[lang=en][data-jalons-ready]")
    assert "lang=" not in page.url


def test_the_appearance_is_chosen_and_kept(page: Any) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_label("Apparence").select_option("dark")
    assert page.evaluate(ground) != light
    page.reload()
    page.wait_for_selector("html[data-jalons-ready]")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(page.get_by_label("Apparence")).to_have_value("dark")


def test_the_keyboard_reaches_everything_in_order(page: Any) -> None:
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Aller au contenu")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    for target in (
        page.get_by_role("link", name="Jalons", exact=True),
        page.get_by_role("link", name="Accueil", exact=True),
    ):
        page.keyboard.press("Tab")
        expect(target).to_be_focused()
    skip.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#contenu")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#contenu').contains(document.activeElement)")


def test_every_target_is_large_enough(page: Any) -> None:
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, select, input, summary")]
        .filter((e) => e.offsetParent && !e.closest(".j-reading, p"))
        .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text)"""
    )
    assert small == []


def test_paper_shows_the_content_without_the_menu(open_page: Open) -> None:
    page = open_page("/", color_scheme="dark")
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert max(map(int, re.findall(r"\d+", ink))) < 100, "dark ink on paper"


def test_links_lead_only_to_pages_that_exist(page: Any) -> None:
    links = page.locator("main a, nav a").evaluate_all("all => all.map((a) => a.href)")
    for address in {link.split("?")[0] for link in links}:
        # HEAD is refused, but only for a page that exists; asking for it would start its kernel
        assert page.request.head(address).status == 405, address


# --- the key


def test_without_the_key_a_sentence_and_a_field(
    open_page: Open, portal: Portal, watch: Watch, axe: Axe
) -> None:
    watch.allow("403")
    page = open_page("/?exemple=x", ready=False, key=False)
    expect(page.get_by_role("heading", level=1)).to_have_text("Il manque la clé d’accès")
    axe(page)
    page.get_by_label("Clé d’accès").fill(portal.token)
    page.get_by_role("button", name="Ouvrir").click()
    page.wait_for_selector("html[data-jalons-ready]")
    assert portal.token not in page.url
    assert "exemple=x" in page.url


def test_the_key_leaves_the_address_at_once(open_page: Open, portal: Portal) -> None:
    page = open_page(f"/?token={portal.token}&lang=en", key=False)
    assert page.url == f"{portal.base}/?lang=en"


@pytest.mark.parametrize(("lang", "title"), [("fr", "Cette page n’existe pas"),
                                             ("en", "This page does not exist")])  # fmt: skip
def test_an_unknown_page_says_so(
    open_page: Open, watch: Watch, axe: Axe, lang: str, title: str
) -> None:
    watch.allow("404")
    page = open_page(f"/voila/render/inconnue.ipynb?lang={lang}", ready=False)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    axe(page)
    page.locator("main a").click()
    page.wait_for_selector(f"html[lang={lang}][data-jalons-ready]")
