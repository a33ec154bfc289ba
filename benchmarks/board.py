"""Moving one session by hand: what the kernel takes to judge it, and the page to show it.

    python3 kit.py bench board [CLASSES ...]

Schools with a hidden plan (see ``schools.py``), 12, 60 and 200 classes of 32 sessions unless
others are named. Kernel: CPU milliseconds of this process. Page, in Chromium: CPU milliseconds of
its main thread, then milliseconds by the clock between a key and the frame that shows what it did,
kernel and messages included (on a machine that does nothing else). Medians with spread.
"""

from __future__ import annotations

import json
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from jalons.i18n import Translator  # noqa: E402
from jalons.planner.board import chip_id  # noqa: E402
from jalons.planner.domain import Task  # noqa: E402
from jalons.planner.page.board import BoardPart  # noqa: E402
from jalons.planner.rules import check  # noqa: E402
from jalons.planner.state import PlannerState  # noqa: E402
from jalons.planner.view import PlannerView  # noqa: E402
from jalons.reactive import Status  # noqa: E402
from jalons.school.reader import SchoolFile  # noqa: E402
from schools import planted  # noqa: E402

SIZES = (12, 60, 200)
SEED = 1
CHIPS = 25  # moved in each school


def opened(classes: int) -> PlannerState:
    """A state with a planted school and its plan, nothing kept."""
    from jalons.planner.times import Times

    school, plan = planted(classes, SEED)
    state = PlannerState()
    state.publish(Status.FRESH, school_file=SchoolFile(school), times=Times(school), plan=plan)
    return state


def chosen(state: PlannerState) -> list[Task]:
    assert state.plan is not None
    return random.Random(SEED).sample([a.task for a in state.plan.assignments], CHIPS)


def line(name: str, values: list[float]) -> None:
    middle = statistics.median(values)
    print(f"  {name:44} {middle:8.1f} ms  ({min(values):.1f}-{max(values):.1f}, n={len(values)})")


def cpu(act: Callable[[], Any]) -> float:
    start = time.process_time()
    act()
    return 1000 * (time.process_time() - start)


# --- the kernel -------------------------------------------------------------------------------


def kernel(classes: int) -> None:
    state = opened(classes)
    made: list[PlannerView] = []
    opening = cpu(lambda: made.append(PlannerView(state, Translator("fr"), {}, {})))
    line("open the page (once)", [opening])
    assert state.plan is not None and state.times is not None  # noqa: PT018
    times, plan = state.times, state.plan
    board = made[0].part(BoardPart).board
    told: list[Any] = []
    board.send = lambda content, buffers=None: told.append(content)
    steps: dict[str, list[float]] = {}

    def ask(step: str, **message: str) -> None:
        steps.setdefault(step, []).append(cpu(lambda: board._handle_custom_msg(message, [])))

    for chip in map(chip_id, chosen(state)):
        ask("pick: judge every place, say it in words", kind="pick", id=chip)
        places = told[-1]["places"]
        free = next((one for one in places if not one["problems"]), places[0])
        ask("put: plan, rules, hours, all parts of the page", kind="put", id=chip, key=free["key"])
        ask("undo: the same way back", kind="undo")
    for name, values in steps.items():
        line(name, values)
    line("all rules of the plan, nothing remembered", [cpu(lambda: check(times, plan.assignments))])
    made[0].close()


# --- the page ---------------------------------------------------------------------------------


def show(classes: int) -> None:
    """What the notebook of the benchmark opens: the page *Planifier* of a planted school."""
    import ipywidgets
    from IPython.display import display

    from jalons.ui.ready import Ready

    view = PlannerView(opened(classes), Translator("fr"), {}, {})
    root = ipywidgets.VBox([view.widget, Ready()])
    root.add_class("jalons")
    display(root)


# Do something; answer with the time until the frame in which `done` holds has been painted.
TIMED = """([act, done]) => new Promise((resolve, reject) => {
    const [run, test] = [act, `return ${done}`].map((text) => new Function(text));
    const start = performance.now();
    run();
    const look = () => {
        if (performance.now() - start > 20000) return reject(new Error(done));
        if (!test()) return requestAnimationFrame(look);
        const channel = new MessageChannel();  // its message comes after the paint of this frame
        channel.port1.onmessage = () => resolve(performance.now() - start);
        requestAnimationFrame(() => channel.port2.postMessage(0));
    };
    look();
})"""
KEY = """document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
    {key: '%s', ctrlKey: %s, bubbles: true, cancelable: true}))"""
CHOOSE = """([number]) => {
    const all = [...document.querySelectorAll('.jb-cell:not([data-n]) .jb-chip')];
    const chip = all[Math.floor(number * all.length)], cell = chip.closest('.jb-cell');
    chip.click();
    cell.focus();
    return cell.dataset.c;
}"""
MARKED = "!!document.querySelector('.jb-cell[data-place]')"
SETTLED = "!document.querySelector('.jb-cell[data-place]')"
BACK = "document.querySelector('.jb-cell .jb-chosen')?.closest('.jb-cell').dataset.c === '%s'"
LOOK = """const kind = document.querySelector('[data-show=kind]'); kind.value = '%s';
    kind.dispatchEvent(new Event('change', {bubbles: true}))"""


def portal(folder: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "jalons.portal", "--no-browser", "--port", "0"]
    process = subprocess.Popen(
        [*command, "--notebooks", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "JALONS_WORKSPACE": str(folder / "workspace.sqlite")},
    )
    assert process.stdout is not None
    for said in process.stdout:
        if "?token=" in said:
            return process, next(word for word in said.split() if "?token=" in word)
    raise RuntimeError("the portal did not start")


def notebook(classes: int) -> str:
    source = f"import sys; sys.path.insert(0, {str(HERE)!r})\nimport board\nboard.show({classes})"
    cell = {"cell_type": "code", "id": "cell", "metadata": {}, "source": source}
    cell |= {"execution_count": None, "outputs": []}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def pages(sizes: list[int]) -> Iterator[tuple[int, Any, str]]:
    """For each school a tab of Chromium, and where its page will be."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("JALONS_CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        process, entry = portal(Path(folder))
        try:
            browser = playwright.chromium.launch(
                executable_path=chromium, args=["--no-sandbox", "--disable-background-networking"]
            )
            for classes in sizes:
                Path(folder, "explorer.ipynb").write_text(notebook(classes), encoding="utf-8")
                context = browser.new_context(viewport={"width": 1366, "height": 768})
                context.request.get(entry, max_redirects=0)
                yield classes, context.new_page(), entry.split("/?")[0]
                context.close()
            browser.close()
        finally:
            process.terminate()
            process.wait(30)


def page(classes: int, tab: Any, base: str) -> None:
    def timed(act: str, done: str) -> float:
        return float(tab.evaluate(TIMED, [act, done]))

    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1000 * next(m["value"] for m in metrics if m["name"] == "TaskDuration")

    start = time.perf_counter()
    tab.goto(f"{base}/voila/render/explorer.ipynb")
    tab.wait_for_selector("html[data-jalons-ready=true]", timeout=120_000)
    tab.wait_for_selector(".jb-cell")
    line("open the page, by the clock", [1000 * (time.perf_counter() - start)])
    count = f"document.querySelectorAll('.jb-line').length === {classes}"
    tab.wait_for_function(count)
    line("open the page, all rows drawn", [busy()])
    steps: dict[str, list[tuple[float, float]]] = {}

    def step(name: str, act: str, done: str) -> None:
        before = busy()
        clock = timed(act, done)
        steps.setdefault(name, []).append((busy() - before, clock))

    chance = random.Random(SEED)
    for _ in range(CHIPS):
        column = tab.evaluate(CHOOSE, [chance.random()])
        tab.wait_for_function(BACK % column)
        step("pick: until all its places are marked", KEY % ("m", "false"), MARKED)
        step("another month, with what is wrong there", KEY % ("PageDown", "false"), "true")
        step("put: until the kernel's new row is shown", KEY % ("Enter", "false"), SETTLED)
        tab.wait_for_timeout(100)  # the rest of the page
        step("undo: until it is back", KEY % ("z", "true"), BACK % column)
        tab.wait_for_timeout(100)
    for _ in range(5):
        step(
            "look at one person",
            LOOK % "person",
            "document.querySelectorAll('.jb-line').length < 99",
        )
        step("look at all classes", LOOK % "", count)
    for name, pairs in steps.items():
        cpus, clocks = zip(*pairs, strict=True)
        line(name, list(cpus))
        line("  by the clock", list(clocks))
    rows, nodes = tab.evaluate(
        "[document.querySelectorAll('.jb-line').length, document.querySelectorAll('*').length]"
    )
    print(f"  {rows} rows, {nodes} elements on the page")


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:]] or list(SIZES)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for classes in sizes:
        print(f"\n{classes} classes, {classes * 32} sessions: the kernel")
        kernel(classes)
    for classes, tab, base in pages(sizes):
        print(f"\n{classes} classes: the page")
        page(classes, tab, base)


if __name__ == "__main__":
    main()
