"""What the classes that are followed tell the steering group, as codes and numbers. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jalons.support.domain import FINAL, FIRST_WISH, POURSUITE, REASONED, ClassYear
from jalons.support.groups import purpose_of
from jalons.support.standing import TERMINALE, advice, class_indicators


def class_facts(years: tuple[ClassYear, ...]) -> dict[str, Mapping[str, Any]]:
    """Code → values of what pupils' decisions tell; a code without a fact is left out.

    What becomes of pupils after the year and who drops out are not in a class's tables: nobody is
    told anything about them.
    """
    pupils = [pupil for year in years for pupil in year.pupils]
    if not pupils:
        return {}
    total = len(pupils)
    studying = [p for p in pupils if purpose_of(p) == POURSUITE]
    terminale = [pupil for year in years if year.level == TERMINALE for pupil in year.pupils]
    facts: dict[str, Mapping[str, Any]] = {
        "dialogue": {"done": sum(FIRST_WISH in p.decisions for p in pupils), "total": total},
        "consolidation": {
            "done": sum(p.consolidation is not None for p in terminale),
            "total": len(terminale),
        },
        "immersions": {
            "done": sum(bool(p.immersions) for p in studying),
            "total": len(studying),
        },
        "transition": {
            "done": sum(bool(p.workshops or p.immersions or p.interviews) for p in pupils),
            "total": total,
        },
    }
    asked = [(p, y) for y in years for p in y.pupils for _ in y.council_before_last()]
    if asked:
        said = sum(c in p.decisions for y in years for p in y.pupils
                   for c in y.council_before_last())  # fmt: skip
        facts["councils"] = {"done": said, "total": len(asked)}
    advised = [p for p in pupils if advice(p) == POURSUITE]
    if any(advice(p) for p in pupils):
        chosen = sum(FINAL in p.decisions and p.decisions[FINAL].finality == POURSUITE
                     for p in advised)  # fmt: skip
        facts["opinions"] = {"advised": len(advised), "chosen": chosen, "total": total}
    shares = class_indicators(years)
    finals = [p for p in pupils if FINAL in p.decisions]
    for code, share, others in (
        ("recommendations", "recommandation_suivie", (REASONED, "T2", "S1", "T1")),
        ("changes", "changement_parcours", (FIRST_WISH,)),
    ):
        if share in shares:
            both = sum(any(step in p.decisions for step in others) for p in finals)
            facts[code] = {"done": round(shares[share] * both / 100), "total": both}
    return facts
