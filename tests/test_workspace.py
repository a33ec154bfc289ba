"""What is saved comes back, nothing is overwritten, and two people cannot hurt each other.

The same on a file and on a real server; what only a file can suffer is at the end.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Update, create_engine, event, text

from jalons.i18n import Translator
from jalons.workspace import domain, tables
from jalons.workspace.address import address, default_file
from jalons.workspace.domain import Conflict, Copy, Version, WorkspaceError
from jalons.workspace.store import Workspace
from workspace_processes import (
    PLAN,
    contents_of,
    in_processes,
    keep_many,
    processes,
    save_each_round,
)

pytest_plugins = ["postgres_server"]


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where nothing was ever saved."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'deep' / 'jalons.sqlite'}"
    return str(request.getfixturevalue("postgres").corner())


@pytest.fixture
def workspace(place: str) -> Workspace:
    return Workspace(place)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "jalons.sqlite"


def said(error: WorkspaceError) -> str:
    """The sentence in French, after checking that the English one can be made of the facts."""
    assert error.sentence(Translator("en")) != error.sentence(Translator("fr")) == str(error)
    return str(error)


def in_sql(place: str, statement: str | Update) -> None:
    """Do what no workspace would do."""
    engine = create_engine(place)
    with engine.begin() as connection:
        connection.execute(text(statement) if isinstance(statement, str) else statement)
    engine.dispose()


# --- one person -------------------------------------------------------------------------------


def test_the_newest_state_comes_back(workspace: Workspace) -> None:
    assert workspace.latest(*PLAN) is None
    assert workspace.newest(*PLAN) is None
    assert workspace.versions(*PLAN) == ()
    for content in (b"one", b"two", b""):
        workspace.keep(*PLAN, content)
        assert workspace.latest(*PLAN) == content
    assert workspace.latest("planifier", "other") is None
    assert workspace.latest("simuler", "plan") is None


def test_versions_say_when_who_why_and_how_large(workspace: Workspace) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    first = workspace.save(*PLAN, b"a" * 5000, None, author="Mme Roy", note="avant le conseil")
    second = workspace.save(*PLAN, b"deux", first.number)
    assert workspace.versions(*PLAN) == (second, first)
    assert workspace.versions(*PLAN, most=1) == (second,)
    assert (first.number, first.parent, second.number, second.parent) == (1, None, 2, 1)
    assert (first.author, first.note, second.author, second.note) == (
        *("Mme Roy", "avant le conseil"),
        *("", ""),
    )
    assert first.size == 5000
    assert first.stored_size < 100
    assert before < first.saved_at <= second.saved_at < before + timedelta(minutes=1)
    assert first.saved_at.tzinfo is UTC
    assert not first.side
    assert not second.side


def test_any_version_can_be_read_and_gone_back_to(workspace: Workspace) -> None:
    for number, content in enumerate((b"one", b"two", b"three")):
        workspace.save(*PLAN, content, number or None)
    assert [workspace.read(*PLAN, number) for number in (1, 2, 3)] == [b"one", b"two", b"three"]
    back = workspace.go_back(*PLAN, 1, base=3, author="M. Petit", note="c'était mieux")
    assert (back.number, back.parent, back.note) == (4, 1, "c'était mieux")
    assert workspace.latest(*PLAN) == b"one"
    assert workspace.read(*PLAN, 3) == b"three"
    after = workspace.save(*PLAN, b"four", base=4)
    assert (after.number, after.parent) == (5, 4)


def test_the_same_content_is_stored_once(workspace: Workspace, place: str) -> None:
    content = os.urandom(100_000)
    for name in ("a", "b"):
        for _ in range(5):
            workspace.keep("planifier", name, content)
    with create_engine(place).connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM jalons_content")) == 1
        assert connection.scalar(text("SELECT count(*) FROM jalons_version")) == 10


def test_a_version_that_never_was_is_named(workspace: Workspace) -> None:
    workspace.keep(*PLAN, b"one")
    for ask in (lambda: workspace.read(*PLAN, 7), lambda: workspace.go_back(*PLAN, 7, base=1)):
        with pytest.raises(domain.NoSuchVersionError) as caught:
            ask()
        assert "version 7" in said(caught.value)
    assert len(workspace.versions(*PLAN)) == 1


def test_any_text_and_any_bytes_can_be_saved(workspace: Workspace) -> None:
    for content in (b"", bytes(range(256)) * 40, os.urandom(3_000_000)):
        workspace.keep(*PLAN, content)
        assert workspace.latest(*PLAN) == content
    newest = workspace.newest(*PLAN)
    assert newest is not None
    odd = workspace.save(
        *PLAN, b"x", newest.number, author="Zoë \U0001f389\0\ud800", note="a\n" * 9999
    )
    assert odd.author.startswith("Zoë \U0001f389")
    assert odd.note == "a\n" * 9999
    assert workspace.newest(*PLAN) == odd


@pytest.mark.parametrize("name", ["", "x" * 201, "a\0b", "a\ud800b"])
def test_a_name_no_database_takes_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain characters"):
        Workspace(tmp_path / "x.sqlite").keep("planifier", name, b"")


def test_another_process_sees_it(workspace: Workspace, place: str) -> None:
    for number in range(5):
        workspace.keep(*PLAN, bytes([number]))
    with processes.Pool(1) as pool:
        assert pool.apply(contents_of, (place,)) == [bytes([n]) for n in (4, 3, 2, 1, 0)]


# --- two people -------------------------------------------------------------------------------


def test_who_saves_second_loses_nothing_and_sees_both(workspace: Workspace) -> None:
    workspace.save(*PLAN, b"start", None)
    theirs = workspace.save(*PLAN, b"theirs", 1, author="Mme Roy")
    with pytest.raises(Conflict) as caught:
        workspace.save(*PLAN, b"mine", 1, author="M. Petit", note="jeudi")
    conflict = caught.value
    assert conflict.theirs == Copy(theirs, b"theirs")
    assert conflict.mine.content == b"mine"
    assert conflict.base is not None
    assert (conflict.base.version.number, conflict.base.content) == (1, b"start")
    sentence = said(conflict)
    for words in ("Mme Roy a enregistré", "version 2", "version 3"):
        assert words in sentence
    mine = conflict.mine.version
    assert (mine.number, mine.parent, mine.side, mine.author) == (3, 1, True, "M. Petit")
    assert [version.number for version in workspace.versions(*PLAN)] == [3, 2, 1]
    assert workspace.read(*PLAN, 3) == b"mine"
    assert workspace.latest(*PLAN) == b"theirs"
    assert workspace.newest(*PLAN) == theirs


def test_after_a_conflict_one_may_merge_or_take_one_s_own(workspace: Workspace) -> None:
    workspace.save(*PLAN, b"start", None)
    workspace.save(*PLAN, b"theirs", 1)
    with pytest.raises(Conflict) as caught:
        workspace.save(*PLAN, b"mine", 1)
    merged = workspace.save(*PLAN, b"both", base=caught.value.theirs.version.number)
    assert (merged.number, merged.parent) == (4, 2)
    own = workspace.go_back(*PLAN, caught.value.mine.version.number, base=merged.number)
    assert (own.number, own.parent, own.side) == (5, 3, False)
    assert workspace.latest(*PLAN) == b"mine"


def test_two_who_begin_the_same_document(workspace: Workspace) -> None:
    workspace.save(*PLAN, b"theirs", None)
    with pytest.raises(Conflict) as caught:
        workspace.save(*PLAN, b"mine", None)
    assert caught.value.base is None
    assert caught.value.mine.version.parent is None
    assert "Quelqu'un a enregistré" in said(caught.value)


def test_going_back_does_not_hide_what_one_has_not_seen(workspace: Workspace) -> None:
    workspace.save(*PLAN, b"start", None)
    workspace.save(*PLAN, b"theirs", 1)
    with pytest.raises(Conflict):
        workspace.go_back(*PLAN, 1, base=1)
    assert workspace.latest(*PLAN) == b"theirs"


def test_a_start_that_a_backup_does_not_know(workspace: Workspace) -> None:
    assert workspace.save(*PLAN, b"one", base=41).number == 1
    with pytest.raises(Conflict) as caught:
        workspace.save(*PLAN, b"two", base=41)
    assert caught.value.base is None
    assert caught.value.mine.version.parent is None
    assert workspace.read(*PLAN, 2) == b"two"


@pytest.mark.parametrize("take_turns", [True, False])
def test_two_processes_at_the_same_instant_one_wins(place: str, take_turns: bool) -> None:
    rounds = 15
    first, second = in_processes(save_each_round, place, 2, rounds, take_turns)
    workspace = Workspace(place)
    for turn, each in enumerate(zip(first, second, strict=True)):
        (_, winner, _), (_, refused, theirs) = sorted(each, reverse=True)
        assert sorted(what for what, _, _ in each) == ["conflict", "saved"]
        assert theirs == winner
        kept = {workspace.read(*PLAN, number) for number in (winner, refused)}
        assert kept == {f"{turn} {who}".encode() for who in (0, 1)}
    assert [each[0][0] for each in zip(first, second, strict=True)].count("saved") not in (
        0,
        rounds,
    )


def test_four_processes_that_begin_and_keep_at_once_lose_nothing(place: str) -> None:
    assert in_processes(keep_many, place, 4, 15) == ["done"] * 4
    workspace = Workspace(place)
    versions = workspace.versions(*PLAN)
    assert [version.number for version in versions] == list(range(60, 0, -1))
    assert [version.parent for version in versions] == [*range(59, 0, -1), None]
    assert not any(version.side for version in versions)
    assert {workspace.read(*PLAN, version.number) for version in versions} == {
        f"{who} {turn}".encode() for who in range(4) for turn in range(15)
    }


def test_threads_may_share_a_workspace(workspace: Workspace) -> None:
    def keep(who: int) -> None:
        for turn in range(10):
            workspace.keep(*PLAN, f"{who} {turn}".encode())

    threads = [threading.Thread(target=keep, args=(who,)) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [version.number for version in workspace.versions(*PLAN)] == list(range(40, 0, -1))


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.binary(max_size=3), st.none() | st.integers(1, 6)), max_size=12))
def test_whatever_is_saved_from_wherever_all_of_it_is_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[bytes, int | None]]
) -> None:
    workspace = Workspace(tmp_path_factory.mktemp("any") / "x.sqlite")
    newest: int | None = None
    for number, (content, base) in enumerate(steps, 1):
        if newest in (None, base):
            newest = workspace.save(*PLAN, content, base).number
            assert newest == number
        else:
            with pytest.raises(Conflict) as caught:
                workspace.save(*PLAN, content, base)
            assert caught.value.mine.version.number == number
            assert caught.value.theirs.version.number == newest
    versions: tuple[Version, ...] = workspace.versions(*PLAN)
    assert [workspace.read(*PLAN, version.number) for version in reversed(versions)] == [
        content for content, _ in steps
    ]


# --- other releases, damage -------------------------------------------------------------------


def test_a_newer_workspace_is_left_alone(workspace: Workspace, place: str) -> None:
    workspace.keep(*PLAN, b"one")
    in_sql(place, "UPDATE jalons_schema SET version = 99")
    for ask in (lambda: Workspace(place), lambda: workspace.keep(*PLAN, b"two")):
        with pytest.raises(domain.NewerSchemaError, match="format 99") as caught:
            ask()
        assert "mettez Jalons à jour" in said(caught.value)
    in_sql(place, "UPDATE jalons_schema SET version = 1")
    assert len(workspace.versions(*PLAN)) == 1


def test_an_older_workspace_is_brought_up_to_date(
    workspace: Workspace, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.keep(*PLAN, b"one")

    def step(connection: Connection) -> None:
        tables.metadata.tables["jalons_schema"].create(connection, checkfirst=True)
        connection.execute(text("CREATE TABLE later (number INTEGER)"))

    monkeypatch.setattr(tables, "STEPS", [*tables.STEPS, step])
    assert Workspace(place).latest(*PLAN) == b"one"
    in_sql(place, "INSERT INTO later VALUES (1)")
    assert workspace.latest(*PLAN) == b"one"


def test_a_step_that_fails_changes_nothing(
    workspace: Workspace, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def step(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE later (number INTEGER)"))
        connection.execute(text("SELECT nothing_of_the_kind"))

    workspace.keep(*PLAN, b"one")
    with monkeypatch.context() as patch:
        patch.setattr(tables, "STEPS", [*tables.STEPS, step])
        with pytest.raises(WorkspaceError) as caught:
            Workspace(place)
        assert "a refusé" in said(caught.value)
    assert workspace.latest(*PLAN) == b"one"
    in_sql(place, "CREATE TABLE later (number INTEGER)")


@pytest.mark.parametrize("damaged", [b"rubbish", zlib.compress(b"another plan")])
def test_content_that_is_no_longer_what_was_saved_is_never_shown(
    workspace: Workspace, place: str, damaged: bytes
) -> None:
    workspace.save(*PLAN, b"one", None)
    in_sql(place, tables.contents.update().values(packed=damaged))
    with pytest.raises(domain.DamagedError, match="version 1") as caught:
        workspace.latest(*PLAN)
    assert "remettez votre dernière sauvegarde" in said(caught.value)
    # What somebody now makes on top of it is safe all the same, on the line and beside it.
    assert workspace.save(*PLAN, b"two", 1).number == 2
    with pytest.raises(domain.DamagedError):
        workspace.save(*PLAN, b"three", 1)
    assert workspace.read(*PLAN, 3) == b"three"


def test_tables_that_were_thrown_away_are_missed(workspace: Workspace, place: str) -> None:
    in_sql(place, "DROP TABLE jalons_version")
    with pytest.raises(domain.DamagedError, match="jalons_version") as caught:
        workspace.keep(*PLAN, b"one")
    assert said(caught.value)


def test_what_is_confirmed_is_on_the_disk(file: Path) -> None:
    def settings_of(connection: Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys")
        return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

    assert Workspace(file)._database.run(settings_of, write=True) == ["wal", 2, 1]


# --- where it is ------------------------------------------------------------------------------


def test_where_the_workspace_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JALONS_WORKSPACE", str(tmp_path / "ours.sqlite"))
    assert address().database == str(tmp_path / "ours.sqlite")
    assert address().drivername == "sqlite"
    monkeypatch.setenv("JALONS_WORKSPACE", "postgresql://host/db")
    assert str(address()) == "postgresql+psycopg://host/db"
    monkeypatch.setenv("JALONS_WORKSPACE", "")
    assert address().database == str(default_file())
    assert default_file().name == "jalons.sqlite"
    assert address("~/x.sqlite").database == str(Path.home() / "x.sqlite")


@pytest.mark.parametrize("place", ["x.sqlite", "sqlite:///x.sqlite"])
def test_a_page_that_changes_folder_keeps_its_workspace(
    place: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    workspace = Workspace(place)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    workspace.keep(*PLAN, b"one")
    assert Workspace(tmp_path / "x.sqlite").latest(*PLAN) == b"one"


@pytest.mark.parametrize(
    "wrong", ["mysql://u:secret@host/db", "postgresql://u:secret@host:port/db", "sqlite://", "://"]
)
def test_an_address_that_is_not_understood(wrong: str) -> None:
    with pytest.raises(domain.BadAddressError) as caught:
        Workspace(wrong)
    assert "n'est pas comprise" in said(caught.value)
    assert "secret" not in said(caught.value)


@pytest.mark.parametrize("name", ["é è.sqlite", "50 % #1.sqlite", "a?b&c=d.sqlite", "+.sqlite"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    Workspace(tmp_path / name).keep(*PLAN, b"one")
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert Workspace(str(tmp_path / name)).latest(*PLAN) == b"one"


# --- what a file can suffer -------------------------------------------------------------------


def test_at_rest_there_is_one_file_that_can_be_copied_and_put_back(file: Path) -> None:
    workspace = Workspace(file)
    workspace.keep(*PLAN, b"one")
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    shutil.copy(file, file.with_suffix(".backup"))
    workspace.keep(*PLAN, b"two")
    os.replace(file.with_suffix(".backup"), file)  # noqa: PTH105
    assert workspace.latest(*PLAN) == b"one"
    workspace.keep(*PLAN, b"three")
    assert [version.number for version in Workspace(file).versions(*PLAN)] == [2, 1]


def test_a_file_deleted_behind_an_open_page_is_made_again(file: Path) -> None:
    workspace = Workspace(file)
    workspace.save(*PLAN, b"one", None)
    file.unlink()
    assert workspace.latest(*PLAN) is None
    assert workspace.save(*PLAN, b"two", base=1).number == 1
    assert Workspace(file).latest(*PLAN) == b"two"


@pytest.mark.skipif(os.name == "nt", reason="Windows protects a person's folder by itself")
def test_a_new_folder_is_its_owner_s_alone(tmp_path: Path) -> None:
    Workspace(tmp_path / "new" / "jalons.sqlite")
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    for wrong in (tmp_path / "file" / "jalons.sqlite", tmp_path):
        with pytest.raises(domain.UnwritableError, match=tmp_path.name) as caught:
            Workspace(f"sqlite:///{wrong}")
        assert "le droit d'y écrire" in said(caught.value)


@pytest.mark.parametrize("content", [b"Bonjour ! " * 1000, bytes(range(256)) * 40])
def test_a_file_that_is_no_workspace_is_left_as_it_is(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(domain.DamagedError, match="ou ce n'en est pas un") as caught:
        Workspace(file)
    assert said(caught.value)
    assert file.read_bytes() == content


def test_a_file_cut_short_is_said_to_be_damaged(file: Path) -> None:
    workspace = Workspace(file)
    for turn in range(20):
        workspace.keep(*PLAN, os.urandom(20_000) + bytes([turn]))
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 2)
    with pytest.raises(domain.DamagedError):
        [workspace.read(*PLAN, version.number) for version in workspace.versions(*PLAN)]


def test_a_writer_that_does_not_let_go_is_named_and_waited_for(file: Path) -> None:
    workspace = Workspace(file, patience_s=0.2)
    workspace.keep(*PLAN, b"one")
    other = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(domain.LockedError, match="Un autre programme") as caught:
        workspace.keep(*PLAN, b"two")
    assert said(caught.value)
    assert workspace.latest(*PLAN) == b"one"  # readers do not wait
    patient = Workspace(file, patience_s=20)
    later = threading.Timer(0.3, lambda: (other.execute("COMMIT"), other.close()))
    later.start()
    patient.keep(*PLAN, b"three")
    later.join()
    assert patient.latest(*PLAN) == b"three"


def test_a_full_disk_loses_nothing_that_was_confirmed(file: Path) -> None:
    workspace = Workspace(file)
    workspace.keep(*PLAN, b"one")

    def small(connection: Any, _: object) -> None:
        connection.execute("PRAGMA max_page_count=40")

    engine = workspace._database._engine
    event.listen(engine, "connect", small)
    with pytest.raises(domain.DiskFullError, match="plus de place") as caught:
        workspace.keep(*PLAN, os.urandom(1_000_000))
    assert said(caught.value)
    assert workspace.latest(*PLAN) == b"one"
    event.remove(engine, "connect", small)
    workspace.keep(*PLAN, b"two")
    assert [version.number for version in workspace.versions(*PLAN)] == [2, 1]


# --- words ------------------------------------------------------------------------------------


def test_every_error_has_its_sentence_and_no_sentence_is_left_over() -> None:
    kinds = [WorkspaceError, *WorkspaceError.__subclasses__()]
    keys = {f"workspace-{kind.code.replace('_', '-')}" for kind in kinds}
    assert len(keys) == len(kinds)
    for lang in ("fr", "en"):
        words = Path(domain.__file__).parents[1] / "i18n" / lang / "workspace.ftl"
        written = [line.split(" = ")[0] for line in words.read_text().splitlines() if " = " in line]
        assert set(written) == keys


def test_documents_of_a_scope_latest_first(workspace: Workspace) -> None:
    workspace.save("planifier", "a", b"1", None)
    workspace.save("planifier", "b", b"1", None)
    workspace.save("planifier", "a", b"2", 1)
    with pytest.raises(Conflict):
        workspace.save("planifier", "b", b"beside", None)
    workspace.save("simuler", "c", b"1", None)
    found = [(v.name, v.number, v.side) for v in workspace.documents("planifier")]
    assert found == [("a", 2, False), ("b", 1, False)]
    assert workspace.documents("nothing") == ()


def test_what_is_deleted_on_request_is_gone_and_only_that(workspace: Workspace) -> None:
    workspace.save("planifier", "a", b"shared", None)
    workspace.save("planifier", "b", b"shared", None)
    workspace.save("planifier", "a", b"a pupil's name, alone", 1)
    assert workspace.forget("planifier", "a") == 2
    assert workspace.forget("planifier", "a") == 0
    assert workspace.latest("planifier", "a") is None
    assert workspace.latest("planifier", "b") == b"shared"
    assert workspace.save("planifier", "a", b"again", 2).number == 1


def test_documents_that_change_together_change_as_one(workspace: Workspace) -> None:
    places = (("classes", "a"), ("names", "a"))
    workspace.change(places, lambda held: (b"1", b"x") if held == (None, None) else held)
    with pytest.raises(ZeroDivisionError):
        workspace.change(places, lambda held: (b"2", bytes([1 // len(held[2:])])))
    workspace.change(places, lambda held: (b"2", held[1]))
    assert [v.number for v in workspace.versions("classes", "a")] == [2, 1]
    assert [v.number for v in workspace.versions("names", "a")] == [1]
    workspace.change(places, lambda held: (b"3", None), anew=True)
    assert [v.number for v in workspace.versions("classes", "a")] == [3]  # a number means one thing
    assert workspace.latest("classes", "a") == b"3"
    assert workspace.latest("names", "a") is None


def test_changes_of_several_at_once_all_arrive(place: str) -> None:
    def add(letter: str) -> None:
        workspace = Workspace(place, patience_s=30)
        for _ in range(5):
            workspace.change([("classes", "a")], lambda held: [(held[0] or b"") + letter.encode()])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, "abcd"))
    held = Workspace(place).latest("classes", "a")
    assert held is not None
    assert sorted(held.decode()) == sorted("abcd" * 5)
