"""What the page *Simuler* remembers: whose pupils, which settings, what they are compared with.

Two speeds. While a slider moves, :attr:`stage` follows at once with ``LIVE_DRAWS`` draws; when it
rests, :meth:`settle` computes with ``DRAWS`` of them, the two doubts apart, and the cohort that is
followed; :meth:`accept` shows it. Everything a person does on the page is a method here.
"""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import traitlets

from jalons.cohorts.cohort_path import CohortPath, YearPath, each_year, follow, starts
from jalons.cohorts.domain import Lever, Scenario
from jalons.cohorts.indicator_table import load_indicators
from jalons.cohorts.lever_table import load_levers
from jalons.cohorts.origin import Kind, Opened, Origin, opened
from jalons.cohorts.rules import check
from jalons.cohorts.settings import Settings, applied, room_for_places, taken_from, usable
from jalons.cohorts.stage import Doubts, Stage, doubts, set_stage
from jalons.problems import InputError, Problem
from jalons.reactive import State
from jalons.workspace.domain import WorkspaceError

if TYPE_CHECKING:
    from jalons.workspace.store import Workspace

log = logging.getLogger("jalons")

SCOPE, NAME = "simuler", "page"
LIVE_DRAWS, DRAWS = 100, 1000
EARLY, LONG_PATH, SHORT_PATH = ("2PRO", "1PRO", "CAP1"), 6, 4
"""Years a cohort is followed: longer from the first years of a diploma."""


@dataclass(frozen=True)
class Settled:
    """What a slider at rest is worth: many draws, the doubts apart, who goes where.

    ``doubts`` is None when somebody pressed Stop before they were drawn.
    """

    stage: Stage
    doubts: Doubts | None
    first_path: CohortPath | None
    second_path: CohortPath | None
    first_years: tuple[YearPath, ...]
    second_years: tuple[YearPath, ...]


Asked = tuple[Scenario, Scenario, str]


class CohortsState(State):
    """The page's memory.

    Parameters
    ----------
    workspace : Workspace or None
        Where what is entered is kept; without one nothing lasts.
    draws : int
        Of a slider at rest.
    """

    origin = traitlets.Instance(Origin, read_only=True)
    draft = traitlets.Instance(Origin, read_only=True)
    opened = traitlets.Instance(Opened, read_only=True)
    problems = traitlets.Tuple(read_only=True)
    settings = traitlets.Instance(Settings, read_only=True)
    kept = traitlets.Instance(Settings, read_only=True)
    horizon = traitlets.Int(6, read_only=True)
    start = traitlets.Unicode("TPRO", read_only=True)
    shown = traitlets.Unicode("BTS2", read_only=True)
    stage = traitlets.Instance(Stage, read_only=True)
    settled = traitlets.Instance(Settled, allow_none=True, read_only=True)
    trouble = traitlets.Instance(WorkspaceError, allow_none=True, read_only=True)

    def __init__(
        self, workspace: Workspace | None = None, draws: int = DRAWS, **values: Any
    ) -> None:
        super().__init__(**values)
        self._workspace, self.draws = workspace, draws
        self.levers: Mapping[str, Lever] = load_levers()
        self.table = load_indicators()
        self._saved = b""
        self._show(Origin(), Origin(), opened(Origin(), self.horizon), Settings(), Settings())
        self._bring_back()

    # --- whose pupils -------------------------------------------------------------------------

    def choose(self, draft: Origin, horizon: int | None = None) -> None:
        """Take other pupils, or another number of years.

        What cannot be read is told in :attr:`problems`; the last good result stays.
        """
        self._choose(draft, self.horizon if horizon is None else horizon)
        self.save()

    def _choose(self, draft: Origin, years: int) -> None:
        try:
            found = opened(draft, years)
            settings, kept = self.settings, self.kept
            if draft.kind is Kind.FILE:
                settings, found = self._from_file(found)
                kept = Settings()
            elif (draft.kind, draft.academy) != (self.origin.kind, self.origin.academy):
                # Places are a number: that of France makes no sense in a school.
                settings, kept = replace(settings, places={}), replace(kept, places={})
            self.set_trait("horizon", found.today.horizon)
            self._show(draft, draft, found, settings, kept)
        except InputError as error:
            self.set_trait("draft", draft)
            self.set_trait("problems", error.problems)

    def open_file(self, name: str, content: bytes) -> None:
        """Take the scenario of a file, its levers on the sliders."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError:
            self.set_trait("problems", (Problem("cohorts_not_text", file=name),))
            return
        self.choose(Origin(Kind.FILE, file=name, text=text))

    def _from_file(self, found: Opened) -> tuple[Settings, Opened]:
        settings, levers, places = taken_from(found.levers, found.places, self.levers)
        return settings, replace(found, levers=levers, places=places)

    # --- settings -----------------------------------------------------------------------------

    def set(self, settings: Settings, kept: Settings | None = None) -> None:
        """Move the sliders (and what one compares with); :attr:`stage` follows."""
        compared = self.kept if kept is None else kept
        self._show(self.origin, self.draft, self.opened, settings, compared, self.problems)

    def reset(self) -> None:
        """Back to today, every slider at rest."""
        self.set(Settings())

    def keep(self) -> None:
        """Hold what is set now as what one compares with."""
        self.set(self.settings, self.settings)

    def forget_kept(self) -> None:
        """Compare with today again."""
        self.set(self.settings, Settings())

    def show_state(self, state: str) -> None:
        """Draw this state over the years."""
        if state in self.opened.today.states:
            self.set_trait("shown", state)
            self.save()

    def show_start(self, state: str) -> None:
        """Follow the cohort that starts there."""
        if state in starts(self.opened.today):
            self.set_trait("start", state)
            first, second = _followed(self.first(), self.second(), start=state)
            settled = self.settled
            self.accept(settled and replace(settled, first_path=first, second_path=second))

    # --- what may be moved --------------------------------------------------------------------

    def usable(self) -> dict[str, Lever]:
        return usable(self.levers, self.opened.today.states)

    def room(self) -> dict[str, int]:
        return room_for_places(self.opened.today)

    def first(self) -> Scenario:
        """The scenario one compares with."""
        return self._pair(self.opened, self.settings, self.kept)[0]

    def second(self) -> Scenario:
        """The scenario of the sliders, with what a file sets beside them."""
        return self._pair(self.opened, self.settings, self.kept)[1]

    def _pair(self, found: Opened, settings: Settings, kept: Settings) -> tuple[Scenario, Scenario]:
        second = applied(found.today, settings, self.levers)
        return applied(found.today, kept, self.levers), replace(
            second,
            levers=(*second.levers, *found.levers),
            places=(*second.places, *found.places),
        )

    def nation(self, indicator: str) -> float | None:
        """The indicator of France as today, beside that of an academy or a school."""
        if self.origin.kind not in (Kind.ACADEMY, Kind.SCHOOL):
            return None
        return _nation(self.horizon).get(indicator)

    # --- results ------------------------------------------------------------------------------

    def _show(
        self,
        origin: Origin,
        draft: Origin,
        found: Opened,
        settings: Settings,
        kept: Settings,
        problems: tuple[Problem, ...] = (),
    ) -> None:
        stage = self._live(*self._pair(found, settings, kept))
        states, begins = found.today.states, starts(found.today)
        with self.hold_trait_notifications():
            if self.start not in begins:
                self.set_trait("start", begins[0] if begins else "")
            if self.shown not in states:
                self.set_trait("shown", states[0])
            self.publish(
                origin=origin,
                draft=draft,
                opened=found,
                problems=problems,
                settings=settings,
                kept=kept,
                stage=stage,
            )

    def _live(self, first: Scenario, second: Scenario) -> Stage:
        if wrong := check(second):
            raise InputError(wrong)
        return set_stage(first, second, self.table.indicators, LIVE_DRAWS)

    def asked(self) -> Asked:
        """What :meth:`settle` works on: taken where the sliders live, handed to a thread."""
        return self.first(), self.second(), self.start

    def settle(
        self,
        asked: Asked,
        progress: Callable[..., None] = lambda *_: None,
        stop: threading.Event | None = None,
    ) -> Settled:
        """Compute with all the draws; touches no trait."""
        first, second, start = asked
        progress(0.1)
        stage = set_stage(first, second, self.table.indicators, self.draws)
        progress(0.6)
        known = None if stop and stop.is_set() else doubts(second, self.draws)
        paths = _followed(first, second, start)
        return Settled(stage, known, *paths, each_year(first), each_year(second))

    def accept(self, settled: Settled | None) -> None:
        """Show what :meth:`settle` found, and keep the page."""
        if settled is not None:
            with self.hold_trait_notifications():
                self.set_trait("settled", settled)
                self.set_trait("stage", settled.stage)
        self.save()

    # --- kept ---------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep what was entered; the page goes on where it cannot be kept, and says it."""
        content = json.dumps(
            {
                "draft": asdict(self.draft),
                "settings": self.settings.to_json(),
                "kept": self.kept.to_json(),
                "horizon": self.horizon,
                "start": self.start,
                "shown": self.shown,
            },
            ensure_ascii=False,
        ).encode()
        if self._workspace is None or content == self._saved:
            return
        try:
            self._workspace.keep(SCOPE, NAME, content)
            self._saved = content
            self.set_trait("trouble", None)
        except WorkspaceError as error:
            self.set_trait("trouble", error)

    def _bring_back(self) -> None:
        """What was there last time; what can no longer be read leaves France, as today."""
        try:
            content = self._workspace.latest(SCOPE, NAME) if self._workspace else None
        except WorkspaceError as error:
            self.set_trait("trouble", error)
            return
        if content is None:
            return
        try:
            self._take_back(json.loads(content))
        except (KeyError, TypeError, ValueError):
            log.exception("what was kept of %s cannot be read", SCOPE)

    def _take_back(self, kept: dict[str, Any]) -> None:
        given = kept["draft"]
        for name in ("heads", "passages"):
            given[name] = tuple(tuple(row) for row in given[name])
        draft = Origin(**{**given, "kind": Kind(given["kind"])})
        self.set_trait("start", kept["start"])
        self.set_trait("shown", kept["shown"])
        self._choose(draft, kept["horizon"])
        settings = Settings.from_json(kept["settings"], self.levers)
        compared = Settings.from_json(kept["kept"], self.levers)
        self._show(self.origin, self.draft, self.opened, settings, compared, self.problems)


@cache
def _nation(horizon: int) -> dict[str, float | None]:
    """Expected values, no matter which draws."""
    today = opened(Origin(), horizon).today
    stage = set_stage(today, today, load_indicators().indicators, draws=1)
    return {name: figure.value for name, figure in stage.first_indicators.items()}


def _followed(
    first: Scenario, second: Scenario, start: str
) -> tuple[CohortPath | None, CohortPath | None]:
    if not start:
        return None, None
    years = LONG_PATH if start in EARLY else SHORT_PATH
    return follow(first, start, years), follow(second, start, years)
