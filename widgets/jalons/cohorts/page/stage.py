"""Part 2: the levers, and what changes while one moves."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from typing import Any

import ipywidgets

from jalons.cohorts import telling
from jalons.cohorts.codec import notice_sentence
from jalons.cohorts.figures import changed_states, difference_figure
from jalons.cohorts.page.cards import cards_html, tiles_html
from jalons.cohorts.page.levers import dials, from_values, to_values
from jalons.cohorts.page.part import Part
from jalons.cohorts.settings import Settings
from jalons.cohorts.state import Asked, Settled
from jalons.ui.chart import Chart
from jalons.ui.dials import LABELS as DIAL_LABELS
from jalons.ui.dials import Dials
from jalons.ui.html import join, tag
from jalons.ui.job import LABELS, Job, JobBar
from jalons.ui.labels import labels
from jalons.ui.notice import Notice

REST_S = 0.35
"""How long a slider must lie still before everything is computed with all the draws."""


FIRST_TRY = "parcours_consolidation"
"""The lever offered to whom does not know where to begin."""


class StagePart(Part):
    heading = "simuler-levers"
    anchor = "leviers"
    watched = ("stage", "settings", "kept", "opened")

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.dials = Dials(labels(t, "dials", DIAL_LABELS), lang=t.lang)
        self.tiles = ipywidgets.HTML()
        self.tiles.add_class("j-sim-now")
        self.chart = Chart(height=300, images=self.images("simuler-file-difference"))
        self.cards = ipywidgets.HTML()
        self.notices = Notice()
        self.job = Job(self._compute, self._deliver, self.report)
        self.own(self.job)
        self.bar = JobBar(self.job, labels(t, "simuler-job", LABELS))
        self._timer: asyncio.TimerHandle | None = None
        self._asked: Asked | None = None
        self._shown_for: Any = None
        self.compared = ipywidgets.HTML()
        self.keep = self.button(t("simuler-keep"), self.state.keep)
        self.forget = self.button(t("simuler-forget"), self.state.forget_kept)
        self.attempt = self.button(
            t("simuler-try"), lambda: self.state.set(Settings({FIRST_TRY: 1.0}))
        )
        self.attempt.button_style = "primary"
        self.reset = self.button(t("simuler-reset"), self.state.reset)
        self.watch(self.dials, self._moved, "values")
        self.watch(self.state, lambda _: self._later(), "settings", "kept", "opened")
        self.interval = self.hint("simuler-interval-hint")
        right = ipywidgets.VBox(
            [
                self.tiles,
                self.attempt,
                self.chart,
                self.interval,
                self.row(self.keep, self.forget, self.reset),
                self.compared,
                self.notices,
                self.bar,
            ]
        )
        right.add_class("j-sim-result")
        left = ipywidgets.VBox([self.hint("simuler-levers-text"), self.dials])
        left.add_class("j-sim-levers")
        columns = ipywidgets.HBox([left, right])
        columns.add_class("j-sim-columns")
        title = ipywidgets.HTML(tag("h3", t("simuler-cards")))
        self._later()
        return columns, title, self.hint("simuler-cards-text"), self.cards

    def images(self, name: str) -> dict[str, str]:
        return images(self.t, name)

    # --- a slider moves -----------------------------------------------------------------------

    def _moved(self, _: Any) -> None:
        settings = from_values(self.dials.values, self.state.levers)
        if settings != self.state.settings:
            if self.job.busy:
                self.job.stop()
            self.state.set(settings)

    def draw(self) -> None:
        t, state = self.t, self.state
        stage = state.stage
        if self._shown_for is not state.opened:
            self._shown_for = state.opened
            self.dials.show(dials(t, state.usable(), state.room()), to_values(state.settings))
        elif from_values(self.dials.values, state.levers) != state.settings:
            self.dials.values = to_values(state.settings)
        with_what = telling.settings_text(t, state.kept, state.levers)
        compared = t("simuler-today-word") if state.kept.empty else t("simuler-kept-word")
        self.chart.show(
            difference_figure(
                stage,
                lambda name: telling.shown_name(t, stage, name),
                lambda value: telling.number(t, value, signed=True),
            ),
            telling.stage_sentence(t, stage, compared),
            t("simuler-table"),
            [t(f"simuler-column-{c}") for c in ("state", "first", "second", "change", "between")],
            self._rows(),
        )
        self.tiles.value = tiles_html(t, stage)
        moved = bool(changed_states(stage))
        for widget, there in (
            (self.chart, moved),
            (self.interval, moved),
            (self.attempt, state.settings.empty and FIRST_TRY in state.usable()),
        ):
            widget.layout.display = "" if there else "none"
        self.cards.value = cards_html(t, state)
        lines = [t("simuler-compared", what=with_what)]
        if state.opened.levers or state.opened.places:
            lines.append(t("simuler-extra", what=telling.extra_text(t, state.opened)))
        self.compared.value = join([tag("p", line, class_="j-soft") for line in lines])
        self.forget.layout.display = "none" if state.kept.empty else ""
        sentences = [notice_sentence(t, n) for n in stage.notices if n.code != "no_sample_sizes"]
        if sentences:
            self.notices.say("warn", sentences[0], sentences[1:], self.more(sentences[1:], 5))
        else:
            self.notices.clear()

    def _rows(self) -> list[tuple[str, ...]]:
        t, stage = self.t, self.state.stage
        rows: list[tuple[str, ...]] = []
        for state in changed_states(stage, len(stage.states)):
            i = stage.states.index(state)
            rows.append(
                (
                    telling.shown_name(t, stage, state),
                    telling.number(t, stage.first.expected[-1][i]),
                    telling.number(t, stage.second.expected[-1][i]),
                    telling.number(t, stage.difference.expected[-1][i], signed=True),
                    telling.between(
                        telling.number(t, stage.difference.low[-1][i], signed=True),
                        telling.number(t, stage.difference.high[-1][i], signed=True),
                        t,
                    ),
                )
            )
        return rows

    # --- a slider rests -----------------------------------------------------------------------

    def _later(self) -> None:
        """Compute in full once nothing has moved for a while; at once where there is no loop."""
        if self._timer is not None:
            self._timer.cancel()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.job.run_blocking()
            return
        self._timer = loop.call_later(REST_S, self._start)

    def _start(self) -> None:
        self.state.save()
        if self.job.busy:
            self._later()
        else:
            self.job.start()

    def _compute(self, progress: Callable[..., None], stop: threading.Event) -> Settled:
        """Runs in a thread: reads the state, touches no widget."""
        self._asked = self.state.asked()
        return self.state.settle(self._asked, progress, stop)

    def _deliver(self, settled: Settled) -> None:
        if self._asked == self.state.asked():
            self.state.accept(settled)

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        super().close()


def images(t: Callable[..., str], name: str) -> dict[str, str]:
    """The buttons that save a chart as an image."""
    return {"png": t("simuler-png"), "svg": t("simuler-svg"), "name": t(name)}
