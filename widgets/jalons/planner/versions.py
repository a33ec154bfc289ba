"""What one does with the versions of the open school: read, go back, name, settle a conflict.

Works on a :class:`~jalons.planner.state.PlannerState`; can be used without a page.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any

from jalons.planner import history, merging
from jalons.planner.domain import Plan, Task
from jalons.planner.history import Changed, Episode, read_plan
from jalons.planner.kept import About, Content
from jalons.planner.merging import Difference
from jalons.planner.state import PlannerState
from jalons.planner.times import Times
from jalons.problems import InputError
from jalons.workspace.domain import Version, WorkspaceError


@dataclass(frozen=True)
class Together:
    """Two contents of a school that two people made at once.

    Parameters
    ----------
    base : Content or None
        What both started from, where it is known.
    mine, theirs : Content
    version : Version
        Theirs: who, when.
    kept : Version
        Mine, kept beside.
    """

    base: Content | None
    mine: Content
    theirs: Content
    version: Version
    kept: Version

    @property
    def plans(self) -> tuple[Plan | None, Plan, Plan]:
        base = read_plan(self.base.plan) if self.base else None
        return base, read_plan(self.mine.plan), read_plan(self.theirs.plan)

    @property
    def differences(self) -> tuple[Difference, ...]:
        return merging.compare(*self.plans)

    @property
    def clashing_tables(self) -> tuple[str, ...]:
        """Files that both changed: they cannot be put together."""
        return self._files()[1]

    @property
    def tables(self) -> tuple[str, ...]:
        """Files that are not the same."""
        mine, theirs = self.mine.files, self.theirs.files
        return tuple(n for n in sorted({*mine, *theirs}) if mine.get(n) != theirs.get(n))

    def files(self) -> dict[str, bytes]:
        return self._files()[0]

    def _files(self) -> tuple[dict[str, bytes], tuple[str, ...]]:
        base = self.base.files if self.base else None
        return merging.merge_files(base, self.mine.files, self.theirs.files)


class Versions:
    """The versions of the school that is open in a state."""

    def __init__(self, state: PlannerState) -> None:
        self.state, self.keeping = state, state.keeping
        self._changed: dict[tuple[str, int | None, int], Changed] = {}

    # --- reading ------------------------------------------------------------------------------

    def episodes(self) -> tuple[Episode, ...]:
        """The versions as people read them, newest first."""
        names = self.keeping.about(self.state.dossier).names
        return history.episodes(self.keeping.versions(), names)

    def changed(self, episode: Episode) -> Changed:
        """What an episode changed; versions never do, so each is compared once."""
        before = episode.before.number if episode.before else None
        key = (self.state.dossier, before, episode.newest.number)
        if key not in self._changed:
            start = None if before is None else self.read(before)
            self._changed[key] = history.changed(start, self.read(episode.newest.number))
        return self._changed[key]

    def read(self, number: int) -> Content:
        return self.keeping.read(self.state.dossier, number)

    def look(self, number: int) -> tuple[Times, Plan | None]:
        """A version as it was, to be looked at; nothing changes.

        Raises
        ------
        InputError
            It cannot be shown with the rules and the lessons of today.
        """
        _, times, plan = self.state.read_content(self.read(number))
        return times, plan

    # --- changing -----------------------------------------------------------------------------

    def go_back(self, number: int) -> bool:
        """Make a new version of what a version holds, and show it; False if it cannot be."""
        self.state.read_content(self.read(number))  # raises before anything is saved
        content = self.state.safely(lambda: self.keeping.go_back(number))
        return content is not None and self.state.show_content(content)

    def name(self, number: int, name: str) -> None:
        """Give a version a name; an empty one takes it away."""

        def change(about: About) -> About:
            names = {n: text for n, text in about.names.items() if n != number}
            return replace(about, names={**names, number: name} if name else names)

        self._say(change)

    def _say(self, change: Callable[[About], About]) -> None:
        self.state.safely(lambda: self.keeping.change_about(change, self.state.dossier))

    # --- two at once --------------------------------------------------------------------------

    def look_for_newer(self) -> None:
        """Ask whether somebody saved since; a workspace that does not answer is asked again."""
        try:
            self.told_newer(self.keeping.newer())
        except WorkspaceError:
            return

    def told_newer(self, version: Version | None) -> None:
        known: Any = self.state.newer
        if version is None or known is None or version.number != known.number:
            self.state.set_trait("newer", version)

    def take_newest(self) -> bool:
        """Show the newest version; what the page showed stays among the versions."""
        return self.state.open_kept(self.state.dossier)

    def together(self) -> Together | None:
        """What the conflict is about; None without one."""
        conflict = self.state.conflict
        if conflict is None:
            return None
        return Together(
            Content.unpacked(conflict.base.content) if conflict.base else None,
            Content.unpacked(conflict.mine.content),
            Content.unpacked(conflict.theirs.content),
            conflict.theirs.version,
            conflict.mine.version,
        )

    def keep_mine(self) -> None:
        """Save what the page shows after theirs, which stays among the versions."""
        pair = self.together()
        if pair is not None:
            self.keeping.stand_on(pair.version, pair.theirs)
            self.state.keep("mine")

    def combine(self, give_way: Collection[Task] = ()) -> bool:
        """Put both together and save that after theirs.

        Parameters
        ----------
        give_way : collection of Task
            Sessions both changed where theirs is taken instead of mine.

        Returns
        -------
        bool
            False where the tables of both do not go together; nothing has changed then.
        """
        pair = self.together()
        if pair is None or pair.clashing_tables:
            return False
        content = replace(pair.mine, files=pair.files())
        try:
            _, times, _ = self.state.read_content(replace(content, plan=b""))
        except InputError:
            return False
        plan = merging.merge(times, *pair.plans, give_way) if self._planned(pair) else None
        self.keeping.stand_on(pair.version, pair.theirs)
        self.state.show_content(replace(content, plan=b""), plan)
        self.state.keep("merged")
        return True

    def _planned(self, pair: Together) -> bool:
        return bool(pair.mine.plan or pair.theirs.plan)
