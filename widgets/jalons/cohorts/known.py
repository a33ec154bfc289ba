"""What the model tells a steering group, as codes and shares: nobody counted it.

Pure; words nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from jalons.cohorts.indicator_table import load_indicators
from jalons.cohorts.origin import Kind, Origin, opened
from jalons.cohorts.stage import set_stage

YEARS = 3
# What a fact names, and the indicator that gives it.
FACTS = {
    "continuation": {"cap": "continuation_cap", "bac_pro": "continuation_bac_pro"},
    "dropout": {
        "cap": "interruption_cap",
        "bac_pro": "interruption_bac_pro",
        "bts": "bts_drop_out",
    },
}


def shares_today(origin: Origin) -> tuple[dict[str, float], str]:
    """Indicator → share, without levers, and whose pupils: ``"france"``, ``"lycee"``…

    A scenario file may be about anybody: France stands in its place.
    """
    whose = Origin() if origin.kind is Kind.FILE else origin
    today = opened(whose, YEARS).today
    figures = set_stage(today, today, load_indicators().indicators, draws=1).first_indicators
    shares = {name: f.value for name, f in figures.items() if f.value is not None}
    return shares, whose.kind.value


def model_facts(shares: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Code → values in per cent; a fact that lacks a share is left out."""
    return {
        code: {name: round(100 * shares[indicator], 1) for name, indicator in parts.items()}
        for code, parts in FACTS.items()
        if all(indicator in shares for indicator in parts.values())
    }
