"""Which official files are here, and what came of taking newer ones. Knows no widget and no word.

The work is that of :mod:`jalons.data.update`: what fails leaves the file that was here as it was.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import traitlets

from jalons.data import registry
from jalons.data.download import PATIENCE, DownloadError, Limits
from jalons.data.registry import DataSet
from jalons.data.shelf import check_file, described, held
from jalons.data.update import Taken, take_copy, update
from jalons.problems import InputError, Problem

Moved = Callable[[DataSet, int, int | None], None]
"""Told the file, the bytes that came so far, and how many there will be (None: not said)."""


@dataclass(frozen=True)
class Told:
    """What came of one file: it was taken, or why it was not.

    ``kept`` says whether there is one of before.
    """

    name: str
    taken: Taken | None = None
    error: DownloadError | InputError | None = None
    kept: bool = False


class OpenDataState(traitlets.HasTraits):
    """The files of one person's data folder.

    Parameters
    ----------
    known : mapping of str to DataSet, optional
    place : Path, optional
        The folder.
    limits : Limits
        Patience with the network.

    Attributes
    ----------
    files : tuple of Held
        What is here of each known file; empty until :meth:`look`.
    unusable : tuple of Problem
        What is wrong with files that are here and cannot be used.
    told : tuple of Told
        What came of the last update, or of the last copies.
    """

    files = traitlets.Tuple(read_only=True)
    unusable = traitlets.Tuple(read_only=True)
    told = traitlets.Tuple(read_only=True)

    def __init__(
        self,
        known: Mapping[str, DataSet] | None = None,
        place: Path | None = None,
        limits: Limits = PATIENCE,
    ) -> None:
        super().__init__()
        self.known = registry.load() if known is None else known
        self._place, self._limits = place, limits

    def look(self) -> None:
        """See what is here."""
        files = tuple(described(held(dataset, self._place)) for dataset in self.known.values())
        wrong: list[Problem] = []
        for item in files:
            if item.size is not None and not item.rows:
                try:
                    check_file(item.path, item.dataset)
                except InputError as error:
                    wrong += error.problems
        with self.hold_trait_notifications():
            self.set_trait("files", files)
            self.set_trait("unusable", tuple(wrong))

    def fetch(self, codes: Iterable[str], moved: Moved, stop: threading.Event) -> tuple[Told, ...]:
        """Take newer files from the network, until ``stop``. Touches no trait."""

        def take(dataset: DataSet) -> Taken:
            def heard(got: int, total: int | None) -> None:
                if stop.is_set():
                    raise _StoppedError
                moved(dataset, got, total)

            return update(dataset, self._place, self._limits, heard)

        told = []
        for dataset in (self.known[code] for code in codes):
            if stop.is_set():
                break
            moved(dataset, 0, None)
            try:
                told.append(self._told(dataset.title, partial(take, dataset), dataset))
            except _StoppedError:
                break
        return tuple(told)

    def copy(self, files: Iterable[tuple[str, bytes]]) -> tuple[Told, ...]:
        """Take copies that a person brings, each recognised by its columns. Touches no trait."""
        known = tuple(self.known.values())
        return tuple(
            self._told(name, partial(take_copy, name, data, known, self._place))
            for name, data in files
        )

    def deliver(self, told: tuple[Told, ...]) -> None:
        """Publish what came of it, and what is here now."""
        self.look()
        self.set_trait("told", told)

    def _told(self, name: str, take: Callable[[], Taken], dataset: DataSet | None = None) -> Told:
        try:
            return Told(name, taken=take())
        except (DownloadError, InputError) as error:
            kept = dataset is not None and held(dataset, self._place).size is not None
            return Told(name, error=error, kept=kept)


class _StoppedError(Exception):
    """The person pressed Stop."""
