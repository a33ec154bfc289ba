"""A scenario file (YAML) as a :class:`Scenario`, or everything that is wrong with it.

Here: which keys there are and which shape each has. Whether the whole makes sense (rows that sum
to 1, states that exist, a way out) is said by ``rules``, once, for files and pages alike.

The form::

    name: ...                    start_year: 2022           horizon: 6
    model: voie-pro              # a calibrated model; or spell one out:
    states: [A, B, out]
    initial: {A: 100}            # or by group: {g1: {A: 40}, g2: {A: 60}}
    entries: {A: 100}            # each later year; a number, or a list of `horizon` numbers
    transitions: {A: {B: 0.8, out: 0.2}, B: {out: 1.0}, out: {out: 1.0}}
    groups: {g1: 0.4, g2: 0.6}   # then `transitions` may be {g1: {A: {…}}, g2: {A: {…}}}
    sample_sizes: {A: 240}       # or {g1: {A: 240}}, or {A: {pupils: 240, leavers: 100}}
    levers: [{id: parcours_consolidation, coverage: 1.0, from_year: 2024, share: 0.1}]
    draws: 1000                  seed: 1                    kind: markov

*Rows by leaver.* ``T: {BTS1: 0.4, leavers: {employed: 0.45, neither: 0.55}}``: shares of everyone
in T, then shares of those who are left over (see :class:`~jalons.cohorts.domain.Row`).

*Rows that change.* ``transitions`` may be a list ``[{from_year: 2022, rows: {…}}, {from_year: 2025,
rows: {…}}]``: a later period gives only the rows that change, they hold until the next one.

*Levers that grow.* One lever may be given several times with different ``from_year``: the latest
that has begun holds. Without ``from_year`` it holds from the start.

*With a model*, what is left out comes from it; ``transitions`` given beside it replace its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jalons.cohorts import domain, rules
from jalons.cohorts.domain import (
    EVERYONE,
    Entry,
    Kind,
    LeverUse,
    Model,
    Period,
    Places,
    Row,
    Scenario,
    Stock,
)
from jalons.cohorts.fields import Fields
from jalons.cohorts.lever_fields import read_levers
from jalons.cohorts.yaml_tree import Node, read_tree
from jalons.problems import InputError

KEYS = (
    *("name", "start_year", "horizon", "model", "states", "initial", "entries", "transitions"),
    *("groups", "sample_sizes", "levers", "draws", "seed", "kind"),
)
LEAVERS = "leavers"
NEEDED = ("start_year", "horizon")
CHAIN = ("states", "initial", "transitions")


def read_scenario(
    path: Path, models: Callable[[str], Model], levers: Mapping[str, domain.Lever]
) -> Scenario:
    """Read a scenario file.

    Parameters
    ----------
    path : Path
    models : callable
        Gives a model of the catalogue by its name; raises InputError for a name it does not know.
    levers : mapping
        The levers of the catalogue by id.

    Raises
    ------
    InputError
        All that is wrong with the file, each with its line.
    """
    return scenario_from(path.read_bytes(), path.name, models, levers)


def scenario_from(
    data: bytes, file: str, models: Callable[[str], Model], levers: Mapping[str, domain.Lever]
) -> Scenario:
    """The same from the bytes of a file named ``file``."""
    fields = Fields(read_tree(data, file), file)
    reader = _Reader(fields, models, levers)
    scenario = reader.scenario()
    if scenario is None or fields.problems:
        raise InputError(tuple(fields.problems))
    if found := rules.check(scenario):
        raise InputError(tuple(replace(p, file=file, row=fields.line(p)) for p in found))
    return scenario


class _Reader:
    def __init__(
        self,
        fields: Fields,
        models: Callable[[str], Model],
        levers: Mapping[str, domain.Lever],
    ) -> None:
        self.fields = fields
        self.models = models
        self.levers = levers
        self.groups: dict[str, float] = {}

    def scenario(self) -> Scenario | None:
        f = self.fields
        top = f.mapping(f.root, "", KEYS)
        if not top:
            return None
        model = self._model(top)
        missing = [key for key in NEEDED if key not in top and not (model and key == "start_year")]
        if "model" not in top:
            missing += [key for key in CHAIN if key not in top]
        for key in missing:
            f.wrong("cohorts_missing", f.root, key, key=key)
        if "model" in top and "states" in top:
            f.wrong("cohorts_model_and_states", top["states"], "states")
        kind = f.choice(top.get("kind"), "kind", tuple(Kind), Kind.MARKOV)
        start = f.whole(top.get("start_year"), "start_year", 1900, 2200)
        horizon = f.whole(top.get("horizon"), "horizon", 1, domain.MOST_YEARS)
        draws = f.whole(top.get("draws"), "draws", 1, domain.MOST_DRAWS, default=1000)
        seed = f.whole(top.get("seed"), "seed", 0, 2**63 - 1, default=1)
        groups = self._groups(top.get("groups")) or (dict(model.groups) if model else {})
        self.groups = groups
        states = self._states(top.get("states")) or (model.states if model else ())
        sizes = self._sizes(top.get("sample_sizes"))
        start = start if start is not None else (model.start_year if model else None)
        initial = self._stocks(top.get("initial"))
        entries = self._entries(top.get("entries"), horizon or 1)
        if model and "entries" not in top:
            entries = tuple(
                replace(e, heads=_carried_on(e.heads, horizon or 1)) for e in model.entries
            )
        periods = self._periods(top.get("transitions"), start or 0, model, sizes)
        used, places = self._levers(top.get("levers"))
        if f.problems or start is None or horizon is None or draws is None or seed is None:
            return None
        return Scenario(
            name=f.text(top.get("name"), "name") or Path(f.file).stem,
            start_year=start,
            horizon=horizon,
            states=states,
            initial=initial if "initial" in top or model is None else model.initial,
            periods=periods,
            entries=entries,
            groups=groups,
            kind=Kind(kind),
            levers=used,
            places=places,
            draws=draws,
            seed=seed,
            model=model.name if model else None,
            rates=model.rates if model else (),
        )

    def _model(self, top: Mapping[str, Node]) -> Model | None:
        if "model" not in top:
            return None
        name = self.fields.text(top["model"], "model")
        if name is None:
            return None
        try:
            return self.models(name)
        except InputError as error:
            self.fields.problems += [
                replace(p, file=self.fields.file, row=top["model"].line) for p in error.problems
            ]
            return None

    def _states(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        items = self.fields.sequence(node, "states")
        names = [self.fields.text(item, "states", short=True) for item in items]
        return tuple(name for name in names if name is not None)

    def _groups(self, node: Node | None) -> dict[str, float]:
        if node is None:
            return {}
        shares = self.fields.mapping(node, "groups")
        found = {name: self.fields.number(n, f"groups.{name}") for name, n in shares.items()}
        return {name: share for name, share in found.items() if share is not None}

    def _by_group(self, node: Node, place: str) -> list[tuple[str, str, Mapping[str, Node]]]:
        """``(group, place, mapping)``: one for each group when the keys are groups."""
        given = self.fields.mapping(node, place)
        grouped = given and self.groups and set(given) <= set(self.groups)
        if not grouped or not all(isinstance(inner.value, dict) for inner in given.values()):
            return [(EVERYONE, place, given)]
        return [
            (group, f"{place}.{group}", self.fields.mapping(inner, f"{place}.{group}"))
            for group, inner in given.items()
        ]

    def _stocks(self, node: Node | None) -> tuple[Stock, ...]:
        if node is None:
            return ()
        found = []
        for group, place, given in self._by_group(node, "initial"):
            for state, count in given.items():
                heads = self.fields.whole(count, f"{place}.{state}", 0, None)
                if heads is not None:
                    found.append(Stock(state, heads, group))
        return tuple(found)

    def _entries(self, node: Node | None, horizon: int) -> tuple[Entry, ...]:
        if node is None:
            return ()
        found = []
        for group, place, given in self._by_group(node, "entries"):
            for state, count in given.items():
                where = f"{place}.{state}"
                if not isinstance(count.value, list):
                    same = self.fields.whole(count, where, 0, None)
                    heads = [same] * horizon
                else:
                    heads = [self.fields.whole(one, where, 0, None) for one in count.items]
                if len(heads) != horizon:
                    facts = {"count": len(heads), "horizon": horizon}
                    self.fields.wrong("cohorts_entries_length", count, where, **facts)
                elif None not in heads:
                    found.append(Entry(state, tuple(h for h in heads if h is not None), group))
        return tuple(found)

    def _sizes(self, node: Node | None) -> dict[tuple[str, str], dict[str, float]]:
        """Head-counts behind rows, by (group, state): ``{"pupils": …, "leavers": …}``."""
        if node is None:
            return {}
        f, found = self.fields, {}
        for group, place, given in self._by_group(node, "sample_sizes"):
            for state, size in given.items():
                where = f"{place}.{state}"
                parts = {"pupils": size}
                if isinstance(size.value, dict):
                    parts = dict(f.mapping(size, where, ("pupils", LEAVERS)))
                numbers = {k: f.number(n, where, low=1, high=1e12) for k, n in parts.items()}
                found[group, state] = {k: n for k, n in numbers.items() if n is not None}
        return found

    def _periods(
        self,
        node: Node | None,
        start: int,
        model: Model | None,
        sizes: dict[tuple[str, str], dict[str, float]],
    ) -> tuple[Period, ...]:
        given = self._given_periods(node, start) if node is not None else []
        if model and given and given[0].from_year <= start:
            given[0] = Period(start, _replaced(model.rows, given[0].rows))
        elif model:
            given.insert(0, Period(start, model.rows))
        self._known_rows(sizes, given)
        return tuple(
            Period(p.from_year, tuple(self._sized(row, sizes) for row in p.rows)) for p in given
        )

    def _given_periods(self, node: Node, start: int) -> list[Period]:
        f = self.fields
        if not isinstance(node.value, list):
            return [Period(start, self._rows(node, "transitions"))]
        periods = []
        for number, item in enumerate(f.sequence(node, "transitions"), start=1):
            place = f"transitions[{number}]"
            given = f.mapping(item, place, ("from_year", "rows"))
            for key in ("from_year", "rows"):
                if key not in given:
                    f.wrong("cohorts_missing", item, place, key=key)
            year = f.whole(given.get("from_year"), f"{place}.from_year", 1900, 2300)
            if year is not None and "rows" in given:
                periods.append(Period(year, self._rows(given["rows"], f"{place}.rows")))
        return periods

    def _known_rows(self, sizes: Mapping[tuple[str, str], Any], periods: list[Period]) -> None:
        rows = {(row.group, row.state) for period in periods for row in period.rows}
        states = {state for _, state in rows}
        for group, state in sizes:
            if (group, state) not in rows and not (group == EVERYONE and state in states):
                place = f"sample_sizes.{group}.{state}" if group else f"sample_sizes.{state}"
                self.fields.wrong("cohorts_size_without_row", self.fields.root, place, state=state)

    def _rows(self, node: Node, place: str) -> tuple[Row, ...]:
        rows = []
        for group, where, given in self._by_group(node, place):
            for state, row in given.items():
                at = f"{where}.{state}"
                parts = dict(self.fields.mapping(row, at))
                leavers = parts.pop(LEAVERS, None)
                shares = self._shares(parts, at)
                of_leavers: dict[str, float] = {}
                if leavers is not None:
                    inner = f"{at}.{LEAVERS}"
                    of_leavers = self._shares(self.fields.mapping(leavers, inner), inner)
                rows.append(Row(state, shares, of_leavers, group))
        return tuple(rows)

    def _shares(self, given: Mapping[str, Node], place: str) -> dict[str, float]:
        found = {to: self.fields.number(node, f"{place}.{to}") for to, node in given.items()}
        return {to: share for to, share in found.items() if share is not None}

    def _sized(self, row: Row, sizes: Mapping[tuple[str, str], dict[str, float]]) -> Row:
        size = sizes.get((row.group, row.state))
        if size is None and row.group in self.groups:
            # A size for the whole state is shared out between the groups' rows.
            whole = sizes.get((EVERYONE, row.state), {})
            size = {key: max(n * self.groups[row.group], 1.0) for key, n in whole.items()}
        return replace(
            row,
            pupils_n=(size or {}).get("pupils", row.pupils_n),
            leavers_n=(size or {}).get(LEAVERS, row.leavers_n),
        )

    def _levers(self, node: Node | None) -> tuple[tuple[LeverUse, ...], tuple[Places, ...]]:
        return read_levers(node, self.fields, self.levers) if node is not None else ((), ())


def _carried_on(heads: tuple[int, ...], horizon: int) -> tuple[int, ...]:
    """A model's entrants for ``horizon`` years: its last number goes on."""
    return (heads + heads[-1:] * horizon)[:horizon]


def _replaced(rows: tuple[Row, ...], given: tuple[Row, ...]) -> tuple[Row, ...]:
    """A model's rows with those given beside it in their place."""
    keys = {(row.group, row.state) for row in given}
    whole = {row.state for row in given if row.group == EVERYONE}
    kept = (row for row in rows if (row.group, row.state) not in keys and row.state not in whole)
    return (*kept, *given)
