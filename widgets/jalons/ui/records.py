"""A list of things with what one can do with each: versions, files, schools. Knows no word.

An action happens at once, asks for a text first, or asks whether it is meant; the questions open
in the row itself, so that neither the keyboard nor a screen reader is sent elsewhere.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent
LABELS = ("ok", "cancel", "more")
log = logging.getLogger("jalons")

Act = Callable[[str, str, str], None]  # action, key of the record, text


@dataclass(frozen=True)
class Action:
    """A button of a record.

    Parameters
    ----------
    code : str
        What is told to whoever listens.
    label : str
        What stands on the button.
    ask : str
        A question answered by a text; ``value`` is what the field holds at first.
    confirm : str
        A question answered by yes (``label``) or no.
    goes : str
        Id of the element where what was asked for appears; the focus goes there.
    """

    code: str
    label: str
    ask: str = ""
    value: str = ""
    confirm: str = ""
    goes: str = ""


@dataclass(frozen=True)
class Record:
    """One row: a title, a line about it, badges, and its actions."""

    key: str
    title: str
    text: str = ""
    badges: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()


class Records(anywidget.AnyWidget):
    """The list.

    Parameters
    ----------
    name : str
        What a screen reader calls it.
    labels : mapping
        ``ok`` and ``cancel`` of a question, ``more`` (the button that shows the rest; ``%count%``
        in it is how many).
    act : callable
        ``act(code, key, text)`` when an action is chosen.
    report : callable
        What is done with an error of ``act``.
    shown : int
        How many rows before ``more``.
    """

    _esm = HERE / "records.js"
    _css = HERE / "records.css"

    name = traitlets.Unicode("").tag(sync=True)
    labels = traitlets.Dict().tag(sync=True)
    records: traitlets.List[Any] = traitlets.List().tag(sync=True)
    shown = traitlets.Int(8, min=1).tag(sync=True)

    def __init__(
        self,
        name: str,
        labels: Mapping[str, str],
        act: Act,
        report: Callable[[Exception], None],
        **options: Any,
    ) -> None:
        missing = [label for label in LABELS if label not in labels]
        if missing:
            raise ValueError(f"Records needs the labels {', '.join(missing)}")
        super().__init__(name=name, labels=dict(labels), **options)
        self._act, self._report = act, report
        self.on_msg(self._asked)

    def fill(self, records: Sequence[Record]) -> None:
        """Show these instead."""
        self.records = [asdict(record) for record in records]

    def _asked(self, _: Any, content: dict[str, Any], __: Any) -> None:
        code, key = content.get("code"), content.get("key")
        there = any(
            record["key"] == key and any(action["code"] == code for action in record["actions"])
            for record in self.records
        )
        if there:  # a row that has gone meanwhile is not acted on
            self.do(str(code), str(key), str(content.get("text", "")).strip())

    def do(self, code: str, key: str, text: str = "") -> None:
        """Do what a button does."""
        try:
            self._act(code, key, text)
        except Exception as error:
            log.exception("action %s failed", code)
            self._report(error)
