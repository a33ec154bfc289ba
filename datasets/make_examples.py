"""Write the example school, in both years, as folders of CSV files.

    python datasets/make_examples.py

The PFMP weeks of 2025-26 are those of a real lycée professionnel of zone C (public calendar of
the school for 2025-26, read 2026-11-21: the dates are facts). Everything else is fictional:
name, people, slots, councils, sessions that are not in ``lessons/`` (the school plans six of its
sheets; a new sheet changes nothing here). The PFMP weeks of 2026-27 are the same ones a year
later, moved where a holiday of zone C is in the way.
"""

# ruff: noqa: E501 (rows of a table read best on one line)

from __future__ import annotations

import csv
from pathlib import Path

from jalons.data.lessons import read_lessons
from jalons.school.tables import TABLES

HERE = Path(__file__).parent / "examples"
FROM_LIBRARY = tuple(f"TPRO-0{number}" for number in range(1, 7))
NAME = "Lycée professionnel des Quatre-Vents"

MELEC = "Métiers de l'électricité et de ses environnements connectés"
PCEPC = "Procédés de la chimie, de l'eau et des papiers-cartons"
CLASSES = [
    (
        "2TNE1",
        "2PRO",
        "BAC PRO",
        "Famille des métiers des transitions numérique et énergétique",
        24,
    ),
    (
        "2TNE2",
        "2PRO",
        "BAC PRO",
        "Famille des métiers des transitions numérique et énergétique",
        24,
    ),
    ("2PCEPC1", "2PRO", "BAC PRO", PCEPC, 22),
    ("2PCEPC2", "2PRO", "BAC PRO", PCEPC, 20),
    ("1MELEC1", "1PRO", "BAC PRO", MELEC, 24),
    ("1MELEC2", "1PRO", "BAC PRO", MELEC, 23),
    ("1PCEPC", "1PRO", "BAC PRO", PCEPC, 21),
    ("TMELEC1", "TPRO", "BAC PRO", MELEC, 24),
    ("TMELEC2", "TPRO", "BAC PRO", MELEC, 22),
    ("TPCEPC", "TPRO", "BAC PRO", PCEPC, 20),
    ("1AQE", "CAP1", "CAP", "Agent de la qualité de l'eau", 12),
    ("2ETL", "CAP2", "CAP", "Employé technique de laboratoire", 11),
]
ORGANISATION = {"1MELEC2": "quinzaine", "TPCEPC": "globalise", "2ETL": "modules"}
# The CAP grid gives hours for the whole cycle and several uses: the school sets its own share.
TARGET_HOURS = {"1AQE": "20", "2ETL": "20"}

GROUPS = [
    ("TMELEC1-ins", "TMELEC1", "insertion", 13),
    ("TMELEC1-pou", "TMELEC1", "poursuite", 11),
    ("TMELEC2-ins", "TMELEC2", "insertion", 12),
    ("TMELEC2-pou", "TMELEC2", "poursuite", 10),
    ("TPCEPC-ins", "TPCEPC", "insertion", 8),
    ("TPCEPC-pou", "TPCEPC", "poursuite", 12),
    ("2ETL-ins", "2ETL", "insertion", 11),
    ("2TNE1-fr", "2TNE1", "besoin", 10),
]

# (class, weekday, start, end, weeks, from, to); a year's dates are put in below.
SLOTS = [
    ("2TNE1", "lundi", "10:00", "11:00", "toutes", "", ""),
    ("2TNE2", "lundi", "11:00", "12:00", "toutes", "", ""),
    ("2PCEPC1", "mardi", "09:00", "10:00", "toutes", "", ""),
    ("2PCEPC2", "mardi", "10:00", "11:00", "toutes", "", ""),
    ("1MELEC1", "vendredi", "08:00", "09:30", "toutes", "", ""),
    ("1MELEC2", "vendredi", "10:00", "12:00", "A", "", ""),
    ("1PCEPC", "lundi", "14:00", "15:30", "toutes", "", ""),
    ("TMELEC1", "jeudi", "14:00", "15:30", "toutes", "", ""),
    ("TMELEC2", "jeudi", "15:30", "17:00", "toutes", "", ""),
    ("1AQE", "mercredi", "09:00", "10:30", "toutes", "", ""),
]
PEOPLE = [
    ("Mme Aubry", "professeur_principal", ("2TNE1",)),
    ("M. Bertin", "professeur_principal", ("2TNE2",)),
    ("Mme Caron", "professeur_principal", ("2PCEPC1",)),
    ("M. Diallo", "professeur_principal", ("2PCEPC2",)),
    ("Mme Esteves", "professeur_principal", ("1MELEC1",)),
    ("M. Ferrand", "professeur_principal", ("1MELEC2",)),
    ("Mme Garnier", "professeur_principal", ("1PCEPC",)),
    ("Mme Roy", "professeur_principal", ("TMELEC1",)),
    ("M. Haddad", "professeur_principal", ("TMELEC2",)),
    ("Mme Issa", "professeur_principal", ("TPCEPC",)),
    ("M. Jolivet", "professeur_principal", ("1AQE",)),
    ("Mme Kerouac", "professeur_principal", ("2ETL",)),
    ("M. Lemoine", "professeur", ("TMELEC1", "TMELEC2", "1MELEC1", "1MELEC2", "2TNE1", "2TNE2")),
    ("Mme Moreau", "professeur", ("TPCEPC", "1PCEPC", "2PCEPC1", "2PCEPC2", "1AQE", "2ETL")),
    ("M. Nguyen", "professeur", ()),
    ("Mme Ortiz", "professeur", ()),
    ("Mme Petit", "documentaliste", ()),
    ("M. Quentin", "cpe", ()),
    ("Mme Rivière", "psyen", ()),
    ("Mme Sow (France Travail)", "france_travail", ()),
    ("M. Tessier (mission locale)", "mission_locale", ()),
    ("Mme Urbain (chambre de métiers)", "partenaire", ()),
    ("M. Vidal (promotion 2023)", "ancien_eleve", ()),
]
# (person, weekday, start, end, weeks, from, to)
AVAILABLE = [
    ("Mme Rivière", "lundi", "09:00", "17:00", "toutes", "", ""),
    ("Mme Rivière", "jeudi", "13:30", "17:30", "toutes", "", ""),
    ("Mme Petit", "lundi", "08:00", "17:00", "toutes", "", ""),
    ("Mme Petit", "mardi", "08:00", "17:00", "toutes", "", ""),
    ("Mme Petit", "jeudi", "08:00", "17:00", "toutes", "", ""),
    ("Mme Petit", "vendredi", "08:00", "12:30", "toutes", "", ""),
    ("Mme Sow (France Travail)", "jeudi", "13:30", "17:00", "A", "", ""),
    ("Mme Sow (France Travail)", "lundi", "13:30", "17:00", "A", "", ""),
    ("M. Tessier (mission locale)", "", "", "", "toutes", "JAN", "JUN"),
    ("M. Vidal (promotion 2023)", "jeudi", "14:00", "18:00", "B", "", ""),
    ("M. Vidal (promotion 2023)", "lundi", "14:00", "18:00", "B", "", ""),
]
PLACES = [
    ("Salle A104", "salle", 30),
    ("Salle A106", "salle", 30),
    ("Salle B210", "salle", 26),
    ("Salle info 1", "salle_info", 26),
    ("Salle info 2", "salle_info", 16),
    ("CDI", "cdi", 40),
    ("Cité des métiers", "tiers_lieu", 60),
]
# id, title, theme, levels, purpose, parts, minutes, roles, place, from, to, after, mandatory
OWN_SESSIONS = [
    ("2P-01", "Réussir sa rentrée en seconde professionnelle", "parcours", "2PRO", "commun", 1, 55, "professeur_principal", "", "rentree", "", "", "oui"),
    ("2P-02", "Les familles de métiers, de près", "metiers", "2PRO", "commun", 1, 55, "professeur_principal+documentaliste", "cdi", "", "", "2P-01", "oui"),
    ("2P-03", "Mon entretien d'orientation : le préparer", "parcours", "2PRO", "commun", 1, 55, "professeur_principal", "", "", "conseil_T1", "2P-01", "oui"),
    ("2P-04", "Préparer sa première PFMP", "entreprise", "2PRO", "commun", 2, 55, "professeur_principal", "", "", "conseil_T2", "2P-02", "oui"),
    ("2P-05", "Ce que ma PFMP m'a appris", "competences", "2PRO", "commun", 1, 55, "professeur", "", "", "", "2P-04", "oui"),
    ("2P-06", "Choisir sa spécialité de première", "parcours", "2PRO", "commun", 1, 55, "professeur_principal", "", "", "fin_annee", "2P-03", "oui"),
    ("2P-07", "Lire une consigne, écrire un message professionnel", "competences", "2PRO", "besoin", 2, 55, "professeur", "", "", "", "", "non"),
    ("1P-01", "Faire le point à l'entrée en première", "competences", "1PRO", "commun", 1, 90, "professeur_principal", "", "rentree", "conseil_T1", "", "oui"),
    ("1P-02", "Après le bac pro : toutes les voies", "formations", "1PRO", "commun", 1, 90, "professeur_principal+documentaliste", "cdi", "", "", "1P-01", "oui"),
    ("1P-03", "Trouver son entreprise pour cinq semaines", "entreprise", "1PRO", "commun", 1, 90, "professeur_principal", "salle_info", "", "conseil_T1", "1P-01", "oui"),
    ("1P-04", "L'apprentissage, concrètement", "travail", "1PRO", "commun", 1, 90, "professeur_principal+partenaire", "", "", "", "1P-02", "oui"),
    ("1P-05", "Un ancien élève raconte", "formations", "1PRO", "commun", 1, 90, "professeur", "", "", "", "1P-02", "non"),
    ("1P-06", "Retour de PFMP : se présenter en trois minutes", "competences", "1PRO", "commun", 1, 90, "professeur_principal", "", "", "", "1P-03", "oui"),
    ("C1-01", "Mon CAP, mon parcours", "parcours", "CAP1", "commun", 1, 90, "professeur_principal", "", "rentree", "", "", "oui"),
    ("C1-02", "L'entretien d'orientation de première année", "parcours", "CAP1", "commun", 1, 90, "professeur_principal", "", "", "conseil_T2", "C1-01", "oui"),
    ("C1-03", "Préparer sa première PFMP", "entreprise", "CAP1", "commun", 1, 90, "professeur_principal", "", "", "conseil_T1", "C1-01", "oui"),
    ("C1-04", "Droits et devoirs en entreprise", "travail", "CAP1", "commun", 1, 90, "professeur+cpe", "", "", "", "C1-03", "oui"),
    ("C2-01", "Après le CAP : continuer ou travailler", "formations", "CAP2", "commun", 1, 110, "professeur_principal", "", "rentree", "", "", "oui"),
    ("C2-02", "CV et lettre : l'atelier", "travail", "CAP2", "insertion", 2, 110, "professeur", "salle_info", "", "", "C2-01", "oui"),
    ("C2-03", "La mission locale, à quoi ça sert", "travail", "CAP2", "commun", 1, 110, "professeur_principal+mission_locale", "", "", "", "C2-01", "oui"),
    ("C2-04", "Demander une première professionnelle", "formations", "CAP2", "commun", 1, 110, "professeur_principal", "", "", "conseil_T2", "C2-01", "oui"),
    ("T-11", "AvenirPro, atelier 1 : mes atouts pour un recruteur", "travail", "TPRO", "insertion", 1, 90, "professeur+france_travail", "", "", "", "TPRO-01", "oui"),
    ("T-12", "AvenirPro, atelier 2 : l'entretien d'embauche", "travail", "TPRO", "insertion", 1, 90, "professeur+france_travail", "", "", "", "T-11", "oui"),
    ("T-13", "BTS : les attendus de mon domaine", "formations", "TPRO", "poursuite", 1, 90, "professeur", "", "", "voeux_fin", "TPRO-01", "oui"),
    ("T-14", "Entretiens avec la Psy-EN, par demi-groupes", "parcours", "TPRO", "poursuite", 1, 90, "psyen", "", "", "voeux_fin", "TPRO-02", "oui"),
    ("T-15", "Un ancien élève raconte", "formations", "TPRO", "commun", 1, 90, "professeur+ancien_eleve", "", "", "", "", "non"),
    ("T-16", "Forum des métiers, hors les murs", "metiers", "TPRO", "commun", 1, 90, "professeur_principal", "tiers_lieu", "", "", "TPRO-02", "non"),
    ("T-17", "Méthode : prendre des notes, s'organiser", "vie_etudiante", "TPRO", "poursuite", 2, 90, "professeur", "", "", "", "TPRO-01", "oui"),
]  # fmt: skip

YEARS = {
    "2025-2026": {
        "pfmp": {
            "2PRO": [("2025-11-24", "2025-12-12"), ("2026-05-25", "2026-06-12")],
            "1AQE": [("2025-11-24", "2025-12-19"), ("2026-05-25", "2026-06-12")],
            "1PRO": [("2026-01-19", "2026-02-20"), ("2026-05-04", "2026-05-22")],
            "TPRO": [("2025-11-03", "2025-11-21"), ("2026-03-16", "2026-04-03")],
            "2ETL": [("2025-11-03", "2025-11-21"), ("2026-03-09", "2026-04-03")],
        },
        "councils": {
            "2PRO": ("2025-12-16", "2026-03-17", "2026-06-16"),
            "CAP1": ("2025-12-09", "2026-03-17", "2026-06-16"),
            "1PRO": ("2025-12-09", "2026-03-19", "2026-06-09"),
            "TPRO": ("2025-12-02", "2026-03-10", "2026-05-26"),
            "CAP2": ("2025-12-02", "2026-02-19", "2026-05-26"),
        },
        "JAN": "2026-01-05",
        "JUN": "2026-06-26",
        "pooled": [("2025-09-08", "2025-10-17"), ("2025-11-24", "2026-03-13"), ("2026-04-07", "2026-05-29")],
        "modules": [("2025-09-22", "2025-09-26"), ("2026-01-12", "2026-01-16"), ("2026-05-18", "2026-05-22")],
        "events": [
            ("Portes ouvertes", "2026-01-30", "2026-01-31", "", "non"),
            ("Journée d'intégration", "2025-09-04", "2025-09-04", "2TNE1|2TNE2|2PCEPC1|2PCEPC2|1AQE", "oui"),
            ("Bac blanc", "2026-02-09", "2026-02-13", "TMELEC1|TMELEC2|TPCEPC", "oui"),
            ("Épreuves écrites du bac pro", "2026-05-28", "2026-06-01", "TMELEC1|TMELEC2|TPCEPC", "oui"),
        ],
    },
    "2026-2027": {
        "pfmp": {
            "2PRO": [("2026-11-23", "2026-12-11"), ("2027-05-24", "2027-06-11")],
            "1AQE": [("2026-11-23", "2026-12-18"), ("2027-05-24", "2027-06-11")],
            "1PRO": [("2027-01-04", "2027-02-05"), ("2027-05-10", "2027-05-28")],
            "TPRO": [("2026-11-02", "2026-11-20"), ("2027-03-15", "2027-04-02")],
            "2ETL": [("2026-11-02", "2026-11-20"), ("2027-03-08", "2027-04-02")],
        },
        "councils": {
            "2PRO": ("2026-12-15", "2027-03-16", "2027-06-15"),
            "CAP1": ("2026-12-08", "2027-03-16", "2027-06-15"),
            "1PRO": ("2026-12-08", "2027-03-18", "2027-06-08"),
            "TPRO": ("2026-12-01", "2027-03-09", "2027-05-25"),
            "CAP2": ("2026-12-01", "2027-03-04", "2027-05-25"),
        },
        "JAN": "2027-01-04",
        "JUN": "2027-06-25",
        "pooled": [("2026-09-07", "2026-10-16"), ("2026-11-23", "2027-03-12"), ("2027-04-19", "2027-05-28")],
        "modules": [("2026-09-21", "2026-09-25"), ("2027-01-11", "2027-01-15"), ("2027-05-17", "2027-05-21")],
        "events": [
            ("Portes ouvertes", "2027-01-29", "2027-01-30", "", "non"),
            ("Journée d'intégration", "2026-09-03", "2026-09-03", "2TNE1|2TNE2|2PCEPC1|2PCEPC2|1AQE", "oui"),
            ("Bac blanc", "2027-02-22", "2027-02-26", "TMELEC1|TMELEC2|TPCEPC", "oui"),
        ],
    },
}  # fmt: skip


def tables(year: str) -> dict[str, list[tuple[object, ...]]]:
    """Table → rows of one year, columns in the order of the school file."""
    dates = YEARS[year]
    level = {name: row_level for name, row_level, *_ in CLASSES}

    def of_year(text: str) -> str:
        return str(dates.get(text, text))

    by_class = {name: dates["pfmp"].get(name) or dates["pfmp"][level[name]] for name in level}
    slots = list(SLOTS)
    slots += [
        ("TPCEPC", "lundi", "15:00", "17:00", "toutes", *bounds) for bounds in dates["pooled"]
    ]
    slots += [
        ("2ETL", day, "10:00", "12:00", "toutes", *bounds)
        for bounds in dates["modules"]
        for day in ("lundi", "mardi", "jeudi", "vendredi")
    ]
    library = [tuple(x.row.values()) for x in read_lessons() if x.row["seance"] in FROM_LIBRARY]
    return {
        "etablissement": [(NAME, "C", year)],
        "classes": [
            (*row, ORGANISATION.get(row[0], "hebdomadaire"), TARGET_HOURS.get(row[0], ""))
            for row in CLASSES
        ],
        "groupes": GROUPS,
        "creneaux": slots,
        "semaines": [],
        "pfmp": [(name, *period) for name in level for period in by_class[name]],
        "personnes": [(name, role) for name, role, _ in PEOPLE],
        "disponibilites": [tuple(map(of_year, row)) for row in AVAILABLE],
        "equipe": [(name, of) for name, _, classes in PEOPLE for of in classes],
        "lieux": PLACES,
        "seances": [*library, *((*row, "") for row in OWN_SESSIONS)],
        "evenements": dates["events"],
        "conseils": [
            (name, period, day)
            for name in level
            for period, day in zip(("T1", "T2", "T3"), dates["councils"][level[name]], strict=True)
        ],
    }


def main() -> None:
    for year in YEARS:
        folder = HERE / f"lp-quatre-vents-{year}"
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in tables(year).items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, delimiter=";", lineterminator="\n")
                writer.writerow(TABLES[name].columns())
                writer.writerows(rows)
        print(folder.name, sum(map(len, tables(year).values())), "rows")


if __name__ == "__main__":
    main()
