"""Fetch one address, politely and guardedly: bytes come back, or a ``SourceError`` in plain words.

What is promised: http and https only, at most five redirects, each judged anew; no machine of a private network unless the
reader named it; at most 10 MB, counted while unpacking; 15 seconds in all; passwords go to their own host only and appear in
no message.
"""

from __future__ import annotations

import base64
import email.message
import email.utils
import http
import http.client
import os
import re
import socket
import ssl
import threading
import urllib.request
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

from urllib3.exceptions import HTTPError, IncompleteRead
from urllib3.response import BaseHTTPResponse

from briefreader import __version__
from briefreader.errors import SourceError
from briefreader.safety import one_line
from briefreader.sources.address import ascii_host, mask, normal, port_of, split
from briefreader.sources.connection import Clock, Guard, PlainConnection, SecureConnection, tls_context
from briefreader.sources.places import Place, is_private_name

SECONDS = 15.0
MAX_BYTES = 10_000_000
LARGE = 1_000_000
MAX_REDIRECTS = 5
MAX_RETRY_AFTER = 24 * 3600
USER_AGENT = f"briefreader/{__version__} (+https://github.com/briefreader/briefreader)"
ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5"

_CHUNK = 65_536
_CHARSET = re.compile(r"[A-Za-z0-9._:-]{1,40}")
_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)


class FetchError(SourceError):
    """A fetch that failed. ``status`` is the server's answer, if any; ``retry_after`` is in seconds; ``gone`` is a 410."""

    def __init__(self, message: str, *, status: int | None = None, retry_after: int | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after

    @property
    def gone(self) -> bool:
        return self.status == http.HTTPStatus.GONE

    def __reduce__(self) -> tuple[object, ...]:
        return _fetch_error, (str(self), self.status, self.retry_after)


def _fetch_error(message: str, status: int | None, retry_after: int | None) -> FetchError:
    return FetchError(message, status=status, retry_after=retry_after)


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
        conditional = {name: value for name, value in conditions.items() if value and _is_header(value)}
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
        secret |= _basic_authorization(parts)
        home = parts
        moved_to, permanent = None, True
        for _ in range(MAX_REDIRECTS + 1):
            reply = self._ask(parts, guard, conditional | (secret if _may_know(home, parts) else {}))
            location = reply.headers.get("location")
            if reply.status not in _REDIRECTS or not location:
                return self._read(reply, parts, guard, conditional, moved_to)
            self._hang_up_unless_small(reply)
            permanent = permanent and reply.status in _PERMANENT
            parts = _redirected(parts, location, home)
            moved_to = normal(urlunsplit(parts)) if permanent else moved_to
        raise FetchError(f"redirected more than {MAX_REDIRECTS} times")

    # -- one question ----------------------------------------------------------------------------------------------------
    def _ask(self, parts: SplitResult, guard: Guard, headers: dict[str, str]) -> BaseHTTPResponse:
        """Send one GET and give the answer, its body still on the wire. A kept connection that went stale is opened anew."""
        was_open = self._leads_to == _origin(parts) and self._connection is not None and self._connection.sock is not None
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
        target = _ascii_target(parts)
        if proxy is not None and parts.scheme == "http":
            target = f"http://{headers['Host']}{target}"
            headers |= _basic_authorization(proxy, "Proxy-Authorization")
        connection.timeout = guard.clock.left()
        connection.request("GET", target, headers=headers, preload_content=False, decode_content=False)
        return connection.getresponse()

    def _connected(self, parts: SplitResult, proxy: SplitResult | None, guard: Guard) -> PlainConnection | SecureConnection:
        """The open connection if it leads there, or a new one."""
        if self._connection is not None and self._leads_to == _origin(parts) and self._connection.sock is not None:
            self._connection.sock.clock = guard.clock  # type: ignore[union-attr]  # always one of our own sockets
            return self._connection
        self.close()
        host, port = ascii_host(parts), port_of(parts)
        if proxy is not None:
            _judge_behind_proxy(host, port, guard)
        at_host, at_port = (ascii_host(proxy), port_of(proxy)) if proxy is not None else (host, port)
        connection: PlainConnection | SecureConnection
        if parts.scheme == "https":
            connection = SecureConnection(at_host, at_port, ssl_context=tls_context())
            connection.clock = guard.clock
            if proxy is not None:
                connection.set_tunnel(host, port, headers=_basic_authorization(proxy, "Proxy-Authorization"))
        else:
            connection = PlainConnection(at_host, at_port)
        connection.open_socket = lambda: guard.connect(at_host, at_port, trusted=proxy is not None)
        self._connection, self._leads_to = connection, _origin(parts)
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
            body = b"".join(self._permitted(_unpacked(reply, self._limit), guard))
        else:
            self._hang_up_unless_small(reply)
            raise FetchError(_refusal(reply.status), status=reply.status, retry_after=retry_after)
        media_type, charset = _content_type(headers.get("content-type"))
        return Response(
            status=reply.status,
            url=urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="")),
            body=body,
            media_type=media_type,
            charset=charset,
            etag=_kept(headers.get("etag")),
            last_modified=_kept(headers.get("last-modified")),
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
        if reply.status == http.HTTPStatus.NOT_MODIFIED or (length.isdecimal() and int(length[:9]) <= _CHUNK):
            reply.read(_CHUNK, decode_content=False)
        else:
            self.close()


def _unpacked(reply: BaseHTTPResponse, limit: int) -> Iterator[bytes]:
    """The body piece by piece, unpacked if it is gzip. Raises ``SourceError`` once it is larger than ``limit``."""
    coding = reply.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("gzip", "x-gzip", "identity", ""):
        raise FetchError(f"packed in a way that was not asked for ({one_line(coding)[:20]})")
    packed = coding in ("gzip", "x-gzip")
    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
    count = 0
    for piece in reply.stream(_CHUNK, decode_content=False):
        rest = piece
        while rest:
            if packed:
                data = decoder.decompress(rest, _CHUNK)
                rest = decoder.unconsumed_tail or decoder.unused_data
                if decoder.eof:  # another member may follow; anything else after the end is padding
                    if not rest.startswith(b"\x1f\x8b"):
                        rest = b""
                    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
            else:
                data, rest = rest, b""
            count += len(data)
            if count > limit:
                raise FetchError(f"too large: more than {limit / 1_000_000:g} MB")
            yield data


# -- addresses -----------------------------------------------------------------------------------------------------------
def _origin(parts: SplitResult) -> tuple[str, str, int]:
    return parts.scheme, ascii_host(parts), port_of(parts)


def _may_know(home: SplitResult, parts: SplitResult) -> bool:
    """Say whether a place may be told the passwords of another: its own origin, or the same host where http became https."""
    if _origin(home) == _origin(parts):
        return True
    return (home.scheme, parts.scheme, home.port, parts.port) == (
        "http",
        "https",
        None,
        None,
    ) and home.hostname == parts.hostname


def _redirected(parts: SplitResult, location: str, home: SplitResult) -> SplitResult:
    """Where a redirect leads, without any password that it carries, and with that of ``home`` where that may be known."""
    try:
        target = urljoin(urlunsplit(parts), location.strip().encode("latin-1", "replace").decode("utf-8", "replace"))
    except ValueError:
        raise FetchError("redirected to an address that is not valid") from None
    try:
        following = split(normal(target.replace(" ", "%20")))
    except SourceError as error:
        raise FetchError(f"redirected to {error}") from None
    user_info = home.netloc.rpartition("@")[0] if _may_know(home, following) else ""
    place = following.netloc.rpartition("@")[2]
    return following._replace(netloc=f"{user_info}@{place}" if user_info else place)


def _ascii_target(parts: SplitResult) -> str:
    """Path and query as they go over the wire."""
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    target = target if target.startswith("/") else "/" + target
    return re.sub(r"[^\x21-\x7e]", lambda match: quote(match[0], safe="", errors="replace"), target)


def _basic_authorization(parts: SplitResult, header: str = "Authorization") -> dict[str, str]:
    user_info, at, _ = parts.netloc.rpartition("@")
    if not at:
        return {}
    user, _, password = user_info.partition(":")
    pair = f"{unquote(user)}:{unquote(password)}".encode()
    return {header: "Basic " + base64.b64encode(pair).decode("ascii")}


def proxy_for(parts: SplitResult) -> SplitResult | None:
    """The proxy that the environment names for this address (``http_proxy``, ``https_proxy``, ``all_proxy``, ``no_proxy``)."""
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    proxies = urllib.request.getproxies_environment()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or _bypasses_proxy(parts, proxies):
        return None
    proxy_parts = urlsplit(proxy if "://" in proxy else "http://" + proxy)
    try:
        usable = proxy_parts.scheme == "http" and proxy_parts.hostname and (proxy_parts.port or True)
    except ValueError:
        usable = False
    if not usable:
        raise FetchError(f"the proxy {mask(proxy)} in the environment cannot be used: it must be an http:// address")
    return proxy_parts


def _bypasses_proxy(parts: SplitResult, proxies: dict[str, str]) -> bool:
    place = parts.netloc.rpartition("@")[2]
    return bool(urllib.request.proxy_bypass_environment(place, proxies))  # type: ignore[attr-defined]  # typeshed lacks it


def _judge_behind_proxy(host: str, port: int, guard: Guard) -> None:
    """Judge a target as if we connected to it. Where only the proxy can look names up, the name alone is judged."""
    try:
        guard.allowed(host, port)
    except OSError:
        if is_private_name(host) and (host, port) not in guard.private:
            raise FetchError(f"refused: {host} is a name of a private network") from None


# -- headers -------------------------------------------------------------------------------------------------------------
def _is_header(value: str) -> bool:
    return value.isascii() and value.isprintable()


def _kept(value: str | None) -> str | None:
    """A validator worth keeping: short, and one that can be sent back."""
    return value if value and len(value) <= 1_000 and _is_header(value) else None


def _content_type(header: str | None) -> tuple[str | None, str | None]:
    if not header:
        return None, None
    message = email.message.Message()
    message["content-type"] = one_line(header)[:500]
    charset = message.get_param("charset")
    bare = message.get_content_type() if "/" in header else None
    return bare, charset if isinstance(charset, str) and _CHARSET.fullmatch(charset) else None


def seconds_until(retry_after: str | None, now: datetime) -> int | None:
    """Read ``Retry-After``, seconds or a date, as seconds from now, 0 to 24 hours; ``None`` if it is neither."""
    if not retry_after:
        return None
    value = retry_after.strip()
    if value.isdecimal() and value.isascii():
        return min(int(value[:9]), MAX_RETRY_AFTER)
    try:
        moment = email.utils.parsedate_to_datetime(value)
        wait = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return int(min(max(wait.total_seconds(), 0), MAX_RETRY_AFTER))


# -- words ---------------------------------------------------------------------------------------------------------------
_ADVICE = {
    401: "it wants a name and a password: put them into the address",
    403: "it does not let us in",
    404: "there is nothing at this address (any more)",
    410: "it is gone for good",
    429: "it asks us to come less often",
}


def _refusal(status: int) -> str:
    try:
        phrase = f" {http.HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    advice = f": {_ADVICE[status]}" if status in _ADVICE else ""
    return f"the server answered {status}{phrase}{advice}"


# The first kind that fits says it, so the special ones stand before the general.
_PLAIN_WORDS: tuple[tuple[type[BaseException], str], ...] = (
    (ssl.SSLCertVerificationError, "the server's certificate is not trusted"),
    (TimeoutError, "timed out after {seconds:g} s"),
    (ConnectionRefusedError, "connection refused by host"),
    (http.client.RemoteDisconnected, "the server closed the connection without an answer"),
    (ConnectionError, "the connection broke off"),
    (ssl.SSLError, "no secure connection could be made"),
    (socket.gaierror, "no such host, or no network"),
    (zlib.error, "the gzip data is damaged"),
    (http.client.IncompleteRead, "the answer broke off before its end"),
    (IncompleteRead, "the answer broke off before its end"),
)


def in_words(error: BaseException, seconds: float) -> str:
    """Say in plain words what went wrong on the way: the words for the innermost cause that has some."""
    cause: BaseException | None = error
    while cause is not None:
        for kind, words in _PLAIN_WORDS:
            if isinstance(cause, kind):
                return words.format(seconds=seconds)
        if isinstance(cause, OSError) and cause.errno is not None:
            return f"no connection: {os.strerror(cause.errno)}"
        cause = cause.__cause__ or cause.__context__
    return f"the answer is not proper HTTP ({type(error).__name__})"
