"""Figures for an option: what became of others, with year, scope, head-count and source.

Reads ``datasets/option_figures.csv``, ``option_figures_regions.csv`` and ``academies.csv`` once.
What fewer than 20 stand behind is never shown. Continuation is a share of final-year pupils,
employment a share of leavers: no sum of the two is made here, nor can be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from statistics import quantiles

from jalons.options.catalogue import Catalogue, plain
from jalons.options.catalogue import load as load_catalogue
from jalons.options.domain import Indicator, Kind, Option, Profile
from jalons.resources import DATASETS
from jalons.schoolyear.tables import Row, read_rows

LEAST = 20
LABELS = ("bas", "plutot_bas", "plutot_haut", "haut")
# Shares that are compared with those of the other diplomas of the same type.
COMPARED = ("emploi_12m", "emploi_24m", "poursuite", "part_bac_pro")
FIGURES = ("code", "indicateur", "valeur", "unite", "n", "n_de", "perimetre", "formation", "source")
REGIONS = ("code", "region", "formation", "n", "n_emploi", "poursuite", "emploi_12m", "emploi_24m")
ACADEMIES = ("academie", "region", "source")
UNITS = {"poursuite": "pct_eleves", "emploi_12m": "pct_sortants", "emploi_24m": "pct_sortants"}
# The survey of the Céreq tells two kinds of field apart: the second digit group of the NSF.
INDUSTRIAL = "2"


@dataclass(frozen=True)
class Figures:
    """Figures by diploma code; by (diploma code, region); regions by academy."""

    national: Mapping[str, tuple[Indicator, ...]]
    regional: Mapping[tuple[str, str], tuple[Indicator, ...]]
    regions: Mapping[str, str]

    def region(self, academy: str | None) -> str | None:
        """The region of an academy as it is typed; None: none of that name."""
        return self.regions.get(plain(academy)) if academy else None


def indicators(option: Option, profile: Profile, figures: Figures) -> tuple[Indicator, ...]:
    """Return the figures of an option: of its diploma, or of the pupil's own for a job.

    Those of the pupil's region take the place of the national ones where they exist.
    """
    return tuple(
        shown
        for code in _codes(option, profile)
        for shown in _here(code, figures, figures.region(profile.academy))
        if shown.n is None or shown.n >= LEAST
    )


def _codes(option: Option, profile: Profile) -> tuple[str, ...]:
    own, diploma = profile.training, profile.situation.diploma.value
    if option.kind is Kind.EMPLOI:
        field = "industriel" if own.group.startswith(INDUSTRIAL) else "tertiaire"
        return own.code, diploma, f"{diploma}.{field}"
    if option.training:
        whole = (option.kind.value,) if option.kind in (Kind.BTS, Kind.BUT) else ()
        return option.training.code, *whole
    return (option.kind.value,)


def _here(code: str, figures: Figures, region: str | None) -> Iterable[Indicator]:
    local = {i.id: i for i in figures.regional.get((code, region or ""), ())}
    return (local.get(i.id, i) for i in figures.national.get(code, ()))


@cache
def load(folder: Path = DATASETS) -> Figures:
    """Read the figures and say where each stands among diplomas of the same type."""
    catalogue = load_catalogue(folder)
    names = {row.text("region") for row in read_rows(folder / "academies.csv", ACADEMIES)}
    regions = {plain(name): name for name in names}
    national: dict[str, list[Indicator]] = defaultdict(list)
    for row in read_rows(folder / "option_figures.csv", FIGURES):
        national[row.text("code")].append(_figure(row))
    bounds = _bounds(national, catalogue)

    def labelled(code: str, found: Iterable[Indicator]) -> tuple[Indicator, ...]:
        training = catalogue.trainings.get(code)
        if training is None:
            return tuple(found)
        kind, title = training.type, plain(training.title)
        return tuple(
            replace(
                i,
                label=_label(i.value, bounds[kind, i.id]) if (kind, i.id) in bounds else "",
                measured_as="" if plain(i.measured_as) == title else i.measured_as,
            )
            for i in found
        )

    regional: dict[tuple[str, str], tuple[Indicator, ...]] = {}
    for row in read_rows(folder / "option_figures_regions.csv", REGIONS):
        region = regions.get(plain(row.text("region"))) or row.refuse("region", "une région")
        regional[row.text("code"), region] = tuple(_regional(row, region))
    of_academy = {
        plain(row.text("academie")): row.text("region")
        for row in read_rows(folder / "academies.csv", ACADEMIES)
    }
    return Figures(
        {code: labelled(code, found) for code, found in national.items()},
        {(code, place): labelled(code, found) for (code, place), found in regional.items()},
        of_academy,
    )


def _bounds(
    national: Mapping[str, list[Indicator]], catalogue: Catalogue
) -> dict[tuple[str, str], list[float]]:
    """The three quartiles of each compared share, by type of diploma."""
    values: dict[tuple[str, str], list[float]] = defaultdict(list)
    for code, found in national.items():
        if code in catalogue.trainings:
            for i in found:
                if i.id in COMPARED:
                    values[catalogue.trainings[code].type, i.id].append(i.value)
    return {key: quantiles(known, n=4) for key, known in values.items() if len(known) >= LEAST}


def _label(value: float, bounds: list[float]) -> str:
    return LABELS[sum(value >= bound for bound in bounds)]


def _figure(row: Row) -> Indicator:
    return Indicator(
        id=row.text("indicateur"),
        value=row.number_in("valeur"),
        unit=row.text("unite"),
        n=int(row.number_in("n")) if row.cells["n"] else None,
        n_of=row.cells["n_de"],
        year=row.text("annee"),
        scope=row.text("perimetre"),
        source=row.text("source"),
        measured_as=row.cells["formation"],
    )


def _regional(row: Row, region: str) -> Iterable[Indicator]:
    for name, unit in UNITS.items():
        if row.cells[name]:
            yield Indicator(
                id=name,
                value=row.number_in(name),
                unit=unit,
                n=int(row.number_in("n" if name == "poursuite" else "n_emploi")),
                n_of="releves",
                year=row.text("annee"),
                scope=region,
                source=row.text("source"),
                measured_as=row.text("formation"),
            )
