"""The year board as a widget: rows × weeks of a school year, with chips, bands and marks.

Checks the data it is handed and passes it to the page (``year_board.mjs``). Knows no feature and
computes nothing: words, dates and details come ready to be shown.

An ``editable`` board judges no move either: the page asks, a callback answers.

===================================  ==========================================================
the page says                        the kernel answers
===================================  ==========================================================
``{kind: "pick", id}``               ``{kind: "places", id, places: [{key, date, label,
                                     problems}]}``: everywhere the chip could go in its row
``{kind: "put", id, key}``           a new ``board``, then ``{kind: "done"}``; so do ``pin`` and
                                     ``take_out`` (with ``id``), ``undo`` and ``redo`` (without)
any of them, and the callback fails  ``{kind: "refused", message}``: the page never waits in vain
===================================  ==========================================================
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from jalons.ui.esm import joined
from jalons.ui.year_board_check import (
    BAND_KINDS,
    check_board,
    check_labels,
    check_places,
    check_view,
    chip_ids,
    same_frame,
)

__all__ = ["BAND_KINDS", "LABELS", "YearBoard", "check_board"]

HERE = Path(__file__).parent
FEW_ROWS = 4
log = logging.getLogger("jalons")

#: What the page may ask for, and what it says with it.
EDITS: dict[str, tuple[str, ...]] = {
    "pick": ("id",),
    "put": ("id", "key"),
    "pin": ("id",),
    "take_out": ("id",),
    "undo": (),
    "redo": (),
}

#: Every word of the board, in French. ``%name%`` is filled in by the page.
LABELS: dict[str, str] = {
    "lang": "fr",
    "caption": "Planning de l’année",
    "rows": "Classes",
    "show": "Montrer",
    "all_rows": "Toutes les classes",
    "one_row": "Une classe",
    "view_caption": "%caption% : %what%",
    "out_of_view": "« %title% » est déplacée ; elle n’est plus dans ce que vous regardez.",
    "week": "Semaine",
    "week_short": "S",
    "week_of": "semaine %iso% du %date%",
    "weeks_of": "semaines %first% à %last%, à partir du %date%",
    "parity": "semaine %parity%",
    "cell": "%cell% : %content%",
    "national": "Repères",
    "mark_confirmed": "Repère national confirmé",
    "mark_to_confirm": "Repère national à confirmer",
    "mark_team": "Jalon de l’équipe",
    "common": "Vacances, jours fériés et repères",
    "confirmed": "confirmé",
    "to_confirm": "à confirmer",
    "team": "décidé par l’équipe",
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
    "edit_hint": "Sur une séance : M pour la déplacer, P pour l’épingler, Suppr pour la retirer.",
    "tray": "À placer",
    "mandatory": "obligatoire",
    "broken": "Règle non respectée",
    "pinned": "Épinglée",
    "fixed": "Ne peut pas être déplacée",
    "actions": "Séance choisie",
    "move": "Déplacer",
    "place": "Placer",
    "pin": "Épingler",
    "unpin": "Détacher",
    "take_out": "Retirer",
    "put": "Poser ici",
    "cancel": "Abandonner",
    "undo": "Annuler",
    "redo": "Rétablir",
    "searching": "Recherche des places possibles…",
    "where_to": "Où placer « %title% » ?",
    "choose": "Choisissez une semaine (places libres : %count%).",
    "choose_keys": "Flèches pour parcourir, Entrée pour poser, Échap pour abandonner.",
    "several": "Plusieurs horaires cette semaine : choisissez.",
    "no_place": "Aucune place dans l’année pour cette séance.",
    "free": "Place libre",
    "clash": "Pose problème",
    "free_dates": "Dates libres",
    "clash_dates": "Dates qui posent problème",
    "refused": "Cela n’a pas pu se faire ; le planning n’a pas changé.",
    "table_toggle": "Voir en liste",
    "board_toggle": "Voir l’année",
    "empty": "Le planning est vide : il faut au moins une classe et une semaine.",
}


class YearBoard(anywidget.AnyWidget):
    """Rows × weeks of a school year, for a mouse, a keyboard, a phone and a printer.

    Parameters
    ----------
    board : dict
        What to draw, see :func:`check_board`. Hand over a new dict for each change; parts of it
        that stay the same objects are neither checked nor sent again. A band or a mark outside
        the weeks is only in the list; a chip outside them is refused.
    labels : dict, optional
        Words that replace those of :data:`LABELS` (French).
    selected : str, optional
        Id of the chosen chip, ``""`` for none. The page sets it too.
    view : dict, optional
        What of the board is looked at: ``{"facet": "row", "of": row id}``, ``{"facet": code of
        board.facets, "of": one of its values}``, or ``{}`` for all of it. The page sets it too;
        what the board does not have shows all of it.
    address : str, optional
        Under which name the view stands in the page's address, after ``#`` (which no server is
        told): a reload keeps it. ``""``: the address is left alone.
    editable : bool, optional
        Whether chips can be moved; then :meth:`on_pick` and the others say what happens.
    can_undo, can_redo : bool, optional
        Whether there is something to undo or redo.
    undo_label, redo_label : str, optional
        What exactly, in words (``"déplacer S03"``).

    Examples
    --------
    >>> week = {"monday": "2026-08-31", "iso": 36, "month": "septembre 2026"}
    >>> board = YearBoard(board={"weeks": [week], "rows": [{"id": "2PRO", "label": "2PRO"}]})
    >>> board.selected
    ''
    """

    _esm = joined(HERE / "year_board.mjs")
    _css = HERE / "year_board.css"

    board = traitlets.Dict()
    # What the page is told of it: a whole board, then the rows that have become others since.
    _whole = traitlets.Dict().tag(sync=True)
    _since = traitlets.Dict().tag(sync=True)
    labels = traitlets.Dict(default_value=dict(LABELS)).tag(sync=True)
    selected = traitlets.Unicode("").tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    address = traitlets.Unicode("").tag(sync=True)
    editable = traitlets.Bool(False).tag(sync=True)
    can_undo = traitlets.Bool(False).tag(sync=True)
    can_redo = traitlets.Bool(False).tag(sync=True)
    undo_label = traitlets.Unicode("").tag(sync=True)
    redo_label = traitlets.Unicode("").tag(sync=True)

    _checked: Mapping[str, Any] = {}  # the board that was found right last

    def __init__(self, **values: Any) -> None:
        if unknown := sorted(set(values) - set(self.trait_names())):
            raise TypeError(f"YearBoard has no trait {', '.join(unknown)}")
        super().__init__(**values)
        self._callbacks: dict[str, Callable[..., Any]] = {}
        self._report: Callable[[Exception], None] | None = None
        self.on_msg(self._heard)

    # --- what happens when the page asks: one callback each, the last one registered -------------

    def on_pick(self, answer: Callable[[str], Iterable[Mapping[str, Any]]]) -> None:
        """Let ``answer(id)`` say where a chip that was picked up could go.

        Each place has a ``key`` (which :meth:`on_put` gets back), a ``date`` (ISO, in one of the
        weeks), a ``label`` (the day and time in words) and optionally ``problems`` (sentences;
        none, and the place is free).
        """
        self._callbacks["pick"] = answer

    def on_put(self, act: Callable[[str, str], object]) -> None:
        """Let ``act(id, key)`` put a chip into a place, free or not, and set :attr:`board`."""
        self._callbacks["put"] = act

    def on_pin(self, act: Callable[[str], object]) -> None:
        """Let ``act(id)`` pin a chip to its place, or let it go, and set :attr:`board`."""
        self._callbacks["pin"] = act

    def on_take_out(self, act: Callable[[str], object]) -> None:
        """Let ``act(id)`` take a chip off the year, into the tray, and set :attr:`board`."""
        self._callbacks["take_out"] = act

    def on_undo(self, act: Callable[[], object]) -> None:
        """Let ``act()`` undo the last edit and set :attr:`board`."""
        self._callbacks["undo"] = act

    def on_redo(self, act: Callable[[], object]) -> None:
        """Let ``act()`` do again what was undone and set :attr:`board`."""
        self._callbacks["redo"] = act

    def on_error(self, report: Callable[[Exception], None]) -> None:
        """Let ``report(error)`` know that one of these callbacks failed (a view's ``report``)."""
        self._report = report

    def _heard(self, _: Any, content: dict[str, Any], __: Any) -> None:
        if not self.editable:
            return
        try:
            self._answer(content)
        except Exception as error:
            log.exception("an edit of the year board failed: %s", content)
            self.send({"kind": "refused", "message": self.labels["refused"]})
            if self._report is None:
                raise
            self._report(error)

    def _answer(self, content: dict[str, Any]) -> None:
        kind = content.get("kind", "")
        if kind not in self._callbacks:
            raise LookupError(f"no callback for {kind!r}: register one with on_{kind}()")
        given = [content[name] for name in EDITS[kind]]
        if given and given[0] not in chip_ids(self.board):
            raise LookupError(f"the board has no chip {given[0]!r}")
        result = self._callbacks[kind](*given)
        if kind == "pick":
            places = [dict(place) for place in result]
            check_places(places, self.board)
            self.send({"kind": "places", "id": given[0], "places": places})
        else:
            self.send({"kind": "done"})

    @traitlets.validate("board")
    def _valid_board(self, proposal: Any) -> dict[str, Any]:
        board: dict[str, Any] = proposal["value"]
        check_board(board, self._checked)
        self._checked = board
        return board

    @traitlets.validate("labels")
    def _valid_labels(self, proposal: Any) -> dict[str, str]:
        given: dict[str, str] = proposal["value"]
        check_labels(given, LABELS)
        return LABELS | given

    @traitlets.validate("view")
    def _valid_view(self, proposal: Any) -> dict[str, str]:
        view: dict[str, str] = proposal["value"]
        check_view(view)
        return view

    @traitlets.validate("selected")
    def _valid_selected(self, proposal: Any) -> str:
        chosen: str = proposal["value"]
        if chosen and chosen not in chip_ids(self.board):
            raise traitlets.TraitError(
                f"selected: expected '' or the id of a chip of the board, got {chosen!r}"
            )
        return chosen

    @traitlets.observe("board")
    def _board_changed(self, change: Any) -> None:
        """Tell the page, and let go of a chosen chip that the new board no longer has."""
        with self.hold_sync():
            self._tell(self.board)
            if self.selected and self.selected not in chip_ids(self.board):
                self.selected = ""

    def _tell(self, board: dict[str, Any]) -> None:
        """Send a board: the rows that are others than in the last whole one, or all of it.

        After a move a large school is a megabyte, the row that changed ten kilobytes.
        """
        rows, told = board.get("rows", []), self._whole.get("rows", [])
        if same_frame(board, self._whole) and len(rows) == len(told):
            pairs = enumerate(zip(rows, told, strict=True))
            changed = {str(i): row for i, (row, before) in pairs if row is not before}
            if len(changed) <= max(FEW_ROWS, len(rows) // 4):
                self._since = {"rows": changed, "tray": board.get("tray", [])}
                return
        self._since = {}
        self._whole = board
