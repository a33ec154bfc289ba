"""French and English say the same things, and every code has its words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import jalons
from jalons.i18n import LANGUAGES, MissingMessageError, Translator
from jalons.planner import rules, words
from jalons.planner.domain import Reason
from jalons.school.domain import PLACE_TYPES, ROLES
from jalons.school.tables import TABLES

ROOM = Path(jalons.__file__).parent
I18N = ROOM / "i18n"
FR, EN = Translator("fr"), Translator("en")


class Variables(Visitor):
    """The variables that a message uses."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.names.add(node.id.name)


def messages(path: Path) -> dict[str, set[str]]:
    """Message → its variables. A line that is no Fluent would be dropped silently: it fails."""
    found: dict[str, set[str]] = {}
    for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
        assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content[:80]}"
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found, f"{path.name}: {entry.id.name} twice"
            used = Variables()
            used.visit(entry)
            found[entry.id.name] = used.names
    return found


FILES = sorted(path.name for path in (I18N / "fr").glob("*.ftl"))


def test_both_languages_have_the_same_files() -> None:
    assert sorted(path.name for path in (I18N / "en").glob("*.ftl")) == FILES


class References(Visitor):
    """What a message takes from another one."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.names.append(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802
        self.names.append(node.id.name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_message_is_found_by_itself_and_needs_no_other(lang: str) -> None:
    words = Translator(lang)
    for name in FILES:
        text = (I18N / lang / name).read_text(encoding="utf-8")
        seen = References()
        seen.visit(FluentParser().parse(text))
        assert seen.names == []
        assert [key for key in messages(I18N / lang / name) if not words.has(key)] == []
    assert not words.has("no-such-message")


@pytest.mark.parametrize("name", FILES)
def test_both_languages_have_the_same_messages_with_the_same_values(name: str) -> None:
    french, english = messages(I18N / "fr" / name), messages(I18N / "en" / name)
    assert set(french) == set(english)
    assert french == english


def test_no_message_is_written_in_two_files() -> None:
    seen: dict[str, str] = {}
    for name in FILES:
        for message in messages(I18N / "fr" / name):
            assert message not in seen, f"{message}: {seen[message]} and {name}"
            seen[message] = name


# --- codes in the source ----------------------------------------------------------------------

MAKERS = {"Problem", "problem", "refuse", "BadValueError", "missing"}


def calls(*paths: Path) -> Iterator[tuple[str, ast.Call]]:
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                yield name, node


SCHOOL_FILE = (
    *(ROOM / "school").glob("*.py"),
    ROOM / "planner/codec.py",
    ROOM / "planner/notices.py",
)


def codes_of_problems(*paths: Path) -> set[str]:
    """The codes of all problems and notices that the source makes."""
    found = set()
    for name, call in calls(*paths):
        if name in MAKERS and call.args:
            code = call.args[-1] if name == "missing" else call.args[0]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                found.add(code.value)
    return found


def test_every_problem_has_its_sentence_in_both_languages() -> None:
    codes = codes_of_problems(*SCHOOL_FILE)
    assert len(codes) > 50
    assert {"twice", "not_xlsx", "plan_unknown", "milestone_undated", "not_day"} <= codes
    for code in codes:
        for t in (FR, EN):
            assert t.has(f"problem-{code.replace('_', '-')}"), (t.lang, code)


def test_no_sentence_of_a_problem_is_left_over() -> None:
    everywhere = codes_of_problems(*ROOM.rglob("*.py"))
    used = {f"problem-{code.replace('_', '-')}" for code in everywhere}
    written = {name for name in messages(I18N / "fr" / "school.ftl") if name.startswith("problem-")}
    assert written - used == set()


def test_every_rule_and_every_reason_has_its_sentence_in_both_languages() -> None:
    paths = [ROOM / "planner/candidates.py", ROOM / "planner/explain.py"]
    reasons = {
        call.args[0].value
        for name, call in calls(*paths)
        if name == "Reason" and isinstance(call.args[0], ast.Constant)
    } | {rule.__name__ for rule in rules.SINGLE if rule.__name__ in ("school_day", "pfmp")}
    assert {"fits", "roles", "not_searched", "place_capacity"} <= reasons
    for t in (FR, EN):
        for code in rules.CODES:
            assert t.has(f"rule-{code.replace('_', '-')}"), (t.lang, code)
        for code in reasons | {"blocked_event"}:
            assert t.has(f"left-out-{code.replace('_', '-')}"), (t.lang, code)
        for rule in rules.PAIRS:
            assert t.has(f"taken-{rule.__name__.replace('_', '-')}"), (t.lang, rule.__name__)


def test_every_code_of_the_school_file_has_its_words() -> None:
    for t in (FR, EN):
        for role in ROLES:
            assert t.has(f"role-{role.replace('_', '-')}")
        for kind in (*PLACE_TYPES, "none"):
            assert t.has(f"place-{kind.replace('_', '-')}")
        for status in ("optimal", "feasible", "partial", "infeasible"):
            assert t.has(f"outcome-{status}")
        for table, model in TABLES.items():
            assert t.has(f"template-{table}")
            for column in model.columns():
                assert t.has(f"column-{column.replace('_', '-')}")


def test_every_sentence_of_the_command_exists() -> None:
    asked = {
        call.args[0].value
        for name, call in calls(*(ROOM / "cli").glob("*.py"))
        if name == "t" and call.args and isinstance(call.args[0], ast.Constant)
    }
    assert "cli-written" in asked
    for t in (FR, EN):
        assert [key for key in asked if not t.has(str(key))] == []


# --- the translator ---------------------------------------------------------------------------


def test_an_unknown_language_is_french() -> None:
    assert Translator("de").lang == Translator(None).lang == Translator("").lang == "fr"


def test_a_message_without_its_values_is_an_error() -> None:
    with pytest.raises(MissingMessageError, match="nothing-of-the-kind"):
        FR("nothing-of-the-kind")
    with pytest.raises(MissingMessageError, match="sheet"):
        FR("place-sheet")


def test_a_value_may_be_called_key() -> None:
    assert FR("place-sheet", sheet="classes", key="x") == "feuille classes"


def test_a_reason_of_another_program_is_shown_as_its_code() -> None:
    assert words.why_left_out(FR, Reason("too_hot", {"degrees": 40})) == "too_hot"
    assert words.why_left_out(EN, Reason("fits", {})) == "fits"


def test_numbers_are_written_as_each_language_writes_them() -> None:
    french = FR("problem-too-many-rows", count=20001, most=20000)
    english = EN("problem-too-many-rows", count=20001, most=20000)
    assert "20\u202f001" in french
    assert "20,001" in english
