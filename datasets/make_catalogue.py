"""Write ``diplomas.csv``, ``diploma_links.csv`` and ``jobs.csv``.

    python3 datasets/make_catalogue.py FOLDER

FOLDER holds public files, none of which is kept here:

- ``orion/`` of ``mission-apprentissage/tjp-pilotage`` (MIT): the national list of vocational
  diplomas, families of trades, Certif-Info (jobs), ROME, and the nomenclature BCN.

Beside this script lie the two tables people write by hand: ``diploma_names.csv`` (the short names
teachers use) and ``diploma_links_expert.csv`` (what follows what). A name in one of them that
matches no diploma in force stops the script: nothing is dropped in silence.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path

HERE = Path(__file__).parent
READ_ON = "2026-11-25"
LIST = "Orion (DGESCO), liste nationale des diplômes professionnels 2024-2025"
BCN = "Base centrale des nomenclatures (BCN), 2025"
CERTIF = "Certif-Info (réseau des Carif-Oref), 2024"
EXPERT = "Choix de Jalons, écrit par des connaisseurs de la voie professionnelle"
TYPES = {"CAP": "CAP", "BAC PRO": "BAC_PRO", "BMA": "BMA", "BP": "BP", "BTS": "BTS"}
TYPES |= {"CS3": "CS", "CS4": "CS"}
AGRICULTURAL = {"403": "BAC_PRO", "323": "BTSA", "503": "CAPA", "453": "BP"}
AGRICULTURAL |= {"463": "CS", "563": "CS"}  # those that Certif-Info publishes; BCN closes none
LEVEL = {"CAP": 3, "CAPA": 3, "BAC_PRO": 4, "BMA": 4, "BP": 4, "BTS": 5, "BTSA": 5}
LEVEL |= {"BUT": 6, "DNMADE": 6}
YEARS = {"CAP": 2, "CAPA": 2, "BAC_PRO": 3, "BMA": 2, "BP": 2, "CS": 1, "BTS": 2, "BTSA": 2}
YEARS |= {"BUT": 3, "DNMADE": 3}
# Diplomas that have no code of the national list: their kind in Certif-Info.
HIGHER = {"Bachelor universitaire de technologie": "BUT"}
HIGHER |= {"Diplôme national des métiers d'art et du design": "DNMADE"}
# State diplomas a bac pro or CAP holder may go on to, and their years.
STATE = {
    "Diplôme d'État d'aide-soignant": 1,
    "Diplôme d'État d'auxiliaire de puériculture": 1,
    "Diplôme d'État d'accompagnant éducatif et social": 1,
    "Diplôme d'État d'ambulancier": 1,
    "Diplôme d'État d'infirmier(ière)": 3,
    "Diplôme d'État de moniteur éducateur": 2,
    "Diplôme d'État de technicien de l'intervention sociale et familiale": 2,
    "Diplôme d'État d'éducateur spécialisé": 3,
    "Diplôme d'État d'éducateur de jeunes enfants": 3,
    "BPJEPS spécialité animateur mention animation sociale": 1,
    "BPJEPS spécialité animateur mention loisirs tous publics": 1,
    "BPJEPS spécialité éducateur sportif mention activités physiques pour tous": 1,
    "BPJEPS spécialité éducateur sportif mention activités équestres": 1,
}
UNLABELLED = {
    "45321103": "Responsable d'atelier de productions horticoles",
    "45321003": "Technicien de recherche développement",
    "45321206": "Responsable d'entreprise hippique",
    "45322103": "Conducteur de ligne de production alimentaire",
}
PREFIX = re.compile(
    r"^(certificat de spécialisation|bac pro|btsa|bts|but spécialité|dn made mention|cap agricole"
    r"|cap|bp option|bp)\s+",
    re.I,
)
SECONDS = re.compile(r"\(SEC PRO AG\)|\(BPA4\)")
# The national list is uneven in typing; what a pupil reads is mended.
MEND = {
    "'": "’",
    "Opticien lunetier": "Opticien-lunetier",
    "materiaux associes": "matériaux associés",
    "matériaux associes": "matériaux associés",
    'routier "marchandises': "routier marchandises",
    "Tapissier -tapissière": "Tapissier, tapissière",
    " -matériels": " - matériels",
    "matériels option C:": "matériels option C :",
    "Energies": "Énergies",
    "option a ": "option A ",
    "option b ": "option B ",
    "Boucher charcutier traiteur": "Boucher-charcutier-traiteur",
    "Boulanger - pâtissier": "Boulanger-pâtissier",
    "Etude": "Étude",
    "Electr": "Électr",
    "Econom": "Économ",
    "Edition": "Édition",
    "Ebéniste": "Ébéniste",
    "Etanch": "Étanch",
    "Equipier": "Équipier",
    "Emailleur": "Émailleur",
    "Echafaudeur": "Échafaudeur",
}
DIPLOMA_COLUMNS = [
    "code",
    "type",
    "intitule",
    "sigle",
    "autres_noms",
    "niveau",
    "duree_ans",
    "famille",
    "nsf",
    "rome",
    "premiere_session",
    "derniere_session",
    "remplace_par",
    "anciens_codes",
    "ministere",
    "source",
    "annee",
    "lu_le",
]
LINK_COLUMNS = ["de", "vers", "lien", "rang", "raisons", "source", "annee", "lu_le"]


def plain(text: str) -> str:
    """Lower case, no accent, letters and digits only: what two spellings of a name share."""
    flat = unicodedata.normalize("NFKD", text.replace("œ", "oe").lower())
    letters = "".join(c for c in flat if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


def rows(path: Path, encoding: str = "utf-8-sig") -> Iterator[dict[str, str]]:
    with path.open(encoding=encoding, newline="") as lines:
        yield from csv.DictReader(lines, delimiter=";")


def write(name: str, columns: list[str], table: list[dict[str, object]]) -> None:
    with (HERE / name).open("w", encoding="utf-8", newline="") as lines:
        out = csv.DictWriter(lines, columns, delimiter=";", lineterminator="\n")
        out.writeheader()
        out.writerows(table)
    print(f"{name}: {len(table)} lignes, {(HERE / name).stat().st_size // 1000} ko")


def mended(title: str) -> str:
    title = " ".join(title.strip('"').split())
    for old, new in MEND.items():
        title = title.replace(old, new)
    return title[:1].upper() + title[1:]


def digits(code: str) -> str:
    return re.sub(r"\D", "", code)[:8]


def old_codes(comment: str) -> list[str]:
    """The codes that a comment « remplace les n° … » names; eight digits, however typed."""
    if not comment.lower().startswith(("remplace l", "remplace 3", "remplace 4")):
        return []
    found = re.findall(r"\d{3}[ -]?\d{5}|\d{8}", comment)
    return [digits(code) for code in found]


def replaced_by(comment: str) -> str:
    if "remplac" not in comment.lower() or " par " not in comment.lower():
        return ""
    found = re.search(r"par .*?(\d{3}[ -]?\d{5})", comment)
    return digits(found[1]) if found else ""


def national_list(folder: Path) -> Iterator[dict[str, object]]:
    # The code of excavator drivers is given twice, old and new: the one without an end is kept.
    listed = {
        digits(row["Code diplôme"]): row
        for row in sorted(
            rows(folder / "orion/diplomesProfessionnels.csv"),
            key=lambda row: not row["Dernière session"],
        )
        if row["Diplôme"] in TYPES
    }
    for code, row in listed.items():
        kind, comment = TYPES[row["Diplôme"]], row["Commentaire"]
        yield {
            "code": code,
            "type": kind,
            "intitule": mended(row["Intitulé de la spécialité (et options)"]),
            "niveau": LEVEL.get(kind) or int(row["Niveau"][-1]),
            "famille": row["Famille de métiers"].strip().replace("'", "’"),
            "premiere_session": row["Première session"],
            "derniere_session": row["Dernière session"],
            "remplace_par": replaced_by(comment),
            "anciens_codes": "|".join(old_codes(comment)),
            "ministere": "MENJ" if kind != "BTS" else "MESR",
            "source": LIST,
            "annee": 2025,
        }


def agricultural(
    folder: Path, labels: dict[str, str], published: Collection[str]
) -> Iterator[dict[str, object]]:
    for row in rows(folder / "orion/nFormationDiplome_.csv", "cp1252"):
        code, title = row["FORMATION_DIPLOME"], row["LIBELLE_LONG_200"]
        kind = AGRICULTURAL.get(code[:3])
        if kind is None or row["DATE_FERMETURE"] or row["DATE_DERNIERE_SESSION"]:
            continue
        if SECONDS.search(title) or (kind == "CS" and code not in published):
            continue
        yield {
            "code": code,
            "type": kind,
            "intitule": labels.get(code) or mended(UNLABELLED[code]),
            "niveau": LEVEL.get(kind) or 8 - int(code[0]),
            "famille": "",
            "premiere_session": row["DATE_PREMIERE_SESSION"],
            "derniere_session": "",
            "remplace_par": "",
            "anciens_codes": row["ANCIEN_DIPLOME_1"],
            "ministere": "MASA",
            "source": BCN,
            "annee": 2025,
        }


def higher(certif: list[dict[str, str]]) -> Iterator[dict[str, object]]:
    seen: set[str] = set()
    for row in certif:
        kind, title = HIGHER.get(row["Libelle_Type_Diplome"]), row["Libelle_Diplome"]
        if kind:
            title = re.sub(r"\s*:?\s*parcours.*", "", PREFIX.sub("", title))
        elif (title := re.sub(r" option .*", "", title)) in STATE:
            kind = "DE"
        if kind is None or row["Etat_Libelle"] != "Publié":
            continue
        name = mended(title.replace("&", "et"))
        if plain(name) in seen:
            continue
        seen.add(plain(name))
        level = LEVEL.get(kind) or int((re.findall(r"\d$", row["Libelle_Type_Diplome"]) or "4")[0])
        yield {
            "code": f"{kind}-{re.sub(r'[^a-z]+', '-', plain(name)).strip('-')}",
            "type": kind,
            "intitule": name,
            "niveau": level,
            "duree_ans": STATE.get(title) or YEARS[kind],
            "rome": rome_codes(row),
            "nsf": row["Code_Nsf"],
            "ministere": "MESR" if kind != "DE" else "Sports" if "BPJEPS" in title else "Santé",
            "source": CERTIF,
            "annee": 2024,
        }


def rome_codes(row: dict[str, str]) -> str:
    found = (row[f"Code_Rome_{n}"].strip() for n in range(1, 6))
    return "|".join(code for code in found if code)


def catalogue(folder: Path) -> list[dict[str, object]]:
    certif = list(rows(folder / "orion/certif_info.csv", "utf-8"))
    jobs, labels = {}, {}
    for row in certif:
        code = re.sub(r"\s", "", row["Code_Scolarité"])[:8]
        if code and row["Etat_Libelle"] == "Publié" and rome_codes(row):
            jobs.setdefault(code, rome_codes(row))
        labels.setdefault(code, mended(PREFIX.sub("", row["Libelle_Diplome"])))
    table = [*national_list(folder), *agricultural(folder, labels, jobs), *higher(certif)]
    families = {
        row["CFD_SPECIALITE"]: row["FAMILLE"].strip().replace("'", "’")
        for row in rows(folder / "orion/familleMetiers.csv")
    }
    known = {str(row["code"]): row for row in table}
    for row in table:
        for old in str(row.get("anciens_codes", "")).split("|"):
            if old in known and not known[old]["remplace_par"]:
                known[old]["remplace_par"] = row["code"]
    names = list(rows(HERE / "diploma_names.csv"))
    used = set()
    for row in table:
        code = str(row["code"])
        olds = [old for old in str(row.get("anciens_codes", "")).split("|") if old]
        olds += [c for c, r in known.items() if r.get("remplace_par") == code]
        row["duree_ans"] = row.get("duree_ans") or YEARS[str(row["type"])]
        row["lu_le"] = READ_ON
        row.setdefault("nsf", code[3:6])
        row["rome"] = row.get("rome") or next((jobs[c] for c in [code, *olds] if c in jobs), "")
        row["famille"] = row.get("famille") or next(
            (families[c] for c in [code, *olds] if c in families), ""
        )
        for n, name in enumerate(names):
            if name["type"] == row["type"] and plain(str(row["intitule"])).startswith(
                plain(name["debut_intitule"])
            ):
                row["sigle"], row["autres_noms"] = name["sigle"], name["autres_noms"]
                used.add(n)
    unused = [names[n]["debut_intitule"] for n in range(len(names)) if n not in used]
    if unused:
        sys.exit(f"diploma_names.csv : aucun diplôme ne commence ainsi : {', '.join(unused)}")
    return sorted(table, key=lambda row: (str(row["type"]), str(row["code"])))


def choose(table: list[dict[str, object]], kind: str, tokens: str) -> list[dict[str, object]]:
    """The diplomas in force of a kind that short names or beginnings of titles name."""
    found: list[dict[str, object]] = []
    for token in filter(None, tokens.split("|")):
        same = [row for row in table if row["type"] == kind and not row.get("derniere_session")]
        titles = {str(row["code"]): plain(str(row["intitule"])) for row in same}
        hits = (
            [row for row in same if row.get("sigle") == token]
            or [row for row in same if titles[str(row["code"])] == plain(token)]
            or [row for row in same if titles[str(row["code"])].startswith(plain(token))]
        )
        if not hits:
            sys.exit(f"diploma_links_expert.csv : aucun {kind} en vigueur pour « {token} »")
        found += [row for row in hits if row not in found]
    return found


def reasons(one: dict[str, object], other: dict[str, object]) -> str:
    """Why two diplomas go together, beside the expert's word."""
    found = ["expert"]
    if one["nsf"] == other["nsf"]:
        found.append("groupe")
    elif str(one["nsf"])[:2] == str(other["nsf"])[:2]:
        found.append("domaine")
    if set(str(one["rome"]).split("|")) & set(str(other["rome"]).split("|")) - {""}:
        found.append("metiers")
    if one["famille"] and one["famille"] == other["famille"]:
        found.append("famille")
    return "|".join(found)


def links(table: list[dict[str, object]]) -> list[dict[str, object]]:
    made: dict[tuple[str, str], dict[str, object]] = {}

    def add(one: dict[str, object], other: dict[str, object], strength: str) -> None:
        if one["code"] != other["code"]:
            made.setdefault(
                (str(one["code"]), str(other["code"])),
                {
                    "de": one["code"],
                    "vers": other["code"],
                    "lien": strength,
                    "rang": sum(known == one["code"] for known, _ in made) + 1,
                    "raisons": reasons(one, other),
                    "source": EXPERT,
                    "annee": 2026,
                    "lu_le": READ_ON,
                },
            )

    expert = list(rows(HERE / "diploma_links_expert.csv"))
    for strength in ("suite", "proche"):
        for row in expert:
            for one in choose(table, row["de_type"], row["de"]):
                for other in choose(table, row["vers_type"], row[strength]):
                    add(one, other, strength)
                    if row["vers_type"] == "BAC_PRO" and strength == "suite":
                        add(other, one, "suite")  # a bac pro holder may take the CAP in one year
    return [made[key] for key in sorted(made)]


def main(folder: Path) -> None:
    table = catalogue(folder)
    write("diplomas.csv", DIPLOMA_COLUMNS, table)
    write("diploma_links.csv", LINK_COLUMNS, links(table))
    used = {code for row in table for code in str(row["rome"]).split("|") if code}
    jobs = [
        {"code": row["code_rome"], "metier": row["libelle_rome"].replace("'", "’")}
        | {"source": "ROME 4.0 (France Travail), 2024", "annee": 2024, "lu_le": READ_ON}
        for row in rows(folder / "orion/rome.csv")
        if row["code_rome"] in used
    ]
    write("jobs.csv", ["code", "metier", "source", "annee", "lu_le"], jobs)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage : python3 datasets/make_catalogue.py DOSSIER")
    main(Path(sys.argv[1]))
