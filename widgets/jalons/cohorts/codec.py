"""A result as JSON. The form is a contract: other programs read it.

Beside what the contract names: ``sampling`` and ``parameters`` (the same quantiles with one
uncertainty at a time), ``indicators_by_year``, and what flows cannot give (``not_available``: why,
and what is published instead).
"""

from __future__ import annotations

from typing import Any

from jalons.cohorts.domain import Bands, Figure, Notice, Result
from jalons.cohorts.references import Reference, references
from jalons.i18n import Translator


def to_json(result: Result, t: Translator) -> dict[str, Any]:
    """JSON values; words in the language of ``t``."""
    s = result.scenario
    return {
        "name": s.name,
        "model": s.model,
        "kind": s.kind.value,
        "draws": s.draws,
        "seed": s.seed,
        "years": list(s.years),
        "states": list(s.states),
        "expected": _table(result.expected),
        **_bands(result.bands),
        "sampling": _bands(result.sampling),
        "parameters": _bands(result.parameters),
        "flows": [
            {
                "year": flow.year,
                "from": flow.source,
                "to": flow.target,
                "expected": flow.expected,
                "p05": flow.p05,
                "p95": flow.p95,
            }
            for flow in result.flows
        ],
        "absorption": {state: dict(shares) for state, shares in result.absorption.items()},
        "expected_years": dict(result.expected_years),
        "indicators": {name: _figure(figure) for name, figure in result.indicators.items()},
        "indicators_by_year": {
            name: [_figure(figure) for figure in figures]
            for name, figures in result.indicators_by_year.items()
        },
        "not_available": {
            name: {
                "code": code,
                "message": t(f"cohorts-unavailable-{code.replace('_', '-')}"),
                "published": [_reference(known) for known in references(name)],
            }
            for name, code in result.not_available.items()
        },
        "notices": [
            {"code": notice.code, "message": notice_sentence(t, notice)}
            for notice in result.notices
        ],
    }


def notice_sentence(t: Translator, notice: Notice) -> str:
    return t(f"cohorts-notice-{notice.code.replace('_', '-')}", **notice.facts)


def _reference(known: Reference) -> dict[str, Any]:
    return {
        "part": known.part,
        "value": known.value,
        "n": known.n,
        "source": known.source,
        "year": known.year,
    }


def _bands(bands: Bands) -> dict[str, Any]:
    return {"p05": _table(bands.p05), "p50": _table(bands.p50), "p95": _table(bands.p95)}


def _table(rows: tuple[tuple[float, ...], ...]) -> list[list[float]]:
    return [list(row) for row in rows]


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": figure.value,
        "p05": figure.p05,
        "p95": figure.p95,
        "unit": figure.unit,
        "source": figure.source,
        "year": figure.year,
    }
