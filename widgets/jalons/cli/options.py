"""``jalons options``: every option open to a pupil, why, and who can help."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jalons.cli.terminal import AsJson, input_problems, print_json, refuse, translator

if TYPE_CHECKING:
    from jalons.i18n import Translator
    from jalons.options.catalogue import Catalogue
    from jalons.options.near import Nearby

ProfileFile = Annotated[Path, typer.Argument(metavar="PROFIL", help="Profil d'élève (YAML).")]


Near = Annotated[
    str | None,
    typer.Option(
        "--near",
        metavar="LIEU",
        help="Places dans une académie, un département ou une commune (fichier Parcoursup).",
    ),
]


def options(profile: ProfileFile, near: Near = None, as_json: AsJson = False) -> None:
    """Montrer toutes les options d'un élève après un CAP ou un bac pro, et pourquoi."""
    from jalons.options.codec import answer_json, load_shelf
    from jalons.options.profile import read_file
    from jalons.options.search import explore

    t = translator()
    with input_problems(as_json):
        shelf = load_shelf()
        read = read_file(profile, shelf.catalogue)
        places = None if near is None else _places(near, shelf.catalogue, t, as_json)
    answer = explore(read, shelf.catalogue)
    content = answer_json(answer, shelf, t, datetime.now().astimezone().date())
    if places:
        _put_near(content, places)
    if as_json:
        print_json(content)
        return
    typer.echo("\n".join(text(content, t)))


def _places(place: str, catalogue: Catalogue, t: Translator, as_json: bool) -> Nearby:
    """What Parcoursup offers near a place, from the file of the person's data folder."""
    from jalons.data.parcoursup import offers
    from jalons.data.registry import load
    from jalons.data.shelf import folder
    from jalons.options.near import nearby

    file = folder() / load()["parcoursup"].file
    if not file.is_file():
        refuse(t("near-no-file", file=str(file)), as_json)
    known = offers(file)
    found = nearby(known, place, catalogue)
    if found.year is None:
        towns = any(offer.town for offer in known)
        refuse(t("near-nowhere" if towns else "near-no-towns", place=place), as_json)
    return found


def _put_near(content: dict[str, Any], places: Nearby) -> None:
    """Each BTS, BUT and CS of the answer gets its offers near the place."""
    from jalons.options.near import TYPES, as_json

    content["near"] = {
        "place": places.place,
        "year": places.year,
        "unknown": dict(places.unknown),
    }
    for option in content["options"]:
        if option["kind"] in TYPES:
            option["near"] = [as_json(offer) for offer in places.by_code.get(option["code"], ())]


def text(content: dict[str, Any], t: Translator) -> list[str]:
    """The answer for a person at a terminal: one option a paragraph."""
    name = content["profile"]["specialite"]["label"]
    lines = [t("option-title", name=name), "", *content["notices"]]
    for option in content["options"]:
        lines += ["", *_option(option, t)]
        if "near" in option:
            lines += _near(option["near"], content["near"], t)
    if near := content.get("near"):
        year = str(near["year"])
        lines += ["", t("near-source", year=year)]
        titles = " ; ".join(f"{title} ({count})" for title, count in near["unknown"].items())
        if titles:
            lines.append(t("near-unknown", place=near["place"], year=year, titles=titles))
    public = t("option-figure-note-public")
    if any(public in i["notes"] for option in content["options"] for i in option["indicators"]):
        lines += ["", public]
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
    from jalons.options.sheet import LONG
    from jalons.printing.press import day_text

    admission = option["admission"]
    doubt = f", {t('option-calendar-to-confirm')}" if admission["status"] == "to_confirm" else ""
    lines = [f"• {option['label']}", f"  {admission['text']} ({admission['source']}{doubt})"]
    lines += [f"  {t('option-cli-also')}{t('colon')}{way['text']}" for way in option["also"]]
    lines += [f"  {sentence}" for sentence in (*option["why"], *option["unmet_wishes"])]
    lines += [
        f"  {day_text(t, date.fromisoformat(event['date']), LONG)}{t('colon')}{event['what']}"
        for event in option["calendar"]
    ]
    lines += [
        f"  - {i['text']} ({i['year']}, {i['scope']}{_behind(i)}, {i['source']}){_measured(i, t)}"
        for i in option["indicators"]
    ]
    onward = ", ".join(step["label"] for step in option["next"])
    lines.append(f"  {t('option-cli-next')}{t('colon')}{onward}")
    names = ", ".join(service["name"] for service in option["help"])
    return [*lines, f"  {t('option-cli-help')}{t('colon')}{names}"]


def _near(offers: list[dict[str, Any]], asked: dict[str, Any], t: Translator) -> list[str]:
    title = t("near-title", place=asked["place"], year=str(asked["year"])) + t("colon")
    if not offers:
        return [f"  {title}{t('near-none')}"]
    return [f"  {title}".rstrip(), *(f"  - {_offer(offer, t)}" for offer in offers)]


def _offer(offer: dict[str, Any], t: Translator) -> str:
    where = offer["town"] or offer["department"] or offer["academy"]
    school = t("near-school", school=offer["school"], where=where)
    places, share = offer["places"], offer["bac_pro_share"]
    facts = [
        t("near-places-unknown") if places is None else t("near-places", count=places),
        t("near-few")
        if share is None
        else t("near-share", share=round(100 * share), n=offer["admitted_from_bac"]),
    ]
    named = f"{school}, {offer['detail']}" if offer["detail"] else school
    return f"{named}{t('colon')}{', '.join(facts)}"


def _measured(indicator: dict[str, Any], t: Translator) -> str:
    """The older diploma a figure was measured on, where it is another one.

    The other notes are told elsewhere: the records behind a mean beside it, what changed in 2022
    once for all.
    """
    from jalons.options.words import number

    told = {t("option-figure-note-public")}
    if indicator["n"] is not None:
        told.add(t("option-figure-note-mean", n=number(indicator["n"], t)))
    return "".join(f" {note}" for note in indicator["notes"] if note not in told)


def _behind(indicator: dict[str, Any]) -> str:
    return f", n = {indicator['n']} {indicator['n_of']}" if indicator["n"] is not None else ""
