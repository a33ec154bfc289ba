"""The base of a part of a page: a heading, what it holds, when it is drawn again.

A feature's own base names the traits that make its parts draw again; a part names its heading,
makes its widgets in :meth:`Part.build` and fills them in :meth:`Part.draw`. Knows no feature.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

import ipywidgets
import traitlets

from jalons.i18n import Translator
from jalons.problems import Worded
from jalons.reactive import guarded
from jalons.ui.download import Download
from jalons.ui.fold import Fold
from jalons.ui.html import tag
from jalons.ui.view import View

S = TypeVar("S", bound=traitlets.HasTraits)


class Part(View, Generic[S]):
    """One part of a page.

    Parameters
    ----------
    state : HasTraits
        What the page remembers.
    t : Translator
    failure : str
        What is said when a callback fails for a reason that has no words of its own.

    Attributes
    ----------
    heading : str
        Message of the heading.
    anchor : str or None
        Where a link on the page may lead.
    watched : tuple of str
        Traits of the state after whose change the part is drawn again.
    """

    heading: ClassVar[str]
    anchor: ClassVar[str | None] = None
    watched: ClassVar[tuple[str, ...]]

    def __init__(self, state: S, t: Translator, failure: str) -> None:
        super().__init__(failure)
        self.state, self.t = state, t
        self._drawn: tuple[Any, ...] = ()
        title = ipywidgets.HTML(tag("h2", self.t(self.heading), id=self.anchor))
        self.widget = ipywidgets.VBox([title, self.notice, *self.build()])
        self.widget.add_class("j-part")
        self.watch(self.state, self._changed, *self.watched)
        # A part that cannot be drawn says so; the others are there all the same.
        guarded(self._changed, self.report)(None)

    def build(self) -> Sequence[ipywidgets.Widget]:
        """Make the widgets and connect them; called once."""
        raise NotImplementedError

    def draw(self) -> None:
        """Show what the state now holds."""

    def show(self, visible: bool) -> None:
        self.widget.layout.display = "" if visible else "none"

    def _changed(self, _: Any) -> None:
        """Draw once for each change, however many traits it set."""
        now = tuple(getattr(self.state, name) for name in self.watched)
        if len(self._drawn) != len(now) or any(
            a is not b for a, b in zip(now, self._drawn, strict=True)
        ):
            self._drawn = now
            self.draw()

    def sentence(self, error: Exception) -> str:
        return error.sentence(self.t) if isinstance(error, Worded) else self.failure

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

    def fold(self, key: str, *content: ipywidgets.Widget) -> Fold:
        """Content that opens when it is asked for; ``key`` is the message that names it."""
        what = self.t(key)
        return Fold(self.t("ui-fold-show", what=what), self.t("ui-fold-hide", what=what), content)

    def download(
        self, key: str, make: Callable[[], tuple[str, str, bytes]], **options: Any
    ) -> Download:
        return Download(self.t(key), make, self.t("ui-download-failed"), **options)

    def more(self, items: Sequence[str], shown: int) -> str:
        """What a fold says that hides the items beyond ``shown``."""
        return self.t("notice-more", count=max(0, len(items) - shown))


P = TypeVar("P", bound=Part[Any])


class PartsView(View):
    """A page made of parts.

    Parameters
    ----------
    failure : str
        As for :class:`~jalons.ui.view.View`.
    parts : sequence of Part
        In the order of the page; they are closed with it.
    name : str
        Class of the page's root, for style sheets.
    """

    def __init__(self, failure: str, parts: Sequence[Part[Any]], name: str) -> None:
        super().__init__(failure)
        self.parts = list(parts)
        for part in self.parts:
            self.own(part)
        self.widget = ipywidgets.VBox([self.notice, *(part.widget for part in self.parts)])
        self.widget.add_class(name)

    def follow_trouble(self, state: Any, t: Translator) -> None:
        """Say why what was entered could not be kept (``state.trouble``); the page goes on."""

        def say(_: Any) -> None:
            wrong = state.trouble
            self.notice.say("error", wrong.sentence(t) if wrong else "")

        self.watch(state, say, "trouble")
        say(None)

    def part(self, kind: type[P]) -> P:
        """The part of this kind, for a notebook that goes on with it."""
        return next(part for part in self.parts if isinstance(part, kind))
