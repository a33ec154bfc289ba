"""What answers a browser: a page, one of our files, a sentence when something is missing.

Knows Voilà's renderer and the shell's words; knows no feature.
"""

from __future__ import annotations

import gzip
import mimetypes
import os
from functools import lru_cache
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode

import nbformat
import tornado.web
from jupyter_server.auth.decorator import allow_unauthenticated
from tornado.iostream import StreamClosedError
from voila._version import __version__ as voila_version
from voila.handler import BaseVoilaHandler
from voila.notebook_renderer import NotebookRenderer
from voila.static_file_handler import MultiStaticFileHandler
from voila.utils import get_page_config

from jalons import pages
from jalons.i18n import DEFAULT, LANGUAGES
from jalons.portal import shell

LANG_COOKIE = "jalons-lang"
HIDDEN_TAG = "hide"
A_YEAR_S = 365 * 24 * 3600
LASTING = f"public, max-age={A_YEAR_S}, immutable"
# Voilà's own scripts have no stamp in their names: the version in their address stands for it.
VOILA_STATIC = f"/voila/static/{voila_version}"
NO_FORMULAS = ["@jupyterlab/mathjax-extension", "@jupyterlab/mathjax2-extension"]


class _Spoken(BaseVoilaHandler):  # type: ignore[misc]
    """A handler that knows the reader's language and says errors as sentences."""

    def initialize(self, **kwargs: Any) -> None:
        super().initialize(voila_configuration=kwargs.get("voila_configuration"))
        self.options = kwargs

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(self.request.query, keep_blank_values=True)

    @property
    def lang(self) -> str:
        chosen = dict(self.query).get("lang") or self.get_cookie(LANG_COOKIE)
        default = str(self.settings.get("jalons_lang", DEFAULT))
        return chosen if chosen in LANGUAGES else default

    @property
    def content_security_policy(self) -> str:
        return shell.content_policy(self.request.host)

    def get_login_url(self) -> str:
        raise tornado.web.HTTPError(403)

    def remember_language(self) -> None:
        chosen = dict(self.query).get("lang")
        if chosen in LANGUAGES:
            self.set_cookie(LANG_COOKIE, chosen, expires_days=365, samesite="Lax")

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        self.remember_language()
        known = status_code if status_code in (403, 404) else 500
        template = self.settings["jinja2_env"].get_template("error.html")
        context = shell.context(self.lang, (), "", self.request.path, self.query)
        kept = [pair for pair in self.query if pair[0] != "token"]
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(template.render(shell=context, status=known, kept=kept))


class NotFound(_Spoken):
    """Any address that is not a page."""

    @allow_unauthenticated
    def get(self, *_: str) -> None:
        raise tornado.web.HTTPError(404)


class Page(_Spoken):
    """One dashboard: the shell at once, then its notebook as the kernel runs it."""

    @tornado.web.authenticated
    async def get(self, page: str = pages.HOME) -> None:
        if "token" in dict(self.query):
            self._redirect_without_key()
            return
        if page not in self._there:
            raise tornado.web.HTTPError(404)
        self._prepare_answer()
        renderer = await self._renderer(page)
        kernel_id = await self.kernel_manager.start_kernel(
            kernel_name=renderer.notebook.metadata.kernelspec.name, path="", env=self._environment()
        )
        try:
            await self._send(renderer, kernel_id)
        except StreamClosedError:  # the tab was closed while its page was on the way
            await self.kernel_manager.shutdown_kernel(kernel_id)

    @property
    def _there(self) -> tuple[str, ...]:
        return pages.available(Path(self.contents_manager.root_dir))

    def _redirect_without_key(self) -> None:
        kept = [pair for pair in self.query if pair[0] != "token"]
        self.redirect(self.request.path + (f"?{urlencode(kept)}" if kept else ""))

    def _prepare_answer(self) -> None:
        self.remember_language()
        # Reading the token sets its cookie, without which a closing tab cannot stop its kernel.
        _ = self.xsrf_token
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")

    async def _renderer(self, page: str) -> NotebookRenderer:
        renderer = NotebookRenderer(
            request_handler=self,
            voila_configuration=self.voila_configuration,
            traitlet_config=self.options["config"],
            notebook_path=f"{page}.ipynb",
            template_paths=self.options["template_paths"],
            config_manager=self.config_manager,
            contents_manager=self.contents_manager,
            base_url=self.base_url,
            kernel_spec_manager=self.kernel_spec_manager,
            page_config=self._page_config(),
        )
        await renderer.initialize()
        notebook = renderer.notebook
        notebook.cells = [cell for cell in notebook.cells if _shown(cell, self.lang)]
        notebook.metadata["shell"] = shell.context(
            self.lang, self._there, page, self.request.path, self.query
        )
        return renderer

    def _page_config(self) -> dict[str, Any]:
        config = cast(
            dict[str, Any],
            get_page_config(
                base_url=self.base_url,
                settings=self.settings,
                log=self.log,
                voila_configuration=self.voila_configuration,
            ),
        )
        # Whatever this machine's JupyterLab has switched off must not switch off our pages;
        # no page of ours has formulas.
        config["disabledExtensions"] = NO_FORMULAS
        config["fullStaticUrl"] = VOILA_STATIC
        return config

    def _environment(self) -> dict[str, str]:
        """What the kernel may know about the request: never the key."""
        query = [pair for pair in self.query if pair[0] != "lang"]
        return {
            **os.environ,
            "QUERY_STRING": urlencode([*query, ("lang", self.lang)]),
            "SCRIPT_NAME": self.request.path,
            "SERVER_SOFTWARE": f"voila/{voila_version}",
        }

    async def _send(self, renderer: NotebookRenderer, kernel_id: str) -> None:
        kernel = self.kernel_manager.get_kernel(kernel_id)
        renderer.notebook.metadata["kernel_id"] = kernel_id
        try:
            async for snippet, _ in renderer.generate_content_generator(kernel_id, kernel):
                self.write(snippet)
                await self.flush()
        except StreamClosedError:
            raise
        except Exception:
            self.log.exception("page %s stopped half-way", self.request.path)
            self.finish('<script src="' + shell.static_url("failed.js") + '"></script>')


def _shown(cell: nbformat.NotebookNode, lang: str) -> bool:
    """Tell whether a cell belongs on the page, in this language."""
    tags = cell.metadata.get("tags", [])
    if HIDDEN_TAG in tags:
        return False
    if cell.cell_type == "markdown" and cell.source.startswith("# "):
        return False  # the shell shows the title
    other = {f"lang-{code}" for code in LANGUAGES if code != lang}
    return not other.intersection(tags)


@lru_cache(maxsize=32)
def _compressed(name: str, version: str) -> bytes:
    return gzip.compress(shell.static_files()[name].read_bytes(), 6)


class OwnFile(tornado.web.RequestHandler):
    """A style, script or picture of ours; public, cached by the browser, compressed once."""

    def get(self, name: str) -> None:
        path = shell.static_files().get(name)
        if path is None:
            raise tornado.web.HTTPError(404)
        current = shell.static_url(name).partition("?v=")[2]
        asked = self.get_query_argument("v", "")
        self.set_header("Content-Type", mimetypes.guess_type(name)[0] or "application/octet-stream")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", LASTING if asked == current else "no-cache")
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.finish(_compressed(name, current))
        else:
            self.finish(path.read_bytes())


class VoilaFile(MultiStaticFileHandler):  # type: ignore[misc]
    """A script of Voilà itself."""

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", LASTING)
