"""Data and a typst template → the bytes of a PDF: same arguments, same bytes.

Data reaches the template as JSON, never as source: a class named ``#panic()`` prints so. A
template begins with ``#import "/printing/look.typ": *``. Knows no feature.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from jalons.i18n import Translator

ROOT = Path(__file__).parents[1]  # what a template may import from
Data = dict[str, Any]


# --- words and bytes --------------------------------------------------------------------------


def day_text(t: Translator, day: date, pattern: str) -> str:
    """A date by a pattern of CLDR; the first of a month is « 1er » in French."""
    from babel.dates import format_date

    if day.day == 1 and t.lang == "fr":
        pattern = re.sub(r"\bd\b", "d'er'", pattern)
    return str(format_date(day, pattern, locale=t.lang))


def span_text(t: Translator, first: date, last: date) -> str:
    if first == last:
        return day_text(t, first, "d MMM")
    if (first.year, first.month) == (last.year, last.month):
        return t("pdf-span-days", first=day_text(t, first, "d"), last=day_text(t, last, "d MMM"))
    return t("pdf-span", first=day_text(t, first, "d MMM"), last=day_text(t, last, "d MMM"))


def _typeset(value: Any) -> Any:
    """The same data with the apostrophes and the unbreakable spaces that print asks for.

    Examples
    --------
    >>> _typeset(["L'oral : c'est quand ?"])
    ['L’oral\xa0: c’est quand\u202f?']
    """
    if isinstance(value, Mapping):
        return {key: _typeset(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_typeset(item) for item in value]
    if not isinstance(value, str):
        return value
    value = re.sub(r"(?<=\w)'(?=\w)", "’", value)
    value = re.sub(r" (?=[:»])|(?<=«) ", "\N{NO-BREAK SPACE}", value)
    value = re.sub(r" (?=[;!?])", "\N{NARROW NO-BREAK SPACE}", value)
    return re.sub(r"(?<=\d) (?=h\b)|(?<= h) (?=\d\d\b)", "\N{NO-BREAK SPACE}", value)


def typeset_pdf(template: Path, data: Data, issued: date) -> bytes:
    """The PDF of a template inside this package, tagged for screen readers (PDF/UA-1).

    The fonts that come with typst write every European language; a name in another script is
    looked for in the fonts of the machine, and where none has it the standard is not claimed.
    """
    import typst

    inputs = {"data": json.dumps(_typeset(data), ensure_ascii=False, default=str)}
    moment = datetime(issued.year, issued.month, issued.day, 12, tzinfo=UTC)

    def attempt(own_fonts: bool, standards: list[Any]) -> bytes:
        return typst.compile(
            template,
            root=ROOT,
            format="pdf",
            sys_inputs=inputs,
            ignore_system_fonts=own_fonts,
            pdf_standards=standards,
            timestamp=moment,
        )

    for own_fonts in (True, False):
        try:
            return attempt(own_fonts, ["ua-1"])
        except typst.TypstError as error:
            if "could not be displayed" not in f"{error.message}{error.diagnostic}":
                raise
    return attempt(False, [])
