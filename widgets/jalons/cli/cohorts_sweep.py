"""``jalons cohorts sweep``: one scenario, every academy, every setting of the levers, in one table.

Joined to the group of ``jalons.cli.cohorts``.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jalons.cli.cohorts_run import Address, Engine, EngineChoice, ScenarioFile, mapper
from jalons.cli.terminal import AsJson, input_problems, print_json, refuse, say, translator, write

if TYPE_CHECKING:
    from jalons.cohorts.domain import Scenario
    from jalons.cohorts.sweep import SweepRow
    from jalons.i18n import Translator

ALL = "toutes"


def sweep(
    scenario: ScenarioFile,
    lever: Annotated[
        list[str] | None,
        typer.Option(help="Levier et couvertures à essayer : parcours_consolidation=0,0.5,1"),
    ] = None,
    academies: Annotated[
        str | None,
        typer.Option(help=f"Académies, séparées par des virgules, ou « {ALL} ». Sans : la France."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Fichier où écrire le tableau (CSV).")
    ] = None,
    engine: EngineChoice = Engine.LOCAL,
    address: Address = None,
    as_json: AsJson = False,
) -> None:
    """Essayer un scénario dans chaque académie et pour chaque réglage des leviers."""
    from jalons.cohorts.indicator_table import load_indicators
    from jalons.cohorts.lever_table import load_levers
    from jalons.cohorts.sweep import grid
    from jalons.cohorts.sweep import sweep as compute

    t = translator()
    if output is None and not as_json:
        refuse(t("cohorts-sweep-no-output"))
    if address is not None and engine is not Engine.DASK:
        refuse(t("cohorts-address-needs-dask"), as_json)
    if output is not None and not output.absolute().parent.is_dir():
        refuse(t("cli-no-folder", folder=str(output.parent)), as_json)
    coverages = coverages_of(lever or [], t, as_json)
    with input_problems(as_json):
        places = scenarios(scenario, academies, t, as_json)
        points = grid(places, load_levers(), coverages, load_indicators().indicators)
        with mapper(engine, address, t, as_json) as run:
            rows = [row_json(row) for row in compute(points, run)]
        if output is not None:
            write(output, csv_bytes(rows, list(coverages)))
    if as_json:
        print_json({"rows": rows})
    if output is not None:
        say(t("cli-written", file=str(output)))


def coverages_of(given: list[str], t: Translator, as_json: bool) -> dict[str, tuple[float, ...]]:
    """``{lever: coverages}`` from ``lever=0,0.5,1``."""
    from jalons.cohorts.lever_table import load_levers

    known, found = load_levers(), {}
    for text in given:
        name, _, numbers = text.partition("=")
        if name not in known:
            refuse(t("cohorts-sweep-lever", given=text, known=", ".join(known)), as_json)
        try:
            shares = tuple(float(number) for number in numbers.split(","))
        except ValueError:
            shares = ()
        if not shares or not all(known[name].baseline <= share <= 1 for share in shares):
            refuse(t("cohorts-sweep-coverage", given=text, low=known[name].baseline), as_json)
        found[name] = tuple(dict.fromkeys(shares))
    return found


def scenarios(
    path: Path, academies: str | None, t: Translator, as_json: bool
) -> dict[str, Scenario]:
    """The scenario by place: with each academy's own model, or as it is."""
    from jalons.cohorts import local
    from jalons.cohorts.catalogue import load_model
    from jalons.cohorts.domain import Model
    from jalons.cohorts.lever_table import load_levers
    from jalons.cohorts.scenario import read_scenario

    asked = read_scenario(path, load_model, load_levers())
    if academies is None:
        return {local.FRANCE: asked}
    if asked.model is None:
        refuse(t("cohorts-sweep-no-model"), as_json)
    known = {name.casefold(): name for name in local.academies()}
    named = [name.strip().casefold() for name in academies.split(",")]
    wanted = list(known) if academies == ALL else named
    if unknown := [name for name in wanted if name not in known]:
        facts = {"name": ", ".join(unknown), "known": ", ".join(known.values())}
        refuse(t("cohorts-sweep-academy", **facts), as_json)

    def of_academy(academie: str) -> Scenario:
        def model_of(name: str) -> Model:
            national = load_model(name)
            heads, ratios = local.academy_heads(academie), local.academy_ratios(academie)
            return local.local_model(national, ratios, heads, name, national.start_year)

        return read_scenario(path, model_of, load_levers())

    return {known[place]: of_academy(known[place]) for place in dict.fromkeys(wanted)}


def row_json(row: SweepRow) -> dict[str, Any]:
    figure = row.figure
    return {
        **dict(row.labels),
        "indicator": row.indicator,
        "value": figure.value,
        "p05": figure.p05,
        "p95": figure.p95,
        "unit": figure.unit,
        "year": figure.year,
    }


def csv_bytes(rows: list[dict[str, Any]], levers: list[str]) -> bytes:
    columns = ["place", *levers, "indicator", "value", "p05", "p95", "unit", "year"]
    text = io.StringIO()
    table = csv.DictWriter(text, columns, delimiter=";", lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
