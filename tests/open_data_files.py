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


def file_of(code: str, *rows: dict[str, str]) -> str:
    """A file of this kind with these rows; cells that are not given are empty where they may be."""
    dataset = load()[code]
    lines = [[c.code for c in dataset.columns]]
    for n, given in enumerate(rows):
        blank = {c.code: "" for c in dataset.columns if c.blank}
        lines.append(row(dataset, n, **(blank | given)))
    return "\n".join([*(";".join(line) for line in lines), ""])


LYON = {"acad_mies": "Lyon", "dep_lib": "Rhône", "fili": "BTS", "session": "2025"}
ELECTRIC = {"capa_fin": "24", "acc_tot": "24", "acc_neobac": "20", "acc_bp": "11"} | LYON
ELECTRIC |= {"fil_lib_voe_acc": "Electrotechnique"}
DOMOTIC = "Fluides-énergies-domotique option C domotique et bâtiments communicants"
MELEC = "métiers de l'électricité et de ses environnements connectés"


CIO = {"type_etablissement": "Information et orientation"}


def school(uai: str, name: str, town: str, **more: str) -> dict[str, str]:
    """A row of the directory."""
    kind = {"type_etablissement": "Lycée", "voie_professionnelle": "1"}
    given = {"identifiant_de_l_etablissement": uai, "nom_etablissement": name, "nom_commune": town}
    return kind | given | {"date_maj_ligne": "2026-02-16"} | more


def small_folder(folder: Path) -> Path:
    """A data folder with every file that Explorer shows something of: a few schools each."""
    after = {"annee": "cumul 2023-2024", "region": "AUVERGNE-RHONE-ALPES"}
    files = {
        "parcoursup": (
            ELECTRIC | {"cod_uai": "0690001A", "g_ea_lib_vx": "Lycee Ampere"},
            ELECTRIC
            | {"cod_uai": "0690002B", "g_ea_lib_vx": "Lycée <b>Bât</b>", "ville_etab": "Givors"}
            | {"acc_neobac": "12", "acc_bp": "6"},
            ELECTRIC | {"cod_uai": "0420003C", "g_ea_lib_vx": "Lycée Carnot", "dep_lib": "Loire"},
            ELECTRIC | {"cod_uai": "0690001A", "g_ea_lib_vx": "Lycée d'avant", "session": "2024"},
            ELECTRIC
            | {"cod_uai": "0590004D", "g_ea_lib_vx": "Lycée du Nord", "acad_mies": "Lille"}
            | {"dep_lib": "Nord", "fil_lib_voe_acc": DOMOTIC},
            ELECTRIC
            | {"cod_uai": "0690001A", "g_ea_lib_vx": "Lycee Ampere"}
            | {"fil_lib_voe_acc": "Design de produits"},
        ),
        "annuaire": (
            school("0690001A", "Lycée Ampère", "Lyon 3e  Arrondissement", web="https://ampere.fr/"),
            school("0690009J", "CIO de Lyon", "Lyon", **CIO),
            school("0590004D", "Lycée du Nord", "Lille"),
        ),
        "onisep": (
            {
                "Formation (FOR) libellé": f"bac pro {MELEC}",
                "FOR type": "baccalauréat professionnel",
                "Lieu d'enseignement (ENS) libellé": "lycée Ampère",
                "ENS code UAI": "0690001A",
                "ENS commune": "Lyon",
                "ENS académie": "Lyon",
            },
        ),
        "inserjeunes": (
            after
            | {"uai": "0690001A", "libelle": "LYCEE AMPERE", "type_diplome": "BTS"}
            | {"libelle_formation": "electrotechnique", "taux_poursuite_etudes": "35"}
            | {"taux_emploi_6_mois": "70.4"},
            after
            | {"uai": "0690001A", "libelle": "LYCEE AMPERE", "type_diplome": "BAC PRO"}
            | {"libelle_formation": MELEC, "taux_emploi_6_mois": "44"},
            after
            | {"uai": "0690002B", "libelle": "LYCEE BAT", "type_diplome": "BTS"}
            | {"libelle_formation": "electrotechnique"},
            *(
                after
                | {"uai": f"00100{n:02}A", "libelle": f"LYCEE {n}", "type_diplome": "BTS"}
                | {"libelle_formation": "electrotechnique", "taux_emploi_6_mois": "60"}
                for n in range(20)
            ),
        ),
        "inserjeunes-cfa": (
            after | {"uai": "0690005E", "libelle": "CFA Confluence", "taux_emploi_6_mois": "81"},
            after | {"uai": "0690006F", "libelle": "CFA du silence"},
            after | {"uai": "0590007G", "libelle": "CFA du Nord", "region": "HAUTS-DE-FRANCE"}
            | {"taux_emploi_6_mois": "60"},
        ),
    }  # fmt: skip
    for code, rows in files.items():
        (folder / load()[code].file).write_text(file_of(code, *rows), encoding="utf-8")
    return folder
