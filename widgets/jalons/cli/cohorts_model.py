"""``jalons cohorts model``: every rate of the calibrated model, its source, and what it misses.

Joined to the group of ``jalons.cli.cohorts``.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from jalons.cli.terminal import AsJson, input_problems, print_json, translator


def model(
    name: Annotated[str, typer.Argument(metavar="MODELE", help="voie-pro, ou un autre nom.")] = (
        "voie-pro"
    ),
    as_json: AsJson = False,
) -> None:
    """Montrer les taux d'un modèle, leur source, et de combien il manque les effectifs connus."""
    from jalons.cohorts.catalogue import load_model
    from jalons.cohorts.voie_pro import misses

    t = translator()
    with input_problems(as_json):
        found = load_model(name)
    checks = misses()
    if as_json:
        print_json(
            {
                "name": found.name,
                "start_year": found.start_year,
                "states": list(found.states),
                "rates": [asdict(rate) for rate in found.rates],
                "initial": {stock.state: stock.heads for stock in found.initial},
                "entries": {entry.state: list(entry.heads) for entry in found.entries},
                "misses": [asdict(miss) | {"share": round(miss.share, 4)} for miss in checks],
            }
        )
        return
    for state in found.states:
        typer.echo(f"{state}  {t(f'cohorts-state-{state}')}")
        for rate in (rate for rate in found.rates if rate.state == state):
            per = t(f"cohorts-model-per-{rate.denominator}")
            where = ", ".join(part for part in (rate.source, rate.year, rate.note) if part)
            typer.echo(
                f"    {rate.to:<21} {100 * rate.value:5.1f} % {per}  {rate.confidence}  {where}"
            )
    typer.echo("")
    typer.echo(t("cohorts-model-confidence"))
    typer.echo("")
    line = "{:>6} {:>5} {:>10} {:>10} {:>8}  {}".format
    typer.echo(line(*t("cohorts-model-miss-titles").split(";")))
    for miss in checks:
        kind = "given" if miss.given else "fitted" if miss.fitted else "unseen"
        cells = (miss.year, miss.state, round(miss.modelled), miss.observed)
        typer.echo(line(*cells, f"{100 * miss.share:+.1f} %", t(f"cohorts-model-{kind}")))
