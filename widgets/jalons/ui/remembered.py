"""A text field whose value stays on the person's own machine, in the browser. Knows no word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent


class Remembered(anywidget.AnyWidget):
    """A text that this browser gives back the next time.

    Parameters
    ----------
    label, hint : str
        What stands before the field, and below it.
    store : str
        Name under which the browser remembers it.
    longest : int
        Most characters.

    Attributes
    ----------
    value : str
        What is in the field; comes from the browser once the page is there.
    """

    _esm = HERE / "remembered.js"
    _css = HERE / "remembered.css"

    label = traitlets.Unicode("").tag(sync=True)
    hint = traitlets.Unicode("").tag(sync=True)
    store = traitlets.Unicode("").tag(sync=True)
    longest = traitlets.Int(20, min=1).tag(sync=True)
    value = traitlets.Unicode("").tag(sync=True)

    def __init__(self, label: str, store: str, **options: Any) -> None:
        super().__init__(label=label, store=store, **options)

    @traitlets.validate("value")
    def _short(self, proposal: Any) -> str:
        return str(proposal["value"]).strip()[: self.longest]
