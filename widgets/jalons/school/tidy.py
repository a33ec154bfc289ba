"""What people type or paste into a cell, in the form that the school file keeps.

``Terminale`` becomes ``TPRO``, ``jeudi 10/9/26`` becomes ``2026-09-10``, ``14h`` becomes ``14:00``.
What is not understood stays as it is: the reader then says what it expected. Refuses to judge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jalons.school import domain
from jalons.school.columns import Kind
from jalons.school.fields import BadValueError, clock, day, plain
from jalons.school.sheets import cell_text

MONTHS = {
    month: number
    for names in (
        "janv fevr mars avr mai juin juil aout sept oct nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, month in enumerate(names.split(), start=1)
}
# Other words for a code, compared without case and accents.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "oui": ("x", "o", "vrai", "true", "1", "yes", "y", "obligatoire"),
    "non": ("n", "faux", "false", "0", "no", "facultatif", "facultative"),
    "toutes": ("toutes les semaines", "a et b", "a/b", "ab", "hebdomadaire", "every week"),
    "A": ("semaine a", "sem a", "sa", "impaire", "impaires"),
    "B": ("semaine b", "sem b", "sb", "paire", "paires"),
    "hebdomadaire": ("hebdo", "chaque semaine", "1 semaine sur 1"),
    "quinzaine": ("par quinzaine", "tous les quinze jours", "1 semaine sur 2", "semaines a ou b"),
    "globalise": ("globalisee", "annualise", "heures globalisees"),
    "modules": ("module", "semaines banalisees"),
    "professeur": ("prof", "enseignant", "enseignante", "professeure", "teacher", "pe", "plp"),
    "professeur_principal": ("pp", "prof principal", "professeure principale", "form tutor"),
    "psyen": ("psy", "copsy", "psychologue", "conseiller d'orientation", "cio"),
    "cpe": ("conseiller principal d'education", "conseillere principale d'education"),
    "documentaliste": ("prof doc", "professeure documentaliste", "pdoc"),
    "france_travail": ("pole emploi", "conseiller france travail"),
    "mission_locale": ("ml", "conseiller mission locale"),
    "partenaire": ("entreprise", "association", "intervenant", "intervenante"),
    "ancien_eleve": ("ancienne eleve", "alumni"),
    "salle": ("salle de cours", "salle banale", "classroom"),
    "salle_info": ("salle informatique", "informatique", "info", "salle pupitre"),
    "cdi": ("centre de documentation", "library"),
    "tiers_lieu": ("tiers lieu", "exterieur", "hors etablissement"),
    "commun": ("classe entiere", "tous", "toute la classe"),
    "insertion": ("insertion professionnelle", "emploi", "ins"),
    "poursuite": ("poursuite d'etudes", "etudes", "pou", "post-bac"),
    "besoin": ("besoins", "consolidation", "soutien"),
    "T1": ("trimestre 1", "1er trimestre", "premier trimestre"),
    "T2": ("trimestre 2", "2e trimestre", "2eme trimestre", "deuxieme trimestre"),
    "T3": ("trimestre 3", "3e trimestre", "3eme trimestre", "troisieme trimestre"),
    "S1": ("semestre 1", "1er semestre", "premier semestre"),
    "S2": ("semestre 2", "2e semestre", "2eme semestre", "deuxieme semestre"),
    **{name: (name[:3], name[:2]) for name in domain.WEEKDAYS},
}


class Tidy:
    """Tidies cells for a reader of one language.

    Parameters
    ----------
    words : mapping
        Code → the words that pages show for it, which people may type too.
    """

    def __init__(self, words: Mapping[str, Sequence[str]] | None = None) -> None:
        self._words = words or {}

    def __call__(self, kind: Kind, value: object) -> str:
        """Return the text of a cell in the form the file keeps, as far as it is understood."""
        text = " ".join(cell_text(value).split())
        if not text:
            return ""
        if kind.name == "many":
            return self._many(kind, text)
        if kind.choices and (code := self.code(text, kind.choices)):
            return code
        return _READ.get(kind.name, str)(text)

    def code(self, text: str, choices: Sequence[str]) -> str:
        """The code that a word means among these; empty, it means none of them."""
        if text in choices:
            return text
        asked = _loose(text)
        for code in choices:
            names = (code, *self._words.get(code, ()), *SYNONYMS.get(code, ()))
            if asked in map(_loose, names):
                return code
        return level_of(text) if choices == domain.LEVELS else ""

    def _many(self, kind: Kind, text: str) -> str:
        if not kind.choices:
            parts = [part.strip() for part in re.split(r"[|;]", text)]
            return kind.separator.join(part for part in parts if part)
        parts = [part.strip() for part in re.split(r"[|;,+/]| et ", text) if part.strip()]
        codes = [self.code(part, kind.choices) for part in parts]
        return kind.separator.join(codes) if all(codes) else text


def level_of(text: str) -> str:
    """The level that a class or level is called by; empty, nobody can tell.

    Examples
    --------
    >>> [level_of(name) for name in ("Terminale MELEC", "2nde", "1CAP PSR", "CAP 1 an", "UPE2A")]
    ['TPRO', '2PRO', 'CAP1', 'CAP1AN', '']
    """
    name = plain(text)
    if "cap" in name or "cs1" in name:
        if re.search(r"\b(1|un) an\b|1an\b", name):
            return "CAP1AN"
        first = re.search(r"[12]|premiere|deuxieme|seconde|term", name)
        return {"1": "CAP1", "premiere": "CAP1"}.get(first[0], "CAP2") if first else ""
    if re.match(r"t(?![a-z]{0,2}ous)|.*\bterminale", name):
        return "TPRO"
    if re.match(r"1|premiere|.*\bpremiere", name):
        return "1PRO"
    return "2PRO" if re.match(r"2|seconde|.*\bseconde", name) else ""


def _loose(text: str) -> str:
    return re.sub(r"[\s_.\-’']+", " ", plain(text)).strip()


def _day(text: str) -> str:
    found = re.fullmatch(
        r"(?:[a-zé]+\.? )?(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})", text, re.I
    )
    if found:
        return _iso(int(found[3]), int(found[2]), int(found[1]), text)
    named = re.fullmatch(r"(?:[a-z]+\.? )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{2}|\d{4})", plain(text))
    month = next((MONTHS[m] for m in MONTHS if named and named[2].startswith(m)), 0)
    if named and month:
        return _iso(int(named[3]), month, int(named[1]), text)
    at_midnight = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[ T]00:00(:00)?", text)
    try:
        return day(at_midnight[1] if at_midnight else text).isoformat()
    except BadValueError:
        return text


def _iso(year: int, month: int, number: int, text: str) -> str:
    try:
        return date(year + 2000 if year < 100 else year, month, number).isoformat()
    except ValueError:
        return text


def _clock(text: str) -> str:
    hour = re.fullmatch(r"(\d{1,2}) ?(?:h|heures?|:)?", plain(text))
    short = re.fullmatch(r"(\d{1,2})(?:\.|h|:)? ?(\d{2})(?: ?min)?", plain(text))
    written = f"{hour[1]}:00" if hour else f"{short[1]}:{short[2]}" if short else text
    try:
        return clock(written).strftime("%H:%M")
    except BadValueError:
        return text


def _number(text: str) -> str:
    found = re.fullmatch(r"(\d+)(?:[.,](\d+))?(?: ?(?:eleves|pupils|places|h|heures|min|minutes))?",
                         plain(text))  # fmt: skip
    if found is None:
        return text
    decimals = (found[2] or "").rstrip("0")
    return f"{found[1]}.{decimals}" if decimals else found[1]


_READ: dict[str, Callable[[str], str]] = {"day": _day, "clock": _clock, "number": _number}
