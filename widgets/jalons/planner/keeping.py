"""The schools kept in a workspace, each with its line of versions; one of them is open.

A version holds everything a school is made of (see :mod:`jalons.planner.kept`). What a person calls
a school, whether it is put away and the names of its versions are kept beside. Knows no plan and no
rule; without a workspace nothing lasts.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from jalons.planner.kept import About, Content
from jalons.planner.names import slug
from jalons.workspace.address import shown
from jalons.workspace.domain import Conflict, Version

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

SCOPE, ABOUT, MEMORY = "planifier.dossier", "planifier.fiche", "planifier.memoire"
LONGEST = 150  # characters of a name made from a title; the workspace takes 200
TRIES = 5


@dataclass(frozen=True)
class Dossier:
    """A school that is kept: its name for programs, what people say of it, when it was saved."""

    name: str
    about: About
    newest: Version


@dataclass(frozen=True)
class Standing:
    """The open school, the version its page started from (None: none yet) and what that holds."""

    dossier: str = ""
    base: int | None = None
    content: bytes = field(default=b"", repr=False)
    saved_at: datetime | None = None


class Keeping:
    """The kept schools, and which version of which one the page shows.

    Attributes
    ----------
    standing : Standing
        Which one is open, and at which version.
    author : str
        Who signs what is saved from now on.
    """

    def __init__(self, workspace: Workspace | None) -> None:
        self._workspace = workspace
        self.standing = Standing()
        self.author = ""

    @property
    def dossier(self) -> str:
        """The open school; empty where none is."""
        return self.standing.dossier

    @property
    def lasts(self) -> bool:
        return self._workspace is not None

    # --- the schools --------------------------------------------------------------------------

    def dossiers(self) -> tuple[Dossier, ...]:
        """Every kept school, latest saved first, those put away among them."""
        if self._workspace is None:
            return ()
        return tuple(
            Dossier(version.name, self.about(version.name), version)
            for version in self._workspace.documents(SCOPE)
        )

    def open(self, dossier: str) -> Content | None:
        """Open a kept school at its newest version; None where there is no such school."""
        newest = self._workspace.newest(SCOPE, dossier) if self._workspace else None
        if newest is None:
            return None
        content = self.read(dossier, newest.number)
        self.standing = Standing(dossier, newest.number, content.packed(), newest.saved_at)
        return content

    def close(self) -> None:
        """Let go of the open school; it stays kept."""
        self.standing = Standing()

    def begin(self, key: str, title: str) -> None:
        """Open a school that is not kept yet; it is once something is saved."""
        taken = {version.name for version in self._documents()}
        names = (key[:LONGEST] + (f"-{n}" if n > 1 else "") for n in range(1, len(taken) + 2))
        self.standing = Standing(next(name for name in names if name not in taken))
        self.change_about(lambda about: replace(about, title=title, key=key))

    def called(self, key: str, title: str) -> None:
        """The open school says another name or year of itself; a name people gave it stays."""
        if self._workspace is None or self.about(self.dossier).key == key:
            return

        def change(about: About) -> About:
            own = slug(about.title) not in ("", about.key)
            return replace(about, key=key, title=about.title if own else title)

        self.change_about(change)

    def forget(self, dossier: str) -> None:
        """Delete a school with all its versions, because somebody asked for it."""
        if self._workspace is None:
            return
        self._workspace.forget(SCOPE, dossier)
        self._workspace.forget(ABOUT, dossier)
        if dossier == self.dossier:
            self.close()

    def about(self, dossier: str) -> About:
        if self._workspace is None:
            return About()
        return About.unpacked(self._workspace.latest(ABOUT, dossier))

    def remember(self, name: str, content: bytes) -> None:
        """Keep something that people need not say again, whatever school is open."""
        if self._workspace is not None:
            self._workspace.keep(MEMORY, name, content)

    def remembered(self, name: str) -> bytes:
        """What :meth:`remember` kept; empty, nothing."""
        return (self._workspace.latest(MEMORY, name) if self._workspace else None) or b""

    def change_about(self, change: Callable[[About], About], dossier: str = "") -> None:
        """Change what is said of a school (the open one), however many do so at once."""
        dossier = dossier or self.dossier
        for attempt in range(TRIES if self._workspace else 0):
            assert self._workspace is not None
            newest = self._workspace.newest(ABOUT, dossier)
            about = change(self.about(dossier))
            try:
                self._workspace.save(
                    ABOUT, dossier, about.packed(), newest.number if newest else None
                )
                return
            except Conflict:
                if attempt == TRIES - 1:
                    raise

    def _documents(self) -> tuple[Version, ...]:
        return self._workspace.documents(SCOPE) if self._workspace else ()

    # --- the versions of the open one ---------------------------------------------------------

    def save(self, content: Content, change: str) -> None:
        """Save what the page shows, unless it is saved already.

        Parameters
        ----------
        change : str
            Code of what the person did, kept as the version's note.

        Raises
        ------
        Conflict
            Somebody saved since; what the page shows is safe beside.
        WorkspaceError
            Nothing was saved this time. The next save holds it too.
        """
        packed = content.packed()
        if self._workspace is None or not self.dossier or packed == self.standing.content:
            return
        saved = self._workspace.save(
            SCOPE, self.dossier, packed, self.standing.base, author=self.author, note=change
        )
        self.standing = Standing(self.dossier, saved.number, packed, saved.saved_at)

    def stand_on(self, version: Version, content: Content) -> None:
        """Take a version of the open school as what the page started from."""
        self.standing = Standing(self.dossier, version.number, content.packed(), version.saved_at)

    def go_back(self, number: int) -> Content:
        """Make a new version of what a version of the open school holds.

        Raises
        ------
        Conflict
            Somebody saved since.
        """
        assert self._workspace is not None
        content = self.read(self.dossier, number)
        saved = self._workspace.go_back(
            SCOPE,
            self.dossier,
            number,
            self.standing.base or 0,
            author=self.author,
            note=f"back:{number}",
        )
        self.stand_on(saved, content)
        return content

    def take_away(self) -> None:
        """Remember that somebody took away a calendar of the version the page shows."""
        number = self.standing.base
        if number is not None and number not in self.about(self.dossier).taken:
            self.change_about(lambda about: replace(about, taken=(*about.taken, number)))

    def versions(self) -> tuple[Version, ...]:
        """Every version of the open school, newest first, those kept beside among them."""
        if self._workspace is None or not self.dossier:
            return ()
        return self._workspace.versions(SCOPE, self.dossier)

    def newer(self) -> Version | None:
        """The newest version, if it is not the one the page started from."""
        if self._workspace is None or not self.dossier:
            return None
        newest = self._workspace.newest(SCOPE, self.dossier)
        return newest if newest is not None and newest.number != self.standing.base else None

    def read(self, dossier: str, number: int) -> Content:
        """What a version of a school holds.

        Raises
        ------
        NoSuchVersionError, DamagedError
        """
        assert self._workspace is not None
        data = self._workspace.read(SCOPE, dossier, number)
        return Content.unpacked(data, shown(self._workspace.url))


def saved_at(version: Version) -> datetime:
    """When a version was saved, by the clock on this machine's wall."""
    return version.saved_at.astimezone()
