"""Where the kit's own files lie: tables, lessons, notebooks, page template.

The kit runs from its checkout (``kit.py`` installs it in place), so they are found from this
file. Knows paths only; reading is the business of who asks.
"""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATASETS = ROOT / "datasets"
EXAMPLES = DATASETS / "examples"
CLASS_EXAMPLE = DATASETS / "class_example"
LESSONS = ROOT / "lessons"
NOTEBOOKS = ROOT / "notebooks"
VOILA_TEMPLATE = ROOT / "widgets" / "voila_template"
