"""Running CP-SAT on a model: settings, limits that are the same everywhere, bounds, a stop.

The worker follows the linear relaxation: measured to prove more and sooner than a portfolio on
these models.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import Event as StopEvent
from threading import Thread

from ortools.sat.python import cp_model

from jalons.planner.candidates import Start
from jalons.planner.domain import Task
from jalons.planner.model import Model
from jalons.planner.worker import one_worker

LOOK_S = 0.05  # how often somebody looks whether to stop


@dataclass(frozen=True)
class Found:
    """What a search of a model found; ``spots`` is None when it found nothing."""

    spots: dict[Task, Start] | None
    bound: float
    proven: bool


def run(
    model: Model,
    seed: int,
    work: float,
    *,
    first: bool = False,
    time_limit_s: float | None = None,
    stop: StopEvent | None = None,
    on_bound: Callable[[float], None] | None = None,
) -> Found:
    """Search with at most ``work`` units of work, which are the same on every machine.

    A time limit or a stop ends the search earlier, and never changes its way.
    """
    solver = _solver(work)
    solver.parameters.random_seed = seed
    solver.parameters.stop_after_first_solution = first
    if time_limit_s is not None:
        solver.parameters.max_time_in_seconds = time_limit_s
    solver.best_bound_callback = on_bound
    with _stopping(solver, stop):
        status = solver.solve(model.model)
    if status == cp_model.INFEASIBLE:
        return Found(None, 0.0, True)
    bound = max(0.0, ceil(solver.best_objective_bound - 1e-6))  # every cost is a whole number
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(None, bound, False)
    return Found(model.read(solver.boolean_value), bound, status == cp_model.OPTIMAL)


def impossible(model: Model, work: float) -> bool:
    """Is it proven, within so much work, that no plan will do?"""
    solver = _solver(work)
    solver.parameters.stop_after_first_solution = True
    return bool(solver.solve(model.model) == cp_model.INFEASIBLE)


def _solver(work: float) -> cp_model.CpSolver:
    solver = one_worker()
    parameters = solver.parameters
    parameters.linearization_level = 2
    parameters.max_deterministic_time = work
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    parameters.max_presolve_iterations = 1
    parameters.search_branching = cp_model.LP_SEARCH
    return solver


@contextmanager
def _stopping(solver: cp_model.CpSolver, stop: StopEvent | None) -> Iterator[None]:
    """End a search soon after somebody sets ``stop``."""
    if stop is None:
        yield
        return
    done = StopEvent()

    def wait() -> None:
        while not done.wait(LOOK_S):
            if stop.is_set():
                solver.stop_search()

    thread = Thread(target=wait, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()
