"""The lycées and the CIO of the official directory: name, town, academy, what they have.

Reads ``fr-en-annuaire-education`` and copies of it. Neither telephone nor e-mail address is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jalons.data import registry
from jalons.data.official import Cells, Reading, read


@dataclass(frozen=True, slots=True)
class School:
    """One lycée, or one CIO. What the directory does not say is None (yes or no) or empty."""

    uai: str
    name: str
    town: str
    postcode: str
    department: str
    academy: str
    public: bool | None
    vocational: bool | None
    apprenticeship: bool | None
    boarding: bool | None
    after_bac: bool | None
    latitude: float | None
    longitude: float | None
    site: str = ""
    guidance: bool = False
    """Whether it is a CIO."""


def read_schools(path: Path | str) -> Reading[School]:
    """Read the directory: the lycées and the CIO, and which rows were left out.

    Raises
    ------
    InputError
        With everything that makes the file unusable.
    """
    return read(path, registry.load()["annuaire"], _school)


def _school(cells: Cells) -> School | None:
    kind = cells["type_etablissement"].casefold()
    guidance = "orientation" in kind
    if "lyc" not in kind and not guidance:
        return None
    sector = cells["statut_public_prive"].casefold()
    return School(
        cells["identifiant_de_l_etablissement"],
        cells["nom_etablissement"],
        cells["nom_commune"],
        cells["code_postal"],
        cells["libelle_departement"],
        cells["libelle_academie"],
        sector == "public" if sector else None,
        cells["voie_professionnelle"],
        cells["apprentissage"],
        cells["hebergement"],
        cells["post_bac"],
        cells["latitude"],
        cells["longitude"],
        cells.get("web", ""),
        guidance,
    )
