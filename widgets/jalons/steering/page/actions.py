"""Part 5: what the school decides to do, who does it, by when, and whether it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import ipywidgets

from jalons.steering import words
from jalons.steering.domain import Action
from jalons.steering.page.part import Part
from jalons.steering.rules import due, priorities
from jalons.ui.notice import Notice
from jalons.ui.table import Table

WIDE = {"description_width": "initial"}


class ActionsPart(Part):
    heading = "steering-actions"
    anchor = "actions"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.table = Table(t("steering-actions-caption"), words.action_columns(t), stacked=True)
        self.empty = Notice()
        self.which = ipywidgets.Dropdown(description=t("steering-action"), style=WIDE)
        self.title = ipywidgets.Text(
            description=t("steering-action-title"),
            style=WIDE,
            layout={"width": "min(100%, 46rem)"},
        )
        self.about = ipywidgets.Dropdown(
            description=t("steering-action-about"),
            style=WIDE,
            layout={"width": "min(100%, 46rem)"},
        )
        self.owner = ipywidgets.Combobox(description=t("steering-action-owner"), style=WIDE)
        self.due = ipywidgets.DatePicker(description=t("steering-action-due"), style=WIDE)
        self.done = ipywidgets.Checkbox(description=t("steering-action-done"), indent=False)
        self.watch(self.which, lambda _: self._offer(), "value")
        self.told = Notice()
        self.save = self.button(t("steering-action-save"), self._save)
        self.save.button_style = "primary"
        self.drop = self.button(t("steering-action-drop"), self._drop)
        form = ipywidgets.VBox(
            [
                self.which,
                self.title,
                self.about,
                self.row(self.owner, self.due, self.done),
                self.row(self.save, self.drop),
                self.told,
            ]
        )
        form.add_class("j-no-print")
        return self.hint("steering-actions-text"), self.empty, self.table, form

    def draw(self) -> None:
        state, t = self.state, self.t
        actions = state.review.actions
        waiting = due(actions, state.today())
        done = tuple(a for a in actions if a.done is not None)
        questions = {q.id: q for q in state.questions}
        indicators = {i.id: i for i in state.indicators}
        self.table.fill(
            [words.action_row(a, questions, indicators, state.today(), t) for a in waiting + done]
        )
        self.table.layout.display = "" if actions else "none"
        self.empty.say("info", "" if actions else t("steering-actions-none"))
        self.owner.options = state.review.people
        first = [s.question for s in priorities(state.questions, state.seen)]
        asked = [*first, *(q for q in state.questions if q not in first)]
        kept = self.about.value
        self.about.options = [
            (t("steering-action-about-none"), ""),
            *((q.text[t.lang], q.id) for q in asked),
            *((i.text[t.lang], i.id) for i in state.indicators),
        ]
        self.about.value = kept or ""
        chosen = self.which.value
        self.which.options = [(t("steering-action-new"), ""), *((a.title, a.id) for a in actions)]
        self.which.value = chosen if chosen in {a.id for a in actions} else ""
        self.drop.layout.display = "" if self.which.value else "none"

    def _chosen(self) -> Action:
        found = (a for a in self.state.review.actions if a.id == self.which.value)
        return next(found, Action("", ""))

    def _offer(self) -> None:
        action = self._chosen()
        self.title.value, self.owner.value = action.title, action.owner
        self.due.value, self.done.value = action.due, action.done is not None
        self.about.value = action.about
        self.drop.layout.display = "" if action.id else "none"
        self.told.clear()

    def _save(self) -> None:
        if not self.title.value.strip():
            self.told.say("error", self.t("steering-action-untitled"))
            return
        action = self._chosen()
        done = (action.done or self.state.today()) if self.done.value else None
        self.state.put_action(
            replace(
                action,
                title=self.title.value.strip()[:200],
                about=self.about.value or "",
                owner=self.owner.value.strip()[:100],
                due=self.due.value,
                done=done,
            )
        )
        self._offer()
        self.told.say("ok", self.t("steering-saved"))

    def _drop(self) -> None:
        if self.which.value:
            self.state.drop_action(self.which.value)
            self._offer()
