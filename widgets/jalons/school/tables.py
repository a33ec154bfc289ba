"""The tables of the school file: columns, what each cell must be, and what it becomes.

The one place that knows the French column names. Each table is a pydantic model of a row (the
fields are the columns, in order) with ``to_domain``; whether rows agree with each other is the
business of ``check``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError

from jalons.school import domain, fields
from jalons.school.domain import COMMON, EVERY_WEEK, PARITIES


def cell(read: Callable[[str], Any]) -> BeforeValidator:
    """Make a field reader into a pydantic validator that keeps code and facts of a refusal."""

    def validate(value: str) -> Any:
        try:
            return read(value)
        except fields.BadValueError as error:
            raise PydanticCustomError(
                "cell", "{code}", {"code": error.code, **error.facts}
            ) from None

    return BeforeValidator(validate)


Text = Annotated[str, cell(fields.text)]
FreeText = Annotated[str, cell(fields.optional_text)]
Day = Annotated[date, cell(fields.day)]
OptionalDay = Annotated[date | None, cell(fields.optional(fields.day))]
Bound = Annotated[date | str | None, cell(fields.optional(fields.day_or_milestone))]
Clock = Annotated[time, cell(fields.clock)]
OptionalClock = Annotated[time | None, cell(fields.optional(fields.clock))]
Weekday = Annotated[str, cell(fields.one_of(domain.WEEKDAYS))]
OptionalWeekday = Annotated[str | None, cell(fields.optional(fields.one_of(domain.WEEKDAYS)))]
Names = Annotated[tuple[str, ...], cell(fields.many(fields.text, "|"))]
Pupils = Annotated[int, cell(fields.whole(0, 2000))]
YesNo = Annotated[bool, cell(fields.yes_no)]


def _weeks(value: str) -> str:
    return fields.one_of((EVERY_WEEK, *PARITIES))(value) if value else EVERY_WEEK


Weeks = Annotated[str, cell(_weeks)]


class Row(BaseModel):
    """One row. ``optional`` columns may be missing from the sheet; ``key`` must not occur twice;
    no message repeats a value of ``private`` ones."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)
    optional: ClassVar[tuple[str, ...]] = ()
    key: ClassVar[tuple[str, ...]] = ()
    private: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def columns(cls) -> tuple[str, ...]:
        return tuple(cls.model_fields)


class EtablissementRow(Row):
    nom: Text
    zone: Text
    annee_scolaire: Text


class ClasseRow(Row):
    optional = ("diplome", "specialite", "heures_cibles")
    key = ("classe",)
    classe: Text
    niveau: Annotated[str, cell(fields.one_of(domain.LEVELS))]
    diplome: FreeText
    specialite: FreeText
    effectif: Pupils
    organisation: Annotated[str, cell(fields.one_of(domain.ORGANISATIONS))]
    heures_cibles: Annotated[float | None, cell(fields.optional(fields.hours))]

    def to_domain(self) -> domain.SchoolClass:
        return domain.SchoolClass(
            self.classe,
            self.niveau,
            self.diplome,
            self.specialite,
            self.effectif,
            self.organisation,
            self.heures_cibles,
        )


class GroupeRow(Row):
    key = ("groupe",)
    groupe: Text
    classe: Text
    finalite: Annotated[str, cell(fields.one_of(domain.PURPOSES))]
    effectif: Pupils

    def to_domain(self) -> domain.Group:
        return domain.Group(self.groupe, self.classe, self.finalite, self.effectif)


class CreneauRow(Row):
    optional = ("semaines", "du", "au")
    classe: Text
    jour: Weekday
    debut: Clock
    fin: Clock
    semaines: Weeks
    du: OptionalDay
    au: OptionalDay

    def to_domain(self) -> domain.Slot:
        return domain.Slot(
            self.classe, self.jour, self.debut, self.fin, self.semaines, self.du, self.au
        )


class SemaineRow(Row):
    key = ("lundi",)
    lundi: Day
    parite: Annotated[str, cell(fields.one_of(PARITIES))]


class PfmpRow(Row):
    classe: Text
    debut: Day
    fin: Day

    def to_domain(self) -> domain.Placement:
        return domain.Placement(self.classe, self.debut, self.fin)


class PersonneRow(Row):
    key = ("personne", "role")
    personne: Text
    role: Annotated[str, cell(fields.one_of(domain.ROLES))]

    def to_domain(self) -> domain.Person:
        return domain.Person(self.personne, self.role)


class DisponibiliteRow(Row):
    optional = ("jour", "debut", "fin", "semaines", "du", "au")
    personne: Text
    jour: OptionalWeekday
    debut: OptionalClock
    fin: OptionalClock
    semaines: Weeks
    du: OptionalDay
    au: OptionalDay

    def to_domain(self) -> domain.Availability:
        return domain.Availability(
            self.personne, self.jour, self.debut, self.fin, self.semaines, self.du, self.au
        )


class EquipeRow(Row):
    key = ("personne", "classe")
    personne: Text
    classe: Text

    def to_domain(self) -> domain.TeamMember:
        return domain.TeamMember(self.personne, self.classe)


class LieuRow(Row):
    key = ("lieu",)
    lieu: Text
    type: Annotated[str, cell(fields.one_of(domain.PLACE_TYPES))]
    capacite: Pupils

    def to_domain(self) -> domain.Place:
        return domain.Place(self.lieu, self.type, self.capacite)


class SeanceRow(Row):
    optional = ("theme", "lieu_type", "au_plus_tot", "au_plus_tard", "apres", "classes")
    key = ("seance",)
    seance: Text
    titre: Text
    theme: FreeText
    niveaux: Annotated[
        tuple[str, ...],
        cell(fields.at_least_one(fields.many(fields.one_of(domain.LEVELS), "|"))),
    ]
    finalite: Annotated[str, cell(fields.one_of((COMMON, *domain.PURPOSES)))]
    parties: Annotated[int, cell(fields.whole(1, 20))]
    duree_min: Annotated[int, cell(fields.whole(5, 600))]
    roles: Annotated[
        tuple[str, ...], cell(fields.many(fields.one_of(domain.ROLES), "+", repeats=True))
    ]
    lieu_type: Annotated[str | None, cell(fields.optional(fields.one_of(domain.PLACE_TYPES)))]
    au_plus_tot: Bound
    au_plus_tard: Bound
    apres: Names
    obligatoire: YesNo
    classes: Names

    def to_domain(self) -> domain.Session:
        return domain.Session(
            self.seance,
            self.titre,
            self.theme,
            self.niveaux,
            self.finalite,
            self.parties,
            self.duree_min,
            self.roles,
            self.lieu_type,
            self.au_plus_tot,
            self.au_plus_tard,
            self.apres,
            self.obligatoire,
            self.classes,
        )


class EvenementRow(Row):
    optional = ("classes", "bloque")
    evenement: Text
    debut: Day
    fin: Day
    classes: Names
    bloque: Annotated[bool, cell(lambda value: fields.yes_no(value) if value else False)]

    def to_domain(self) -> domain.Event:
        return domain.Event(self.evenement, self.debut, self.fin, self.classes, self.bloque)


class ConseilRow(Row):
    key = ("classe", "periode")
    classe: Text
    periode: Annotated[str, cell(fields.one_of(domain.PERIODS))]
    date: Day

    def to_domain(self) -> domain.Council:
        return domain.Council(self.classe, self.periode, self.date)


TABLES: dict[str, type[Row]] = {
    "etablissement": EtablissementRow,
    "classes": ClasseRow,
    "groupes": GroupeRow,
    "creneaux": CreneauRow,
    "semaines": SemaineRow,
    "pfmp": PfmpRow,
    "personnes": PersonneRow,
    "disponibilites": DisponibiliteRow,
    "equipe": EquipeRow,
    "lieux": LieuRow,
    "seances": SeanceRow,
    "evenements": EvenementRow,
    "conseils": ConseilRow,
}

# A school has classes, times, placements and sessions; without one of these sheets the file is
# not a school's. The others may be missing: people and places are asked for when a session needs
# them (see ``check``).
REQUIRED = ("etablissement", "classes", "creneaux", "pfmp", "seances")
