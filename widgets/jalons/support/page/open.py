"""Part 1: which class, those that are kept, the example; the list of pupils comes in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import ipywidgets

from jalons.schoolyear.zones import ZONES, year_label
from jalons.support.page.part import WIDE, Part
from jalons.support.pupils_file import PupilList, pasted, read_pupils
from jalons.ui.file_input import LABELS, FileInput
from jalons.ui.html import Safe, join, tag
from jalons.ui.labels import labels
from jalons.ui.notice import Notice
from jalons.ui.records import LABELS as RECORDS
from jalons.ui.records import Action, Record, Records

LEVELS = ("TPRO", "CAP2", "CAP1AN")
MOST_BYTES = 2_000_000
SUMMER = 7


class OpenPart(Part):
    heading = "support-class"
    watched = ("book", "classes")
    always = True
    last: tuple[str, str] | None = None

    def build(self) -> Sequence[ipywidgets.Widget]:
        t, today = self.t, datetime.now().astimezone().date()
        this = today.year if today.month >= SUMMER else today.year - 1
        self.year = ipywidgets.Dropdown(
            options=[year_label(start) for start in range(this - 2, this + 2)],
            value=year_label(this),
            description=t("support-year"),
            style=WIDE,
        )
        self.name = ipywidgets.Combobox(
            description=t("support-name"),
            placeholder=t("support-name-hint"),
            style=WIDE,
            continuous_update=False,  # read when it is left: a click must not overtake it
        )
        self.level = ipywidgets.Dropdown(
            options=[(t(f"support-level-{level.casefold()}"), level) for level in LEVELS],
            description=t("support-level"),
            style=WIDE,
        )
        self.zone = ipywidgets.Dropdown(
            options=[(t(f"zone-{zone}"), zone) for zone in ZONES],
            value=self.state.known[0].zone if self.state.known else "C",
            description=t("support-zone"),
            style=WIDE,
        )
        self.start = self.button(t("support-open"), self._start)
        self.start.button_style = "primary"
        self.example = self.button(t("support-example"), self._example)
        self.fresh = self.button(t("support-refresh"), self.state.refresh)
        self.told, self.past = Notice(), ipywidgets.HTML()
        self.kept = Records(
            t("support-kept"), labels(t, "ui-records", RECORDS), self._act, self.report, shown=4
        )
        self.watch(self.year, lambda _: self._names(), "value")
        self.watch(self.name, lambda _: self._known(), "value")
        return (
            self.hint("support-class-text"),
            self.row(self.year, self.name),
            self.row(self.level, self.zone),
            self.row(self.start, self.example, self.fresh),
            self.told,
            self.past,
            self.kept,
            self._import(),
        )

    def _import(self) -> ipywidgets.Widget:
        t = self.t
        self.file = FileInput(
            {**labels(t, "ui-file", LABELS), "hint": t("support-file-hint")},
            accept=".csv,.xlsx,.json",
            max_bytes=MOST_BYTES,
            multiple=False,
        )
        self.watch(self.file, self._file_came, "files")
        self.paste = ipywidgets.Textarea(
            description=t("support-paste"),
            placeholder="E01\nE02\nE03",
            rows=4,
            style=WIDE,
            continuous_update=False,
            layout={"width": "min(100%, 40rem)"},
        )
        self.take = self.button(t("support-paste-take"), self._pasted)
        self.imported = Notice()
        self.folded = self.fold(
            "support-import",
            self.hint("support-import-text"),
            self.file,
            self.paste,
            self.take,
            self.imported,
        )
        return self.folded

    def fill(self) -> None:
        t, state = self.t, self.state
        self._names()
        open_one = (state.book.year, state.book.name) if state.book else None
        self.kept.fill(
            [
                Record(
                    f"{kept.year} {kept.name}",
                    t("support-title", name=kept.name, year=kept.year),
                    badges=(t("support-open-one"),) if (kept.year, kept.name) == open_one else (),
                    actions=(
                        Action("open", t("support-show")),
                        Action("forget", t("support-forget"), confirm=t("support-forget-confirm")),
                    ),
                )
                for kept in state.classes
            ]
        )
        self.past.value = join(
            [
                tag("p", t("support-past-offer", year=year), Safe(" "),
                    tag("a", t("support-purge", year=year), href="#confidentialite"))
                for year in state.past_years()
            ]
        )  # fmt: skip
        self.kept.layout.display = "" if state.classes else "none"
        self.folded.layout.display = "" if open_one else "none"
        self.fresh.layout.display = "" if open_one else "none"
        if open_one and state.klass is not None:
            count = len(state.klass.pupils)
            self.told.say(
                "info" if count else "warn",
                t(
                    "support-standing" if count else "support-standing-none",
                    name=open_one[1],
                    year=open_one[0],
                    count=count,
                ),
            )
            if open_one != self.last:
                self.folded.unfold(not count)
        else:
            self.told.say("info", t("support-empty"))
        self.last = open_one

    def _names(self) -> None:
        year = self.year.value
        here = [k.name for k in self.state.known if k.year == year]
        here += [k.name for k in self.state.classes if k.year == year]
        self.name.options = list(dict.fromkeys(here))

    def _known(self) -> None:
        school = self.state.known_class(self.year.value, self.name.value.strip())
        if school is not None:
            self.level.value, self.zone.value = school.level, school.zone

    def _start(self) -> None:
        if not self.name.value.strip():
            self.told.say("error", self.t("support-name-missing"))
            return
        self.state.day = None
        self.state.begin(self.year.value, self.name.value, self.level.value, self.zone.value)

    def _example(self) -> None:
        self.state.show_example()

    def _act(self, code: str, key: str, _: str) -> None:
        year, name = key.split(" ", 1)
        if code == "open":
            self.state.day = None
            self.state.open(year, name)
        else:
            self.state.forget_class(year, name)

    def _file_came(self, _: Any) -> None:
        for file in self.file.files:
            if file.name.casefold().endswith(".json"):
                self.state.load(file.data, file.name)
            else:
                self._put(read_pupils(file.name, file.data))

    def _pasted(self) -> None:
        found = pasted(self.paste.value)
        self.paste.value = ""
        self._put(found)

    def _put(self, found: PupilList) -> None:
        t, there = self.t, set(self.book.draft.names("eleves"))
        taken = self.state.put_pupils(found)
        known = sum(pupil.code in there for pupil in taken.pupils)
        passed_over = taken.names and not self.book.keeps_names
        told = [t("support-imported-bare")] if passed_over else []
        named = sum(a.code != b.code for a, b in zip(found.pupils, taken.pupils, strict=True))
        if named:
            told.append(t("support-imported-coded", count=named))
            if there and known < len(taken.pupils) and not self.book.keeps_names:
                told.append(t("support-imported-again"))
        told += [notice.sentence(t) for notice in found.notices]
        count = len(found.pupils)
        said = t("support-imported", read=count, new=count - known, known=known)
        self.imported.say("warn" if told else "ok", said, told)
