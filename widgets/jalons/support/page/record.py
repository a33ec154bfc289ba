"""What several pupils did together, noted once: a session, an activity, a workshop, a stay."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.support import words
from jalons.support.noting import KINDS, NAMED, Note, table_of
from jalons.support.page.part import WIDE, Part
from jalons.ui.notice import Notice

CLASS, GROUP, PUPIL = "class", "group", "pupil"


class RecordPart(Part):
    heading = "support-record"
    anchor = "noter"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.kind = ipywidgets.Dropdown(
            options=[(t(f"support-kind-of-{kind}"), kind) for kind in KINDS],
            description=t("support-record-kind"),
            style=WIDE,
        )
        # A field is read when it is left: a click must not overtake what was typed before it.
        self.what = ipywidgets.Text(
            description=t("support-record-what"), style=WIDE, continuous_update=False
        )
        self.first = ipywidgets.DatePicker(description=t("support-record-first"), style=WIDE)
        self.last = ipywidgets.DatePicker(description=t("support-record-last"), style=WIDE)
        self.who = ipywidgets.Dropdown(description=t("support-record-who"), style=WIDE)
        self.but = ipywidgets.Text(
            description=t("support-record-but"),
            placeholder="E04, E12",
            style=WIDE,
            continuous_update=False,
        )
        self.note_it = self.button(t("support-record-note"), self._note)
        self.said = Notice()
        self.watch(self.kind, lambda _: self._offer(), "value")
        return (
            self.hint("support-record-text"),
            self.row(self.kind, self.what),
            self.row(self.first, self.last),
            self.row(self.who, self.but),
            self.note_it,
            self.said,
        )

    def fill(self) -> None:
        t, kept = self.t, self.who.value
        groups = self.state.groups().groups
        self.who.options = [
            (t("support-record-class"), (CLASS, "")),
            *((words.group(t, g), (GROUP, g.purpose)) for g in groups),
            *((self.state.who(p.code), (PUPIL, p.code)) for p in self.klass.pupils),
        ]
        values = [value for _, value in self.who.options]
        self.who.value = kept if kept in values else values[0]
        self.note_it.disabled = not self.klass.pupils
        self._offer()

    def _offer(self) -> None:
        for field in (self.what, self.last):
            field.layout.display = "" if self.kind.value in NAMED else "none"

    def _codes(self) -> list[str]:
        kind, which = self.who.value
        if kind == GROUP:
            groups = self.state.groups().groups
            return [code for g in groups if g.purpose == which for code in g.pupils]
        return [which] if kind == PUPIL else [p.code for p in self.klass.pupils]

    def _note(self) -> None:
        t, kind, first = self.t, self.kind.value, self.first.value
        what = " ".join(self.what.value.split())
        last = self.last.value if kind in NAMED and self.last.value else first
        codes = self._codes()
        absent = [part.strip() for part in self.but.value.replace(";", ",").split(",")]
        called = {self.state.who(code).casefold(): code for code in codes}
        called |= {code.casefold(): code for code in codes}
        unknown = sum(bool(one) and one.casefold() not in called for one in absent)
        left_out = {called.get(one.casefold()) for one in absent}
        codes = [code for code in codes if code not in left_out]
        wrong = (
            "what" if kind in NAMED and not what
            else "first" if first is None
            else "last" if last < first
            else "but" if unknown
            else "nobody" if not codes
            else ""
        )  # fmt: skip
        if wrong:
            self.said.say("error", t(f"support-record-no-{wrong}", count=unknown))
            return
        self.state.note(Note(kind, what, first, last), codes)
        self.what.value = self.but.value = ""
        table = table_of(kind)
        self.said.say(
            "ok", t("support-record-done", count=len(codes), table=t(f"support-table-{table}"))
        )
