"""A talk from what the page shows: the question, what changes, how sure, where it is from.

One idea a screen. Everything is computed by the state; here are words and one picture.
"""

from __future__ import annotations

from jalons.cohorts import telling, words
from jalons.cohorts.indicators import Indicator
from jalons.cohorts.page.cards import FRONT, MOVED
from jalons.cohorts.state import CohortsState
from jalons.cohorts.stories import STORIES, Story, settings_of
from jalons.i18n import Translator
from jalons.ui.html import Safe, join, tag
from jalons.ui.slides import Slide

DOTS, ACROSS = 100, 20


def story_of(state: CohortsState) -> Story | None:
    """The story whose settings are those of the page."""
    room = state.room()
    for story in STORIES:
        if set(story.places) <= set(room):
            settings, kept = settings_of(story, room)
            if (settings, kept) == (state.settings, state.kept):
                return story
    return None


def talk(state: CohortsState, t: Translator) -> list[Slide]:
    """The screens; without any change, one that says what to do."""
    story = story_of(state)
    who = telling.origin_name(t, state.origin, state.opened.today.start_year)
    title = t(f"simuler-story-{story.id}") if story else t("simuler-talk-title")
    what = telling.settings_lines(t, state.settings, state.levers)
    compared = telling.settings_text(t, state.kept, state.levers)
    first = Slide(
        title,
        lines=(*(what or (t("simuler-no-change"),)), t("simuler-compared", what=compared)),
        source=t("simuler-talk-who", who=who),
    )
    shown = [i for i in indicators_of(state, story) if _changed(state, i)]
    slides = [first, *(_indicator(state, t, i) for i in shown)]
    if shown:
        slides[2:2] = _dots(state, t, shown[0])
    if people := _people(state, t):
        slides.append(people)
    return [*slides, _sure(state, t), _sources(state, t, shown)]


def indicators_of(state: CohortsState, story: Story | None) -> list[Indicator]:
    """The story's indicators, or the cards that changed most."""
    by_id = {indicator.id: indicator for indicator in state.table.indicators}
    change = state.stage.indicator_difference
    if story is not None:
        return [by_id[name] for name in story.indicators if name in change]
    moved = [name for name in FRONT if name in change]
    moved.sort(key=lambda name: -abs(change[name].value or 0.0))
    return [by_id[name] for name in moved[:3]]


def _changed(state: CohortsState, indicator: Indicator) -> bool:
    change = state.stage.indicator_difference[indicator.id].value
    return change is not None and abs(change) >= MOVED


def _indicator(state: CohortsState, t: Translator, indicator: Indicator) -> Slide:
    stage, name = state.stage, indicator.id
    first, second = stage.first_indicators[name], stage.second_indicators[name]
    change = stage.indicator_difference[name]
    assert first.value is not None
    assert second.value is not None
    assert change.value is not None
    low, high = (telling.bare_points(t, bound or 0.0) for bound in (change.p05, change.p95))
    sources, _ = telling.sources_of(t, indicator, state.opened.today.rates)
    return Slide(
        words.indicator_name(t, name),
        figure=f"{telling.percent(t, first.value)} → {telling.percent(t, second.value)}",
        lines=(
            t(
                "simuler-talk-change",
                change=telling.points(t, change.value),
                between=telling.between(low, high, t),
            ),
            t("simuler-talk-per", per=telling.per(t, indicator)),
        ),
        source=" ".join(sources[:2]),
    )


def _dots(state: CohortsState, t: Translator, indicator: Indicator) -> list[Slide]:
    """A picture of a hundred; none where the change is less than one of them."""
    stage, name = state.stage, indicator.id
    before, after = (
        round(DOTS * (side[name].value or 0.0))
        for side in (stage.first_indicators, stage.second_indicators)
    )
    if before == after:
        return []
    dots = Slide(
        t(f"simuler-talk-dots-{indicator.per}"),
        picture=dots_html(t, before, after),
        lines=(
            t(
                "simuler-talk-dots-line",
                before=before,
                after=after,
                name=words.indicator_name(t, name),
            ),
        ),
    )
    return [dots]


def dots_html(t: Translator, before: int, after: int) -> Safe:
    """A hundred persons as dots: those already counted, those who come or go, the others."""
    both, most = min(before, after), max(before, after)
    marks = []
    for number in range(DOTS):
        x, y = number % ACROSS, number // ACROSS
        kind = "both" if number < both else "moved" if number < most else "none"
        style = {
            "both": "fill:var(--j-accent)",
            "moved": "fill:var(--j-stake)",
            "none": "fill:none;stroke:var(--j-control);stroke-width:.08",
        }[kind]
        marks.append(tag("circle", cx=x + 0.5, cy=y + 0.5, r=0.36, style=style))
    gained = after >= before
    keys = [
        ("var(--j-accent)", t("simuler-dots-both", count=both)),
        ("var(--j-stake)", t("simuler-dots-gain" if gained else "simuler-dots-loss",
                             count=most - both)),
    ]  # fmt: skip
    legend = tag(
        "p",
        *(
            tag("span", tag("span", "●", style=f"color:{colour}", aria_hidden="true"), text)
            for colour, text in keys
        ),
        class_="j-sim-legend",
    )
    picture = tag("svg", *marks, viewBox=f"0 0 {ACROSS} {DOTS // ACROSS}", class_="j-sim-dots",
                  aria_hidden="true")  # fmt: skip
    return join([picture, legend])


def _people(state: CohortsState, t: Translator) -> Slide | None:
    stage = state.stage
    changes = telling.largest_changes(stage, 4)
    if not changes:
        return None
    i = stage.states.index(changes[0])
    return Slide(
        t("simuler-talk-people", state=telling.shown_name(t, stage, changes[0]),
          year=str(stage.years[-1])),
        figure=telling.number(t, stage.difference.expected[-1][i], signed=True),
        lines=tuple(telling.change_line(t, stage, name) for name in changes),
        source=t("simuler-talk-people-note"),
    )  # fmt: skip


def _sure(state: CohortsState, t: Translator) -> Slide:
    used = [use.lever for use in state.second().levers]
    open_size = any(lever.evidence != "documented" for lever in used)
    lines = [t("simuler-sure-interval", draws=telling.number(t, state.stage.draws))]
    if open_size:
        lines.append(t("simuler-sure-illustrative"))
    lines.append(t("simuler-sure-rates"))
    return Slide(t("simuler-sure"), lines=tuple(lines))


def _sources(state: CohortsState, t: Translator, shown: list[Indicator]) -> Slide:
    told: dict[str, None] = {}
    for indicator in shown:
        for line in telling.sources_of(t, indicator, state.opened.today.rates)[0]:
            told[line] = None
    lines = (*tuple(told)[:5], t("simuler-talk-assumed"))
    return Slide(t("simuler-sources"), lines=lines)
