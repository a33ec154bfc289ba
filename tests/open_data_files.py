"""Small files with the columns of the official ones, and the official ones where at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from jalons.data.registry import DataSet, load

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
OFFICIAL = {
    "parcoursup": SHARED / "parcoursup" / "fr-esr-parcoursup-2018.csv",
    "annuaire": SHARED / "annuaire" / "annuaire_lycees_pro_2026.csv",
    "inserjeunes-cfa": SHARED / "inserjeunes" / "fr-en-inserjeunes-cfa.csv",
    "effectifs": SHARED / "effectifs" / "fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv",
}


def official(code: str) -> Path:
    """The real file, or the test is skipped."""
    if not (path := OFFICIAL[code]).exists():
        pytest.skip(f"the official file {path.name} is not beside the checkout")
    return path


CELLS = {
    "texte": "Comptabilité et gestion {n}",
    "uai": "0{n:06}A",
    "annee": "2025",
    "periode": "cumul 2023-2024",
    "entier": "{n}",
    "nombre": "45.7{n}",
    "taux": "62.0",
    "oui/non": "1",
}


def row(dataset: DataSet, n: int, **cells: str) -> list[str]:
    return [cells.get(c.code, CELLS[c.type].format(n=n)) for c in dataset.columns]


def table(code: str, rows: int = 40, *, labels: bool = False, end: str = "\r\n") -> str:
    """A file of this kind that is good; BTS only where it is Parcoursup."""
    dataset = load()[code]
    titles = [c.names[0] if labels and c.names else c.code for c in dataset.columns]
    cells = {"fili": "BTS", "type_etablissement": "Lycée", "statut_public_prive": "Public"}
    lines = [titles, *(row(dataset, n, **cells) for n in range(rows))]
    return end.join([*(";".join(line) for line in lines), ""])
