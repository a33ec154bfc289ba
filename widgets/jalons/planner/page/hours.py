"""The hours of each class beside their target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import ipywidgets

from jalons.planner.domain import Hours
from jalons.planner.page.part import Part
from jalons.school.domain import School
from jalons.schoolyear.regulation import target_hours
from jalons.ui.gauge import Gauge, GaugeList


class HoursPart(Part):
    heading = "planner-hours"

    def build(self) -> Sequence[ipywidgets.Widget]:
        self.gauges = GaugeList(self.t("hours-title"))
        return (self.gauges,)

    def draw(self) -> None:
        plan = self.state.plan
        self.show(plan is not None and self.state.school_file is not None)
        if plan is None or self.state.school_file is None:
            return
        school = self.state.school_file.school
        left = Counter(u.task.class_name for u in plan.unplaced)
        self.gauges.fill(
            [self._gauge(school, hours, left[hours.class_name]) for hours in plan.hours]
        )

    def _gauge(self, school: School, hours: Hours, left: int) -> Gauge:
        t = self.t
        key = "hours-no-target" if hours.target_h is None else "hours-of-target"
        sentence = t(key, planned=hours.planned_h, target=hours.target_h or 0)
        if self._announced(school, hours):
            sentence += t("hours-to-confirm")
        sentence = t("hours-and", hours=sentence, sessions=t("hours-all-placed", left=left))
        return Gauge(hours.class_name, hours.planned_h, hours.target_h, sentence)

    def _announced(self, school: School, hours: Hours) -> bool:
        """Is the target one of the regulation's that is not confirmed yet?"""
        school_class = school.class_by_name.get(hours.class_name)
        if school_class is None or school_class.target_hours is not None:
            return False
        dated = target_hours(school.year, school_class.level)
        return dated is not None and dated.status != "confirmed"
