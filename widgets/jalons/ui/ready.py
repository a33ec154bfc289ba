"""The last widget of an app: brings our styles, and says when the page can be used.

In the portal the styles are already there; in JupyterLab they come with this widget. It also
mends what stock widgets lack for screen readers. Knows nothing of what stands before it.
"""

from __future__ import annotations

from pathlib import Path

import anywidget

HERE = Path(__file__).parent


def styles() -> str:
    """Return the style sheets of the kit: tokens, then widgets."""
    return "\n".join((HERE / name).read_text("utf-8") for name in ("tokens.css", "widgets.css"))


class Ready(anywidget.AnyWidget):
    """Sets ``data-jalons-ready="true"`` on the page's root once what precedes is painted."""

    _esm = HERE / "ready.js"
    _css = styles()
