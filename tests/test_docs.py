"""The README is true: its commands run, its links lead somewhere; our tables name their sources."""

from __future__ import annotations

import csv
import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from jalons import cli
from jalons.resources import DATASETS, ROOT

PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "lessons/README.md", "datasets/README.md")


def commands(text: str, program: str) -> list[list[str]]:
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith(f"{program} ")]


def test_the_commands_of_the_readme_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "datasets").symlink_to(DATASETS)
    monkeypatch.chdir(tmp_path)
    found = commands((ROOT / "README.md").read_text("utf-8"), "jalons")
    assert len(found) >= 4
    for arguments in found:
        result = CliRunner().invoke(cli.app, arguments)
        assert result.exit_code == 0, (arguments, result.output)
    assert (tmp_path / "tmelec1.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_the_readme_names_two_commands_of_the_kit() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "python3 kit.py serve" in text
    assert "python3 kit.py test" in text
    assert "kit.py test" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_links_to_files_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in target:
            assert ((ROOT / page).parent / target).exists(), target


@pytest.mark.parametrize("table", ["regulation.csv", "calendar_overseas.csv"])
def test_every_row_of_our_tables_has_source_date_and_status(table: str) -> None:
    with (DATASETS / table).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert rows
    for row in rows:
        assert row["source"].strip(), row
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["lu_le"]), row
        assert row["statut"] in ("confirme", "a_confirmer"), row


def test_top_level_is_the_agreed_one() -> None:
    for name in ("notebooks", "widgets", "datasets", "lessons", "tests"):
        assert (ROOT / name).is_dir(), name
    for name in ("environment.yml", "README.md", "pyproject.toml", "kit.py", "requirements.lock"):
        assert (ROOT / name).is_file(), name
    for name in ("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", ".ci/run"):
        assert (ROOT / name).is_file(), name
