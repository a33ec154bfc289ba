"""What the kit installs and how it heals.

First the lists of packages, which must agree: pyproject.toml, the two lock files, environment.yml,
CI's script. Then ``.venv``: what is noticed, what is repaired. Nothing here asks a network: what
installs is replaced, what decides is run.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from jalons.kit import installer
from jalons.kit.environment import LOCK, TEST_LOCK, Environment
from jalons.kit.installer import WHY, Installation, pinned, prepare
from jalons.kit.messages import StopError, failure

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCKS = {"requirements.lock": [], "requirements-test.lock": ["test"]}


def pins(name):
    """Return the lock's lines as ``{package: [(version, marker), …]}``; forks have several."""
    found = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        match = re.match(r"([\w.-]+)==([^\s;]+)(?: ; (.*?))?(?: \\)?$", line)
        if match:
            package, version, marker = match.groups()
            found.setdefault(canonicalize_name(package), []).append((version, marker))
    return found


def wanted(extras):
    """Return pyproject's direct dependencies, those of ``extras`` included."""
    lists = [PROJECT["dependencies"], *(PROJECT["optional-dependencies"][each] for each in extras)]
    return [Requirement(text) for each in lists for text in each]


def conda():
    """Return the conda part and the pip part of environment.yml."""
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    return [each for each in listed if isinstance(each, str)], listed[-1]["pip"]


@pytest.mark.parametrize("name", LOCKS)
def test_every_dependency_is_pinned_within_its_bounds(name):
    pinned = pins(name)
    for requirement in wanted(LOCKS[name]):
        versions = pinned.get(canonicalize_name(requirement.name))
        assert versions, f"{requirement.name} is not in {name}: run python3 kit.py lock"
        for version, _ in versions:
            assert Version(version) in requirement.specifier, f"{requirement} but {version}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_has_hashes_and_no_pin_names_a_place(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for block in re.split(r"\n(?=[\w])", text.strip()):
        assert re.match(r"[\w.-]+==", block), block.splitlines()[0]
        assert "--hash=sha256:" in block, block.splitlines()[0]
    assert "://" not in text
    assert "--index" not in text
    assert "uv" in pins(name)  # kit.py installs the installer from here


def test_the_test_lock_is_the_other_one_and_more():
    # Versions only: what a test needs may want a package on more systems than the kit does.
    small, large = (
        {
            package: sorted({version for version, _ in found})
            for package, found in pins(name).items()
        }
        for name in LOCKS
    )
    assert {package: large.get(package) for package in small} == small
    assert len(large) > len(small)


def test_conda_and_binder_get_the_same_packages_with_the_same_bounds():
    _, pip = conda()
    listed = {str(Requirement(each)) for each in pip if not each.startswith("-")}
    assert listed == {str(each) for each in wanted([])}
    assert len(pip) == len(listed) + 1


def test_conda_and_binder_get_the_kit_itself_and_its_python():
    channels, pip = conda()
    assert pip[-1] == "-e ."
    assert f"python{PROJECT['requires-python']}" in channels
    assert "pip" in channels


def test_continuous_integration_runs_what_a_person_runs():
    script = ROOT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands[0] == "set -euo pipefail"
    assert commands[1].startswith("cd ")
    assert commands[2:] == ["python3 kit.py test"]
    assert os.name == "nt" or os.access(script, os.X_OK)


# --- The environment: what is noticed ---


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout with everything that decides about an environment, and no environment."""
    monkeypatch.chdir(tmp_path)
    Path(LOCK).write_text("a==1 \\\n    --hash=sha256:0\n", encoding="utf-8")
    Path(TEST_LOCK).write_text("a==1 \\\n    --hash=sha256:0\nb==2\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def ready(checkout, monkeypatch):
    """An environment that ``kit.py serve`` has made."""
    monkeypatch.setattr(Environment, "starts", lambda self: True)
    env = Environment()
    env.home.mkdir()
    env.turn.touch()
    env.mark(LOCK)
    return env


def test_an_environment_is_absent_then_ready_then_stale_when_the_lock_moves(ready):
    assert ready.diagnosis(LOCK) == "ready"
    Path(LOCK).write_text("a==2\n", encoding="utf-8")
    assert ready.diagnosis(LOCK) == "stale"
    ready.marker.unlink()
    assert ready.diagnosis(LOCK) == "absent"
    shutil.rmtree(ready.home)
    assert ready.diagnosis(LOCK) == "absent"


def test_the_tests_need_more_than_the_kit_does(ready):
    assert ready.diagnosis(TEST_LOCK) == "incomplete"
    ready.mark(LOCK, TEST_LOCK)
    assert ready.diagnosis(LOCK) == ready.diagnosis(TEST_LOCK) == "ready"


def test_line_ends_of_another_system_change_nothing(ready):
    lock = Path(LOCK)
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert ready.diagnosis(LOCK) == "ready"


def test_another_python_a_vanished_one_and_a_moved_folder_are_noticed(ready, monkeypatch):
    moved = ready.root.parent / "moved elsewhere"
    shutil.copytree(ready.root, moved)
    monkeypatch.chdir(moved)
    assert Environment().diagnosis(LOCK) == "moved"
    monkeypatch.setattr(Environment, "starts", lambda self: False)
    assert ready.diagnosis(LOCK) == "broken"
    marker = json.loads(ready.marker.read_text(encoding="utf-8"))
    ready.marker.write_text(json.dumps({**marker, "python": "cpython-3.10-x"}), encoding="utf-8")
    assert ready.diagnosis(LOCK) == "python"
    assert set(WHY) >= {"absent", "interrupted", "moved", "python", "broken", "stale", "incomplete"}


def test_a_python_that_is_not_there_does_not_start(checkout):
    assert not Environment().starts()


def test_an_environment_made_by_somebody_else_is_left_alone(checkout):
    mine = checkout / ".venv" / "mine.txt"
    mine.parent.mkdir()
    mine.write_text("kept", encoding="utf-8")
    with pytest.raises(StopError, match=r"n'a pas été fait par kit\.py"):
        prepare()
    assert list(mine.parent.iterdir()) == [mine]


# --- The environment: what is repaired ---


def half_done(self):
    (self.env.home / "lib" / "half").mkdir(parents=True)
    raise KeyboardInterrupt


@pytest.mark.parametrize("marker", [None, '{"home": "cut o', ""])
def test_an_interrupted_installation_is_repaired_and_a_finished_one_reused(
    marker, ready, monkeypatch, capsys
):
    ready.marker.unlink()
    monkeypatch.setattr(Installation, "run", half_done)
    with pytest.raises(KeyboardInterrupt):
        prepare()
    if marker is not None:
        ready.marker.write_text(marker, encoding="utf-8")
    assert ready.diagnosis(LOCK) == "interrupted"
    capsys.readouterr()
    monkeypatch.setattr(Installation, "run", lambda self: None)
    prepare()
    assert "interrompue" in capsys.readouterr().out
    assert set(ready.home.iterdir()) == {ready.marker, ready.turn}
    prepare()
    assert capsys.readouterr().out == ""


def test_an_update_that_fails_leaves_the_environment_as_usable_as_before(ready, monkeypatch):
    def no_network(self):
        assert self.usable
        raise failure("Paquets", ["dns error"])

    monkeypatch.setattr(Installation, "run", no_network)
    with pytest.raises(StopError, match="réseau"):
        prepare(TEST_LOCK)
    assert ready.diagnosis(LOCK) == "ready"
    assert ready.diagnosis(TEST_LOCK) == "incomplete"


def test_two_installations_at_once_wait_for_each_other(ready, monkeypatch, capsys):
    ready.marker.unlink()
    monkeypatch.setattr(Installation, "run", lambda self: pytest.fail("done twice"))
    with ready.alone():
        second = threading.Thread(target=prepare)
        second.start()
        second.join(1)
        assert second.is_alive()
        ready.mark(LOCK)
    second.join(10)
    assert not second.is_alive()
    assert "j'attends" in capsys.readouterr().out


@pytest.mark.skipif(os.name == "nt", reason="Windows locks per process")
def test_what_a_killed_installation_started_is_waited_for(ready, capsys):
    script = "import sys; from jalons.kit import environment, processes\n"
    script += "with environment.Environment().alone():\n"
    script += "    processes.openly(['sh', '-c', 'echo started; exec sleep 1'], {})"
    widgets = {"PYTHONPATH": str(ROOT / "widgets")}
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, env=widgets, stdout=subprocess.PIPE) as killed:
        killed.stdout.readline()
        killed.kill()
        killed.wait()
        with ready.alone():
            assert killed.stdout.read() == b""  # at its end: the tool has ended, too
    assert "j'attends" in capsys.readouterr().out


def test_the_first_installation_says_that_it_is_the_first(checkout, monkeypatch, capsys):
    monkeypatch.setattr(Installation, "run", lambda self: None)
    prepare()
    assert capsys.readouterr().out.startswith(WHY["absent"])


def test_a_ready_environment_needs_no_right_to_write(ready, monkeypatch):
    monkeypatch.setattr(Environment, "alone", lambda self: pytest.fail("asked for its turn"))
    assert prepare().home == ready.home


def test_the_kit_itself_is_installed_in_place(tmp_path, monkeypatch):
    place = tmp_path / "Zoé's kit"
    (place / "widgets" / "jalons").mkdir(parents=True)
    said = "import sys; print('here', sys.argv[1:])"
    (place / "widgets" / "jalons" / "__main__.py").write_text(said, encoding="utf-8")
    monkeypatch.chdir(place)
    Path(LOCK).touch()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", ".venv"], check=True)
    env = Environment()
    Installation(env, LOCK, usable=True).kit_itself()
    name = "jalons.cmd" if os.name == "nt" else "jalons"
    command = [str(env.programs / name), "plan", "two words"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout == "here ['plan', 'two words']\n"


# --- The installer ---


def test_the_installer_is_pinned_by_the_lock():
    pin = "uv==3.2 \\\n    --hash=x:2 \\\n    --hash=x:3\n"
    text = f"a==1 \\\n    --hash=x:1\n    # via b\n{pin}    # via -r -\nz==1\n"
    assert pinned("uv", text) == pin
    assert pinned("nothing", text) == ""


@pytest.fixture
def installed(checkout, monkeypatch):
    """Install packages with stand-ins that answer in turn; get the commands and the lists."""

    def run(*answers):
        Path(LOCK).write_text("a==1 \\\n  --hash=x:1\nuv==9 \\\n  --hash=x:2\n", "utf-8")
        Environment().home.mkdir()
        left, ran = list(answers), []

        def quietly(title, command, variables):
            ran.append((command, Path(command[-1]).read_text("utf-8"), variables))
            return left.pop(0)

        monkeypatch.setattr(installer, "quietly", quietly)
        monkeypatch.setattr(Installation, "index", lambda self: {"UV_INDEX": "school"})
        Installation(Environment(), LOCK, usable=True).packages()
        return ran

    return run


def test_uv_installs_what_the_lock_says_from_the_school_s_index(installed):
    (_, only_uv, _), (command, everything, variables) = installed((0, []), (0, []))
    assert only_uv == "uv==9 \\\n  --hash=x:2\n"
    assert Path(command[0]).stem == "uv"
    assert "--require-hashes" in command
    assert everything == Path(LOCK).read_text("utf-8")
    assert variables["UV_INDEX"] == "school"


def test_pip_installs_where_uv_has_no_wheel(installed, capsys):
    no_uv = (1, ["ERROR: No matching distribution found for uv==9"])
    _, (command, rest, _) = installed(no_uv, (0, []))
    assert command[1:3] == ["-m", "pip"]
    assert "--require-hashes" in command
    assert rest == "a==1 \\\n  --hash=x:1\n"
    assert "plus lentement" in capsys.readouterr().out


def test_without_a_network_pip_is_not_tried_for_hours(installed):
    lines = [
        "WARNING: Retrying after NewConnectionError: Temporary failure in name resolution",
        "ERROR: No matching distribution found for uv==9",
    ]
    with pytest.raises(StopError, match="réseau"):
        installed((1, lines))
