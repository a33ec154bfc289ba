"""The rules of admission: which way into an option is open, in which situation.

One rule, one pure function of (situation, closeness), one source with the day it was read. The
sentence of a rule is the message ``option-rule-<id>`` of the translator. A rule knows no
speciality: closeness says whether the option continues it (``suite``) or is beside it.

What was sure is cited: the code of education where an article was read, otherwise the public
service's page on guidance in vocational schools (checked by it on 7 June 2024). ``status`` says
``to_confirm`` where the text was read in a copy of unknown date, or is announced only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from jalons.options.domain import (
    Basis,
    Closeness,
    Diploma,
    Kind,
    Level,
    Mention,
    Opinion,
    Situation,
)

CONFIRMED, TO_CONFIRM = "confirmed", "to_confirm"
PUBLIC_SERVICE = (
    "service-public.gouv.fr, « Orientation au lycée professionnel », vérifié le 7 juin 2024"
)
ADMISSION_BTS = (
    "Code de l’éducation, articles D. 331-64-1 et D. 612-31 (version du 10 février 2024, décret "
    "n° 2024-93 du 8 février 2024)"
)
GATEWAY = "Circulaire n° 2018-089 du 18 juillet 2018 (classes passerelles vers le BTS)"
COMMISSION = "Code de l’éducation, article L. 612-3 (loi n° 2018-166 du 8 mars 2018)"
APPRENTICE = "Code du travail, article L. 6222-1"
READ = date(2026, 11, 25)

Test = Callable[[Situation, Closeness], bool]


@dataclass(frozen=True)
class Rule:
    """A way into a kind of option.

    Parameters
    ----------
    id : str
    kind : Kind
    basis : Basis
    holds : callable
        Pure function of the situation and the closeness.
    source : str
        Text and its date.
    read_on : date
    status : str
    """

    id: str
    kind: Kind
    basis: Basis
    holds: Test
    source: str
    read_on: date = READ
    status: str = CONFIRMED


def _near(closeness: Closeness) -> bool:
    return closeness in (Closeness.SUITE, Closeness.PROCHE)


def after_cap(s: Situation, c: Closeness) -> bool:
    return s.diploma is Diploma.CAP


def after_cap_near(s: Situation, c: Closeness) -> bool:
    return after_cap(s, c) and _near(c)


def bac_pro_on_request(s: Situation, c: Closeness) -> bool:
    """A bac pro coherent with the CAP: in première, on request, after the council's advice."""
    return after_cap(s, c) and c is Closeness.SUITE


def bac_pro_other_field(s: Situation, c: Closeness) -> bool:
    """A bac pro beside the CAP: the recteur decides, after the teaching team's opinion."""
    return after_cap(s, c) and c is Closeness.PROCHE


def speciality_of_family(s: Situation, c: Closeness) -> bool:
    """In a seconde of a family of trades, the speciality is chosen for the première."""
    return s.level is Level.PRO2


def after_bac(s: Situation, c: Closeness) -> bool:
    return s.diploma is Diploma.BAC_PRO


def after_bac_near(s: Situation, c: Closeness) -> bool:
    return after_bac(s, c) and _near(c)


def after_bac_any_field(s: Situation, c: Closeness) -> bool:
    """What is open to every bac pro holder, whatever the speciality."""
    return after_bac(s, c) and c is Closeness.ANY


def bts_as_of_right(s: Situation, c: Closeness) -> bool:
    """Same field, mention bien or très bien this very year: a place, if it was asked for."""
    return (
        after_bac(s, c)
        and c is Closeness.SUITE
        and s.level.final
        and s.mention in (Mention.B, Mention.TB)
    )


def bts_with_opinion(s: Situation, c: Closeness) -> bool:
    """A favourable opinion: the commission counts the candidate among those fit to enter."""
    return after_bac_near(s, c) and s.opinion is Opinion.FAVORABLE and s.admitted_bts is not False


def bts_by_parcoursup(s: Situation, c: Closeness) -> bool:
    return after_bac_near(s, c) and s.admitted_bts is not False


def bts_second_round(s: Situation, c: Closeness) -> bool:
    """Refused everywhere: the complementary round and the recteur's commission remain."""
    return after_bac_near(s, c) and s.admitted_bts is False


def gateway_class(s: Situation, c: Closeness) -> bool:
    """A favourable opinion for a BTS, and no place in any."""
    return (
        after_bac(s, c)
        and s.level.final
        and s.opinion is Opinion.FAVORABLE
        and s.admitted_bts is False
    )


def gateway_class_if_refused(s: Situation, c: Closeness) -> bool:
    """The same, before the answers are known."""
    return (
        after_bac(s, c)
        and s.level.final
        and s.opinion in (Opinion.FAVORABLE, None)
        and s.admitted_bts is None
    )


def always(s: Situation, c: Closeness) -> bool:
    return True


def near(s: Situation, c: Closeness) -> bool:
    return _near(c)


def last_year(s: Situation, c: Closeness) -> bool:
    return s.level.final


# In each kind, the surest way first.
RULES: tuple[Rule, ...] = (
    Rule(
        "bac-pro-on-request",
        Kind.BAC_PRO_1RE,
        Basis.SUR_DEMANDE,
        bac_pro_on_request,
        f"Code de l’éducation, article D. 337-57 ; {PUBLIC_SERVICE}",
    ),
    Rule(
        "bac-pro-other-field",
        Kind.BAC_PRO_1RE,
        Basis.AVIS,
        bac_pro_other_field,
        "Code de l’éducation, article D. 337-58",
        status=TO_CONFIRM,
    ),
    Rule(
        "family-speciality",
        Kind.BAC_PRO_1RE,
        Basis.SUR_DEMANDE,
        speciality_of_family,
        "Familles de métiers, liste du ministère (Orion, 2025)",
    ),
    Rule("cs-after-cap", Kind.CS, Basis.DOSSIER, after_cap_near, PUBLIC_SERVICE),
    Rule("cs-after-bac", Kind.CS, Basis.DOSSIER, after_bac_near, PUBLIC_SERVICE),
    Rule("fcil-after-cap", Kind.FCIL, Basis.DOSSIER, after_cap, PUBLIC_SERVICE),
    Rule("fcil-after-bac", Kind.FCIL, Basis.DOSSIER, after_bac, PUBLIC_SERVICE),
    Rule("bma", Kind.BMA, Basis.DOSSIER, after_cap_near, PUBLIC_SERVICE),
    Rule("bp", Kind.BP, Basis.CONTRAT, after_cap_near, PUBLIC_SERVICE),
    Rule("btm", Kind.BTM, Basis.CONTRAT, after_cap, PUBLIC_SERVICE),
    Rule("bts-as-of-right", Kind.BTS, Basis.DE_DROIT, bts_as_of_right, PUBLIC_SERVICE),
    Rule("bts-with-opinion", Kind.BTS, Basis.AVIS, bts_with_opinion, ADMISSION_BTS),
    Rule("bts-parcoursup", Kind.BTS, Basis.PARCOURSUP, bts_by_parcoursup, ADMISSION_BTS),
    Rule("bts-second-round", Kind.BTS, Basis.PARCOURSUP, bts_second_round, COMMISSION),
    Rule("bts-contract", Kind.BTS, Basis.CONTRAT, after_bac_near, APPRENTICE),
    Rule("but", Kind.BUT, Basis.PARCOURSUP, after_bac_near, PUBLIC_SERVICE),
    Rule("licence", Kind.LICENCE, Basis.PARCOURSUP, after_bac_any_field, PUBLIC_SERVICE),
    Rule(
        "dn-made",
        Kind.LICENCE,
        Basis.PARCOURSUP,
        after_bac_near,
        "Code de l’éducation, articles L. 612-3 et D. 642-34 à D. 642-53 (décret n° 2018-367 du "
        "18 mai 2018)",
    ),
    Rule("gateway-class", Kind.CLASSE_PASSERELLE, Basis.AVIS, gateway_class, GATEWAY),
    Rule(
        "gateway-class-if-refused",
        Kind.CLASSE_PASSERELLE,
        Basis.AVIS,
        gateway_class_if_refused,
        GATEWAY,
    ),
    Rule(
        "other-cap",
        Kind.CAP_CONNEXE,
        Basis.DOSSIER,
        near,
        "Base centrale des nomenclatures (BCN), 2025 : CAP en 1 an",
    ),
    Rule("apprenticeship", Kind.APPRENTISSAGE, Basis.CONTRAT, always, APPRENTICE),
    Rule(
        "ambition-emploi",
        Kind.AMBITION_EMPLOI,
        Basis.SUR_DEMANDE,
        last_year,
        PUBLIC_SERVICE,
        status=TO_CONFIRM,  # a union writes that AvenirPro+ takes its place from 2025-2026 on
    ),
    Rule(
        "job",
        Kind.EMPLOI,
        Basis.CONTRAT,
        always,
        PUBLIC_SERVICE,
    ),
    Rule(
        "state-diploma",
        Kind.DIPLOME_ETAT,
        Basis.DOSSIER,
        near,
        "Certif-Info (réseau des Carif-Oref), 2024",
        status=TO_CONFIRM,
    ),
    Rule(
        "professional-title",
        Kind.TITRE_PRO,
        Basis.DOSSIER,
        last_year,
        "Certif-Info (réseau des Carif-Oref), 2024",
    ),
)
# The step after a BTS in a path of several steps; no option of a pupil by itself.
LICENCE_PRO = Rule(
    "licence-pro",
    Kind.LICENCE,
    Basis.DOSSIER,
    always,
    "Arrêté du 6 décembre 2019 portant réforme de la licence professionnelle",
)
BY_ID = {rule.id: rule for rule in (*RULES, LICENCE_PRO)}


def ways_in(situation: Situation, kind: Kind, closeness: Closeness) -> tuple[Rule, ...]:
    """Return the rules by which an option can be entered, the surest first; none: it is closed.

    Examples
    --------
    >>> s = Situation(Level.PRO_LAST, Diploma.BAC_PRO, Mention.TB)
    >>> [rule.id for rule in ways_in(s, Kind.BTS, Closeness.SUITE)]
    ['bts-as-of-right', 'bts-parcoursup', 'bts-contract']
    """
    return tuple(rule for rule in RULES if rule.kind is kind and rule.holds(situation, closeness))


def why_closed(situation: Situation) -> tuple[tuple[Kind, str], ...]:
    """Options that a rule closes to this pupil for now, with the reason's code: nothing hidden."""
    if situation.diploma is not Diploma.BAC_PRO or not situation.level.final:
        return ()
    if situation.opinion in (Opinion.RESERVED, Opinion.NONE):
        return ((Kind.CLASSE_PASSERELLE, "gateway-needs-opinion"),)
    if situation.admitted_bts is True:
        return ((Kind.CLASSE_PASSERELLE, "gateway-needs-refusal"),)
    if situation.admitted_bts is False and situation.opinion is None:
        return ((Kind.CLASSE_PASSERELLE, "gateway-opinion-unknown"),)
    return ()
