"""Paths of several steps from a speciality: the shortest, the highest, the safest, by contract.

Follows natural continuations only (``suite``), three diplomas at most, then the licence
professionnelle after a BTS. The first step uses the pupil's own situation; later ones assume
nothing of a mention or an opinion that nobody knows yet. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from jalons.options.catalogue import Catalogue
from jalons.options.domain import (
    Basis,
    Closeness,
    Diploma,
    Kind,
    Level,
    Path,
    Profile,
    Situation,
    Step,
    Training,
)
from jalons.options.rules import BY_ID, LICENCE_PRO, ways_in

LONGEST = 3
KINDS = {
    "BAC_PRO": (Kind.BAC_PRO_1RE, 2.0),
    "CS": (Kind.CS, 1.0),
    "BMA": (Kind.BMA, 2.0),
    "BP": (Kind.BP, 2.0),
    "BTS": (Kind.BTS, 2.0),
    "BTSA": (Kind.BTS, 2.0),
    "DNMADE": (Kind.LICENCE, 3.0),
}
RISK = {
    Basis.DE_DROIT: 0,
    Basis.SUR_DEMANDE: 1,
    Basis.AVIS: 2,
    Basis.DOSSIER: 3,
    Basis.CONTRAT: 4,
    Basis.PARCOURSUP: 4,
}
CONTRACT = {Kind.BTS: "bts-contract", Kind.BP: "bp"}


def paths(profile: Profile, catalogue: Catalogue) -> tuple[Path, ...]:
    """Return at most four paths; none where nothing continues the speciality.

    Each is another one, but for the safest, which is always named.
    """
    found = list(_walk(profile.situation, profile.training, catalogue, ()))
    if not found:
        return ()
    by_contract = [_contracts(steps) for steps in found if _height(steps) > _height(steps[:1])]
    wanted = (
        ("shortest", found, lambda s: (_years(s), -_height(s))),
        ("highest", found, lambda s: (-_height(s), _years(s))),
        ("safest", found, lambda s: (_risk(s), -_height(s), _years(s))),
        ("apprenticeship", by_contract, lambda s: (-_height(s), _years(s))),
    )
    chosen: list[Path] = []
    for purpose, among, cost in wanted:
        if among:
            best = min(among, key=cost)  # the first of equals: the order of the links
            if purpose == "safest" or all(best != path.steps for path in chosen):
                chosen.append(Path(purpose, best))
    return tuple(chosen)


def _walk(
    situation: Situation, training: Training, catalogue: Catalogue, done: tuple[Step, ...]
) -> Iterator[tuple[Step, ...]]:
    if len(done) == LONGEST:
        return
    for link in catalogue.links.get(training.code, ()):
        target = catalogue.trainings[link.target]
        if link.closeness is not Closeness.SUITE or target.type not in KINDS or not target.in_force:
            continue
        kind, years = KINDS[target.type]
        rules = ways_in(situation, kind, Closeness.SUITE)
        if not rules:
            continue
        steps = (*done, Step(kind, target, years, rules[0].id))
        yield steps
        if kind is Kind.BTS:
            yield (*steps, Step(Kind.LICENCE, None, 1.0, LICENCE_PRO.id))
        elif kind is Kind.BAC_PRO_1RE:
            later = Situation(Level.PRO_LAST, Diploma.BAC_PRO)
            yield from _walk(later, target, catalogue, steps)


def _years(steps: tuple[Step, ...]) -> float:
    return sum(step.years for step in steps)


def _height(steps: tuple[Step, ...]) -> int:
    last = steps[-1].training
    return last.level if last else 6


def _risk(steps: tuple[Step, ...]) -> int:
    return max(RISK[BY_ID[step.rule].basis] for step in steps)


def _contracts(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The same steps, each in a company: the contract is the way in."""
    return tuple(replace(step, rule=CONTRACT.get(step.kind, "apprenticeship")) for step in steps)
