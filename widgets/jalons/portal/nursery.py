"""The process kernels are forked from: what every page imports is imported once, here.

A kernel forked from it answers in a fraction of the second and a half that a fresh interpreter
needs, and shares its memory until it changes it. It reads one JSON line for each kernel wanted
(``argv``, ``env``, ``cwd``), answers with its ``pid``, and ends when its input does; its kernels
notice and end too. It must never start a thread: only a process with one thread forks safely.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

import ipywidgets
from jupyter_client.localinterfaces import local_ips

import jalons
from jalons.i18n import LANGUAGES, parse_all

COMMON = (
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "IPython.core.logger",
    "psutil",
    "tornado.platform.asyncio",
    "frontmatter",
    "sqlalchemy.dialects.sqlite",
    "ipywidgets",
    "anywidget",
)
# What a page imports to be shown: the rooms that features share, and each feature's view. Engines
# stay out (OR-Tools starts threads): solving comes later, if at all.
SHARED = {"data", "i18n", "school", "schoolyear", "ui", "workspace"}


def _of_pages(name: str) -> bool:
    _, room, *rest = name.split(".")
    return room in SHARED or room in ("apps", "home") or rest == ["view"]


def preload() -> None:
    """Import what pages import: Jupyter's side, and ours but for what few pages run."""
    # Nobody debugs a page, and the debugger is half of what a kernel imports.
    sys.modules["debugpy"] = None  # type: ignore[assignment]
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # numpy, where a page needs it, starts no thread here
    ours = (module.name for module in pkgutil.walk_packages(jalons.__path__, "jalons."))
    for name in (*COMMON, *filter(_of_pages, ours)):
        with suppress(Exception):  # what cannot be imported says so when its page is opened
            importlib.import_module(name)
    for lang in LANGUAGES:
        parse_all(lang)  # once for all kernels
    local_ips()  # looks at the network cards, once for all kernels


def become_kernel(argv: list[str], env: dict[str, str], cwd: str, parent: int) -> None:
    """Turn this process, just forked, into a kernel; returns when the kernel ends."""
    os.setsid()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with Path(os.devnull).open() as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)  # the pipe that answers the portal belongs to the parent
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    from ipykernel.kernelapp import IPKernelApp

    app = IPKernelApp.instance()
    app.initialize([*argv, f"--IPKernelApp.parent_handle={parent}"])  # type: ignore[no-untyped-call]
    # ipywidgets does this when a kernel imports it; here it was imported before the kernel was.
    ipywidgets.register_comm_target(app.kernel)
    app.start()  # type: ignore[no-untyped-call]


def main() -> None:
    preload()
    gc.freeze()  # what is shared with the kernels stays shared
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the portal's business
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a kernel that ended is forgotten at once
    parent = os.getpid()
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            become_kernel(**json.loads(line), parent=parent)
            os._exit(0)
        print(json.dumps({"pid": pid}), flush=True)


if __name__ == "__main__":
    main()
