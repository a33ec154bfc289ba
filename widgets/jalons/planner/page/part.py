"""The base of the parts of the page *Planifier*, and what each of them is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from jalons.i18n import Translator
from jalons.planner.school_editing import SchoolEditing
from jalons.planner.state import PlannerState
from jalons.ui import part


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
    editing : SchoolEditing
        The school's tables as people fill them in.
    """

    state: PlannerState
    t: Translator
    letters: Mapping[str, str]
    examples: Mapping[str, Path]
    editing: SchoolEditing


class Part(part.Part[PlannerState]):
    """A part that is drawn again when the school, the plan or its status has changed."""

    watched: ClassVar[tuple[str, ...]] = ("plan", "times", "status")

    def __init__(self, page: Page) -> None:
        self.page = page
        super().__init__(page.state, page.t, page.t("planner-failure"))
