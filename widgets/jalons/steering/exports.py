"""What one takes away from *Piloter*: the report on paper, the workbook, the file."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from jalons.i18n import Translator
from jalons.printing.press import typeset_pdf
from jalons.printing.workbook import fill_sheet
from jalons.steering import words
from jalons.steering.codec import to_bytes
from jalons.steering.domain import PHASES, THEMES, Action, Question, questions_of
from jalons.steering.picture import word_of
from jalons.steering.readings import Reading
from jalons.steering.rules import due, overview, standing
from jalons.steering.state import SteeringState
from jalons.steering.summary import summary

COLUMNS = ("question", "step", "evidence")
NOT_AGREED = " *"
TEMPLATE = Path(__file__).parent / "typst" / "report.typ"
PDF, JSON = "application/pdf", "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
File = tuple[str, str, bytes]


class Exports:
    """Files made from a state's review when they are asked for."""

    def __init__(self, state: SteeringState, t: Translator) -> None:
        self.state, self.t = state, t

    def json(self) -> File:
        return f"{self._stem()}.json", JSON, to_bytes(self.state.review)

    def xlsx(self) -> File:
        from openpyxl import Workbook

        t, book = self.t, Workbook()
        fill_sheet(
            book.worksheets[0],
            t("report-sheet-questions"),
            [
                t(f"report-column-{c}")
                for c in ("theme", "phase", *COLUMNS, "settled", "actions", "known")
            ],
            [
                (
                    *self._place(q),
                    *self._question_row(q),
                    self._settled(q),
                    self._planned(q),
                    self._known(q),
                )
                for q in self._questions()
            ],
        )
        fill_sheet(
            book.create_sheet(),
            t("report-sheet-indicators"),
            [t(f"steering-column-{c}") for c in ("group", "unit")] + words.indicator_columns(t),
            [
                (t(f"indicator-group-{r.indicator.group}"), r.indicator.unit, *self._numbers(r))
                for r in self.state.readings()
            ],
        )
        fill_sheet(
            book.create_sheet(),
            t("report-sheet-actions"),
            words.action_columns(t),
            [(*row[:3], a.due or row[3], row[4]) for a, row in self._action_rows()],
        )
        out = io.BytesIO()
        book.save(out)
        return f"{self._stem()}.xlsx", XLSX, out.getvalue()

    def pdf(self) -> File:
        return f"{self._stem()}.pdf", PDF, typeset_pdf(TEMPLATE, self.data(), self.state.today())

    def data(self) -> dict[str, Any]:
        """What the report's template is given."""
        state, t = self.state, self.t
        review = state.seen
        cells = overview(state.questions, review)
        readings = state.readings()
        told = [r for r in readings if r.value is not None or r.past]
        untold = [r.indicator.text[t.lang] for r in readings if r not in told]
        return {
            "lang": t.lang,
            "title": t("report-title", year=review.year),
            "school": state.known[review.year].school,
            "group": t("report-group", people=", ".join(review.people) or "—"),
            "issued": t("report-issued", date=words.day_text(state.today(), t)),
            "phases": [t(f"phase-{phase}") for phase in PHASES],
            "themes": [
                {
                    "name": t(f"steering-theme-{theme}"),
                    "cells": [
                        {
                            "step": None if c.step is None else round(c.step, 2),
                            "word": "" if c.step is None else word_of(c.step, t),
                            "count": t("picture-count", standing=c.standing, questions=c.questions),
                        }
                        for c in cells
                        if c.theme == theme
                    ],
                }
                for theme in THEMES
            ],
            "picture": t("picture-caption"),
            "nothing": t("picture-nothing"),
            "lists": [asdict(paragraph) for paragraph in summary(state, t)],
            "tables": [
                _table(
                    t("report-sheet-actions"),
                    words.action_columns(t),
                    [row for _, row in self._action_rows()],
                )
                | {"widths": (3, 4, 2, 2, 2), "none": t("steering-actions-none")},
                _table(
                    t("report-sheet-indicators"),
                    words.indicator_columns(t),
                    [self._indicator_row(r) for r in told],
                )
                | {"widths": (4, 2, 4, 2, 3, 4, 4), "none": t("report-indicators-none")}
                | {"after": t("report-without-value", names=" ; ".join(untold)) if untold else ""},
                *(
                    _table(
                        t(f"steering-theme-{theme}"),
                        [t(f"report-column-{c}") for c in ("phase", *COLUMNS)],
                        [
                            (t(f"phase-{q.phase}"), *self._question_row(q, NOT_AGREED))
                            for q in self._questions()
                            if q.theme == theme
                        ],
                    )
                    | {"widths": (2, 6, 3, 4), "after": t("report-not-agreed")}
                    for theme in THEMES
                ),
            ],
        }

    def _stem(self) -> str:
        return f"{self.t('report-file')}-{self.state.review.year}"

    def _questions(self) -> list[Question]:
        places = [(theme, phase) for theme in THEMES for phase in PHASES]
        return [q for place in places for q in questions_of(self.state.questions, *place)]

    def _place(self, question: Question) -> tuple[str, str]:
        return self.t(f"steering-theme-{question.theme}"), self.t(f"phase-{question.phase}")

    def _question_row(self, question: Question, mark: str = "") -> tuple[str, str, str]:
        """The question, where it stands (marked where nobody settled it), what shows it.

        Where the group wrote no evidence of its own, that of its members.
        """
        review = self.state.seen
        found, agreed = standing(question, review), review.agreed.get(question.id)
        step = "" if found.step is None else word_of(found.step, self.t)
        if step and agreed is None:
            step += mark
        own = [
            self.t("report-evidence", person=person, evidence=answer.evidence)
            for person, answer in review.answers_to(question.id).items()
            if answer.evidence
        ]
        evidence = (agreed.evidence if agreed else "") or "\n".join(own)
        return question.text[self.t.lang], step, evidence

    def _settled(self, question: Question) -> date | str:
        """The day on which the group settled it."""
        agreed = self.state.review.agreed.get(question.id)
        return (agreed.on or self.t("report-yes")) if agreed else self.t("report-no")

    def _planned(self, question: Question) -> str:
        today, actions = self.state.today(), self.state.review.actions
        return "\n".join(words.planned(actions, question.id, today, self.t))

    def _known(self, question: Question) -> str:
        """What the kit knows; what the group says instead goes before it."""
        code = question.known
        if not code:
            return ""
        said = self.state.review.corrected.get(code)
        return said or words.fact_text(code, self.state.facts.get(code), self.t)

    def _indicator_row(self, reading: Reading) -> tuple[str, ...]:
        row = words.indicator_row(reading, self.state.academy, self.t)
        name = reading.indicator.text[self.t.lang]
        return (f"{name} – {reading.part}" if reading.part else name, *row[1:])

    def _numbers(self, reading: Reading) -> tuple[float | str | None, ...]:
        """As :meth:`_indicator_row`, with numbers that a spreadsheet can count with."""
        name, _, origin, _, *rest = self._indicator_row(reading)
        return name, reading.value, origin, reading.target, *rest

    def _action_rows(self) -> list[tuple[Action, tuple[str, ...]]]:
        state = self.state
        questions = {q.id: q for q in state.questions}
        indicators = {i.id: i for i in state.indicators}
        waiting = due(state.review.actions, state.today())
        done = (a for a in state.review.actions if a.done is not None)
        return [
            (a, words.action_row(a, questions, indicators, state.today(), self.t))
            for a in (*waiting, *done)
        ]


def _table(title: str, columns: list[str], rows: list[tuple[str, ...]]) -> dict[str, Any]:
    return {"title": title, "columns": columns, "rows": rows}
