"""The tables of a workspace and how an older one is brought up to date.

Knows shapes, not what is saved in them or when.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    inspect,
    select,
)
from sqlalchemy.exc import DBAPIError

from jalons.workspace.trouble import is_no_table

SCOPE_LENGTH, NAME_LENGTH = 100, 200

metadata = MetaData()

schema = Table("jalons_schema", metadata, Column("version", Integer, nullable=False))

# What versions hold, once each: going back to an old version costs a line, not a copy.
contents = Table(
    "jalons_content",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("stored_size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

# That a number is given once is what lets only one of two people win: whoever saves takes the next
# number after those of the one state that the transaction sees, so two at once take the same.
versions = Table(
    "jalons_version",
    metadata,
    Column("scope", String(SCOPE_LENGTH), primary_key=True),
    Column("name", String(NAME_LENGTH), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("parent", Integer),
    Column("side", Boolean, nullable=False),
    Column("saved_at", DateTime(timezone=True), nullable=False),
    Column("author", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("sha256", String(64), ForeignKey(contents.c.sha256), nullable=False),
    CheckConstraint("number >= 1"),
)


def _create(connection: Connection) -> None:
    metadata.create_all(connection)


# Step n brings a workspace from schema n to n + 1. Only ever add at the end.
STEPS: list[Callable[[Connection], None]] = [_create]


def found_schema(connection: Connection) -> int:
    """Return the schema of a workspace; 0 where there is none yet (PostgreSQL: then roll back)."""
    try:
        return connection.scalar(select(schema.c.version)) or 0
    except DBAPIError as error:
        if is_no_table(error):
            return 0
        raise


def prepare(connection: Connection) -> None:
    """Create what is missing, or bring an older workspace up to date; all of it or nothing."""
    found = found_schema(connection) if inspect(connection).has_table(schema.name) else 0
    if found >= len(STEPS):
        return  # another process was quicker
    for step in STEPS[found:]:
        step(connection)
    connection.execute(schema.delete())
    connection.execute(schema.insert().values(version=len(STEPS)))
