"""Fetch one address, politely and guardedly: bytes come back, or a ``SourceError`` in plain words.

What is promised: http and https only, at most five redirects, each judged anew; no machine of a private network unless the
reader named it; at most 10 MB, counted while unpacking; 15 seconds in all; passwords go to their own host only and appear in
no message.
"""

from __future__ import annotations

import http
import http.client
import threading
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, urlunsplit

from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from briefreader import __version__
from briefreader.errors import SourceError
from briefreader.sources.address import ascii_host, normal, port_of, split, wire_target
from briefreader.sources.body import CHUNK, unpacked
from briefreader.sources.connection import Clock, Guard, PlainConnection, SecureConnection, tls_context
from briefreader.sources.failures import FetchError, in_words, refusal
from briefreader.sources.headers import basic_authorization, content_type, is_header, kept, seconds_until
from briefreader.sources.places import Place
from briefreader.sources.proxy import judge_behind_proxy, proxy_for
from briefreader.sources.redirects import may_know, origin, redirected

__all__ = ["MAX_BYTES", "SECONDS", "USER_AGENT", "Client", "FetchError", "Response", "fetch"]

SECONDS = 15.0
MAX_BYTES = 10_000_000
LARGE = 1_000_000
MAX_REDIRECTS = 5
USER_AGENT = f"briefreader/{__version__} (a feed reader)"
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"

_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)


@dataclass(frozen=True, slots=True)
class Response:
    """An answer. ``url`` is where it came from in the end; ``moved_to`` that place if every step to it was a permanent one.

    ``body`` is unpacked; ``charset`` is what the server claimed, for whoever decodes to judge; ``retry_after`` is in seconds.
    """

    status: int
    url: str
    body: bytes
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    retry_after: int | None = None
    moved_to: str | None = None

    @property
    def not_modified(self) -> bool:
        return self.status == http.HTTPStatus.NOT_MODIFIED


def fetch(
    address: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    headers: Mapping[str, str] | None = None,
    private: frozenset[Place] = frozenset(),
    seconds: float = SECONDS,
    limit: int = MAX_BYTES,
) -> Response:
    """Fetch one address once. ``headers`` (a token, say) go to the address's own host only. Raises ``SourceError``."""
    with Client(private=private, seconds=seconds, limit=limit) as client:
        return client.get(address, etag=etag, last_modified=last_modified, headers=headers)


class Client:
    """Fetches one address after the other and keeps the connection to the last host open. For one thread at a time."""

    def __init__(
        self,
        *,
        private: frozenset[Place] = frozenset(),
        seconds: float = SECONDS,
        limit: int = MAX_BYTES,
        large: threading.Semaphore | None = None,
    ) -> None:
        """``large`` is asked for a permit before a body grows beyond ``LARGE``; whoever takes the body gives it back."""
        self.holds_permit = False
        self._large = large
        self._private = private
        self._seconds = seconds
        self._limit = limit
        self._connection: PlainConnection | SecureConnection | None = None
        self._leads_to: tuple[str, str, int] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._leads_to = None

    def get(
        self,
        address: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """As ``fetch``."""
        guard = Guard(Clock(self._seconds), self._private)
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        conditional = {name: value for name, value in conditions.items() if value and is_header(value)}
        try:
            return self._follow(address, guard, conditional, dict(headers or {}))
        except SourceError:
            self.close()
            raise
        except (HTTPError, OSError, http.client.HTTPException, UnicodeError, zlib.error, ValueError) as error:
            self.close()
            raise FetchError(in_words(error, self._seconds)) from error

    def _follow(self, address: str, guard: Guard, conditional: dict[str, str], secret: dict[str, str]) -> Response:
        parts = split(normal(address))
        secret |= basic_authorization(parts)
        home = parts
        moved_to, permanent = None, True
        for _ in range(MAX_REDIRECTS + 1):
            reply = self._ask(parts, guard, conditional | (secret if may_know(home, parts) else {}))
            location = reply.headers.get("location")
            if reply.status not in _REDIRECTS or not location:
                return self._read(reply, parts, guard, conditional, moved_to)
            self._hang_up_unless_small(reply)
            permanent = permanent and reply.status in _PERMANENT
            parts = redirected(parts, location, home)
            moved_to = normal(urlunsplit(parts)) if permanent else moved_to
        raise FetchError(f"redirected more than {MAX_REDIRECTS} times")

    # -- one question ----------------------------------------------------------------------------------------------------
    def _ask(self, parts: SplitResult, guard: Guard, headers: dict[str, str]) -> BaseHTTPResponse:
        """Send one GET and give the answer, its body still on the wire. A kept connection that went stale is opened anew."""
        was_open = self._leads_to == origin(parts) and self._connection is not None and self._connection.sock is not None
        try:
            return self._send(parts, guard, headers)
        except (http.client.BadStatusLine, ConnectionError):  # hung up, or left something over from the last answer
            self.close()
            if not was_open:
                raise
            return self._send(parts, guard, headers)

    def _send(self, parts: SplitResult, guard: Guard, headers: dict[str, str]) -> BaseHTTPResponse:
        proxy = proxy_for(parts)
        connection = self._connected(parts, proxy, guard)
        headers = {
            "Host": parts.netloc.rpartition("@")[2],
            "User-Agent": USER_AGENT,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip",
            **headers,
        }
        target = wire_target(parts)
        if proxy is not None and parts.scheme == "http":
            target = f"http://{headers['Host']}{target}"
            headers |= basic_authorization(proxy, "Proxy-Authorization")
        connection.timeout = guard.clock.left()
        connection.request("GET", target, headers=headers, preload_content=False, decode_content=False)
        return connection.getresponse()

    def _connected(self, parts: SplitResult, proxy: SplitResult | None, guard: Guard) -> PlainConnection | SecureConnection:
        """The open connection if it leads there, or a new one."""
        if self._connection is not None and self._leads_to == origin(parts) and self._connection.sock is not None:
            self._connection.sock.clock = guard.clock  # type: ignore[union-attr]  # always one of our own sockets
            return self._connection
        self.close()
        host, port = ascii_host(parts), port_of(parts)
        if proxy is not None:
            judge_behind_proxy(host, port, guard)
        at_host, at_port = (ascii_host(proxy), port_of(proxy)) if proxy is not None else (host, port)
        connection: PlainConnection | SecureConnection
        if parts.scheme == "https":
            connection = SecureConnection(at_host, at_port, ssl_context=tls_context())
            connection.clock = guard.clock
            if proxy is not None:
                connection.set_tunnel(host, port, headers=basic_authorization(proxy, "Proxy-Authorization"))
        else:
            connection = PlainConnection(at_host, at_port)
        connection.open_socket = lambda: guard.connect(at_host, at_port, trusted=proxy is not None)
        self._connection, self._leads_to = connection, origin(parts)
        return connection

    # -- the answer ------------------------------------------------------------------------------------------------------
    def _read(
        self, reply: BaseHTTPResponse, parts: SplitResult, guard: Guard, conditional: dict[str, str], moved_to: str | None
    ) -> Response:
        headers = reply.headers
        retry_after = seconds_until(headers.get("retry-after"), datetime.now(UTC))
        if reply.status == http.HTTPStatus.NOT_MODIFIED and conditional:
            body = b""
            self._hang_up_unless_small(reply)
        elif http.HTTPStatus.OK <= reply.status < http.HTTPStatus.MULTIPLE_CHOICES:
            body = b"".join(self._permitted(unpacked(reply, self._limit), guard))
        else:
            self._hang_up_unless_small(reply)
            raise FetchError(refusal(reply.status), status=reply.status, retry_after=retry_after)
        media_type, charset = content_type(headers.get("content-type"))
        return Response(
            status=reply.status,
            url=urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="")),
            body=body,
            media_type=media_type,
            charset=charset,
            etag=kept(headers.get("etag")),
            last_modified=kept(headers.get("last-modified")),
            retry_after=retry_after,
            moved_to=moved_to,
        )

    def _permitted(self, pieces: Iterator[bytes], guard: Guard) -> Iterator[bytes]:
        """The same pieces, with a permit from where they become a large body."""
        size = 0
        for piece in pieces:
            size += len(piece)
            if self._large is not None and size > LARGE and not self.holds_permit:
                if not self._large.acquire(timeout=guard.clock.left()):
                    raise TimeoutError
                self.holds_permit = True
            yield piece

    def _hang_up_unless_small(self, reply: BaseHTTPResponse) -> None:
        """Read a short rest so that the connection can be used again; otherwise close it."""
        length = reply.headers.get("content-length", "")
        if reply.status == http.HTTPStatus.NOT_MODIFIED or (length.isdecimal() and int(length[:9]) <= CHUNK):
            reply.read(CHUNK, decode_content=False)
        else:
            self.close()
