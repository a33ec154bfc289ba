"""Bars against a target, one a line, all on one scale: hours of each class, for instance.

The sentence beside a bar says all that the bar shows; colour adds nothing. Knows no feature and
no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ipywidgets

from jalons.ui.html import Safe, join, tag

STYLE = Safe("""<style>
.j-gauges { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--j-space-3); }
.j-gauges li { display: grid; grid-template-columns: minmax(6rem, 10rem) minmax(8rem, 1fr) minmax(9rem, 20rem); gap: var(--j-space-1) var(--j-space-4); align-items: center; break-inside: avoid; }
.j-gauge-name { font-weight: 600; color: var(--j-ink); overflow-wrap: anywhere; }
.j-gauge-track { position: relative; height: 1rem; border: 1px solid var(--j-control); border-radius: 3px; background: var(--j-surface); }
.j-gauge-bar { position: absolute; inset: 0 auto 0 0; background: var(--j-accent); border-radius: 2px 0 0 2px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.j-gauge-over .j-gauge-bar { background: repeating-linear-gradient(135deg, var(--j-accent) 0 6px, var(--j-surface) 6px 9px); }
.j-gauge-target { position: absolute; top: -5px; bottom: -5px; width: 3px; margin-left: -1.5px; background: var(--j-ink); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.j-gauge-text { font-variant-numeric: tabular-nums; color: var(--j-ink-soft); font-size: var(--j-font-size-small); }
@media (max-width: 40rem) { .j-gauges li { grid-template-columns: 1fr; } }
</style>""")  # noqa: E501

TOLERANCE = 1.001  # rounding is not an excess


@dataclass(frozen=True, slots=True)
class Gauge:
    """One bar.

    Parameters
    ----------
    label : str
        What is measured.
    value : float
        In the unit that all gauges of the list share, not negative.
    target : float or None
        None when there is none; ``sentence`` says so.
    sentence : str
        Value, unit and target in words, with whatever must be known about them.
    """

    label: str
    value: float
    target: float | None
    sentence: str


def gauges_html(gauges: Sequence[Gauge], title: str) -> Safe:
    """Return the bars as HTML, all on the scale of the largest value or target."""
    top = max([0.0, *(max(gauge.value, gauge.target or 0.0) for gauge in gauges)]) or 1.0
    lines = [_line(gauge, top) for gauge in gauges]
    return join([STYLE, tag("ul", *lines, class_="j-gauges", aria_label=title)])


def _line(gauge: Gauge, top: float) -> Safe:
    over = gauge.target is not None and gauge.value > gauge.target * TOLERANCE
    bar = tag("span", class_="j-gauge-bar", style=f"width:{_percent(gauge.value, top)}")
    mark = Safe("")
    if gauge.target is not None:
        mark = tag("span", class_="j-gauge-target", style=f"left:{_percent(gauge.target, top)}")
    # A reader hears the sentence once: the bar repeats it for the eye only.
    track = tag("span", bar, mark, class_="j-gauge-track", aria_hidden="true")
    return tag(
        "li",
        tag("span", gauge.label, class_="j-gauge-name"),
        track,
        tag("span", gauge.sentence, class_="j-gauge-text"),
        class_="j-gauge-over" if over else None,
    )


def _percent(value: float, top: float) -> str:
    return f"{100 * value / (top * 1.02):.1f}%"


class GaugeList(ipywidgets.HTML):  # type: ignore[misc]
    """A list of gauges; :meth:`fill` replaces them. ``title`` names the list to screen readers."""

    def __init__(self, title: str, gauges: Sequence[Gauge] = ()) -> None:
        self._title = title
        super().__init__(gauges_html(gauges, title))

    def fill(self, gauges: Sequence[Gauge]) -> None:
        """Show these gauges instead."""
        self.value = gauges_html(gauges, self._title)
