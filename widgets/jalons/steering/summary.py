"""What a review says as a whole, in lines: the same on the page, in the report and in the talk.

Of what the person of the page may see. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jalons.i18n import Translator
from jalons.steering import words
from jalons.steering.rules import changes, differences, priorities, strengths
from jalons.steering.state import SteeringState

MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A heading and its lines; without lines, ``none`` is what to say instead."""

    title: str
    lines: tuple[str, ...]
    none: str


def few(lines: tuple[str, ...], most: int, t: Translator) -> tuple[str, ...]:
    """At most so many lines, and how many more there are."""
    if len(lines) <= most:
        return lines
    return *lines[:most], t("steering-more", count=len(lines) - most)


def summary(state: SteeringState, t: Translator, most: int = MOST_LISTED) -> tuple[Paragraph, ...]:
    """Strengths, priorities; where people differ, unless blind; what moved since last year."""
    review, questions = state.seen, state.questions

    def paragraph(key: str, lines: Sequence[str]) -> Paragraph:
        return Paragraph(
            t(f"steering-{key}"), few(tuple(lines), most, t), t(f"steering-{key}-none")
        )

    out = [
        paragraph(key, [words.standing_line(s, t) for s in found])
        for key, found in (
            ("strengths", strengths(questions, review)),
            ("priorities", priorities(questions, review)),
        )
    ]
    if not review.blind:
        apart = differences(questions, review)
        out.append(paragraph("differences", [words.difference_line(s, t) for s in apart]))
    if state.before is not None:
        moved = changes(questions, state.before.seen_by(state.person), review)
        lines = [words.change_line(was, now, t) for was, now in moved]
        out.append(paragraph("changes", lines))
    return tuple(out)
