"""What one takes away from *Accompagner*: sheets on paper, lists, workbooks, the class's own file.

Codes stand for pupils; a name is in a file only where names are kept and somebody ticked that they
go with it, and never in the class's own file or in the name of a file.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jalons.i18n import Translator
from jalons.printing.press import typeset_pdf
from jalons.printing.workbook import fill_sheet
from jalons.schoolyear.errors import SchoolYearError
from jalons.support import words
from jalons.support.block import window_of
from jalons.support.codec import to_bytes
from jalons.support.domain import (
    FINAL,
    FINALITIES,
    FIRST_WISH,
    REASONED,
    WISHES,
    ClassYear,
    Pupil,
)
from jalons.support.groups import purpose_of
from jalons.support.payments import accounts
from jalons.support.rules import late
from jalons.support.state import SupportState

TYPST = Path(__file__).parent / "typst"
PDF, JSON = "application/pdf", "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
File = tuple[str, str, bytes]
Table = dict[str, Any]
PLACEMENT_COLUMNS = (
    "pupil", "company", "dates", "teacher", "signatures", "days", "attestation", "todo",
)  # fmt: skip
ALLOWANCE_COLUMNS = "pupil", "earned", "paid", "due", "waiting", "why"
PATH_COLUMNS = "pupil", "workshops", "interviews", "consolidation", "immersions", "activities"
COMPANY_COLUMNS = "company", "town", "contact", "hires", "stays", "dates"
GROUP_COLUMNS = "pupil", "choice", "needs", "options"


class Exports:
    """Files made from a state's class when they are asked for."""

    def __init__(self, state: SupportState, t: Translator) -> None:
        self.state, self.t = state, t
        self.with_names = False

    # --- dialogue sheets ----------------------------------------------------------------------

    def blank(self) -> File:
        """One sheet that nobody has filled in."""
        return self._sheets("blank", [self._sheet(None)])

    def dialogues(self) -> File:
        """A sheet for each pupil of the class, with what is known."""
        return self._sheets("class", [self._sheet(pupil) for pupil in self._year.pupils])

    def dialogue(self, code: str) -> File:
        """The sheet of one pupil; the file is not named after them."""
        return self._sheets("one", [self._sheet(self._year.pupil(code))])

    def _sheets(self, kind: str, sheets: list[dict[str, Any]]) -> File:
        t, year = self.t, self._year
        title = t("support-pdf-dialogue", name=year.name, year=year.year)
        data = {
            "lang": t.lang,
            "title": title,
            "school": "",
            "words": {
                key: t(f"support-pdf-{key}")
                for key in (
                    "heading", "pupil", "speciality", "wish", "wish-text", "why", "options",
                    "councils", "council", "day", "on", "advice", "remarks", "reasoned", "reasons",
                    "final", "final-text", "date", "sign-pupil", "sign-family", "sign-school",
                )
            },
            "choices": [t(f"support-pdf-choice-{wish}") for wish in WISHES],
            "finals": [t(f"support-pdf-choice-{finality}") for finality in FINALITIES],
            "class": t("support-title", name=year.name, year=year.year),
            "block": self._block(),
            "sheets": sheets,
        }  # fmt: skip
        content = typeset_pdf(TYPST / "dialogue.typ", data, self.state.today())
        return self._name(f"dialogue-{kind}", "pdf"), PDF, content

    def _sheet(self, pupil: Pupil | None) -> dict[str, Any]:
        t, year = self.t, self._year
        made = pupil.decisions if pupil else {}
        councils = year.council_before_last() or ("T1", "T2")

        def chosen(code: str) -> int | None:
            return WISHES.index(made[code].finality) if code in made else None

        def when(code: str) -> str:
            return words.day(t, made[code].on) if code in made else ""

        return {
            "pupil": self._who(pupil.code) if pupil else "",
            "speciality": pupil.speciality if pupil else "",
            "options": list(pupil.options) if pupil else [],
            "wish": chosen(FIRST_WISH),
            "wish_on": when(FIRST_WISH),
            "councils": [
                (
                    words.step(t, p),
                    words.step_day(t, year, p),
                    t(f"support-pdf-advice-{made[p].finality}") if p in made else "",
                )
                for p in councils
            ],
            "reasoned": t(f"support-pdf-advice-{made[REASONED].finality}")
            if REASONED in made
            else "",
            "reasoned_on": words.step_day(t, year, REASONED),
            "reason": made[REASONED].reason if REASONED in made else "",
            "final": chosen(FINAL),
            "final_on": when(FINAL),
        }

    def _block(self) -> str:
        try:
            window = window_of(self._year)
        except SchoolYearError:
            window = None  # nothing is recorded of the year yet: the page says it
        if window is None:
            return ""
        key = "confirmed" if window.confirmed else "to-confirm"
        return self.t(f"support-pdf-block-{key}", weeks=window.weeks, year=self._year.year)

    # --- the follow-up of a class -------------------------------------------------------------

    def follow_up_pdf(self) -> File:
        return self._pdf("suivi", "support-pdf-follow-up", self._follow_up())

    def follow_up_xlsx(self) -> File:
        return self._xlsx("suivi", self._follow_up())

    def _follow_up(self) -> list[Table]:
        t, year, today = self.t, self._year, self.state.today()
        rows: list[Sequence[object]] = []
        for pupil in year.pupils:
            who, waiting = self._who(pupil.code), late(pupil, year, today)
            for a in pupil.agreements:
                said = [
                    words.late_short(t, one)
                    for one in waiting
                    if one.code in ("not_signed", "no_teacher", "not_attested")
                    and (one.facts["company"], one.facts["first"]) == (a.company, a.first)
                ]
                rows.append((*words.agreement_row(t, who, pupil, a), ", ".join(said)))
            rows += [
                (who, "—", words.span(t, one.facts["first"], one.facts["last"]), *[""] * 4,
                 words.late_short(t, one))
                for one in waiting
                if one.code == "no_agreement"
            ]  # fmt: skip
        paid = [
            (
                self._who(account.pupil),
                *account.amounts,
                "\n".join(words.payment(t, one) for one in account.payments),
            )
            for account in accounts(year, today)
        ]
        paths = [words.path_row(t, self._who(p.code), p) for p in year.pupils]
        decided = [words.decisions_row(t, self._who(p.code), year, p) for p in year.pupils]
        steps = (FIRST_WISH, *year.council_before_last(), REASONED, FINAL)
        who, reason = self._heads("pupil", "reason")
        return [
            self._table("decisions", [who, *(words.step(t, s) for s in steps), reason], decided),
            self._table("placements", self._heads(*PLACEMENT_COLUMNS), rows),
            {**self._table("allowance", self._heads(*ALLOWANCE_COLUMNS), paid), "last": 5},
            self._table("companies", self._heads(*COMPANY_COLUMNS), words.company_rows(t, year)),
            self._table("paths", self._heads(*PATH_COLUMNS), paths),
        ]

    # --- groups -------------------------------------------------------------------------------

    def groups_pdf(self) -> File:
        return self._pdf("groupes", "support-pdf-groups", self._group_tables())

    def groups_xlsx(self) -> File:
        return self._xlsx("groupes", self._group_tables())

    def _group_tables(self) -> list[Table]:
        t, year = self.t, self._year
        proposal = self.state.groups()
        found = [
            self._table(
                "group",
                self._heads(*GROUP_COLUMNS),
                [self._group_row(year.pupil(code)) for code in group.pupils],
                name=t("support-pdf-group", name=group.name, count=len(group.pupils)),
            )
            for group in proposal.groups
        ]
        if proposal.undecided:
            rows = [self._group_row(year.pupil(code)) for code in proposal.undecided]
            found.append(self._table("undecided", self._heads(*GROUP_COLUMNS), rows))
        return found

    def _group_row(self, pupil: Pupil) -> tuple[str, ...]:
        purpose = purpose_of(pupil)
        return (
            self._who(pupil.code),
            words.choice(self.t, purpose) if purpose else "—",
            words.needs(self.t, pupil),
            ", ".join(pupil.options),
        )

    # --- the file, and what files share -------------------------------------------------------

    def json(self) -> File:
        return self._name("classe", "json"), JSON, to_bytes(self._year)

    @property
    def _year(self) -> ClassYear:
        if self.state.klass is None:
            raise ValueError("no class is open")
        return self.state.klass

    def _who(self, code: str) -> str:
        return self.state.who(code) if self.with_names else code

    def _name(self, kind: str, ending: str) -> str:
        return f"{kind}-{self._year.name}-{self._year.year}.{ending}".replace(" ", "-")

    def _heads(self, *columns: str) -> list[str]:
        return [self.t(f"support-column-{column}") for column in columns]

    def _table(
        self, kind: str, columns: Sequence[str], rows: Sequence[Sequence[object]], name: str = ""
    ) -> Table:
        t = self.t
        return {
            "title": name or t(f"support-pdf-table-{kind}"),
            "columns": list(columns),
            "rows": [list(row) for row in rows],
            "none": t("support-pdf-nothing"),
        }

    def _pdf(self, stem: str, title: str, tables: list[Table]) -> File:
        t, year = self.t, self._year
        data = {
            "lang": t.lang,
            "title": t(title, name=year.name, year=year.year),
            "school": "",
            "issued": t("support-pdf-issued", date=words.day(t, self.state.today())),
            "tables": [{**one, "rows": [list(map(str, r)) for r in one["rows"]]} for one in tables],
        }
        content = typeset_pdf(TYPST / "lists.typ", data, self.state.today())
        return self._name(stem, "pdf"), PDF, content

    def _xlsx(self, stem: str, tables: list[Table]) -> File:
        from openpyxl import Workbook

        book = Workbook()
        for number, table in enumerate(tables):
            sheet = book.create_sheet() if number else book.worksheets[0]
            title = "".join(c for c in table["title"] if c not in "[]:*?/\\")[:31]
            fill_sheet(sheet, title, table["columns"], table["rows"])
        out = io.BytesIO()
        book.save(out)
        return self._name(stem, "xlsx"), XLSX, out.getvalue()
