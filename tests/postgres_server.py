"""A real PostgreSQL server for the tests: started in a folder of its own, stopped and forgotten.

``pytest_plugins = ["postgres_server"]`` gives a test file the fixture ``postgres``. Where the
programs of a server are missing, the tests that ask for it are skipped and say what to install.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest


def programs() -> Path | None:
    """Return the folder of the newest server's programs; Debian keeps them out of the path."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3])
    )
    on_path = shutil.which("initdb") if os.name == "posix" else None
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


class Server:
    """A server on the loopback that knows one user, by password."""

    password = "a secret: p@ss/word"

    def __init__(self, bin_folder: Path) -> None:
        self._bin = bin_folder
        self.folder = Path(tempfile.mkdtemp(prefix="jalons-pg-"))
        self._numbers = count(1)
        self._as: dict[str, Any] = {}
        if os.geteuid() == 0:  # a server refuses to run as root
            self._as = _somebody_else()
            shutil.chown(self.folder, self._as["user"], self._as["group"])
        secret = self.folder / "secret"
        secret.write_text(self.password)
        secret.chmod(0o644)  # in a folder that only its owner enters
        self._run(
            *("initdb", "-D", "data", "-U", "jalons", "-A", "scram-sha-256", "--pwfile", "secret"),
            *("-E", "UTF8", "--locale", "C", "--no-sync"),
        )
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        # Not through a pipe: the server would inherit it, and nobody would see its end.
        with (self.folder / "said").open("w+") as said:
            command = [str(self._bin / program), *arguments]
            code = subprocess.run(
                command, cwd=self.folder, stdout=said, stderr=said, check=False, **self._as
            ).returncode
            said.seek(0)
            assert code == 0, said.read()

    def start(self) -> None:
        # Its crashes are those of a program: what it gave to the system is not lost, and hundreds
        # of files need not be forced onto the disk of a machine that runs tests.
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k {self.folder} -c fsync=off"
        self._run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop; ``immediate`` is a crash: nothing more is written, the next start recovers."""
        self._run("pg_ctl", "-D", "data", "-w", "-m", mode, "stop")

    def address(self, database: str, user: str = "jalons", password: str | None = None) -> str:
        from sqlalchemy import URL

        who = {"username": user, "password": password or self.password}
        where = {"host": "127.0.0.1", "port": self.port, "database": database}
        url = URL.create("postgresql+psycopg", **who, **where)
        return url.render_as_string(hide_password=False)

    def ask(self, statement: str) -> None:
        """Say something to the server that no transaction may hold."""
        import psycopg

        with psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            user="jalons",
            password=self.password,
            dbname="postgres",
            autocommit=True,
        ) as connection:
            connection.execute(statement)  # type: ignore[arg-type]

    def fresh(self) -> str:
        """Make an empty database; returns its name."""
        name = f"ecole_{next(self._numbers)}"
        self.ask(f"CREATE DATABASE {name}")
        return name

    def corner(self) -> str:
        """Make an empty place in a database there is, which costs far less; returns its address."""
        name = f"coin_{next(self._numbers)}"
        self.ask(f"CREATE SCHEMA {name}")
        return f"{self.address('postgres')}?options=-csearch_path%3D{name}"


def _somebody_else() -> dict[str, Any]:
    import pwd

    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            who = pwd.getpwnam(name)
            return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    raise AssertionError("neither a user postgres nor a user nobody")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One server for the whole run; every test makes its own database in it."""
    pytest.importorskip("psycopg", reason='no driver: pip install "psycopg[binary]"')
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("no PostgreSQL server on this machine: apt-get install postgresql")
    server = Server(bin_folder)
    yield server
    server.stop("immediate")  # nothing of it is wanted any more
    shutil.rmtree(server.folder)
