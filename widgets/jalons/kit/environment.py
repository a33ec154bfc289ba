"""The ``.venv`` of one checkout: where things are in it, and what is wrong with it.

Two files in it are ours: ``jalons-kit.json`` says what a finished installation holds,
``jalons-kit.lock`` that the folder is ours and whose turn it is. Installs nothing.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from pathlib import Path

LOCK, TEST_LOCK = "requirements.lock", "requirements-test.lock"
INSTALL_FORMAT = "2"  # raise it when the way of installing changes: every environment is renewed
# What an environment depends on: the Python, its version, the kind of machine.
PYTHON = f"{sys.implementation.name}-{sysconfig.get_python_version()}-{sysconfig.get_platform()}"


class Environment:
    """The environment of the checkout we are in."""

    def __init__(self) -> None:
        self.root = Path.cwd()
        self.home = self.root / ".venv"
        self.marker, self.turn = self.home / "jalons-kit.json", self.home / "jalons-kit.lock"
        self.programs = self.home / ("Scripts" if os.name == "nt" else "bin")
        self.python = self.program("python")

    def program(self, name: str) -> str:
        """Return the path of a command of the environment."""
        return str(self.programs / (name + (".exe" if os.name == "nt" else "")))

    def variables(self) -> dict[str, str]:
        """Return the process environment of somebody who activated this one."""
        path = os.pathsep.join([str(self.programs), os.environ.get("PATH", os.defpath)])
        return {**os.environ, "VIRTUAL_ENV": str(self.home), "PATH": path, "PIP_USER": "0"}

    def lock_text(self, lock: str) -> str:
        """Read a lock file, whatever line ends git gave it."""
        return (self.root / lock).read_text(encoding="utf-8")

    def state(self, *locks: str) -> dict[str, str]:
        """Say what a finished installation from ``locks`` depends on."""
        digests = {
            lock: hashlib.sha256((INSTALL_FORMAT + self.lock_text(lock)).encode()).hexdigest()
            for lock in locks
        }
        return {"home": str(self.home), "python": PYTHON, **digests}

    def mark(self, *locks: str) -> None:
        """Write down that the installation from ``locks`` is finished."""
        self.marker.write_text(json.dumps(self.state(*locks), indent=1), encoding="utf-8")

    def diagnosis(self, lock: str) -> str:
        """Say what is wrong with the environment: ``absent``, ``stale`` … or ``ready``."""
        names = {path.name for path in self.home.iterdir()} if self.home.exists() else set()
        if names <= {self.turn.name}:
            return "absent"
        if self.turn.name not in names:
            return "foreign"
        try:
            found = json.loads(self.marker.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            return "interrupted"
        return self._fault(found, lock) or "ready"

    def _fault(self, found: dict[str, str], lock: str) -> str:
        wanted = self.state(lock)
        faults = {
            "moved": found["home"] != wanted["home"],
            "python": found["python"] != wanted["python"],
            "broken": not self.starts(),
            "incomplete": lock not in found,
            "stale": found.get(lock) != wanted[lock],
        }
        return next((fault for fault, there in faults.items() if there), "")

    def starts(self) -> bool:
        """Tell whether the environment's Python still runs (its base may have been removed)."""
        try:
            return subprocess.call([self.python, "-I", "-S", "-c", ""]) == 0
        except OSError:
            return False

    def clear(self) -> None:
        """Empty the folder, but for the file that says it is ours."""
        for path in self.home.iterdir():
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            elif path != self.turn:
                path.unlink()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Let one kit.py at a time work on the folder.

        The system lets go when this process *and the tools it started* have ended, killed or not.
        """
        self.home.mkdir(exist_ok=True)
        sentence = "Une autre installation est en cours dans ce dossier : j'attends.\n"
        with self.turn.open("ab") as turn:
            os.set_inheritable(turn.fileno(), True)
            while not taken(turn.fileno()):
                print(sentence, end="", flush=True)
                sentence = ""
                time.sleep(0.2)
            yield


def taken(descriptor: int) -> bool:
    """Lock an open file; ``False`` when another process has it.

    A network drive without locks counts as taken: better unguarded than not at all.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True
