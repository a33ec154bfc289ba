"""The indicators of ``datasets/cohort_indicators.csv``, and those that no flow can give, with why.

One row an indicator: what is counted (``from``, ``to``, ``but``), over what (``over_…``), per whom,
and the text that asks for it. States are joined by ``|``. A row with a ``lever`` is that lever's
coverage; one with ``unavailable`` has a code there that says why (words in ``i18n``). Knows no
chain.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from jalons.cohorts.indicators import Counted, Coverage, Indicator, IndicatorTable
from jalons.resources import DATASETS

FILE = DATASETS / "cohort_indicators.csv"


@cache
def load_indicators() -> IndicatorTable:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return IndicatorTable(
        tuple(_indicator(row) for row in rows if row["from"]),
        tuple(Coverage(row["id"], row["lever"], row["source"]) for row in rows if row["lever"]),
        {row["id"]: row["unavailable"] for row in rows if row["unavailable"]},
    )


def _indicator(row: Mapping[str, str]) -> Indicator:
    over = Counted(_names(row["over_from"]), _names(row["over_to"]), _names(row["over_but"]))
    return Indicator(
        row["id"],
        Counted(_names(row["from"]), _names(row["to"]), _names(row["but"])),
        over if over.sources else None,
        row["per"],
        row["source"],
    )


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split("|") if name)
