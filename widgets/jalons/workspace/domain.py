"""A version of a document, a version with what it holds, and what can go wrong, as data.

Errors carry a code and facts; the words are in ``i18n/*/workspace.ftl``. Knows no database.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from jalons.i18n import Translator


@dataclass(frozen=True, slots=True)
class Version:
    """One saved state of a document, without its content.

    Parameters
    ----------
    scope, name : str
        Which document: the feature it belongs to, and its name there.
    number : int
        From 1; names one version of the document for ever. Side versions take numbers too.
    parent : int or None
        The version it was made from: the one before it, or the one gone back to.
    side : bool
        It was refused because somebody else had saved: kept beside the others, never the newest.
    saved_at : datetime
        In UTC, by the clock of the machine that saved it.
    author, note : str
        Free text; may be empty.
    size, stored_size : int
        Bytes of the content, and bytes it takes once packed.
    sha256 : str
        Of the content, in hexadecimal.
    """

    scope: str
    name: str
    number: int
    parent: int | None
    side: bool
    saved_at: datetime
    author: str
    note: str
    size: int
    stored_size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A version and what it holds."""

    version: Version
    content: bytes = field(repr=False)


class WorkspaceError(RuntimeError):
    """The workspace cannot do what was asked.

    Attributes
    ----------
    code : str
        What is wrong; the sentence is the message ``workspace-`` + code.
    facts : dict
        What the sentence speaks of; ``place`` is the file or the address without its password.
    """

    code: ClassVar[str] = "failed"

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.code, facts)
        self.facts = facts

    def sentence(self, t: Translator) -> str:
        """What is wrong and what to do, in the reader's language."""
        return t(f"workspace-{self.code.replace('_', '-')}", **self.facts)

    def __str__(self) -> str:
        from jalons.i18n import Translator

        return self.sentence(Translator())


class LockedError(WorkspaceError):
    """Another program held the workspace longer than one waits."""

    code = "locked"


class UnwritableError(WorkspaceError):
    """The file, its folder or the database cannot be created, read or written."""

    code = "unwritable"


class DiskFullError(WorkspaceError):
    """No room left; what was confirmed before is safe."""

    code = "disk_full"


class DamagedError(WorkspaceError):
    """The file is no workspace, or what comes out is not what went in."""

    code = "damaged"


class NewerSchemaError(WorkspaceError):
    """A newer release made this workspace; ``found`` and ``known`` are schema numbers."""

    code = "newer"


class NoSuchVersionError(WorkspaceError):
    """The document has no version of this ``number``."""

    code = "no_version"


class GoneError(WorkspaceError):
    """Somebody has deleted what was being changed; ``name`` says what it was."""

    code = "gone"


class UnreachableError(WorkspaceError):
    """The database server does not answer, or does not let us in."""

    code = "unreachable"


class BadAddressError(WorkspaceError):
    """``JALONS_WORKSPACE`` is neither a file nor the address of a PostgreSQL database."""

    code = "bad_address"


class NoDriverError(WorkspaceError):
    """A PostgreSQL address, and the optional part that speaks to PostgreSQL is not installed."""

    code = "no_driver"


class Conflict(WorkspaceError):  # noqa: N818 - what happened, and no mistake
    """Somebody saved the document since ``base``. Nothing is lost: ``mine`` is kept beside.

    Parameters
    ----------
    mine : Copy
        What was refused, saved as a side version before this is raised.
    theirs : Copy
        The newest version.
    base : Copy or None
        What both started from; None where the save named no version, or one unknown here.
    """

    code = "conflict"

    def __init__(self, mine: Copy, theirs: Copy, base: Copy | None) -> None:
        self.mine, self.theirs, self.base = mine, theirs, base
        other = theirs.version
        super().__init__(
            mine=mine.version.number,
            theirs=other.number,
            base=base.version.number if base else None,
            author=other.author,
            signed="yes" if other.author else "no",
        )
