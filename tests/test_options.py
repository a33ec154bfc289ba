"""Explorer's engine: the rules one by one, the catalogue, figures, services, paths, the profile."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jalons.i18n import Translator
from jalons.options import services, words
from jalons.options.calendar import LAST_YEAR, calendar, school_year
from jalons.options.catalogue import load
from jalons.options.codec import answer_json, load_shelf
from jalons.options.domain import (
    Answer,
    Basis,
    Closeness,
    Diploma,
    Kind,
    Level,
    Mention,
    Opinion,
    Option,
    Profile,
    Situation,
    Wishes,
)
from jalons.options.indicators import LEAST, Figures, indicators
from jalons.options.indicators import load as load_figures
from jalons.options.offline import every_situation
from jalons.options.profile import TYPES, read
from jalons.options.rules import BY_ID, RULES, ways_in, why_closed
from jalons.options.search import explore
from jalons.problems import InputError
from jalons.resources import DATASETS
from jalons.schoolyear.tables import read_rows

CATALOGUE, FIGURES, SHELF = load(), load_figures(), load_shelf()
FR, EN = Translator("fr"), Translator("en")
TODAY = date(2026, 11, 25)
SUITE, PROCHE, ANY = Closeness.SUITE, Closeness.PROCHE, Closeness.ANY

CAP1 = Situation(Level.CAP1, Diploma.CAP)
CAP2 = Situation(Level.CAP2, Diploma.CAP)
CAP_HOLDER = Situation(Level.HOLDER, Diploma.CAP)
SECONDE = Situation(Level.PRO2, Diploma.BAC_PRO)
LAST = Situation(Level.PRO_LAST, Diploma.BAC_PRO)
BAC_HOLDER = Situation(Level.HOLDER, Diploma.BAC_PRO)


def ids(situation: Situation, kind: Kind, closeness: Closeness) -> list[str]:
    return [rule.id for rule in ways_in(situation, kind, closeness)]


def answer(**data: Any) -> Answer:
    return explore(read(data, CATALOGUE), CATALOGUE)


# ---- rules ------------------------------------------------------------------------------


@pytest.mark.parametrize("situation", [CAP1, CAP2, CAP_HOLDER])
def test_after_a_cap_the_coherent_bac_pro_is_on_request(situation: Situation) -> None:
    assert ids(situation, Kind.BAC_PRO_1RE, SUITE) == ["bac-pro-on-request"]
    assert BY_ID["bac-pro-on-request"].basis is Basis.SUR_DEMANDE
    assert ids(situation, Kind.BAC_PRO_1RE, PROCHE) == ["bac-pro-other-field"]


def test_after_a_cap_there_are_cs_fcil_bma_bp_and_btm() -> None:
    assert ids(CAP2, Kind.CS, SUITE) == ["cs-after-cap"]
    assert ids(CAP2, Kind.FCIL, ANY) == ["fcil-after-cap"]
    assert ids(CAP2, Kind.BMA, SUITE) == ["bma"]
    assert ids(CAP2, Kind.BTM, ANY) == ["btm"]
    assert ids(CAP2, Kind.BP, SUITE) == ["bp"]
    assert BY_ID["bp"].basis is Basis.CONTRAT  # by apprenticeship only


def test_after_a_bac_pro_there_are_cs_and_fcil_by_application() -> None:
    for kind, closeness in ((Kind.CS, SUITE), (Kind.FCIL, ANY)):
        (rule,) = ways_in(LAST, kind, closeness)
        assert rule.basis is Basis.DOSSIER


@pytest.mark.parametrize("mention", [Mention.B, Mention.TB])
@pytest.mark.parametrize("level", [Level.PRO_LAST, Level.HOLDER])
def test_a_mention_bien_or_better_opens_a_bts_of_the_field_as_of_right(
    mention: Mention, level: Level
) -> None:
    situation = Situation(level, Diploma.BAC_PRO, mention)
    assert ways_in(situation, Kind.BTS, SUITE)[0].basis is Basis.DE_DROIT
    assert Basis.DE_DROIT not in [r.basis for r in ways_in(situation, Kind.BTS, PROCHE)]


@pytest.mark.parametrize("mention", [None, Mention.AB, Mention.NONE])
def test_without_such_a_mention_nothing_is_as_of_right(mention: Mention | None) -> None:
    situation = Situation(Level.PRO_LAST, Diploma.BAC_PRO, mention)
    assert Basis.DE_DROIT not in [r.basis for r in ways_in(situation, Kind.BTS, SUITE)]


def test_the_right_outlives_a_refusal() -> None:
    refused = LAST._replace(mention=Mention.TB, admitted_bts=False)
    assert ids(refused, Kind.BTS, SUITE) == ["bts-as-of-right", "bts-second-round", "bts-contract"]


def test_a_favourable_opinion_counts_for_a_bts_at_school() -> None:
    favourable = LAST._replace(opinion=Opinion.FAVORABLE)
    assert ids(favourable, Kind.BTS, SUITE)[0] == "bts-with-opinion"
    for opinion in (None, Opinion.RESERVED, Opinion.NONE):
        other = LAST._replace(opinion=opinion)
        assert ids(other, Kind.BTS, SUITE)[0] == "bts-parcoursup"


def test_the_gateway_class_asks_for_a_favourable_opinion_and_a_refusal() -> None:
    open_to = LAST._replace(opinion=Opinion.FAVORABLE, admitted_bts=False)
    assert ids(open_to, Kind.CLASSE_PASSERELLE, ANY) == ["gateway-class"]
    assert ids(LAST, Kind.CLASSE_PASSERELLE, ANY) == ["gateway-class-if-refused"]
    for opinion in (Opinion.RESERVED, Opinion.NONE):
        shut = LAST._replace(opinion=opinion, admitted_bts=False)
        assert ids(shut, Kind.CLASSE_PASSERELLE, ANY) == []
        assert why_closed(shut) == ((Kind.CLASSE_PASSERELLE, "gateway-needs-opinion"),)
    taken = LAST._replace(opinion=Opinion.FAVORABLE, admitted_bts=True)
    assert ids(taken, Kind.CLASSE_PASSERELLE, ANY) == []
    assert why_closed(taken) == ((Kind.CLASSE_PASSERELLE, "gateway-needs-refusal"),)
    untold = LAST._replace(admitted_bts=False)
    assert why_closed(untold) == ((Kind.CLASSE_PASSERELLE, "gateway-opinion-unknown"),)


def test_university_is_through_parcoursup() -> None:
    assert ids(LAST, Kind.LICENCE, ANY) == ["licence"]
    assert ids(LAST, Kind.BUT, PROCHE) == ["but"]
    assert ids(LAST, Kind.LICENCE, SUITE) == ["dn-made"]
    assert {BY_ID[name].basis for name in ("licence", "but")} == {Basis.PARCOURSUP}
    assert ids(CAP2, Kind.LICENCE, ANY) == ids(CAP2, Kind.BTS, SUITE) == []


def test_ambition_emploi_is_for_the_last_year_and_after() -> None:
    for situation in (CAP2, CAP_HOLDER, LAST, BAC_HOLDER):
        assert ids(situation, Kind.AMBITION_EMPLOI, ANY) == ["ambition-emploi"]
    for situation in (CAP1, SECONDE):
        assert ids(situation, Kind.AMBITION_EMPLOI, ANY) == []


def test_a_seconde_of_a_family_chooses_its_speciality() -> None:
    found = answer(niveau="2PRO", specialite="AGOrA").options
    family = [o.training.short for o in found if o.kind is Kind.BAC_PRO_1RE and o.training]
    assert family == ["AGOrA", "LOG", "OTM"]
    later = answer(niveau="1PRO", specialite="AGOrA").options
    assert not [o for o in later if o.kind is Kind.BAC_PRO_1RE]


def test_every_rule_is_dated_sourced_and_worded_in_both_languages() -> None:
    for rule in BY_ID.values():
        assert len(rule.source) > 20, rule.id
        assert any(c.isdigit() for c in rule.source), rule.id
        assert rule.read_on <= TODAY
        assert FR(f"option-rule-{rule.id}") != EN(f"option-rule-{rule.id}")


def test_every_rule_holds_in_some_situation_and_not_in_another() -> None:
    cells = [(s, c) for s in every_situation() for c in Closeness]
    free = {"apprenticeship", "job"}
    for rule in RULES:
        held = {rule.holds(situation, closeness) for situation, closeness in cells}
        assert held == ({True} if rule.id in free else {True, False}), rule.id


# ---- catalogue --------------------------------------------------------------------------


def test_the_catalogue_holds_the_national_list() -> None:
    types = [t.type for t in CATALOGUE.trainings.values()]
    counted = {name: types.count(name) for name in ("CAP", "BAC_PRO", "BMA", "BP", "CS", "BTS")}
    assert counted["CAP"] == 189  # 190 rows, one code given twice
    assert counted["BMA"] == 25
    agricultural = sum(
        t.type == "CS" and t.ministry == "MASA" for t in CATALOGUE.trainings.values()
    )
    assert (counted["CS"] - agricultural, agricultural) == (60, 34)
    assert counted["BTS"] == 114
    assert counted["BAC_PRO"] > 109  # those of the ministry of agriculture besides
    assert counted["BP"] > 47
    assert types.count("BUT") == 24


def test_every_diploma_has_its_credentials() -> None:
    for training in CATALOGUE.trainings.values():
        assert training.title, training.code
        assert training.source, training.code
        assert training.year >= 2024, training.code
        assert 3 <= training.level <= 6, training.code
        assert 1 <= training.years <= 3, training.code
        assert FR(f"nsf-{training.group[:2]}"), training.code


@pytest.mark.parametrize(
    "table",
    [
        "diplomas",
        "diploma_links",
        "jobs",
        "option_figures",
        "option_figures_regions",
        "academies",
        "services",
        "trade_families",
    ],
)
def test_every_row_has_source_year_and_the_day_it_was_read(table: str) -> None:
    path = DATASETS / f"{table}.csv"
    assert path.stat().st_size < 1_000_000
    rows = list(read_rows(path, ("source", "annee", "lu_le")))
    assert rows
    for row in rows:
        assert row.text("source")
        assert re.fullmatch(r"20\d\d(-20\d\d)?", row.text("annee")), row
        assert row.day("lu_le") <= TODAY


def test_what_was_replaced_leads_to_something_in_force() -> None:
    for training in CATALOGUE.trainings.values():
        if training.replaced_by:
            assert CATALOGUE.current(training).in_force, training.title


def test_two_diplomas_in_force_do_not_share_a_short_name() -> None:
    seen: dict[tuple[str, str], str] = {}
    for training in CATALOGUE.trainings.values():
        if training.in_force and training.short:
            key = (training.type, training.short)
            assert key not in seen, (training.title, seen[key])
            seen[key] = training.title


def test_links_go_between_diplomas_in_force_and_say_why() -> None:
    for origin, links in CATALOGUE.links.items():
        assert len({link.target for link in links}) == len(links)
        for link in links:
            assert CATALOGUE.trainings[link.target].in_force, link
            assert CATALOGUE.trainings[origin].in_force, link
            assert "expert" in link.reasons
            assert link.source
            assert link.year == 2026


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("MELEC", "40025520"),
        ("melec", "40025520"),
        ("Bac pro MELEC", "40025520"),
        ("Métiers de l'électricité et de ses environnements connectés", "40025520"),
        ("METIERS DE L’ELECTRICITE ET DE SES ENVIRONNEMENTS CONNECTES", "40025520"),
        ("400-25520 P", "40025520"),
        ("40025520", "40025520"),
        ("400-25510 P", "40025520"),  # the one it replaced
        ("GA", "40030004"),
        ("Gestion-administration", "40030004"),
        ("40030001", "40030004"),  # replaced before the list begins
        ("TISEC", "40022707"),
        ("Systèmes numériques", "40025519"),
        ("coiffure", "40033604"),
        ("plombier", "40022707"),
        ("santé", "40033007"),
        ("Serveuse", "40033403"),
        ("comptabilité", "40030004"),
    ],
)
def test_a_speciality_is_found_by_any_of_its_names(name: str, code: str) -> None:
    assert [t.code for t in CATALOGUE.find(name, ("BAC_PRO",))] == [code]


# ---- the profile ------------------------------------------------------------------------

GOOD = {"niveau": "TPRO", "specialite": "MELEC"}


def test_a_short_name_of_several_options_is_answered_and_says_which() -> None:
    profile = read({"niveau": "TPRO", "specialite": "MCV"}, CATALOGUE)
    assert profile.training.short == "MCV A"
    assert [training.short for training in profile.variants] == ["MCV B"]
    told = words.notices(explore(profile, CATALOGUE), FIGURES, Translator("fr"))
    assert any("option B" in notice for notice in told)
    assert read({"niveau": "TPRO", "specialite": "MCV B"}, CATALOGUE).variants == ()


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Métiers de la relation client", 3),
        ("relation client", 3),
        ("MRC", 3),
        ("seconde TNE", 5),
        ("2nde pro GATL", 3),
    ],
)
def test_in_seconde_the_family_of_trades_is_enough(name: str, number: int) -> None:
    profile = read({"niveau": "2PRO", "specialite": name}, CATALOGUE)
    family = CATALOGUE.family(profile.training)
    assert (profile.training, *profile.variants) == family
    assert len(family) == number
    shown = [o.training for o in explore(profile, CATALOGUE).options if "famille" in o.reasons]
    assert set(shown) == set(family)


def test_the_families_that_have_short_names_exist() -> None:
    families = {training.family for training in CATALOGUE.trainings.values()}
    assert set(CATALOGUE.families) <= families
    short = [name for names in CATALOGUE.families.values() for name in names]
    assert len(set(short)) == len(short)
    assert not any(CATALOGUE.find(name, ("BAC_PRO",)) for name in short)


@pytest.mark.parametrize(
    ("change", "column", "words_of_it"),
    [
        ({"specialite": "TNE"}, "specialite", "MELEC"),
        ({"niveau": "3e"}, "niveau", "TPRO"),
        ({"niveau": None}, "niveau", "manque"),
        ({"specialite": None}, "specialite", "manque"),
        ({"specialite": "MELLEC"}, "specialite", "Vouliez-vous dire"),
        ({"specialite": "métiers"}, "specialite", "il faut en choisir une"),
        ({"specialite": "zzz"}, "specialite", "huit chiffres"),
        ({"specialite": "99999999"}, "specialite", "huit chiffres"),
        ({"diplome": "CAP"}, "diplome", "ne va pas"),
        ({"diplome": "BEP"}, "diplome", "BAC PRO"),
        ({"mention": "super"}, "mention", "TB"),
        ({"avis_conseil": "peut-être"}, "avis_conseil", "favorable"),
        ({"admis_bts": "un peu"}, "admis_bts", "oui"),
        ({"souhaits": "vite"}, "souhaits", "liste"),
        ({"souhaits": {"duree_max": "deux"}}, "souhaits.duree_max", "années"),
        ({"souhaits": {"duree_max": True}}, "souhaits.duree_max", "années"),
        ({"souhaits": {"couleur": 1}}, "souhaits.couleur", "pas connue"),
        ({"age": 17}, "age", "pas connue"),
        ({"specialite": ["MELEC", "CIEL"]}, "specialite", "seule valeur"),
        ({"titulaire": "BEP"}, "titulaire", "BAC_PRO"),
        ({"niveau": "titulaire"}, "diplome", "manque"),
    ],
)
def test_a_wrong_answer_is_said_in_words(
    change: dict[str, Any], column: str, words_of_it: str
) -> None:
    with pytest.raises(InputError) as caught:
        read({**GOOD, **change}, CATALOGUE)
    (problem,) = caught.value.problems
    assert problem.column == column
    assert words_of_it in problem.sentence(FR)
    assert problem.sentence(EN) != problem.sentence(FR)


def test_a_level_and_a_mention_may_be_written_in_words() -> None:
    given = {"niveau": "Terminale", "specialite": "MELEC", "mention": "Très bien"}
    assert read(given, CATALOGUE).situation == read({**GOOD, "mention": "TB"}, CATALOGUE).situation
    assert read({**GOOD, "mention": "sans"}, CATALOGUE).situation.mention is Mention.NONE


def test_several_wrong_answers_are_said_together() -> None:
    with pytest.raises(InputError) as caught:
        read({**GOOD, "mention": "?", "admis_bts": "?", "age": 17}, CATALOGUE)
    assert len(caught.value.problems) == 3


def test_the_example_of_the_design_is_read() -> None:
    profile = read(
        {
            "niveau": "TPRO",
            "diplome": "BAC PRO",
            "specialite": "Métiers de l'électricité et de ses environnements connectés",
            "mention": "TB",
            "avis_conseil": "favorable",
            "admis_bts": "non",
            "academie": "Lyon",
            "souhaits": {"duree_max": 2, "apprentissage": True},
        },
        CATALOGUE,
    )
    assert profile.situation == Situation(
        Level.PRO_LAST, Diploma.BAC_PRO, Mention.TB, Opinion.FAVORABLE, False
    )
    assert profile.wishes == Wishes(2, True)
    assert read({"titulaire": "CAP", "specialite": "Maçon"}, CATALOGUE).situation == CAP_HOLDER


def test_answers_that_do_not_count_yet_are_set_aside_and_said() -> None:
    profile = read({"niveau": "2PRO", "specialite": "MELEC", "mention": "TB"}, CATALOGUE)
    assert profile.situation == SECONDE
    assert "mention" in " ".join(words.notices(explore(profile, CATALOGUE), FIGURES, FR))


# ---- options ----------------------------------------------------------------------------


def profiles() -> st.SearchStrategy[Profile]:
    trainings = [t for t in CATALOGUE.trainings.values() if t.in_force]
    by_diploma = {d: [t for t in trainings if t.type in TYPES[d]] for d in Diploma}
    wishes = st.builds(
        Wishes,
        st.none() | st.sampled_from([0.5, 1, 2, 3]),
        st.none() | st.booleans(),
    )
    academies = st.none() | st.sampled_from(["Lyon", "Tours", "La Réunion"])
    return st.sampled_from(every_situation()).flatmap(
        lambda s: st.builds(
            Profile,
            st.just(s),
            st.sampled_from(by_diploma[s.diploma]),
            academies,
            wishes,
        )
    )


@settings(max_examples=80, deadline=None)
@given(profiles())
def test_no_option_without_a_way_in_a_source_and_a_reason(profile: Profile) -> None:
    found = explore(profile, CATALOGUE)
    assert found == explore(profile, CATALOGUE)  # the order is stable
    told = answer_json(found, SHELF, FR, TODAY)
    assert told["options"]
    kinds_and_codes = [(o["kind"], o["code"]) for o in told["options"]]
    assert len(set(kinds_and_codes)) == len(kinds_and_codes)
    for option in (*told["options"], *told["others"]):
        assert option["admission"]["text"]
        assert option["admission"]["source"]
        assert option["admission"]["basis"] in set(Basis)
        assert option["why"] or option["kind"] == "EMPLOI"
        assert option["help"]
        assert option["next"]
        assert all(i["n"] is None or i["n"] >= LEAST for i in option["indicators"])
        assert all(i["source"] and i["year"] and i["scope"] for i in option["indicators"])


@settings(max_examples=40, deadline=None)
@given(profiles())
def test_a_wish_sorts_and_never_hides(profile: Profile) -> None:
    plain_profile = Profile(profile.situation, profile.training)
    wished, all_of_them = explore(profile, CATALOGUE), explore(plain_profile, CATALOGUE)
    bare = {(o.kind, o.training) for o in all_of_them.options}
    assert {(o.kind, o.training) for o in wished.options} == bare
    unmet = [len(o.unmet_wishes) for o in wished.options]
    assert unmet == sorted(unmet)


def test_a_refused_pupil_sees_the_gateway_class_first() -> None:
    found = answer(**GOOD, avis_conseil="favorable", admis_bts="non").options
    assert found[0].kind is Kind.CLASSE_PASSERELLE
    assert found[1].kind is Kind.BTS


def test_the_btm_is_for_crafts_and_says_so() -> None:
    craft = answer(niveau="CAP2", specialite="Boulanger")
    assert Kind.BTM in {o.kind for o in craft.options}
    other = answer(niveau="CAP2", specialite="AEPE")
    assert (Kind.BTM, "btm-crafts-only") in other.closed


# ---- paths ------------------------------------------------------------------------------


def test_from_a_cap_to_a_licence_pro_in_five_years() -> None:
    paths = {p.purpose: p for p in answer(niveau="CAP2", specialite="Électricien").paths}
    highest = paths["highest"]
    assert [s.kind for s in highest.steps] == [Kind.BAC_PRO_1RE, Kind.BTS, Kind.LICENCE]
    assert highest.years == 5
    assert paths["shortest"].years == 2
    assert {BY_ID[s.rule].basis for s in paths["apprenticeship"].steps} == {Basis.CONTRAT}


def test_the_surest_path_uses_the_mention() -> None:
    paths = {p.purpose: p for p in answer(**GOOD, mention="TB").paths}
    assert [s.rule for s in paths["safest"].steps] == ["bts-as-of-right"]


def test_the_safest_path_is_named_even_where_it_is_the_shortest_too() -> None:
    paths = {p.purpose: p for p in answer(niveau="TPRO", specialite="MELEC").paths}
    assert paths["safest"].steps == paths["shortest"].steps


def test_a_path_says_what_is_kept_if_a_step_fails() -> None:
    profile = read({"niveau": "CAP2", "specialite": "Électricien"}, CATALOGUE)
    told = answer_json(explore(profile, CATALOGUE), SHELF, FR, TODAY)
    (path,) = (p for p in told["paths"] if p["purpose"] == "highest")
    assert "CAP Électricien" in path["steps"][0]["if_it_fails"]
    assert "bac pro" in path["steps"][1]["if_it_fails"]


# ---- figures ----------------------------------------------------------------------------


def bts(short: str) -> Option:
    (training,) = CATALOGUE.find(short, ("BTS",))
    return Option(Kind.BTS, training, 2, SUITE, ("bts-parcoursup",))


def test_the_figures_of_a_bts_are_those_of_the_files() -> None:
    profile = read(GOOD, CATALOGUE)
    found = {i.id: i for i in indicators(bts("Électrotechnique"), profile, FIGURES)}
    share = found["part_bac_pro"]
    assert (share.value, share.n, share.year) == (52.9, 3522, "2019")  # 1863 of 3522
    assert found["rang_bac_pro"].unit == "rang_110"
    assert found["places_scolaire"].value > 3000
    assert found["emploi_12m"].label in ("haut", "plutot_haut")


def test_the_region_of_the_academy_takes_the_place_of_france() -> None:
    here = read({**GOOD, "academie": "lyon"}, CATALOGUE)
    found = {i.id: i for i in indicators(bts("Électrotechnique"), here, FIGURES)}
    assert found["poursuite"].scope == "Auvergne-Rhône-Alpes"
    assert found["part_bac_pro"].scope.startswith("France")


def test_a_figure_of_fewer_than_twenty_is_hidden() -> None:
    profile, option = read(GOOD, CATALOGUE), bts("Électrotechnique")
    assert option.training is not None
    (one, *_) = FIGURES.national[option.training.code]
    for n, shown in ((19, 0), (20, 1), (None, 1)):
        few = Figures({option.training.code: (replace(one, n=n),)}, {}, {})
        assert len(indicators(option, profile, few)) == shown


def test_the_tables_hold_no_figure_of_fewer_than_twenty() -> None:
    for found in (*FIGURES.national.values(), *FIGURES.regional.values()):
        for figure in found:
            assert figure.n is None or figure.n >= LEAST or figure.id.startswith("emploi")
            assert figure.source
            assert figure.year


def test_continuation_and_employment_keep_their_own_denominators() -> None:
    units = {
        figure.id: figure.unit
        for found in FIGURES.national.values()
        for figure in found
        if figure.id.startswith(("emploi", "poursuite"))
    }
    assert units.pop("poursuite") == "pct_eleves"
    assert set(units.values()) == {"pct_sortants"}
    told = answer_json(explore(read(GOOD, CATALOGUE), CATALOGUE), SHELF, FR, TODAY)
    assert FR("option-figure-note-denominators") in told["notices"]


def test_employment_says_what_changed_in_2022() -> None:
    told = answer_json(explore(read(GOOD, CATALOGUE), CATALOGUE), SHELF, FR, TODAY)
    jobs = [i for o in told["options"] for i in o["indicators"] if i["id"] == "emploi_12m"]
    assert jobs
    assert all(any("2022" in note for note in i["notes"]) for i in jobs)
    later = [i for o in told["options"] for i in o["indicators"] if i["year"] == "2023"]
    assert later
    assert not any("2022" in note for i in later for note in i["notes"])
    assert all(any(f" – {label} pour" in i["text"] for label in LABELS) for i in jobs)


LABELS = {"favorable", "plutôt favorable", "plutôt défavorable", "défavorable"}


# ---- dates ------------------------------------------------------------------------------


def test_a_date_of_another_year_says_so() -> None:
    option = Option(Kind.BTS, None, 2, SUITE, ("bts-parcoursup",))
    events = {e.milestone: e for e in calendar(option, LAST, TODAY)}
    assert events["voeux_fin"].day == date(2027, 3, 11)
    assert events["voeux_fin"].status == "to_confirm"
    assert events["voeux_debut"].status == LAST_YEAR
    assert not calendar(option, SECONDE, TODAY)
    assert school_year(date(2026, 7, 31)) == "2025-2026"
    assert school_year(date(2026, 8, 1)) == "2026-2027"


# ---- who can help -----------------------------------------------------------------------


def test_about_sixty_services_in_both_languages() -> None:
    table = services.load()
    assert len(table) >= 60
    for service in table:
        assert service.situations, service.id
        assert service.source, service.id
        for part in ("name", "for_whom", "for_what", "how"):
            assert service.words["fr"][part], service.id
            assert service.words["en"][part], service.id


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("Pôle emploi", "france_travail"),
        ("Folios", "avenirs"),
        ("MGI", "mlds"),
        ("Garantie jeunes", "cej"),
        ("Opacif", "transitions_pro"),
        ("Trouver mon master", "mon_master"),
        ("CRIJ", "cidj"),
        ("CNCP", "france_competences"),
        ("Emploi Store", "emploi_store"),
        ("Dronisep", "region"),
        ("Reviens te former", "retour_formation"),
    ],
)
def test_a_service_is_found_by_its_former_name(former: str, today: str) -> None:
    assert today in [s.id for s in services.find(services.load(), former)]


@pytest.mark.parametrize(
    ("situation", "expected"),
    [
        ("eleve", {"professeur_principal", "psyen", "cio", "cidj"}),
        ("decrochage", {"mlds", "psad", "foquale", "mission_locale", "e2c"}),
        ("handicap", {"rho", "mdph", "ulis", "enseignant_referent", "cap_emploi"}),
        ("arrivant", {"casnav", "cio"}),
        ("adulte", {"vae", "cep", "cpf", "greta", "cnam", "afpa", "cite_metiers"}),
        ("equipe", {"qualeduc", "onisep", "avenirs"}),
    ],
)
def test_services_are_chosen_by_situation(situation: str, expected: set[str]) -> None:
    found = {s.id for s in services.for_situations(services.load(), (situation,))}
    assert expected <= found


def test_few_services_come_first_and_they_are_for_that_situation() -> None:
    table = services.load()
    for situation, first in services.FIRST.items():
        found = [s.id for s in services.for_situations(table, (situation,))]
        assert found[: len(first)] == list(first)
        assert len(first) == 6


def test_an_option_names_whom_to_see() -> None:
    table = services.load()
    assert {"cfa", "mission_locale"} <= {
        s.id for s in services.for_option(table, Kind.BTM, "sorti")
    }
    ambition = [s.id for s in services.for_option(table, Kind.AMBITION_EMPLOI, "eleve")]
    assert {"avenirpro", "ambition_emploi"} <= set(ambition)
    assert "professeur_principal" in ambition


def test_a_short_name_that_still_holds_is_not_told_as_replaced() -> None:
    profile = read({"niveau": "TPRO", "specialite": "ASSP"}, load())
    assert profile.replaced == ""


@pytest.mark.parametrize("level", list(Level))
def test_the_interview_of_each_year_is_said(level: Level) -> None:
    diploma = "CAP" if level.value.startswith("CAP") else "BAC_PRO"
    given = {"niveau": level.value, "diplome": diploma.replace("_", " "), "specialite": "Cuisine"}
    answer = explore(read(given, CATALOGUE), CATALOGUE)
    first, *_ = words.notices(answer, FIGURES, FR)
    assert first != words.notices(answer, FIGURES, EN)[0]
    expected = {Level.PRO1: "IUT", Level.PRO_LAST: "IUT", Level.HOLDER: "mission locale"}
    assert expected.get(level, "professeur principal") in first
    assert ("sans diplôme" in first) is (level in (Level.CAP1, Level.PRO2))
