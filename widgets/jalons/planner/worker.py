"""The one worker every search of the planner runs on. Knows no model."""

from __future__ import annotations

from ortools.sat.python import cp_model


def one_worker() -> cp_model.CpSolver:
    """A solver that finds its plans in the same order everywhere, and leaves Ctrl-C to Python."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # its own handler would outlive the search
    return solver
