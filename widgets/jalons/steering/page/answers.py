"""Part 2: the questions of a theme, answered one person at a time, or settled together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.steering import words
from jalons.steering.domain import PHASES, THEMES, Question, questions_of
from jalons.steering.known import MEASURED
from jalons.steering.page.part import Part
from jalons.ui.labels import labels
from jalons.ui.notice import Notice
from jalons.ui.survey import LABELS, MODES, TAKEN_BACK, Survey


class AnswersPart(Part):
    heading = "steering-answers"
    anchor = "repondre"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.theme = ipywidgets.ToggleButtons(
            options=[(t(f"steering-theme-{theme}"), theme) for theme in THEMES],
            style={"button_width": "auto"},
        )
        self.phase = ipywidgets.ToggleButtons(
            options=[(t(f"phase-{phase}"), phase) for phase in PHASES],
            style={"button_width": "auto"},
        )
        self.mode = ipywidgets.ToggleButtons(
            options=[(t(f"steering-mode-{mode}"), mode) for mode in MODES],
            style={"button_width": "auto"},
        )
        self.who = Notice()
        self.survey = Survey(labels(t, "survey", LABELS), self.scale())
        self.survey.on_answer(self._answer)
        self.survey.on_agree(self._agree)
        self.survey.on_correct(self._correct)
        self.survey.on_error(self.report)
        self.watch(self.theme, lambda _: self.draw(), "value")
        self.watch(self.phase, lambda _: self.draw(), "value")
        self.watch(self.mode, lambda _: self.draw(), "value")
        return (
            self.row(self.theme),
            self.row(self.phase),
            self.row(self.mode),
            self.who,
            self.survey,
        )

    def draw(self) -> None:
        mode = self.mode.value
        open_to = mode == "agree" or bool(self.state.person)
        self.who.say("info", "" if open_to else self.t("steering-answers-who"))
        with self.survey.hold_sync():
            self.survey.mode = mode
            self.survey.sections = [self._section()] if open_to else []
        self.survey.layout.display = "" if open_to else "none"

    def _section(self) -> dict[str, Any]:
        theme, phase = self.theme.value, self.phase.value
        asked = questions_of(self.state.questions, theme, phase)
        title = f"{self.t(f'steering-theme-{theme}')} · {self.t(f'phase-{phase}')}"
        return {"title": title, "items": [self._item(question) for question in asked]}

    def _item(self, question: Question) -> dict[str, Any]:
        state, lang = self.state, self.t.lang
        review = state.review
        mine = review.answers.get((question.id, state.person))
        agreed = review.agreed.get(question.id)
        everybody = state.others(question.id)
        if self.mode.value == "agree" and mine is not None and not review.blind:
            everybody = {state.person: mine, **everybody}
        return {
            "id": question.id,
            "text": question.text[lang],
            "hint": self.t("steering-evidence", examples=question.evidence[lang]),
            **self._known(question),
            "mine": {"step": mine.step, "note": mine.evidence} if mine else None,
            "agreed": {"step": agreed.step, "note": agreed.evidence} if agreed else None,
            "others": [
                {"who": person, "step": answer.step, "note": answer.evidence}
                for person, answer in everybody.items()
            ],
            "hidden": state.hidden(question.id),
            "then": self._then(question),
        }

    def _then(self, question: Question) -> list[str]:
        """The day the group settled a question, and who does what about it."""
        review, t = self.state.review, self.t
        agreed = review.agreed.get(question.id)
        settled = agreed.on if agreed else None
        said = [t("steering-settled-on", day=words.day_text(settled, t))] if settled else []
        planned = words.planned(review.actions, question.id, self.state.today(), t)
        return said + [t("steering-planned", action=action) for action in planned]

    def _known(self, question: Question) -> dict[str, str]:
        """What the kit knows about a question, and what the group says instead."""
        if not question.known:
            return {"known": ""}
        state, code = self.state, question.known
        said = [words.fact_text(code, state.facts.get(code), self.t)]
        if code in MEASURED and (own := words.measured_text(code, state.readings(), self.t)):
            said.insert(0, own)
        return {"known": " ".join(said), "corrected": state.review.corrected.get(code, "")}

    def _answer(self, question: str, step: int | None, note: str) -> None:
        if step == TAKEN_BACK:
            self.state.take_back(question)
        else:
            self.state.answer(question, step, note)

    def _agree(self, question: str, step: int | None, note: str) -> None:
        if step is None or step == TAKEN_BACK:
            self.state.open_again(question)
        else:
            self.state.agree(question, step, note)

    def _correct(self, question: str, _: int | None, said: str) -> None:
        asked = next(q for q in self.state.questions if q.id == question)
        self.state.correct(asked.known, said)
