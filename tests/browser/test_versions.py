"""A team keeps its plan: history, schools side by side, two people at once, a kernel that dies."""

from __future__ import annotations

import os
import re
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import READY_MS, Portal, Watch, start_portal
from jalons.data.lessons import read_lessons
from jalons.planner.state import PlannerState
from jalons.resources import EXAMPLES
from jalons.workspace.store import Workspace

PAGE = "/voila/render/planifier.ipynb"

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace in which somebody has made a plan of the example school."""
    file = tmp_path_factory.mktemp("kept") / "jalons.sqlite"
    state = PlannerState([lesson.row for lesson in read_lessons()], Workspace(file))
    state.open_folder(EXAMPLES / "lp-quatre-vents-2025-2026")
    state.accept(state.solve(lambda _: None, threading.Event()))
    return file


@pytest.fixture
def own_portal(tmp_path: Path, kept: Path) -> Iterator[Portal]:
    """A portal with a workspace of its own; asked for before ``open_page``, it outlives pages."""
    shutil.copy(kept, tmp_path)
    running = start_portal(env={"JALONS_WORKSPACE": str(tmp_path / kept.name)})
    yield running
    running.stop()


def take_out(page: Any, number: int) -> None:
    page.locator("[role=grid] .jb-chip").nth(number).click()
    page.get_by_role("button", name=re.compile("^(Retirer|Take out)$")).first.click()


def sign(page: Any, initials: str) -> None:
    page.get_by_label(re.compile("Vos initiales|Your initials")).fill(initials)
    page.keyboard.press("Tab")


def test_two_people_on_one_plan(
    own_portal: Portal, open_page: Open, axe: Callable[[Any], None]
) -> None:
    first = open_page(PAGE, server=own_portal)
    sign(first, "MD")
    second = open_page(PAGE + "?lang=en", server=own_portal)
    sign(second, "JL")
    take_out(first, 3)
    expect(first.get_by_text("101 séances placées")).to_be_visible()
    # The other page notices by itself, whatever its person does.
    expect(second.get_by_text("There is a newer version of this plan.")).to_be_visible(
        timeout=30_000
    )
    take_out(second, 8)
    expect(second.get_by_text("Somebody else changed this plan while you did.")).to_be_visible()
    expect(second.get_by_text(re.compile("^MD saved today at"))).to_be_attached()
    expect(second.get_by_text(re.compile("differ in 2 sessions"))).to_be_attached()
    axe(second)
    second.get_by_role("link", name="See and choose").click()
    second.get_by_role("button", name="Combine both").click()
    expect(second.get_by_text("100 of 102 sessions")).to_be_visible()
    expect(second.get_by_text("Somebody else changed this plan")).to_be_hidden()
    first.get_by_role("link", name="Voir et choisir").click(timeout=30_000)
    first.get_by_role("button", name="Afficher la version récente").click()
    expect(first.get_by_text("100 séances placées")).to_be_visible()
    first.get_by_role("button", name="Voir l’historique").click()
    expect(first.get_by_text("gardée à part")).to_be_visible()
    expect(first.get_by_text("Deux versions réunies")).to_be_visible()
    axe(first)


def test_history_by_keyboard(
    own_portal: Portal, open_page: Open, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=own_portal)
    take_out(page, 3)
    expect(page.get_by_text("101 séances placées")).to_be_visible()
    page.get_by_role("button", name="Voir l’historique").press("Enter")
    history = page.get_by_role("list", name="L’historique")
    expect(history.get_by_role("listitem")).to_have_count(3)
    expect(history.get_by_text("Planning proposé · premier planning")).to_be_visible()
    name = history.get_by_role("button", name=re.compile("^Nommer")).first
    name.press("Enter")
    expect(history.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("Validé en conseil pédagogique")
    page.keyboard.press("Enter")
    expect(history.get_by_text("Validé en conseil pédagogique")).to_be_visible()
    take_out(page, 3)
    expect(page.get_by_text("100 séances placées")).to_be_visible()
    expect(history.get_by_role("listitem")).to_have_count(4)
    look = history.get_by_role("button", name=re.compile("^Voir –")).first
    look.press("Enter")
    expect(page.get_by_role("heading", name="La version regardée")).to_be_focused()
    expect(page.get_by_text("Rien n’a changé dans le planning.")).to_be_visible()
    axe(page)
    page.get_by_role("button", name="Fermer cette version").press("Enter")
    expect(page.get_by_role("heading", name="La version regardée")).to_be_hidden()
    back = history.get_by_role("button", name=re.compile("^Y revenir")).first
    back.press("Enter")
    page.keyboard.press("Escape")
    expect(back).to_be_focused()
    back.press("Enter")
    page.keyboard.press("Enter")
    expect(page.get_by_text("101 séances placées")).to_be_visible()
    expect(history.get_by_text("Retour à la version")).to_be_visible()


def test_several_schools_side_by_side(
    own_portal: Portal, open_page: Open, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=own_portal, viewport={"width": 390, "height": 844})
    page.get_by_role("button", name=re.compile("2026-2027")).first.click()
    expect(page).to_have_url(re.compile("dossier=.*2026-2027"))
    shelf = page.get_by_role("list", name="Les établissements gardés ici")
    expect(shelf.get_by_role("listitem")).to_have_count(2)
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]", timeout=READY_MS)
    expect(page.get_by_text("Aucun planning n'est encore proposé")).to_be_visible()
    shelf.get_by_role("button", name=re.compile("^Ouvrir")).click()
    expect(page.get_by_text("102 séances sur 102")).to_be_visible()
    other = shelf.get_by_role("listitem").filter(has_text="2026-2027")
    other.get_by_role("button", name=re.compile("^Ranger")).click()
    other.get_by_role("button", name=re.compile("^Supprimer")).click()
    expect(other.get_by_text("Rien ne permettra de les retrouver.")).to_be_visible()
    other.get_by_role("button", name="Annuler").click()
    expect(other).to_be_visible()
    other.get_by_role("button", name=re.compile("^Supprimer")).click()
    other.get_by_role("button", name="Supprimer", exact=True).click()
    expect(shelf.get_by_role("listitem")).to_have_count(1)


def test_a_workspace_that_breaks_is_said_and_mended(
    own_portal: Portal, open_page: Open, tmp_path: Path, axe: Callable[[Any], None]
) -> None:
    page = open_page(PAGE, server=own_portal)
    file, aside = tmp_path / "jalons.sqlite", tmp_path / "aside.sqlite"
    file.rename(aside)
    file.write_bytes(b"no database at all" * 100)
    take_out(page, 3)
    expect(
        page.get_by_text("Votre dernier changement n’est pas encore enregistré.")
    ).to_be_visible()
    expect(page.get_by_text(re.compile("est abîmé, ou ce n'en est pas un"))).to_be_attached()
    expect(page.get_by_text("101 séances placées")).to_be_visible()  # the page goes on
    axe(page)
    take_out(page, 3)
    expect(page.get_by_text("100 séances placées")).to_be_visible()
    aside.replace(file)
    page.get_by_role("button", name="Enregistrer de nouveau").click()
    expect(page.get_by_role("button", name="Enregistrer de nouveau")).to_be_hidden()
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]", timeout=READY_MS)
    expect(page.get_by_text("100 séances placées")).to_be_visible()


def below(pid: int) -> set[int]:
    """Every process that comes from this one."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:  # it has ended
            continue
    found: set[int] = set()
    new = {pid}
    while new:
        found |= new
        new = {child for child, parent in parents.items() if parent in new} - found
    return found - {pid}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_a_kernel_killed_after_an_edit_loses_nothing(
    own_portal: Portal, open_page: Open, watch: Watch
) -> None:
    watch.allow("")  # the connection breaks: that is the point
    before = below(own_portal.process.pid)
    page = open_page(PAGE, server=own_portal)
    take_out(page, 3)
    expect(page.get_by_text("101 séances placées")).to_be_visible()
    for pid in below(own_portal.process.pid) - before:
        os.kill(pid, signal.SIGKILL)
    page.reload()
    page.wait_for_selector("html[data-jalons-ready=true]", timeout=READY_MS)
    expect(page.get_by_text("101 séances placées")).to_be_visible()
    page.get_by_role("button", name="Voir l’historique").click()
    expect(page.get_by_text("1 séance retirée")).to_be_visible()
