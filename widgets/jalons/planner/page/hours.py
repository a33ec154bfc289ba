"""The hours of each class beside their target."""

from __future__ import annotations

from collections.abc import Sequence

import ipywidgets

from jalons.planner.domain import Hours
from jalons.planner.page.part import Part
from jalons.ui.gauge import Gauge, GaugeList


class HoursPart(Part):
    heading = "planner-hours"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.gauges = GaugeList(self.t("hours-title"))
        return (self.gauges,)

    def draw(self) -> None:
        plan = self.state.plan
        self.show(plan is not None)
        if plan is not None:
            self.gauges.fill([self._gauge(hours) for hours in plan.hours])

    def _gauge(self, hours: Hours) -> Gauge:
        key = "hours-no-target" if hours.target_h is None else "hours-of-target"
        sentence = self.t(key, planned=hours.planned_h, target=hours.target_h or 0)
        return Gauge(hours.class_name, hours.planned_h, hours.target_h, sentence)
