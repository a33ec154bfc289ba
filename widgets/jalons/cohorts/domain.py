"""Where cohorts go: the chain, the scenario, its levers, and what comes out. Frozen values only.

A chain in words: each school year every person in a state moves to one state of the next year
(which may be the same). A :class:`Row` says with which shares. Knows no file, no word, no array:
``scenario`` reads, ``chain`` compiles to arrays, ``project`` and ``simulate`` compute.

Two denominators
----------------
*Still studying* is counted per pupil of the final year, *employed* per leaver (DEPP, InserJeunes).
A row holds both as they are published, and they never meet: ``pupils`` are shares of everyone in
the state, ``leavers`` are shares of those whom ``pupils`` leaves over::

    share of the state that goes to k  =  pupils[k] + (1 - sum(pupils)) * leavers[k]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

EVERYONE = ""
"""The group name of a row, stock or entry that holds for all groups."""

SUM_TOLERANCE = 1e-9
"""How far a row may be from 1: rounding of the machine, not of a published table."""

MOST_HEADS = 100_000_000
"""Most persons of a scenario, all years together: more than France has inhabitants is a slip."""

MOST_DRAWS = 100_000
MOST_YEARS = 100
MOST_STATES = 200

Shares = Mapping[str, float]


class Kind(StrEnum):
    """What a row holds."""

    MARKOV = "markov"
    """Shares of the persons in a state; they sum to 1."""

    RATIOS = "progression-ratios"
    """Ratios of stocks (next year's stock to this year's); may exceed 1, need not sum to 1."""


@dataclass(frozen=True)
class Row:
    """Where the persons of one state go.

    Parameters
    ----------
    state : str
        The state they are in.
    pupils : mapping of state to share
        Shares of everyone in ``state``.
    leavers : mapping of state to share
        Shares of those ``pupils`` leaves over; they sum to 1. Empty: ``pupils`` sums to 1.
    group : str
        The group this row is for; ``EVERYONE`` for all of them.
    pupils_n, leavers_n : float, optional
        Persons observed behind each part: how sure the shares are. None: taken as certain, except
        ``leavers_n`` beside a ``pupils_n``: then those who left among the observed.
    """

    state: str
    pupils: Shares
    leavers: Shares = field(default_factory=dict)
    group: str = EVERYONE
    pupils_n: float | None = None
    leavers_n: float | None = None

    @property
    def shares(self) -> dict[str, float]:
        """Both parts as shares of everyone in the state."""
        left = 1.0 - sum(self.pupils.values())
        combined = dict(self.pupils)
        for state, share in self.leavers.items():
            combined[state] = combined.get(state, 0.0) + left * share
        return combined


@dataclass(frozen=True)
class Period:
    """Rows that hold from a year on, until a later period replaces them row by row."""

    from_year: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Stock:
    """Persons in a state in year 0. ``group`` EVERYONE: split by the shares of the groups."""

    state: str
    heads: int
    group: str = EVERYONE


@dataclass(frozen=True)
class Entry:
    """New entrants of a state, one number for each year after year 0 (the last one goes on)."""

    state: str
    heads: tuple[int, ...]
    group: str = EVERYONE


@dataclass(frozen=True)
class Effect:
    """What a lever does to one rate: of those who would go to ``instead_of``, some go to ``to``.

    Parameters
    ----------
    state : str
        The row that changes.
    instead_of, to : str
        The destination that loses, the one that gains.
    share : float
        Which share of the loser's flow moves when everybody has the measure, in [0, 1].
    low, high : float, optional
        Bounds offered to whom wants to try: not an interval of confidence.
    group : str
        The group concerned.
    """

    state: str
    instead_of: str
    to: str
    share: float
    low: float | None = None
    high: float | None = None
    group: str = EVERYONE


@dataclass(frozen=True)
class Lever:
    """A measure, as the catalogue knows it. Names and explanations are in ``i18n``.

    Parameters
    ----------
    id : str
    effects : tuple of Effect
    baseline : float
        Coverage the calibrated rates already contain, in [0, 1).
    default : float
        Coverage proposed when the lever is picked.
    evidence : str
        ``"documented"`` or ``"illustrative"`` in the catalogue (an illustrative size is for the
        user to set); ``"sized"`` by the user, or wholly the user's ``"own"``.
    source, year : str
        What the size leans on, and from when.
    """

    id: str
    effects: tuple[Effect, ...]
    baseline: float = 0.0
    default: float = 1.0
    evidence: str = "illustrative"
    source: str = ""
    year: str = ""


@dataclass(frozen=True)
class LeverUse:
    """A lever at work in a scenario.

    Parameters
    ----------
    lever : Lever
        From the catalogue, or spelled out in the scenario.
    coverage : float
        Share of the persons concerned who have the measure, in [baseline, 1].
    from_year : int, optional
        First year whose flows change. None: from the start.
    """

    lever: Lever
    coverage: float
    from_year: int | None = None


@dataclass(frozen=True)
class Places:
    """Places opened (or closed, when negative) in a state, a year.

    Parameters
    ----------
    state : str
        Where the places are.
    places : int
        How many a year.
    filled_from : tuple of (state, destination)
        Flows the newcomers are taken from (closed places: given back to). Empty: entrants from
        elsewhere, so ``entries`` change.
    fill : float
        Share of the opened places that find somebody, in [0, 1].
    from_year : int, optional
        First year whose flows change. None: from the start.
    """

    state: str
    places: int
    filled_from: tuple[tuple[str, str], ...] = ()
    fill: float = 1.0
    from_year: int | None = None


@dataclass(frozen=True)
class Rate:
    """One published (or assumed) figure behind a row: what it is, and how sure that is.

    ``denominator`` is ``"pupil"`` or ``"leaver"``; ``confidence`` a letter: A official file or
    page, B press or union relaying one, C computed, D assumed.
    """

    state: str
    to: str
    value: float
    denominator: str
    n: float | None
    source: str
    year: str
    confidence: str
    group: str = EVERYONE
    note: str = ""


@dataclass(frozen=True)
class Model:
    """A calibrated chain of the catalogue, what a scenario may leave out, and where it is from.

    ``groups`` empty: one group. A state that keeps everybody (``{employed: 1}``) is final.
    """

    name: str
    start_year: int
    states: tuple[str, ...]
    rows: tuple[Row, ...]
    initial: tuple[Stock, ...]
    entries: tuple[Entry, ...] = ()
    groups: Shares = field(default_factory=dict)
    rates: tuple[Rate, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """What is asked: a chain, who is in it, who enters, which levers, how many draws.

    ``groups`` empty: one group. ``periods`` are in order of year; the first begins at or before
    ``start_year`` and has a row for every state (for ratios: for those that go on).
    """

    name: str
    start_year: int
    horizon: int
    states: tuple[str, ...]
    initial: tuple[Stock, ...]
    periods: tuple[Period, ...]
    entries: tuple[Entry, ...] = ()
    groups: Shares = field(default_factory=dict)
    kind: Kind = Kind.MARKOV
    levers: tuple[LeverUse, ...] = ()
    places: tuple[Places, ...] = ()
    draws: int = 1000
    seed: int = 1
    model: str | None = None
    rates: tuple[Rate, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the stocks: ``horizon + 1`` of them."""
        return tuple(range(self.start_year, self.start_year + self.horizon + 1))

    @property
    def group_names(self) -> tuple[str, ...]:
        return tuple(self.groups) or (EVERYONE,)


@dataclass(frozen=True)
class Notice:
    """Something to know about a scenario that is computed all the same: a code and facts."""

    code: str
    facts: Mapping[str, object]


@dataclass(frozen=True)
class Flow:
    """Persons who go from one state to another between ``year`` and the next."""

    year: int
    source: str
    target: str
    expected: float
    p05: float
    p95: float


@dataclass(frozen=True)
class Figure:
    """An indicator's value with the interval nine draws in ten fall into.

    ``value`` is None where nobody is in the denominator. ``unit`` is ``"share"`` or ``"heads"``.
    """

    value: float | None
    p05: float | None
    p95: float | None
    unit: str
    source: str
    year: int


@dataclass(frozen=True)
class Bands:
    """Quantiles of the stocks, ``[years][states]``."""

    p05: tuple[tuple[float, ...], ...]
    p50: tuple[tuple[float, ...], ...]
    p95: tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Result:
    """What comes out of a scenario.

    ``bands`` holds both uncertainties together, ``sampling`` only who happens to go where when the
    rates are known, ``parameters`` only how sure the rates are. ``indicators`` are those of the
    last year of flows; ``not_available`` gives a reason code for each that cannot be had.
    """

    scenario: Scenario
    expected: tuple[tuple[float, ...], ...]
    bands: Bands
    sampling: Bands
    parameters: Bands
    flows: tuple[Flow, ...]
    absorption: Mapping[str, Shares]
    expected_years: Mapping[str, float]
    indicators: Mapping[str, Figure]
    indicators_by_year: Mapping[str, tuple[Figure, ...]]
    not_available: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
