"""``jalons allowance``: what pupils are owed for their company placements."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jalons.cli.terminal import AsJson, input_problems, print_json, say, translator

File = Annotated[
    Path,
    typer.Argument(
        metavar="FICHIER",
        help="CSV ou .xlsx : eleve; annee_scolaire; niveau; jours; valide (et debut; fin).",
    ),
]


def allowance(file: File, as_json: AsJson = False) -> None:
    """Calculer l'allocation de PFMP de chaque élève, ligne par ligne, et le total de l'année."""
    from jalons.support.allowance import allowances
    from jalons.support.allowance_file import read_placements, to_json

    t = translator()
    with input_problems(as_json):
        periods, notices = read_placements(file)
    grants = allowances(periods)
    result = to_json(grants, t)
    for notice in notices:
        say(notice.sentence(t))
    for year in sorted({g.period.year for g in grants if g.status != "confirmed"}):
        say(t("allowance-to-confirm", year=year))
    if as_json:
        print_json(result)
        return
    for row in result["rows"]:
        cells = (row["eleve"], row["annee_scolaire"], row["niveau"], f"{row['amount_eur']} €")
        typer.echo("\t".join((*cells, row["why"])))
    total = sum(grant.amount_eur for grant in grants)
    typer.echo(t("allowance-sum", count=len(grants), total=total))
