"""Writes ``steering_references.csv``: published figures beside the indicators of *Piloter*.

    python3 datasets/make_steering_references.py FOLDER

FOLDER is that of ``make_voie_pro.py``, with ``parcoursup/fr-esr-parcoursup-2018.csv`` and
``orientia/inserjeunes_lycee_pro_corpus.json``. Figures that *Simuler* shows too are taken from its
own table, so that the two pages never disagree. A share over fewer than 20 is left out. Standard
library only.
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from make_references import CAP, FEWEST
from make_voie_pro import COUNTED
from voie_pro_figures import lines_of, write

HERE = Path(__file__).parent
READ_ON = "2026-11-25"
FRANCE = "France"
PARCOURSUP = "Parcoursup, fr-esr-parcoursup (MESR), calcul"
INSERJEUNES = "InserJeunes, lycées professionnels (DEPP et Dares), copie agrégée par OrientIA"
MEAN = "moyenne simple des relevés des lycées de la région"
OVERSEAS = {"REUNION": "LA REUNION"}  # as Parcoursup writes it
MERGED = {"CAEN": "NORMANDIE", "ROUEN": "NORMANDIE"}  # one academy since 2020


class Line(NamedTuple):
    """One line: a value in the indicator's unit, over ``n`` persons (or records) where known."""

    indicateur: str
    perimetre: str
    lieu: str
    valeur: str
    n: int | str
    annee: str
    source: str
    lu_le: str = READ_ON
    note: str = ""


# Published by others; the nation's only.
PRESS = (
    Line("emploi_cap", "france", FRANCE, "27", "", "sortants 2023",
         "InserJeunes (DEPP), relevé par ToutEduc id-23989"),
    Line("emploi_bac_pro", "france", FRANCE, "43", "", "sortants 2023",
         "InserJeunes (DEPP), relevé par ToutEduc id-23989"),
    Line("poursuite_bac_pro", "france", FRANCE, "55", "", "2020-2021",
         "DEPP, relevé par Vivre au lycée p=11659"),
    Line("passage_bts2", "france", FRANCE, "58.4", "", "entrants 2021",
         "SIES, sous statut scolaire, relevé par Diplomeo (mai 2025)"),
)  # fmt: skip
# Indicator and part of the table of *Simuler* → indicator here.
SHARED = {
    ("success_bac_pro_in_bts", ""): "reussite_bts",
    ("cap_in_one_two_three_years", "1"): "cap_1_an",
    ("cap_in_one_two_three_years", "2"): "cap_2_ans",
    ("cap_in_one_two_three_years", "3"): "cap_3_ans",
}


def plain(name: str) -> str:
    """``"Orléans-Tours"`` → ``"ORLEANS-TOURS"``."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(c for c in letters if not unicodedata.combining(c)).upper()


def places(column: str) -> dict[str, str]:
    """Plain name → name, of the academies or regions that there are."""
    with (HERE / "academies.csv").open(encoding="utf-8", newline="") as file:
        names = [row[column] for row in csv.DictReader(file, delimiter=";")]
    return {plain(name): name for name in names if plain(name) not in MERGED}


def shared() -> Iterator[Line]:
    with (HERE / "models" / "references.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            name = SHARED.get((row["indicator"], row["part"]))
            if name:
                yield Line(name, "france", FRANCE, percent(float(row["value"])), row["n"],
                           row["year"], row["source"], note=row["note"])  # fmt: skip


def percent(share: float) -> str:
    return f"{100 * share:.2f}".rstrip("0").rstrip(".")


def cap_by_academy(folder: Path) -> Iterator[Line]:
    rows = list(lines_of(folder / "effectifs" / "fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv"))
    last = max(row["rentree_scolaire"] for row in rows)
    for key, name in places("academie").items():
        mine = [r for r in rows if (r["rentree_scolaire"], r["academie"]) == (last, key)]
        pupils = {n: sum(int(row[c]) for row in mine for c in CAP[n]) for n in CAP}
        total = sum(pupils.values())
        for length, code in (("1", "cap_1_an"), ("2", "cap_2_ans"), ("3", "cap_3_ans")):
            if total >= FEWEST:
                share = percent(pupils[length] / total)
                yield Line(code, "academie", name, share, total, last, COUNTED)


def admitted(folder: Path) -> Iterator[Line]:
    """Bac pro holders among those admitted to BTS: France, its specialities, academies."""
    rows = list(lines_of(folder / "parcoursup" / "fr-esr-parcoursup-2018.csv"))
    names = places("academie")
    everybody, bac_pro = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in rows:
        if row["fili"] != "BTS" or not row["acc_tot"]:
            continue
        academy = plain(row["acad_mies"])
        academy = MERGED.get(academy, OVERSEAS.get(academy, academy))
        for key in (("france", FRANCE), ("academie", names.get(academy, ""))):
            everybody[key] += int(float(row["acc_tot"]))
            bac_pro[key] += int(float(row["acc_bp"] or 0))
    for (scope, name), total in everybody.items():
        if name and total >= FEWEST:
            share = percent(bac_pro[scope, name] / total)
            yield Line("part_bac_pro_bts", scope, name, share, total, "2018", PARCOURSUP,
                       note="toutes spécialités de BTS ensemble")  # fmt: skip


def study_by_region(folder: Path) -> Iterator[Line]:
    corpus = json.loads((folder / "orientia" / "inserjeunes_lycee_pro_corpus.json").read_bytes())
    names = places("region")
    codes = {"CAP": "poursuite_cap", "BAC PRO": "poursuite_bac_pro"}
    for record in corpus:
        if record["granularity"] != "region_diplome" or record["type_diplome"] not in codes:
            continue
        share, count = record["taux_poursuite_etudes_moyen"], record["n_records"]
        name = names.get(plain(record["region"]))
        if name and share is not None and count >= FEWEST:
            code = codes[record["type_diplome"]]
            yield Line(code, "region", name, percent(share), count, "2018-2023", INSERJEUNES,
                       note=MEAN)  # fmt: skip


def main(folder: Path) -> None:
    found = [*PRESS, *shared(), *cap_by_academy(folder), *admitted(folder),
             *study_by_region(folder)]  # fmt: skip
    order = {"france": 0, "academie": 1, "region": 2}
    found.sort(key=lambda line: (line.indicateur, order[line.perimetre], line.lieu))
    write(HERE / "steering_references.csv", Line._fields, found)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
