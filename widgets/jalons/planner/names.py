"""Names for files and addresses, made from what people call things."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """A name that every file system takes.

    Examples
    --------
    >>> slug("Lycée professionnel : l'Éole")
    'lycee-professionnel-l-eole'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-") or "jalons"
