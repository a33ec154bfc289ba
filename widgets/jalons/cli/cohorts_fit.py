"""``jalons cohorts fit`` and ``backtest``: what the official head-counts say, and how well.

Joined to the group of ``jalons.cli.cohorts``.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jalons.cli.terminal import AsJson, input_problems, print_json, refuse, say, translator, write
from jalons.cohorts.grain import Grain

if TYPE_CHECKING:
    from jalons.data.headcounts import HeadCounts
    from jalons.i18n import Translator

FURTHEST = 10
"""Years ahead of the last one fitted that may be asked for."""

File = Annotated[
    Path,
    typer.Argument(
        metavar="EFFECTIFS.csv",
        help="Le fichier officiel fr-en-lycee_pro-effectifs-niveau-sexe-lv (CSV), ou le mot "
        "effectifs : celui que « jalons data update » a pris.",
    ),
]


def fit(
    file: File,
    grain: Annotated[
        Grain, typer.Option(help="Un taux pour la France, par académie ou par établissement.")
    ] = Grain.ACADEMIE,
    place: Annotated[
        str | None,
        typer.Option("--place", help="Une seule académie, ou un seul établissement (numéro)."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", help="Écrire : .json, .csv (tableau) ou .yaml (scénario d'un lieu)."
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Estimer les taux de passage (2de, 1re, Tle ; CAP 1, CAP 2) ; les grands aident les petits."""
    from jalons.cohorts import fit as engine
    from jalons.cohorts.fit_json import fit_json, ratio_json, scenario_of
    from jalons.cohorts.panel import panel_of
    from jalons.data.headcounts import read_headcounts
    from jalons.data.shelf import named

    t = translator()
    with input_problems(as_json):
        counts = read_headcounts(named(file))
        years = last_run(counts, t, as_json)
        panel = panel_of((row for row in counts.rows if row.year in years), grain)
    if years != counts.years:
        say(t("cohorts-fit-years", years=joined(years), file=counts.name))
    fitted = engine.fit(panel)
    if place is not None and place.upper() not in panel.places:
        refuse(t("cohorts-fit-no-place", place=place, file=counts.name), as_json)
    chosen = panel.places if place is None else (place.upper(),)
    result = fit_json(fitted, panel, grain)
    rows = [ratio_json(ratio, grain) for ratio in fitted.ratios if ratio.place in chosen]
    if place is not None:
        key = "etablissement" if grain is Grain.ETABLISSEMENT else "academie"
        result["ratios"] = rows
        result["entries"] = [row for row in result["entries"] if row[key] == chosen[0]]
    if output is not None:
        if not output.absolute().parent.is_dir():
            refuse(t("cli-no-folder", folder=str(output.parent)), as_json)
        kind = output.suffix.casefold()
        if kind == ".json":
            text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
        elif kind == ".csv":
            text = table_csv(rows)
        elif kind != ".yaml":
            refuse(t("cohorts-fit-kind", file=output.name), as_json)
        elif len(chosen) == 1:
            text = scenario_yaml(scenario_of(fitted, panel, chosen[0]), counts.name, t)
        else:
            refuse(t("cohorts-fit-one-place", file=output.name), as_json)
        with input_problems(as_json):
            write(output, text.encode())
        say(t("cli-written", file=str(output)))
    if as_json:
        print_json(result)
    elif output is None:
        print_ratios(rows, t)


def backtest(
    file: File,
    train: Annotated[str, typer.Option(help="Rentrées pour apprendre : 2019,2020.")],
    target: Annotated[int, typer.Option(help="Rentrée à prévoir : 2021.")],
    by: Annotated[Grain, typer.Option("--by", help="Prévoir par…")] = Grain.ACADEMIE,
    seed: Annotated[int, typer.Option(min=0, help="Graine des tirages.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Prévoir une rentrée à partir des précédentes, et mesurer l'erreur si elle est connue."""
    from jalons.cohorts import backtest as engine
    from jalons.cohorts.fit_json import backtest_json
    from jalons.cohorts.panel import panel_of
    from jalons.data.headcounts import read_headcounts
    from jalons.data.shelf import named

    t = translator()
    years = wanted_years(train, target, t, as_json)
    with input_problems(as_json):
        counts = read_headcounts(named(file))
    for year in years:
        if year not in counts.years:
            facts = {"year": str(year), "years": joined(counts.years), "file": counts.name}
            refuse(t("cohorts-fit-absent", **facts), as_json)
    known = panel_of((row for row in counts.rows if row.year in years), by)
    came = [row for row in counts.rows if row.year == target]
    test = engine.backtest(known, target, panel_of(came, by) if came else None, seed)
    if test.untold:
        say(t("cohorts-fit-untold", count=len(test.untold), year=str(years[-1])))
    if target not in counts.years:
        say(t("cohorts-fit-unknown-target", year=str(target)))
    if as_json:
        print_json(backtest_json(test, by))
    else:
        print_backtest(backtest_json(test, by), t)


def wanted_years(train: str, target: int, t: Translator, as_json: bool) -> tuple[int, ...]:
    parts = [part.strip() for part in train.split(",")]
    if not all(len(part) == 4 and part.isascii() and part.isdigit() for part in parts):
        refuse(t("cohorts-fit-train", value=train), as_json)
    years = tuple(sorted({int(part) for part in parts}))
    if len(years) < 2 or years[-1] - years[0] != len(years) - 1:
        refuse(t("cohorts-fit-follow", value=joined(years)), as_json)
    if not years[-1] < target <= years[-1] + FURTHEST:
        facts = {"target": str(target), "last": str(years[-1]), "most": str(years[-1] + FURTHEST)}
        refuse(t("cohorts-fit-target", **facts), as_json)
    return years


def last_run(counts: HeadCounts, t: Translator, as_json: bool) -> tuple[int, ...]:
    """The last Septembers of the file that follow each other, two at least."""
    run = [counts.years[-1]]
    while run[0] - 1 in counts.years:
        run.insert(0, run[0] - 1)
    if len(run) < 2:
        refuse(t("cohorts-fit-two-years", years=joined(counts.years), file=counts.name), as_json)
    return tuple(run)


def joined(years: Sequence[int]) -> str:
    return ", ".join(map(str, years))


def flat(row: dict[str, Any]) -> dict[str, Any]:
    weights = {f"weight_{key}": value for key, value in row["weights"].items()}
    return {key: value for key, value in row.items() if key != "weights"} | weights


def table_csv(rows: Sequence[dict[str, Any]]) -> str:
    text = io.StringIO()
    lines = csv.writer(text, delimiter=";", lineterminator="\n")
    for number, row in enumerate(map(flat, rows)):
        if number == 0:
            lines.writerow(row)
        lines.writerow(row.values())
    return text.getvalue()


def scenario_yaml(scenario: dict[str, Any], source: str, t: Translator) -> str:
    import yaml

    body = yaml.safe_dump(scenario, sort_keys=False, allow_unicode=True)
    return f"# {t('cohorts-fit-scenario', source=source)}\n{body}"


def place_of(row: dict[str, Any]) -> str:
    return str(row.get("etablissement", row["academie"]))


def print_ratios(rows: Sequence[dict[str, Any]], t: Translator) -> None:
    line = "{:<24} {:>5} {:>5} {:>8} {:>15} {:>8} {:>8} {:>18}".format
    typer.echo(line(*t("cohorts-fit-ratio-titles").split(";")))
    for row in rows:
        own = "–" if row["own_ratio"] is None else f"{row['own_ratio']:.3f}"
        band = f"{row['p05']:.3f}–{row['p95']:.3f}"
        weights = "/".join(f"{100 * weight:.0f}" for weight in row["weights"].values())
        cells = (row["from"], row["to"], f"{row['ratio']:.3f}", band, own, row["pupils"], weights)
        typer.echo(line(place_of(row), *cells))
    typer.echo(t("cohorts-fit-ratio-note"))


def print_backtest(result: dict[str, Any], t: Translator) -> None:
    line = "{:<24} {:>5} {:>9} {:>17} {:>9}".format
    typer.echo(line(*t("cohorts-fit-backtest-titles").split(";")))
    for row in result["rows"]:
        band = f"{row['p05']:.0f}–{row['p95']:.0f}"
        observed = "–" if row["observed"] is None else row["observed"]
        typer.echo(line(place_of(row), row["level"], f"{row['predicted']:.0f}", band, observed))
    if not result["errors"]["model"]["n"]:
        return
    typer.echo("")
    line = "{:<26} {:>12} {:>12} {:>16}".format
    typer.echo(line(*t("cohorts-fit-error-titles").split(";")))
    for name, found in result["errors"].items():
        shares = [found["mape"], found["coverage"]]
        percents = ["–" if share is None else f"{100 * share:.1f} %" for share in shares]
        label = t(f"cohorts-fit-{name.replace('_', '-')}")
        typer.echo(line(label, f"{found['mae']:.1f}", *percents))
