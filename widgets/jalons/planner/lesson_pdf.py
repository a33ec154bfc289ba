"""A lesson sheet on paper: Markdown in, a tagged A4 PDF out, the pupil's page apart.

Reads the Markdown that sheets are written in (headings, paragraphs, lists, tables, quotations,
bold and italics); what it does not know prints as plain text, nothing is dropped. Lays out
nothing: ``typst/lesson.typ`` does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jalons.i18n import Translator
from jalons.printing.press import Data, typeset_pdf

if TYPE_CHECKING:
    from jalons.data.lessons import Lesson

TEMPLATE = Path(__file__).parent / "typst" / "lesson.typ"
PUPIL = "Fiche élève"  # the section that prints alone
WIDEST, ROOM, SHORT = 34, 24, 12  # letters: shares of the page, and what needs none
Node = Mapping[str, Any]


def lesson_pdf(lesson: Lesson, t: Translator, issued: date, pupil_only: bool = False) -> bytes:
    """The sheet of a lesson, or the pupil's page of it alone.

    Parameters
    ----------
    lesson : Lesson
        Written in French, whatever the language of ``t``.
    t : Translator
        For the words around the text.
    issued : date
        Written into the file: same arguments, same bytes.
    pupil_only : bool
        Only what a pupil receives.
    """
    title = lesson.row["titre"]
    sections = [{"title": name, "blocks": blocks(text)} for name, text in lesson.sections()]
    if pupil_only:
        sections = [{**one, "title": ""} for one in sections if one["title"] == PUPIL]
    else:
        first = {"title": t("lessons-pdf-objectives"), "blocks": [_points(lesson.objectives)]}
        second = {"title": t("lessons-pdf-material"), "blocks": [_points(lesson.material)]}
        sections = [first, second, *sections]
    data: Data = {
        "lang": "fr",
        "title": title,
        "school": "Jalons",
        "id": lesson.row["seance"],
        "sections": sections,
        "pupil": PUPIL,
        "pupil_only": pupil_only,
        "sources_title": t("lessons-pdf-sources"),
        "sources": [f"{s.title}. {s.publisher}, {s.date}." for s in lesson.sources],
    }
    return typeset_pdf(TEMPLATE, data, issued)


def blocks(markdown: str) -> list[Data]:
    """The blocks of a text, as the template takes them."""
    import mistune

    tree: Any = mistune.create_markdown(renderer="ast", plugins=["table"])(markdown)
    return [_block(node) for node in tree if node["type"] != "blank_line"]


def _points(texts: Iterable[str]) -> Data:
    return blocks("\n".join(f"- {text}" for text in texts))[0]


def _text(raw: str) -> Data:
    return {"type": "text", "raw": raw}


def _block(node: Node) -> Data:
    kind, inside = str(node["type"]), node.get("children", [])
    if kind == "list":
        items = [[part for one in item["children"] for part in _flat(one)] for item in inside]
        return {"kind": "list", "numbered": bool(node["attrs"]["ordered"]), "items": items}
    if kind == "table":
        head, body = inside
        rows = [head["children"], *(row["children"] for row in body["children"])]
        cells = [[_inline(cell["children"]) for cell in row] for row in rows]
        return {"kind": "table", "widths": _widths(cells), "head": cells[0], "rows": cells[1:]}
    if kind == "block_quote":
        inner = [_block(one) for one in inside if one["type"] != "blank_line"]
        return {"kind": "quote", "blocks": inner}
    return {"kind": "heading" if kind == "heading" else "text", "parts": _flat(node)}


def _flat(node: Node) -> list[Data]:
    return _inline(node["children"]) if "children" in node else _inline([_text(node["raw"])])


def _inline(nodes: Iterable[Node]) -> list[Data]:
    """Runs of text, each with its weight and slant."""
    runs: list[Data] = []
    for node in nodes:
        kind = node["type"]
        if kind in ("softbreak", "linebreak"):
            runs.append({"text": " ", "bold": False, "italic": False})
        elif "children" in node:
            for run in _inline(node["children"]):
                bold, italic = run["bold"] or kind == "strong", run["italic"] or kind == "emphasis"
                runs.append({**run, "bold": bold, "italic": italic})
        else:
            runs.append({"text": str(node["raw"]), "bold": False, "italic": False})
    return runs


def _widths(rows: list[list[list[Data]]]) -> list[int]:
    """A column's share of the page, by its longest cell; 0 for one as wide as what is in it."""
    widths = []
    for column in zip(*rows, strict=True):
        head, *texts = ["".join(run["text"] for run in cell) for cell in column]
        longest = max(map(len, (head, *texts)))
        if sum("…" in text for text in texts) * 2 > len(texts):  # a pupil writes there
            widths.append(min(WIDEST, max(ROOM, len(head))))
        else:
            widths.append(0 if longest <= SHORT else min(WIDEST, longest))
    return widths
