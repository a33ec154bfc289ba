"""One database, used with care: whole transactions, safe on the disk, tried again when busy.

No connection is held between two operations: none goes stale when a laptop sleeps or a process
forks, and at rest the SQLite file is whole by itself, ready to be copied or put back. Knows
nothing of what is saved.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from jalons.workspace import tables
from jalons.workspace.address import shown
from jalons.workspace.domain import LockedError, NewerSchemaError, NoDriverError
from jalons.workspace.trouble import told

T = TypeVar("T")

# How a transaction begins. A writer takes its turn before it looks, so that nobody is quicker in
# between; a reader waits for nobody.
SQLITE_READ: tuple[str, ...] = ("BEGIN",)
SQLITE_WRITE: tuple[str, ...] = ("BEGIN IMMEDIATE",)
POSTGRESQL_READ: tuple[str, ...] = ()
POSTGRESQL_WRITE: tuple[str, ...] = (
    "SET LOCAL lock_timeout = {wait_ms}",
    f"LOCK TABLE {tables.versions.name} IN SHARE ROW EXCLUSIVE MODE",
    # A server may be set to confirm before its disk has it: not for us.
    "SELECT CASE WHEN current_setting('synchronous_commit') = 'off'"
    " THEN set_config('synchronous_commit', 'on', true) END",
)
POSTGRESQL_PREPARE = ("SET LOCAL lock_timeout = 30000", "SELECT pg_advisory_xact_lock(3701921)")


class _NotReadyError(Exception):
    """Nothing was ever saved there, or by an older release."""


class Database:
    """Transactions on one database, created and brought up to date when first opened.

    Parameters
    ----------
    url : URL
        As :func:`jalons.workspace.address.address` gives it.
    patience_s : float
        How long to wait for other programs, in seconds, before :class:`LockedError`.

    Raises
    ------
    WorkspaceError
        In a subclass that says why it cannot be used.
    """

    def __init__(self, url: URL, patience_s: float = 5.0) -> None:
        self.place = shown(url)
        self._patience_s = patience_s
        self._is_sqlite = url.drivername == "sqlite"
        self._engine = self._sqlite(url) if self._is_sqlite else self._postgresql(url)
        self.run(lambda connection: None, write=False)

    def _sqlite(self, url: URL) -> Engine:
        try:  # a new folder is for this person only: pupils may be named in it
            Path(self.place).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise told(error, self.place) from error
        engine = create_engine(url, poolclass=NullPool, hide_parameters=True)
        event.listen(engine, "connect", self._set_up_sqlite)
        return engine

    def _set_up_sqlite(self, connection: Any, _: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        connection.execute(f"PRAGMA busy_timeout={int(self._patience_s * 1000)}")
        connection.execute("PRAGMA journal_mode=WAL")  # readers do not wait for a writer
        connection.execute("PRAGMA synchronous=FULL")  # confirmed is on the disk
        connection.execute("PRAGMA fullfsync=ON")  # … also where a Mac's disk would only promise
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA secure_delete=ON")  # what is deleted on request is gone

    def _postgresql(self, url: URL) -> Engine:
        patient = url.update_query_dict({"connect_timeout": "5", **url.query})
        try:
            # One transaction sees one state, as in SQLite, however many questions it asks.
            return create_engine(
                patient,
                poolclass=NullPool,
                hide_parameters=True,
                isolation_level="REPEATABLE READ",
                use_native_hstore=False,  # one question less on each connection
            )
        except ImportError as error:
            raise NoDriverError(place=self.place, detail=str(error)) from error

    def run(self, work: Callable[[Connection], T], *, write: bool) -> T:
        """Do ``work`` in one transaction; what it wrote is safe once this returns.

        ``work`` is done again from its start where another program was quicker: it looks at the
        database each time and touches nothing else.

        Raises
        ------
        WorkspaceError
            Nothing of ``work`` is saved then; only where a server is lost at the very end
            (:class:`UnreachableError`) can nobody know.
        """
        deadline = time.monotonic() + self._patience_s
        ready = True
        while True:
            try:
                if not ready:
                    self._prepare()
                return self._once(work, write)
            except _NotReadyError:
                ready = False
            except (SQLAlchemyError, OSError) as error:
                trouble = told(error, self.place)
                if not isinstance(trouble, LockedError) or time.monotonic() >= deadline:
                    raise trouble from error
                time.sleep(random.uniform(0.002, 0.02))  # out of step with the other one

    def _once(self, work: Callable[[Connection], T], write: bool) -> T:
        with self._engine.connect() as connection, connection.begin():
            self._begin(connection, write)
            # Looked at each time: the file may have been put back, or taken over, since.
            found, known = tables.found_schema(connection), len(tables.STEPS)
            if found > known:
                raise NewerSchemaError(place=self.place, found=found, known=known)
            if found < known:
                raise _NotReadyError
            return work(connection)

    def _begin(self, connection: Connection, write: bool) -> None:
        if self._is_sqlite:
            statements = SQLITE_WRITE if write else SQLITE_READ
        else:
            statements = POSTGRESQL_WRITE if write else POSTGRESQL_READ
        for statement in statements:
            connection.exec_driver_sql(statement.format(wait_ms=int(self._patience_s * 1000)))

    def _prepare(self) -> None:
        """Make or mend the tables; one process at a time, each seeing what the one before made."""
        with self._engine.connect() as connection:
            if not self._is_sqlite:
                connection.execution_options(isolation_level="READ COMMITTED")
            with connection.begin():
                for statement in SQLITE_WRITE if self._is_sqlite else POSTGRESQL_PREPARE:
                    connection.exec_driver_sql(statement)
                tables.prepare(connection)

    def scrub(self) -> None:
        """Leave nothing of what was deleted in the files either.

        SQLite wrote zeros over it; what its log still holds goes with the log. PostgreSQL writes
        the tables anew. A server's own journal and its backups are out of our reach.

        Raises
        ------
        WorkspaceError
            As :meth:`run`; what was deleted is deleted all the same.
        """
        deadline = time.monotonic() + self._patience_s
        wait_ms = int(self._patience_s * 1000)
        while True:
            try:
                with self._engine.connect() as connection:
                    if self._is_sqlite:
                        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                        return
                    connection.execution_options(isolation_level="AUTOCOMMIT")
                    connection.exec_driver_sql(f"SET lock_timeout = {wait_ms}")
                    names = f"{tables.contents.name}, {tables.versions.name}"
                    connection.exec_driver_sql(f"VACUUM (FULL) {names}")
                    return
            except (SQLAlchemyError, OSError) as error:
                trouble = told(error, self.place)
                if not isinstance(trouble, LockedError) or time.monotonic() >= deadline:
                    raise trouble from error

    def close(self) -> None:
        """Let go of everything; the next operation opens it again."""
        self._engine.dispose()
