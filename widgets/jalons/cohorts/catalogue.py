"""The calibrated models by name. Knows where they are made, not how they compute."""

from __future__ import annotations

from collections.abc import Callable

from jalons.cohorts.domain import Model
from jalons.cohorts.voie_pro import load_voie_pro
from jalons.problems import InputError, Problem

MODELS: dict[str, Callable[[], Model]] = {
    "voie-pro": load_voie_pro,
    "voie-pro-12-mois": lambda: load_voie_pro(months=12),
    "voie-pro-24-mois": lambda: load_voie_pro(months=24),
}


def load_model(name: str) -> Model:
    """A calibrated model.

    Parameters
    ----------
    name : str
        ``voie-pro`` has employment 6 months after leaving, ``voie-pro-12-mois`` and
        ``voie-pro-24-mois`` later.

    Raises
    ------
    InputError
        No model of that name.
    """
    if name not in MODELS:
        facts = {"name": name, "known": ", ".join(MODELS), "place": "model"}
        raise InputError((Problem("cohorts_unknown_model", value=name, facts=facts),))
    return MODELS[name]()
