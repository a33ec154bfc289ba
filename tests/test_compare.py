"""Two plans side by side: what moved, who changed, what came, what went."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from jalons.planner.compare import KINDS, Change, concerning, counts, differences
from jalons.planner.domain import Assignment, Plan
from schools import placed

ONE = placed("S01", "TMELEC", "2026-09-10", "14:00", "15:30", "Mme Roy")
TWO = placed("S02", "TMELEC", "2026-09-17", "14:00", "15:00", "Mme Roy", "M. Bey", place="CDI")
OTHER = placed("S01", "1PCEPC", "2026-09-10", "14:00", "15:30", "Mme Sy")


def plan(*assignments: Assignment) -> Plan:
    return Plan("LP", "2026-2027", assignments)


def only(before: Plan, after: Plan) -> Change:
    (change,) = differences(before, after)
    return change


def test_the_same_plan_has_no_differences() -> None:
    assert differences(plan(ONE, TWO), plan(TWO, ONE)) == ()


def test_the_order_in_which_people_are_named_is_no_difference() -> None:
    swapped = replace(TWO, staff=("M. Bey", "Mme Roy"))
    assert differences(plan(TWO), plan(swapped)) == ()


def test_a_session_on_another_day_has_moved() -> None:
    later = replace(ONE, day=TWO.day)
    change = only(plan(ONE, TWO), plan(later, TWO))
    assert (change.kind, change.before, change.after) == ("moved", ONE, later)
    assert not change.new_people
    assert not change.new_place


def test_a_session_that_lasts_longer_has_moved() -> None:
    assert only(plan(ONE), plan(replace(ONE, end=TWO.start.replace(hour=16)))).kind == "moved"


def test_another_person_or_another_place() -> None:
    people = only(plan(TWO), plan(replace(TWO, staff=("Mme Roy", "Mme Sy"))))
    assert (people.kind, people.new_people, people.new_place) == ("staffed", True, False)
    assert people.people == {"Mme Roy", "M. Bey", "Mme Sy"}
    place = only(plan(TWO), plan(replace(TWO, place="Salle A104")))
    assert (place.kind, place.new_people, place.new_place) == ("staffed", False, True)


def test_what_came_and_what_went() -> None:
    changes = differences(plan(ONE), plan(TWO))
    assert [c.kind for c in changes] == ["taken_out", "added"]
    assert counts(changes) == {"moved": 0, "staffed": 0, "added": 1, "taken_out": 1}


def test_only_what_concerns_a_class_or_a_person() -> None:
    changes = differences(plan(), plan(ONE, TWO, OTHER))
    assert len(concerning(changes)) == 3
    assert [c.task for c in concerning(changes, class_name="1PCEPC")] == [OTHER.task]
    assert [c.task for c in concerning(changes, person="M. Bey")] == [TWO.task]


@pytest.mark.parametrize("seed", range(20))
def test_the_differences_lead_from_one_plan_to_the_other(seed: int) -> None:
    """Applied to the first plan they give the second; backwards, each is turned round."""
    chance = random.Random(seed)
    pool = [
        replace(a, day=a.day.replace(day=day), staff=staff)
        for a in (ONE, TWO, OTHER)
        for day in (3, 10, 17)
        for staff in (("Mme Roy",), ("Mme Sy", "M. Bey"))
    ]
    first, second = (
        {a.task: a for a in chance.sample(pool, chance.randrange(6))} for _ in range(2)
    )
    changes = differences(plan(*first.values()), plan(*second.values()))
    result = dict(first)
    for change in changes:
        result.pop(change.task, None)
        if change.after is not None:
            result[change.task] = change.after
    assert result == second
    back = differences(plan(*second.values()), plan(*first.values()))
    assert {(c.task, c.after, c.before) for c in back} == {
        (c.task, c.before, c.after) for c in changes
    }
    assert {c.kind for c in changes} <= set(KINDS)
