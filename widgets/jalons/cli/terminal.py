"""What every command needs at a terminal: words, output, and how wrong input is answered.

Exit codes: 0 done; 2 the input is wrong (one sentence a problem on the error output); 3 done in
part. Knows no command.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from jalons.i18n import Translator

DONE, WRONG, IN_PART = 0, 2, 3

AsJson = Annotated[bool, typer.Option("--json", help="Résultat en JSON sur la sortie standard.")]


def group(help_text: str) -> typer.Typer:
    """A group of commands (``jalons plan …``)."""
    return typer.Typer(help=help_text, no_args_is_help=True, rich_markup_mode=None)


def translator() -> Translator:
    """Words in the language of ``JALONS_LANG``: ``fr`` (default) or ``en``."""
    from jalons.i18n import Translator

    return Translator(os.environ.get("JALONS_LANG", "fr")[:2])


def say(text: str) -> None:
    typer.echo(text, err=True)


def print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def input_problems(as_json: bool) -> Iterator[None]:
    """Turn what is wrong with an input into sentences and exit code 2."""
    from jalons.problems import InputError

    try:
        yield
    except InputError as error:
        t = translator()
        if as_json:
            print_json({"errors": [problem.as_json(t) for problem in error.problems]})
        say(error.text(t))
        raise typer.Exit(WRONG) from None
    except OSError as error:
        refuse(file_trouble(error), as_json)


def file_trouble(error: OSError) -> str:
    """What the system refused, in the reader's words; its own where we have none."""
    t, file = translator(), str(error.filename or "")
    if isinstance(error, IsADirectoryError):
        return t("cli-is-folder", file=file)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return t("cli-no-file", file=file)
    if isinstance(error, PermissionError):
        return t("cli-no-permission", file=file)
    if error.errno == errno.ENOSPC:
        return t("cli-disk-full")
    return t("cli-file-trouble", file=file, detail=error.strerror or str(error))


def refuse(sentence: str, as_json: bool = False) -> NoReturn:
    if as_json:
        print_json({"errors": [{"message": sentence}]})
    say(sentence)
    raise typer.Exit(WRONG)


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; an error names it, not its unfinished part."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not path.absolute().parent.is_dir():
        refuse(translator()("cli-no-folder", folder=str(path.parent)))
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        part.unlink(missing_ok=True)
