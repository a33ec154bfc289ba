"""How a figure, its interval, an indicator and a lever are named. Asks the translator, computes
nothing."""

from __future__ import annotations

from babel.numbers import format_decimal, format_percent

from jalons.i18n import Translator


def value(t: Translator, number: float, unit: str) -> str:
    """``12 345`` heads or ``53,1 %``, as the language writes it."""
    if unit == "share":
        return str(
            format_percent(number, format="0.0 %" if t.lang == "fr" else "0.0%", locale=t.lang)
        )
    return str(format_decimal(round(number), locale=t.lang))


def band(t: Translator, low: float, high: float, unit: str) -> str:
    """``(entre 51,0 % et 55,2 %)``."""
    return t("cohorts-band", low=value(t, low, unit), high=value(t, high, unit))


def indicator_name(t: Translator, indicator: str) -> str:
    return t(f"cohorts-indicator-{indicator.replace('_', '-')}")


def lever_name(t: Translator, lever: str) -> str:
    """The name of a lever of the catalogue; a lever of one's own keeps the name it was given."""
    key = f"cohorts-lever-{lever.replace('_', '-')}"
    return t(key) if t.has(key) else lever


def lever_text(t: Translator, lever: str) -> str:
    """What the lever is, in a sentence."""
    key = f"cohorts-lever-{lever.replace('_', '-')}-text"
    return t(key) if t.has(key) else ""
