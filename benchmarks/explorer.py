"""What Explorer costs a pupil: the class page opened, a filter used, the file carried.

    python3 kit.py bench explorer

Chromium, the page from its file. First the processor time of the page's own thread from the start
of the opening to the frame in which the questions can be answered: other work of the machine does
not count in it, and four times as much is what a four times slower processor takes; the promise is
held against that. Then the same by the clock, as it is and slowed down four times; then from a
click on a filter to the page laid out anew, for the specialities with most options. Every request
the page makes is counted.
"""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import statistics
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from jalons.options.class_page import class_page
from jalons.options.codec import load_shelf
from jalons.options.profile import read
from jalons.options.search import explore

TODAY = date(2026, 11, 25)
OPENINGS = 7
MOST_KB, MOST_OPEN_MS, MOST_REDRAW_MS = 1000, 300, 50
READY = """new MutationObserver((_, watcher) => {
  if (!document.documentElement.dataset.jalonsReady) return;
  watcher.disconnect();
  requestAnimationFrame(() => { document.documentElement.dataset.usable = performance.now(); });
}).observe(document, { attributes: true, subtree: true });"""
REDRAW = """() => {
  const took = [];
  for (const years of ["1", "2", "3", ""]) {
    const before = performance.now();
    document.querySelector(`input[name=years][value="${years}"]`).click();
    document.body.getBoundingClientRect();
    took.push(performance.now() - before);
  }
  return took;
}"""


def most_options(number: int) -> list[tuple[str, int]]:
    """The bac pros with most options, as (code, number of options)."""
    shelf = load_shelf()
    counts = [
        (t.code, len(explore(read({"niveau": "TPRO", "specialite": t.code}, shelf.catalogue),
                             shelf.catalogue).options))
        for t in shelf.catalogue.trainings.values() if t.type == "BAC_PRO" and t.in_force
    ]  # fmt: skip
    return sorted(counts, key=lambda one: -one[1])[:number]


def page_at(browser: Any, slower: int) -> tuple[Any, list[str]]:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(READY)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    return page, asked


def opened(page: Any, address: str) -> float:
    page.goto("about:blank")
    page.goto(address)
    root = page.locator("html[data-usable]")  # the page's policy lets nothing be evaluated again
    root.wait_for(state="attached")
    return float(root.get_attribute("data-usable"))


def thread_ms(session: Any) -> float:
    found = session.send("Performance.getMetrics")["metrics"]
    return 1000 * float(next(one["value"] for one in found if one["name"] == "TaskDuration"))


def opening_ms(browser: Any, address: str) -> float:
    """Processor time of the page's thread, for one opening in a fresh page."""
    page, _ = page_at(browser, 1)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto("about:blank")
    before = thread_ms(session)
    opened(page, address)
    took = thread_ms(session) - before
    page.close()
    return took


def main() -> None:
    from playwright.sync_api import sync_playwright

    print(f"{platform.machine()}, {os.cpu_count()} cores")
    text = class_page(load_shelf(), TODAY).encode()
    compressed = len(gzip.compress(text)) / 1000
    print(f"class page            {len(text) / 1000:8.0f} kB, {compressed:.0f} compressed")
    slow = 0.0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "page.html"
        file.write_bytes(text)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("JALONS_CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"],
        )
        own = statistics.median(opening_ms(browser, file.as_uri()) for _ in range(OPENINGS))
        late = 4 * own
        print(f"opening, own work     {own:8.0f} ms, so {late:.0f} ms four times slower")
        for slower in (1, 4):
            page, asked = page_at(browser, slower)
            took = [opened(page, file.as_uri()) for _ in range(OPENINGS)]
            others = {url for url in asked if url not in (file.as_uri(), "about:blank")}
            print(f"usable, processor /{slower}   {min(took):8.0f} ms fastest, "
                  f"{statistics.median(took):.0f} median, {max(took):.0f} worst of {len(took)}, "
                  f"{len(others)} requests")  # fmt: skip
            if others:
                raise SystemExit(f"the page asks for {others}")
            redraws: list[float] = []
            for code, _ in most_options(3):
                opened(page, f"{file.as_uri()}#TPRO.BAC_PRO/{code}")
                page.get_by_text("Filtrer et préciser").click()
                page.get_by_label("un an", exact=True).wait_for()
                for _ in range(5):
                    redraws += page.evaluate(REDRAW)
            print(f"filter, processor /{slower}   {statistics.median(redraws):8.1f} ms median, "
                  f"{max(redraws):.1f} worst of {len(redraws)}")  # fmt: skip
            slow = slow or statistics.median(redraws)
            page.close()
        browser.close()
    print(f"most options          {most_options(1)[0][1]:8d}")
    if compressed > MOST_KB or late > MOST_OPEN_MS or slow > MOST_REDRAW_MS:
        raise SystemExit("slower or larger than promised")


if __name__ == "__main__":
    main()
