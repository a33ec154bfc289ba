"""One ES module out of several: a view written in readable parts, without a build step.

anywidget takes one module per widget. The parts are ordinary modules that import each other by
name (``import { a, b } from "./part.mjs"``), so that Node and an editor read them as they are;
here they are laid one after the other, each after what it imports. Their top-level names must
differ: a name used twice is a syntax error in every browser. Knows no widget.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default)", re.MULTILINE)


def joined(entry: Path) -> str:
    """Return the module ``entry`` and all it imports as one.

    Parameters
    ----------
    entry : Path
        The module whose ``export default`` is kept.

    Raises
    ------
    ValueError
        A part has an import that is not ``import { names } from "./file"``, or one that is renamed.
    """
    parts: dict[Path, str] = {}
    _collect(entry, parts)
    return "\n".join(parts.values())


def _collect(path: Path, parts: dict[Path, str]) -> None:
    """Add what a module imports, then the module itself."""
    text = path.read_text(encoding="utf-8")
    for statement in _IMPORT.finditer(text):
        if " as " in statement[0]:
            raise ValueError(f"{path.name}: a name cannot be changed on import: {statement[0]}")
        needed = path.with_name(statement[1])
        if needed not in parts:
            _collect(needed, parts)
    own = _IMPORT.sub("", text)
    if strange := re.search(r"^import\b.*", own, re.MULTILINE):
        raise ValueError(f"{path.name}: this import cannot be joined: {strange[0]}")
    parts[path] = _EXPORT.sub("", own)
