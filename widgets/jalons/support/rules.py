"""What is late for a pupil, each as one rule.

A rule takes the pupil, the class and the day, and yields what is late with the facts of a
sentence. The steps are those of Éduscol, « Le parcours personnalisé en terminale professionnelle »
(December 2025); where the text sets no day, the day is ours and the rule says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from jalons.schoolyear.regulation import known_regulation
from jalons.support.domain import (
    CERTIFICATE,
    FINAL,
    FIRST_WISH,
    INSERTION,
    METHODS,
    POURSUITE,
    REASONED,
    REINFORCEMENT,
    Agreement,
    ClassYear,
    Pupil,
    spans,
)
from jalons.support.groups import needs_of

SOON = timedelta(days=14)  # ours: an agreement is looked for two weeks before its placement
ATTESTATION_DAYS = 7  # ours: a week after the end
RESULT_DAYS = 14  # ours: two weeks after the end of what prepares a certificate
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
    """The class's PFMP, and the block of those who prepare for work.

    The block may hold days back at school: weeks in a row need one agreement, not one each.
    """
    yield from year.placements
    if pupil.chose(INSERTION):
        yield from spans(year.blocks.get(INSERTION, ()))


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
    """School, company and pupil; for a minor, the legal representative instead of the pupil.

    Where nobody knows how old the pupil is, either of the two will do.
    """
    minor = pupil.minor_on(agreement.first)
    if minor is None:
        minor = agreement.signed & {"pupil", "representative"} == {"representative"}
    return frozenset({"school", "company", "representative" if minor else "pupil"})


def immersions(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """An immersion lasts a week at most (``immersion_semaines_max``)."""
    rule = known_regulation(year.year).get("immersion_semaines_max", year.level)
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
    if not pupil.interviews:
        yield Late("interview", last)


def further_study(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """The block of those who go on studying holds activities and stays, no paid placement."""
    if not pupil.chose(POURSUITE) or pupil.decisions[FINAL].on > today:
        return
    done = [(a.first, a.last) for a in pupil.activities]
    done += [(i.first, i.last) for i in pupil.immersions]
    for first, last in spans(year.blocks.get(POURSUITE, ())):
        if first <= today and not any(begin <= last and first <= end for begin, end in done):
            yield Late("no_activity", first, {"first": first, "last": last})
    for one in pupil.agreements:
        if one.block:
            facts = {"company": one.company, "first": one.first, "last": one.last}
            yield Late("agreement_not_for_study", one.first, facts)


def reinforcement(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """Who needs it to go on studying is helped: ours, by the last council that recommends."""
    councils = [year.councils[period] for period in year.council_before_last()]
    latest = pupil.latest()
    if not councils or latest is None or latest.finality != POURSUITE or not needs_of(pupil):
        return
    helped = any(a.kind in (REINFORCEMENT, METHODS) for a in pupil.activities)
    if max(councils) <= today and not helped:
        yield Late("reinforcement", max(councils))


def certificates(pupil: Pupil, year: ClassYear, today: date) -> Iterator[Late]:
    """What prepared a certificate ends with a result, good or not."""
    for one in pupil.activities:
        due = one.last + timedelta(days=RESULT_DAYS)
        if one.kind == CERTIFICATE and one.obtained is None and due <= today:
            yield Late("no_result", due, {"what": one.what})


def workshops_wanted(year: ClassYear) -> int | None:
    rule = known_regulation(year.year).get(WORKSHOPS, year.level)
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
    further_study,
    reinforcement,
    certificates,
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
    dated = known_regulation(year.year).get("bloc_debut", year.level)
    return dated.value if dated is not None and isinstance(dated.value, date) else None
