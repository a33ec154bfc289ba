"""The talk for the teaching council: the picture, what it says, figures, actions."""

from __future__ import annotations

from collections.abc import Iterator

from jalons.i18n import Translator
from jalons.steering import words
from jalons.steering.picture import picture_html
from jalons.steering.readings import Reading
from jalons.steering.rules import due, overview, standing
from jalons.steering.state import SteeringState
from jalons.steering.summary import few, summary
from jalons.ui.slides import Slide

MOST_LINES = 6  # that a room reads at once


def talk(state: SteeringState, t: Translator) -> list[Slide]:
    """The slides, of what the person of the page may see."""
    review, questions = state.seen, state.questions
    standing_count = sum(standing(q, review).step is not None for q in questions)
    school = state.known[review.year].school
    lines = (
        *([school] if school else []),
        t("talk-standing", standing=standing_count, total=len(questions)),
        t("talk-people", people=len(review.people)),
    )
    picture = picture_html(overview(questions, review), t, titled=False)
    return [
        Slide(t("report-title", year=review.year), lines=lines),
        Slide(t("picture-caption"), picture=picture),
        *(
            Slide(paragraph.title, lines=paragraph.lines or (paragraph.none,))
            for paragraph in summary(state, t, MOST_LINES)
        ),
        *(_figure(r, t) for r in state.readings() if r.value is not None and (r.target or r.past)),
        Slide(t("report-sheet-actions"), lines=_actions(state, t)),
    ]


def _figure(reading: Reading, t: Translator) -> Slide:
    """One indicator in large type, with what it is beside."""
    indicator = reading.indicator
    name = indicator.text[t.lang]

    def said() -> Iterator[str]:
        if reading.target is not None:
            yield t("talk-target", target=words.with_unit(reading.target, indicator, t))
        if reading.past:
            yield t("talk-past", past=words.past_text(reading, t))
        for scope, found in (("around", reading.around), ("france", reading.france)):
            if found is not None:
                yield t(f"talk-{scope}", found=words.reference_text(found, indicator, t))

    return Slide(
        f"{name} – {reading.part}" if reading.part else name,
        figure=words.with_unit(reading.value, indicator, t),
        lines=tuple(said()),
        source=words.origin_text(reading, t),
    )


def _actions(state: SteeringState, t: Translator) -> tuple[str, ...]:
    today = state.today()
    found = due(state.review.actions, today)
    lines = tuple(words.action_line(a, today, t) for a in found)
    return few(lines, MOST_LINES, t) or (t("steering-actions-none"),)
