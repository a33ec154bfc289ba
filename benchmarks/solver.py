"""How well schools of 1 to 200 classes are planned, beside other ways to do it.

    python3 kit.py bench solver [--quick] [--sizes 1,6,24] [--ways ours,highs] [--runs 3] [--cpu]

Every school has a hidden full plan (``schools.py``). For each: time to the first plan with all
obligatory sessions, to the first with all sessions, and to the proof; cost and gap after 2, 7, 10,
20, 60 and 120 s; peak memory; all as medians of some schools of a size with their spread. Beside,
on the same schools: a greedy first fit, CP-SAT's default portfolio on a plain interval model, and
a mixed integer program (HiGHS), each in a process of its own. Everything is counted from the
school's tables on, model building included. ``--cpu`` counts the seconds of the process instead of
those of the clock, for a machine that does other things at the same time (a search has one thread).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rivals import export, greedy, highs, intervals

SIZES = {1: 10.0, 6: 20.0, 24: 60.0, 60: 60.0, 200: 120.0}
QUICK = {1: 5.0, 6: 10.0, 24: 20.0}
MARKS = (2.0, 7.0, 10.0, 20.0, 60.0, 120.0)


def ours(classes: int, limit: float, seed: int) -> dict[str, Any]:
    from jalons.planner.progress import Progress
    from jalons.planner.solver import solve
    from schools import planted

    solve(planted(1, seed)[0], time_limit_s=0.1)  # imports are not what is measured
    school, _ = planted(classes, seed)
    mandatory = {s.id for s in school.sessions if s.mandatory}
    seen: list[Progress] = []
    stop, limit_s = threading.Event(), limit
    if os.environ.get("JALONS_CPU"):  # CP-SAT's own limit is one of the clock
        limit_s = 100 * limit
        threading.Thread(target=stop_after, args=(stop, limit), daemon=True).start()
    start = time.perf_counter()
    plan = solve(school, time_limit_s=limit_s, stop=stop, on_progress=seen.append)
    wall = time.perf_counter() - start
    assert plan.solver is not None
    whole = [p for p in seen if p.objective < float("inf")]
    marks = {}
    for mark in MARKS:
        by_then = [p for p in whole if p.elapsed_s <= mark]
        if by_then and mark <= limit:
            marks[mark] = (by_then[-1].objective, max(p.bound for p in by_then))
    return {
        "obligatory": next((p.elapsed_s for p in whole if p.objective < 1_000_000), None),
        "full": next((p.elapsed_s for p in whole if p.placed == p.total), None),
        "proof": wall if plan.solver.status == "optimal" else None,
        "marks": marks,
        "end": (plan.solver.objective, plan.solver.bound, plan.solver.status),
        "wall": wall,
        "left": len(plan.unplaced),
        "obligatory_left": sum(u.task.session in mandatory for u in plan.unplaced),
    }


def stop_after(stop: threading.Event, limit: float) -> None:
    """Set ``stop`` when the process has worked for ``limit`` seconds more."""
    end = time.process_time() + limit
    while time.process_time() < end:
        time.sleep(0.05)
    stop.set()


WAYS = {"ours": ours, "first fit": greedy, "intervals": intervals, "highs": highs}


def one(way: str, classes: int, limit: float, seed: int) -> None:
    """Run one way in this process and print what it found as JSON."""
    if os.environ.get("JALONS_CPU"):
        time.perf_counter = time.process_time
    result = {**WAYS, "export": export}[way](classes, limit, seed)
    if way == "export":
        return
    result["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(result))


def measured(way: str, classes: int, limit: float, seed: int, cpu: bool) -> dict[str, Any] | None:
    exported = Path(f"{os.environ.get('TMPDIR', '/var/tmp')}/jalons-{os.getpid()}.json")
    done = subprocess.run(
        [sys.executable, __file__, "--one", way, str(classes), str(limit), str(seed)],
        env={**os.environ, "JALONS_MPS": str(exported), "JALONS_CPU": "1" if cpu else ""},
        capture_output=True,
        text=True,
    )
    exported.unlink(missing_ok=True)
    if done.returncode:
        print(f"  {way:10} failed: {done.stderr.strip().splitlines()[-1]}")
        return None
    return json.loads(done.stdout)


def spread(values: Sequence[float | None], form: str) -> str:
    """Median (least-most); a run without a value counts as the worst."""
    known = sorted(float("inf") if v is None else v for v in values)
    low, middle, high = known[0], known[len(known) // 2], known[-1]
    if middle == float("inf"):
        return "none"
    return f"{middle:{form}} ({low:{form}}-{high:{form}})" if len(known) > 1 else f"{middle:{form}}"


def gap(cost: float, bound: float) -> float:
    return 100 * (cost - bound) / cost if cost else 0.0


def show(way: str, results: list[dict[str, Any]]) -> None:
    planned = [r for r in results if r["end"] is not None]
    if not planned:
        print(f"  {way:10} no plan in {results[0]['wall']:.0f} s", flush=True)
        return
    cost = spread([r["end"][0] for r in planned], ".0f")
    share = spread([gap(*r["end"][:2]) for r in planned], ".1f")
    left = ", ".join(str(r["left"]) for r in planned)
    print(
        f"  {way:10} cost {cost}, gap {share} %, left out {left},"
        f" {spread([r['wall'] for r in planned], '.1f')} s,"
        f" {spread([r['memory_mb'] for r in planned], '.0f')} MB",
        flush=True,
    )
    if way != "ours":
        return
    for key, words in (
        ("obligatory", "all obligatory sessions"),
        ("full", "all sessions"),
        ("proof", "proven"),
    ):
        print(f"{'':12} {words}: {spread([r[key] for r in planned], '.2f')} s")
    for mark in MARKS:
        then = [r["marks"].get(str(mark)) or r["marks"].get(mark) for r in planned]
        if all(then):
            best = [
                100 * (t[0] - r["end"][0]) / r["end"][0]
                for t, r in zip(then, planned, strict=True)
                if r["end"][0]
            ]
            print(
                f"{'':12} at {mark:.0f} s: gap {spread([gap(*t) for t in then], '.1f')} %,"
                f" {spread(best or [0.0], '.1f')} % above the last plan"
            )


def main() -> None:
    parser = argparse.ArgumentParser(prog="kit.py bench solver")
    parser.add_argument("--quick", action="store_true", help="up to 24 classes, shorter")
    parser.add_argument("--sizes", help="only schools of these numbers of classes: 1,6,24")
    parser.add_argument("--ways", default=",".join(WAYS), help="only these: " + ",".join(WAYS))
    parser.add_argument("--runs", type=int, default=1, help="so many schools of each size")
    parser.add_argument("--cpu", action="store_true", help="seconds of the process")
    parser.add_argument("--one", nargs=4, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        one(given.one[0], int(given.one[1]), float(given.one[2]), int(given.one[3]))
        return
    load = ", ".join(f"{x:.1f}" for x in os.getloadavg())
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    print(f"load before: {load} (a machine that does other things shows longer times)")
    print("seconds of the process" if given.cpu else "seconds of the clock")
    sizes = QUICK if given.quick else SIZES
    wanted = [int(x) for x in given.sizes.split(",")] if given.sizes else list(sizes)
    for classes in wanted:
        limit = sizes.get(classes, 60.0)
        print(f"\n{classes} classes, {limit:.0f} s each, {given.runs} schools", flush=True)
        for way in given.ways.split(","):
            runs = [measured(way, classes, limit, 1 + n, given.cpu) for n in range(given.runs)]
            if results := [r for r in runs if r is not None]:
                show(way, results)


if __name__ == "__main__":
    main()
