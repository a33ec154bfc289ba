"""Jalons in one command: ``python3 kit.py serve`` for a team, ``python3 kit.py test`` for a coder.

Says so when this Python is too old; otherwise ``widgets/jalons/kit`` does the work. Any Python 3
must be able to read this file: it has no f-string, and its annotations are quoted.
"""

import os
import shutil
import sys
from pathlib import Path

MINIMUM = (3, 11)


def too_old(version: str, newer: str) -> str:
    """Return the sentences for a Python that cannot run the kit; ``newer`` names one that can."""
    french = (
        "Installez-en un depuis python.org (Windows, macOS) ou par votre système (Debian, Ubuntu : "
        "sudo apt install python3 python3-venv), puis relancez."
    )
    english = "Install one from python.org or with your system's packages, then try again."
    if newer:
        french = "Tapez " + newer + " kit.py à la place."
        english = "Type " + newer + " kit.py instead."
    return (
        "Jalons demande Python 3.11 ou plus récent ; celui-ci est " + version + ". " + french + "\n"
        "Jalons needs Python 3.11 or newer; this one is older. " + english
    )


if __name__ == "__main__":
    if sys.version_info[:2] < MINIMUM:
        names = ["python3." + str(minor) for minor in range(MINIMUM[1], 20)]
        here = ".".join(map(str, sys.version_info[:3])) + " (" + sys.executable + ")"
        sys.exit(too_old(here, next(filter(shutil.which, names), "")))
    root = Path(__file__).resolve().parent
    os.chdir(str(root))
    sys.path.insert(0, str(root / "widgets"))
    from jalons.kit.commands import main

    sys.exit(main(sys.argv[1:]))
