"""What the page shell shows: words, menu, files, content policy. Knows no server and no kernel."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import jalons
from jalons import pages
from jalons.i18n import LANGUAGES, Translator
from jalons.resources import VOILA_TEMPLATE

STATIC_URL = "/jalons/static/"
TEMPLATE = VOILA_TEMPLATE / "jalons"
UI = Path(jalons.__file__).parent / "ui"

ERRORS = (403, 404, 500)
WORDS = (
    "brand",
    "shell-skip",
    "shell-nav",
    "shell-language",
    "shell-theme",
    "shell-theme-auto",
    "shell-theme-light",
    "shell-theme-dark",
    "shell-opening",
    "shell-slow",
    "shell-no-script",
    "shell-error",
    "shell-reconnecting",
    "shell-lost",
    "shell-reload",
    "shell-private",
    "error-key-label",
    "error-key-button",
    "error-home",
)


@cache
def static_files() -> dict[str, Path]:
    """Return every file the portal serves under ``/jalons/static/``, by name."""
    import plotly

    ours = [path for path in (TEMPLATE / "static").iterdir() if path.is_file()]
    plotly_js = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return {path.name: path for path in [*ours, UI / "tokens.css", UI / "widgets.css", plotly_js]}


def static_url(name: str) -> str:
    """Return the address of a static file; it changes when the file does, so it may be cached."""
    stat = static_files()[name].stat()
    stamp = sha256(f"{stat.st_size} {stat.st_mtime_ns}".encode()).hexdigest()[:10]
    return f"{STATIC_URL}{name}?v={stamp}"


def _error(code: int, words: Translator) -> dict[str, str]:
    return {"title": words(f"error-title-{code}"), "text": words(f"error-text-{code}")}


def menu(current: str, words: Translator, there: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return one entry for each page that is ``there``."""
    return [
        {
            "label": words(f"page-{page}-nav"),
            "href": pages.address(page),
            "current": page == current,
        }
        for page in there
    ]


def languages(lang: str, path: str, query: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """Return one link for each language, to the same page with the same query."""
    kept = [(name, value) for name, value in query if name not in ("lang", "token")]
    return [
        {
            "code": code,
            "label": Translator(code)("language-code"),
            "name": Translator(code)("language-name"),
            "href": f"{path}?{urlencode([*kept, ('lang', code)])}",
            "current": code == lang,
        }
        for code in LANGUAGES
    ]


def context(
    lang: str,
    there: tuple[str, ...] = (),
    page: str = "",
    path: str = "/",
    query: list[tuple[str, str]] | None = None,
) -> dict[str, Any]:
    """Return everything the templates need, for one page in one language."""
    words = Translator(lang)
    known = page in pages.PAGES
    return {
        "lang": words.lang,
        "page": page,
        "title": words(f"page-{page}-title") if known else "",
        "lead": words(f"page-{page}-lead") if known else "",
        "home": pages.address(pages.HOME),
        "menu": menu(page, words, there),
        "languages": languages(words.lang, path, query or []),
        "words": {key: words(key) for key in WORDS},
        "errors": {code: _error(code, words) for code in ERRORS},
        "version": words("shell-version", version=jalons.__version__),
        "files": {name: static_url(name) for name in static_files()},
    }


def content_policy(host: str) -> str:
    """Return the Content-Security-Policy of a page served from ``host`` (name and port).

    Nothing comes from, or goes to, another host. ``blob:`` scripts are the views of our own
    widgets (anywidget); inline styles are how Jupyter widgets are laid out.
    """
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' blob:",
            "style-src 'self' 'unsafe-inline' blob:",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' ws://{host} wss://{host}",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )
