"""The schools kept in the workspace: open, copy, rename, put away, delete on request.

Works on a :class:`~jalons.planner.state.PlannerState`; can be used without a page.
"""

from __future__ import annotations

from dataclasses import replace

from jalons.planner.keeping import Dossier
from jalons.planner.state import PlannerState


class Shelf:
    """What one does with whole schools."""

    def __init__(self, state: PlannerState) -> None:
        self.state, self.keeping = state, state.keeping

    def dossiers(self) -> tuple[Dossier, ...]:
        """Every kept school, latest saved first; those put away come last."""
        found = self.state.safely(self.keeping.dossiers) or ()
        return tuple(sorted(found, key=lambda d: d.about.away))

    def open(self, name: str) -> bool:
        return self.state.open_kept(name)

    def copy(self, title: str) -> None:
        """Go on in a copy of the open school, with a line of versions of its own."""
        key = self.keeping.about(self.state.dossier).key or self.state.dossier
        self.state.safely(lambda: self.keeping.begin(key, title))
        self.state.keep("copied")

    def rename(self, name: str, title: str) -> None:
        if title:
            self.state.safely(
                lambda: self.keeping.change_about(lambda about: replace(about, title=title), name)
            )

    def put_away(self, name: str, away: bool) -> None:
        """Put a school away, or take it back; nothing of it is touched."""
        self.state.safely(
            lambda: self.keeping.change_about(lambda about: replace(about, away=away), name)
        )

    def forget(self, name: str) -> None:
        """Delete a school with all its versions, for good, because somebody asked for it."""

        def forget() -> bool:
            self.keeping.forget(name)
            return True

        if self.state.safely(forget) and name == self.state.dossier:
            self.state.close_school()
