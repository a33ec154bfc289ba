"""What the page is given of the loaded files: each school once, where it lies, nothing invented."""

from __future__ import annotations

import asyncio
import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jalons.data.parcoursup import offers
from jalons.i18n import Translator
from jalons.options.around import Loaded, around, packed
from jalons.options.codec import load_shelf
from jalons.options.explorer_widget import Explorer
from jalons.options.loaded import packed_around, read_loaded
from jalons.options.near import as_json, nearby
from jalons.options.places import Places
from jalons.problems import InputError
from open_data_files import official, small_folder

SHELF = load_shelf()
CATALOGUE = SHELF.catalogue


def code(short: str, kind: str) -> str:
    (training,) = CATALOGUE.find(short, (kind,))
    return training.code


ELECTRIC, MELEC = code("Électrotechnique", "BTS"), code("MELEC", "BAC_PRO")


def of_small(folder: Path, only: str = "") -> dict[str, Any]:
    loaded, problems = read_loaded(small_folder(folder))
    assert not problems
    value: dict[str, Any] = json.loads(
        gzip.decompress(packed(around(loaded, CATALOGUE, SHELF.figures, only)))
    )
    return value


def names(value: dict[str, Any], numbers: list[int]) -> list[str]:
    return [value["schools"][number][0] for number in numbers]


def test_each_school_is_there_once_with_its_place(tmp_path: Path) -> None:
    value = of_small(tmp_path)
    schools = {row[0]: row for row in value["schools"]}
    assert len(schools) == len(value["schools"])
    name, town, place, site = schools["Lycée Ampère"]  # one name, though four files write it
    assert (name, town, site) == ("Lycée Ampère", "Lyon 3e", "https://ampere.fr/")
    assert value["places"][place] == ["069", "Rhône", "Lyon"]
    assert value["places"][schools["Lycée Carnot"][2]] == ["042", "Loire", "Lyon"]
    assert "Lycée d'avant" not in schools  # another session of Parcoursup


def test_each_file_says_its_part(tmp_path: Path) -> None:
    value = of_small(tmp_path)
    offers_found = value["offers"][ELECTRIC]
    assert names(value, [row[0] for row in offers_found]) == [
        "Lycée Ampère", "Lycée Carnot", "Lycée <b>Bât</b>",
    ]  # fmt: skip
    assert [row[1:] for row in offers_found] == [
        ["", 24, 20, 0.55], ["", 24, 20, 0.55], ["", 24, 12, None],  # a share of twelve is none
    ]  # fmt: skip
    assert names(value, value["taught"][MELEC]) == ["Lycée Ampère"]
    (electric, *_), (melec,) = value["after"][ELECTRIC], value["after"][MELEC]
    assert electric[2:] == [35, 70.4, None]
    assert melec[2:] == [None, 44, None]
    # One mean of twenty-one schools; of the one that says who still studies, none.
    assert value["regional"] == {ELECTRIC: {"Auvergne-Rhône-Alpes": [None, [60.5, 21], None]}}
    assert names(value, value["cio"]) == ["CIO de Lyon"]
    assert names(value, value["lycees"]) == ["Lycée du Nord", "Lycée Ampère"]
    assert value["cfa"]["Auvergne-Rhône-Alpes"] == [["CFA Confluence", None, 81, None]]
    assert value["years"] == {
        "parcoursup": "2025",
        "inserjeunes": "cumul 2023-2024",
        "inserjeunes-cfa": "cumul 2023-2024",
    }
    assert value["unknown"]["parcoursup"] == {"Design de produits": 1}


@pytest.mark.parametrize("name", ["Rhône", "rhone", "69"])
def test_one_place_alone_keeps_what_lies_there(tmp_path: Path, name: str) -> None:
    value = of_small(tmp_path, name)
    assert value["places"] == [["069", "Rhône", "Lyon"]]
    assert {row[0] for row in value["schools"]} == {
        "Lycée Ampère", "Lycée <b>Bât</b>", "CIO de Lyon",
    }  # fmt: skip
    assert list(value["cfa"]) == ["Auvergne-Rhône-Alpes"]
    assert value["offers"][code("FED C", "BTS")] == []  # taught, but elsewhere


def test_a_place_is_found_by_what_people_say() -> None:
    places = Places.load()
    assert len(places.by_code) == 101
    assert {p.department for p in places.inside("CORSE")} == {"Corse-du-Sud", "Haute-Corse"}
    assert [p.code for p in places.inside("2a")] == ["620"]
    assert len(places.inside("lyon")) == 3
    assert places.of("identifiant obsolète", "Ain", "").academy == "Lyon"
    assert places.of("9840001A", "Tahiti", "Polynésie").academy == "Polynésie"
    with pytest.raises(InputError, match="ni une académie ni un département"):
        places.check("Atlantide")


def test_a_file_without_a_school_still_has_homes(tmp_path: Path) -> None:
    small_folder(tmp_path)
    for name in ("parcoursup", "annuaire", "onisep", "inserjeunes"):
        (tmp_path / f"{name}.csv").unlink()
    loaded, _ = read_loaded(tmp_path)
    value = around(loaded, CATALOGUE, SHELF.figures)
    assert value["schools"] == []
    assert len(value["places"]) == 101
    assert "CFA du Nord" in [name for name, *_ in value["cfa"]["Hauts-de-France"]]


def test_a_file_that_cannot_be_used_is_told_and_the_others_serve(tmp_path: Path) -> None:
    small_folder(tmp_path)
    (tmp_path / "onisep.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    loaded, problems = read_loaded(tmp_path)
    assert loaded.offers
    assert loaded.taught == ()
    assert {problem.file for problem in problems} == {"onisep.csv"}


def test_without_a_file_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JALONS_DATA", str(tmp_path))
    assert packed_around(SHELF) == (b"", ())


def test_the_widget_reads_beside_the_page_and_the_last_reading_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JALONS_DATA", str(small_folder(tmp_path)))

    async def page() -> bytes:
        widget = Explorer(SHELF, Translator("fr"), date(2026, 11, 25))
        widget.load_around()
        first = widget._reading
        assert widget.around == b""  # the page does not wait
        widget.load_around()
        assert first is not widget._reading
        while not widget.around:
            await asyncio.sleep(0.01)
        widget.close()
        return widget.around

    told = asyncio.run(asyncio.wait_for(page(), 20))
    assert told == packed_around(SHELF)[0]


def test_the_page_and_the_command_give_the_same_places() -> None:
    found = offers(official("parcoursup"))
    value = around(Loaded(offers=found), CATALOGUE, SHELF.figures, "Rhône")
    command = nearby(found, "Rhône", CATALOGUE)
    assert {c: len(rows) for c, rows in value["offers"].items() if rows} == {
        c: len(rows) for c, rows in command.by_code.items()
    }
    for which, rows in command.by_code.items():
        for offer, row in zip(map(as_json, rows), value["offers"][which], strict=True):
            share = offer["bac_pro_share"]
            assert value["schools"][row[0]][0] == offer["school"]
            assert row[1:4] == [offer["detail"], offer["places"], offer["admitted_from_bac"]]
            assert row[4] == (None if share is None else pytest.approx(share, abs=1e-3))


def test_all_the_official_files_together_stay_small(tmp_path: Path) -> None:
    for name in ("parcoursup", "annuaire", "inserjeunes-cfa"):
        (tmp_path / f"{name}.csv").write_bytes(official(name).read_bytes())
    loaded, problems = read_loaded(tmp_path)
    assert not problems
    value = around(loaded, CATALOGUE, SHELF.figures)
    assert len(packed(value)) < 200_000  # the class page may weigh 1 MB
    nowhere = {academy for found, _, academy in value["places"] if not found}
    assert nowhere <= {"Polynésie Française"}
