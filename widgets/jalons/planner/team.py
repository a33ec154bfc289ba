"""Dates the team has given itself elsewhere, shown beside the plan: never in the school's file.

Where they come from is not known here: a state is given a function of the school year (see
:mod:`jalons.bridges`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from jalons.i18n import Translator


@dataclass(frozen=True, slots=True)
class TeamDate:
    """Something the team has decided to have done by a day.

    Parameters
    ----------
    id : str
        Its lasting name: a date that moves keeps it.
    gone : bool
        It is no longer decided, by this person at least; calendars that had it have to lose it.
    changed : datetime
        When this was last decided, with a time zone.
    """

    id: str
    day: date
    title: str
    who: str
    done: bool
    gone: bool
    changed: datetime

    def label(self, t: Translator, *, named: bool = True) -> str:
        """Its words in one line, with who does it unless it is for a wall."""
        who = self.who if named else ""
        key = "team-date-done" if self.done else "team-date"
        return t(key, title=self.title, who=who or "none")


TeamDates = Callable[[str], tuple[TeamDate, ...]]  # school year → its dates


def standing(dates: Iterable[TeamDate]) -> tuple[TeamDate, ...]:
    return tuple(one for one in dates if not one.gone)


def for_calendar(dates: Iterable[TeamDate], kind: str, name: str) -> tuple[TeamDate, ...]:
    """What a calendar says, and what it has to lose.

    That of the whole school (``""``) says everything, that of a ``"person"`` what is theirs; those
    of classes and groups are for pupils and say nothing of it.
    """
    if kind not in ("", "person"):
        return ()
    mine = [one for one in dates if not kind or _plain(one.who) == _plain(name)]
    held = {one.id for one in standing(mine)}
    return tuple(one for one in mine if not one.gone or one.id not in held)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
