"""The allowance of each pupil of a class, from the agreements that the class keeps.

The rule is :mod:`~jalons.support.allowance`'s; here is only which placements there are. Immersions
are never paid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from jalons.support.allowance import Grant, Period, allowances, rate_of
from jalons.support.domain import Agreement, ClassYear


@dataclass(frozen=True, slots=True)
class Payment:
    """A placement of a pupil and what it gives; no grant where the days are not written down."""

    pupil: str
    agreement: Agreement
    grant: Grant | None


def payments(year: ClassYear, today: date) -> tuple[Payment, ...]:
    """What each placement that is over gives, pupil by pupil, in the order of the year.

    Raises
    ------
    UnknownYearError
        Nothing is known of that school year.
    """
    if rate_of(year.year, year.level) is None:
        return ()
    over = [(p.code, a) for p in year.pupils for a in p.agreements if a.last < today]
    counted = [one for one in over if not _days_missing(one[1])]
    grants = iter(allowances(tuple(_periods(year, counted))))
    return tuple(Payment(code, a, None if _days_missing(a) else next(grants)) for code, a in over)


def _days_missing(agreement: Agreement) -> bool:
    return agreement.attested is not None and agreement.days is None


def _periods(year: ClassYear, found: list[tuple[str, Agreement]]) -> Iterator[Period]:
    for code, a in found:
        days = a.days if a.days is not None else _weekdays(a.first, a.last)
        yield Period(code, year.year, year.level, days, a.attested is not None)


def _weekdays(first: date, last: date) -> int:
    """Monday to Friday: what a placement counts until its attestation says better."""
    return sum((first + timedelta(days=n)).weekday() < 5 for n in range((last - first).days + 1))
