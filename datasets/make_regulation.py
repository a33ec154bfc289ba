"""Rewrites the allowance rows of ``regulation.csv`` from the wage files of aplypro.

    python3 datasets/make_regulation.py FOLDER     # holds 2023_2024.csv, 2024_2025.csv …

Run by hand when a new wage file is out; the other rows of the table are left as they are.
Standard library only.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLE = Path(__file__).resolve().parent / "regulation.csv"
COLUMNS = (
    "annee_scolaire",
    "niveau",
    "cle",
    "valeur",
    "unite",
    "source",
    "lu_le",
    "statut",
    "note",
)
KEYS = {"allocation_jour": "EUR/jour", "allocation_plafond": "EUR/an"}
READ_ON = "2026-11-21"
COMMIT = "89b16112"

# MEF_STAT_4 (level and length of the programme) → level code of the kit.
LEVELS = {
    "2212": "BT1",
    "2213": "BTT",
    "2311": "CAP1AN",
    "2321": "CAP1",
    "2322": "CAP2",
    "2332": "CAP3_2",
    "2333": "CAP3_3",
    "2381": "2PRO",
    "2382": "1PRO",
    "2383": "TPRO",
    "2391": "MC",
    "23B1": "BMA1AN",
    "23C1": "BMA1",
    "23C2": "BMA2",
    "23I0": "CAPA1AN",
    "23J0": "CS3",
    "23K0": "CS4",
    "4151": "AMBITION3",
    "4161": "AMBITION4",
    "4411": "FCIL3",
    "4421": "FCIL4",
}

Row = dict[str, str]


def wage_rows(folder: Path) -> list[Row]:
    """Return the allowance rows of every year that has a file, and of the year after the last.

    One pair of rows (rate per day, yearly cap) per level and ministry: the values that most
    programmes (MEF) have. A programme that differs has a pair of its own, level ``MEF:<code>``.
    The year after the last file carries its values on, to be confirmed.
    """
    rows: list[Row] = []
    files = sorted(folder.glob("[0-9]*_[0-9]*.csv"))
    for path in files:
        year = path.stem.replace("_", "-")
        rows += _year_rows(path, year, "confirme", "")
    if files:
        start = int(files[-1].stem[:4]) + 1
        note = f"montants {start - 1}-{start} reconduits, aucun texte lu pour cette année"
        rows += _year_rows(files[-1], f"{start}-{start + 1}", "a_confirmer", note)
    return rows


def _year_rows(path: Path, year: str, status: str, note: str) -> list[Row]:
    groups: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    labels: dict[str, str] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for wage in csv.DictReader(lines):
            amounts = wage["FORFAIT JOURNALIER"], wage["PLAFOND MAX"]
            groups[_level(wage)][wage["MEF"]] = amounts
            labels[wage["MEF"]] = " ".join(wage["LIBELLE_LONG"].split())
    source = f"betagouv/aplypro, data/wages/{path.name} (commit {COMMIT})"
    rows = []
    for level, amounts_of in sorted(groups.items()):
        for name, amounts, words in _values(level, amounts_of, labels):
            rows += _pair(
                year, name, amounts, source, status, ", ".join(filter(None, (words, note)))
            )
    return rows


def _level(wage: Row) -> str:
    level = LEVELS[wage["MEF_STAT_4"]]
    return level if wage["BOP"] == "MENJ" else f"{level}_{wage['BOP']}"


def _values(
    level: str, amounts_of: dict[str, tuple[str, str]], labels: dict[str, str]
) -> Iterator[tuple[str, tuple[str, str], str]]:
    usual = Counter(amounts_of.values()).most_common(1)[0][0]
    yield level, usual, f"{list(amounts_of.values()).count(usual)} MEF sur {len(amounts_of)}"
    for mef, amounts in sorted(amounts_of.items()):
        if amounts != usual:
            yield f"MEF:{mef}", amounts, f"{level}, {labels[mef]}"


def _pair(
    year: str, level: str, amounts: tuple[str, str], source: str, status: str, note: str
) -> list[Row]:
    return [
        dict(
            zip(
                COLUMNS, (year, level, key, value, unit, source, READ_ON, status, note), strict=True
            )
        )
        for (key, unit), value in zip(KEYS.items(), amounts, strict=True)
    ]


def read_table(path: Path = TABLE) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def write_table(rows: Iterable[Row], path: Path = TABLE) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, COLUMNS, delimiter=";", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    wages = wage_rows(Path(arguments[0]))
    if not wages:
        print(f"{arguments[0]}: no wage file such as 2025_2026.csv", file=sys.stderr)
        return 2
    others = [row for row in read_table() if row["cle"] not in KEYS]
    # Stable: within a year, the rows written by hand first, in their order.
    write_table(sorted([*others, *wages], key=lambda row: row["annee_scolaire"]))
    print(f"{TABLE.name}: {len(others)} + {len(wages)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
