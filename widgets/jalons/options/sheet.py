"""What a pupil kept, as one PDF: « Ma fiche ». Answers are worked out anew from the profile.

Takes the file that the view saves (``jalons-fiche``), with the schools it shows near home, and
refuses a profile as a profile file is refused. Knows no widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jalons.i18n import Translator
from jalons.options import words
from jalons.options.codec import Shelf, answer_json
from jalons.options.profile import read
from jalons.options.search import explore
from jalons.printing.press import day_text, typeset_pdf

TEMPLATE = Path(__file__).parent / "typst" / "sheet.typ"
MOST_FIGURES = 2
MOST_TEXT = 2000
LONG = "d MMMM y"


def sheet_pdf(fiche: Mapping[str, Any], shelf: Shelf, t: Translator, today: date) -> bytes:
    """Return the PDF of a fiche.

    Raises
    ------
    InputError
        The profile in it cannot be used.
    """
    return typeset_pdf(TEMPLATE, sheet_data(fiche, shelf, t, today), today)


def sheet_data(
    fiche: Mapping[str, Any], shelf: Shelf, t: Translator, today: date
) -> dict[str, Any]:
    """What the template is given: the options kept that are open to the profile, in order."""
    answer = answer_json(
        explore(read(asked(fiche["profil"]), shelf.catalogue), shelf.catalogue), shelf, t, today
    )
    every = {(o["kind"], o["code"]): o for o in (*answer["options"], *answer["others"])}
    kept = [(str(o.get("kind")), o.get("code")) for o in fiche.get("options") or ()]
    wish, near = fiche.get("souhait") or {}, fiche.get("near") or {}
    profile = answer["profile"]
    options = [every[key] for key in kept if key in every]
    events = {event["what"]: event for option in options for event in option["calendar"]}
    place = f"{profile['niveau']}-{profile['diplome']}".replace("_", "-")
    return {
        "lang": t.lang,
        "title": t("explorer-sheet-title"),
        "school": "",
        "name": t("explorer-sheet-name"),
        "here": f"{profile['specialite']['label']} – {t(f'explorer-place-{place}')}",
        "options": [
            _option(o, (o["kind"], o["code"]) == (wish.get("kind"), wish.get("code")), t)
            | {"near": str(near.get(f"{o['kind']}.{o['code'] or ''}") or "")[:MOST_TEXT]}
            for o in options
        ],
        "days_title": t("explorer-part-dates"),
        "days": [
            (day_text(t, date.fromisoformat(event["date"]), LONG), event["what"])
            for event in events.values()
        ],
        "questions_title": t("explorer-sheet-questions"),
        "questions": str(fiche.get("questions") or "")[:MOST_TEXT],
        "notes": [
            answer["notices"][0],
            t("explorer-sheet-made", day=day_text(t, today, LONG)),
        ],
    }


def asked(profile: Mapping[str, Any]) -> dict[str, Any]:
    """The profile of an answer as a profile file would give it."""
    given = {key: value for key, value in profile.items() if value is not None}
    given["specialite"] = profile["specialite"]["code"]
    given["souhaits"] = {k: v for k, v in profile.get("souhaits", {}).items() if v is not None}
    return given


def _option(option: Mapping[str, Any], wish: bool, t: Translator) -> dict[str, Any]:
    lines = [option["admission"]["text"], *option["unmet_wishes"]]
    onward = ", ".join(step["label"] for step in option["next"])
    seen = ", ".join(service["name"] for service in option["help"])
    return {
        "label": option["label"],
        "wish": t("explorer-sheet-my-wish") if wish else "",
        "years": duration(option["duration_years"], t),
        "lines": lines,
        "source": t("explorer-source", source=option["admission"]["source"]),
        "figures": [
            {"text": i["text"], "source": credentials(i, t)}
            for i in option["indicators"][:MOST_FIGURES]
        ],
        "next": f"{t('explorer-part-next')}{t('colon')}{onward}",
        "help": f"{t('explorer-part-help')}{t('colon')}{seen}",
    }


def duration(years: float, t: Translator) -> str:
    if years == 0:
        return t("explorer-duration-none")
    return t("explorer-duration-months") if years < 1 else words.years_text(years, t)


def credentials(indicator: Mapping[str, Any], t: Translator) -> str:
    """Where a figure is from, as on the page."""
    n = indicator["n"]
    behind = "" if n is None else f", {words.number(n, t)} {indicator['n_of']}"
    facts = {key: indicator[key] for key in ("year", "scope", "source")}
    return t("explorer-figure-source", behind=behind, **facts)
