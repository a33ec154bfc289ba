"""The allowance of a pupil for company placements (PFMP): what each period gives, and why.

    amount = min(days × daily rate, yearly cap − already granted that year), never below 0

Rates and caps by school year and level are rows of ``datasets/regulation.csv``; days count only
once the company attested them (decree 2023-765 and order of 11 August 2023; rule as applied by
the State's payment service APLyPro, ``app/services/pfmp_manager.rb``). Reads no file, words
nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from jalons.schoolyear.regulation import Dated, Regulation, known_regulation, regulation

RATE, CAP = "allocation_jour", "allocation_plafond"
# A bac pro has at most 22 weeks of placement in its three years (Onisep, "Les stages en lycée
# professionnel", 2025), of six days: no single period can be longer.
MOST_DAYS = 22 * 6


@dataclass(frozen=True, slots=True)
class Period:
    """One placement. ``days`` are those really done; ``attested``: the company signed for them."""

    pupil: str
    year: str
    level: str
    days: int
    attested: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """Euros a day and a year, with the row of regulation behind them."""

    daily: Dated
    cap: Dated


@dataclass(frozen=True, slots=True)
class Grant:
    """What a period gives: ``code`` is ``full``, ``capped``, ``cap_reached``, ``not_attested`` or
    ``no_days``; ``left_eur`` is what the year still holds afterwards."""

    period: Period
    amount_eur: int
    code: str
    daily_eur: int
    cap_eur: int
    left_eur: int
    status: str


@dataclass(frozen=True, slots=True)
class Total:
    """A pupil's school year: attested days, and euros."""

    pupil: str
    year: str
    days: int
    amount_eur: int


def working_days(first: date, last: date) -> int:
    """The days of a period but its Sundays (off for minors: code du travail, L. 3164-5)."""
    length = (last - first).days + 1
    return sum((first + timedelta(days=n)).weekday() != 6 for n in range(length))


@cache
def rate_of(year: str, level: str) -> Rate | None:
    """The rate of a level, or of one programme (``"MEF:2472120433"``); None: no such row.

    Raises
    ------
    UnknownYearError
        Nothing is known of that school year.
    """
    return _rate(regulation(year), level)


def known_rate(year: str, level: str) -> Rate | None:
    """As :func:`rate_of`; None too where nothing is known of the year yet."""
    return _rate(known_regulation(year), level)


def _rate(rules: Regulation, level: str) -> Rate | None:
    daily, cap = rules.get(RATE, level), rules.get(CAP, level)
    return Rate(daily, cap) if daily and cap else None


def levels_paid(year: str) -> tuple[str, ...]:
    """The levels that have a rate in a year, single programmes apart."""
    rows = regulation(year).rows()
    named = {row.level for row in rows if row.key == RATE and row.level}
    return tuple(sorted(level for level in named if not level.startswith("MEF:")))


def allowances(periods: Iterable[Period]) -> tuple[Grant, ...]:
    """What each period gives, in the order given: order matters only through the cap.

    What a pupil was granted in a school year counts against the cap of every later period of that
    year, whatever its level.

    Raises
    ------
    LookupError
        A period of a year or level without a rate.
    """
    granted: dict[tuple[str, str], int] = defaultdict(int)
    out = []
    for period in periods:
        rate = rate_of(period.year, period.level)
        if rate is None:
            raise LookupError(f"no rate for {period.level} in {period.year}")
        daily, cap = int(rate.daily.value), int(rate.cap.value)  # type: ignore[arg-type]
        key = period.pupil, period.year
        room = max(0, cap - granted[key])
        earned = period.days * daily if period.attested else 0
        amount = min(earned, room)
        granted[key] += amount
        out.append(
            Grant(
                period,
                amount,
                _code(period, earned, amount),
                daily,
                cap,
                room - amount,
                min(rate.daily.status, rate.cap.status, key=lambda s: s == "confirmed"),
            )
        )
    return tuple(out)


def _code(period: Period, earned: int, amount: int) -> str:
    if not period.attested:
        return "not_attested"
    if not period.days:
        return "no_days"
    if amount == earned:
        return "full"
    return "capped" if amount else "cap_reached"


def totals(grants: Iterable[Grant]) -> tuple[Total, ...]:
    """One total a pupil and school year, in order of first appearance."""
    days: dict[tuple[str, str], int] = defaultdict(int)
    euros: dict[tuple[str, str], int] = defaultdict(int)
    for grant in grants:
        key = grant.period.pupil, grant.period.year
        days[key] += grant.period.days if grant.period.attested else 0
        euros[key] += grant.amount_eur
    return tuple(Total(*key, days[key], euros[key]) for key in euros)
