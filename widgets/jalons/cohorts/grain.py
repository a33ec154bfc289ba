"""How large a place is. Apart, so that naming one loads nothing."""

from enum import StrEnum


class Grain(StrEnum):
    """How large a place is."""

    FRANCE = "france"
    ACADEMIE = "academie"
    ETABLISSEMENT = "etablissement"
