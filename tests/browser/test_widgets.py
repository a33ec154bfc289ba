"""The reusable widgets on a page of their own, and what a page says when things go wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Portal, Watch, notebook, start_portal

Axe = Callable[[Any], None]
Open = Callable[..., Any]
GALLERY = "/voila/render/explorer.ipynb"
BROKEN = "/voila/render/simuler.ipynb"


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    folder = tmp_path_factory.mktemp("gallery")
    shutil.copy(Path(__file__).with_name("gallery.py"), folder)
    show = notebook("import gallery", "gallery.show()")
    (folder / "explorer.ipynb").write_text(show, "utf-8")
    (folder / "simuler.ipynb").write_text(notebook("secret = 1 / 0"), "utf-8")
    running = start_portal("--notebooks", str(folder))
    yield running
    running.stop()


@pytest.fixture
def page(open_page: Open, gallery: Portal) -> Any:
    return open_page(GALLERY, server=gallery)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1366, 360])
def test_every_widget_passes_axe(
    open_page: Open, gallery: Portal, axe: Axe, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 740}
    page = open_page(GALLERY, server=gallery, viewport=size, color_scheme=scheme)
    expect(page.get_by_role("img", name="Le CAP baisse.").locator("svg").first).to_be_visible()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "scrolls sideways"


def test_a_slider_has_a_name(page: Any) -> None:
    expect(page.get_by_role("slider", name="Effectif de la classe")).to_be_visible()


def choose(page: Any, *files: dict[str, Any]) -> None:
    page.get_by_label("Choisir des fichiers…").first.set_input_files(list(files))


def table(name: str, data: bytes) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/csv", "buffer": data}


def test_a_large_file_goes_to_the_kernel_and_back_unchanged(page: Any, tmp_path: Path) -> None:
    data = bytes(range(256)) * 32_768  # 8 MiB
    choose(page, table("grand.csv", data))
    expect(page.get_by_text(f"grand.csv : {len(data)} octets")).to_be_visible(timeout=60_000)
    with page.expect_download() as download:
        page.get_by_role("button", name="Rendre le fichier").click()
    assert download.value.suggested_filename == "copie-grand.csv"
    download.value.save_as(tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == data


def test_several_files_come_together_and_again(page: Any) -> None:
    two = table("classes.csv", b"a"), table("groupes.csv", b"bc")
    choose(page, *two)
    expect(page.get_by_text("groupes.csv : 2 octets")).to_be_visible()
    choose(page, table("classes.csv", b"changed"))
    expect(page.get_by_text("classes.csv : 7 octets")).to_be_visible()
    expect(page.get_by_text("groupes.csv : 2 octets")).to_have_count(0)


def test_a_file_that_cannot_be_taken_is_refused_in_words(page: Any) -> None:
    choose(page, {"name": "photo.png", "mimeType": "image/png", "buffer": b"x"})
    expect(page.get_by_text("photo.png n’est pas un fichier que cette page")).to_be_visible()
    choose(page, table("enorme.csv", bytes(10_000_001)))
    expect(page.get_by_text("enorme.csv est trop lourd : 10 Mo au plus")).to_be_visible()


def test_why_a_button_is_grey(page: Any) -> None:
    button = page.get_by_role("button", name="Rendre le fichier")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_description("Aucun fichier reçu.")
    choose(page, table("a.csv", b"a"))
    expect(button).to_have_attribute("aria-disabled", "false")


def test_a_job_is_watched_and_stopped(page: Any) -> None:
    page.get_by_role("button", name="Compter").click()
    expect(page.get_by_text("étape").first).to_be_visible()
    expect(page.get_by_role("progressbar", name="Calcul en cours")).to_be_visible()
    page.get_by_role("button", name="Échouer").click()  # the page lives meanwhile
    expect(page.get_by_role("alert").filter(has_text="n’a pas abouti")).to_be_visible()
    page.get_by_role("button", name="Arrêter").click()
    expect(page.get_by_text("Compté jusqu’à")).to_be_visible()
    expect(page.get_by_text("Arrêté : voici le meilleur résultat trouvé.")).to_be_visible()
    expect(page.get_by_text("secret detail")).to_have_count(0)


def test_a_chart_follows_the_appearance(page: Any) -> None:
    chart = page.get_by_role("img", name="Le CAP baisse.")
    bar = chart.locator(".trace.bars path").first
    light = bar.evaluate("e => getComputedStyle(e).fill")
    page.get_by_label("Apparence").select_option("dark")
    expect(bar).not_to_have_css("fill", light)
    page.get_by_text("Les chiffres").click()
    expect(page.get_by_role("cell", name="1200.5")).to_be_visible()


# --- when things go wrong


@pytest.mark.parametrize(("lang", "sentence"), [("fr", "n’a pas pu s’ouvrir"),
                                                ("en", "could not open")])  # fmt: skip
def test_a_cell_that_fails_gives_a_sentence_and_no_traceback(
    open_page: Open, gallery: Portal, axe: Axe, lang: str, sentence: str
) -> None:
    page = open_page(f"{BROKEN}?lang={lang}", server=gallery, ready=False)
    expect(page.get_by_role("alert").filter(has_text=sentence)).to_be_visible(timeout=60_000)
    for word in ("ZeroDivisionError", "Traceback", "secret"):
        assert word not in page.content()
    assert "ZeroDivisionError" in "".join(gallery.said), "the window of the portal tells more"
    axe(page)


def test_a_kernel_that_dies_is_said(page: Any, watch: Watch) -> None:
    watch.allow("")  # scripts may complain about the dead
    page.get_by_role("button", name="Mourir").click()
    alert = page.get_by_role("alert").filter(has_text="perdue")
    expect(alert).to_be_visible(timeout=30_000)
    alert.get_by_role("button", name="Recharger").click()
    page.wait_for_selector("html[data-jalons-ready]", timeout=60_000)
    expect(page.get_by_role("alert").filter(has_text="perdue")).to_have_count(0)
