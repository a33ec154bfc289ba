"""An empty school file to fill in: a sheet a table, lists to choose from, notes, an example line.

Read back as it is, it is a right (very small) school. Knows the tables; the words of the notes
are in the translations, column names and codes are French whatever the language.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from jalons.i18n import Translator
from jalons.printing.workbook import append_row
from jalons.school.columns import kind_of
from jalons.school.sheets import READ_ME
from jalons.school.tables import REQUIRED, TABLES

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 500  # lists to choose from reach down to this row

EXAMPLE: dict[str, tuple[str | int, ...]] = {
    "etablissement": ("Lycée professionnel (exemple)", "C", "2026-2027"),
    "classes": ("TMELEC", "TPRO", "BAC PRO", "MELEC", 24, "hebdomadaire", ""),
    "groupes": ("TMELEC-ins", "TMELEC", "insertion", 12),
    "creneaux": ("TMELEC", "jeudi", "14:00", "15:30", "toutes", "", ""),
    "semaines": ("2026-08-31", "B"),
    "pfmp": ("TMELEC", "2026-11-02", "2026-11-20"),
    "personnes": ("Mme Roy", "professeur_principal"),
    "disponibilites": ("Mme Roy", "jeudi", "13:00", "17:00", "toutes", "", ""),
    "equipe": ("Mme Roy", "TMELEC"),
    "lieux": ("Salle A104", "salle", 30),
    "seances": (
        "S01",
        "Présenter le parcours personnalisé",
        "parcours",
        "TPRO",
        "commun",
        1,
        90,
        "professeur_principal",
        "salle",
        "rentree",
        "conseil_T1",
        "",
        "oui",
        "",
    ),
    "evenements": ("Portes ouvertes", "2027-01-30", "2027-01-30", "", "non"),
    "conseils": ("TMELEC", "T1", "2026-12-01"),
}


def template_bytes(t: Translator) -> bytes:
    """The template as the bytes of an ``.xlsx`` file, notes in the language of ``t``."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.worksheets[0]
    first.title = READ_ME
    _read_me(first, t)
    for table in TABLES:
        table_sheet(book.create_sheet(table), table, [EXAMPLE[table]], t)
    book.active = 1
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _read_me(sheet: Worksheet, t: Translator) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.append([t("template-title")])
    sheet["A1"].font = Font(bold=True, size=14)
    for line in t("template-intro").split("\n"):
        sheet.append([line])
    sheet.append([])
    for table in TABLES:
        sheet.append([table, t(f"template-{table}")])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
        sheet.cell(sheet.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions["A"].width = 22
    sheet.column_dimensions["B"].width = 90


def table_sheet(sheet: Worksheet, table: str, rows: Sequence[Sequence[Any]], t: Translator) -> None:
    """Fill a sheet with one table: titles with notes, lists to choose from, then the rows."""
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    row_model = TABLES[table]
    columns = row_model.columns()
    sheet.append(list(columns))
    for row in rows:
        append_row(sheet, row)
    for index, column in enumerate(columns, start=1):
        letter = get_column_letter(index)
        head = sheet.cell(1, index)
        head.font = Font(bold=True, color="FFFFFF")
        needed = column not in row_model.optional
        head.fill = PatternFill("solid", fgColor="1F4E79" if needed else "5B7A99")
        note = t(f"column-{column.replace('_', '-')}")
        head.comment = Comment(note, "Jalons", width=320, height=140)
        longest = max((len(str(row[index - 1])) for row in rows), default=0)
        sheet.column_dimensions[letter].width = max(12, len(column) + 3, min(40, longest + 2))
        _choices(sheet, table, column, letter, t)
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = "1F4E79" if table in REQUIRED else "5B7A99"


def _choices(sheet: Worksheet, table: str, column: str, letter: str, t: Translator) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    kind = kind_of(table, column)
    if kind.separator:  # several values in one cell cannot be a drop-down list
        return
    if kind.choices:
        formula = '"' + ",".join(kind.choices) + '"'
    elif kind.of:
        formula = f"={kind.of}!$A$2:$A${LAST_ROW}"
    else:
        return
    validation = DataValidation(type="list", formula1=formula, allow_blank=True)
    # Where a value outside the list is right too, the list only helps.
    validation.showErrorMessage = not kind.free
    validation.error = t("template-choose")
    validation.add(f"{letter}2:{letter}{LAST_ROW}")
    sheet.add_data_validation(validation)
