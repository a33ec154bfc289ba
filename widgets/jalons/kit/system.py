"""What the system has to bring: the venv module, and a browser for the tests.

Debian gives both to root when asked; anybody else is told what to install.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import sysconfig
from pathlib import Path

from jalons.kit.messages import StopError
from jalons.kit.processes import quietly

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "${PROGRAMFILES}/Google/Chrome/Application/chrome.exe",
    "${LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "${PROGRAMFILES(X86)}/Microsoft/Edge/Application/msedge.exe",
)


def apt_install(*packages: str) -> bool:
    """Install Debian packages; ``False`` without apt, as a plain user, or when it fails."""
    if not shutil.which("apt-get") or getattr(os, "geteuid", lambda: 1)() != 0:
        return False
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-y", "-o", "DPkg::Lock::Timeout=120"]
    quietly("apt-get update", [*apt, "update"], environ)  # the lists it has may do
    command = [*apt, "install", "--no-install-recommends", *packages]
    return quietly("apt-get install " + " ".join(packages), command, environ)[0] == 0


def need_venv() -> None:
    """Make sure that environments can be made (Debian packs that part apart), or say how."""
    package = f"python{sysconfig.get_python_version()}-venv"
    if importlib.util.find_spec("ensurepip") or apt_install(package):
        return
    raise StopError(
        f"Ce Python ({sys.executable}) n'a pas le module venv. Debian, Ubuntu : "
        f"sudo apt install {package} ; ailleurs, réinstallez Python depuis python.org.",
        f"This Python has no venv module. Debian, Ubuntu: sudo apt install {package}; "
        "elsewhere install Python from python.org.",
    )


def browser_variables() -> dict[str, str]:
    """Find a browser, install one where we may, say what was found, and name it to the tests."""
    found = find_browser() or (apt_install("chromium", "fonts-liberation") and find_browser())
    if found:
        print(f"Navigateur des tests : {found}", flush=True)
        return {"JALONS_CHROMIUM": found}
    print(
        "Navigateur des tests : aucun. Installez Chromium, Chrome ou Edge (Debian : "
        "sudo apt install chromium), ou nommez-le par JALONS_CHROMIUM.",
        flush=True,
    )
    return {}


def bring_test_programs() -> None:
    """Bring what a few tests use: a PostgreSQL server, a reader of PDF. Without them they skip."""
    here = {
        "poppler-utils": shutil.which("pdftotext"),
        "postgresql": next(Path("/usr/lib/postgresql").glob("*/bin/initdb"), None),
    }
    missing = [package for package, program in here.items() if not program]
    if missing and not apt_install(*missing):
        print(
            f"Des tests seront sautés, faute de : {', '.join(missing)} "
            f"(Debian : sudo apt install {' '.join(missing)}).",
            flush=True,
        )


def find_browser() -> str:
    """Return the path of the browser of ``JALONS_CHROMIUM``, else of any we know, or ``""``."""
    chosen = os.environ.get("JALONS_CHROMIUM")
    places = [chosen] if chosen else map(os.path.expandvars, BROWSERS)
    found = next(filter(None, map(shutil.which, places)), "")
    if chosen and not found:
        raise StopError(
            f"JALONS_CHROMIUM nomme {chosen}, qui n'existe pas : corrigez ou retirez-la.",
            "JALONS_CHROMIUM names a program that does not exist: mend or unset it.",
            2,
        )
    return found
