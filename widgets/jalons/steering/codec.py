"""A review as JSON, and back: what the workspace keeps and what a school can take away.

What no longer fits (a question that is gone, a step that does not exist) is refused, never
dropped.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from jalons.problems import InputError, Problem
from jalons.schoolyear.errors import UnknownYearError
from jalons.schoolyear.zones import parse_year, year_label
from jalons.steering.domain import Action, Agreed, Answer, Entered, Review

FORMAT = 1


class ReviewFileError(InputError):
    """The file is no review."""


def to_json(review: Review) -> dict[str, Any]:
    """The review as JSON values."""
    return {
        "format": FORMAT,
        "year": review.year,
        "blind": review.blind,
        "people": list(review.people),
        "answers": [
            {"question": question, "person": person, "step": a.step, "evidence": a.evidence}
            for (question, person), a in review.answers.items()
        ],
        "agreed": {q: {**_plain(a), "step": a.step} for q, a in review.agreed.items()},
        "entered": {i: {"value": e.value, "source": e.source} for i, e in review.entered.items()},
        "targets": dict(review.targets),
        "actions": [_action_json(a) for a in review.actions],
        "dropped": [_action_json(a) for a in review.dropped],
        "corrected": dict(review.corrected),
        "academy": review.academy,
        "keys": dict(review.keys),
    }


def _action_json(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "title": action.title,
        "about": action.about,
        "owner": action.owner,
        "due": _text(action.due),
        "done": _text(action.done),
    }


def _action(row: Mapping[str, Any]) -> Action:
    name, title, about, owner = (str(row[key]) for key in ("id", "title", "about", "owner"))
    return Action(name, title, about, owner, _day(row["due"]), _day(row["done"]))


def _plain(agreed: Agreed) -> dict[str, Any]:
    return {"evidence": agreed.evidence, "on": _text(agreed.on)}


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None


def to_bytes(review: Review) -> bytes:
    return json.dumps(to_json(review), ensure_ascii=False, indent=1).encode()


def from_bytes(content: bytes, file: str = "") -> Review:
    """Read what :func:`to_bytes` wrote.

    Raises
    ------
    ReviewFileError
        It is something else, of a newer form, or says what cannot be.
    """
    try:
        given = json.loads(content)
        newer = given["format"] > FORMAT
        review = None if newer else _review(given)
    except (ValueError, KeyError, TypeError, AttributeError, UnknownYearError):
        raise ReviewFileError((Problem("not_a_review", file=file),)) from None
    if review is None:
        raise ReviewFileError((Problem("newer_review", file=file),))
    return review


def _review(given: Mapping[str, Any]) -> Review:
    people = tuple(str(person) for person in given["people"])
    answers = {
        (str(row["question"]), str(row["person"])): Answer(row["step"], str(row["evidence"]))
        for row in given["answers"]
    }
    if strangers := {person for _, person in answers} - set(people):
        raise ValueError(f"answers of {len(strangers)} people who are not in the group")
    return Review(
        year=year_label(parse_year(given["year"])[0]),
        blind=given["blind"] is True,
        people=people,
        answers=answers,
        agreed={
            str(q): Agreed(row["step"], str(row["evidence"]), _day(row["on"]))
            for q, row in given["agreed"].items()
        },
        entered={
            str(i): Entered(float(row["value"]), str(row["source"]))
            for i, row in given["entered"].items()
        },
        targets={str(i): float(value) for i, value in given["targets"].items()},
        actions=tuple(map(_action, given["actions"])),
        dropped=tuple(map(_action, given.get("dropped", ()))),
        corrected={str(f): str(words) for f, words in given.get("corrected", {}).items()},
        academy=str(given.get("academy", "")),
        keys={str(p): str(key) for p, key in given.get("keys", {}).items()},
    )
