"""Lesson sheets: Markdown files whose front matter is one row of the school file's ``seances``.

Reads a sheet and checks its form: keys, texts, dated sources, a body. Refuses to know what a
milestone, a role or a level means: rows stay text and are validated by the school-file reader,
like the rows a school writes itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from jalons.resources import LESSONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

REQUIRED_COLUMNS = ("seance", "titre", "theme", "niveaux", "finalite", "parties", "duree_min")
OPTIONAL_COLUMNS = (
    "roles",
    "lieu_type",
    "au_plus_tot",
    "au_plus_tard",
    "apres",
    "obligatoire",
    "classes",
)
COLUMNS = REQUIRED_COLUMNS + OPTIONAL_COLUMNS
LISTS = ("objectifs", "materiel")
KEYS = (*COLUMNS, *LISTS, "sources", "resume_en")
SOURCE_KEYS = ("titre", "editeur", "date", "lu_le")

# The letter doubles the colour of a theme: a chip must be readable in black and white.
THEMES = {
    "parcours": "P",
    "competences": "C",
    "metiers": "M",
    "formations": "F",
    "entreprise": "E",
    "travail": "T",
    "vie_etudiante": "V",
    "autonomie": "A",
}

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)


class LessonError(ValueError):
    """One or more sheets cannot be used; ``problems`` holds one French sentence for each reason."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Source:
    """Where a fact of a sheet comes from.

    ``date`` (of publication, or since when the text applies) and ``read_on`` are ISO:
    ``"2025"``, ``"2025-12"`` or ``"2025-12-09"``; ``read_on`` may be empty.
    """

    title: str
    publisher: str
    date: str
    read_on: str = ""


@dataclass(frozen=True)
class Lesson:
    """One sheet. ``row`` has every column of ``seances``, as text, ``""`` where left out."""

    path: Path
    level: str
    row: dict[str, str]
    objectives: tuple[str, ...]
    material: tuple[str, ...]
    sources: tuple[Source, ...]
    summary_en: str
    body: str

    def section(self, title: str) -> str:
        """Return the Markdown under the heading ``## title``, without the heading.

        Raises
        ------
        KeyError
            The sheet has no such section.
        """
        return dict(self.sections())[title]

    def sections(self) -> tuple[tuple[str, str], ...]:
        """Every heading ``## title`` with the Markdown under it, in order."""
        headings = list(_HEADING.finditer(self.body))
        ends = [*(heading.start() for heading in headings[1:]), len(self.body)]
        return tuple(
            (heading[1], self.body[heading.end() : end].strip())
            for heading, end in zip(headings, ends, strict=True)
        )


@dataclass
class _Report:
    """What is wrong with one file, as it is found."""

    file: str
    problems: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        self.problems.append(f"{self.file} : {sentence}")

    def wrong(self, key: str, value: object, expected: str) -> None:
        shown = "vide" if value in ("", [], {}) else f"« {value} »"
        self.say(f"champ « {key} » : la valeur est {shown}, attendu : {expected}.")


def read_lesson(path: Path | str) -> Lesson:
    """Read one sheet.

    Parameters
    ----------
    path : Path or str
        A Markdown file in UTF-8 that begins with YAML front matter. The name of its folder is
        the level of the lesson.

    Raises
    ------
    LessonError
        With all that is wrong in the file, in French.

    Examples
    --------
    >>> read_lesson(LESSONS / "terminale" / "parcours-personnalise.md").row["seance"]
    'TPRO-01'
    """
    path = Path(path)
    report = _Report(f"{path.parent.name}/{path.name}")
    lesson = _read(path, report)
    if lesson is None or report.problems:
        raise LessonError(report.problems)
    return lesson


def read_lessons(folder: Path | str = LESSONS) -> tuple[Lesson, ...]:
    """Read every sheet under ``folder`` (all ``.md`` files but the READMEs), sorted by identifier.

    Raises
    ------
    LessonError
        With the problems of all files at once, two sheets with one identifier included.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise LessonError([f"Le dossier de fiches « {folder} » n'existe pas : vérifiez le chemin."])
    lessons: list[Lesson] = []
    problems: list[str] = []
    for path in sorted(folder.rglob("*.md")):
        if path.stem.lower() == "readme":
            continue
        try:
            lessons.append(read_lesson(path))
        except LessonError as error:
            problems += error.problems
    problems += _duplicates(lessons)
    if problems:
        raise LessonError(problems)
    return tuple(sorted(lessons, key=lambda lesson: lesson.row["seance"]))


def _duplicates(lessons: Sequence[Lesson]) -> list[str]:
    files: dict[str, list[str]] = {}
    for lesson in lessons:
        name = f"{lesson.level}/{lesson.path.name}"
        files.setdefault(lesson.row["seance"], []).append(name)
    return [
        f"{', '.join(names)} : champ « seance » : la valeur « {identifier} » sert à plusieurs "
        "fiches, attendu : un identifiant par fiche."
        for identifier, names in files.items()
        if len(names) > 1
    ]


def _read(path: Path, report: _Report) -> Lesson | None:
    text = _text(path, report)
    meta, body = _front_matter(text, report) if text is not None else (None, "")
    if meta is None:
        return None
    _check_keys(meta, KEYS, report)
    row = {column: _string(meta, column, report) for column in COLUMNS}
    objectives, material = (_strings(meta, key, report) for key in LISTS)
    sources = _sources(meta.get("sources", ""), report)
    summary_en = _string(meta, "resume_en", report, required=True)
    if not body.strip():
        report.say("le corps de la fiche est vide, attendu : le texte de la séance, en Markdown.")
    return Lesson(
        path, path.parent.name, row, objectives, material, sources, summary_en, body.strip()
    )


def _text(path: Path, report: _Report) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        report.say(
            f"le fichier n'est pas en UTF-8 (octet 0x{error.object[error.start]:02X} à la position "
            f"{error.start}) : enregistrez-le en UTF-8."
        )
    except OSError as error:
        report.say(f"le fichier ne peut pas être lu ({error.strerror}) : vérifiez le chemin.")
    return None


def _front_matter(text: str, report: _Report) -> tuple[dict[str, object] | None, str]:
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    try:
        if not handler.detect(text):
            raise ValueError
        header, body = handler.split(text)
    except ValueError:
        report.say("l'en-tête manque, attendu : des lignes « champ: valeur » entre deux « --- ».")
        return None, ""
    try:
        # BaseLoader leaves every scalar as text: no date, octal number or boolean is guessed.
        node = yaml.compose(header, Loader=yaml.BaseLoader)
        meta = yaml.load(header, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", ligne {mark.line + 1}" if mark else ""
        reason = getattr(error, "problem", None) or error
        report.say(f"l'en-tête n'est pas du YAML valable{where} ({reason}) : corrigez cette ligne.")
        return None, ""
    if not isinstance(meta, dict) or not isinstance(node, yaml.MappingNode):
        report.say("l'en-tête n'a pas la bonne forme, attendu : des lignes « champ: valeur ».")
        return None, ""
    names = [key.value for key, _ in node.value]
    for name in sorted({name for name in names if names.count(name) > 1}):
        report.say(f"champ « {name} » : écrit {names.count(name)} fois, attendu : une seule fois.")
    return meta, body


def _check_keys(meta: Mapping[str, object], known: Sequence[str], report: _Report) -> None:
    for key in meta:
        if key not in known:
            close = get_close_matches(key, known, n=1)
            advice = (
                f"vouliez-vous dire « {close[0]} » ?" if close else f"connus : {', '.join(known)}."
            )
            report.say(f"champ « {key} » inconnu : {advice}")


def _string(
    meta: Mapping[str, object], key: str, report: _Report, *, required: bool = False
) -> str:
    value = meta.get(key, "")
    required = required or key in REQUIRED_COLUMNS
    if key not in meta and required:
        report.say(f"champ « {key} » : il manque, attendu : une valeur.")
    elif not isinstance(value, str):
        report.wrong(key, value, "un texte (plusieurs valeurs se joignent par « | »)")
    elif required and not value.strip():
        report.wrong(key, "", "une valeur")
    return value.strip() if isinstance(value, str) else ""


def _strings(meta: Mapping[str, object], key: str, report: _Report) -> tuple[str, ...]:
    value = meta.get(key, "")
    if isinstance(value, list) and value and all(isinstance(v, str) and v.strip() for v in value):
        return tuple(v.strip() for v in value)
    report.wrong(key, value, "une liste de phrases, une par ligne précédée de « - »")
    return ()


def _sources(value: object, report: _Report) -> tuple[Source, ...]:
    if not isinstance(value, list) or not value:
        report.wrong("sources", value, "une liste de sources (titre, editeur, date, lu_le)")
        return ()
    return tuple(_source(entry, number, report) for number, entry in enumerate(value, start=1))


def _source(entry: object, number: int, report: _Report) -> Source:
    own = _Report(f"{report.file} : source {number}")
    if isinstance(entry, dict):
        _check_keys(entry, SOURCE_KEYS, own)
        title, publisher, day = (_string(entry, key, own, required=True) for key in SOURCE_KEYS[:3])
        source = Source(title, publisher, day, _string(entry, "lu_le", own))
    else:
        own.wrong("sources", entry, "les champs titre, editeur, date et, au besoin, lu_le")
        source = Source("", "", "")
    for key, day in (("date", source.date), ("lu_le", source.read_on)):
        if day and not _is_date(day):
            own.wrong(key, day, "une date AAAA, AAAA-MM ou AAAA-MM-JJ")
    report.problems += own.problems
    return source


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True
