"""``jalons options``: the profile of a pupil in, every option out; a wrong profile exits with 2."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from jalons.cli import app
from jalons.options.domain import OTHERS, Basis, Kind
from jalons.resources import DATASETS, ROOT

PROFILE = """\
niveau: TPRO               # CAP1 CAP2 2PRO 1PRO TPRO, ou titulaire: CAP | BAC_PRO
diplome: BAC PRO
specialite: "Métiers de l'électricité et de ses environnements connectés"
mention: TB
avis_conseil: favorable
admis_bts: non
academie: Lyon
souhaits: {duree_max: 2, apprentissage: true}
"""


def run(tmp_path: Path, text: str, *more: str, lang: str = "fr") -> Any:
    file = tmp_path / "profil.yaml"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(app, ["options", str(file), *more], env={"JALONS_LANG": lang})


def test_json_is_as_promised(tmp_path: Path) -> None:
    done = run(tmp_path, PROFILE, "--json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    option = told["options"][0]
    assert option["kind"] == "BTS"
    assert option["label"] == "BTS Électrotechnique"
    assert option["code"] == "32025520"
    assert option["duration_years"] == 2
    assert option["admission"]["basis"] == "de_droit"
    assert set(option["admission"]) >= {"basis", "rule", "text", "source"}
    kinds = {kind.value for kind in Kind if kind not in OTHERS}
    for option in told["options"]:
        assert option["kind"] in kinds
        assert option["admission"]["basis"] in {basis.value for basis in Basis}
        assert all(set(event) >= {"date", "what"} for event in option["calendar"])
        for indicator in option["indicators"]:
            assert set(indicator) >= {"id", "value", "unit", "n", "year", "scope", "source"}
        assert all(isinstance(sentence, str) for sentence in option["why"])
        assert isinstance(option["next"], list)
        assert all(service["name"] for service in option["help"])


def test_a_person_reads_it_in_french_and_in_english(tmp_path: Path) -> None:
    french, english = run(tmp_path, PROFILE), run(tmp_path, PROFILE, lang="en")
    assert "De droit" in french.stdout
    assert "Psychologue de l’Éducation nationale" in french.stdout
    assert "As of right" in english.stdout
    assert "School psychologist" in english.stdout
    assert french.exit_code == english.exit_code == 0
    assert french.stdout.count("Avant 2022, seul l’emploi du privé") == 1
    assert "Moyenne de" not in french.stdout


def test_a_person_reads_the_dates_and_what_a_figure_was_measured_on(tmp_path: Path) -> None:
    done = run(tmp_path, "niveau: TPRO\nspecialite: MCV\n")
    told = json.loads(run(tmp_path, "niveau: TPRO\nspecialite: MCV\n", "--json").stdout)
    event = next(o["calendar"][0] for o in told["options"] if o["calendar"])
    year, _, day = event["date"].split("-")
    assert re.search(rf"{int(day)} \S+ {year} : {re.escape(event['what'])}", done.stdout)
    assert "Mesuré sur" in done.stdout


def test_a_wrong_profile_is_said_and_exits_with_2(tmp_path: Path) -> None:
    done = run(tmp_path, "niveau: TPRO\nspecialite: MELLEC\n")
    assert done.exit_code == 2
    assert "« specialite: MELLEC »" in done.stderr
    assert "Vouliez-vous dire" in done.stderr
    assert not done.stdout


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_profile_of_any_notepad_is_read(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "profil.yaml"
    file.write_bytes(PROFILE.replace("Lyon", "Besançon").replace("'", "’").encode(encoding))
    done = CliRunner().invoke(app, ["options", str(file), "--json"])
    assert done.exit_code == 0, done.stderr
    told = json.loads(done.stdout)["profile"]
    assert (told["specialite"]["short"], told["academie"]) == ("MELEC", "Besançon")


def test_a_wrong_profile_as_json(tmp_path: Path) -> None:
    done = run(tmp_path, "niveau: 5e\nspecialite: MELEC\n", "--json")
    assert done.exit_code == 2
    (error,) = json.loads(done.stdout)["errors"]
    assert (error["column"], error["value"], error["file"]) == ("niveau", "5e", "profil.yaml")


@pytest.mark.parametrize(
    "text", ["niveau TPRO\n - x: [", "- TPRO\n", "", "niveau: !!python/object:os.system x", "\x00"]
)
def test_what_is_no_profile_is_refused_in_words(tmp_path: Path, text: str) -> None:
    done = run(tmp_path, text)
    assert done.exit_code == 2
    assert "niveau: TPRO" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_profile_in_the_readme_is_the_example() -> None:
    example = (DATASETS / "profils" / "terminale-melec.yaml").read_text("utf-8")
    assert example in (ROOT / "README.md").read_text("utf-8")
    for file in sorted((DATASETS / "profils").glob("*.yaml")):
        assert CliRunner().invoke(app, ["options", str(file)]).exit_code == 0, file.name


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["options", str(tmp_path / "rien.yaml")])
    assert done.exit_code == 2
    assert "rien.yaml" in done.stderr
