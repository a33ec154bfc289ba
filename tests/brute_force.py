"""The hard rules a second time, written from the design and not from ``rules``, and every plan.

Only good for tiny schools. Minutes are counted one by one, roles are tried in every order, days
are looked up in a list: slow and hard to get wrong. Shares nothing with the planner but the form
of a school and of an assignment.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import permutations, product

from jalons.planner.domain import Assignment, Task
from jalons.school.domain import (
    Availability,
    Council,
    Event,
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

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
# Zone C, 2026-2027, as published; only what lies before December is needed here.
FIRST, LAST = date(2026, 9, 1), date(2027, 7, 2)
TOUSSAINT = date(2026, 10, 17), date(2026, 11, 1)
PUBLIC_HOLIDAYS = (date(2026, 11, 1), date(2026, 11, 11))

Plan = Sequence[Assignment]


def minute(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def span(a: Assignment) -> set[int]:
    return set(range(minute(a.start), minute(a.end)))


def weeks_match(weeks: str, day: date) -> bool:
    return weeks == "toutes" or weeks == ("A" if day.isocalendar().week % 2 == 1 else "B")


def holds(row: Slot | Availability, day: date) -> bool:
    return (
        (row.weekday is None or DAYS.index(row.weekday) == day.weekday())
        and weeks_match(row.weeks, day)
        and (row.first is None or row.first <= day)
        and (row.last is None or day <= row.last)
    )


def slots_of(school: School, class_name: str, day: date) -> set[Slot]:
    return {s for s in school.slots if s.class_name == class_name and holds(s, day)}


def occurrences(school: School, a: Assignment) -> set[Slot]:
    """Slots of that day that the assignment lies in."""
    return {
        s
        for s in slots_of(school, a.task.class_name, a.day)
        if minute(s.start) <= minute(a.start) and minute(a.end) <= minute(s.end)
    }


def there(school: School, person: str, day: date, at: int) -> bool:
    rows = [row for row in school.availabilities if row.person == person]
    return not rows or any(
        holds(row, day)
        and (row.start is None or row.end is None or minute(row.start) <= at < minute(row.end))
        for row in rows
    )


def pupils(school: School, task: Task) -> int:
    if task.group is not None:
        return next(g.size for g in school.groups if g.name == task.group)
    return next(c.size for c in school.classes if c.name == task.class_name)


def bound(school: School, given: date | str | None, class_name: str, otherwise: date) -> date:
    if isinstance(given, date):
        return given
    if given == "conseil_T1":
        dates = [c.day for c in school.councils if (c.class_name, c.period) == (class_name, "T1")]
        return dates[0] if dates else otherwise
    return {"rentree": FIRST, "fin_annee": LAST}.get(given or "", otherwise)


def broken_by_one(school: School, a: Assignment) -> set[str]:
    session = next(s for s in school.sessions if s.id == a.task.session)
    name, broken = a.task.class_name, set()
    if (
        not FIRST <= a.day <= LAST
        or a.day.weekday() == 6
        or a.day in PUBLIC_HOLIDAYS
        or TOUSSAINT[0] <= a.day <= TOUSSAINT[1]
    ):
        broken.add("school_day")
    if any(p.class_name == name and p.first <= a.day <= p.last for p in school.placements):
        broken.add("pfmp")
    if any(
        e.blocks and name in (e.classes or (name,)) and e.first <= a.day <= e.last
        for e in school.events
    ):
        broken.add("blocked_event")
    if not occurrences(school, a):
        broken.add("slot")
    lengths = [len(range(minute(s.start), minute(s.end))) for s in slots_of(school, name, a.day)]
    if len(span(a)) != session.duration_min or (lengths and max(lengths) < session.duration_min):
        broken.add("fits")
    if not all(there(school, person, a.day, at) for person in a.staff for at in span(a)):
        broken.add("staff_available")
    teams = {m.person for m in school.team}
    if any(p in teams and TeamMember(p, name) not in school.team for p in a.staff):
        broken.add("staff_team")
    orders = permutations(set(a.staff), len(session.roles))
    casts = [[Person(p, r) for p, r in zip(o, session.roles, strict=True)] for o in orders]
    if not any(set(cast) <= set(school.people) for cast in casts):
        broken.add("roles")
    place = next((p for p in school.places if p.name == a.place), None)
    if session.place_kind is not None and (place is None or place.kind != session.place_kind):
        broken.add("place_type")
    if place is not None and place.capacity < pupils(school, a.task):
        broken.add("place_capacity")
    first = bound(school, session.earliest, name, FIRST)
    last = bound(school, session.latest, name, LAST)
    if not first <= a.day <= last:
        broken.add("window")
    return broken


def same_pupils(a: Task, b: Task) -> bool:
    return a.class_name == b.class_name and (None in (a.group, b.group) or a.group == b.group)


def before(school: School, a: Task, b: Task) -> bool:
    session = next(s for s in school.sessions if s.id == b.session)
    if a.session == b.session:
        return same_pupils(a, b) and a.part < b.part
    return same_pupils(a, b) and a.session in session.after


def broken_by_two(school: School, a: Assignment, b: Assignment) -> set[str]:
    broken = set()
    at_once = a.day == b.day and bool(span(a) & span(b))
    if a.task == b.task:
        broken.add("once")
    if same_pupils(a.task, b.task) and at_once:
        broken.add("target_busy")
    if a.task.target == b.task.target and a.day == b.day:
        mine, other = occurrences(school, a), occurrences(school, b)
        if mine and other and not any(one != two for one in mine for two in other):
            broken.add("target_busy")
    if at_once and set(a.staff) & set(b.staff):
        broken.add("staff_busy")
    if at_once and a.place is not None and a.place == b.place:
        broken.add("place_busy")
    for one, two in ((a, b), (b, a)):
        if before(school, one.task, two.task) and not one.day < two.day:
            broken.add("order")
    return broken


def broken(school: School, plan: Plan) -> set[str]:
    """Codes of every hard rule that a plan breaks."""
    codes = set().union(*(broken_by_one(school, a) for a in plan))
    for index, a in enumerate(plan):
        codes = codes.union(*(broken_by_two(school, a, b) for b in plan[:index]))
    return codes


def tasks(school: School) -> list[Task]:
    out = []
    for s in school.sessions:
        for c in school.classes:
            if c.level not in s.levels or (s.classes and c.name not in s.classes):
                continue
            groups: list[str | None] = [
                g.name for g in school.groups if (g.class_name, g.purpose) == (c.name, s.purpose)
            ]
            for group in [None] if s.purpose == "commun" else groups:
                out += [Task(s.id, part, c.name, group) for part in range(1, s.parts + 1)]
    return out


# --- every plan -------------------------------------------------------------------------------


def ways(school: School, task: Task, step: int) -> list[tuple[Assignment, Slot]]:
    """Every assignment of a task that is right by itself, with the slot it takes up."""
    session = next(s for s in school.sessions if s.id == task.session)
    holders = [[p.name for p in school.people if p.role == role] for role in session.roles]
    places = [p.name for p in school.places if p.kind == session.place_kind]
    rooms: list[str | None] = [None] if session.place_kind is None else [*places]
    found = []
    days = [date(2026, 9, 1) + timedelta(days=n) for n in range(90)]
    for day in days:
        for slot in slots_of(school, task.class_name, day):
            latest = minute(slot.end) - session.duration_min
            for start in range(minute(slot.start), latest + 1, step):
                end = start + session.duration_min
                for staff in product(*holders):
                    for room in rooms:
                        a = Assignment(task, day, _clock(start), _clock(end), staff, room)
                        if not broken_by_one(school, a):
                            found.append((a, slot))
    return found


def _clock(at: int) -> time:
    return time(at // 60, at % 60)


class Search:
    """All the ways of all tasks, and which of them go together."""

    def __init__(self, school: School, step: int) -> None:
        self.school = school
        self.tasks = tasks(school)
        self.ways = [ways(school, task, step) for task in self.tasks]
        self.together: dict[tuple[int, int], list[int]] = {}

    def compatible(self, i: int, j: int) -> list[int]:
        """For each way of task i, the ways of task j that go with it, as bits."""
        if (i, j) not in self.together:
            self.together[i, j] = [
                sum(1 << k for k, other in enumerate(self.ways[j]) if self.fit(way, other))
                for way in self.ways[i]
            ]
        return self.together[i, j]

    def fit(self, one: tuple[Assignment, Slot], two: tuple[Assignment, Slot]) -> bool:
        (a, slot), (b, other) = one, two
        if a.day == b.day and a.task.target == b.task.target and slot == other:
            return False
        codes = broken_by_two(self.school, a, b)
        # Two slots that overlap hold a session each: which slot each takes is known here.
        return not codes - {"target_busy"} and not (
            same_pupils(a.task, b.task) and a.day == b.day and span(a) & span(b)
        )

    def places(self, chosen: Sequence[int]) -> bool:
        """Is there a plan that places all of these tasks?"""

        def go(left: list[int], allowed: dict[int, int]) -> bool:
            if not left:
                return True
            i = min(left, key=lambda index: allowed[index].bit_count())
            rest = [j for j in left if j != i]
            for k in range(len(self.ways[i])):
                if allowed[i] >> k & 1:
                    narrowed = {j: allowed[j] & self.compatible(i, j)[k] for j in rest}
                    if all(narrowed.values()) and go(rest, narrowed):
                        return True
            return False

        allowed = {i: (1 << len(self.ways[i])) - 1 for i in chosen}
        return all(allowed.values()) and go(list(chosen), allowed)

    def best(self) -> tuple[int, int]:
        """Most obligatory tasks placed, and with them most of the others."""
        obligatory = {s.id for s in self.school.sessions if s.mandatory}
        scores = {(0, 0)}
        for wanted in product((False, True), repeat=len(self.tasks)):
            chosen = [i for i, want in enumerate(wanted) if want]
            if not self._parts_complete(chosen):
                continue
            first = sum(self.tasks[i].session in obligatory for i in chosen)
            score = first, len(chosen) - first
            if score > max(scores) and self.places(chosen):
                scores.add(score)
        return max(scores)

    def _parts_complete(self, chosen: list[int]) -> bool:
        """A later part is worth nothing without the ones before it."""
        taken = {self.tasks[i] for i in chosen}
        return all(t.part == 1 or replace(t, part=t.part - 1) in taken for t in taken)


# --- tiny schools -----------------------------------------------------------------------------


def tiny_school(seed: int, grid: int = 30) -> School:
    """One or two classes, at most four tasks and about four dates; times in steps of ``grid``."""
    chance = random.Random(seed)
    monday = chance.choice([*[date(2026, 9, 7)] * 3, date(2026, 10, 5), date(2026, 10, 26)])
    weeks = chance.randint(2, 4) if grid == 30 else chance.randint(1, 3)
    last = monday + timedelta(days=7 * weeks - 1)
    names = ["T1", "T2"][: chance.randint(1, 2)]

    def pick(least: int, most: int) -> int:
        return chance.randrange(least, most + 1, grid)

    def clock(at: int) -> time:
        return _clock(at)

    slots = []
    for name in names:
        weekday = chance.choice(["mercredi", "jeudi"])
        for _ in range(chance.choice([1, 1, 2])):
            start = pick(14 * 60, 15 * 60 if grid == 30 else 14 * 60 + 30)
            end = start + pick(60, 120 if grid == 30 else 90)
            parity = chance.choice([*["toutes"] * 6, "A", "B"])
            slots.append(Slot(name, weekday, clock(start), clock(end), parity, monday, last))
    staff = ("Ada", "Bob")[: chance.randint(1, 2)]
    people = [Person(p, r) for p in staff for r in ("professeur", "cpe")]
    people = [p for p in people if chance.random() < 0.9] or people[:1]
    known = list(dict.fromkeys(p.name for p in people))
    presence = []
    for person in known:
        for _ in range(chance.choice([0, 0, 0, 1, 2])):
            start = pick(14 * 60, 15 * 60)
            whole_day = chance.random() < 0.3
            presence.append(
                Availability(
                    person,
                    chance.choice([None, None, "mercredi", "jeudi"]),
                    None if whole_day else clock(start),
                    None if whole_day else clock(start + pick(60, 150)),
                    chance.choice(["toutes", "toutes", "A"]),
                    chance.choice([None, None, monday + timedelta(days=7)]),
                )
            )
    school = School(
        name="Petit",
        zone="C",
        year="2026-2027",
        classes=tuple(
            SchoolClass(n, "TPRO", "", "", chance.randint(10, 30), "hebdomadaire") for n in names
        ),
        groups=tuple(
            Group(f"{n}-{k}", n, "insertion", chance.randint(5, 15))
            for n in names
            for k in range(chance.choice([0, 1, 2]))
        ),
        slots=tuple(slots),
        placements=tuple(
            Placement(n, monday + timedelta(days=7), monday + timedelta(days=11))
            for n in names
            if chance.random() < 0.2
        ),
        people=tuple(people),
        availabilities=tuple(presence),
        team=tuple(TeamMember(p, chance.choice(names)) for p in known if chance.random() < 0.15),
        places=tuple(
            Place(f"Salle {n}", chance.choice(["salle"] * 3 + ["cdi"]), chance.randint(18, 40))
            for n in range(chance.choice([0, 1, 1, 2]))
        ),
        sessions=tuple(_session(chance, n, pick, monday) for n in range(chance.randint(2, 4))),
        events=tuple(
            Event("Sortie", day, day, chance.choice([(), (names[0],)]), chance.random() < 0.7)
            for day in [monday + timedelta(days=chance.randrange(7 * weeks))]
            if chance.random() < 0.4
        ),
        councils=tuple(
            Council(n, "T1", monday + timedelta(days=chance.randint(7, 20)))
            for n in names
            if chance.random() < 0.5
        ),
    )
    while len(tasks(school)) > 4:
        fewer = school.sessions[:-1] or (replace(school.sessions[0], parts=1),)
        groups = school.groups if len(school.sessions) > 1 else school.groups[:1]
        school = replace(school, sessions=fewer, groups=groups)
    return school


def _session(
    chance: random.Random, number: int, pick: Callable[[int, int], int], monday: date
) -> Session:
    roles = [(), (), *[("professeur",)] * 4, ("cpe",), ("professeur", "cpe"), ("professeur",) * 2]
    soon = monday + timedelta(days=chance.randrange(14))
    late = monday + timedelta(days=chance.randint(3, 21))
    return Session(
        id=f"S{number}",
        title=f"Séance {number}",
        theme="",
        levels=("TPRO",),
        purpose=chance.choice(["commun", "commun", "insertion"]),
        parts=chance.choice([1, 1, 1, 2]),
        duration_min=pick(30, 60),
        roles=chance.choice(roles),
        place_kind=chance.choice([None, None, None, "salle"]),
        earliest=chance.choice([*[None] * 6, "rentree", soon]),
        latest=chance.choice([*[None] * 6, "conseil_T1", late]),
        after=tuple(f"S{n}" for n in range(number) if chance.random() < 0.3),
        mandatory=chance.random() < 0.7,
        classes=chance.choice([(), (), ("T1",)]),
    )


def random_plan(school: School, chance: random.Random) -> tuple[Assignment, ...]:
    """A plan nobody has thought about: some right, most broken in several ways."""
    candidates = tasks(school)
    out = []
    for task in chance.choices(candidates, k=chance.randint(1, 5)) if candidates else []:
        session = next(s for s in school.sessions if s.id == task.session)
        slot = chance.choice(school.slots)
        day = (slot.first or FIRST) + timedelta(days=chance.randrange(35))
        if chance.random() < 0.8:
            day += timedelta(days=(DAYS.index(slot.weekday) - day.weekday()) % 7)
        start = minute(slot.start) + chance.choice([0, 0, 0, 30, -30])
        end = start + (session.duration_min if chance.random() < 0.85 else 45)
        staff = [chance.choice([p.name for p in school.people]) for _ in session.roles]
        extra = [p.name for p in school.people[:1] if chance.random() < 0.1]
        places = [p.name for p in school.places]
        place = chance.choice([None, *places]) if session.place_kind is None else None
        if places and session.place_kind is not None and chance.random() < 0.9:
            place = chance.choice(places)
        if chance.random() < 0.05:
            staff = []
        out.append(Assignment(task, day, _clock(start), _clock(end), (*staff, *extra), place))
    return tuple(out)


def plan_of_right_steps(school: School, chance: random.Random) -> tuple[Assignment, ...]:
    """Each assignment is right by itself; together they may or may not go."""
    choices = Search(school, 30).ways
    return tuple(chance.choice(ways)[0] for ways in choices if ways)
