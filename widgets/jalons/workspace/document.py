"""One document in the database: its line of versions, those beside it, and what they hold.

Every function works inside somebody's transaction (see :mod:`jalons.workspace.database`) and
knows nothing of who waits for whom.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, select

from jalons.workspace.domain import Copy, DamagedError, NoSuchVersionError, Version
from jalons.workspace.tables import NAME_LENGTH, SCOPE_LENGTH, contents, versions


class Draft:
    """What is about to be saved: packed once, before any transaction begins."""

    def __init__(self, content: bytes, author: str = "", note: str = "") -> None:
        self.content = bytes(content)
        self.author, self.note = _storable(author), _storable(note)
        self.sha256 = sha256(self.content).hexdigest()
        self.packed = zlib.compress(self.content)


def _storable(text: str) -> str:
    """Text that every database takes: what is no character becomes a question mark."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Document:
    """A document by its scope and name; ``place`` is for what errors say.

    Raises
    ------
    ValueError
        A scope or name that is empty, too long, or holds a character no database takes.
    """

    scope: str
    name: str
    place: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        for text, most in ((self.scope, SCOPE_LENGTH), (self.name, NAME_LENGTH)):
            if not 0 < len(text) <= most or _storable(text) != text:
                raise ValueError(f"a scope or name has 1 to {most} plain characters: {text!r}")

    def _versions(self) -> Select[Any]:
        return (
            select(versions, contents.c.size, contents.c.stored_size)
            .join_from(versions, contents)
            .where(versions.c.scope == self.scope, versions.c.name == self.name)
            .order_by(versions.c.number.desc())
        )

    def newest(self, connection: Connection) -> Version | None:
        """Return the newest version that is not beside the line; None where nothing is saved."""
        on_the_line = self._versions().where(versions.c.side.is_(False)).limit(1)
        row = connection.execute(on_the_line).one_or_none()
        return _version(row) if row else None

    def history(self, connection: Connection, most: int | None) -> tuple[Version, ...]:
        """Return the versions, newest first, side versions among them."""
        return tuple(_version(row) for row in connection.execute(self._versions().limit(most)))

    def copy(self, connection: Connection, number: int) -> Copy:
        """Return one version with what it holds, checked.

        Raises
        ------
        NoSuchVersionError, DamagedError
        """
        wanted = self._versions().add_columns(contents.c.packed)
        row = connection.execute(wanted.where(versions.c.number == number)).one_or_none()
        if row is None:
            raise NoSuchVersionError(place=self.place, number=number)
        try:
            content = zlib.decompress(row.packed)
        except (zlib.error, TypeError) as error:
            raise DamagedError(place=self.place, detail=f"version {number}: {error}") from error
        if sha256(content).hexdigest() != row.sha256:
            raise DamagedError(place=self.place, detail=f"version {number}: sha256")
        return Copy(_version(row), content)

    def append(
        self, connection: Connection, draft: Draft, base: int | None, parent: int | None
    ) -> Version:
        """Put a draft on the line if the newest version is ``base``, else beside it.

        Two at once cannot both get onto the line: both take the same number, so the slower one
        fails, begins again, and sees what the quicker one saved.
        """
        newest = self.newest(connection)
        side = newest is not None and newest.number != base
        _hold(connection, draft)
        here = (versions.c.scope == self.scope) & (versions.c.name == self.name)
        last = connection.scalar(select(func.max(versions.c.number)).where(here)) or 0
        row = {
            "scope": self.scope,
            "name": self.name,
            "number": last + 1,
            # A page may have started from a version that a backup, put back, does not have.
            "parent": parent if parent is not None and parent <= last else None,
            "side": side,
            "saved_at": datetime.now(UTC),
            "author": draft.author,
            "note": draft.note,
            "sha256": draft.sha256,
        }
        connection.execute(insert(versions).values(row))
        return _version(
            connection.execute(self._versions().where(versions.c.number == last + 1)).one()
        )

    def forget(self, connection: Connection) -> int:
        """Delete every version, and what only they held; return how many there were."""
        return self.forget_before(connection, None)

    def forget_before(self, connection: Connection, number: int | None) -> int:
        """Delete the versions below a number, or all, with what only they held; return how many."""
        gone = (versions.c.scope == self.scope) & (versions.c.name == self.name)
        if number is not None:
            gone &= versions.c.number < number
        count = connection.execute(delete(versions).where(gone)).rowcount
        used = select(versions.c.sha256)
        connection.execute(delete(contents).where(contents.c.sha256.not_in(used)))
        return count


def newest_of(connection: Connection, scope: str) -> tuple[Version, ...]:
    """Return the newest version on the line of every document of a scope, latest saved first."""
    numbers = (
        select(versions.c.name, func.max(versions.c.number).label("number"))
        .where(versions.c.scope == scope, versions.c.side.is_(False))
        .group_by(versions.c.name)
        .subquery()
    )
    rows = connection.execute(
        select(versions, contents.c.size, contents.c.stored_size)
        .join_from(versions, contents)
        .join(
            numbers, (versions.c.name == numbers.c.name) & (versions.c.number == numbers.c.number)
        )
        .where(versions.c.scope == scope)
        .order_by(versions.c.saved_at.desc(), versions.c.name)
    )
    return tuple(_version(row) for row in rows)


def _hold(connection: Connection, draft: Draft) -> None:
    """Store what a draft holds, unless it is there already."""
    same = select(contents.c.size).where(contents.c.sha256 == draft.sha256)
    if connection.scalar(same) is None:
        row = {
            "sha256": draft.sha256,
            "size": len(draft.content),
            "stored_size": len(draft.packed),
            "packed": draft.packed,
        }
        connection.execute(insert(contents).values(row))


def _version(row: Row[Any]) -> Version:
    when: datetime = row.saved_at
    return Version(
        scope=row.scope,
        name=row.name,
        number=row.number,
        parent=row.parent,
        side=row.side,
        # SQLite forgets the zone of what we gave it in UTC.
        saved_at=when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC),
        author=row.author,
        note=row.note,
        size=row.size,
        stored_size=row.stored_size,
        sha256=row.sha256,
    )
