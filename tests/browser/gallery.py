"""A page with one of each reusable widget, for the tests beside it."""

from __future__ import annotations

import os
import time
from typing import Any

import ipywidgets
from IPython.display import display

from jalons.apps import page_language
from jalons.i18n import Translator
from jalons.ui.chart import Chart
from jalons.ui.download import Download
from jalons.ui.file_input import LABELS, FileInput
from jalons.ui.gauge import Gauge, GaugeList
from jalons.ui.job import LABELS as JOB_LABELS
from jalons.ui.job import Job, JobBar
from jalons.ui.labels import labels
from jalons.ui.notice import Notice
from jalons.ui.ready import Ready
from jalons.ui.table import Column, Table
from jalons.ui.view import View

STEPS = 100
FIGURE = {
    "data": [
        {"type": "bar", "x": ["CAP", "Bac pro"], "y": [1200.5, 900], "name": "2024"},
        {"type": "bar", "x": ["CAP", "Bac pro"], "y": [1100, 950], "name": "2025",
         "marker": {"color": "var(--j-stake)"}},
    ],
    "layout": {"barmode": "group"},
}  # fmt: skip


def count(progress: Any, stop: Any) -> int:
    for step in range(STEPS):
        if stop.is_set():
            return step
        progress(step / STEPS, f"étape {step}")
        time.sleep(0.1)
    return STEPS


class Gallery(View):
    def __init__(self) -> None:
        words = Translator(page_language())
        super().__init__(words("ui-failure"))
        self.told = Notice()
        self.files = FileInput(
            labels(words, "ui-file", LABELS), accept=".csv,.xlsx", max_bytes=10_000_000
        )
        self.echo = Download("Rendre le fichier", self.back, words("ui-download-failed"))
        self.echo.blocked = "Aucun fichier reçu."
        broken = Download("Fichier impossible", lambda: ("", "", bytes(1 // 0)), "Raté.")
        job = Job(count, lambda result: self.told.say("ok", f"Compté jusqu’à {result}."))
        bar = JobBar(job, {**labels(words, "ui-job", JOB_LABELS), "start": "Compter"})
        self.own(bar)
        fail, die = (
            ipywidgets.Button(description="Échouer"),
            ipywidgets.Button(description="Mourir"),
        )
        self.on_click(fail, self.wrong)
        die.on_click(lambda _: os._exit(1))
        self.watch(self.files, self.received, "files")
        self.widget = ipywidgets.VBox(
            [
                self.notice,
                self.told,
                self.section("Fichiers", [self.files, self.echo, broken]),
                self.section("Calcul", [bar, ipywidgets.HBox([fail, die])]),
                self.section("Lecture", [self.gauges(), self.table(), self.chart()]),
                self.section("Champs", self.fields()),
                Ready(),
            ]
        )
        self.widget.add_class("jalons")

    def section(self, title: str, children: list[Any]) -> Any:
        return ipywidgets.VBox([ipywidgets.HTML(f"<h2>{title}</h2>"), *children])

    def received(self, change: Any) -> None:
        sizes = [f"{file.name} : {len(file.data)} octets" for file in change.new]
        self.echo.blocked = ""
        self.told.say("ok", "Fichiers reçus.", sizes, more="Voir les autres")

    def back(self) -> tuple[str, str, bytes]:
        first = self.files.files[0]
        return f"copie-{first.name}", "application/octet-stream", first.data

    def wrong(self) -> None:
        raise RuntimeError("secret detail")

    def gauges(self) -> GaugeList:
        return GaugeList(
            "Heures par classe",
            [
                Gauge("TMELEC", 34.5, 36, "34,5 h sur 36 h"),
                Gauge("1MELEC", 60, 54, "60 h pour 54 h attendues"),
                Gauge("CAP1", 12, None, "12 h ; pas de cible connue"),
            ],
        )

    def table(self) -> Table:
        return Table(
            "Heures <placées>", ["Classe", Column("Heures", numeric=True)], [["TMELEC", "34,5"]]
        )

    def chart(self) -> Chart:
        chart = Chart()
        chart.show(FIGURE, "Le CAP baisse.", "Les chiffres", ["Diplôme", "2024"], [["CAP", 1200.5]])
        return chart

    def fields(self) -> list[Any]:
        return [
            ipywidgets.Dropdown(options=["A", "B", "C"], description="Zone académique"),
            ipywidgets.Text(description="Nom de l’établissement", placeholder="Lycée…"),
            ipywidgets.Checkbox(description="Avec les demi-journées", indent=False),
            ipywidgets.IntSlider(description="Effectif de la classe", value=24, max=35),
            ipywidgets.ToggleButtons(options=["Année", "Trimestre"], description="Vue"),
            ipywidgets.RadioButtons(options=["Hebdomadaire", "Modules"], description="Rythme"),
            ipywidgets.HBox(
                [
                    ipywidgets.Button(description="Action principale", button_style="primary"),
                    ipywidgets.Button(description="Autre action"),
                    ipywidgets.Button(description="Indisponible", disabled=True),
                    ipywidgets.Button(description="Supprimer", button_style="danger"),
                ]
            ),
            ipywidgets.Tab(
                [ipywidgets.HTML("Premier"), ipywidgets.HTML("Second")],
                titles=["Classes", "Personnes"],
            ),
            ipywidgets.Accordion([ipywidgets.HTML("Dedans")], titles=["Détails"]),
        ]


def show() -> None:
    display(Gallery().widget)
