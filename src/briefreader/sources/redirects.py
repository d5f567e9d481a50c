"""Where a redirect leads, and what may be told there."""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlunsplit

from briefreader.errors import SourceError
from briefreader.sources.address import ascii_host, normal, port_of, split
from briefreader.sources.failures import FetchError


def origin(parts: SplitResult) -> tuple[str, str, int]:
    """Scheme, host and port."""
    return parts.scheme, ascii_host(parts), port_of(parts)


def may_know(home: SplitResult, parts: SplitResult) -> bool:
    """Say whether a place may be told the passwords of another: its own origin, or the same host where http became https."""
    same_host_made_secure = home.hostname == parts.hostname and (home.scheme, parts.scheme) == ("http", "https")
    return origin(home) == origin(parts) or (same_host_made_secure and home.port is None and parts.port is None)


def redirected(parts: SplitResult, location: str, home: SplitResult) -> SplitResult:
    """Where a redirect leads, without any password that it carries, and with that of ``home`` where that may be known."""
    try:
        target = urljoin(urlunsplit(parts), location.strip().encode("latin-1", "replace").decode("utf-8", "replace"))
    except ValueError:
        raise FetchError("redirected to an address that is not valid") from None
    try:
        following = split(normal(target.replace(" ", "%20")))
    except SourceError as error:
        raise FetchError(f"redirected to {error}") from None
    user_info = home.netloc.rpartition("@")[0] if may_know(home, following) else ""
    place = following.netloc.rpartition("@")[2]
    return following._replace(netloc=f"{user_info}@{place}" if user_info else place)
