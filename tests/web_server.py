"""A real web server on 127.0.0.1 that does exactly what a test tells it, however rude."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from briefreader.sources.places import Place


@dataclass
class Visit:
    """One request as the server saw it, and the way to answer it."""

    path: str
    headers: dict[str, str]
    connection: socket.socket
    stopped: threading.Event
    keep_open: bool = True

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def drip(self, data: bytes, pause: float) -> None:
        """Send a byte at a time."""
        for byte in data:
            if self.stopped.wait(pause):
                return
            self.send(bytes([byte]))

    def hang(self) -> None:
        """Say nothing more until the test is over."""
        self.stopped.wait(30)
        self.keep_open = False


Page = Callable[[Visit], None]


def answer(body: bytes = b"", status: int = 200, **headers: str) -> Page:
    """An ordinary answer. Header names are written with ``_`` for ``-``."""

    def page(visit: Visit) -> None:
        lines = [f"HTTP/1.1 {status} Whatever", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
        if not any(name.lower() in ("content_length", "transfer_encoding") for name in headers):
            lines.append(f"Content-Length: {len(body)}")
        visit.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    return page


def redirect(to: str, status: int = 302) -> Page:
    return answer(status=status, Location=to)


def raw(data: bytes) -> Page:
    """Exactly these bytes, then the end of the connection."""

    def page(visit: Visit) -> None:
        visit.send(data)
        visit.keep_open = False

    return page


@dataclass
class WebServer:
    """``pages`` by path; every request is kept in ``visits``."""

    host: str
    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    visits: list[Visit] = field(default_factory=list)
    most_at_once: int = 0
    scheme: str = "http"

    def url(self, path: str = "/") -> str:
        return f"{self.scheme}://{self.host}:{self.port}{path}"

    @property
    def place(self) -> Place:
        return self.host, self.port

    @property
    def private(self) -> frozenset[Place]:
        """The permission that a reader gives who adds this server as a source."""
        return frozenset({self.place})


class _Talk(socketserver.StreamRequestHandler):
    """One connection: requests are read and answered until one side has enough."""

    site: ClassVar[WebServer]
    stopped: ClassVar[threading.Event]
    counting: ClassVar[threading.Lock]
    open_now: ClassVar[list[int]]

    def handle(self) -> None:
        with self.counting:
            self.open_now[0] += 1
            self.site.most_at_once = max(self.site.most_at_once, self.open_now[0])
        try:
            with contextlib.suppress(OSError):
                while self._answer_one():
                    pass
        finally:
            with self.counting:
                self.open_now[0] -= 1

    def _answer_one(self) -> bool:
        request = self.rfile.readline().decode("latin-1").split()
        if not request:
            return False
        headers = {}
        while line := self.rfile.readline().decode("latin-1").strip():
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        visit = Visit(request[1], headers, self.connection, self.stopped)
        self.site.visits.append(visit)
        self.site.pages.get(request[1], answer(b"not here", status=404))(visit)
        return visit.keep_open


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 100


@contextlib.contextmanager
def running_server(host: str = "127.0.0.1", certificate: Path | None = None) -> Iterator[WebServer]:
    """A server that lives as long as the block; with a certificate it speaks https."""
    site, stopped = WebServer(host, 0, scheme="https" if certificate else "http"), threading.Event()
    handler = type("Talk", (_Talk,), {"site": site, "stopped": stopped, "counting": threading.Lock(), "open_now": [0]})
    with _Server((host, 0), handler) as server:
        site.port = server.server_address[1]
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            stopped.set()
            server.shutdown()
            thread.join()
