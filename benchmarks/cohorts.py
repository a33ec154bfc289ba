"""The cohort engine on the reference model, and others on the same model in the same run.

    python3 kit.py bench cohorts

12 states, 3 groups, 650,000 pupils and as many entrants as France has, 10 years. Processor seconds
of one thread, the fastest of several runs. Others are told by their cost for one draw: one draw
of theirs is 650,000 and more persons one by one, and none of them draws the rates. Before a figure
is shown its mean stocks are held against the exact law; a wrong engine is not a fast one.

mesa and QuantEcon are no part of the kit: ``pip install -e '.[bench]'``. Absent, they are skipped.
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # one core, before numpy starts

import importlib.util
import platform
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from chains import CONSOLIDATION, reference
from jalons.cohorts.chain import Chain
from jalons.cohorts.compare import simulate_pair
from jalons.cohorts.compile import compile_scenario
from jalons.cohorts.indicator_table import load_indicators
from jalons.cohorts.outcome import SLIDER_DRAWS, compare
from jalons.cohorts.project import covariance, project
from jalons.cohorts.simulate import simulate

DRAWS = 1000
BOUND = 5.0
"""Standard errors a mean may be away from the exact one."""

Floats = np.ndarray


def fastest(step: Callable[[], object], runs: int = 5) -> float:
    """Processor seconds of the fastest of ``runs``."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        step()
        seconds.append(time.process_time() - start)
    return min(seconds)


def timed(engine: Callable[[Chain, int], Floats], chain: Chain, seed: int) -> tuple[Floats, float]:
    start = time.process_time()
    return engine(chain, seed), time.process_time() - start


def law(chain: Chain) -> tuple[Floats, Floats]:
    """Exact mean and standard deviation of the stocks, (T + 1, S)."""
    mean, _ = project(chain).by_state(len(chain.groups))
    add = np.tile(np.eye(len(chain.states)), (len(chain.groups), 1))
    variance = np.einsum("ci,tcd,di->ti", add, covariance(chain), add)
    return mean, np.sqrt(np.maximum(variance, 0))


def held(name: str, stocks: Floats, chain: Chain) -> str:
    """How far the mean of drawn stocks (D, T + 1, S) is from the law; stops when too far."""
    mean, deviation = law(chain)
    error = deviation / np.sqrt(len(stocks))
    distance = np.abs(stocks.mean(axis=0) - mean)
    if distance[error < 1e-6].max() > 1e-3:
        raise SystemExit(f"{name}: wrong, a certain stock is missed")
    worst = float((distance[error >= 1e-6] / error[error >= 1e-6]).max())
    if worst > BOUND:
        raise SystemExit(f"{name}: wrong, {worst:.1f} standard errors from the exact mean")
    return f"{worst:.1f} standard errors from the exact mean at most"


def heads(chain: Chain) -> list[np.ndarray]:
    """Persons by cell at the start, then entrants of each year, rounded."""
    size = len(chain.states)
    return [np.round(each.mean(size)).astype(int) for each in (chain.initial, *chain.entries)]


def by_state(cells: np.ndarray, chain: Chain) -> Floats:
    counted = np.bincount(cells, minlength=chain.cells).reshape(len(chain.groups), -1)
    return counted.sum(axis=0).astype(float)


def next_cells(chain: Chain) -> np.ndarray:
    """P over the cells, (C, C), groups apart."""
    size, p = len(chain.states), chain.transitions()[0]
    wide = np.zeros((chain.cells, chain.cells))
    for g in range(len(chain.groups)):
        own = slice(g * size, (g + 1) * size)
        wide[own, own] = p[own]
    return wide


def with_pandas(chain: Chain, seed: int) -> Floats:
    """A frame with a row a pupil; each year the rows of a cell choose together."""
    rng, wide, people = np.random.default_rng(seed), next_cells(chain), heads(chain)
    frame = pd.DataFrame({"cell": np.repeat(np.arange(chain.cells), people[0])})
    stocks = [by_state(frame["cell"].to_numpy(), chain)]
    for t in range(chain.horizon):
        after = frame["cell"].to_numpy(copy=True)
        for cell, rows in frame.groupby("cell").indices.items():
            if not chain.final[cell]:
                after[rows] = rng.choice(chain.cells, len(rows), p=wide[cell])
        entrants = np.repeat(np.arange(chain.cells), people[t + 1])
        frame = pd.DataFrame({"cell": np.concatenate([after, entrants])})
        stocks.append(by_state(frame["cell"].to_numpy(), chain))
    return np.array(stocks)


def with_mesa(chain: Chain, seed: int) -> Floats:
    """An agent a pupil.

    Tuned: no shuffle, rows as sums for a bisection, random numbers drawn in one go, counts kept as
    agents move. Who has reached a final state stays: taking agents out costs more than it saves.
    """
    from bisect import bisect

    import mesa

    sums = next_cells(chain).cumsum(axis=1)
    sums[:, -1] = 1.0
    rows, final = [row.tolist() for row in sums], chain.final.tolist()
    rng, people = np.random.default_rng(seed), heads(chain)

    class Pupil(mesa.Agent):
        def __init__(self, model: mesa.Model, cell: int) -> None:
            super().__init__(model)
            self.cell = cell

        def step(self) -> None:
            before = self.cell
            if final[before]:
                return
            self.cell = after = bisect(rows[before], next(self.model.dice))
            if after != before:
                count = self.model.count
                count[before] -= 1
                count[after] += 1

    class School(mesa.Model):
        def __init__(self) -> None:
            super().__init__(seed=seed)
            self.count = [0] * chain.cells
            self.enter(0)

        def enter(self, t: int) -> None:
            for cell, number in enumerate(people[t].tolist()):
                self.count[cell] += number
                for _ in range(number):
                    Pupil(self, cell)

        def step(self) -> None:
            self.dice = iter(rng.random(len(self.agents)).tolist())
            self.agents.do("step")

        def stocks(self) -> Floats:
            by_group = np.array(self.count, dtype=float).reshape(len(chain.groups), -1)
            return by_group.sum(axis=0)

    model = School()
    stocks = [model.stocks()]
    for t in range(chain.horizon):
        model.step()
        model.enter(t + 1)
        stocks.append(model.stocks())
    return np.array(stocks)


def with_quantecon(chain: Chain, seed: int) -> Floats:
    """A simulated path a pupil, those who enter later a shorter one."""
    from quantecon import MarkovChain

    markov, people = MarkovChain(next_cells(chain)), heads(chain)
    rng = np.random.default_rng(seed)
    stocks = np.zeros((chain.horizon + 1, len(chain.states)))
    for t, entering in enumerate(people):
        start, years = np.repeat(np.arange(chain.cells), entering), chain.horizon + 1 - t
        if years == 1:
            paths = start[:, None]
        else:
            paths = markov.simulate_indices(years, init=start, random_state=rng)
        for k in range(years):
            stocks[t + k] += by_state(paths[:, k], chain)
    return stocks


OTHERS = {
    "mesa, an agent a pupil": ("mesa", with_mesa),
    "pandas, a row a pupil": ("pandas", with_pandas),
    "QuantEcon MarkovChain, a path a pupil": ("quantecon", with_quantecon),
}


def main() -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    scenario, table = reference(), load_indicators()
    levered = reference(levers=(CONSOLIDATION,))
    chain, other = compile_scenario(scenario), compile_scenario(levered)
    known = compile_scenario(reference(n=None))
    large = compile_scenario(reference(heads=20_000_000))
    sure = simulate(known, DRAWS, 1)
    beside = compile_scenario(reference(n=None, levers=(CONSOLIDATION,)))
    pair = simulate_pair(known, beside, DRAWS, 1)
    print(f"draws: {held('draws', sure.stocks, known)}")
    print(f"coupled draws, without the lever: {held('coupled draws', pair.first.stocks, known)}")
    print(f"coupled draws, with it: {held('coupled draws', pair.second.stocks, beside)}")
    exact = fastest(lambda: simulate(chain, DRAWS, 1))
    figures = {
        "compile the scenario": fastest(lambda: compile_scenario(scenario)),
        "expected flows": fastest(lambda: project(chain)),
        "mean and covariance in closed form": fastest(lambda: covariance(chain)),
        f"{DRAWS} exact draws, rates drawn too": exact,
        f"{DRAWS} exact draws, 20 million pupils": fastest(lambda: simulate(large, DRAWS, 1)),
        f"two scenarios coupled, {SLIDER_DRAWS} draws each": fastest(
            lambda: simulate_pair(chain, other, SLIDER_DRAWS, 1)
        ),
        "the same from scenario to indicators and bands": fastest(
            lambda: compare(scenario, levered, table.indicators, SLIDER_DRAWS)
        ),
        f"two scenarios coupled, {DRAWS} draws each": fastest(
            lambda: simulate_pair(chain, other, DRAWS, 1)
        ),
    }
    for name, seconds in figures.items():
        print(f"{name:50} {1000 * seconds:10.2f} ms")
    each = exact / DRAWS
    print(f"\n{'one draw':50} {1000 * each:10.4f} ms")
    for name, (package, engine) in OTHERS.items():
        if importlib.util.find_spec(package) is None:
            print(f"{name:50} skipped, {package} is not installed")
            continue
        engine(compile_scenario(reference(heads=600, n=None)), 1)  # compiling is not measured
        stocks, seconds = zip(*(timed(engine, known, seed) for seed in range(2)), strict=True)
        cost, found = min(seconds), np.array(stocks)
        told = held(name, found, known)
        print(f"{name:50} {1000 * cost:10.0f} ms = {cost / each:9,.0f} times; {told}")


if __name__ == "__main__":
    main()
