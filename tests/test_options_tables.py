"""The tables are what their scripts make of the public files, and the figures are those files'."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jalons.resources import DATASETS

PUBLIC = Path(__file__).resolve().parents[2] / "shared" / "data"
MADE = {
    "make_catalogue.py": ("diplomas.csv", "diploma_links.csv", "jobs.csv"),
    "make_option_figures.py": (
        "option_figures.csv",
        "option_figures_regions.csv",
        "academies.csv",
    ),
}
BY_HAND = ("diploma_names.csv", "diploma_links_expert.csv", "figure_names.csv", "diplomas.csv")

pytestmark = pytest.mark.skipif(
    not (PUBLIC / "orion").exists(), reason="the public files are not beside the checkout"
)


@pytest.mark.parametrize("script", MADE)
def test_a_script_makes_the_tables_again(script: str, tmp_path: Path) -> None:
    for name in (*MADE, *BY_HAND):
        shutil.copy(DATASETS / name, tmp_path)
    done = subprocess.run(
        [sys.executable, str(tmp_path / script), str(PUBLIC)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    for table in MADE[script]:
        assert (tmp_path / table).read_bytes() == (DATASETS / table).read_bytes(), table


def test_a_name_that_means_nothing_stops_the_script(tmp_path: Path) -> None:
    for name in (*MADE, *BY_HAND):
        shutil.copy(DATASETS / name, tmp_path)
    with (tmp_path / "diploma_links_expert.csv").open("a", encoding="utf-8") as file:
        file.write("BAC_PRO;MELEC;BTS;astronaute;\n")
    done = subprocess.run(
        [sys.executable, str(tmp_path / "make_catalogue.py"), str(PUBLIC)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode != 0
    assert "astronaute" in done.stderr


def test_figures_are_those_of_the_public_files() -> None:
    with (DATASETS / "option_figures.csv").open(encoding="utf-8", newline="") as lines:
        ours = {(r["code"], r["indicateur"]): r for r in csv.DictReader(lines, delimiter=";")}
    records = json.loads((PUBLIC / "orientia/inserjeunes_lycee_pro_corpus.json").read_bytes())
    (cooking,) = (
        r
        for r in records
        if r["granularity"] == "formation_france"
        and (r["type_diplome"], r["libelle_formation"]) == ("BAC PRO", "cuisine")
    )
    row = ours["40022106", "poursuite"]
    assert float(row["valeur"]) == round(100 * cooking["taux_poursuite_etudes_moyen"], 1)
    assert int(row["n"]) == cooking["n_records"]
    with (PUBLIC / "parcoursup/bts_2019_par_specialite_bacpro.csv").open(encoding="utf-8") as lines:
        (mco,) = (
            r
            for r in csv.DictReader(lines, delimiter=";")
            if r["fil_lib_voe_acc"] == "Management Commercial Opérationnel"
        )
    row = ours["32031213", "part_bac_pro"]
    assert float(row["valeur"]) == round(100 * int(mco["acc_bp"]) / int(mco["acc_tot"]), 1)
    assert row["n"] == mco["acc_tot"]
