"""A talk made from a page: one idea a screen, large type, the arrows to go on, Escape to leave.

Knows no feature; what a slide says arrives as text, or as HTML made by :mod:`jalons.ui.html`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from jalons.ui.html import Safe

HERE = Path(__file__).parent
LABELS = ("start", "next", "previous", "leave", "place", "title")


@dataclass(frozen=True, slots=True)
class Slide:
    """One screen: a title, at most one large figure, a few lines, a picture, where it is from."""

    title: str
    figure: str = ""
    lines: tuple[str, ...] = ()
    picture: Safe | None = None
    source: str = ""


class Slides(anywidget.AnyWidget):
    """A button that opens the talk over the page.

    Parameters
    ----------
    labels : mapping
        The words of :data:`LABELS`; ``place`` may hold ``%number%`` and ``%total%``.
    """

    _esm = HERE / "slides.js"
    _css = HERE / "slides.css"

    labels = traitlets.Dict().tag(sync=True)
    slides = traitlets.List(traitlets.Dict()).tag(sync=True)

    def __init__(self, labels: Mapping[str, str], **values: Any) -> None:
        if missing := [name for name in LABELS if name not in labels]:
            raise ValueError(f"Slides needs the labels {', '.join(missing)}")
        super().__init__(labels=dict(labels), **values)

    def show(self, slides: Iterable[Slide]) -> None:
        """Make the talk of these slides; an open one stays at its place."""
        self.slides = [
            {
                "title": slide.title,
                "figure": slide.figure,
                "lines": list(slide.lines),
                "picture": slide.picture or "",
                "source": slide.source,
            }
            for slide in slides
        ]

    def begin(self) -> None:
        """Open the talk over the page, at its first screen."""
        self.send({"kind": "open"})
