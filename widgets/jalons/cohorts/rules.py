"""What a scenario must keep to, whoever wrote it: a file, a page, a program.

Each rule is one function from a scenario to the problems it finds; :func:`check` asks them all.
A problem's ``place`` says where in the scenario (``transitions.A``); files add the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import isfinite

from jalons.cohorts.domain import (
    EVERYONE,
    MOST_DRAWS,
    MOST_HEADS,
    MOST_STATES,
    MOST_YEARS,
    SUM_TOLERANCE,
    Kind,
    Period,
    Row,
    Scenario,
)
from jalons.problems import Problem


def check(scenario: Scenario) -> tuple[Problem, ...]:
    """Everything wrong with a scenario; empty when it can be computed.

    Later rules presuppose earlier ones: the way out is looked for only in rows that hold.
    """
    found = [p for rule in (*SHAPE, *ROWS, *PEOPLE) for p in rule(scenario)]
    return tuple(found or no_way_out(scenario))


def rows_of(scenario: Scenario, period: int) -> Mapping[tuple[str, str], Row]:
    """The rows in force in a period, by (group, state): earlier ones carry on until replaced."""
    found: dict[tuple[str, str], Row] = {}
    for past in scenario.periods[: period + 1]:
        # A row for everyone first, so that a group's own row of the same period wins.
        for row in sorted(past.rows, key=lambda row: row.group != EVERYONE):
            groups = scenario.group_names if row.group == EVERYONE else (row.group,)
            found |= {(group, row.state): row for group in groups}
    return found


def final_states(scenario: Scenario) -> tuple[str, ...]:
    """States that nobody ever leaves: in every period and group the row is itself."""
    rows = [row for period in scenario.periods for row in period.rows]
    leaves = {row.state for row in rows if abs(row.shares.get(row.state, 0) - 1) > SUM_TOLERANCE}
    has_row = {row.state for row in rows}
    return tuple(s for s in scenario.states if s in has_row and s not in leaves)


def _problem(code: str, place: str, **facts: object) -> Problem:
    return Problem(f"cohorts_{code}", facts={"place": place, **facts})


def horizon_and_draws(s: Scenario) -> Iterator[Problem]:
    for place, value, low, high in (
        ("horizon", s.horizon, 1, MOST_YEARS),
        ("draws", s.draws, 1, MOST_DRAWS),
        ("seed", s.seed, 0, 2**63 - 1),
    ):
        if not low <= value <= high:
            yield _problem("out_of_range", place, low=str(low), high=str(high))


def states(s: Scenario) -> Iterator[Problem]:
    if not s.states or len(s.states) > MOST_STATES:
        yield _problem("states_count", "states", count=len(s.states), most=MOST_STATES)
    for name in sorted({name for name in s.states if s.states.count(name) > 1}):
        yield _problem("state_twice", "states", state=name)


def groups(s: Scenario) -> Iterator[Problem]:
    if not s.groups:
        return
    for name, share in s.groups.items():
        if not 0 <= share <= 1:
            yield _problem("share_range", f"groups.{name}", value=_shown(share))
        if name in s.states or not name:
            yield _problem("group_is_state", f"groups.{name}", group=name)
    if abs((total := sum(s.groups.values())) - 1) > SUM_TOLERANCE:
        yield _problem("groups_sum", "groups", sum=_shown(total))


def names(s: Scenario) -> Iterator[Problem]:
    """Every state and group that is named exists."""
    for place, state in _named_states(s):
        if state not in s.states:
            yield _problem("unknown_state", place, state=state, known=", ".join(s.states))
    known = {EVERYONE, *s.groups}
    of_rows = [(_row_place(row), row.group) for period in s.periods for row in period.rows]
    of_levers = [("levers", e.group) for use in s.levers for e in use.lever.effects]
    of_people = [("initial", x.group) for x in s.initial] + [
        ("entries", x.group) for x in s.entries
    ]
    for place, group in (*of_rows, *of_people, *of_levers):
        if group not in known:
            yield _problem("unknown_group", place, group=group, known=", ".join(s.groups))


def _named_states(s: Scenario) -> Iterator[tuple[str, str]]:
    for stock in s.initial:
        yield f"initial.{stock.state}", stock.state
    for entry in s.entries:
        yield f"entries.{entry.state}", entry.state
    for row in (row for period in s.periods for row in period.rows):
        yield _row_place(row), row.state
        for to in (*row.pupils, *row.leavers):
            yield _row_place(row), to
    for use in s.levers:
        if use.lever.evidence == "own":  # the catalogue's levers may not concern this chain
            for effect in use.lever.effects:
                for state in (effect.state, effect.instead_of, effect.to):
                    yield "levers", state
    for places in s.places:
        yield "levers", places.state
        for pair in places.filled_from:
            for state in pair:
                yield "levers", state


def row_sums(s: Scenario) -> Iterator[Problem]:
    """Shares lie in [0, 1] and each row sums to 1; ratios are not negative."""
    for period in s.periods:
        for row in period.rows:
            values = (*row.pupils.values(), *row.leavers.values())
            if any(not isfinite(v) or v < 0 for v in values):
                yield _problem("negative_share", _row_place(row), **_named(row, period, s))
            elif s.kind is Kind.MARKOV:
                yield from _row_sum(row, period, s)
            elif row.leavers:
                yield _problem("ratios_leavers", _row_place(row), **_named(row, period, s))


def _row_sum(row: Row, period: Period, s: Scenario) -> Iterator[Problem]:
    where, named, total = _row_place(row), _named(row, period, s), sum(row.pupils.values())
    if not row.leavers:
        if abs(total - 1) > SUM_TOLERANCE:
            yield _problem("row_sum", where, sum=_shown(total), shares=_listed(row.pupils), **named)
        return
    if total > 1 + SUM_TOLERANCE:
        yield _problem("row_over", where, sum=_shown(total), shares=_listed(row.pupils), **named)
    if abs((left := sum(row.leavers.values())) - 1) > SUM_TOLERANCE:
        yield _problem("leavers_sum", where, sum=_shown(left), shares=_listed(row.leavers), **named)


def every_state_has_a_row(s: Scenario) -> Iterator[Problem]:
    if s.kind is Kind.RATIOS or not s.periods:
        return
    first = rows_of(s, 0)
    for state in s.states:
        lacking = [g for g in s.group_names if (g, state) not in first]
        if lacking:
            group = ", ".join(lacking) if s.groups else "none"
            yield _problem("missing_row", "transitions", state=state, group=group)


def a_row_once(s: Scenario) -> Iterator[Problem]:
    for period in s.periods:
        keys = [(row.group, row.state) for row in period.rows]
        for row in dict(zip(keys, period.rows, strict=True)).values():
            if keys.count((row.group, row.state)) > 1:
                yield _problem("row_twice", _row_place(row), **_named(row, period, s))


def periods(s: Scenario) -> Iterator[Problem]:
    """Periods in order, the first one there from the start, none after the end."""
    years = [period.from_year for period in s.periods]
    if not years:
        yield _problem("no_rows", "transitions")
    elif years[0] > s.start_year:
        yield _problem("late_start", "transitions", year=str(years[0]), start=str(s.start_year))
    if any(b <= a for a, b in pairwise(years)):
        yield _problem("period_order", "transitions", years=", ".join(map(str, years)))
    last = s.start_year + s.horizon - 1
    late = [y for y in years[1:] if y > last]
    late += [use.from_year for use in s.levers if use.from_year and use.from_year > last]
    late += [p.from_year for p in s.places if p.from_year and p.from_year > last]
    for year in late:
        yield _problem("after_the_end", "levers", year=str(year), last=str(last))


def levers(s: Scenario) -> Iterator[Problem]:
    """Coverages and sizes in their bounds; nobody is brought back from a final state."""
    stay = {state for p in s.places for pair in p.filled_from for state in pair[:1]}
    begun = [(use.lever.id, use.from_year) for use in s.levers]
    for name in sorted({name for name, year in begun if begun.count((name, year)) > 1}):
        yield _problem("lever_twice", "levers", id=name)
    for use in s.levers:
        if not use.lever.baseline <= use.coverage <= 1:
            low = f"{use.lever.baseline:g}"
            yield _problem("out_of_range", f"levers ({use.lever.id})", low=low, high="1")
        for effect in use.lever.effects:
            if not 0 <= effect.share <= 1:
                yield _problem("share_range", "levers", value=_shown(effect.share))
            if effect.instead_of == effect.state:
                stay.add(effect.state)
    for places in s.places:
        if not 0 <= places.fill <= 1:
            yield _problem("share_range", "levers", value=_shown(places.fill))
    for state in sorted(stay & set(final_states(s))):
        yield _problem("back_from_final", "levers", state=state)


def people(s: Scenario) -> Iterator[Problem]:
    """Counts are whole, not negative, and no more than there can be."""
    total = 0
    for stock in s.initial:
        total += max(stock.heads, 0)
        if stock.heads < 0:
            yield _problem("negative_count", f"initial.{stock.state}")
    for entry in s.entries:
        total += sum(max(heads, 0) for heads in entry.heads)
        if any(heads < 0 for heads in entry.heads):
            yield _problem("negative_count", f"entries.{entry.state}")
        if len(entry.heads) != s.horizon:
            place, count = f"entries.{entry.state}", len(entry.heads)
            yield _problem("entries_length", place, count=count, horizon=s.horizon)
    total += sum(max(p.places, 0) for p in s.places) * s.horizon
    if total > MOST_HEADS:
        yield _problem("too_many_heads", "initial", total=total, most=MOST_HEADS)
    keys = [(stock.group, stock.state) for stock in s.initial]
    for group, state in sorted({key for key in keys if keys.count(key) > 1}):
        yield _problem("stock_twice", f"initial.{state}", state=state, group=group)


def no_way_out(s: Scenario) -> Iterator[Problem]:
    """From every state of every group there is a way to a final state, in the last period."""
    if s.kind is Kind.RATIOS:
        return
    final, rows = set(final_states(s)), rows_of(s, len(s.periods) - 1)
    for group in s.group_names:
        out = set(final)
        grew = True
        while grew:
            more = {
                state
                for state in s.states
                if state not in out
                and any(p > 0 and to in out for to, p in rows[group, state].shares.items())
            }
            out |= more
            grew = bool(more)
        if stuck := [state for state in s.states if state not in out]:
            facts = {"group": group or "none", "states": ", ".join(stuck)}
            yield _problem("no_way_out", "transitions", **facts)


SHAPE = (horizon_and_draws, states, groups, periods)
ROWS = (names, row_sums, a_row_once, every_state_has_a_row, levers)
PEOPLE = (people,)


def _row_place(row: Row) -> str:
    return f"transitions.{row.group}.{row.state}" if row.group else f"transitions.{row.state}"


def _named(row: Row, period: Period, s: Scenario) -> dict[str, str]:
    year = str(period.from_year) if len(s.periods) > 1 else "none"
    return {"state": row.state, "group": row.group or "none", "year": year}


def _listed(shares: Mapping[str, float]) -> str:
    return ", ".join(f"{to} {_shown(share)}" for to, share in shares.items())


def _shown(value: float) -> str:
    return f"{value:.6g}"
