"""Part 1 b: one's own school, filled in like a spreadsheet; what its figures weigh, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import ipywidgets

from jalons.cohorts import telling
from jalons.cohorts.fit import Ratio
from jalons.cohorts.origin import Kind
from jalons.cohorts.page.part import Part
from jalons.cohorts.panel import FEEDER
from jalons.cohorts.school_counts import (
    EXAMPLE,
    HEAD_COLUMNS,
    HEADS,
    PASSAGE_COLUMNS,
    PASSAGES,
    Cells,
)
from jalons.i18n import Translator
from jalons.ui.grid import LABELS, Grid, GridColumn, GridError, GridSheet
from jalons.ui.html import Safe, join, tag
from jalons.ui.labels import labels

COLUMNS = {HEADS: HEAD_COLUMNS, PASSAGES: PASSAGE_COLUMNS}
MOST_ROWS, MOST_TEXT = 100, 200


class SchoolPart(Part):
    heading = "simuler-school"
    anchor = "lycee"
    watched = ("draft", "problems", "opened")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.sheet = HEADS
        self.past: list[tuple[Cells, Cells]] = []
        self.future: list[tuple[Cells, Cells]] = []
        self.grid = Grid(labels(t, "grid", LABELS))
        self.weights = ipywidgets.HTML()
        acts: dict[str, Callable[..., object]] = {
            "set": self._set,
            "insert": self._insert,
            "remove": self._remove,
            "undo": lambda: self._back(self.past, self.future),
            "redo": lambda: self._back(self.future, self.past),
            "sheet": self._choose,
        }
        for kind, act in acts.items():
            self.grid.on(kind, act)
        self.grid.on_error(self.report)
        example = self.button(t("simuler-school-example"), lambda: self._take(EXAMPLE, ()))
        clear = self.button(t("simuler-school-clear"), lambda: self._take((), ()))
        return self.hint("simuler-school-text"), self.row(example, clear), self.grid, self.weights

    # --- edits --------------------------------------------------------------------------------

    @property
    def rows(self) -> Cells:
        return self.state.draft.heads if self.sheet == HEADS else self.state.draft.passages

    def _set(self, cells: Sequence[Sequence[object]]) -> None:
        rows = [list(row) for row in self.rows]
        width = len(COLUMNS[self.sheet])
        for row, column, text in cells:
            at, place = int(str(row)), int(str(column))
            while at >= len(rows) and len(rows) <= MOST_ROWS:
                rows.append([""] * width)
            if at < len(rows) and place < width:
                rows[at][place] = str(text)[:MOST_TEXT]
        self._edit(rows)

    def _insert(self, at: int, given: Sequence[Sequence[str]]) -> None:
        rows = [list(row) for row in self.rows]
        self._edit([*rows[:at], *([str(c)[:MOST_TEXT] for c in row] for row in given), *rows[at:]])

    def _remove(self, gone: Sequence[int]) -> None:
        self._edit([list(row) for n, row in enumerate(self.rows) if n not in set(gone)])

    def _edit(self, rows: Sequence[Sequence[str]]) -> None:
        if len(rows) > MOST_ROWS:
            self.notice.say("warn", self.t("simuler-rows-cut", most=MOST_ROWS))
        else:
            self.notice.clear()
        cells = tuple(tuple(row) for row in rows[:MOST_ROWS])
        draft = self.state.draft
        heads, passages = (cells, draft.passages) if self.sheet == HEADS else (draft.heads, cells)
        self._take(heads, passages)

    def _take(self, heads: Cells, passages: Cells) -> None:
        draft = self.state.draft
        self.past.append((draft.heads, draft.passages))
        self.future.clear()
        self.state.choose(replace(draft, kind=Kind.SCHOOL, heads=heads, passages=passages))

    def _back(self, away: list[tuple[Cells, Cells]], to: list[tuple[Cells, Cells]]) -> None:
        if away:
            draft = self.state.draft
            to.append((draft.heads, draft.passages))
            heads, passages = away.pop()
            self.state.choose(replace(draft, heads=heads, passages=passages))

    def _choose(self, sheet: str) -> None:
        self.sheet = sheet if sheet in COLUMNS else HEADS
        self.draw()

    # --- shown --------------------------------------------------------------------------------

    def draw(self) -> None:
        state = self.state
        mine = state.draft.kind is Kind.SCHOOL
        self.show(mine)
        if not mine:
            return
        self._fill()
        own = state.origin.kind is Kind.SCHOOL
        self.weights.value = weights_html(self.t, state.opened.ratios) if own else ""

    def _fill(self) -> None:
        t, draft = self.t, self.state.draft
        wrong = [p for p in self.state.problems if p.row is not None]
        columns = COLUMNS[self.sheet]
        with self.grid.hold_sync():
            self.grid.can_undo, self.grid.can_redo = bool(self.past), bool(self.future)
            self.grid.show(
                [
                    GridSheet(
                        sheet,
                        t(f"simuler-sheet-{sheet}"),
                        sum(any(map(str.strip, row)) for row in rows),
                        sum(p.sheet == sheet for p in wrong),
                    )
                    for sheet, rows in ((HEADS, draft.heads), (PASSAGES, draft.passages))
                ],
                self.sheet,
                [self._column(name) for name in columns],
                self.rows,
                [
                    GridError(
                        (p.row or 2) - 2,
                        columns.index(p.column) if p.column in columns else None,
                        p.message(t),
                    )
                    for p in wrong
                    if p.sheet == self.sheet
                ],
                "" if self.sheet == HEADS else t("simuler-sheet-passages-note"),
            )

    def _column(self, name: str) -> GridColumn:
        t = self.t
        if name == "vers":
            choices = [(level, t(f"simuler-passage-{level}")) for level in FEEDER]
            return GridColumn(t("simuler-grid-vers"), kind="choice", choices=choices)
        own = f"simuler-grid-{name}"
        label = t(own) if t.has(own) else telling.state_name(t, name)
        return GridColumn(label, kind="number")


def weights_html(t: Translator, ratios: Mapping[str, Ratio]) -> Safe:
    """How much one's own figures, the academy and France count in each rate: words and bars."""
    items = []
    for level, ratio in ratios.items():
        parts = {
            "own": ratio.weight_own,
            "academy": ratio.weight_academie,
            "france": ratio.weight_france,
        }
        bar = tag(
            "span",
            *(
                tag("span", t(f"simuler-weight-{name}") if share >= 0.14 else "",
                    class_=f"j-sim-weight-{name}", style=f"width:{100 * share:.1f}%")
                for name, share in parts.items()
            ),
            class_="j-sim-weight",
            aria_hidden="true",
        )  # fmt: skip
        items.append(tag("li", bar, weight_sentence(t, level, ratio)))
    return join(
        [
            tag("h3", t("simuler-weights")),
            tag("p", t("simuler-weights-text"), class_="j-hint"),
            tag("ul", *items, class_="j-sim-weights"),
            tag("p", t("simuler-weights-over"), " ", t("simuler-local-rest"), class_="j-hint"),
        ]
    )


def weight_sentence(t: Translator, level: str, ratio: Ratio) -> str:
    key = "simuler-weights-sentence" + ("-none" if ratio.own_ratio is None else "")
    return t(
        key,
        passage=t(f"simuler-passage-{level}"),
        own=telling.percent(t, ratio.own_ratio or 0),
        ratio=telling.percent(t, ratio.ratio),
        low=telling.percent(t, ratio.p05),
        high=telling.percent(t, ratio.p95),
        pupils=telling.number(t, ratio.pupils),
        ownWeight=telling.percent(t, ratio.weight_own),
        academyWeight=telling.percent(t, ratio.weight_academie),
        franceWeight=telling.percent(t, ratio.weight_france),
    )
