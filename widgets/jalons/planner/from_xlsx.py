"""The plan that a workbook carries beside its school (see :mod:`~jalons.planner.xlsx`).

Cells are read by the readers of the school file, so a wrong one is said in the same way: sheet,
row, column, value, what was expected. Hours are counted again; how the plan was found is only
believed of a plan that nobody changed since.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Annotated, Any

from jalons.planner.codec import PlanFileError, PlanReader
from jalons.planner.domain import Assignment, Plan, SolverInfo, Task, Unplaced, all_tasks
from jalons.planner.hours import hours_of
from jalons.planner.times import Times
from jalons.planner.xlsx import STAFF_SEPARATOR, fingerprint
from jalons.problems import Problem
from jalons.school import fields
from jalons.school.check import Located
from jalons.school.domain import School
from jalons.school.problems import SchoolFileError
from jalons.school.reader import read_table
from jalons.school.sheets import LEFT_OUT, PLANNING, SEARCH, Sheet, sheets_of
from jalons.school.tables import Clock, Day, FreeText, Row, Text, cell

Long = Annotated[str, cell(str)]
Part = Annotated[int, cell(fields.whole(1, 20))]
Pinned = Annotated[bool, cell(lambda value: fields.yes_no(value) if value else False)]


class _TaskRow(Row):
    seance: Text
    partie: Part
    classe: Text
    groupe: FreeText

    def task(self) -> Task:
        return Task(self.seance, self.partie, self.classe, self.groupe or None)


class _PlanningRow(_TaskRow):
    optional = ("groupe", "personnes", "lieu", "titre", "jour", "fixee")
    date: Day
    debut: Clock
    fin: Clock
    personnes: Long
    lieu: FreeText
    titre: Long
    jour: Long
    fixee: Pinned


class _LeftOutRow(_TaskRow):
    optional = ("groupe", "obligatoire", "raisons", "fixee", "donnees")
    obligatoire: Long
    raisons: Long
    fixee: Pinned
    donnees: Long


class _SearchRow(Row):
    statut: Text
    objectif: Text
    borne: Text
    duree_s: Text
    graine: Text
    empreinte: Text


def plan_in(files: Mapping[str, bytes], school: School) -> Plan | None:
    """Read the plan that the files of a school carry; None where they carry none.

    Raises
    ------
    PlanFileError
        With all that is wrong in its sheets.
    """
    try:
        # The school has been read: what is wrong with the files as such has been said.
        sheets = sheets_of(files, (PLANNING, LEFT_OUT, SEARCH))
    except SchoolFileError as error:
        raise PlanFileError(error.problems) from None
    if sheets.problems:
        raise PlanFileError(sheets.problems)
    if PLANNING not in sheets.by_name:
        return None
    return _Read(school, sheets.by_name).plan()


class _Read:
    def __init__(self, school: School, sheets: Mapping[str, Sheet]) -> None:
        self.school, self.sheets = school, sheets
        self.tasks = frozenset(all_tasks(school))
        self.problems: list[Problem] = []

    def plan(self) -> Plan:
        placed = self.rows(PLANNING, _PlanningRow)
        left_out = self.rows(LEFT_OUT, _LeftOutRow)
        assignments = tuple(self.assignment(row) for row in placed)
        unplaced = tuple(self.unplaced(row) for row in left_out)
        pinned = frozenset(row.value.task() for row in (*placed, *left_out) if row.value.fixee)
        if self.problems:
            raise PlanFileError(tuple(self.problems))
        hours = hours_of(Times(self.school), assignments)
        school = self.school
        plan = Plan(school.name, school.year, assignments, unplaced, hours, None, pinned)
        return replace(plan, solver=self.solver(plan))

    def rows(self, name: str, model: type[Row]) -> list[Located[Any]]:
        if name not in self.sheets:
            return []
        rows, problems = read_table(self.sheets[name], model)
        self.problems += problems
        return rows

    def assignment(self, row: Located[_PlanningRow]) -> Assignment:
        self.known_task(row)
        value = row.value
        staff = tuple(split_names(value.personnes, self.school.roles_of))
        for person in staff:
            if person not in self.school.roles_of:
                self.unknown(row, "personnes", person, "personnes")
        place = value.lieu or None
        if place is not None and place not in self.school.place_by_name:
            self.unknown(row, "lieu", place, "lieux")
        return Assignment(value.task(), value.date, value.debut, value.fin, staff, place)

    def unplaced(self, row: Located[_LeftOutRow]) -> Unplaced:
        self.known_task(row)
        reader = PlanReader(self.school, row.file)
        try:
            items = json.loads(row.value.donnees or "[]")
            said = [(bool(item.get("way_out")), reader.reason(item, "")) for item in items]
        except (ValueError, TypeError, AttributeError, RecursionError):
            said = []
            self.problems.append(row.problem("plan_bad_reasons", "donnees", row.value.donnees))
        if reader.problems:
            self.problems.append(row.problem("plan_bad_reasons", "donnees", row.value.donnees))
        session = self.school.session_by_id.get(row.value.seance)
        return Unplaced(
            row.value.task(),
            session is None or session.mandatory,
            tuple(reason for way_out, reason in said if not way_out),
            tuple(reason for way_out, reason in said if way_out),
        )

    def known_task(self, row: Located[Any]) -> None:
        task = row.value.task()
        if task.session not in self.school.session_by_id:
            self.unknown(row, "seance", task.session, "seances")
        elif task.class_name not in self.school.class_by_name:
            self.unknown(row, "classe", task.class_name, "classes")
        elif task not in self.tasks:
            shown = f"{task.session} / {task.part} / {task.class_name} / {task.group or ''}"
            self.problems.append(row.problem("plan_no_such_task", "seance", shown))

    def unknown(self, row: Located[Any], column: str, value: str, table: str) -> None:
        self.problems.append(row.problem("plan_unknown", column, value, table=table))

    def solver(self, plan: Plan) -> SolverInfo | None:
        rows = self.rows(SEARCH, _SearchRow)
        if len(rows) != 1 or rows[0].value.empreinte != fingerprint(self.school, plan):
            return None
        row = rows[0].value
        try:
            numbers = float(row.objectif), float(row.borne), float(row.duree_s), int(row.graine)
        except ValueError:
            return None
        return SolverInfo(row.statut, *numbers) if row.statut in SolverInfo.STATUSES else None


def split_names(text: str, known: Collection[str]) -> Iterable[str]:
    """Names joined by " | ", the longest known one first: a name may hold the sign itself.

    Examples
    --------
    >>> list(split_names("Mme Roy | Atelier | 2 | M. Bey", {"Mme Roy", "Atelier | 2"}))
    ['Mme Roy', 'Atelier | 2', 'M. Bey']
    """
    parts = [part.strip() for part in text.split(STAFF_SEPARATOR.strip()) if part.strip()]
    while parts:
        ends = range(len(parts), 1, -1)
        end = next((n for n in ends if STAFF_SEPARATOR.join(parts[:n]) in known), 1)
        yield STAFF_SEPARATOR.join(parts[:end])
        del parts[:end]
