"""A scenario made into arrays: rows by year and cell, levers as matrices, heads by cell.

The rules of ``rules`` hold already. Levers act on rows (``redirect``); places opened or closed act
on entrants, or on flows through the share of the year's *expected* flow that they take.
"""

from __future__ import annotations

import numpy as np

from jalons.cohorts import redirect
from jalons.cohorts.chain import Chain, Floats, Heads, Ints, Part, Split, changed, step
from jalons.cohorts.domain import EVERYONE, Kind, Notice, Places, Row, Scenario
from jalons.cohorts.rules import final_states, rows_of
from jalons.problems import InputError, Problem


def compile_scenario(scenario: Scenario) -> Chain:
    """Arrays of a scenario that keeps to the rules.

    Raises
    ------
    InputError
        Levers together leave some state without a way out.
    """
    return _Compiler(scenario).chain()


class _Compiler:
    def __init__(self, scenario: Scenario) -> None:
        self.s = scenario
        self.states = scenario.states
        self.groups = scenario.group_names
        self.size = len(self.states)
        self.index = {state: i for i, state in enumerate(self.states)}
        self.shares = np.array([scenario.groups.get(g, 1.0) for g in self.groups])
        self.notices: list[Notice] = []

    def chain(self) -> Chain:
        s = self.s
        rows, row_of_period = self._rows()
        means = np.array([self._mean(row) for row in rows])
        initial = self._heads([(x.state, x.group, x.heads) for x in s.initial])
        entries = [
            self._heads([(e.state, e.group, e.heads[t]) for e in s.entries], t)
            for t in range(s.horizon)
        ]
        period_of = [
            max(k for k, p in enumerate(s.periods) if k == 0 or p.from_year <= year)
            for year in s.years[:-1]
        ]
        self._say_levers_without_effect()
        if all(row.pupils_n is None and row.leavers_n is None for row in rows):
            self.notices.append(Notice("no_sample_sizes", {}))
        regimes = _Regimes()
        n = initial.mean(self.size)
        for t, year in enumerate(s.years[:-1]):
            row_of = row_of_period[period_of[t]]
            acting = self._acting(year)
            if any(p.filled_from for p in s.places):
                acting = self._with_places(year, n, means[row_of], acting)
            p = regimes.add(row_of, acting, means)
            n = step(n, p, len(self.groups)) + entries[t].mean(self.size)
        self._look_for_a_way_out(p)
        return Chain(
            states=self.states,
            groups=self.groups,
            shares=self.shares,
            years=s.years,
            kind=s.kind,
            final=np.array(
                [s.kind is Kind.MARKOV and x in final_states(s) for x in self.states]
                * len(self.groups)
            ),
            initial=initial,
            entries=tuple(entries),
            parts=tuple(part for i, row in enumerate(rows) for part in self._parts(i, row)),
            rows=means,
            regime_of=np.array(regimes.of_year),
            row_of=tuple(regimes.row_of),
            levers=tuple(regimes.levers),
            notices=tuple(self.notices),
        )

    def _rows(self) -> tuple[list[Row], list[Ints]]:
        """All rows there are, and for each period which one each cell uses."""
        rows: list[Row] = []
        number: dict[int, int] = {}
        of_period = []
        for k in range(len(self.s.periods)):
            in_force = rows_of(self.s, k)
            of_cell = []
            for group in self.groups:
                for state in self.states:
                    row = in_force.get((group, state)) or _nowhere(state)
                    key = id(row) if (group, state) in in_force else -self.index[state] - 1
                    if key not in number:
                        number[key] = len(rows)
                        rows.append(row)
                    of_cell.append(number[key])
            of_period.append(np.array(of_cell))
        return rows, of_period

    def _mean(self, row: Row) -> Floats:
        mean = np.zeros(self.size)
        for state, share in row.shares.items():
            mean[self.index[state]] = share
        # What the machine's rounding leaves of a stated sum is not a place to go to.
        return mean / mean.sum() if self.s.kind is Kind.MARKOV and mean.sum() else mean

    def _parts(self, number: int, row: Row) -> list[Part]:
        pupils, leavers = np.zeros(self.size + 1), np.zeros(self.size + 1)
        for state, share in row.pupils.items():
            pupils[self.index[state]] = share
        for state, share in row.leavers.items():
            leavers[self.index[state]] = share
        if self.s.kind is Kind.RATIOS:
            return [Part(number, False, pupils, row.pupils_n)]
        left = max(0.0, 1 - pupils.sum()) if row.leavers else 0.0
        pupils[-1] = left
        found = [Part(number, False, pupils / pupils.sum(), row.pupils_n)]
        if row.leavers:
            n = row.leavers_n
            if n is None and row.pupils_n is not None:
                n = max(row.pupils_n * left, 1.0)
            found.append(Part(number, True, leavers / leavers.sum(), n))
        return found

    def _heads(self, given: list[tuple[str, str, int]], t: int | None = None) -> Heads:
        """Persons by cell; ``t``: entrants of that year, places opened to entrants included."""
        known = np.zeros(len(self.groups) * self.size, dtype=np.int64)
        whole = dict.fromkeys(self.states, 0)
        for state, group, heads in given:
            if group == EVERYONE:
                whole[state] += heads
            else:
                known[self.groups.index(group) * self.size + self.index[state]] += heads
        if t is not None:
            self._open_to_entrants(whole, known, t)
        splits = tuple(self._split(state, heads) for state, heads in whole.items() if heads)
        return Heads(known, splits)

    def _open_to_entrants(self, whole: dict[str, int], known: Ints, t: int) -> None:
        for places in self.s.places:
            if places.filled_from or not _acts(places.from_year, self.s.years[t]):
                continue
            wanted = round(places.places * places.fill)
            if wanted < 0 and whole[places.state] + wanted < 0:
                facts = {"state": places.state, "year": str(self.s.years[t])}
                self.notices.append(Notice("places_none_left", facts))
                wanted = -whole[places.state]
            whole[places.state] += wanted

    def _split(self, state: str, heads: int) -> Split:
        exact = heads * self.shares
        whole = np.floor(exact + 1e-9).astype(np.int64)
        rest = heads - int(whole.sum())
        fraction = np.maximum(exact - whole, 0)
        chance = fraction / fraction.sum() if rest else np.zeros(len(self.groups))
        return Split(self.index[state], whole, rest, chance)

    def _acting(self, year: int) -> dict[int, Floats]:
        """The matrix M of each cell whose row the levers change."""
        found = {}
        for g, group in enumerate(self.groups):
            for i, state in enumerate(self.states):
                if moves := redirect.moves(self.s.levers, year, group, state, self.states):
                    found[g * self.size + i] = redirect.matrix(moves, self.size)
        return found

    def _with_places(
        self, year: int, n: Floats, rows: Floats, acting: dict[int, Floats]
    ) -> dict[int, Floats]:
        """Places filled from (or given back to) flows: a share of the year's expected flows.

        One after the other, after the levers, so that each finds what the others left.
        """
        still = np.eye(self.size)
        for places in self.s.places:
            if not places.filled_from or not _acts(places.from_year, year):
                continue
            into = self.index[places.state]
            pairs = [(self.index[a], self.index[b]) for a, b in places.filled_from]
            opened = places.places >= 0
            taken = pairs if opened else [(a, into) for a in dict.fromkeys(a for a, _ in pairs)]
            flow = sum(
                n[cell] * (rows[cell] @ acting.get(cell, still))[d]
                for a, d in taken
                for cell in self._cells_of(a)
            )
            wanted = abs(places.places) * places.fill
            share = min(1.0, wanted / flow) if flow > 0 else 0.0
            self._say_if_short(places, year, wanted, float(flow))
            for a in dict.fromkeys(a for a, _ in pairs):
                ends = [d for other, d in pairs if other == a]
                if opened:
                    m = redirect.matrix([(d, into, share) for d in ends], self.size)
                else:
                    m = np.eye(self.size)
                    m[into, into] -= share
                    m[into, ends] += share / len(ends)
                for cell in self._cells_of(a):
                    acting[cell] = acting.get(cell, still) @ m
        return acting

    def _cells_of(self, state: int) -> range:
        return range(state, len(self.groups) * self.size, self.size)

    def _say_if_short(self, places: Places, year: int, wanted: float, flow: float) -> None:
        if wanted > flow:
            facts = {"state": places.state, "year": str(year), "wanted": round(wanted)}
            self.notices.append(Notice("places_short", {**facts, "found": round(flow)}))

    def _look_for_a_way_out(self, p: Floats) -> None:
        """Rows have one, says ``rules``; levers at full strength could close it."""
        if self.s.kind is Kind.RATIOS:
            return
        final = np.isin(self.states, final_states(self.s))
        for g, group in enumerate(self.groups):
            out, rows = final, p[g * self.size : (g + 1) * self.size] > 0
            for _ in self.states:
                out = out | (rows & out).any(axis=1)
            if not out.all():
                stuck = ", ".join(np.array(self.states)[~out])
                facts = {"place": "levers", "group": group or "none", "states": stuck}
                raise InputError((Problem("cohorts_levers_close_way_out", facts=facts),))

    def _say_levers_without_effect(self) -> None:
        for use in self.s.levers:
            if not any(redirect.applies(e, self.states) for e in use.lever.effects):
                self.notices.append(Notice("lever_without_effect", {"id": use.lever.id}))


class _Regimes:
    """Years that have the same rows and the same levers share their arrays."""

    def __init__(self) -> None:
        self.of_year: list[int] = []
        self.row_of: list[Ints] = []
        self.levers: list[tuple[Ints, Floats]] = []
        self._seen: dict[tuple[bytes, bytes, bytes], int] = {}
        self._p: list[Floats] = []

    def add(self, row_of: Ints, acting: dict[int, Floats], means: Floats) -> Floats:
        """``P`` of the next year."""
        cells = np.array(sorted(acting), dtype=np.int64)
        matrices = np.array([acting[int(c)] for c in cells])
        key = (row_of.tobytes(), cells.tobytes(), matrices.tobytes())
        if key not in self._seen:
            self._seen[key] = len(self.row_of)
            self.row_of.append(row_of)
            self.levers.append((cells, matrices))
            self._p.append(changed(means[row_of], cells, matrices))
        self.of_year.append(self._seen[key])
        return self._p[self.of_year[-1]]


def _acts(from_year: int | None, year: int) -> bool:
    return from_year is None or year >= from_year


def _nowhere(state: str) -> Row:
    """The row of a stock nothing follows from (ratios only)."""
    return Row(state, {})
