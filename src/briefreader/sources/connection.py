"""Connections that keep two promises: they reach no machine they may not reach, and they end when their time is up.

urllib3 speaks HTTP and TLS; the socket below it is ours. It is connected to an address that was judged (not to a name that
could mean another machine a moment later), and before every read its timeout is set to what is left of the whole fetch, so
that a server that sends a byte a second gets no more time than one that sends nothing.
"""

from __future__ import annotations

import functools
import queue
import socket
import ssl
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection

from briefreader.errors import SourceError
from briefreader.sources.places import ANY_PORT, Place, is_global

Addresses = list[tuple[int, Any]]
"""Family and socket address of each machine that a name stands for."""


class Clock:
    """The time that one fetch has, from its first connection to its last byte."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left. Raises ``TimeoutError`` when there are none."""
        left = self._end - monotonic()
        if left <= 0:
            raise TimeoutError
        return left


class _ClockedSocket(socket.socket):
    clock: Clock

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(self.clock.left())
        return super().recv_into(*args, **kwargs)


class _ClockedTLSSocket(ssl.SSLSocket):
    clock: Clock

    def recv_into(self, *args: Any, **kwargs: Any) -> int:
        self.settimeout(self.clock.left())
        return super().recv_into(*args, **kwargs)


@functools.cache
def tls_context() -> ssl.SSLContext:
    """The system's certificates, checked as every browser does. Loaded once, when the first https address comes."""
    context = ssl.create_default_context()
    context.sslsocket_class = _ClockedTLSSocket
    return context


class Guard:
    """What the connections of one fetch are held to: the time left, and the private places that may be reached."""

    def __init__(self, clock: Clock, private: frozenset[Place]) -> None:
        self.clock = clock
        self.private = private

    def connect(self, host: str, port: int, *, trusted: bool = False) -> socket.socket:
        """Open a socket to the first machine behind ``host`` that may be reached and answers. ``trusted``: a proxy of ours."""
        addresses = self.allowed(host, port) if not trusted else look_up(host, port, self.clock)
        failure: OSError | None = None
        for tried, (family, address) in enumerate(addresses):
            sock = _ClockedSocket(family, socket.SOCK_STREAM)
            try:
                sock.clock = self.clock
                sock.settimeout(self.clock.left() / (len(addresses) - tried))
                sock.connect(address)
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                sock.close()
                failure = error
            else:
                return sock
        raise failure or OSError("no address")

    def allowed(self, host: str, port: int) -> Addresses:
        """The addresses behind ``host`` that may be reached. Raises ``SourceError`` when none may."""
        addresses = look_up(host, port, self.clock)
        if (host.lower(), port) in self.private or (host.lower(), ANY_PORT) in self.private:
            return addresses
        public = [(family, address) for family, address in addresses if is_global(address[0])]
        if not public:
            raise SourceError(
                f"refused: {host} is at a private address ({addresses[0][1][0]}), which only a source that you added yourself "
                "may use; to allow it, put the host into private_hosts in the configuration"
            )
        return public


def look_up(host: str, port: int, clock: Clock) -> Addresses:
    """Ask the resolver, which knows no time limit of its own, for no longer than the clock allows."""
    try:
        return _addresses(host, port, socket.AI_NUMERICHOST)
    except socket.gaierror:
        pass
    answer: queue.SimpleQueue[Addresses | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(_addresses(host, port, 0))
        except Exception as error:
            answer.put(error)

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    try:
        found = answer.get(timeout=clock.left())
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, Exception):
        raise found
    return found


def _addresses(host: str, port: int, flags: int) -> Addresses:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=flags)
    return [(family, address) for family, _, _, _, address in found if family in (socket.AF_INET, socket.AF_INET6)]


class PlainConnection(HTTPConnection):
    """An http connection under guard."""

    open_socket: Callable[[], socket.socket]

    def _new_conn(self) -> socket.socket:
        return self.open_socket()


class SecureConnection(HTTPSConnection):
    """An https connection under guard."""

    open_socket: Callable[[], socket.socket]
    clock: Clock

    def _new_conn(self) -> socket.socket:
        sock = self.open_socket()
        sock.settimeout(self.clock.left())  # the handshake as a whole has what is left
        return sock

    def connect(self) -> None:
        super().connect()
        assert isinstance(self.sock, _ClockedTLSSocket)
        self.sock.clock = self.clock
