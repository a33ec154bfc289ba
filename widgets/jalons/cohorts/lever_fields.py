"""The ``levers`` of a scenario file.

Three forms: one of the catalogue ``{id: tutorat, coverage: 0.5}`` (with ``share`` when the person
sets its size), one spelled out ``{id: mine, coverage: 0.5, effects: [{from: T, instead_of: neither,
to: BTS1, share: 0.1}]}``, and places ``{id: places, state: BTS1, places: 2000}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jalons.cohorts.domain import EVERYONE, MOST_HEADS, Effect, Lever, LeverUse, Places
from jalons.cohorts.fields import Fields
from jalons.cohorts.yaml_tree import Node

PLACES = "places"
OWN, SIZED = "own", "sized"


def read_levers(
    node: Node, f: Fields, catalogue: Mapping[str, Lever]
) -> tuple[tuple[LeverUse, ...], tuple[Places, ...]]:
    """Levers and places of a scenario; what is wrong goes to ``f.problems``."""
    used: list[LeverUse] = []
    places: list[Places] = []
    for number, item in enumerate(f.sequence(node, "levers"), start=1):
        at = f"levers[{number}]"
        given = f.mapping(item, at)
        name = f.text(given.get("id"), f"{at}.id", short=True)
        if given and name is None:
            f.wrong("cohorts_missing", item, at, key="id")
        if name is None:
            continue
        if name == PLACES:
            places += _places(given, item, at, f)
        else:
            used += _use(name, given, item, at, f, catalogue)
    return tuple(used), tuple(places)


def _use(
    name: str,
    given: Mapping[str, Node],
    item: Node,
    at: str,
    f: Fields,
    catalogue: Mapping[str, Lever],
) -> list[LeverUse]:
    f.mapping(item, at, ("id", "coverage", "from_year", "share", "effects"))
    if "effects" in given:
        effects = [
            _effect(e, f"{at}.effects[{i}]", f)
            for i, e in enumerate(f.sequence(given["effects"], f"{at}.effects"), start=1)
        ]
        lever = Lever(name, tuple(e for e in effects if e is not None), evidence=OWN)
    elif name in catalogue:
        lever = catalogue[name]
    else:
        known = ", ".join((*catalogue, PLACES))
        f.wrong("cohorts_unknown_lever", item, at, id=name, known=known)
        return []
    if (share := f.number(given.get("share"), f"{at}.share", low=0, high=1)) is not None:
        sized = tuple(replace(e, share=share) for e in lever.effects)
        evidence = OWN if lever.evidence == OWN else SIZED
        lever = replace(lever, effects=sized, evidence=evidence, source="", year="")
    coverage = f.number(given.get("coverage"), f"{at}.coverage", low=lever.baseline, high=1)
    if "coverage" not in given:
        coverage = lever.default
    year = f.whole(given.get("from_year"), f"{at}.from_year", 1900, 2300)
    return [] if coverage is None else [LeverUse(lever, coverage, year)]


def _effect(node: Node, at: str, f: Fields) -> Effect | None:
    given = f.mapping(node, at, ("from", "instead_of", "to", "share", "group"))
    for key in ("from", "instead_of", "to", "share"):
        if given and key not in given:
            f.wrong("cohorts_missing", node, at, key=key)
    names = [f.text(given.get(key), f"{at}.{key}") for key in ("from", "instead_of", "to")]
    share = f.number(given.get("share"), f"{at}.share", low=0, high=1)
    group = f.text(given.get("group"), f"{at}.group") or EVERYONE
    state, instead_of, to = names
    if state is None or instead_of is None or to is None or share is None:
        return None
    return Effect(state, instead_of, to, share, group=group)


def _places(given: Mapping[str, Node], item: Node, at: str, f: Fields) -> list[Places]:
    f.mapping(item, at, ("id", "state", "places", "filled_from", "fill", "from_year"))
    for key in ("state", "places"):
        if key not in given:
            f.wrong("cohorts_missing", item, at, key=key)
    state = f.text(given.get("state"), f"{at}.state")
    number = f.whole(given.get("places"), f"{at}.places", -MOST_HEADS, MOST_HEADS)
    fill = f.number(given.get("fill"), f"{at}.fill", low=0, high=1)
    year = f.whole(given.get("from_year"), f"{at}.from_year", 1900, 2300)
    flows = []
    if "filled_from" in given:
        for i, node in enumerate(f.sequence(given["filled_from"], f"{at}.filled_from"), start=1):
            where = f"{at}.filled_from[{i}]"
            pair = f.mapping(node, where, ("from", "instead_of"))
            start = f.text(pair.get("from"), f"{where}.from")
            end = f.text(pair.get("instead_of"), f"{where}.instead_of")
            if start is None or end is None:
                f.wrong("cohorts_missing", node, where, key="from, instead_of")
            else:
                flows.append((start, end))
    if state is None or number is None:
        return []
    return [Places(state, number, tuple(flows), 1.0 if fill is None else fill, year)]
