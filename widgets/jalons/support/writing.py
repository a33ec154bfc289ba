"""A class → the rows of its tables, as :mod:`~jalons.support.reading` reads them. Pure."""

from __future__ import annotations

from typing import Any

from jalons.support import tables
from jalons.support.domain import (
    COUNCILS,
    FINAL,
    FIRST_WISH,
    REASONED,
    Agreement,
    ClassYear,
    Pupil,
)

Cells = tuple[Any, ...]
BY_CODE = {code: french for french, code in tables.BY.items()}
SIGNER_CODE = {code: french for french, code in tables.SIGNERS.items()}


def rows_of(year: ClassYear) -> dict[str, list[Cells]]:
    """Table → its rows, as :func:`read_book` reads them; names are not in them."""
    pupils = year.pupils
    return {
        "eleves": [
            (
                p.code,
                p.born,
                p.speciality,
                p.positioning.french,
                p.positioning.mathematics,
                "|".join(p.positioning.skills),
                p.needs,
                p.purpose,
                "|".join(p.options),
            )
            for p in pupils
        ],
        "decisions": [_decision_cells(p) for p in pupils if p.decisions or p.presented],
        "conventions": [_agreement_cells(p.code, a) for p in pupils for a in p.agreements],
        "entreprises": [(c.name, c.town, c.contact, c.hires) for c in year.companies],
        "immersions": [(p.code, i.place, i.first, i.last) for p in pupils for i in p.immersions],
        "activites": [
            (p.code, a.kind, a.what, a.first, a.last, a.obtained)
            for p in pupils
            for a in p.activities
        ],
        "avenirpro": [
            (p.code, *("|".join(map(str, d)) for d in (p.workshops, p.interviews)), p.consolidation)
            for p in pupils
            if p.workshops or p.interviews or p.consolidation
        ],
        "conseils": list(year.councils.items()),
        "pfmp": list(year.placements),
        "bloc": [(f, monday) for f, mondays in year.blocks.items() for monday in mondays],
    }


def _decision_cells(pupil: Pupil) -> Cells:
    made = pupil.decisions
    wish, reasoned, final = (made.get(step) for step in (FIRST_WISH, REASONED, FINAL))
    return (
        pupil.code,
        pupil.presented,
        wish and wish.finality,
        wish and wish.on,
        wish and BY_CODE.get(wish.by, "equipe"),
        *(made[period].finality if period in made else None for period in COUNCILS),
        reasoned and reasoned.finality,
        reasoned and reasoned.reason,
        final and final.finality,
        final and final.on,
    )


def _agreement_cells(code: str, a: Agreement) -> Cells:
    signed = "|".join(SIGNER_CODE[signer] for signer in sorted(a.signed))
    return (
        code, a.company, a.first, a.last, a.teacher, signed, a.days, a.attested, a.block or None,
        a.paid,
    )  # fmt: skip
