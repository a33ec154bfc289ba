"""What a search says while it goes on, and how it is told to end. Knows no search."""

from __future__ import annotations

from dataclasses import dataclass


class StoppedError(Exception):
    """Somebody set ``stop`` while something was being prepared."""


@dataclass(frozen=True)
class Progress:
    """Where a search stands. Costs as in :class:`~jalons.planner.domain.SolverInfo`.

    Until the first plan is whole, ``objective`` is infinite and ``placed`` grows class by class;
    from then on ``left_out`` is the part of it that is for what is not placed.
    ``step`` counts what does not depend on the machine: with the same file, seed and arguments
    the plan after a step is the same everywhere.
    """

    elapsed_s: float
    placed: int
    total: int
    objective: float
    bound: float
    step: int = 0
    left_out: float = 0.0
