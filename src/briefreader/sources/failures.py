"""What can go wrong on the way to a server, in plain words."""

from __future__ import annotations

import http
import http.client
import os
import socket
import ssl
import zlib

from briefreader.errors import SourceError


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


_ADVICE = {
    401: "it wants a name and a password: put them into the address",
    403: "it does not let us in",
    404: "there is nothing at this address (any more)",
    410: "it is gone for good",
    429: "it asks us to come less often",
}


def refusal(status: int) -> str:
    """Say what a server's refusal means."""
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
