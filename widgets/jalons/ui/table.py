"""A table that reads well on screen, on paper and aloud. Knows no feature and no word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ipywidgets

from jalons.ui.html import Safe, join, tag

STYLE = Safe("""<style>
.j-table-frame { overflow-x: auto; max-width: 100%; }
.j-table { border-collapse: collapse; font-size: var(--j-font-size-small); line-height: 1.4; color: var(--j-ink); }
.j-table caption { text-align: left; font-weight: 600; padding-bottom: var(--j-space-2); color: var(--j-ink); }
.j-table th, .j-table td { padding: var(--j-space-1) var(--j-space-3); text-align: left; vertical-align: top; border-bottom: 1px solid var(--j-line); }
.j-table thead th { border-bottom: 2px solid var(--j-control); }
.j-table tbody th { font-weight: 500; }
.j-table thead, .j-table tbody { background: var(--j-surface); }
.j-table .j-number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
@media screen and (max-width: 40rem) {
  .j-table-stacked, .j-table-stacked tbody, .j-table-stacked tr, .j-table-stacked th, .j-table-stacked td { display: block; }
  .j-table-stacked caption { display: block; }
  .j-table-stacked thead, .j-table-stacked td:empty { display: none; }
  .j-table-stacked tr { padding: var(--j-space-2) 0; border-bottom: 1px solid var(--j-line); }
  .j-table-stacked th, .j-table-stacked td { border: 0; text-align: left; white-space: normal; }
  .j-table-stacked th { font-weight: 600; }
  .j-table-stacked td::before { content: attr(data-label) ": "; color: var(--j-ink-soft); }
}
.j-table ul { margin: 0; padding-left: var(--j-space-3); min-width: 18rem; }
@media print { .j-table-frame { overflow: visible; } .j-table thead { display: table-header-group; } .j-table tr { break-inside: avoid; } }
</style>""")  # noqa: E501


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``numeric`` aligns it right. Numbers come in already written."""

    label: str
    numeric: bool = False


def table_html(
    caption: str,
    columns: Sequence[Column | str],
    rows: Sequence[Sequence[object]],
    *,
    stacked: bool = False,
) -> Safe:
    """Return a table as HTML; the first cell of each row names the row.

    Parameters
    ----------
    stacked : bool
        On a phone each row is a block, each filled cell a line with its column's name.

    Raises
    ------
    ValueError
        A row does not have as many cells as there are columns.
    """
    heads = [column if isinstance(column, Column) else Column(column) for column in columns]
    for number, row in enumerate(rows, start=1):
        if len(row) != len(heads):
            raise ValueError(f"row {number} has {len(row)} cells for {len(heads)} columns")
    classes = ["j-number" if head.numeric else None for head in heads]
    top = [
        tag("th", head.label, scope="col", class_=name)
        for head, name in zip(heads, classes, strict=True)
    ]
    labels = [head.label if stacked else None for head in heads]
    body = [tag("tr", *_cells(row, classes, labels)) for row in rows]
    whole = tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *top)),
        tag("tbody", *body),
        class_="j-table j-table-stacked" if stacked else "j-table",
    )
    # A table wider than the screen scrolls inside its frame, also from the keyboard.
    return join([STYLE, tag("div", whole, class_="j-table-frame", role="region",
                            aria_label=caption, tabindex="0")])  # fmt: skip


def _cells(
    row: Sequence[object], classes: list[str | None], labels: list[str | None]
) -> list[Safe]:
    first, *others = ["" if cell is None else cell for cell in row]
    return [
        tag("th", first, scope="row", class_=classes[0]),
        *(
            tag("td", cell, class_=name, data_label=label)
            for cell, name, label in zip(others, classes[1:], labels[1:], strict=True)
        ),
    ]


class Table(ipywidgets.HTML):  # type: ignore[misc]
    """A static table; :meth:`fill` replaces its rows."""

    def __init__(
        self,
        caption: str,
        columns: Sequence[Column | str],
        rows: Sequence[Sequence[object]] = (),
        *,
        stacked: bool = False,
    ) -> None:
        self._caption, self._columns, self._stacked = caption, list(columns), stacked
        super().__init__()
        self.fill(rows)

    def fill(self, rows: Sequence[Sequence[object]]) -> None:
        """Show these rows instead."""
        self.value = table_html(self._caption, self._columns, rows, stacked=self._stacked)
