"""``jalons cohorts run``: what becomes of the cohorts of a scenario file.

Joined to the group of ``jalons.cli.cohorts``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jalons.cli.terminal import AsJson, input_problems, print_json, refuse, say, translator, write

if TYPE_CHECKING:
    from jalons.cohorts.domain import Result
    from jalons.i18n import Translator


class Engine(StrEnum):
    """Where draws are computed."""

    LOCAL = "local"
    DASK = "dask"


ScenarioFile = Annotated[
    Path, typer.Argument(metavar="SCENARIO.yaml", help="Le scénario à simuler.")
]
EngineChoice = Annotated[
    Engine, typer.Option(help="Où calculer : ici, ou sur un ensemble de machines (dask).")
]
Address = Annotated[
    str | None, typer.Option(help="Adresse de l'ordonnanceur Dask ; sans elle, deux ouvriers ici.")
]


def run(
    scenario: ScenarioFile,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Fichier où écrire le résultat (JSON).")
    ] = None,
    draws: Annotated[
        int | None, typer.Option(help="Nombre de tirages, à la place de celui du scénario.")
    ] = None,
    seed: Annotated[
        int | None, typer.Option(help="Graine, à la place de celle du scénario.")
    ] = None,
    engine: EngineChoice = Engine.LOCAL,
    address: Address = None,
    as_json: AsJson = False,
) -> None:
    """Simuler un scénario : effectifs attendus, fourchettes, flux, indicateurs."""
    from dataclasses import replace

    from jalons.cohorts import rules
    from jalons.cohorts.catalogue import load_model
    from jalons.cohorts.codec import to_json
    from jalons.cohorts.indicator_table import load_indicators
    from jalons.cohorts.lever_table import load_levers
    from jalons.cohorts.outcome import run as compute
    from jalons.cohorts.scenario import read_scenario
    from jalons.problems import InputError

    t = translator()
    if address is not None and engine is not Engine.DASK:
        refuse(t("cohorts-address-needs-dask"), as_json)
    if output is not None and not output.absolute().parent.is_dir():
        refuse(t("cli-no-folder", folder=str(output.parent)), as_json)
    with input_problems(as_json):
        asked = read_scenario(scenario, load_model, load_levers())
        asked = replace(
            asked,
            draws=asked.draws if draws is None else draws,
            seed=asked.seed if seed is None else seed,
        )
        if found := rules.check(asked):
            raise InputError(found)
        with mapper(engine, address, t, as_json) as run_chunks:
            result = compute(asked, load_indicators(), run_chunks)
        content = to_json(result, t)
        if output is not None:
            write(output, json.dumps(content, ensure_ascii=False, indent=1).encode())
    if as_json:
        print_json(content)
    else:
        report(result, t)
    for notice in content["notices"]:
        say(notice["message"])
    if output is not None:
        say(t("cli-written", file=str(output)))


@contextmanager
def mapper(engine: Engine, address: str | None, t: Translator, as_json: bool) -> Iterator[Any]:
    """What maps over the chunks of draws, or over the points of a sweep."""
    if engine is Engine.LOCAL:
        yield map
        return
    from jalons.cohorts.cluster import ClusterError, dask_mapper

    try:
        with dask_mapper(address) as cluster:
            yield cluster
    except ClusterError as error:
        refuse(t(f"cohorts-{error.code.replace('_', '-')}", detail=error.detail), as_json)


def report(result: Result, t: Translator) -> None:
    """The stocks of the last year and the indicators, for the person at the terminal."""
    from jalons.cohorts.words import band, indicator_name, value

    year = result.scenario.years[-1]
    typer.echo(t("cohorts-report-stocks", name=result.scenario.name, year=str(year)))
    for i, state in enumerate(result.scenario.states):
        both, alone = (
            band(t, bands.p05[-1][i], bands.p95[-1][i], "heads")
            for bands in (result.bands, result.sampling)
        )
        facts = {"state": state, "expected": value(t, result.expected[-1][i], "heads")}
        typer.echo(t("cohorts-report-state", **facts, both=both, alone=alone))
    if result.indicators:
        typer.echo(t("cohorts-report-indicators", year=str(year - 1)))
    for name, figure in result.indicators.items():
        if figure.value is None or figure.p05 is None or figure.p95 is None:
            typer.echo(f"  {indicator_name(t, name)} : {t('cohorts-nobody')}")
        else:
            shown = value(t, figure.value, figure.unit)
            spread = band(t, figure.p05, figure.p95, figure.unit)
            typer.echo(f"  {indicator_name(t, name)} : {shown} {spread}")
