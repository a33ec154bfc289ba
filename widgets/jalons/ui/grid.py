"""Tables that people fill in like a spreadsheet: one grid, one tab a table.

Shows what it is handed and says what a person did; it judges no value and keeps none: the kernel
answers every edit with the rows as they now are. Knows no feature and no word.

=================================  ==============================================================
the page says                      meaning
=================================  ==============================================================
``{kind: "set", cells}``           ``cells`` is a list of [row, column, text]; a row beyond the
                                   last one is added
``{kind: "insert", at, rows}``     rows of text put before row ``at``
``{kind: "remove", rows}``         the numbers of rows taken away
``undo``, ``redo``                 of the last edit
``{kind: "sheet", id}``            another table is asked for
=================================  ==============================================================

Each message carries ``rev``; :attr:`Grid.heard` holds the last one that was answered, so that a
page whose person types fast does not fall back to what the kernel knew a moment ago.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from jalons.ui.esm import joined

HERE = Path(__file__).parent
log = logging.getLogger("jalons")

#: What the page may say, and what it says with it.
EDITS: dict[str, tuple[str, ...]] = {
    "set": ("cells",),
    "insert": ("at", "rows"),
    "remove": ("rows",),
    "undo": (),
    "redo": (),
    "sheet": ("id",),
}
KINDS = ("text", "number", "day", "clock", "choice", "many")
LABELS = (
    "lang",
    "tabs",
    "wrong",
    "add",
    "duplicate",
    "remove",
    "undo",
    "redo",
    "new_row",
    "row",
    "empty",
    "keys",
    "needed",
    "day_hint",
    "clock_hint",
    "many_hint",
    "pick_day",
    "cut_off",
    "refused",
)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column.

    Parameters
    ----------
    label, hint : str
        Its title, and a sentence about what it holds.
    kind : str
        One of :data:`KINDS`. Days are ISO text, ``many`` is text joined by ``separator``.
    choices : sequence of (str, str)
        Value and word of each choice.
    free : bool
        Another value than a choice may be meant.
    needed : bool
        An empty cell is seldom right.
    """

    label: str
    hint: str = ""
    kind: str = "text"
    choices: Sequence[tuple[str, str]] = ()
    free: bool = False
    separator: str = ""
    needed: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"a column is one of {', '.join(KINDS)}, not {self.kind!r}")


@dataclass(frozen=True, slots=True)
class GridSheet:
    """A tab: its id, title, number of rows, and how many things in it must be mended."""

    id: str
    label: str
    count: int = 0
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class GridError:
    """What is wrong with a cell, or with a whole row (``column`` None); both count from 0."""

    row: int
    column: int | None
    sentence: str


class Grid(anywidget.AnyWidget):
    """A grid with tabs.

    Parameters
    ----------
    labels : mapping
        Every word of :data:`LABELS`. ``%name%`` is filled in by the page.

    Attributes
    ----------
    sheet : str
        Id of the tab that is shown.
    first : int
        The number shown before the first row: 2, as in a spreadsheet whose row 1 holds titles.
    """

    _esm = joined(HERE / "grid.mjs")
    _css = HERE / "grid.css"

    labels = traitlets.Dict().tag(sync=True)
    sheets: traitlets.List[Any] = traitlets.List().tag(sync=True)
    sheet = traitlets.Unicode("").tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)
    columns: traitlets.List[Any] = traitlets.List().tag(sync=True)
    rows: traitlets.List[Any] = traitlets.List().tag(sync=True)
    errors: traitlets.List[Any] = traitlets.List().tag(sync=True)
    first = traitlets.Int(2).tag(sync=True)
    can_undo = traitlets.Bool(False).tag(sync=True)
    can_redo = traitlets.Bool(False).tag(sync=True)
    heard = traitlets.Int(0).tag(sync=True)

    def __init__(self, labels: Mapping[str, str], **values: Any) -> None:
        if missing := [name for name in LABELS if name not in labels]:
            raise ValueError(f"Grid needs the labels {', '.join(missing)}")
        if unknown := sorted(set(values) - set(self.trait_names())):
            raise TypeError(f"Grid has no trait {', '.join(unknown)}")
        super().__init__(labels=dict(labels), **values)
        self._callbacks: dict[str, Callable[..., object]] = {}
        self._report: Callable[[Exception], None] | None = None
        self.on_msg(self._said)

    def show(
        self,
        sheets: Iterable[GridSheet],
        sheet: str,
        columns: Sequence[GridColumn],
        rows: Iterable[Sequence[str]],
        errors: Iterable[GridError] = (),
        note: str = "",
    ) -> None:
        """Show one table and the tabs of all, as one change.

        Raises
        ------
        ValueError
            A row does not have as many cells as there are columns.
        """
        content = [list(row) for row in rows]
        for number, row in enumerate(content):
            if len(row) != len(columns):
                raise ValueError(f"row {number} has {len(row)} cells for {len(columns)} columns")
        with self.hold_sync():
            self.sheets = [asdict(tab) for tab in sheets]
            self.sheet, self.note = sheet, note
            self.columns = [asdict(column) for column in columns]
            self.rows = content
            self.errors = [
                [e.row, -1 if e.column is None else e.column, e.sentence] for e in errors
            ]

    def on(self, kind: str, act: Callable[..., object]) -> None:
        """Let ``act`` answer one kind of message (see :data:`EDITS` for its arguments)."""
        if kind not in EDITS:
            raise ValueError(f"the page never says {kind!r}")
        self._callbacks[kind] = act

    def on_error(self, report: Callable[[Exception], None]) -> None:
        """Let ``report(error)`` know that a callback failed (a view's ``report``)."""
        self._report = report

    def _said(self, _: Any, content: dict[str, Any], __: Any) -> None:
        kind = content.get("kind", "")
        try:
            self._callbacks[kind](*(content[name] for name in EDITS[kind]))
        except Exception as error:
            log.exception("an edit of the grid failed: %s", kind)
            self.send({"kind": "refused"})
            if self._report is None:
                raise
            self._report(error)
        finally:
            self.heard = int(content.get("rev", 0))
