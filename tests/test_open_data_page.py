"""*Données ouvertes* on a page: the button and the copies, whatever network or key hold."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

import misbehaving_server as server
from jalons.data.download import Limits
from jalons.data.registry import DataSet, load
from jalons.i18n import Translator
from jalons.open_data.state import OpenDataState, Told
from jalons.open_data.view import OpenDataPart
from jalons.ui.file_input import UploadedFile
from open_data_files import table

BODY = table("parcoursup", 60).encode()
QUICK = Limits(silence_s=0.5, whole_s=3.0, most_bytes=100_000)


@pytest.fixture(autouse=True)
def straight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loopback is never asked of a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def state_at(place: Path, **addresses: str) -> OpenDataState:
    """Only these files are known, each at its address."""
    known = {code: replace(load()[code], address=address) for code, address in addresses.items()}
    return OpenDataState(known, place, QUICK)


def part_at(place: Path, **addresses: str) -> OpenDataPart:
    return OpenDataPart(state_at(place, **addresses), Translator("fr"))


def said(part: OpenDataPart) -> str:
    return "\n".join((part.said.message, *part.said.items))


def test_the_button_takes_the_file_and_says_so(tmp_path: Path) -> None:
    with server.serving(server.good(BODY)) as address:
        part = part_at(tmp_path, parcoursup=address)
        part.job.run_blocking()
    assert (tmp_path / "parcoursup.csv").read_bytes() == BODY
    assert part.said.kind == "ok"
    assert "pris (60 lignes)" in said(part)
    assert "pris aujourd'hui" in unescape(part.table.value)
    assert "année 2025" in part.table.value
    assert part.bar.status == "done"
    part.close()


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (server.status(403), "refuse l'accès"),
        (server.good(server.HTML), "une page web, pas un tableau"),
        (server.cut_short(BODY), "s'est coupée"),
        (server.good(table("onisep").encode()), "il manque les colonnes"),
    ],
    ids=["refused", "web page", "cut short", "other table"],
)
def test_what_fails_is_said_and_the_file_of_before_stays(
    tmp_path: Path, answer: server.Answer, why: str
) -> None:
    (tmp_path / "parcoursup.csv").write_bytes(BODY)
    with server.serving(answer) as address:
        part = part_at(tmp_path, parcoursup=address)
        part.job.run_blocking()
    assert part.said.kind == "warn"
    assert why in said(part)
    assert "Le fichier d’avant est gardé." in said(part)
    assert [path.name for path in tmp_path.iterdir()] == ["parcoursup.csv"]
    assert (tmp_path / "parcoursup.csv").read_bytes() == BODY


def test_one_file_that_fails_does_not_hold_the_others_up(tmp_path: Path) -> None:
    onisep = table("onisep", 30).encode()
    with server.serving(server.status(503)) as broken, server.serving(server.good(onisep)) as good:
        part = part_at(tmp_path, parcoursup=broken, onisep=good)
        part.job.run_blocking()
    assert "en panne" in said(part)
    assert "gardé" not in said(part)  # there was none
    assert "pris (30 lignes)" in said(part)
    assert (tmp_path / "onisep.csv").read_bytes() == onisep


def test_only_the_file_that_was_chosen_is_asked_for(tmp_path: Path) -> None:
    with server.serving(server.good(BODY)) as address:
        part = part_at(tmp_path, annuaire=server.unused_address(), parcoursup=address)
        part.which.value = "parcoursup"
        part.job.run_blocking()
    assert [one.taken is not None for one in part.state.told] == [True]


def test_stop_ends_a_slow_download_and_leaves_nothing(tmp_path: Path) -> None:
    state, stop = state_at(tmp_path, parcoursup="", onisep=""), threading.Event()
    heard: list[int] = []

    def moved(_: DataSet, got: int, __: int | None) -> None:
        heard.append(got)
        if got:
            stop.set()

    with server.serving(server.drip(BODY, 0.01)) as address:
        state.known = {c: replace(d, address=address) for c, d in state.known.items()}
        began = time.monotonic()
        assert state.fetch(state.known, moved, stop) == ()
    assert heard[0] == 0
    assert len(heard) < 5
    assert time.monotonic() - began < 2
    assert not list(tmp_path.iterdir())


def test_a_copy_is_recognised_checked_and_put_in_its_place(tmp_path: Path) -> None:
    state = OpenDataState(place=tmp_path)
    good, wrong, other = state.copy(
        [("clé/2025 (2).csv", BODY), ("listing.csv", b"nom;age\nA;3\n"), ("page.csv", server.HTML)]
    )
    assert good.taken is not None
    assert (good.taken.held.dataset.code, good.taken.held.rows) == ("parcoursup", 60)
    assert (tmp_path / "parcoursup.csv").read_bytes() == BODY
    t = Translator("fr")
    for told, why in ((wrong, "aucun des fichiers"), (other, "une page web")):
        assert told.error is not None
        assert why in told.error.sentence(t)
        assert told.error.sentence(t).startswith(told.name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["parcoursup.csv", "parcoursup.json"]


def test_a_much_shorter_copy_does_not_replace_a_good_one(tmp_path: Path) -> None:
    state = OpenDataState(place=tmp_path)
    state.copy([("a.csv", BODY)])
    (told,) = state.copy([("b.csv", table("parcoursup", 20).encode())])
    assert told.error is not None
    assert "moins de la moitié" in told.error.sentence(Translator("fr"))
    assert (tmp_path / "parcoursup.csv").read_bytes() == BODY


def test_a_row_that_cannot_be_read_is_counted(tmp_path: Path) -> None:
    part = part_at(tmp_path, parcoursup="")
    body = table("parcoursup", 400).replace("\n2025;", "\nhier;", 1).encode()
    part.state.deliver(part.state.copy([("a.csv", body)]))
    assert "pris (400 lignes). Une ligne illisible" in said(part)


def test_what_is_said_is_of_the_last_time_only(tmp_path: Path) -> None:
    part = part_at(tmp_path, parcoursup=server.unused_address())
    part.job.run_blocking()
    assert "ne répond pas" in said(part)
    part.state.deliver(())  # stopped before anything came
    assert said(part) == ""


def test_a_copy_that_is_dropped_goes_the_same_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = OpenDataPart(OpenDataState(place=tmp_path), Translator("en"))
    monkeypatch.setattr(part.job, "start", part.job.run_blocking)
    part.input.files = (UploadedFile("x.csv", BODY),)
    assert "60 rows" in said(part)
    assert "put here by hand today" in part.table.value
    part.input.files = (UploadedFile("<b>.csv", b"a;b\n1;2\n"),)
    assert part.said.kind == "warn"
    assert "<b>.csv" in said(part)
    part.close()


def test_the_table_is_read_when_somebody_wants_to_see_it(tmp_path: Path) -> None:
    part = OpenDataPart(OpenDataState(place=tmp_path), Translator("fr"))
    assert part.table.value == ""
    part.inside.toggle.click()
    assert part.table.value.count("pas encore là") == len(load())
    assert 'href="https://data.education.gouv.fr/' in part.table.value
    part.close()


def test_told_is_published_after_the_files(tmp_path: Path) -> None:
    state = OpenDataState(place=tmp_path)
    seen: list[bool] = []
    state.observe(lambda _: seen.append(bool(state.files)), names=["told"])
    state.deliver((Told("x"),))
    assert seen == [True]


def test_a_file_that_cannot_serve_is_said_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "annuaire.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    part = OpenDataPart(OpenDataState(place=tmp_path), Translator("fr"))
    part.inside.toggle.click()
    assert "ne peut pas servir" in part.wrong.message
    assert "il manque les colonnes" in part.wrong.items[0]
    (tmp_path / "annuaire.csv").unlink()
    part.state.look()
    assert part.wrong.message == ""
    part.close()
