"""Figures of a plan: hours that each person gives, month by month.

Data in, a plotly figure (as a plain dict) and its table out; words come in as arguments.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from jalons.planner.domain import Plan
from jalons.planner.times import minutes

Load = dict[str, dict[tuple[int, int], float]]


def staff_load(plan: Plan) -> Load:
    """Hours by person and month: ``{person: {(year, month): hours}}``."""
    load: dict[str, dict[tuple[int, int], float]] = defaultdict(lambda: defaultdict(float))
    for a in plan.assignments:
        for person in a.staff:
            load[person][a.day.year, a.day.month] += (minutes(a.end) - minutes(a.start)) / 60
    return {person: dict(months) for person, months in load.items()}


def months_of(load: Load) -> tuple[tuple[int, int], ...]:
    """Every month from the first to the last one in which anybody works."""
    found = sorted({month for months in load.values() for month in months})
    if not found:
        return ()
    (year, month), last = found[0], found[-1]
    out = []
    while (year, month) <= last:
        out.append((year, month))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return tuple(out)


def staff_load_figure(load: Load, month_name: Callable[[date], str], hours: str) -> dict[str, Any]:
    """Stacked bars, one a person, one colour a month; the busiest person on top."""
    people = sorted(load, key=lambda person: sum(load[person].values()))
    months = months_of(load)
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "name": month_name(date(*month, 1)),
                "y": people,
                "x": [round(load[person].get(month, 0.0), 2) for person in people],
                "marker": {"color": f"hsl({210 + 9 * number}, 55%, {30 + 4 * number}%)"},
                "hovertemplate": "%{y}, %{fullData.name} : %{x:.1f} h<extra></extra>",
            }
            for number, month in enumerate(months)
        ],
        "layout": {
            "barmode": "stack",
            "height": 60 + 26 * max(3, len(people)),
            "margin": {"l": 10, "r": 10, "t": 10, "b": 40},
            "xaxis": {"title": {"text": hours}, "rangemode": "tozero"},
            "yaxis": {"automargin": True, "ticksuffix": " "},
            "legend": {"orientation": "h", "y": -0.15, "traceorder": "normal"},
        },
    }


def staff_load_table(
    load: Load, month_name: Callable[[date], str], person: str, total: str
) -> tuple[tuple[str, ...], list[Sequence[str | float]]]:
    """The same figures as columns and rows, the busiest person first."""
    months = months_of(load)
    columns = (person, *(month_name(date(*month, 1)) for month in months), total)
    rows: list[Sequence[str | float]] = [
        (
            name,
            *(round(load[name].get(month, 0.0), 2) for month in months),
            round(sum(load[name].values()), 2),
        )
        for name in sorted(load, key=lambda name: -sum(load[name].values()))
    ]
    return columns, rows
