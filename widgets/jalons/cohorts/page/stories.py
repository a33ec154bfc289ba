"""Part 3: stories for a talk; one click sets the levers and opens the presenter view."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.cohorts.page.part import Part
from jalons.cohorts.stories import STORIES, Story, settings_of, told_with
from jalons.cohorts.talk import talk
from jalons.ui.html import tag
from jalons.ui.labels import labels
from jalons.ui.slides import LABELS, Slides


class StoriesPart(Part):
    heading = "simuler-stories"
    anchor = "histoires"
    watched = ("settled", "opened")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.slides = Slides({**labels(t, "slides", LABELS), "start": t("simuler-present")})
        self.cards = {story.id: self._card(story) for story in STORIES}
        cards = ipywidgets.Box([*self.cards.values()])
        cards.add_class("j-sim-stories")
        return self.hint("simuler-stories-text"), cards, self.slides

    def _card(self, story: Story) -> ipywidgets.VBox:
        t = self.t
        tell = self.button(t(f"simuler-story-{story.id}"), lambda: self.tell(story))
        text = ipywidgets.HTML(tag("p", t(f"simuler-story-{story.id}-text")))
        card = ipywidgets.VBox([tell, text])
        card.add_class("j-sim-story")
        return card

    def tell(self, story: Story) -> None:
        """Set the levers of a story and open its talk."""
        settings, compared = settings_of(story, self.state.room())
        self.state.set(settings, compared)
        self.state.show_start(story.start)
        self.draw()
        self.slides.begin()

    def draw(self) -> None:
        told = told_with(self.state.usable(), self.state.room())
        for story in STORIES:
            self.cards[story.id].layout.display = "" if story in told else "none"
        self.show(bool(told))
        self.slides.show(talk(self.state, self.t))
