"""The pages as applications: each function builds one and shows it. The only place that knows
every feature.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from jalons.i18n import DEFAULT, LANGUAGES
from jalons.resources import EXAMPLES

if TYPE_CHECKING:
    from jalons.cohorts.view import CohortsView
    from jalons.planner.organisation import Facts
    from jalons.planner.state import PlannerState
    from jalons.planner.view import PlannerView
    from jalons.steering.view import SteeringView
    from jalons.workspace.domain import WorkspaceError
    from jalons.workspace.store import Workspace

SUMMER = 7  # from July on, one speaks of the school year to come


def page_query() -> dict[str, str]:
    """Return what stands behind the ``?`` of the page's address (empty in JupyterLab)."""
    return {name: values[-1] for name, values in parse_qs(os.getenv("QUERY_STRING", "")).items()}


def page_language() -> str:
    """Return the reader's language: the page's ``?lang=``, else French."""
    lang = page_query().get("lang", DEFAULT)
    return lang if lang in LANGUAGES else DEFAULT


def _show(widget: Any) -> None:
    from IPython.display import display

    display(widget)  # type: ignore[no-untyped-call]


def accueil() -> None:
    """Show the home page."""
    from jalons.home import home_page

    _show(home_page(page_language()))


def planifier() -> PlannerView:
    """Show the page *Planifier*; returns its view, for a notebook that wants to go on with it."""
    from jalons.data.lessons import THEMES, read_lessons
    from jalons.i18n import Translator
    from jalons.planner.state import PlannerState
    from jalons.planner.view import PlannerView

    t = Translator(page_language())
    workspace, trouble = _workspace()
    state = PlannerState([lesson.row for lesson in read_lessons()], workspace)
    examples = _examples()
    view = PlannerView(state, t, THEMES, examples)
    if trouble:
        view.notice.say("warn", t("workspace-missing", detail=trouble.sentence(t)))
    query = page_query()
    _bring_back(state, query, examples.get(query.get("exemple", "")))
    _show(_page(view.widget))
    return view


def simuler() -> CohortsView:
    """Show the page *Simuler*; returns its view, for a notebook that wants to go on with it."""
    from jalons.cohorts.state import CohortsState
    from jalons.cohorts.view import CohortsView
    from jalons.i18n import Translator

    t = Translator(page_language())
    workspace, trouble = _workspace()
    view = CohortsView(CohortsState(workspace), t)
    if trouble:
        view.notice.say("warn", t("workspace-missing", detail=trouble.sentence(t)))
    _show(_page(view.widget))
    return view


def piloter() -> SteeringView:
    """Show the page *Piloter*; what the kit knows of the school is read from its kept plan."""
    from datetime import datetime

    from jalons.i18n import Translator
    from jalons.schoolyear.zones import year_label
    from jalons.steering.state import SteeringState
    from jalons.steering.view import SteeringView

    t = Translator(page_language())
    workspace, trouble = _workspace()
    facts, computed = _known_of_the_plan(workspace)
    today = datetime.now().astimezone().date()
    year = year_label(today.year if today.month >= SUMMER else today.year - 1)
    state = SteeringState(workspace, year, facts, computed)
    view = SteeringView(state, t)
    if trouble:
        view.notice.say("warn", t("workspace-missing", detail=trouble.sentence(t)))
    _show(_page(view.widget))
    return view


def _known_of_the_plan(workspace: Workspace | None) -> tuple[Facts, dict[str, float]]:
    """What the plan that was open last says of the school; nothing where there is none."""
    from jalons.data.lessons import read_lessons
    from jalons.planner.organisation import plan_facts, plan_indicators
    from jalons.planner.state import PlannerState

    state = PlannerState([lesson.row for lesson in read_lessons()], workspace)
    if not state.open_kept() or state.plan is None or state.times is None:
        return {}, {}
    return plan_facts(state.times, state.plan), plan_indicators(state.times, state.plan)


def _examples() -> dict[str, Path]:
    """School year → folder of the example school in that year."""
    return {folder.name[-9:]: folder for folder in sorted(EXAMPLES.iterdir()) if folder.is_dir()}


def _bring_back(state: PlannerState, query: dict[str, str], example: Path | None) -> None:
    """The kept school that the address asks for, or an example, or what was there last time."""
    dossier = query.get("dossier", "")
    if dossier and (state.open_kept(dossier) or state.trouble):
        return
    if example is not None:
        state.open_folder(example)
    else:
        state.open_kept()


def _workspace() -> tuple[Workspace | None, WorkspaceError | None]:
    """The person's workspace, or why there is none: the page then works without keeping."""
    from jalons.workspace.domain import WorkspaceError
    from jalons.workspace.store import Workspace

    try:
        return Workspace(), None
    except WorkspaceError as error:
        return None, error


def _page(content: Any) -> Any:
    """An app on its page: links to its parts, the content, then what says that it can be used."""
    import ipywidgets

    from jalons.i18n import Translator
    from jalons.ui.contents import Contents
    from jalons.ui.ready import Ready

    contents = Contents(name=Translator(page_language())("shell-contents"))
    return ipywidgets.VBox([contents, content, Ready()])
