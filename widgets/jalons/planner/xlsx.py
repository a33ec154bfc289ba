"""A plan as a workbook: the sessions one a row, each class's hours, what is left out and why."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.domain import Plan
from jalons.school.domain import School

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# The columns of the sheet `planning`, one for each value of an assignment, then words for people.
PLANNING = (
    "seance",
    "partie",
    "classe",
    "groupe",
    "date",
    "debut",
    "fin",
    "personnes",
    "lieu",
    "titre",
    "jour",
)


def to_xlsx(school: School, plan: Plan, t: Translator) -> bytes:
    """The plan as the bytes of an ``.xlsx`` file."""
    from openpyxl import Workbook

    book = Workbook()
    _fill(
        book.worksheets[0],
        "planning",
        PLANNING,
        (
            (
                a.task.session,
                a.task.part,
                a.task.class_name,
                a.task.group,
                a.day,
                a.start,
                a.end,
                " | ".join(a.staff),
                a.place,
                school.session_by_id[a.task.session].title,
                words.weekday(t, a.day),
            )
            for a in plan.assignments
        ),
    )
    _fill(
        book.create_sheet(),
        "heures",
        ("classe", "heures_prevues", "heures_cibles"),
        ((h.class_name, h.planned_h, h.target_h) for h in plan.hours),
    )
    _fill(
        book.create_sheet(),
        "non_placees",
        ("seance", "partie", "classe", "groupe", "obligatoire", "raisons"),
        (
            (
                u.task.session,
                u.task.part,
                u.task.class_name,
                u.task.group,
                "oui" if u.mandatory else "non",
                " ".join(words.why_left_out(t, reason) for reason in u.reasons),
            )
            for u in plan.unplaced
        ),
    )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(
    sheet: Worksheet, title: str, header: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """A sheet that can be filtered, read without resizing, and printed on A4 landscape."""
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.title = title
    sheet.append(list(header))
    for row in rows:
        # A text that starts with "=" would be run as a formula: a name is never a formula.
        sheet.append([None if value == "" else value for value in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"
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
