"""``jalons classe``: Explorer as one file for pupils, or shown on the school's network."""

from __future__ import annotations

import tempfile
import webbrowser
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jalons.cli.terminal import input_problems, refuse, say, translator, write

if TYPE_CHECKING:
    from jalons.i18n import Translator
    from jalons.portal.one_page import OnePage

PORT = 8700
POSTER = """<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<style>body {{ font-family: system-ui, sans-serif; text-align: center; margin: 3vmin; color: #1d2733; background: #fff; }}
h1 {{ font-size: 5vmin; margin: 0 0 2vmin; }} p {{ font-size: 3vmin; margin: 1vmin; }}
svg {{ width: 62vmin; height: 62vmin; }} .address {{ font-size: 5vmin; font-weight: 700; }}</style></head>
<body><h1>{title}</h1>{code}<p class="address">{address}</p><p>{how}</p></body></html>
"""  # noqa: E501

Output = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="PAGE.html", help="La page à écrire.")
]
Serve = Annotated[
    bool, typer.Option("--serve", help="Montrer la page sur le réseau de l'établissement.")
]
Near = Annotated[
    str | None,
    typer.Option(
        "--near",
        metavar="LIEU",
        help="Y mettre les lieux d'une académie ou d'un département (fichiers de « jalons data »).",
    ),
]
Port = Annotated[int, typer.Option(help="Port voulu ; pris, le suivant qui est libre.")]
Browser = Annotated[bool, typer.Option(help="Afficher l'adresse et le code QR en grand.")]
Force = Annotated[bool, typer.Option("--force", help="Remplacer le fichier s'il existe.")]


def classe(
    output: Output = None,
    near: Near = None,
    serve: Serve = False,
    port: Port = PORT,
    browser: Browser = True,
    force: Force = False,
) -> None:
    """Écrire la page Explorer en un seul fichier, ou la montrer à la classe sur le réseau."""
    t = translator()
    if output is None and not serve:
        refuse(t("classe-where"))
    if output is not None and output.suffix.lower() not in (".html", ".htm"):
        refuse(t("classe-html", file=str(output)))
    if output is not None and output.exists() and not force:
        refuse(t("cli-exists", file=str(output)))
    with input_problems(as_json=False):
        page = _page(t, near)
    if output is not None:
        with input_problems(as_json=False):
            write(output, page.encode())
        say(t("cli-written", file=str(output)))
    if serve:
        _show(page, port, browser, t)


def _page(t: Translator, near: str | None) -> str:
    from jalons.data.shelf import folder
    from jalons.options.class_page import class_page
    from jalons.options.codec import load_shelf
    from jalons.options.loaded import packed_around

    shelf, around = load_shelf(), b""
    if near is not None:
        around, problems = packed_around(shelf, near)
        for problem in problems:
            say(problem.sentence(t))
        if not around:
            refuse(t("classe-no-places", folder=str(folder())))
    return class_page(shelf, datetime.now().astimezone().date(), t.lang, around)


def _show(page: str, port: int, browser: bool, t: Translator) -> None:
    """Serve until somebody presses Ctrl+C."""
    from jalons.portal.address import NoPortError, lan_ip
    from jalons.portal.one_page import OnePage, loopback_only

    ip = lan_ip()
    try:
        server = OnePage(page, ip, port)
    except NoPortError as error:
        refuse(t("classe-no-port", first=str(error.first), last=str(error.last)))
    if loopback_only(ip):
        say(t("classe-alone"))
    address = f"http://{ip}:{server.port}/"
    with tempfile.TemporaryDirectory() as folder:
        _tell(address, Path(folder) if browser else None, t)
        _until_stopped(server)
    say(t("classe-stopped"))


def _tell(address: str, folder: Path | None, t: Translator) -> None:
    import segno

    code = segno.make(address, micro=False)
    typer.echo(t("classe-address", address=address))
    code.terminal(compact=True)
    typer.echo(t("classe-only"))
    if folder is not None:
        poster = folder / "adresse.html"
        picture = code.svg_inline(scale=10, omitsize=True)
        words = {"title": t("explorer-page-title"), "how": t("classe-poster"), "address": address}
        poster.write_text(
            POSTER.format(lang=t.lang, code=picture, **{k: escape(v) for k, v in words.items()}),
            encoding="utf-8",
        )
        webbrowser.open(poster.as_uri())


def _until_stopped(server: OnePage) -> None:
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
