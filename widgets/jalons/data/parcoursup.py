"""What Parcoursup publishes of each BTS, BUT and CS: where, how many places, how many bac pros.

Reads any session with the columns of ``open_data_columns.csv``; the 2018 session has no town. Knows
no diploma of the catalogue: labels are those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from jalons.data import registry
from jalons.data.official import Cells, Reading, plain, read

KINDS = {"bts": "BTS", "btsa": "BTS", "but": "BUT"}
CS = ("mention_complementaire", "certificat_de_specialisation")
"""How the heading of a CS begins, then and now; Parcoursup counts it among *other trainings*."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A BTS, a BUT or a CS in one school, in one session of Parcoursup.

    Parameters
    ----------
    school, uai : str
        Name and code of the school; in older sessions the code may be the words
        ``identifiant obsolète``.
    town : str
        Empty where the session has none (2018).
    department, academy : str
    diploma : str
        The speciality, as the file writes it (``Comptabilité et gestion``).
    detail : str
        What tells two of the same school apart, such as an option; mostly empty.
    places : int or None
    admitted : int or None
        Who took a place, of any origin.
    admitted_from_bac, admitted_bac_pro : int or None
        Of those, who passed a bac, and a bac pro, in the same year.
    year : int
        Year of the session.
    kind : {"BTS", "BUT", "CS"}
    """

    school: str
    uai: str
    town: str
    department: str
    academy: str
    diploma: str
    detail: str
    places: int | None
    admitted: int | None
    admitted_from_bac: int | None
    admitted_bac_pro: int | None
    year: int
    kind: str = "BTS"

    @property
    def bac_pro_share(self) -> float | None:
        """Share of bac pro holders (0 to 1) in those admitted in the year of their bac.

        None when nobody was, or the file does not say. Source: columns ``acc_bp`` and
        ``acc_neobac``; the file's own percentage is this one, rounded in later sessions.
        """
        if not self.admitted_from_bac or self.admitted_bac_pro is None:
            return None
        return self.admitted_bac_pro / self.admitted_from_bac


def read_offers(path: Path | str) -> Reading[Offer]:
    """Read a file: what a bac pro mostly leads to, and which rows were left out.

    Raises
    ------
    InputError
        With everything that makes the file unusable.
    """
    return read(path, registry.load()["parcoursup"], _offer)


def offers(path: Path | str) -> tuple[Offer, ...]:
    """What :func:`read_offers` finds in a file. Raises as :func:`read_offers` does."""
    return read_offers(path).items


def near(found: Iterable[Offer], place: str) -> tuple[Offer, ...]:
    """Those in an academy, a department or a town, whatever accents and case it is written with.

    Examples
    --------
    >>> near((), "Lyon")
    ()
    """
    wanted = plain(place)
    return tuple(
        offer
        for offer in found
        if wanted and wanted in map(plain, (offer.academy, offer.department, _town(offer.town)))
    )


def _town(town: str) -> str:
    """Paris, Lyon and Marseille are written with their arrondissement."""
    words = town.split()
    while len(words) > 1 and (words[-1][0].isdigit() or plain(words[-1]) == "arrondissement"):
        words.pop()
    return " ".join(words)


def _offer(cells: Cells) -> Offer | None:
    kind = KINDS.get(plain(cells["fili"]))
    if kind is None and plain(cells.get("form_lib_voe_acc", "")).startswith(CS):
        kind = "CS"
    if kind is None:
        return None
    return Offer(
        cells["g_ea_lib_vx"],
        cells["cod_uai"],
        cells.get("ville_etab", ""),
        cells["dep_lib"],
        cells["acad_mies"],
        cells["fil_lib_voe_acc"],
        cells.get("detail_forma", ""),
        cells["capa_fin"],
        cells["acc_tot"],
        cells["acc_neobac"],
        cells["acc_bp"],
        cells["session"],
        kind,
    )
