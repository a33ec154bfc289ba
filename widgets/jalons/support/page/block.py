"""The dated block: what regulation says of it, weeks that suit, and those the class chooses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import ipywidgets

from jalons.problems import Worded
from jalons.schoolyear.errors import SchoolYearError
from jalons.support import words
from jalons.support.block import Choice, exams_in, propose, window_of
from jalons.support.domain import FINALITIES
from jalons.support.page.part import WIDE, Part
from jalons.ui.html import tag
from jalons.ui.notice import Notice


class BlockPart(Part):
    heading = "support-block"
    anchor = "bloc"
    filling = False

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.said = Notice()
        self.rules = ipywidgets.HTML()
        self.choices: dict[str, ipywidgets.Dropdown] = {}
        self.exams: dict[str, ipywidgets.HTML] = {}
        rows: list[ipywidgets.Widget] = []
        for finality in FINALITIES:
            choice = ipywidgets.Dropdown(
                description=words.choice(t, finality),
                style=WIDE,
                layout={"width": "min(100%, 46rem)"},
            )
            self.choices[finality], self.exams[finality] = choice, ipywidgets.HTML()
            self.watch(choice, partial(self._chosen, finality), "value")
            rows += [choice, self.exams[finality]]
        self.box = ipywidgets.VBox(rows)
        return self.hint("support-block-text"), self.said, self.rules, self.box

    def fill(self) -> None:
        t, year = self.t, self.klass
        try:
            window = window_of(year)
        except SchoolYearError as error:
            window = None
            self.said.say("warn", error.sentence(t) if isinstance(error, Worded) else str(error))
        else:
            key = "none" if window is None else "confirmed" if window.confirmed else "to-confirm"
            self.said.say(
                "warn" if key == "to-confirm" else "info",
                t(f"support-block-{key}", year=year.year, weeks=window.weeks if window else 0),
            )
        rows = window.rows if window else ()
        self.rules.value = tag(
            "ul", *(tag("li", words.regulation_value(t, key, dated)) for key, dated in rows)
        )
        self.box.layout.display = "" if window else "none"
        for finality in FINALITIES if window else ():
            self._offer(finality, propose(year, finality))

    def _offer(self, finality: str, proposed: Sequence[Choice]) -> None:
        t, chosen = self.t, self.klass.blocks.get(finality, ())
        found = exams_in(self.klass, finality, chosen)
        self.exams[finality].value = words.exams(t, found) if found else ""
        options = [(t("support-block-not-chosen"), "")]
        options += [(self._label(choice), _text(choice.mondays)) for choice in proposed]
        if _text(chosen) not in [weeks for _, weeks in options]:
            own = t("support-block-own", weeks=words.mondays(t, chosen))
            options.insert(1, (own, _text(chosen)))
        field = self.choices[finality]
        self.filling = True  # new options choose the first of them for a moment
        try:
            field.options = options
            field.value = _text(chosen)
        finally:
            self.filling = False

    def _label(self, choice: Choice) -> str:
        t = self.t
        troubles = ", ".join(
            t(f"support-block-{code.replace('_', '-')}") for code in choice.problems
        )
        return t(
            "support-block-choice",
            weeks=words.mondays(t, choice.mondays),
            days=choice.days,
            troubles=troubles or "none",
        )

    def _chosen(self, finality: str, _: object) -> None:
        weeks = self.choices[finality].value
        if not self.filling and weeks != _text(self.klass.blocks.get(finality, ())):
            days = [date.fromisoformat(day) for day in weeks.split()]
            self.state.choose_block(finality, days)


def _text(mondays: Sequence[date]) -> str:
    return " ".join(monday.isoformat() for monday in mondays)
