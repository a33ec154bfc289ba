"""How good a plan is: each part of what is wanted, class by class, and how far it is from the best.

Counts with :mod:`jalons.planner.objective`, whose weights are documented there; words nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from jalons.planner.domain import Plan
from jalons.planner.objective import WEIGHTS, Part, Wishes

# What a plan leaves out, and changes to the plan before it, are told elsewhere on the page.
TOLD = ("mandatory_left_out", "optional_left_out", "hours_short", "gap_week", "week_from_even",
        "staff_uneven")  # fmt: skip
MOST_PERCENT = 100


@dataclass(frozen=True)
class Gap:
    """How far a plan may be from the best one.

    ``code`` is ``best`` (proven), ``within`` (at most ``percent`` above the best), ``unknown``
    (the search ended before it could tell) or ``places`` (nor whether more could be placed).
    """

    code: str
    percent: int = 0


def gap(objective: float, bound: float, left_out: float = 0.0) -> Gap:
    """The gap between a plan's cost and what no plan can better.

    Parameters
    ----------
    objective, bound : float
        Costs, as in :class:`~jalons.planner.domain.SolverInfo`.
    left_out : float
        The part of ``objective`` that is for what is left out: it is so much more than all the
        rest that a share of the whole would always look small. The share is of the rest.

    Examples
    --------
    >>> gap(103, 100)
    Gap(code='within', percent=3)
    >>> gap(1_000_060, 1_000_050, left_out=1_000_000).percent
    20
    >>> gap(100, 100).code, gap(100, 0).code, gap(2_000_100, 1_000_000, 2_000_000).code
    ('best', 'unknown', 'places')
    """
    if objective <= bound:
        return Gap("best")
    if bound < left_out:
        return Gap("places")
    if bound <= left_out:
        return Gap("unknown")
    percent = ceil(100 * (objective - bound) / (bound - left_out))
    return Gap("within", percent) if percent <= MOST_PERCENT else Gap("unknown")


@dataclass(frozen=True)
class Quality:
    """A part of what is wanted, with its count for each class that has one."""

    part: Part
    classes: tuple[tuple[str, int], ...]


def quality(wishes: Wishes, plan: Plan) -> tuple[Quality, ...]:
    """Each part told on the page, in the order in which they matter."""
    placed = {a.task: a for a in plan.assignments if a.task in wishes.known}
    by_class = {name: wishes.class_counts(name, placed) for name in wishes.tasks_of}
    return tuple(
        Quality(part, tuple((name, n) for name, c in by_class.items() if (n := c.get(part.name))))
        for part in wishes.parts(placed)
        if part.name in TOLD
    )


def gap_of(plan: Plan) -> Gap | None:
    """The gap of a plan as the search left it; None for one that was changed by hand since."""
    if plan.solver is None:
        return None
    left_out = sum(
        WEIGHTS["mandatory_left_out" if u.mandatory else "optional_left_out"] for u in plan.unplaced
    )
    return gap(plan.solver.objective, plan.solver.bound, left_out)
