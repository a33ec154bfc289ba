"""What became of those who left, by school: the two InserJeunes files (lycées, and CFA).

Rates are kept as published and never joined: *still studying* is a share of the final-year pupils,
*in a job* a share of those who left. An empty cell is a figure that was not published (too few
pupils), never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jalons.data import registry
from jalons.data.official import Cells, Reading, read

MONTHS = (6, 12, 18, 24)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One school (and, for a lycée, one programme) in one period.

    Parameters
    ----------
    period : str
        As written, such as ``cumul 2023-2024``.
    diploma, programme, code : str
        Kind of diploma, title and MEF code (11 signs); empty for a CFA.
    still_studying : float or None
        Percent of final-year pupils.
    employed : tuple of (float or None)
        Percent of leavers with a job 6, 12, 18 and 24 months later.
    """

    period: str
    uai: str
    school: str
    region: str
    diploma: str
    programme: str
    code: str
    still_studying: float | None
    employed: tuple[float | None, ...]


def read_outcomes(path: Path | str, code: str = "inserjeunes") -> Reading[Outcome]:
    """Read ``inserjeunes`` (lycées) or ``inserjeunes-cfa``.

    Raises
    ------
    InputError
        With everything that makes the file unusable.
    """
    return read(path, registry.load()[code], _outcome)


def _outcome(cells: Cells) -> Outcome:
    return Outcome(
        cells["annee"],
        cells["uai"],
        cells["libelle"],
        cells["region"],
        cells.get("type_diplome", ""),
        cells.get("libelle_formation", ""),
        cells.get("code_formation_mefstat11", ""),
        cells["taux_poursuite_etudes"],
        tuple(cells[f"taux_emploi_{month}_mois"] for month in MONTHS),
    )
