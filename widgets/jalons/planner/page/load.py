"""The hours of each person, month by month."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import ipywidgets

from jalons.planner import figures, words
from jalons.planner.page.part import Part
from jalons.ui.chart import Chart


class LoadPart(Part):
    heading = "planner-load"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.chart = Chart()
        return (self.chart,)

    def draw(self) -> None:
        t, plan = self.t, self.state.plan
        self.show(plan is not None)
        if plan is None:
            return
        load = figures.staff_load(plan)

        def month(day: date) -> str:
            return words.month_name(t, day)

        columns, rows = figures.staff_load_table(load, month, t("load-person"), t("load-total"))
        most = rows[0] if rows else ("", 0)
        figure = figures.staff_load_figure(load, month, t("load-hours"))
        self.chart.height = figure["layout"].pop("height")
        self.chart.show(
            figure,
            t("load-sentence", count=len(rows), person=most[0], hours=most[-1]),
            t("load-table"),
            columns,
            rows,
        )
