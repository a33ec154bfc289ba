"""Stories for a talk: a question, the settings that answer it, the indicators to look at.

Words are in ``i18n`` under the story's ``id``. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jalons.cohorts.domain import Lever
from jalons.cohorts.settings import Settings


@dataclass(frozen=True)
class Story:
    """A question asked to a room.

    Parameters
    ----------
    id : str
    levers : tuple of str
        Set to full coverage.
    indicators : tuple of str
        What the talk shows, first one in large type.
    start : str
        The cohort that is followed.
    places : mapping of state to float
        Places, as a share of what the page offers at most.
    against_places : bool
        The comparison has the places too: the story is what the levers add to them.
    """

    id: str
    levers: tuple[str, ...]
    indicators: tuple[str, ...]
    start: str = "TPRO"
    places: Mapping[str, float] = field(default_factory=dict)
    against_places: bool = False


STORIES = (
    Story(
        "consolidation", ("parcours_consolidation",), ("bts_second_year", "bts_drop_out"), "BTS1"
    ),
    Story(
        "tutoring",
        ("tutorat_mentorat",),
        ("interruption_bac_pro", "interruption_cap", "reach_terminale"),
        "2PRO",
    ),
    Story("cap", ("liaison_cap_bac_pro",), ("choice_cap_to_bac_pro", "continuation_cap"), "CAP2"),
    Story(
        "choice",
        ("liaison_bac_pro_bts", "immersion", "avis_conseil"),
        ("choice_bac_pro_to_bts", "bts_second_year", "continuation_bac_pro"),
    ),
    Story("job", ("avenir_pro",), ("employment_bac_pro", "employment_cap")),
    Story(
        "places",
        ("parcours_consolidation",),
        ("bts_second_year", "bts_drop_out"),
        "BTS1",
        {"BTS1": 1 / 3},
        against_places=True,
    ),
    Story(
        "all",
        ("parcours_consolidation", "liaison_cap_bac_pro", "liaison_bac_pro_bts",
         "tutorat_mentorat", "immersion", "avis_conseil", "avenir_pro"),
        ("reach_terminale", "choice_bac_pro_to_bts", "bts_second_year", "employment_bac_pro"),
        "2PRO",
    ),
)  # fmt: skip


def told_with(levers: Mapping[str, Lever], room: Mapping[str, int]) -> tuple[Story, ...]:
    """The stories that a chain with these levers and places can tell."""
    return tuple(
        story
        for story in STORIES
        if set(story.levers) <= set(levers) and set(story.places) <= set(room)
    )


def settings_of(story: Story, room: Mapping[str, int]) -> tuple[Settings, Settings]:
    """What the story sets, and what it is compared with."""
    places = {state: max(round(share * room[state]), 1) for state, share in story.places.items()}
    compared = Settings(places=places) if story.against_places else Settings()
    return Settings(dict.fromkeys(story.levers, 1.0), {}, places), compared
