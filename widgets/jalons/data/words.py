"""What is here of an official file, and what came of taking one, in words: for command and page."""

from __future__ import annotations

from datetime import datetime

from jalons.data.shelf import Held
from jalons.data.update import Taken
from jalons.i18n import Translator

MEGA = 1_000_000


def mega(size: int) -> float:
    """Bytes as megabytes, to one decimal."""
    return round(size / MEGA, 1)


def state_of(item: Held, now: datetime, t: Translator) -> str:
    """« pris hier, 12,3 Mo, 14 000 lignes, année 2025 », or that it is not here."""
    if item.size is None:
        return t("data-absent")
    age = t("data-age" if item.source else "data-by-hand", days=item.age_days(now) or 0)
    rows = t("data-rows", count=item.rows) if item.rows else t("data-unusable")
    return ", ".join([age, t("data-size", size=mega(item.size)), rows, *years_of(item.years, t)])


def years_of(years: tuple[int, ...], t: Translator) -> list[str]:
    """The years a file speaks of, as one text; none where it names no year."""
    if not years:
        return []
    first, last = str(years[0]), str(years[-1])
    return [t("data-years", count=len(years), first=first, last=last)]


def progress_text(got: int, total: int | None, t: Translator) -> str:
    if total:
        return t("data-progress-of", got=mega(got), total=mega(total))
    return t("data-progress", got=mega(got))


def taken_text(taken: Taken, t: Translator) -> str:
    rows = t("data-rows", count=taken.reading.lines)
    title = taken.held.dataset.title
    return t("data-taken" if taken.changed else "data-same", title=title, rows=rows)
