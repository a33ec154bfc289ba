"""Values of a tree, taken as what they should be: whole number, share, text, list, mapping.

What does not fit is noted with its place and line, and reading goes on: a person gets all of it at
once. Knows no scenario.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite

from jalons.cohorts.yaml_tree import Node
from jalons.problems import Problem, shortened

LONGEST_NAME = 60


class Fields:
    """Reads the values of ``root``; what is wrong is in ``problems``."""

    def __init__(self, root: Node, file: str) -> None:
        self.root = root
        self.file = file
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}

    def line(self, problem: Problem) -> int | None:
        """The line of the place a problem is about (or of what it lies in)."""
        place = str(problem.facts.get("place", ""))
        while place and place not in self.lines:
            place = place.rpartition(".")[0]
        return self.lines.get(place)

    def wrong(self, code: str, node: Node, place: str, **facts: object) -> None:
        value = None if isinstance(node.value, dict | list) else shortened(node.text)
        self.problems.append(
            Problem(
                code,
                file=self.file,
                row=node.line,
                value=value,
                facts={"place": place, **facts},
            )
        )

    def mapping(
        self, node: Node, place: str, known: Sequence[str] | None = None
    ) -> Mapping[str, Node]:
        self.lines[place] = node.line
        if not isinstance(node.value, dict):
            self._expected(node, place, "mapping" if place else "scenario")
            return {}
        for key in node.value if known else ():
            if key not in (known or ()):
                self.wrong(
                    "cohorts_unknown_key", node.value[key], key, known=", ".join(known or ())
                )
        return node.value

    def sequence(self, node: Node, place: str) -> list[Node]:
        self.lines[place] = node.line
        if not isinstance(node.value, list):
            self._expected(node, place, "list")
            return []
        return node.items

    def text(self, node: Node | None, place: str, *, short: bool = False) -> str | None:
        if node is None:
            return None
        self.lines[place] = node.line
        if isinstance(node.value, dict | list) or not node.text.strip():
            self._expected(node, place, "text")
            return None
        if short and len(node.text) > LONGEST_NAME:
            self._expected(node, place, "name")
            return None
        return node.text.strip()

    def whole(
        self,
        node: Node | None,
        place: str,
        low: int,
        high: int | None,
        *,
        default: int | None = None,
    ) -> int | None:
        """A whole number in [low, high]; ``default`` when the key is not given."""
        if node is None:
            return default
        self.lines[place] = node.line
        value = node.value
        if isinstance(value, float) and isfinite(value) and value.is_integer():
            value = int(value)
        if not isinstance(value, int):
            self._expected(node, place, "whole")
        elif value < low and high is None:
            self.wrong("cohorts_negative_count", node, place)
        elif value < low or (high is not None and value > high):
            self.wrong("cohorts_out_of_range", node, place, low=str(low), high=str(high))
        else:
            return value
        return None

    def number(
        self,
        node: Node | None,
        place: str,
        *,
        low: float | None = None,
        high: float | None = None,
    ) -> float | None:
        """A finite number, in [low, high] where they are given."""
        if node is None:
            return None
        self.lines[place] = node.line
        value = node.value
        if not isinstance(value, int | float) or not isfinite(value):
            self._expected(node, place, "number")
        elif (low is not None and value < low) or (high is not None and value > high):
            self.wrong("cohorts_out_of_range", node, place, low=f"{low:g}", high=f"{high:g}")
        else:
            return float(value)
        return None

    def choice(self, node: Node | None, place: str, choices: Sequence[str], default: str) -> str:
        if node is None:
            return default
        self.lines[place] = node.line
        if node.text in choices:
            return node.text
        self.wrong("cohorts_not_one_of", node, place, known=", ".join(choices))
        return default

    def _expected(self, node: Node, place: str, expected: str) -> None:
        self.wrong("cohorts_expected", node, place, expected=expected)
