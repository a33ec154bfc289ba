"""The calibrated models by name. Knows where they are made, not how they compute."""

from __future__ import annotations

from collections.abc import Callable

from jalons.cohorts.domain import Model
from jalons.problems import InputError, Problem

MODELS: dict[str, Callable[[], Model]] = {}


def load_model(name: str) -> Model:
    """A calibrated model.

    Raises
    ------
    InputError
        No model of that name.
    """
    if name not in MODELS:
        facts = {"name": name, "known": ", ".join(MODELS) or "-", "place": "model"}
        raise InputError((Problem("cohorts_unknown_model", value=name, facts=facts),))
    return MODELS[name]()
