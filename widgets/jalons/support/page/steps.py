"""Where the class stands at each step of the year, and in AvenirPro; what regulation asks."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.schoolyear.regulation import known_regulation
from jalons.support import words
from jalons.support.domain import FINAL, FIRST_WISH, REASONED, WISHES
from jalons.support.exports import PATH_COLUMNS
from jalons.support.page.part import Part
from jalons.support.rules import WORKSHOPS
from jalons.support.standing import standings
from jalons.ui.html import tag
from jalons.ui.table import Column, Table


class StepsPart(Part):
    heading = "support-steps"
    anchor = "etapes"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        numeric = [Column(words.choice(t, wish), numeric=True) for wish in WISHES]
        self.table = Table(
            t("support-steps-caption"),
            [
                t("support-column-step"),
                t("support-column-day"),
                Column(t("support-column-done"), numeric=True),
                *numeric,
            ],
        )
        self.prepared = Table(
            t("support-avenirpro-caption"),
            [
                t("support-pupil"),
                Column(t("support-column-workshops"), numeric=True),
                *(t(f"support-column-{name}") for name in PATH_COLUMNS[2:]),
            ],
        )
        self.rules = ipywidgets.HTML()
        return self.table, self.rules, self.fold("support-avenirpro", self.prepared)

    def fill(self) -> None:
        t, year = self.t, self.klass
        councils = year.council_before_last() or ("T1", "T2")
        found = standings(year, (FIRST_WISH, *councils, REASONED, FINAL))
        self.table.fill(
            [
                (
                    words.step(t, s.step),
                    words.step_day(t, year, s.step) or "—",
                    t("support-of", done=s.done, total=s.total),
                    *(s.by_finality[wish] for wish in WISHES),
                )
                for s in found
            ]
        )
        rules = known_regulation(year.year)
        lines = [
            words.regulation_value(t, key, dated)
            for key in (WORKSHOPS, "avenirpro_plus_mois", "immersion_semaines_max")
            if (dated := rules.get(key, year.level)) is not None
        ]
        self.rules.value = tag("ul", *(tag("li", line) for line in lines))
        self.prepared.fill([words.path_row(t, self.state.who(p.code), p) for p in year.pupils])
