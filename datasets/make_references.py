"""Writes ``models/references.csv``: published figures for indicators that no flow can give.

    python3 datasets/make_references.py FOLDER

FOLDER is that of ``make_voie_pro.py``, with ``parcoursup/bts_2019_par_specialite_bacpro.csv``. A
share over fewer than 20 persons is left out. Standard library only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from make_voie_pro import COUNTED
from voie_pro_figures import MODELS, Facts, lines_of, write

FEWEST = 20
CAP = {"1": ("cap_en_1_an",), "2": ("cap_1ere_annee", "cap_2nde_annee"), "3": ("cap_en_3_ans",)}


class Reference(NamedTuple):
    """One line: a share of ``n`` persons; ``part`` tells several of one indicator apart."""

    indicator: str
    part: str
    value: str
    n: int | str
    year: str
    confidence: str
    source: str
    note: str


def cap_by_length(folder: Path) -> list[Reference]:
    path = folder / "effectifs" / "fr-en-lycee_pro-effectifs-niveau-sexe-lv.csv"
    rows = list(lines_of(path))
    last = max(row["rentree_scolaire"] for row in rows)
    pupils = {
        years: sum(int(row[c]) for row in rows for c in columns if row["rentree_scolaire"] == last)
        for years, columns in CAP.items()
    }
    total = sum(pupils.values())
    note = "part des élèves de CAP des lycées, toutes années du cycle"
    return [
        Reference("cap_in_one_two_three_years", years, f"{count / total:.4f}", total, last, "A",
                  COUNTED, note)
        for years, count in pupils.items()
    ]  # fmt: skip


def by_speciality(folder: Path) -> list[Reference]:
    rows = lines_of(folder / "parcoursup" / "bts_2019_par_specialite_bacpro.csv")
    found = [
        Reference(
            "bac_pro_by_bts_speciality",
            f"{row['form_lib_voe_acc'].split(' - ')[0]} {row['fil_lib_voe_acc']}",
            f"{int(row['acc_bp']) / int(row['acc_tot']):.4f}",
            int(row["acc_tot"]),
            "2019",
            "C",
            "Parcoursup, fr-esr-parcoursup (MESR)",
            "part des bacheliers professionnels parmi les admis",
        )
        for row in rows
        if int(row["acc_tot"]) >= FEWEST
    ]
    return sorted(found, key=lambda reference: reference.part)


def main(folder: Path) -> None:
    facts = Facts(folder)
    references = [
        Reference("bac_pro_among_bts_entrants", "", f"{facts.share('F125', 2):.4f}", "", "2021",
                  "A", facts.source("F125"), "néo-bacheliers professionnels parmi les entrants"),
        Reference("success_bac_pro_in_bts", "", f"{facts.share('F123', 3):.4f}", "", "2019",
                  "A", facts.source("F123"), "BTS obtenu en deux ou trois ans, entrants de 2019"),
        *cap_by_length(folder),
        *by_speciality(folder),
    ]  # fmt: skip
    write(MODELS / "references.csv", Reference._fields, references)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
