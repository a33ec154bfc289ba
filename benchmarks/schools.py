"""Schools with a hidden full plan, so that *everything can be placed* is known.

The plan comes first: class by class, each session goes to a time at which somebody of the team
and a place are free, and a person or place is added only when nobody is. The file is then
written around it: availabilities, windows and order that the hidden plan keeps, just.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from jalons.planner.domain import Assignment, Plan, Task
from jalons.planner.times import Times, at, minutes
from jalons.school.domain import (
    LEVELS,
    ORGANISATIONS,
    WEEKDAYS,
    Availability,
    Group,
    Person,
    Place,
    Placement,
    School,
    SchoolClass,
    Session,
    Slot,
    TeamMember,
)
from jalons.schoolyear import school_year

YEAR, ZONE = "2026-2027", "C"
FIRST, LAST = date(2026, 9, 1), date(2027, 7, 2)
SESSIONS = 32  # a class
# What the sessions of a class ask for, in turn: roles and kind of place.
NEEDS: tuple[tuple[tuple[str, ...], str | None], ...] = (
    (("professeur",), None),
    (("professeur_principal",), None),
    (("professeur",), "salle_info"),
    (("professeur", "psyen"), None),
    (("professeur",), None),
    (("professeur", "documentaliste"), "cdi"),
    ((), None),
    (("professeur",), "salle"),
    (("professeur_principal", "france_travail"), None),
    (("professeur",), None),
)
LIMITED = ("psyen", "france_travail", "documentaliste")
CAPACITY = {"salle": 36, "salle_info": 36, "cdi": 40, "tiers_lieu": 200}


@dataclass
class _Draft:
    """A school in the making."""

    chance: random.Random
    classes: list[SchoolClass] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)
    placements: list[Placement] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    team: list[TeamMember] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    plan: list[Assignment] = field(default_factory=list)
    busy: dict[tuple[str, date], list[tuple[int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    teams: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def free(self, name: str, day: date, begin: int, end: int) -> bool:
        return not any(b < end and begin < e for b, e in self.busy[name, day])


def planted(classes: int, seed: int, sessions: int = SESSIONS) -> tuple[School, Plan]:
    """A school and a plan of it that places everything and keeps every rule."""
    draft = _Draft(random.Random(seed))
    tracks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number in range(classes):
        school_class = _add_class(draft, number)
        tracks[school_class.level, school_class.organisation].append(school_class.name)
    for (level, _), names in tracks.items():
        _add_sessions(draft, level, tuple(names), sessions)
    times = Times(_school(draft))
    rows = {s.id: s for s in draft.sessions}
    for names in tracks.values():
        for name in names:
            own = [s for s in draft.sessions if name in s.classes]
            _hide(draft, times, name, own)
    _windows(draft, rows)
    school = replace(
        _school(draft), sessions=tuple(rows.values()), availabilities=_availabilities(draft)
    )
    return school, Plan(school.name, school.year, tuple(draft.plan))


def _school(draft: _Draft) -> School:
    return School(
        name="École au plan caché",
        zone=ZONE,
        year=YEAR,
        classes=tuple(draft.classes),
        groups=tuple(draft.groups),
        slots=tuple(draft.slots),
        placements=tuple(draft.placements),
        people=tuple(draft.people),
        team=tuple(draft.team),
        places=tuple(draft.places),
        sessions=tuple(draft.sessions),
    )


def _add_class(draft: _Draft, number: int) -> SchoolClass:
    chance = draft.chance
    organisation = ORGANISATIONS[number % len(ORGANISATIONS)]
    level = LEVELS[(number // len(ORGANISATIONS)) % len(LEVELS)]
    name = f"C{number + 1:03}"
    size = chance.randint(16, 30)
    draft.classes.append(SchoolClass(name, level, "BAC PRO", "", size, organisation, 30.0))
    for purpose in ("insertion", "poursuite"):
        draft.groups.append(Group(f"{name}-{purpose[:3]}", name, purpose, size // 2))
    start = FIRST + timedelta(days=7 * chance.randint(5, 12) - 1)
    for monday in (start, start + timedelta(days=7 * chance.randint(10, 14))):
        draft.placements.append(Placement(name, monday, monday + timedelta(days=18)))
    _add_slots(draft, name, organisation)
    _add_team(draft, name, number)
    return draft.classes[-1]


def _open_weeks(draft: _Draft, name: str) -> list[date]:
    """The Mondays of the weeks in which a class is at school from Monday to Friday."""
    year = school_year(ZONE, YEAR)
    away = [p for p in draft.placements if p.class_name == name]
    mondays = [FIRST + timedelta(days=6 + 7 * week) for week in range(42)]
    weeks = [(monday, [monday + timedelta(days=d) for d in range(5)]) for monday in mondays]
    return [
        monday
        for monday, days in weeks
        if all(map(year.is_school_day, days))
        and not any(p.first <= day <= p.last for p in away for day in days)
    ]


def _add_slots(draft: _Draft, name: str, organisation: str) -> None:
    chance = draft.chance
    days = chance.sample(WEEKDAYS[:5], 3)
    if organisation == "hebdomadaire":
        chosen = [(day, "toutes", None) for day in days[:2]]
    elif organisation == "quinzaine":
        parity = chance.choice("AB")
        chosen = [(day, parity, None) for day in (*days, days[0])]
    elif organisation == "globalise":
        chosen = [(day, "toutes", None) for day in days]
    else:
        mondays = chance.sample(_open_weeks(draft, name), 8)
        chosen = [(day, "toutes", monday) for monday in sorted(mondays) for day in WEEKDAYS[:5]]
    used: set[tuple[str, int, date | None]] = set()
    for day, weeks_of, monday in chosen:
        hour = next(
            h
            for h in chance.sample(range(8, 17), 9)
            if not {(day, h - 1, monday), (day, h, monday), (day, h + 1, monday)} & used
        )
        used.add((day, hour, monday))
        last = monday + timedelta(days=6) if monday else None
        end = time(hour + 1, chance.choice((0, 0, 30)))
        draft.slots.append(Slot(name, day, time(hour), end, weeks_of, monday, last))


def _add_team(draft: _Draft, name: str, number: int) -> None:
    """Three teachers, shared by three classes in a row; two of them can stand in as its head."""
    block = number // 3
    for index in range(3):
        person = f"Prof {3 * block + index + 1}"
        if number % 3 == 0:
            roles = ("professeur", "professeur_principal") if index < 2 else ("professeur",)
            draft.people += [Person(person, role) for role in roles]
        draft.team.append(TeamMember(person, name))
        draft.teams[name, "professeur"].append(person)
        if index < 2:
            draft.teams[name, "professeur_principal"].append(person)


def _add_sessions(draft: _Draft, level: str, names: tuple[str, ...], count: int) -> None:
    chance = draft.chance
    prefix = f"{level}-{names[0]}-"
    own: list[Session] = []
    steps = 0
    while steps < count:
        number = len(own)
        roles, kind = NEEDS[chance.randrange(len(NEEDS))]
        parts = 2 if chance.random() < 0.1 and steps < count - 1 else 1
        purposes = ("insertion", "poursuite") if chance.random() < 0.2 else ("commun",)
        if purposes != ("commun",):
            roles, kind, parts = ("professeur",), None, 1
        before = [s for s in own[-6:] if s.purpose == "commun"]
        after = tuple(s.id for s in before if chance.random() < 0.15)
        for purpose in purposes:
            own.append(
                Session(
                    id=f"{prefix}{number + 1:02}{purpose[0] if purpose != 'commun' else ''}",
                    title=f"Séance {number + 1}",
                    theme="",
                    levels=(level,),
                    purpose=purpose,
                    parts=parts,
                    duration_min=chance.choice((45, 55, 60)),
                    roles=roles,
                    place_kind=kind,
                    after=after,
                    mandatory=chance.random() < 0.8,
                    classes=names,
                )
            )
        steps += parts * len(purposes)
    draft.sessions += own


def _hide(draft: _Draft, times: Times, name: str, sessions: list[Session]) -> None:
    """Place the sessions of a class in order, at even distances, each where it can be staffed."""
    spots = [(day, slot) for day, slots in times.open_slots(name).items() for slot in slots]
    steps = [(s, part) for s in sessions for part in range(1, s.parts + 1)]
    days = sorted({day for day, _ in spots})
    if len(days) < len(steps):
        raise ValueError(f"{name}: {len(days)} days for {len(steps)} sessions")
    position = 0
    pace = len(days) / len(steps)
    index = 0
    while index < len(steps):
        together = [steps[index]]
        if steps[index][0].purpose == "insertion":
            together.append(steps[index + 1])
        left = len(steps) - index
        latest = len(days) - left
        wanted = min(max(position, int(index * pace)), latest)
        day = days[wanted]
        slots = [slot for d, slot in spots if d == day]
        slot = draft.chance.choice(slots)
        for session, part in together:
            _put(draft, name, session, part, day, slot)
        position = wanted + 1
        index += len(together)


def _put(draft: _Draft, name: str, session: Session, part: int, day: date, slot: Slot) -> None:
    begin = minutes(slot.start)
    end = begin + session.duration_min
    group = None if session.purpose == "commun" else f"{name}-{session.purpose[:3]}"
    staff: list[str] = []
    for role in session.roles:
        staff.append(_somebody(draft, name, role, day, begin, end))
        draft.busy[staff[-1], day].append((begin, end))
    place = None
    if session.place_kind is not None:
        place = _somewhere(draft, session.place_kind, day, begin, end)
        draft.busy[place, day].append((begin, end))
    task = Task(session.id, part, name, group)
    draft.plan.append(Assignment(task, day, at(begin), at(end), tuple(staff), place))


def _somebody(draft: _Draft, name: str, role: str, day: date, begin: int, end: int) -> str:
    pool = draft.teams[("", role) if role in LIMITED else (name, role)]
    free = [person for person in pool if draft.free(person, day, begin, end)]
    if free:
        return draft.chance.choice(free)
    person = f"{role} +{sum(p.role == role for p in draft.people) + 1}"
    draft.people.append(Person(person, role))
    if role in LIMITED:
        draft.teams["", role].append(person)
    else:
        draft.team.append(TeamMember(person, name))
        pool.append(person)
    return person


def _somewhere(draft: _Draft, kind: str, day: date, begin: int, end: int) -> str:
    for place in draft.places:
        if place.kind == kind and draft.free(place.name, day, begin, end):
            return place.name
    name = f"{kind} {sum(p.kind == kind for p in draft.places) + 1}"
    draft.places.append(Place(name, kind, CAPACITY[kind]))
    return name


def _windows(draft: _Draft, rows: dict[str, Session]) -> None:
    """Half the sessions get a window that every class of theirs keeps in the hidden plan."""
    days: dict[str, list[date]] = defaultdict(list)
    for a in draft.plan:
        days[a.task.session].append(a.day)
    for session_id, own in days.items():
        early = timedelta(days=draft.chance.choice((0, 7, 21)))
        late = timedelta(days=draft.chance.choice((0, 7, 21)))
        which = draft.chance.random()
        rows[session_id] = replace(
            rows[session_id],
            earliest=min(own) - early if which < 0.4 else None,
            latest=max(own) + late if 0.2 < which < 0.6 else None,
        )


def _availabilities(draft: _Draft) -> tuple[Availability, ...]:
    """Partners come when the hidden plan has them, with half an hour around and some days more."""
    limited = {p.name for p in draft.people if p.role in LIMITED}
    return tuple(_presence(draft, limited))


def _presence(draft: _Draft, limited: set[str]) -> Iterator[Availability]:
    for (person, day), spans in draft.busy.items():
        if person not in limited or not spans:
            continue
        begin = max(0, min(b for b, _ in spans) - 30)
        end = max(e for _, e in spans) + 30
        for again in (0, 7) if draft.chance.random() < 0.5 else (0,):
            then = day + timedelta(days=again)
            yield Availability(
                person, WEEKDAYS[then.weekday()], at(begin), at(end), "toutes", then, then
            )
