"""Where a class stands at each step of the year, and what its decisions tell a steering group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jalons.support.domain import FINAL, FIRST_WISH, INSERTION, REASONED, WISHES, ClassYear, Pupil

TERMINALE = "TPRO"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a class stands at a step: how many pupils have it, of how many, by finality."""

    step: str
    done: int
    total: int
    by_finality: Mapping[str, int]


def standings(year: ClassYear, steps: tuple[str, ...]) -> tuple[Standing, ...]:
    """One standing a step; councils the class has no date for are left out by the caller."""
    out = []
    for step in steps:
        made = [p.decisions[step] for p in year.pupils if step in p.decisions]
        counts = {f: sum(d.finality == f for d in made) for f in WISHES}
        out.append(Standing(step, len(made), len(year.pupils), counts))
    return tuple(out)


def class_indicators(years: tuple[ClassYear, ...]) -> dict[str, float]:
    """Indicator of self-evaluation → per cent, for those that pupils' decisions give.

    ``recommandation_suivie``: final choice equal to the last recommendation, of those who have
    both. ``changement_parcours``: final choice other than the first wish, likewise.
    ``voeux_poursuite``, ``voeux_cap``: final choices of further study, of known choices, in
    terminale and in CAP. ``consolidation_terminale``: an action linked to the consolidation path,
    of all pupils of terminale.
    """
    pupils = [pupil for year in years for pupil in year.pupils]
    finals = [(p, p.decisions[FINAL]) for p in pupils if FINAL in p.decisions]
    advised = [(advice(p), d) for p, d in finals if advice(p)]
    wished = [(p.decisions[FIRST_WISH], d) for p, d in finals if FIRST_WISH in p.decisions]
    terminale = [p for year in years if year.level == TERMINALE for p in year.pupils]
    in_cap = [p for year in years if year.level != TERMINALE for p in year.pupils]
    shares = {
        "recommandation_suivie": [a == d.finality for a, d in advised],
        "changement_parcours": [w.finality != d.finality for w, d in wished],
        "voeux_poursuite": _go_on(terminale),
        "voeux_cap": _go_on(in_cap),
        "consolidation_terminale": [p.consolidation is not None for p in terminale],
    }
    return {name: 100 * sum(hits) / len(hits) for name, hits in shares.items() if hits}


def _go_on(pupils: Iterable[Pupil]) -> list[bool]:
    """For each known final choice, whether it is further study."""
    choices = (p.decisions.get(FINAL) for p in pupils)
    return [choice.finality != INSERTION for choice in choices if choice is not None]


def advice(pupil: Pupil) -> str | None:
    """The finality that the last council to speak recommended."""
    for step in (REASONED, "T2", "S1", "T1"):
        if step in pupil.decisions:
            return pupil.decisions[step].finality
    return None
