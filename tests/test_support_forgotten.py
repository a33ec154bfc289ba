"""Forgotten is forgotten: no version, no freed page, no log of the database says who it was.

What is kept is packed, so that looking for a name in the files would find nothing even where it
is still there: whatever can be unpacked, whole or in part, is unpacked first.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jalons.resources import CLASS_EXAMPLE
from jalons.support import tables
from jalons.support.domain import INSERTION
from jalons.support.keeping import NAMES, SCOPE
from jalons.support.noting import Note
from jalons.support.pupils_file import pasted
from jalons.support.state import SupportState
from jalons.workspace.domain import GoneError
from jalons.workspace.store import Workspace

if TYPE_CHECKING:
    from postgres_server import Server

pytest_plugins = ["postgres_server"]

YEAR, NAME = "2025-2026", "TMELEC1"
CODE, SECRET = "QZX77", "Zora Dupuis-Lenoir"
COMPANY = "Garage Zébulon"  # what else was known of the pupil goes too
WORDS = tuple(word.encode() for word in (CODE, "Zora", "Zébulon"))


def told(data: bytes) -> set[bytes]:
    """Those of :data:`WORDS` that some bytes say, packed or not, whole or broken off."""
    found = {word for word in WORDS if word in data}
    for start in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", data):
        unpacked = b""
        unpacker = zlib.decompressobj()
        try:
            for at in range(start.start(), min(len(data), start.start() + 60_000), 64):
                unpacked += unpacker.decompress(data[at : at + 64])
        except zlib.error:
            pass
        found |= {word for word in WORDS if word in unpacked}
    return found


def in_folder(folder: Path, *, but: str = "") -> set[bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return set[bytes]().union(
        *(told(path.read_bytes()) for path in files if not but or but not in path.parts)
    )


def new_state(workspace: Workspace) -> SupportState:
    return SupportState(workspace)


def fill_in(state: SupportState) -> None:
    """A pupil with a name, whom several tables and many versions speak of."""
    files = {path.name: path.read_bytes() for path in sorted(CLASS_EXAMPLE.glob("*.csv"))}
    state.open_example(files, YEAR, NAME)
    state.keep_names(True)
    state.put_pupils(pasted(f"eleve\tnom\n{CODE}\t{SECRET}"))
    state.set_cells("conventions", [(99, 0, CODE), (99, 1, COMPANY)])
    state.set_cells("conventions", [(99, 2, "2026-03-16"), (99, 3, "2026-04-03")])
    state.note(Note("certification", "SST", date(2026, 5, 11), date(2026, 5, 12)), [CODE])
    state.place(CODE, INSERTION)
    state.undo()


def kept(workspace: Workspace) -> set[bytes]:
    """What any version of any document says."""
    contents = [
        workspace.read(scope, document.name, version.number)
        for scope in (SCOPE, NAMES)
        for document in workspace.documents(scope)
        for version in workspace.versions(scope, document.name)
    ]
    return set[bytes]().union(*map(told, contents))


def click(state: SupportState) -> None:
    state.forget_pupil(CODE)


def purge(state: SupportState) -> None:
    assert state.past_years() == (YEAR,)
    assert state.forget_year(YEAR) == 1


@pytest.mark.parametrize("forget", [click, purge])
def test_the_sqlite_file_says_nothing_any_more(
    tmp_path: Path, forget: Callable[[SupportState], None]
) -> None:
    workspace = Workspace(tmp_path / "w.sqlite")
    state = new_state(workspace)
    fill_in(state)
    assert kept(workspace) == in_folder(tmp_path) == set(WORDS)  # the search does find
    colleague = workspace._database._engine.connect()  # the log lives as long as somebody reads
    try:
        colleague.exec_driver_sql("select count(*) from jalons_version").all()
        colleague.rollback()
        forget(state)
        assert (tmp_path / "w.sqlite-wal").exists()
        assert kept(workspace) == in_folder(tmp_path) == set()
    finally:
        colleague.close()
    assert not state.can_undo
    assert not state.can_redo


@pytest.mark.parametrize("forget", [click, purge])
def test_the_tables_of_a_server_say_nothing_any_more(
    postgres: Server, forget: Callable[[SupportState], None]
) -> None:
    postgres.ask("CHECKPOINT")
    before = in_folder(postgres.folder / "data", but="pg_wal")
    assert before == set()
    workspace = Workspace(postgres.address(postgres.fresh()))
    state = new_state(workspace)
    fill_in(state)
    postgres.ask("CHECKPOINT")
    assert kept(workspace) == set(WORDS)
    assert in_folder(postgres.folder / "data", but="pg_wal") == set(WORDS)
    forget(state)
    postgres.ask("CHECKPOINT")
    assert kept(workspace) == set()
    assert in_folder(postgres.folder / "data", but="pg_wal") == set()
    # Its journal goes round, and its backups are its keeper's: the page says so.


def test_names_are_gone_from_the_file_when_the_box_is_ticked_off(tmp_path: Path) -> None:
    state = new_state(Workspace(tmp_path / "w.sqlite"))
    fill_in(state)
    state.keep_names(False)
    assert in_folder(tmp_path) == set(WORDS) - {b"Zora"}


# --- somebody else has the class open -----------------------------------------------------------


@pytest.fixture
def two(tmp_path: Path) -> tuple[SupportState, SupportState]:
    workspace = Workspace(tmp_path / "w.sqlite")
    mine, other = new_state(workspace), new_state(workspace)
    fill_in(mine)
    other.open(YEAR, NAME)
    return mine, other


def test_a_colleague_who_goes_on_does_not_bring_a_pupil_back(
    two: tuple[SupportState, SupportState], tmp_path: Path
) -> None:
    mine, other = two
    row = next(n for n, r in enumerate(other.book.draft.rows("eleves")) if r[0] == CODE)  # type: ignore[union-attr]
    other.set_cells("eleves", [(0, tables.NAME_AT + 2, "TNE")])
    other.remove("eleves", [row])
    other.undo()
    mine.forget_pupil(CODE)
    other.set_cells("conventions", [(0, 1, "Fonderie Roussel")])
    for _ in range(3):
        other.undo()
    for _ in range(3):
        other.redo()
    assert other.book == new_opened(other).book
    assert other.book is not None
    assert CODE not in other.book.draft.names("eleves")
    assert in_folder(tmp_path) == set()


def new_opened(state: SupportState) -> SupportState:
    fresh = new_state(state.keeping._workspace)  # type: ignore[arg-type]
    fresh.open(YEAR, NAME)
    return fresh


def test_a_colleague_who_goes_on_does_not_bring_a_class_back(
    two: tuple[SupportState, SupportState], tmp_path: Path
) -> None:
    mine, other = two
    mine.forget_year(YEAR)
    other.set_cells("conventions", [(0, 1, "Fonderie Roussel")])
    assert other.book is None
    assert isinstance(other.trouble, GoneError)
    assert "supprimer" in str(other.trouble)
    assert new_state(other.keeping._workspace).classes == ()  # type: ignore[arg-type]
    assert in_folder(tmp_path) == set()
    other.begin(YEAR, NAME)  # a new one may have its name
    assert other.trouble is None
    assert new_opened(other).klass == other.klass


def test_who_looks_at_a_class_that_is_gone_is_told(two: tuple[SupportState, SupportState]) -> None:
    mine, other = two
    mine.forget_class(YEAR, NAME)
    other.refresh()
    assert other.book is None
    assert isinstance(other.trouble, GoneError)
