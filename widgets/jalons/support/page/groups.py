"""Groups proposed from choices and needs, moved by hand, and sent to the planner."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.support import words
from jalons.support.domain import FINALITIES
from jalons.support.groups import NEEDS, Group, purpose_of
from jalons.support.page.part import WIDE, Part
from jalons.support.state import Sent
from jalons.ui.notice import Notice
from jalons.ui.table import Column, Table


class GroupsPart(Part):
    heading = "support-groups"
    anchor = "groupes"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.table = Table(
            t("support-groups-caption"),
            [
                t("support-column-group"),
                t("support-head-finalite"),
                Column(t("support-column-size"), numeric=True),
                t("support-table-eleves"),
            ],
        )
        self.undecided = Notice()
        self.who = ipywidgets.Dropdown(description=t("support-pupil"), style=WIDE)
        self.to = ipywidgets.Dropdown(
            options=[(t("support-group-as-chosen"), ""),
                     *((words.choice(t, f), f) for f in FINALITIES)],
            description=t("support-group-to"),
            style=WIDE,
        )  # fmt: skip
        self.move = self.button(t("support-group-move"), self._move)
        self.watch(self.who, lambda _: self._offer(), "value")
        self.send = self.button(t("support-send"), self._send)
        self.send.button_style = "primary"
        self.sent = Notice()
        return (
            self.hint("support-groups-text"),
            self.table,
            self.undecided,
            self.row(self.who, self.to, self.move),
            self.send,
            self.sent,
        )

    def fill(self) -> None:
        t, who = self.t, self.state.who
        proposal = self.state.groups()
        self.table.fill(
            [
                (g.name, words.choice(t, g.purpose), len(g.pupils), self._members(g))
                for g in proposal.groups
            ]
        )
        names = ", ".join(map(who, proposal.undecided))
        self.undecided.say(
            "warn" if names else "info",
            t("support-undecided", count=len(proposal.undecided), names=names) if names else "",
        )
        self.choose_among(self.who)
        self._offer()
        self.send.disabled = self.state.send_groups is None or not proposal.groups
        if self.state.send_groups is None:
            self.sent.say("info", t("support-send-nobody"))

    def _members(self, group: Group) -> str:
        """Who is in a group; in that of needs, also which."""
        members = [self.klass.pupil(code) for code in group.pupils]
        if group.purpose != NEEDS:
            return ", ".join(self.state.who(p.code) for p in members)
        return ", ".join(f"{self.state.who(p.code)} ({words.needs(self.t, p)})" for p in members)

    def _offer(self) -> None:
        code = self.who.value
        if code and self.state.klass is not None:
            pupil = self.klass.pupil(code)
            self.to.value = pupil.purpose if purpose_of(pupil) in FINALITIES else ""

    def _move(self) -> None:
        if self.who.value:
            self.state.place(self.who.value, self.to.value)

    def _send(self) -> None:
        self.tell(self.state.send())

    def tell(self, sent: Sent) -> None:
        """Say what the planner did with the groups."""
        t = self.t
        if sent.refused:
            self.sent.say("error", t("support-send-refused"), sent.refused)
            return
        added = ", ".join(f"{name} ({size})" for name, size in sent.added)
        changed = ", ".join(f"{name} ({old or '?'} → {now})" for name, old, now in sent.changed)
        lines = [
            t(f"support-send-{kind}", names=names)
            for kind, names in (
                ("added", added), ("changed", changed), ("idle", ", ".join(sent.idle)),
            )
            if names
        ]  # fmt: skip
        lines += [
            t("support-send-several", purpose=words.choice(t, purpose), count=size,
              names=", ".join(names))
            for purpose, size, names in sent.several
        ]  # fmt: skip
        key = "support-sent" if added or changed else "support-send-same"
        self.sent.say("warn" if sent.several else "ok", t(key, school=sent.school), lines)
