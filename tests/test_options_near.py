"""``jalons options --near``: where a BTS of the answer is taught, from a Parcoursup file."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from jalons.cli import app
from jalons.data.parcoursup import Offer, offers
from jalons.options.catalogue import load
from jalons.options.near import TYPES, as_json, by_diploma, nearby
from jalons.options.places import Places
from jalons.resources import DATASETS
from open_data_files import official

CATALOGUE = load()
OFFER = Offer(
    "Lycée A", "0690001A", "Lyon", "Rhône", "Lyon", "Electrotechnique", "", 24, 24, 20, 10, 2025
)
PROFILE = DATASETS / "profils" / "terminale-melec.yaml"


def code(short: str, kind: str = "BTS") -> str:
    (training,) = CATALOGUE.find(short, (kind,))
    return training.code


@pytest.mark.parametrize(
    ("title", "shorts"),
    [
        ("Electrotechnique", ["Électrotechnique"]),
        ("Management des unités commerciales", ["MCO"]),
        ("Transport et prestations logistiques", ["GTLA"]),
        ("Management en hôtellerie restauration", ["MHR A", "MHR B", "MHR C"]),
        ("Design de produits", []),
        ("", []),
    ],
)
def test_an_older_title_stands_for_the_diploma_of_today(title: str, shorts: list[str]) -> None:
    found, unknown = by_diploma([replace(OFFER, diploma=title)], CATALOGUE)
    assert tuple(found) == tuple(code(short) for short in shorts)
    assert bool(unknown) != bool(found)


def test_the_latest_session_near_the_place_counts_and_nothing_is_dropped() -> None:
    older = replace(OFFER, year=2024, school="Lycée B")
    far = replace(OFFER, academy="Lille", department="Nord", town="Lille")
    odd = replace(OFFER, diploma="Design de produits")
    found = nearby([older, OFFER, far, odd], "RHONE", CATALOGUE)
    assert found.year == 2025
    assert found.by_code == {code("Électrotechnique"): (OFFER,)}
    assert found.unknown == {"Design de produits": 1}
    assert nearby([OFFER], "69", CATALOGUE).by_code == found.by_code
    assert nearby([OFFER], "Brest", CATALOGUE).year is nearby([OFFER], "99", CATALOGUE).year is None


def test_a_share_of_a_few_is_not_shown() -> None:
    assert as_json(OFFER)["bac_pro_share"] == 0.5
    assert as_json(replace(OFFER, admitted_from_bac=19))["bac_pro_share"] is None
    assert as_json(replace(OFFER, admitted_bac_pro=None))["bac_pro_share"] is None


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, place: str, *more: str) -> Any:
    monkeypatch.setenv("JALONS_DATA", str(folder))
    return CliRunner().invoke(app, ["options", str(PROFILE), "--near", place, *more])


def test_without_the_file_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run(monkeypatch, tmp_path, "Lyon")
    assert done.exit_code == 2
    assert "jalons data update parcoursup" in done.output
    assert str(tmp_path / "parcoursup.csv") in done.output.replace("\n", "")


def test_a_file_that_is_wrong_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "parcoursup.csv").write_text("session;fili\n2025;BTS\n")
    done = run(monkeypatch, tmp_path, "Lyon")
    assert done.exit_code == 2
    assert "il manque les colonnes" in done.output


def test_the_official_file_near_lyon(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(official("parcoursup"), tmp_path / "parcoursup.csv")
    done = run(monkeypatch, tmp_path, "lyon")
    assert done.exit_code == 0
    assert "Lycée Marcel Sembat (Rhône) : 24 places, 55 % de bac pro" in done.output
    assert "vérifiez sur parcoursup.fr" in done.output
    told = json.loads(run(monkeypatch, tmp_path, "Rhône", "--json").stdout)
    assert told["near"]["year"] == 2018
    with_places = [option for option in told["options"] if option["kind"] in TYPES]
    offers_found = [offer for option in with_places for offer in option["near"]]
    assert {offer["department"] for offer in offers_found} == {"Rhône"}
    assert all("near" not in option for option in told["options"] if option["kind"] not in TYPES)
    for place in ("Nulle-Part-les-Bains", ""):
        nowhere = run(monkeypatch, tmp_path, place)
        assert nowhere.exit_code == 2
        assert "pas les communes" in nowhere.output.replace("\n", " ")  # none in 2018
    number = json.loads(run(monkeypatch, tmp_path, "69", "--json").stdout)
    assert number["options"] == told["options"]


def test_every_department_goes_by_the_name_that_parcoursup_writes() -> None:
    written = {offer.department for offer in offers(official("parcoursup"))}
    assert {name for name in written if not Places.load().inside(name)} == {"Polynésie française"}


def test_nearly_all_offers_of_2018_have_a_diploma_of_today() -> None:
    found = offers(official("parcoursup"))
    assert {offer.kind for offer in found} == {"BTS", "CS"}  # the BUT came in 2021
    _, unknown = by_diploma(found, CATALOGUE)
    assert sum(unknown.values()) / len(found) < 0.04
