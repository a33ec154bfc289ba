"""A command called in a way that it does not know: what is wrong in words, and where its help is.

The command-line library words these in English only; what it says of a call is read from the
error's attributes, never from its sentence.
"""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

from jalons.cli.terminal import WRONG, print_json, say, translator

if TYPE_CHECKING:
    from typer.exceptions import TyperException


def answer_call(error: TyperException) -> int:
    """Say it (with ``--json`` as JSON too) and give the exit code."""
    if type(error).__name__ == "NoArgsIsHelpError":  # nothing was asked: its message is the help
        say(error.message)
        return WRONG
    t = translator()
    parameter, option = getattr(error, "param", None), getattr(error, "option_name", None)
    context = getattr(error, "ctx", None)
    if parameter is not None:
        kind = "value" if error.message else "missing"
        what = t(f"cli-call-{kind}", name=parameter.get_error_hint().strip("'"))
    elif option is not None:
        kind = "option" if hasattr(error, "possibilities") else "empty"
        what = t(f"cli-call-{kind}", name=option)
    else:
        what = t("cli-call-unknown", call=shlex.join(("jalons", *sys.argv[1:])))
    command = context.command_path if context is not None else "jalons"
    sentence = f"{what} {t('cli-call-help', command=command)}"
    if "--json" in sys.argv:
        print_json({"errors": [{"message": sentence}]})
    say(sentence)
    return WRONG
