"""What a version of a school holds, and what is said of the school beside: as values and as bytes.

Knows no workspace, no plan and no rule.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from jalons.workspace.domain import DamagedError

FORMAT = 1
FILES, DRAFT, PLAN, SHEET = "school/", "draft/", "plan.json", "about.json"


@dataclass(frozen=True)
class Content:
    """What one version of a school holds.

    Parameters
    ----------
    title : str
        Where the files came from, as shown to people: a file or a folder.
    files : mapping
        The school's files by name; they pass the check, and ``plan`` is about them.
    plan : bytes
        The plan as JSON; empty, there is none yet.
    draft : mapping
        Tables being edited that do not pass the check yet.
    """

    title: str
    files: Mapping[str, bytes]
    plan: bytes = b""
    draft: Mapping[str, bytes] = field(default_factory=dict)

    def packed(self) -> bytes:
        """All of it as one; the same content gives the same bytes."""
        entries = {SHEET: json.dumps({"format": FORMAT, "title": self.title}).encode()}
        entries |= {FILES + name: data for name, data in self.files.items()}
        entries |= {DRAFT + name: data for name, data in self.draft.items()}
        if self.plan:
            entries[PLAN] = self.plan
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:  # the workspace compresses
            for name, data in entries.items():
                archive.writestr(zipfile.ZipInfo(name), data)
        return out.getvalue()

    @classmethod
    def unpacked(cls, data: bytes, place: str = "") -> Content:
        """Read what :meth:`packed` made; ``place`` is for what errors say.

        Raises
        ------
        DamagedError
            It is something else, or of a newer form.
        """
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                entries = {name: archive.read(name) for name in archive.namelist()}
            about = json.loads(entries.pop(SHEET))
            if about["format"] > FORMAT:
                raise DamagedError(place=place, detail=f"format {about['format']}")
            plan = entries.pop(PLAN, b"")
            return cls(str(about["title"]), _under(FILES, entries), plan, _under(DRAFT, entries))
        except (zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
            raise DamagedError(place=place, detail=str(error)) from error


def _under(folder: str, entries: Mapping[str, bytes]) -> dict[str, bytes]:
    return {n.removeprefix(folder): data for n, data in entries.items() if n.startswith(folder)}


@dataclass(frozen=True)
class About:
    """What is said of a school: its name here, whether it is put away, names of versions.

    ``taken`` are the versions whose calendars somebody took away.
    """

    title: str = ""
    key: str = ""
    away: bool = False
    names: Mapping[int, str] = field(default_factory=dict)
    taken: tuple[int, ...] = ()

    def packed(self) -> bytes:
        return json.dumps({**vars(self), "names": dict(self.names)}, ensure_ascii=False).encode()

    @classmethod
    def unpacked(cls, data: bytes | None) -> About:
        try:
            row: dict[str, Any] = json.loads(data or b"{}")
            names = {int(number): str(name) for number, name in row.get("names", {}).items()}
            title, key = str(row.get("title", "")), str(row.get("key", ""))
            taken = tuple(int(number) for number in row.get("taken", ()))
            return cls(title, key, row.get("away") is True, names, taken)
        except (ValueError, TypeError, AttributeError):
            return cls()  # the versions themselves are whole: a name is not worth a refusal
