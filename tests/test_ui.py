"""The reusable widgets without a browser: set, click, read; and the colours they are drawn in."""

from __future__ import annotations

import asyncio
import itertools
import re
import threading
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
import traitlets
from ipywidgets.widgets.widget import _instances

from jalons.i18n import LANGUAGES, Translator
from jalons.ui.chart import Chart
from jalons.ui.download import Download
from jalons.ui.file_input import LABELS, FileInput, UploadedFile
from jalons.ui.gauge import Gauge, GaugeList, gauges_html
from jalons.ui.html import escape, tag
from jalons.ui.job import LABELS as JOB_LABELS
from jalons.ui.job import Job, JobBar
from jalons.ui.labels import labels
from jalons.ui.notice import Notice
from jalons.ui.part import Part
from jalons.ui.ready import Ready, styles
from jalons.ui.table import Column, Table, table_html
from jalons.ui.view import View

UI = Path(styles.__code__.co_filename).parent
TOKENS = (UI / "tokens.css").read_text("utf-8")

WORDS = dict.fromkeys(LABELS, "…")
JOB_WORDS = {name: f"<{name}>" for name in JOB_LABELS}


def sent(widget: Any, monkeypatch: pytest.MonkeyPatch) -> list[tuple[dict[str, Any], Any]]:
    """Record what a widget sends to its view."""
    messages: list[tuple[dict[str, Any], Any]] = []
    monkeypatch.setattr(
        widget, "send", lambda content, buffers=None: messages.append((content, buffers))
    )
    return messages


# --- words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_label_of_a_widget_has_its_word(lang: str) -> None:
    words = Translator(lang)
    assert set(labels(words, "ui-file", LABELS)) == set(LABELS)
    assert set(labels(words, "ui-job", JOB_LABELS)) == set(JOB_LABELS)


# --- html


def test_text_is_escaped_and_markup_is_not_escaped_twice() -> None:
    assert escape('<b onclick="x">&') == "&lt;b onclick=&quot;x&quot;&gt;&amp;"
    assert tag("p", tag("b", "1 < 2"), title='"') == '<p title="&quot;"><b>1 &lt; 2</b></p>'


# --- table


def test_a_table_names_its_columns_and_rows() -> None:
    html = table_html("Heures", ["Classe", Column("Heures", numeric=True)], [["T<M>", "34,5"]])
    assert ">Heures</caption>" in html
    assert '<th scope="col">Classe</th>' in html
    assert '<th scope="row">T&lt;M&gt;</th>' in html
    assert '<td class="j-number">34,5</td>' in html


def test_a_row_with_a_missing_cell_is_named() -> None:
    with pytest.raises(ValueError, match="row 2 has 1 cells for 2 columns"):
        table_html("x", ["a", "b"], [[1, 2], [1]])


def test_a_table_can_be_filled_again() -> None:
    table = Table("Heures", ["Classe"], [["T1"]])
    table.fill([["T2"]])
    assert "T2" in table.value
    assert "T1" not in table.value


# --- gauges


def test_gauges_share_one_scale_and_say_their_sentence() -> None:
    html = gauges_html(
        [
            Gauge("T1", 18, 36, "18 h sur 36 h"),
            Gauge("T2", 40, 36, "40 h, 4 h de trop"),
            Gauge("T3", 5, None, "5 h, pas de cible connue"),
        ],
        "Heures par classe",
    )
    widths = [float(found) for found in re.findall(r"width:([\d.]+)%", html)]
    assert widths[0] / widths[1] == pytest.approx(18 / 40, rel=1e-2)
    assert html.count('style="left:') == 2  # no target, no mark
    assert html.count('j-gauge-over"') == 1
    assert "5 h, pas de cible connue" in html


def test_gauges_of_nothing_at_all_do_not_divide_by_zero() -> None:
    assert "width:0.0%" in gauges_html([Gauge("T1", 0, None, "rien")], "x")
    assert "<ul" in GaugeList("x").value


# --- notice


def test_a_notice_says_one_thing_at_a_time() -> None:
    notice = Notice()
    notice.say("error", "Deux lignes sont fausses", ["ligne 1", "ligne 2"], more="Voir")
    assert (notice.kind, notice.items) == ("error", ["ligne 1", "ligne 2"])
    notice.clear()
    assert (notice.message, notice.items) == ("", [])
    with pytest.raises(traitlets.TraitError):
        notice.say("loud", "x")


# --- files


def upload(widget: FileInput, *files: tuple[str, bytes], piece: int = 4) -> None:
    """Do what the browser does."""
    widget._handle_custom_msg({"kind": "start", "names": [name for name, _ in files]}, [])
    for number, (_, data) in enumerate(files):
        for start in range(0, len(data), piece):
            buffer = memoryview(data[start : start + piece])
            widget._handle_custom_msg({"kind": "piece", "file": number}, [buffer])
    widget._handle_custom_msg({"kind": "end"}, [])


def test_files_arrive_whole_and_together() -> None:
    widget, seen = FileInput(WORDS), []
    widget.observe(lambda change: seen.append(change.new), names=["files"])
    upload(widget, ("classes.csv", b"classe;niveau\n"), ("vide.csv", b""))
    assert [(file.name, file.data) for file in widget.files] == [
        ("classes.csv", b"classe;niveau\n"),
        ("vide.csv", b""),
    ]
    assert len(seen) == 1


def test_the_same_file_chosen_again_is_a_change_again() -> None:
    widget, seen = FileInput(WORDS), []
    widget.observe(lambda change: seen.append(change.new), names=["files"])
    upload(widget, ("a.csv", b"1"))
    upload(widget, ("a.csv", b"1"))
    assert len(seen) == 2


def test_each_piece_is_answered_and_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = FileInput(WORDS, max_bytes=6)
    messages = sent(widget, monkeypatch)
    upload(widget, ("a.csv", b"123456"))
    assert [content["kind"] for content, _ in messages] == ["next"] * 4
    messages.clear()
    widget._handle_custom_msg({"kind": "start", "names": ["b.csv"]}, [])
    widget._handle_custom_msg({"kind": "piece", "file": 0}, [b"1234567"])
    assert messages[-1][0] == {"kind": "refused"}
    assert widget.files[0].name == "a.csv"


def test_a_file_input_says_which_labels_it_lacks() -> None:
    with pytest.raises(ValueError, match="needs the labels hint"):
        FileInput({name: "…" for name in LABELS if name != "hint"})


def test_a_received_file_does_not_print_its_content() -> None:
    assert "secret" not in repr(UploadedFile("a.csv", b"secret"))


# --- download


def test_a_download_sends_what_was_made(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = Download("Excel", lambda: ("plan.xlsx", "x/y", b"PK"), failure="raté")
    messages = sent(widget, monkeypatch)
    widget._handle_custom_msg({"kind": "make"}, [])
    assert messages == [({"kind": "file", "name": "plan.xlsx", "mime": "x/y"}, [b"PK"])]


def test_a_blocked_download_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = Download("Excel", lambda: pytest.fail("made"), failure="raté", blocked="Rien à…")
    messages = sent(widget, monkeypatch)
    widget._handle_custom_msg({"kind": "make"}, [])
    assert messages == []


def test_a_download_that_fails_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    widget = Download("Excel", lambda: ("a", "b", bytes(1 // 0)), failure="raté")
    messages = sent(widget, monkeypatch)
    widget.click()
    assert widget.error == "raté"
    assert messages[-1][0] == {"kind": "failed"}
    widget._make = lambda: ("a", "b", b"")
    widget.click()
    assert widget.error == ""


# --- job


def test_a_job_can_be_run_without_a_page() -> None:
    results: list[int] = []
    job = Job(lambda progress, stop: progress(0.5, "à mi-chemin") or 42, results.append)
    job.run_blocking()
    assert results == [42]
    assert (job.status, job.share, job.note) == ("done", 0.5, "à mi-chemin")


def test_a_job_that_fails_reports_and_can_run_again() -> None:
    errors: list[Exception] = []
    job = Job(lambda progress, stop: 1 // 0, lambda result: pytest.fail("delivered"), errors.append)
    job.run_blocking()
    assert job.status == "failed"
    assert isinstance(errors[0], ZeroDivisionError)
    job._compute = lambda progress, stop: 1
    job._deliver = lambda result: None
    job.run_blocking()
    assert job.status == "done"


def test_a_result_that_cannot_be_shown_is_a_failure() -> None:
    errors: list[Exception] = []
    job = Job(lambda progress, stop: 0, lambda result: 1 // result, errors.append)
    job.run_blocking()
    assert (job.status, len(errors)) == ("failed", 1)


def test_stop_keeps_the_best_and_the_page_lives_meanwhile() -> None:
    entered, results, threads = threading.Event(), [], []

    def compute(progress: Any, stop: threading.Event) -> str:
        threads.append(threading.current_thread())
        progress(None, "cherche")
        entered.set()
        assert stop.wait(10)
        return "le meilleur"

    def deliver(result: str) -> None:
        threads.append(threading.current_thread())
        results.append(result)

    async def page() -> None:
        job = Job(compute, deliver)
        bar = JobBar(job, JOB_WORDS)
        bar._handle_custom_msg({"kind": "start"}, [])
        bar._handle_custom_msg({"kind": "start"}, [])  # an impatient second click
        while not entered.is_set():
            await asyncio.sleep(0.001)  # the loop turns: the page answers
        await asyncio.sleep(0.01)
        assert (bar.status, bar.note) == ("running", "cherche")
        bar._handle_custom_msg({"kind": "stop"}, [])
        assert bar.status == "stopping"
        assert job._task is not None
        await job._task
        assert bar.status == "stopped"

    asyncio.run(page())
    assert results == ["le meilleur"]
    assert threads[0] is not threading.current_thread()
    assert threads[1] is threading.current_thread()


def test_a_closed_job_delivers_nothing() -> None:
    async def page() -> None:
        started = threading.Event()

        def compute(progress: Any, stop: threading.Event) -> None:
            started.set()
            assert stop.wait(10)

        bar = JobBar(Job(compute, lambda result: pytest.fail("delivered")), JOB_WORDS)
        bar.job.start()
        while not started.is_set():
            await asyncio.sleep(0.001)
        bar.close()
        assert bar.job._task is not None
        await bar.job._task

    asyncio.run(page())


def test_a_blocked_job_does_not_start() -> None:
    bar = JobBar(Job(lambda p, s: pytest.fail("ran"), lambda r: None), JOB_WORDS, blocked="…")
    bar._handle_custom_msg({"kind": "start"}, [])
    assert bar.status == "idle"


# --- chart


def test_a_chart_takes_a_figure_or_plain_data(monkeypatch: pytest.MonkeyPatch) -> None:
    import plotly.graph_objects as go

    chart = Chart(go.Figure(go.Bar(x=["a"], y=[1])), "Un.")
    assert chart.figure["data"][0]["type"] == "bar"
    chart.show({"data": [], "layout": {}}, "Rien.", "Les chiffres", ["a", "b"], [[1, 2.5]])
    assert chart.table["rows"] == [["1", "2.5"]]
    messages = sent(chart, monkeypatch)
    chart._handle_custom_msg({"kind": "plotly"}, [])
    assert len(messages[0][1][0]) > 1_000_000


# --- view


class Model(traitlets.HasTraits):
    value = traitlets.Int(0)


class Sample(View):
    def __init__(self, model: Model) -> None:
        super().__init__("Cela n’a pas marché.")
        self.seen: list[int] = []
        self.button = ipywidgets.Button(description="Ajouter")
        tabs = ipywidgets.Tab([ipywidgets.HTML("a"), Table("t", ["x"])], titles=["1", "2"])
        job = JobBar(Job(lambda p, s: None, lambda r: None), JOB_WORDS)
        parts = [self.notice, self.button, tabs, job, FileInput(WORDS), Chart(), Ready()]
        self.widget = ipywidgets.VBox(parts)
        self.watch(model, self.changed, "value")
        self.on_click(self.button, self.press)
        self.own(job)

    def changed(self, change: Any) -> None:
        self.seen.append(10 // change.new)

    def press(self) -> None:
        raise RuntimeError("details for the log only")


def test_a_callback_that_fails_is_said_not_shown_raw() -> None:
    model = Model()
    view = Sample(model)
    model.value = 5
    model.value = 0
    assert view.seen == [2]
    assert (view.notice.kind, view.notice.message) == ("error", "Cela n’a pas marché.")
    view.notice.clear()
    view.button.click()
    assert view.notice.message == "Cela n’a pas marché."
    view.close()


def test_what_went_wrong_is_over_once_something_else_is_done() -> None:
    view = Sample(Model())
    view.button.click()
    assert view.notice.message
    ok = ipywidgets.Button()
    view.on_click(ok, lambda: None)
    ok.click()
    assert not view.notice.message
    view.notice.say("info", "De la vue elle-même.")
    ok.click()
    assert view.notice.message == "De la vue elle-même."
    view.close()


def test_a_part_that_cannot_be_drawn_says_so_and_the_page_goes_on() -> None:
    class Broken(Part[Model]):
        heading, watched = "ui-file-choose", ("value",)

        def build(self) -> list[ipywidgets.Widget]:
            return []

        def draw(self) -> None:
            raise RuntimeError("details for the log only")

    part = Broken(Model(), Translator("fr"), "Cela n’a pas marché.")
    assert part.notice.message == "Cela n’a pas marché."
    part.close()


def test_a_closed_view_leaves_nothing_behind() -> None:
    model = Model()
    before = set(_instances)
    view = Sample(model)
    assert set(_instances) - before
    view.close()
    view.close()
    assert set(_instances) - before == set()
    model.value = 3
    assert view.seen == []
    assert not model._trait_notifiers.get("value", {}).get("change", [])


def test_watching_everything_is_refused() -> None:
    with pytest.raises(TypeError, match="names"):
        View("…").watch(Model(), print)


# --- colours


def block(selector: str, css: str = TOKENS) -> dict[str, str]:
    """Return the tokens of the first block after ``selector``."""
    start = css.index(selector)
    body = css[css.index("{", start) + 1 : css.index("}", start)]
    return dict(re.findall(r"(--j-[\w-]+):\s*(#[0-9a-f]{6});", body))


LIGHT = block(':root[data-theme="light"]')
DARK = block(':root[data-theme="dark"]')
PRINT = block(":root:root:root")


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


GROUNDS = ("--j-paper", "--j-surface", "--j-surface-2")
TEXT_PAIRS = [
    *itertools.product(("--j-ink", "--j-ink-soft", "--j-accent", "--j-danger"), GROUNDS),
    *[(ink, "--j-accent-soft") for ink in ("--j-ink", "--j-accent")],
    *[("--j-accent-ink", ground) for ground in ("--j-accent", "--j-accent-strong")],
    *[(f"--j-{kind}", f"--j-{kind}-soft") for kind in ("ok", "warn", "danger")],
    *[("--j-ink", f"--j-{kind}-soft") for kind in ("ok", "warn", "danger")],
    *[(f"--j-{kind}", "--j-surface") for kind in ("ok", "warn", "danger")],
    *[(f"--j-theme-ink-{number}", f"--j-theme-{number}") for number in range(8)],
]
SHAPE_PAIRS = [
    *itertools.product(("--j-control", "--j-focus", "--j-accent"), GROUNDS),
    *[(f"--j-series-{number}", "--j-surface") for number in range(8)],
]


def test_known_contrasts_come_out_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_reads_on_its_ground(tokens: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_show_on_their_ground(tokens: dict[str, str], shape: str, ground: str) -> None:
    assert contrast(tokens[shape], tokens[ground]) >= 3


def test_dark_is_one_set_of_colours_and_defines_what_light_defines() -> None:
    assert block(":root:not([data-theme])") == DARK
    assert set(DARK) == set(LIGHT)


def test_paper_is_light_whatever_the_screen() -> None:
    differs = {name for name, value in LIGHT.items() if PRINT.get(name) != value}
    assert differs == {"--j-paper", "--j-focus"}  # white paper; nothing has the focus on it


def test_no_colour_is_written_outside_the_tokens() -> None:
    for path in [*UI.glob("*.css"), *UI.glob("*.js")]:
        if path.name != "tokens.css" and not path.name.startswith("year_board"):
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", path.read_text("utf-8")), path.name


def test_every_token_used_is_defined() -> None:
    defined = set(re.findall(r"(--j-[\w-]+):", TOKENS))
    for path in [*UI.glob("*.css"), *UI.glob("*.py"), *UI.glob("*.js")]:
        if path.name.startswith("year_board"):
            continue
        used = set(re.findall(r"var\((--j-[\w-]+)\)", path.read_text("utf-8")))
        assert used <= defined, path.name
