"""What only a server can suffer: it crashes, stops, refuses. The rest is in test_workspace.py."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

from jalons.i18n import Translator
from jalons.workspace import domain
from jalons.workspace.store import Workspace
from workspace_processes import PLAN, confirmed_by, content_of, saver

if TYPE_CHECKING:
    from postgres_server import Server

pytest_plugins = ["postgres_server"]


def said(error: domain.WorkspaceError) -> str:
    """The sentence in French, after checking that no language tells the password."""
    for t in (Translator("fr"), Translator("en")):
        for secret in ("secret", "p@ss", "p%40ss"):
            assert secret not in error.sentence(t)
    return str(error)


def test_a_server_that_crashes_loses_nothing_confirmed(postgres: Server) -> None:
    place = postgres.corner()
    chance, confirmed = random.Random(4), 0
    for _ in range(3):
        child, answers = saver(place, "plan")
        assert answers.poll(60)
        child.join(chance.uniform(0, 0.5))
        postgres.stop("immediate")
        child.join(60)
        assert child.exitcode == 1  # it was told, and did not go on
        confirmed = max(confirmed_by(answers))
        postgres.start()
        workspace = Workspace(place)
        versions = workspace.versions("crash", "plan")
        assert [version.number for version in versions] == list(range(len(versions), 0, -1))
        assert confirmed <= len(versions) <= confirmed + 1
        for version in versions:
            content = workspace.read("crash", "plan", version.number)
            assert content == content_of("plan", version.number)


def test_an_open_page_goes_on_after_the_server_was_away(postgres: Server) -> None:
    workspace = Workspace(postgres.corner())
    workspace.keep(*PLAN, b"one")
    postgres.stop()
    with pytest.raises(domain.UnreachableError, match="ne répond pas") as caught:
        workspace.keep(*PLAN, b"two")
    assert "127.0.0.1" in said(caught.value)
    postgres.start()
    workspace.keep(*PLAN, b"three")
    assert workspace.latest(*PLAN) == b"three"


def test_who_is_not_let_in_is_told(postgres: Server) -> None:
    for wrong in (
        postgres.address("postgres", password="p@ss/word"),
        postgres.address("postgres", user="nobody_here"),
        postgres.address("no_such_database"),
    ):
        with pytest.raises(domain.UnreachableError) as caught:
            Workspace(wrong)
        assert "refuse la connexion" in said(caught.value)


def test_who_may_only_look_is_told(postgres: Server) -> None:
    name = postgres.fresh()
    place = postgres.address(name)
    user = f"reader_of_{name}"
    postgres.ask(f"CREATE ROLE {user} LOGIN PASSWORD '{postgres.password}'")
    reader = postgres.address(name, user)
    with pytest.raises(domain.UnwritableError, match="le droit d'y écrire") as caught:
        Workspace(reader)
    assert said(caught.value)
    Workspace(place).keep(*PLAN, b"one")
    engine = create_engine(place)
    with engine.begin() as connection:
        connection.execute(text(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {user}"))
    engine.dispose()
    workspace = Workspace(reader)
    assert workspace.latest(*PLAN) == b"one"
    with pytest.raises(domain.UnwritableError):
        workspace.keep(*PLAN, b"two")


def test_a_writer_that_does_not_let_go_is_named(postgres: Server) -> None:
    place = postgres.corner()
    workspace = Workspace(place, patience_s=0.2)
    workspace.keep(*PLAN, b"one")
    engine = create_engine(place)
    with engine.begin() as connection:
        connection.execute(text("LOCK TABLE jalons_version IN SHARE ROW EXCLUSIVE MODE"))
        with pytest.raises(domain.LockedError, match="Un autre programme") as caught:
            workspace.keep(*PLAN, b"two")
        assert said(caught.value)
        assert workspace.latest(*PLAN) == b"one"  # readers do not wait
    engine.dispose()
    workspace.keep(*PLAN, b"three")
    assert workspace.latest(*PLAN) == b"three"


def test_a_server_set_to_confirm_early_is_not_followed(postgres: Server) -> None:
    name = postgres.fresh()
    postgres.ask(f"ALTER DATABASE {name} SET synchronous_commit = off")
    workspace = Workspace(postgres.address(name))
    found = workspace._database.run(
        lambda connection: connection.scalar(text("SHOW synchronous_commit")), write=True
    )
    assert found == "on"


def test_an_address_as_people_write_it(postgres: Server) -> None:
    place = postgres.corner()
    Workspace(place).keep(*PLAN, b"one")
    for written in ("postgresql", "postgres"):
        short = place.replace("postgresql+psycopg", written)
        assert Workspace(short).latest(*PLAN) == b"one"


def test_without_the_driver_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(domain.NoDriverError) as caught:
        Workspace("postgresql://ecole:secret@serveur/jalons")
    assert 'pip install "jalons[postgres]"' in said(caught.value)


def test_a_server_nobody_knows_is_told_within_seconds() -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(domain.UnreachableError) as caught:
        Workspace("postgresql://ecole@127.0.0.1:1/jalons")
    assert "127.0.0.1" in said(caught.value)
