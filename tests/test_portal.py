"""The portal without a browser: who may ask what, what it prints, what it leaves behind."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from browser.conftest import Portal, notebook, start_portal
from jalons import pages
from jalons.i18n import LANGUAGES, Translator
from jalons.portal import shell
from jalons.portal.address import NoPortError, lan_ip, listen

posix = pytest.mark.skipif(os.name != "posix", reason="signals and processes as on POSIX")


class Answer:
    """A response and what can be read from it."""

    def __init__(self, portal: Portal, path: str, cookie: str = "", method: str = "GET") -> None:
        connection = http.client.HTTPConnection(urlsplit(portal.base).netloc, timeout=60)
        headers = {"Accept-Encoding": "gzip", **({"Cookie": cookie} if cookie else {})}
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        self.status, self.headers = response.status, response.headers
        self.body = response.read()
        connection.close()

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def cookies(self) -> str:
        pairs = [line.split(";")[0] for line in self.headers.get_all("Set-Cookie", [])]
        return "; ".join(pairs)


@pytest.fixture(scope="module")
def portal() -> Iterator[Portal]:
    running = start_portal()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def cookie(portal: Portal) -> str:
    return Answer(portal, f"/?token={portal.token}").cookies


# --- what it prints and where it listens


def test_the_address_is_one_line_a_script_can_read(portal: Portal) -> None:
    line = next(line for line in portal.said if "http" in line)
    assert re.fullmatch(r"Jalons\s?: http://127\.0\.0\.1:\d+/\?token=[\w-]{32}\n", line)


def test_a_taken_port_gives_the_next_free_one() -> None:
    first, port = listen(0, "127.0.0.1")
    second, other = listen(port, "127.0.0.1")
    with first, second:
        assert port < other < port + 50
        with pytest.raises(NoPortError):
            listen(port, "127.0.0.1", tries=1)


@posix
def test_a_taken_port_is_said(portal: Portal) -> None:
    taken = portal.base.rsplit(":", 1)[1]
    second = start_portal("--port", taken)
    assert f"Le port {taken} est déjà pris" in "".join(second.said)
    assert second.stop() == 0


def test_no_port_at_all_is_an_exit_code_and_a_sentence() -> None:
    try:
        last, _ = listen(65535, "127.0.0.1", tries=1)
    except NoPortError:
        pytest.skip("the last port is taken by somebody else")
    command = [sys.executable, "-m", "jalons.portal", "--no-browser", "--port", "65535"]
    with last:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=60, check=False
        )
    assert done.returncode == 2
    assert "Aucun port libre" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_network_address_is_one_of_this_machine() -> None:
    with socket.socket() as probe:
        probe.bind((lan_ip(), 0))


@posix
def test_the_network_is_warned_about() -> None:
    running = start_portal("--lan", "--lang", "en")
    assert running.stop() == 0
    said = "".join(running.said)
    assert f"http://{lan_ip()}:" in said
    assert "Warning: anybody on the network" in said


# --- the key


@pytest.mark.parametrize("path", ["/", "/voila/render/accueil.ipynb", "/?token=wrong"])
def test_without_the_key_nothing_but_a_sentence(portal: Portal, path: str) -> None:
    answer = Answer(portal, path)
    assert answer.status == 403
    assert "clé d’accès" in answer.text
    assert portal.token not in answer.text


def test_the_key_becomes_a_cookie_and_leaves_the_address(portal: Portal) -> None:
    answer = Answer(portal, f"/voila/render/accueil.ipynb?token={portal.token}&lang=en")
    assert answer.status == 302
    assert answer.headers["Location"] == "/voila/render/accueil.ipynb?lang=en"
    cookies = answer.headers.get_all("Set-Cookie", [])
    assert any("HttpOnly" in line and "SameSite=Lax" in line for line in cookies)


# --- what can be asked


@pytest.mark.parametrize(
    "path",
    [
        "/voila/tree",
        "/voila/tree/",
        "/voila/api/contents",
        "/voila/api/contents/accueil.ipynb",
        "/voila/files/accueil.ipynb",
        "/voila/files/../pyproject.toml",
        "/voila/render/..%2Fpyproject.ipynb",
        "/voila/render/inconnue.ipynb",
        "/voila/render/",
        "/voila/templates/jalons/static/shell.css",
        "/api/contents",
        "/api/kernels",
        "/api/kernelspecs",
        "/login",
        "/files/accueil.ipynb",
        "/jalons/static/../shell.py",
        "/jalons/static/tokens.py",
    ],
)
@pytest.mark.parametrize("known", [True, False], ids=["with key", "without"])
def test_nothing_else_can_be_opened(portal: Portal, cookie: str, path: str, known: bool) -> None:
    answer = Answer(portal, path, cookie if known else "")
    assert answer.status in (403, 404)
    assert "Traceback" not in answer.text


def test_a_file_is_compressed_and_kept_by_the_browser(portal: Portal) -> None:
    answer = Answer(portal, shell.static_url("plotly.min.js"))
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "immutable" in answer.headers["Cache-Control"]
    assert len(answer.body) < 2_000_000
    assert Answer(portal, "/jalons/static/tokens.css").headers["Cache-Control"] == "no-cache"


def test_a_page_is_whole_and_forbids_other_hosts(portal: Portal, cookie: str) -> None:
    answer = Answer(portal, "/?lang=en&x=<script>", cookie)
    assert answer.status == 200
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "<script>" not in answer.text.split("<body")[1].split("<main")[0]
    assert answer.text.count("<h1>") == 1
    assert '<html lang="en"' in answer.text
    assert "application/vnd.jupyter.widget-view+json" in answer.text
    assert "Comment lire" not in answer.text
    assert not re.search(r"(src|href)=[\"']?(https?:)?//", answer.text)
    _end_kernel(portal, answer, cookie)


def _end_kernel(portal: Portal, answer: Answer, cookie: str) -> None:
    """Do what a closing tab does."""
    kernel = re.search(r'"kernelId": "([\w-]+)"', answer.text)
    xsrf = re.search(r"_xsrf=([^;]+)", answer.cookies)
    assert kernel is not None
    assert xsrf is not None
    both = f"{cookie}; {answer.cookies}"
    path = f"/voila/api/shutdown/{kernel[1]}?_xsrf={xsrf[1]}"
    assert Answer(portal, path, "", "POST").status == 403
    assert Answer(portal, path, both, "POST").status == 204
    assert Answer(portal, f"/api/kernels/{kernel[1]}", both).status == 404


# --- the kernels


def _alive(processes: list[psutil.Process]) -> list[psutil.Process]:
    return [process for process in processes if process.is_running()]


def _descendants(pid: int) -> list[psutil.Process]:
    return list(psutil.Process(pid).children(recursive=True))


linux = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")


@linux
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_stopping_leaves_no_process_and_no_file(tmp_path: Path, number: int) -> None:
    running = start_portal(env={"TMPDIR": str(tmp_path)})
    cookie = Answer(running, f"/?token={running.token}").cookies
    assert Answer(running, "/", cookie).status == 200
    started = _descendants(running.process.pid)
    assert len(started) == 2  # the nursery and one kernel
    running.process.send_signal(number)
    code = running.process.wait(30)
    running.listener.join(10)
    deadline = time.monotonic() + 10
    while _alive(started) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert _alive(started) == []
    if number != signal.SIGKILL:  # killed outright, it cannot tidy up
        assert code == 0
        assert "Jalons est arrêté." in "".join(running.said)
        assert "Traceback" not in "".join(running.said)
        assert [path for path in tmp_path.iterdir() if path.name.startswith("jalons_")] == []


def test_a_class_opens_the_page_at_once(portal: Portal, cookie: str) -> None:
    with ThreadPoolExecutor(20) as pupils:
        answers = list(pupils.map(lambda _: Answer(portal, "/", cookie), range(20)))
    assert all("application/vnd.jupyter.widget-view+json" in answer.text for answer in answers)
    kernels = {re.search(r'"kernelId": "([\w-]+)"', answer.text) for answer in answers}
    assert len(kernels) == 20
    for answer in answers:
        _end_kernel(portal, answer, cookie)


@linux
def test_a_page_half_way_through_does_not_keep_the_portal_alive(tmp_path: Path) -> None:
    endless = notebook("import time; time.sleep(600)")
    (tmp_path / "accueil.ipynb").write_text(endless, "utf-8")
    running = start_portal("--notebooks", str(tmp_path))
    cookie = Answer(running, f"/?token={running.token}").cookies
    with ThreadPoolExecutor(1) as reader:
        reader.submit(Answer, running, "/", cookie)
        deadline = time.monotonic() + 20
        while len(_descendants(running.process.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        started = _descendants(running.process.pid)
        begun = time.monotonic()
        assert running.stop() == 0, "".join(running.said)
        assert time.monotonic() - begun < 15
    while _alive(started) and time.monotonic() < begun + 20:
        time.sleep(0.05)
    assert _alive(started) == []


@linux
def test_a_kernel_of_another_environment_does_not_run_our_pages(tmp_path: Path) -> None:
    spec = tmp_path / "kernels" / "python3"
    spec.mkdir(parents=True)
    other = {"argv": ["/bin/false", "{connection_file}"], "display_name": "?", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(other), "utf-8")
    config = tmp_path / "config"
    config.mkdir()
    (config / "voila.json").write_text('{"Voila": {"token": "known"}}', "utf-8")
    surroundings = {
        "JUPYTER_PATH": str(tmp_path),
        "JUPYTER_DATA_DIR": str(tmp_path),
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_TOKEN": "known",
    }
    running = start_portal(env=surroundings)
    assert running.token != "known"
    cookie = Answer(running, f"/?token={running.token}").cookies
    answer = Answer(running, "/", cookie)
    assert "application/vnd.jupyter.widget-view+json" in answer.text
    assert running.stop() == 0


# --- words and files


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", pages.PAGES)
def test_every_page_has_a_title_in_both_languages(lang: str, page: str) -> None:
    context = shell.context(
        lang, pages.PAGES, page, f"/voila/render/{page}.ipynb", [("lang", lang)]
    )
    assert context["title"]
    assert context["lead"]
    assert [entry["current"] for entry in context["menu"]].count(True) == 1
    assert len({entry["href"] for entry in context["languages"]}) == len(LANGUAGES)


def test_the_key_is_in_no_link() -> None:
    context = shell.context("fr", (), "", "/", [("token", "secret"), ("exemple", "x")])
    assert "secret" not in str(context)
    assert context["languages"][1]["href"] == "/?exemple=x&lang=en"


def test_the_menu_shows_only_pages_that_exist(tmp_path: Path) -> None:
    assert pages.available(tmp_path) == ()
    (tmp_path / "simuler.ipynb").touch()
    (tmp_path / "autre.ipynb").touch()
    there = pages.available(tmp_path)
    assert there == ("simuler",)
    assert [entry["label"] for entry in shell.menu("", Translator("fr"), there)] == ["Simuler"]


def test_our_own_files_call_no_other_host() -> None:
    for path in [*shell.TEMPLATE.rglob("*.*"), *shell.UI.glob("*.js"), *shell.UI.glob("*.css")]:
        text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "//cdn" not in text, path.name
        assert not re.search(r"https?://", text), path.name


@linux
def test_kernels_are_forked_from_a_process_with_one_thread() -> None:
    """A second thread at the time of a fork would be lost, with whatever lock it held."""
    check = """if True:
        import sys, psutil
        from jalons.portal.nursery import preload
        preload()
        loaded = {"jalons.apps", "ipykernel.kernelapp", "ipywidgets"} <= set(sys.modules)
        print(psutil.Process().num_threads(), loaded, "ortools" in sys.modules)
    """
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    assert done.stdout.split() == ["1", "True", "False"]
