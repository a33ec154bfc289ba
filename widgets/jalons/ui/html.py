"""The one place where text becomes HTML: whatever is not already :class:`Safe` is escaped.

Knows no widget and no word.
"""

from __future__ import annotations

import html

_VOID = {"br", "hr", "img", "input"}


class Safe(str):
    """HTML made here; it is not escaped a second time."""


def escape(value: object) -> Safe:
    """Return ``value`` as text that is safe inside an element or a quoted attribute.

    Examples
    --------
    >>> escape("Profs & <élèves>")
    'Profs &amp; &lt;élèves&gt;'
    """
    return value if isinstance(value, Safe) else Safe(html.escape(str(value), quote=True))


def tag(name: str, *children: object, **attributes: object) -> Safe:
    """Return one element; ``None`` and ``False`` attributes are left out.

    Names that Python does not allow are written with underscores: ``class_``, ``aria_label``.

    Examples
    --------
    >>> tag("a", "2 < 3", href="/?a=1&b=2", class_="j-action", hidden=False)
    '<a href="/?a=1&amp;b=2" class="j-action">2 &lt; 3</a>'
    """
    pairs = [
        f" {key.rstrip('_').replace('_', '-')}" + ("" if value is True else f'="{escape(value)}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    ]
    opening = f"<{name}{''.join(pairs)}>"
    if name in _VOID:
        return Safe(opening)
    return Safe(f"{opening}{''.join(escape(child) for child in children)}</{name}>")


def join(parts: list[Safe]) -> Safe:
    """Return several elements as one."""
    return Safe("".join(parts))
