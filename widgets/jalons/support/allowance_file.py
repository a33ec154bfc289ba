"""The file of placements, and its result as rows: ``eleve; annee_scolaire; niveau; jours; valide``.

A CSV file, or a workbook with a sheet ``pfmp``. ``debut`` and ``fin`` may be added: the days are
then held against those of the period. Computes no amount.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, ClassVar

from jalons.i18n import Translator
from jalons.problems import Problem
from jalons.school import fields
from jalons.school.check import Located
from jalons.school.reader import read_rows
from jalons.school.tables import OptionalDay, Row, Text, cell
from jalons.school.tidy import SYNONYMS
from jalons.schoolyear.errors import SchoolYearError
from jalons.schoolyear.zones import parse_year, year_label
from jalons.support.allowance import (
    MOST_DAYS,
    Grant,
    Period,
    levels_paid,
    rate_of,
    totals,
    working_days,
)

TABLE = "pfmp"
Days = Annotated[int, cell(fields.whole(0, MOST_DAYS))]


def _attested(value: str) -> bool:
    """Yes or no, also as spreadsheets and services write it: ``VRAI``, ``true``, ``1``."""
    codes = (code for code in ("oui", "non") if fields.plain(value) in SYNONYMS[code])
    return fields.yes_no(next(codes, value))


class PlacementRow(Row):
    """One placement of one pupil, in order of time."""

    optional: ClassVar[tuple[str, ...]] = ("debut", "fin")
    private: ClassVar[tuple[str, ...]] = ("eleve",)
    eleve: Text
    annee_scolaire: Text
    niveau: Text
    jours: Days
    valide: Annotated[bool, cell(_attested)]
    debut: OptionalDay
    fin: OptionalDay


def read_placements(path: Path) -> tuple[tuple[Period, ...], tuple[Problem, ...]]:
    """Read the file: the placements in its order, and what was passed over.

    Raises
    ------
    SchoolFileError
        With everything that is wrong in the file.
    OSError
        The file cannot be read.
    """
    return placements_of(path.name, path.read_bytes())


def placements_of(file: str, contents: bytes) -> tuple[tuple[Period, ...], tuple[Problem, ...]]:
    """Read a file already in memory, as :func:`read_placements`."""
    rows, notices = read_rows(file, contents, TABLE, PlacementRow, _wrong)
    return tuple(_period(located.value) for located in rows), notices


def _period(row: PlacementRow) -> Period:
    year = year_label(parse_year(row.annee_scolaire)[0])
    return Period(row.eleve, year, row.niveau.upper(), row.jours, row.valide)


def _wrong(located: Located[PlacementRow]) -> Iterable[Problem]:
    """What one row says that no rule knows, or that cannot be."""
    row = located.value
    try:
        year = year_label(parse_year(row.annee_scolaire)[0])
        known = rate_of(year, row.niveau.upper())
    except SchoolYearError as error:
        code = f"error-{error.code.replace('_', '-')}"
        yield located.problem(code, "annee_scolaire", row.annee_scolaire, **error.facts)
    else:
        if known is None:
            levels = levels_paid(year)
            near = get_close_matches(row.niveau.upper(), levels, n=1, cutoff=0.5)
            facts = {"expected": ", ".join(levels), "near": near[0] if near else "none"}
            yield located.problem("not_one_of", "niveau", row.niveau, **facts)
        start, end = parse_year(year)
        first, last = date(start, 9, 1), date(end, 8, 31)
        for column, day in (("debut", row.debut), ("fin", row.fin)):
            if day and not first <= day <= last:
                facts = {"year": year, "first": str(first), "last": str(last)}
                yield located.problem("outside_year", column, day, **facts)
    if row.debut and row.fin:
        most = working_days(row.debut, row.fin)
        if not most:
            yield located.problem("period_backwards", "fin", row.fin, start=row.debut.isoformat())
        elif row.jours > most:
            yield located.problem("more_days", "jours", row.jours, most=most)


def to_json(grants: tuple[Grant, ...], t: Translator) -> dict[str, Any]:
    """The result as JSON values; ``why`` in the language of ``t``."""
    return {
        "rows": [
            {
                "eleve": g.period.pupil,
                "annee_scolaire": g.period.year,
                "niveau": g.period.level,
                "jours": g.period.days,
                "amount_eur": g.amount_eur,
                "why": why(g, t),
                "status": g.status,
            }
            for g in grants
        ],
        "totals": [
            {
                "eleve": total.pupil,
                "annee_scolaire": total.year,
                "jours": total.days,
                "amount_eur": total.amount_eur,
            }
            for total in totals(grants)
        ],
    }


def why(grant: Grant, t: Translator) -> str:
    """Why a period gives what it gives, in one sentence."""
    return t(
        f"allowance-{grant.code.replace('_', '-')}",
        days=grant.period.days,
        daily=grant.daily_eur,
        cap=grant.cap_eur,
        amount=grant.amount_eur,
    )
