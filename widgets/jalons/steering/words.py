"""The words of a review's figures: numbers, units, references, rows of tables."""

from __future__ import annotations

import re
from datetime import date

from jalons.i18n import Translator
from jalons.steering.domain import Action, Question
from jalons.steering.indicators import ENTERED, MISSING, PERCENT, Indicator, Reading
from jalons.ui.html import Safe, tag


def plain_number(value: float | None, t: Translator) -> str:
    """A number as one types it."""
    if value is None:
        return ""
    text = f"{value:.1f}".removesuffix(".0")
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
    unit = "\N{NO-BREAK SPACE}%" if indicator.unit == PERCENT else ""
    return plain_number(value, t) + unit


def indicator_columns(t: Translator) -> list[str]:
    return [
        t(f"steering-column-{name}")
        for name in ("indicator", "value", "origin", "target", "before", "france")
    ]


def indicator_row(reading: Reading, t: Translator) -> tuple[str, ...]:
    """One row for :func:`indicator_columns`; what is missing says why."""
    indicator, france = reading.indicator, reading.indicator.france
    reference = ""
    if france is not None:
        reference = t(
            "steering-france",
            value=with_unit(france.value, indicator, t),
            year=france.year,
            source=france.source,
        )
    return (
        indicator.text[t.lang],
        with_unit(reading.value, indicator, t) if reading.value is not None else "—",
        _origin(reading, t),
        with_unit(reading.target, indicator, t),
        with_unit(reading.last_year, indicator, t),
        reference,
    )


def _origin(reading: Reading, t: Translator) -> str:
    if reading.origin == MISSING:
        return t(f"steering-missing-{reading.indicator.mode}")
    if reading.origin == ENTERED:
        return reading.origin_source or t("steering-entered")
    return t("steering-computed")


def counts_html(indicator: Indicator, t: Translator) -> Safe:
    return tag("p", t("steering-counts", counts=indicator.counts[t.lang]), class_="j-soft")


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


def action_standing(action: Action, today: date, t: Translator) -> str:
    if action.done is not None:
        return t("steering-done-on", date=day_text(action.done, t))
    return t("steering-late" if action.late(today) else "steering-open")


def day_text(day: date, t: Translator) -> str:
    from babel.dates import format_date

    return str(format_date(day, "d MMMM y", locale=t.lang))
