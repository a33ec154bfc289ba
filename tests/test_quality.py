"""What a plan is worth in sentences: counts that add up, and the gap never better than it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.domain import Plan
from jalons.planner.objective import WEIGHTS, Part, Wishes, cost_parts
from jalons.planner.quality import TOLD, gap, gap_of, quality
from jalons.planner.solver import solve
from jalons.planner.times import Times
from schools import placed, school, tiny

FR, EN = Translator("fr"), Translator("en")


@given(
    rest=st.integers(0, 5000), slack=st.integers(0, 5000), left=st.integers(0, 5), cut=st.integers()
)
def test_the_gap_is_never_said_smaller_than_it_may_be(
    rest: int, slack: int, left: int, cut: int
) -> None:
    """Whatever best plan hides between bound and objective, the plan is within what is said."""
    left_out = left * WEIGHTS["mandatory_left_out"]
    bound, objective = left_out + rest, left_out + rest + slack
    found = gap(objective, bound, left_out)
    best = bound + cut % (slack + 1) - left_out
    if found.code == "best":
        assert objective - left_out == best
    elif found.code == "within":
        assert objective - left_out <= best * (1 + found.percent / 100) + 1e-9
    else:
        assert found.code == "unknown"


@pytest.mark.parametrize(
    ("objective", "bound", "sentence"),
    [
        (10, 10, "C'est le meilleur planning possible"),
        (103, 100, "au plus 3 % au-dessus du meilleur possible"),
        (300, 100, "s'est arrêtée avant de pouvoir dire"),
    ],
)
def test_the_gap_in_words(objective: float, bound: float, sentence: str) -> None:
    assert sentence in words.gap(FR, gap(objective, bound))
    assert words.gap(EN, gap(objective, bound))


def test_what_is_left_out_does_not_hide_the_gap() -> None:
    found = gap(1_000_150, 1_000_100, left_out=1_000_000)
    assert (found.code, found.percent) == ("within", 50)
    assert "d'autres séances ont une place" in words.gap(FR, gap(1_000_100, 200, 1_000_000))


def test_a_plan_that_was_proven_says_so_and_one_changed_by_hand_does_not() -> None:
    of = school(tiny())
    plan = solve(of)
    found = gap_of(plan)
    assert found is not None
    assert found.code == "best"
    assert gap_of(Plan("LP", "2026-2027")) is None
    assert words.gap(FR, None).startswith("Planning modifié")


def test_classes_add_up_to_the_counts_of_the_objective() -> None:
    of = school(tiny())
    times = Times(of)
    plan = Plan(
        "LP", "2026-2027", (placed("S01", "TMELEC", "2026-11-26", "14:00", "15:30", "Mme Roy"),)
    )
    told = {one.part.name: one for one in quality(Wishes(times), plan)}
    expected = {part.name: part for part in cost_parts(times, plan)}
    assert tuple(told) == TOLD
    for name, one in told.items():
        assert one.part == expected[name]
        if name != "staff_uneven":
            assert sum(count for _, count in one.classes) == one.part.count
    assert told["gap_week"].part.count > 0
    assert words.wanted(FR, told["gap_week"].part, 1) == (
        "2 classes passent plus de 4 semaines de cours sans séance."
    )


@pytest.mark.parametrize("t", [FR, EN], ids=["fr", "en"])
@pytest.mark.parametrize("count", [0, 1, 7])
@pytest.mark.parametrize("name", TOLD)
def test_every_part_has_its_sentence(t: Translator, name: str, count: int) -> None:
    facts = {"classes": count, "pools": count, "weeks": 4, "hours": 2}
    assert words.wanted(t, Part(name, count, 1, facts), 5).endswith(".")
    assert t(f"quality-class-{name.replace('_', '-')}", name="TMELEC", count=count)
