"""*Données ouvertes*, for the teacher: which official files are here, a button, a place for copies.

Folded away: it is not for the pupil. The only place of a page that calls another host, and only
when the button is pressed.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import UTC, datetime

import ipywidgets

from jalons.data.download import DownloadError
from jalons.data.official import MOST_BYTES
from jalons.data.registry import DataSet
from jalons.data.words import progress_text, state_of, taken_text
from jalons.i18n import Translator
from jalons.open_data.state import OpenDataState, Told
from jalons.ui.file_input import LABELS as FILE_LABELS
from jalons.ui.file_input import FileInput, UploadedFile
from jalons.ui.html import Safe, tag
from jalons.ui.job import LABELS, Job, JobBar, Progress
from jalons.ui.labels import labels
from jalons.ui.notice import Notice
from jalons.ui.part import Part
from jalons.ui.table import table_html


class OpenDataPart(Part[OpenDataState]):
    """The part at the foot of Explorer."""

    heading = "open-data-title"
    anchor = "donnees-ouvertes"
    watched = ("files", "unusable", "told")

    def __init__(self, state: OpenDataState, t: Translator) -> None:
        super().__init__(state, t, t("open-data-failed"))
        self.widget.add_class("j-no-print")  # what is printed here is the pupil's sheet

    def build(self) -> Sequence[ipywidgets.Widget]:
        t = self.t
        self.job = Job(self._compute, self.state.deliver, self.report)
        self.own(self.job)
        self.table = ipywidgets.HTML()
        titles = [(dataset.title, code) for code, dataset in self.state.known.items()]
        self.which = ipywidgets.Dropdown(
            options=[(t("open-data-all"), ""), *titles],
            description=t("open-data-which"),
            style={"description_width": "initial"},
            layout={"width": "auto", "max_width": "100%"},
        )
        self.bar = JobBar(self.job, labels(t, "open-data-job", ("start", *LABELS)))
        self.input = FileInput(
            {**labels(t, "ui-file", FILE_LABELS), "hint": t("open-data-file-hint")},
            accept=".csv",
            max_bytes=MOST_BYTES,
        )
        self.wrong, self.said = Notice(), Notice()
        self._copies: tuple[UploadedFile, ...] = ()
        self.watch(self.input, self._came, "files")
        self.watch(self.job, self._started, "status")
        self.inside = self.fold(
            "open-data-fold",
            self.hint("open-data-text"),
            self.table,
            self.wrong,
            self.row(self.which, self.bar),
            self.input,
            self.said,
        )
        self.on_click(self.inside.toggle, self._opened)
        return (self.inside,)

    def draw(self) -> None:
        t, now = self.t, datetime.now(UTC)
        columns = [t(f"open-data-column-{name}") for name in ("file", "here", "use")]
        rows = [
            (_page(item.dataset), state_of(item, now, t), item.dataset.uses[t.lang])
            for item in self.state.files
        ]
        self.table.value = table_html(t("open-data-table"), columns, rows) if rows else ""
        wrong = [problem.sentence(t) for problem in self.state.unusable]
        more = self.more(wrong, self.wrong.shown)
        self.wrong.say("warn", t("open-data-unusable") if wrong else "", wrong, more)
        self._say(self.state.told)

    def _opened(self) -> None:
        """What is here is read when somebody wants to see it, not with every page."""
        if self.inside.is_open and not self.state.files:
            self.state.look()

    def _started(self, _: object) -> None:
        if self.job.status == "running":
            self.said.clear()  # what came of the time before

    def _came(self, _: object) -> None:
        if not self.input.files:
            return
        if self.job.busy:
            self.said.say("warn", self.t("open-data-busy"))
            return
        self._copies = self.input.files
        self.job.start()

    def _compute(self, progress: Progress, stop: threading.Event) -> tuple[Told, ...]:
        """Runs in a thread: reads the state, touches no widget."""
        copies, self._copies = self._copies, ()
        if copies:
            return self.state.copy((file.name, file.data) for file in copies)

        def moved(dataset: DataSet, got: int, total: int | None) -> None:
            said = f"{dataset.title}{self.t('colon')}{progress_text(got, total, self.t)}"
            progress(got / total if total else None, said)

        codes = [self.which.value] if self.which.value else list(self.state.known)
        return self.state.fetch(codes, moved, stop)

    def _say(self, told: Sequence[Told]) -> None:
        wrong = any(one.error for one in told)
        key = "open-data-some-wrong" if wrong else "open-data-all-good"
        sentences = [self._sentence(one) for one in told]
        self.said.say("warn" if wrong else "ok", self.t(key) if told else "", sentences)

    def _sentence(self, one: Told) -> str:
        if one.taken:
            lost = len({problem.row for problem in one.taken.reading.left_out})
            more = f" {self.t('open-data-left-out', count=lost)}" if lost else ""
            return taken_text(one.taken, self.t) + more
        assert one.error is not None
        said = one.error.sentence(self.t)
        if isinstance(one.error, DownloadError):  # the other kind names the file itself
            said = f"{one.name}{self.t('colon')}{said}"
        return f"{said} {self.t('open-data-kept')}" if one.kept else said


def _page(dataset: DataSet) -> Safe:
    """The title, leading to the page where a person downloads the file."""
    link = {"href": dataset.page, "target": "_blank", "rel": "noopener noreferrer"}
    return tag("a", dataset.title, **link)
