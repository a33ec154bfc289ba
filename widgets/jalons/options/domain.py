"""Words of the trade for Explorer: training, link, profile, option. Data only, no rule.

Knows no file, no sentence and no language: codes inside, words outside.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """Where the pupil is."""

    CAP1 = "CAP1"
    CAP2 = "CAP2"
    PRO2 = "2PRO"
    PRO1 = "1PRO"
    PRO_LAST = "TPRO"
    HOLDER = "titulaire"

    @property
    def final(self) -> bool:
        """Last year, or the diploma is there: what comes next is for this year."""
        return self in (Level.CAP2, Level.PRO_LAST, Level.HOLDER)


class Diploma(StrEnum):
    CAP = "CAP"
    BAC_PRO = "BAC_PRO"


class Mention(StrEnum):
    TB = "TB"
    B = "B"
    AB = "AB"
    NONE = "none"


class Opinion(StrEnum):
    """What the class council said of the wish for a BTS."""

    FAVORABLE = "favorable"
    RESERVED = "reserve"
    NONE = "none"


class Kind(StrEnum):
    """Kinds of options; the last two are listed apart, as ``others``."""

    BAC_PRO_1RE = "BAC_PRO_1RE"
    CS = "CS"
    FCIL = "FCIL"
    BMA = "BMA"
    BP = "BP"
    BTM = "BTM"
    BTS = "BTS"
    BUT = "BUT"
    LICENCE = "LICENCE"
    CLASSE_PASSERELLE = "CLASSE_PASSERELLE"
    CAP_CONNEXE = "CAP_CONNEXE"
    APPRENTISSAGE = "APPRENTISSAGE"
    AMBITION_EMPLOI = "AMBITION_EMPLOI"
    EMPLOI = "EMPLOI"
    DIPLOME_ETAT = "DIPLOME_ETAT"
    TITRE_PRO = "TITRE_PRO"


OTHERS = (Kind.DIPLOME_ETAT, Kind.TITRE_PRO)


class Basis(StrEnum):
    """By what an option is entered, from the surest to the least sure."""

    DE_DROIT = "de_droit"
    SUR_DEMANDE = "sur_demande"
    AVIS = "avis"
    DOSSIER = "dossier"
    CONTRAT = "contrat"
    PARCOURSUP = "parcoursup"


class Closeness(StrEnum):
    """How near an option is to the pupil's speciality."""

    SUITE = "suite"
    PROCHE = "proche"
    ANY = "any"


@dataclass(frozen=True)
class Training:
    """A diploma of one speciality, as in ``datasets/diplomas.csv``.

    Parameters
    ----------
    code : str
        Eight digits for the diplomas of the national list, a word for the others (``BUT-…``).
    type : str
        ``CAP`` ``CAPA`` ``BAC_PRO`` ``BMA`` ``BP`` ``CS`` ``BTS`` ``BTSA`` ``BUT`` ``DNMADE``
        ``DE``.
    level : int
        Level of the national framework: 3 (CAP), 4 (bac), 5 (BTS), 6 (licence).
    years : int
        Usual length, in years.
    group : str
        Three digits of the NSF, the national list of fields; the first two are the domain.
    last_session : int or None
        Last exam; None while it lasts.
    """

    code: str
    type: str
    title: str
    short: str
    other_names: tuple[str, ...]
    level: int
    years: int
    family: str
    group: str
    jobs: tuple[str, ...]
    first_session: int | None
    last_session: int | None
    replaced_by: str
    former_codes: tuple[str, ...]
    ministry: str
    source: str
    year: int

    @property
    def in_force(self) -> bool:
        return self.last_session is None


@dataclass(frozen=True)
class Link:
    """One diploma goes on to another, and why; ``rank`` 1 is what comes to mind first."""

    origin: str
    target: str
    closeness: Closeness
    rank: int
    reasons: tuple[str, ...]
    source: str
    year: int


class Situation(NamedTuple):
    """All that the rules of admission look at. None: not known."""

    level: Level
    diploma: Diploma
    mention: Mention | None = None
    opinion: Opinion | None = None
    admitted_bts: bool | None = None

    def asked(self) -> Situation:
        """What the rules ask: mention, opinion and answer of the BTS once the bac pro is near."""
        if self.diploma is Diploma.BAC_PRO and self.level.final:
            return self
        return Situation(self.level, self.diploma)


@dataclass(frozen=True)
class Wishes:
    """What the pupil would like; it sorts the options and never hides one."""

    max_years: float | None = None
    apprenticeship: bool | None = None


@dataclass(frozen=True)
class Profile:
    """A pupil as the engine sees one.

    ``replaced`` is the older name their diploma was given by; ``variants`` are the other options
    of the diploma that the name given covers too (``MCV``); ``set_aside`` the answers that do not
    count yet (a mention in seconde).
    """

    situation: Situation
    training: Training
    academy: str | None = None
    wishes: Wishes = field(default_factory=Wishes)
    replaced: str = ""
    set_aside: tuple[str, ...] = ()
    variants: tuple[Training, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """A figure with its credentials.

    Parameters
    ----------
    id : str
        ``emploi_12m`` ``emploi_24m`` ``poursuite`` ``part_bac_pro`` ``rang_bac_pro`` ``places`` …
    value : float
        In ``unit``.
    n : int or None
        Head-count or number of records behind it, as ``n_of`` says; None for a count of places.
    n_of : str
        What ``n`` counts.
    year, scope, source : str
    label : str
        ``haut`` ``plutot_haut`` ``plutot_bas`` ``bas`` among trainings of the same type; or empty.
    measured_as : str
        The title in the file where it is another one: an older diploma, a common first year.
    """

    id: str
    value: float
    unit: str
    n: int | None
    n_of: str
    year: str
    scope: str
    source: str
    label: str = ""
    measured_as: str = ""


@dataclass(frozen=True)
class Option:
    """One thing the pupil can do next.

    ``rules`` are the ways in, the surest first; ``training`` is None for an option that is the
    same for everybody (FCIL, licence, job …).
    """

    kind: Kind
    training: Training | None
    years: float
    closeness: Closeness
    rules: tuple[str, ...]
    rank: int = 0
    reasons: tuple[str, ...] = ()
    unmet_wishes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """One step of a path, and what it leaves in hand if the next one fails."""

    kind: Kind
    training: Training | None
    years: float
    rule: str


@dataclass(frozen=True)
class Path:
    """A way of several steps, for a purpose: shortest, highest, safest, apprenticeship."""

    purpose: str
    steps: tuple[Step, ...]

    @property
    def years(self) -> float:
        return sum(step.years for step in self.steps)


@dataclass(frozen=True)
class Answer:
    """Everything Explorer says to one profile."""

    profile: Profile
    options: tuple[Option, ...]
    others: tuple[Option, ...]
    closed: tuple[tuple[Kind, str], ...]
    paths: tuple[Path, ...]
