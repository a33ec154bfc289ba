"""The commands of ``kit.py``; whatever goes wrong ends in a sentence and an exit code."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable

from jalons.kit.checks import bench, test
from jalons.kit.environment import LOCK, TEST_LOCK, Environment
from jalons.kit.installer import prepare
from jalons.kit.messages import StopError, failure
from jalons.kit.processes import become

HELP = """Jalons : planifier, simuler, explorer les parcours du lycée professionnel.

  python3 kit.py serve [options]      ouvrir le kit dans le navigateur
                                      (--port N, --no-browser, --lan : voir serve --help)
  python3 kit.py test [--slow] [...]  tout vérifier ; le reste est transmis à pytest
  python3 kit.py lab [options]        ouvrir les notebooks dans JupyterLab
  python3 kit.py bench [noms]         lancer les mesures de benchmarks/
  python3 kit.py lock [--upgrade]     recalculer les fichiers de versions (mainteneurs)

Le premier lancement installe tout dans le dossier .venv, à côté de kit.py ; il demande le réseau.
Les suivants démarrent aussitôt, même hors ligne.

English: serve opens the kit in a browser, test runs every check, lab opens the notebooks in
JupyterLab, bench runs the benchmarks, lock recompiles the lock files. The first run installs
everything into .venv and needs a network; later runs start at once.
"""

COMPILE = (
    "pip compile pyproject.toml - --universal --python-version 3.11 --generate-hashes --no-header "
    "--annotation-style line --quiet"
)
LOCKED_TOO = """\
uv  # kit.py installs the installer from the lock
argon2-cffi-bindings<26 ; sys_platform == 'darwin' and platform_machine == 'x86_64'  # has wheels
"""


def serve(arguments: list[str]) -> int:
    """Open the kit in a browser."""
    env = prepare()
    print("Démarrage de Jalons (Ctrl-C pour arrêter).", flush=True)
    return become([env.python, "-m", "jalons", "serve", *arguments], env.variables())


def lab(arguments: list[str]) -> int:
    """Open the notebooks in JupyterLab."""
    env = prepare()
    folder = f"--ServerApp.root_dir={env.root / 'notebooks'}"
    return become([env.python, "-m", "jupyterlab", folder, *arguments], env.variables())


def lock(arguments: list[str]) -> int:
    """Recompile both lock files; versions stay unless ``--upgrade`` or a bound moves them."""
    uv = shutil.which("uv", path=Environment().variables()["PATH"])
    if not uv:
        raise StopError(
            "Il faut uv : lancez d'abord python3 kit.py test, ou installez uv (pip install uv).",
            "uv is needed: run python3 kit.py test first, or install uv (pip install uv).",
        )
    for output, extra in ((LOCK, []), (TEST_LOCK, ["--extra", "test", "-c", LOCK])):
        print(f"{output} …", flush=True)
        command = [uv, *COMPILE.split(), *arguments, *extra, "-o", output]
        if code := subprocess.run(command, input=LOCKED_TOO.encode(), check=False).returncode:
            return code
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "serve": serve,
    "test": test,
    "lab": lab,
    "bench": bench,
    "lock": lock,
}


def dispatch(arguments: list[str]) -> int:
    """Run the command that is named; serve and lab have a help of their own."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    asked = {name} if name in ("serve", "lab") else {name, *rest}
    if asked & {"-h", "--help"}:
        print(HELP, end="")
        return 0
    if name not in COMMANDS:
        known = ", ".join(COMMANDS)
        raise StopError(
            f"Commande inconnue : {name}. Il y a : {known} (détails : python3 kit.py --help).",
            f"Unknown command. There are: {known}.",
            2,
        )
    return COMMANDS[name](rest)


def main(arguments: list[str]) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):  # a terminal may not know every letter
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        return dispatch(arguments)
    except StopError as stop:
        stop.tell()
        return stop.code
    except KeyboardInterrupt:
        print("\nArrêté à votre demande ; relancez quand vous voulez.", file=sys.stderr)
        return 130
    except OSError as error:
        failure(" ".join(["kit.py", *arguments[:1]]), [str(error)]).tell()
        return 1
