"""What ``kit.py test`` and ``kit.py bench`` run, never in the person's own workspace."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jalons.kit.environment import TEST_LOCK, Environment
from jalons.kit.installer import prepare
from jalons.kit.messages import StopError
from jalons.kit.processes import openly, quietly
from jalons.kit.system import bring_test_programs, browser_variables


@contextlib.contextmanager
def on_trial(env: Environment) -> Iterator[dict[str, str]]:
    """Give the variables of a run: a browser, and a workspace that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="jalons-", ignore_cleanup_errors=True) as folder:
        workspace = str(Path(folder, "workspace.sqlite"))
        yield {**env.variables(), **browser_variables(), "JALONS_WORKSPACE": workspace}


def test(arguments: list[str]) -> int:
    """Run every check, then every test; one failure hides no other."""
    env, failed = prepare(TEST_LOCK), []
    bring_test_programs()
    with on_trial(env) as variables:
        for name, command in checks(env):
            code, lines = quietly(name, command, variables)
            if code:
                failed.append(name)
                print("\n".join(lines), flush=True)
        command = [env.python, "-m", "pytest", *pytest_arguments(arguments)]
        code = openly(command, variables)
    if not failed:
        return code  # pytest's own closing line stays the last
    verdict = "réussi" if code == 0 else "en échec"
    print(f"\nÀ corriger : {', '.join(failed)} (sorties plus haut). pytest : {verdict}.")
    print(f"To mend: {', '.join(failed)} (output above). pytest exited {code}.", flush=True)
    return 1


def checks(env: Environment) -> list[tuple[str, list[str]]]:
    """Return the checks that run before pytest: a name and a command each."""
    listed = [
        ("ruff check", [env.program("ruff"), "check", "--output-format", "concise", "."]),
        ("ruff format --check", [env.program("ruff"), "format", "--check", "."]),
        ("mypy", [env.program("mypy"), "kit.py", "widgets/jalons"]),
        ("import-linter", [env.program("lint-imports"), "--no-logo"]),
    ]
    scripts = sorted(map(str, Path("tests").glob("*.test.mjs")))
    node = shutil.which("node")
    if scripts and node:
        listed.append(("node --test", [node, "--test", *scripts]))
    elif scripts:
        print("Tests JavaScript sautés : node est absent (version 18 ou plus).", flush=True)
    return listed


def pytest_arguments(arguments: list[str]) -> list[str]:
    """Return what pytest is given: the fast lane and every folder, unless told otherwise.

    The whole runs on every processor (four at most), the tests of a file one after the other.
    """
    lane = [] if "--slow" in arguments else ["-m", "not slow"]
    own = [each for each in arguments if each != "--slow"]
    named = any(Path(each.split("::")[0]).exists() for each in own)
    if named:
        return [*lane, "--nbval-lax", *own]
    together = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadscope"]
    return [*lane, "--nbval-lax", *together, *own, "tests", "notebooks"]


def bench(arguments: list[str]) -> int:
    """Run the benchmarks that are named, or all."""
    scripts = {path.stem: str(path) for path in sorted(Path("benchmarks").glob("*.py"))}
    if unknown := [name for name in arguments if name not in scripts]:
        raise StopError(
            f"Mesure inconnue : {', '.join(unknown)}. Il y a : {', '.join(scripts)}.",
            "Unknown benchmark; the sentence above lists those there are.",
            2,
        )
    env = prepare(TEST_LOCK)
    with on_trial(env) as variables:
        names = arguments or list(scripts)
        failed = [name for name in names if openly([env.python, scripts[name]], variables)]
    if failed:
        print(f"Échec : {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0
