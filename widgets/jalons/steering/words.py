"""The words of a review's figures: numbers, units, references, rows of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from jalons.i18n import Translator
from jalons.printing import press
from jalons.steering.domain import Action, Question
from jalons.steering.indicators import PERCENT, Indicator
from jalons.steering.known import MEASURED, MODEL, Fact, Origin, told_by
from jalons.steering.picture import word_of
from jalons.steering.readings import Reading
from jalons.steering.references import Reference
from jalons.steering.rules import Standing
from jalons.ui.html import Safe, join, tag


def plain_number(value: float | None, t: Translator) -> str:
    """A number as one types it."""
    if value is None:
        return ""
    text = f"{value:.1f}".removesuffix(".0") if not 0 < value < 0.1 else f"{value:.2g}"
    return text.replace(".", ",") if t.lang == "fr" else text


def read_number(text: str) -> float | None:
    """What somebody typed: ``41,5``, ``41.5 %``; empty is None.

    Raises
    ------
    ValueError
        It is no number.
    """
    plain = re.sub(r"[\s\u202f\xa0%]", "", text).replace(",", ".")
    if not plain:
        return None
    if not re.fullmatch(r"\d{1,7}(\.\d{1,4})?", plain):
        raise ValueError(text)
    return float(plain)


def with_unit(value: float | None, indicator: Indicator, t: Translator) -> str:
    if value is None:
        return ""
    if indicator.unit != PERCENT:
        return plain_number(value, t)
    return plain_number(value, t) + ("\N{NO-BREAK SPACE}%" if t.lang == "fr" else "%")


def indicator_columns(t: Translator) -> list[str]:
    return [
        t(f"steering-column-{name}")
        for name in ("indicator", "value", "origin", "target", "before", "around", "france")
    ]


def indicator_row(reading: Reading, academy: str, t: Translator) -> tuple[str, ...]:
    """One row for :func:`indicator_columns`; what is missing says why."""
    indicator, none = reading.indicator, t("steering-unpublished")
    return (
        reading.part or indicator.text[t.lang],
        with_unit(reading.value, indicator, t) if reading.value is not None else "—",
        origin_text(reading, t),
        with_unit(reading.target, indicator, t),
        past_text(reading, t),
        reference_text(reading.around, indicator, t) or (none if academy else ""),
        reference_text(reading.france, indicator, t) or none,
    )


def reference_text(reference: Reference | None, indicator: Indicator, t: Translator) -> str:
    """``31,6 % (2019, Parcoursup)``; of a region, with its name and what it is a mean of."""
    if reference is None:
        return ""
    return t(
        f"steering-reference-{reference.scope}",
        value=with_unit(reference.value, indicator, t),
        place=reference.place,
        year=reference.year,
        source=reference.source,
    )


def past_text(reading: Reading, t: Translator) -> str:
    """``2024-2025 : 48 % · 2025-2026 : 52 %``."""
    return " · ".join(
        t("steering-past", year=year, value=with_unit(value, reading.indicator, t))
        for year, value in reading.past
    )


def origin_text(reading: Reading, t: Translator) -> str:
    """Where a value comes from; or why there is none, and what *Simuler* says instead."""
    indicator = reading.indicator
    if reading.computed_by is not None:
        return t("steering-computed", origin=page_text(reading.computed_by, t))
    if reading.value is not None:
        said = [reading.source or t("steering-entered")]
        if reading.beside is not None:
            gap = plain_number(abs(reading.value - reading.beside), t)
            more = "more" if reading.value >= reading.beside else "less"
            said.append(t(f"steering-gap-{more}", gap=gap))
        return " ".join(said)
    said = [t(f"steering-missing-{indicator.mode}")]
    if reading.simulated is not None:
        value = with_unit(reading.simulated.value, indicator, t)
        origin = page_text(reading.simulated.origin, t)
        said.append(t("steering-simulated", value=value, origin=origin))
    return " ".join(said)


def page_text(origin: Origin, t: Translator) -> str:
    """``planning du Lycée des Quatre-Vents, enregistré le 12 octobre 2026``."""
    detail = origin.detail
    if origin.page == MODEL:
        return t(f"origin-model-{detail}")
    said = [t(f"origin-{origin.page}", detail=detail)]
    if origin.example:
        said.append(t("origin-example"))
    if origin.on:
        said.append(t("origin-saved", date=day_text(origin.on, t)))
    return ", ".join(said)


def standing_line(found: Standing, t: Translator) -> str:
    """A question, where it stands, and its theme."""
    return t(
        "steering-standing-line",
        text=found.question.text[t.lang],
        step=word_of(found.step or 0, t),
        theme=t(f"steering-theme-{found.question.theme}"),
    )


def difference_line(found: Standing, t: Translator) -> str:
    """A question, and from which step to which people see it."""
    low, high = (t(f"step-{step}") for step in (found.low, found.high))
    return t("steering-differs", text=found.question.text[t.lang], low=low, high=high)


def change_line(was: Standing, now: Standing, t: Translator) -> str:
    """A question, where it stood and where it stands."""
    return t(
        "steering-moved",
        text=now.question.text[t.lang],
        way="up" if (now.step or 0) > (was.step or 0) else "down",
        before=word_of(was.step or 0, t),
        now=word_of(now.step or 0, t),
    )


def fact_text(code: str, fact: Fact | None, t: Translator) -> str:
    """What the kit knows, and from where; or that it does not know, and what would tell it."""
    if fact is None:
        return t(f"unknown-{told_by(code)}")
    if code == "organisation":
        ways = (t(f"organisation-{way}", count=count) for way, count in fact.values.items())
        said = t("known-organisation", ways=", ".join(ways))
    else:
        said = t(f"known-{code.replace('_', '-')}", **fact.values)
    origin = fact.origin
    told = {"said": said.rstrip("."), "origin": page_text(origin, t)}
    return t("known-sentence", page=origin.page, **told)


def measured_text(code: str, readings: Iterable[Reading], t: Translator) -> str:
    """What the school's own figures say of a fact; empty where it has none."""
    wanted = MEASURED[code]
    said = [
        t("known-figure", name=r.indicator.text[t.lang], value=with_unit(r.value, r.indicator, t))
        for r in readings
        if r.indicator.id in wanted and r.value is not None and not r.part
    ]
    return t("known-measured", figures=" ; ".join(said)) if said else ""


def counts_html(indicator: Indicator, t: Translator) -> Safe:
    """What is counted, and what sets it apart from what *Simuler* shows."""
    lines = [t("steering-counts", counts=indicator.counts[t.lang])]
    if indicator.gap[t.lang]:
        lines.append(t("steering-counts-gap", gap=indicator.gap[t.lang]))
    return join([tag("p", line, class_="j-soft") for line in lines])


def action_columns(t: Translator) -> list[str]:
    return [t(f"steering-action-{name}") for name in ("title", "about", "owner", "due", "standing")]


def action_row(
    action: Action,
    questions: dict[str, Question],
    indicators: dict[str, Indicator],
    today: date,
    t: Translator,
) -> tuple[str, ...]:
    about = ""
    if action.about in questions:
        about = questions[action.about].text[t.lang]
    elif action.about in indicators:
        about = indicators[action.about].text[t.lang]
    return (
        action.title,
        about,
        action.owner,
        day_text(action.due, t) if action.due else t("steering-no-date"),
        action_standing(action, today, t),
    )


def action_line(action: Action, today: date, t: Translator) -> str:
    """``Forum : Mme Roy, 10 février 2027 (en retard)``."""
    when = day_text(action.due, t) if action.due else t("steering-no-date")
    line = t("talk-action", title=action.title, owner=action.owner or "—", due=when)
    if action.done is None and not action.late(today):
        return line
    return f"{line} ({action_standing(action, today, t)})"


def planned(actions: Iterable[Action], about: str, today: date, t: Translator) -> list[str]:
    """The actions that answer to a question: who, by when."""
    return [action_line(action, today, t) for action in actions if action.about == about]


def action_standing(action: Action, today: date, t: Translator) -> str:
    if action.done is not None:
        return t("steering-done-on", date=day_text(action.done, t))
    return t("steering-late" if action.late(today) else "steering-open")


def day_text(day: date, t: Translator) -> str:
    return press.day_text(t, day, "d MMMM y")
