"""The versions of a school as people read them: grouped in time, and what each group changed.

Pure: versions and contents come in, facts go out; the words are in ``page/history.py``. A kept plan
is read as it is written, without asking whether the school still has its people and sessions.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Any

from jalons.planner.compare import counts, differences
from jalons.planner.domain import Assignment, Plan, Task
from jalons.planner.kept import Content
from jalons.workspace.domain import Version

SITTING = timedelta(minutes=30)  # changes no further apart are one piece of work
# What is a piece of work of its own, however soon after another.
APART = ("opened", "proposed", "back", "mine", "merged", "copied")


@dataclass(frozen=True)
class Episode:
    """Versions that one person saved in one go.

    Parameters
    ----------
    newest, oldest : Version
        The last and the first of them.
    count : int
        How many there are.
    before : Version or None
        What they started from; None, the beginning.
    name : str
        What somebody called ``newest``; a named version always ends an episode.
    """

    newest: Version
    oldest: Version
    count: int
    before: Version | None
    name: str = ""


def episodes(versions: Iterable[Version], names: Mapping[int, str]) -> tuple[Episode, ...]:
    """Group versions, newest first, those kept beside among them.

    Parameters
    ----------
    versions : iterable of Version
        Newest first, as the workspace gives them.
    names : mapping
        Number → name of the versions that have one.
    """
    groups: list[list[Version]] = []
    for version in sorted(versions, key=lambda v: v.number):
        same = next((g for g in reversed(groups) if g[-1].side == version.side), None)
        if same and _together(same[-1], version, names):
            same.append(version)
        else:
            groups.append([version])
    line = {v.number: v for g in groups for v in g if not v.side}
    found = [
        Episode(g[-1], g[0], len(g), _start(g[0], line), names.get(g[-1].number, ""))
        for g in groups
    ]
    return tuple(sorted(found, key=lambda e: -e.newest.number))


def _together(one: Version, two: Version, names: Mapping[int, str]) -> bool:
    return (
        one.number not in names
        and one.author == two.author
        and two.saved_at - one.saved_at <= SITTING
        and not {v.note.partition(":")[0] for v in (one, two)} & {*APART}
    )


def _start(first: Version, line: Mapping[int, Version]) -> Version | None:
    """What came before on the line; for one beside it, what the person started from."""
    if first.side and first.parent is not None:
        return line.get(first.parent)
    earlier = [number for number in line if number < first.number]
    return line[max(earlier)] if earlier else None


@dataclass(frozen=True)
class Changed:
    """What differs between two contents.

    Parameters
    ----------
    sessions : mapping
        Kind of change (see :mod:`jalons.planner.compare`) → how many sessions.
    pinned, unpinned : int
        Sessions agreed on, and let go.
    tables : tuple of str
        Names of the files that differ.
    draft : bool
        Tables being edited differ.
    first, last : bool
        There was no plan before; there is none after.
    """

    sessions: Mapping[str, int] = field(default_factory=dict)
    pinned: int = 0
    unpinned: int = 0
    tables: tuple[str, ...] = ()
    draft: bool = False
    first: bool = False
    last: bool = False


def changed(before: Content | None, after: Content) -> Changed:
    """What leads from one content to another; from nothing, only the plan counts."""
    was, now = (read_plan(c.plan if c else b"") for c in (before, after))
    files = before.files if before else after.files
    names = sorted({*files, *after.files})
    return Changed(
        sessions=counts(differences(was, now)),
        pinned=len(now.pinned - was.pinned),
        unpinned=len(was.pinned - now.pinned),
        tables=tuple(n for n in names if files.get(n) != after.files.get(n)),
        draft=before is not None and dict(before.draft) != dict(after.draft),
        first=not (before and before.plan) and bool(after.plan),
        last=bool(before and before.plan) and not after.plan,
    )


@lru_cache(maxsize=4)  # one version is the end of a piece of work and the beginning of the next
def read_plan(data: bytes) -> Plan:
    """A kept plan: where each session is and what is agreed; empty where there is none."""
    row: dict[str, Any] = json.loads(data or b"{}")
    return Plan(
        str(row.get("school", "")),
        str(row.get("year", "")),
        tuple(_assignment(item) for item in row.get("assignments", ())),
        pinned=frozenset(_task(item) for item in row.get("pinned") or ()),
    )


def _task(item: Mapping[str, Any]) -> Task:
    return Task(item["session"], item["part"], item["class"], item["group"])


def _assignment(item: Mapping[str, Any]) -> Assignment:
    return Assignment(
        _task(item),
        date.fromisoformat(item["date"]),
        time.fromisoformat(item["start"]),
        time.fromisoformat(item["end"]),
        tuple(item["staff"]),
        item["place"],
    )
