"""A page with an editable year board and a toy school behind it, for the tests beside it.

Its one rule: a class has one session a week, and none during its placement.
"""

from __future__ import annotations

import copy
from datetime import date, timedelta
from typing import Any

import ipywidgets
from IPython.display import display

from jalons.ui.notice import Notice
from jalons.ui.ready import Ready
from jalons.ui.year_board import YearBoard

FIRST = date(2026, 8, 31)
WEEKS = 17
HOLIDAY = (7, 8)
MONTHS = ("septembre", "octobre", "novembre", "décembre")
TRAP = "Séance piégée"
KEPT = ("id", "letter", "theme", "title", "facets", "lane")


def week(number: int) -> dict[str, Any]:
    monday = FIRST + timedelta(weeks=number)
    middle = monday + timedelta(days=3)
    return {
        "monday": monday.isoformat(),
        "iso": monday.isocalendar().week,
        "month": f"{MONTHS[middle.month - 9]} {middle.year}",
        "holiday": "Vacances de la Toussaint" if number in HOLIDAY else None,
    }


def day(number: int, weekday: int) -> str:
    return (FIRST + timedelta(weeks=number, days=weekday)).isoformat()


def session(number: int, title: str, **more: Any) -> dict[str, Any]:
    return {"id": f"S{number}", "letter": "P", "theme": "parcours", "title": title, **more}


def school() -> dict[str, Any]:
    pfmp = {"kind": "pfmp", "first": day(12, 0), "last": day(14, 4), "label": "PFMP"}
    chips = [
        session(1, "Présenter", date=day(1, 1), time="mar. 14:00", facets={"person": ["Mme Roy"]}),
        session(2, "Visiter", date=day(3, 1), time="mar. 15:00", lane="TMELEC-ins"),
        session(3, "Écouter", date=day(5, 1), fixed=True),
    ]
    trap = session(4, TRAP, date=day(2, 1), time="mar. 9:00", facets={"person": ["Mme Roy"]})
    people = [{"id": name, "label": name} for name in ("M. Bey", "Mme Roy")]
    return {
        "facets": [{"code": "person", "label": "Une personne", "values": people}],
        "weeks": [week(number) for number in range(WEEKS)],
        "rows": [
            {"id": "TMELEC", "label": "TMELEC", "bands": [pfmp], "chips": chips},
            {"id": "CAP1", "label": "CAP1", "chips": [trap]},
        ],
        "tray": [{**session(5, "Simuler un entretien"), "row": "CAP1", "mandatory": True}],
        "themes": [{"code": "parcours", "letter": "P", "label": "Le parcours", "hue": 0}],
        "today": "2026-09-02",
    }


class Desk:
    def __init__(self) -> None:
        self.told = Notice()
        self.board = YearBoard(board=school(), editable=True, address="vue")
        self.past: list[dict[str, Any]] = []
        self.future: list[dict[str, Any]] = []
        self.board.on_pick(self.places)
        self.board.on_put(self.put)
        self.board.on_pin(self.pin)
        self.board.on_take_out(self.take_out)
        self.board.on_undo(lambda: self.turn(self.past, self.future))
        self.board.on_redo(lambda: self.turn(self.future, self.past))
        self.board.on_error(lambda error: self.told.say("error", f"Échec : {error}"))

    def show(self, board: dict[str, Any]) -> None:
        with self.board.hold_sync():
            self.board.board = board
            self.board.can_undo, self.board.can_redo = bool(self.past), bool(self.future)

    def edited(self) -> dict[str, Any]:
        self.past.append(self.board.board)
        self.future.clear()
        return copy.deepcopy(self.board.board)

    def turn(self, source: list[dict[str, Any]], target: list[dict[str, Any]]) -> None:
        target.append(self.board.board)
        self.show(source.pop())

    def places(self, chip: str) -> list[dict[str, Any]]:
        row = self.row_of(self.board.board, chip)
        others = [one for one in row.get("chips", []) if one["id"] != chip]
        if any(one["title"] == TRAP and one["id"] == chip for one in row["chips"]):
            raise RuntimeError("la question est piégée")
        return [
            {
                "key": day(number, weekday),
                "date": day(number, weekday),
                "label": f"{'mardi' if weekday == 1 else 'jeudi'} {day(number, weekday)}",
                "problems": self.problems(row, others, day(number, weekday)),
            }
            for number in range(WEEKS)
            if number not in HOLIDAY
            for weekday in ((1, 3) if number == 6 else (1,))
        ]

    def problems(self, row: dict[str, Any], others: list[Any], at: str) -> list[str]:
        found = []
        if any(band["first"] <= at <= band["last"] for band in row.get("bands", [])):
            found.append("La classe est en PFMP.")
        same_week = date.fromisoformat(at).isocalendar()[:2]
        for one in others:
            if date.fromisoformat(one["date"]).isocalendar()[:2] == same_week:
                found.append(f"La classe a déjà « {one['title']} » cette semaine.")
        return found

    def row_of(self, board: dict[str, Any], chip: str) -> Any:
        homes = {one["id"]: one["row"] for one in board["tray"]}
        homes |= {one["id"]: row["id"] for row in board["rows"] for one in row["chips"]}
        return next(row for row in board["rows"] if row["id"] == homes[chip])

    def put(self, chip: str, key: str) -> None:
        problems = next(p["problems"] for p in self.places(chip) if p["key"] == key)
        board = self.edited()
        row = self.row_of(board, chip)
        everywhere = [*row["chips"], *board["tray"]]
        moved = next(one for one in everywhere if one["id"] == chip)
        row["chips"] = [one for one in row["chips"] if one["id"] != chip]
        board["tray"] = [one for one in board["tray"] if one["id"] != chip]
        kept = {name: moved[name] for name in KEPT if name in moved}
        row["chips"].append({**kept, "date": key, "broken": problems})
        self.show(board)

    def pin(self, chip: str) -> None:
        board = self.edited()
        for one in self.row_of(board, chip)["chips"]:
            if one["id"] == chip:
                one["pinned"] = not one.get("pinned", False)
        self.show(board)

    def take_out(self, chip: str) -> None:
        board = self.edited()
        row = self.row_of(board, chip)
        moved = next(one for one in row["chips"] if one["id"] == chip)
        row["chips"].remove(moved)
        kept = {name: moved[name] for name in KEPT if name in moved}
        board["tray"].append({**kept, "row": row["id"]})
        self.show(board)


def show() -> None:
    desk = Desk()
    # Views are closed and opened again, the model stays: what a closed tab of JupyterLab does.
    place = ipywidgets.VBox([desk.board])
    off, again = (ipywidgets.Button(description=name) for name in ("Fermer", "Rouvrir"))
    off.on_click(lambda _: setattr(place, "children", ()))
    again.on_click(lambda _: setattr(place, "children", (desk.board,)))
    root = ipywidgets.VBox([desk.told, place, ipywidgets.HBox([off, again]), Ready()])
    root.add_class("jalons")
    display(root)
