"""A school and its plan as the data of the year board, in the words of the reader's language.

The board itself (``jalons.ui.year_board``) knows no feature: what a row, a band or a chip is for
this one is said here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.domain import Assignment, Plan, Task, Unplaced
from jalons.planner.moves import by_task
from jalons.planner.rules import Broken
from jalons.planner.team import TeamDate, standing
from jalons.planner.times import Times
from jalons.school.domain import EVERY_WEEK, School, SchoolClass
from jalons.schoolyear import Week
from jalons.schoolyear.regulation import milestones

# What a row is drawn from: each assignment, whether it is pinned, the rules it breaks.
_Cause = tuple[tuple[Assignment, bool, tuple[Broken, ...]], ...]
HUES = 8
# The national dates a team plans around; the others of the table would only crowd the lane.
MARKS = (
    "voeux_debut",
    "voeux_fin",
    "confirmation_fin",
    "phase_principale_debut",
    "bac_pro_ecrits_debut",
    "bac_pro_oral_projet",
    "cap_ecrits_debut",
)


def board_data(
    times: Times,
    plan: Plan | None,
    letters: Mapping[str, str],
    t: Translator,
    broken: Iterable[Broken] = (),
    team: Iterable[TeamDate] = (),
) -> dict[str, Any]:
    """The board of a school, once; see :class:`BoardOf`."""
    return BoardOf(times, letters, t, team).data(plan, broken)


class BoardOf:
    """The board of a school, plan after plan: what a plan leaves as it was is not made again.

    Parameters
    ----------
    times : Times
        The school's year.
    letters : mapping
        Theme code → its letter, for the themes of the kit; a school's own themes get the first
        letter that is free.
    t : Translator
    team : iterable of TeamDate
        What the team has decided for some days.
    """

    def __init__(
        self,
        times: Times,
        letters: Mapping[str, str],
        t: Translator,
        team: Iterable[TeamDate] = (),
    ) -> None:
        self.times, self.school, self.t = times, times.school, t
        self.team = tuple(team)
        themes = _themes(times, letters, t)
        self.letter_of = {theme["code"]: theme["letter"] for theme in themes}
        self._frame = {
            "weeks": [_week(times, week, t) for week in times.year.weeks()],
            "marks": [*_marks(times, t), *_team_marks(self.team, t)],
            "themes": themes,
            "facets": _facets(times.school, t),
        }
        self._empty = {c.name: _row(times, c, t) for c in times.school.classes}
        self._rows: dict[str, tuple[_Cause, dict[str, Any]]] = {}

    def data(self, plan: Plan | None, broken: Iterable[Broken] = ()) -> dict[str, Any]:
        """What :class:`~jalons.ui.year_board.YearBoard` shows.

        Parameters
        ----------
        plan : Plan or None
            Without a plan the board shows the year the plan has to fit into.
        broken : iterable of Broken
            The rules that the plan breaks, said on each chip; paper does without.
        """
        by_class: dict[str, list[Assignment]] = {name: [] for name in self._empty}
        for a in plan.assignments if plan else ():
            by_class[a.task.class_name].append(a)
        wrong = by_task(broken)
        pinned = plan.pinned if plan else frozenset()
        rows = [
            self._row(
                name,
                tuple((a, a.task in pinned, tuple(wrong.get(a.task, ()))) for a in assignments),
            )
            for name, assignments in by_class.items()
        ]
        tray = [self._tray_chip(left_out) for left_out in plan.unplaced] if plan else []
        return {**self._frame, "rows": rows, "tray": tray}

    def _row(self, name: str, cause: _Cause) -> dict[str, Any]:
        """The row of a class; for the same cause, the same object."""
        if name not in self._rows or self._rows[name][0] != cause:
            chips = [self._chip(a, held, wrong) for a, held, wrong in cause]
            self._rows[name] = cause, {**self._empty[name], "chips": chips}
        return self._rows[name][1]

    def _chip(self, a: Assignment, held: bool, wrong: tuple[Broken, ...]) -> dict[str, Any]:
        details = [words.when(self.t, a), *self._who(a.task)]
        details += [text for text in (", ".join(a.staff), a.place) if text]
        return {
            **self._session(a.task),
            "date": a.day.isoformat(),
            "time": words.short_time(self.t, a),
            "facets": {
                "person": list(dict.fromkeys(a.staff)),
                "place": [a.place] if a.place else [],
                "session": [a.task.session],
            },
            "details": details,
            "pinned": held,
            "broken": [words.rule_broken(self.t, broken) for broken in wrong],
        }

    def _tray_chip(self, left_out: Unplaced) -> dict[str, Any]:
        """A session that is left out, with the reasons."""
        reasons = [words.why_left_out(self.t, reason) for reason in left_out.reasons]
        return {
            **self._session(left_out.task),
            "facets": {"session": [left_out.task.session]},
            "row": left_out.task.class_name,
            "details": [*self._who(left_out.task), *reasons],
            "mandatory": left_out.mandatory,
        }

    def _session(self, task: Task) -> dict[str, Any]:
        session = self.school.session_by_id[task.session]
        part = f" ({task.part}/{session.parts})" if session.parts > 1 else ""
        return {
            "id": chip_id(task),
            "letter": self.letter_of[session.theme or "-"],
            "theme": session.theme or "-",
            "title": f"{session.title}{part}",
            "lane": task.group,
        }

    def _who(self, task: Task) -> list[str]:
        return [self.t("chip-group", name=task.group)] if task.group else []


def _facets(school: School, t: Translator) -> list[dict[str, Any]]:
    """What one may look at beside the classes: a person, a place, a session."""
    found = {
        "person": [(name, name) for name in sorted(school.roles_of)],
        "place": [(place.name, place.name) for place in school.places],
        "session": [(one.id, f"{one.id} · {one.title}") for one in school.sessions],
    }
    return [
        {
            "code": code,
            "label": t(f"facet-{code}"),
            "values": [{"id": value, "label": label} for value, label in values],
        }
        for code, values in found.items()
    ]


def _week(times: Times, week: Week, t: Translator) -> dict[str, Any]:
    from babel.dates import format_date

    days = [week.monday + timedelta(days=index) for index in range(6)]
    closed = [day for day in days if day in times.year.public_holidays]
    return {
        "monday": week.monday.isoformat(),
        "iso": week.iso_week,
        "parity": times.year.parity(week.monday, times.school.parities),
        "month": str(format_date(max(week.monday, times.year.first_day), "MMMM y", locale=t.lang)),
        "holiday": week.holiday,
        "closed": [
            {"date": day.isoformat(), "label": times.year.public_holidays[day]} for day in closed
        ],
    }


def _marks(times: Times, t: Translator) -> list[dict[str, Any]]:
    dated = milestones(times.school.year)
    own = {event.name: event for event in times.school.events}
    marks = []
    for code in MARKS:
        label = t(f"mark-{code.replace('_', '-')}")
        value = dated[code].value if code in dated else None
        if code in own:
            # The school's own date stands above the national table.
            day, status, source = own[code].first, "confirmed", t("mark-own-date")
        elif isinstance(value, date):
            day, status, source = value, dated[code].status, dated[code].source
        else:
            continue
        marks.append({"date": day.isoformat(), "label": label, "status": status, "source": source})
    return marks


def _team_marks(team: Iterable[TeamDate], t: Translator) -> list[dict[str, Any]]:
    source = t("team-date-source")
    return [
        {"date": one.day.isoformat(), "label": one.label(t), "status": "team", "source": source}
        for one in standing(team)
    ]


def _row(times: Times, school_class: SchoolClass, t: Translator) -> dict[str, Any]:
    """A class's row before anything is planned."""
    name = school_class.name
    return {
        "id": name,
        "label": name,
        "sub": t(
            "row-sub",
            level=t(f"level-{school_class.level.lower()}"),
            pupils=school_class.size,
            slots=_slots(times, name, t),
        ),
        "bands": _bands(times, name, t),
        "marks": [
            {
                "kind": "council",
                "date": council.day.isoformat(),
                "label": t("council", period=council.period),
            }
            for council in times.school.councils
            if council.class_name == name
        ],
    }


def _slots(times: Times, class_name: str, t: Translator) -> str:
    """The class's usual times, each once: ``jeudi 14:00–15:30``."""
    found = []
    for slot in times.school.slots:
        if slot.class_name == class_name:
            weeks = "" if slot.weeks == EVERY_WEEK else f" ({slot.weeks})"
            day = t(f"weekday-{slot.weekday}")
            found.append(f"{day} {words.clock(slot.start)}–{words.clock(slot.end)}{weeks}")
    return ", ".join(dict.fromkeys(found)) or t("no-slot")


def _bands(times: Times, class_name: str, t: Translator) -> list[dict[str, Any]]:
    school = times.school
    placements = [p for p in school.placements if p.class_name == class_name]
    bands = [
        _band("pfmp", p.first, p.last, t("band-pfmp", number=str(number)))
        for number, p in enumerate(sorted(placements, key=lambda p: p.first), start=1)
    ]
    bands += [
        _band("blocked" if event.blocks else "event", event.first, event.last, event.name)
        for event in school.events
        if (not event.classes or class_name in event.classes) and event.name not in MARKS
    ]
    return bands


def _band(kind: str, first: date, last: date, label: str) -> dict[str, Any]:
    return {"kind": kind, "first": first.isoformat(), "last": last.isoformat(), "label": label}


def chip_id(task: Task) -> str:
    """The name of a task on the board."""
    return f"{task.session}/{task.part}/{task.class_name}/{task.group or ''}"


def _themes(times: Times, letters: Mapping[str, str], t: Translator) -> list[dict[str, Any]]:
    """The themes that occur, in the order of the kit, then the school's own."""
    used = dict.fromkeys(session.theme for session in times.school.sessions)
    known = [code for code in letters if code in used]
    own = [code for code in used if code not in letters]
    taken = {letters[code] for code in known}
    themes = [_theme(code, letters[code], list(letters).index(code), t) for code in known]
    for number, code in enumerate(own, start=len(letters)):
        letter = _free_letter(code, taken)
        taken.add(letter)
        themes.append(_theme(code, letter, number, t))
    return themes


def _theme(code: str, letter: str, number: int, t: Translator) -> dict[str, Any]:
    key = f"theme-{code.replace('_', '-')}"
    label = t(key) if code and t.has(key) else code or t("theme-none")
    return {"code": code or "-", "letter": letter, "label": label, "hue": number % HUES}


def _free_letter(code: str, taken: Iterable[str]) -> str:
    """The first letter of the theme's name that no other theme has, or any that is left."""
    candidates = [char.upper() for char in code if char.isalpha()]
    candidates += list("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    return next((letter for letter in candidates if letter not in taken), "•")


def board_labels(keys: Iterable[str], t: Translator) -> dict[str, str]:
    """The board's own words in the language of ``t``."""
    return {key: t(f"board-{key.replace('_', '-')}") for key in keys if key != "lang"} | {
        "lang": t.lang
    }
