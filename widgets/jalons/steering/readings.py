"""Where each indicator stands: this year's value, the years before, the target, who it is beside.

Pure functions over reviews and what the kit knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jalons.steering.domain import Review
from jalons.steering.indicators import Indicator
from jalons.steering.known import Known, Origin, Value
from jalons.steering.references import Reference, around, of_nation, specialities

BY_SPECIALITY = "part_bac_pro_bts"
SEPARATOR = "/"


@dataclass(frozen=True, slots=True)
class Reading:
    """Where an indicator, or one part of it, stands this year.

    Parameters
    ----------
    part : str
        A speciality, a course, a reason…; empty: the whole.
    value : float or None
        In the indicator's unit.
    source : str
        Where the school says it has it from.
    computed_by : Origin or None
        Where the kit has it from; a value that the school typed in goes before it.
    past : tuple
        (school year, value) of the years before that have one, the oldest first.
    beside : float or None
        This year's value of the indicator it is to be compared with.
    simulated : Value or None
        What *Simuler* says of the same thing.
    """

    indicator: Indicator
    part: str
    value: float | None
    source: str
    computed_by: Origin | None
    target: float | None
    past: tuple[tuple[str, float], ...]
    beside: float | None
    simulated: Value | None
    france: Reference | None
    around: Reference | None


def key_of(indicator: str, part: str) -> str:
    """Under which name a review keeps the value of a part."""
    name = " ".join(part.split())
    return f"{indicator}{SEPARATOR}{name}" if name else indicator


def readings(
    indicators: Iterable[Indicator],
    review: Review,
    past: Sequence[Review],
    known: Mapping[str, Known],
    academy: str = "",
) -> tuple[Reading, ...]:
    """Where each indicator stands, the whole first, then its parts by name.

    Parameters
    ----------
    past : sequence of Review
        Of earlier years, the oldest first.
    known : mapping
        School year → what the kit knows. What the school typed in goes before it.
    """
    out = []
    for indicator in indicators:
        start = indicator.id + SEPARATOR
        named = {k for r in (*past, review) for k in r.entered if k.startswith(start)}
        for key in (indicator.id, *sorted(named)):
            out.append(_reading(indicator, key, review, past, known, academy))
    return tuple(out)


def _reading(
    indicator: Indicator,
    key: str,
    review: Review,
    past: Sequence[Review],
    known: Mapping[str, Known],
    academy: str,
) -> Reading:
    now = known.get(review.year, Known())
    entered, computed = review.entered.get(key), now.values.get(key)
    part = key.partition(SEPARATOR)[2]
    values = [(r.year, _value(r, key, known.get(r.year, Known()))) for r in past]
    return Reading(
        indicator,
        part,
        _value(review, key, now),
        entered.source if entered else "",
        computed.origin if computed and not entered else None,
        review.targets.get(key, None if part else indicator.target),
        tuple((year, value) for year, value in values if value is not None),
        _value(review, indicator.beside, now),
        None if part else _simulated(indicator, now),
        _of_nation(indicator.id, part),
        None if part or not academy else around(indicator.id, academy),
    )


def _value(review: Review, key: str, known: Known) -> float | None:
    if key in review.entered:
        return review.entered[key].value
    return known.values[key].value if key in known.values else None


def _simulated(indicator: Indicator, known: Known) -> Value | None:
    """What *Simuler* gives, where it is one value that speaks of the same thing."""
    one = indicator.simulated[0] if len(indicator.simulated) == 1 else ""
    return known.simulated.get(one)


def _of_nation(indicator: str, part: str) -> Reference | None:
    if not part:
        return of_nation(indicator)
    return specialities().get(part) if indicator == BY_SPECIALITY else None
