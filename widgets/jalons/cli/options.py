"""``jalons options``: every option open to a pupil, why, and who can help."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jalons.cli.terminal import AsJson, input_problems, print_json, translator

if TYPE_CHECKING:
    from jalons.i18n import Translator

ProfileFile = Annotated[Path, typer.Argument(metavar="PROFIL", help="Profil d'élève (YAML).")]


def options(profile: ProfileFile, as_json: AsJson = False) -> None:
    """Montrer toutes les options d'un élève après un CAP ou un bac pro, et pourquoi."""
    from jalons.options.codec import answer_json, load_shelf
    from jalons.options.profile import read_file
    from jalons.options.search import explore

    t = translator()
    with input_problems(as_json):
        shelf = load_shelf()
        read = read_file(profile, shelf.catalogue)
    answer = explore(read, shelf.catalogue)
    content = answer_json(answer, shelf, t, datetime.now().astimezone().date())
    if as_json:
        print_json(content)
        return
    typer.echo("\n".join(text(content, t)))


def text(content: dict[str, Any], t: Translator) -> list[str]:
    """The answer for a person at a terminal: one option a paragraph."""
    name = content["profile"]["specialite"]["label"]
    lines = [t("option-title", name=name), "", *content["notices"]]
    for option in content["options"]:
        lines += ["", *_option(option, t)]
    if content["others"]:
        lines += ["", t("option-cli-others") + t("colon")]
        lines += [f"- {o['label']}. {o['admission']['text']}" for o in content["others"]]
    if content["closed"]:
        lines += ["", t("option-cli-closed") + t("colon")]
        lines += [f"- {closed['text']}" for closed in content["closed"]]
    if content["paths"]:
        lines += ["", t("option-cli-paths") + t("colon")]
        lines += [
            f"- {p['label']}{t('colon')}{' → '.join(step['label'] for step in p['steps'])}"
            for p in content["paths"]
        ]
    return lines


def _option(option: dict[str, Any], t: Translator) -> list[str]:
    admission = option["admission"]
    doubt = f", {t('option-calendar-to-confirm')}" if admission["status"] == "to_confirm" else ""
    lines = [f"• {option['label']}", f"  {admission['text']} ({admission['source']}{doubt})"]
    lines += [f"  {t('option-cli-also')}{t('colon')}{way['text']}" for way in option["also"]]
    lines += [f"  {sentence}" for sentence in (*option["why"], *option["unmet_wishes"])]
    lines += [
        f"  - {i['text']} ({i['year']}, {i['scope']}{_behind(i)}, {i['source']})"
        for i in option["indicators"]
    ]
    onward = ", ".join(step["label"] for step in option["next"])
    lines.append(f"  {t('option-cli-next')}{t('colon')}{onward}")
    names = ", ".join(service["name"] for service in option["help"])
    return [*lines, f"  {t('option-cli-help')}{t('colon')}{names}"]


def _behind(indicator: dict[str, Any]) -> str:
    return f", n = {indicator['n']} {indicator['n_of']}" if indicator["n"] is not None else ""
