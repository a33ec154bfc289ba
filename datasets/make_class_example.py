"""Write the example class: 24 pupils under codes, and a year of decisions with what gets forgotten.

Invented; the dates are those of TMELEC1 in the example school of 2025-2026.
Run ``python datasets/make_class_example.py``; the same files come out each time.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "class_example"
COUNCILS = [("T1", "2025-12-02"), ("T2", "2026-03-10"), ("T3", "2026-05-26")]
PFMP = [("2025-11-03", "2025-11-21"), ("2026-03-16", "2026-04-03")]
BLOCK = ["2026-06-08", "2026-06-15", "2026-06-22", "2026-06-29"]
COMPANIES = ("Élec Services", "Ateliers Morin", "Domotique 63", "Réseaux du Centre")
TEACHERS = ("M. Roy", "Mme Petit", "M. Diallo")
OPTIONS = ("BTS Électrotechnique", "BTS Maintenance des systèmes", "CS Technicien ascensoriste")
WORK, STUDY, UNSURE = "insertion", "poursuite", "hesite"
# First wish, councils of terms 1 and 2, reasoned recommendation, choice; one pupil a line.
YEAR = """
P P P P P | I I I I I | P P I I P | H I I I I | P P P P P | I I I I I
- P P P P | I I P P P | P P P P P | H P P P P | I I - I I | P P P P P
I I I I I | P P P P P | H I I I I | I I I I - | P P P P P | I I I I I
P I I P P | P P P P P | I I I I I | P P P P P | I P P P P | I I I I I
""".replace("\n", " | ").split("|")
WORD = {"I": WORK, "P": STUDY, "H": UNSURE, "-": ""}
NO_PRESENTATION, NO_REASON, NO_ADVICE = {5, 18}, {13}, {14}
UNSIGNED_MINOR, NO_TEACHER, NOT_ATTESTED, NO_AGREEMENT = {20}, {3}, {21, 4}, {22}
NO_WORKSHOPS, LONG_STAY = {24, 6}, {23}
NO_HELP, NO_BLOCK, NO_RESULT, PAID_STAY = {1}, {5}, {2}, {17}
SKILLS = {8: "prendre la parole", 19: "s'organiser|prendre des notes"}
MINORS = {4, 12, 20}
REASONS = {
    WORK: "à l'aise en entreprise, une promesse d'embauche",
    STUDY: "travail régulier, projet mûri",
}


def code(number: int) -> str:
    return f"E{number:02}"


def rows() -> dict[str, tuple[list[str], list[list[Any]]]]:
    lines = [[WORD[c] for c in line.split()] for line in YEAR if line.strip()]
    pupils, decisions, agreements, stays, prepared = [], [], [], [], []
    done: list[list[Any]] = []
    for n, (wish, t1, t2, advice, choice) in enumerate(lines, 1):
        further = choice == STUDY
        born = f"2008-{7 + n % 5:02}-15" if n in MINORS else f"2007-{1 + n % 9:02}-1{n % 9}"
        pupils.append(
            [code(n), born, "MELEC", 1 + (n * 7) % 4, 1 + (n * 5) % 4, SKILLS.get(n, ""),
             "", "",
             OPTIONS[n % 3] if further else ""]
        )  # fmt: skip
        given = "" if n in NO_ADVICE else advice
        reason = REASONS.get(given, "") if n not in NO_REASON else ""
        decisions.append(
            [code(n), "" if n in NO_PRESENTATION else "2025-09-16", wish,
             f"2025-11-{24 + n % 5}" if wish else "", "famille" if wish else "", t1, t2, "", given,
             reason, choice, "2026-06-02" if choice else ""]
        )  # fmt: skip
        for k, (first, last) in enumerate(PFMP):
            if n in NO_AGREEMENT and k:
                continue
            signed = ["etablissement", "entreprise"]
            signed += [] if n in UNSIGNED_MINOR else ["representant" if n in MINORS else "eleve"]
            attested = not (n in NOT_ATTESTED and not k)
            agreements.append(
                [code(n), COMPANIES[(n + k) % 4], first, last,
                 "" if n in NO_TEACHER and k else TEACHERS[n % 3], "|".join(signed),
                 15 - n % 3 if attested else "", last if attested else "", "",
                 "2025-12-19" if attested and not k else ""]
            )  # fmt: skip
        if choice == WORK:
            agreements.append(
                [code(n), COMPANIES[n % 4], BLOCK[0], "2026-07-03", TEACHERS[n % 3],
                 "etablissement|entreprise|" + ("representant" if n in MINORS else "eleve"), "", "",
                 "oui", ""]
            )  # fmt: skip
            workshops = ["2026-01-13", "2026-02-03", "2026-03-03", "2026-05-05"]
            less = workshops[:2] if n in NO_WORKSHOPS else workshops
            talk = "" if n in NO_WORKSHOPS else "2026-05-07"
            prepared.append([code(n), "|".join(less), talk, ""])
            result = "" if n in NO_RESULT else "oui"
            done.append([code(n), "certification", "SST", "2026-05-11", "2026-05-12", result])
        elif choice == STUDY:
            last = "2026-01-27" if n in LONG_STAY else "2026-01-21"
            stays.append([code(n), "Lycée Sidoine-Apollinaire, STS", "2026-01-19", last])
            prepared.append([code(n), "", "", "2026-05-19" if n % 3 else ""])
            if n not in NO_HELP:
                done.append(
                    [code(n), "renforcement", "Français et maths pour le BTS", "2026-01-06",
                     "2026-03-06", ""]
                )  # fmt: skip
            if n not in NO_BLOCK:
                done.append([code(n), "projet", "Un journal du lycée", BLOCK[0], "2026-07-03", ""])
            if n in PAID_STAY:
                agreements.append(
                    [code(n), COMPANIES[0], BLOCK[2], "2026-06-26", TEACHERS[0],
                     "etablissement|entreprise|eleve", "", "", "oui", ""]
                )  # fmt: skip
    blocks = [[finality, monday] for finality in (WORK, STUDY) for monday in BLOCK]
    return {
        "eleves": (
            ["eleve", "naissance", "specialite", "francais", "mathematiques", "competences",
             "besoin", "groupe", "options"], pupils),
        "decisions": (
            ["eleve", "presentation", "souhait", "souhait_le", "souhait_par", "conseil_t1",
             "conseil_t2", "conseil_s1", "recommandation", "motif", "choix", "choix_le"],
            decisions),
        "conventions": (
            ["eleve", "entreprise", "debut", "fin", "referent", "signatures", "jours",
             "attestation", "bloc", "versement"], agreements),
        "entreprises": (
            ["entreprise", "ville", "contact", "embauche"],
            [[name, "Clermont-Ferrand", "", hires] for name, hires in
             zip(COMPANIES, ("oui", "", "non", "oui"), strict=True)]),
        "immersions": (["eleve", "lieu", "debut", "fin"], stays),
        "activites": (["eleve", "nature", "activite", "debut", "fin", "obtenu"], done),
        "avenirpro": (["eleve", "ateliers", "entretiens", "consolidation"], prepared),
        "conseils": (["periode", "date"], [list(row) for row in COUNCILS]),
        "pfmp": (["debut", "fin"], [list(row) for row in PFMP]),
        "bloc": (["finalite", "lundi"], blocks),
    }  # fmt: skip


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, (header, lines) in rows().items():
        with (FOLDER / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";", lineterminator="\n")
            writer.writerow(header)
            writer.writerows(lines)


if __name__ == "__main__":
    main()
