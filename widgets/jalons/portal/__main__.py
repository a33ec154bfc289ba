"""``python -m jalons.portal``: the portal alone, for tests and for the curious."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from jalons.portal import serve


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m jalons.portal", description=serve.__doc__)
    parser.add_argument("--port", type=int, default=None)
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--lan", action="store_true")
    parser.add_argument("--lang", choices=("fr", "en"), default="fr")
    parser.add_argument("--notebooks", type=Path, default=None)
    options = parser.parse_args()
    show = not options.no_browser
    return serve(options.port, show, options.lan, options.lang, options.notebooks)


if __name__ == "__main__":
    sys.exit(main())
