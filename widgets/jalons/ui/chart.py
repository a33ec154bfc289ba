"""A plotly figure, with the sentence and the table that say the same.

In the portal the page fetches ``plotly.min.js`` once, from the portal itself; elsewhere
(JupyterLab, Binder) this widget hands it over. ``FigureWidget`` would send 5 MB a figure. Knows
no feature and no word; importing this module does not import plotly.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent


def figure_dict(figure: Any) -> dict[str, Any]:
    """Return a figure as plain data, whether it came as a plotly ``Figure`` or as a mapping."""
    return dict(json.loads(figure.to_json())) if hasattr(figure, "to_json") else dict(figure)


class Chart(anywidget.AnyWidget):
    """A chart that is also said.

    Parameters
    ----------
    figure : dict
        ``data`` and ``layout`` of plotly. A colour may be a token, ``"var(--j-accent)"``: it then
        follows the appearance of the page; ``"var(--j-accent) 40%"`` is translucent.
    sentence : str
        What the chart shows, in one or two sentences: its caption and its name for those who
        do not see it.
    table : dict
        ``{"label": …, "columns": [...], "rows": [[...]]}``, folded below the chart.
    height : int
        In pixels.
    least_width : int
        It does not shrink below so many pixels: its frame scrolls sideways.
    images : dict
        ``{"png": …, "svg": …, "name": …}``: labels of the buttons that save the chart as an image,
        drawn by the browser, and the file's name. Empty: no such buttons.
    """

    _esm = HERE / "chart.js"
    _css = HERE / "chart.css"

    figure = traitlets.Dict().tag(sync=True)
    sentence = traitlets.Unicode("").tag(sync=True)
    table = traitlets.Dict().tag(sync=True)
    height = traitlets.Int(360, min=80).tag(sync=True)
    least_width = traitlets.Int(0, min=0).tag(sync=True)
    images = traitlets.Dict().tag(sync=True)

    def __init__(self, figure: Any = None, sentence: str = "", **options: Any) -> None:
        super().__init__(figure=figure_dict(figure or {}), sentence=sentence, **options)
        self.on_msg(self._asked)

    def show(
        self,
        figure: Any,
        sentence: str,
        table_label: str = "",
        columns: Sequence[str] = (),
        rows: Sequence[Sequence[object]] = (),
    ) -> None:
        """Replace figure, sentence and table as one change."""
        with self.hold_sync():
            self.figure = figure_dict(figure)
            self.sentence = sentence
            self.table = {
                "label": table_label,
                "columns": list(columns),
                "rows": [[str(cell) for cell in row] for row in rows],
            }

    def _asked(self, _: Any, content: dict[str, Any], __: Any) -> None:
        if content.get("kind") == "plotly":
            import plotly

            script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
            self.send({"kind": "plotly"}, buffers=[script.read_bytes()])
