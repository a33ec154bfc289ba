"""The package index: uv does not read pip's settings, so they are handed on."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname


def pip_settings(listing: str) -> dict[str, str]:
    """Read what ``pip config list`` says; the environment wins over ``install``, then global.

    Examples
    --------
    >>> pip_settings("global.cert='/a.pem'\\n:env:.index-url='file:///b'")
    {'cert': '/a.pem', 'index-url': 'file:///b'}
    """
    found: dict[str, str] = {}
    for section in ("global", "install", ":env:"):
        lines = re.findall(rf"^{section}\.([\w-]+)=('.*'|\".*\")\s*$", listing, re.MULTILINE)
        found.update({name: ast.literal_eval(value) for name, value in lines})
    return found


def reachable(places: str) -> list[str]:
    """Keep web addresses, and those folders that exist: pip skips the others, uv would stop."""
    parts = [(place, urlsplit(place)) for place in places.split()]
    return [
        place
        for place, url in parts
        if url.scheme not in ("", "file") or Path(url2pathname(url.path)).is_dir()
    ]


def index_variables(pip: Mapping[str, str], environ: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that tell uv what pip's settings say; what a person set for uv stays.

    With several indexes any of them may serve a file (as pip does): the hashes of the lock decide
    what is accepted.
    """
    wanted = {
        "UV_SYSTEM_CERTS": "true",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_DEFAULT_INDEX": pip.get("index-url", ""),
        "UV_INDEX": " ".join(reachable(pip.get("extra-index-url", ""))),
        "UV_FIND_LINKS": ",".join(reachable(pip.get("find-links", ""))),
        "UV_INSECURE_HOST": " ".join(pip.get("trusted-host", "").split()),
        "UV_NO_INDEX": "1" if pip.get("no-index", "").lower() in ("1", "true", "yes") else "",
        "SSL_CERT_FILE": pip.get("cert", ""),
        "HTTPS_PROXY": pip.get("proxy", ""),
    }
    return {name: value for name, value in wanted.items() if value and not environ.get(name)}
