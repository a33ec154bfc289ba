"""The indicators of the two self-evaluation sheets, each defined once.

``datasets/steering_indicators.csv`` says what is counted out of what, in which unit, how the school
comes by it, and which indicators of *Simuler* speak of the same thing, with what sets them apart.
Those employed are counted out of leavers, those still studying out of final-year pupils: nothing
here adds the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jalons.resources import DATASETS
from jalons.schoolyear.tables import Row, read_rows
from jalons.steering.known import CLASSES, PLAN

TABLE = DATASETS / "steering_indicators.csv"
LANGUAGES = ("fr", "en")
GROUPS = ("suivi", "choix", "apres", "reussite", "cap", "bts", "liaison")
COLUMNS = (
    "indicateur",
    "groupe",
    *(f"{what}_{lang}" for what in ("texte", "compte", "precision") for lang in LANGUAGES),
    "unite",
    "mode",
    "cible",
    "a_cote_de",
    "simuler",
    "ecart_fr",
    "ecart_en",
    "source",
)
ENTERED = "entered"
_MODES = {"planning": PLAN, "classes": CLASSES, "saisi": ENTERED}
PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator.

    Parameters
    ----------
    group : str
        One of :data:`GROUPS`.
    counts : mapping
        Language → numerator and denominator in words.
    detail : mapping
        Language → what several values of it may be told apart by; empty words: nothing.
    mode : str
        The page of the kit that counts it (``"plan"``, ``"classes"``), or ``"entered"``.
    target : float or None
        A target that an official text sets.
    beside : str
        The indicator it is to be compared with; may be empty.
    simulated : tuple of str
        Indicators of *Simuler* about the same thing.
    gap : mapping
        Language → what sets those apart from this one; empty words: nothing.
    """

    id: str
    group: str
    text: Mapping[str, str]
    counts: Mapping[str, str]
    detail: Mapping[str, str]
    unit: str
    mode: str
    target: float | None
    beside: str
    simulated: tuple[str, ...]
    gap: Mapping[str, str]
    source: str

    def wrong(self, value: float) -> bool:
        """A share is between 0 and 100, a number of things is not negative."""
        return not 0 <= value <= (100 if self.unit == PERCENT else 1_000_000)


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
        for column, codes in (("mode", tuple(_MODES)), ("groupe", GROUPS)):
            if row.text(column) not in codes:
                row.refuse(column, ", ".join(codes))
        found[name] = _indicator(name, row)
    return tuple(found.values())


def _indicator(name: str, row: Row) -> Indicator:
    def words(column: str) -> dict[str, str]:
        return {lang: row.cells[f"{column}_{lang}"] for lang in LANGUAGES}

    return Indicator(
        id=name,
        group=row.text("groupe"),
        text={lang: row.text(f"texte_{lang}") for lang in LANGUAGES},
        counts={lang: row.text(f"compte_{lang}") for lang in LANGUAGES},
        detail=words("precision"),
        unit=row.text("unite"),
        mode=_MODES[row.text("mode")],
        target=float(row.number_in("cible")) if row.cells["cible"] else None,
        beside=row.cells["a_cote_de"],
        simulated=tuple(filter(None, row.cells["simuler"].split("|"))),
        gap=words("ecart"),
        source=row.text("source"),
    )
