"""The questions of self-evaluation, read from ``datasets/steering_questions.csv``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jalons.resources import DATASETS
from jalons.schoolyear.tables import read_rows
from jalons.steering.domain import PHASES, THEMES, Question

TABLE = DATASETS / "steering_questions.csv"
COLUMNS = (
    "question",
    "theme",
    "phase",
    "section",
    "texte_fr",
    "texte_en",
    "preuves_fr",
    "preuves_en",
    "connu",
    "source",
)


@cache
def read_questions(path: Path = TABLE) -> tuple[Question, ...]:
    """The questions in the order of the table.

    Raises
    ------
    TableError
        A row is malformed.
    """
    found: dict[str, Question] = {}
    for row in read_rows(path, COLUMNS):
        for column, codes in (("theme", THEMES), ("phase", PHASES)):
            if row.text(column) not in codes:
                row.refuse(column, ", ".join(codes))
        if row.text("question") in found:
            row.refuse("question", "un code qui ne sert qu'une fois")
        found[row.text("question")] = Question(
            id=row.text("question"),
            theme=row.text("theme"),
            phase=row.text("phase"),
            section=row.text("section"),
            text={lang: row.text(f"texte_{lang}") for lang in ("fr", "en")},
            evidence={lang: row.text(f"preuves_{lang}") for lang in ("fr", "en")},
            known=row.cells["connu"],
            source=row.text("source"),
        )
    return tuple(found.values())
