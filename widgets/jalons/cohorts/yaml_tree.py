"""YAML as a tree of values that know their line. No object is built, no surprise is kept.

YAML says more than a person who fills in a scenario means: ``NO`` is false, ``010`` is eight, the
same key twice keeps the last, an alias of an alias fills the memory. Here a key is its text, a
number is decimal, a key given twice is refused, and a file that unfolds to more than
``MOST_VALUES`` values is too. Knows YAML, and no scenario.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf, nan
from typing import Any

import yaml

from jalons.problems import InputError, Problem

MOST_BYTES = 1_000_000
MOST_VALUES = 100_000
MOST_DEPTH = 12
MOST_DIGITS = 30

_WHOLE = re.compile(r"[-+]?\d+")
_DECIMAL = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
_SPECIAL = {".nan": nan, "nan": nan, ".inf": inf, "inf": inf, "+.inf": inf, "-.inf": -inf}

Value = None | str | int | float | list[Any] | dict[str, Any]


@dataclass(frozen=True)
class Node:
    """A value, the line it is on, and how it was written."""

    value: Value  # lists and mappings hold Nodes
    line: int
    text: str = ""

    @property
    def mapping(self) -> dict[str, Node]:
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> list[Node]:
        return self.value if isinstance(self.value, list) else []

    def plain(self) -> Any:
        """The value without lines."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def read_tree(data: bytes, file: str) -> Node:
    """Read YAML.

    Raises
    ------
    InputError
        Not text, not YAML, too large, too deep, or a key given twice.
    """
    if len(data) > MOST_BYTES:
        raise _wrong("too_large", file, most=f"{MOST_BYTES // 1_000_000} Mo")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _wrong("not_text", file) from None
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _wrong("not_yaml", file, line=mark.line + 1 if mark else None) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise _wrong("not_yaml", file) from None
    if root is None:
        raise _wrong("empty", file)
    return _Unfolding(file).node(root, 0)


class _Unfolding:
    """Aliases are followed; what they unfold to is counted, so that it ends."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.values = 0

    def node(self, raw: yaml.Node, depth: int) -> Node:
        line = raw.start_mark.line + 1
        self.values += 1
        if self.values > MOST_VALUES or depth > MOST_DEPTH:
            raise _wrong("unfolds", self.file, line=line, depth=MOST_DEPTH, most=MOST_VALUES)
        if isinstance(raw, yaml.MappingNode):
            return Node(self._mapping(raw, depth), line)
        if isinstance(raw, yaml.SequenceNode):
            return Node([self.node(item, depth + 1) for item in raw.value], line)
        return Node(_scalar(raw), line, str(raw.value))

    def _mapping(self, raw: yaml.MappingNode, depth: int) -> dict[str, Node]:
        result: dict[str, Node] = {}
        for key, value in raw.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise _wrong("key_not_text", self.file, line=line)
            name = str(key.value).strip()
            if name in result:
                raise _wrong("key_twice", self.file, line=line, key=name)
            result[name] = self.node(value, depth + 1)
        return result


def _scalar(raw: yaml.Node) -> Value:
    text = str(raw.value)
    if getattr(raw, "style", None) is not None:  # between quotes, or a block: text
        return text
    if text in ("", "~") or text.casefold() == "null":
        return None
    if len(text) <= MOST_DIGITS:
        if _WHOLE.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return float(text)
    return _SPECIAL.get(text.casefold(), text)


def _wrong(code: str, file: str, *, line: int | None = None, **facts: object) -> InputError:
    return InputError((Problem(f"cohorts_{code}", file=file, row=line, facts=facts),))
