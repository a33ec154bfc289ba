"""Words in French and English, read from the Fluent files beside this one.

``fr/*.ftl`` and ``en/*.ftl`` hold the same message names (a test compares them). Code carries
codes, a view or the command line asks here for the words. Knows no feature.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

LANGUAGES = ("fr", "en")
DEFAULT = "fr"
HERE = Path(__file__).parent


class MissingMessageError(KeyError):
    """A message that no Fluent file of the language defines."""


@cache
def _bundle(lang: str) -> FluentBundle:
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([lang], use_isolating=False)
    for path in sorted((HERE / lang).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


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
        bundle = _bundle(self.lang)
        pattern = bundle.get_message(key).value if bundle.has_message(key) else None
        if pattern is None:
            raise MissingMessageError(f"{self.lang}: no message {key!r}")
        text, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise MissingMessageError(f"{self.lang}: {key!r}: {errors[0]}")
        return str(text)

    def has(self, key: str) -> bool:
        return bool(_bundle(self.lang).has_message(key))
