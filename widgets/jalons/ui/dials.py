"""A list of sliders that say what they are: value in words, explanation, finer setting, reset.

The browser's own range inputs: reachable by keyboard and finger, named to screen readers. Values
travel as one trait, so that a drag sends the newest only. Knows no feature and no word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent
LABELS = ("reset", "more")


@dataclass(frozen=True, slots=True)
class Dial:
    """One slider.

    Parameters
    ----------
    id : str
        Key of its value.
    label, text : str
        Its name, and a sentence about it.
    low, high, step, rest : float
        Bounds, step, and the value that *reset* goes back to.
    unit : str
        Written after the value.
    signed : bool
        Positive values begin with a plus sign.
    note : str
        Folded: where it comes from.
    inner : Dial or None
        A finer setting, inside the fold.
    """

    id: str
    label: str
    text: str
    low: float
    high: float
    step: float
    rest: float
    unit: str = ""
    signed: bool = False
    note: str = ""
    inner: Dial | None = None


class Dials(anywidget.AnyWidget):
    """Sliders and their values.

    Parameters
    ----------
    labels : mapping
        The words of :data:`LABELS`; ``%label%`` in ``reset`` is filled in by the page.

    Attributes
    ----------
    values : dict of str to float
        By id; a dial that is not named stands at its ``rest``.
    """

    _esm = HERE / "dials.js"
    _css = HERE / "dials.css"

    labels = traitlets.Dict().tag(sync=True)
    dials = traitlets.List(traitlets.Dict()).tag(sync=True)
    lang = traitlets.Unicode("fr").tag(sync=True)
    values = traitlets.Dict(value_trait=traitlets.Float()).tag(sync=True)

    def __init__(self, labels: Mapping[str, str], **options: Any) -> None:
        if missing := [name for name in LABELS if name not in labels]:
            raise ValueError(f"Dials needs the labels {', '.join(missing)}")
        super().__init__(labels=dict(labels), **options)

    def show(self, dials: Iterable[Dial], values: Mapping[str, float]) -> None:
        """Show these sliders at these values, as one change."""
        with self.hold_sync():
            self.dials = [asdict(dial) for dial in dials]
            self.values = {name: float(value) for name, value in values.items()}
