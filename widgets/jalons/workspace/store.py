"""Keep what people enter, as it is made: every state is a new version, nothing is overwritten.

Who saves says from which version they started; if somebody saved since, both states are kept and
:class:`Conflict` carries them. Knows names and bytes; what they mean is the business of who saves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sqlalchemy import URL, Connection

from jalons.workspace.address import address
from jalons.workspace.database import Database
from jalons.workspace.document import Document, Draft, newest_of
from jalons.workspace.domain import Conflict, Copy, NoSuchVersionError, Version, WorkspaceError

__all__ = ["Conflict", "Copy", "Version", "Workspace", "WorkspaceError"]


class Workspace:
    """A school's workspace. It may be used by several threads and processes at once.

    Parameters
    ----------
    place : str, Path or URL, optional
        A file or the URL of a database; see :func:`jalons.workspace.address.address`.
    patience_s : float
        How long to wait for other programs, in seconds.

    Raises
    ------
    WorkspaceError
        Here and from every method: the place cannot be used; the subclass says why.
    """

    def __init__(self, place: str | Path | URL | None = None, patience_s: float = 5.0) -> None:
        self.url = address(place)
        self._database = Database(self.url, patience_s)

    def save(
        self,
        scope: str,
        name: str,
        content: bytes,
        base: int | None,
        *,
        author: str = "",
        note: str = "",
    ) -> Version:
        """Save a new state of a document; returns once it is safe on the disk.

        Parameters
        ----------
        base : int or None
            The version the person started from; None for a document that is new. Where the
            document does not exist, it is made whatever ``base`` says: there is nobody to hurt.

        Raises
        ------
        Conflict
            The newest version is not ``base``. The content is safe as a side version.
        """
        draft = Draft(content, author, note)
        return self._append(self._document(scope, name), draft, base, parent=base)

    def go_back(
        self, scope: str, name: str, number: int, base: int, *, author: str = "", note: str = ""
    ) -> Version:
        """Make a new version that holds what version ``number`` held and has it as its parent.

        Parameters
        ----------
        number : int
            The version to go back to; one of those beside the line is as good as any.
        base : int
            The newest version the person has seen.

        Raises
        ------
        NoSuchVersionError
            There is no version ``number``.
        Conflict
            The newest version is not ``base``.
        """
        document = self._document(scope, name)
        draft = Draft(self.read(scope, name, number), author, note)
        return self._append(document, draft, base, parent=number)

    def keep(self, scope: str, name: str, content: bytes) -> None:
        """Save a state after the newest one, whichever that is; returns once it is safe."""
        document, draft = self._document(scope, name), Draft(content)

        def append(connection: Connection) -> None:
            newest = document.newest(connection)
            number = newest.number if newest else None
            document.append(connection, draft, number, parent=number)

        self._database.run(append, write=True)

    def change(
        self,
        places: Sequence[tuple[str, str]],
        change: Callable[[tuple[bytes | None, ...]], Sequence[bytes | None]],
        *,
        anew: bool = False,
    ) -> None:
        """Change documents together on top of their newest versions; nobody comes in between.

        Parameters
        ----------
        places : sequence of (scope, name)
        change : callable
            What the newest versions hold → what they are to hold, None where there is none. It
            is asked again where another program was quicker; what it raises changes nothing.
        anew : bool
            Older versions are deleted.
        """
        documents = [self._document(*place) for place in places]

        def work(connection: Connection) -> bool:
            newest = [document.newest(connection) for document in documents]
            held = tuple(
                document.copy(connection, version.number).content if version else None
                for document, version in zip(documents, newest, strict=True)
            )
            gone = 0
            for document, version, old, new in zip(
                documents, newest, held, change(held), strict=True
            ):
                number = version.number if version else None
                if new is None:
                    gone += document.forget(connection)
                    continue
                if new != old:
                    number = document.append(connection, Draft(new), number, number).number
                if anew:
                    gone += document.forget_before(connection, number)
            return gone > 0

        if self._database.run(work, write=True):
            self._database.scrub()

    def latest(self, scope: str, name: str) -> bytes | None:
        """Return what the newest version holds, or None where nothing was saved."""
        document = self._document(scope, name)

        def read(connection: Connection) -> bytes | None:
            newest = document.newest(connection)
            return document.copy(connection, newest.number).content if newest else None

        return self._database.run(read, write=False)

    def newest(self, scope: str, name: str) -> Version | None:
        """Return the newest version, which the next :meth:`save` names as its ``base``."""
        return self._database.run(self._document(scope, name).newest, write=False)

    def versions(self, scope: str, name: str, most: int | None = None) -> tuple[Version, ...]:
        """Return the versions, newest first, side versions among them; ``most`` of them."""
        document = self._document(scope, name)
        return self._database.run(lambda c: document.history(c, most), write=False)

    def documents(self, scope: str) -> tuple[Version, ...]:
        """Return the newest version of every document of a scope, latest saved first."""
        return self._database.run(lambda c: newest_of(c, scope), write=False)

    def forget(self, scope: str, name: str) -> int:
        """Delete a document with all its versions, because somebody asked for it.

        Returns
        -------
        int
            How many versions there were. Nothing brings them back.
        """
        document = self._document(scope, name)
        count = self._database.run(document.forget, write=True)
        self._database.scrub()
        return count

    def read(self, scope: str, name: str, number: int) -> bytes:
        """Return what a version holds, whole or not at all.

        Raises
        ------
        NoSuchVersionError
            There is no version ``number``.
        DamagedError
            What is stored is no longer what was saved.
        """
        return self._copy(self._document(scope, name), number).content

    def close(self) -> None:
        """Let go of the database; a later call opens it again."""
        self._database.close()

    def _document(self, scope: str, name: str) -> Document:
        return Document(scope, name, self._database.place)

    def _copy(self, document: Document, number: int) -> Copy:
        return self._database.run(lambda c: document.copy(c, number), write=False)

    def _append(
        self, document: Document, draft: Draft, base: int | None, parent: int | None
    ) -> Version:
        """Save a draft; if it had to go beside the line it is safe there before this says so."""
        saved = self._database.run(lambda c: document.append(c, draft, base, parent), write=True)
        if saved.side:
            raise self._conflict(document, Copy(saved, draft.content), base)
        return saved

    def _conflict(self, document: Document, mine: Copy, base: int | None) -> Conflict:
        newest = self._database.run(document.newest, write=False)
        assert newest is not None  # there is always a line beside which ``mine`` was put
        try:
            start = None if base is None else self._copy(document, base)
        except NoSuchVersionError:
            start = None
        return Conflict(mine, self._copy(document, newest.number), start)
