"""Where a workspace is: a file, or a PostgreSQL database by URL. Opens nothing."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
from sqlalchemy import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from jalons.workspace.domain import BadAddressError

VARIABLE = "JALONS_WORKSPACE"

# As people write them → the driver we come with, or ask for.
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def default_file() -> Path:
    """Return the file in the person's data folder, used where nothing else is asked for."""
    return Path(platformdirs.user_data_dir("jalons")) / "jalons.sqlite"


def address(place: str | Path | URL | None = None) -> URL:
    """Return where a workspace is, as a URL.

    Parameters
    ----------
    place : str, Path or URL, optional
        A file or the URL of a database; by default what ``JALONS_WORKSPACE`` says, else
        :func:`default_file`.

    Raises
    ------
    BadAddressError
        A URL that cannot be read, or of something else than SQLite or PostgreSQL.

    Examples
    --------
    >>> address("postgresql://ecole@serveur/jalons").drivername
    'postgresql+psycopg'
    """
    place = place or os.environ.get(VARIABLE) or default_file()
    if not isinstance(place, URL) and "://" not in str(place):
        return URL.create("sqlite", database=_absolute(place))
    try:
        url = make_url(str(place) if isinstance(place, Path) else place)
        url = url.set(drivername=DRIVERS[url.drivername])
    except (SQLAlchemyError, KeyError, ValueError) as error:
        # What comes after the scheme may hold a password: it is not repeated.
        raise BadAddressError(place=str(place).split("://")[0] + "://…") from error
    if url.drivername == "sqlite" and (url.database or ":memory:") == ":memory:":
        raise BadAddressError(place="sqlite://")  # in memory nothing is ever safe
    return url.set(database=_absolute(url.database)) if url.drivername == "sqlite" else url


def _absolute(file: str | Path | None) -> str:
    """The file for good: a page may change the folder it works in, its workspace stays."""
    return str(Path(file or "").expanduser().absolute())


def shown(url: URL) -> str:
    """Return the place as people may see it: the file, or the address without any secret."""
    if url.drivername == "sqlite":
        return url.database or ""
    return url.set(query={}).render_as_string(hide_password=True)
