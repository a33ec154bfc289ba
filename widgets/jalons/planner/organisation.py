"""What a plan knows of a school's organisation, as codes and numbers for who evaluates it.

Each fact is a code and the values a sentence needs. Pure; words nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from jalons.planner.domain import Plan
from jalons.planner.times import Times
from jalons.school.domain import COMMON

Facts = dict[str, Mapping[str, Any]]
# Who does not belong to the school; an absent role has no session.
OUTSIDE = frozenset({"france_travail", "mission_locale", "partenaire", "ancien_eleve"})


def plan_facts(times: Times, plan: Plan) -> Facts:
    """Code → values, for what the plan can tell; a code without a fact is left out."""
    school, sessions = times.school, times.school.session_by_id
    placed = [(a, sessions[a.task.session]) for a in plan.assignments]
    facts: Facts = {
        "plan_exists": {
            "placed": len(placed),
            "classes": len({a.task.class_name for a, _ in placed}),
        }
    }
    with_slots = {slot.class_name for slot in school.slots}
    facts["hours_in_timetable"] = {
        "classes": sum(c.name in with_slots for c in school.classes),
        "total": len(school.classes),
        "hours": round(sum(hours.planned_h for hours in plan.hours), 1),
    }
    ways = Counter(c.organisation for c in school.classes)
    facts["organisation"] = dict(ways.most_common())
    kinds = {place.name: place.kind for place in school.places}
    away = Counter(kinds[a.place] for a, _ in placed if a.place in kinds)
    facts["places"] = {
        "rooms": away["salle"] + away["salle_info"],
        "library": away["cdi"],
        "outside": away["tiers_lieu"],
    }
    in_groups = sum(a.task.group is not None for a, _ in placed)
    facts["groups"] = {"sessions": in_groups, "total": len(placed), "groups": len(school.groups)}
    needs = [g for g in school.groups if g.purpose == "besoin"]
    facts["groups_needs"] = {"groups": len(needs)}
    for purpose in ("insertion", "poursuite", "besoin"):
        count = sum(session.purpose == purpose for _, session in placed)
        facts["needs" if purpose == "besoin" else f"sessions_{purpose}"] = {"sessions": count}
    levels = {school.class_by_name[a.task.class_name].level for a, _ in placed}
    facts["levels_covered"] = {
        "levels": len(levels),
        "total": len({c.level for c in school.classes}),
    }
    facts["sessions_cap"] = {
        "sessions": sum(
            school.class_by_name[a.task.class_name].level.startswith("CAP") for a, _ in placed
        )
    }
    facts["progression"] = {
        "common": sum(session.purpose == COMMON for _, session in placed),
        "levels": len(levels),
    }
    staffed = {person for a, _ in placed for person in a.staff}
    outside = [p for p in staffed if school.roles_of[p] and set(school.roles_of[p]) <= OUTSIDE]
    facts["partners"] = {"count": len(outside)}
    for role in ("psyen", "cpe", "ancien_eleve"):
        facts[f"role_{role}"] = {"sessions": sum(role in session.roles for _, session in placed)}
    facts["avenirpro"] = {
        "sessions": sum(
            bool({"france_travail", "mission_locale"} & set(session.roles)) for _, session in placed
        )
    }
    return facts


def plan_indicators(times: Times, plan: Plan) -> dict[str, float]:
    """Indicator of self-evaluation → value, for those a plan or a school file can give."""
    pupils = Counter[str]()
    for school_class in times.school.classes:
        if school_class.level.startswith("CAP"):
            pupils["CAP1AN" if school_class.level == "CAP1AN" else "CAP2"] += school_class.size
    values = {"partenaires": float(plan_facts(times, plan)["partners"]["count"])}
    if total := sum(pupils.values()):
        values["cap_1_an"] = 100 * pupils["CAP1AN"] / total
        values["cap_2_ans"] = 100 * pupils["CAP2"] / total
    return values
