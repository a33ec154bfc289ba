"""Scenario files: what is read, and the sentence each mistake gets."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from chains import THREE_STATES
from jalons.cohorts.domain import EVERYONE, Kind, Model, Row, Stock
from jalons.cohorts.lever_table import load_levers
from jalons.cohorts.scenario import read_scenario, scenario_from
from jalons.i18n import Translator
from jalons.problems import InputError, Problem

MODEL = Model(
    "petit",
    2021,
    ("A", "B", "out"),
    (
        Row("A", {"B": 0.9, "out": 0.1}, pupils_n=100),
        Row("B", {"out": 1.0}),
        Row("out", {"out": 1.0}),
    ),
    (Stock("A", 7),),
)


def models(name: str) -> Model:
    if name != "petit":
        facts = {"name": name, "known": "petit"}
        raise InputError((Problem("cohorts_unknown_model", facts=facts),))
    return MODEL


def read(text: str):
    return scenario_from(text.encode(), "s.yaml", models, load_levers())


def sentences(text: str, lang: str = "fr") -> str:
    with pytest.raises(InputError) as refused:
        read(text)
    return refused.value.text(Translator(lang))


def with_(**changes: object) -> str:
    return yaml.safe_dump({**yaml.safe_load(THREE_STATES), **changes}, allow_unicode=True)


def without(*keys: str) -> str:
    given = yaml.safe_load(THREE_STATES)
    return yaml.safe_dump({key: value for key, value in given.items() if key not in keys})


ROWS = yaml.safe_load(THREE_STATES)["transitions"]

WRONG = {
    "a row that sums to 0.99": (with_(transitions={**ROWS, "B": {"A": 0.2, "out": 0.79}}), "« B »"),
    "a published row of 1.01": (with_(transitions={**ROWS, "B": {"A": 0.2, "out": 0.81}}), "1.01"),
    "a share above 1": (with_(transitions={**ROWS, "B": {"A": 1.5, "out": -0.5}}), "« B »"),
    "a share that is no number": (with_(transitions={**ROWS, "B": {"out": float("nan")}}), "B.out"),
    "an infinite share": (with_(transitions={**ROWS, "B": {"out": float("inf")}}), "B.out"),
    "a share in words": (with_(transitions={**ROWS, "B": {"out": "tous"}}), "« tous »"),
    "a row that is a list": (with_(transitions={**ROWS, "B": ["out"]}), "transitions.B"),
    "no row for a state": (with_(transitions={"A": ROWS["A"], "out": {"out": 1}}), "« B »"),
    "no way out": (with_(transitions={**ROWS, "out": {"A": 1.0}}), "ne sort jamais"),
    "a trap": (with_(transitions={**ROWS, "A": {"B": 1.0}, "B": {"A": 1.0}}), "depuis A, B"),
    "an unknown destination": (with_(transitions={**ROWS, "B": {"Z": 1.0}}), "« Z »"),
    "an unknown state in initial": (with_(initial={"Z": 3}), "« Z »"),
    "an unknown state in entries": (with_(entries={"Z": 3}), "« Z »"),
    "a negative count": (with_(initial={"A": -1}), "initial.A"),
    "text in a count": (with_(initial={"A": "douze"}), "« douze »"),
    "a count and its unit": (with_(initial={"A": "12 élèves"}), "« 12 élèves »"),
    "half a pupil": (with_(initial={"A": 1.5}), "nombre entier"),
    "a count that is true": (with_(initial={"A": True}), "nombre entier"),
    "an empty count": (with_(initial={"A": None}), "nombre entier"),
    "a thousand million pupils": (with_(initial={"A": 1_000_000_000}), "habitants"),
    "too many entrants": (with_(entries={"A": 50_000_000}), "habitants"),
    "a number beyond all bounds": (with_(initial={"A": 0}).replace(": 0", ": " + "9" * 5000), "A"),
    "too few entrants listed": (with_(entries={"A": [1, 2]}), "2 nombres pour 3"),
    "horizon 0": (with_(horizon=0), "horizon"),
    "horizon in words": (with_(horizon="dix"), "horizon"),
    "horizon 1000": (with_(horizon=1000), "horizon"),
    "draws 0": (with_(draws=0), "draws"),
    "a negative seed": (with_(seed=-1), "seed"),
    "no year": (without("start_year"), "start_year"),
    "no horizon": (without("horizon"), "horizon"),
    "no states": (without("states"), "states"),
    "no initial": (without("initial"), "initial"),
    "no transitions": (without("transitions"), "transitions"),
    "no states at all": (with_(states=[]), "states"),
    "a state twice": (with_(states=["A", "A", "B", "out"]), "deux fois"),
    "groups that do not sum to 1": (with_(groups={"g1": 0.4, "g2": 0.7}), "1.1"),
    "a negative group": (with_(groups={"g1": -0.4, "g2": 1.4}), "groups.g1"),
    "a group named as a state": (with_(groups={"A": 0.4, "g2": 0.6}), "aussi un état"),
    "a group without rows": (
        with_(groups={"g1": 0.4, "g2": 0.6}, transitions={"g1": ROWS}),
        "groupe g2",
    ),
    "a key nobody knows": (with_(horizons=3), "horizons"),
    "an unknown kind": (with_(kind="semi-markov"), "kind"),
    "an unknown model": (
        "model: grand\nstart_year: 2022\nhorizon: 3\n",
        "« grand »",
    ),
    "a model and states": (with_(model="petit"), "à la fois"),
    "an unknown lever": (with_(levers=[{"id": "magie"}]), "parcours_consolidation"),
    "a lever without a name": (with_(levers=[{"coverage": 1}]), "« id »"),
    "a coverage of 120 %": (
        with_(levers=[{"id": "immersion", "coverage": 1.2}]),
        "coverage",
    ),
    "a lever after the end": (
        with_(levers=[{"id": "tutorat_mentorat", "from_year": 2030}]),
        "2030",
    ),
    "a lever twice": (with_(levers=[{"id": "immersion"}, {"id": "immersion"}]), "deux fois"),
    "an effect on no state": (
        with_(
            levers=[
                {
                    "id": "le mien",
                    "effects": [{"from": "A", "instead_of": "out", "to": "Z", "share": 0.1}],
                }
            ]
        ),
        "« Z »",
    ),
    "a lever that brings people back from a final state": (
        with_(
            levers=[
                {
                    "id": "retour",
                    "effects": [{"from": "out", "instead_of": "out", "to": "A", "share": 0.1}],
                }
            ]
        ),
        "« out » est un état final",
    ),
    "a head-count behind no row": (with_(sample_sizes={"Z": 240}), "sample_sizes.Z"),
    "a head-count of 0": (with_(sample_sizes={"A": 0}), "sample_sizes.A"),
    "leavers that do not sum to 1": (
        with_(transitions={**ROWS, "B": {"A": 0.2, "leavers": {"out": 0.9}}}),
        "sortants",
    ),
    "periods out of order": (
        with_(transitions=[{"from_year": 2022, "rows": ROWS}, {"from_year": 2022, "rows": ROWS}]),
        "2022, 2022",
    ),
    "periods that start late": (with_(transitions=[{"from_year": 2023, "rows": ROWS}]), "2023"),
    "a period without a year": (with_(transitions=[{"rows": ROWS}]), "from_year"),
    "nothing": ("", "vide"),
    "a list": ("- 1\n- 2\n", "clé: valeur"),
    "a word": ("bonjour", "clé: valeur"),
    "not YAML": ("name: [1, 2\nhorizon: 3", "YAML"),
    "tabs": ("name:\n\t- x", "YAML"),
    "a tag that builds objects": ("!!python/object/apply:os.system ['true']", "clé: valeur"),
    "a key twice": (THREE_STATES + "seed: 2\n", "« seed »"),
    "a state's row twice": (
        THREE_STATES.replace("out: {out: 1}}", "out: {out: 1}, out: {out: 1}}"),
        "« out »",
    ),
    "brackets without end": ("[" * 1_000, "YAML"),
    "an alias of itself": ("a: &a [*a]", "déplié"),
    "aliases of aliases": (
        "a: &a [1,1,1,1,1,1,1,1,1,1]\n"
        + "".join(
            f"{b}: &{b} [{','.join([f'*{a}'] * 10)}]\n"
            for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "déplié",
    ),
}


@pytest.mark.parametrize(("text", "named"), WRONG.values(), ids=WRONG)
def test_a_mistake_gets_a_sentence(text: str, named: str) -> None:
    french = sentences(text)
    assert named in french
    assert french.startswith("s.yaml")
    assert sentences(text, "en").startswith("s.yaml")


def test_all_mistakes_are_told_at_once_with_their_lines() -> None:
    text = THREE_STATES.replace("A: 100", "A: cent").replace("horizon: 3", "horizon: 0")
    told = sentences(text).splitlines()
    assert len(told) == 2
    assert any("ligne 4" in line for line in told)
    assert any("ligne 6" in line for line in told)


def test_a_row_is_named_with_its_line_and_shares() -> None:
    text = THREE_STATES.replace("out: 0.3}", "out: 0.31}")
    assert "ligne 8" in sentences(text)
    assert "A 0.1, B 0.6, out 0.31" in sentences(text)


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(InputError) as refused:
        scenario_from(b"\xff\xfe\x00name", "s.yaml", models, {})
    assert "UTF-8" in str(refused.value)
    with pytest.raises(InputError):
        scenario_from(b"x" * 2_000_000, "s.yaml", models, {})


def test_what_yaml_would_turn_around_is_read_as_written() -> None:
    text = THREE_STATES.replace("[A, B, out]", "[NO, 010, out]")
    text = text.replace("B: {", "010: {").replace("B: 0.6", "010: 0.6")
    text = text.replace("A: ", "NO: ")
    read_ = read(text)
    assert read_.states == ("NO", "010", "out")
    assert read_.periods[0].rows[0].pupils == {"NO": 0.1, "010": 0.6, "out": 0.3}


def test_json_is_yaml_and_a_byte_order_mark_is_no_key() -> None:
    import json

    text = json.dumps(yaml.safe_load(THREE_STATES))
    assert read(text) == read(THREE_STATES)
    assert scenario_from(b"\xef\xbb\xbf" + text.encode(), "s.yaml", models, {}).horizon == 3


def test_anchors_are_harmless() -> None:
    text = THREE_STATES.replace("out: {out: 1}", "out: &stay {out: 1}")
    assert read(text) == read(THREE_STATES)


def test_entries_by_year_and_stocks_by_group() -> None:
    s = read(
        with_(
            groups={"g1": 0.4, "g2": 0.6},
            initial={"g1": {"A": 3}, "g2": {"A": 4, "B": 1}},
            entries={"A": [5, 6, 7]},
            sample_sizes={"A": 240},
        )
    )
    assert [(x.group, x.state, x.heads) for x in s.initial] == [
        ("g1", "A", 3),
        ("g2", "A", 4),
        ("g2", "B", 1),
    ]
    assert s.entries[0].heads == (5, 6, 7)
    assert s.entries[0].group == EVERYONE
    assert s.periods[0].rows[0].pupils_n == 240  # one row for both groups


def test_head_counts_are_shared_out_between_the_rows_of_groups() -> None:
    s = read(
        with_(
            groups={"g1": 0.25, "g2": 0.75},
            transitions={"g1": ROWS, "g2": ROWS},
            sample_sizes={"A": {"pupils": 240, "leavers": 40}},
        )
    )
    sizes = {(r.group, r.state): (r.pupils_n, r.leavers_n) for r in s.periods[0].rows}
    assert sizes["g1", "A"] == (60, 10)
    assert sizes["g2", "A"] == (180, 30)
    assert sizes["g2", "B"] == (None, None)


def test_a_model_gives_what_is_left_out() -> None:
    s = read("model: petit\nhorizon: 4\n")
    assert (s.start_year, s.states, s.initial) == (2021, MODEL.states, MODEL.initial)
    s = read("model: petit\nhorizon: 4\ntransitions: {A: {B: 0.5, out: 0.5}}\nstart_year: 2030\n")
    rows = {row.state: row.pupils for row in s.periods[0].rows}
    assert rows == {"A": {"B": 0.5, "out": 0.5}, "B": {"out": 1.0}, "out": {"out": 1.0}}
    assert s.start_year == 2030


def test_ratios_need_not_sum_to_one() -> None:
    s = read(with_(kind="progression-ratios", transitions={"A": {"B": 1.02}, "B": {"out": 0.4}}))
    assert s.kind is Kind.RATIOS


def test_a_lever_may_be_sized_or_spelled_out() -> None:
    own = {"from": "A", "instead_of": "out", "to": "B", "share": 0.5}
    s = read(
        with_(
            levers=[
                {"id": "parcours_consolidation", "coverage": 0.5, "share": 0.2},
                {"id": "le mien", "coverage": 0.5, "effects": [own], "from_year": 2023},
                {"id": "places", "state": "A", "places": -3},
            ]
        )
    )
    assert {effect.share for effect in s.levers[0].lever.effects} == {0.2}
    assert s.levers[0].lever.evidence == "sized"
    assert s.levers[1].from_year == 2023
    assert s.places[0].places == -3


def test_a_file_is_read_from_disk(tmp_path: Path) -> None:
    path = tmp_path / "essai.yaml"
    path.write_text(THREE_STATES.replace("name: trois états\n", ""), "utf-8")
    assert read_scenario(path, models, {}).name == "essai"
