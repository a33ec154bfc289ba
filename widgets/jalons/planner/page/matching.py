"""A file that is not as it should be: say which of its sheets and columns stand for which."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any

import ipywidgets

from jalons.planner.page.part import Part
from jalons.planner.school_import import SchoolImport
from jalons.planner.tables import head, tidy_for_all, word
from jalons.reactive import guarded
from jalons.school.columns import kind_of
from jalons.school.problems import SchoolFileError
from jalons.school.tables import TABLES
from jalons.ui.notice import Notice
from jalons.ui.table import table_html

MOST_PREVIEW = 5


class MatchingPart(Part):
    """Shown while the file given last could not be opened; gone once it is taken or given up."""

    heading = "planner-matching"
    watched = ("refused",)

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.found: SchoolImport | None = None
        self._filling = False
        self.table = self._choice(t("matching-table"))
        self.sheet = self._choice(t("matching-sheet"))
        self.header = ipywidgets.BoundedIntText(
            1, 1, 20_000, description=t("matching-header"), style={"description_width": "initial"}
        )
        self.header.layout.width = "14rem"
        self.columns: dict[str, ipywidgets.Dropdown] = {}
        self.column_box = ipywidgets.VBox()
        self.preview = ipywidgets.HTML()
        self.said = Notice()
        self.take = self.button(t("matching-take", tables="", count=0), self._take)
        self.take.button_style = "primary"
        self.watch(self.table, lambda _: self._chosen(self._fill), "value")
        self.watch(self.sheet, lambda _: self._chosen(self._sheet_chosen), "value")
        self.watch(self.header, lambda _: self._chosen(self._header_chosen), "value")
        return (
            self.hint("matching-text"),
            self.row(self.table, self.sheet, self.header),
            self.column_box,
            self.preview,
            self.said,
            self.row(self.take, self.button(t("matching-give-up"), self._give_up)),
        )

    def _choice(self, label: str) -> ipywidgets.Dropdown:
        return ipywidgets.Dropdown(
            description=label, style={"description_width": "initial"}, layout={"width": "auto"}
        )

    # --- what is given ------------------------------------------------------------------------

    def draw(self) -> None:
        self.found = None
        if self.state.refused:
            with suppress(SchoolFileError):  # no spreadsheet at all: the part above has said so
                self.found = SchoolImport(self.page.editing, tidy_for_all(), self.state.refused)
        self.show(self.found is not None)
        if self.found is not None:
            first = next((name for name in TABLES if name in self.found.matches), "classes")
            self._fill(first)

    def _give_up(self) -> None:
        self.found = None
        self.show(False)

    def _take(self) -> None:
        if self.found is not None:
            self.found.take()
            self._give_up()

    # --- choices ------------------------------------------------------------------------------

    def _chosen(self, act: Any) -> None:
        if not self._filling and self.found is not None:
            act()

    def _sheet_chosen(self) -> None:
        assert self.found is not None
        self.found.choose_sheet(self.table.value, self.sheet.value)
        self._fill()

    def _header_chosen(self) -> None:
        assert self.found is not None
        if self.table.value in self.found.matches:
            self.found.choose_header(self.table.value, self.header.value)
            self._fill()

    def _column_chosen(self, column: str, _: Any) -> None:
        assert self.found is not None
        self.found.choose_column(self.table.value, column, self.columns[column].value)
        self._tell()

    def _fill(self, table: str = "") -> None:
        """Show what is chosen for a table (the one that is shown), and all it could be."""
        assert self.found is not None
        self._filling = True
        try:
            table = table or self.table.value
            self.table.options = [(self._summary(name), name) for name in TABLES]
            self.table.value = table
            match = self.found.matches.get(table)
            sheets = [(sheet.title, n) for n, sheet in enumerate(self.found.sheets)]
            self.sheet.options = [(self.t("matching-none"), None), *sheets]
            self.sheet.value = match.sheet if match else None
            self.header.disabled = match is None
            self.header.value = match.header + 1 if match else 1
            self._fill_columns(table)
        finally:
            self._filling = False
        self._tell()

    def _summary(self, table: str) -> str:
        assert self.found is not None
        name, match = self.t(f"table-{table}"), self.found.matches.get(table)
        if match is None:
            return self.t("matching-table-none", table=name)
        return self.t("matching-table-of", table=name, sheet=self.found.sheets[match.sheet].title)

    def _fill_columns(self, table: str) -> None:
        assert self.found is not None
        for box in self.columns.values():
            box.close()
        self.columns = {}
        match = self.found.matches.get(table)
        if match is None:
            self.column_box.children = ()
            return
        titles = [
            (self.t("matching-column", title=title), at) for title, at in self.found.titles(table)
        ]
        for column in TABLES[table].columns():
            constants = [
                (self.t("matching-everywhere", value=word(self.t, column, code)), source)
                for code, source in self.found.constants(table, column)
            ]
            mark = "" if column in TABLES[table].optional else " *"
            box = ipywidgets.Dropdown(
                options=[(self.t("matching-empty"), ""), *titles, *constants],
                value=match.columns.get(column, ""),
                description=head(self.t, column) + mark,
                layout={"width": "min(100%, 34rem)"},
            )
            self.columns[column] = box
            # Goes with its box, which lives no longer than this table is shown.
            box.observe(guarded(partial(self._column_chosen, column), self.report), names=["value"])
        self.column_box.children = tuple(self.columns.values())

    # --- what it would give -------------------------------------------------------------------

    def _tell(self) -> None:
        """The first rows as they would be, what could not be read, and what the button takes."""
        assert self.found is not None
        t, taken = self.t, self.found.tables()
        table = self.table.value
        self.preview.value = self._preview(table, taken.get(table, ())) if table in taken else ""
        parts = [f"{t(f'table-{name}')} ({len(taken[name])})" for name in self.found.matches]
        self.take.description = t("matching-take", tables=", ".join(parts), count=len(parts))
        self.take.disabled = not taken
        sentences = [problem.sentence(t) for problem in self.found.problems()]
        if not taken:
            self.said.say("info", t("matching-nothing"))
        elif sentences:
            more = self.more(sentences, self.said.shown)
            self.said.say("warn", t("matching-wrong", count=len(sentences)), sentences, more)
        else:
            self.said.say("ok", t("matching-right"))

    def _preview(self, table: str, rows: Sequence[Sequence[str]]) -> str:
        columns = TABLES[table].columns()
        shown = [
            [self._shown(table, c, text) for c, text in zip(columns, row, strict=True)]
            for row in rows[:MOST_PREVIEW]
        ]
        caption = self.t("matching-preview", count=len(rows), shown=len(shown))
        return table_html(caption, [head(self.t, c) for c in columns], shown)

    def _shown(self, table: str, column: str, text: str) -> str:
        kind = kind_of(table, column)
        return word(self.t, column, text) if text in kind.choices else text
