"""A lesson sheet on paper: every word of it, and the pupil's page by itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date

import pytest

from jalons.data.lessons import Lesson, read_lessons
from jalons.i18n import Translator
from jalons.planner.lesson_pdf import blocks, lesson_pdf

FR = Translator("fr")
ISSUED = date(2026, 9, 1)
LIBRARY = read_lessons()

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)


def words(text: str) -> list[str]:
    """A line may end at a hyphen: compound words are read as one."""
    return re.findall(r"\w{2,}", re.sub(r"-\s*", "", text.replace("’", "'")))


def read(pdf: bytes, *options: str) -> str:
    command = ["pdftotext", *options, "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()


@needs_poppler
@pytest.mark.parametrize("lesson", LIBRARY, ids=lambda lesson: lesson.row["seance"])
def test_every_word_of_a_sheet_is_printed(lesson: Lesson) -> None:
    pdf = lesson_pdf(lesson, FR, ISSUED)
    assert b"pdfuaid" in pdf  # tagged for screen readers
    printed = set(words(read(pdf)))
    front = " ".join([*lesson.objectives, *lesson.material, *(s.title for s in lesson.sources)])
    lost = set(words(f"{lesson.body} {front} {lesson.row['titre']}")) - printed
    assert lost == set()
    assert "**" not in read(pdf)


@needs_poppler
def test_the_pupil_s_page_stands_alone_in_both_files() -> None:
    lesson = next(one for one in LIBRARY if one.row["seance"] == "CAP-01")
    alone = read(lesson_pdf(lesson, FR, ISSUED, pupil_only=True))
    assert "Mes deux portes" in alone
    assert "Déroulé" not in alone
    pages = read(lesson_pdf(lesson, FR, ISSUED)).split("\f")
    (page,) = [page for page in pages if "Mes deux portes." in page]
    assert "Consignes à lire" not in page
    assert "Adapter" not in page


def test_the_same_sheet_gives_the_same_bytes() -> None:
    assert lesson_pdf(LIBRARY[0], FR, ISSUED) == lesson_pdf(LIBRARY[0], FR, ISSUED)


def test_what_the_blocks_are_and_that_nothing_is_dropped() -> None:
    kinds = [
        one["kind"] for one in blocks("a **b**\n\n- x\n\n1. y\n\n> z\n\n### t\n\n```\ncode\n```")
    ]
    assert kinds == ["text", "list", "list", "quote", "heading", "text"]
    (table,) = blocks("| Minutes | Étape |\n|---|---|\n| 0–5 | une phrase bien plus longue |")
    assert table["widths"] == [0, 27]
    (writing,) = blocks("| Nom | Le |\n|---|---|\n| ………… | ………… |")
    assert writing["widths"] == [24, 24]
