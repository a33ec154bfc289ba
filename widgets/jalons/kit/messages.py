"""Sentences instead of tracebacks: what went wrong, and what to do, in French then in English."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence


class StopError(Exception):
    """Ends the command: two sentences, an exit code, the last lines of the tool that failed."""

    def __init__(
        self, french: str, english: str, code: int = 1, details: Sequence[str] = ()
    ) -> None:
        super().__init__(french)
        self.english, self.code, self.details = english, code, details

    def tell(self) -> None:
        """Write it all to the error output."""
        for line in self.details:
            print("    " + line, file=sys.stderr)
        print(f"{self}\n{self.english}", file=sys.stderr)


NO_PACKAGE = (
    "Un paquet n'existe pas pour ce Python sur cette machine : essayez Python 3.11 à 3.14, 64 bits."
)
REASONS = (  # what a tool prints -> what a reader can do about it
    (
        r"No space left|os error 28|ENOSPC",
        "Le disque est plein : libérez environ 2 Go, puis relancez.",
        "The disk is full: free about 2 GB and try again.",
    ),
    (
        r"Permission denied|os error 13|EACCES|Read-only file system|os error 30",
        "Écriture refusée : placez ce dossier là où vous avez le droit d'écrire, puis relancez.",
        "Writing was refused: move this folder to a place you may write to and try again.",
    ),
    (
        r"name resolution|getaddrinfo|dns error|Failed to fetch|error sending request|timed out"
        r"|NewConnectionError|ConnectTimeout|Network is unreachable|Connection refused|SSLError"
        r"|[Tt]ls|certificate|HTTP status",
        "Le réseau ne répond pas. Vérifiez la connexion (ou le proxy : HTTPS_PROXY), puis "
        "relancez : l'installation reprendra.",
        "The network does not answer. Check the connection (or proxy: HTTPS_PROXY), try again.",
    ),
    (
        r"matching (Python|platform|wheel)|no wheels|Failed to build|No matching distribution",
        NO_PACKAGE,
        "A package does not exist for this Python on this machine: try 64-bit Python 3.11-3.14.",
    ),
    (
        r"Errno 2\]",
        "Un fichier manque à côté de kit.py : reprenez une copie complète du kit.",
        "A file is missing beside kit.py: get a complete copy of the kit.",
    ),
)


def failure(step: str, lines: Sequence[str]) -> StopError:
    """Turn the output of a failed tool into sentences, its last lines kept."""
    text = "\n".join(lines[-15:])
    known = next((words for pattern, *words in REASONS if re.search(pattern, text)), None)
    french, english = known or (
        f"L'étape « {step} » a échoué ; les dernières lignes ci-dessus disent pourquoi.",
        "That step failed; the last lines above say why.",
    )
    return StopError(french, english, details=lines[-8:])
