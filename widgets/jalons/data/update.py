"""Taking a newer official file in place of the one that is here.

The new one takes the place only when it came whole, has its columns and is not much shorter than
the one before: whatever else happens, the last good copy stays as it is, byte for byte. A copy
that a person brings (:func:`take_copy`) is judged in the same way. Calls another host only when a
person asks for it, by a command or by the button of *Données ouvertes*; nothing else imports this.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from jalons.data.download import PATIENCE, Limits, Progress, fetch, written_badly
from jalons.data.official import Reading, recognise
from jalons.data.registry import DataSet
from jalons.data.shelf import (
    Held,
    check_file,
    described,
    fingerprint,
    folder,
    held,
    note_of,
    note_path,
)
from jalons.problems import InputError, Problem

SHORTEST = 0.5
"""A new file with fewer rows than this share of the last good one is not believed."""

DAYS_LEFT = 2


@dataclass(frozen=True)
class Taken:
    """A file that was just taken. ``changed`` is False when it is the one that was here."""

    held: Held
    reading: Reading[None]
    changed: bool


def update(
    dataset: DataSet,
    place: Path | None = None,
    limits: Limits = PATIENCE,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> Taken:
    """Take the newest file from its producer, in place of the one that is here.

    Raises
    ------
    DownloadError
        It could not be had, or could not be written here.
    InputError
        What came is not the file it should be.
    """
    place = place or folder()
    with _part(place, dataset.code) as (sink, part), _named(dataset.file):
        received = fetch(dataset.address, sink, limits, progress)
        _settle(sink)
        return _take(part, dataset, place, dataset.address, now, sure=received.sure)


def take_copy(
    name: str,
    data: bytes,
    known: Iterable[DataSet],
    place: Path | None = None,
    now: datetime | None = None,
) -> Taken:
    """Take a copy that a person brings (a USB key), in place of the file that is here.

    Parameters
    ----------
    name : str
        What the person calls it; it is recognised by its columns.
    known : iterable of DataSet
        What it may be.

    Raises
    ------
    DownloadError
        It could not be written here.
    InputError
        It is none of the known files, or cannot be used.
    """
    place = place or folder()
    with _part(place, "copie") as (sink, part), _named(name):
        _write(sink, data)
        _settle(sink)
        return _take(part, recognise(part, known), place, "", now, sure=True)


def _take(
    part: Path, dataset: DataSet, place: Path, source: str, now: datetime | None, *, sure: bool
) -> Taken:
    """Check what came, and put it where it belongs."""
    before = held(dataset, place)
    reading = replace(_check_part(part, before, sure=sure), file=dataset.file)
    taken = Held(
        dataset,
        before.path,
        part.stat().st_size,
        fingerprint(part),
        now or datetime.now(UTC),
        source,
        reading.lines,
        reading.years,
    )
    _place(part, taken)
    left_out = tuple(replace(p, file=dataset.file) for p in reading.left_out)
    return Taken(taken, replace(reading, left_out=left_out), taken.sha256 != before.sha256)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """What is wrong with the file is told under the name a person knows."""
    try:
        yield
    except InputError as error:
        raise InputError(tuple(replace(p, file=name) for p in error.problems)) from None


def _check_part(part: Path, before: Held, *, sure: bool) -> Reading[None]:
    reading = check_file(part, before.dataset)
    if not sure and not _ends_in_newline(part):
        raise InputError((Problem("data_cut_short", row=reading.lines + 1),))
    _refuse_shorter(reading, before)
    return reading


def _refuse_shorter(reading: Reading[None], before: Held) -> None:
    rows = described(before).rows
    if reading.lines < rows * SHORTEST:
        facts = {"rows": reading.lines, "before": rows, "file": str(before.path)}
        raise InputError((Problem("data_shorter", facts=facts),))


@contextmanager
def _part(place: Path, code: str) -> Iterator[tuple[IO[bytes], Path]]:
    """A file beside the one to replace, gone at the end whatever happens."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        _clear(place, code)
        number, name = tempfile.mkstemp(".part", f".{code}-", place)
    except OSError as error:
        raise written_badly(error) from None
    part, sink = Path(name), os.fdopen(number, "wb")
    try:
        yield sink, part
    finally:
        with suppress(OSError):  # a full disk says so again on closing
            sink.close()
        part.unlink(missing_ok=True)


def _clear(place: Path, code: str) -> None:
    """Remove what a download that was killed days ago left behind."""
    for old in place.glob(f".{code}-*.part"):
        if time.time() - old.stat().st_mtime > DAYS_LEFT * 86_400:
            old.unlink(missing_ok=True)


def _write(sink: IO[bytes], data: bytes) -> None:
    try:
        sink.write(data)
    except OSError as error:
        raise written_badly(error) from None


def _settle(sink: IO[bytes]) -> None:
    """See the file safely on the disk, and closed: Windows renames no open file."""
    try:
        sink.flush()
        os.fsync(sink.fileno())
        sink.close()
    except OSError as error:
        raise written_badly(error) from None


def _place(part: Path, taken: Held) -> None:
    beside = part.with_suffix(".note")
    try:
        beside.write_text(note_of(taken), encoding="utf-8")
        part.chmod(0o644)  # public data: others on this machine may read it
        part.replace(taken.path)
        beside.replace(note_path(taken.path))
    except OSError as error:
        raise written_badly(error) from None
    finally:
        beside.unlink(missing_ok=True)


def _ends_in_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) in (b"\n", b"\r")
