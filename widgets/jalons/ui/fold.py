"""Something that is shown when it is asked for: a button that says whether it opens or closes.

Beside the accordion of ipywidgets, whose titles no keyboard reaches and no screen reader names.
Knows no feature and no word.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets


class Fold(ipywidgets.VBox):  # type: ignore[misc]
    """A button and what it folds.

    Parameters
    ----------
    show, hide : str
        What stands on the button while closed, and while open.
    content : sequence of Widget
    """

    def __init__(
        self, show: str, hide: str, content: Sequence[ipywidgets.Widget], **options: Any
    ) -> None:
        self.toggle = ipywidgets.Button(description=show, layout={"width": "auto"})
        self.content = ipywidgets.VBox(list(content), layout={"display": "none"})
        self._labels = show, hide
        self.toggle.on_click(lambda _: self.unfold(not self.is_open))
        super().__init__([self.toggle, self.content], **options)

    @property
    def is_open(self) -> bool:
        return str(self.content.layout.display) != "none"

    def unfold(self, visible: bool = True) -> None:
        """Show the content, or fold it."""
        self.content.layout.display = "" if visible else "none"
        self.toggle.description = self._labels[visible]
