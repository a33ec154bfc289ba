"""Reads the official figures behind the model ``voie-pro``, and writes tables, for ``make_…``.

Each reader knows one file of the folder and gives numbers; what they mean for the model is said in
``make_voie_pro.py``.
Standard library only.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

MODELS = Path(__file__).resolve().parent / "models"
YEARS = (2019, 2020, 2021)
LEVELS = {
    "2PRO": "2ndes_pro",
    "1PRO": "1eres_pro",
    "TPRO": "terminales_pro",
    "CAP1": "cap_1ere_annee",
    "CAP2": "cap_2nde_annee",
    "CS": "mc",
    "BMA1": "bma_1ere_annee",
    "BMA2": "bma_2nde_annee",
}
PROGRAMMES = ("taux_poursuite_etudes_moyen", "taux_emploi_12m_moyen", "taux_emploi_24m_moyen")

Heads = dict[str, dict[int, int]]


def lines_of(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")


class Facts:
    """Figures of ``facts.csv`` by identifier; a cell may hold several, ``29 / 45 / 62``."""

    def __init__(self, folder: Path) -> None:
        self.rows = {row["id"]: row for row in lines_of(folder / "facts.csv")}

    def number(self, fact: str, place: int = 0) -> float:
        text = self.rows[fact]["valeur"].replace("(", "/").replace("%", "").replace(")", "")
        return float(text.split("/")[place])

    def share(self, fact: str, place: int = 0) -> float:
        """A percentage as a share."""
        return round(self.number(fact, place) / 100, 6)

    def source(self, fact: str) -> str:
        return self.rows[fact]["source"]


def headcounts(folder: Path) -> Heads:
    """Pupils of France by level and September."""
    totals: Heads = {level: dict.fromkeys(YEARS, 0) for level in LEVELS}
    path = folder / "effectifs" / "fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv"
    for row in lines_of(path):
        for level, column in LEVELS.items():
            totals[level][int(row["rentree_scolaire"])] += int(row[column])
    return totals


def bts_students(folder: Path) -> dict[str, int]:
    """BTS students of schools, September 2020, by year of study (MEFSTAT11 begins 3221, 3222)."""
    found = {"3221": 0, "3222": 0}
    for row in lines_of(folder / "orion" / "2020" / "constat_2020.csv"):
        if (key := row["Mef Bcp 11"][:4]) in found:
            found[key] += int(row["Nombre d'élèves : Total"])
    return {"BTS1": found["3221"], "BTS2": found["3222"]}


def programmes(folder: Path) -> dict[tuple[str, str], tuple[float, int]]:
    """(diploma, indicator) → (mean over the records of all programmes, number of records)."""
    path = folder / "orientia" / "inserjeunes_lycee_pro_corpus.json"
    sums: dict[tuple[str, str], tuple[float, int]] = {}
    for record in json.loads(path.read_text(encoding="utf-8")):
        for key in PROGRAMMES if record["granularity"] == "formation_france" else ():
            if record[key] is not None:
                total, count = sums.get((record["type_diplome"], key), (0.0, 0))
                weight = record["n_records"]
                sums[record["type_diplome"], key] = total + record[key] * weight, count + weight
    return {key: (total / count, count) for key, (total, count) in sums.items()}


def licence(folder: Path) -> tuple[float, float]:
    """Bac pro holders in L1 (cohort of 2014): share who repeat it, and how many they are."""
    path = folder / "orientia" / "parcours_bacheliers_corpus.json"
    records = json.loads(path.read_text(encoding="utf-8"))
    pro = [r for r in records if r["bac"] == "BAC professionnel" and r.get("effectif_l1")]
    heads = sum(r["effectif_l1"] for r in pro)
    again = sum(r["effectif_l1"] * (r["taux"]["redoublement_l1_pct"] or 0) for r in pro)
    return again / heads / 100, heads


def training_centres(folder: Path, months: int) -> float:
    """Mean over training centres for apprentices of the share of leavers employed after months."""
    rows = lines_of(folder / "inserjeunes" / "fr-en-inserjeunes-cfa.csv")
    column = f"Taux emploi {months} mois"
    told = [float(r[column]) for r in rows if r[column] and r["Année"].startswith("cumul 202")]
    return sum(told) / len(told) / 100


def write(path: Path, columns: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter=";", lineterminator="\n")
        lines.writerow(columns)
        lines.writerows(rows)
