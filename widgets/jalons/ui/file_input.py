"""A button and a drop zone that bring files into the kernel.

Files come in pieces, each asked for once the one before has arrived, so that no message is too
large for the server and the bar tells the truth. Knows no format and no word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent
LABELS = ("choose", "hint", "too_big", "wrong_type", "sending", "received", "failed")


@dataclass(frozen=True, eq=False)
class UploadedFile:
    """A file as it was on the person's machine.

    Two uploads of one file are two objects: choosing the same file again is a change.
    """

    name: str
    data: bytes = field(repr=False)


class FileInput(anywidget.AnyWidget):
    """Files a person chose or dropped.

    Parameters
    ----------
    labels : mapping
        ``choose`` (the button), ``hint`` (below it), and the sentences ``too_big`` (may hold
        ``%name%`` and ``%limit%``, in MB), ``wrong_type`` (``%name%``), ``sending``,
        ``received`` and ``failed`` (``%names%``).
    accept : str
        Endings separated by commas, ``".xlsx,.csv"``.
    max_bytes : int
        The most one choice may weigh; more is refused in the browser, unsent.
    multiple : bool
        Several files at once (a folder of CSV files).

    Attributes
    ----------
    files : tuple of UploadedFile
        What came in last, set when everything has arrived.
    """

    _esm = HERE / "file_input.js"
    _css = HERE / "file_input.css"

    labels = traitlets.Dict().tag(sync=True)
    accept = traitlets.Unicode("").tag(sync=True)
    max_bytes = traitlets.Int(16_000_000, min=1).tag(sync=True)
    multiple = traitlets.Bool(True).tag(sync=True)
    files = traitlets.Tuple()

    def __init__(self, labels: Mapping[str, str], **options: Any) -> None:
        missing = [name for name in LABELS if name not in labels]
        if missing:
            raise ValueError(f"FileInput needs the labels {', '.join(missing)}")
        super().__init__(labels=dict(labels), **options)
        self._names: list[str] = []
        self._parts: list[bytearray] = []
        self.on_msg(self._received)

    def _received(self, _: Any, content: dict[str, Any], buffers: list[Any]) -> None:
        if content.get("kind") == "start":
            self._names = [str(name) for name in content["names"]]
            self._parts = [bytearray() for _ in self._names]
        elif content.get("kind") == "piece":
            self._parts[content["file"]] += bytes(buffers[0])
            if sum(map(len, self._parts)) > self.max_bytes:
                self._names, self._parts = [], []
                self.send({"kind": "refused"})  # the browser should have, before sending
                return
        elif content.get("kind") == "end":
            pairs = zip(self._names, self._parts, strict=True)
            received = tuple(UploadedFile(name, bytes(part)) for name, part in pairs)
            self._names, self._parts = [], []
            self.send({"kind": "next"})
            self.files = received
            return
        self.send({"kind": "next"})
