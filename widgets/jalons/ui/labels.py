"""The words of a widget of ours, fetched by name from whoever has words."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def labels(words: Callable[[str], str], prefix: str, names: Iterable[str]) -> dict[str, str]:
    """Return the label of each name, read as the message ``prefix-name``.

    Examples
    --------
    >>> labels({"ui-job-stop": "Arrêter"}.__getitem__, "ui-job", ["stop"])
    {'stop': 'Arrêter'}
    """
    return {name: words(f"{prefix}-{name.replace('_', '-')}") for name in names}
