"""Simuler: from a slider that moves to the chart that shows it, in Chromium.

    python3 kit.py bench simuler

Milliseconds by the clock between the slider's own event and the frame after plotly has drawn,
kernel and messages included, for France (0.9 million pupils, 15 states, 6 years) and for a school;
first with the page at rest between two moves, then in one drag. Median, 95th percentile, longest.
Towards 100 ms at the 95th percentile. Then, without a page, CPU milliseconds of the kernel's part.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in the portal's kernels

from jalons.cohorts.origin import Kind, Origin
from jalons.cohorts.school_counts import EXAMPLE
from jalons.cohorts.settings import Settings
from jalons.cohorts.state import NAME, SCOPE, CohortsState
from jalons.workspace.store import Workspace

MOVES, WARM = 60, 5
ORIGINS = {"France": Origin(), "school": Origin(Kind.SCHOOL, "LYON", EXAMPLE)}
PAGE = "/voila/render/simuler.ipynb"

MOVE = """async ([moves, rest]) => {
  const range = document.querySelector(".j-dials input[type=range]");
  const plot = document.querySelector(".j-sim-result .j-chart-plot");
  const moved = (value) => new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error("no chart after 10 s")), 10000);
    const begin = performance.now();
    plot.once("plotly_afterplot", () => requestAnimationFrame(() => {
      clearTimeout(timer);
      done(performance.now() - begin);
    }));
    range.value = value;
    range.dispatchEvent(new Event("input", { bubbles: true }));
  });
  const times = [];
  for (let move = 0; move < moves; move += 1) {
    times.push(await moved(10 + 5 * ((move * 7) % 18)));
    await new Promise((done) => setTimeout(done, rest));
  }
  return times;
}"""


@contextmanager
def portal(workspace: Path) -> Iterator[str]:
    """A portal of its own; gives the address with its key."""
    process = subprocess.Popen(
        [sys.executable, "-m", "jalons.portal", "--no-browser", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what it says of a page that closes is not a measure
        text=True,
        env={**os.environ, "JALONS_WORKSPACE": str(workspace)},
    )
    try:
        assert process.stdout is not None
        line = next(line for line in process.stdout if "?token=" in line)
        yield line[line.index("http") :].strip()
    finally:
        process.terminate()
        process.wait(30)


def said(times: list[float]) -> str:
    found = sorted(times[WARM:])
    p95 = found[-(-95 * len(found) // 100) - 1]
    return f"median {found[len(found) // 2]:5.0f}   p95 {p95:5.0f}   longest {found[-1]:5.0f} ms"


def in_the_page(browser: Any, name: str, origin: Origin) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "w.sqlite"
        state = CohortsState(Workspace(place), draws=50)
        state.choose(origin)
        state.set(Settings({"parcours_consolidation": 0.5}))
        state.save()
        assert Workspace(place).latest(SCOPE, NAME)
        with portal(place) as address:
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            page.goto(address)
            page.goto(address.split("/?")[0] + PAGE)
            page.wait_for_selector("html[data-jalons-ready=true]", timeout=60_000)
            page.evaluate("document.querySelector('#leviers').scrollIntoView()")
            page.wait_for_selector(".j-sim-result .j-chart-plot .main-svg")
            page.wait_for_timeout(3000)  # the first precise calculation
            for how, rest in (("one by one, 1.5 s apart", 1500), ("in one drag", 20)):
                times = page.evaluate(MOVE, [MOVES if rest < 100 else MOVES // 2 + WARM, rest])
                print(f"{name:<8}{how:<26}{said(times)}", flush=True)
            page.close()


def in_the_kernel(name: str, origin: Origin) -> None:
    state = CohortsState(draws=50)
    state.choose(origin)
    times = []
    for move in range(MOVES):
        begin = time.process_time()
        state.set(Settings({"parcours_consolidation": 0.1 + 0.05 * ((move * 7) % 18)}))
        times.append(1000 * (time.process_time() - begin))
    print(f"{name:<8}{'kernel, CPU':<26}{said(times)}")


def main() -> int:
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("JALONS_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores")
    for name, origin in ORIGINS.items():
        in_the_kernel(name, origin)
    if found is None:
        print("no Chromium: the page is not measured")
        return 0
    root = hasattr(os, "geteuid") and not os.geteuid()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox"] if root else []
        )
        for name, origin in ORIGINS.items():
            in_the_page(browser, name, origin)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
