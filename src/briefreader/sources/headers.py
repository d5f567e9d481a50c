"""The headers of HTTP that mean something to us, read with suspicion."""

from __future__ import annotations

import base64
import email.message
import email.utils
import re
from datetime import UTC, datetime
from urllib.parse import SplitResult, unquote

from briefreader.safety import one_line

MAX_RETRY_AFTER = 24 * 3600

_CHARSET = re.compile(r"[A-Za-z0-9._:-]{1,40}")


def is_header(value: str) -> bool:
    """Say whether a value can be sent as a header, and can forge none."""
    return value.isascii() and value.isprintable()


def kept(value: str | None) -> str | None:
    """A validator worth keeping: short, and one that can be sent back."""
    return value if value and len(value) <= 1_000 and is_header(value) else None


def content_type(header: str | None) -> tuple[str | None, str | None]:
    """The media type and the charset that a server claims."""
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


def basic_authorization(parts: SplitResult, header: str = "Authorization") -> dict[str, str]:
    """The header for the name and password in an address; nothing if there are none."""
    user_info, at, _ = parts.netloc.rpartition("@")
    if not at:
        return {}
    user, _, password = user_info.partition(":")
    return {header: basic_credentials(unquote(user), unquote(password))}


def basic_credentials(user: str, password: str) -> str:
    """A name and a password as HTTP's basic authentication has them (RFC 7617)."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")
