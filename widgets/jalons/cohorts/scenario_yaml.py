"""A scenario as the YAML that ``scenario`` reads: what is written gives the same scenario again.

A model of the catalogue is named; any other chain is spelled out.
"""

from __future__ import annotations

from typing import Any

from jalons.cohorts.domain import EVERYONE, Entry, Kind, LeverUse, Places, Row, Scenario
from jalons.cohorts.lever_fields import OWN, PLACES, SIZED

Tree = dict[str, Any]


def scenario_yaml(scenario: Scenario, comment: str = "") -> bytes:
    """The file's bytes; ``comment`` goes on its first lines."""
    import yaml

    body = yaml.safe_dump(scenario_tree(scenario), sort_keys=False, allow_unicode=True)
    head = "".join(f"# {line}\n" for line in comment.splitlines())
    return f"{head}{body}".encode()


def scenario_tree(s: Scenario) -> Tree:
    """The same as plain values."""
    tree: Tree = {"name": s.name, "start_year": s.start_year, "horizon": s.horizon}
    if s.kind is not Kind.MARKOV:
        tree["kind"] = s.kind.value
    if s.model is not None:
        tree["model"] = s.model
    else:
        tree |= _chain(s)
    if s.levers or s.places:
        tree["levers"] = [*map(_lever, s.levers), *map(_places, s.places)]
    return tree | {"draws": s.draws, "seed": s.seed}


def _chain(s: Scenario) -> Tree:
    tree: Tree = {"states": list(s.states)}
    if s.groups:
        tree["groups"] = dict(s.groups)
    tree["initial"] = _by_group([(x.group, x.state, x.heads) for x in s.initial])
    if s.entries:
        tree["entries"] = _by_group([(e.group, e.state, _heads(e)) for e in s.entries])
    rows = [
        (p.from_year, _by_group([(r.group, r.state, _row(r)) for r in p.rows])) for p in s.periods
    ]
    many = [{"from_year": year, "rows": found} for year, found in rows]
    tree["transitions"] = rows[0][1] if len(rows) == 1 else many
    sizes = [(r.group, r.state, _size(r)) for p in s.periods for r in p.rows if r.pupils_n]
    if sizes:
        tree["sample_sizes"] = _by_group(sizes)
    return tree


def _by_group(found: list[tuple[str, str, Any]]) -> Tree:
    if all(group == EVERYONE for group, _, _ in found):
        return {state: value for _, state, value in found}
    tree: Tree = {}
    for group, state, value in found:
        tree.setdefault(group, {})[state] = value
    return tree


def _heads(entry: Entry) -> int | list[int]:
    return entry.heads[0] if len(set(entry.heads)) == 1 else list(entry.heads)


def _row(row: Row) -> Tree:
    return dict(row.pupils) | ({"leavers": dict(row.leavers)} if row.leavers else {})


def _size(row: Row) -> float | Tree:
    if row.leavers_n is None:
        return float(row.pupils_n or 0)
    return {"pupils": row.pupils_n, "leavers": row.leavers_n}


def _lever(use: LeverUse) -> Tree:
    lever = use.lever
    tree: Tree = {"id": lever.id, "coverage": use.coverage}
    if use.from_year is not None:
        tree["from_year"] = use.from_year
    if lever.evidence == SIZED:
        tree["share"] = lever.effects[0].share
    elif lever.evidence == OWN:
        tree["effects"] = [
            {"from": e.state, "instead_of": e.instead_of, "to": e.to, "share": e.share}
            | ({"group": e.group} if e.group != EVERYONE else {})
            for e in lever.effects
        ]
    return tree


def _places(places: Places) -> Tree:
    tree: Tree = {"id": PLACES, "state": places.state, "places": places.places}
    if places.filled_from:
        tree["filled_from"] = [{"from": a, "instead_of": b} for a, b in places.filled_from]
    if places.fill != 1.0:
        tree["fill"] = places.fill
    if places.from_year is not None:
        tree["from_year"] = places.from_year
    return tree
