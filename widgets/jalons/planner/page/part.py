"""The base of a part of the page: a heading, what it holds, when it is shown.

A subclass names its heading, makes its widgets in :meth:`Part.build` and fills them in
:meth:`Part.draw`, which is called when the school, the plan or its status has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import ipywidgets

from jalons.i18n import Translator
from jalons.planner.state import PlannerState
from jalons.school.problems import SchoolFileError
from jalons.ui.download import Download
from jalons.ui.html import tag
from jalons.ui.view import View
from jalons.workspace.domain import WorkspaceError


@dataclass(frozen=True)
class Page:
    """What every part is given.

    Parameters
    ----------
    state : PlannerState
    t : Translator
    letters : mapping
        Theme code → letter.
    examples : mapping
        Label of an example school → its folder.
    """

    state: PlannerState
    t: Translator
    letters: Mapping[str, str]
    examples: Mapping[str, Path]


class Part(View):
    """One part of the page.

    Attributes
    ----------
    heading : str
        Message of the heading.
    anchor : str or None
        Where a link on the page may lead.
    """

    heading: ClassVar[str]
    anchor: ClassVar[str | None] = None

    def __init__(self, page: Page) -> None:
        super().__init__(page.t("planner-failure"))
        self.page, self.state, self.t = page, page.state, page.t
        self._drawn: tuple[Any, ...] = ()
        title = ipywidgets.HTML(tag("h2", self.t(self.heading), id=self.anchor))
        self.widget = ipywidgets.VBox([title, self.notice, *self.build()])
        self.widget.add_class("j-part")
        self.watch(self.state, self._changed, "plan", "times", "status")
        self._changed(None)

    def build(self) -> Sequence[ipywidgets.Widget]:
        """Make the widgets and connect them; called once."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show what the state now holds."""

    def show(self, visible: bool) -> None:
        self.widget.layout.display = "" if visible else "none"

    def _changed(self, _: Any) -> None:
        """Draw once for each change, however many traits it set."""
        now = (self.state.times, self.state.plan, self.state.status)
        if len(self._drawn) != len(now) or any(
            a is not b for a, b in zip(now, self._drawn, strict=True)
        ):
            self._drawn = now
            self.draw()

    def sentence(self, error: Exception) -> str:
        if isinstance(error, SchoolFileError):
            return error.text(self.t)
        if isinstance(error, WorkspaceError):
            return error.sentence(self.t)
        return self.failure

    # --- pieces that several parts use ---------------------------------------------------------

    def row(self, *children: ipywidgets.Widget) -> ipywidgets.HBox:
        row = ipywidgets.HBox(list(children))
        row.add_class("j-row")
        return row

    def hint(self, key: str) -> ipywidgets.HTML:
        return ipywidgets.HTML(tag("p", self.t(key), class_="j-hint"))

    def button(self, label: str, press: Callable[[], Any]) -> ipywidgets.Button:
        button = ipywidgets.Button(description=label, layout={"width": "auto"})
        self.on_click(button, press)
        return button

    def download(
        self, key: str, make: Callable[[], tuple[str, str, bytes]], **options: Any
    ) -> Download:
        return Download(self.t(key), make, self.t("ui-download-failed"), **options)

    def more(self, items: Sequence[str], shown: int) -> str:
        """What a fold says that hides the items beyond ``shown``."""
        return self.t("notice-more", count=max(0, len(items) - shown))
