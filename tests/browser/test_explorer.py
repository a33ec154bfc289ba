"""A pupil explores: by keyboard to the printed sheet, on a phone, in two languages, offline.

The dashboard and the class page show the same view: both are held beside what Python answers.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Portal
from jalons.i18n import Translator
from jalons.options.class_page import class_page
from jalons.options.codec import answer_json, load_shelf
from jalons.options.profile import OF_LEVEL, read
from jalons.options.search import explore
from jalons.support.domain import INSERTION, POURSUITE
from jalons.support.sheet_file import PupilSheet, read_sheet

PAGE = "/voila/render/explorer.ipynb"
SHELF = load_shelf()
CASES = Path(__file__).parents[1] / "data" / "options_reference.csv"
# Opens every fold of the page, and says what stands there without the explained words.
ALL_TEXT = """async (address) => {
  const root = document.querySelector(".j-explorer");
  const moved = new Promise((done) => addEventListener("hashchange", done, { once: true }));
  location.hash = address;
  await moved;
  for (;;) {
    const closed = [...root.querySelectorAll(".j-x-results details")].filter(
      (fold) => !fold.open || !fold.querySelector(".j-x-inside").hasChildNodes());
    if (!closed.length) break;
    closed.forEach((fold) => { fold.open = true; });
    await new Promise((done) => setTimeout(done));
  }
  const copy = root.querySelector(".j-x-results").cloneNode(true);
  copy.querySelectorAll(".j-x-meaning").forEach((meaning) => meaning.remove());
  const cards = [...copy.querySelectorAll(".j-x-card")].map((card) => card.dataset.option);
  return { cards, text: copy.textContent };
}"""


def today() -> date:
    return datetime.now().astimezone().date()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("class") / "page.html"
    path.write_text(class_page(SHELF, today()), encoding="utf-8")
    return path


@pytest.fixture
def open_class(open_file: Callable[..., Any], file: Path) -> Callable[..., Any]:
    """The class page from its file; a request for anything else fails the test."""
    return partial(open_file, file)


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Any, target: Any) -> None:
    """Reach something with the Tab key alone."""
    for _ in range(150):
        press(page, "Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("the Tab key does not lead there")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_by_keyboard_from_the_first_question_to_the_printed_sheet(
    open_class: Callable[..., Any], axe: Callable[[Any], None], lang: str
) -> None:
    t = Translator(lang)
    page = open_class(f"?lang={lang}")

    def check() -> None:
        if lang == "fr":  # the same page; once is enough
            axe(page)

    def button(key: str, **values: Any) -> Any:
        return page.get_by_role("button", name=t(key, **values), exact=True)

    expect(page.get_by_role("heading", level=1)).to_have_text(t("explorer-page-title"))
    check()
    tab_to(page, page.get_by_label(t("explorer-place-CAP1-CAP")))
    press(page, "Space", *["ArrowDown"] * 5)
    expect(page.get_by_label(t("explorer-place-TPRO-BAC-PRO"))).to_be_checked()
    tab_to(page, button("explorer-next"))
    press(page, "Enter", "Tab")
    page.keyboard.type("electrisité")  # forgiven
    expect(page.get_by_role("button", name="MELEC")).to_be_visible()
    check()
    press(page, "ArrowDown")
    expect(page.get_by_role("button", name="MELEC")).to_be_focused()
    press(page, "Enter", "Tab", "ArrowDown", "ArrowUp")
    expect(page.get_by_label(t("explorer-way-any"))).to_be_checked()
    tab_to(page, button("explorer-see"))
    press(page, "Enter")
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    check()

    first = page.locator(".j-x-card").first
    for name in ("explorer-keep", "explorer-compare"):
        tab_to(page, first.get_by_role("button", name=re.compile(f"^{t(name)} ?:")))
        press(page, "Enter")
        expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
    tab_to(page, first.locator("summary"))
    press(page, "Enter")
    expect(first.get_by_role("heading", name=t("explorer-part-dates"))).to_be_visible()
    tab_to(page, first.locator(".j-x-term").first)
    press(page, "Enter")
    expect(first.get_by_role("note").first).to_be_visible()
    check()
    press(page, "Escape")
    expect(first.get_by_role("note")).to_have_count(0)

    page.get_by_role("tab", name=t("explorer-tab-options")).focus()
    press(page, "ArrowRight")
    expect(page.get_by_role("tab", name=t("explorer-tab-map"))).to_be_focused()
    tab_to(page, page.locator(".j-x-node[tabindex='0']"))
    press(page, "ArrowRight")
    expect(page.locator(".j-x-node:focus")).to_have_text("BTS Électrotechnique")
    expect(page.locator(".j-x-map path.j-x-lit").first).to_be_attached()
    tab_to(page, page.get_by_role("button", name=t("option-path-highest")))
    press(page, "Enter")
    expect(page.locator(".j-x-panel li")).to_have_count(2)
    check()
    for name in ("compare", "sheet"):
        page.get_by_role("tab", selected=True).focus()
        press(page, "ArrowRight")
        expect(page.get_by_role("tab", name=t(f"explorer-tab-{name}"))).to_be_focused()
        check()
    tab_to(page, page.get_by_role("radio", name=t("explorer-sheet-wish-none")))
    press(page, "ArrowDown")
    expect(page.get_by_role("radio", name="BTS Électrotechnique")).to_be_checked()
    tab_to(page, page.get_by_label(t("explorer-sheet-questions")))
    page.keyboard.type("Combien ?")
    expect(button("explorer-sheet-print")).to_be_visible()
    page.emulate_media(media="print")
    sheet = page.locator(".j-x-paper")
    expect(sheet).to_contain_text("BTS Électrotechnique")
    expect(sheet).to_contain_text(t("explorer-sheet-my-wish"))
    expect(sheet).to_contain_text("Combien ?")
    for hidden in (button("explorer-sheet-print"), page.get_by_role("tablist")):
        expect(hidden).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="screen")
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]")
    expect(page.locator(".j-x-kept")).to_have_count(1)
    page.get_by_role("tab", name=t("explorer-tab-help")).click()
    check()
    button("explorer-clear").click()
    expect(page.get_by_label(t("explorer-place-CAP1-CAP"))).to_be_visible()
    assert page.evaluate("localStorage.length") == 0


def test_the_small_file_is_what_the_teacher_expects(open_class: Callable[..., Any]) -> None:
    page = open_class("#CAP2.CAP/50022137", accept_downloads=True)
    page.get_by_role("button", name=re.compile("^Garder : BP Boulanger")).click()
    page.get_by_role("tab", name="Ma fiche").click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Enregistrer le fichier").click()
    fiche = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert (fiche["format"], fiche["version"], fiche["souhait"]) == ("jalons-fiche", 1, None)
    assert fiche["profil"]["specialite"]["code"] == "50022137"
    assert [o["label"] for o in fiche["options"]] == ["BP Boulanger"]


def test_accompagner_reads_the_small_file_with_and_without_a_wish(
    open_class: Callable[..., Any],
) -> None:
    page = open_class("#TPRO.BAC_PRO/40025520", accept_downloads=True)
    for name in ("BTS Électrotechnique", "Travailler avec son diplôme"):
        page.get_by_role("button", name=f"Garder : {name}", exact=True).click()
    page.get_by_role("tab", name="Ma fiche").click()

    def saved() -> PupilSheet:
        with page.expect_download() as file:
            page.get_by_role("button", name="Enregistrer le fichier").click()
        return read_sheet(Path(file.value.path()).read_bytes())

    both = ("BTS Électrotechnique", "Travailler avec son diplôme")
    assert saved() == PupilSheet(both, "")
    page.get_by_role("radio", name="BTS Électrotechnique").check()
    assert saved() == PupilSheet(both, POURSUITE)
    page.get_by_role("radio", name="Travailler avec son diplôme").check()
    assert saved() == PupilSheet(both[::-1], INSERTION)


def test_the_sheet_of_three_options_is_printed_on_one_page(
    open_class: Callable[..., Any],
) -> None:
    page = open_class("#TPRO.BAC_PRO/40033007")
    for _ in range(3):
        page.get_by_role("button", name=re.compile("^Garder :")).first.click()
    page.get_by_role("tab", name="Ma fiche").click()
    dates = page.locator(".j-x-paper li").all_inner_texts()
    assert len(dates) == len(set(dates)) > 0
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


@pytest.mark.parametrize("lack", ["no script", "old syntax", "no unpacking"])
def test_where_the_page_cannot_work_it_says_so(
    browser: Any, file: Path, tmp_path: Path, lack: str
) -> None:
    """Not a blank page: no JavaScript, a script too new to be read, a browser that lacks a part."""
    text = file.read_text(encoding="utf-8")
    if lack == "old syntax":
        text = text.replace('<script type="module">', '<script type="module">let = = of;', 1)
    path = tmp_path / "old.html"
    path.write_text(text, encoding="utf-8")
    context = browser.new_context(java_script_enabled=lack != "no script")
    page = context.new_page()
    if lack == "no unpacking":
        page.add_init_script("delete window.DecompressionStream")
    page.goto(path.as_uri())
    expect(page.get_by_text(Translator("fr")("explorer-page-no-script"))).to_be_visible()
    context.close()


def test_on_a_phone_in_the_dark_all_questions_at_once(
    open_class: Callable[..., Any], axe: Callable[[Any], None]
) -> None:
    page = open_class(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page.get_by_role("button", name="Toutes les questions ensemble").click()
    page.get_by_label("en dernière année de CAP").check()
    page.get_by_label("Nom de la spécialité").fill("boulanger")
    page.get_by_role("button", name="CAP Boulanger").click()
    expect(page.get_by_text(re.compile("Options qui vont avec mes réponses"))).to_be_visible()
    page.get_by_text("Filtrer et préciser").click()
    page.get_by_label("un an", exact=True).check()
    expect(page.get_by_text(re.compile("Ne va pas avec ce que j’aimerais : "))).to_be_visible()
    for name in ("Mes options", "Carte des chemins", "Comparer", "Ma fiche", "Qui peut"):
        page.get_by_role("tab", name=name).click()
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name
        inside = "all => all.every((one) => one.scrollWidth <= one.clientWidth)"
        assert name == "Comparer" or page.locator(".j-x-scroll").evaluate_all(inside), name


def test_what_a_carer_goes_on_to_is_in_the_list_and_what_is_open_to_all_stands_once(
    open_class: Callable[..., Any],
) -> None:
    page = open_class("#TPRO.BAC_PRO/40033007")
    expect(page.get_by_role("heading", name="Diplôme d’État d’aide-soignant")).to_be_visible()
    expect(page.get_by_role("heading", name="Ouvert à tous")).to_have_count(1)
    page.evaluate("location.hash = '#CAP2.CAP/50022137'")
    craft = page.get_by_role("heading", name=re.compile("^Brevet technique"), level=3)
    expect(craft).to_be_visible()


def test_the_fifth_option_to_compare_is_refused_in_words(open_class: Callable[..., Any]) -> None:
    page = open_class("#TPRO.BAC_PRO/40025520")
    compare = page.get_by_role("button", name=re.compile("^Comparer : "))
    for _ in range(4):
        compare.first.click()
    compare.first.click()
    expect(page.get_by_role("alert")).to_contain_text("quatre options au plus")
    page.get_by_role("tab", name="Comparer (4)").click()
    expect(page.get_by_role("columnheader")).to_have_count(4)
    page.get_by_role("button", name=re.compile("^Retirer")).first.click()
    expect(page.get_by_role("columnheader")).to_have_count(3)


def test_a_reload_of_a_link_for_the_class_loses_nothing(open_class: Callable[..., Any]) -> None:
    page = open_class("#TPRO.BAC_PRO/40025520")
    page.locator("[data-key='keep.BTS.32025520']").click()
    sheet = page.get_by_role("tab", name="Ma fiche (1)")
    expect(sheet).to_be_visible()
    page.reload()
    expect(sheet).to_be_visible()
    page.get_by_role("button", name="Tout effacer").click()
    page.reload()
    expect(page.get_by_role("tab", name="Ma fiche")).to_have_text("Ma fiche")  # the link again


@pytest.mark.parametrize("after", ["#%", "#TPRO.BAC_PRO/__proto__", "#section-3"])
def test_an_address_with_another_end_opens_at_the_first_question(
    open_class: Callable[..., Any], after: str
) -> None:
    expect(open_class(after).get_by_text("Question 1 sur 3")).to_be_visible()


def test_it_works_where_nothing_can_be_kept(open_class: Callable[..., Any]) -> None:
    """As in a frame of a learning platform: the browser refuses to store anything."""
    page = open_class()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
    )
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]")
    page.get_by_label("en première pro").check()
    page.get_by_role("button", name="Continuer").click()
    expect(page.get_by_label("Nom de la spécialité")).to_be_visible()


def test_the_dashboard_makes_a_pdf_and_speaks_english(
    open_page: Callable[..., Any], portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(f"{PAGE}?lang=en#TPRO.BAC_PRO/40025520", server=portal, accept_downloads=True)
    expect(page.locator(".j-x-card").first).to_be_visible()
    axe(page)
    page.get_by_role("button", name=re.compile("^Keep")).first.click()
    page.get_by_role("tab", name="My sheet").click()
    axe(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as PDF").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"%PDF")


# --- one engine, one view ----------------------------------------------------------------------


def profiles(every: int) -> list[tuple[dict[str, str], str]]:
    """The reference cases as profiles, with the address that opens each."""
    with CASES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter=";"))
    found = []
    for row in rows[::every]:
        profile = read({"niveau": row["niveau"], "specialite": row["specialite"]}, SHELF.catalogue)
        given = {"niveau": row["niveau"], "specialite": profile.training.code}
        diploma = OF_LEVEL[profile.situation.level]
        found.append((given, f"{row['niveau']}.{diploma}/{profile.training.code}"))
    return found


def texts(option: dict[str, Any]) -> Iterator[str]:
    yield option["label"]
    yield from (way["text"] for way in (option["admission"], *option["also"]))
    yield from (way["source"] for way in (option["admission"], *option["also"]))
    yield from (event["what"] for event in option["calendar"])
    for figure in option["indicators"]:
        yield from (figure["text"], figure["year"], figure["source"], *figure["notes"])
    yield from option["why"]
    yield from (step["label"] for step in option["next"])
    yield from (service["name"] for service in option["help"])


def agree(class_text: dict[str, Any], given: dict[str, str]) -> None:
    """The page shows every option Python finds, and every sentence of it."""
    profile = read(given, SHELF.catalogue)
    answer = answer_json(explore(profile, SHELF.catalogue), SHELF, Translator("fr"), today())
    options = [*answer["options"], *answer["others"]]
    ids = [f"{o['kind']}.{o['code'] or ''}" for o in options]
    assert sorted(class_text["cards"]) == sorted(ids), given
    for option in options:
        for sentence in texts(option):
            assert sentence in class_text["text"], (given, option["label"], sentence)
    for sentence in (*answer["notices"], *(closed["text"] for closed in answer["closed"])):
        assert sentence in class_text["text"], (given, sentence)


def test_command_dashboard_and_class_page_say_the_same(
    open_class: Callable[..., Any], open_page: Callable[..., Any], portal: Portal
) -> None:
    offline, dashboard = open_class(), open_page(PAGE, server=portal)
    dashboard.locator(".j-explorer").wait_for()
    for given, address in profiles(every=12):
        of_class = offline.evaluate(ALL_TEXT, address)
        assert of_class == dashboard.evaluate(ALL_TEXT, address), given
        agree(of_class, given)


@pytest.mark.slow
def test_every_reference_case_says_what_the_command_says(open_class: Callable[..., Any]) -> None:
    page = open_class()
    for given, address in profiles(every=1):
        agree(page.evaluate(ALL_TEXT, address), given)
