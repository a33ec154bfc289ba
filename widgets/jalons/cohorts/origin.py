"""Whose pupils a page simulates: France, an academy, one's own school, or a scenario file.

An :class:`Origin` is what a person chose, as text that can be kept; :func:`opened` makes of it the
scenario "as today", without levers of the page. Knows no widget and no word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from jalons.cohorts.catalogue import load_model
from jalons.cohorts.domain import Entry, LeverUse, Model, Period, Places, Scenario
from jalons.cohorts.fit import Ratio
from jalons.cohorts.lever_table import load_levers
from jalons.cohorts.local import academies, academy_heads, academy_ratios, local_model
from jalons.cohorts.scenario import scenario_from
from jalons.cohorts.school_counts import Cells, SchoolCounts, mixed_ratios, read_counts
from jalons.problems import InputError, Problem

NATION = "voie-pro"
HORIZONS = (3, 4, 5, 6, 8, 10)
HEADS_YEAR = 2021
"""September of the academies' head-counts in ``datasets/models``."""

ACCENTS = {
    "BESANCON": "Besançon",
    "CRETEIL": "Créteil",
    "LA REUNION": "La Réunion",
    "NOUVELLE CALEDONIE": "Nouvelle-Calédonie",
    "ORLEANS-TOURS": "Orléans-Tours",
    "POLYNESIE FRANCAISE": "Polynésie française",
    "ST PIERRE ET MIQUELON": "Saint-Pierre-et-Miquelon",
    "WALLIS ET FUTUNA": "Wallis-et-Futuna",
}


class Kind(StrEnum):
    FRANCE = "france"
    ACADEMY = "academie"
    SCHOOL = "lycee"
    FILE = "fichier"


@dataclass(frozen=True)
class Origin:
    """What was chosen.

    Parameters
    ----------
    kind : Kind
    academy : str
        As the official file writes it; for a school, its own (empty: not said).
    heads, passages : rows of text
        The school's tables, as typed.
    file, text : str
        Name and content of a scenario file.
    """

    kind: Kind = Kind.FRANCE
    academy: str = ""
    heads: Cells = ()
    passages: Cells = ()
    file: str = ""
    text: str = ""


@dataclass(frozen=True)
class Opened:
    """The scenario as today, and what came with it.

    ``ratios`` and ``counts`` are a school's or an academy's; ``levers`` and ``places`` what a
    scenario file sets.
    """

    today: Scenario
    ratios: Mapping[str, Ratio] = field(default_factory=dict)
    counts: SchoolCounts | None = None
    levers: tuple[LeverUse, ...] = ()
    places: tuple[Places, ...] = ()


def academy_name(academy: str) -> str:
    """The name as people write it.

    Examples
    --------
    >>> academy_name("AIX-MARSEILLE"), academy_name("CRETEIL")
    ('Aix-Marseille', 'Créteil')
    """
    return ACCENTS.get(academy, academy.title())


def opened(origin: Origin, horizon: int) -> Opened:
    """Make the scenario of an origin.

    Raises
    ------
    InputError
        The tables or the file are wrong, or no academy is chosen.
    """
    if origin.kind is Kind.FILE:
        return _of_file(origin)
    nation = load_model(NATION)
    if origin.kind is Kind.FRANCE:
        return Opened(scenario_of(nation, horizon, nation.name))
    if origin.kind is Kind.ACADEMY:
        if origin.academy not in academies():
            raise InputError((Problem("origin_no_academy", value=origin.academy or None),))
        ratios = academy_ratios(origin.academy)
        heads = academy_heads(origin.academy)
        year = HEADS_YEAR
        name = academy_name(origin.academy)
        model = local_model(nation, ratios, heads, name, year)
        return Opened(scenario_of(model, horizon), ratios)
    counts = read_counts(origin.heads, origin.passages)
    ratios = mixed_ratios(counts, origin.academy)
    model = local_model(nation, ratios, counts.heads, Kind.SCHOOL.value, counts.year)
    return Opened(scenario_of(model, horizon), ratios, counts)


def scenario_of(model: Model, horizon: int, known_as: str | None = None) -> Scenario:
    """A model as a scenario without levers; ``known_as`` its name in the catalogue, if any."""
    return Scenario(
        name=model.name,
        start_year=model.start_year,
        horizon=horizon,
        states=model.states,
        initial=model.initial,
        periods=(Period(model.start_year, model.rows),),
        entries=tuple(
            Entry(e.state, (e.heads + e.heads[-1:] * horizon)[:horizon], e.group)
            for e in model.entries
        ),
        groups=model.groups,
        model=known_as,
        rates=model.rates,
    )


def _of_file(origin: Origin) -> Opened:
    data = origin.text.encode()
    found = scenario_from(data, origin.file, load_model, load_levers())
    today = replace(found, levers=(), places=())
    return Opened(today, levers=found.levers, places=found.places)
