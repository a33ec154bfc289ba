"""The year board without a browser: what it accepts, what it refuses and in which words."""

from __future__ import annotations

import copy
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import traitlets

from jalons.ui import year_board
from jalons.ui.esm import joined
from jalons.ui.year_board import LABELS, YearBoard

BOARD: dict[str, Any] = {
    "weeks": [
        {
            "monday": "2026-08-31",
            "iso": 36,
            "parity": "B",
            "month": "septembre 2026",
            "holiday": None,
            "closed": [],
            "label": "S36",
        },
        {
            "monday": "2026-09-07",
            "iso": 37,
            "parity": "A",
            "month": "septembre 2026",
            "holiday": None,
            "closed": ["2026-09-08", {"date": "2026-09-09", "label": "Fête locale"}],
            "label": "S37",
        },
    ],
    "marks": [
        {"date": "2026-09-10", "label": "Repère", "status": "to_confirm", "source": "une source"}
    ],
    "rows": [
        {
            "id": "TMELEC1",
            "label": "TMELEC1",
            "sub": "Tle · 24 élèves",
            "bands": [
                {"kind": "pfmp", "first": "2026-09-07", "last": "2026-09-25", "label": "PFMP"}
            ],
            "marks": [{"kind": "council", "date": "2026-09-04", "label": "Conseil T1"}],
            "chips": [
                {
                    "id": "S01/1/TMELEC1/",
                    "date": "2026-09-03",
                    "letter": "P",
                    "theme": "parcours",
                    "title": "Présenter",
                    "details": ["jeudi 3 septembre 2026, 14:00–15:30"],
                    "time": "jeu. 14:00",
                    "lane": None,
                    "facets": {"person": ["Mme Roy"]},
                }
            ],
        }
    ],
    "tray": [
        {
            "id": "S02/1/TMELEC1/",
            "row": "TMELEC1",
            "letter": "P",
            "theme": "parcours",
            "title": "Visiter",
            "mandatory": True,
        }
    ],
    "themes": [{"code": "parcours", "letter": "P", "label": "Le parcours", "hue": 0}],
    "facets": [
        {
            "code": "person",
            "label": "Une personne",
            "values": [{"id": "Mme Roy", "label": "Mme Roy"}],
        }
    ],
    "today": "2026-09-02",
}
CHIP = "S01/1/TMELEC1/"
WAITING = "S02/1/TMELEC1/"


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the board with one place changed: ``rows.0.chips.0.date``."""
    board: dict[str, Any] = copy.deepcopy(BOARD)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place: Any = board
    for step in steps:
        place = place[step]
    place[last] = value
    return board


def test_a_complete_board_is_taken_as_it_is() -> None:
    assert YearBoard(board=BOARD).board == BOARD


def test_an_empty_board_is_a_board() -> None:
    assert YearBoard().board == {}
    assert YearBoard(board={"weeks": [], "rows": []}).board["rows"] == []


def test_an_unknown_keyword_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="YearBoard has no trait colour"):
        YearBoard(board=BOARD, colour="red")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("rows.0.chips.0.date", "03/09/2026", r"board.rows[0].chips[0].date: expected a date"),
        ("rows.0.chips.0.date", "20260903", "board.rows[0].chips[0].date: expected a date"),
        ("rows.0.chips.0.date", "2027-09-03", "a day in one of board.weeks, got '2027-09-03'"),
        ("rows.0.chips.0.theme", "musique", "rows[0].chips[0].theme: expected a code of board.th"),
        ("rows.0.chips.0.title", "", "board.rows[0].chips[0].title: expected a text that is not"),
        ("rows.0.chips.0.details", "une ligne", "board.rows[0].chips[0].details: expected a list"),
        ("rows.0.chips.0", {"id": "x"}, "board.rows[0].chips[0]: date, letter, theme, title miss"),
        ("rows.0.chip", [], "board.rows[0]: unknown chip; known: id, label, sub"),
        ("rows.0.bands.0.kind", "stage", "expected one of pfmp, blocked, event, got 'stage'"),
        ("rows.0.bands.0.last", "2026-09-01", "bands[0].last: expected a day not before 2026-09"),
        ("rows.0.marks.0.kind", "exam", "board.rows[0].marks[0].kind: expected one of council"),
        ("rows.0.label", 7, "board.rows[0].label: expected a text that is not empty, got 7"),
        ("weeks.1.monday", "2026-09-08", "board.weeks[1].monday: expected a Monday"),
        ("weeks.1.monday", "2026-08-31", "board.weeks: weeks must follow each other"),
        ("weeks.1.iso", 54, "board.weeks[1].iso: expected a whole number from 1 to 53, got 54"),
        ("weeks.0.iso", True, "board.weeks[0].iso: expected a whole number"),
        ("weeks.0.closed", [None], "board.weeks[0].closed[0]: expected a date"),
        ("marks.0.status", "maybe", "board.marks[0].status: expected one of confirmed, to_confi"),
        ("themes.0.hue", 8, "board.themes[0].hue: expected a whole number from 0 to 7, got 8"),
        ("rows.0.chips.0.pinned", "oui", "chips[0].pinned: expected True or False, got 'oui'"),
        ("rows.0.chips.0.broken", [""], "chips[0].broken[0]: expected a text that is not empty"),
        ("tray.0.row", "nowhere", "board.tray[0].row: expected the id of one of board.rows, got"),
        ("tray.0.theme", "musique", "board.tray[0].theme: expected a code of board.themes"),
        ("tray.0.id", "S01/1/TMELEC1/", "board.tray[0].id: 'S01/1/TMELEC1/' is already at board.r"),
        ("tray.0.date", "2026-09-03", "board.tray[0]: unknown date; known: id, row, letter"),
        ("rows", {}, "board.rows: expected a list, got {}"),
        ("colour", "red", "board: unknown colour"),
        ("facets.0.values", {}, "board.facets[0].values: expected a list"),
        ("rows.0.chips.0.facets", [], "rows[0].chips[0].facets: expected a dict, got []"),
        ("rows.0.chips.0.facets.person", ["M. Bey"], "facets.person: expected values of board.fac"),
        ("rows.0.chips.0.facets.place", ["CDI"], "facets.place: expected values of board.facets"),
        ("rows.0.chips.0.lane", 3, "chips[0].lane: expected a text"),
    ],
)
def test_what_is_wrong_is_named(path: str, value: Any, message: str) -> None:
    with pytest.raises(traitlets.TraitError, match=re.escape(message)):
        YearBoard(board=changed(path, value))


def test_two_rows_or_two_chips_cannot_share_an_id() -> None:
    twice = copy.deepcopy(BOARD)
    twice["rows"].append({"id": "TMELEC1", "label": "Autre"})
    with pytest.raises(traitlets.TraitError, match=r"'TMELEC1' is already at board.rows\[0\].id"):
        YearBoard(board=twice)
    twice["rows"][1] = {"id": "B", "label": "B", "chips": BOARD["rows"][0]["chips"]}
    with pytest.raises(traitlets.TraitError, match=r"rows\[1\].chips\[0\].id: .* is already"):
        YearBoard(board=twice)


def test_a_refused_board_leaves_the_old_one() -> None:
    widget = YearBoard(board=BOARD)
    with pytest.raises(traitlets.TraitError):
        widget.board = changed("weeks.0.iso", 0)
    assert widget.board == BOARD


def test_a_band_may_leave_the_year_but_a_chip_may_not() -> None:
    YearBoard(board=changed("rows.0.bands.0.last", "2027-08-01"))
    with pytest.raises(traitlets.TraitError, match=r"a day in one of board\.weeks"):
        YearBoard(board=changed("rows.0.chips.0.date", "2026-09-14"))


def test_labels_replace_the_french_ones_and_misspelt_ones_are_refused() -> None:
    widget = YearBoard(labels={"lang": "en", "caption": "Year plan"})
    assert widget.labels == LABELS | {"lang": "en", "caption": "Year plan"}
    with pytest.raises(traitlets.TraitError, match="labels: unknown captoin"):
        YearBoard(labels={"captoin": "Year plan"})


def test_the_page_asks_for_no_label_that_python_lacks() -> None:
    source = YearBoard._esm
    asked = set(re.findall(r"\blabels\.(\w+)", source))
    asked |= {f"kind_{kind}" for kind in year_board.BAND_KINDS}
    assert asked == set(LABELS)


def test_only_a_chip_of_the_board_can_be_chosen() -> None:
    widget = YearBoard(board=BOARD, selected=CHIP)
    assert widget.selected == CHIP
    with pytest.raises(traitlets.TraitError, match="selected: expected '' or the id of a chip"):
        widget.selected = "nobody"
    widget.selected = WAITING
    widget.selected = ""
    assert widget.selected == ""


def test_a_choice_outlives_a_new_board_only_with_its_chip() -> None:
    widget = YearBoard(board=BOARD, selected=CHIP)
    widget.board = changed("rows.0.chips.0.title", "Un autre titre")
    assert widget.selected == CHIP
    widget.board = changed("rows.0.chips", [])
    assert widget.selected == ""


@pytest.mark.parametrize(
    ("view", "message"),
    [
        ({"facet": "person"}, "view: of missing"),
        ({"facet": "person", "of": ""}, "view.of: expected a text that is not empty"),
        ({"facet": "person", "of": "Mme Roy", "day": 1}, "view: unknown day; known: facet, of"),
    ],
)
def test_a_view_names_a_facet_and_a_value(view: dict[str, Any], message: str) -> None:
    widget = YearBoard(board=BOARD, view={"facet": "person", "of": "Mme Roy"})
    with pytest.raises(traitlets.TraitError, match=re.escape(message)):
        widget.view = view
    assert widget.view == {"facet": "person", "of": "Mme Roy"}


def test_a_view_may_wait_for_the_board_that_has_it() -> None:
    widget = YearBoard()
    widget.set_state({"view": {"facet": "person", "of": "Mme Roy"}})
    assert widget.view["of"] == "Mme Roy"


def test_parts_are_joined_each_once_after_what_they_import(tmp_path: Path) -> None:
    (tmp_path / "a.mjs").write_text('import { b } from "./b.mjs";\nexport default { b };\n')
    (tmp_path / "b.mjs").write_text('import { c } from "./c.mjs";\nexport const b = c;\n')
    (tmp_path / "c.mjs").write_text("export const c = 1;\n")
    assert joined(tmp_path / "a.mjs").split("\n") == [
        *("const c = 1;", "", "const b = c;", "", "export default { b };", "")
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('import { b as c } from "./b.mjs";', "a.mjs: a name cannot be changed on import"),
        ('import x from "https://elsewhere/x.js";', "a.mjs: this import cannot be joined"),
        ('import "./b.mjs";', "a.mjs: this import cannot be joined"),
    ],
)
def test_an_import_that_cannot_be_joined_is_refused(
    tmp_path: Path, line: str, message: str
) -> None:
    (tmp_path / "a.mjs").write_text(line + "\n")
    (tmp_path / "b.mjs").write_text("")
    with pytest.raises(ValueError, match=message):
        joined(tmp_path / "a.mjs")


def test_the_page_can_choose_a_chip() -> None:
    widget = YearBoard(board=BOARD)
    seen: list[str] = []
    widget.observe(lambda change: seen.append(change["new"]), names=["selected"])
    widget.set_state({"selected": CHIP})
    assert seen == [CHIP]


# --- what is sent


def many_rows(count: int = 12) -> dict[str, Any]:
    board = copy.deepcopy(BOARD)
    rows = [{"id": f"R{i}", "label": f"R{i}", "chips": []} for i in range(count)]
    return {**board, "rows": [*board["rows"], *rows]}


def with_row(board: dict[str, Any], number: int, **values: Any) -> dict[str, Any]:
    rows = list(board["rows"])
    rows[number] = {**rows[number], **values}
    return {**board, "rows": rows}


def sent(widget: YearBoard) -> list[dict[str, Any]]:
    """What goes to the page from now on, state by state."""
    states: list[dict[str, Any]] = []
    widget._send = lambda message, buffers=None: states.append(message["state"])
    return states


def seen(widget: YearBoard) -> dict[str, Any]:
    """The board as a page that opens now puts it together."""
    state = widget.get_state(["_whole", "_since"])
    rows = list(state["_whole"]["rows"])
    for number, row in state["_since"].get("rows", {}).items():
        rows[int(number)] = row
    return {**state["_whole"], "rows": rows, "tray": state["_since"].get("tray", BOARD["tray"])}


def test_after_a_move_only_the_row_that_changed_is_sent() -> None:
    board = many_rows()
    widget = YearBoard(board=board)
    states = sent(widget)
    first = with_row(board, 3, label="Trois")
    widget.board = first
    second = {**with_row(first, 5, label="Cinq"), "tray": []}
    widget.board = second
    assert [sorted(state) for state in states] == [["_since"], ["_since"]]
    assert sorted(states[1]["_since"]["rows"]) == ["3", "5"], "what changed before is said again"
    assert seen(widget) == second
    widget.board = {**first}
    assert seen(widget) == first


@pytest.mark.parametrize(
    "change",
    [
        lambda board: {**board, "today": "2026-09-03"},
        lambda board: {**board, "weeks": list(board["weeks"])},
        lambda board: {**board, "rows": board["rows"][:-1]},
        lambda board: {**board, "rows": [{**row, "label": "x"} for row in board["rows"]]},
    ],
    ids=["today", "weeks", "fewer-rows", "all-rows"],
)
def test_another_board_is_sent_whole(change: Any) -> None:
    board = many_rows()
    widget = YearBoard(board=with_row(board, 3, label="Trois"))
    states = sent(widget)
    other = change(board)
    widget.board = other
    assert states[-1]["_whole"] == other
    assert seen(widget) == other


def test_a_row_that_changed_is_checked_in_the_board_of_before() -> None:
    board = many_rows()
    widget = YearBoard(board=board)
    with pytest.raises(traitlets.TraitError, match=r"board\.rows\[3\]\.label: expected a text"):
        widget.board = with_row(board, 3, label="")
    twice = with_row(board, 4, chips=[BOARD["rows"][0]["chips"][0]])
    with pytest.raises(traitlets.TraitError, match=r"rows\[4\]\.chips\[0\]\.id: .* is already at"):
        widget.board = twice
    with pytest.raises(traitlets.TraitError, match=r"the id of one of board\.rows"):
        widget.board = {**board, "rows": board["rows"][1:]}
    assert widget.board == board == seen(widget)


# --- editing

PLACES = [
    {"key": "1", "date": "2026-09-08", "label": "mardi 8 septembre, 14:00"},
    {"key": "2", "date": "2026-09-10", "label": "jeudi 10", "problems": ["La classe est en PFMP."]},
]


class Desk:
    """An editable board, what was asked of its callbacks and what it told the page."""

    def __init__(self, **values: Any) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.told: list[Any] = []
        self.widget = YearBoard(board=BOARD, **{"editable": True, **values})
        self.widget.send = lambda content, buffers=None: self.told.append(content)
        self.widget.on_pick(lambda chip: self.ask("pick", chip, answer=PLACES))
        self.widget.on_put(lambda chip, key: self.ask("put", chip, key))
        self.widget.on_pin(lambda chip: self.ask("pin", chip))
        self.widget.on_take_out(lambda chip: self.ask("take_out", chip))
        self.widget.on_undo(lambda: self.ask("undo"))
        self.widget.on_redo(lambda: self.ask("redo"))

    def ask(self, *words: str, answer: Any = None) -> Any:
        self.asked.append(words)
        return answer

    def page_says(self, **content: Any) -> None:
        self.widget._handle_custom_msg(content, [])


def test_a_chip_picked_up_gets_its_places() -> None:
    desk = Desk()
    desk.page_says(kind="pick", id=CHIP)
    assert desk.asked == [("pick", CHIP)]
    assert desk.told == [{"kind": "places", "id": CHIP, "places": PLACES}]


@pytest.mark.parametrize(
    ("content", "call"),
    [
        ({"kind": "put", "key": "2", "id": WAITING}, ("put", WAITING, "2")),
        ({"kind": "pin", "id": CHIP}, ("pin", CHIP)),
        ({"kind": "take_out", "id": CHIP}, ("take_out", CHIP)),
        ({"kind": "undo"}, ("undo",)),
        ({"kind": "redo"}, ("redo",)),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_every_edit_reaches_its_callback_and_is_answered(
    content: dict[str, str], call: tuple[str, ...]
) -> None:
    desk = Desk()
    desk.page_says(**content)
    assert desk.asked == [call]
    assert desk.told == [{"kind": "done"}]


def test_a_board_that_is_not_editable_does_nothing() -> None:
    desk = Desk(editable=False)
    desk.page_says(kind="take_out", id=CHIP)
    assert (desk.asked, desk.told) == ([], [])


def boom(*_: str) -> None:
    raise RuntimeError("secret")


@pytest.mark.parametrize(
    ("prepare", "content", "error"),
    [
        (lambda board: board.on_put(boom), {"kind": "put", "id": CHIP, "key": "1"}, "secret"),
        (lambda board: None, {"kind": "pin", "id": "nobody"}, "the board has no chip 'nobody'"),
        (lambda board: None, {"kind": "dance"}, "no callback for 'dance'"),
        (lambda board: None, {"kind": "put", "id": CHIP}, "'key'"),
        (
            lambda board: board.on_pick(lambda _: [{**PLACES[0], "date": "2027-01-01"}]),
            {"kind": "pick", "id": CHIP},
            "places[0].date: expected a day in one of board.weeks",
        ),
        (
            lambda board: board.on_pick(lambda _: [PLACES[0], PLACES[0]]),
            {"kind": "pick", "id": CHIP},
            "places[1].key: '1' is already at places[0].key",
        ),
        (
            lambda board: board.on_pick(lambda _: [{"key": "1", "problems": "PFMP"}]),
            {"kind": "pick", "id": CHIP},
            "places[0]: date, label missing",
        ),
    ],
    ids=["failing", "unknown-chip", "unknown-kind", "incomplete", "outside", "twice", "shapeless"],
)
def test_a_failed_edit_is_refused_to_the_page_and_reported(
    prepare: Any, content: dict[str, str], error: str
) -> None:
    desk = Desk(labels={"refused": "Cela n’a pas pu se faire."})
    errors: list[Exception] = []
    prepare(desk.widget)
    desk.widget.on_error(errors.append)
    desk.page_says(**content)
    assert desk.told == [{"kind": "refused", "message": "Cela n’a pas pu se faire."}]
    assert [error in str(found) for found in errors] == [True]


def test_without_a_hook_the_failure_is_raised_after_the_page_is_told() -> None:
    desk = Desk()
    desk.widget.on_undo(boom)
    with pytest.raises(RuntimeError, match="secret"):
        desk.widget._heard(desk.widget, {"kind": "undo"}, [])
    assert [message["kind"] for message in desk.told] == ["refused"]


def test_no_file_of_the_board_names_another_host() -> None:
    css = (Path(year_board.__file__).parent / "year_board.css").read_text("utf-8")
    for source in (YearBoard._esm, css):
        assert not re.search(r"https?:|@import|url\(", source)


def test_every_style_is_scoped_to_the_board() -> None:
    css = (Path(year_board.__file__).parent / "year_board.css").read_text("utf-8")
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    selectors = [part.strip() for part in re.findall(r"([^{};]+)\{", css)]
    strange = [s for s in selectors if not s.startswith("@") and ".jb-" not in s]
    assert strange == []


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_pure_functions_of_the_page() -> None:
    tests = Path(__file__).with_name("year_board.test.mjs")
    done = subprocess.run(
        ["node", "--test", str(tests)], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stdout + done.stderr
