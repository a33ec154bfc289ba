"""The schools kept here: open another one, copy, rename, put away, delete on request."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner.keeping import Dossier
from jalons.planner.page.part import Part
from jalons.planner.page.versions_words import moment, who
from jalons.planner.shelf import Shelf
from jalons.ui.address import Address
from jalons.ui.labels import labels
from jalons.ui.records import LABELS, Action, Record, Records

SHOWN = 4


class ShelfPart(Part):
    heading = "shelf"
    anchor = "etablissements"
    watched = ("dossier",)

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.shelf = Shelf(self.state)
        self.address = Address()
        self.list = Records(
            t("shelf"), labels(t, "ui-records", LABELS), self._act, self.report, shown=SHOWN
        )
        return self.hint("shelf-hint"), self.list, self.address

    def draw(self) -> None:
        state = self.state
        dossiers = self.shelf.dossiers() if state.keeping.lasts else ()
        self.show(bool(dossiers))
        self.list.fill([self._record(dossier) for dossier in dossiers])
        if state.dossier:
            self.address.query = {"dossier": state.dossier, "exemple": ""}
        elif self.address.query:
            self.address.query = {"dossier": ""}

    def _record(self, dossier: Dossier) -> Record:
        t, about = self.t, dossier.about
        is_open = dossier.name == self.state.dossier
        badges = [t("shelf-open")] if is_open else []
        badges += [t("shelf-away")] if about.away else []
        newest = dossier.newest
        text = t("shelf-saved", who=who(t, newest), when=moment(t, newest))
        text = t("shelf-as-you-go") if is_open else text
        title = about.title or dossier.name
        return Record(dossier.name, title, text, tuple(badges), self._actions(dossier, is_open))

    def _actions(self, dossier: Dossier, is_open: bool) -> tuple[Action, ...]:
        t, title = self.t, dossier.about.title or dossier.name
        rename = Action("rename", t("shelf-rename"), ask=t("shelf-rename-ask"), value=title)
        if dossier.about.away:
            back = Action("take_back", t("shelf-take-back"))
            gone = Action("forget", t("shelf-forget"), confirm=t("shelf-forget-confirm"))
            return back, rename, gone
        away = Action("put_away", t("shelf-put-away"))
        if is_open:
            copy = t("shelf-copy-name", name=title)
            return (
                Action("copy", t("shelf-copy"), ask=t("shelf-copy-ask"), value=copy),
                rename,
                away,
            )
        return Action("open", t("shelf-open-it")), rename, away

    def _act(self, code: str, key: str, text: str) -> None:
        if code == "open":
            self.shelf.open(key)
        elif code == "copy" and text:
            self.shelf.copy(text)
        elif code == "rename":
            self.shelf.rename(key, text)
        elif code in ("put_away", "take_back"):
            self.shelf.put_away(key, code == "put_away")
        elif code == "forget":
            self.shelf.forget(key)
        self.draw()
