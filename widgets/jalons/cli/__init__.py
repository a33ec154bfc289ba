"""The command ``jalons``: what the pages do, from a terminal or a script.

One module a group of commands; what they share is in :mod:`jalons.cli.terminal`. Nothing heavy is
imported before a command needs it.
"""

from __future__ import annotations

import signal
import sys
from io import TextIOWrapper
from typing import Annotated

import typer
from typer.exceptions import TyperException

from jalons.cli import cohorts, data, plan
from jalons.cli.allowance import allowance
from jalons.cli.calls import answer_call
from jalons.cli.classe import classe
from jalons.cli.options import options
from jalons.cli.terminal import WRONG, file_trouble, say, translator

app = typer.Typer(
    name="jalons",
    help="Jalons : planifier, simuler et explorer les parcours en lycée professionnel.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(plan.app, name="plan")
app.add_typer(cohorts.app, name="cohorts")
app.add_typer(data.app, name="data")
app.command()(allowance)
app.command()(options)
app.command()(classe)


def main() -> None:
    if isinstance(sys.stdout, TextIOWrapper):
        # A result goes to a file or a program: UTF-8 whatever the terminal of the machine speaks.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(app(prog_name="jalons", standalone_mode=False))
    except TyperException as error:
        sys.exit(answer_call(error))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except OSError as error:  # the output itself: a full disk, a terminal that is gone
        say(file_trouble(error))
        sys.exit(WRONG)


@app.command()
def serve(
    port: Annotated[
        int | None, typer.Option(help="Port voulu ; pris, le suivant qui est libre.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Ouvrir la page dans le navigateur.")] = True,
    lan: Annotated[
        bool, typer.Option("--lan", help="Ouvrir aux autres postes du réseau de l'établissement.")
    ] = False,
) -> None:
    """Ouvrir le portail de l'équipe (adresse imprimée, jeton compris)."""
    from jalons.portal import serve as serve_portal

    raise typer.Exit(serve_portal(port=port, open_browser=browser, lan=lan, lang=translator().lang))
