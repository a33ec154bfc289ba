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
from jalons.support.domain import Agreement, ClassYear
from jalons.support.rules import Late


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
    runs: list[list[date]] = []
    for monday in sorted(weeks):
        if runs and (monday - runs[-1][-1]).days == 7:
            runs[-1].append(monday)
        else:
            runs.append([monday])
    friday = 4
    return " + ".join(
        span(t, run[0], date.fromordinal(run[-1].toordinal() + friday)) for run in runs
    )


def agreement_row(t: Translator, who: str, a: Agreement) -> tuple[str, ...]:
    """One placement for a list: who, where, when, teacher, signatures, days, attestation."""
    return (
        who,
        a.company,
        span(t, a.first, a.last),
        a.teacher or "—",
        ", ".join(signer(t, code) for code in sorted(a.signed)) or "—",
        "" if a.days is None else str(a.days),
        day(t, a.attested) or "—",
    )
