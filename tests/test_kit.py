"""``kit.py`` as its user meets it: help, sentences, commands that run and show that they run.

Nothing here asks a network. What decides about ``.venv`` is in ``test_environment.py``.
"""

from __future__ import annotations

import ast
import doctest
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jalons.kit import checks, commands, index, processes, system
from jalons.kit.messages import StopError, failure

ROOT = Path(__file__).resolve().parents[1]
posix_only = pytest.mark.skipif(os.name == "nt", reason="uses shell scripts as stand-ins")


def run_kit(*arguments):
    """Run kit.py in a process of its own, as a person does."""
    return subprocess.run(
        [sys.executable, str(ROOT / "kit.py"), *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.fixture(autouse=True)
def sigterm():
    """``main`` answers SIGTERM its own way: give it back."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    signal.signal(signal.SIGTERM, before)


# --- Help and sentences ---


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["test", "--help"], ["lock", "-h"]])
def test_help_is_french_then_english_and_names_every_command(arguments):
    done = run_kit(*arguments)
    assert done.returncode == 0
    assert done.stdout.index("parcours") < done.stdout.index("English")
    assert all(f"kit.py {name}" in done.stdout for name in commands.COMMANDS)


def test_an_unknown_command_is_an_input_error_that_lists_the_known_ones():
    done = run_kit("sevre")
    assert done.returncode == 2
    assert "sevre" in done.stderr
    assert "serve" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_benchmark_is_an_input_error(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert commands.main(["bench", "no-such-benchmark"]) == 2
    told = capsys.readouterr().err
    assert "no-such-benchmark" in told
    assert "start" in told


def too_old(version, newer=""):
    spec = importlib.util.spec_from_file_location("kit", ROOT / "kit.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.too_old(version, newer)


def test_an_old_python_is_told_what_to_get():
    told = too_old("3.7.16 (/usr/bin/python3)")
    assert "3.11 ou plus récent ; celui-ci est 3.7.16 (/usr/bin/python3)" in told
    assert "python.org" in told
    assert "python3.12 kit.py" in too_old("3.7.16", "python3.12")


def test_an_old_python_can_read_the_file():
    source = (ROOT / "kit.py").read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 4))
    assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(ast.parse(source)))
    assert "\nfrom __future__" not in source  # a syntax error before Python 3.7
    for name in ("python3.6", "python3.7", "python3.8", "python3.9", "python3.10"):
        found = shutil.which(name)
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            done = subprocess.run([found, ROOT / "kit.py", "serve"], stderr=-1, check=False)
            assert done.returncode == 1
            assert done.stderr.decode().startswith("Jalons demande Python 3.11")


def test_nothing_has_to_be_installed_before_the_kit_installs():
    modules = [path.stem for path in (ROOT / "widgets/jalons/kit").glob("[a-z]*.py")]
    script = f"import sys; sys.path.insert(0, {str(ROOT / 'widgets')!r})\n"
    script += "".join(f"import jalons.kit.{name}\n" for name in modules)
    script += "print(*(name for name in sys.modules if name.startswith('jalons')))"
    done = subprocess.run(  # -S: without site-packages
        [sys.executable, "-I", "-S", "-c", script], capture_output=True, text=True, check=True
    )
    assert set(done.stdout.split()) == {"jalons", "jalons.kit"} | {
        f"jalons.kit.{name}" for name in modules
    }


@pytest.mark.parametrize(
    ("error", "code", "sentence"),
    [
        (KeyboardInterrupt(), 130, "Arrêté à votre demande"),
        (PermissionError(13, "Permission denied", ".venv"), 1, "droit d'écrire"),
        (FileNotFoundError(2, "No such file", "requirements.lock"), 1, "requirements.lock"),
        (StopError("Stop.", "Halt.", 2, ["last words"]), 2, "    last words\nStop.\nHalt.\n"),
    ],
)
def test_whatever_goes_wrong_is_a_sentence_and_an_exit_code(
    error, code, sentence, monkeypatch, capsys
):
    def fails(_):
        raise error

    monkeypatch.setitem(commands.COMMANDS, "serve", fails)
    assert commands.main(["serve"]) == code
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("error: No space left on device (os error 28)", "disque est plein"),
        ("Temporary failure in name resolution", "réseau ne répond pas"),
        ("cause: Failed to fetch: somewhere", "réseau ne répond pas"),
        ("error: x has no wheels with a matching Python ABI tag", "Python 3.11 à 3.14"),
        ("something nobody foresaw", "dernières lignes"),
    ],
)
def test_what_a_tool_said_becomes_a_sentence_and_stays_readable(line, sentence):
    stop = failure("Paquets", ["before"] * 20 + [line])
    assert sentence in str(stop)
    assert stop.details[-1] == line
    assert len(stop.details) == 8


# --- The package index ---


def test_pip_s_examples_hold():
    assert doctest.testmod(index).failed == 0


def test_the_index_of_the_school_is_handed_on_to_uv(tmp_path):
    pip = index.pip_settings(
        "global.index-url='https://mirror.example/simple'\n"
        "global.cert='/etc/school.pem'\r\n"
        "install.trusted-host='mirror.example\\nother.example'\n"
        f"global.find-links='{tmp_path} {tmp_path / 'gone'}'\n"
        ":env:.no-index='1'\nnonsense\nglobal.broken='"
    )
    assert index.index_variables(pip, {}) == {
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_SYSTEM_CERTS": "true",
        "UV_INSECURE_HOST": "mirror.example other.example",
        "UV_FIND_LINKS": str(tmp_path),
        "UV_NO_INDEX": "1",
        "SSL_CERT_FILE": "/etc/school.pem",
    }


def test_extra_folders_that_do_not_exist_are_left_out(tmp_path):
    here = tmp_path.as_uri()
    extra = f"{here} {here}/gone https://more.example/simple"
    handed = index.index_variables({"extra-index-url": extra}, {})
    assert handed["UV_INDEX"] == f"{here} https://more.example/simple"


def test_what_a_person_set_for_uv_is_kept():
    pip = {"index-url": "https://a.example", "cert": "/a.pem", "proxy": "http://p.example"}
    environ = {"UV_DEFAULT_INDEX": "b", "SSL_CERT_FILE": "/b.pem", "HTTPS_PROXY": "q"}
    assert index.index_variables(pip, environ).keys() == {"UV_SYSTEM_CERTS", "UV_INDEX_STRATEGY"}


# --- What the system brings ---


def program(folder, name, script="exit 0"):
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def empty_path(tmp_path, monkeypatch):
    """A PATH with nothing on it, and no browser named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JALONS_CHROMIUM", raising=False)
    return tmp_path


@posix_only
def test_chromium_is_preferred_and_the_named_browser_wins(empty_path, monkeypatch):
    chrome = program(empty_path, "google-chrome")
    assert system.find_browser() == chrome
    chromium = program(empty_path, "chromium")
    assert system.find_browser() == chromium
    own = program(empty_path / "own", "chrome")
    monkeypatch.setenv("JALONS_CHROMIUM", own)
    assert system.find_browser() == own


def test_a_named_browser_must_exist(empty_path, monkeypatch):
    monkeypatch.setenv("JALONS_CHROMIUM", str(empty_path / "gone"))
    with pytest.raises(StopError, match="n'existe pas") as stop:
        system.find_browser()
    assert stop.value.code == 2


@pytest.mark.skipif(sys.platform == "darwin", reason="browsers are found beside the PATH")
def test_without_a_browser_a_plain_user_is_told_what_to_install(empty_path, capsys):
    assert system.browser_variables() == {}
    assert "sudo apt install chromium" in capsys.readouterr().out


@posix_only
def test_root_on_debian_gets_a_browser_with_fresh_lists(empty_path, monkeypatch):
    log, browser = empty_path / "log", empty_path / "chromium"
    make = f'printf "#!/bin/sh\\n" > "{browser}"; /bin/chmod +x "{browser}"'
    program(
        empty_path, "apt-get", f'echo "$*" >> "{log}"; case "$*" in *update) exit 9; esac; {make}'
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    assert system.browser_variables() == {"JALONS_CHROMIUM": str(browser)}
    asked = [line.split()[-1] for line in log.read_text("utf-8").splitlines()]
    assert asked == ["update", "fonts-liberation"]


def test_a_plain_user_is_told_which_tests_will_be_skipped(empty_path, monkeypatch, capsys):
    monkeypatch.setattr(system.Path, "glob", lambda *_: iter(()))
    system.bring_test_programs()
    said = capsys.readouterr().out
    assert "sudo apt install poppler-utils postgresql" in said


def test_debian_without_venv_is_told_what_to_install(empty_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(StopError, match=r"apt install python3\.\d+-venv"):
        system.need_venv()


# --- Running ---


def test_a_quiet_command_keeps_its_lines_and_its_code(capsys):
    script = "import sys; print('un\\n\\ndeux'); print('trois', file=sys.stderr); sys.exit(3)"
    code, lines = processes.quietly("Étape", [sys.executable, "-c", script], os.environ)
    assert code == 3
    assert sorted(lines) == ["deux", "trois", "un"]
    assert capsys.readouterr().out.startswith("Étape … échec (")


def test_on_a_terminal_the_seconds_move(monkeypatch, capsys):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    command = [sys.executable, "-c", "import time; time.sleep(1.2)"]
    processes.quietly("[1/3] Paquets", command, os.environ)
    told = capsys.readouterr().out
    assert told.startswith("[1/3] Paquets …\r[1/3] Paquets … 1 s …")
    assert "fait (" in told


@posix_only
@pytest.mark.parametrize(
    ("how", "sent", "code"),
    [
        ("processes.openly(tool, {})", signal.SIGTERM, 143),
        ("processes.quietly('Paquets', tool, {})", signal.SIGINT, 130),
    ],
)
def test_a_tool_does_not_outlive_the_kit_that_is_stopped(tmp_path, how, sent, code):
    """In a process and a session of its own: a signal to the tests would stop the tests."""
    script = f"""
import signal, sys
sys.path.insert(0, {str(ROOT / "widgets")!r})
signal.signal(signal.SIGINT, signal.default_int_handler)
from jalons.kit import commands, processes
tool = ["sh", "-c", "echo $$ > {tmp_path}/part; mv {tmp_path}/part {tmp_path}/pid; exec sleep 300"]
commands.COMMANDS["serve"] = lambda _: {how}
sys.exit(commands.main(["serve"]))
"""
    with subprocess.Popen([sys.executable, "-c", script], start_new_session=True) as process:
        deadline = time.monotonic() + 60
        while not (tmp_path / "pid").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        child = int((tmp_path / "pid").read_text())
        process.send_signal(sent)
        assert process.wait(60) == code
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


TWO = ["-n", "2", "--dist", "loadscope"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ["-m", "not slow", "--nbval-lax", *TWO, "tests", "notebooks"]),
        (["--slow"], ["--nbval-lax", *TWO, "tests", "notebooks"]),
        (
            ["-k", "name"],
            ["-m", "not slow", "--nbval-lax", *TWO, "-k", "name", "tests", "notebooks"],
        ),
        (
            ["tests/test_kit.py::test_x", "-x"],
            ["-m", "not slow", "--nbval-lax", "tests/test_kit.py::test_x", "-x"],
        ),
    ],
)
def test_pytest_gets_the_fast_lane_and_everything_unless_told_otherwise(
    given, expected, monkeypatch
):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    assert checks.pytest_arguments(given) == expected


class Stand:
    """An environment that needs no preparing."""

    python = sys.executable

    def variables(self):
        return dict(os.environ)

    def program(self, name):
        return name


@pytest.fixture
def tested(monkeypatch):
    """``kit.py test`` with stand-ins: give it the checks and pytest's exit code."""

    def run(listed, pytest_code):
        def openly(command, variables):
            print("=== pytest's closing line ===")
            return pytest_code

        monkeypatch.setattr(checks, "prepare", lambda lock: Stand())
        monkeypatch.setattr(checks, "browser_variables", dict)
        monkeypatch.setattr(checks, "bring_test_programs", lambda: None)
        monkeypatch.setattr(checks, "checks", lambda env: listed)
        monkeypatch.setattr(checks, "openly", openly)
        return commands.main(["test"])

    return run


def check(name, code):
    return name, [sys.executable, "-c", f"print('said by {name}'); raise SystemExit({code})"]


def test_when_all_is_well_pytest_has_the_last_word(tested, capsys):
    assert tested([check("ruff", 0)], 0) == 0
    told = capsys.readouterr().out
    assert told.endswith("=== pytest's closing line ===\n")
    assert "said by" not in told


def test_every_check_runs_and_the_summary_names_those_that_failed(tested, capsys):
    assert tested([check("ruff", 1), check("mypy", 0), check("liens", 2)], 0) == 1
    told = capsys.readouterr().out
    assert "said by ruff" in told
    assert "said by liens" in told
    assert told.index("closing line") < told.index("À corriger : ruff, liens ")


def test_a_failing_pytest_gives_its_own_exit_code(tested):
    assert tested([], 5) == 5


def test_tests_never_touch_the_person_s_workspace(monkeypatch):
    monkeypatch.setenv("JALONS_WORKSPACE", "mine.sqlite")
    monkeypatch.setattr(checks, "browser_variables", dict)
    with checks.on_trial(Stand()) as variables:
        workspace = Path(variables["JALONS_WORKSPACE"])
        assert workspace.parent.is_dir()
        assert list(workspace.parent.iterdir()) == []
    assert not workspace.parent.exists()


def test_javascript_is_tested_where_node_is_and_said_to_be_skipped_elsewhere(
    empty_path, monkeypatch, capsys
):
    (empty_path / "tests").mkdir()
    (empty_path / "tests" / "grid.test.mjs").touch()
    monkeypatch.chdir(empty_path)
    names = ["ruff check", "ruff format --check", "mypy", "import-linter"]
    assert [name for name, _ in checks.checks(Stand())] == names
    assert "node est absent" in capsys.readouterr().out
    if os.name != "nt":
        node = program(empty_path, "node")
        script = str(Path("tests", "grid.test.mjs"))
        assert checks.checks(Stand())[-1] == ("node --test", [node, "--test", script])
