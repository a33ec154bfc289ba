"""Read a pupil's profile (YAML, as in the example of the README) and refuse what is wrong in words.

Gives a :class:`Profile` whose speciality is a diploma of the catalogue in force today, or an
:class:`InputError` that names every key to mend. Knows no rule.
"""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from jalons.i18n import Translator
from jalons.options.catalogue import Catalogue, plain
from jalons.options.domain import (
    Diploma,
    Level,
    Mention,
    Opinion,
    Profile,
    Situation,
    Training,
    Wishes,
)
from jalons.problems import InputError, Problem, shortened

KEYS = (
    "niveau",
    "titulaire",
    "diplome",
    "specialite",
    "mention",
    "avis_conseil",
    "admis_bts",
    "academie",
    "souhaits",
)
OF_THE_BTS = ("mention", "avis_conseil", "admis_bts")
WISHES = ("duree_max", "apprentissage")
TYPES = {Diploma.CAP: ("CAP", "CAPA"), Diploma.BAC_PRO: ("BAC_PRO",)}
OF_LEVEL = {
    Level.CAP1: Diploma.CAP,
    Level.CAP2: Diploma.CAP,
    Level.PRO2: Diploma.BAC_PRO,
    Level.PRO1: Diploma.BAC_PRO,
    Level.PRO_LAST: Diploma.BAC_PRO,
}
DIPLOMAS = {
    "cap": Diploma.CAP,
    "cap agricole": Diploma.CAP,
    "capa": Diploma.CAP,
    "bac pro": Diploma.BAC_PRO,
    "bacpro": Diploma.BAC_PRO,
    "bac professionnel": Diploma.BAC_PRO,
    "baccalaureat professionnel": Diploma.BAC_PRO,
}
YES_NO = {"oui": True, "yes": True, "true": True, "non": False, "no": False, "false": False}
IN_WORDS = {
    "seconde": Level.PRO2,
    "premiere": Level.PRO1,
    "terminale": Level.PRO_LAST,
    "tres bien": Mention.TB,
    "bien": Mention.B,
    "assez bien": Mention.AB,
}
"""What people write in the place of a code."""
NOTHING = ("none", "aucune", "aucun", "sans", "non", "false")
MOST_BYTES = 100_000

C = TypeVar("C", bound=StrEnum)


class ProfileProblem(Problem):
    """A problem of a profile: its place is an answer, shown as it stands in the file."""

    def where(self, t: Translator) -> str:
        parts = [self.file]
        if self.row is not None:
            parts.append(t("place-row", row=str(self.row)))
        if self.column is not None:
            answer = f"{self.column}: {self.value}" if self.value else self.column
            parts.append(t("place-value", value=shortened(answer)))
        return ", ".join(part for part in parts if part)


@dataclass
class _Reader:
    """The profile being read, and what is wrong with it so far."""

    data: Mapping[str, Any]
    file: str
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, code: str, column: str, value: object = None, **facts: object) -> None:
        shown = str(value) if isinstance(value, str | int | float) else None
        self.problems.append(
            ProfileProblem(f"profile-{code}", self.file, column=column, value=shown, facts=facts)
        )

    def given(self, key: str) -> str | None:
        value = self.data.get(key)
        return None if value is None or value == "" else str(value).strip()

    def refuse_lists(self) -> bool:
        """Refuse a list where one value is expected; its text could be endless (YAML aliases)."""
        found = [
            key
            for key in KEYS
            if key != "souhaits" and isinstance(self.data.get(key), list | dict | set | tuple)
        ]
        for key in found:
            self.refuse("one-answer", key)
        return bool(found)

    def choice(self, key: str, choices: type[C]) -> C | None:
        value = self.given(key)
        if value is None:
            return None
        asked = plain(value)
        for known in choices:
            if known == IN_WORDS.get(asked) or asked == plain(known):
                return known
            if known == "none" and asked in NOTHING:
                return known
        self.refuse("choice", key, value, expected=", ".join(choices))
        return None

    def yes_no(self, data: Mapping[str, Any], key: str, shown: str) -> bool | None:
        value = data.get(key)
        if value is None or isinstance(value, bool):
            return value
        answer = YES_NO.get(plain(value)) if isinstance(value, str) else None
        if answer is None:
            self.refuse("yes-no", shown, value)
        return answer


def read_file(path: Path, catalogue: Catalogue) -> Profile:
    """Read a profile file.

    Raises
    ------
    InputError
        It is no YAML mapping, or a value cannot be used.
    OSError
        It cannot be opened.
    """
    import yaml

    if path.stat().st_size > MOST_BYTES:
        raise InputError((ProfileProblem("profile-too-large", path.name),))
    content = _text(path.read_bytes())
    try:
        data, tree = yaml.safe_load(content), yaml.compose(content, yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        row = mark.line + 1 if mark else None
        raise InputError((ProfileProblem("profile-not-yaml", path.name, row=row),)) from None
    if isinstance(tree, yaml.MappingNode):
        keys = [str(key.value) for key, _ in tree.value]
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise InputError(
                tuple(ProfileProblem("profile-twice", path.name, column=key) for key in twice)
            )
    return read(data, catalogue, path.name)


def _text(content: bytes) -> str | bytes:
    """UTF-8 or UTF-16, as YAML has it; else that of an old Windows notepad, where it fits."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content
    for encoding in ("utf-8-sig", "cp1252"):
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode(encoding)
    return content


def read(data: Any, catalogue: Catalogue, file: str = "") -> Profile:
    """Return the profile a mapping describes.

    Raises
    ------
    InputError
        With one problem for each key to mend.

    Examples
    --------
    >>> from jalons.options.catalogue import load
    >>> read({"niveau": "TPRO", "specialite": "MELEC"}, load()).training.code
    '40025520'
    """
    if not isinstance(data, Mapping):
        raise InputError((ProfileProblem("profile-not-mapping", file),))
    reader = _Reader(data, file)
    for key in data:
        if key not in KEYS:
            reader.refuse("unknown-key", shortened(str(key)), expected=", ".join(KEYS))
    if reader.refuse_lists():
        raise InputError(tuple(reader.problems))
    level, diploma = _level(reader)
    training, *variants = _training(reader, catalogue, diploma, level) if diploma else (None,)
    mention = reader.choice("mention", Mention)
    opinion = reader.choice("avis_conseil", Opinion)
    admitted = reader.yes_no(data, "admis_bts", "admis_bts")
    wishes = _wishes(reader)
    if reader.problems or level is None or diploma is None or training is None:
        raise InputError(tuple(reader.problems))
    situation = Situation(level, diploma, mention, opinion, admitted)
    return Profile(
        situation.asked(),
        training,
        reader.given("academie"),
        wishes,
        catalogue.former_title(reader.given("specialite") or "", training),
        () if situation == situation.asked() else tuple(filter(reader.given, OF_THE_BTS)),
        tuple(variants),
    )


def _level(reader: _Reader) -> tuple[Level | None, Diploma | None]:
    given, holder, diploma = map(reader.given, ("niveau", "titulaire", "diplome"))
    if given is not None and plain(given) in DIPLOMAS:  # "niveau: CAP" says who has one
        holder, given = holder or given, None
    named = DIPLOMAS.get(plain(holder or diploma or ""))
    if holder is not None and named is None:
        reader.refuse("choice", "titulaire", holder, expected="CAP, BAC_PRO")
        return None, None
    if diploma is not None and plain(diploma) not in DIPLOMAS:
        reader.refuse("choice", "diplome", diploma, expected="CAP, BAC PRO")
        return None, None
    if holder is not None:
        if diploma is not None and DIPLOMAS[plain(diploma)] is not named:
            reader.refuse("contradiction", "diplome", diploma, level=holder)
            return None, None
        if given is not None and plain(given) != plain(Level.HOLDER):
            reader.refuse("contradiction", "titulaire", holder, level=given)
            return None, None
        return Level.HOLDER, named
    if given is None:
        reader.refuse("missing", "niveau", expected=", ".join(Level))
        return None, None
    level = reader.choice("niveau", Level)
    if level is None:
        return None, None
    if level is Level.HOLDER:
        if named is None:
            reader.refuse("missing", "diplome", expected="CAP, BAC PRO")
        return level, named
    if named not in (None, OF_LEVEL[level]):
        reader.refuse("contradiction", "diplome", diploma, level=level.value)
        return None, None
    return level, OF_LEVEL[level]


def _training(
    reader: _Reader, catalogue: Catalogue, diploma: Diploma, level: Level | None
) -> tuple[Training, ...] | tuple[None]:
    """The diploma meant; where the name covers several options of one, the first, then the others.

    Teachers say « MCV » for both of its options, which share all that follows but little. In
    seconde a pupil may have a family of trades only, where the speciality is still to be chosen.
    """
    name = reader.given("specialite")
    if name is None:
        reader.refuse("missing", "specialite", expected="MELEC, 40025520, …")
        return (None,)
    found = catalogue.find(name, TYPES[diploma])
    if len({plain(OPTION.split(t.title)[0]) for t in found}) == 1:
        return found
    family = catalogue.of_family(name) if diploma is Diploma.BAC_PRO and not found else ()
    if family and level is Level.PRO2:
        return family
    if family:
        reader.refuse("family", "specialite", name, names=_names(family))
    elif found:
        reader.refuse("several", "specialite", name, names=_names(found[:8]))
    elif close := catalogue.suggest(name, TYPES[diploma]):
        reader.refuse("unknown", "specialite", name, names=_names(close))
    else:
        reader.refuse("unknown-far", "specialite", name)
    return (None,)


OPTION = re.compile(r"\boptions?\b", re.IGNORECASE)


def _names(trainings: tuple[Training, ...]) -> str:
    return " ; ".join(f"{t.title} ({t.short or t.code})" for t in trainings)


def _wishes(reader: _Reader) -> Wishes:
    given = reader.data.get("souhaits")
    if given is None:
        return Wishes()
    if not isinstance(given, Mapping):
        reader.refuse("not-wishes", "souhaits", given)
        return Wishes()
    for key in given:
        if key not in WISHES:
            reader.refuse("unknown-key", f"souhaits.{key}", expected=", ".join(WISHES))
    longest = given.get("duree_max")
    if longest is not None and (
        isinstance(longest, bool) or not isinstance(longest, int | float) or not 0 < longest <= 10
    ):
        reader.refuse("years", "souhaits.duree_max", longest)
        longest = None
    return Wishes(longest, reader.yes_no(given, "apprentissage", "souhaits.apprentissage"))
