"""The tables of a class: columns, what each cell must be, and what it becomes.

The one place that knows their French column names. Rows ⇄ :class:`ClassYear`; a row that cannot be
read is told at its cell, by no name, and the others count all the same.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, ClassVar

from jalons.school import fields
from jalons.school.columns import DAY, NUMBER, TEXT, YES_NO, Form, Kind
from jalons.school.domain import PERIODS
from jalons.school.tables import Day, FreeText, OptionalDay, Row, Text, cell
from jalons.school.tidy import Tidy
from jalons.support.domain import ACTIVITIES, FINALITIES, WISHES

BY = {"eleve": "pupil", "famille": "family", "equipe": "staff"}
SIGNERS = {
    "etablissement": "school",
    "entreprise": "company",
    "eleve": "pupil",
    "representant": "representative",
}

Level = Annotated[int | None, cell(fields.optional(fields.whole(1, 4)))]
Days = Annotated[int | None, cell(fields.optional(fields.whole(0, 132)))]
Wish = Annotated[str | None, cell(fields.optional(fields.one_of(WISHES)))]
Purpose = Annotated[str | None, cell(fields.optional(fields.one_of(FINALITIES)))]
By = Annotated[str | None, cell(fields.optional(fields.one_of(tuple(BY))))]
Nature = Annotated[str, cell(fields.one_of(ACTIVITIES))]
MaybeYes = Annotated[bool | None, cell(fields.optional(fields.yes_no))]
Signed = Annotated[tuple[str, ...], cell(fields.many(fields.one_of(tuple(SIGNERS)), "|"))]
Several = Annotated[tuple[str, ...], cell(fields.many(fields.text, "|"))]


_tidy = Tidy()  # days inside a list come as people write them


def _days(value: str) -> tuple[date, ...]:
    parts = re.split(r"[|,;+]| et ", value) if value else []
    return tuple(sorted(fields.day(_tidy(DAY, part)) for part in parts if part.strip()))


class EleveRow(Row):
    optional: ClassVar[tuple[str, ...]] = (
        "naissance", "specialite", "francais", "mathematiques", "competences", "besoin", "groupe",
        "options",
    )  # fmt: skip
    private: ClassVar[tuple[str, ...]] = ("eleve", "naissance", "competences")
    eleve: Text
    naissance: OptionalDay
    specialite: FreeText
    francais: Level
    mathematiques: Level
    competences: Several
    besoin: MaybeYes
    groupe: Purpose
    options: Several


class NamedEleveRow(Row):
    """The same where the school keeps names."""

    optional: ClassVar[tuple[str, ...]] = ("nom", *EleveRow.optional)
    private: ClassVar[tuple[str, ...]] = ("nom", *EleveRow.private)
    eleve: Text
    nom: FreeText
    naissance: OptionalDay
    specialite: FreeText
    francais: Level
    mathematiques: Level
    competences: Several
    besoin: MaybeYes
    groupe: Purpose
    options: Several


class DecisionRow(Row):
    """The year of a pupil in one row."""

    optional = (
        "presentation", "souhait", "souhait_le", "souhait_par", "conseil_t1", "conseil_t2",
        "conseil_s1", "recommandation", "motif", "choix", "choix_le",
    )  # fmt: skip
    private = ("eleve", "motif")
    eleve: Text
    presentation: OptionalDay
    souhait: Wish
    souhait_le: OptionalDay
    souhait_par: By
    conseil_t1: Wish
    conseil_t2: Wish
    conseil_s1: Wish
    recommandation: Purpose
    motif: FreeText
    choix: Purpose
    choix_le: OptionalDay


class ConventionRow(Row):
    optional = ("referent", "signatures", "jours", "attestation", "bloc", "versement")
    private = ("eleve",)
    eleve: Text
    entreprise: Text
    debut: Day
    fin: Day
    referent: FreeText
    signatures: Signed
    jours: Days
    attestation: OptionalDay
    bloc: MaybeYes
    versement: OptionalDay


class ImmersionRow(Row):
    private = ("eleve",)
    eleve: Text
    lieu: Text
    debut: Day
    fin: Day


class ActiviteRow(Row):
    """What a pupil does beside lessons and placements; without an end, it takes one day."""

    optional = ("fin", "obtenu")
    private = ("eleve",)
    eleve: Text
    nature: Nature
    activite: Text
    debut: Day
    fin: OptionalDay
    obtenu: MaybeYes


class AvenirproRow(Row):
    optional = ("ateliers", "entretiens", "consolidation")
    private = ("eleve",)
    eleve: Text
    ateliers: Annotated[tuple[date, ...], cell(_days)]
    entretiens: Annotated[tuple[date, ...], cell(_days)]
    consolidation: OptionalDay


class CompanyRow(Row):
    optional = ("ville", "contact", "embauche")
    entreprise: Text
    ville: FreeText
    contact: FreeText
    embauche: MaybeYes


class ClassCouncilRow(Row):
    key = ("periode",)
    periode: Annotated[str, cell(fields.one_of(PERIODS))]
    date: Day


class ClassPfmpRow(Row):
    debut: Day
    fin: Day


class BlockRow(Row):
    finalite: Annotated[str, cell(fields.one_of(FINALITIES))]
    lundi: Day


TABLES: dict[str, type[Row]] = {
    "eleves": EleveRow,
    "decisions": DecisionRow,
    "conventions": ConventionRow,
    "entreprises": CompanyRow,
    "immersions": ImmersionRow,
    "activites": ActiviteRow,
    "avenirpro": AvenirproRow,
    "conseils": ClassCouncilRow,
    "pfmp": ClassPfmpRow,
    "bloc": BlockRow,
}
ABOUT_A_PUPIL = ("decisions", "conventions", "immersions", "activites", "avenirpro")

_WISH, _PUPIL = Kind("choice", WISHES), Kind("choice", of="eleves")
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(
        ("naissance", "presentation", "souhait_le", "choix_le", "debut", "fin", "attestation",
         "versement", "consolidation", "date", "lundi"), DAY),
    **dict.fromkeys(
        ("souhait", "conseil_t1", "conseil_t2", "conseil_s1"), _WISH),
    **dict.fromkeys(("besoin", "bloc", "obtenu", "embauche"), YES_NO),
    **dict.fromkeys(("groupe", "finalite", "recommandation", "choix"), Kind("choice", FINALITIES)),
    **dict.fromkeys(("francais", "mathematiques"), Kind("choice", ("1", "2", "3", "4"))),
    "nature": Kind("choice", ACTIVITIES),
    "jours": NUMBER,
    "souhait_par": Kind("choice", tuple(BY)),
    "signatures": Kind("many", tuple(SIGNERS), separator="|"),
    "periode": Kind("choice", PERIODS),
    "eleve": _PUPIL,
}  # fmt: skip


def kind_of(table: str, column: str) -> Kind:
    """Return the kind of one column."""
    if (table, column) == ("conventions", "entreprise"):
        return Kind("choice", of="entreprises", free=True)
    return TEXT if (table, column) == ("eleves", "eleve") else _KINDS.get(column, TEXT)


FORM = Form(TABLES, kind_of)
NAMED = Form({**TABLES, "eleves": NamedEleveRow}, kind_of)
NAME_AT = NamedEleveRow.columns().index("nom")
