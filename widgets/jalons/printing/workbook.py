"""Rows → a sheet of a workbook that can be filtered, read and printed. Knows no feature."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORMULA_SIGNS = ("=", "+", "-", "@")


def append_row(sheet: Worksheet, row: Sequence[Any]) -> None:
    """Add a row; a text that starts with "=" would be run as a formula: it stays text."""
    from openpyxl.styles import Alignment

    sheet.append([None if value == "" else value for value in row])
    for cell in sheet[sheet.max_row]:
        if isinstance(cell.value, str):
            cell.data_type, cell.number_format = "s", "@"
            # Text too for the spreadsheet in which somebody edits the cell.
            cell.quotePrefix = cell.value[:1] in FORMULA_SIGNS
            if "\n" in cell.value:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        elif isinstance(cell.value, date):
            cell.number_format = "yyyy-mm-dd"
        elif isinstance(cell.value, time):
            cell.number_format = "hh:mm"


def fill_sheet(
    sheet: Worksheet, title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """A sheet that can be filtered, read without resizing, and printed on A4 landscape."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.title = title
    sheet.append(list(header))
    for row in rows:
        append_row(sheet, row)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for index in range(1, len(header) + 1):
        longest = max(len(str(cell.value or "")) for cell in sheet[get_column_letter(index)])
        sheet.column_dimensions[get_column_letter(index)].width = min(60, longest + 3)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
