"""Write ``option_figures.csv``, ``option_figures_regions.csv``, ``academies.csv`` and
``departments.csv``.

    python3 datasets/make_option_figures.py FOLDER

What became of others, by diploma. FOLDER holds public files, none of which is kept here:
``orientia/`` (InserJeunes for vocational schools, and the Céreq survey), ``parcoursup/`` (BTS 2019
by kind of bac), ``orion/2024`` (places in 2024) and ``orion/`` (academies). ``figure_names.csv``
beside this script says which diploma an older or other name stands for. A figure that fewer than
20 stand behind is not written.

InserJeunes is given by school and year; the public file averages those records without weighting
them, so ``n`` counts records, not pupils, and no total is made of them. Continuation is a share of
final-year pupils, employment a share of leavers: the two are never added.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from make_catalogue import HERE, READ_ON, choose, plain, rows, write

LEAST = 20
KINDS = {"BAC PRO": "BAC_PRO", "CAP": "CAP", "BTS": "BTS", "BP": "BP"}
KINDS |= {"MC3": "CS", "MC4": "CS", "MC5": "CS"}
COLUMNS = ["code", "indicateur", "valeur", "unite", "n", "n_de", "perimetre", "formation"]
COLUMNS += ["annee", "source", "lu_le"]
REGIONAL = ["code", "region", "formation", "n", "n_emploi", "poursuite", "emploi_12m", "emploi_24m"]
REGIONAL += ["annee", "source", "lu_le"]
INSERJEUNES = "InserJeunes, lycées professionnels (DEPP et Dares), copie agrégée par OrientIA"
SESSIONS = "2018-2023"
PARCOURSUP = "Parcoursup, admissions 2019 en BTS (MESR), décompte de Jalons"
PLACES = "Parcoursup 2024, places de BTS (Orion, DGESCO)"
CEREQ = "Céreq, enquête Génération 2017"
MEASURES = {
    "poursuite": ("taux_poursuite_etudes_moyen", "n_records", "pct_eleves"),
    "emploi_12m": ("taux_emploi_12m_moyen", "n_with_emploi_data", "pct_sortants"),
    "emploi_24m": ("taux_emploi_24m_moyen", "n_with_emploi_data", "pct_sortants"),
}
# Whole diplomas, from the notes of the DEPP and the SIES (facts read in November 2026).
NATIONAL = (
    ("CAP", "emploi_6m", 27, "pct_sortants", "2023", "ToutEduc 23989, qui cite la DEPP"),
    ("BAC_PRO", "emploi_6m", 43, "pct_sortants", "2023", "ToutEduc 23989, qui cite la DEPP"),
    ("APPRENTISSAGE", "emploi_6m", 66, "pct_sortants", "2023", "ToutEduc 23989, qui cite la DEPP"),
    ("BTS", "reussite_bac_pro", 55, "pct_entrants", "2019", "SIES, EESR n° 17"),
    ("BTS", "passage_2e_annee_bac_pro", 58.4, "pct_entrants", "2021", "SIES, cité par Diplomeo"),
    ("LICENCE", "licence_3_4_ans_bac_pro", 6.5, "pct_bacheliers", "2020", "SIES, session 2024"),
    ("BUT", "part_bac_pro_en_iut", 0.4, "pct_bacheliers", "2024", "SIES, dépouillé par le CPESR"),
)
CEREQ_CODES = {312: "CAP.industriel", 313: "CAP.tertiaire"}
CEREQ_CODES |= {322: "BAC_PRO.industriel", 323: "BAC_PRO.tertiaire"}


ORION = "Départements, académies et régions (Orion, DGESCO)"
WHOLE_NAME = {"022": "Côtes-d'Armor", "093": "Seine-Saint-Denis", "095": "Val-d'Oise"}
NO_DEPARTMENT = ("130", "977", "978", "985")  # Andorra, two islands, the former code of Mayotte


class Names:
    """From a name in a file to the diplomas in force it stands for."""

    def __init__(self, table: list[dict[str, Any]]) -> None:
        self.table = table
        self.by_title = defaultdict(list)
        for row in table:
            self.by_title[row["type"], plain(row["intitule"])].append(row)
        self.by_code = {row["code"]: row for row in table}
        self.aliases = {
            (row["fichier"], row["type"], plain(row["libelle"])): row["vers"]
            for row in rows(HERE / "figure_names.csv")
        }
        self.unknown: set[str] = set()

    def codes(self, file: str, kind: str, label: str) -> list[str]:
        types = {"BTS": ("BTS", "BTSA"), "CAP": ("CAP", "CAPA")}.get(kind, (kind,))
        for one in types:
            if to := self.aliases.get((file, one, plain(label))):
                return [row["code"] for row in choose(self.table, one, to)]
            if found := self.by_title[one, plain(label)]:
                return list(dict.fromkeys(self.current(row) for row in found))
        self.unknown.add(f"{kind} {label}")
        return []

    def current(self, row: dict[str, Any]) -> str:
        while row["derniere_session"] and row["remplace_par"] in self.by_code:
            row = self.by_code[row["remplace_par"]]
        return str(row["code"])


def inserjeunes(folder: Path, names: Names) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    records = json.loads((folder / "orientia/inserjeunes_lycee_pro_corpus.json").read_bytes())
    best: dict[tuple[str, str], dict[str, Any]] = {}
    for record in records:
        kind = KINDS.get(record["type_diplome"])
        if "libelle_formation" not in record or kind is None:
            continue
        for code in names.codes("inserjeunes", kind, record["libelle_formation"]):
            key = (code, record.get("region", ""))
            if key not in best or record["n_records"] > best[key]["n_records"]:
                best[key] = record  # of a diploma and those it replaced, the one most measured
    national, regional = [], []
    for (code, region), record in sorted(best.items()):
        kept = {
            name: round(100 * record[column], 1)
            for name, (column, count, _) in MEASURES.items()
            if record[column] is not None and record[count] >= LEAST
        }
        credentials = {"annee": SESSIONS, "source": INSERJEUNES, "lu_le": READ_ON}
        if region and kept:
            row = {"code": code, "region": region, "n": record["n_records"], **credentials, **kept}
            row["formation"] = record["libelle_formation"]
            regional.append(row | {"n_emploi": record["n_with_emploi_data"]})
        for name, value in kept.items() if not region else ():
            _, count, unit = MEASURES[name]
            national.append(
                {
                    "code": code,
                    "indicateur": name,
                    "valeur": value,
                    "unite": unit,
                    "n": record[count],
                    "n_de": "releves",
                    "perimetre": "France, lycées",
                    "formation": record["libelle_formation"],
                    **credentials,
                }
            )
    return national, regional


def parcoursup(folder: Path, names: Names) -> list[dict[str, Any]]:
    made, file = [], folder / "parcoursup/bts_2019_par_specialite_bacpro.csv"
    known = [row for row in rows(file) if int(row["acc_tot"]) >= LEAST]
    known.sort(key=lambda row: -float(row["part_bp_admis"]))
    for rank, row in enumerate(known, 1):
        label = row["fil_lib_voe_acc"]
        for code in names.codes("parcoursup", "BTS", label):
            common = {"code": code, "n": row["acc_tot"], "n_de": "admis", "annee": "2019"}
            common |= {"perimetre": "France, voie scolaire", "formation": label}
            common |= {"source": PARCOURSUP, "lu_le": READ_ON}
            share = round(100 * float(row["part_bp_admis"]), 1)
            made += [
                {"indicateur": "part_bac_pro", "valeur": share, "unite": "pct_admis", **common},
                {"indicateur": "rang_bac_pro", "valeur": rank, "unite": f"rang_{len(known)}"}
                | common,
            ]
    return made


def places(folder: Path, names: Names) -> list[dict[str, Any]]:
    total: dict[tuple[str, str], int] = defaultdict(int)
    labels: dict[str, str] = {}
    extra = re.compile(r"( - (en apprentissage|Entièrement en distanciel)| -  en 3 ans)+$")
    for row in rows(folder / "orion/2024/BTS_attractivite_capacite_2024.csv"):
        if "distanciel" in row["LIBELLÉFORMATION"]:
            continue  # thousands of places that are nowhere
        family, _, label = extra.sub("", row["LIBELLÉFORMATION"]).strip().partition(" - ")
        kind = {"BTS": "BTS", "Certificat de Spécialisation": "CS"}.get(family)
        if kind is None:
            continue
        if kind == "BTS":
            label = label.partition(" - ")[2]
        label = re.split(r" - parcours | - internat", label, flags=re.I)[0].strip()
        labels[label] = kind
        total[label, row["STATUT"].lower()] += int(row["CAPACITEPSUP"])
    made = []
    for (label, status), number in sorted(total.items()):
        for code in names.codes("parcoursup", labels[label], label):
            made.append(
                {
                    "code": code,
                    "indicateur": f"places_{status}",
                    "valeur": number,
                    "unite": "places",
                    "n": "",
                    "n_de": "",
                    "perimetre": "France",
                    "formation": label,
                    "annee": "2024",
                    "source": PLACES,
                    "lu_le": READ_ON,
                }
            )
    return made


def whole_diplomas(folder: Path) -> list[dict[str, Any]]:
    made = [
        {"code": code, "indicateur": name, "valeur": value, "unite": unit, "n": "", "n_de": ""}
        | {"perimetre": "France", "formation": "", "annee": year, "source": source}
        for code, name, value, unit, year, source in NATIONAL
    ]
    for row in json.loads((folder / "orientia/cereq_insertion_stats.json").read_bytes()):
        for name, horizon in (("emploi_3ans", "horizon_3ans"), ("emploi_6ans", "horizon_6ans")):
            if row["code"] in CEREQ_CODES and row.get(horizon):
                made.append(
                    {
                        "code": CEREQ_CODES[row["code"]],
                        "indicateur": name,
                        "valeur": row[horizon]["taux_emploi"],
                        "unite": "pct_sortants",
                        "n": round(row[horizon]["eff_pond_g1"]),
                        "n_de": "sortants_ponderes",
                        "perimetre": "France, école et apprentissage",
                        "formation": row["libelle_complet"],
                        "annee": "2017",
                        "source": CEREQ,
                    }
                )
    return [row | {"lu_le": READ_ON} for row in made]


def academies(folder: Path) -> list[dict[str, Any]]:
    """Which region an academy is in, its name typed as InserJeunes types it."""
    pairs = {
        row["libelleAcademie"]: row["libelleRegion"]
        for row in rows(folder / "orion/departements_academies_regions.csv")
        if not row["libelleRegion"].startswith(("Sans objet", "Tom "))
    }
    return [
        {"academie": name, "region": region, "source": ORION, "annee": 2025, "lu_le": READ_ON}
        for name, region in sorted(pairs.items())
    ]


def departments(folder: Path) -> list[dict[str, Any]]:
    """Each department with its academy, under the code that begins the code of its schools."""
    known = {row["academie"] for row in academies(folder)}
    found = {
        row["codeDepartement"]: row
        for row in rows(folder / "orion/departements_academies_regions.csv")
        if row["codeDepartement"] and row["libelleAcademie"] in known
    }
    return [
        {
            "code": {"02A": "620", "02B": "720"}.get(code, code),
            "departement": WHOLE_NAME.get(code, row["libelleDepartement"]),
            "academie": row["libelleAcademie"],
            "source": ORION,
            "annee": 2025,
            "lu_le": READ_ON,
        }
        for code, row in sorted(found.items())
        if code not in NO_DEPARTMENT
    ]


def main(folder: Path) -> None:
    with (HERE / "diplomas.csv").open(encoding="utf-8", newline="") as lines:
        names = Names(list(csv.DictReader(lines, delimiter=";")))
    national, regional = inserjeunes(folder, names)
    table = [*national, *parcoursup(folder, names), *places(folder, names)]
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for row in table:
        key = (row["code"], row["indicateur"])
        if key in seen and row["unite"] == "places":
            seen[key]["valeur"] += row["valeur"]  # the same diploma under two spellings
        else:
            seen.setdefault(key, row)
    write("option_figures.csv", COLUMNS, [*whole_diplomas(folder), *seen.values()])
    write("option_figures_regions.csv", REGIONAL, regional)
    write("academies.csv", ["academie", "region", "source", "annee", "lu_le"], academies(folder))
    table = departments(folder)
    write("departments.csv", list(table[0]), table)
    print(f"{len(names.unknown)} intitulés anciens ou hors catalogue laissés de côté :")
    print(" ; ".join(sorted(names.unknown)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage : python3 datasets/make_option_figures.py DOSSIER")
    main(Path(sys.argv[1]))
