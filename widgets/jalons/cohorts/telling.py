"""How the page *Simuler* says its numbers: signed heads and points, settings, sentences of charts.

Asks the translator, computes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from babel.numbers import format_decimal

from jalons.cohorts import words
from jalons.cohorts.domain import EVERYONE, Effect, Figure, Lever, Rate
from jalons.cohorts.figures import changed_states
from jalons.cohorts.indicators import Indicator
from jalons.cohorts.origin import Kind, Opened, Origin, academy_name
from jalons.cohorts.settings import Settings, size_of
from jalons.cohorts.stage import Stage
from jalons.i18n import Translator

FEW = 10


def state_name(t: Translator, state: str) -> str:
    """The name of a state of the catalogue; one of a person's own chain keeps its own."""
    key = f"cohorts-state-{state.replace('_', '-')}"
    own = f"cohorts-state-{state}"
    return t(own) if t.has(own) else t(key) if t.has(key) else state


def shown_name(t: Translator, stage: Stage, state: str) -> str:
    """As :func:`state_name`; a final state says that it holds the year's arrivals."""
    name = state_name(t, state)
    return t("simuler-yearly", state=name) if state in stage.final else name


def number(t: Translator, value: float, signed: bool = False) -> str:
    """``12 345``; below ten one digit more: ``0,4``. Signed: ``+1 108``, ``−3``."""
    few = abs(value) < FEW and abs(value - round(value)) >= 0.05
    text = str(format_decimal(abs(round(value, 1 if few else 0)), locale=t.lang))
    nothing = round(abs(value), 1 if few else 0) == 0
    sign = "" if nothing else "−" if value < 0 else "+" if signed else ""
    return sign + text


def points(t: Translator, share: float) -> str:
    """A difference of shares, in points: ``+2,6 points``."""
    return t("simuler-points", number=bare_points(t, share), count=abs(round(100 * share, 1)))


def bare_points(t: Translator, share: float) -> str:
    """The same without the word: ``+3,0``."""
    value = round(100 * share, 1)
    text = str(format_decimal(abs(value), format="0.0", locale=t.lang))
    return ("−" if value < 0 else "+" if value > 0 else "") + text


def percent(t: Translator, share: float) -> str:
    """``53,1 %``, the sign never alone on a line."""
    return words.value(t, share, "share").replace(" %", "\N{NO-BREAK SPACE}%")


def joined(t: Translator, parts: Sequence[str]) -> str:
    """Parts of one sentence, with the semicolon of the language."""
    return ("\N{NARROW NO-BREAK SPACE}; " if t.lang == "fr" else "; ").join(parts)


def between(low: str, high: str, t: Translator) -> str:
    return t("simuler-between", low=low, high=high)


def origin_name(t: Translator, origin: Origin, year: int) -> str:
    """Whose pupils: ``Académie de Lyon, depuis la rentrée 2021``."""
    names = {
        Kind.ACADEMY: academy_name(origin.academy),
        Kind.FILE: origin.file,
    }
    return t(f"simuler-who-{origin.kind.value}", name=names.get(origin.kind, ""), year=str(year))


def settings_lines(
    t: Translator, settings: Settings, levers: Mapping[str, Lever]
) -> tuple[str, ...]:
    """What is set, one lever or place a line; nothing for today."""
    lines = []
    for name, coverage in settings.coverages.items():
        if coverage <= levers[name].baseline:
            continue
        line = t("simuler-setting", lever=words.lever_name(t, name), coverage=round(100 * coverage))
        size = settings.sizes.get(name)
        if size is not None and abs(size - size_of(levers[name])) > 1e-9:
            line = t("simuler-setting-sized", line=line, size=round(100 * size, 1))
        lines.append(line)
    for state, places in settings.places.items():
        if places:
            lines.append(
                t(
                    "simuler-setting-places",
                    state=state_name(t, state),
                    places=number(t, places, signed=True),
                )
            )
    return tuple(lines)


def settings_text(t: Translator, settings: Settings, levers: Mapping[str, Lever]) -> str:
    return joined(t, settings_lines(t, settings, levers)) or t("simuler-today")


def extra_text(t: Translator, found: Opened) -> str:
    """What a file sets beside the sliders."""
    levers = [
        t(
            "simuler-setting",
            lever=words.lever_name(t, u.lever.id),
            coverage=round(100 * u.coverage),
        )
        for u in found.levers
    ]
    places = [
        t("simuler-setting-places", state=state_name(t, p.state),
          places=number(t, p.places, signed=True))
        for p in found.places
    ]  # fmt: skip
    return joined(t, [*levers, *places])


def effect_sentence(t: Translator, effect: Effect, share: float | None = None) -> str:
    """What an effect does: of 100 who would go there, so many go elsewhere."""
    return t(
        "simuler-effect",
        share=round(100 * (effect.share if share is None else share), 1),
        state=state_name(t, effect.state),
        instead=state_name(t, effect.instead_of),
        to=state_name(t, effect.to),
        group=effect.group if effect.group != EVERYONE else "none",
    )


def lever_note(t: Translator, lever: Lever) -> str:
    """Where a lever's size comes from, what it moves: one statement a line."""
    told = lever.source.split(";", 1)
    landmark = told[1].strip() if len(told) > 1 else ""
    lines = [t(f"simuler-evidence-{lever.evidence}", source=told[0].strip())]
    lines += [f"• {effect_sentence(t, effect)}" for effect in lever.effects]
    if landmark:
        lines.append(t("simuler-landmark", text=landmark))
    return "\n".join(lines)


def change_line(t: Translator, stage: Stage, state: str) -> str:
    """``BTS, 2e année +1 108 (entre +874 et +1 362)``."""
    i = stage.states.index(state)
    return t(
        "simuler-change",
        state=shown_name(t, stage, state),
        change=number(t, stage.difference.expected[-1][i], signed=True),
        between=between(
            number(t, stage.difference.low[-1][i], signed=True),
            number(t, stage.difference.high[-1][i], signed=True),
            t,
        ),
    )


def largest_changes(stage: Stage, most: int) -> list[str]:
    """The states that change most in the last year, largest first."""
    return sorted(
        changed_states(stage, most),
        key=lambda state: -abs(stage.difference.expected[-1][stage.states.index(state)]),
    )


def stage_sentence(t: Translator, stage: Stage, compared: str) -> str:
    """What the chart of differences shows."""
    changes = largest_changes(stage, 3)
    if not changes:
        return t("simuler-no-change")
    lines = joined(t, [change_line(t, stage, state) for state in changes])
    return t("simuler-changes", year=str(stage.years[-1]), compared=compared, lines=lines)


def per(t: Translator, indicator: Indicator) -> str:
    """Whom an indicator's denominator counts, in words."""
    key = f"simuler-per-{indicator.per}"
    return t(key) if t.has(key) else ""


def sources_of(
    t: Translator, indicator: Indicator, rates: Sequence[Rate]
) -> tuple[tuple[str, ...], bool]:
    """The sources of the rates behind an indicator, and whether one of them is assumed."""
    behind = [rate for rate in rates if rate.state in indicator.numerator.sources]
    told: dict[str, None] = {}
    for rate in behind:
        if rate.confidence != "D":
            told[t("simuler-source", source=rate.source, year=rate.year or "—",
                   confidence=rate.confidence)] = None  # fmt: skip
    return tuple(told), any(rate.confidence == "D" for rate in behind)


def figure_text(t: Translator, figure: Figure) -> str:
    """``60,3 % (entre 56,0 % et 64,5 %)``; nobody concerned says so."""
    if figure.value is None or figure.p05 is None or figure.p95 is None:
        return t("cohorts-nobody")
    return f"{percent(t, figure.value)} {band_text(t, figure)}"


def band_text(t: Translator, figure: Figure) -> str:
    """``(entre 56,0 % et 64,5 %)``; empty where there is no interval."""
    if figure.p05 is None or figure.p95 is None:
        return ""
    return f"({between(percent(t, figure.p05), percent(t, figure.p95), t)})"
