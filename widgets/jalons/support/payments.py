"""The allowance of each pupil of a class, from the agreements that the class keeps.

The rule is :mod:`~jalons.support.allowance`'s; here is only which placements count, and what is
earned, paid already or still waiting for a paper. Immersions are never paid, nor is a placement
in the block of a pupil who goes on studying: it is an immersion too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jalons.support.allowance import Grant, Period, allowances, known_rate
from jalons.support.domain import POURSUITE, Agreement, ClassYear, Pupil

EARNED, ATTESTATION, DAYS, STUDY = "earned", "attestation", "days", "study"


@dataclass(frozen=True, slots=True)
class Payment:
    """A placement of a pupil and what it gives.

    Parameters
    ----------
    code : str
        ``"earned"``: attested, with its days. ``"attestation"`` and ``"days"``: what it waits for;
        the grant is then what it may give at most. ``"study"``: never paid.
    grant : Grant or None
        None where nothing is ever paid.
    """

    pupil: str
    agreement: Agreement
    code: str
    grant: Grant | None

    @property
    def amount_eur(self) -> int:
        return self.grant.amount_eur if self.grant else 0


@dataclass(frozen=True, slots=True)
class Account:
    """A pupil's school year, in euros: earned, of that paid already, and waiting for a paper."""

    pupil: str
    payments: tuple[Payment, ...]
    earned_eur: int
    paid_eur: int
    waiting_eur: int

    @property
    def due_eur(self) -> int:
        """Earned and not paid yet."""
        return self.earned_eur - self.paid_eur

    @property
    def amounts(self) -> tuple[int, int, int, int]:
        """Earned, paid, due, waiting; in euros."""
        return self.earned_eur, self.paid_eur, self.due_eur, self.waiting_eur


def accounts(year: ClassYear, today: date) -> tuple[Account, ...]:
    """One account for each pupil with a placement that is over; none where no rate is known."""
    if known_rate(year.year, year.level) is None:
        return ()
    found = ((p, [a for a in p.agreements if a.last < today]) for p in year.pupils)
    return tuple(_account(pupil, over, year) for pupil, over in found if over)


def _account(pupil: Pupil, over: Sequence[Agreement], year: ClassYear) -> Account:
    codes = {a.id: _code(pupil, a) for a in over}
    # What waits comes last: it can only have what the rest leaves of the year's cap.
    payable = sorted((a for a in over if codes[a.id] != STUDY), key=lambda a: codes[a.id] != EARNED)
    granted = allowances(Period(pupil.code, year.year, year.level, _days(a), True) for a in payable)
    grants = {a.id: grant for a, grant in zip(payable, granted, strict=True)}
    made = tuple(Payment(pupil.code, a, codes[a.id], grants.get(a.id)) for a in over)
    earned = [one for one in made if one.code == EARNED]
    return Account(
        pupil.code,
        made,
        sum(one.amount_eur for one in earned),
        sum(one.amount_eur for one in earned if one.agreement.paid),
        sum(one.amount_eur for one in made if one.code in (ATTESTATION, DAYS)),
    )


def _code(pupil: Pupil, agreement: Agreement) -> str:
    if agreement.block and pupil.chose(POURSUITE):
        return STUDY
    if agreement.attested is None:
        return ATTESTATION
    return DAYS if agreement.days is None else EARNED


def _days(agreement: Agreement) -> int:
    """The days attested; until then Monday to Friday: what the placement can be expected to be."""
    if agreement.days is not None:
        return agreement.days
    length = (agreement.last - agreement.first).days + 1
    return sum((agreement.first + timedelta(days=n)).weekday() < 5 for n in range(length))
