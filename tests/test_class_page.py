"""The class page without a browser: one file that asks nobody; and the server that shows it."""

from __future__ import annotations

import gzip
import http.client
import json
import re
import shutil
import socket
import subprocess
import sys
import threading
from base64 import b64decode
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jalons.cli import app
from jalons.i18n import Translator
from jalons.options import explorer_widget
from jalons.options.class_page import _inside, class_page
from jalons.options.codec import load_shelf
from jalons.options.explorer_widget import Explorer
from jalons.options.sheet import sheet_data
from jalons.portal.one_page import OnePage
from jalons.problems import InputError
from jalons.ui.esm import joined
from open_data_files import small_folder

TODAY = date(2026, 11, 25)
SHELF = load_shelf()
FICHE = {
    "format": "jalons-fiche",
    "version": 1,
    "profil": {
        "niveau": "TPRO",
        "diplome": "BAC_PRO",
        "specialite": {"code": "40025520", "label": "", "short": ""},
        "mention": "TB",
        "avis_conseil": None,
        "admis_bts": None,
        "academie": "Lyon",
        "souhaits": {"duree_max": 1, "apprentissage": None},
    },
    "options": [
        {"kind": "BTS", "label": "", "code": "32025520"},
        {"kind": "FCIL", "label": "", "code": None},
        {"kind": "BTS", "label": "no longer there", "code": "0"},
    ],
    "souhait": {"kind": "FCIL", "label": "", "code": None},
    "questions": "Combien ça coûte ?",
}


@pytest.fixture(scope="module")
def page() -> str:
    return class_page(SHELF, TODAY)


def test_the_page_is_small_and_asks_nobody(page: str) -> None:
    assert len(gzip.compress(page.encode())) < 200_000  # asked: 1 MB
    assert "default-src 'none'" in page
    assert not re.search(r"""\b(src|href)=["'](?!data:)|@import|url\(""", page.split("<main")[0])
    script = page.split('<script type="module">')[1]
    assert not re.search(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|\beval\(", script)


def test_what_lies_in_a_script_cannot_end_it(page: str) -> None:
    assert page.count("</script>") == 2
    assert _inside("a </script> b <!-- c < d") == "a \\u003c/script> b \\u003c!-- c < d"


@pytest.mark.parametrize("entry", ["explorer_widget.mjs", "explorer_page.mjs"])
def test_the_view_joins_into_one_module(entry: str, tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    one = tmp_path / "one.mjs"
    one.write_text(joined(Path(explorer_widget.__file__).with_name(entry)), encoding="utf-8")
    done = subprocess.run([node, "--check", str(one)], capture_output=True, check=False, timeout=30)
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_sheet_holds_what_was_kept_and_is_still_open(lang: str) -> None:
    t = Translator(lang)
    data = sheet_data(FICHE, SHELF, t, TODAY)
    assert [o["label"] for o in data["options"]] == ["BTS Électrotechnique", t("option-kind-FCIL")]
    assert [bool(o["wish"]) for o in data["options"]] == [False, True]
    assert t("option-rule-bts-as-of-right") in data["options"][0]["lines"]
    assert t("option-unmet-duree-max") in data["options"][0]["lines"]
    assert data["questions"] == "Combien ça coûte ?"
    assert [o["near"] for o in data["options"]] == ["", ""]
    near = sheet_data(FICHE | {"near": {"BTS.32025520": "Lycée <A>"}}, SHELF, t, TODAY)
    assert near["options"][0]["near"] == "Lycée <A>"


def test_the_widget_makes_the_sheet_and_refuses_a_wrong_profile() -> None:
    widget = Explorer(SHELF, Translator("fr"), TODAY)
    assert widget.pdf(FICHE).startswith(b"%PDF")
    with pytest.raises(InputError):
        widget.pdf({**FICHE, "profil": {**FICHE["profil"], "niveau": "CE2"}})  # type: ignore[dict-item]
    heard: list[dict[str, str]] = []
    widget.send = lambda content, buffers=None: heard.append(content)
    for wrong in ({}, {"fiche": {}}, {"fiche": {"profil": {"specialite": 3}}}):
        widget._hear(widget, {"kind": "pdf", **wrong}, [])
    assert [message["kind"] for message in heard] == ["failed"] * 3
    widget.close()


# --- on the network ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server(page: str) -> Iterator[OnePage]:
    running = OnePage(page, "127.0.0.1", 0)
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()


def ask(server: OnePage, method: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request(method, path, headers=headers)
    return connection.getresponse()


def test_the_page_is_served_whole_or_compressed(server: OnePage, page: str) -> None:
    whole = ask(server, "GET", "/?lang=en")
    assert whole.read().decode() == page
    small = ask(server, "GET", "/", **{"Accept-Encoding": "gzip, br"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.read()).decode() == page
    head = ask(server, "HEAD", "/")
    assert (head.status, head.read()) == (200, b"")


@pytest.mark.parametrize(
    "path", ["/index.html", "/../etc/passwd", "/voila/render/accueil.ipynb", "/api", "*"]
)
def test_nothing_else_is_reachable(server: OnePage, path: str) -> None:
    answer = ask(server, "GET", path)
    assert answer.status == 404
    assert answer.read() == b"404\n"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_it_can_only_be_read(server: OnePage, method: str) -> None:
    assert ask(server, method, "/").status == 501


def test_a_reader_who_leaves_or_mumbles_stops_nothing(server: OnePage, page: str) -> None:
    for said in (b"", b"GET / HTTP/1.1\r\n", b"\x00\xff\r\n\r\n", b"GET " + b"/" * 70_000):
        with socket.create_connection(("127.0.0.1", server.port), 5) as reader:
            reader.sendall(said)
    assert ask(server, "GET", "/").read().decode() == page


# --- the command -------------------------------------------------------------------------------


def run(*arguments: str, lang: str = "fr") -> tuple[int, str]:
    done = CliRunner().invoke(app, ["classe", *arguments], env={"JALONS_LANG": lang})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done.exit_code, done.output


def test_the_command_writes_the_page_once(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    code, said = run("-o", str(file), lang="en")
    assert (code, "Written" in said) == (0, True)
    assert '<html lang="en">' in file.read_text(encoding="utf-8")
    code, said = run("-o", str(file))
    assert (code, "--force" in said) == (2, True)
    assert run("-o", str(file), "--force")[0] == 0
    assert '<html lang="fr">' in file.read_text(encoding="utf-8")


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    assert run()[0] == 2
    code, said = run("-o", str(tmp_path / "page.pdf"))
    assert (code, ".html" in said) == (2, True)
    code, said = run("-o", str(tmp_path / "nowhere" / "page.html"))
    assert (code, "nowhere" in said) == (2, True)


def test_the_address_is_told_with_its_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("segno", reason="segno is not installed")
    shown: list[str] = []
    command = sys.modules["jalons.cli.classe"]  # the package gives its name to the function
    monkeypatch.setattr(command, "_until_stopped", lambda server: server.server_close())
    monkeypatch.setattr("jalons.portal.address.lan_ip", lambda: "127.0.0.1")

    def opened(address: str) -> None:
        shown.append(Path(address.removeprefix("file://")).read_text(encoding="utf-8"))

    monkeypatch.setattr("webbrowser.open", opened)
    code, said = run("--serve", "--port", "0")
    address = re.search(r"http://127\.0\.0\.1:\d+/", said)
    assert code == 0
    assert address
    assert Translator("fr")("classe-alone") in said
    assert "█" in said
    assert address[0] in shown[0]
    assert "<svg" in shown[0]


def test_the_command_puts_the_places_of_an_academy_in_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JALONS_DATA", str(tmp_path))
    file = tmp_path / "page.html"
    code, said = run("-o", str(file), "--near", "Lyon")
    assert (code, "jalons data update" in said, file.exists()) == (2, True, False)
    small_folder(tmp_path)
    (tmp_path / "onisep.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    code, said = run("-o", str(file), "--near", "Atlantide")
    assert (code, "ni une académie ni un département" in said, file.exists()) == (2, True, False)
    code, said = run("-o", str(file), "--near", "lyon")
    assert code == 0
    assert "onisep.csv" in said  # what could not be used is said
    page = file.read_text(encoding="utf-8")
    inside = re.search(r'id="jalons-around">([^<]+)<', page)
    assert inside
    value = json.loads(gzip.decompress(b64decode(inside[1])))
    assert {academy for _, _, academy in value["places"]} == {"Lyon"}
    assert len(gzip.compress(page.encode())) < 1_000_000
