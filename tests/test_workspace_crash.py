"""What was confirmed is never lost: processes that save are killed at any moment, many times."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from jalons.workspace.store import Workspace
from workspace_processes import confirmed_by, content_of, saver

NAMES = ("plan", "school")


def kill_at_random(place: Path, chance: random.Random) -> dict[str, int]:
    """Two processes save, one document each, and are killed; the last number each confirmed."""
    savers = {name: saver(str(place), name) for name in NAMES}
    # Often while it works, at times before it ever could: as it opens, or makes the tables.
    if chance.random() < 0.8:
        savers[NAMES[0]][1].poll(60)
    savers[NAMES[0]][0].join(chance.uniform(0, 0.15))
    for child, _ in savers.values():
        child.kill()
    return {name: max(confirmed_by(answers), default=0) for name, (_, answers) in savers.items()}


def check(place: Path, confirmed: dict[str, int]) -> None:
    """All that was confirmed is there, all that is there is whole, and the file is sound."""
    workspace = Workspace(place)
    for name, last in confirmed.items():
        versions = workspace.versions("crash", name)
        assert [version.number for version in versions] == list(range(len(versions), 0, -1))
        assert len(versions) >= last
        for version in versions:
            content = workspace.read("crash", name, version.number)
            assert content == content_of(name, version.number)
    connection: Any = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()


@pytest.mark.parametrize("rounds", [15, pytest.param(150, marks=pytest.mark.slow)])
def test_kill_9_at_any_moment_loses_nothing_confirmed(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(rounds)
    confirmed = dict.fromkeys(NAMES, 0)
    total = 0
    for turn in range(rounds):
        place = tmp_path / f"{turn // 5}.sqlite"  # a new file now and then, to be killed on
        if turn % 5 == 0:
            confirmed = dict.fromkeys(NAMES, 0)
        for name, last in kill_at_random(place, chance).items():
            total += max(0, last - confirmed[name])
            confirmed[name] = max(confirmed[name], last)
        check(place, confirmed)
    assert total > rounds // 2  # or nothing was put to the test


def test_the_check_sees_a_loss(tmp_path: Path) -> None:
    place = tmp_path / "x.sqlite"
    for number in (1, 2, 3):
        Workspace(place).keep("crash", "plan", content_of("plan", number))
    check(place, {"plan": 3})
    with pytest.raises(AssertionError):
        check(place, {"plan": 4})
    Workspace(place).keep("crash", "plan", content_of("plan", 4)[:-1])
    with pytest.raises(AssertionError):
        check(place, {"plan": 3})
