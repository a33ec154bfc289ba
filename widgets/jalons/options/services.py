"""Who can help: the services of ``datasets/services.csv``, chosen by situation and by option.

Knows nothing of a diploma. A service keeps its former names, so that a teacher who looks for Pôle
emploi finds France Travail.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jalons.options.catalogue import plain
from jalons.options.domain import Kind, Level
from jalons.resources import DATASETS
from jalons.schoolyear.tables import Row, read_rows

COLUMNS = ("id", "nom", "name", "situations", "options", "source", "annee")
SITUATIONS = (
    "eleve",
    "sorti",
    "decrochage",
    "handicap",
    "arrivant",
    "adulte",
    "etudiant",
    "equipe",
)
EVERY_OPTION = "*"
# Whom to see first in a situation: few, and near. The others come after, in the order of the table.
FIRST = {
    "eleve": ("professeur_principal", "psyen", "cio", "ddfpt", "avenirs", "cidj"),
    "sorti": ("mission_locale", "cio", "france_travail", "cfa", "un_jeune_une_solution", "cidj"),
    "decrochage": ("cio", "mission_locale", "mlds", "retour_formation", "gpds", "psyen"),
    "handicap": ("enseignant_referent", "psyen", "mdph", "rho", "referent_handicap", "cap_emploi"),
    "arrivant": ("casnav", "cio", "psyen", "oepre", "onisep", "refugies_info"),
    "adulte": ("cep", "france_travail", "cpf", "greta", "vae", "cio"),
}
MOST_PER_OPTION = 4


@dataclass(frozen=True, eq=False)
class Service:
    """A service: its words in both languages (``fr``, ``en``), whom and what it is for.

    ``words`` holds ``name for_whom for_what how`` by language.
    """

    id: str
    words: Mapping[str, Mapping[str, str]]
    former_names: tuple[str, ...]
    situations: tuple[str, ...]
    options: tuple[str, ...]
    site: str
    source: str
    year: int


def for_situations(services: Iterable[Service], situations: Iterable[str]) -> tuple[Service, ...]:
    """The services of these situations: whom to see first, then the order of the table."""
    wanted = tuple(situations)
    first = [name for situation in wanted for name in FIRST.get(situation, ())]
    found = [service for service in services if set(wanted) & set(service.situations)]
    return tuple(sorted(found, key=lambda s: first.index(s.id) if s.id in first else len(first)))


def for_level(level: Level) -> str:
    """The situation of a pupil of whom only the level is known."""
    return "sorti" if level is Level.HOLDER else "eleve"


def for_option(services: Iterable[Service], kind: Kind, situation: str) -> tuple[Service, ...]:
    """Whom to see about an option: those for it by name first, then whom everybody sees."""
    known = tuple(services)
    by_id = {service.id: service for service in known}
    named = [s for s in known if kind.value in s.options and situation in s.situations]
    first = [by_id[name] for name in FIRST.get(situation, FIRST["eleve"])]
    return tuple(dict.fromkeys((*named[: MOST_PER_OPTION - 2], *first)))[:MOST_PER_OPTION]


def find(services: Iterable[Service], name: str) -> tuple[Service, ...]:
    """The services that a name of today or of before names, whole or in part."""
    asked = plain(name)
    return tuple(
        s
        for s in services
        if asked and any(asked in plain(n) for n in (s.words["fr"]["name"], s.id, *s.former_names))
    )


@cache
def load(folder: Path = DATASETS) -> tuple[Service, ...]:
    """Read the table.

    Raises
    ------
    TableError
        A row names a situation or an option that does not exist.
    """
    return tuple(map(_service, read_rows(folder / "services.csv", COLUMNS)))


def _service(row: Row) -> Service:
    def several(column: str, known: Iterable[str]) -> tuple[str, ...]:
        found = tuple(part for part in row.cells[column].split("|") if part)
        if set(found) - set(known):
            row.refuse(column, ", ".join(known))
        return found

    return Service(
        row.text("id"),
        {
            "fr": {
                "name": row.text("nom"),
                "for_whom": row.text("pour_qui"),
                "for_what": row.text("pour_quoi"),
                "how": row.text("comment"),
            },
            "en": {
                "name": row.text("name"),
                "for_whom": row.text("for_whom"),
                "for_what": row.text("for_what"),
                "how": row.text("how"),
            },
        },
        tuple(part for part in row.cells["anciens_noms"].split("|") if part),
        several("situations", SITUATIONS),
        several("options", (EVERY_OPTION, *Kind)),
        row.cells["site"],
        row.text("source"),
        int(row.number_in("annee")),
    )
