"""A plan after its school has changed: what still exists stays where it is.

Nothing is moved and no rule is asked: what no longer fits stays and breaks a rule, for people to
see. A session that is new waits to be placed; one that is gone leaves the plan; somebody who is
gone leaves a role empty.
"""

from __future__ import annotations

from dataclasses import replace

from jalons.planner.domain import Assignment, Plan, Reason, Task, Unplaced, all_tasks
from jalons.planner.hours import hours_of
from jalons.planner.times import Times
from jalons.school.domain import School


def fitted(times: Times, plan: Plan) -> Plan:
    """The plan with exactly the tasks of a school; the same plan where it has them already."""
    school = times.school
    tasks = dict.fromkeys(all_tasks(school))
    kept = tuple(_known(school, a) for a in plan.assignments if a.task in tasks)
    told = {a.task for a in kept}
    unplaced = tuple(
        replace(u, mandatory=_mandatory(school, u.task))
        for u in plan.unplaced
        if u.task in tasks and u.task not in told
    )
    told |= {u.task for u in unplaced}
    new = tuple(
        Unplaced(task, _mandatory(school, task), (Reason("added"),))
        for task in tasks
        if task not in told
    )
    if kept == plan.assignments and unplaced == plan.unplaced and not new:
        same_school = (plan.school, plan.year) == (school.name, school.year)
        return plan if same_school else replace(plan, school=school.name, year=school.year)
    return replace(
        plan,
        school=school.name,
        year=school.year,
        assignments=kept,
        unplaced=(*unplaced, *new),
        hours=hours_of(times, kept),
        solver=None,
        pinned=frozenset(task for task in plan.pinned if task in tasks),
    )


def _mandatory(school: School, task: Task) -> bool:
    return school.session_by_id[task.session].mandatory


def _known(school: School, a: Assignment) -> Assignment:
    staff = tuple(person for person in a.staff if person in school.roles_of)
    place = a.place if a.place in school.place_by_name else None
    return a if (staff, place) == (a.staff, a.place) else replace(a, staff=staff, place=place)


def renamed(plan: Plan, table: str, old: str, new: str) -> Plan:
    """The plan in which something of the school's file is called otherwise."""

    def now(name: str, of: str) -> str:
        return new if (of, name) == (table, old) else name

    def task(t: Task) -> Task:
        group = None if t.group is None else now(t.group, "groupes")
        return Task(now(t.session, "seances"), t.part, now(t.class_name, "classes"), group)

    return replace(
        plan,
        assignments=tuple(
            replace(
                a,
                task=task(a.task),
                staff=tuple(now(person, "personnes") for person in a.staff),
                place=None if a.place is None else now(a.place, "lieux"),
            )
            for a in plan.assignments
        ),
        unplaced=tuple(replace(u, task=task(u.task)) for u in plan.unplaced),
        hours=tuple(replace(h, class_name=now(h.class_name, "classes")) for h in plan.hours),
        pinned=frozenset(map(task, plan.pinned)),
    )
