"""Whatever the chain: heads are conserved, nobody comes back, levers keep rows whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chains import scenario
from jalons.cohorts import rules
from jalons.cohorts.absorption import absorption
from jalons.cohorts.compare import simulate_pair
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Effect, Entry, Lever, LeverUse, Period, Places, Row, Stock
from jalons.cohorts.project import project
from jalons.cohorts.redirect import matrix
from jalons.cohorts.scenario import scenario_from
from jalons.cohorts.simulate import simulate
from jalons.problems import InputError

TRANSIENT = ("a", "b", "c")
FINAL = ("x", "y")
STATES = TRANSIENT + FINAL


@st.composite
def rows(draw):
    """A row for each state; from each transient one there is a way out."""
    found = {}
    for state in TRANSIENT:
        weights = draw(st.lists(st.integers(0, 9), min_size=5, max_size=5))
        weights[draw(st.integers(3, 4))] += 1
        total = sum(weights)
        shares = [w / total for w in weights]
        found[state] = {to: p for to, p in zip(STATES, shares, strict=True) if p > 0}
    return found | {state: {state: 1.0} for state in FINAL}


effects = st.builds(
    Effect,
    state=st.sampled_from(TRANSIENT),
    instead_of=st.sampled_from(STATES),
    to=st.sampled_from(STATES),
    share=st.one_of(st.floats(0, 0.99), st.just(1.0)),
)
own = st.builds(
    Lever,
    st.sampled_from(["one", "two", "three"]),
    st.lists(effects, max_size=3).map(tuple),
    evidence=st.just("own"),
)
levers = st.lists(
    st.builds(LeverUse, own, st.floats(0, 1), st.sampled_from([None, 2022, 2024])),
    max_size=3,
    unique_by=lambda use: (use.lever.id, use.from_year),
).map(tuple)


@st.composite
def scenarios(draw):
    heads = st.integers(0, 3_000)
    by_group = draw(st.booleans())
    groups = draw(st.sampled_from([{}, {"g": 0.4, "h": 0.6}, {"g": 0.1, "h": 0.2, "i": 0.7}]))
    if by_group and groups:
        given_rows = tuple(
            Row(state, row, group=group, pupils_n=draw(st.sampled_from([None, 30, 3000])))
            for group in groups
            for state, row in draw(rows()).items()
        )
    else:
        given_rows = tuple(Row(state, row, pupils_n=50) for state, row in draw(rows()).items())
    found = scenario(
        {state: {} for state in STATES},
        {},
        horizon=4,
        groups=groups,
        periods=(Period(2022, given_rows),),
        stocks=tuple(Stock(state, draw(heads)) for state in STATES),
        entries=(Entry("a", tuple(draw(heads) for _ in range(4))),),
        levers=draw(levers),
        draws=40,
    )
    assert not rules.check(found)
    assume(computable(found))
    return found


def computable(s) -> bool:
    """Whether the levers leave a way out."""
    try:
        compile_scenario(s)
    except InputError:
        return False
    return True


def entering(s):
    return np.array([sum(e.heads[t] for e in s.entries) for t in range(s.horizon)])


@settings(max_examples=40, deadline=None)
@given(scenarios())
def test_heads_are_conserved_whole_and_final_states_only_grow(s) -> None:
    chain = compile_scenario(s)
    start = sum(stock.heads for stock in s.initial)
    persons = start + np.concatenate([[0], np.cumsum(entering(s))])
    drawn = simulate(chain, s.draws, s.seed)
    assert np.array_equal(drawn.stocks, np.round(drawn.stocks))
    assert np.all(drawn.stocks >= 0)
    assert np.array_equal(drawn.stocks.sum(axis=2), np.tile(persons, (s.draws, 1)))
    assert np.all(np.diff(drawn.stocks[:, :, 3:], axis=1) >= 0)
    expected, flows = project(chain).by_state(len(chain.groups))
    assert expected.sum(axis=1) == pytest.approx(persons)
    assert flows.sum(axis=2) == pytest.approx(expected[:-1])
    # A flow leaves each state as its stock, in each draw.
    for i in range(len(STATES)):
        leaving = [n for n, (a, _) in enumerate(drawn.pairs) if a == i]
        assert np.array_equal(drawn.flows[:, :, leaving].sum(axis=2), drawn.stocks[:, :-1, i])


@settings(max_examples=25, deadline=None)
@given(scenarios(), levers)
def test_a_pair_conserves_heads_on_both_sides(s, others) -> None:
    other = replace(s, levers=others)
    assume(computable(other))
    pair = simulate_pair(compile_scenario(s), compile_scenario(other), 30, 4)
    start = sum(stock.heads for stock in s.initial)
    persons = start + np.concatenate([[0], np.cumsum(entering(s))])
    for side in (pair.first, pair.second):
        assert np.array_equal(side.stocks.sum(axis=2), np.tile(persons, (30, 1)))
        assert np.all(side.stocks >= 0)
    if others == s.levers:
        assert np.array_equal(pair.first.stocks, pair.second.stocks)


@settings(max_examples=25, deadline=None)
@given(scenarios())
def test_everybody_ends_somewhere(s) -> None:
    chain = compile_scenario(s)
    ends = absorption(chain)
    assert ends.shares.sum(axis=1) == pytest.approx(np.ones(5), rel=1e-4)
    assert np.all(ends.years[3:] == 0)
    assert np.all(ends.years[:3] >= 1 - 1e-9)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4), st.floats(0, 1)), max_size=6))
def test_levers_together_leave_a_row_whole_in_any_order(moves) -> None:
    moves = [(d, k, share) for d, k, share in moves if d != k]
    m = matrix(moves, 5)
    assert np.all(m >= -1e-12)
    assert m.sum(axis=1) == pytest.approx(np.ones(5))
    assert m == pytest.approx(matrix(moves[::-1], 5))


def test_two_levers_on_one_flow_worked_out_by_hand() -> None:
    # Half of those who would go to 0 go to 1, a quarter to 2: 3/8 stay, 5/8 move two to one.
    m = matrix([(0, 1, 0.5), (0, 2, 0.25)], 3)
    assert m[0] == pytest.approx([3 / 8, 5 / 8 * 2 / 3, 5 / 8 / 3])


def lever_scenario(**others):
    chain = {
        "T": {"S": 0.3, "job": 0.3, "none": 0.4},
        "S": {"job": 1.0},
        "job": {"job": 1.0},
        "none": {"none": 1.0},
    }
    return scenario(chain, {"T": 1000}, **{"entries": (Entry("T", (1000,) * 3),), **others})


def test_a_lever_counts_from_what_is_covered_already() -> None:
    # Seen: 0.4 go to none with a quarter covered and size 0.4, so 0.4 / 0.9 without; at full
    # coverage 0.4 / 0.9 * 0.6.
    lever = Lever("x", (Effect("T", "none", "S", 0.4),), baseline=0.25)
    seen = project(compile_scenario(lever_scenario(levers=(LeverUse(lever, 0.25),))))
    full = project(compile_scenario(lever_scenario(levers=(LeverUse(lever, 1.0),))))
    assert seen.flows[0, 0] == pytest.approx([0, 300, 300, 400])
    moved = 400 - 400 / 0.9 * 0.6
    assert full.flows[0, 0] == pytest.approx([0, 300 + moved, 300, 400 - moved])


def test_a_lever_given_for_several_years_grows_and_does_not_add_up() -> None:
    lever = Lever("x", (Effect("T", "none", "S", 0.5),))
    uses = (LeverUse(lever, 1.0, 2024), LeverUse(lever, 0.2), LeverUse(lever, 0.4, 2023))
    flows = project(compile_scenario(lever_scenario(levers=uses))).flows[:, 0, 3]
    assert flows == pytest.approx([400 * 0.9, 400 * 0.8, 400 * 0.5])


def test_places_are_filled_from_flows_and_given_back() -> None:
    opened = lever_scenario(places=(Places("S", 50, (("T", "none"),), from_year=2023),))
    flows = project(compile_scenario(opened)).flows[:, 0]
    assert flows[0] == pytest.approx([0, 300, 300, 400])
    assert flows[1] == pytest.approx([0, 350, 300, 350])
    closed = lever_scenario(places=(Places("S", -60, (("T", "none"), ("T", "job"))),))
    assert project(compile_scenario(closed)).flows[0, 0] == pytest.approx([0, 240, 330, 430])


def test_places_that_nobody_can_fill_yet_are_told() -> None:
    s = lever_scenario(places=(Places("S", 10, (("T", "none"),)),), entries=())
    empty = compile_scenario(replace(s, initial=(Stock("S", 5),)))
    assert "places_short" in {notice.code for notice in empty.notices}


def test_places_beyond_those_who_could_come_are_told() -> None:
    chain = compile_scenario(lever_scenario(places=(Places("S", 500, (("T", "none"),)),)))
    assert project(chain).flows[0, 0] == pytest.approx([0, 700, 300, 0])
    assert "places_short" in {notice.code for notice in chain.notices}
    none = compile_scenario(lever_scenario(places=(Places("T", -1200),)))
    assert project(none).stocks[1, 0] == 0
    assert "places_none_left" in {notice.code for notice in none.notices}


def test_levers_that_close_the_only_way_out_are_refused() -> None:
    rows = {"A": {"A": 0.5, "out": 0.5}, "out": {"out": 1.0}}
    lever = Lever("x", (Effect("A", "out", "A", 1.0),), evidence="own")
    with pytest.raises(InputError, match="ne sort plus jamais de A"):
        compile_scenario(scenario(rows, {"A": 10}, levers=(LeverUse(lever, 1.0),)))


def test_places_for_entrants_change_the_entrants() -> None:
    more = compile_scenario(lever_scenario(places=(Places("T", 100, fill=0.9, from_year=2023),)))
    assert project(more).stocks[:, 0] == pytest.approx([1000, 1000, 1090, 1090])


@settings(max_examples=30, deadline=None)
@given(rows(), st.sampled_from(TRANSIENT), st.sampled_from([0.01, -0.02, 1e-6]))
def test_a_row_that_does_not_sum_to_one_is_named(found, state, by) -> None:
    found = {name: dict(row) for name, row in found.items()}
    to = max(found[state], key=found[state].get)
    found[state][to] += by
    text = yaml.safe_dump(
        {
            **{"start_year": 2022, "horizon": 2, "states": list(STATES)},
            **{"initial": {"a": 1}, "transitions": found},
        }
    )
    with pytest.raises(InputError) as refused:
        scenario_from(text.encode(), "s.yaml", lambda _: None, {})
    assert f"« {state} »" in str(refused.value)
    assert len(refused.value.problems) == 1
