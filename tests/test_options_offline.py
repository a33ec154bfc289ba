"""The page without a server says what the command says: same options, order, words, figures."""

from __future__ import annotations

import gzip
import json
import random
import shutil
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from jalons.i18n import Translator
from jalons.options import offline
from jalons.options.codec import answer_json, load_shelf
from jalons.options.domain import Diploma, Profile, Wishes
from jalons.options.offline import every_situation, key, offline_data
from jalons.options.profile import TYPES
from jalons.options.search import explore
from jalons.ui.esm import joined

TODAY = date(2026, 11, 25)
RUNNER = Path(__file__).with_name("options_answers.mjs")
EXPLORE = Path(offline.__file__).with_name("explore.mjs")
SHELF = load_shelf()
WISHES = (Wishes(), Wishes(2, True), Wishes(1, None), Wishes(None, False))
ACADEMIES = (None, "Lyon", "nancy metz", "Tours")


@cache
def data() -> dict[str, Any]:
    return json.loads(json.dumps(offline_data(SHELF, TODAY)))


def asked(profile: Profile) -> dict[str, Any]:
    """A profile as the page gives it."""
    s = profile.situation
    return {
        "level": s.level,
        "diploma": s.diploma,
        "code": profile.training.code,
        "mention": s.mention,
        "opinion": s.opinion,
        "admitted": s.admitted_bts,
        "academy": profile.academy,
        "maxYears": profile.wishes.max_years,
        "apprenticeship": profile.wishes.apprenticeship,
        "replaced": profile.replaced,
    }


def run(module: Path, profiles: list[Profile], lang: str, typed: list[Any]) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    given = {"data": data(), "lang": lang, "profiles": [asked(p) for p in profiles]}
    done = subprocess.run(
        [node, str(RUNNER), module.as_uri()],
        input=json.dumps({**given, "typed": typed}).encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    return dict(json.loads(done.stdout))


def of_page(profiles: list[Profile], lang: str) -> list[dict[str, Any]]:
    return list(run(EXPLORE, profiles, lang, [])["answers"])


def of_command(profile: Profile, lang: str) -> dict[str, Any]:
    answer = explore(profile, SHELF.catalogue)
    return dict(json.loads(json.dumps(answer_json(answer, SHELF, Translator(lang), TODAY))))


def some_profiles(number: int) -> list[Profile]:
    """Every speciality in force at least once, in situations drawn at random."""
    draw = random.Random(5)
    situations = {d: [s for s in every_situation() if s.diploma is d] for d in Diploma}
    found = []
    for diploma, types in TYPES.items():
        for training in SHELF.catalogue.trainings.values():
            if training.in_force and training.type in types:
                situation = draw.choice(situations[diploma])
                academy, wishes = draw.choice(ACADEMIES), draw.choice(WISHES)
                old = draw.choice(("", "Gestion-administration"))
                found.append(Profile(situation, training, academy, wishes, old))
    draw.shuffle(found)
    return found[:number]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_and_the_command_agree(lang: str) -> None:
    profiles = some_profiles(120)
    for profile, page in zip(profiles, of_page(profiles, lang), strict=True):
        command = of_command(profile, lang)
        for part in command:
            assert page[part] == command[part], (profile.training.title, profile.situation, part)
        assert page.keys() == command.keys()


@pytest.mark.slow
def test_the_page_and_the_command_agree_in_every_situation() -> None:
    catalogue = SHELF.catalogue
    bac, cap = catalogue.find("MELEC", ("BAC_PRO",))[0], catalogue.find("Boulanger", ("CAP",))[0]
    profiles = [Profile(s, bac if s.diploma is Diploma.BAC_PRO else cap) for s in every_situation()]
    for profile, page in zip(profiles, of_page(profiles, "fr"), strict=True):
        assert page == of_command(profile, "fr"), profile.situation


def test_every_situation_has_an_answer() -> None:
    table = data()
    for situation in every_situation():
        assert table["answers"][table["situations"][key(situation)]]["ways"]


def test_the_tables_are_small_enough_for_one_page() -> None:
    text = json.dumps(data(), ensure_ascii=False, separators=(",", ":")).encode()
    assert len(gzip.compress(text)) < 250_000
    assert len(text) < 1_500_000


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("melec", "40025520"),
        ("Electricité", "40025520"),
        ("GA", "40030004"),
        ("systèmes numériques", "40025519"),
        ("mcv", "40031213"),
        ("bac pro MELEC", "40025520"),
        ("electricite connectes", "40025520"),
        ("electrisité", "40025520"),
        ("TNE", "40025519"),
        ("plombier", "40022707"),
        ("sante", "40033007"),
        ("chauffeur", "40031107"),
        ("relation client", "40031212"),
        ("seconde relation client", "40031212"),
    ],
)
def test_a_speciality_is_found_while_it_is_typed(typed: str, first: str) -> None:
    (found,) = run(EXPLORE, [], "fr", [[typed, ["BAC_PRO"]]])["found"]
    assert found[0] == first
    trainings = SHELF.catalogue.trainings
    assert all(trainings[code].in_force and trainings[code].type == "BAC_PRO" for code in found)


def test_nothing_typed_finds_nothing() -> None:
    found = run(EXPLORE, [], "fr", [["", ["CAP"]], ["qwxz", ["CAP"]]])["found"]
    assert found == [[], []]


def test_the_modules_join_into_one(tmp_path: Path) -> None:
    one = tmp_path / "one.mjs"
    one.write_text(joined(EXPLORE) + "\nexport { explore, findTrainings };\n", encoding="utf-8")
    profiles = some_profiles(3)
    assert run(one, profiles, "fr", [])["answers"] == of_page(profiles, "fr")
