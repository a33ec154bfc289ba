"""What `schoolyear` refuses, in a sentence: a code, the facts, the French words.

Other languages take ``code`` and ``facts`` to the message ``error-<code>`` of `jalons.i18n`.
"""

from __future__ import annotations

from collections.abc import Mapping

# The same sentences as in i18n/fr/schoolyear.ftl (a test compares them): the errors of this
# package must be readable where no translator is at hand.
_SENTENCES = {
    "unknown_zone": (
        "La zone « {zone} » n’est pas connue. Zones acceptées : {known}. "
        "Écrivez la zone de vacances de l’académie (A, B, C) ou le nom du territoire."
    ),
    "year_format": (
        "« {year} » n’est pas une année scolaire. "
        "Écrivez deux années qui se suivent, par exemple 2026-2027."
    ),
    "year_out_of_range": (
        "Le calendrier de l’année scolaire {year} n’est pas connu : "
        "les données officielles embarquées vont de {first} à {last}. "
        "Choisissez une de ces années ou mettez à jour les données."
    ),
    "no_calendar": (
        "Le calendrier {year} de la zone « {zone} » n’a pas été trouvé dans une source publique, "
        "et il n’est pas deviné. Années connues pour cette zone : {known}. Ajoutez les dates de "
        "l’arrêté du recteur dans {file}, avec leur source."
    ),
    "no_calendar_zone": (
        "Aucun calendrier de la zone « {zone} » n’a été trouvé dans une source publique, "
        "et il n’est pas deviné. Ajoutez les dates de l’arrêté du recteur dans {file}, "
        "avec leur source."
    ),
    "no_regulation": (
        "Aucune règle n’est enregistrée pour l’année scolaire {year}. Années connues : {known}. "
        "Une nouvelle année est un nouvel ensemble de lignes dans {file}."
    ),
    "table_header": (
        "{file} : la première ligne doit porter les colonnes {expected}, "
        "séparées par des points-virgules ; il manque : {value}."
    ),
    "table_row": (
        "{file}, ligne {row}, colonne « {column} » : « {value} » ne convient pas. "
        "Il faut {expected}."
    ),
}


class SchoolYearError(ValueError):
    """Something about the school year cannot be had.

    Parameters
    ----------
    code : str
        What is wrong, for a program.
    **facts : str
        The values named in the sentence.
    """

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        self.facts: Mapping[str, str] = facts
        super().__init__(_SENTENCES[code].format(**facts))

    def __reduce__(self) -> tuple[object, ...]:
        """Errors travel between processes: rebuild from code and facts, not from the sentence."""
        return _rebuild, (type(self), self.code, dict(self.facts))


def _rebuild(kind: type[SchoolYearError], code: str, facts: dict[str, str]) -> object:
    return kind(code, **facts)


class UnknownZoneError(SchoolYearError):
    """A zone nobody knows."""


class UnknownYearError(SchoolYearError):
    """A year that is no school year, or one outside what the data holds."""


class NoCalendarError(SchoolYearError):
    """A known zone and year whose official calendar could not be found."""


class TableError(SchoolYearError):
    """A row of one of our own tables that is not as it should be."""
