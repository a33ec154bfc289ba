"""What is kept comes back, the newest first, nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from jalons.workspace.store import Kept, Workspace, WorkspaceError, default_url


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(f"sqlite:///{tmp_path / 'deep' / 'jalons.sqlite'}")


def test_the_newest_state_comes_back(workspace: Workspace) -> None:
    assert workspace.latest("planifier", "plan") is None
    for content in (b"one", b"two", b""):
        workspace.keep("planifier", "plan", content)
        assert workspace.latest("planifier", "plan") == content
    assert workspace.latest("planifier", "other") is None
    assert workspace.latest("simuler", "plan") is None


def test_nothing_is_overwritten_and_another_process_sees_it(workspace: Workspace) -> None:
    for number in range(5):
        workspace.keep("planifier", "plan", bytes([number]))
    workspace.close()
    again = Workspace(workspace.url)
    with Session(again._engine) as session:
        assert session.scalar(select(func.count()).select_from(Kept)) == 5
    assert again.latest("planifier", "plan") == bytes([4])


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(WorkspaceError, match="file"):
        Workspace(f"sqlite:///{tmp_path / 'file' / 'jalons.sqlite'}")


def test_where_the_workspace_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JALONS_WORKSPACE", str(tmp_path / "ours.sqlite"))
    assert default_url() == f"sqlite:///{tmp_path / 'ours.sqlite'}"
    monkeypatch.setenv("JALONS_WORKSPACE", "postgresql+psycopg://host/db")
    assert default_url() == "postgresql+psycopg://host/db"
    monkeypatch.delenv("JALONS_WORKSPACE")
    assert default_url().endswith("jalons.sqlite")
