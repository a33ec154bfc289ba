"""The home page: what Jalons does, where to start, what stays on this machine.

Links only to pages that exist; the others are announced. Knows no feature: a page is a code and
some words.
"""

from __future__ import annotations

import ipywidgets

from jalons import pages
from jalons.i18n import Translator
from jalons.ui.html import Safe, join, tag
from jalons.ui.ready import Ready

EXAMPLE_YEARS = ("2026-2027", "2025-2026")
JOBS = ("planifier", "simuler", "explorer")
AROUND = ("accompagner", "piloter")

STYLE = Safe("""<style>
.j-home { display: grid; gap: var(--j-space-6); }
.j-home section { display: grid; gap: var(--j-space-4); }
.j-home h2, .j-home h3, .j-home p, .j-home ul { margin: 0; }
.j-home-start { padding: clamp(1rem, 2.5vw, 1.75rem); background: var(--j-surface); border: 1px solid var(--j-line); border-left: 6px solid var(--j-stake); border-radius: var(--j-radius); }
.j-home-ways { display: grid; gap: var(--j-space-4) var(--j-space-6); grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.j-home-ways > div { display: grid; gap: var(--j-space-3); align-content: start; }
.j-home-ways .j-action { justify-self: start; }
.j-home-links { display: flex; flex-wrap: wrap; gap: var(--j-space-3); }
.j-home-cards { display: grid; gap: var(--j-space-4); grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr)); list-style: none; padding: 0; }
.j-home-cards li { position: relative; display: flex; flex-direction: column; gap: var(--j-space-3); padding: var(--j-space-5); background: var(--j-surface); border: 1px solid var(--j-line); border-radius: var(--j-radius); }
.j-home-cards li:has(a) { border-top: 4px solid var(--j-accent); }
.j-home-cards li.j-home-soon { background: transparent; border-style: dashed; border-color: var(--j-control); }
.j-home-cards svg { width: 4.5rem; height: 2.75rem; color: var(--j-accent); }
.j-home-cards h3 { display: flex; flex-wrap: wrap; gap: var(--j-space-2); align-items: baseline; font-size: 1.375rem; }
.j-home-cards .j-home-open { display: inline-flex; align-items: center; gap: 0.5ch; min-height: var(--j-target); margin-top: auto; font-weight: 600; }
.j-home-cards .j-home-open::after { content: "→"; content: "→" / ""; }
.j-home-badge { padding: 0.1rem 0.5rem; font-size: var(--j-font-size-small); font-weight: 500; color: var(--j-warn); background: var(--j-warn-soft); border-radius: 1rem; }
.j-home-notes { display: grid; gap: var(--j-space-5) var(--j-space-6); grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); padding-top: var(--j-space-5); border-top: 1px solid var(--j-line); }
.j-home-notes section { gap: var(--j-space-2); align-content: start; }
.j-home-notes ul { padding-left: 1.25rem; display: grid; gap: var(--j-space-1); }
</style>""")  # noqa: E501

_SVG = '<svg viewBox="0 0 72 44" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true" focusable="false">{}</svg>'  # noqa: E501
PICTURES = {
    "planifier": '<rect x="2" y="6" width="68" height="36" rx="4"/><path d="M2 16h68"/>'
    '<path stroke="var(--j-stake)" stroke-width="6" d="M10 25h12M30 25h8M30 34h16M54 34h8"/>',
    "simuler": '<path d="M2 10c24 0 24 6 68 4M2 20c24 0 26 14 68 10" stroke-width="6"/>'
    '<path stroke="var(--j-stake)" stroke-width="5" d="M2 29c20 0 30 12 68 11"/>',
    "explorer": '<path d="M4 38C16 38 18 24 30 24M30 24C44 24 46 8 66 8M30 24c14 0 18 2 36 2M30 24'
    'c12 0 16 16 36 16"/><g stroke="var(--j-stake)" stroke-width="5"><path d="M66 3v10M66 21v10'
    'M66 35v9M30 18v12"/></g>',
    "accompagner": '<path d="M4 36h64"/><circle cx="14" cy="14" r="7"/>'
    '<path d="M4 34c0-14 20-14 20 0"/>'
    '<path stroke="var(--j-stake)" stroke-width="5" d="M36 31v10M50 31v10M64 31v10"/>',
    "piloter": '<path d="M36 4a18 18 0 1 1-17 12"/><path d="m19 6 0 11 11 0"/>'
    '<path stroke="var(--j-stake)" stroke-width="5" d="m28 22 7 7 13-14"/>',
}


def _card(page: str, words: Translator, there: bool) -> Safe:
    picture = Safe(_SVG.format(PICTURES[page])) if page in PICTURES else Safe("")
    badge = Safe("") if there else tag("span", words("shell-soon"), class_="j-home-badge")
    parts = [
        picture,
        tag("h3", words(f"page-{page}-nav"), badge),
        tag("p", words(f"home-{page}-text")),
    ]
    if words.has(f"home-{page}-out"):
        parts.append(tag("p", words(f"home-{page}-out"), class_="j-soft"))
    if there:
        href = pages.address(page)
        parts.append(tag("a", words(f"home-{page}-open"), href=href, class_="j-home-open"))
    return tag("li", *parts, class_=None if there else "j-home-soon")


def _cards(title: str, codes: tuple[str, ...], words: Translator, there: tuple[str, ...]) -> Safe:
    cards = [_card(page, words, page in there) for page in codes]
    return tag("section", tag("h2", words(title)), tag("ul", *cards, class_="j-home-cards"))


def _start(words: Translator, there: bool) -> Safe:
    title = tag("h2", words("home-start-title"))
    if not there:
        return tag("section", title, tag("p", words("home-start-soon")), class_="j-home-start")
    own = tag("a", words("home-start-own"), href=pages.address("planifier"), class_="j-action")
    examples = [
        tag(
            "a",
            words("home-start-example", year=year),
            href=pages.address("planifier", exemple=year),
            class_="j-action j-plain",
        )
        for year in EXAMPLE_YEARS
    ]
    ways = tag(
        "div",
        tag("div", tag("p", words("home-start-own-text")), own),
        tag(
            "div",
            tag("p", words("home-start-example-text")),
            tag("div", *examples, class_="j-home-links"),
        ),
        class_="j-home-ways",
    )
    return tag("section", title, ways, class_="j-home-start")


def _note(name: str, points: tuple[str, ...], words: Translator) -> Safe:
    lines = [tag("li", words(f"home-{name}-{point}")) for point in points]
    return tag("section", tag("h2", words(f"home-{name}-title")), tag("ul", *lines))


def home_html(lang: str, there: tuple[str, ...]) -> Safe:
    """Return the page's content; ``there`` holds the codes of the pages that exist."""
    words = Translator(lang)
    notes = tag(
        "div",
        _note("who", ("team", "head", "pupil"), words),
        _note("private", ("machine", "pupil", "save"), words),
        class_="j-home-notes",
    )
    parts = [
        _start(words, "planifier" in there),
        _cards("home-jobs-title", JOBS, words, there),
        _cards("home-more-title", AROUND, words, there),
        notes,
    ]
    return join([STYLE, tag("div", *parts, class_="j-home")])


def home_page(lang: str) -> ipywidgets.Widget:
    """Return the home page in ``lang``."""
    page = ipywidgets.VBox([ipywidgets.HTML(home_html(lang, pages.available())), Ready()])
    page.add_class("jalons")
    return page
