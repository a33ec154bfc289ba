"""The tables of the class, filled in on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import ipywidgets

from jalons.school.rebase import Replaced
from jalons.support import grid
from jalons.support.page.part import Part
from jalons.ui.grid import LABELS, Grid
from jalons.ui.labels import labels
from jalons.ui.notice import Notice


class TablesPart(Part):
    heading = "support-tables"
    anchor = "tableaux"
    watched = ("book", "gone", "replaced")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t, state = self.t, self.state
        self.sheet = "decisions"
        self.dates = self.button(t("support-take-dates"), self._dates)
        self.grid = Grid({**labels(t, "grid", LABELS), "tabs": t("support-tables")})
        self.said = Notice()
        acts: dict[str, Callable[..., object]] = {
            "set": lambda cells: state.set_cells(self.sheet, [tuple(c) for c in cells]),
            "insert": lambda at, rows: state.insert(self.sheet, at, rows),
            "remove": lambda rows: state.remove(self.sheet, rows),
            "undo": state.undo,
            "redo": state.redo,
            "sheet": self._choose,
        }
        for kind, act in acts.items():
            self.grid.on(kind, act)
        self.grid.on_error(self.report)
        return self.hint("support-tables-text"), self.dates, self.grid, self.said

    def _choose(self, sheet: str) -> None:
        self.sheet = sheet
        self.fill()

    def _dates(self) -> None:
        self.state.take_dates()
        self._choose("conseils")

    def fill(self) -> None:
        t, state, book = self.t, self.state, self.book
        known = state.known_class(book.year, book.name) is not None
        self.dates.layout.display = "" if known else "none"
        with self.grid.hold_sync():
            self.grid.can_undo, self.grid.can_redo = state.can_undo, state.can_redo
            self.grid.show(
                grid.sheets(t, book, state.problems),
                self.sheet,
                grid.columns(t, book, self.sheet),
                book.draft.rows(self.sheet),
                grid.errors(t, book, state.problems, self.sheet),
                t(f"support-note-{self.sheet}"),
            )
        gone = [t("support-gone", count=state.gone)] if state.gone else []
        gone += [self._replaced(one) for one in state.replaced]
        if state.problems:
            lines = [*gone, *(self._where(p.sheet, p.row, p.message(t)) for p in state.problems)]
            said = t("support-tables-wrong", count=len(state.problems))
            self.said.say("warn", said, lines, self.more(lines, self.said.shown))
        else:
            self.said.say("warn" if gone else "ok", t("support-tables-kept"), gone)

    def _replaced(self, one: Replaced) -> str:
        t, column = self.t, self.book.draft.form.columns(one.table)[one.column]
        return t(
            "support-replaced",
            sheet=t(f"support-table-{one.table}"),
            row=one.name or "—",
            column=t(f"support-head-{column.replace('_', '-')}"),
            theirs=one.theirs or "none",
            mine=one.mine or "none",
        )

    def _where(self, sheet: str, row: int | None, message: str) -> str:
        place = self.t("support-place", sheet=self.t(f"support-table-{sheet}"), row=str(row or ""))
        return f"{place}{self.t('colon')}{message}"
