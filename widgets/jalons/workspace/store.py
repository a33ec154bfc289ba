"""Keep what people enter, as it is made: every state is a new row, nothing is overwritten.

One SQLite file in the person's data folder by default; ``JALONS_WORKSPACE`` names another file or
a database by URL. Knows names and bytes; what they mean is the business of who keeps them.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import platformdirs
from sqlalchemy import DateTime, Engine, LargeBinary, String, create_engine, event, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class WorkspaceError(RuntimeError):
    """The workspace cannot be read or written; the message names where it should be."""


class Base(DeclarativeBase):
    pass


class Kept(Base):
    """One state of one thing. The newest of a ``scope`` and ``name`` is the current one."""

    __tablename__ = "kept"

    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(String(100), index=True)
    name: Mapped[str] = mapped_column(String(200))
    content: Mapped[bytes] = mapped_column(LargeBinary)
    kept_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


def default_url() -> str:
    """Where the workspace is: ``JALONS_WORKSPACE`` (URL or file), else the person's data folder."""
    given = os.environ.get("JALONS_WORKSPACE")
    if given and "://" in given:
        return given
    file = Path(given) if given else Path(platformdirs.user_data_dir("jalons")) / "jalons.sqlite"
    return f"sqlite:///{file}"


class Workspace:
    """A school's workspace.

    Parameters
    ----------
    url : str, optional
        SQLAlchemy URL; by default :func:`default_url`.

    Raises
    ------
    WorkspaceError
        The place cannot be written.
    """

    def __init__(self, url: str | None = None) -> None:
        self.url = url or default_url()
        try:
            self._engine = self._open()
            Base.metadata.create_all(self._engine)
        except (SQLAlchemyError, OSError) as error:
            raise WorkspaceError(f"{self.url}: {error}") from error

    def _open(self) -> Engine:
        if self.url.startswith("sqlite:///"):
            Path(self.url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(self.url)
        if engine.dialect.name == "sqlite":
            # A write is confirmed once it is on the disk, and readers do not wait for writers.
            @event.listens_for(engine, "connect")
            def careful(connection, _) -> None:  # type: ignore[no-untyped-def]
                connection.execute("PRAGMA journal_mode=WAL")
                connection.execute("PRAGMA synchronous=FULL")
                connection.execute("PRAGMA busy_timeout=5000")

        return engine

    def keep(self, scope: str, name: str, content: bytes) -> None:
        """Keep one more state of a thing; returns once it is safe."""
        row = Kept(scope=scope, name=name, content=content, kept_at=datetime.now(UTC))
        try:
            with Session(self._engine) as session, session.begin():
                session.add(row)
        except SQLAlchemyError as error:
            raise WorkspaceError(f"{self.url}: {error}") from error

    def latest(self, scope: str, name: str) -> bytes | None:
        """The newest state of a thing, or None where nothing was kept."""
        newest = (
            select(Kept.content)
            .where(Kept.scope == scope, Kept.name == name)
            .order_by(Kept.id.desc())
            .limit(1)
        )
        try:
            with Session(self._engine) as session:
                return session.scalar(newest)
        except SQLAlchemyError as error:
            raise WorkspaceError(f"{self.url}: {error}") from error

    def close(self) -> None:
        self._engine.dispose()
