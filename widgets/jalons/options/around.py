"""What the loaded official files say of places, as one JSON value for the page.

Where each diploma is taught, with places and what became of those who left; the CFA of a region;
the CIO and vocational lycées. ``explorer_near.mjs`` chooses from it what is near a pupil; the
dashboard and the class page get the same value, the latter that of one place. Only the latest
session or period of a file counts. The shape:

``places`` [[code, department, academy]], ``schools`` [[name, town, place, site]], ``offers`` {code:
[[school, detail, places, admitted from a bac, share of bac pro]]}, ``taught`` {code: [school]},
``after`` {code: [[school, programme, still studying, employed after 6 months, after 12]]}, ``cfa``
{region: [[name, still studying, after 6, after 12]]}, ``cio`` and ``lycees`` [school], ``years``
{file: year or period}, ``copied`` {file: day of the copy}, ``unknown`` {file: {title: rows}}:
titles that stand for no diploma. Rates are percents, as published: of final-year pupils, then of
leavers. A code without a school is known to the file, but taught elsewhere only.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jalons.data.directory import School
from jalons.data.outcomes import Outcome
from jalons.data.parcoursup import Offer
from jalons.data.taught import Taught
from jalons.options.catalogue import Catalogue, plain
from jalons.options.followed import Followed, cfa_of, latest
from jalons.options.indicators import Figures
from jalons.options.near import by_diploma, share
from jalons.options.places import Place, Places
from jalons.options.titles import Titles

OF_PROGRAMME = re.compile(r"^(bac pro|cap agricole|capa|cap|cs|mc|bp|bma|bnma) ", re.IGNORECASE)
ONISEP_TYPES = {
    "certificat d aptitude professionnelle": ("CAP", "CAPA"),
    "certificat d aptitude professionnelle agricole": ("CAPA",),
    "baccalaureat professionnel": ("BAC_PRO",),
    "certificat de specialisation": ("CS",),
    "mention complementaire": ("CS",),
    "brevet professionnel": ("BP",),
    "brevet des metiers d art": ("BMA",),
    "brevet national des metiers d art": ("BMA",),
}


@dataclass(frozen=True)
class Loaded:
    """What was read from the files that are here; a file that is not is empty."""

    offers: tuple[Offer, ...] = ()
    taught: tuple[Taught, ...] = ()
    schools: tuple[School, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    cfa: tuple[Outcome, ...] = ()
    copied: Mapping[str, str] = field(default_factory=dict)
    """Code of each file that is here → day of its copy (ISO)."""


@dataclass
class _Schools:
    """Every school once, under the number the page knows it by."""

    places: Places
    directory: dict[str, School]
    only: str = ""
    rows: list[list[Any]] = field(default_factory=list)
    used: dict[Place, int] = field(default_factory=dict)
    numbers: dict[tuple[str, ...], int | None] = field(default_factory=dict)

    def number(
        self, uai: str, name: str, town: str, department: str = "", academy: str = ""
    ) -> int | None:
        """Its number; None when it does not lie in the place that is wanted."""
        known = self.directory.get(uai)
        key = (uai,) if known or re.fullmatch(r"\d{7}[A-Z]", uai) else (name, town, department)
        if key not in self.numbers:
            site = ""
            if known:
                name, town, site = known.name, known.town, known.site
                department, academy = known.department, known.academy
            place = self.places.of(uai, department, academy)
            self.numbers[key] = None
            if not self.only or self.places.within(place, self.only):
                number = self.used.setdefault(place, len(self.used))
                self.numbers[key] = len(self.rows)
                self.rows.append([name, _town(town), number, site])
        return self.numbers[key]


def around(
    loaded: Loaded, catalogue: Catalogue, figures: Figures, only: str = ""
) -> dict[str, Any]:
    """Return the value for the page; ``only`` keeps one academy or department.

    Raises
    ------
    InputError
        ``only`` is neither.
    """
    places = Places.load()
    if only:
        places.check(only)
    wanted = places.inside(only)
    directory = {school.uai: school for school in loaded.schools}
    # Every department can be somebody's home, also one where the files know no school.
    schools = _Schools(places, directory, only, used={p: n for n, p in enumerate(wanted)})
    regions = {plain(name): name for p in wanted if (name := p.region(figures.regions))}
    years: dict[str, str] = {}
    unknown: dict[str, dict[str, int]] = {}
    value: dict[str, Any] = {"years": years, "copied": dict(loaded.copied), "unknown": unknown}
    if loaded.schools:
        value |= _help(loaded.schools, schools)
    if loaded.offers:
        year = max(offer.year for offer in loaded.offers)
        years["parcoursup"] = str(year)
        session = (offer for offer in loaded.offers if offer.year == year)
        found, unknown["parcoursup"] = by_diploma(session, catalogue)
        value["offers"] = {code: _offers(some, schools) for code, some in found.items()}
    if loaded.taught:
        value["taught"], unknown["onisep"] = _taught(loaded.taught, catalogue, schools)
    if loaded.outcomes:
        years["inserjeunes"] = period = latest(loaded.outcomes)
        followed = Followed(catalogue, lambda one: schools.number(one.uai, one.school, ""), regions)
        for row in loaded.outcomes:
            if row.period == period:
                followed.add(row)
        value["after"], value["regional"] = followed.after, followed.means()
        unknown["inserjeunes"] = dict(followed.unknown)
    if loaded.cfa:
        years["inserjeunes-cfa"] = period = latest(loaded.cfa)
        value["cfa"] = cfa_of((row for row in loaded.cfa if row.period == period), regions)
    # The places come last: by then every school has its own.
    value["places"] = [[p.code, p.department, p.academy] for p in schools.used]
    value["schools"] = schools.rows
    return value


def packed(value: dict[str, Any]) -> bytes:
    """The value as it travels to a page: JSON, compressed; same value, same bytes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


def _offers(offers: Iterable[Offer], schools: _Schools) -> list[list[Any]]:
    rows = []
    for o in offers:
        number = schools.number(o.uai, o.school, o.town, o.department, o.academy)
        if number is not None:
            part = share(o)
            rounded = None if part is None else round(part, 3)
            rows.append([number, o.detail, o.places, o.admitted_from_bac, rounded])
    return rows


def _taught(
    taught: Iterable[Taught], catalogue: Catalogue, schools: _Schools
) -> tuple[dict[str, list[int]], dict[str, int]]:
    titles = Titles(catalogue, "onisep")
    found: dict[str, dict[int, None]] = defaultdict(dict)
    unknown: Counter[str] = Counter()
    for one in taught:
        types = ONISEP_TYPES.get(plain(one.kind))
        if types is None:
            continue  # a general class, a second year shared by a family: no diploma of its own
        codes = titles.codes(types, OF_PROGRAMME.sub("", one.programme))
        if not codes:
            unknown[one.programme] += 1
        number = schools.number(one.uai, one.school, one.town, academy=one.academy)
        for code in codes:
            here = found[code]  # known to the file, also where it is taught elsewhere only
            if number is not None:
                here[number] = None
    return {code: list(numbers) for code, numbers in found.items()}, dict(unknown)


def _help(directory: Iterable[School], schools: _Schools) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {"cio": [], "lycees": []}
    for school in sorted(directory, key=lambda one: (one.town, one.name)):
        if school.guidance or school.vocational:
            number = schools.number(school.uai, school.name, school.town)
            if number is not None:
                found["cio" if school.guidance else "lycees"].append(number)
    return found


def _town(town: str) -> str:
    """« Lyon 8e  Arrondissement » is said « Lyon 8e »."""
    return re.sub(r"\s+arrondissement$", "", " ".join(town.split()), flags=re.IGNORECASE)
