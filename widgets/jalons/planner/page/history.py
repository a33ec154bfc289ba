"""What was saved, when and by whom; look at a version, go back to it, give it a name."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner.board import board_data, board_labels
from jalons.planner.history import Episode, changed
from jalons.planner.page.part import Part
from jalons.planner.page.versions_words import changes, done, moment, span, who
from jalons.planner.rules import check
from jalons.planner.versions import Versions
from jalons.ui.html import tag
from jalons.ui.labels import labels
from jalons.ui.notice import Notice
from jalons.ui.records import LABELS, Action, Record, Records
from jalons.ui.remembered import Remembered
from jalons.ui.year_board import LABELS as BOARD_LABELS
from jalons.ui.year_board import YearBoard

SHOWN = 8
COMPARED = 40  # older ones are listed without what they changed: look at them to see it
LOOKED = "version-regardee"


class HistoryPart(Part):
    heading = "history"
    anchor = "historique"
    watched = ("dossier", "version", "conflict", "newer")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.versions = Versions(self.state)
        self.initials = Remembered(
            t("history-initials"), "initials", hint=t("history-initials-hint")
        )
        self.unfold = self.button(t("history-show"), self._unfold)
        self.list = Records(
            t("history"), labels(t, "ui-records", LABELS), self._act, self.report, shown=SHOWN
        )
        title = ipywidgets.HTML(tag("h3", t("history-looked"), id=LOOKED, tabindex="-1"))
        self.looked = Notice()
        self.leave = self.button(t("history-leave"), self._leave)
        self.board: YearBoard | None = None
        self.aside = ipywidgets.VBox([title, self.looked, self.leave])
        self.open = False
        self._looking: int | None = None
        self.watch(self.initials, self._signed, "value")
        return self.hint("history-hint"), self.initials, self.unfold, self.list, self.aside

    def _signed(self, _: object) -> None:
        self.state.keeping.author = self.initials.value

    def draw(self) -> None:
        self.show(bool(self.state.dossier) and self.state.keeping.lasts)
        self.unfold.description = self.t("history-hide" if self.open else "history-show")
        self.list.layout.display = "" if self.open else "none"
        if self._looking is None or not self.state.dossier:
            self._leave()
        if self.open and self.state.dossier:
            found = self.versions.episodes()
            self.list.fill([self._record(e, n < COMPARED) for n, e in enumerate(found)])

    def _unfold(self) -> None:
        self.open = not self.open
        self.draw()

    def _record(self, episode: Episode, compared: bool) -> Record:
        t, newest = self.t, episode.newest
        current = newest.number == self._shown()
        badges = [episode.name] if episode.name else []
        badges += [t("history-current")] if current else []
        badges += [t("history-beside")] if newest.side else []
        told = [done(t, newest)]
        if compared:
            told.append(changes(t, self.versions.changed(episode)))
        if episode.count > 1:
            told.append(t("history-saves", count=episode.count))
        return Record(
            str(newest.number),
            t("history-title", who=who(t, newest), when=span(t, episode)),
            t("history-joint").join(filter(None, told)),
            tuple(badges),
            self._actions(episode, current),
        )

    def _shown(self) -> int | None:
        """The version the page shows: mine, kept beside, while a conflict is open."""
        conflict, base = self.state.conflict, self.state.keeping.standing.base
        return conflict.mine.version.number if conflict else base

    def _actions(self, episode: Episode, current: bool) -> tuple[Action, ...]:
        t = self.t
        name = Action("name", t("history-name"), ask=t("history-name-ask"), value=episode.name)
        if current:
            return (name,)
        back = Action("back", t("history-back"), confirm=t("history-back-confirm"))
        return Action("look", t("history-look"), goes=LOOKED), back, name

    def _act(self, code: str, key: str, text: str) -> None:
        number = int(key)
        self.notice.clear()
        if code == "look":
            self._look(number)
        elif code == "back":
            self._leave()
            self.versions.go_back(number)
        elif code == "name":
            self.versions.name(number, text)
        self.draw()

    # --- looking at one -----------------------------------------------------------------------

    def _look(self, number: int) -> None:
        times, plan = self.versions.look(number)
        episode = next(e for e in self.versions.episodes() if e.newest.number == number)
        broken = check(times, plan.assignments) if plan else ()
        if self.board is None:
            self.board = YearBoard(labels=board_labels(BOARD_LABELS, self.t))
            self.aside.children = (*self.aside.children, self.board)
        self.board.board = board_data(times, plan, self.page.letters, self.t, broken)
        self._looking = number
        self.aside.layout.display = ""
        self.looked.say(
            "info",
            self.t(
                "history-looking",
                when=moment(self.t, episode.newest),
                who=who(self.t, episode.newest),
            ),
            self._since(number),
        )

    def _since(self, number: int) -> list[str]:
        """What has changed from that version to what the page shows."""
        told = changes(self.t, changed(self.versions.read(number), self.state.content()))
        return [self.t("history-since", changes=told)] if told else []

    def _leave(self) -> None:
        self._looking = None
        self.looked.clear()
        self.aside.layout.display = "none"
