"""The catalogue: diplomas, the links between them, jobs; and finding one by any of its names.

Reads ``datasets/diplomas.csv``, ``diploma_links.csv``, ``jobs.csv`` and ``trade_families.csv``
once. Knows no profile and no rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from jalons.options.domain import Closeness, Link, Training
from jalons.resources import DATASETS
from jalons.schoolyear.tables import Row, read_rows

DIPLOMAS = ("code", "type", "intitule", "niveau", "duree_ans", "source", "annee")
LINKS = ("de", "vers", "lien", "rang", "raisons", "source", "annee")
JOBS = ("code", "metier", "source", "annee")
FAMILIES = ("famille", "autres_noms", "source", "annee")
MOST_SUGGESTIONS = 5
# "Bac pro MELEC" names what "MELEC" names.
SECONDE = re.compile(r"^(seconde|2nde|2de) (pro )?")
OF_TYPE = re.compile(r"^(bac pro|bac professionnel|baccalaureat professionnel|cap agricole|cap) ")


@dataclass(frozen=True)
class Catalogue:
    """Diplomas by code, links by origin (the natural ones first), names of jobs by ROME code.

    ``families`` are the short names of the families of trades.
    """

    trainings: Mapping[str, Training]
    links: Mapping[str, tuple[Link, ...]]
    jobs: Mapping[str, str]
    families: Mapping[str, tuple[str, ...]]

    def current(self, training: Training) -> Training:
        """The diploma in force that took the place of this one; itself if none did."""
        seen = {training.code}
        while not training.in_force and training.replaced_by in self.trainings:
            training = self.trainings[training.replaced_by]
            if training.code in seen:
                break
            seen.add(training.code)
        return training

    def family(self, training: Training) -> tuple[Training, ...]:
        """The bac pros in force of the same seconde commune, in order of title."""
        if not training.family:
            return ()
        same = (
            other
            for other in self.trainings.values()
            if other.family == training.family and other.type == training.type and other.in_force
        )
        return tuple(sorted(same, key=lambda other: other.title))

    def of_family(self, name: str) -> tuple[Training, ...]:
        """The bac pros of the family of trades that a name or short name names; else none.

        A pupil of a seconde commune has a family and no speciality yet.
        """
        asked = SECONDE.sub("", plain(name))
        for one in self.trainings.values():
            named = plain(one.family)
            short = map(plain, self.families.get(one.family, ()))
            meant = asked in short or asked == named or (len(asked) > 3 and asked in named)
            if meant and (found := self.family(one)):
                return found
        return ()

    def find(self, name: str, types: Iterable[str]) -> tuple[Training, ...]:
        """The diplomas of these types that a title, a short name or a code names.

        One diploma when the name is exact or only one contains it; several when the name leaves
        a choice (``MCV``); none when nothing goes by that name. What was replaced gives what
        replaced it.
        """
        code, wanted = re.sub(r"\D", "", name), frozenset(types)
        asked = OF_TYPE.sub("", plain(name)) or plain(name)
        pool = [t for t in self.trainings.values() if t.type in wanted]
        if len(code) >= 8:
            hits = [t for t in pool if t.code == code[:8] or code[:8] in t.former_codes]
            return self._now(hits)
        if not asked:
            return ()
        for named in NAMED:
            if hits := [t for t in pool if named(t, asked)]:
                return self._now(hits)
        return ()

    def former_title(self, name: str, training: Training) -> str:
        """The title by which a diploma that ``training`` replaced was asked for; else empty."""
        code, asked = re.sub(r"\D", "", name)[:8], plain(name)
        if asked in (plain(training.title), plain(training.short)):
            return ""
        for old in self.trainings.values():
            named = asked in (plain(old.title), plain(old.short)) or code == old.code
            if named and not old.in_force and self.current(old) is training:
                same = plain(old.title) == plain(training.title)
                return "" if same else old.title
        return ""

    def suggest(self, name: str, types: Iterable[str]) -> tuple[Training, ...]:
        """The diplomas in force whose names look most like ``name``."""
        wanted = frozenset(types)
        names: dict[str, Training] = {}
        for training in self.trainings.values():
            if training.type in wanted and training.in_force:
                for known in (training.title, training.short, *training.other_names):
                    names.setdefault(plain(known), training)
        asked = plain(name)
        close = get_close_matches(asked, names, MOST_SUGGESTIONS * 2, 0.5)
        words = [w for w in asked.split() if len(w) > 3]
        close += [known for known in names if any(word in known for word in words)]
        return tuple(dict.fromkeys(names[known] for known in close))[:MOST_SUGGESTIONS]

    def _now(self, hits: Iterable[Training]) -> tuple[Training, ...]:
        unique = dict.fromkeys(self.current(t) for t in hits)
        in_force = tuple(t for t in unique if t.in_force)
        return tuple(sorted(in_force or unique, key=lambda t: t.title))


@cache
def plain(text: str) -> str:
    """Lower case, no accent, letters and digits only: what two spellings of a name share."""
    flat = unicodedata.normalize("NFKD", text.replace("œ", "oe").lower())
    letters = "".join(c for c in flat if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()


Named = Callable[[Training, str], bool]

# How a name may fit, the surest first; a name of three letters or less is a short name.
NAMED: tuple[Named, ...] = (
    lambda t, asked: asked in (plain(t.short), plain(t.title)),
    lambda t, asked: asked in map(plain, t.other_names),
    lambda t, asked: plain(t.short).startswith(f"{asked} "),
    lambda t, asked: len(asked) > 3 and plain(t.title).startswith(asked),
    lambda t, asked: len(asked) > 3 and asked in plain(t.title),
)


@cache
def load(folder: Path = DATASETS) -> Catalogue:
    """Read the catalogue.

    Raises
    ------
    TableError
        A row is malformed, or names a diploma that is not in the catalogue.
    """
    trainings = {t.code: t for t in map(_training, read_rows(folder / "diplomas.csv", DIPLOMAS))}
    links: dict[str, list[Link]] = defaultdict(list)
    for row in read_rows(folder / "diploma_links.csv", LINKS):
        for column in ("de", "vers"):
            if row.cells[column] not in trainings:
                row.refuse(column, "un code de diplomas.csv")
        link = _link(row)
        links[link.origin].append(link)
    for found in links.values():
        found.sort(key=lambda link: (link.closeness is not Closeness.SUITE, link.rank))
    jobs = {row.text("code"): row.text("metier") for row in read_rows(folder / "jobs.csv", JOBS)}
    families = {
        row.text("famille"): _several(row, "autres_noms")
        for row in read_rows(folder / "trade_families.csv", FAMILIES)
    }
    by_origin = {code: tuple(found) for code, found in links.items()}
    return Catalogue(trainings, by_origin, jobs, families)


def _training(row: Row) -> Training:
    return Training(
        code=row.text("code"),
        type=row.text("type"),
        title=row.text("intitule"),
        short=row.cells["sigle"],
        other_names=_several(row, "autres_noms"),
        level=int(row.number_in("niveau")),
        years=int(row.number_in("duree_ans")),
        family=row.cells["famille"],
        group=row.cells["nsf"],
        jobs=_several(row, "rome"),
        first_session=_session(row, "premiere_session"),
        last_session=_session(row, "derniere_session"),
        replaced_by=row.cells["remplace_par"],
        former_codes=_several(row, "anciens_codes"),
        ministry=row.cells["ministere"],
        source=row.text("source"),
        year=int(row.number_in("annee")),
    )


def _link(row: Row) -> Link:
    try:
        closeness = Closeness(row.text("lien"))
    except ValueError:
        row.refuse("lien", "« suite » ou « proche »")
    return Link(
        row.text("de"),
        row.text("vers"),
        closeness,
        int(row.number_in("rang")),
        _several(row, "raisons"),
        row.text("source"),
        int(row.number_in("annee")),
    )


def _several(row: Row, column: str) -> tuple[str, ...]:
    return tuple(part for part in row.cells[column].split("|") if part)


def _session(row: Row, column: str) -> int | None:
    return int(row.number_in(column)) if row.cells[column] else None
