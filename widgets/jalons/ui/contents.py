"""What is on this page: a bar of links to its parts, those that are shown now.

Finds the parts by itself (``.j-part`` with a heading, see :mod:`jalons.ui.part`). Knows no word but
its own name.
"""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent


class Contents(anywidget.AnyWidget):
    """The bar; it stays in sight while the page scrolls.

    Parameters
    ----------
    name : str
        What the bar is called for those who do not see it.
    """

    _esm = HERE / "contents.js"
    _css = HERE / "contents.css"

    name = traitlets.Unicode("").tag(sync=True)
