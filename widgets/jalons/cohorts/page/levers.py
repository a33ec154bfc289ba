"""Sliders of the levers ⇄ what is set: percents on the page, shares in the state."""

from __future__ import annotations

from collections.abc import Mapping

from jalons.cohorts import telling, words
from jalons.cohorts.domain import Lever
from jalons.cohorts.settings import Settings, bounds_of, size_of
from jalons.i18n import Translator
from jalons.ui.dials import Dial

SIZE, PLACES = ".size", "places."


def dials(t: Translator, levers: Mapping[str, Lever], room: Mapping[str, int]) -> list[Dial]:
    """One slider a lever, its size inside the fold; one a state where places can be opened."""
    found = [_lever(t, lever) for lever in levers.values()]
    for state, most in room.items():
        step = max(most // 20, 1)
        found.append(
            Dial(
                id=f"{PLACES}{state}",
                label=t("simuler-places", state=telling.state_name(t, state)),
                text=t("simuler-places-text"),
                low=-step * (most // step),
                high=step * (most // step),
                step=step,
                rest=0,
                signed=True,
                note=t("simuler-places-note", state=telling.state_name(t, state)),
            )
        )
    return found


def _lever(t: Translator, lever: Lever) -> Dial:
    low, high = bounds_of(lever)
    size = Dial(
        id=f"{lever.id}{SIZE}",
        label=t("simuler-size"),
        text=t("simuler-size-text"),
        low=round(100 * low, 2),
        high=round(100 * high, 2),
        step=0.5 if high <= 0.15 else 1,
        rest=round(100 * size_of(lever), 2),
        unit="%",
    )
    return Dial(
        id=lever.id,
        label=words.lever_name(t, lever.id),
        text=words.lever_text(t, lever.id),
        low=round(100 * lever.baseline, 2),
        high=100,
        step=5,
        rest=round(100 * lever.baseline, 2),
        unit="%",
        note=telling.lever_note(t, lever),
        inner=size,
    )


def to_values(settings: Settings) -> dict[str, float]:
    return {
        **{name: round(100 * share, 4) for name, share in settings.coverages.items()},
        **{f"{name}{SIZE}": round(100 * share, 4) for name, share in settings.sizes.items()},
        **{f"{PLACES}{state}": float(count) for state, count in settings.places.items()},
    }


def from_values(values: Mapping[str, float], levers: Mapping[str, Lever]) -> Settings:
    """What the sliders say; one that is not known, or out of bounds, is left out or held in."""
    coverages, sizes, places = {}, {}, {}
    for name, value in values.items():
        share = min(max(value / 100, 0.0), 1.0)
        if name.startswith(PLACES):
            places[name.removeprefix(PLACES)] = round(value)
        elif name.endswith(SIZE) and name.removesuffix(SIZE) in levers:
            sizes[name.removesuffix(SIZE)] = share
        elif name in levers:
            coverages[name] = share
    return Settings(coverages, sizes, places)
