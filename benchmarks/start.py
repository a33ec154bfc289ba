"""What it costs to start: the command's help, the import, the rooms a page needs.

    python3 kit.py bench start

CPU seconds (user + system) of whole processes, median and spread, beside a bare interpreter run
in turn with each.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time

RUNS = 5
COMMANDS = {
    "bare interpreter": ["-c", "pass"],
    "import jalons": ["-c", "import jalons"],
    "jalons --help": ["-m", "jalons", "--help"],
    "planner state": ["-c", "import jalons.planner.state"],
    "planner view": ["-c", "import jalons.planner.view"],
    "a year's calendar": [
        "-c",
        "from jalons.schoolyear import school_year; school_year('C', '2026-2027').weeks()",
    ],
    "solver's library": ["-c", "from ortools.sat.python import cp_model"],
}


def cpu_seconds(arguments: list[str]) -> float:
    before = os.times()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )


def main() -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(RUNS):
        for name, arguments in COMMANDS.items():
            seconds[name].append(cpu_seconds(arguments))
            time.sleep(0.05)
    bare = statistics.median(seconds["bare interpreter"])
    for name, measured in seconds.items():
        middle = statistics.median(measured)
        print(
            f"  {name:20} {middle:6.2f} s CPU ({min(measured):.2f}-{max(measured):.2f})"
            f"  {middle / bare:6.1f} × bare"
        )


if __name__ == "__main__":
    main()
