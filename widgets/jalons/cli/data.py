"""``jalons data``: the official open-data files of this machine: see, check, take newer ones.

The only command that calls other hosts, and only ``update`` does, when a person asks for it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jalons.cli.terminal import (
    IN_PART,
    WRONG,
    AsJson,
    group,
    input_problems,
    print_json,
    refuse,
    say,
    translator,
)

if TYPE_CHECKING:
    from jalons.data.download import Progress
    from jalons.data.official import Reading
    from jalons.data.registry import DataSet
    from jalons.data.shelf import Held
    from jalons.i18n import Translator
    from jalons.problems import Problem

app = group("Fichiers officiels en données ouvertes : voir, vérifier, mettre à jour.")

Names = Annotated[
    list[str] | None, typer.Argument(metavar="[CODE]…", help="Codes de « list » ; aucun : tous.")
]
FileOrCode = Annotated[
    str | None, typer.Argument(metavar="[FICHIER|CODE]", help="Rien : tout ce qui est là.")
]

DELIMITERS = {";": "semicolon", ",": "comma", "\t": "tab"}


@app.command("list")
def list_files(as_json: AsJson = False) -> None:
    """Dire quels fichiers officiels sont là, de quelle année, de quand, et d'où ils viennent."""
    from jalons.data.shelf import described, folder, held

    t, now = translator(), datetime.now(UTC)
    known = _known(t, as_json)
    with input_problems(as_json):
        found = [described(held(dataset)) for dataset in known.values()]
    if as_json:
        print_json({"folder": str(folder()), "files": [_as_json(item, now) for item in found]})
        return
    typer.echo(t("data-folder", folder=str(folder())))
    for item in found:
        typer.echo("\n".join(("", *_lines(item, now, t))))
    typer.echo(f"\n{t('data-how')}")


@app.command()
def check(name: FileOrCode = None, as_json: AsJson = False) -> None:
    """Vérifier un fichier (reconnu à ses colonnes), ou ceux qui sont là."""
    from jalons.data.official import recognise
    from jalons.data.shelf import check_file, folder, held
    from jalons.problems import InputError

    t = translator()
    known = _known(t, as_json)
    with input_problems(as_json):
        if name is None:
            here = [held(dataset) for dataset in known.values()]
            chosen = [(item.path, item.dataset) for item in here if item.size is not None]
            if not chosen:
                refuse(t("data-nothing-here", folder=str(folder())), as_json)
        elif name in known and not Path(name).exists():
            chosen = [(held(known[name]).path, known[name])]
        elif "." in name or Path(name).exists():
            chosen = [(Path(name), recognise(name, known.values()))]
        else:
            refuse(t("data-unknown-code", name=name, known=", ".join(known)), as_json)
    problems: list[Problem] = []
    readings: list[tuple[DataSet, Reading[None]]] = []
    with input_problems(as_json):
        for path, dataset in chosen:
            try:
                readings.append((dataset, check_file(path, dataset)))
            except InputError as error:
                problems += error.problems
    if as_json:
        good = [_reading_json(dataset, reading, t) for dataset, reading in readings]
        print_json({"files": good, "errors": [problem.as_json(t) for problem in problems]})
    for dataset, reading in readings:
        (say if as_json else typer.echo)("\n".join(_verdict(dataset, reading, t)))
    if problems:
        say(InputError(tuple(problems)).text(t))
        raise typer.Exit(WRONG)
    if any(reading.left_out for _dataset, reading in readings):
        raise typer.Exit(IN_PART)


@app.command()
def update(names: Names = None, as_json: AsJson = False) -> None:
    """Télécharger les fichiers officiels. Ce qui échoue laisse le fichier d'avant tel quel."""
    t = translator()
    known = _known(t, as_json)
    for name in names or ():
        if name not in known:
            refuse(t("data-unknown-code", name=name, known=", ".join(known)), as_json)
    with input_problems(as_json):
        results = [_take(known[code], t) for code in dict.fromkeys(names or known)]
    if as_json:
        print_json({"files": results})
    if not all(result["taken"] for result in results):
        raise typer.Exit(IN_PART)


def _take(dataset: DataSet, t: Translator) -> dict[str, Any]:
    """Take one file and say what came of it."""
    from jalons.data.download import DownloadError
    from jalons.data.shelf import held
    from jalons.data.update import update as take
    from jalons.data.words import taken_text
    from jalons.problems import InputError

    say(t("data-fetching", title=dataset.title))
    bar = _Bar(t)
    try:
        taken = take(dataset, progress=bar.move)
    except (DownloadError, InputError) as error:
        bar.clear()
        here = held(dataset).size is not None
        say(error.sentence(t))
        say(t("data-kept" if here else "data-not-had", title=dataset.title))
        return {"code": dataset.code, "taken": False, "message": error.sentence(t)}
    bar.clear()
    say(taken_text(taken, t))
    for line in _left_out(taken.reading, t):
        say(line)
    told = {"taken": True, "changed": taken.changed, "message": None}
    return told | _as_json(taken.held, datetime.now(UTC))


def _known(t: Translator, as_json: bool) -> dict[str, DataSet]:
    """The files of our own tables; a row that somebody broke is said, with its line."""
    from jalons.data.registry import load
    from jalons.schoolyear.errors import TableError

    try:
        return load()
    except TableError as error:
        refuse(t(f"error-{error.code.replace('_', '-')}", **error.facts), as_json)


class _Bar:
    """One line at a terminal that says how much has come; nothing elsewhere."""

    def __init__(self, t: Translator) -> None:
        self.t, self.shown, self.width = t, time.monotonic(), 0

    @property
    def move(self) -> Progress | None:
        return self._move if sys.stderr.isatty() else None

    def _move(self, got: int, total: int | None) -> None:
        if time.monotonic() - self.shown < 0.2:
            return
        from jalons.data.words import progress_text

        self.shown = time.monotonic()
        text = progress_text(got, total, self.t)
        self.width = max(self.width, len(text))
        typer.echo(f"\r{text.ljust(self.width)}", err=True, nl=False)

    def clear(self) -> None:
        if self.width:
            typer.echo(f"\r{' ' * self.width}\r", err=True, nl=False)


def _lines(item: Held, now: datetime, t: Translator) -> Iterable[str]:
    from jalons.data.words import state_of

    dataset = item.dataset
    doubt = f" ({t('data-to-confirm')})" if dataset.status != "confirmed" else ""
    yield f"{dataset.code} · {dataset.title}"
    yield f"  {item.path.name}{t('colon')}{state_of(item, now, t)}"
    if item.size is not None:
        yield f"  SHA-256 {item.sha256}"
    yield f"  {t('data-use', use=dataset.uses[t.lang])}"
    page, producer = f"{dataset.page}{doubt}", dataset.producer
    yield f"  {t('data-where-from', producer=producer, page=page, licence=dataset.licence)}"


def _verdict(dataset: DataSet, reading: Reading[None], t: Translator) -> Iterable[str]:
    from jalons.data.words import years_of

    delimiter = DELIMITERS[reading.delimiter]
    shape = t("data-shape", encoding=reading.encoding, delimiter=delimiter)
    rows = ", ".join([t("data-rows", count=reading.lines), *years_of(reading.years, t)])
    yield f"{reading.file}{t('colon')}{t('data-good', title=dataset.title, rows=rows, shape=shape)}"
    yield from _left_out(reading, t)


def _left_out(reading: Reading[None], t: Translator) -> Iterable[str]:
    if reading.left_out:
        rows = {problem.row for problem in reading.left_out}
        yield t("data-left-out", count=len(rows))
        yield from (problem.sentence(t) for problem in reading.left_out)


def _as_json(item: Held, now: datetime) -> dict[str, Any]:
    return {
        "code": item.dataset.code,
        "title": item.dataset.title,
        "producer": item.dataset.producer,
        "licence": item.dataset.licence,
        "page": item.dataset.page,
        "address": item.dataset.address,
        "status": item.dataset.status,
        "file": str(item.path),
        "here": item.size is not None,
        "size": item.size,
        "sha256": item.sha256 or None,
        "fetched": item.fetched.isoformat() if item.fetched else None,
        "age_days": item.age_days(now),
        "source": item.source or None,
        "rows": item.rows or None,
        "years": list(item.years),
    }


def _reading_json(dataset: DataSet, reading: Reading[None], t: Translator) -> dict[str, Any]:
    return {
        "code": dataset.code,
        "file": reading.file,
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
        "rows": reading.lines,
        "years": list(reading.years),
        "left_out": [problem.as_json(t) for problem in reading.left_out],
    }
