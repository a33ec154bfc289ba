"""The official open-data files: any year with their columns is read, what is wrong is named."""

from __future__ import annotations

import csv
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jalons import cli
from jalons.data.directory import read_schools
from jalons.data.official import check, recognise
from jalons.data.outcomes import read_outcomes
from jalons.data.parcoursup import near, offers, read_offers
from jalons.data.registry import load
from jalons.data.shelf import check_file
from jalons.data.taught import read_taught
from jalons.problems import InputError
from jalons.resources import DATASETS
from open_data_files import OFFICIAL, official, row, table

CODES = sorted(load())


def written(tmp_path: Path, text: str | bytes, name: str = "fichier.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def refused(path: Path, code: str = "parcoursup") -> str:
    with pytest.raises(InputError) as caught:
        check(path, load()[code])
    return str(caught.value)


@pytest.mark.parametrize("table_name", ["open_data.csv", "open_data_columns.csv"])
def test_every_row_says_where_it_comes_from(table_name: str) -> None:
    with (DATASETS / table_name).open(encoding="utf-8") as file:
        for line in csv.DictReader(file, delimiter=";"):
            assert line["source"].strip()
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", line["lu_le"])
            assert line["statut"] in ("confirme", "a_confirmer")


def test_addresses_are_those_of_the_official_portals() -> None:
    for dataset in load().values():
        hosts = "data.education.gouv.fr|data.enseignementsup-recherche.gouv.fr|"
        hosts += "(?:api.)?opendata.onisep.fr"
        for address in (dataset.page, dataset.address):
            assert re.match(f"https://(?:{hosts})/", address)
        assert any(column.required for column in dataset.columns)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("labels", [False, True])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_exports_differ_in_form_only(
    tmp_path: Path, code: str, labels: bool, delimiter: str, encoding: str
) -> None:
    text = table(code, labels=labels).replace(";", delimiter)
    path = written(tmp_path, text.encode(encoding))
    assert recognise(path, load().values()).code == code
    reading = check(path, load()[code])
    assert (reading.lines, reading.left_out) == (40, ())


def test_columns_may_stand_anywhere_among_others(tmp_path: Path) -> None:
    lines = [line.split(";")[::-1] for line in table("parcoursup").splitlines()]
    text = "\n".join(";".join(["autre", *line]) for line in lines)
    (first, *_), expected = offers(written(tmp_path, text)), table("parcoursup")
    assert first == offers(written(tmp_path, expected))[0]


def test_the_arrondissement_does_not_hide_a_town(tmp_path: Path) -> None:
    dataset = load()["parcoursup"]
    towns = ["Lyon 3e  Arrondissement", "Lyon", "Saint-Étienne", "Villeurbanne"]
    lines = [[c.code for c in dataset.columns]]
    lines += [
        row(dataset, n, fili="BTS", ville_etab=town, acad_mies="Lyon" if n < 2 else "Autre")
        for n, town in enumerate(towns)
    ]
    found = offers(written(tmp_path, "\n".join(map(";".join, lines)) + "\n"))
    assert [offer.town for offer in near(found, "lyon")] == towns[:2]
    assert [offer.town for offer in near(found, "SAINT ETIENNE")] == towns[2:3]
    assert near(found, "") == near(found, "Nulle part") == ()


def test_only_bts_are_offers_and_what_is_not_said_is_not_zero(tmp_path: Path) -> None:
    dataset = load()["parcoursup"]
    lines = [
        [c.code for c in dataset.columns],
        row(dataset, 1, fili="BTS", capa_fin="", acc_neobac="0", acc_bp="0"),
        row(dataset, 2, fili="CPGE"),
        row(dataset, 3, fili="BTSA", acc_neobac="20", acc_bp="5"),
    ]
    found = offers(written(tmp_path, "\n".join(map(";".join, lines)) + "\n"))
    assert [offer.places for offer in found] == [None, 3]
    assert [offer.bac_pro_share for offer in found] == [None, 0.25]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("session", "bientôt", "ligne 3, colonne session, « bientôt » : il faut une année"),
        ("capa_fin", "-4", "ligne 3, colonne capa_fin, « -4 » : il faut un nombre entier"),
        ("acc_bp", "douze", "« douze »"),
        ("acc_bp", "1e9", "« 1e9 »"),
        ("acc_bp", "9999999999", "colonne acc_bp"),
        ("g_ea_lib_vx", "", "ligne 3, colonne g_ea_lib_vx : la cellule est vide"),
        ("detail_forma", "a;b", "ligne 3 : 15 cellules au lieu de 14"),
    ],
)
def test_a_wrong_cell_is_named(tmp_path: Path, column: str, value: str, said: str) -> None:
    dataset = load()["parcoursup"]
    lines = table("parcoursup", 3, end="\n").splitlines()
    lines[2] = ";".join(row(dataset, 1, **{column: value}))
    assert said in refused(written(tmp_path, "\n".join(lines) + "\n"))


@pytest.mark.parametrize(
    ("code", "column", "value"),
    [
        ("inserjeunes", "taux_emploi_6_mois", "101"),
        ("inserjeunes", "taux_emploi_6_mois", "nan"),
        ("inserjeunes", "annee", "cumul"),
        ("annuaire", "voie_professionnelle", "peut-être"),
        ("annuaire", "identifiant_de_l_etablissement", "69"),
        ("annuaire", "latitude", "nord"),
    ],
)
def test_other_types_are_checked(tmp_path: Path, code: str, column: str, value: str) -> None:
    lines = table(code, 3, end="\n").splitlines()
    lines[1] = ";".join(row(load()[code], 1, **{column: value}))
    assert f"« {value} »" in refused(written(tmp_path, "\n".join(lines) + "\n"), code)


def test_a_few_odd_rows_of_a_long_file_are_left_out_and_named(tmp_path: Path) -> None:
    lines = table("parcoursup", 400, end="\n").splitlines()
    for number in (10, 20):
        lines[number] = ";".join(row(load()["parcoursup"], 1, fili="BTS", acc_bp="?"))
    path = written(tmp_path, "\n".join(lines) + "\n")
    reading = read_offers(path)
    assert (reading.lines, len(reading.items)) == (400, 398)
    assert [problem.row for problem in reading.left_out] == [11, 21]
    result = CliRunner().invoke(cli.app, ["data", "check", str(path)])
    assert result.exit_code == 3
    assert "2 lignes seraient laissées de côté" in result.stdout
    lines[30] = lines[10]
    assert len(refused(written(tmp_path, "\n".join(lines) + "\n")).splitlines()) == 3


def test_all_missing_columns_are_named_by_what_one_sees(tmp_path: Path) -> None:
    text = table("parcoursup").replace("capa_fin", "x").replace("acc_bp", "y")
    said = refused(written(tmp_path, text))
    assert "Capacité de l'établissement par formation, Effectif des admis néo bach" in said
    double = table("parcoursup").replace("detail_forma", "capa_fin")
    assert "deux fois" in refused(written(tmp_path, double))


def test_headcounts_are_checked_as_their_loader_reads_them(tmp_path: Path) -> None:
    text = table("effectifs", 3, end="\n")
    path = written(tmp_path, text + text.splitlines()[-1] + "\n")
    with pytest.raises(InputError, match="figure déjà"):
        check_file(path, load()["effectifs"])


def test_where_programmes_are_taught(tmp_path: Path) -> None:
    (first, *_) = read_taught(written(tmp_path, table("onisep"))).items
    assert (first.programme, first.town) == ("Comptabilité et gestion 0",) * 2


def test_the_command_checks_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JALONS_DATA", str(tmp_path / "vide"))

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(cli.app, ["data", "check", *arguments])
        return result.exit_code, result.output

    status, said = run()
    assert status == 2
    assert "jalons data update" in said
    status, said = run("annuaire")
    assert status == 2
    assert "annuaire.csv : ce fichier n'existe pas" in said
    status, said = run("anuaire")
    assert status == 2
    assert "Codes : parcoursup, annuaire" in said
    path = written(tmp_path, "a;b\n1;2\n")
    status, said = run(str(path))
    assert status == 2
    assert "aucun des fichiers" in said
    path = written(tmp_path, table("parcoursup").replace("capa_fin", "x"))
    status, said = run(str(path), "--json")
    assert status == 2
    assert "Parcoursup" in said
    assert "capa_fin" in said


@pytest.mark.parametrize("code", sorted(OFFICIAL))
def test_the_official_files_are_recognised_and_read(code: str) -> None:
    path = official(code)
    assert recognise(path, load().values()).code == code
    reading = check_file(path, load()[code])
    assert reading.left_out == ()
    assert reading.years


def test_the_official_parcoursup_file() -> None:
    found = offers(official("parcoursup"))
    assert Counter(offer.kind for offer in found) == {"BTS": 5100, "CS": 176}
    assert {offer.year for offer in found} == {2018}
    assert sum(offer.places or 0 for offer in found) > 100_000
    with official("parcoursup").open(encoding="utf-8-sig") as file:
        shares = [
            float(line["pct_bp"]) / 100 if line["pct_bp"] else None
            for line in csv.DictReader(file, delimiter=";")
            if line["fili"] == "BTS"
        ]
    bts = [offer for offer in found if offer.kind == "BTS"]
    for offer, share in zip(bts, shares, strict=True):
        assert offer.bac_pro_share == pytest.approx(share, abs=1e-9)
    assert len(near(found, "besançon")) == len(near(found, "Besancon")) > 20


def test_the_official_directory_and_outcomes() -> None:
    schools = read_schools(official("annuaire")).items
    assert len(schools) == 1364
    assert sum(school.vocational is True for school in schools) == 1290
    assert sum(school.vocational is None for school in schools) == 33
    outcomes = read_outcomes(official("inserjeunes-cfa"), "inserjeunes-cfa").items
    assert len(outcomes) == 11314
    assert sum(outcome.employed[0] is None for outcome in outcomes) == 3481


def test_the_file_of_the_folder_is_used_by_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JALONS_DATA", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    missing = CliRunner().invoke(cli.app, ["cohorts", "fit", "effectifs", "--json"])
    assert missing.exit_code == 2
    assert "effectifs.csv : ce fichier n'existe pas" in missing.stderr
    shutil.copy(official("effectifs"), tmp_path / "effectifs.csv")
    done = CliRunner().invoke(cli.app, ["cohorts", "fit", "effectifs", "--json"])
    assert done.exit_code == 0, done.output
