"""How long the example school takes, step by step, and how large its model is.

    python3 kit.py bench plan

Each figure is the median of several runs with its spread, in one process; the last column is the
share of the whole, which means more on a noisy machine than the seconds do.
"""

from __future__ import annotations

import os
import platform
import statistics
import time
from collections.abc import Callable
from typing import Any

from jalons.data.lessons import read_lessons
from jalons.planner.candidates import Options, options_of
from jalons.planner.domain import all_tasks
from jalons.planner.rules import check
from jalons.planner.solver import solve
from jalons.planner.times import Times
from jalons.resources import EXAMPLES
from jalons.school.domain import School
from jalons.school.reader import read_school

RUNS = 7


def timed(step: Callable[[], Any]) -> tuple[list[float], Any]:
    seconds, result = [], None
    for _ in range(RUNS):
        start = time.perf_counter()
        result = step()
        seconds.append(time.perf_counter() - start)
    return seconds, result


def possible(school: School) -> list[Options]:
    times = Times(school)
    return [options_of(times, task) for task in all_tasks(school)]


def main() -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    library = [lesson.row for lesson in read_lessons()]
    for folder in sorted(EXAMPLES.iterdir()):
        school = read_school(folder, library).school
        solve(school, time_limit_s=1)  # imports are not what is measured
        steps: dict[str, tuple[list[float], Any]] = {
            "read the file": timed(lambda folder=folder: read_school(folder, library)),
            "find the possible times": timed(lambda school=school: possible(school)),
            "plan, all counted": timed(lambda school=school: solve(school)),
        }
        plan = steps["plan, all counted"][1]
        steps["check all rules"] = timed(
            lambda school=school, plan=plan: check(Times(school), plan.assignments)
        )
        starts = sum(len(o.starts) for o in steps["find the possible times"][1])
        print(f"\n{folder.name}: {len(school.classes)} classes, {len(all_tasks(school))} tasks,")
        print(f"{starts} possible times; {plan.solver.status}, {len(plan.unplaced)} left out")
        whole = statistics.median(steps["plan, all counted"][0])
        for name, (seconds, _) in steps.items():
            middle = statistics.median(seconds)
            print(
                f"  {name:26} {1000 * middle:8.1f} ms"
                f"  ({1000 * min(seconds):.1f}-{1000 * max(seconds):.1f})"
                f"  {middle / whole:5.2f} of a plan"
            )


if __name__ == "__main__":
    main()
