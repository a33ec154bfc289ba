"""Everything ``explore.mjs`` needs to answer without a server, as one JSON value.

Rules are not translated: their outcome is tabulated. ``situations`` maps a situation's key
(``TPRO|BAC_PRO|TB|favorable|non``) to one of a few ``answers``: for each kind and closeness the
ways in and the dates, the order of the kinds, what is closed. Paths depend on the speciality and
on how a BTS is entered (four ways), so they are tabulated too. What many rows share, dates and
where figures come from, is written once and numbered: half as much for a phone to read. The rest is
the tables themselves, without what nobody asks, and the words of both languages with ``{name}``
left in.

Measured by ``benchmarks/options.py``: 0.7 MB as JSON, 0.1 MB compressed.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any

from jalons.i18n import LANGUAGES, templates
from jalons.options import search
from jalons.options.calendar import calendar
from jalons.options.catalogue import Catalogue
from jalons.options.codec import MOST_NEXT, Shelf
from jalons.options.domain import (
    OTHERS,
    Closeness,
    Diploma,
    Indicator,
    Kind,
    Level,
    Mention,
    Opinion,
    Option,
    Path,
    Profile,
    Situation,
    Training,
)
from jalons.options.indicators import ACADEMIES, INDUSTRIAL, LEAST
from jalons.options.paths import paths
from jalons.options.profile import OF_LEVEL, TYPES
from jalons.options.rules import BY_ID, ways_in, why_closed
from jalons.options.services import EVERY_OPTION, FIRST, MOST_PER_OPTION
from jalons.options.words import MOST_JOBS
from jalons.resources import DATASETS
from jalons.schoolyear.tables import read_rows

WORDS = ("option-", "type-", "nsf-", "milestone-", "colon", "explorer-", "glossary-")
YES_NO = {True: "oui", False: "non", None: ""}


def offline_data(shelf: Shelf, today: date) -> dict[str, Any]:
    """Return the tables of ``explore.mjs``; ``json.dumps`` turns them into text as they are."""
    catalogue = shelf.catalogue
    dates, credentials = Numbered(), Numbered()
    situations, answers = _situations(today, dates)
    figures = {code: _figures(found, credentials) for code, found in shelf.figures.national.items()}
    regional = _regional(shelf, credentials)
    return {
        "made_on": today.isoformat(),
        "situations": situations,
        "answers": answers,
        "dates": list(dates),
        "rules": {
            rule.id: [rule.basis, rule.source, rule.read_on.isoformat(), rule.status]
            for rule in BY_ID.values()
        },
        "kinds": {
            "of_type": search.KIND_OF,
            "years_from_here": search.YEARS_FROM_HERE,
            "same_for_all": list(search.SAME_FOR_ALL.items()),
            "others": OTHERS,
            "by_contract_only": search.BY_CONTRACT_ONLY,
            "never_by_contract": search.NEVER_BY_CONTRACT,
        },
        "most": {"next": MOST_NEXT, "jobs": MOST_JOBS, "help": MOST_PER_OPTION, "n": LEAST},
        "industrial": INDUSTRIAL,
        "trainings": {t.code: _training(t, catalogue) for t in catalogue.trainings.values()},
        "links": {
            code: [[k.target, k.closeness, k.rank, k.reasons] for k in links]
            for code, links in catalogue.links.items()
            if catalogue.trainings[code].in_force
        },
        "families": _families(catalogue),
        "family_names": catalogue.families,
        "jobs": catalogue.jobs,
        "paths": _paths(catalogue),
        "figures": figures,
        "regional": regional,
        "credentials": list(credentials),
        "regions": shelf.figures.regions,
        "academies": [
            row.text("academie") for row in read_rows(DATASETS / "academies.csv", ACADEMIES)
        ],
        "services": [
            [s.id, s.words, s.former_names, s.situations, s.options, s.site, s.source]
            for s in shelf.services
        ],
        "first_help": FIRST,
        "every_option": EVERY_OPTION,
        "words": {lang: templates(lang, WORDS) for lang in LANGUAGES},
    }


class Numbered(dict[tuple[str, ...], int]):
    """Rows in the order they were first met, each with its number."""

    def number(self, *row: str) -> int:
        return self.setdefault(row, len(self))


def packed(shelf: Shelf, today: date) -> bytes:
    """Return the tables as they travel to a page: JSON, compressed; same tables, same bytes."""
    text = json.dumps(offline_data(shelf, today), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def key(situation: Situation) -> str:
    """The name of a situation in the table."""
    level, diploma, mention, opinion, admitted = situation
    return "|".join((level, diploma, mention or "", opinion or "", YES_NO[admitted]))


def every_situation() -> list[Situation]:
    """All situations a profile can be in."""
    pairs = [*OF_LEVEL.items(), *((Level.HOLDER, diploma) for diploma in Diploma)]
    told = list(product((None, *Mention), (None, *Opinion), (None, True, False)))
    every = (Situation(level, diploma, *rest).asked() for level, diploma in pairs for rest in told)
    return list(dict.fromkeys(every))


def _situations(today: date, dates: Numbered) -> tuple[dict[str, int], list[dict[str, Any]]]:
    found: dict[str, int] = {}
    answers: dict[str, int] = {}
    for situation in every_situation():
        ways = {}
        for kind, closeness in product(Kind, Closeness):
            rules = tuple(rule.id for rule in ways_in(situation, kind, closeness))
            if rules:
                events = calendar(Option(kind, None, 0, closeness, rules), situation, today)
                ways[f"{kind}.{closeness}"] = [
                    rules,
                    [
                        dates.number(e.day.isoformat(), e.milestone, e.status, e.source)
                        for e in events
                    ],
                ]
        answer = {
            "ways": ways,
            "order": search.order_of(situation),
            "closed": why_closed(situation),
            "final": situation.level.final,
        }
        text = json.dumps(answer, ensure_ascii=False)
        found[key(situation)] = answers.setdefault(text, len(answers))
    return found, [json.loads(text) for text in answers]


def _training(training: Training, catalogue: Catalogue) -> list[Any]:
    """Type, title, short, other names, level, years, family, group, jobs, now, craft."""
    now = catalogue.current(training)
    return [
        training.type,
        training.title,
        training.short,
        training.other_names,
        training.level,
        training.years,
        training.family,
        training.group,
        training.jobs,
        None if training.in_force else now.code,
        int(search.is_craft(training, catalogue)),
    ]


def _families(catalogue: Catalogue) -> dict[str, list[str]]:
    return {
        training.family: [other.code for other in catalogue.family(training)]
        for training in catalogue.trainings.values()
        if training.family and training.in_force
    }


def _paths(catalogue: Catalogue) -> dict[str, dict[str, Any]]:
    """Paths by speciality, then by the way into a BTS (empty for a CAP)."""
    table: dict[str, dict[str, Any]] = {}
    situations = {
        (s.diploma, first_way(s)): s for s in reversed(every_situation()) if s.level.final
    }
    for training in catalogue.trainings.values():
        for (diploma, way), situation in situations.items():
            if training.in_force and training.type in TYPES[diploma]:
                found = paths(Profile(situation, training), catalogue)
                table.setdefault(training.code, {})[way] = [_path(path) for path in found]
    return table


def first_way(situation: Situation) -> str:
    """The surest way into a BTS of the same field; empty after a CAP."""
    ways = ways_in(situation, Kind.BTS, Closeness.SUITE)
    return ways[0].id if ways else ""


def _path(path: Path) -> list[Any]:
    steps = [
        [step.kind, step.training.code if step.training else None, step.years, step.rule]
        for step in path.steps
    ]
    return [path.purpose, steps]


def _figures(found: Iterable[Indicator], credentials: Numbered) -> list[Any]:
    return [
        [
            i.id,
            i.value,
            i.n,
            i.label,
            i.measured_as,
            credentials.number(i.unit, i.n_of, i.year, i.scope, i.source),
        ]
        for i in found
    ]


def _regional(shelf: Shelf, credentials: Numbered) -> dict[str, dict[str, list[Any]]]:
    table: dict[str, dict[str, list[Any]]] = {}
    for (code, region), found in shelf.figures.regional.items():
        table.setdefault(code, {})[region] = _figures(found, credentials)
    return table
