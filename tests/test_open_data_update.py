"""``jalons data update``: whatever the network does, the last good file stays as it was."""

from __future__ import annotations

import json
import os
import socket
import ssl
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import misbehaving_server as server
from jalons import cli
from jalons.data import registry, shelf
from jalons.data.download import PATIENCE, DownloadError, Limits
from jalons.data.registry import DataSet
from jalons.data.shelf import held
from jalons.data.update import Taken, update
from jalons.problems import InputError
from open_data_files import table

BODY = table("parcoursup", 60).encode()
NEWER = table("parcoursup", 70).encode()
QUICK = Limits(silence_s=0.3, whole_s=0.6, most_bytes=100_000)


@pytest.fixture(autouse=True)
def straight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback is never asked of a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def at(address: str) -> DataSet:
    return replace(registry.load()["parcoursup"], address=address)


def take(answer: server.Answer, place: Path, limits: Limits = QUICK) -> Taken:
    with server.serving(answer) as address:
        return update(at(address), place, limits)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    take(server.good(BODY), tmp_path)
    return tmp_path


def everything(place: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in place.iterdir()}


@pytest.mark.parametrize(
    "answer",
    [
        server.good(NEWER),
        server.unmeasured(NEWER),
        server.chunked(NEWER),
        server.zipped(NEWER),
        server.drip(NEWER, 0.0),
    ],
    ids=["measured", "unmeasured", "chunked", "zipped", "in small pieces"],
)
def test_a_newer_file_takes_the_place_of_the_old_one(answer: server.Answer, place: Path) -> None:
    taken = take(answer, place, PATIENCE)
    assert taken.changed
    assert (place / "parcoursup.csv").read_bytes() == NEWER
    assert sorted(everything(place)) == ["parcoursup.csv", "parcoursup.json"]
    assert held(at(""), place) == replace(taken.held, dataset=at(""))


def test_the_same_file_again_is_nothing_new(place: Path) -> None:
    assert not take(server.good(BODY), place).changed


MISSING = BODY.replace(b"capa_fin", b"capacite_2")
FAILURES: dict[str, tuple[server.Answer, str]] = {
    "cut short": (server.cut_short(BODY), "s'est coupée après"),
    "cut short in chunks": (server.chunked(BODY, whole=False), "a coupé la liaison"),
    "truncated gzip": (server.zipped(BODY, 0.7), "comprimé s'arrête avant la fin"),
    "not gzip": (server.not_zipped(BODY), "mais ce n'en est pas un"),
    "truncated csv": (server.unmeasured(BODY[:-40]), "au milieu de cette ligne"),
    "truncated in the last cell": (server.unmeasured(BODY[:-2]), "au milieu de cette ligne"),
    "unclosed quote": (server.unmeasured(BODY + b'2025;"Lyc'), "au milieu de cette ligne"),
    "column missing": (server.good(MISSING), "Capacité de l'établissement par formation"),
    "other table": (server.good(table("onisep").encode()), "il manque les colonnes"),
    "html with status 200": (server.good(server.HTML), "une page web, pas un tableau"),
    "json with status 200": (server.good(b'{"error_code": 1}'), "du JSON"),
    "binary": (server.good(b"PK\x03\x04" + b"\0" * 50), "pas du texte CSV"),
    "empty": (server.good(b""), "le fichier est vide"),
    "titles only": (server.good(BODY.split(b"\n")[0] + b"\n"), "aucune ligne"),
    "wrong cells": (
        server.good(BODY.replace(b";2025", b";deux").replace(b"2025;", b"x;")),
        "année",
    ),
    "much shorter": (server.good(table("parcoursup", 20).encode()), "moins de la moitié"),
    "redirects for ever": (server.redirect(), "sans fin d'une adresse à une autre"),
    "redirect to a file": (server.redirect("file:///etc/passwd"), "sans fin"),
    "redirect to ftp": (server.redirect("ftp://127.0.0.1/x"), "ne répond pas"),
    "silent": (server.silent(1.0), "n'a rien envoyé pendant"),
    "stops midway": (server.stops_midway(BODY, 1.0), "n'a rien envoyé pendant"),
    "slow": (server.drip(BODY, 0.05), "n'était pas fini"),
    "too large": (server.good(b"x" * 200_000), "dépasse"),
    "too large unmeasured": (server.unmeasured(b"x" * 200_000), "dépasse"),
    "gzip bomb": (server.zipped(b"x" * 5_000_000), "dépasse"),
    "not found": (server.status(404), "n'a plus ce fichier"),
    "forbidden": (server.status(403), "refuse l'accès"),
    "busy": (server.status(429), "demande d'attendre"),
    "teapot": (server.status(418), "a répondu 418"),
    "out of order": (server.status(503), "en panne"),
    "not the web": (server.no_http, "pas du web"),
    "hangs up": (server.hangs_up, "a coupé la liaison"),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_failure_is_said_and_changes_nothing(case: str, place: Path) -> None:
    answer, said = FAILURES[case]
    before = everything(place)
    with pytest.raises((DownloadError, InputError)) as caught:
        take(answer, place)
    assert said in str(caught.value)
    assert ".part" not in str(caught.value)
    assert everything(place) == before


@pytest.mark.parametrize("case", ["cut short", "column missing", "html with status 200", "empty"])
def test_a_failure_where_nothing_was_leaves_nothing(case: str, tmp_path: Path) -> None:
    with pytest.raises((DownloadError, InputError)):
        take(FAILURES[case][0], tmp_path)
    assert everything(tmp_path) == {}


def test_nobody_answers(place: Path) -> None:
    before = everything(place)
    for address in (server.unused_address(), "pas une adresse", "gopher://127.0.0.1/"):
        with pytest.raises(DownloadError, match=r"répond pas|pas lisible"):
            update(at(address), place, QUICK)
    assert everything(place) == before


def test_no_internet_at_all(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_args: object, **_more: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    before = everything(place)
    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(DownloadError, match="pas d'accès à Internet"):
        update(at("https://data.example/f.csv"), place, QUICK)
    assert everything(place) == before


def test_a_certificate_that_is_not_trusted(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def filtered(*_args: object, **_more: object) -> None:
        raise ssl.SSLCertVerificationError(1, "self-signed certificate")

    monkeypatch.setattr("http.client.HTTPSConnection.connect", filtered)
    with pytest.raises(DownloadError, match="certificat refusé"):
        update(at("https://127.0.0.1/f.csv"), place, QUICK)


def test_a_redirection_never_leaves_encryption(place: Path) -> None:
    from jalons.data.download import _Redirects

    request = type("Request", (), {"type": "https"})()
    with pytest.raises(DownloadError, match="sans chiffrement"):
        _Redirects().redirect_request(request, None, 302, "", {}, "http://exemple.fr/f.csv")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cut=st.integers(0, len(NEWER) - 1), zipped=st.booleans())
def test_cut_anywhere_the_last_good_file_stays(cut: int, zipped: bool, place: Path) -> None:
    before = everything(place)
    share = cut / len(NEWER)
    answer = server.zipped(NEWER, share) if zipped else _stops_at(cut)
    with pytest.raises((DownloadError, InputError)):
        take(answer, place)
    assert everything(place) == before


def _stops_at(cut: int) -> server.Answer:
    def answer(handler: server.BaseHTTPRequestHandler) -> None:
        server.head(handler, Content_Length=str(len(NEWER)))
        handler.wfile.write(NEWER[:cut])

    return answer


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(body=st.binary(max_size=300) | st.text(";,\n\"'aé1<{", max_size=300).map(str.encode))
def test_nonsense_of_any_kind_is_refused_in_words(body: bytes, place: Path) -> None:
    before = everything(place)
    with pytest.raises((DownloadError, InputError)):
        take(server.good(body), place)
    assert everything(place) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize("size", [300, len(NEWER)], ids=["on closing", "on writing"])
def test_a_full_disk_is_said_and_changes_nothing(
    size: int, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(place)
    real = tempfile.mkstemp

    def full(*where: object) -> tuple[int, str]:
        number, name = real(*where)
        os.close(number)
        return os.open("/dev/full", os.O_WRONLY), name

    monkeypatch.setattr(tempfile, "mkstemp", full)
    with pytest.raises(DownloadError, match="plus assez de place"):
        take(server.good(NEWER[:size]), place)
    assert everything(place) == before


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DownloadError, match="ne peut pas être écrit"):
        take(server.good(NEWER), tmp_path / "file" / "below")


def test_progress_is_told_and_a_stop_leaves_the_old_file(place: Path) -> None:
    before = everything(place)
    seen: list[tuple[int, int | None]] = []

    def stop(got: int, total: int | None) -> None:
        seen.append((got, total))
        raise KeyboardInterrupt

    with server.serving(server.good(NEWER)) as address, pytest.raises(KeyboardInterrupt):
        update(at(address), place, QUICK, progress=stop)
    assert 0 < seen[0][0] <= len(NEWER)
    assert seen[0][1] == len(NEWER)
    assert everything(place) == before


def test_a_file_changed_by_hand_is_no_longer_said_to_be_downloaded(place: Path) -> None:
    path = place / "parcoursup.csv"
    assert held(at("x"), place).source.startswith("http://127.0.0.1")
    path.write_bytes(BODY + BODY.splitlines(keepends=True)[-1])
    changed = held(at("x"), place)
    assert changed.source == ""
    assert shelf.described(changed).rows == 61
    (place / "parcoursup.json").write_text('{"sha256": 3}')
    assert held(at("x"), place).source == ""


def test_what_a_killed_download_left_is_cleared_in_time(place: Path) -> None:
    old, new = (place / f".parcoursup-{name}.part" for name in ("old", "new"))
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    take(server.good(NEWER), place)
    assert not old.exists()
    assert new.exists()


def test_age_counts_whole_days(place: Path) -> None:
    item = replace(held(at("x"), place), fetched=datetime(2026, 3, 1, 12, tzinfo=UTC))
    assert item.age_days(datetime(2026, 3, 1, 11, tzinfo=UTC)) == 0
    assert item.age_days(datetime(2026, 3, 9, 11, tzinfo=UTC)) == 7


def run(monkeypatch: pytest.MonkeyPatch, place: Path, address: str, *arguments: str) -> object:
    only = {"parcoursup": at(address)}
    monkeypatch.setattr(registry, "load", lambda: only)
    monkeypatch.setenv("JALONS_DATA", str(place))
    return CliRunner().invoke(cli.app, ["data", *arguments])


def test_the_command_takes_lists_and_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server.serving(server.good(BODY)) as address:
        first = run(monkeypatch, tmp_path, address, "update", "--json")
        again = run(monkeypatch, tmp_path, address, "update", "parcoursup")
    assert first.exit_code == again.exit_code == 0, first.output
    (result,) = json.loads(first.stdout)["files"]
    assert (result["taken"], result["changed"], result["rows"]) == (True, True, 60)
    assert result["years"] == [2025]
    assert result["source"] == address
    assert "rien de nouveau (60 lignes)" in again.stderr
    listed = run(monkeypatch, tmp_path, address, "list")
    assert "pris aujourd'hui, 0 Mo, 60 lignes, année 2025" in listed.stdout
    assert result["sha256"] in listed.stdout
    checked = run(monkeypatch, tmp_path, address, "check")
    assert checked.exit_code == 0
    assert "60 lignes, année 2025, UTF-8, colonnes séparées par des points-virgules" in (
        checked.stdout
    )


def test_the_command_says_what_could_not_be_had(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with server.serving(server.status(503)) as address:
        kept = run(monkeypatch, place, address, "update", "--json")
        never = run(monkeypatch, place / "other", address, "update")
    assert kept.exit_code == never.exit_code == 3
    (result,) = json.loads(kept.stdout)["files"]
    assert result["taken"] is False
    assert "en panne" in result["message"]
    assert "Le fichier d'avant est gardé tel quel." in kept.stderr
    assert "il n'y en avait pas avant" in never.stderr
    unknown = run(monkeypatch, place, address, "update", "parcours")
    assert unknown.exit_code == 2
    assert "Codes : parcoursup" in unknown.stderr


def test_a_broken_row_of_our_own_table_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("open_data.csv", "open_data_columns.csv"):
        text = (registry.DATASETS / name).read_text("utf-8")
        (tmp_path / name).write_text(text.replace(";entier;", ";entiers;"), "utf-8")
    real = registry.load
    monkeypatch.setattr(registry, "load", lambda: real(tmp_path))
    result = CliRunner().invoke(cli.app, ["data", "list"])
    assert result.exit_code == 2
    assert "open_data_columns.csv, ligne 12, colonne « type » : « entiers »" in result.stderr
