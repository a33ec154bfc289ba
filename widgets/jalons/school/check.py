"""Do the rows of a school file agree with each other, and with the school year?

Takes rows that are each right by themselves and returns the school, what is wrong, and what its
people should know. Reads no file; words nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter
from typing import Any, Generic, TypeVar

from jalons.problems import Problem
from jalons.school import tables
from jalons.school.domain import COMMON, COUNCIL_INSTEAD, MILESTONES, School
from jalons.schoolyear import (
    SchoolYear,
    SchoolYearError,
    normalise_zone,
    parse_year,
    school_year,
)

R = TypeVar("R", bound=tables.Row)
T = TypeVar("T")
MOST_COMPARED = 50_000  # pairs of names, when the nearest one is looked for


@dataclass(frozen=True)
class Located(Generic[R]):
    """A row and where it stands, so that a problem can name the place."""

    value: R
    file: str
    sheet: str
    row: int

    def problem(self, code: str, column: str, value: object = None, **facts: Any) -> Problem:
        shown = None if value is None else str(value)
        # What comes from the lesson library stands in no row of a sheet.
        return Problem(code, self.file, self.sheet, self.row or None, column, shown, facts)


Rows = Mapping[str, list[Located[Any]]]


class Checker:
    """One pass over the rows; collects problems and notices."""

    def __init__(
        self, rows: Rows, declared: Mapping[str, frozenset[str]], unread: Iterable[str], file: str
    ) -> None:
        self.rows = rows
        self.declared = declared
        self.told_missing = set(unread)
        self.compared = 0
        self.file = file
        self.problems: list[Problem] = []
        self.notices: list[Problem] = []

    def run(self) -> School | None:
        for name in tables.TABLES:
            self.no_key_twice(name)
        if self.declared.get("classes") == frozenset():
            self.problems.append(Problem("no_class", self.file, "classes"))
            self.told_missing.add("classes")
        year = self.school_year()
        self.names_exist()
        self.in_order()
        if year is not None:
            self.inside_year(year)
        self.sessions_agree()
        self.order_of_sessions()
        self.enough_people_and_places()
        self.worth_knowing()
        if self.problems or self.told_missing or year is None:
            return None
        return self.school(year)

    def school_year(self) -> SchoolYear | None:
        rows = self.rows["etablissement"]
        if "etablissement" in self.told_missing:
            return None
        if len(rows) != 1:
            if not self.declared.get("etablissement") or rows:
                facts = {"count": len(rows)}
                self.problems.append(Problem("one_school", self.file, "etablissement", facts=facts))
            return None
        row = rows[0]
        zone = self.accepted(row, normalise_zone, row.value.zone)
        span = self.accepted(row, parse_year, row.value.annee_scolaire)
        if zone is None or span is None:
            return None
        return self.accepted(row, school_year, zone, row.value.annee_scolaire)

    def accepted(self, row: Located[Any], read: Callable[..., T], *given: str) -> T | None:
        try:
            return read(*given)
        except SchoolYearError as error:
            column = "annee_scolaire" if error.code.startswith("year_") else "zone"
            value = getattr(row.value, column)
            self.problems.append(row.problem(f"error_{error.code}", column, value, **error.facts))
            return None

    def no_key_twice(self, table: str) -> None:
        key = tables.TABLES[table].key
        first: dict[tuple[Any, ...], int] = {}
        for row in self.rows[table]:
            found = tuple(getattr(row.value, column) for column in key)
            if key and found in first:
                value = ", ".join(map(str, found))
                self.problems.append(row.problem("twice", key[0], value, row=str(first[found])))
            first.setdefault(found, row.row)

    def names_exist(self) -> None:
        for table in ("groupes", "creneaux", "pfmp", "equipe", "conseils"):
            self.known(table, "classe", "classes")
        for table in ("disponibilites", "equipe"):
            self.known(table, "personne", "personnes")
        for table in ("seances", "evenements"):
            self.known(table, "classes", "classes")
        self.known("seances", "apres", "seances")

    def known(self, table: str, column: str, target: str) -> None:
        if target not in self.declared:
            if self.rows[table]:
                self.missing(self.rows[table][0], target, column, None, "unknown_name")
            return
        if target in self.told_missing:
            return
        names = self.declared[target]
        if target == "seances":
            names |= {row.value.seance for row in self.rows["seances"]}
        for row in self.rows[table]:
            given = getattr(row.value, column)
            for name in (given,) if isinstance(given, str) else given:
                if name not in names:
                    facts = {"target": target, "near": self.near(name, names)}
                    self.problems.append(row.problem("unknown_name", column, name, **facts))

    def near(self, name: str, names: frozenset[str]) -> str:
        # Thousands of unknown names among thousands would take minutes: help with the first ones.
        self.compared += len(names)
        near = get_close_matches(name, sorted(names), 1) if self.compared < MOST_COMPARED else []
        return near[0] if near else "none"

    def in_order(self) -> None:
        """What ends does not end before it starts."""
        self.ends_after("pfmp", "debut", "fin", lambda a, b: a <= b)
        self.ends_after("evenements", "debut", "fin", lambda a, b: a <= b)
        for table in ("creneaux", "disponibilites"):
            self.ends_after(table, "debut", "fin", lambda a, b: a < b)
            self.ends_after(table, "du", "au", lambda a, b: a <= b)
        for row in self.rows["disponibilites"]:
            if (row.value.debut is None) != (row.value.fin is None):
                self.problems.append(row.problem("half_time", "debut"))
        for row in self.rows["seances"]:
            first, last = row.value.au_plus_tot, row.value.au_plus_tard
            if isinstance(first, date) and isinstance(last, date) and last < first:
                self.problems.append(
                    row.problem("ends_before", "au_plus_tard", last, start=str(first))
                )
        for row in self.rows["semaines"]:
            if row.value.lundi.weekday() != 0:
                self.problems.append(row.problem("not_monday", "lundi", row.value.lundi))

    def ends_after(
        self, table: str, first: str, last: str, right: Callable[[Any, Any], bool]
    ) -> None:
        for row in self.rows[table]:
            start, end = getattr(row.value, first), getattr(row.value, last)
            if start is not None and end is not None and not right(start, end):
                begun, ended = (str(x).removesuffix(":00") for x in (start, end))  # 14:00
                self.problems.append(row.problem("ends_before", last, ended, start=begun))

    def inside_year(self, year: SchoolYear) -> None:
        """A day outside the school year is a slip of the year more often than not."""
        for table, columns in {
            "pfmp": ("debut", "fin"),
            "conseils": ("date",),
            "seances": ("au_plus_tot", "au_plus_tard"),
        }.items():
            for row in self.rows[table]:
                for column in columns:
                    day = getattr(row.value, column)
                    if isinstance(day, date) and not year.first_day <= day <= year.last_day:
                        self.problems.append(
                            row.problem(
                                "outside_year",
                                column,
                                day,
                                year=year.label,
                                first=str(year.first_day),
                                last=str(year.last_day),
                            )
                        )

    def sessions_agree(self) -> None:
        level_of = {row.value.classe: row.value.niveau for row in self.rows["classes"]}
        for row in self.rows["seances"]:
            for name in row.value.classes:
                level = level_of.get(name)
                if level is not None and level not in row.value.niveaux:
                    facts = {"level": level, "expected": ", ".join(row.value.niveaux)}
                    self.problems.append(
                        row.problem("class_of_other_level", "classes", name, **facts)
                    )

    def order_of_sessions(self) -> None:
        by_id = {row.value.seance: row for row in self.rows["seances"]}
        for name, row in by_id.items():
            if name in row.value.apres:
                self.problems.append(row.problem("after_itself", "apres", name))
        graph = {name: set(row.value.apres) - {name} for name, row in by_id.items()}
        while (circle := _circle(graph)) is not None:
            row = by_id[circle[0]]
            self.problems.append(row.problem("circle", "apres", circle[0], path=" → ".join(circle)))
            del graph[circle[0]]

    def enough_people_and_places(self) -> None:
        roles = {row.value.role for row in self.rows["personnes"]}
        kinds = {row.value.type for row in self.rows["lieux"]}
        for row in self.rows["seances"]:
            for role in sorted(set(row.value.roles) - roles):
                self.missing(row, "personnes", "roles", role, "nobody_has_role")
            kind = row.value.lieu_type
            if kind is not None and kind not in kinds:
                self.missing(row, "lieux", "lieu_type", kind, "no_place_of_kind")

    def missing(
        self, row: Located[Any], table: str, column: str, value: str | None, code: str
    ) -> None:
        """An absent sheet is a mistake, said once; a sheet that lacks a role is a notice."""
        if table in self.declared:
            self.notices.append(row.problem(code, column, value))
        elif table not in self.told_missing:
            self.told_missing.add(table)
            self.problems.append(row.problem("missing_sheet_for", column, value, sheet=table))

    def worth_knowing(self) -> None:
        with_slot = {row.value.classe for row in self.rows["creneaux"]}
        size = {row.value.classe: row.value.effectif for row in self.rows["classes"]}
        for row in self.rows["classes"]:
            if row.value.classe not in with_slot:
                self.notices.append(row.problem("class_without_slot", "classe", row.value.classe))
        for row in self.rows["groupes"]:
            if row.value.effectif > size.get(row.value.classe, row.value.effectif):
                facts = {"size": size[row.value.classe]}
                self.notices.append(
                    row.problem("group_larger", "effectif", row.value.effectif, **facts)
                )
        self.bounds_without_date()
        self.purposes_without_group()

    def bounds_without_date(self) -> None:
        """A council bound on a class whose council has no date yet cannot be held to."""
        dated = {(row.value.classe, row.value.periode) for row in self.rows["conseils"]}
        for row in self.rows["seances"]:
            for column in ("au_plus_tot", "au_plus_tard"):
                bound = getattr(row.value, column)
                if bound not in MILESTONES or not bound.startswith("conseil_"):
                    continue
                period = bound.removeprefix("conseil_")
                without = [
                    name
                    for name in self.classes_of(row.value)
                    if not dated & {(name, period), (name, COUNCIL_INSTEAD[period])}
                ]
                if without:
                    facts = {"classes": ", ".join(without)}
                    self.notices.append(row.problem("council_undated", column, bound, **facts))

    def purposes_without_group(self) -> None:
        having = {(row.value.classe, row.value.finalite) for row in self.rows["groupes"]}
        for row in self.rows["seances"]:
            purpose = row.value.finalite
            without = [c for c in self.classes_of(row.value) if (c, purpose) not in having]
            if purpose != COMMON and without:
                facts = {"classes": ", ".join(without)}
                self.notices.append(row.problem("no_group_for", "finalite", purpose, **facts))

    def classes_of(self, session: tables.SeanceRow) -> list[str]:
        return [
            row.value.classe
            for row in self.rows["classes"]
            if row.value.niveau in session.niveaux
            and (not session.classes or row.value.classe in session.classes)
        ]

    def school(self, year: SchoolYear) -> School:
        def domain(table: str) -> tuple[Any, ...]:
            return tuple(row.value.to_domain() for row in self.rows[table])

        return School(
            name=self.rows["etablissement"][0].value.nom,
            zone=year.zone,
            year=year.label,
            classes=domain("classes"),
            groups=domain("groupes"),
            slots=domain("creneaux"),
            parities={row.value.lundi: row.value.parite for row in self.rows["semaines"]},
            placements=domain("pfmp"),
            people=domain("personnes"),
            availabilities=domain("disponibilites"),
            team=domain("equipe"),
            places=domain("lieux"),
            sessions=domain("seances"),
            events=domain("evenements"),
            councils=domain("conseils"),
        )


def _circle(graph: Mapping[str, set[str]]) -> list[str] | None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))
    return None


def check(
    rows: Rows, declared: Mapping[str, Iterable[str]], unread: Iterable[str], file: str
) -> tuple[School | None, list[Problem], list[Problem]]:
    """Check rows against each other.

    Parameters
    ----------
    rows : mapping
        Table → its readable rows.
    declared : mapping
        Table → every name its first column declares, readable or not; a table whose sheet is
        absent is absent here.
    unread : iterable of str
        Tables whose sheet is missing or could not be read, and that has been said.
    file : str
        Name of the file, for problems that have no row.

    Returns
    -------
    tuple
        The school (None when something is wrong), the problems, the notices.
    """
    names = {table: frozenset(declared[table]) for table in declared}
    checker = Checker(rows, names, unread, file)
    school = checker.run()
    return school, checker.problems, checker.notices
