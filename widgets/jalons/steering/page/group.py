"""Part 1: the school year, who answers, and whether the answers are seen before all are in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets

from jalons.schoolyear.zones import year_label
from jalons.steering.page.part import Part
from jalons.steering.references import academies
from jalons.ui.browser_key import BrowserKey
from jalons.ui.file_input import LABELS, FileInput
from jalons.ui.labels import labels
from jalons.ui.notice import Notice

WIDE = {"description_width": "initial"}
MOST_BYTES = 2_000_000


class GroupPart(Part):
    heading = "steering-group"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t, this = self.t, int(self.state.review.year[:4])
        years = [year_label(start) for start in range(this - 2, this + 2)]
        self.year = ipywidgets.Dropdown(
            options=years, value=self.state.review.year, description=t("steering-year"), style=WIDE
        )
        self.name = ipywidgets.Text(
            description=t("steering-name"), placeholder=t("steering-name-hint"), style=WIDE
        )
        self.me = ipywidgets.Dropdown(description=t("steering-me"), style=WIDE)
        self.blind = ipywidgets.Checkbox(description=t("steering-blind"), indent=False)
        self.told = Notice()
        self.file = FileInput(
            {**labels(t, "ui-file", LABELS), "hint": t("steering-file-hint")},
            accept=".json",
            max_bytes=MOST_BYTES,
            multiple=False,
        )
        self.academy = ipywidgets.Dropdown(description=t("steering-academy"), style=WIDE)
        self.academy.options = [(t("steering-academy-none"), ""), *((a, a) for a in academies())]
        self.watch(self.academy, lambda _: self._place(), "value")
        self.watch(self.year, lambda _: self.state.open(self.year.value), "value")
        self.watch(self.me, self._chosen, "value")
        self.watch(self.blind, lambda _: self._set_blind(), "value")
        self.watch(self.file, self._file_came, "files")
        self.key = BrowserKey()
        self.watch(self.key, lambda _: self._known_browser(), "value")
        self.join = self.button(t("steering-join"), self._join)
        self.leave = self.button(t("steering-leave"), self._leave)
        self.fresh = self.button(t("steering-refresh"), self.state.refresh)
        return (
            self.hint("steering-group-text"),
            self.row(self.year, self.academy, self.me, self.fresh),
            self.row(self.name, self.join, self.leave),
            self.blind,
            self.key,
            self.told,
            self.fold("steering-file", self.file),
        )

    def draw(self) -> None:
        review, t = self.state.review, self.t
        if self.year.value != review.year:
            if review.year not in self.year.options:
                self.year.options = sorted({*self.year.options, review.year})
            self.year.value = review.year
        self.me.options = [(t("steering-nobody"), ""), *((p, p) for p in review.people)]
        self.me.value = self.state.person if self.state.person in review.people else ""
        self.leave.layout.display = "" if self.state.person else "none"
        self.blind.value = review.blind
        self.academy.value = self._academy()
        answered = len({question for question, _ in review.answers})
        self.told.say(
            "info" if self.state.person else "warn",
            t(
                "steering-standing" if self.state.person else "steering-say-who",
                people=len(review.people),
                answered=answered,
                total=len(self.state.questions),
                agreed=len(review.agreed),
            ),
        )

    def _place(self) -> None:
        if self.academy.value != self._academy():
            self.state.set_academy(self.academy.value)

    def _academy(self) -> str:
        known = self.state.academy
        return known if known in academies() else ""

    def _known_browser(self) -> None:
        self.state.browser = self.key.value

    def _join(self) -> None:
        name, self.name.value = self.name.value, ""
        if name.strip():
            self._be(name)

    def _be(self, name: str) -> None:
        if not self.state.join(name):
            self.draw()
            self.told.say("warn", self.t("steering-elsewhere", name=name))

    def _leave(self) -> None:
        if self.state.person:
            self.state.leave(self.state.person)

    def _chosen(self, _: Any) -> None:
        if self.me.value and self.me.value != self.state.person:
            self._be(self.me.value)

    def _set_blind(self) -> None:
        if self.blind.value != self.state.review.blind:
            self.state.set_blind(self.blind.value)

    def _file_came(self, _: Any) -> None:
        for file in self.file.files:
            self.state.load(file.data, file.name)
