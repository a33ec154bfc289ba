"""From nothing, or from older versions, to an environment that is right; repairs what is not.

pip installs the uv that the lock pins, and uv the rest; pip does it all where uv has no wheel.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

from jalons.kit.environment import LOCK, Environment
from jalons.kit.index import index_variables, pip_settings
from jalons.kit.messages import NO_PACKAGE, StopError, failure
from jalons.kit.processes import quietly
from jalons.kit.system import need_venv

WHY = {
    "absent": "Première installation, dans .venv (quelques minutes si rien n'est en cache).",
    "incomplete": "Complément de .venv pour les vérifications et les mesures.",
    "stale": "Les versions demandées ont changé : mise à jour de .venv.",
    "interrupted": "La dernière installation a été interrompue : je la recommence.",
    "moved": "Le dossier a été déplacé ou copié : je refais .venv.",
    "python": "Le Python n'est plus celui de .venv : je refais .venv pour Python "
    f"{sysconfig.get_python_version()}.",
    "broken": "Le Python sur lequel .venv reposait a disparu : je refais .venv.",
}


def prepare(lock: str = LOCK) -> Environment:
    """Make the environment right for ``lock``, saying what is done; nothing when it is."""
    env = Environment()
    diagnosis = env.diagnosis(lock)
    if diagnosis == "foreign":
        raise StopError(
            f"Le dossier {env.home} n'a pas été fait par kit.py : renommez-le ou supprimez-le, "
            "puis relancez.",
            "kit.py did not make that .venv folder: rename or remove it and try again.",
        )
    if diagnosis != "ready":
        with env.alone():
            diagnosis = env.diagnosis(lock)  # the one we waited for may have done it
            if diagnosis != "ready":
                print(WHY[diagnosis], flush=True)
                renew(env, lock, usable=diagnosis in ("stale", "incomplete"))
    return env


def renew(env: Environment, lock: str, usable: bool) -> None:
    """Build the environment, or complete one that is usable and stays so when that fails."""
    start, before = time.monotonic(), env.marker.read_bytes() if usable else b""
    env.marker.unlink(missing_ok=True)
    if not usable:
        env.clear()
    try:
        Installation(env, lock, usable).run()
    except StopError:  # the tools check and fetch everything before they change anything
        if usable:
            env.marker.write_bytes(before)
        raise
    # The test lock holds the other one's very versions (a test says so): both are satisfied.
    env.mark(*{LOCK, lock})
    print(f"Environnement prêt en {time.monotonic() - start:.0f} s.", flush=True)


class Installation:
    """The steps, each with its number and its line."""

    def __init__(self, env: Environment, lock: str, usable: bool) -> None:
        self.env, self.text, self.variables = env, env.lock_text(lock), env.variables()
        self.usable, self.done, self.total = usable, 0, 2 if usable else 3
        self.pip = [env.python, "-m", "pip", "--disable-pip-version-check", "--retries", "2"]

    def run(self) -> None:
        """Take every step."""
        if not self.usable:
            self.create()
        self.packages()
        self.kit_itself()

    def step(self, title: str, command: list[str]) -> None:
        """Run one numbered step, which must succeed."""
        self.done += 1
        code, lines = quietly(f"[{self.done}/{self.total}] {title}", command, self.variables)
        if code:
            raise failure(title, lines)

    def create(self) -> None:
        """Make the bare environment, with pip in it."""
        need_venv()
        base = getattr(sys, "_base_executable", sys.executable)  # never .venv's own Python
        self.step("Création de .venv", [base, "-m", "venv", str(self.env.home)])

    def packages(self) -> None:
        """Install what the lock says, file by file as its hashes say."""
        uv, pin = self.env.program("uv"), pinned("uv", self.text)
        count = len(re.findall(r"^[\w.-]+==", self.text, re.MULTILINE))
        title = f"Paquets ({count} au plus)"
        if self.has_uv(pin):
            self.variables |= self.index()
            return self.listed(title, [uv, "pip", "install", "-p", self.env.python], self.text)
        print("uv n'existe pas pour cette machine : pip installe, plus lentement.", flush=True)
        return self.listed(title, [*self.pip, "install"], self.text.replace(pin, ""))

    def has_uv(self, pin: str) -> bool:
        """Install the uv that the lock pins; say ``False`` where uv has no wheel."""
        command = [*self.pip, "install", "--no-deps", "--only-binary", ":all:"]
        try:
            self.listed("Installateur rapide (uv)", command, pin)
        except StopError as stop:
            if str(stop) != NO_PACKAGE:
                raise
            return False
        return True

    def listed(self, title: str, install: list[str], requirements: str) -> None:
        """Install the files that a list names, and no other."""
        path = self.env.home / "requirements.txt"
        path.write_text(requirements, encoding="utf-8")
        self.step(title, [*install, "--require-hashes", "-r", str(path)])

    def index(self) -> dict[str, str]:
        """Return the variables that make uv use the index that pip is set up for."""
        command = [*self.pip, "config", "list"]
        listing = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
        return index_variables(pip_settings(listing.stdout), os.environ)

    def kit_itself(self) -> None:
        """Let the environment's Python import ``widgets/``, and give it the command ``jalons``.

        The path is relative because Python 3.11 reads ``.pth`` files in the system's encoding,
        and a folder may be called « Zoé ».
        """
        home = str(self.env.home)
        site_packages = sysconfig.get_path("purelib", "venv", {"base": home, "platbase": home})
        widgets = os.path.relpath(self.env.root / "widgets", site_packages)
        Path(site_packages, "jalons.pth").write_text(widgets + "\n", encoding="ascii")
        name, start = "jalons", f'#!/bin/sh\nexec {shlex.quote(self.env.python)} -m jalons "$@"\n'
        if os.name == "nt":
            name, start = "jalons.cmd", '@"%~dp0python.exe" -m jalons %*\n'
        command = self.env.programs / name
        command.write_text(start, encoding="utf-8")
        command.chmod(0o755)


def pinned(name: str, lock_text: str) -> str:
    """Return the lock's lines for one package, hashes included, or ``""``."""
    match = re.search(rf"^{re.escape(name)}==(?:.*\\\n)*.*\n?", lock_text, re.MULTILINE)
    return match.group(0) if match else ""
