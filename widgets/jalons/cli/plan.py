"""``jalons plan``: a school's year plan, from its file to calendars and posters."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jalons.cli.terminal import (
    DONE,
    IN_PART,
    WRONG,
    AsJson,
    group,
    input_problems,
    print_json,
    refuse,
    say,
    translator,
    write,
)
from jalons.cli.waiting import stoppable, watched_line

if TYPE_CHECKING:
    from jalons.i18n import Translator
    from jalons.planner.domain import Plan
    from jalons.school.domain import School as SchoolDomain
    from jalons.school.reader import SchoolFile

app = group("Planifier les séances de soutien au parcours.")

School = Annotated[
    Path, typer.Argument(metavar="ECOLE", help="Dossier de fichiers CSV ou classeur .xlsx.")
]
PlanFile = Annotated[
    Path | None,
    typer.Argument(
        metavar="[PLANNING]",
        help="Planning (JSON ou .xlsx). Sans lui : celui que contient le classeur ECOLE.",
    ),
]


class Document(StrEnum):
    """What can be printed."""

    AFFICHE = "affiche"
    FICHES = "fiches"
    PORTE = "porte"


def read_school_file(path: Path) -> SchoolFile:
    from jalons.data.lessons import read_lessons
    from jalons.school.reader import read_school

    return read_school(path, [lesson.row for lesson in read_lessons()])


@app.command()
def template(
    file: Annotated[Path, typer.Argument(metavar="FICHIER.xlsx", help="Classeur à créer.")],
    force: Annotated[bool, typer.Option("--force", help="Remplacer un fichier existant.")] = False,
) -> None:
    """Écrire un modèle de fichier d'établissement : listes, notes et une ligne d'exemple."""
    from jalons.school.template import template_bytes

    t = translator()
    if file.suffix.casefold() != ".xlsx":
        refuse(t("cli-template-xlsx", file=file.name))
    if file.exists() and not force:
        refuse(t("cli-exists", file=file.name))
    with input_problems(as_json=False):
        write(file, template_bytes(t))
    say(t("cli-written", file=str(file)))


@app.command()
def solve(
    school: School,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="Fichier où écrire le planning : .json ou .xlsx."),
    ] = None,
    time_limit: Annotated[
        float, typer.Option(min=0.1, max=86_400, help="Durée de recherche, en secondes.")
    ] = 20.0,
    seed: Annotated[int, typer.Option(min=0, max=2**31 - 1, help="Graine.")] = 1,
    start_from: Annotated[
        Path | None, typer.Option(help="Planning de départ, dont on s'écarte peu.")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            help="Vérifier pourquoi une séance obligatoire n'a pas de place, et ce qui l'aiderait "
            "(au plus le temps de la recherche, et 20 s)."
        ),
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Proposer un planning : les séances obligatoires sont placées, ou on dit pourquoi."""
    t = translator()
    if output is None and not as_json:
        refuse(t("cli-no-output"))
    if output is not None:
        # Said before the search, not after it.
        if not output.absolute().parent.is_dir():
            refuse(t("cli-no-folder", folder=str(output.parent)), as_json)
        if output.is_dir():
            refuse(t("cli-is-folder", file=str(output)), as_json)
        if output.suffix.casefold() not in ("", ".json", ".xlsx"):
            refuse(t("cli-plan-kind", file=output.name), as_json)
    with input_problems(as_json):
        read = read_school_file(school)
        start = read_plan(start_from, school, read, as_json) if start_from else None
        from jalons.planner.codec import to_json
        from jalons.planner.solver import solve as solve_school
        from jalons.planner.words import so_far

        with stoppable(t("cli-stopping")) as stop, watched_line() as show:
            plan = solve_school(
                read.school,
                time_limit_s=time_limit,
                seed=seed,
                start_from=start,
                stop=stop,
                on_progress=lambda step: show(so_far(t, step)),
            )
            if explain and not stop.is_set() and any(u.mandatory for u in plan.unplaced):
                from jalons.planner.diagnose import diagnose, explained

                show(t("cli-explaining"))
                budget_s = min(20.0, time_limit)
                plan = explained(plan, diagnose(read.school, plan, budget_s=budget_s, stop=stop))
        content = to_json(plan, t)
        if output is not None and output.suffix.casefold() == ".xlsx":
            from jalons.planner.xlsx import to_xlsx

            write(output, to_xlsx(read.school, plan, t))
        elif output is not None:
            write(output, json.dumps(content, ensure_ascii=False, indent=1).encode())
    if as_json:
        print_json(content)
    report(read, plan, t)
    if explain and not all(u.verified for u in plan.unplaced if u.mandatory):
        say(t("why-not-verified"))
    raise typer.Exit(IN_PART if plan.unplaced else DONE)


def read_plan(path: Path | None, school_path: Path, read: SchoolFile, as_json: bool) -> Plan:
    """Read a plan, JSON or workbook; where none is given, the one in the school's own workbook."""
    from jalons.planner.codec import MOST_BYTES, from_text, too_large
    from jalons.planner.from_xlsx import plan_in

    path = path or school_path
    if path.is_dir() or path.suffix.casefold() == ".csv":
        refuse(translator()("cli-no-plan", file=path.name), as_json)
    if (size := path.stat().st_size) > MOST_BYTES:
        raise too_large(size, path.name)
    data = path.read_bytes()
    if path.suffix.casefold() not in (".xlsx", ".xlsm"):
        return from_text(data, read.school, path.name)
    plan = plan_in({path.name: data}, read.school)
    if plan is None:
        refuse(translator()("cli-no-plan", file=path.name), as_json)
    return plan


def report(read: SchoolFile, plan: Plan, t: Translator) -> None:
    """Notices, outcome and what is left out, for the person at the terminal."""
    from jalons.planner.domain import all_tasks
    from jalons.planner.notices import date_notices
    from jalons.planner.quality import gap_of
    from jalons.planner.times import Times
    from jalons.planner.words import gap, left_out, outcome, task_name

    for notice in (*read.notices, *date_notices(Times(read.school))):
        say(notice.sentence(t))
    say(outcome(t, plan, len(all_tasks(read.school))))
    say(gap(t, gap_of(plan)))
    for unplaced in plan.unplaced:
        say(f"- {task_name(unplaced.task)}{t('colon')}{left_out(t, unplaced)}")


@app.command()
def check(school: School, plan: PlanFile = None, as_json: AsJson = False) -> None:
    """Vérifier qu'un planning respecte toutes les règles."""
    from jalons.planner.codec import reason_json, task_json
    from jalons.planner.domain import all_tasks
    from jalons.planner.rules import check as check_rules
    from jalons.planner.times import Times
    from jalons.planner.words import rule_broken, task_name

    t = translator()
    with input_problems(as_json):
        read = read_school_file(school)
        given = read_plan(plan, school, read, as_json)
    broken = check_rules(Times(read.school), given.assignments)
    placed = {a.task for a in given.assignments}
    missing = [task for task in all_tasks(read.school) if task not in placed]
    if as_json:
        print_json(
            {
                "ok": not broken,
                "violations": [
                    {
                        **reason_json(b.reason, rule_broken(t, b)),
                        "tasks": [task_json(task) for task in b.tasks],
                    }
                    for b in broken
                ],
                "unplaced": [task_json(task) for task in missing],
            }
        )
    if broken:
        say(t("check-broken", count=len(broken)))
        for b in broken:
            say(f"- {rule_broken(t, b)}")
    else:
        say(t("check-ok", count=len(given.assignments)))
    if missing:
        say(t("check-unplaced", count=len(missing)))
        for task in missing:
            say(f"- {task_name(task)}")
    raise typer.Exit(WRONG if broken else IN_PART if missing else DONE)


@app.command()
def export(
    school: School,
    output: Annotated[Path, typer.Option("-o", "--output", help="Fichier .ics ou .xlsx à écrire.")],
    plan: PlanFile = None,
    class_name: Annotated[
        str | None, typer.Option("--classe", "--class", help="Calendrier d'une classe.")
    ] = None,
    group: Annotated[
        str | None, typer.Option("--groupe", "--group", help="Calendrier d'un groupe.")
    ] = None,
    person: Annotated[
        str | None, typer.Option("--personne", "--person", help="Calendrier d'une personne.")
    ] = None,
    document: Annotated[
        Document,
        typer.Option(help="Pour un .pdf : l'affiche A3, les fiches A4, ou celle de la porte."),
    ] = Document.AFFICHE,
) -> None:
    """Écrire un planning en calendrier (.ics), en classeur (.xlsx) ou sur papier (.pdf)."""
    from jalons.planner import ics
    from jalons.planner.xlsx import to_xlsx

    t = translator()
    if sum(bool(name) for name in (class_name, group, person)) > 1:
        refuse(t("cli-one-choice"))
    with input_problems(as_json=False):
        read = read_school_file(school)
        given = read_plan(plan, school, read, as_json=False)
        kind = output.suffix.casefold()
        if kind == ".xlsx":
            if class_name or group or person:
                refuse(t("cli-xlsx-whole"))
            data = to_xlsx(read.school, given, t)
        elif kind == ".pdf":
            data = pdf_bytes(read.school, given, document, class_name, t)
        elif kind == ".ics":
            chosen, name = ics.choose(read.school, given, class_name, group, person)
            if chosen is None:
                refuse(t("cli-unknown", name=name))
            data = ics.to_ics(read.school, given, chosen, name, t)
        else:
            refuse(t("cli-export-kind", file=output.name))
        write(output, data)
    say(t("cli-written", file=str(output)))


def pdf_bytes(
    school: SchoolDomain, plan: Plan, document: Document, class_name: str | None, t: Translator
) -> bytes:
    from datetime import datetime

    from jalons.data.lessons import THEMES
    from jalons.planner.pdf import class_sheets, door_sheet, year_poster
    from jalons.planner.times import Times

    times, today = Times(school), datetime.now().astimezone().date()
    if class_name is not None and class_name not in school.class_by_name:
        refuse(t("cli-unknown", name=class_name))
    if document is Document.AFFICHE:
        return year_poster(times, plan, THEMES, t, today)
    if document is Document.PORTE:
        if class_name is None:
            refuse(t("cli-door-class"))
        return door_sheet(times, plan, class_name, THEMES, t, today)
    return class_sheets(times, plan, THEMES, t, today, class_name and [class_name])
