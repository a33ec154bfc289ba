"""How many sessions people and places can serve at once, without saying who serves which.

At each moment, among the sessions that need somebody of a set of people, there may be no more than
the set has people (Hall's condition); it is asked of every union of the sets that meet. Sessions of
equal people are thereby counted, not told apart: the models are several times smaller and have no
twins. What the count lets through and no roster can serve is rare, and found when names are given
(:mod:`jalons.planner.staffing`). Sets are bit masks of people and places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

MOST_UNIONS = 64  # unions of the sets that meet on a day; beyond, only the sets and their whole


@dataclass(slots=True)
class Use:
    """A stretch of a day that needs one of each mask; ``key`` says whose it is.

    ``targets`` are the pupils that may take it up: one session for each of a class's groups, or
    one for the class as a whole (None).
    """

    key: Hashable
    begin: int
    end: int
    masks: tuple[int, ...]
    class_name: str
    targets: set[str | None]


@dataclass(slots=True)
class Limit:
    """``sum of count × literal ≤ room``, over the uses in ``counts``."""

    room: int
    counts: dict[Hashable, int]


Held = tuple[int, int, tuple[int, ...]]  # begin, end, masks: a session whose time is settled
Busy = tuple[int, int, int]  # begin, end, mask: people and places that are not to be had


def limits_of_day(uses: Sequence[Use], held: Sequence[Held], busy: Sequence[Busy]) -> list[Limit]:
    """The limits of one day that can bind at all; none that another implies."""
    found: list[Limit] = []
    everything = dict.fromkeys(m for use in uses for m in use.masks)
    everything.update(dict.fromkeys(m for _, _, own in held for m in own))
    heaps = meeting(everything)
    heap_of = {mask: index for index, (_, masks) in enumerate(heaps) for mask in masks}
    near: list[dict[Hashable, Use]] = [{} for _ in heaps]
    settled: list[list[Held]] = [[] for _ in heaps]
    for use in uses:
        for mask in use.masks:
            near[heap_of[mask]][use.key] = use
    for one in held:
        for index in {heap_of[mask] for mask in one[2]}:
            settled[index].append(one)
    for index, (whole, masks) in enumerate(heaps):
        away = [b for b in busy if b[2] & whole]
        own = list(near[index].values())
        if not own or not (settled[index] or away or _may_clash(own)):
            continue
        for union in _unions(masks):
            found += _limits(union, own, settled[index], away)
    return found


def _may_clash(uses: list[Use]) -> bool:
    """Two classes, two groups, or two of the same people for one session."""
    first = uses[0]
    return (
        any(use.class_name != first.class_name for use in uses)
        or any(use.targets != {None} for use in uses)
        or any(len(use.masks) > 1 for use in uses)
    )


def _limits(
    union: int, uses: Sequence[Use], held: Sequence[Held], busy: Sequence[Busy]
) -> list[Limit]:
    counted = [(u, n) for u in uses if (n := _within(u.masks, union))]
    settled = [(b, e, n) for b, e, own in held if (n := _within(own, union))]
    away = [(b, e, m & union) for b, e, m in busy if m & union]
    found: list[Limit] = []
    moments = {u.begin for u, _ in counted}.union(b for b, _, _ in settled)
    moments.update(b for b, _, _ in away)
    for moment in sorted(moments):
        now = [(u, n) for u, n in counted if u.begin <= moment < u.end]
        if not now:
            continue
        missing = 0
        for b, e, m in away:
            if b <= moment < e:
                missing |= m
        room = (union & ~missing).bit_count()
        room = max(0, room - sum(n for b, e, n in settled if b <= moment < e))
        if _at_most(now) > room:
            limit = Limit(room, {u.key: n for u, n in now})
            if not any(_implies(other, limit) for other in found):
                found = [other for other in found if not _implies(limit, other)]
                found.append(limit)
    return found


def _within(masks: Iterable[int], union: int) -> int:
    return sum(m | union == union for m in masks)


def _implies(one: Limit, two: Limit) -> bool:
    return one.room <= two.room and one.counts.items() >= two.counts.items()


def _at_most(now: list[tuple[Use, int]]) -> int:
    """The most that can go on at once, whatever is chosen: one session a pupil."""
    most: dict[str, dict[str | None, int]] = defaultdict(dict)
    for use, n in now:
        own = most[use.class_name]
        for target in use.targets:
            own[target] = max(n, own.get(target, 0))
    return sum(
        max(own.get(None, 0), sum(n for target, n in own.items() if target is not None))
        for own in most.values()
    )


def meeting(masks: Iterable[int]) -> list[tuple[int, list[int]]]:
    """The masks in heaps that have nobody in common."""
    heaps: list[tuple[int, list[int]]] = []
    for mask in masks:
        whole, own = mask, [mask]
        apart = []
        for other, members in heaps:
            if other & mask:
                whole, own = whole | other, members + own
            else:
                apart.append((other, members))
        heaps = [*apart, (whole, own)]
    return heaps


def _unions(masks: list[int]) -> list[int]:
    unions: dict[int, None] = {}
    for mask in masks:
        unions |= dict.fromkeys([mask, *(mask | union for union in unions)])
        if len(unions) > MOST_UNIONS:
            whole = 0
            for m in masks:
                whole |= m
            return list(dict.fromkeys([*masks, whole]))
    return list(unions)
