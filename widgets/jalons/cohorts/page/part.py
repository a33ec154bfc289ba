"""The base of the parts of the page *Simuler*."""

from __future__ import annotations

from jalons.cohorts.state import CohortsState
from jalons.i18n import Translator
from jalons.ui import part


class Part(part.Part[CohortsState]):
    """A part of the page; each names what makes it draw again."""

    def __init__(self, state: CohortsState, t: Translator) -> None:
        super().__init__(state, t, t("simuler-failure"))
