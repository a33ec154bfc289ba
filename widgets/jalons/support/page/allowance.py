"""The allowance of each pupil for the placements that are over, and why."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.support import words
from jalons.support.allowance import rate_of
from jalons.support.allowance_file import why
from jalons.support.page.part import Part
from jalons.support.payments import Payment, payments
from jalons.ui.html import tag
from jalons.ui.notice import Notice
from jalons.ui.table import Column, Table


class AllowancePart(Part):
    heading = "support-allowance"
    anchor = "allocation"

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.said = Notice()
        self.rate = ipywidgets.HTML()
        self.table = Table(
            t("support-allowance-caption"),
            [
                t("support-pupil"),
                t("support-column-placement"),
                Column(t("support-column-amount"), numeric=True),
                t("support-column-why"),
                Column(t("support-column-total"), numeric=True),
            ],
        )
        return self.said, self.rate, self.fold("support-allowance-detail", self.table)

    def fill(self) -> None:
        t, year = self.t, self.klass
        rate = rate_of(year.year, year.level)
        found = payments(year, self.state.today())
        total = sum(p.grant.amount_eur for p in found if p.grant)
        waiting = sum(p.grant is None or p.grant.code == "not_attested" for p in found)
        self.said.say(
            "warn" if waiting else "info",
            t("support-allowance-sum", count=len(found), total=total, waiting=waiting)
            if found
            else t("support-allowance-none"),
        )
        self.rate.value = ""
        if rate is not None:
            self.rate.value = tag(
                "p",
                t(
                    "support-allowance-rate",
                    daily=str(rate.daily.value),
                    cap=str(rate.cap.value),
                    status=words.status(t, rate.daily),
                    source=rate.daily.source,
                ),
                class_="j-hint",
            )
        self.table.fill(self.rows(found))

    def rows(self, found: Sequence[Payment]) -> list[tuple[object, ...]]:
        t = self.t
        sums: dict[str, int] = {}
        rows: list[tuple[object, ...]] = []
        for payment in found:
            a, grant = payment.agreement, payment.grant
            amount = grant.amount_eur if grant else 0
            sums[payment.pupil] = sums.get(payment.pupil, 0) + amount
            rows.append(
                (
                    self.state.who(payment.pupil),
                    f"{a.company}, {words.span(t, a.first, a.last)}",
                    t("support-euros", amount=amount) if grant else "—",
                    why(grant, t) if grant else t("support-allowance-days-missing"),
                    t("support-euros", amount=sums[payment.pupil]),
                )
            )
        return rows
