"""The words of a class: steps, wishes, what is late and what to do about it, dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from jalons.i18n import LANGUAGES, Translator
from jalons.printing.press import day_text, span_text
from jalons.school.tidy import Tidy
from jalons.schoolyear.regulation import Dated
from jalons.support import tables
from jalons.support.allowance_file import why
from jalons.support.domain import (
    FINAL,
    FIRST_WISH,
    REASONED,
    Activity,
    Agreement,
    ClassYear,
    Company,
    Pupil,
    spans,
)
from jalons.support.groups import Group, needs_of
from jalons.support.payments import Payment
from jalons.support.rules import Late, needed_signatures
from jalons.ui.html import Safe, tag


def day(t: Translator, value: date | None) -> str:
    return day_text(t, value, "d MMM y") if value else ""


def span(t: Translator, first: date, last: date) -> str:
    return span_text(t, first, last)


def choice(t: Translator, code: str) -> str:
    """What people read for a code of the tables."""
    key = f"support-choice-{code.replace('_', '-').casefold()}"
    return t(key) if t.has(key) else code


def step(t: Translator, code: str) -> str:
    return t(f"support-step-{code.replace('_', '-').casefold()}")


def signer(t: Translator, code: str) -> str:
    return t(f"support-signer-{code}")


def tidy_for_all() -> Tidy:
    """Understands the words of every language the pages speak."""
    words: dict[str, list[str]] = {}
    for t in map(Translator, LANGUAGES):
        for table in tables.TABLES:
            for kind in tables.FORM.kinds(table):
                for code in kind.choices:
                    words.setdefault(code, []).append(choice(t, code))
    return Tidy(words)


# --- what is late -----------------------------------------------------------------------------


def late_detail(t: Translator, one: Late) -> str:
    """What is late for one pupil, in a sentence without the pupil."""
    return t(
        f"support-late-{one.code.replace('_', '-')}", **_facts(t, one), since=day(t, one.since)
    )


def late_short(t: Translator, one: Late) -> str:
    """What a placement lacks, in a few words, where the placement is named beside."""
    return t(f"support-short-{one.code.replace('_', '-')}", **_facts(t, one))


def late_kind(t: Translator, code: str, count: int) -> str:
    return t(f"support-kind-{code.replace('_', '-')}", count=count)


def late_todo(t: Translator, code: str) -> str:
    """What to do about it."""
    return t(f"support-todo-{code.replace('_', '-')}")


def _facts(t: Translator, one: Late) -> dict[str, Any]:
    facts = dict(one.facts)
    if "first" in facts:
        facts["span"] = span(t, facts.pop("first"), facts.pop("last"))
    if "missing" in facts:
        facts["missing"] = ", ".join(signer(t, code) for code in facts["missing"])
    return facts


# --- steps, regulation ------------------------------------------------------------------------


def step_day(t: Translator, year: ClassYear, code: str) -> str:
    """When a step comes, as far as the class has a date for it."""
    if code in year.councils:
        return day(t, year.councils[code])
    if code == "reasoned":
        return day(t, year.last_council())
    return ""


def status(t: Translator, dated: Dated) -> str:
    return t("status-confirmed" if dated.status == "confirmed" else "status-to-confirm")


def regulation_value(t: Translator, key: str, dated: Dated) -> str:
    """A value of regulation with its status and source."""
    value = dated.value
    if isinstance(value, date):
        shown = day(t, value)
    elif key == "bloc_secable":
        shown = t("support-yes" if value == "oui" else "support-no")
    else:
        shown = str(value)
    return t(
        f"support-regulation-{key.replace('_', '-')}",
        value=shown,
        status=status(t, dated),
        source=dated.source,
    )


def mondays(t: Translator, weeks: Iterable[date]) -> str:
    """Weeks as people say them: one span where they follow each other."""
    return " + ".join(span(t, first, last) for first, last in spans(weeks))


def exams(t: Translator, found: Iterable[tuple[str, Dated]]) -> Safe:
    """The exams that fall into the weeks chosen, with their status."""
    said = "; ".join(
        t("support-block-exam-on", what=t(f"milestone-{key.replace('_', '-')}"),
          day=day(t, dated.value), status=status(t, dated))
        for key, dated in found
        if isinstance(dated.value, date)
    )  # fmt: skip
    return tag("p", t("support-block-exams", exams=said), class_="j-hint")


def agreement_row(t: Translator, who: str, pupil: Pupil, a: Agreement) -> tuple[object, ...]:
    """One placement for a list: who, where, when, teacher, signatures, days, attestation."""
    whole = needed_signatures(a, pupil) <= a.signed
    signed = ", ".join(signer(t, code) for code in sorted(a.signed))
    return (
        who,
        a.company,
        span(t, a.first, a.last),
        a.teacher or "—",
        t("support-signed-whole") if whole else signed or "—",
        "" if a.days is None else a.days,
        day(t, a.attested) or "—",
    )


# --- allowance, needs, activities -------------------------------------------------------------


def payment(t: Translator, one: Payment) -> str:
    """What a placement gives and why, as one says it to a family."""
    a = one.agreement
    where = f"{a.company}, {span(t, a.first, a.last)}{t('colon')}"
    if one.code != "earned" or one.grant is None:
        return where + t(f"support-payment-{one.code}", amount=one.amount_eur)
    said = where + why(one.grant, t)
    if not one.amount_eur:
        return said
    paid = t("support-payment-paid", day=day(t, a.paid)) if a.paid else t("support-payment-due")
    return f"{said} {paid}"


def needs(t: Translator, pupil: Pupil) -> str:
    """Why a pupil is in the group of needs; empty where they are not."""
    levels = {"french": pupil.positioning.french, "mathematics": pupil.positioning.mathematics}
    return ", ".join(
        t(f"support-need-{code}", level=str(levels.get(code) or "")) if code in (*levels, "said")
        else code
        for code in needs_of(pupil)
    )  # fmt: skip


def activity(t: Translator, one: Activity) -> str:
    """An activity in a list of them: what, when, and how it ended."""
    when = span(t, one.first, one.last) if one.last != one.first else day(t, one.first)
    ended = {None: "", True: "support-obtained", False: "support-not-obtained"}[one.obtained]
    return f"{one.what} ({when}{', ' + t(ended) if ended else ''})"


def path_row(t: Translator, who: str, pupil: Pupil) -> tuple[object, ...]:
    """What a pupil did beside lessons and placements: AvenirPro, consolidation, stays, the rest."""
    stays = (f"{i.place} ({span(t, i.first, i.last)})" for i in pupil.immersions)
    return (
        who,
        len(pupil.workshops),
        ", ".join(day(t, one) for one in pupil.interviews) or "—",
        day(t, pupil.consolidation) or "—",
        ", ".join(stays) or "—",
        ", ".join(activity(t, one) for one in pupil.activities) or "—",
    )


def company_rows(t: Translator, year: ClassYear) -> list[tuple[object, ...]]:
    """Who takes pupils in: town, contact, whether a job may follow, how many and when."""
    known = {company.name: company for company in year.companies}
    stays: dict[str, list[Agreement]] = {name: [] for name in known}
    for one in (a for pupil in year.pupils for a in pupil.agreements):
        stays.setdefault(one.company, []).append(one)
    rows: list[tuple[object, ...]] = []
    for name, found in sorted(stays.items()):
        about = known.get(name, Company(name))
        hires = {None: "", True: t("support-yes"), False: t("support-no")}[about.hires]
        times = sorted({(a.first, a.last) for a in found})
        when = ", ".join(span(t, first, last) for first, last in times)
        rows.append((name, about.town, about.contact, hires, len(found), when))
    return rows


def decisions_row(t: Translator, who: str, year: ClassYear, pupil: Pupil) -> tuple[str, ...]:
    """Who decided what and when, a step a cell."""
    cells = []
    for code in (FIRST_WISH, *year.council_before_last(), REASONED, FINAL):
        made = pupil.decisions.get(code)
        by = f", {t(f'support-by-{made.by}-said')}" if made and code == FIRST_WISH else ""
        cells.append(f"{choice(t, made.finality)} ({day(t, made.on)}{by})" if made else "—")
    reasoned = pupil.decisions.get(REASONED)
    return who, *cells, reasoned.reason if reasoned else ""


def group(t: Translator, one: Group) -> str:
    return t("support-group-of", name=one.name, count=len(one.pupils))
