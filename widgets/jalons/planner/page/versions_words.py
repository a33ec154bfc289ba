"""Versions in words: who, when, and what changed. Takes facts, asks the translator."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import PurePath

from jalons.i18n import Translator
from jalons.planner import words
from jalons.planner.compare import KINDS
from jalons.planner.history import Changed, Episode
from jalons.planner.keeping import saved_at
from jalons.workspace.domain import Version

# What was done, where the comparison does not say it all.
TOLD = ("opened", "proposed", "back", "mine", "merged", "copied")


def who(t: Translator, version: Version) -> str:
    return version.author or t("versions-somebody")


def moment(t: Translator, version: Version, today: date | None = None) -> str:
    """When a version was saved: the time alone for today's."""
    at = saved_at(version)
    if at.date() == (today or datetime.now().astimezone().date()):
        return t("versions-today", time=words.clock(at.time()))
    return t("versions-day", day=words.day_name(t, at.date()), time=words.clock(at.time()))


def span(t: Translator, episode: Episode, today: date | None = None) -> str:
    """When an episode was: from its first version to its last."""
    first, last = saved_at(episode.oldest), saved_at(episode.newest)
    start, end = words.clock(first.time()), words.clock(last.time())
    if start == end or first.date() != last.date():
        return moment(t, episode.newest, today)
    return t("versions-span", start=moment(t, episode.oldest, today), end=end)


def changes(t: Translator, changed: Changed) -> str:
    """What changed, in one line: "3 séances déplacées, 1 épinglée"; nothing, empty."""
    parts = []
    if changed.first:
        parts.append(t("changed-first", count=sum(changed.sessions.values())))
    elif changed.last:
        parts.append(t("changed-last"))
    else:
        parts += [
            t(f"changed-{kind.replace('_', '-')}", count=changed.sessions[kind])
            for kind in KINDS
            if changed.sessions.get(kind)
        ]
    if changed.pinned:
        parts.append(t("changed-pinned", count=changed.pinned))
    if changed.unpinned:
        parts.append(t("changed-unpinned", count=changed.unpinned))
    if changed.tables:
        names = ", ".join(PurePath(name).stem for name in changed.tables)
        parts.append(t("changed-tables", count=len(changed.tables), names=names))
    if changed.draft:
        parts.append(t("changed-draft"))
    return ", ".join(parts)


def done(t: Translator, version: Version) -> str:
    """What the person did, where it has a name: proposed, gone back to, put together."""
    code, _, number = version.note.partition(":")
    return t(f"done-{code}", number=number) if code in TOLD else ""
