"""Words in French and English, read from the Fluent files beside this one.

``fr/*.ftl`` and ``en/*.ftl`` hold the same message names (a test compares them). Code carries
codes, a view or the command line asks here for the words. Knows no feature.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.syntax.ast import Message

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
HERE = Path(__file__).parent
ENTRY = re.compile(r"^([A-Za-z][\w-]*) *=", re.MULTILINE)


class MissingMessageError(KeyError):
    """A message that no Fluent file of the language defines."""


@cache
def _sources(lang: str) -> dict[str, str]:
    """Every message of a language as it is written, by its name."""
    found: dict[str, str] = {}
    for path in sorted((HERE / lang).glob("*.ftl")):
        _, *entries = ENTRY.split(path.read_text(encoding="utf-8"))
        for name, rest in zip(entries[::2], entries[1::2], strict=True):
            found.setdefault(name, f"{name} ={rest}")
    return found


@cache
def _bundle(lang: str) -> FluentBundle:
    from fluent.runtime import FluentBundle

    return FluentBundle([lang], use_isolating=False)


def _known(lang: str, key: str) -> FluentBundle | None:
    """The messages of a language with ``key`` among them; each is parsed when first asked for."""
    from fluent.runtime import FluentResource

    bundle = _bundle(lang)
    if not bundle.has_message(key):
        bundle.add_resource(FluentResource(_sources(lang).get(key, "")))
    return bundle if bundle.has_message(key) else None


def parse_all(lang: str) -> None:
    """Parse every message now: for a process that others are copied from."""
    for key in _sources(lang):
        _known(lang, key)


class Translator:
    """The words of one language.

    Parameters
    ----------
    lang : str
        ``"fr"`` or ``"en"``; anything else gives French.

    Examples
    --------
    >>> Translator("en")("language-name")
    'English'
    """

    def __init__(self, lang: str | None = DEFAULT) -> None:
        self.lang = lang if lang in LANGUAGES else DEFAULT

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the message ``key`` with ``values`` filled in.

        Raises
        ------
        MissingMessageError
            The language has no such message, or the message lacks one of its values.
        """
        bundle = _known(self.lang, key)
        pattern = bundle.get_message(key).value if bundle is not None else None
        if bundle is None or pattern is None:
            raise MissingMessageError(f"{self.lang}: no message {key!r}")
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise MissingMessageError(f"{self.lang}: {key!r}: {errors[0]}")
        return str(text)

    def has(self, key: str) -> bool:
        return _known(self.lang, key) is not None


def templates(lang: str, beginnings: tuple[str, ...]) -> dict[str, str]:
    """Return the messages whose names begin so, with their variables left in as ``{name}``.

    For a page that has no Fluent. Messages that choose between forms cannot be written this way.

    Raises
    ------
    MissingMessageError
        One of the messages is more than text and variables.
    """
    from fluent.syntax import FluentParser
    from fluent.syntax.ast import Message

    found = {}
    for name, source in _sources(lang).items():
        if name.startswith(beginnings):
            entry = FluentParser().parse_entry(source)
            if isinstance(entry, Message):
                found[name] = _template(entry, lang)
    return found


def _template(message: Message, lang: str) -> str:
    from fluent.syntax.ast import StringLiteral, TextElement, VariableReference

    parts = []
    for element in message.value.elements if message.value else ():
        inside = element if isinstance(element, TextElement) else element.expression
        if isinstance(inside, TextElement | StringLiteral):
            parts.append(inside.value)
        elif isinstance(inside, VariableReference):
            parts.append(f"{{{inside.id.name}}}")
        else:
            raise MissingMessageError(f"{lang}: {message.id.name!r} chooses between forms")
    return "".join(parts)
