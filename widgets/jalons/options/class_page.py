"""The class page: Explorer as one HTML file, without a server and without a network.

The view, its styles and the tables lie in the file; its content security policy forbids every
request, so that an answer cannot leave the device. Writes no file and knows no command.
"""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from html import escape
from pathlib import Path

from jalons.i18n import Translator
from jalons.options.codec import Shelf
from jalons.options.offline import packed
from jalons.ui.esm import joined

HERE = Path(__file__).parent
STYLES = (HERE.parent / "ui" / "tokens.css", HERE.parent / "ui" / "widgets.css")
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
FRAME = """body { margin: 0; color: var(--j-ink); background: var(--j-paper); font-family: var(--j-font); }
.j-class { box-sizing: border-box; max-width: 80rem; margin: 0 auto; padding: clamp(1rem, 3vw, 2.5rem); display: grid; gap: var(--j-space-4); grid-template-columns: minmax(0, 1fr); line-height: 1.5; }
.j-class header h1 { margin: 0 0 var(--j-space-1); font-size: var(--j-font-size-title); line-height: 1.15; text-wrap: balance; }
.j-class header p, .j-class footer p { margin: 0; color: var(--j-ink-soft); }
.j-class footer { font-size: var(--j-font-size-small); border-top: 1px solid var(--j-line); padding-top: var(--j-space-3); }
/* Said where no script takes its place: none allowed, an old browser, a file cut short. */
.j-late { visibility: hidden; animation: j-late 0s 4s forwards; }
@keyframes j-late { to { visibility: visible; } }
@page { size: A4; margin: 12mm; }
@media print { .j-class { padding: 0; max-width: none; } .j-class header, .j-class footer { display: none; } }
"""  # noqa: E501


def class_page(shelf: Shelf, today: date, lang: str = "fr", around: bytes = b"") -> str:
    """Return the page; both languages are inside, ``lang`` is the one it opens in.

    ``around`` is what :mod:`jalons.options.around` packs of the official files; empty: none.
    """
    t = Translator(lang)
    tables = b64encode(packed(shelf, today)).decode()  # six times less to read than JSON
    places = ""
    if around:
        text = b64encode(around).decode()
        places = f'<script type="text/plain" id="jalons-around">{text}</script>'
    styles = "\n".join(path.read_text("utf-8") for path in (*STYLES, HERE / "explorer.css"))
    script = joined(HERE / "explorer_page.mjs")
    title, lead, private, none = (
        escape(t(f"explorer-page-{key}")) for key in ("title", "lead", "private", "no-script")
    )
    return f"""<!DOCTYPE html>
<html lang="{t.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>{title}</title>
<style>
{_without_comments(styles)}
{FRAME}</style>
</head>
<body>
<main class="jalons j-class">
<header><h1 data-word="title">{title}</h1><p data-word="lead">{lead}</p></header>
<div id="explorer"><p class="j-late">{none}</p></div>
<footer><p data-word="private">{private}</p></footer>
</main>
<script type="text/plain" id="jalons-tables">{tables}</script>{places}
<script type="module">
{_inside(script)}
</script>
</body>
</html>
"""


def _inside(text: str) -> str:
    """Text that cannot end the script it lies in; a ``<`` in a string reads the same."""
    return re.sub(r"<(?=/script|!--)", r"\\u003c", text, flags=re.IGNORECASE)


def _without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/\n?", "", css, flags=re.DOTALL)
