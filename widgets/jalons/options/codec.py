"""An answer as JSON, in the words of one language. See ``jalons options --json``.

The shape of an option: ``kind label short code level jobs duration_years closeness about``,
``admission`` {``basis rule text source read_on status``}, ``also`` (the other ways in, same
shape), ``calendar`` [{``date what status source``}], ``indicators`` [{``id value unit n n_of year
scope source label text notes``}], ``why`` [sentences], ``next`` [{``kind label code``}], ``help``
[services], ``unmet_wishes`` [sentences].
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from jalons.i18n import Translator
from jalons.options import words
from jalons.options.calendar import LAST_YEAR, calendar
from jalons.options.catalogue import Catalogue
from jalons.options.catalogue import load as load_catalogue
from jalons.options.domain import (
    Answer,
    Closeness,
    Indicator,
    Kind,
    Option,
    Path,
    Profile,
    Training,
)
from jalons.options.indicators import Figures, indicators
from jalons.options.indicators import load as load_figures
from jalons.options.rules import BY_ID
from jalons.options.search import KIND_OF
from jalons.options.services import Service, for_level, for_option, for_situations
from jalons.options.services import load as load_services
from jalons.schoolyear.tables import TO_CONFIRM

MOST_NEXT = 4


@dataclass(frozen=True)
class Shelf:
    """The tables an answer is told with."""

    catalogue: Catalogue
    figures: Figures
    services: tuple[Service, ...]


def load_shelf() -> Shelf:
    return Shelf(load_catalogue(), load_figures(), load_services())


def answer_json(answer: Answer, shelf: Shelf, t: Translator, today: date) -> dict[str, Any]:
    """Return everything an answer says, ready for ``json.dumps``."""
    profile = answer.profile
    situation = for_level(profile.situation.level)

    def shown(options: tuple[Option, ...]) -> list[dict[str, Any]]:
        return [option_json(option, profile, shelf, t, today) for option in options]

    return {
        "profile": profile_json(profile, t),
        "notices": words.notices(answer, shelf.figures, t),
        "options": shown(answer.options),
        "others": shown(answer.others),
        "closed": [
            {"kind": kind.value, "reason": code, "text": t(f"option-closed-{code}")}
            for kind, code in answer.closed
        ],
        "paths": [path_json(path, profile, t) for path in answer.paths],
        "help": [service_json(s, t) for s in for_situations(shelf.services, (situation,))],
    }


def profile_json(profile: Profile, t: Translator) -> dict[str, Any]:
    s = profile.situation
    return {
        "niveau": s.level.value,
        "diplome": s.diploma.value,
        "specialite": {
            "code": profile.training.code,
            "label": words.full_name(profile.training, t),
            "short": profile.training.short,
        },
        "mention": s.mention,
        "avis_conseil": s.opinion,
        "admis_bts": s.admitted_bts,
        "academie": profile.academy,
        "souhaits": {
            "duree_max": profile.wishes.max_years,
            "apprentissage": profile.wishes.apprenticeship,
        },
    }


def option_json(
    option: Option, profile: Profile, shelf: Shelf, t: Translator, today: date
) -> dict[str, Any]:
    first, *also = option.rules
    helpers = for_option(shelf.services, option.kind, for_level(profile.situation.level))
    training = option.training
    return {
        "kind": option.kind.value,
        "label": words.label(option.kind, training, t),
        "short": training.short if training else "",
        "code": training.code if training else None,
        "level": training.level if training else None,
        "jobs": words.jobs(training.jobs, shelf.catalogue) if training else [],
        "duration_years": option.years,
        "closeness": option.closeness.value,
        "about": words.about(option, t),
        "admission": way_in_json(first, t),
        "also": [way_in_json(rule, t) for rule in also],
        "calendar": [
            {
                "date": event.day.isoformat(),
                "what": t(f"milestone-{words.key(event.milestone)}") + _doubt(event.status, t),
                "status": event.status,
                "source": event.source,
            }
            for event in calendar(option, profile.situation, today)
        ],
        "indicators": [indicator_json(i, t) for i in indicators(option, profile, shelf.figures)],
        "why": words.why(option, profile, shelf.catalogue, t),
        "next": next_json(option, profile.training, shelf.catalogue, t),
        "help": [service_json(service, t) for service in helpers],
        "unmet_wishes": words.unmet(option, profile, t),
    }


def indicator_json(indicator: Indicator, t: Translator) -> dict[str, Any]:
    return {
        "id": indicator.id,
        "value": indicator.value,
        "unit": words.unit(indicator, t),
        "n": indicator.n,
        "n_of": t(f"option-n-{words.key(indicator.n_of)}") if indicator.n_of else None,
        "year": indicator.year,
        "scope": indicator.scope,
        "source": indicator.source,
        "label": indicator.label or None,
        "text": words.figure(indicator, t),
        "notes": words.figure_notes(indicator, t),
    }


def service_json(service: Service, t: Translator) -> dict[str, Any]:
    return {
        "id": service.id,
        **service.words[t.lang],
        "former_names": list(service.former_names),
        "site": service.site or None,
        "source": service.source,
    }


def way_in_json(rule_id: str, t: Translator) -> dict[str, Any]:
    rule = BY_ID[rule_id]
    return {
        "basis": rule.basis.value,
        "rule": rule.id,
        "text": t(f"option-rule-{rule.id}"),
        "source": rule.source,
        "read_on": rule.read_on.isoformat(),
        "status": rule.status,
    }


def next_json(
    option: Option, here: Training, catalogue: Catalogue, t: Translator
) -> list[dict[str, Any]]:
    """What the option leads to: its natural continuations, of no type one has already, or a job."""
    if option.kind is Kind.CLASSE_PASSERELLE:
        return [{"kind": Kind.BTS.value, "label": t("option-kind-BTS"), "code": None}]
    found = []
    if option.kind is Kind.BTS:
        found.append({"kind": Kind.LICENCE.value, "label": t("option-licence-pro"), "code": None})
    elif option.training:
        links = catalogue.links.get(option.training.code, ())
        higher = [
            catalogue.trainings[link.target]
            for link in links
            if link.closeness is Closeness.SUITE
            and catalogue.trainings[link.target].level > option.training.level
            and catalogue.trainings[link.target].type != here.type
        ]
        found += [
            {
                "kind": KIND_OF[training.type].value,
                "label": words.full_name(training, t),
                "code": training.code,
            }
            for training in higher[:MOST_NEXT]
        ]
    return [*found, {"kind": Kind.EMPLOI.value, "label": t("option-kind-EMPLOI"), "code": None}]


def path_json(path: Path, profile: Profile, t: Translator) -> dict[str, Any]:
    return {
        "purpose": path.purpose,
        "label": t(f"option-path-{path.purpose}"),
        "years": path.years,
        "steps": [
            {
                "kind": step.kind.value,
                "label": words.step_label(step, t),
                "code": step.training.code if step.training else None,
                "years": step.years,
                "basis": BY_ID[step.rule].basis.value,
                "text": t(f"option-rule-{step.rule}"),
                "if_it_fails": words.lost(path, number, profile.training, t),
            }
            for number, step in enumerate(path.steps)
        ],
    }


def _doubt(status: str, t: Translator) -> str:
    if status == LAST_YEAR:
        return f" ({t('option-calendar-last-year')})"
    return f" ({t('option-calendar-to-confirm')})" if status == TO_CONFIRM else ""
