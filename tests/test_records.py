"""The list of things with actions, the remembered field and the page's own address, unseen."""

from __future__ import annotations

import pytest

from jalons.ui.address import Address
from jalons.ui.records import LABELS, Action, Record, Records
from jalons.ui.remembered import Remembered

WORDS = {name: name for name in LABELS}


def test_only_what_a_row_offers_is_done() -> None:
    done: list[tuple[str, str, str]] = []
    rows = Records("list", WORDS, lambda *told: done.append(told), lambda _: None)
    rows.fill([Record("7", "One", actions=(Action("name", "Name", ask="Which?"),))])
    rows._asked(None, {"code": "name", "key": "7", "text": " agreed "}, None)
    rows._asked(None, {"code": "forget", "key": "7"}, None)
    rows._asked(None, {"code": "name", "key": "8"}, None)
    assert done == [("name", "7", "agreed")]


def test_an_action_that_fails_is_reported() -> None:
    said: list[Exception] = []

    def fail(*_: str) -> None:
        raise LookupError("gone")

    Records("list", WORDS, fail, said.append).do("look", "1")
    assert [str(error) for error in said] == ["gone"]


def test_every_label_is_asked_for() -> None:
    with pytest.raises(ValueError, match="cancel, more"):
        Records("list", {"ok": "OK"}, lambda *_: None, lambda _: None)


def test_initials_are_short_and_plain() -> None:
    field = Remembered("Initials", "initials")
    field.value = "  Mme Dupont, professeure principale "
    assert field.value == "Mme Dupont, professe"
    assert Address(query={"dossier": "x"}).query == {"dossier": "x"}
