"""Where each programme of the lycées is taught, from the Onisep file of training actions.

School status only: Onisep has not published apprenticeships there since September 2022. Licence
ODbL: what is shown from it names Onisep.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jalons.data import registry
from jalons.data.official import Cells, Reading, read


@dataclass(frozen=True, slots=True)
class Taught:
    """One programme in one place. ``years`` is in words (``2 ans``), as Onisep writes it."""

    programme: str
    kind: str
    years: str
    school: str
    uai: str
    sector: str
    town: str
    academy: str
    page: str


def read_taught(path: Path | str) -> Reading[Taught]:
    """Read the file: programmes with their places, and which rows were left out.

    Raises
    ------
    InputError
        With everything that makes the file unusable.
    """
    return read(path, registry.load()["onisep"], _taught)


def _taught(cells: Cells) -> Taught:
    return Taught(
        cells["Formation (FOR) libellé"],
        cells["FOR type"],
        cells["AF durée cycle standard"],
        cells["Lieu d'enseignement (ENS) libellé"],
        cells["ENS code UAI"],
        cells["ENS statut"],
        cells["ENS commune"],
        cells["ENS académie"],
        cells["FOR URL et ID Onisep"],
    )
