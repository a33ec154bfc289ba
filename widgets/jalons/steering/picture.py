"""The picture of a review as HTML: themes × phases, each cell a bar, a number and a word."""

from __future__ import annotations

from collections.abc import Iterable

from jalons.i18n import Translator
from jalons.steering.domain import PHASES, STEPS, THEMES
from jalons.steering.rules import Cell, nearest
from jalons.ui.html import Safe, join, tag

STYLE = Safe("""<style>
.j-picture { border-collapse: separate; border-spacing: var(--j-space-2); width: 100%; max-width: 64rem; table-layout: fixed; }
.j-picture caption { text-align: left; font-weight: 600; padding-bottom: var(--j-space-2); }
.j-picture th { text-align: left; vertical-align: middle; font-weight: 600; }
.j-picture td { padding: var(--j-space-3); background: var(--j-surface); border: 1px solid var(--j-line); border-radius: var(--j-radius); vertical-align: top; }
.j-picture-step { display: block; font-size: 1.25rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.j-picture-bar { display: block; height: 0.75rem; margin: var(--j-space-2) 0; border: 1px solid var(--j-control); border-radius: 3px; background: var(--j-surface); overflow: hidden; }
.j-picture-bar span { display: block; height: 100%; background: var(--j-accent); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.j-picture tr { break-inside: avoid; }
@media screen and (max-width: 40rem) {
  .j-picture, .j-picture tbody, .j-picture tr, .j-picture td, .j-picture th[scope=row] { display: block; width: auto; }
  .j-picture caption { display: block; }
  .j-picture thead { display: none; }
  .j-picture td::before { content: attr(data-phase); display: block; font-weight: 600; }
}
</style>""")  # noqa: E501


def word_of(step: float, t: Translator) -> str:
    """The step nearest to a mean, in words."""
    return t(f"step-{nearest(step)}")


def picture_html(cells: Iterable[Cell], t: Translator, *, titled: bool = True) -> Safe:
    """Return the picture as a table that reads well aloud; untitled under a title of its own."""
    by_place = {(cell.theme, cell.phase): cell for cell in cells}
    heads = [tag("th", t(f"phase-{phase}"), scope="col") for phase in PHASES]
    rows = [
        tag(
            "tr",
            tag("th", t(f"steering-theme-{theme}"), scope="row"),
            *(_cell(by_place[theme, phase], t) for phase in PHASES),
        )
        for theme in THEMES
    ]
    table = tag(
        "table",
        tag("caption", t("picture-caption"), class_=None if titled else "j-hidden"),
        tag("thead", tag("tr", tag("td", style="border:0;background:none"), *heads)),
        tag("tbody", *rows),
        class_="j-picture",
    )
    return join([STYLE, table])


def _cell(cell: Cell, t: Translator) -> Safe:
    phase = t(f"phase-{cell.phase}")
    count = tag("span", t("picture-count", standing=cell.standing, questions=cell.questions),
                class_="j-soft")  # fmt: skip
    if cell.step is None:
        return tag("td", t("picture-nothing"), tag("br"), count, data_phase=phase)
    width = f"width:{100 * cell.step / STEPS[-1]:.0f}%"
    return tag(
        "td",
        tag("span", t("picture-step", step=round(cell.step, 1)), class_="j-picture-step"),
        word_of(cell.step, t),
        tag("span", tag("span", style=width), class_="j-picture-bar", aria_hidden="true"),
        count,
        data_phase=phase,
    )
