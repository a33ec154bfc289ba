"""Figures of two scenarios: what changes, a stock over the years, a cohort on its way.

Data in, plotly figures as plain dicts and their tables out; words come in as arguments. Colours
are tokens of the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from jalons.cohorts.cohort_path import CohortPath
from jalons.cohorts.stage import Doubts, Stage

Figure = dict[str, Any]
Name = Callable[[str], str]

COLOURS = {
    "2PRO": "var(--j-series-0)",
    "1PRO": "var(--j-series-0)",
    "TPRO": "var(--j-series-0)",
    "CAP1": "var(--j-series-4)",
    "CAP2": "var(--j-series-4)",
    "CS": "var(--j-accent)",
    "BP_BMA": "var(--j-accent)",
    "BTS1": "var(--j-series-3)",
    "BTS2": "var(--j-series-3)",
    "licence": "var(--j-series-6)",
    "apprenticeship": "var(--j-series-1)",
    "other_studies": "var(--j-series-5)",
    "employed": "var(--j-series-2)",
    "neither": "var(--j-ink-soft)",
    "left_without_diploma": "var(--j-stake)",
}
OTHERS = tuple(f"var(--j-series-{number})" for number in range(8))
LEAST_BAR = 1e-9
LEAST_LINK = 0.003
"""Flows below this share of the cohort are not drawn (the table has them)."""


def colour(state: str, states: Sequence[str]) -> str:
    return COLOURS.get(state, OTHERS[states.index(state) % len(OTHERS)])


def changed_states(stage: Stage, most: int = 9) -> list[str]:
    """The states whose last year differs most, in the order of the chain."""
    last = np.abs(stage.difference.expected[-1])
    order = [i for i in np.argsort(-last, kind="stable") if last[i] > LEAST_BAR][:most]
    return [stage.states[i] for i in sorted(order)]


def nice_ceiling(value: float) -> float:
    """The next of 1, 2, 5, 10, 20 …: an axis that does not slide along with the bars.

    Examples
    --------
    >>> nice_ceiling(1108), nice_ceiling(0.4)
    (2000.0, 0.5)
    """
    if value <= 0:
        return 1.0
    power: float = 10.0 ** np.floor(np.log10(value))
    return float(next(step * power for step in (1, 2, 5, 10) if step * power >= value * 0.999))


def difference_figure(stage: Stage, name: Name, tick: Callable[[float], str]) -> Figure:
    """What changes in the last year: a bar a state, with the interval of nine draws in ten."""
    states = changed_states(stage)
    at = [stage.states.index(state) for state in states]
    middle, low, high = (
        part[-1][at] for part in (
            stage.difference.expected, stage.difference.low, stage.difference.high
        )
    )  # fmt: skip
    top = nice_ceiling(float(np.max(np.abs([middle, low, high]), initial=0.0)))
    ticks = [-top, -top / 2, 0.0, top / 2, top]
    return {
        "data": [
            {
                "type": "bar",
                "orientation": "h",
                "y": [name(state) for state in states],
                "x": [_rounded(x) for x in middle],
                "error_x": {
                    "type": "data",
                    "symmetric": False,
                    "array": [_rounded(max(h - m, 0)) for h, m in zip(high, middle, strict=True)],
                    "arrayminus": [
                        _rounded(max(m - w, 0)) for w, m in zip(low, middle, strict=True)
                    ],
                    "color": "var(--j-ink)",
                    "thickness": 1.5,
                    "width": 5,
                },
                "marker": {"color": [colour(state, stage.states) for state in states]},
                "hovertemplate": "%{y} : %{x:+,.1~f}<extra></extra>",
            }
        ],
        "layout": {
            "margin": {"l": 8, "r": 16, "t": 8, "b": 36},
            "xaxis": {"range": [-top, top], "tickvals": ticks, "ticktext": [*map(tick, ticks)],
                      "zeroline": True, "zerolinewidth": 2},
            "yaxis": {"autorange": "reversed", "ticksuffix": "  "},
            "bargap": 0.35,
        },
    }  # fmt: skip


def over_years_figure(
    stage: Stage, doubts: Doubts | None, state: str, words: dict[str, str]
) -> Figure:
    """One state year by year in both scenarios.

    ``words`` names ``first``, ``second``, ``all`` (both doubts), ``chance`` (chance alone).
    """
    i = stage.states.index(state)
    begin = 1 if state in stage.final else 0
    years = [str(year) for year in stage.years[begin:]]
    own = colour(state, stage.states)
    data = [
        *_ribbon(years, stage.second.low[begin:, i], stage.second.high[begin:, i],
                 words["all"], f"{own} 18%"),
    ]  # fmt: skip
    if doubts is not None:
        chance = doubts.sampling
        data += _ribbon(
            years, chance.low[begin:, i], chance.high[begin:, i], words["chance"], f"{own} 45%"
        )
    data.append(
        _line(years, stage.first.expected[begin:, i], words["first"], "var(--j-ink-soft)", "dash")
    )
    data.append(_line(years, stage.second.expected[begin:, i], words["second"], own, "solid"))
    return {
        "data": data,
        "layout": {
            "margin": {"l": 56, "r": 16, "t": 8, "b": 72},
            "yaxis": {"tickformat": ",~r"},
            "xaxis": {"type": "category"},
            "legend": {"orientation": "h", "y": -0.16},
            "hovermode": "x unified",
        },
    }


def path_figure(path: CohortPath, name: Name, year: Callable[[int], str]) -> Figure:
    """A cohort on its way: a column a year, ribbons as wide as the persons who go along them."""
    columns, heads = len(path.stocks), path.heads
    order = [*(s for s in path.states if s not in path.final), *path.final]
    ribbons = [
        (t, a, b, float(path.flows[t][a][b]))
        for t in range(columns - 1)
        for a in range(len(path.states))
        for b in range(len(path.states))
        if path.flows[t][a][b] > LEAST_LINK * heads
    ]
    # plotly drops a node that no ribbon touches, and then shifts the places of all others.
    touched = {(t, a) for t, a, _, _ in ribbons} | {(t + 1, b) for t, _, b, _ in ribbons}
    drawn = [
        (t, path.states.index(state), state)
        for t in range(columns)
        for state in order
        if (t, path.states.index(state)) in touched
    ]
    number = {(t, i): n for n, (t, i, _) in enumerate(drawn)}
    x, y = _places_of(path, drawn)
    seen: set[str] = set()
    labels = []
    for t, i, state in drawn:
        text = name(state) if state not in seen or t == columns - 1 else ""
        seen.add(state)
        large = path.stocks[t][i] > 0.02 * heads or t == columns - 1
        labels.append(text if large else "")
    links = [(number[t, a], number[t + 1, b], v, path.states[b]) for t, a, b, v in ribbons]
    return {
        "data": [
            {
                "type": "sankey",
                "arrangement": "fixed",
                "valueformat": ",.0f",
                "node": {
                    "label": labels,
                    "customdata": [f"{name(s)}, {year(t)}" for t, _, s in drawn],
                    "hovertemplate": "%{customdata} : %{value}<extra></extra>",
                    "color": [colour(s, path.states) for _, _, s in drawn],
                    "x": x,
                    "y": y,
                    "pad": 10,
                    "thickness": 14,
                    "line": {"width": 0},
                },
                "link": {
                    "source": [a for a, _, _, _ in links],
                    "target": [b for _, b, _, _ in links],
                    "value": [round(v, 2) for _, _, v, _ in links],
                    "color": [f"{colour(s, path.states)} 35%" for _, _, _, s in links],
                    "hovertemplate": "%{source.customdata} → %{target.customdata} : "
                    "%{value}<extra></extra>",
                },
            }
        ],
        "layout": {
            "margin": {"l": 8, "r": 8, "t": 44, "b": 8},
            "annotations": [
                {
                    "x": t / (columns - 1),
                    "y": 1.0,
                    "yshift": 34,
                    "xref": "paper",
                    "yref": "paper",
                    "text": year(t),
                    "showarrow": False,
                    "xanchor": "left" if t == 0 else "right" if t == columns - 1 else "center",
                }
                for t in range(columns)
            ],
        },
    }


def _places_of(
    path: CohortPath, drawn: Sequence[tuple[int, int, str]]
) -> tuple[list[float], list[float]]:
    """Where each node stands: columns by year, stacked in the order they are drawn."""
    columns, heads = len(path.stocks), path.heads
    gap = 0.03
    most = max(sum(1 for t, _, _ in drawn if t == column) for column in range(columns))
    room = 1 - gap * (most - 1)
    x, y = [], []
    for column in range(columns):
        top = 0.0
        for t, i, _ in drawn:
            if t != column:
                continue
            share = float(path.stocks[t][i]) / heads * room
            x.append(min(max(column / (columns - 1), 0.001), 0.999))
            y.append(min(max(top + share / 2, 0.001), 0.999))
            top += share + gap
    return x, y


def _ribbon(years: list[str], low: Any, high: Any, label: str, fill: str) -> list[Figure]:
    edge = {"mode": "lines", "line": {"width": 0, "color": fill}, "hoverinfo": "skip"}
    return [
        {"type": "scatter", "x": years, "y": _list(low), "showlegend": False, **edge},
        {"type": "scatter", "x": years, "y": _list(high), "name": label, "fill": "tonexty",
         "fillcolor": fill, **edge},
    ]  # fmt: skip


def _line(years: list[str], values: Any, label: str, own: str, dash: str) -> Figure:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": years,
        "y": _list(values),
        "name": label,
        "line": {"color": own, "dash": dash, "width": 3},
        "marker": {"size": 7},
        "hovertemplate": "%{y:,.1~f}",
    }


def _list(values: Any) -> list[float]:
    return [_rounded(value) for value in values]


def _rounded(value: float) -> float:
    """Three digits after the point: the wire carries what the eye can use."""
    return round(float(value), 3)
