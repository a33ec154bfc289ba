"""Voilà, set up as our portal: what it serves, to whom, and how it starts and stops.

The routes are listed here one by one, so that nothing else can be opened: no file tree, no
contents, no foreign extension. Reads no configuration file of the machine.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import shutil
import signal
import tempfile
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import jinja2
import tornado.web
from jupyter_server.auth.identity import IdentityProvider
from jupyter_server.base.handlers import FileFindHandler
from jupyter_server.services.contents.largefilemanager import LargeFileManager
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.httpserver import HTTPServer
from traitlets import Dict, Unicode
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.paths import collect_static_paths
from voila.shutdown_kernel_handler import VoilaShutdownKernelHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from jalons.i18n import Translator
from jalons.portal import handlers, kernels, shell
from jalons.portal.address import NoPortError, lan_ip, listen
from jalons.resources import NOTEBOOKS

KERNEL_ID = r"(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)"
EVERYWHERE, HERE = "0.0.0.0", "127.0.0.1"

# A closed tab says goodbye and its kernel stops at once. A tab that could not (a phone, a crash,
# a closed laptop) leaves a kernel that nobody listens to: it is kept this long, in seconds.
FORGOTTEN_AFTER_S = 15 * 60

# A UNIX socket's path has 107 characters on Linux, 103 on macOS; Jupyter adds 51 to its folder.
SHORT_PATH = 50

GOODBYE_S = 1.0

# What the page loads beside Voilà itself. Everything else a machine may have installed stays out.
EXTENSIONS = [
    "@jupyter-widgets/jupyterlab-manager",
    "@voila-dashboards/widgets-manager8",
    "anywidget",
]


def configuration() -> Config:
    return Config(
        {
            "VoilaConfiguration": {
                "template": "jalons",
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "extension_allowlist": EXTENSIONS,
                "show_tracebacks": False,
                "kernel_spec_manager_class": "jalons.portal.kernels.OwnKernels",
            },
            "MappingKernelManager": {
                "cull_idle_timeout": FORGOTTEN_AFTER_S,
                "cull_interval": 60,
                "cull_connected": False,
            },
            "KernelManager": {"shutdown_wait_time": 2.0},
            "VoilaExecutor": {"startup_timeout": 30},
            # A kernel that starts again has forgotten its page: the page says that it is lost.
            "KernelRestarter": {"restart_limit": 0},
            # A download of several megabytes is no accident here.
            "ZMQChannelsWebsocketConnection": {"limit_rate": False},
        }
    )


class KeyIdentity(IdentityProvider):
    """One key for everybody: shown once in the address, then kept in a cookie."""

    cookie_options = Dict({"samesite": "Lax"})

    def get_handlers(self) -> list[tuple[str, object]]:
        return []  # no login nor logout page: the key is the login


class OwnNotebooks(LargeFileManager):
    """The kit's own notebooks: whether this machine trusts them is not a question."""

    def mark_trusted_cells(self, nb: Any, path: str = "") -> None:
        return None


class Portal(Voila):  # type: ignore[misc]
    """Voilà without its tree, its themes, its configuration files and its command line."""

    lang = Unicode("fr")

    def prepare(self) -> None:
        self._init_asyncio_patch()
        self.voila_configuration = VoilaConfiguration(parent=self)
        self.setup_template_dirs()

    def setup_template_dirs(self) -> None:
        self.template_paths = [str(shell.TEMPLATE)]
        self.static_paths = collect_static_paths(["voila", "nbconvert"], "lab")

    def init_settings(self) -> dict[str, Any]:
        settings = cast(dict[str, Any], super().init_settings())
        pages = jinja2.Environment(loader=jinja2.FileSystemLoader(shell.TEMPLATE), autoescape=True)
        pages.globals["shell"] = shell.context(self.lang)
        settings.update(
            contents_manager=OwnNotebooks(parent=self),
            jinja2_env=pages,
            jalons_lang=self.lang,
            login_url="/",
            default_handler_class=handlers.NotFound,
        )
        return settings

    def init_handlers(self) -> list[Any]:
        page = {
            "voila_configuration": self.voila_configuration,
            "template_paths": self.template_paths,
            "config": self.config,
        }
        return [
            (r"/", handlers.Page, page),
            (r"/voila/render/([a-z_]+)\.ipynb", handlers.Page, page),
            (rf"{shell.STATIC_URL}(.+)", handlers.OwnFile),
            (r"/favicon.ico", tornado.web.RedirectHandler, {"url": shell.static_url("icon.svg")}),
            (rf"/api/kernels/{KERNEL_ID}", KernelHandler),
            (rf"/api/kernels/{KERNEL_ID}/channels", VoilaKernelWebsocketHandler),
            (r"/voila/api/shutdown/(.*)", VoilaShutdownKernelHandler),
            (rf"{handlers.VOILA_STATIC}/(.*)", handlers.VoilaFile, {"paths": self.static_paths}),
            (
                r"/voila/labextensions/(.*)",
                FileFindHandler,
                {"path": self.labextensions_path, "no_cache_paths": []},
            ),
        ]

    async def open(self, port: int, ip: str) -> int:
        """Start listening; return the port."""
        self.connection_dir = tempfile.mkdtemp(prefix="jalons_")
        # Thirty tabs opened at once compete for the same few TCP ports, and some lose; files of
        # ours they cannot. The path of such a file may not be long, and Windows has none.
        if os.name == "posix" and len(self.connection_dir) < SHORT_PATH:
            self.config.KernelManager.transport = "ipc"
        # Kernels know nothing of what this person's IPython runs at start-up.
        os.environ["IPYTHONDIR"] = str(Path(self.connection_dir) / "ipython")
        self.nursery = kernels.Nursery()
        kernels.register(self.nursery)
        self.app = tornado.web.Application(**self.init_settings())
        self.app.add_handlers(".*$", self.init_handlers())
        bound, port = listen(port, ip)
        await self.nursery.open(dict(os.environ))
        self.server = HTTPServer(self.app)
        self.server.add_socket(bound)
        return port

    async def close(self) -> None:
        """Stop listening, stop every kernel, leave no file behind."""
        self.server.stop()
        manager = self.kernel_manager
        ends = [manager.shutdown_kernel(kernel) for kernel in manager.list_kernel_ids()]
        # One that was just ending by itself is no reason to leave the others.
        await asyncio.gather(*ends, return_exceptions=True)
        await self.nursery.close()  # and with it those that were only starting
        with suppress(TimeoutError):  # a page half-way through does not keep the rest from ending
            await asyncio.wait_for(self.server.close_all_connections(), GOODBYE_S)
        shutil.rmtree(self.connection_dir, ignore_errors=True)


def _until_told_to_stop() -> asyncio.Event:
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop.set))
    return stop


def _say(sentence: str) -> None:
    print(sentence, flush=True)


def _announce(wanted: int, port: int, lan: bool, token: str, words: Translator) -> str:
    """Print where the portal is; return the address for this machine."""
    address = f"http://{HERE}:{port}/?token={token}"
    if wanted not in (0, port):
        _say(words("portal-port-taken", wanted=str(wanted), port=str(port)))
    _say(words("portal-address", address=address))
    if lan:
        _say(words("portal-lan", address=f"http://{lan_ip()}:{port}/?token={token}"))
        _say(words("portal-lan-warning"))
    _say(words("portal-stop"))
    return address


async def _serve(portal: Portal, port: int, open_browser: bool, lan: bool) -> None:
    words = Translator(portal.lang)
    stop = _until_told_to_stop()
    listening = await portal.open(port, EVERYWHERE if lan else HERE)
    address = _announce(port, listening, lan, portal.token, words)
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    await stop.wait()
    logging.disable(logging.WARNING)  # what libraries say about being stopped helps nobody
    await portal.close()
    _say(words("portal-stopped"))


def run(port: int, open_browser: bool, lan: bool, lang: str, notebooks: Path = NOTEBOOKS) -> int:
    """Serve until told to stop; see :func:`jalons.portal.serve`."""
    os.environ.pop("JUPYTER_TOKEN", None)
    # tornado would print addresses, and with them the key, for each page that is refused
    for name in ("tornado.access", "tornado.general"):
        logging.getLogger(name).setLevel(logging.ERROR)
    # The instance, so that every part of Jupyter logs where the portal does.
    portal = Portal.instance(
        config=configuration(),
        root_dir=str(notebooks),
        token=secrets.token_urlsafe(24),
        identity_provider_class=KeyIdentity,
        log_level=logging.WARNING,
        lang=Translator(lang).lang,
    )
    portal.prepare()
    try:
        asyncio.run(_serve(portal, port, open_browser, lan))
    except NoPortError as error:
        _say(Translator(lang)("portal-no-port", first=str(error.first), last=str(error.last)))
        return 2
    return 0
