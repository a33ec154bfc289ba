"""What a database says when it fails → which of our errors it is. Knows codes, does nothing."""

from __future__ import annotations

import errno
from sqlite3 import Error as SqliteError

from sqlalchemy.exc import DBAPIError

from jalons.workspace.domain import (
    DamagedError,
    DiskFullError,
    LockedError,
    UnreachableError,
    UnwritableError,
    WorkspaceError,
)

# https://www.sqlite.org/rescode.html; an extended code has the primary one in its lowest byte.
SQLITE: dict[int, type[WorkspaceError]] = {
    2067: LockedError,  # unique: somebody was quicker, try again
    1555: LockedError,  # unique, in a primary key
    4874: DiskFullError,  # no room for the shared memory file
    5: LockedError,
    6: LockedError,
    15: LockedError,
    13: DiskFullError,
    11: DamagedError,
    26: DamagedError,
    3: UnwritableError,
    8: UnwritableError,
    10: UnwritableError,
    14: UnwritableError,
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html; two characters are a class.
POSTGRESQL: dict[str, type[WorkspaceError]] = {
    "23505": LockedError,  # unique: somebody was quicker, try again
    "40": LockedError,
    "55P03": LockedError,
    "53100": DiskFullError,
    "53300": UnreachableError,  # too many connections
    "08": UnreachableError,
    "28": UnreachableError,
    "3D": UnreachableError,
    "57P": UnreachableError,  # the server is stopping or starting
    "XX001": DamagedError,
    "XX002": DamagedError,
    "42501": UnwritableError,
    "25006": UnwritableError,
    "3F000": UnwritableError,
}


def told(error: Exception, place: str) -> WorkspaceError:
    """Return the error to raise, with ``place`` and the database's own words in its facts."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    if isinstance(error, DBAPIError) and is_no_table(error):
        return DamagedError(place=place, detail=str(cause))
    detail = " ".join(str(cause).split())
    return _kind(cause)(place=place, detail=detail or type(cause).__name__)


def _kind(cause: BaseException) -> type[WorkspaceError]:
    if isinstance(cause, OSError):
        return DiskFullError if cause.errno in (errno.ENOSPC, errno.EDQUOT) else UnwritableError
    if isinstance(cause, SqliteError):
        code = getattr(cause, "sqlite_errorcode", 0)
        return SQLITE.get(code) or SQLITE.get(code & 0xFF, WorkspaceError)
    if type(cause).__module__.startswith("psycopg"):
        return _postgresql(getattr(cause, "sqlstate", None), type(cause).__name__)
    return WorkspaceError


def _postgresql(state: str | None, name: str) -> type[WorkspaceError]:
    if state is None:  # it never came to a conversation, or the line broke in the middle of one
        return (
            UnreachableError if "OperationalError" in name or "Timeout" in name else WorkspaceError
        )
    for length in (5, 3, 2):
        if known := POSTGRESQL.get(state[:length]):
            return known
    return WorkspaceError


def is_no_table(error: DBAPIError) -> bool:
    """Whether the database answered that it has no such table."""
    if isinstance(error.orig, SqliteError):
        return "no such table" in str(error.orig)
    return getattr(error.orig, "sqlstate", None) == "42P01"
