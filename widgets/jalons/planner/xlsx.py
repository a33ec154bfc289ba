"""A plan as a workbook: the sessions one a row, each class's hours, what is left out and why."""

from __future__ import annotations

import io

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.domain import Plan
from jalons.printing.workbook import fill_sheet
from jalons.school.domain import School

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
    fill_sheet(
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
    fill_sheet(
        book.create_sheet(),
        "heures",
        ("classe", "heures_prevues", "heures_cibles"),
        ((h.class_name, h.planned_h, h.target_h) for h in plan.hours),
    )
    fill_sheet(
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
