"""One file from the network, whole or not at all.

Writes what a server sends to an open file and says, as a :class:`DownloadError` with a code, why it
could not: nobody answers, too slow, too large, cut short, going round in circles, no space left.
Standard library only; the machine's proxy settings are followed. Knows no table: whether what came
is a usable file is for the reader to say.
"""

from __future__ import annotations

import errno
import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any, NoReturn
from urllib.parse import urlsplit

from jalons.i18n import Translator

CHUNK = 1 << 16
AGENT = "jalons (kit d'orientation pour lycées professionnels)"


@dataclass(frozen=True)
class Limits:
    """How long to wait and how much to take.

    Parameters
    ----------
    silence_s : float
        Longest wait for the connection, and for each next piece, in seconds.
    whole_s : float
        Longest download, in seconds.
    most_bytes : int
        Largest file, counted after decompression.
    """

    silence_s: float = 30.0
    whole_s: float = 900.0
    most_bytes: int = 150_000_000


PATIENCE = Limits()


class DownloadError(Exception):
    """A file could not be had. ``code`` and ``facts`` say why."""

    def __init__(self, code: str, **facts: Any) -> None:
        self.code = code
        self.facts: Mapping[str, Any] = facts
        super().__init__(self.sentence(Translator("fr")))

    def sentence(self, t: Translator) -> str:
        return t(f"download-{self.code.replace('_', '-')}", **self.facts)


Progress = Callable[[int, int | None], None]
"""Told the bytes that came over the network so far, and how many there will be (None: not said)."""


@dataclass(frozen=True)
class Received:
    """``sure`` when the server said how long the file is, so that a cut could not go unseen."""

    size: int
    sure: bool


def fetch(
    address: str,
    sink: IO[bytes],
    limits: Limits = PATIENCE,
    progress: Progress | None = None,
) -> Received:
    """Write the file at ``address`` to ``sink``.

    Raises
    ------
    DownloadError
        It could not be had whole; what was written so far is worth nothing.
    """
    end = time.monotonic() + limits.whole_s
    host = urlsplit(address).hostname or address
    try:
        with _open(address, limits) as answer:
            announced = answer.headers.get("Content-Length")
            total = int(announced) if announced and announced.isdigit() else None
            if total is not None and total > limits.most_bytes:
                raise DownloadError("too_large", most=limits.most_bytes // 1_000_000)
            pieces = _pieces(answer, total, end, limits, progress)
            if answer.headers.get("Content-Encoding", "").casefold() in ("gzip", "x-gzip"):
                pieces = _unzipped(pieces)
            size = 0
            for piece in pieces:
                if (size := size + len(piece)) > limits.most_bytes:
                    raise DownloadError("too_large", most=limits.most_bytes // 1_000_000)
                _write(sink, piece)
            return Received(size, total is not None or bool(getattr(answer, "chunked", False)))
    except urllib.error.HTTPError as error:
        _answered(error, host)
    except (OSError, http.client.HTTPException) as error:
        _failed(error, host, limits)
    except ValueError:
        raise DownloadError("bad_address", host=host) from None


def _open(address: str, limits: Limits) -> http.client.HTTPResponse:
    handlers = (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
        _Redirects(),
    )
    opener = urllib.request.OpenerDirector()
    for handler in handlers:
        opener.add_handler(handler)
    headers = {"User-Agent": AGENT, "Accept": "text/csv, */*;q=0.1", "Accept-Encoding": "gzip"}
    request = urllib.request.Request(address, headers=headers)
    answer: http.client.HTTPResponse = opener.open(request, timeout=limits.silence_s)
    return answer


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirections, ten at most, and never from an encrypted address to a plain one."""

    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            raise DownloadError("not_encrypted", host=urlsplit(newurl).hostname or newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _pieces(
    answer: http.client.HTTPResponse,
    total: int | None,
    end: float,
    limits: Limits,
    progress: Progress | None,
) -> Iterator[bytes]:
    """What comes, as it comes: a server that drips must not outwit the clock."""
    got = 0
    while piece := answer.read1(CHUNK):
        got += len(piece)
        if time.monotonic() > end:
            raise DownloadError("too_slow", minutes=round(limits.whole_s / 60, 1))
        if progress:
            progress(got, total)
        yield piece
    if total is not None and got < total:
        raise DownloadError("cut_short", got=got, total=total)


def _unzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    unzip = zlib.decompressobj(wbits=31)
    try:
        for piece in pieces:
            yield unzip.decompress(piece, CHUNK)
            while unzip.unconsumed_tail:
                yield unzip.decompress(unzip.unconsumed_tail, CHUNK)
    except zlib.error:
        raise DownloadError("not_gzip") from None
    if not unzip.eof:
        raise DownloadError("cut_in_gzip")


def _write(sink: IO[bytes], piece: bytes) -> None:
    try:
        sink.write(piece)
    except OSError as error:
        raise written_badly(error) from None


def written_badly(error: OSError) -> DownloadError:
    """Why a file could not be written here."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DownloadError("disk_full")
    return DownloadError("not_written", why=error.strerror or str(error))


def _answered(error: urllib.error.HTTPError, host: str) -> NoReturn:
    """The server answered, but not with a file."""
    with error:
        if error.code in (301, 302, 303, 307, 308):
            raise DownloadError("in_circles", host=host) from None
        code = {403: "forbidden", 404: "not_found", 407: "proxy", 410: "not_found", 429: "busy"}
        name = "server" if error.code >= 500 else code.get(error.code, "refused")
        raise DownloadError(name, host=host, status=str(error.code)) from None


def _failed(error: Exception, host: str, limits: Limits) -> NoReturn:
    """Nothing, or only a part, came over the network."""
    reason = getattr(error, "reason", None)
    cause = reason if isinstance(reason, Exception) else error
    if isinstance(cause, TimeoutError):
        raise DownloadError("silent", host=host, seconds=limits.silence_s) from None
    if isinstance(cause, socket.gaierror):
        raise DownloadError("no_name", host=host) from None
    if isinstance(cause, ssl.SSLError):
        raise DownloadError("certificate", host=host) from None
    if isinstance(cause, http.client.IncompleteRead):
        raise DownloadError("cut_off", host=host) from None
    if isinstance(cause, ConnectionResetError | http.client.RemoteDisconnected):
        raise DownloadError("cut_off", host=host) from None
    if isinstance(cause, http.client.HTTPException):
        raise DownloadError("not_http", host=host) from None
    raise DownloadError(
        "unreachable", host=host, why=getattr(cause, "strerror", None) or str(cause)
    ) from None
