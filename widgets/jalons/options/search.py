"""From a profile to every option: candidates by links, ways in by rules, one stable order.

Pure: takes a profile and a catalogue, reads no file, knows no word. The order is that of the
tables below, then closeness, then title, so that the same profile always gives the same list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from jalons.options.catalogue import Catalogue
from jalons.options.domain import (
    OTHERS,
    Answer,
    Closeness,
    Diploma,
    Kind,
    Level,
    Option,
    Profile,
    Situation,
    Training,
    Wishes,
)
from jalons.options.paths import paths
from jalons.options.rules import ways_in, why_closed

KIND_OF = {
    "BAC_PRO": Kind.BAC_PRO_1RE,
    "CS": Kind.CS,
    "BMA": Kind.BMA,
    "BP": Kind.BP,
    "BTS": Kind.BTS,
    "BTSA": Kind.BTS,
    "BUT": Kind.BUT,
    "DNMADE": Kind.LICENCE,
    "CAP": Kind.CAP_CONNEXE,
    "CAPA": Kind.CAP_CONNEXE,
    "DE": Kind.DIPLOME_ETAT,
}
# Years of the options that are the same for everybody.
SAME_FOR_ALL = {
    Kind.FCIL: 1.0,
    Kind.BTM: 2.0,
    Kind.LICENCE: 3.0,
    Kind.CLASSE_PASSERELLE: 1.0,
    Kind.APPRENTISSAGE: 2.0,
    Kind.AMBITION_EMPLOI: 0.33,
    Kind.EMPLOI: 0.0,
    Kind.TITRE_PRO: 1.0,
}
# From the diploma of the profile, whatever the usual length.
YEARS_FROM_HERE = {Kind.BAC_PRO_1RE: 2.0, Kind.CAP_CONNEXE: 1.0}
ORDER_AFTER_CAP = (
    Kind.BAC_PRO_1RE,
    Kind.BP,
    Kind.BMA,
    Kind.CS,
    Kind.BTM,
    Kind.APPRENTISSAGE,
    Kind.FCIL,
    Kind.CAP_CONNEXE,
    Kind.EMPLOI,
    Kind.AMBITION_EMPLOI,
)
ORDER_AFTER_BAC = (
    Kind.BAC_PRO_1RE,
    Kind.BTS,
    Kind.CS,
    Kind.APPRENTISSAGE,
    Kind.FCIL,
    Kind.BUT,
    Kind.LICENCE,
    Kind.CAP_CONNEXE,
    Kind.CLASSE_PASSERELLE,
    Kind.EMPLOI,
    Kind.AMBITION_EMPLOI,
)
ORDER_REFUSED = (
    Kind.CLASSE_PASSERELLE,
    Kind.BTS,
    Kind.CS,
    Kind.FCIL,
    Kind.APPRENTISSAGE,
    Kind.CAP_CONNEXE,
    Kind.AMBITION_EMPLOI,
    Kind.LICENCE,
    Kind.BUT,
    Kind.EMPLOI,
)
BY_CONTRACT_ONLY = (Kind.BP, Kind.BTM, Kind.APPRENTISSAGE)
NEVER_BY_CONTRACT = (Kind.FCIL, Kind.CLASSE_PASSERELLE, Kind.AMBITION_EMPLOI)
CLOSENESS = tuple(Closeness)
# CAP whose BTM is known though no BP or BMA follows: pastry, chocolate, ice cream, farriery.
CRAFTS = frozenset(("50022138", "50022141", "50022145", "50321236"))
# How the codes of BP begin that belong to no craft: process, laboratory, site machines, restaurant,
# security.
NO_CRAFT = re.compile("450201|450220|450231|450334|450344")


class Candidate(NamedTuple):
    """What could be an option, before any rule has been asked."""

    kind: Kind
    training: Training | None
    closeness: Closeness
    rank: int
    reasons: tuple[str, ...]


def explore(profile: Profile, catalogue: Catalogue) -> Answer:
    """Return every option of a profile, what is closed to it and the paths from it.

    Each option has at least one way in; none is left out because of a wish.
    """
    found = tuple(_options(profile, catalogue))
    order = order_of(profile.situation)
    options = sorted((o for o in found if o.kind not in OTHERS), key=lambda o: sort_key(o, order))
    others = sorted((o for o in found if o.kind in OTHERS), key=lambda o: sort_key(o, OTHERS))
    closed = why_closed(profile.situation)
    if profile.situation.diploma is Diploma.CAP and not is_craft(profile.training, catalogue):
        closed = (*closed, (Kind.BTM, "btm-crafts-only"))
    return Answer(profile, tuple(options), tuple(others), closed, paths(profile, catalogue))


def order_of(situation: Situation) -> tuple[Kind, ...]:
    """The order in which kinds are shown in a situation."""
    if situation.diploma is Diploma.CAP:
        return ORDER_AFTER_CAP
    return ORDER_REFUSED if situation.admitted_bts is False else ORDER_AFTER_BAC


def sort_key(option: Option, order: tuple[Kind, ...]) -> tuple[int, int, int, int]:
    """Wishes met, then kind, closeness and rank; equal keys keep the order of the catalogue."""
    return (
        len(option.unmet_wishes),
        order.index(option.kind),
        CLOSENESS.index(option.closeness),
        option.rank,
    )


def candidates(
    situation: Situation, training: Training, catalogue: Catalogue
) -> Iterator[Candidate]:
    """Yield what could be an option of a speciality, before any rule."""
    for link in catalogue.links.get(training.code, ()):
        target = catalogue.trainings[link.target]
        if target.in_force:
            yield Candidate(KIND_OF[target.type], target, link.closeness, link.rank, link.reasons)
    if situation.level is Level.PRO2:
        for rank, other in enumerate(catalogue.family(training)):
            closeness = Closeness.SUITE if other.code == training.code else Closeness.PROCHE
            yield Candidate(Kind.BAC_PRO_1RE, other, closeness, rank, ("famille",))
    for kind in SAME_FOR_ALL:
        if kind is not Kind.BTM or is_craft(training, catalogue):
            yield Candidate(kind, None, Closeness.ANY, 0, ())


def is_craft(training: Training, catalogue: Catalogue) -> bool:
    """A craft trade: its CAP goes on to the BP or BMA of a craft. The BTM exists for those only."""
    followers = (
        catalogue.trainings[link.target] for link in catalogue.links.get(training.code, ())
    )
    return training.code in CRAFTS or any(
        t.type in ("BP", "BMA") and not NO_CRAFT.match(t.code) and t.ministry != "MASA"
        for t in followers
    )


def _options(profile: Profile, catalogue: Catalogue) -> Iterator[Option]:
    situation = profile.situation
    for kind, training, closeness, rank, reasons in candidates(
        situation, profile.training, catalogue
    ):
        rules = tuple(rule.id for rule in ways_in(situation, kind, closeness))
        if rules:
            years = years_of(kind, training)
            unmet = unmet_wishes(kind, years, profile.wishes)
            yield Option(kind, training, years, closeness, rules, rank, reasons, unmet)


def years_of(kind: Kind, training: Training | None) -> float:
    """Years from the diploma of the profile to the end of the option."""
    if kind in YEARS_FROM_HERE:
        return YEARS_FROM_HERE[kind]
    return float(training.years) if training else SAME_FOR_ALL[kind]


def unmet_wishes(kind: Kind, years: float, wishes: Wishes) -> tuple[str, ...]:
    """The wishes that an option does not meet; a job meets them all."""
    unmet = []
    if wishes.max_years is not None and years > wishes.max_years:
        unmet.append("duree_max")
    if wishes.apprenticeship is True and kind in NEVER_BY_CONTRACT:
        unmet.append("apprentissage")
    if wishes.apprenticeship is False and kind in BY_CONTRACT_ONLY:
        unmet.append("apprentissage")
    return tuple(unmet)
