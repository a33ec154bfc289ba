"""The pages of the kit: their codes, in the order of the menu, and which of them exist.

A page exists when its notebook does. Knows no word and no widget.
"""

from __future__ import annotations

from pathlib import Path

from jalons.resources import NOTEBOOKS

HOME = "accueil"
PAGES = (HOME, "planifier", "simuler", "explorer", "accompagner", "piloter")


def available(folder: Path = NOTEBOOKS) -> tuple[str, ...]:
    """Return the codes of the pages whose notebook lies in ``folder``, in menu order."""
    return tuple(page for page in PAGES if (folder / f"{page}.ipynb").is_file())


def address(page: str, **query: str) -> str:
    """Return the path of a page on the portal.

    Examples
    --------
    >>> address("planifier", exemple="2026-2027")
    '/voila/render/planifier.ipynb?exemple=2026-2027'
    """
    tail = "&".join(f"{name}={value}" for name, value in query.items())
    return f"/voila/render/{page}.ipynb" + (f"?{tail}" if tail else "")
