"""A few values as a line, small enough for a cell of a table; words beside it say them."""

from __future__ import annotations

from collections.abc import Sequence

from jalons.ui.html import Safe, tag

WIDTH, HEIGHT, EDGE = 64, 20, 3


def spark_html(values: Sequence[float]) -> Safe:
    """Return the line, the last value as a dot; one value alone is a dot."""
    low, high = min(values), max(values)
    step = (WIDTH - 2 * EDGE) / max(len(values) - 1, 1)
    scale = (HEIGHT - 2 * EDGE) / ((high - low) or 1)
    points = [
        (round(EDGE + n * step, 1), round(HEIGHT - EDGE - (value - low) * scale, 1))
        for n, value in enumerate(values)
    ]
    line = " ".join(f"{x},{y}" for x, y in points)
    x, y = points[-1]
    return tag(
        "svg",
        tag("polyline", points=line, fill="none", stroke="var(--j-accent)", stroke_width="1.5"),
        tag("circle", cx=x, cy=y, r=2.5, fill="var(--j-accent)"),
        width=WIDTH,
        height=HEIGHT,
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        aria_hidden="true",
        style="display:block",
    )
