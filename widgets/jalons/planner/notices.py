"""What the people of a school should know of its dates before they trust a plan.

A bound on a milestone that nobody has dated does not hold; one that is only announced may move.
"""

from __future__ import annotations

from jalons.planner.times import Times
from jalons.problems import Problem
from jalons.schoolyear.regulation import milestones


def date_notices(times: Times) -> tuple[Problem, ...]:
    """One notice for each national milestone used by a session that is unknown or to confirm."""
    school = times.school
    own = {event.name for event in school.events}
    dated = milestones(school.year)
    used = {
        bound
        for session in school.sessions
        for bound in (session.earliest, session.latest)
        if isinstance(bound, str) and not bound.startswith("conseil_")
    }
    notices = []
    for code in sorted(used - own - {"rentree", "fin_annee"}):
        facts = {"milestone": code, "year": school.year}
        if code not in dated:
            notices.append(Problem("milestone_undated", facts=facts))
        elif dated[code].status != "confirmed":
            facts["date"] = str(dated[code].value)
            notices.append(Problem("milestone_to_confirm", facts=facts))
    return tuple(notices)
