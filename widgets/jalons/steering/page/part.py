"""The base of the parts of the page *Piloter*, and the words several of them need."""

from __future__ import annotations

from typing import ClassVar

from jalons.i18n import Translator
from jalons.steering.domain import STEPS
from jalons.steering.state import SteeringState
from jalons.ui import part


class Part(part.Part[SteeringState]):
    """A part that is drawn again when the review, or who answers, has changed."""

    watched: ClassVar[tuple[str, ...]] = ("review", "past", "person")

    def __init__(self, state: SteeringState, t: Translator) -> None:
        super().__init__(state, t, t("steering-failure"))

    def scale(self) -> list[str]:
        return [self.t(f"step-{step}") for step in STEPS]
