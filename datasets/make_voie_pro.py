"""Writes the calibrated model ``voie-pro`` from a folder of official figures.

    python3 datasets/make_voie_pro.py FOLDER

FOLDER holds ``facts.csv`` (figures read in publications, each with its source), ``effectifs/``
(the official head-counts), ``orion/2020/constat_2020.csv``, ``orientia/`` (InserJeunes by
programme, what becomes of bacheliers) and ``inserjeunes/`` (training centres). Writes
``models/voie-pro.csv`` (rates) and ``models/voie-pro-stocks.csv`` (who is where, who enters).

How rates are made to agree
---------------------------
Every state has two parts that never mix: shares per pupil, and shares per leaver of those whom they
leave over. In a part at most one rate is a balance (method ``solde``): what the others leave.
For TPRO, CAP2, BTS2 and CS the balance lies inside the published *still studying*. For 2PRO, 1PRO
and CAP1 the passage upwards is solved from the head-counts, mean of two years, once repeaters, CAP
holders and arrivals from the general track are taken off; who is left over has left school.

Standard library only.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import voie_pro_figures as figures
from voie_pro_figures import MODELS, YEARS, Facts, Heads, write

STATES = (
    *("2PRO", "1PRO", "TPRO", "CAP1", "CAP2", "CS", "BP_BMA", "BTS1", "BTS2", "licence"),
    "apprenticeship",
)
GT_INTO_1PRO = 3000

HYPOTHESES = """
2PRO;2PRO;0.03;redoublement
2PRO;CAP1;0.01;réorientation
2PRO;CAP2;0.01;réorientation
2PRO;apprenticeship;0.01;contrat signé en cours de cycle
2PRO;other_studies;0.01;voie générale ou technologique, lycée agricole
1PRO;1PRO;0.02;redoublement
1PRO;apprenticeship;0.03;contrat signé en cours de cycle
CAP1;CAP1;0.03;redoublement
CAP1;apprenticeship;0.03;contrat signé en cours de cycle
TPRO;TPRO;0.04;redoublement
CAP2;CAP2;0.03;redoublement
CS;BTS1;0.06;après un CS de niveau 4
CS;1PRO;0.04;après un CS de niveau 3
BTS1;BTS1;0.06;redoublement
BTS1;apprenticeship;0.05;BTS poursuivi, ou autre diplôme, en apprentissage
BTS1;other_studies;0.03;réorientation dans le supérieur
BTS2;BTS2;0.06;redoublement
BTS2;other_studies;0.04;écoles et autres formations
licence;BTS1;0.10;réorientation en BTS
licence;other_studies;0.05;autre réorientation
apprenticeship;apprenticeship;0.62;contrats de deux ans, et poursuites en apprentissage
apprenticeship;other_studies;0.07;poursuite hors apprentissage
"""

NOT_SALARIED = (
    "ni formation ni emploi salarié en France : compte aussi l'emploi non salarié ou à l'étranger"
)


class Origin(NamedTuple):
    """Where a rate comes from: how it was had, how sure it is, who says it, for which year."""

    method: str
    confidence: str
    source: str
    year: str


class RateRow(NamedTuple):
    """One line of ``voie-pro.csv``."""

    state: str
    to: str
    denominator: str
    months: str
    value: str
    n: str
    method: str
    confidence: str
    source: str
    year: str
    note: str


class StockRow(NamedTuple):
    """One line of ``voie-pro-stocks.csv``."""

    kind: str
    year: int
    state: str
    heads: int
    method: str
    confidence: str
    source: str
    note: str


ASSUMED = Origin("hypothese", "D", "hypothèse", "")
COUNTED = "DEPP, fr-en-lycee_pro-effectifs-niveau-sexe-lv"
INSERJEUNES = "InserJeunes lycées pro par formation (DEPP, Dares)"
FROM_COUNTS = Origin("calcule", "C", COUNTED, "2019-2021")
FROM_PROGRAMMES = Origin("calcule", "C", INSERJEUNES, "2018-2023")


class Rates:
    """The table as it grows."""

    def __init__(self) -> None:
        self.rows: list[RateRow] = []

    def add(
        self,
        way: tuple[str, str],
        value: float,
        origin: Origin,
        note: str = "",
        n: float | None = None,
        months: int | None = None,
    ) -> None:
        per, count = ("leaver", str(months)) if months else ("pupil", "")
        heads = "" if n is None else str(round(n))
        self.rows.append(RateRow(*way, per, count, f"{value:.4f}", heads, *origin, note))

    def balance(self, way: tuple[str, str], total: float, origin: Origin, note: str) -> None:
        """What the shares per pupil so far leave of ``total``."""
        told = sum(value for (state, _), value in self.shares().items() if state == way[0])
        self.add(way, total - told, origin._replace(method="solde"), note)

    def employment(
        self,
        state: str,
        shares: Mapping[int, tuple[float, Origin]],
        note: str = "",
        pupils: float | None = None,
    ) -> None:
        """``pupils`` in the state each year: those of them who leave are the head-count."""
        told = sum(value for (source, _), value in self.shares().items() if source == state)
        n = None if pupils is None else pupils * (1 - told)
        for months, (share, origin) in shares.items():
            left, rest = origin._replace(method="solde"), 1 - round(share, 4)
            self.add((state, "employed"), share, origin, note, n, months)
            self.add((state, "neither"), rest, left, NOT_SALARIED, n, months)

    def shares(self) -> dict[tuple[str, str], float]:
        """Shares per pupil."""
        return {(r.state, r.to): float(r.value) for r in self.rows if r.denominator == "pupil"}


def published(facts: Facts, place: int) -> dict[int, tuple[float, Origin]]:
    """Employment 6, 12 and 24 months after leaving: CAP, bac pro, BTS are places 0, 1, 2."""
    told = {6: ("F088", "A", "2022"), 12: ("F093", "B", "2021"), 24: ("F094", "B", "2022")}
    return {
        months: (facts.share(fact, place), Origin("publie", trust, facts.source(fact), year))
        for months, (fact, trust, year) in told.items()
    }


def by_programme(later: Mapping[int, float], facts: Facts) -> dict[int, tuple[float, Origin]]:
    """12 and 24 months as given; 6 months as the bac pro's 6 stand to its 12."""
    six = later[12] * facts.share("F088", 1) / facts.share("F093", 1)
    guess = ASSUMED._replace(source="hypothèse : 12 mois × rapport 6/12 mois du bac pro")
    return {6: (six, guess)} | {months: (v, FROM_PROGRAMMES) for months, v in later.items()}


def upwards(
    heads: Heads, way: tuple[str, str], others: Mapping[str, float], arrivals: int
) -> float:
    """Share that goes from one level to the next: mean of two years, others and arrivals off."""
    source, level = way
    found = []
    for year in YEARS[:-1]:
        rest = heads[level][year + 1] - arrivals
        rest -= round(sum(share * heads[state][year] for state, share in others.items()))
        found.append(rest / heads[source][year])
    return sum(found) / len(found)


def make_rates(folder: Path, facts: Facts, heads: Heads) -> Rates:
    rates, told = Rates(), figures.programmes(folder)
    mean = {level: sum(counts.values()) / 3 for level, counts in heads.items()}
    for line in HYPOTHESES.strip().splitlines():
        state, to, value, note = line.split(";", 3)
        rates.add((state, to), float(value), ASSUMED, note)

    # Into apprenticeship: the share of those still studying, the same after every diploma.
    split = facts.number("F080", 1) / (facts.number("F080", 0) + facts.number("F080", 1))
    split_note = "part de l'apprentissage dans les poursuites : 21 / 54, comme pour tous (2022-23)"
    records = {k: told[k, "taux_poursuite_etudes_moyen"][1] for k in ("MC3", "MC4", "MC5")}
    count = sum(records.values())
    level4 = records["MC4"] / count
    studying = {
        "CAP2": (facts.share("F083"), FROM_PROGRAMMES, mean["CAP2"]),
        "TPRO": (facts.share("F081"), Origin("publie", "B", facts.source("F081"), "2021"),
                 mean["TPRO"]),
        "BTS2": (facts.share("F082"), Origin("publie", "B", facts.source("F082"), "2021"), None),
        "CS": (facts.share("F084") * (1 - level4) + facts.share("F084", 1) * level4,
               FROM_PROGRAMMES, mean["CS"]),
    }  # fmt: skip
    for state, (total, origin, n) in studying.items():
        computed = Origin("calcule", "C", f"{origin.source} ; {facts.source('F080')}", origin.year)
        rates.add((state, "apprenticeship"), total * split, computed, split_note, n)

    # Into CS and BMA: their head-counts, shared out by level.
    cs = (heads["CS"][2020] + heads["CS"][2021]) / 2
    cs_note = "effectif des MC et CS, partagé entre niveaux 3 et 4 au prorata des formations"
    rates.add(("CAP2", "CS"), cs * (1 - level4) / mean["CAP2"], FROM_COUNTS, cs_note, mean["CAP2"])
    rates.add(("TPRO", "CS"), cs * level4 / mean["TPRO"], FROM_COUNTS, cs_note, mean["TPRO"])
    bma = sum(heads["BMA1"][y + 1] / heads["CAP2"][y] for y in YEARS[:-1]) / 2
    rates.add(("CAP2", "BP_BMA"), bma, FROM_COUNTS,
              "1re année de BMA par élève de CAP2 ; le BP se prépare surtout en apprentissage",
              mean["CAP2"])  # fmt: skip
    second = sum(heads["BMA2"][y + 1] / heads["BMA1"][y] for y in YEARS[:-1]) / 2
    first = mean["BMA1"] / (mean["BMA1"] + mean["BMA2"])
    rates.add(("BP_BMA", "BP_BMA"), first * second, FROM_COUNTS,
              "passage en 2e année de BMA, rapporté aux deux années", 3 * mean["BMA1"])  # fmt: skip
    rates.add(("BP_BMA", "other_studies"), (1 - first) * facts.share("F084", 2), FROM_PROGRAMMES,
              "poursuite après un BP, pour l'année de fin")  # fmt: skip

    # Into higher education.
    passed, pupils = facts.share("F103"), mean["TPRO"]
    sies = Origin("calcule", "C", "SIES, poursuite immédiate des bacheliers professionnels", "2024")
    per_pupil = f"par bachelier × réussite au bac ({100 * passed:.1f} %)".replace(".", ",")
    university = sum(facts.number(fact) for fact in ("F111", "F112", "F113"))
    rates.add(("TPRO", "licence"), university / facts.number("F108") * passed, sies,
              f"université, IUT et CPGE, {per_pupil}", pupils)  # fmt: skip
    rates.add(("TPRO", "other_studies"), facts.number("F114") / facts.number("F108") * passed, sies,
              f"autres formations supérieures, {per_pupil}", pupils)  # fmt: skip
    into_second = (facts.share("F120", 2) + facts.share("F120", 3)) / 2
    entrants = Origin("publie", "B", facts.source("F120"), "2020-2021")
    entrants_note = "bacheliers professionnels, entrants 2020 (62,2 %) et 2021 (58,4 %)"
    rates.add(("BTS1", "BTS2"), into_second, entrants, entrants_note)
    again, students = figures.licence(folder)
    mesr = Origin("calcule", "C", "MESR, parcours et réussite en licence", "2014")
    l1_note = "bacheliers professionnels : passage en L2 (4,6 %) et redoublement"
    rates.add(("licence", "licence"), again + facts.share("F126"), mesr, l1_note, students)

    # Balances inside the published "still studying".
    inside = "poursuite d'études publiée ({} des élèves de dernière année) moins les autres voies"
    for way in (("CAP2", "1PRO"), ("TPRO", "BTS1"), ("BTS2", "licence"), ("CS", "other_studies")):
        total, origin, _ = studying[way[0]]
        percent = f"{100 * total:.1f} %".replace(".", ",")
        rates.balance(way, total, origin, inside.format(percent))

    # Upwards, solved from the head-counts; who is left over left without a diploma.
    share = rates.shares()
    solved = "résolu sur les effectifs 2019-2020 et 2020-2021, moyenne ; autres arrivées déduites"
    gone = "ce que les autres voies laissent : départ avant la dernière année"
    into = {
        ("2PRO", "1PRO"): ({"1PRO", "CAP2", "CS"}, GT_INTO_1PRO),
        ("1PRO", "TPRO"): ({"TPRO"}, 0),
        ("CAP1", "CAP2"): ({"CAP2", "2PRO"}, 0),
    }
    for way, (others, arrivals) in into.items():
        taken = {state: share[state, way[1]] for state in others}
        value = upwards(heads, way, taken, arrivals)
        rates.add(way, value, FROM_COUNTS, solved, 2 * mean[way[0]])
        rates.balance((way[0], "left_without_diploma"), 1, ASSUMED, gone)

    # Employment, per leaver.
    bts = figures.bts_students(folder)
    rates.employment("CAP2", published(facts, 0), "lycéens sortants de CAP", mean["CAP2"])
    rates.employment("TPRO", published(facts, 1), "lycéens sortants de bac pro", mean["TPRO"])
    rates.employment("BTS2", published(facts, 2), "tous les sortants de BTS", bts["BTS2"])
    like = {months: (value, ASSUMED) for months, (value, _) in published(facts, 1).items()}
    rates.employment("BTS1", like, "comme après le bac pro")
    rates.employment("licence", like, "comme après le bac pro")
    months = (12, 24)
    cs_later = {
        m: sum(told[k, f"taux_emploi_{m}m_moyen"][0] * records[k] for k in records) / count
        for m in months
    }
    rates.employment("CS", by_programme(cs_later, facts), "sortants de MC et CS", mean["CS"])
    bp_later = {m: told["BP", f"taux_emploi_{m}m_moyen"][0] for m in months}
    rates.employment("BP_BMA", by_programme(bp_later, facts), "sortants de BP")
    centres = Origin("calcule", "C", "fr-en-inserjeunes-cfa (DEPP, Dares)", "2020-2024")
    six = (facts.share("F096"), Origin("publie", "B", facts.source("F096"), "2023"))
    later = {m: (figures.training_centres(folder, m), centres) for m in months}
    rates.employment("apprenticeship", {6: six} | later, "apprentis de CAP à BTS")
    rates.rows.sort(
        key=lambda r: (STATES.index(r.state), r.denominator == "leaver", int(r.months or 0))
    )
    return rates


def make_stocks(folder: Path, facts: Facts, heads: Heads, rates: Rates) -> list[StockRow]:
    """Who is where each September and who enters; 2022 from a later publication of the totals."""
    share = rates.shares()
    later = {"2PRO": "F064", "1PRO": "F065", "TPRO": "F066", "CAP1": "F067", "CAP2": "F068"}
    observed = {s: heads[s] | {2022: round(facts.number(f))} for s, f in later.items()}
    observed["CS"] = heads["CS"] | {2022: round(facts.number("F070"))}
    counted, computed, assumed = ("publie", "A", COUNTED), ("calcule", "C"), ASSUMED[:3]
    rows = [
        StockRow("stock", year, state, count, *counted, "")
        for state, counts in observed.items()
        for year, count in counts.items()
    ]
    students, weight = figures.bts_students(folder), facts.share("F125", 2)
    second = weight * facts.share("F120", 3) / facts.share("F121")
    bts = {"BTS1": round(students["BTS1"] * weight), "BTS2": round(students["BTS2"] * second)}
    orion = f"Orion, constat de rentrée 2020 ; {facts.source('F125')} ; {facts.source('F121')}"
    for year in (*YEARS, 2022):
        bma = heads["BMA1"][min(year, 2021)] + heads["BMA2"][min(year, 2021)]
        rows.append(
            StockRow("stock", year, "BP_BMA", bma, *counted, "BMA")
            if year in YEARS
            else StockRow("stock", year, "BP_BMA", bma, *assumed, "BMA, comme en 2021")
        )
        note = "étudiants de 2020 × part des bacheliers professionnels, chaque année la même"
        rows += [StockRow("stock", year, s, n, *computed, orion, note) for s, n in bts.items()]
        here = {state: counts[year] for state, counts in observed.items()} | bts
        for state in ("licence", "apprenticeship"):
            inflow = sum(share.get((s, state), 0) * n for s, n in here.items())
            level = round(inflow / (1 - share[state, state]))
            note = "stock d'équilibre : autant d'arrivées que de départs"
            rows.append(StockRow("stock", year, state, level, *assumed, note))
    for year in (2020, 2021, 2022):
        for level in ("2PRO", "CAP1"):
            others = sum(share.get((s, level), 0) * n[year - 1] for s, n in observed.items())
            note = "après la 3e ou la voie générale : effectif moins redoublants et réorientés"
            entered = round(observed[level][year] - others)
            rows.append(StockRow("entry", year, level, entered, *computed, COUNTED, note))
        note = "arrivées de la voie générale et technologique, retours"
        rows.append(StockRow("entry", year, "1PRO", GT_INTO_1PRO, *assumed, note))
    return rows


def main(folder: Path) -> None:
    facts, heads = Facts(folder), figures.headcounts(folder)
    rates = make_rates(folder, facts, heads)
    MODELS.mkdir(exist_ok=True)
    write(MODELS / "voie-pro.csv", RateRow._fields, rates.rows)
    stocks = make_stocks(folder, facts, heads, rates)
    write(MODELS / "voie-pro-stocks.csv", StockRow._fields, stocks)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
