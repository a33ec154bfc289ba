"""The lesson sheets: what a teacher may count on, and what a writer is told when one is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from jalons.data.lessons import (
    COLUMNS,
    THEMES,
    Lesson,
    LessonError,
    read_lesson,
    read_lessons,
)
from jalons.resources import LESSONS, ROOT
from jalons.school import domain

SECTIONS = (
    "En bref",
    "La veille",
    "Repères",
    "Déroulé",
    "Consignes à lire",
    "Fiche élève",
    "Adapter",
    "Vigilance",
    "Prolongements",
)
ADAPTATIONS = (
    "Élève allophone",
    "Élève dys",
    "Classe qui décroche",
    "Sans salle informatique",
    "Petit groupe",
)
SEEDS = ROOT.parent / "shared" / "seeds"

LIBRARY = read_lessons()
every_lesson = pytest.mark.parametrize("lesson", LIBRARY, ids=lambda lesson: lesson.row["seance"])


def timings(lesson: Lesson) -> list[list[tuple[int, int]]]:
    """The ``| Minutes | Étape |`` tables of the sheet, as (start, end) in minutes."""
    tables: list[list[tuple[int, int]]] = []
    for line in lesson.section("Déroulé").splitlines():
        if re.match(r"\| *Minutes *\| *Étape *\|", line):
            tables.append([])
        elif row := re.match(r"\| *(\d+)–(\d+) *\| *\S", line):
            tables[-1].append((int(row[1]), int(row[2])))
    return tables


def blocks(markdown: str) -> list[str]:
    """Paragraphs, list items and table rows: the units a reader takes a figure from."""
    return [b for b in re.split(r"\n\n+|\n(?=[-|] ?)|\n(?=\d\. )", markdown) if b.strip()]


# --- The library


def test_the_first_sheets_of_terminale_are_there_in_order() -> None:
    ids = [lesson.row["seance"] for lesson in LIBRARY if lesson.level == "terminale"]
    assert ids[:6] == [f"TPRO-0{number}" for number in range(1, 7)]
    assert ids == sorted(ids)


@every_lesson
def test_a_row_has_every_column_as_text(lesson: Lesson) -> None:
    assert tuple(lesson.row) == COLUMNS
    assert all(isinstance(value, str) for value in lesson.row.values())


@every_lesson
def test_a_row_uses_the_codes_of_the_school_file(lesson: Lesson) -> None:
    row = lesson.row
    assert set(row["niveaux"].split("|")) <= set(domain.LEVELS)
    assert row["finalite"] in (domain.COMMON, *domain.PURPOSES)
    assert set(row["roles"].split("+")) <= set(domain.ROLES)
    assert row["lieu_type"] in ("", *domain.PLACE_TYPES)
    assert row["obligatoire"] in ("oui", "non")
    assert row["theme"] in THEMES


@every_lesson
def test_bounds_are_milestones_because_a_sheet_serves_every_year(lesson: Lesson) -> None:
    for column in ("au_plus_tot", "au_plus_tard"):
        assert lesson.row[column] in ("", *domain.MILESTONES)
    assert lesson.row["classes"] == ""


@every_lesson
def test_a_sheet_comes_after_sheets_that_exist_and_come_before(lesson: Lesson) -> None:
    known = {other.row["seance"] for other in LIBRARY}
    after = set(filter(None, lesson.row["apres"].split("|")))
    assert after <= known
    assert all(other < lesson.row["seance"] for other in after)


@every_lesson
def test_the_minutes_follow_each_other_and_fill_every_part(lesson: Lesson) -> None:
    duration = int(lesson.row["duree_min"])
    tables = timings(lesson)
    assert len(tables) == int(lesson.row["parties"])
    for steps in tables:
        starts, ends = zip(*steps, strict=True)
        assert starts == (0, *ends[:-1])
        assert ends[-1] == duration
        assert all(start < end for start, end in steps)
    total = sum(end - start for steps in tables for start, end in steps)
    assert total == duration * int(lesson.row["parties"])


@every_lesson
def test_a_sheet_has_its_sections_in_order(lesson: Lesson) -> None:
    assert tuple(re.findall(r"^## (.+)$", lesson.body, re.MULTILINE)) == SECTIONS
    assert all(lesson.section(title) for title in SECTIONS)
    for name in ADAPTATIONS:
        assert f"**{name}" in lesson.section("Adapter")
    for name in ("Confidentialité", "Stéréotypes"):
        assert f"**{name}" in lesson.section("Vigilance")
    assert "L'élève emporte" in lesson.section("En bref")


@every_lesson
def test_every_source_is_dated_and_called_from_the_text(lesson: Lesson) -> None:
    assert all(re.match(r"\d{4}", source.date) for source in lesson.sources)
    called = {int(number) for number in re.findall(r"\[(\d+)\]", lesson.body)}
    assert called == set(range(1, len(lesson.sources) + 1))


@every_lesson
def test_every_amount_and_rate_a_teacher_repeats_has_its_source(lesson: Lesson) -> None:
    figures = [b for b in blocks(lesson.section("Repères")) if re.search(r"\d\s?[€%]", b)]
    assert [block for block in figures if not re.search(r"\[\d+\]", block)] == []


@every_lesson
def test_the_pupil_handout_prints_alone(lesson: Lesson) -> None:
    handout = lesson.section("Fiche élève")
    assert "…………" in handout
    assert re.search(r"\[\d+\]", handout) is None


@every_lesson
def test_an_english_reader_gets_two_or_three_sentences(lesson: Lesson) -> None:
    assert 2 <= len(re.findall(r"[.?!](?:\s|$)", lesson.summary_en)) <= 3


@every_lesson
def test_the_wording_is_our_own(lesson: Lesson) -> None:
    if not SEEDS.is_dir():
        pytest.skip("the official texts are not beside this checkout")
    official = " ".join(path.read_text(encoding="utf-8") for path in SEEDS.glob("*.txt"))
    copied = runs(lesson.body, words=9) & runs(official, words=9)
    assert copied == set()


def runs(text: str, words: int) -> set[tuple[str, ...]]:
    tokens = re.findall(r"\w+", text.lower())
    return set(zip(*(tokens[shift:] for shift in range(words)), strict=False))


def test_the_readme_documents_the_themes_the_sheets_may_use() -> None:
    readme = (LESSONS / "README.md").read_text(encoding="utf-8")
    assert dict(re.findall(r"^\| `(\w+)` \| ([A-Z]) \|", readme, re.MULTILINE)) == THEMES
    assert len(set(THEMES.values())) == len(THEMES) <= 8
    for title in SECTIONS:
        assert f"`## {title}`" in readme


@every_lesson
def test_the_readme_lists_every_sheet(lesson: Lesson) -> None:
    readme = (LESSONS / "README.md").read_text(encoding="utf-8")
    entry = re.escape(f"[{lesson.row['seance']} · {lesson.row['titre']}]")
    (file,) = re.findall(entry + r"\((\S+)\)", readme)
    assert read_lesson(LESSONS / file) == lesson


# --- What a writer is told

GOOD = """---
seance: X-01
titre: Une séance
theme: parcours
niveaux: TPRO
finalite: commun
parties: 1
duree_min: 55
obligatoire: oui
objectifs: [Savoir une chose]
materiel: [Une feuille]
sources:
  - titre: Un texte
    editeur: Un ministère
    date: 2025-12
resume_en: A session. It is short.
---

## En bref

Bonjour.
"""


def write(folder: Path, text: str | bytes, name: str = "fiche.md") -> Path:
    path = folder / "seconde" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problems(path: Path) -> tuple[str, ...]:
    with pytest.raises(LessonError) as caught:
        read_lesson(path)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


def test_a_short_sheet_reads(tmp_path: Path) -> None:
    lesson = read_lesson(write(tmp_path, GOOD))
    assert lesson.level == "seconde"
    assert lesson.row["duree_min"] == "55"
    assert lesson.row["apres"] == ""
    assert lesson.sources[0].date == "2025-12"
    assert lesson.section("En bref") == "Bonjour."
    with pytest.raises(KeyError):
        lesson.section("Déroulé")


def test_values_stay_as_they_are_written(tmp_path: Path) -> None:
    text = GOOD.replace("duree_min: 55", "duree_min: 055").replace(
        "obligatoire: oui", "obligatoire: yes\nau_plus_tot: 2026-09-01"
    )
    row = read_lesson(write(tmp_path, text)).row
    assert (row["duree_min"], row["obligatoire"]) == ("055", "yes")
    assert row["au_plus_tot"] == "2026-09-01"


def test_a_sheet_saved_on_windows_reads(tmp_path: Path) -> None:
    text = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert read_lesson(write(tmp_path, text)).body == "## En bref\n\nBonjour."


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("titre: Une séance\n", "", "champ « titre » : il manque, attendu : une valeur."),
        (
            "titre: Une séance",
            "titre: ''",
            "champ « titre » : la valeur est vide, attendu : une valeur.",
        ),
        (
            "obligatoire:",
            "obligatoir:",
            "champ « obligatoir » inconnu : vouliez-vous dire « obligatoire » ?",
        ),
        (
            "niveaux: TPRO",
            "niveaux: [TPRO, 1PRO]",
            "champ « niveaux » : la valeur est « ['TPRO', '1PRO'] », attendu : un texte "
            "(plusieurs valeurs se joignent par « | »).",
        ),
        (
            "parties: 1",
            "parties: 1\nparties: 2",
            "champ « parties » : écrit 2 fois, attendu : une seule fois.",
        ),
        (
            "[Savoir une chose]",
            "savoir",
            "champ « objectifs » : la valeur est « savoir », attendu : une liste de phrases, une "
            "par ligne précédée de « - ».",
        ),
        ("    date: 2025-12\n", "", "source 1 : champ « date » : il manque, attendu : une valeur."),
        (
            "date: 2025-12",
            "date: décembre 2025",
            "source 1 : champ « date » : la valeur est « décembre 2025 », attendu : une date AAAA, "
            "AAAA-MM ou AAAA-MM-JJ.",
        ),
        (
            "date: 2025-12",
            "date: 2025-13",
            "source 1 : champ « date » : la valeur est « 2025-13 », attendu : une date AAAA, "
            "AAAA-MM ou AAAA-MM-JJ.",
        ),
        (
            "date: 2025-12",
            "date: 2025\n    lule: 2026",
            "source 1 : champ « lule » inconnu : vouliez-vous dire « lu_le » ?",
        ),
        (
            "resume_en: A session. It is short.\n",
            "",
            "champ « resume_en » : il manque, attendu : une valeur.",
        ),
        (
            "## En bref\n\nBonjour.\n",
            "\n",
            "le corps de la fiche est vide, attendu : le texte de la séance, en Markdown.",
        ),
    ],
)
def test_a_wrong_sheet_is_told_in_one_sentence(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    assert old in GOOD
    found = problems(write(tmp_path, GOOD.replace(old, new)))
    assert found == (f"seconde/fiche.md : {sentence}",)


def test_sources_must_be_a_list(tmp_path: Path) -> None:
    text = re.sub(r"sources:\n(  .*\n)+", "sources: Éduscol\n", GOOD)
    (found,) = problems(write(tmp_path, text))
    assert "« sources »" in found
    assert "« Éduscol »" in found


def test_a_column_named_like_nothing_known_lists_what_is_known(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, GOOD.replace("seance:", "zzzz: 1\nseance:")))
    assert "champ « zzzz » inconnu : connus : seance, titre" in found


def test_front_matter_that_is_not_yaml_names_its_line(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, GOOD.replace("titre: Une séance", "titre: [oubli")))
    assert "n'est pas du YAML valable, ligne " in found


@pytest.mark.parametrize("text", ["# Sans en-tête\n", "---\ntitre: jamais fermé\n", ""])
def test_a_file_without_front_matter_is_told_what_to_add(tmp_path: Path, text: str) -> None:
    (found,) = problems(write(tmp_path, text))
    assert "l'en-tête manque, attendu" in found


def test_front_matter_that_is_a_list_is_refused(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, "---\n- un\n- deux\n---\n\ntexte\n"))
    assert "attendu : des lignes « champ: valeur »" in found


def test_a_latin_1_file_is_told_to_be_saved_again(tmp_path: Path) -> None:
    (found,) = problems(write(tmp_path, GOOD.encode("latin-1")))
    assert "0xE9" in found
    assert "enregistrez-le en UTF-8" in found


def test_a_missing_file_is_told_by_name(tmp_path: Path) -> None:
    (found,) = problems(tmp_path / "seconde" / "absente.md")
    assert found.startswith("seconde/absente.md : le fichier ne peut pas être lu")


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(LessonError, match="n'existe pas"):
        read_lessons(tmp_path / "rien")


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a.md")
    write(tmp_path, GOOD, "b.md")
    write(tmp_path, GOOD.replace("titre: Une séance\n", "").replace("date: 2025-12", ""), "c.md")
    write(tmp_path, "rien", "d.md")
    (tmp_path / "README.md").write_text("# Pas une fiche\n", encoding="utf-8")
    with pytest.raises(LessonError) as caught:
        read_lessons(tmp_path)
    found = "\n".join(caught.value.problems)
    assert len(caught.value.problems) == 4
    assert "seconde/a.md, seconde/b.md : champ « seance » : la valeur « X-01 »" in found
    assert found.count("seconde/c.md") == 2
    assert found.count("seconde/d.md") == 1
