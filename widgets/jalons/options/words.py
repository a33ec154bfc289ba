"""From codes to sentences: labels, reasons, ways in, paths. The only place that asks for words.

Takes what :mod:`search` found and a translator; computes nothing.
"""

from __future__ import annotations

from jalons.i18n import Translator
from jalons.options.catalogue import Catalogue
from jalons.options.domain import (
    Answer,
    Closeness,
    Indicator,
    Kind,
    Option,
    Path,
    Profile,
    Step,
    Training,
)
from jalons.options.indicators import Figures

MOST_JOBS = 4
PUBLIC_SINCE = 2022
"""The year from which InserJeunes counts public jobs too."""


def key(code: str) -> str:
    """A code as it is written in a message name."""
    return code.replace("_", "-")


def full_name(training: Training, t: Translator) -> str:
    """« BTS Électrotechnique », « bac pro Logistique »."""
    return f"{t(f'type-{key(training.type)}')} {training.title}".strip()


def label(kind: Kind, training: Training | None, t: Translator) -> str:
    return full_name(training, t) if training else t(f"option-kind-{key(kind)}")


def about(option: Option, t: Translator) -> str:
    """What this kind of training is, in a sentence or two."""
    if option.training and option.training.type == "DNMADE":
        return t("option-about-DNMADE")
    return t(f"option-about-{key(option.kind)}")


def why(option: Option, profile: Profile, catalogue: Catalogue, t: Translator) -> list[str]:
    """Why this option is shown to this pupil, in sentences."""
    here = profile.training
    if option.kind is Kind.EMPLOI:
        names = job_names(here.jobs, catalogue)
        return [t("option-why-jobs-of-diploma", jobs=names)] if names else []
    if option.training is None:
        return [about(option, t)]
    return [*_link(option, here, catalogue, t), *_entry(option, profile, t)]


def _link(option: Option, here: Training, catalogue: Catalogue, t: Translator) -> list[str]:
    target = option.training
    assert target is not None
    if option.reasons == ("famille",):
        if target.code == here.code:
            return [t("option-why-same")]
        return [t("option-why-family", family=target.family)]
    same = option.kind is Kind.CAP_CONNEXE and option.closeness is Closeness.SUITE
    link = "same-field" if same else option.closeness.value
    found = [t(f"option-why-{link}", **{"from": full_name(here, t)})]
    if "groupe" in option.reasons or "domaine" in option.reasons:
        found.append(t("option-why-group", domain=t(f"nsf-{here.group[:2]}")))
    if "metiers" in option.reasons:
        both = tuple(job for job in here.jobs if job in target.jobs)
        found.append(t("option-why-jobs", jobs=job_names(both, catalogue)))
    return found


def _entry(option: Option, profile: Profile, t: Translator) -> list[str]:
    if option.kind is not Kind.BTS:
        return []
    found = [t("option-why-consolidation")]
    known = profile.situation.mention is not None
    if option.closeness is Closeness.SUITE and not known and profile.situation.level.final:
        found.append(t("option-why-mention"))
    return found


def unmet(option: Option, profile: Profile, t: Translator) -> list[str]:
    wanted = "yes" if profile.wishes.apprenticeship else "no"
    return [
        t(f"option-unmet-{key(code)}" + (f"-{wanted}" if code == "apprentissage" else ""))
        for code in option.unmet_wishes
    ]


def job_names(codes: tuple[str, ...], catalogue: Catalogue) -> str:
    return " ; ".join(jobs(codes, catalogue))


def jobs(codes: tuple[str, ...], catalogue: Catalogue) -> list[str]:
    """The names of the first jobs; ROME names are French only."""
    return [catalogue.jobs[code] for code in codes if code in catalogue.jobs][:MOST_JOBS]


def years_text(years: float, t: Translator) -> str:
    if years == 1:
        return t("option-years-1")
    return t("option-years-n", years=number(years, t))


def step_label(step: Step, t: Translator) -> str:
    if step.training is None:
        return t("option-licence-pro")
    return full_name(step.training, t)


def lost(path: Path, number: int, here: Training, t: Translator) -> str:
    """What is left if step ``number`` (from 0) fails."""
    if number == 0:
        return t("option-lost-first", kept=full_name(here, t))
    kept = step_label(path.steps[number - 1], t)
    return t("option-lost-later", kept=kept, years=years_text(path.steps[number].years, t))


def notices(answer: Answer, figures: Figures, t: Translator) -> list[str]:
    """What to know before the list."""
    profile = answer.profile
    found = [t(f"option-notice-interview-{profile.situation.level.value}")]
    if not profile.situation.level.final:
        found.append(t("option-notice-later"))
    if not any(o.training and o.closeness is Closeness.SUITE for o in answer.options):
        found.append(t("option-notice-no-suite"))
    if profile.replaced:
        name = full_name(profile.training, t)
        found.append(t("option-notice-replaced", asked=profile.replaced, name=name))
    if profile.variants:
        name, others = profile.training.title, " ; ".join(t.title for t in profile.variants)
        found.append(t("option-notice-variants", name=name, others=others))
    if profile.set_aside:
        found.append(t("option-notice-set-aside", answers=", ".join(profile.set_aside)))
    if profile.academy and figures.region(profile.academy) is None:
        found.append(t("option-notice-academy", academy=profile.academy))
    return [*found, t("option-figure-note-denominators"), t("option-figure-note-labels")]


def figure(indicator: Indicator, t: Translator) -> str:
    """A figure in a sentence: the number, then where it stands beside others, in words."""
    facts = {"value": number(indicator.value, t)}
    if indicator.unit.startswith("rang_"):
        facts["of"] = indicator.unit.removeprefix("rang_")
    sentence = t(f"option-figure-{key(indicator.id)}", **facts)
    if not indicator.label:
        return sentence
    scale = "label" if indicator.id.startswith("emploi") else "share"
    word = t(f"option-figure-{scale}-{key(indicator.label)}")
    return t("option-figure-compared", figure=sentence, word=word)


def figure_notes(indicator: Indicator, t: Translator) -> list[str]:
    """What to know before believing a figure."""
    notes = []
    if indicator.measured_as:
        notes.append(t("option-figure-note-measured", name=indicator.measured_as))
    if indicator.n_of == "releves" and indicator.n is not None:
        notes.append(t("option-figure-note-mean", n=number(indicator.n, t)))
    known = indicator.id in ("emploi_6m", "emploi_12m", "emploi_24m")
    if known and int(indicator.year[:4]) < PUBLIC_SINCE:
        notes.append(t("option-figure-note-public"))
    return notes


def unit(indicator: Indicator, t: Translator) -> str:
    code = "rang" if indicator.unit.startswith("rang_") else indicator.unit
    return t(f"option-unit-{key(code)}")


def number(value: float, t: Translator) -> str:
    """A number as it is written in the language: « 12 345 », « 52,9 »."""
    written = f"{value:,.1f}".removesuffix(".0")
    if t.lang == "fr":
        return written.replace(",", "\u202f").replace(".", ",")
    return written
