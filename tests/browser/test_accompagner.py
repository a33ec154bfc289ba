"""A team follows a class in Chromium: by keyboard, in two languages, on a phone, names apart."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
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
    expect(page.get_by_text("3 élèves lus")).to_be_visible()
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


def test_on_a_phone_a_workshop_is_noted_names_are_kept_apart_and_a_pupil_is_removed(
    open_page: Open, portal: Portal, axe: Callable[[Any], None]
) -> None:
    page = open_page(
        PAGE, server=portal, viewport={"width": 390, "height": 844}, color_scheme="dark"
    )
    page.get_by_role("button", name="Voir une classe d'exemple").click()
    expect(page.get_by_text("choses attendent")).to_be_visible()

    kind = page.get_by_label("Quoi")
    kind.select_option(label="Entretien individuel AvenirPro")
    kind.focus()
    reach(page, page.get_by_label("Le", exact=True))
    page.get_by_label("Le", exact=True).fill("2026-05-20")
    reach(page, page.get_by_label("Pour", exact=True))
    page.get_by_label("Pour", exact=True).select_option(label="TMELEC-exemple-ins (10 élèves)")
    reach(page, page.get_by_label("Sauf (absents)"))
    page.keyboard.type("E06")
    reach(page, page.get_by_role("button", name="Noter", exact=True))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Noté pour 9 élèves")).to_be_visible()
    expect(page.get_by_role("heading", name="L'entretien AvenirPro manque (1)")).to_be_visible()
    page.get_by_role("button", name=re.compile("Le calcul, élève par élève")).click()
    expect(page.get_by_role("cell", name=re.compile("manque l'attestation")).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.get_by_label("Garder les noms").check()
    expect(page.get_by_text("Une colonne « Nom »")).to_be_visible()
    page.get_by_role("button", name=re.compile("Ajouter une liste d'élèves")).click()
    page.get_by_label("Ou coller ici").fill(f"eleve\tnom\nE01\t{SECRET}")
    page.get_by_role("button", name="Ajouter ces élèves").click()
    expect(page.get_by_text("Un élève lu")).to_be_visible()
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


# --- two people, one class ----------------------------------------------------------------------


def put(page: Any, row: int, col: int, text: str) -> None:
    cell(page, row, col).click()
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def answered(page: Any) -> None:
    """Wait until the kernel has done all it was asked: it answers in order."""
    tab(page, "Décisions").click()
    expect(page.get_by_role("columnheader", name="Présenté le")).to_be_visible()
    tab(page, "Élèves").click()
    expect(page.get_by_role("columnheader", name="Présenté le")).to_have_count(0)


def test_two_people_fill_in_one_class_and_nothing_is_lost(open_page: Open, portal: Portal) -> None:
    mine, other = open_page(PAGE, server=portal), open_page(PAGE, server=portal)
    mine.get_by_label("Classe", exact=True).fill("TDEUX")
    mine.get_by_role("button", name="Ouvrir cette classe").click()
    mine.get_by_label("Ou coller ici").fill("E01\nE02\nE03")
    mine.get_by_role("button", name="Ajouter ces élèves").click()
    expect(tab(mine, "Élèves")).to_contain_text("3")
    other.get_by_label("Classe", exact=True).fill("TDEUX")
    other.get_by_role("button", name="Ouvrir cette classe").click()
    expect(tab(other, "Élèves")).to_contain_text("3")
    for page in (mine, other):
        tab(page, "Élèves").click()
        expect(cell(page, 2, 0)).to_have_text("E03")

    put(mine, 0, 2, "MELEC")  # both change, neither has seen the other's change
    answered(mine)
    put(other, 1, 2, "TNE")
    expect(cell(other, 0, 2)).to_have_text("MELEC")
    mine.get_by_role("button", name="Voir ce que les collègues ont changé").click()
    expect(cell(mine, 1, 2)).to_have_text("TNE")

    put(mine, 0, 2, "MSPC")  # both in the same cell: said in words, and one may go back
    answered(mine)
    put(other, 0, 2, "TISEC")
    expect(other.get_by_text("quelqu'un venait d'y écrire « MSPC »")).to_be_visible()
    other.get_by_role("button", name="Annuler").click()
    expect(cell(other, 0, 2)).to_have_text("MSPC")

    who = other.get_by_label("Élève", exact=True).last
    who.select_option(label="E03")
    other.get_by_role("button", name=re.compile("^Retirer partout")).click()
    other.get_by_role("button", name=re.compile("Retirer partout")).last.click()
    expect(other.get_by_text("L'élève est retiré partout")).to_be_visible()
    put(mine, 2, 2, "MELEC")  # of a row that is gone: said in words, and not brought back
    expect(mine.get_by_text("venait d'être retirée par quelqu'un d'autre")).to_be_visible()
    expect(tab(mine, "Élèves")).to_contain_text("2")
    expect(cell(mine, 1, 2)).to_have_text("TNE")


# --- names --------------------------------------------------------------------------------------


def test_a_name_leaves_the_page_in_no_address_log_store_or_file_that_was_not_asked_for(
    open_page: Open, portal: Portal
) -> None:
    page = open_page(PAGE, server=portal)
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.get_by_label("Classe", exact=True).fill("TNOMS")
    page.get_by_role("button", name="Ouvrir cette classe").click()
    page.get_by_label("Garder les noms").check()
    expect(page.get_by_text("Une colonne « Nom »")).to_be_visible()
    page.get_by_label("Ou coller ici").fill(f"Nom\tPrénom\nDUPUIS-LENOIR\tZora\n{SECRET}\tX")
    page.get_by_role("button", name="Ajouter ces élèves").click()
    expect(page.get_by_text("2 élèves lus")).to_be_visible()
    tab(page, "Élèves").click()
    put(page, 0, 2, "Zora")  # a birth that is none: told at its cell
    expect(page.get_by_text("Une case à corriger")).to_be_visible()
    expect(page.locator(".j-notice", has_text="ligne 2")).not_to_contain_text("Zora")
    put(page, 0, 2, "01/05/2008")
    expect(page.get_by_text("Tout est juste et gardé.")).to_be_visible()

    for name in ("Groupes (.xlsx)", "Suivi de la classe (.xlsx)", "Toute la classe (.pdf)",
                 "La classe, pour la rouvrir (.json)"):  # fmt: skip
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert "zora" not in download.value.suggested_filename.casefold()
        assert b"Zora" not in unpacked(Path(download.value.path()).read_bytes())
    page.get_by_label("Écrire les noms").check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Suivi de la classe (.xlsx)").click()
    assert b"Zora" in unpacked(Path(download.value.path()).read_bytes())  # asked for

    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]")
    expect(page.get_by_label("Garder les noms")).to_be_checked()
    kept = page.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    elsewhere = [kept, page.url, *addresses, *said, *portal.said]
    assert len(addresses) > 3
    assert not [text for text in elsewhere if re.search("zora|dupuis", text, re.IGNORECASE)]


def unpacked(content: bytes) -> bytes:
    """What a file says: a workbook is a zip, a PDF holds its text packed."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    if content.startswith(b"%PDF") and shutil.which("pdftotext"):
        run = ["pdftotext", "-raw", "-", "-"]
        return subprocess.run(run, input=content, capture_output=True, check=True).stdout
    return content
