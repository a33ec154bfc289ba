"""The tables of a class → the class, and everything wrong in them.

What can be read counts, whatever stands in the other rows: a class that is half filled in is
shown as far as it goes. No sentence repeats who it is about.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from jalons.problems import Problem
from jalons.school.check import Located
from jalons.school.draft import Draft
from jalons.school.reader import read_table
from jalons.support import tables
from jalons.support.allowance import working_days
from jalons.support.domain import (
    COUNCILS,
    FINAL,
    FIRST_WISH,
    REASONED,
    Activity,
    Agreement,
    ClassYear,
    Company,
    Decision,
    Immersion,
    Positioning,
    Pupil,
)

Cells = tuple[Any, ...]
Rows = Mapping[str, list[Located[Any]]]


@dataclass(frozen=True)
class Book:
    """A class as its people fill it in: which one, and its tables.

    Parameters
    ----------
    draft : Draft
        Of :data:`tables.FORM`, or of :data:`tables.NAMED` where names are kept.
    cleared : int
        How often somebody was taken out for good.
    """

    year: str
    name: str
    level: str = "TPRO"
    zone: str = "C"
    draft: Draft = field(default_factory=lambda: Draft(form=tables.FORM))
    cleared: int = 0

    @property
    def keeps_names(self) -> bool:
        return self.draft.form is tables.NAMED

    def names(self) -> dict[str, str]:
        """Code → name, for those that are given."""
        if not self.keeps_names:
            return {}
        rows = self.draft.rows("eleves")
        return {row[0]: row[tables.NAME_AT] for row in rows if row[0] and row[tables.NAME_AT]}


def read_book(book: Book) -> tuple[ClassYear, tuple[Problem, ...]]:
    """The class, as far as its tables can be read, and what must be mended."""
    rows: dict[str, list[Located[Any]]] = {}
    problems: list[Problem] = []
    for name, sheet in book.draft.sheets().by_name.items():
        rows[name], wrong = read_table(sheet, book.draft.form.tables[name])
        problems += wrong
    problems += _wrong(book, rows)
    bad = {(p.sheet, p.row) for p in problems}
    good = {n: [r.value for r in found if (n, r.row) not in bad] for n, found in rows.items()}
    order = list(book.draft.form.tables)
    problems.sort(key=lambda p: (order.index(p.sheet), p.row or 0))
    return _class(book, good), tuple(problems)


# --- what rows say together -------------------------------------------------------------------


def _wrong(book: Book, rows: Rows) -> Iterator[Problem]:
    known = {row[0] for row in book.draft.rows("eleves") if row[0]}
    councils = {r.value.periode for r in rows["conseils"]}
    yield from _twice(rows["eleves"], "eleve", "twice_pupil")
    yield from _twice(rows["conseils"], "periode", "twice_period")
    for table in tables.ABOUT_A_PUPIL:
        for row in rows[table]:
            if row.value.eleve not in known:
                yield row.problem("pupil_not_listed", "eleve")
    yield from _twice(rows["entreprises"], "entreprise", "twice_company")
    for table in ("decisions", "avenirpro"):
        yield from _twice(rows[table], "eleve", "twice_row")
    for row in rows["decisions"]:
        yield from _decisions_wrong(row, councils)
    for table in ("conventions", "immersions", "activites", "pfmp"):
        for row in rows[table]:
            if row.value.fin and row.value.fin < row.value.debut:
                start = row.value.debut.isoformat()
                yield row.problem("period_backwards", "fin", row.value.fin, start=start)
    for row in rows["conventions"]:
        most = working_days(row.value.debut, row.value.fin)
        if row.value.jours and row.value.jours > most > 0:
            yield row.problem("more_days", "jours", row.value.jours, most=most)
    for row in rows["bloc"]:
        if row.value.lundi.weekday():
            yield row.problem("not_monday", "lundi", row.value.lundi)
    for row in (row for found in rows.values() for row in found):
        yield from _outside(row, book.year)


def _twice(rows: Iterable[Located[Any]], column: str, code: str) -> Iterator[Problem]:
    seen = Counter[str]()
    for row in rows:
        value = getattr(row.value, column)
        if seen[value]:
            yield row.problem(code, column)
        seen[value] += 1


def _decisions_wrong(row: Located[Any], councils: set[str]) -> Iterator[Problem]:
    value = row.value
    for column in ("souhait", "choix"):
        if getattr(value, column) and getattr(value, f"{column}_le") is None:
            yield row.problem("decision_undated", f"{column}_le")
    for period in COUNCILS:
        if getattr(value, f"conseil_{period.lower()}") and period not in councils:
            yield row.problem("class_council_undated", f"conseil_{period.lower()}", period=period)
    if value.recommandation and not councils & {"T3", "S2"}:
        yield row.problem("class_council_undated", "recommandation", period="T3")


def _outside(row: Located[Any], year: str) -> Iterator[Problem]:
    """A date of another school year is a slip of the finger."""
    start = int(year[:4])
    first, last = date(start, 8, 1), date(start + 1, 12, 31)  # AvenirPro goes on after the exam
    for column in type(row.value).columns():
        value = getattr(row.value, column)
        days = value if isinstance(value, tuple) else (value,)
        if column != "naissance" and any(
            isinstance(day, date) and not first <= day <= last for day in days
        ):
            yield row.problem("outside_class_year", column, year=year)


# --- rows → class -----------------------------------------------------------------------------


def _class(book: Book, rows: Mapping[str, list[Any]]) -> ClassYear:
    councils = {row.periode: row.date for row in rows["conseils"]}
    blocks: dict[str, set[date]] = defaultdict(set)
    for row in rows["bloc"]:
        blocks[row.finalite].add(row.lundi)
    bare = ClassYear(
        book.year,
        book.name,
        book.level,
        book.zone,
        councils,
        tuple(sorted((row.debut, row.fin) for row in rows["pfmp"])),
        {finality: tuple(sorted(days)) for finality, days in sorted(blocks.items())},
        tuple(Company(r.entreprise, r.ville, r.contact, r.embauche) for r in rows["entreprises"]),
    )
    about = {table: {row.eleve: row for row in rows[table]} for table in ("decisions", "avenirpro")}
    for row in rows["eleves"]:
        pupil = _pupil(row, about["decisions"].get(row.eleve), about["avenirpro"].get(row.eleve))
        decided = about["decisions"].get(row.eleve)
        for decision in _decisions(decided, bare) if decided else ():
            pupil = pupil.decide(decision)
        own = sorted(
            (r for r in rows["conventions"] if r.eleve == row.eleve), key=lambda r: r.debut
        )
        for number, one in enumerate(own, 1):
            pupil = pupil.put_agreement(_agreement(f"C{number}", one))
        stays = sorted(
            (r for r in rows["immersions"] if r.eleve == row.eleve), key=lambda r: r.debut
        )
        for number, one in enumerate(stays, 1):
            pupil = pupil.put_immersion(Immersion(f"I{number}", one.lieu, one.debut, one.fin))
        done = [_activity(r) for r in rows["activites"] if r.eleve == row.eleve]
        pupil = replace(pupil, activities=tuple(sorted(done, key=lambda a: (a.first, a.what))))
        bare = bare.put(pupil)
    return bare


def _pupil(row: Any, decided: Any, prepared: Any) -> Pupil:
    return Pupil(
        row.eleve,
        row.naissance,
        row.specialite,
        positioning=Positioning(row.francais, row.mathematiques, row.competences),
        purpose=row.groupe or "",
        needs=row.besoin,
        options=row.options,
        presented=decided.presentation if decided else None,
        workshops=prepared.ateliers if prepared else (),
        interviews=prepared.entretiens if prepared else (),
        consolidation=prepared.consolidation if prepared else None,
    )


def _decisions(row: Any, year: ClassYear) -> Iterator[Decision]:
    if row.souhait:
        by = tables.BY[row.souhait_par or "famille"]
        yield Decision(FIRST_WISH, row.souhait, row.souhait_le, by)
    for period in COUNCILS:
        if finality := getattr(row, f"conseil_{period.lower()}"):
            yield Decision(period, finality, year.councils[period], "council")
    last = year.last_council()
    if row.recommandation and last is not None:
        yield Decision(REASONED, row.recommandation, last, "council", row.motif)
    if row.choix:
        yield Decision(FINAL, row.choix, row.choix_le, "family")


def _agreement(number: str, row: Any) -> Agreement:
    return Agreement(
        number,
        row.entreprise,
        row.debut,
        row.fin,
        row.referent,
        frozenset(tables.SIGNERS[signer] for signer in row.signatures),
        row.jours,
        row.attestation,
        bool(row.bloc),
        row.versement,
    )


def _activity(row: Any) -> Activity:
    return Activity(row.nature, row.activite, row.debut, row.fin or row.debut, row.obtenu)
