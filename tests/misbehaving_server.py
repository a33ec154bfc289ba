"""A web server on loopback that behaves as badly as it is told to."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HTML = b"<!DOCTYPE html><html><body>Service indisponible</body></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Address of a server that answers every request so."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.close_connection = True
            with suppress(OSError):  # the client had enough
                answer(self)

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/fichier.csv"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def unused_address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/fichier.csv"


def head(handler: BaseHTTPRequestHandler, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "text/csv")
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Connection", "close")
    handler.end_headers()


def good(body: bytes) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, Content_Length=str(len(body)))
        handler.wfile.write(body)

    return answer


def unmeasured(body: bytes) -> Answer:
    """No length: the end of the connection is the end of the file."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler)
        handler.wfile.write(body)

    return answer


def cut_short(body: bytes) -> Answer:
    """Announces the whole, sends two thirds."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, Content_Length=str(len(body)))
        handler.wfile.write(body[: len(body) * 2 // 3])

    return answer


def chunked(body: bytes, *, whole: bool = True) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, Transfer_Encoding="chunked")
        for start in range(0, len(body), 1000):
            piece = body[start : start + 1000]
            handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        if whole:
            handler.wfile.write(b"0\r\n\r\n")

    return answer


def zipped(body: bytes, share: float = 1.0) -> Answer:
    data = gzip.compress(body)
    return _encoded(data[: int(len(data) * share)])


def not_zipped(body: bytes) -> Answer:
    return _encoded(body)


def _encoded(data: bytes) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, Content_Encoding="gzip", Content_Length=str(len(data)))
        handler.wfile.write(data)

    return answer


def status(code: int) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, code, Content_Length=str(len(HTML)))
        handler.wfile.write(HTML)

    return answer


def redirect(target: str = "/encore") -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, 302, Location=target, Content_Length="0")

    return answer


def silent(seconds: float) -> Answer:
    """Takes the question and says nothing."""

    def answer(_handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)

    return answer


def drip(body: bytes, pause: float) -> Answer:
    """A few bytes at a time: each piece comes before anyone's patience ends."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, Content_Length=str(len(body)))
        for start in range(0, len(body), 10):
            handler.wfile.write(body[start : start + 10])
            handler.wfile.flush()
            time.sleep(pause)

    return answer


def stops_midway(body: bytes, seconds: float) -> Answer:
    """Sends half, then keeps the line open and says no more."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        head(handler, Content_Length=str(len(body)))
        handler.wfile.write(body[: len(body) // 2])
        handler.wfile.flush()
        time.sleep(seconds)

    return answer


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-OpenSSH_9.2\r\n")


def hangs_up(_handler: BaseHTTPRequestHandler) -> None:
    return
