"""The indicators of the two self-evaluation sheets, each defined once, and where each one stands.

``datasets/steering_indicators.csv`` says what is counted out of what, in which unit, how the
school comes by it and what is known of France. Those employed are counted out of leavers, those
still studying out of final-year pupils: nothing here adds the two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jalons.resources import DATASETS
from jalons.schoolyear.tables import Row, read_rows
from jalons.steering.domain import Review

TABLE = DATASETS / "steering_indicators.csv"
LANGUAGES = ("fr", "en")
COLUMNS = (
    "indicateur",
    *(f"{what}_{lang}" for what in ("texte", "compte") for lang in LANGUAGES),
    "unite",
    "mode",
    "cible",
    "france",
    "france_annee",
    "france_source",
    "lu_le",
    "source",
)
COMPUTED, ENTERED, MISSING = "computed", "entered", "missing"
_MODES = {"calcule": COMPUTED, "saisi": ENTERED}
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Reference:
    """What is known of France: the value in the indicator's unit, of which year, from where."""

    value: float
    year: str
    source: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator.

    Parameters
    ----------
    counts : mapping
        Language → numerator and denominator in words.
    mode : str
        ``"computed"`` by the kit from the school's plan and pupils, or ``"entered"``.
    target : float or None
        A target that an official text sets.
    """

    id: str
    text: Mapping[str, str]
    counts: Mapping[str, str]
    unit: str
    mode: str
    target: float | None
    france: Reference | None
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Where an indicator stands this year.

    Parameters
    ----------
    value : float or None
        In the indicator's unit.
    origin : str
        ``"computed"``, ``"entered"`` (which goes before), or ``"missing"``.
    """

    indicator: Indicator
    value: float | None
    origin: str
    origin_source: str
    target: float | None
    last_year: float | None


@cache
def read_indicators(path: Path = TABLE) -> tuple[Indicator, ...]:
    """The indicators in the order of the table.

    Raises
    ------
    TableError
        A row is malformed.
    """
    found: dict[str, Indicator] = {}
    for row in read_rows(path, COLUMNS):
        name = row.text("indicateur")
        if name in found:
            row.refuse("indicateur", "un code qui ne sert qu'une fois")
        if row.text("mode") not in _MODES:
            row.refuse("mode", ", ".join(_MODES))
        found[name] = Indicator(
            id=name,
            text={lang: row.text(f"texte_{lang}") for lang in LANGUAGES},
            counts={lang: row.text(f"compte_{lang}") for lang in LANGUAGES},
            unit=row.text("unite"),
            mode=_MODES[row.text("mode")],
            target=float(row.number_in("cible")) if row.cells["cible"] else None,
            france=_france(row),
            source=row.text("source"),
        )
    return tuple(found.values())


def _france(row: Row) -> Reference | None:
    if not row.cells["france"]:
        return None
    row.day("lu_le")
    return Reference(
        float(row.number_in("france")), row.text("france_annee"), row.text("france_source")
    )


def readings(
    indicators: Iterable[Indicator],
    review: Review,
    computed: Mapping[str, float],
    before: Review | None = None,
) -> tuple[Reading, ...]:
    """Where each indicator stands.

    Parameters
    ----------
    computed : mapping
        Indicator → value that the kit knows by itself. What the school typed in goes before it.
    before : Review, optional
        Last year's review.
    """
    out = []
    for indicator in indicators:
        entered = review.entered.get(indicator.id)
        value, origin, source = None, MISSING, ""
        if entered is not None:
            value, origin, source = entered.value, ENTERED, entered.source
        elif indicator.id in computed:
            value, origin = computed[indicator.id], COMPUTED
        last = before.entered.get(indicator.id) if before else None
        out.append(
            Reading(
                indicator,
                value,
                origin,
                source,
                review.targets.get(indicator.id, indicator.target),
                last.value if last else None,
            )
        )
    return tuple(out)


def wrong_value(indicator: Indicator, value: float) -> bool:
    """A share is between 0 and 100, a number of things is not negative."""
    return not 0 <= value <= (100 if indicator.unit == PERCENT else 1_000_000)
