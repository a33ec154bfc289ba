"""The grid of the school's tables without a browser: what it shows, what it hears."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from jalons.data.lessons import THEMES, read_lessons
from jalons.i18n import Translator
from jalons.planner import tables
from jalons.planner.page.tables import TablesPart
from jalons.planner.state import PlannerState
from jalons.planner.view import PlannerView
from jalons.school.columns import kind_of
from jalons.school.tables import TABLES
from jalons.ui.grid import EDITS, LABELS, Grid, GridColumn, GridError, GridSheet
from jalons.ui.labels import labels
from jalons.workspace.store import Workspace
from schools import csv_files, tiny

FR = Translator("fr")
LIBRARY = [lesson.row for lesson in read_lessons()]


def grid() -> Grid:
    return Grid(labels(FR, "grid", LABELS))


def say(widget: Grid, kind: str, **values: Any) -> None:
    widget._handle_custom_msg({"kind": kind, "rev": widget.heard + 1, **values}, [])


# --- the widget -------------------------------------------------------------------------------


def test_a_grid_shows_one_table_and_the_tabs_of_all() -> None:
    widget = grid()
    column = GridColumn("Niveau", kind="choice", choices=[("TPRO", "Tle")], needed=True)
    widget.show([GridSheet("a", "A", 1, 2)], "a", [column], [["TPRO"]], [GridError(0, None, "non")])
    assert widget.sheets == [{"id": "a", "label": "A", "count": 1, "wrong": 2}]
    assert widget.columns[0]["choices"] == [("TPRO", "Tle")]
    assert widget.errors == [[0, -1, "non"]]


def test_a_grid_refuses_what_does_not_fit() -> None:
    with pytest.raises(ValueError, match="cells"):
        grid().show([], "a", [GridColumn("A")], [["x", "y"]])
    with pytest.raises(ValueError, match="colour"):
        GridColumn("A", kind="colour")
    with pytest.raises(ValueError, match="labels"):
        Grid({})
    with pytest.raises(TypeError, match="speed"):
        Grid(labels(FR, "grid", LABELS), speed=1)
    with pytest.raises(ValueError, match="paint"):
        grid().on("paint", print)


def test_every_message_reaches_its_callback_and_is_answered() -> None:
    widget, heard = grid(), []
    given = {"cells": [[0, 0, "x"]], "at": 1, "rows": [["a"]], "id": "b"}
    for kind in EDITS:
        widget.on(kind, lambda *values, kind=kind: heard.append((kind, values)))
    for kind, names in EDITS.items():
        say(widget, kind, **{name: given[name] for name in names})
    assert heard == [(kind, tuple(given[name] for name in names)) for kind, names in EDITS.items()]
    assert widget.heard == len(EDITS)


def test_a_callback_that_fails_is_reported_and_the_page_told() -> None:
    widget, told, sent = grid(), [], []
    widget.on("undo", lambda: 1 // 0)
    widget.on_error(told.append)
    widget.send = lambda content, buffers=None: sent.append(content)
    say(widget, "undo")
    assert isinstance(told[0], ZeroDivisionError)
    assert sent == [{"kind": "refused"}]
    assert widget.heard == 1


# --- the tables of a school -------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_column_has_its_words_and_every_code_too(lang: str) -> None:
    t = Translator(lang)
    view = page(PlannerState(LIBRARY), t)
    draft = view.editing.draft
    for table in TABLES:
        for name, column in zip(
            TABLES[table].columns(), tables.columns(t, draft, table, THEMES), strict=True
        ):
            assert column.label
            assert column.hint
            for code, word in column.choices:
                assert word
                if name not in ("zone", "annee_scolaire"):
                    assert t.lang == "en" or word[0] != word[0].upper() or word != code


def test_words_shown_are_understood_when_typed() -> None:
    tidy = tables.tidy_for_all()
    for lang in ("fr", "en"):
        t = Translator(lang)
        for table, model in TABLES.items():
            for column in model.columns():
                kind = kind_of(table, column)
                for code in kind.choices:
                    assert tidy(kind, tables.word(t, column, code)) == code, (lang, column, code)


def page(state: PlannerState, t: Translator = FR) -> TablesPart:
    return PlannerView(state, t, THEMES, {}).part(TablesPart)


def test_a_wrong_cell_is_marked_said_and_mended() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    part = page(state)
    part.open(True)
    say(part.grid, "sheet", id="pfmp")
    assert part.grid.rows == [["TMELEC", "2026-11-02", "2026-11-20"]]
    say(part.grid, "set", cells=[[0, 1, "novembre"]])
    (error,) = part.grid.errors
    assert error[:2] == [0, 1]
    assert "une date" in error[2]
    assert part.said.kind == "error"
    assert "feuille pfmp, ligne 2, colonne debut, « novembre »" in part.said.items[0]
    assert next(tab["wrong"] for tab in part.grid.sheets if tab["id"] == "pfmp") == 1
    say(part.grid, "set", cells=[[0, 1, "3/11/2026"]])
    assert part.grid.errors == []
    assert part.grid.rows[0][1] == "2026-11-03"
    assert part.said.kind == "ok"
    assert part.grid.can_undo
    say(part.grid, "undo")
    say(part.grid, "undo")
    assert part.grid.rows[0][1] == "2026-11-02"
    assert not part.grid.can_undo


def test_rows_are_added_copied_and_taken_away() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    part = page(state)
    part.open(True)
    say(part.grid, "insert", at=1, rows=[part.grid.rows[0]])
    assert [row[0] for row in part.grid.rows] == ["TMELEC", "TMELEC (2)", "1PCEPC"]
    assert state.school_file is not None
    assert len(state.school_file.school.classes) == 3
    say(part.grid, "remove", rows=[1])
    assert len(state.school_file.school.classes) == 2


def test_a_new_name_is_said_with_where_it_was_used() -> None:
    state = PlannerState(LIBRARY)
    state.open_files(csv_files(tiny()), "tiny")
    part = page(state)
    part.open(True)
    say(part.grid, "set", cells=[[0, 0, "TMEL2"]])
    assert part.said.kind == "ok"
    assert "« TMELEC » s'appelle maintenant « TMEL2 »" in part.said.items[0]
    assert "Créneaux : 1" in part.said.items[0]


def test_tables_that_wait_to_be_mended_are_open_when_the_page_comes_back(tmp_path: Path) -> None:
    workspace = Workspace(f"sqlite:///{tmp_path / 'jalons.sqlite'}")
    state = PlannerState(LIBRARY, workspace)
    state.open_files(csv_files(tiny()), "tiny")
    part = page(state)
    assert not part.is_open
    part.open(True)
    say(part.grid, "set", cells=[[0, 1, "lune"]])
    again = PlannerState(LIBRARY, workspace)
    later = page(again)
    assert again.restore()
    assert later.is_open
    assert later.grid.rows[0][1] == "lune"
    assert later.grid.errors


def test_an_empty_table_of_sessions_says_what_is_planned() -> None:
    files = csv_files(tiny())
    files["seances.csv"] = files["seances.csv"].splitlines()[0]
    state = PlannerState(LIBRARY)
    state.open_files(files, "tiny")
    part = page(state)
    part.open(True)
    say(part.grid, "sheet", id="seances")
    planned = len(state.school_file.school.sessions)  # the library's, for the levels of the school
    assert 0 < planned < len(LIBRARY)
    assert f"({planned})" in part.grid.note
