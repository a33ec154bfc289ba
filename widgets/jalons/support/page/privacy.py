"""Names of pupils, on request and apart; a pupil, or a year, forgotten for good."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.support.page.part import WIDE, Part
from jalons.ui.labels import labels
from jalons.ui.notice import Notice
from jalons.ui.records import LABELS, Action, Record, Records


class PrivacyPart(Part):
    heading = "support-privacy"
    anchor = "confidentialite"
    watched = ("book", "classes")
    always = True

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.names = ipywidgets.Checkbox(description=t("support-keep-names"), indent=False)
        self.names.layout.width = "auto"
        self.watch(self.names, lambda _: self._names(), "value")
        self.who = ipywidgets.Dropdown(description=t("support-pupil"), style=WIDE)
        self.watch(self.who, lambda _: self._offer(), "value")
        self.list = Records(
            t("support-privacy"), labels(t, "ui-records", LABELS), self._act, self.report
        )
        self.told = Notice()
        return (
            self.hint("support-privacy-text"),
            self.names,
            self.who,
            self.list,
            self.told,
        )

    def fill(self) -> None:
        book = self.state.book
        self.show(book is not None or bool(self.state.past_years()))
        for field in (self.names, self.who):
            field.layout.display = "" if book else "none"
        self.names.value = book is not None and book.keeps_names
        self.choose_among(self.who, book.draft.names("eleves") if book else ())
        self._offer()

    def _offer(self) -> None:
        t = self.t
        records = []
        if code := self.who.value:
            records.append(
                Record(
                    "pupil",
                    self.state.who(code),
                    t("support-remove-text"),
                    actions=(
                        Action("remove", t("support-remove"), confirm=t("support-remove-confirm")),
                    ),
                )
            )
        records += [
            Record(
                year,
                t("support-past-year", year=year),
                t("support-past-year-text"),
                actions=(
                    Action(
                        "purge",
                        t("support-purge", year=year),
                        confirm=t("support-purge-confirm", year=year),
                    ),
                ),
            )
            for year in self.state.past_years()
        ]
        self.list.fill(records)
        self.list.layout.display = "" if records else "none"

    def _names(self) -> None:
        if self.state.book is not None and self.names.value != self.book.keeps_names:
            self.state.keep_names(self.names.value)
            key = "support-names-kept" if self.names.value else "support-names-gone"
            self.told.say("ok", self.t(key))

    def _act(self, code: str, key: str, _: str) -> None:
        if code == "remove" and self.who.value:
            self.state.forget_pupil(self.who.value)
            self.told.say("ok", self.t("support-removed"))
        elif code == "purge":
            count = self.state.forget_year(key)
            self.told.say("ok", self.t("support-purged", year=key, count=count))
