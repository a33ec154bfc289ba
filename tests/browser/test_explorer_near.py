"""Near home: the dashboard and the class page show the same schools, by keyboard and on a phone.

And the teacher's part of the dashboard: which official files are here, a copy dropped, a network
that refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Portal, start_portal
from browser.test_explorer import ALL_TEXT, PAGE, press, tab_to
from jalons.data.download import PATIENCE
from jalons.data.registry import load
from jalons.i18n import Translator
from jalons.options.class_page import class_page
from jalons.options.codec import load_shelf
from jalons.options.loaded import packed_around
from misbehaving_server import unused_address
from open_data_files import small_folder

MELEC = "TPRO.BAC_PRO/40025520"
WIDE, PHONE = {"width": 1366, "height": 768}, {"width": 390, "height": 844}
HOME = ".j-x-near select"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_folder(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def near_portal(folder: Path) -> Iterator[Portal]:
    """A portal where the files are, and whose network goes nowhere."""
    running = start_portal(env={"JALONS_DATA": str(folder), "https_proxy": unused_address()})
    yield running
    running.stop()


@pytest.fixture
def empty_portal(tmp_path: Path) -> Iterator[Portal]:
    """A portal without any file, whose network goes nowhere."""
    running = start_portal(env={"JALONS_DATA": str(tmp_path), "https_proxy": unused_address()})
    yield running
    running.stop()


@pytest.fixture(scope="module")
def class_file(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class page with the places of the academy of Lyon."""
    path = tmp_path_factory.mktemp("class") / "page.html"
    shelf, today = load_shelf(), datetime.now().astimezone().date()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JALONS_DATA", str(folder))
        path.write_text(class_page(shelf, today, "fr", packed_around(shelf, "Lyon")[0]), "utf-8")
    return path


@pytest.fixture
def open_class(open_file: Callable[..., Any], class_file: Path) -> Callable[..., Any]:
    return partial(open_file, class_file)


def card(page: Any, name: str) -> Any:
    return page.locator(".j-x-card").filter(has=page.get_by_role("heading", name=name, exact=True))


def choose(page: Any, place: str) -> None:
    page.locator(HOME).select_option(label=place)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_pupil_sees_the_schools_near_home_by_keyboard(
    open_class: Callable[..., Any], axe: Callable[[Any], None], lang: str
) -> None:
    t = Translator(lang)
    page = open_class(f"?lang={lang}#{MELEC}")
    electric = card(page, "BTS Électrotechnique")
    # Only the places of one academy are inside: home is there before anything is chosen.
    expect(electric).to_contain_text(t("explorer-near-schools", place="Lyon", count=3))
    tab_to(page, page.locator(HOME))
    page.keyboard.type("Rh")
    told = t("explorer-near-schools", place="Rhône", count=2)
    places = t("explorer-near-places", places=48)
    expect(electric).to_contain_text(f"{told}, {places} (Parcoursup 2025)")
    tab_to(page, page.get_by_label(t("explorer-near-only")))
    press(page, "Space")
    against = page.get_by_text(t("explorer-against", count=1))
    tab_to(page, against)
    press(page, "Enter")
    expect(page.get_by_text(t("explorer-near-unmet", place="Rhône"))).to_be_visible()
    tab_to(page, electric.locator("summary"))
    press(page, "Enter")
    near = electric.locator(".j-x-near-list")
    expect(near).to_contain_text("Lycée Ampère (Lyon 3e)")
    expect(near).to_contain_text("Lycée <b>Bât</b> (Givors)")
    expect(near).to_contain_text(t("explorer-near-share", share=55, n=20))
    expect(near).to_contain_text(t("explorer-near-few"))  # twelve were admitted there
    expect(near).to_contain_text(t("option-figure-emploi-6m", value=70))
    jobs = t("option-figure-emploi-6m", value="60,5" if lang == "fr" else "60.5")
    mean = t("explorer-near-mean", region="Auvergne-Rhône-Alpes", n=21, figure=jobs)
    expect(near).to_contain_text(mean)
    expect(near).to_contain_text(t("option-figure-note-denominators"))
    expect(near).not_to_contain_text(t("option-figure-note-public"))  # left in 2023 and after
    expect(near).not_to_contain_text("Carnot")
    if lang == "fr":
        axe(page)
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]")
    expect(page.get_by_label(t("explorer-near-only"))).to_be_checked()


def test_on_a_phone_who_helps_nearby_and_what_goes_on_the_sheet(
    open_class: Callable[..., Any], axe: Callable[[Any], None]
) -> None:
    page = open_class(f"#{MELEC}", viewport=PHONE, color_scheme="dark")
    choose(page, "Rhône")
    apprentice = page.locator('.j-x-card[data-option="APPRENTISSAGE."]')
    apprentice.locator("summary").first.click()
    apprentice.get_by_text("Les CFA de ma région (Auvergne-Rhône-Alpes)").click()
    apprentice.get_by_label("Chercher un nom ou une ville").fill("conflu")
    expect(apprentice.get_by_role("listitem").filter(has_text="CFA Confluence")).to_contain_text(
        "81 % de ceux qui ont quitté l’école ont un emploi six mois après"
    )
    axe(page)
    page.get_by_role("button", name=re.compile("^Garder : BTS Électrotechnique")).click()
    page.get_by_role("button", name=re.compile("^Comparer : BTS Électrotechnique")).click()
    for tab, shown in (
        ("Mes options", "D’où viennent ces lieux"),
        ("Comparer", "Rhône : 2 établissements"),
        ("Ma fiche", "(Rhône) : Lycée <b>Bât</b> (Givors) ; Lycée Ampère (Lyon 3e)"),
        ("Qui peut", "CIO de Lyon"),
    ):
        page.get_by_role("tab", name=tab).click()
        expect(page.get_by_role("tabpanel")).to_contain_text(shown)
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, tab
    page.get_by_text(re.compile("^Lycées professionnels")).click()
    link = page.get_by_role("link", name="ampere.fr")
    expect(link).to_have_attribute("href", "https://ampere.fr/")
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_the_dashboard_and_the_class_page_show_the_same_near_home(
    open_class: Callable[..., Any], open_page: Callable[..., Any], near_portal: Portal
) -> None:
    offline, dashboard = open_class("#"), open_page(PAGE, server=near_portal)
    found = []
    for page in (offline, dashboard):
        text = page.evaluate(ALL_TEXT, MELEC)
        expect(page.locator(HOME)).to_be_visible()
        choose(page, "Rhône")
        again = page.evaluate(
            """async () => {
              const root = document.querySelector(".j-explorer");
              root.querySelectorAll(".j-x-near").forEach((bar) => bar.remove());
              for (;;) {
                const closed = [...root.querySelectorAll(".j-x-results details")].filter(
                  (fold) => !fold.open || !fold.querySelector(".j-x-inside").hasChildNodes());
                if (!closed.length) break;
                closed.forEach((fold) => { fold.open = true; });
                await new Promise((done) => setTimeout(done));
              }
              return root.querySelector(".j-x-results").textContent;
            }"""
        )
        assert "Lycée <b>Bât</b>" in again
        found.append((text["cards"], again))
    assert found[0] == found[1]


def test_a_copy_dropped_by_the_teacher_shows_at_once_and_a_refusal_is_said(
    empty_portal: Portal,
    open_page: Callable[..., Any],
    axe: Callable[[Any], None],
    folder: Path,
    tmp_path: Path,
) -> None:
    page = open_page(f"{PAGE}?lang=fr#{MELEC}", server=empty_portal)
    expect(page.locator(".j-x-card").first).to_be_visible()
    assert page.locator(HOME).count() == 0  # nothing near is promised where nothing is known
    fold = page.get_by_role("button", name=re.compile("^Données ouvertes"))
    tab_to(page, fold)
    press(page, "Enter")
    expect(page.get_by_role("cell", name="pas encore là")).to_have_count(len(load()))
    axe(page)
    files = [folder / "parcoursup.csv", folder / "annuaire.csv"]
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("C’est fait")).to_be_visible()
    choose(page, "Rhône")
    expect(card(page, "BTS Électrotechnique")).to_contain_text("Rhône : 2 établissements")
    page.get_by_label("Mettre à jour :").select_option(label=load()["annuaire"].title)
    page.get_by_role("button", name="Mettre à jour", exact=True).click()
    expect(page.get_by_text("Tout n’a pas pu être pris")).to_be_visible(
        timeout=PATIENCE.silence_s * 1000
    )
    expect(page.get_by_text("Le fichier d’avant est gardé.")).to_be_visible()
    page.emulate_media(media="print")
    expect(fold).to_be_hidden()  # what is printed is the pupil's sheet
    expect(page.get_by_role("heading", name="Pour l’enseignant")).to_be_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    axe(page)
    assert (tmp_path / "annuaire.csv").read_bytes() == files[1].read_bytes()
