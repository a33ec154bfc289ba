"""What a year board's data must look like; every refusal names the place and what was expected.

Knows the shape only: whether a session may lie on a day is no business of the board.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

import traitlets

BAND_KINDS = ("pfmp", "blocked", "event")
MARK_KINDS = ("council",)
STATUSES = ("confirmed", "to_confirm", "team")
HUES = 8

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


def _flag(value: Any, path: str) -> None:
    if not isinstance(value, bool):
        _fail(path, "True or False", value)


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


def _facets(value: Any, path: str) -> None:
    """Code of a facet → the values of it that a chip has."""
    if not isinstance(value, Mapping):
        _fail(path, "a dict", value)
    for code, values in value.items():
        _text(code, path)
        _each(_text)(values, f"{path}.{code}")


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
_FACET = _record(
    {"code": _text, "label": _text, "values": _each(_record({"id": _text, "label": _text}, {}))},
    {},
)
_SESSION: dict[str, Check] = {"letter": _text, "theme": _text, "title": _text}
_MORE: dict[str, Check] = {"details": _each(_words), "lane": _maybe(_text), "facets": _facets}
_CHIP = _record(
    {"id": _text, "date": _day, **_SESSION},
    {**_MORE, "time": _words, "broken": _each(_text), "pinned": _flag, "fixed": _flag},
)
_TRAY_CHIP = _record({"id": _text, "row": _text, **_SESSION}, {**_MORE, "mandatory": _flag})
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
    {"weeks": _each(_WEEK), "rows": _each(lambda value, path: None)},  # rows: see check_board
    {
        "marks": _each(_NATIONAL_MARK),
        "themes": _each(_theme),
        "tray": _each(_TRAY_CHIP),
        "facets": _each(_FACET),
        "today": _day,
    },
)
_PLACES = _each(
    _record({"key": _text, "date": _day, "label": _text}, {"problems": _each(_text)}),
)


def _distinct(values: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for path, value in values:
        if value in seen:
            raise traitlets.TraitError(f"{path}: {value!r} is already at {seen[value]}")
        seen[value] = path


Rows = list[tuple[int, Mapping[str, Any]]]


def _placed(rows: Rows) -> list[tuple[str, Mapping[str, Any]]]:
    return [
        (f"board.rows[{r}].chips[{c}]", chip)
        for r, row in rows
        for c, chip in enumerate(row.get("chips", []))
    ]


def _unplaced(board: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    return [(f"board.tray[{i}]", chip) for i, chip in enumerate(board.get("tray", []))]


def chip_ids(board: Mapping[str, Any]) -> set[str]:
    """Return the ids of all chips, placed or not."""
    placed = {chip["id"] for row in board.get("rows", []) for chip in row.get("chips", [])}
    return placed | {chip["id"] for chip in board.get("tray", [])}


def _check_days(board: Mapping[str, Any], days: list[tuple[str, str]]) -> None:
    weeks = {week["monday"] for week in board["weeks"]}
    for path, text in days:
        day = date.fromisoformat(text)
        if (day - timedelta(days=day.weekday())).isoformat() not in weeks:
            _fail(path, "a day in one of board.weeks", text)


def _check_links(board: Mapping[str, Any], new: Rows) -> None:
    """Check what one record says of another: ids, themes, rows, days inside the weeks.

    Of the rows only the ``new`` ones are read whole.
    """
    mondays = [week["monday"] for week in board["weeks"]]
    if mondays != sorted(set(mondays)):
        raise traitlets.TraitError("board.weeks: weeks must follow each other, each one once")
    themes = {theme["code"] for theme in board.get("themes", [])}
    rows = {row["id"] for row in board["rows"]}
    placed, unplaced = _placed(new), _unplaced(board)
    _distinct([(f"board.rows[{i}].id", row["id"]) for i, row in enumerate(board["rows"])])
    chips = sum(len(row.get("chips", [])) for row in board["rows"]) + len(unplaced)
    if len(chip_ids(board)) < chips:
        everything = [*_placed(list(enumerate(board["rows"]))), *unplaced]
        _distinct([(f"{path}.id", chip["id"]) for path, chip in everything])
    for path, chip in [*placed, *unplaced]:
        if chip["theme"] not in themes:
            _fail(f"{path}.theme", "a code of board.themes", chip["theme"])
    known = {f["code"]: {value["id"] for value in f["values"]} for f in board.get("facets", [])}
    for path, chip in [*placed, *unplaced]:
        for code, values in chip.get("facets", {}).items():
            if not known.get(code, set()).issuperset(values):
                _fail(f"{path}.facets.{code}", "values of board.facets", values)
    for path, chip in unplaced:
        if chip["row"] not in rows:
            _fail(f"{path}.row", "the id of one of board.rows", chip["row"])
    _check_days(board, [(f"{path}.date", chip["date"]) for path, chip in placed])


#: What rows are drawn in; two boards that share these very objects differ in rows and tray only.
FRAME = ("weeks", "marks", "themes", "facets", "today")


def same_frame(board: Mapping[str, Any], before: Mapping[str, Any]) -> bool:
    """Whether two boards share all that their rows are drawn in: the same objects."""
    return bool(board) and bool(before) and all(board.get(k) is before.get(k) for k in FRAME)


def check_board(board: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> None:
    """Check a board's data.

    Parameters
    ----------
    board : mapping
        ``weeks`` and ``rows``, and optionally ``marks``, ``themes``, ``tray`` (chips that lie
        nowhere yet), ``facets`` (what one may look at beside rows: code, label, values) and
        ``today`` (ISO date; the reader's own day without it). A chip may say which ``facets`` it
        has (code → values), its ``lane`` (the part of its row it is for) and its ``time`` in
        short words. An empty mapping is an empty board.
    before : mapping, optional
        A board that was checked: rows it shares with ``board``, the same objects in the same
        frame, are not read again.

    Raises
    ------
    traitlets.TraitError
        Names the place (``board.rows[0].chips[2].date``), what was expected and what was found.
    """
    if not board:
        return
    _BOARD(board, "board")
    known: set[int] = set()
    if before and same_frame(board, before):
        known = {id(row) for row in before["rows"]}
    new = [(i, row) for i, row in enumerate(board["rows"]) if id(row) not in known]
    for i, row in new:
        _ROW(row, f"board.rows[{i}]")
    _check_links(board, new)


def check_labels(labels: Mapping[str, str], known: Mapping[str, str]) -> None:
    """Refuse a word that is empty or that the page would not ask for."""
    _record({}, dict.fromkeys(known, _text))(labels, "labels")


def check_view(view: Mapping[str, Any]) -> None:
    """Refuse a view that is neither empty nor one value of one facet."""
    if view:
        _record({"facet": _text, "of": _text}, {})(view, "view")


def check_places(places: Any, board: Mapping[str, Any]) -> None:
    """Check the places where a chip could go, as a callback of the board names them."""
    _PLACES(places, "places")
    _distinct([(f"places[{i}].key", place["key"]) for i, place in enumerate(places)])
    _check_days(board, [(f"places[{i}].date", place["date"]) for i, place in enumerate(places)])
