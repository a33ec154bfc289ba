"""A random name that a browser gives itself and gives back the next time. Knows no person."""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets


class BrowserKey(anywidget.AnyWidget):
    """Tells one browser from another; shows nothing.

    Attributes
    ----------
    value : str
        Comes from the browser once the page is there; empty until then.
    """

    _esm = Path(__file__).parent / "browser_key.js"

    value = traitlets.Unicode("").tag(sync=True)
