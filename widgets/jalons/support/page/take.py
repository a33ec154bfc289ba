"""What one takes away: dialogue sheets, the follow-up of placements, group lists, the file."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.support.exports import Exports
from jalons.support.page.part import WIDE, Part


class TakePart(Part):
    heading = "support-take"
    anchor = "emporter"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.exports = Exports(self.state, t)
        self.names = ipywidgets.Checkbox(description=t("support-take-names"), indent=False)
        self.watch(self.names, self._named, "value")
        self.who = ipywidgets.Dropdown(description=t("support-pupil"), style=WIDE)
        self.one = self.download("support-take-one", lambda: self.exports.dialogue(self.who.value))
        self.watch(self.who, lambda _: self._offer(), "value")
        return (
            self.hint("support-take-text"),
            self.names,
            ipywidgets.HTML(f"<h3>{t('support-dialogue')}</h3>"),
            self.row(
                self.download("support-take-class", self.exports.dialogues, primary=True),
                self.download("support-take-blank", self.exports.blank),
            ),
            self.row(self.who, self.one),
            ipywidgets.HTML(f"<h3>{t('support-lists')}</h3>"),
            self.row(
                self.download("support-take-follow-up-pdf", self.exports.follow_up_pdf),
                self.download("support-take-follow-up-xlsx", self.exports.follow_up_xlsx),
                self.download("support-take-groups-pdf", self.exports.groups_pdf),
                self.download("support-take-groups-xlsx", self.exports.groups_xlsx),
                self.download("support-take-json", self.exports.json),
            ),
        )

    def fill(self) -> None:
        self.names.layout.display = "" if self.book.keeps_names else "none"
        if not self.book.keeps_names:
            self.names.value = False
        self.choose_among(self.who)
        self._offer()

    def _offer(self) -> None:
        self.one.blocked = "" if self.who.value else self.t("support-take-one-blocked")

    def _named(self, _: object) -> None:
        self.exports.with_names = self.names.value
