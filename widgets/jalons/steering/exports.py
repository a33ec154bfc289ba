"""What one takes away from *Piloter*: the report on paper, the workbook, the file, the talk."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jalons.i18n import Translator
from jalons.printing.press import typeset_pdf
from jalons.printing.workbook import fill_sheet
from jalons.steering import words
from jalons.steering.codec import to_bytes
from jalons.steering.domain import PHASES, THEMES, questions_of
from jalons.steering.picture import picture_html, word_of
from jalons.steering.rules import Standing, due, overview, priorities, standing, strengths
from jalons.steering.state import SteeringState
from jalons.ui.slides import Slide

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
            [t(f"report-column-{c}") for c in ("theme", "phase", "question", "step", "evidence")],
            self._question_rows(),
        )
        fill_sheet(
            book.create_sheet(),
            t("report-sheet-indicators"),
            words.indicator_columns(t),
            [words.indicator_row(r, t) for r in self.state.readings()],
        )
        fill_sheet(
            book.create_sheet(),
            t("report-sheet-actions"),
            words.action_columns(t),
            self._action_rows(),
        )
        out = io.BytesIO()
        book.save(out)
        return f"{self._stem()}.xlsx", XLSX, out.getvalue()

    def pdf(self) -> File:
        return f"{self._stem()}.pdf", PDF, typeset_pdf(TEMPLATE, self.data(), self.state.today())

    def data(self) -> dict[str, Any]:
        """What the report's template is given."""
        state, t = self.state, self.t
        review, cells = state.review, overview(state.questions, state.review)
        return {
            "lang": t.lang,
            "title": t("report-title", year=review.year),
            "school": "",
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
            "lists": [
                {
                    "title": t(f"steering-{name}"),
                    "lines": [self._line(s) for s in found],
                    "none": t(f"steering-{name}-none"),
                }
                for name, found in (
                    ("strengths", strengths(state.questions, review)),
                    ("priorities", priorities(state.questions, review)),
                )
            ],
            "tables": [
                {
                    "title": t("report-sheet-actions"),
                    "columns": words.action_columns(t),
                    "rows": self._action_rows(),
                    "none": t("steering-actions-none"),
                },
                {
                    "title": t("report-sheet-indicators"),
                    "columns": words.indicator_columns(t),
                    "rows": [words.indicator_row(r, t) for r in state.readings()],
                    "none": "",
                },
                {
                    "title": t("report-sheet-questions"),
                    "columns": [
                        t(f"report-column-{c}")
                        for c in ("theme", "phase", "question", "step", "evidence")
                    ],
                    "rows": self._question_rows(),
                    "none": "",
                },
            ],
        }

    def slides(self) -> list[Slide]:
        """A talk for the teaching council: the picture, strengths, priorities, actions."""
        state, t = self.state, self.t
        review = state.review
        total = len(state.questions)
        stand = sum(standing(q, review).step is not None for q in state.questions)
        made = [
            Slide(
                t("report-title", year=review.year),
                lines=(
                    t("talk-standing", standing=stand, total=total),
                    t("talk-people", people=len(review.people)),
                ),
            ),
            Slide(t("picture-caption"), picture=picture_html(overview(state.questions, review), t)),
        ]
        for name, found in (
            ("strengths", strengths(state.questions, review)),
            ("priorities", priorities(state.questions, review)),
        ):
            lines = tuple(self._line(s) for s in found) or (t(f"steering-{name}-none"),)
            made.append(Slide(t(f"steering-{name}"), lines=lines))
        for reading in state.readings():
            if reading.value is None or reading.target is None:
                continue
            indicator = reading.indicator
            made.append(
                Slide(
                    indicator.text[t.lang],
                    figure=words.with_unit(reading.value, indicator, t),
                    lines=(t("talk-target", target=words.with_unit(reading.target, indicator, t)),),
                    source=words.indicator_row(reading, t)[2],
                )
            )
        actions = due(review.actions, state.today())
        lines = tuple(self._action_line(a) for a in actions) or (t("steering-actions-none"),)
        return [*made, Slide(t("report-sheet-actions"), lines=lines)]

    def _stem(self) -> str:
        return f"{self.t('report-file')}-{self.state.review.year}"

    def _line(self, found: Standing) -> str:
        t = self.t
        return t(
            "steering-standing-line",
            text=found.question.text[t.lang],
            step=word_of(found.step or 0, t),
            theme=t(f"steering-theme-{found.question.theme}"),
        )

    def _action_line(self, action: Any) -> str:
        t = self.t
        when = words.day_text(action.due, t) if action.due else t("steering-no-date")
        return t("talk-action", title=action.title, owner=action.owner or "—", due=when)

    def _question_rows(self) -> list[tuple[str, ...]]:
        t, review = self.t, self.state.review
        rows: list[tuple[str, ...]] = []
        for theme in THEMES:
            for phase in PHASES:
                for question in questions_of(self.state.questions, theme, phase):
                    found = standing(question, review)
                    agreed = review.agreed.get(question.id)
                    step = "" if found.step is None else word_of(found.step, t)
                    rows.append(
                        (
                            t(f"steering-theme-{theme}"),
                            t(f"phase-{phase}"),
                            question.text[t.lang],
                            step,
                            agreed.evidence if agreed else "",
                        )
                    )
        return rows

    def _action_rows(self) -> list[tuple[str, ...]]:
        state = self.state
        questions = {q.id: q for q in state.questions}
        indicators = {i.id: i for i in state.indicators}
        waiting: Iterable[Any] = due(state.review.actions, state.today())
        done = (a for a in state.review.actions if a.done is not None)
        return [
            words.action_row(a, questions, indicators, state.today(), self.t)
            for a in (*waiting, *done)
        ]
