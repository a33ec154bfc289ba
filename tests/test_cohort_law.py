"""The engine against the exact law: known answers, mean and covariance in closed form, brute force.

Seeds are fixed: a bound of 4.5 standard errors is passed or not, always the same way.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import factorial

import numpy as np
import pytest

from chains import CONSOLIDATION, reference, scenario
from jalons.cohorts.absorption import absorption, first_passage
from jalons.cohorts.compare import NotComparableError, simulate_pair
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.domain import Entry, Kind, Period, Row, Stock
from jalons.cohorts.indicators import Counted, Indicator
from jalons.cohorts.project import covariance, project
from jalons.cohorts.rates_drawn import draw_rows
from jalons.cohorts.sensitivity import sensitivity
from jalons.cohorts.simulate import CHUNK, chunks, draw_chunk, generator, simulate

ROWS = {
    "A": {"A": 0.1, "B": 0.6, "out": 0.3},
    "B": {"A": 0.2, "C": 0.3, "out": 0.5},
    "C": {"C": 1.0},
    "out": {"out": 1.0},
}


def aggregated(chain):
    """Mean (T + 1, S) and covariance (T + 1, S, S) of the stocks, groups added up."""
    stocks, _ = project(chain).by_state(len(chain.groups))
    add = np.tile(np.eye(len(chain.states)), (len(chain.groups), 1))
    return stocks, np.einsum("ci,tcd,dj->tij", add, covariance(chain), add)


def assert_follows_the_law(stocks, chain, bound=4.5):
    """Means within ``bound`` standard errors, covariances within what their sampling allows."""
    mean, cov = aggregated(chain)
    draws = len(stocks)
    variance = np.einsum("tii->ti", cov)
    error = np.sqrt(np.maximum(variance, 0) / draws)
    distance = np.abs(stocks.mean(axis=0) - mean)
    certain = variance < 1e-9
    assert np.all(distance[certain] < 1e-6)
    assert np.all(distance[~certain] < bound * error[~certain])
    centred = stocks - stocks.mean(axis=0)
    seen = np.einsum("dti,dtj->tij", centred, centred) / (draws - 1)
    # A sample covariance of near-normal variables has variance (v_i v_j + c_ij^2) / draws.
    spread = np.sqrt((variance[:, :, None] * variance[:, None, :] + cov**2) / draws)
    assert np.all(np.abs(seen - cov) <= bound * 1.3 * spread + 1e-6)


def test_a_three_state_chain_worked_out_by_hand():
    chain = compile_scenario(
        scenario(
            {"A": {"B": 0.8, "out": 0.2}, "B": {"out": 1.0}, "out": {"out": 1.0}},
            {"A": 100},
            entries=(Entry("A", (100, 100, 100)),),
        )
    )
    expected = project(chain)
    assert expected.stocks.tolist() == [
        [100, 0, 0],
        [100, 80, 20],
        [100, 80, 120],
        [100, 80, 220],
    ]
    assert expected.flows[0].tolist() == [[0, 80, 20], [0, 0, 0], [0, 0, 0]]
    # Year 1: B is binomial(100, 0.8); A is known.
    cov = covariance(chain)[1]
    assert cov == pytest.approx(np.array([[0, 0, 0], [0, 16, -16], [0, -16, 16]]))


def test_absorption_years_and_first_passage_worked_out_by_hand():
    # From A: to B with 1/2, out with 1/2. From B: back to A with 1/2, to C with 1/2.
    rows = {
        "A": {"B": 0.5, "out": 0.5},
        "B": {"A": 0.5, "C": 0.5},
        "C": {"C": 1.0},
        "out": {"out": 1.0},
    }
    ends = absorption(compile_scenario(scenario(rows, {"A": 10})))
    assert ends.final == (2, 3)
    # a = P(end in C from A) = b / 2, b = a / 2 + 1 / 2: a = 1/3, b = 2/3.
    assert ends.shares == pytest.approx(np.array([[1 / 3, 2 / 3], [2 / 3, 1 / 3], [1, 0], [0, 1]]))
    assert ends.years == pytest.approx(np.array([2, 2, 0, 0]))
    passage = first_passage(compile_scenario(scenario(rows, {"A": 10}, horizon=4)), "C")
    # From A: B then C is 1/4 in year 2; A B A B C is 1/16 in year 4; never in odd years.
    assert passage[:, 0] == pytest.approx([0, 0, 1 / 4, 0, 1 / 16])
    assert passage[:, 2] == pytest.approx([1, 0, 0, 0, 0])


def test_absorption_follows_rows_that_change():
    first = {"A": {"A": 0.5, "out": 0.5}, "C": {"C": 1.0}, "out": {"out": 1.0}}
    chain = scenario(first, {"A": 10})
    later = Period(2023, (Row("A", {"C": 1.0}),))
    ends = absorption(compile_scenario(replace(chain, periods=(*chain.periods, later))))
    assert ends.shares[0] == pytest.approx([0.5, 0.5])  # half left the first year, the rest to C
    assert ends.years[0] == pytest.approx(1.5)


def test_the_law_of_draws_by_enumeration():
    """Five persons, one year: every outcome as often as the multinomial says (chi-square)."""
    chain = compile_scenario(scenario(ROWS, {"A": 5}, horizon=1))
    draws = 20_000
    stocks = simulate(chain, draws, 7).stocks[:, 1].astype(int)
    chi2, cells = 0.0, 0
    for a, b in product(range(6), repeat=2):
        out = 5 - a - b
        if out < 0:
            continue
        ways = factorial(5) / (factorial(a) * factorial(b) * factorial(out))
        wanted = draws * ways * 0.1**a * 0.6**b * 0.3**out
        seen = int(((stocks[:, 0] == a) & (stocks[:, 1] == b)).sum())
        if wanted >= 5:
            chi2 += (seen - wanted) ** 2 / wanted
            cells += 1
    assert cells > 10
    # 99.9th percentile of chi-square with 17 degrees of freedom is 40.8.
    assert chi2 < 40.8


def test_one_pupil_in_two_groups_is_rounded_at_random() -> None:
    """One entrant a year, 0.4 of whom would be in a group: some draws have one, others none."""
    stay = [Row(state, {state: 1.0}) for state in ("B", "C")]
    rows = (Row("A", {"B": 1.0}, group="g1"), Row("A", {"C": 1.0}, group="g2"), *stay)
    s = scenario(
        {"A": {}, "B": {}, "C": {}},
        {"A": 1},
        horizon=2,
        groups={"g1": 0.4, "g2": 0.6},
        entries=(Entry("A", (1, 0)),),
        periods=(Period(2022, rows),),
    )
    chain = compile_scenario(s)
    mean, cov = aggregated(chain)
    assert mean[2] == pytest.approx([0, 0.8, 1.2])
    assert cov[2, 1:, 1:] == pytest.approx(np.array([[0.48, -0.48], [-0.48, 0.48]]))
    assert_follows_the_law(simulate(chain, 4_000, 1).stocks, chain)


@pytest.mark.parametrize("heads", [30, 3_000, 650_000])
def test_draws_follow_mean_and_covariance(heads):
    chain = compile_scenario(reference(heads, horizon=4, levers=(CONSOLIDATION,)))
    assert_follows_the_law(simulate(chain, 1_500, 11, parameters=False).stocks, chain)


def test_both_sides_of_a_coupled_pair_follow_their_own_law():
    one = compile_scenario(reference(horizon=4, n=None))
    other = compile_scenario(reference(horizon=4, n=None, levers=(CONSOLIDATION,)))
    pair = simulate_pair(one, other, 1_500, 5)
    assert_follows_the_law(pair.first.stocks, one)
    assert_follows_the_law(pair.second.stocks, other)


def test_a_coupled_difference_is_the_levers():
    one = compile_scenario(reference())
    other = compile_scenario(reference(levers=(CONSOLIDATION,)))
    pair = simulate_pair(one, other, 200, 5)
    apart = simulate(other, 200, 6).stocks - simulate(one, 200, 5).stocks
    together = pair.second.stocks - pair.first.stocks
    bts2 = one.states.index("BTS2")
    assert together[:, -1, bts2].std() < 0.2 * apart[:, -1, bts2].std()
    # Before the lever, and where it does not reach, the two are the same person for person.
    assert np.array_equal(pair.first.stocks[:, :3], pair.second.stocks[:, :3])
    assert not together[:, :, one.states.index("TPRO")].any()
    mean = aggregated(other)[0] - aggregated(one)[0]
    error = together[:, -1, bts2].std() / np.sqrt(200)
    assert abs(together[:, -1, bts2].mean() - mean[-1, bts2]) < 4.5 * error


def test_a_scenario_beside_itself_differs_in_nothing():
    chain = compile_scenario(reference(1_001, horizon=4))
    pair = simulate_pair(chain, chain, 150, 3)
    assert np.array_equal(pair.first.stocks, pair.second.stocks)
    assert np.array_equal(pair.first.flows, pair.second.flows)


def test_scenarios_of_different_chains_are_not_compared():
    one = compile_scenario(scenario(ROWS, {"A": 10}))
    other = compile_scenario(scenario(ROWS, {"A": 10}, horizon=5))
    with pytest.raises(NotComparableError):
        simulate_pair(one, other, 10, 1)


def test_drawn_rows_have_the_mean_and_variance_of_the_dirichlet():
    chain = compile_scenario(scenario(ROWS, {"A": 10}, n=40))
    rows = draw_rows(chain, generator(np.random.SeedSequence(3)), 20_000)
    p = chain.rows
    assert np.all(rows[:, p == 0] == 0)
    assert np.allclose(rows.sum(axis=2), 1)
    variance = p * (1 - p) / 41
    assert np.all(np.abs(rows.mean(axis=0) - p) <= 4.5 * np.sqrt(variance / 20_000) + 1e-12)
    free = variance > 0
    assert rows.var(axis=0)[free] == pytest.approx(variance[free], rel=0.06)


def test_rows_by_leaver_keep_their_denominators_in_every_draw():
    row = Row("T", {"S": 0.5}, {"job": 0.4, "none": 0.6}, pupils_n=100, leavers_n=1e9)
    rest = [Row(state, {state: 1.0}) for state in ("S", "job", "none")]
    s = scenario({}, {})
    s = replace(s, states=("T", "S", "job", "none"), periods=(Period(2022, (row, *rest)),))
    chain = compile_scenario(replace(s, initial=(Stock("T", 100),)))
    rows = draw_rows(chain, generator(np.random.SeedSequence(1)), 500)[:, 0]
    assert rows[:, 1].std() == pytest.approx(0.05, rel=0.15)  # unsure how many go on studying
    assert rows[:, 2] / (1 - rows[:, 1]) == pytest.approx(0.4, abs=1e-3)  # sure of the leavers


def test_uncertainty_of_parameters_widens_the_bands():
    chain = compile_scenario(reference())
    both = simulate(chain, 400, 1).stocks[:, -1].std(axis=0)
    sampling = simulate(chain, 400, 1, parameters=False).stocks[:, -1].std(axis=0)
    alone = simulate(chain, 400, 1, sampling=False).stocks[:, -1].std(axis=0)
    varying = sampling > 0
    assert np.all(both[varying] > 1.5 * sampling[varying])
    assert both[varying] == pytest.approx(np.hypot(sampling, alone)[varying], rel=0.1)


def test_draws_are_the_same_whoever_computes_the_chunks():
    chain = compile_scenario(reference(5_000, horizon=4))
    whole = simulate(chain, 3 * CHUNK + 7, 9)

    def backwards(function, items):
        found = {i: function(item) for i, item in reversed(list(enumerate(items)))}
        return [found[i] for i in sorted(found)]

    again = simulate(chain, 3 * CHUNK + 7, 9, run=backwards)
    assert np.array_equal(whole.stocks, again.stocks)
    assert np.array_equal(whole.flows, again.flows)
    second = draw_chunk(chunks(chain, 3 * CHUNK, 9)[1])
    assert np.array_equal(second.stocks, whole.stocks[CHUNK : 2 * CHUNK])
    assert not np.array_equal(simulate(chain, CHUNK, 10).stocks, whole.stocks[:CHUNK])


def test_ratios_of_stocks():
    """A ratio above 1 (pupils come from elsewhere): mean and Poisson variance, Gamma for doubt."""
    rows = {"2PRO": {"1PRO": 1.02}, "1PRO": {"TPRO": 0.91}, "TPRO": {}}
    s = scenario(
        rows,
        {"2PRO": 1000, "1PRO": 900, "TPRO": 800},
        kind=Kind.RATIOS,
        entries=(Entry("2PRO", (1000, 1000, 1000)),),
    )
    chain = compile_scenario(s)
    assert project(chain).stocks[1:].tolist() == [
        pytest.approx([1000, 1020, 819]),
        pytest.approx([1000, 1020, 928.2]),
        pytest.approx([1000, 1020, 928.2]),
    ]
    assert_follows_the_law(simulate(chain, 4_000, 2).stocks, chain)
    unsure = compile_scenario(
        replace(s, periods=(Period(2022, (Row("2PRO", {"1PRO": 1.02}, pupils_n=500),)),))
    )
    rows = draw_rows(unsure, generator(np.random.SeedSequence(2)), 20_000)[:, 0, 1]
    assert rows.mean() == pytest.approx(1.02, rel=0.01)
    assert rows.var() == pytest.approx(1.02 / 500, rel=0.06)
    assert absorption(chain).final == ()


def test_derivatives_are_those_of_the_projection():
    """Against a small step of each rate along the stated convention."""
    s = reference(10_000, horizon=5, n=None, levers=(CONSOLIDATION,))
    share = Indicator(
        "x",
        Counted(("BTS1",), ("BTS2",)),
        Counted(("TPRO", "BTS1"), ("*",), ("employed",)),
        "pupil",
        "",
    )
    chain = compile_scenario(s)
    slopes = {(x.group, x.source, x.target): x.slope for x in sensitivity(chain, share, 2026)}
    weight_above = np.array([[a == "BTS1" and b == "BTS2" for b in s.states] for a in s.states])
    weight_below = np.array(
        [[a in ("TPRO", "BTS1") and b != "employed" for b in s.states] for a in s.states]
    )

    def value(changed):
        flows = project(changed).by_state(3)[1][4]
        return (flows * weight_above).sum() / (flows * weight_below).sum()

    size, step, tested = len(s.states), 1e-6, 0
    for (group, source, target), slope in slopes.items():
        cell = chain.groups.index(group) * size + chain.states.index(source)
        j = chain.states.index(target)

        def shifted(sign, cell=cell, j=j):
            regimes = []
            for p in chain.transitions():
                p = p.copy()
                rate = p[cell, j]
                p[cell] *= 1 - sign * step / (1 - rate)
                p[cell, j] = rate + sign * step
                regimes.append(p)
            return value(Fixed(chain, regimes))

        assert (shifted(1) - shifted(-1)) / (2 * step) == pytest.approx(slope, abs=1e-7, rel=1e-5)
        tested += slope != 0
    assert tested > 20


class Fixed:
    """A chain with other transitions."""

    def __init__(self, chain, regimes):
        self.chain, self.regimes = chain, regimes

    def __getattr__(self, name):
        return getattr(self.chain, name)

    def transitions(self):
        return self.regimes
