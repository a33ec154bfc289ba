"""What is to be done and what is late, in words, by kind or by pupil; seen on a chosen day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import ipywidgets

from jalons.support import words
from jalons.support.page.part import WIDE, Part
from jalons.support.rules import Late, late
from jalons.ui.html import Safe, join, tag
from jalons.ui.notice import Notice

MODES = ("kind", "pupil")


class TodoPart(Part):
    heading = "support-todo"
    anchor = "a-faire"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.day = ipywidgets.DatePicker(description=t("support-day"), style=WIDE)
        self.mode = ipywidgets.ToggleButtons(
            options=[(t(f"support-by-{mode}"), mode) for mode in MODES],
            style={"button_width": "auto"},
        )
        self.summary = Notice()
        self.list = ipywidgets.HTML()
        self.watch(self.day, self._looked, "value")
        self.watch(self.mode, lambda _: self.draw(), "value")
        return self.row(self.mode, self.day), self.summary, self.list

    def fill(self) -> None:
        t, today = self.t, self.state.today()
        self.day.value = today
        found = [(p.code, one) for p in self.klass.pupils for one in late(p, self.klass, today)]
        pupils = len({code for code, _ in found})
        if not self.klass.pupils:
            self.summary.say("info", t("support-todo-nobody"))
        elif not self.klass.councils:
            self.summary.say("warn", t("support-todo-no-dates"))
        else:
            key = "support-todo-some" if found else "support-todo-none"
            said = t(key, count=len(found), pupils=pupils, day=words.day(t, today))
            self.summary.say("warn" if found else "ok", said)
        by_pupil = self.mode.value == "pupil"
        self.list.value = self._by_pupil(found) if by_pupil else self._by_kind(found)

    def _by_kind(self, found: list[tuple[str, Late]]) -> Safe:
        groups: dict[str, list[tuple[str, Late]]] = defaultdict(list)
        for code, one in found:
            groups[one.code].append((code, one))
        parts = []
        oldest_first = sorted(groups.items(), key=lambda kind: min(o.since for _, o in kind[1]))
        for code, ones in oldest_first:
            parts.append(tag("h3", words.late_kind(self.t, code, len(ones))))
            parts.append(tag("p", words.late_todo(self.t, code), class_="j-hint"))
            parts.append(
                tag(
                    "ul",
                    *(tag("li", tag("strong", self.state.who(who)), self.t("colon"),
                          words.late_detail(self.t, one)) for who, one in ones),
                )
            )  # fmt: skip
        return join(parts)

    def _by_pupil(self, found: list[tuple[str, Late]]) -> Safe:
        groups: dict[str, list[Late]] = defaultdict(list)
        for code, one in found:
            groups[code].append(one)
        parts = []
        for code, ones in groups.items():
            parts.append(tag("h3", self.state.who(code)))
            lines = (
                tag("li", words.late_detail(self.t, one), Safe(" "),
                    tag("span", words.late_todo(self.t, one.code), class_="j-soft"))
                for one in ones
            )  # fmt: skip
            parts.append(tag("ul", *lines))
        return join(parts)

    def _looked(self, _: object) -> None:
        if self.day.value is not None and self.day.value != self.state.today():
            self.state.day = self.day.value
