"""Running things, and showing that they run. It refuses to know what is run."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from typing import Any


@contextlib.contextmanager
def started(
    command: list[str], variables: Mapping[str, str], **streams: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a command, and stop it when we leave before it does, whatever makes us leave.

    It inherits the lock that an installation holds: should we be killed outright, the next one
    waits until it has ended.
    """
    child = subprocess.Popen(command, env=variables, close_fds=False, **streams)
    try:
        yield child
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()


def quietly(title: str, command: list[str], variables: Mapping[str, str]) -> tuple[int, list[str]]:
    """Run a command behind one line that shows it works; return its exit code and its lines."""
    print(f"{title} …", end="", flush=True)
    start, moving = time.monotonic(), sys.stdout.isatty()
    with tempfile.TemporaryFile() as said:
        streams = {"stdin": subprocess.DEVNULL, "stdout": said, "stderr": subprocess.STDOUT}
        with started(command, variables, **streams) as child:
            while True:
                try:
                    code = child.wait(1 if moving else 15)
                    break
                except subprocess.TimeoutExpired:
                    seconds = f"{time.monotonic() - start:.0f} s …"
                    print(f"\r{title} … {seconds}" if moving else f" {seconds}", end="", flush=True)
        said.seek(0)
        lines = said.read().decode("utf-8", errors="replace").splitlines()
    outcome = "fait" if code == 0 else "échec"
    print(f" {outcome} ({time.monotonic() - start:.1f} s)", flush=True)
    return code, [line for line in lines if line.strip()]


def openly(command: list[str], variables: Mapping[str, str]) -> int:
    """Run a command on our own terminal until it ends; Ctrl-C is the command's to answer."""
    with started(command, variables) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue


def become(command: list[str], variables: Mapping[str, str]) -> int:
    """Hand over to a command: our own process where the system can, a child on Windows."""
    if os.name == "nt":
        return openly(command, variables)
    os.execve(command[0], command, variables)
