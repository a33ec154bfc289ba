"""What follows what, held to expert cases and to where bac pro holders are in fact admitted.

``tests/data/options_reference.csv`` was written from knowledge of the field, not from the tables:
for a speciality, options that must be there and options that must not. ``liste`` says by which of
two writers: the second wrote without looking at the first list.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from jalons.i18n import Translator
from jalons.options import words
from jalons.options.catalogue import load, plain
from jalons.options.domain import Closeness, Training
from jalons.options.indicators import load as load_figures
from jalons.options.profile import read
from jalons.options.search import explore

HERE = Path(__file__).parent
CATALOGUE, FR = load(), Translator("fr")


def cases() -> list[dict[str, str]]:
    with (HERE / "data" / "options_reference.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


def labels(case: dict[str, str]) -> list[str]:
    profile = read({"niveau": case["niveau"], "specialite": case["specialite"]}, CATALOGUE)
    answer = explore(profile, CATALOGUE)
    shown = (*answer.options, *answer.others)
    return [plain(words.label(o.kind, o.training, FR)) for o in shown]


def has(found: list[str], name: str) -> bool:
    asked = plain(name)
    return any(f"{label} ".startswith(f"{asked} ") for label in found)


def test_the_reference_covers_the_field() -> None:
    assert len({(c["niveau"], c["specialite"]) for c in cases()}) >= 140
    second = {c["specialite"] for c in cases() if c["liste"] == "2"}
    assert len(second) >= 120


@pytest.mark.parametrize(
    "case", cases(), ids=lambda c: f"{c['liste']}-{c['niveau']}-{plain(c['specialite'])}"
)
def test_expected_options_are_there_and_the_others_are_not(case: dict[str, str]) -> None:
    found = labels(case)
    missing = [name for name in case["attendus"].split("|") if not has(found, name)]
    wrong = [name for name in case["absents"].split("|") if has(found, name)]
    assert not missing, missing
    assert not wrong, wrong


def bac_pros() -> list[Training]:
    return [t for t in CATALOGUE.trainings.values() if t.type == "BAC_PRO" and t.in_force]


# No BTS continues these; what does is named in the list of links (DN MADE, neighbouring BTS).
NO_BTS_OF_ITS_OWN = {
    "Artisanat et métiers d’art - facteur d’orgues - option organier",
    "Artisanat et métiers d’art - facteur d’orgues - option tuyautier",
    "Artisanat et métiers d’art option verrerie scientifique et technique",
    "Artisanat et métiers d’art option métiers de l’enseigne et de la signalétique",
    "Artisanat et métiers d’art option marchandisage visuel",
    "Artisanat et métiers d’art option tapissier d’ameublement",
    "Métiers et arts de la pierre",
    "Métiers de l’entretien des textiles, option A : blanchisserie",
    "Métiers de l’entretien des textiles, option B : pressing",
    "Transport fluvial",
}


# Few bac pro holders are admitted there, yet a bac pro leads there and nowhere else.
FEW = {
    "Bioanalyses en laboratoire de contrôle",
    "Métiers de la chimie",
    "Podo-orthésiste",
    "Prothésiste orthésiste",
}


def test_every_bac_pro_has_its_bts_or_is_known_to_have_none() -> None:
    without = set()
    for training in bac_pros():
        links = CATALOGUE.links.get(training.code, ())
        types = {(CATALOGUE.trainings[k.target].type, k.closeness) for k in links}
        if not types & {("BTS", Closeness.SUITE), ("BTSA", Closeness.SUITE)}:
            without.add(training.title)
            assert links, training.title
    assert without == NO_BTS_OF_ITS_OWN


def test_a_bts_where_bac_pro_holders_are_many_continues_a_bac_pro() -> None:
    shares = {
        code: figure.value
        for code, found in load_figures().national.items()
        for figure in found
        if figure.id == "part_bac_pro"
    }
    continued = {
        link.target
        for training in bac_pros()
        for link in CATALOGUE.links.get(training.code, ())
        if link.closeness is Closeness.SUITE
    }
    many = {code for code, share in shares.items() if share >= 35}
    assert len(many) > 50
    assert {CATALOGUE.trainings[code].title for code in many - continued} == set()


def test_nearly_all_bac_pro_holders_admitted_in_2019_are_in_a_bts_we_name() -> None:
    """Natural for a bac pro: 9 in 10; natural or neighbouring: all but 1 in 100."""
    closest: dict[str, str] = {}
    for training in bac_pros():
        for link in CATALOGUE.links.get(training.code, ()):
            if closest.get(link.target) != Closeness.SUITE:
                closest[link.target] = link.closeness
    admitted: dict[str, float] = {}
    for code, found in load_figures().national.items():
        for figure in found:
            if figure.id == "part_bac_pro" and figure.n:
                name = closest.get(code, "none")
                admitted[name] = admitted.get(name, 0) + figure.value * figure.n / 100
    total = sum(admitted.values())
    assert total > 39_000
    assert admitted["suite"] > 0.9 * total
    assert admitted.get("none", 0) < 0.01 * total


def test_a_bts_where_bac_pro_holders_are_few_continues_few() -> None:
    """The other way round: no bac pro is sent as of right where almost none of them is admitted."""
    links = [k for t in bac_pros() for k in CATALOGUE.links.get(t.code, ())]
    targets = {k.target for k in links if k.closeness is Closeness.SUITE}
    few = {
        CATALOGUE.trainings[code].title
        for code, found in load_figures().national.items()
        for figure in found
        if figure.id == "part_bac_pro" and figure.value < 12 and code in targets
    }
    assert few == FEW
    none = {
        CATALOGUE.trainings[link.target].title
        for link in links
        for figure in load_figures().national.get(link.target, ())
        if figure.id == "part_bac_pro" and figure.value < 3
    }
    assert none == set()
