"""What a school could change so that a session finds its place: proposals, none of them tried.

Each way out is first tried in its widest form; where that helps, ``narrow`` turns the plan that
was found into the smallest thing to ask for (one date of a person, not every week of the year).
:mod:`jalons.planner.diagnose` tries them; only what was tried and held is ever shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from jalons.planner.domain import Assignment, Reason, Task
from jalons.planner.facts import WHOLE_DAY, Relax, changed, partners
from jalons.planner.times import Times, at, minutes
from jalons.school.domain import (
    PLACE_TYPES,
    WEEKDAYS,
    Availability,
    Person,
    Place,
    School,
    Slot,
    TeamMember,
)

Ask = tuple[Reason, Relax]
Narrow = Callable[[Sequence[Assignment]], Iterable[Ask]]


@dataclass(frozen=True)
class Way:
    """One way out.

    Parameters
    ----------
    code : str
        Of ways with the same code only the first that helps is of interest.
    answers : frozenset of str
        The rules whose reasons it could lift.
    change : callable
        The school with the change in its widest form.
    asks : callable
        ``asks(placed)``: what to ask for, the smallest first, once the widest form has helped and
        the task, with others of its class, was placed so.
    """

    code: str
    answers: frozenset[str]
    change: Relax
    asks: Narrow


def ways_out(times: Times, task: Task) -> Iterator[Way]:
    """Every way out there may be for a task, what is asked for most easily first."""
    yield from _weekday(times, task)
    yield from _dates_of_people(times, task)
    yield from _windows(times, task)
    yield from _slot_longer(times, task)
    yield from _places(times, task)
    yield from _people(times, task)
    yield from _slot_more(times, task)
    yield from _freed(times, task)
    yield from _shorter(times, task)


def _one(code: str, answers: Iterable[str], change: Relax, **facts: Any) -> Way:
    """A way out that has one form only."""
    reason = Reason(code, facts)
    return Way(code, frozenset(answers), change, lambda _: [(reason, change)])


def _own(placed: Iterable[Assignment], task: Task) -> list[Assignment]:
    return [a for a in placed if (a.task.session, a.task.target) == (task.session, task.target)]


# --- days and times ---------------------------------------------------------------------------


def _weekday(times: Times, task: Task) -> Iterator[Way]:
    name = task.class_name
    slots = [s for s in times.school.slots if s.class_name == name]
    came = {
        a.weekday for p in partners(times, task) for a in times.school.availabilities
        if a.person == p
    }  # fmt: skip
    days = sorted(WEEKDAYS[:5], key=lambda day: (day not in came, WEEKDAYS.index(day)))
    for old in dict.fromkeys(s.weekday for s in slots):
        for new in days:
            if new != old:
                yield _one(
                    "weekday",
                    ("slot", "staff_available", "window", "blocked_event", "staff_busy"),
                    lambda s, old=old, new=new: _moved(s, name, old, new),  # type: ignore[misc]
                    **{"class": name, "from": old, "to": new},
                )


def _moved(school: School, class_name: str, old: str, new: str) -> School:
    return replace(
        school,
        slots=tuple(
            replace(s, weekday=new) if (s.class_name, s.weekday) == (class_name, old) else s
            for s in school.slots
        ),
    )


def _dates_of_people(times: Times, task: Task) -> Iterator[Way]:
    for person in partners(times, task):
        free = Availability(person)

        def asks(placed: Sequence[Assignment], person: str = person) -> Iterator[Ask]:
            own = [a for a in _own(placed, task) if person in a.staff]
            more = tuple(
                Availability(person, None, a.start, a.end, first=a.day, last=a.day) for a in own
            )
            if 0 < len(more) <= 3:
                yield (
                    Reason("person_date", {"person": person, "rows": _dates(own)}),
                    lambda s: replace(s, availabilities=(*s.availabilities, *more)),
                )

        yield Way(
            "person_date",
            frozenset({"staff_available", "staff_busy"}),
            lambda s, free=free: replace(s, availabilities=(*s.availabilities, free)),  # type: ignore[misc]
            asks,
        )


def _dates(assignments: Iterable[Assignment]) -> list[dict[str, str]]:
    return [
        {"date": a.day.isoformat(), "start": f"{a.start:%H:%M}", "end": f"{a.end:%H:%M}"}
        for a in assignments
    ]


def _windows(times: Times, task: Task) -> Iterator[Way]:
    session = times.school.session_by_id[task.session]
    first, last = times.window(session.id, task.class_name)
    days = tuple(times.open_slots(task.class_name))
    later = [day for day in days if day > last]
    earlier = [day for day in reversed(days) if day < first]
    for name, code, near in (
        ("latest", "window_last", later),
        ("earliest", "window_first", earlier),
    ):
        if getattr(session, name) is None or not near:
            continue
        # The next day the class could, the second, the fourth …: near enough, and few questions.
        steps = [near[min(2**n, len(near)) - 1] for n in range(len(near).bit_length() + 1)]

        def asks(
            _: Sequence[Assignment],
            name: str = name,
            code: str = code,
            steps: tuple[date, ...] = tuple(dict.fromkeys(steps)),
        ) -> Iterator[Ask]:
            for day in steps:
                facts = {"session": session.id, "class": task.class_name, "date": day}
                yield (
                    Reason(code, facts),
                    lambda s, day=day: changed(s, session.id, **{name: day}),  # type: ignore[misc]
                )

        yield Way(
            code,
            frozenset({"window"}),
            lambda s, name=name: changed(s, session.id, **{name: None}),  # type: ignore[misc]
            asks,
        )


def _slot_longer(times: Times, task: Task) -> Iterator[Way]:
    wanted = times.school.session_by_id[task.session].duration_min
    own = [s for s in times.school.slots if s.class_name == task.class_name]
    if any(minutes(s.end) - minutes(s.start) >= wanted for s in own):
        return
    for slot in own:
        end = minutes(slot.start) + wanted
        if end < 24 * 60:
            longer = replace(slot, end=at(end))
            yield _one(
                "slot_longer",
                ("slot", "fits"),
                lambda s, slot=slot, longer=longer: replace(  # type: ignore[misc]
                    s, slots=tuple(longer if x == slot else x for x in s.slots)
                ),
                day=slot.weekday,
                start=slot.start,
                end=longer.end,
                **{"class": task.class_name},
            )


def _slot_more(times: Times, task: Task) -> Iterator[Way]:
    name = task.class_name
    own = [s for s in times.school.slots if s.class_name == name]
    hours = dict.fromkeys((s.start, s.end) for s in own) or {WHOLE_DAY: None}
    wide = tuple(Slot(name, day, *span) for day in WEEKDAYS[:5] for span in hours)

    def asks(placed: Sequence[Assignment]) -> Iterator[Ask]:
        extra = [
            a
            for a in placed
            if a.task.class_name == name
            and not any(s.start <= a.start and a.end <= s.end for s in times.slots_on(name, a.day))
        ] or _own(placed, task)
        # Groups side by side need one slot, not two.
        spans = sorted({(a.day, a.start, a.end): a for a in extra}.items())
        more = tuple(
            Slot(name, WEEKDAYS[day.weekday()], start, end, first=day, last=day)
            for (day, start, end), _ in spans
        )
        if 0 < len(more) <= 3:
            facts = {"class": name, "rows": _dates(a for _, a in spans)}
            yield Reason("slot_date", facts), lambda s: replace(s, slots=(*s.slots, *more))

    yield Way(
        "slot_date",
        frozenset({"slot", "target_busy", "order", "staff_busy", "place_busy", "staff_available"}),
        lambda s: replace(s, slots=(*s.slots, *wide)),
        asks,
    )


# --- people, places, and what can be let go ---------------------------------------------------


def _places(times: Times, task: Task) -> Iterator[Way]:
    session = times.school.session_by_id[task.session]
    kind, pupils = session.place_kind, times.pupils(task)
    if kind is None:
        return
    answers = ("place_type", "place_capacity", "place_busy")
    for other in PLACE_TYPES:
        rooms = [p for p in times.school.places if p.kind == other and p.capacity >= pupils]
        if other != kind and rooms:
            yield _one(
                "place_kind",
                answers,
                lambda s, other=other: changed(s, session.id, place_kind=other),  # type: ignore[misc]
                session=session.id,
                wanted=other,
                given=kind,
                pupils=pupils,
            )
    place = Place("+", kind, pupils)
    yield _one(
        "place_new",
        answers,
        lambda s: replace(s, places=(*s.places, place)),
        wanted=kind,
        pupils=pupils,
    )


def _people(times: Times, task: Task) -> Iterator[Way]:
    school, name = times.school, task.class_name
    for role in dict.fromkeys(school.session_by_id[task.session].roles):
        for person, roles in school.roles_of.items():
            classes = school.classes_of.get(person)
            if role in roles and classes is not None and name not in classes:
                yield _one(
                    "person_class",
                    ("staff_team", "roles", "staff_available", "staff_busy"),
                    lambda s, person=person: replace(  # type: ignore[misc]
                        s, team=(*s.team, TeamMember(person, name))
                    ),
                    person=person,
                    **{"class": name},
                )
        yield _one(
            "person_role",
            ("roles", "staff_busy"),
            lambda s, role=role: replace(s, people=(*s.people, Person("+", role))),  # type: ignore[misc]
            role=role,
        )


def _freed(times: Times, task: Task) -> Iterator[Way]:
    school, name = times.school, task.class_name
    first, last = times.window(task.session, name)
    for event in school.events:
        own = not event.classes or name in event.classes
        if event.blocks and own and event.first <= last and first <= event.last:
            yield _one(
                "event_off",
                ("blocked_event",),
                lambda s, event=event: replace(  # type: ignore[misc]
                    s, events=tuple(e for e in s.events if e != event)
                ),
                event=event.name,
                **{"class": name},
            )
    for before in school.session_by_id[task.session].after:
        rest = tuple(a for a in school.session_by_id[task.session].after if a != before)
        yield _one(
            "order_off",
            ("order",),
            lambda s, rest=rest: changed(s, task.session, after=rest),  # type: ignore[misc]
            first=before,
            second=task.session,
        )


def _shorter(times: Times, task: Task) -> Iterator[Way]:
    wanted = times.school.session_by_id[task.session].duration_min
    longest = max(
        (
            minutes(s.end) - minutes(s.start)
            for s in times.school.slots
            if s.class_name == task.class_name
        ),
        default=0,
    )
    if 30 <= longest < wanted:
        yield _one(
            "shorter",
            ("fits",),
            lambda s: changed(s, task.session, duration_min=longest),
            session=task.session,
            minutes=longest,
        )
