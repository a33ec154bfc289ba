"""The year board as a widget: rows × weeks of a school year, with chips, bands and marks.

Checks the data it is handed and passes it to the page (``year_board.js``). Knows no feature and
computes nothing: words, dates and details come ready to be shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import anywidget
import traitlets

HERE = Path(__file__).parent

BAND_KINDS = ("pfmp", "blocked", "event")
MARK_KINDS = ("council",)
STATUSES = ("confirmed", "to_confirm")
HUES = 8

#: Every word of the board, in French. ``%name%`` is filled in by the page.
LABELS: dict[str, str] = {
    "lang": "fr",
    "caption": "Planning de l’année",
    "rows": "Classes",
    "row_choice": "Classe",
    "week": "Semaine",
    "week_short": "S",
    "week_of": "semaine %iso% du %date%",
    "weeks_of": "semaines %first% à %last%, à partir du %date%",
    "parity": "semaine %parity%",
    "cell": "%cell% : %content%",
    "national": "Repères nationaux",
    "mark_confirmed": "Repère national confirmé",
    "mark_to_confirm": "Repère national à confirmer",
    "common": "Vacances, jours fériés et repères nationaux",
    "confirmed": "confirmé",
    "to_confirm": "à confirmer",
    "source": "Source :",
    "legend": "Légende",
    "holiday": "Vacances",
    "closed": "Jour férié",
    "today": "Aujourd’hui",
    "kind_pfmp": "PFMP",
    "kind_blocked": "Indisponible",
    "kind_event": "Événement",
    "kind_council": "Conseil de classe",
    "date": "Date",
    "what": "Quoi",
    "details": "Détails",
    "nothing": "Rien de prévu.",
    "details_hint": (
        "Choisissez une case pour lire ce qui s’y passe. Au clavier : les flèches, "
        "Page haut et Page bas pour un mois, Entrée pour choisir une séance."
    ),
    "table_toggle": "Voir en liste",
    "board_toggle": "Voir l’année",
    "empty": "Le planning est vide : il faut au moins une classe et une semaine.",
}

Check = Callable[[Any, str], None]


def _fail(path: str, expected: str, value: Any) -> None:
    raise traitlets.TraitError(f"{path}: expected {expected}, got {value!r}")


def _text(value: Any, path: str) -> None:
    if not isinstance(value, str) or not value.strip():
        _fail(path, "a text that is not empty", value)


def _words(value: Any, path: str) -> None:
    if not isinstance(value, str):
        _fail(path, "a text", value)


def _day(value: Any, path: str) -> None:
    try:
        if date.fromisoformat(value).isoformat() == value:
            return
    except (TypeError, ValueError):
        pass
    _fail(path, "a date such as '2026-09-01'", value)


def _monday(value: Any, path: str) -> None:
    _day(value, path)
    if date.fromisoformat(value).weekday():
        _fail(path, "a Monday", value)


def _closed_day(value: Any, path: str) -> None:
    if isinstance(value, Mapping):
        _record({"date": _day, "label": _words}, {})(value, path)
    else:
        _day(value, path)


def _whole(lowest: int, highest: int) -> Check:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            _fail(path, f"a whole number from {lowest} to {highest}", value)

    return check


def _one_of(*choices: str) -> Check:
    def check(value: Any, path: str) -> None:
        if value not in choices:
            _fail(path, "one of " + ", ".join(choices), value)

    return check


def _maybe(inner: Check) -> Check:
    def check(value: Any, path: str) -> None:
        if value is not None:
            inner(value, path)

    return check


def _each(inner: Check) -> Check:
    def check(value: Any, path: str) -> None:
        if not isinstance(value, list | tuple):
            _fail(path, "a list", value)
        for i, item in enumerate(value):
            inner(item, f"{path}[{i}]")

    return check


def _record(required: dict[str, Check], optional: dict[str, Check]) -> Check:
    known = required | optional

    def check(value: Any, path: str) -> None:
        if not isinstance(value, Mapping):
            _fail(path, "a dict", value)
        if missing := [key for key in required if key not in value]:
            raise traitlets.TraitError(f"{path}: {', '.join(missing)} missing")
        if strange := [str(key) for key in value if key not in known]:
            raise traitlets.TraitError(
                f"{path}: unknown {', '.join(strange)}; known: {', '.join(known)}"
            )
        for key, item in value.items():
            known[key](item, f"{path}.{key}")

    return check


def _theme(value: Any, path: str) -> None:
    required = {"code": _text, "letter": _text, "label": _text, "hue": _whole(0, HUES - 1)}
    _record(required, {})(value, path)


def _band(value: Any, path: str) -> None:
    required = {"kind": _one_of(*BAND_KINDS), "first": _day, "last": _day, "label": _text}
    _record(required, {})(value, path)
    if value["last"] < value["first"]:
        _fail(f"{path}.last", f"a day not before {value['first']}", value["last"])


_WEEK = _record(
    {"monday": _monday, "iso": _whole(1, 53), "month": _text},
    {
        "parity": _maybe(_words),
        "holiday": _maybe(_text),
        "closed": _each(_closed_day),
        "label": _words,
    },
)
_NATIONAL_MARK = _record(
    {"date": _day, "label": _text, "status": _one_of(*STATUSES)}, {"source": _maybe(_words)}
)
_ROW_MARK = _record({"kind": _one_of(*MARK_KINDS), "date": _day, "label": _text}, {})
_CHIP = _record(
    {"id": _text, "date": _day, "letter": _text, "theme": _text, "title": _text},
    {"details": _each(_words)},
)
_ROW = _record(
    {"id": _text, "label": _text},
    {
        "sub": _maybe(_words),
        "bands": _each(_band),
        "marks": _each(_ROW_MARK),
        "chips": _each(_CHIP),
    },
)
_BOARD = _record(
    {"weeks": _each(_WEEK), "rows": _each(_ROW)},
    {"marks": _each(_NATIONAL_MARK), "themes": _each(_theme), "today": _day},
)


def _distinct(values: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for path, value in values:
        if value in seen:
            raise traitlets.TraitError(f"{path}: {value!r} is already at {seen[value]}")
        seen[value] = path


def _chips(board: Mapping[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"board.rows[{r}].chips[{c}]", chip)
        for r, row in enumerate(board.get("rows", []))
        for c, chip in enumerate(row.get("chips", []))
    ]


def _check_links(board: Mapping[str, Any]) -> None:
    """Check what one record says of another: ids, themes, days inside the weeks."""
    weeks = [week["monday"] for week in board["weeks"]]
    if weeks != sorted(set(weeks)):
        raise traitlets.TraitError("board.weeks: weeks must follow each other, each one once")
    themes = {theme["code"] for theme in board.get("themes", [])}
    chips = _chips(board)
    _distinct([(f"board.rows[{i}].id", row["id"]) for i, row in enumerate(board["rows"])])
    _distinct([(f"{path}.id", chip["id"]) for path, chip in chips])
    for path, chip in chips:
        if chip["theme"] not in themes:
            _fail(f"{path}.theme", "a code of board.themes", chip["theme"])
        day = date.fromisoformat(chip["date"])
        if (day - timedelta(days=day.weekday())).isoformat() not in weeks:
            _fail(f"{path}.date", "a day in one of board.weeks", chip["date"])


def check_board(board: Mapping[str, Any]) -> None:
    """Check a board's data.

    Parameters
    ----------
    board : mapping
        ``weeks`` and ``rows``, and optionally ``marks``, ``themes`` and ``today`` (ISO date; the
        reader's own day without it). An empty mapping is an empty board.

    Raises
    ------
    traitlets.TraitError
        Names the place (``board.rows[0].chips[2].date``), what was expected and what was found.
    """
    if board:
        _BOARD(board, "board")
        _check_links(board)


class YearBoard(anywidget.AnyWidget):
    """Rows × weeks of a school year, for a mouse, a keyboard, a phone and a printer.

    Parameters
    ----------
    board : dict
        What to draw, see :func:`check_board`. A band or a mark outside the weeks is only in the
        list; a chip outside them is refused.
    labels : dict, optional
        Words that replace those of :data:`LABELS` (French).
    selected : str, optional
        Id of the chosen chip, ``""`` for none. The page sets it too.

    Examples
    --------
    >>> week = {"monday": "2026-08-31", "iso": 36, "month": "septembre 2026"}
    >>> board = YearBoard(board={"weeks": [week], "rows": [{"id": "2PRO", "label": "2PRO"}]})
    >>> board.selected
    ''
    """

    _esm = HERE / "year_board.js"
    _css = HERE / "year_board.css"

    board = traitlets.Dict().tag(sync=True)
    labels = traitlets.Dict(default_value=dict(LABELS)).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)

    def __init__(self, **values: Any) -> None:
        if unknown := sorted(set(values) - set(self.trait_names())):
            raise TypeError(f"YearBoard has no trait {', '.join(unknown)}")
        super().__init__(**values)

    @traitlets.validate("board")
    def _valid_board(self, proposal: Any) -> dict[str, Any]:
        board: dict[str, Any] = proposal["value"]
        check_board(board)
        return board

    @traitlets.validate("labels")
    def _valid_labels(self, proposal: Any) -> dict[str, str]:
        given: dict[str, str] = proposal["value"]
        _record({}, dict.fromkeys(LABELS, _text))(given, "labels")
        return LABELS | given

    @traitlets.validate("selected")
    def _valid_selected(self, proposal: Any) -> str:
        chosen: str = proposal["value"]
        if chosen and all(chip["id"] != chosen for _, chip in _chips(self.board)):
            _fail("selected", "'' or the id of a chip of the board", chosen)
        return chosen

    @traitlets.observe("board")
    def _board_changed(self, change: Any) -> None:
        """Let go of a chosen chip that the new board no longer has."""
        if all(chip["id"] != self.selected for _, chip in _chips(self.board)):
            self.selected = ""
