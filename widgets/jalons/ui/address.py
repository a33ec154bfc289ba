"""What the page shows, written into its own address, so that a reload or a bookmark finds it.

Nothing is seen of it. In a notebook, whose address is not ours, it does nothing.
"""

from __future__ import annotations

from pathlib import Path

import anywidget
import traitlets

HERE = Path(__file__).parent


class Address(anywidget.AnyWidget):
    """The part of the page's address behind the ``?``.

    Attributes
    ----------
    query : dict
        Name → value; an empty value takes the name out. Other names stay as they are.
    """

    _esm = HERE / "address.js"

    query = traitlets.Dict().tag(sync=True)
