"""Addresses and ports of this machine. Knows no server and no word."""

from __future__ import annotations

import errno
import socket

TRIES = 50
_TAKEN = {errno.EADDRINUSE, errno.EACCES, getattr(errno, "WSAEACCES", errno.EACCES)}


class NoPortError(OSError):
    """No port was free between ``first`` and ``last``."""

    def __init__(self, first: int, last: int) -> None:
        super().__init__(f"no free port between {first} and {last}")
        self.first, self.last = first, last


def listen(port: int, ip: str, tries: int = TRIES) -> tuple[socket.socket, int]:
    """Bind the first free port from ``port`` on; return the socket and the port.

    Raises
    ------
    NoPortError
        None of ``tries`` ports could be bound.
    """
    last = min(port + tries - 1, 65535) if port else 0
    for candidate in range(port, last + 1):
        try:
            bound = socket.create_server((ip, candidate), backlog=128)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
        else:
            bound.setblocking(False)
            return bound, int(bound.getsockname()[1])
    raise NoPortError(port, last)


def lan_ip() -> str:
    """Return the address others on the network reach this machine by (no packet is sent)."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Connecting a datagram socket only asks the routing table; the address is reserved
            # for documentation and never contacted.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return _by_name()


def _by_name() -> str:
    try:
        return socket.gethostbyname(socket.gethostname())
    except OSError:
        return "127.0.0.1"
