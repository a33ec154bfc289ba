"""The person's data folder: which official files are there, how old, and taking a newer one.

A new file takes the place of the old one only when it came whole, has its columns and is not much
shorter than the one before: whatever else happens, the last good copy stays as it is, byte for
byte. Beside each file lies a note (``CODE.json``: where from, when, SHA-256). Nothing here runs by
itself, and no page calls it.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import platformdirs

from jalons.data.download import PATIENCE, Limits, Progress, fetch, written_badly
from jalons.data.headcounts import read_headcounts
from jalons.data.official import Reading, check
from jalons.data.registry import DataSet, load
from jalons.problems import InputError, Problem

VARIABLE = "JALONS_DATA"
SHORTEST = 0.5
"""A new file with fewer rows than this share of the last good one is not believed."""

DAYS_LEFT = 2


def folder() -> Path:
    """Where the files are kept: what ``JALONS_DATA`` says, else the person's data folder."""
    return Path(
        os.environ.get(VARIABLE) or Path(platformdirs.user_data_dir("jalons")) / "donnees-ouvertes"
    )


@dataclass(frozen=True)
class Held:
    """One official file and what is here of it.

    Parameters
    ----------
    path : Path
        Where the file is, or would be.
    size : int or None
        In bytes; None when there is no file.
    sha256 : str
    fetched : datetime or None
        When it was downloaded (UTC); for a file put there by hand, when it was written.
    source : str
        Address it came from; empty for a file put there by hand or changed since.
    rows, years
        As found when it was taken; 0 and empty for a file put there by hand (see
        :func:`described`).
    """

    dataset: DataSet
    path: Path
    size: int | None = None
    sha256: str = ""
    fetched: datetime | None = None
    source: str = ""
    rows: int = 0
    years: tuple[int, ...] = ()

    def age_days(self, now: datetime) -> int | None:
        return None if self.fetched is None else max((now - self.fetched).days, 0)


@dataclass(frozen=True)
class Taken:
    """A file that was just taken. ``changed`` is False when it is the one that was here."""

    held: Held
    reading: Reading[None]
    changed: bool


def held(dataset: DataSet, place: Path | None = None) -> Held:
    """What is here of one official file."""
    path = (place or folder()) / dataset.file
    if not path.is_file():
        return Held(dataset, path)
    sha256 = _sha256(path)
    if (noted := _note(path, dataset)) and noted.sha256 == sha256:
        return noted
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return Held(dataset, path, path.stat().st_size, sha256, written)


def described(item: Held) -> Held:
    """The same with its rows and years, read from a file that was put there by hand.

    Rows stay 0 when the file cannot be used: :func:`check_file` says why.
    """
    if item.size is None or item.rows:
        return item
    try:
        reading = check_file(item.path, item.dataset)
    except InputError:
        return item
    return replace(item, rows=reading.lines, years=reading.years)


def named(path: Path) -> Path:
    """The file here that a code stands for (``effectifs``), unless a file has that very name."""
    dataset = load().get(str(path))
    return path if dataset is None or path.exists() else folder() / dataset.file


def check_file(path: Path | str, dataset: DataSet) -> Reading[None]:
    """Read a file as its own loader does, only to see whether it can be used.

    Raises
    ------
    InputError
        With everything that makes it unusable.
    """
    reading = check(path, dataset)
    if dataset.code == "effectifs":
        # Its loader asks for more: no school twice in a year.
        read_headcounts(path)
    return reading


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
    before = held(dataset, place)
    with _part(place, dataset) as (sink, part):
        received = fetch(dataset.address, sink, limits, progress)
        _settle(sink)
        reading = _check_part(part, before, sure=received.sure)
        taken = Held(
            dataset,
            before.path,
            part.stat().st_size,
            _sha256(part),
            now or datetime.now(UTC),
            dataset.address,
            reading.lines,
            reading.years,
        )
        _place(part, taken)
    return Taken(taken, reading, taken.sha256 != before.sha256)


def _check_part(part: Path, before: Held, *, sure: bool) -> Reading[None]:
    """Read what came; problems are told under the name the file will have."""
    name = before.dataset.file
    try:
        reading = check_file(part, before.dataset)
        if not sure and not _ends_in_newline(part):
            raise InputError((Problem("data_cut_short", name, row=reading.lines + 1),))
        _refuse_shorter(reading, before)
    except InputError as error:
        raise InputError(tuple(replace(p, file=name) for p in error.problems)) from None
    return replace(
        reading, file=name, left_out=tuple(replace(p, file=name) for p in reading.left_out)
    )


def _refuse_shorter(reading: Reading[None], before: Held) -> None:
    rows = described(before).rows
    if reading.lines < rows * SHORTEST:
        facts = {"rows": reading.lines, "before": rows, "file": str(before.path)}
        raise InputError((Problem("data_shorter", facts=facts),))


@contextmanager
def _part(place: Path, dataset: DataSet) -> Iterator[tuple[IO[bytes], Path]]:
    """A file beside the one to replace, gone at the end whatever happens."""
    try:
        place.mkdir(parents=True, exist_ok=True)
        _clear(place, dataset)
        number, name = tempfile.mkstemp(".part", f".{dataset.code}-", place)
    except OSError as error:
        raise written_badly(error) from None
    part, sink = Path(name), os.fdopen(number, "wb")
    try:
        yield sink, part
    finally:
        with suppress(OSError):  # a full disk says so again on closing
            sink.close()
        part.unlink(missing_ok=True)


def _clear(place: Path, dataset: DataSet) -> None:
    """Remove what a download that was killed days ago left behind."""
    for old in place.glob(f".{dataset.code}-*.part"):
        if time.time() - old.stat().st_mtime > DAYS_LEFT * 86_400:
            old.unlink(missing_ok=True)


def _settle(sink: IO[bytes]) -> None:
    """See the file safely on the disk, and closed: Windows renames no open file."""
    try:
        sink.flush()
        os.fsync(sink.fileno())
        sink.close()
    except OSError as error:
        raise written_badly(error) from None


def _place(part: Path, taken: Held) -> None:
    note = {
        "source": taken.source,
        "fetched": taken.fetched.isoformat() if taken.fetched else None,
        "sha256": taken.sha256,
        "rows": taken.rows,
        "years": list(taken.years),
    }
    beside = part.with_suffix(".note")
    try:
        beside.write_text(json.dumps(note, indent=1), encoding="utf-8")
        part.chmod(0o644)  # public data: others on this machine may read it
        part.replace(taken.path)
        beside.replace(taken.path.with_suffix(".json"))
    except OSError as error:
        raise written_badly(error) from None
    finally:
        beside.unlink(missing_ok=True)


def _note(path: Path, dataset: DataSet) -> Held | None:
    """What was written down when the file was taken; None when that cannot be read."""
    try:
        note = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        return Held(
            dataset,
            path,
            path.stat().st_size,
            str(note["sha256"]),
            datetime.fromisoformat(note["fetched"]).astimezone(UTC),
            str(note["source"]),
            int(note["rows"]),
            tuple(int(year) for year in note["years"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _ends_in_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) in (b"\n", b"\r")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
