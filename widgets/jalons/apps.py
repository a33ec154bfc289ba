"""The pages as applications: each function builds one and shows it. The only place that knows
every feature.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from jalons import bridges
from jalons.i18n import DEFAULT, LANGUAGES
from jalons.resources import EXAMPLES

if TYPE_CHECKING:
    from jalons.cohorts.view import CohortsView
    from jalons.i18n import Translator
    from jalons.options.explorer_widget import Explorer
    from jalons.planner.state import PlannerState
    from jalons.planner.view import PlannerView
    from jalons.steering.view import SteeringView
    from jalons.support.view import SupportView
    from jalons.ui.view import View
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
    lessons = [lesson.row for lesson in read_lessons()]
    state = PlannerState(lessons, workspace, team=partial(bridges.team_dates, workspace))
    examples = _examples()
    view = PlannerView(state, t, THEMES, examples)
    query = page_query()
    _bring_back(state, query, examples.get(query.get("exemple", "")))
    _open(view, t, trouble)
    return view


def simuler() -> CohortsView:
    """Show the page *Simuler*; returns its view, for a notebook that wants to go on with it."""
    from jalons.cohorts.state import CohortsState
    from jalons.cohorts.view import CohortsView
    from jalons.i18n import Translator

    t = Translator(page_language())
    workspace, trouble = _workspace()
    view = CohortsView(CohortsState(workspace), t)
    _open(view, t, trouble)
    return view


def accompagner() -> SupportView:
    """Show the page *Accompagner*: the class that was open last; returns its view."""
    from jalons.i18n import Translator
    from jalons.resources import CLASS_EXAMPLE
    from jalons.support.state import SupportState
    from jalons.support.view import SupportView
    from jalons.support.words import tidy_for_all

    t = Translator(page_language())
    workspace, trouble = _workspace()
    known, send = bridges.classes_and_groups(workspace, t)
    example = {path.name: path.read_bytes() for path in sorted(CLASS_EXAMPLE.glob("*.csv"))}
    state = SupportState(workspace, tidy_for_all(), known, send, example)
    state.open_last()
    view = SupportView(state, t)
    _open(view, t, trouble)
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
    today = datetime.now().astimezone().date()
    year = year_label(today.year if today.month >= SUMMER else today.year - 1)
    state = SteeringState(workspace, year, bridges.knows_the_school(workspace))
    view = SteeringView(state, t)
    _open(view, t, trouble)
    return view


def explorer() -> Explorer:
    """Show the page *Explorer*; returns its widget."""
    from datetime import datetime

    import ipywidgets

    from jalons.i18n import Translator
    from jalons.open_data.state import OpenDataState
    from jalons.open_data.view import OpenDataPart
    from jalons.options.codec import load_shelf
    from jalons.options.explorer_widget import Explorer

    t = Translator(page_language())
    widget = Explorer(load_shelf(), t, datetime.now().astimezone().date())
    files = OpenDataState()
    _show(_page(ipywidgets.VBox([widget, OpenDataPart(files, t).widget])))
    widget.load_around()
    files.observe(lambda _: widget.load_around(), names=["told"])
    return widget


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


def _open(view: View, t: Translator, trouble: WorkspaceError | None) -> None:
    """Show a view on its page; without a workspace it says that nothing will last."""
    if trouble:
        view.notice.say("warn", t("workspace-missing", detail=trouble.sentence(t)))
    _show(_page(view.widget))


def _page(content: Any) -> Any:
    """An app on its page: links to its parts, the content, then what says that it can be used."""
    import ipywidgets

    from jalons.i18n import Translator
    from jalons.ui.contents import Contents
    from jalons.ui.ready import Ready

    contents = Contents(name=Translator(page_language())("shell-contents"))
    return ipywidgets.VBox([contents, content, Ready()])
