"""The allowance of each pupil for the placements that are over: earned, paid, waiting, and why."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.support import words
from jalons.support.allowance import known_rate
from jalons.support.page.part import Part
from jalons.support.payments import Account, accounts
from jalons.ui.html import tag
from jalons.ui.notice import Notice
from jalons.ui.table import Column, Table

AMOUNTS = ("earned", "paid", "due", "waiting")


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
                *(Column(t(f"support-column-{name}"), numeric=True) for name in AMOUNTS),
                t("support-column-why"),
            ],
        )
        return self.said, self.rate, self.fold("support-allowance-detail", self.table)

    def fill(self) -> None:
        t, year = self.t, self.klass
        rate = known_rate(year.year, year.level)
        found = accounts(year, self.state.today())
        sums = {
            name: sum(account.amounts[at] for account in found) for at, name in enumerate(AMOUNTS)
        }
        key = "none" if rate is not None and not found else "sum" if found else "no-rate"
        self.said.say(
            "warn" if sums["waiting"] else "info",
            t(f"support-allowance-{key}", year=year.year, **sums),
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
        self.table.fill([self._row(account) for account in found])

    def _row(self, account: Account) -> tuple[object, ...]:
        t = self.t
        lines = (tag("li", words.payment(t, one)) for one in account.payments)
        return self.state.who(account.pupil), *account.amounts, tag("ul", *lines)
