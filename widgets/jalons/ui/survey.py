"""Questions answered on a scale, one person at a time or together, with what shows it.

One widget for a whole questionnaire: the page keeps its radio buttons and fields, the kernel hears
each answer as it is given. Knows no feature: questions, scale and words arrive ready to be shown.

The page says ``{kind: "answer", "agree" or "correct", id, step, note}``: ``step`` is a number of
the scale, ``None`` for « I do not know », ``-1`` where an answer is taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent
LABELS = (
    "answered", "unknown", "note", "note_add", "take_back", "others", "hidden", "nobody",
    "agreed", "correct", "corrected", "saved", "empty",
)  # fmt: skip
MODES = ("answer", "agree")
TAKEN_BACK = -1


class Survey(anywidget.AnyWidget):
    """A questionnaire.

    Parameters
    ----------
    labels : mapping
        The words of :data:`LABELS`; ``answered`` may hold ``%count%`` and ``%total%``, ``hidden``
        ``%count%``.
    scale : sequence of str
        The steps in words, from the lowest.

    Attributes
    ----------
    sections : list of dict
        ``{title, items: [{id, text, hint, known, mine, others, hidden, agreed}]}``. ``mine`` and
        ``agreed`` are ``{step, note}`` or None, ``others`` a list of ``{who, step, note}``,
        ``hidden`` how many answers are not shown, ``known`` a sentence about what is already known
        or ``""``, ``corrected`` what somebody says instead; without it nothing can be corrected,
        ``then`` sentences about what follows from it; may be left out.
    mode : str
        ``"answer"``: one person answers; ``"agree"``: the group settles on a step.
    """

    _esm = HERE / "survey.js"
    _css = HERE / "survey.css"

    labels = traitlets.Dict().tag(sync=True)
    scale = traitlets.List(traitlets.Unicode()).tag(sync=True)
    sections = traitlets.List(traitlets.Dict()).tag(sync=True)
    mode = traitlets.Enum(MODES, default_value="answer").tag(sync=True)

    def __init__(self, labels: Mapping[str, str], scale: Iterable[str], **values: Any) -> None:
        if missing := [name for name in LABELS if name not in labels]:
            raise ValueError(f"Survey needs the labels {', '.join(missing)}")
        super().__init__(labels=dict(labels), scale=list(scale), **values)
        self._heard: dict[str, Callable[[str, int | None, str], object]] = {}
        self._report: Callable[[Exception], None] | None = None
        self.on_msg(self._hear)

    def on_answer(self, act: Callable[[str, int | None, str], object]) -> None:
        """Let ``act(id, step, note)`` keep what a person answered."""
        self._heard["answer"] = act

    def on_agree(self, act: Callable[[str, int | None, str], object]) -> None:
        """Let ``act(id, step, note)`` keep what the group agreed."""
        self._heard["agree"] = act

    def on_correct(self, act: Callable[[str, int | None, str], object]) -> None:
        """Let ``act(id, None, words)`` keep what is so, where what is known is wrong."""
        self._heard["correct"] = act

    def on_error(self, report: Callable[[Exception], None]) -> None:
        """Let ``report(error)`` know that one of these failed (a view's ``report``)."""
        self._report = report

    def _hear(self, _: Any, content: dict[str, Any], __: Any) -> None:
        try:
            step = content["step"]
            if step is not None and step not in range(TAKEN_BACK, len(self.scale)):
                raise ValueError(f"no step {step!r} on a scale of {len(self.scale)}")
            known = {item["id"] for section in self.sections for item in section["items"]}
            if content["id"] not in known:
                raise LookupError(f"no question {content['id']!r}")
            self._heard[content["kind"]](content["id"], step, str(content["note"]))
        except Exception as error:
            if self._report is None:
                raise
            self._report(error)
        else:
            self.send({"kind": "saved", "id": content["id"]})
