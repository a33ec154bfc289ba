"""What is late for a pupil, each as one rule; where a class stands as a whole.

A rule takes the pupil, the class and the day, and yields what is late with the facts of a
sentence. The steps are those of Éduscol, « Le parcours personnalisé en terminale professionnelle »
(December 2025); where the text sets no day, the day is ours and the rule says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jalons.schoolyear.regulation import regulation
from jalons.support.domain import (
    FINAL,
    FINALITIES,
    FIRST_WISH,
    INSERTION,
    REASONED,
    Agreement,
    ClassYear,
    Pupil,
)

SOON = timedelta(days=14)  # ours: an agreement is looked for two weeks before its placement
ATTESTATION_DAYS = 7  # ours: a week after the end
WORKSHOPS = "avenirpro_ateliers"


@dataclass(frozen=True, slots=True)
class Late:
    """Something that should be there: the rule's code, since when, and the facts of a sentence."""

    code: str
    since: date
    facts: Mapping[str, Any] = field(default_factory=dict)


Rule = Callable[[Pupil, ClassYear, date], Iterator[Late]]


def presentation(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """One of the first sessions presents the path: ours, before the first council."""
    first = min(year.councils.values(), default=None)
    if pupil.presented is None and first is not None and first <= today:
        yield Late("presentation", first)


def first_wish(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """The dialogue sheet comes before the first council that recommends."""
    days = [year.councils[period] for period in year.council_before_last()]
    if days and min(days) <= today and FIRST_WISH not in pupil.decisions:
        yield Late("first_wish", min(days))


def recommendations(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """The councils of terms 1 and 2, or of semester 1, recommend."""
    for period in year.council_before_last():
        if year.councils[period] <= today and period not in pupil.decisions:
            yield Late("recommendation", year.councils[period], {"period": period})


def reasoned(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """The last council gives a recommendation with its reasons."""
    last = year.last_council()
    given = pupil.decisions.get(REASONED)
    if last is not None and last <= today and given is None:
        yield Late("reasoned", last)
    if given is not None and given.on <= today and not given.reason.strip():
        yield Late("reasoned_without_reason", given.on)


def final_choice(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """The family chooses before the block begins."""
    begin = block_begin(year)
    if begin is not None and begin <= today and FINAL not in pupil.decisions:
        yield Late("final", begin)


def agreements(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """Every placement has its agreement: signed by all, with a referent teacher, then attested."""
    for first, last in _placements(pupil, year):
        covered = any(a.first <= last and first <= a.last for a in pupil.agreements)
        if not covered and first - SOON <= today:
            yield Late("no_agreement", first, {"first": first, "last": last})
    for agreement in pupil.agreements:
        yield from _agreement(agreement, pupil, today)


def _placements(pupil: Pupil, year: ClassYear) -> Iterator[tuple[date, date]]:
    """The class's PFMP, and the block of those who prepare for work."""
    yield from year.placements
    choice = pupil.decisions.get(FINAL)
    if choice is not None and choice.finality == INSERTION:
        for monday in year.blocks.get(INSERTION, ()):
            yield monday, monday + timedelta(days=4)


def _agreement(agreement: Agreement, pupil: Pupil, today: date) -> Iterator[Late]:
    facts = {"company": agreement.company, "first": agreement.first, "last": agreement.last}
    missing = sorted(needed_signatures(agreement, pupil) - agreement.signed)
    if agreement.first - SOON <= today:
        if missing:
            yield Late("not_signed", agreement.first, {**facts, "missing": missing})
        if not agreement.teacher:
            yield Late("no_teacher", agreement.first, facts)
    due = agreement.last + timedelta(days=ATTESTATION_DAYS)
    if due <= today and agreement.attested is None:
        yield Late("not_attested", due, facts)


def needed_signatures(agreement: Agreement, pupil: Pupil) -> frozenset[str]:
    """School, company and pupil; for a minor, the legal representative instead of the pupil."""
    minor = pupil.minor_on(agreement.first)
    return frozenset({"school", "company", "representative" if minor else "pupil"})


def immersions(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """An immersion lasts a week at most (``immersion_semaines_max``)."""
    rule = regulation(year.year).get("immersion_semaines_max", year.level)
    most = int(rule.value) if rule is not None else 1  # type: ignore[arg-type]
    for immersion in pupil.immersions:
        if (immersion.last - immersion.first).days >= 7 * most:
            facts = {"place": immersion.place, "weeks": most}
            yield Late("immersion_too_long", immersion.first, facts)


def avenirpro(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """Workshops and an interview for those who prepare for work: ours, by the last council."""
    last = year.last_council()
    latest = pupil.latest()
    if last is None or last > today or latest is None or latest.finality != INSERTION:
        return
    wanted = workshops_wanted(year)
    if wanted is not None and len(pupil.workshops) < wanted:
        yield Late("workshops", last, {"done": len(pupil.workshops), "wanted": wanted})
    if pupil.interview is None:
        yield Late("interview", last)


def workshops_wanted(year: ClassYear) -> int | None:
    rule = regulation(year.year).get(WORKSHOPS, year.level)
    return int(rule.value) if rule is not None else None  # type: ignore[arg-type]


RULES: tuple[Rule, ...] = (
    presentation,
    first_wish,
    recommendations,
    reasoned,
    final_choice,
    agreements,
    immersions,
    avenirpro,
)


def late(pupil: Pupil, year: ClassYear, today: date) -> tuple[Late, ...]:
    """Everything that is late for a pupil, the oldest first."""
    found = [one for rule in RULES for one in rule(pupil, year, today)]
    return tuple(sorted(found, key=lambda one: one.since))


def block_begin(year: ClassYear) -> date | None:
    """The first day of the block: the weeks chosen, else the first day of regulation."""
    chosen = [monday for mondays in year.blocks.values() for monday in mondays]
    if chosen:
        return min(chosen)
    dated = regulation(year.year).get("bloc_debut", year.level)
    return dated.value if dated is not None and isinstance(dated.value, date) else None


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
        counts = {f: sum(d.finality == f for d in made) for f in (*FINALITIES, "hesite")}
        out.append(Standing(step, len(made), len(year.pupils), counts))
    return tuple(out)


def class_indicators(years: tuple[ClassYear, ...]) -> dict[str, float]:
    """Indicator of self-evaluation → per cent, for those that pupils' decisions give.

    ``recommandation_suivie``: final choice equal to the last recommendation, of those who have
    both. ``changement_parcours``: final choice other than the first wish, likewise.
    ``voeux_poursuite``: final choices of further study, of known choices.
    ``consolidation_terminale``: an action linked to the consolidation path, of all pupils.
    """
    pupils = [pupil for year in years for pupil in year.pupils]
    finals = [(p, p.decisions[FINAL]) for p in pupils if FINAL in p.decisions]
    advised = [(_advice(p), d) for p, d in finals if _advice(p)]
    wished = [(p.decisions[FIRST_WISH], d) for p, d in finals if FIRST_WISH in p.decisions]
    shares = {
        "recommandation_suivie": [a == d.finality for a, d in advised],
        "changement_parcours": [w.finality != d.finality for w, d in wished],
        "voeux_poursuite": [d.finality != INSERTION for _, d in finals],
        "consolidation_terminale": [p.consolidation is not None for p in pupils],
    }
    return {name: 100 * sum(hits) / len(hits) for name, hits in shares.items() if hits}


def _advice(pupil: Pupil) -> str | None:
    """The finality that the last council to speak recommended."""
    for step in (REASONED, "T2", "S1", "T1"):
        if step in pupil.decisions:
            return pupil.decisions[step].finality
    return None
