"""What a person sets on the page: coverages and sizes of levers, places; and what that makes.

Frozen values and pure functions; shares in [0, 1]. A lever left at its baseline, or places left at
nought, are not part of the scenario: "as today" is the empty setting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from jalons.cohorts.domain import Lever, LeverUse, Places, Scenario
from jalons.cohorts.lever_fields import SIZED
from jalons.cohorts.redirect import applies

PLACES_FROM = {
    "BTS1": (("TPRO", "neither"), ("TPRO", "employed")),
    "CS": (("TPRO", "neither"), ("TPRO", "employed"), ("CAP2", "neither"), ("CAP2", "employed")),
}
"""Where places can be opened, and which flows they are filled from (closed: given back to)."""

MOST_PLACES = 0.3
"""Places offered at most, as a share of the state's pupils today."""


@dataclass(frozen=True)
class Settings:
    """Coverage and size by lever, places by state; what is not named is as today."""

    coverages: Mapping[str, float] = field(default_factory=dict)
    sizes: Mapping[str, float] = field(default_factory=dict)
    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not any(self.coverages.values()) and not any(self.places.values())

    def to_json(self) -> dict[str, Any]:
        return {
            "coverages": dict(self.coverages),
            "sizes": dict(self.sizes),
            "places": dict(self.places),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any], levers: Mapping[str, Lever]) -> Settings:
        """What was kept; what is no longer known, or out of bounds, is left out."""

        def shares(name: str) -> dict[str, float]:
            kept = value.get(name) or {}
            return {k: float(v) for k, v in kept.items() if k in levers and 0 <= float(v) <= 1}

        places = value.get("places") or {}
        return cls(
            shares("coverages"),
            shares("sizes"),
            {state: int(n) for state, n in places.items() if state in PLACES_FROM},
        )


def size_of(lever: Lever) -> float:
    """The share a lever moves at full coverage: that of its strongest effect."""
    return max(effect.share for effect in lever.effects)


def bounds_of(lever: Lever) -> tuple[float, float]:
    """Between which sizes a lever may be tried."""
    low = min(effect.low or 0.0 for effect in lever.effects)
    return low, max(effect.high if effect.high is not None else 1.0 for effect in lever.effects)


def usable(levers: Mapping[str, Lever], states: tuple[str, ...]) -> dict[str, Lever]:
    """The levers that have something to act on in a chain with these states."""
    return {
        name: lever
        for name, lever in levers.items()
        if any(applies(effect, states) for effect in lever.effects)
    }


def room_for_places(today: Scenario) -> dict[str, int]:
    """State → places offered at most, up or down; empty where the chain lacks a flow."""
    found = {}
    for state, flows in PLACES_FROM.items():
        if {state, *(name for flow in flows for name in flow)} <= set(today.states):
            heads = sum(stock.heads for stock in today.initial if stock.state == state)
            found[state] = _round_number(max(heads * MOST_PLACES, 2))
    return found


def used(settings: Settings, levers: Mapping[str, Lever]) -> tuple[LeverUse, ...]:
    """The levers at work."""
    found = []
    for name, coverage in settings.coverages.items():
        lever = levers[name]
        size = settings.sizes.get(name)
        if size is not None and abs(size - size_of(lever)) > 1e-9:
            effects = tuple(replace(effect, share=size) for effect in lever.effects)
            lever = replace(lever, effects=effects, evidence=SIZED, source="", year="")
        if coverage > lever.baseline:
            found.append(LeverUse(lever, coverage))
    return tuple(found)


def applied(today: Scenario, settings: Settings, levers: Mapping[str, Lever]) -> Scenario:
    """The scenario with what is set, beside what ``today`` holds already."""
    places = tuple(
        Places(state, number, PLACES_FROM[state])
        for state, number in settings.places.items()
        if number
    )
    return replace(
        today,
        levers=(*today.levers, *used(settings, levers)),
        places=(*today.places, *places),
    )


def taken_from(
    levers: tuple[LeverUse, ...], places: tuple[Places, ...], catalogue: Mapping[str, Lever]
) -> tuple[Settings, tuple[LeverUse, ...], tuple[Places, ...]]:
    """What of a file's levers and places the page's sliders can show, and the others."""
    coverages, sizes, opened = {}, {}, {}
    own_levers, own_places = [], []
    for use in levers:
        name = use.lever.id
        known = catalogue.get(name)
        sizes_of_use = {effect.share for effect in use.lever.effects}
        same = known is not None and _moves(known) == _moves(use.lever)
        if not same or use.from_year is not None or name in coverages:
            own_levers.append(use)
            continue
        if use.lever.evidence == SIZED and len(sizes_of_use) == 1:
            sizes[name] = sizes_of_use.pop()
        coverages[name] = use.coverage
    for one in places:
        plain = one.fill == 1.0 and one.from_year is None
        if plain and one.filled_from == PLACES_FROM.get(one.state) and one.state not in opened:
            opened[one.state] = one.places
        else:
            own_places.append(one)
    return Settings(coverages, sizes, opened), tuple(own_levers), tuple(own_places)


def _moves(lever: Lever) -> list[tuple[str, str, str]]:
    return [(effect.state, effect.instead_of, effect.to) for effect in lever.effects]


def _round_number(value: float) -> int:
    """Rounded to two digits at most: 8 239 → 8 200."""
    step = 10 ** max(len(str(int(value))) - 2, 0)
    return max(int(round(value / step) * step), 1)
