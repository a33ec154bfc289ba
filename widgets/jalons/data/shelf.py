"""The person's data folder: which official files are there, of what years, from where and when.

Beside each file that :mod:`jalons.data.update` took lies a note (``CODE.json``: where from, when,
SHA-256); a file may as well be put there by hand. Knows no network.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from jalons.data.headcounts import read_headcounts
from jalons.data.official import Reading, check
from jalons.data.registry import DataSet, load
from jalons.problems import InputError

VARIABLE = "JALONS_DATA"


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


def held(dataset: DataSet, place: Path | None = None) -> Held:
    """What is here of one official file."""
    path = (place or folder()) / dataset.file
    if not path.is_file():
        return Held(dataset, path)
    sha256 = fingerprint(path)
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


def note_path(path: Path) -> Path:
    return path.with_suffix(".json")


def note_of(item: Held) -> str:
    """What is written down beside a file that was taken."""
    note = {
        "source": item.source,
        "fetched": item.fetched.isoformat() if item.fetched else None,
        "sha256": item.sha256,
        "rows": item.rows,
        "years": list(item.years),
    }
    return json.dumps(note, indent=1)


def _note(path: Path, dataset: DataSet) -> Held | None:
    """What was written down when the file was taken; None when that cannot be read."""
    try:
        note = json.loads(note_path(path).read_text(encoding="utf-8"))
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


def fingerprint(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
