"""Groups of a class from choices and needs: *insertion*, *poursuite*, *besoin*.

A proposal: a pupil put in a group by hand stays there. Pure.
"""

from __future__ import annotations

from dataclasses import dataclass

from jalons.support.domain import FINALITIES, ClassYear, Pupil

NEEDS = "besoin"
PURPOSES = (*FINALITIES, NEEDS)
LOW = 2  # a level of 1 or 2 out of 4 in French or mathematics is a need
SUFFIX = {"insertion": "ins", "poursuite": "pou", NEEDS: "bes"}


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its name in the school file, purpose, and the codes of its pupils."""

    name: str
    class_name: str
    purpose: str
    pupils: tuple[str, ...]

    def row(self) -> dict[str, str]:
        """The row of the school file's table ``groupes``."""
        return {
            "groupe": self.name,
            "classe": self.class_name,
            "finalite": self.purpose,
            "effectif": str(len(self.pupils)),
        }


@dataclass(frozen=True, slots=True)
class Proposal:
    """The groups of a class, and the pupils nobody can place yet."""

    groups: tuple[Group, ...]
    undecided: tuple[str, ...]


def needs_of(pupil: Pupil) -> tuple[str, ...]:
    """Why a pupil is in the group of needs; empty: they are not.

    Low levels (``"french"``, ``"mathematics"``) and skills to be worked on, in the team's words;
    what the team says of the pupil as a whole goes before them: ``"said"`` where it says yes and
    nothing else does.
    """
    at = pupil.positioning
    levels = {"french": at.french, "mathematics": at.mathematics}
    found = [code for code, level in levels.items() if level is not None and level <= LOW]
    found += at.skills
    if pupil.needs is None:
        return tuple(found)
    return tuple(found or ["said"]) if pupil.needs else ()


def purpose_of(pupil: Pupil) -> str | None:
    """The finality of the pupil's group: by hand, else the last decision that names one."""
    if pupil.purpose:
        return pupil.purpose
    latest = pupil.latest()
    return latest.finality if latest is not None and latest.finality in FINALITIES else None


def propose(year: ClassYear) -> Proposal:
    """Each pupil in the group of their finality, and in that of needs where they have some."""
    members: dict[str, list[str]] = {purpose: [] for purpose in PURPOSES}
    undecided = []
    for pupil in year.pupils:
        purpose = purpose_of(pupil)
        if purpose is None:
            undecided.append(pupil.code)
        else:
            members[purpose].append(pupil.code)
        if needs_of(pupil):
            members[NEEDS].append(pupil.code)
    groups = tuple(
        Group(f"{year.name}-{SUFFIX[purpose]}", year.name, purpose, tuple(members[purpose]))
        for purpose in PURPOSES
        if members[purpose]
    )
    return Proposal(groups, tuple(undecided))
