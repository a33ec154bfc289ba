"""Which sheet and column of a foreign spreadsheet stands for which of the school file.

Names are compared without case, accents and signs: the same name, a name of :data:`COLUMN_NAMES` or
:data:`TABLE_NAMES`, or one that is nearly the same. A guess is only a proposal; people choose.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from jalons.school.fields import plain
from jalons.school.foreign import ForeignSheet
from jalons.school.tables import REQUIRED, TABLES

# Other names that spreadsheets of schools give to a table or a column: school software, own lists.
TABLE_NAMES: dict[str, tuple[str, ...]] = {
    "etablissement": ("lycee", "ecole", "identite"),
    "classes": ("liste des classes", "divisions", "structures"),
    "groupes": ("liste des groupes", "sous groupes"),
    "creneaux": ("horaires", "emploi du temps", "edt", "plages", "cours"),
    "semaines": ("semaines a b", "quinzaines", "alternance"),
    "pfmp": ("stages", "periodes de stage", "calendrier des pfmp", "planning des pfmp"),
    "personnes": ("professeurs", "enseignants", "intervenants", "personnels", "equipe educative"),
    "disponibilites": ("dispos", "presences", "permanences", "contraintes"),
    "equipe": ("equipes", "equipes pedagogiques", "services", "affectations"),
    "lieux": ("salles", "locaux", "liste des salles"),
    "seances": ("activites", "ateliers", "actions", "parcours"),
    "evenements": ("calendrier", "dates", "agenda"),
    "conseils": ("conseils de classe", "calendrier des conseils"),
}
COLUMN_NAMES: dict[str, tuple[str, ...]] = {
    "nom": ("etablissement", "lycee", "libelle"),
    "zone": ("zone de vacances", "academie"),
    "annee_scolaire": ("annee",),
    "classe": ("libelle", "division", "nom de la classe", "code classe", "section", "nom", "class"),
    "niveau": ("annee de formation", "mef", "formation", "level"),
    "diplome": ("type de diplome", "cursus"),
    "specialite": ("filiere", "libelle long", "intitule", "metier", "formation"),
    "effectif": ("effectif total", "nombre d'eleves", "nb eleves", "eleves", "eff", "pupils"),
    "organisation": ("rythme", "frequence"),
    "heures_cibles": ("heures", "volume horaire", "total heures", "heures annuelles"),
    "groupe": ("nom du groupe", "libelle", "nom"),
    "finalite": ("objectif", "type de groupe", "but", "public"),
    "jour": ("jour de la semaine", "day"),
    "debut": ("date de debut", "heure de debut", "du", "de", "h debut", "start", "date debut"),
    "fin": ("date de fin", "heure de fin", "au", "a", "h fin", "end", "date fin"),
    "semaines": ("semaine", "frequence", "quinzaine", "alternance", "periodicite"),
    "du": ("a partir du", "depuis", "date de debut", "premiere semaine"),
    "au": ("jusqu'au", "jusqu au", "date de fin", "derniere semaine"),
    "lundi": ("semaine du", "date"),
    "parite": ("semaine", "type de semaine", "a/b"),
    "personne": ("nom", "professeur", "enseignant", "intervenant", "nom prenom", "name"),
    "role": ("fonction", "statut", "qualite"),
    "lieu": ("salle", "nom de la salle", "libelle", "nom", "room"),
    "type": ("type de salle", "categorie", "nature"),
    "capacite": ("places", "nombre de places", "nb places", "effectif max"),
    "seance": ("numero", "code", "n", "id", "reference"),
    "titre": ("intitule", "libelle", "nom", "activite", "action"),
    "theme": ("thematique", "axe", "domaine"),
    "niveaux": ("niveau", "public", "niveaux concernes"),
    "parties": ("nombre de seances", "nb seances", "nombre de parties"),
    "duree_min": ("duree", "duree en minutes", "minutes"),
    "roles": ("intervenants", "qui", "encadrement", "anime par"),
    "lieu_type": ("lieu", "salle", "type de salle"),
    "au_plus_tot": ("a partir de", "pas avant"),
    "au_plus_tard": ("avant", "pas apres", "echeance"),
    "apres": ("prerequis", "a la suite de"),
    "obligatoire": ("obligatoire ?", "statut"),
    "classes": ("classe", "classes concernees"),
    "evenement": ("libelle", "intitule", "nom", "quoi"),
    "bloque": ("banalise", "pas de cours", "journee banalisee"),
    "periode": ("trimestre", "semestre"),
    "date": ("jour", "date du conseil", "le"),
}
# What is meant most often where a spreadsheet says nothing; people see it and may change it.
USUAL: dict[str, str] = {
    "organisation": "hebdomadaire",
    "parties": "1",
    "obligatoire": "oui",
}
NEAR = 0.8  # from here on, two names are nearly the same
MOST_ABOVE = 20  # rows that may stand above the titles
CONSTANT = "="  # begins a source that is one value for every row


@dataclass(frozen=True)
class Match:
    """Where a table comes from.

    Parameters
    ----------
    sheet : int
        Which of the sheets.
    header : int
        Index of the row with the titles.
    columns : mapping
        Column of the table → index of a column of the sheet as text, or ``"=value"``; a column that
        is not in it stays empty.
    """

    sheet: int
    header: int
    columns: Mapping[str, str] = field(default_factory=dict)


@cache
def _name(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", plain(text)).strip()


@cache
def likeness(title: str, name: str, others: tuple[str, ...]) -> float:
    """How near a title is to a name or one of its other names, 0 to 1."""
    asked = _name(title)
    if not asked:
        return 0.0
    if asked == _name(name):
        return 1.0
    if asked in map(_name, others):
        return 0.95
    ratios = (SequenceMatcher(None, asked, _name(other)).ratio() for other in (name, *others))
    best = max(ratios)
    return best * 0.9 if best >= NEAR else 0.0


def guess_columns(table: str, titles: Sequence[str]) -> dict[str, str]:
    """Column of the table → index of the title that means it most likely."""
    pairs = [
        (likeness(title, column, COLUMN_NAMES.get(column, ())), -order, -at, column)
        for order, column in enumerate(TABLES[table].columns())
        for at, title in enumerate(titles)
    ]
    found: dict[str, str] = {}
    taken: set[int] = set()
    for score, _, at, column in sorted(pairs, reverse=True):
        if score > 0 and column not in found and -at not in taken:
            found[column] = str(-at)
            taken.add(-at)
    return found


def _filled_up(table: str, found: Mapping[str, str]) -> dict[str, str]:
    """Add what can be told without a column of its own."""
    columns = dict(found)
    for column in TABLES[table].columns():
        if column not in columns and column in USUAL and columns:
            columns[column] = CONSTANT + USUAL[column]
    if table == "classes" and "niveau" not in columns and "classe" in columns:
        columns["niveau"] = columns["classe"]  # the name of a class tells its level
    return columns


def _score(table: str, sheet: ForeignSheet, found: Mapping[str, str], header: int) -> float:
    """How likely the sheet is this table: the share of what it needs, and the sheet's own name."""
    model = TABLES[table]
    needed = [c for c in model.columns() if c not in model.optional and c not in USUAL]
    if table == "classes":
        needed.remove("niveau")
    if model.columns()[0] not in found:
        return 0.0
    titles = sheet.rows[header]

    def worth(column: str) -> float:
        title = titles[int(found[column])] if column in found else ""
        return likeness(title, column, COLUMN_NAMES.get(column, ()))

    own = likeness(sheet.title, table, TABLE_NAMES.get(table, ()))
    optional = sum(map(worth, model.optional)) / 20
    return sum(map(worth, needed)) / len(needed) + 0.5 * own + optional - header / 1000


def guess(
    table: str, sheets: Sequence[ForeignSheet], only: int | None = None, header: int | None = None
) -> Match | None:
    """The likeliest place of a table; None where nothing looks like it.

    Parameters
    ----------
    only, header : int, optional
        The sheet, and the row of its titles, if somebody chose them: then there is always a place.
    """
    best: tuple[float, Match] | None = None
    for number, sheet in enumerate(sheets):
        if only is not None and number != only:
            continue
        rows = range(min(MOST_ABOVE, len(sheet.rows))) if header is None else [header]
        for at in rows:
            found = guess_columns(table, sheet.rows[at])
            score = _score(table, sheet, found, at)
            if best is None or score > best[0]:
                best = score, Match(number, at, _filled_up(table, found))
    if best is None:
        return None
    return best[1] if only is not None or best[0] >= 0.75 else None


def guess_all(
    sheets: Sequence[ForeignSheet], remembered: Mapping[str, Any] | None = None
) -> dict[str, Match]:
    """A place for each table that is found; what people chose last time goes before a guess."""
    matches: dict[str, Match] = {}
    for table in TABLES:
        match = recalled((remembered or {}).get(table), sheets) or guess(table, sheets)
        if match is not None:
            matches[table] = match
    return _one_sheet_each(matches, sheets)


def _one_sheet_each(matches: dict[str, Match], sheets: Sequence[ForeignSheet]) -> dict[str, Match]:
    """A sheet that looks like several tables is the one it looks like most.

    A single sheet may well hold several: then its most needed table is proposed.
    """
    by_sheet: dict[int, list[str]] = {}
    for table, match in matches.items():
        by_sheet.setdefault(match.sheet, []).append(table)
    kept: set[str] = set()
    for number, tables in by_sheet.items():

        def worth(table: str, number: int = number) -> tuple[float, bool]:
            match = matches[table]
            found = {c: at for c, at in match.columns.items() if not at.startswith(CONSTANT)}
            return _score(table, sheets[number], found, match.header), table in REQUIRED

        kept.add(max(tables, key=worth))
    return {table: match for table, match in matches.items() if table in kept}


def rows_of(
    table: str, match: Match, sheets: Sequence[ForeignSheet]
) -> tuple[list[tuple[str, ...]], list[int]]:
    """The rows of a table, and the row of the sheet (from 1) that each comes from."""
    sheet = sheets[match.sheet]
    sources = [match.columns.get(column, "") for column in TABLES[table].columns()]
    rows, numbers = [], []
    for number, cells in enumerate(sheet.rows[match.header + 1 :], start=match.header + 2):
        if any(cells[int(at)] for at in sources if at and not at.startswith(CONSTANT)):
            rows.append(tuple(_cell(cells, at) for at in sources))
            numbers.append(number)
    return rows, numbers


def _cell(cells: Sequence[str], source: str) -> str:
    if source.startswith(CONSTANT):
        return source[len(CONSTANT) :]
    return cells[int(source)] if source else ""


# --- next time --------------------------------------------------------------------------------


def to_remember(
    matches: Mapping[str, Match], sheets: Sequence[ForeignSheet]
) -> dict[str, dict[str, Any]]:
    """Matches by the names of sheets and columns, so that next month's file is understood."""
    kept = {}
    for table, match in matches.items():
        titles = sheets[match.sheet].rows[match.header]
        columns = {
            column: at if at.startswith(CONSTANT) else titles[int(at)]
            for column, at in match.columns.items()
        }
        kept[table] = {"sheet": sheets[match.sheet].title, "columns": columns}
    return kept


def recalled(kept: Any, sheets: Sequence[ForeignSheet]) -> Match | None:
    """The match of last time, if these sheets have a row with all of its titles."""
    columns = kept.get("columns") if isinstance(kept, dict) else None
    if not isinstance(columns, dict) or not columns:
        return None
    titles = [str(title) for title in columns.values() if not str(title).startswith(CONSTANT)]
    same_name = sorted(range(len(sheets)), key=lambda n: sheets[n].title != kept.get("sheet"))
    for number in same_name:
        for at, row in _first(sheets[number].rows):
            if titles and all(title in row for title in titles):
                found = {
                    str(column): str(title) if str(title).startswith(CONSTANT)
                    else str(row.index(str(title)))
                    for column, title in columns.items()
                }  # fmt: skip
                return Match(number, at, found)
    return None


def _first(rows: Sequence[tuple[str, ...]]) -> Iterable[tuple[int, tuple[str, ...]]]:
    return enumerate(rows[:MOST_ABOVE])
