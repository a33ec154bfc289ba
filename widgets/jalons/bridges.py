"""What one feature tells another, as plain data: features themselves never meet.

The school of *Planifier* gives *Accompagner* its classes and takes its groups; *Piloter* is told
what the others know, and *Planifier* shows its dated actions. Knows no widget.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jalons.resources import EXAMPLES

if TYPE_CHECKING:
    from jalons.i18n import Translator
    from jalons.planner.state import PlannerState
    from jalons.planner.team import TeamDate
    from jalons.steering.known import Known, Knows, Origin
    from jalons.support.class_state import KnownClass
    from jalons.support.domain import ClassYear
    from jalons.support.groups import Proposal
    from jalons.support.state import Send, Sent
    from jalons.workspace.store import Workspace

LAST_YEARS = ("TPRO", "CAP2", "CAP1AN")
# Zones that are one academy.
ONE_ACADEMY = {
    "corse": "Corse",
    "guadeloupe": "Guadeloupe",
    "martinique": "Martinique",
    "guyane": "Guyane",
    "reunion": "La Réunion",
    "mayotte": "Mayotte",
}


def open_planner(workspace: Workspace | None) -> PlannerState:
    """The school that *Planifier* had open last, as it is kept; maybe none."""
    from jalons.data.lessons import read_lessons
    from jalons.planner.state import PlannerState

    state = PlannerState([lesson.row for lesson in read_lessons()], workspace)
    state.open_kept()
    return state


# --- Planifier ⇄ Accompagner ------------------------------------------------------------------


def classes_and_groups(
    workspace: Workspace | None, t: Translator
) -> tuple[tuple[KnownClass, ...], Send | None]:
    """The last-year classes of the open school, and how their groups get there."""
    if workspace is None:
        return (), None
    state = open_planner(workspace)
    if state.school_file is None:
        return (), None
    return known_classes(state), lambda year, proposal: send_groups(workspace, t, year, proposal)


def known_classes(state: PlannerState) -> tuple[KnownClass, ...]:
    """Councils and placements of each last-year class of a school."""
    from jalons.schoolyear import normalise_zone
    from jalons.support.class_state import KnownClass

    assert state.school_file is not None
    school = state.school_file.school
    return tuple(
        KnownClass(
            school.year,
            c.name,
            c.level,
            normalise_zone(school.zone),
            {k.period: k.day for k in school.councils if k.class_name == c.name},
            tuple(sorted((p.first, p.last) for p in school.placements if p.class_name == c.name)),
        )
        for c in school.classes
        if c.level in LAST_YEARS
    )


def send_groups(workspace: Workspace, t: Translator, year: ClassYear, proposal: Proposal) -> Sent:
    """Give the open school the groups of a class and how many they are; nothing is taken away.

    The newest school that is kept is edited as on its own page: it is checked, kept, and its plan
    follows. A group keeps the name it has there, and with it its sessions. Where the school has
    several groups of one purpose, how pupils are shared out among them is not known here, and a
    group without pupils may have sessions: both stay as they are, and are told.
    """
    from jalons.planner.school_editing import SchoolEditing
    from jalons.planner.tables import tidy_for_all
    from jalons.school.problems import SchoolFileError
    from jalons.support.state import Sent

    state = open_planner(workspace)
    if state.school_file is None or state.draft:
        return Sent(refused=(t("support-send-wrong-tables"),))
    school = state.school_file.school
    if school.year != year.year or year.name not in school.class_by_name:
        return Sent(refused=(t("support-send-no-class", name=year.name, year=year.year),))
    editing = SchoolEditing(state, tidy_for_all())
    try:
        sent = Sent(school.name)
        rows = [row for row in editing.draft.rows("groupes") if any(row)]
        for group in proposal.groups:
            there = [n for n, row in enumerate(rows) if row[1:3] == (year.name, group.purpose)]
            size = len(group.pupils)
            if len(there) > 1:
                names = tuple(rows[n][0] for n in there)
                sent = replace(sent, several=(*sent.several, (group.purpose, size, names)))
            elif not there:
                rows.append(tuple(group.row().values()))
                sent = replace(sent, added=(*sent.added, (group.name, size)))
            elif rows[there[0]][3] != str(size):
                name, *middle, before = rows[there[0]]
                rows[there[0]] = (name, *middle, str(size))
                sent = replace(sent, changed=(*sent.changed, (name, before, size)))
        purposes = {group.purpose for group in proposal.groups}
        idle = (row[0] for row in rows if row[1] == year.name and row[2] not in purposes)
        sent = replace(sent, idle=tuple(idle))
        if sent.added or sent.changed:
            draft = editing.draft.with_tables({"groupes": rows}, tidy_for_all())
            state.read_tables(draft.sheets())
            editing.fill({"groupes": rows})
        wrong = state.conflict or state.trouble
        return Sent(refused=(wrong.sentence(t),)) if wrong else sent
    except SchoolFileError as error:
        return Sent(refused=tuple(problem.sentence(t) for problem in error.problems))
    finally:
        editing.close()


# --- all → Piloter ----------------------------------------------------------------------------


def knows_the_school(workspace: Workspace | None) -> Knows:
    """What the open plan, the classes followed and the model say of a school year.

    The plan and the model are those that are kept now: a page asks once, and then year by year.
    """
    planner, model = open_planner(workspace), _of_model(workspace)

    def known(year: str) -> Known:
        plan, classes = _of_plan(planner, year), _of_classes(workspace, year)
        return replace(
            model,
            facts={**plan.facts, **classes.facts, **model.facts},
            values={**plan.values, **classes.values},
            academy=plan.academy or model.academy,
            school=plan.school,
        )

    return known


def _of_plan(state: PlannerState, year: str) -> Known:
    """Of the school that *Planifier* has open, if its plan is of that year."""
    from jalons.planner.organisation import plan_facts, plan_indicators
    from jalons.schoolyear import normalise_zone
    from jalons.steering.known import PLAN, Known, Origin

    if state.plan is None or state.times is None or state.times.school.year != year:
        return Known()
    saved, name = state.keeping.standing.saved_at, state.times.school.name
    on = saved.astimezone().date() if saved else None
    origin = Origin(PLAN, name, on, example=name in _example_names())
    told = _from(
        origin, plan_facts(state.times, state.plan), plan_indicators(state.times, state.plan)
    )
    academy = ONE_ACADEMY.get(normalise_zone(state.times.school.zone), "")
    return replace(told, academy=academy, school=name)


def _example_names() -> set[str]:
    """How the invented schools of the kit are called."""
    names = set()
    for path in EXAMPLES.glob("*/etablissement.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            names |= {row["nom"] for row in csv.DictReader(file, delimiter=";")}
    return names


def _of_classes(workspace: Workspace | None, year: str) -> Known:
    """Of the classes that *Accompagner* keeps of that year, the example apart."""
    from jalons.steering.known import CLASSES, Known, Origin
    from jalons.support.keeping import ClassKeeping
    from jalons.support.known import class_facts
    from jalons.support.reading import read_book
    from jalons.support.standing import class_indicators
    from jalons.support.state import EXAMPLE_NAME
    from jalons.workspace.domain import WorkspaceError

    keeping = ClassKeeping(workspace)
    try:
        kept = [k for k in keeping.classes() if k.year == year and k.name != EXAMPLE_NAME]
        books = [keeping.open(k.year, k.name) for k in kept]
    except WorkspaceError:
        return Known()
    classes = tuple(read_book(book)[0] for book in books if book is not None)
    saved = max((k.saved_at for k in kept if k.saved_at), default=None)
    names = ", ".join(sorted(k.name for k in kept))
    origin = Origin(CLASSES, names, saved.astimezone().date() if saved else None)
    return _from(origin, class_facts(classes), class_indicators(classes))


def _of_model(workspace: Workspace | None) -> Known:
    """What the model of *Simuler* gives as today, for the pupils it was last used for."""
    from jalons.cohorts.known import model_facts, shares_today
    from jalons.cohorts.origin import academy_name
    from jalons.cohorts.state import CohortsState
    from jalons.steering.known import MODEL, Origin, Value

    chosen = CohortsState(workspace).origin
    shares, whose = shares_today(chosen)
    origin = Origin(MODEL, whose)
    return replace(
        _from(origin, model_facts(shares), {}),
        simulated={name: Value(100 * share, origin) for name, share in shares.items()},
        academy=academy_name(chosen.academy) if chosen.academy else "",
    )


def _from(
    origin: Origin,
    facts: Mapping[str, Mapping[str, Any]],
    values: Mapping[str, float],
) -> Known:
    from jalons.steering.known import Fact, Known, Value

    return Known(
        {code: Fact(told, origin) for code, told in facts.items()},
        {name: Value(value, origin) for name, value in values.items()},
    )


# --- Piloter → Planifier ----------------------------------------------------------------------


def team_dates(workspace: Workspace | None, year: str) -> tuple[TeamDate, ...]:
    """The dated actions of a school year's review, and those that calendars have to lose."""
    from jalons.planner.team import TeamDate
    from jalons.steering.codec import ReviewFileError, from_bytes
    from jalons.steering.state import SCOPE

    newest = workspace.newest(SCOPE, year) if workspace else None
    if workspace is None or newest is None:
        return ()
    try:
        review = from_bytes(workspace.read(SCOPE, year, newest.number))
    except ReviewFileError:
        return ()  # the page *Piloter* says what is wrong with it
    return tuple(
        TeamDate(a.id, a.due, a.title, a.owner, a.done is not None, gone, newest.saved_at)
        for gone, actions in ((False, review.actions), (True, review.dropped))
        for a in actions
        if a.due is not None
    )
