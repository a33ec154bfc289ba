"""What other processes do to a workspace in the tests; small, so that they start quickly."""

from __future__ import annotations

import contextlib
import multiprocessing
import random
from collections.abc import Callable
from typing import Any

from jalons.workspace.domain import Conflict
from jalons.workspace.store import Workspace

PLAN = ("planifier", "plan")

# A clean process that has the imports done gives children quickly; Windows has none.
METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
processes: Any = multiprocessing.get_context(METHOD)
if METHOD == "forkserver":
    processes.set_forkserver_preload(["jalons.workspace.store", "sqlalchemy.dialects.sqlite"])


def contents_of(place: str) -> list[bytes]:
    """What all versions of the plan hold, newest first."""
    workspace = Workspace(place)
    return [workspace.read(*PLAN, version.number) for version in workspace.versions(*PLAN)]


def in_processes(work: Callable[..., Any], place: str, count: int, *more: object) -> list[Any]:
    """What each of ``count`` processes found, all of them let go at the same instant."""
    gate = processes.Barrier(count)
    ends = [processes.Pipe(duplex=False) for _ in range(count)]
    children = [
        processes.Process(target=work, args=(place, gate, send, who, *more))
        for who, (_, send) in enumerate(ends)
    ]
    for child in children:
        child.start()
    for _, send in ends:
        send.close()
    found = [receive.recv() for receive, _ in ends]
    for child in children:
        child.join()
    return found


def save_each_round(
    place: str, gate: Any, answer: Any, who: int, rounds: int, take_turns: bool
) -> None:
    """Start from the same version as the others and save at the same instant, again and again."""
    workspace = Workspace(place)
    if not take_turns:  # as if nobody waited for anybody: only the unique number is left
        database: Any = workspace._database
        begin = database._begin
        database._begin = lambda connection, write: begin(connection, False)
    found: list[tuple[str, int, int]] = []
    for turn in range(rounds):
        gate.wait(60)
        newest = workspace.newest(*PLAN)
        base = newest.number if newest else None
        gate.wait(60)
        try:
            saved = workspace.save(*PLAN, f"{turn} {who}".encode(), base)
            found.append(("saved", saved.number, saved.number))
        except Conflict as conflict:
            found.append(("conflict", conflict.mine.version.number, conflict.theirs.version.number))
    answer.send(found)


def keep_many(place: str, gate: Any, answer: Any, who: int, times: int) -> None:
    """Keep one state after the other. Nothing is there yet: all make the tables at once."""
    gate.wait(60)
    workspace = Workspace(place)
    for turn in range(times):
        workspace.keep(*PLAN, f"{who} {turn}".encode())
    answer.send("done")


def content_of(name: str, number: int) -> bytes:
    """What a version holds in the crash tests: anybody can tell whether all of it is there."""
    chance = random.Random(f"{name} {number}")
    return chance.randbytes(chance.randrange(60_000)) + b"jalons" * chance.randrange(2_000)


def save_and_confirm(place: str, answer: Any, name: str) -> None:
    """Save for ever; each number is said as soon as, and only when, the save has returned."""
    workspace = Workspace(place)
    newest = workspace.newest("crash", name)
    number = newest.number if newest else 0
    while True:
        saved = workspace.save("crash", name, content_of(name, number + 1), number or None)
        number = saved.number
        answer.send(number)


def saver(place: str, name: str) -> tuple[Any, Any]:
    """Start a process that saves until it is killed; gives it and where it confirms."""
    receive, send = processes.Pipe(duplex=False)
    child = processes.Process(target=save_and_confirm, args=(place, send, name), daemon=True)
    child.start()
    send.close()
    return child, receive


def confirmed_by(receive: Any) -> list[int]:
    """Every number that a process confirmed before it died."""
    numbers = []
    with contextlib.suppress(EOFError):
        while True:
            numbers.append(receive.recv())
    return numbers
