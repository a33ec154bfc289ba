"""The portal: one local server that shows every dashboard, behind a key.

Voilà runs in this process with our page shell. Knows no feature: it opens notebooks.
"""

from __future__ import annotations

from pathlib import Path

from jalons.resources import NOTEBOOKS

PORT = 8866


def serve(
    port: int | None = None,
    open_browser: bool = True,
    lan: bool = False,
    lang: str = "fr",
    notebooks: Path | None = None,
) -> int:
    """Serve the dashboards until stopped (Ctrl+C or SIGTERM).

    Parameters
    ----------
    port : int, optional
        Where to listen; taken, the next free one is used and said. Default 8866; 0 picks any.
    open_browser : bool
        Open the address, key included, in the person's browser.
    lan : bool
        Listen to the whole network instead of this machine only.
    lang : str
        Language of the terminal, and of pages until somebody chooses.
    notebooks : Path, optional
        Where the dashboards lie; the kit's own by default.

    Returns
    -------
    int
        Exit code: 0 stopped on demand, 2 no port was free.
    """
    from jalons.portal.server import run  # Voilà takes a second to import

    wanted = PORT if port is None else port
    return run(wanted, open_browser, lan, lang, notebooks or NOTEBOOKS)
