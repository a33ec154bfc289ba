"""Real pages in real Chromium: the portal, a browser, and what every page must never do.

A page that logs an error, fails, or asks another host for anything fails its test, whatever else
the test looks at.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

START_S = 60
READY_MS = 60_000
PATIENCE_MS = 20_000  # a busy machine is slow, not wrong
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium() -> str:
    """Return the browser to drive; without one, skip, or fail where there must be one."""
    named = os.environ.get("JALONS_CHROMIUM")
    found = next(filter(None, [named, *map(shutil.which, CHROMIUM)]), None)
    if found:
        return found
    reason = "no Chromium: install one, or name it in JALONS_CHROMIUM"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass
class Portal:
    """A running portal."""

    process: subprocess.Popen[str]
    base: str
    token: str
    said: list[str]
    listener: threading.Thread

    @property
    def entry(self) -> str:
        return f"{self.base}/?token={self.token}"

    def stop(self) -> int:
        """Stop it as a person would, and hear all it had to say."""
        self.process.terminate()
        code = self.process.wait(30)
        self.listener.join(10)
        return code


def start_portal(*options: str, env: dict[str, str] | None = None) -> Portal:
    """Start a portal on a free port and wait for the address it prints.

    Unless ``env`` names a workspace and a data folder, it has empty ones of its own.
    """
    folder = tempfile.mkdtemp(prefix="jalons-test-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    own = {
        "JALONS_WORKSPACE": str(Path(folder, "workspace.sqlite")),
        "JALONS_DATA": str(Path(folder, "data")),
    }
    command = [sys.executable, "-m", "jalons.portal", "--no-browser", "--port", "0", *options]
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **own, **(env or {})},
    )
    atexit.register(process.kill)  # a test that fails half-way leaves no server behind
    said: list[str] = []
    spoke = threading.Event()

    def listen() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if "?token=" in line:
                spoke.set()
        spoke.set()

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    spoke.wait(START_S)
    address = re.search(r"(http://\S+)/\?token=(\S+)", "".join(said))
    if address is None:
        process.kill()
        pytest.fail("the portal did not start:\n" + "".join(said))
    return Portal(process, address[1], address[2], said, listener)


def notebook(*cells: str) -> str:
    """Return a notebook that runs ``cells``, and asks for a kernel this machine lacks."""
    return json.dumps(
        {
            "cells": [
                {"cell_type": "code", "id": f"cell-{number}", "metadata": {}, "source": cell,
                 "execution_count": None, "outputs": []}
                for number, cell in enumerate(cells)
            ],
            "metadata": {"kernelspec": {"name": "elsewhere", "language": "python",
                                        "display_name": "A kernel this machine lacks"}},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
    )  # fmt: skip


@pytest.fixture(scope="module")
def portal() -> Iterator[Portal]:
    """The kit's own pages, with a workspace that only the tests of one file share."""
    running = start_portal()
    yield running
    running.stop()


# Module, not session: while Playwright's own loop lives, no other test can run one.
@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    executable = chromium()
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE_MS)
    options = [*QUIET, *(["--no-sandbox"] if hasattr(os, "geteuid") and not os.geteuid() else [])]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=executable, args=options)
        yield opened
        opened.close()


@dataclass
class Watch:
    """What went wrong on the pages of one test."""

    wrong: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)
    bases: list[str] = field(default_factory=list)

    def allow(self, text: str) -> None:
        """Expect messages that contain ``text``."""
        self.allowed.append(text)

    def follow(self, page: Any) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.wrong.append(f"script error: {error}"))
        page.on("request", lambda request: self._request(request.url))
        page.on("websocket", lambda socket: self._request(socket.url.replace("ws", "http", 1)))

    def _console(self, message: Any) -> None:
        if message.type == "error":
            self.wrong.append(f"console: {message.text} ({message.location.get('url', '')})")

    def _request(self, address: str) -> None:
        inside = address.startswith(("blob:", "data:", *self.bases))
        if not inside:
            self.wrong.append(f"request to another host: {address}")

    def verdict(self) -> list[str]:
        return [line for line in self.wrong if not any(text in line for text in self.allowed)]


@pytest.fixture
def watch() -> Watch:
    return Watch()


Open = Callable[..., Any]


@pytest.fixture
def open_page(browser: Any, portal: Portal, watch: Watch) -> Iterator[Open]:
    """``open_page(path, ready=True, server=portal, key=True, **context options)`` → a page."""
    contexts: list[Any] = []

    def open_it(
        path: str, *, ready: bool = True, server: Portal = portal, key: bool = True, **options: Any
    ) -> Any:
        options.setdefault("viewport", {"width": 1366, "height": 768})
        context = browser.new_context(**options)
        contexts.append(context)
        watch.bases.append(server.base)
        if key:  # the cookie, without opening a page
            context.request.get(server.entry, max_redirects=0)
        page = context.new_page()
        watch.follow(page)
        page.goto(server.base + path)
        if ready:
            page.wait_for_selector("html[data-jalons-ready=true]", timeout=READY_MS)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not watch.verdict(), "\n".join(watch.verdict())


@pytest.fixture
def open_file(browser: Any, watch: Watch) -> Iterator[Open]:
    """Open a page from its file, without a portal; a request for anything else fails the test."""
    contexts: list[Any] = []

    def open_it(path: Path, after: str = "", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1366, "height": 768}, **options})
        contexts.append(context)
        watch.bases.append(path.as_uri())
        page = context.new_page()
        watch.follow(page)
        page.goto(path.as_uri() + after)
        page.wait_for_selector("html[data-jalons-ready=true]")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not watch.verdict(), "\n".join(watch.verdict())


@pytest.fixture
def page(open_page: Open) -> Any:
    """The home page, in French, on a wide screen."""
    return open_page("/")


def axe(page: Any) -> None:
    """Assert that axe finds nothing wrong."""
    from axe_playwright_python.sync_playwright import Axe

    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.fixture(name="axe")
def axe_fixture() -> Callable[[Any], None]:
    return axe
