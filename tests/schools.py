"""Small schools for tests: tables as lists of rows → CSV files, workbook, ``School``.

A row is a dict of column → value (text, or what a spreadsheet holds: dates, times, numbers,
booleans). Knows how a file is written, not how it is read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from copy import deepcopy
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from jalons.planner.domain import Assignment, Task
from jalons.resources import EXAMPLES
from jalons.school.domain import School
from jalons.school.reader import read_school_files
from jalons.school.tables import TABLES

Row = dict[str, Any]
Tables = dict[str, list[Row]]

TINY: Tables = {
    "etablissement": [{"nom": "LP d'essai", "zone": "C", "annee_scolaire": "2026-2027"}],
    "classes": [
        {
            "classe": "TMELEC",
            "niveau": "TPRO",
            "diplome": "BAC PRO",
            "specialite": "MELEC",
            "effectif": 24,
            "organisation": "hebdomadaire",
            "heures_cibles": 34.5,
        },
        {
            "classe": "1PCEPC",
            "niveau": "1PRO",
            "diplome": "BAC PRO",
            "specialite": "PCEPC",
            "effectif": 20,
            "organisation": "quinzaine",
            "heures_cibles": "",
        },
    ],
    "groupes": [
        {"groupe": "TMELEC-ins", "classe": "TMELEC", "finalite": "insertion", "effectif": 12},
        {"groupe": "TMELEC-pou", "classe": "TMELEC", "finalite": "poursuite", "effectif": 12},
    ],
    "creneaux": [
        {"classe": "TMELEC", "jour": "jeudi", "debut": time(14), "fin": time(16)},
        {
            "classe": "1PCEPC",
            "jour": "jeudi",
            "debut": time(14),
            "fin": time(15, 30),
            "semaines": "A",
            "du": date(2026, 9, 7),
            "au": date(2026, 12, 18),
        },
    ],
    "semaines": [{"lundi": date(2026, 8, 31), "parite": "B"}],
    "pfmp": [{"classe": "TMELEC", "debut": date(2026, 11, 2), "fin": date(2026, 11, 20)}],
    "personnes": [
        {"personne": "Mme Roy", "role": "professeur_principal"},
        {"personne": "M. Bey", "role": "psyen"},
        {"personne": "Mme Sy", "role": "professeur"},
        {"personne": "Mme Sy", "role": "documentaliste"},
    ],
    "disponibilites": [
        {"personne": "M. Bey", "jour": "jeudi", "debut": time(13), "fin": time(17)},
    ],
    "equipe": [
        {"personne": "Mme Roy", "classe": "TMELEC"},
        {"personne": "Mme Roy", "classe": "1PCEPC"},
    ],
    "lieux": [
        {"lieu": "Salle A104", "type": "salle", "capacite": 30},
        {"lieu": "CDI", "type": "cdi", "capacite": 15},
    ],
    "seances": [
        {
            "seance": "S01",
            "titre": "Ouvrir l'année",
            "theme": "parcours",
            "niveaux": "TPRO|1PRO",
            "finalite": "commun",
            "parties": 1,
            "duree_min": 90,
            "roles": "professeur_principal",
            "lieu_type": "",
            "au_plus_tot": "rentree",
            "au_plus_tard": "conseil_T1",
            "apres": "",
            "obligatoire": True,
            "classes": "",
        },
        {
            "seance": "S02",
            "titre": "Se présenter à un employeur",
            "theme": "travail",
            "niveaux": "TPRO",
            "finalite": "insertion",
            "parties": 2,
            "duree_min": 55,
            "roles": "professeur+psyen",
            "lieu_type": "cdi",
            "au_plus_tot": date(2026, 9, 14),
            "au_plus_tard": "",
            "apres": "S01",
            "obligatoire": False,
            "classes": "TMELEC",
        },
    ],
    "evenements": [
        {
            "evenement": "Portes ouvertes",
            "debut": date(2027, 1, 29),
            "fin": date(2027, 1, 30),
            "classes": "TMELEC|1PCEPC",
            "bloque": True,
        }
    ],
    "conseils": [
        {"classe": "TMELEC", "periode": "T1", "date": date(2026, 12, 1)},
        {"classe": "1PCEPC", "periode": "T1", "date": date(2026, 12, 8)},
    ],
}


def tiny() -> Tables:
    """A right school of two classes, with every table and every kind of cell in use."""
    return deepcopy(TINY)


def example(year: str, classes: Collection[str] = ()) -> Tables:
    """The example school; with ``classes``, only what concerns these classes."""
    tables: Tables = {}
    for name in TABLES:
        path = EXAMPLES / f"lp-quatre-vents-{year}" / f"{name}.csv"
        rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter=";"))
        tables[name] = [
            row
            for row in rows
            if not classes or row.get("classe", "") in classes or "classe" not in row
        ]
    if classes:
        tables["evenements"] = [
            event
            for event in tables["evenements"]
            if not event["classes"] or set(event["classes"].split("|")) <= set(classes)
        ]
    return tables


def hard_example(classes: Collection[str] = ()) -> Tables:
    """The example school of 2025-2026 in a bad year: some obligatory sessions have no place.

    The Psy-EN only comes on Mondays, when two terminales have no slot; France Travail comes once;
    the library holds fifteen.
    """
    tables = example("2025-2026", classes)
    for row in tables["disponibilites"]:
        if row["personne"].startswith("Mme Sow"):
            row.update(du="2026-01-15", au="2026-01-15")
    tables["disponibilites"] = [
        row
        for row in tables["disponibilites"]
        if (row["personne"], row["jour"]) != ("Mme Rivière", "jeudi")
    ]
    for row in tables["lieux"]:
        if row["type"] == "cdi":
            row["capacite"] = "15"
    return tables


def columns(table: str) -> tuple[str, ...]:
    return TABLES[table].columns()


def text(value: Any) -> str:
    """A value as a person types it in a CSV file."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return "" if value is None else str(value)


def csv_bytes(
    rows: list[Row], header: tuple[str, ...], *, delimiter: str = ";", encoding: str = "utf-8"
) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([text(row.get(column)) for column in header] for row in rows)
    return out.getvalue().encode(encoding)


def csv_files(tables: Tables, **how: Any) -> dict[str, bytes]:
    """File name → content, one file a table."""
    return {f"{name}.csv": csv_bytes(rows, columns(name), **how) for name, rows in tables.items()}


def write_folder(tables: Tables, folder: Path, **how: Any) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in csv_files(tables, **how).items():
        (folder / name).write_bytes(content)
    return folder


def workbook(tables: Tables) -> Workbook:
    """A workbook with values typed as a spreadsheet types them."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        sheet.append(list(columns(name)))
        for row in rows:
            cells = [row.get(column) for column in columns(name)]
            sheet.append([None if value == "" else value for value in cells])
    return book


def book_bytes(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def school(tables: Tables) -> School:
    return read_school_files(csv_files(tables)).school


def placed(
    session: str,
    class_name: str,
    day: str,
    start: str,
    end: str,
    *staff: str,
    part: int = 1,
    group: str | None = None,
    place: str | None = None,
) -> Assignment:
    """One assignment of a plan, written on one line."""
    return Assignment(
        Task(session, part, class_name, group),
        date.fromisoformat(day),
        time.fromisoformat(start),
        time.fromisoformat(end),
        staff,
        place,
    )


def as_datetime(day: date) -> datetime:
    """How a spreadsheet hands out a day."""
    return datetime.combine(day, time(0))
