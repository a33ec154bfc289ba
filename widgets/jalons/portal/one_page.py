"""One page on the school's network, and nothing else: no file, no account, no log of who reads.

Knows bytes, an address and a port; what the page says is the business of who gives it.
"""

from __future__ import annotations

import gzip
import socket
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from jalons.portal.address import listen

AT_ONCE = 128  # readers served at the same time; the next waits for its turn to be refused
SILENCE_S = 10  # a reader that says nothing for so long is let go


class OnePage(ThreadingHTTPServer):
    """Serves ``page`` at ``/``.

    Parameters
    ----------
    page : str
        The page, whole.
    ip, port
        Where to listen; a port that is taken gives way to the next free one.

    Raises
    ------
    NoPortError
        No port was free.
    """

    daemon_threads = True

    def __init__(self, page: str, ip: str, port: int) -> None:
        self.page = page.encode()
        self.small = gzip.compress(self.page)
        self._room = threading.BoundedSemaphore(AT_ONCE)
        bound, self.port = listen(port, ip)
        bound.setblocking(True)
        super().__init__((ip, self.port), _Reader, bind_and_activate=False)
        self.socket.close()
        self.socket = bound

    def process_request(self, request: Any, client_address: Any) -> None:
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who leaves half-way is no news."""


class _Reader(BaseHTTPRequestHandler):
    server: OnePage
    server_version, sys_version = "Jalons", ""
    timeout = SILENCE_S
    error_message_format = "%(code)d\n"
    error_content_type = "text/plain; charset=utf-8"

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def _answer(self, with_body: bool) -> None:
        if self.path.partition("?")[0] != "/":
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        small = "gzip" in self.headers.get("Accept-Encoding", "")
        body = self.server.small if small else self.server.page
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if small:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Nobody keeps who read the page."""


def loopback_only(ip: str) -> bool:
    """Whether only this machine can reach an address."""
    return socket.inet_aton(ip)[0] == 127
