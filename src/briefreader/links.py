"""Which addresses may be a link, and what a person must see of one before following it."""

from __future__ import annotations

import re
from ipaddress import IPv6Address
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from briefreader.safety import clean_text

# What may stand in an address but could end or change a Markdown or HTML link around it.
_TO_ENCODE = re.compile(r"""[\s"'()<>\[\]\\^`{|}]""")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.?")
_CONFUSING = re.compile(r"""[\s\\"'()<>^`{|}]""")


def web_address(url: str | None) -> str | None:
    """Give ``url`` fit to be opened or to stand in a link, or ``None`` unless it is http or https with a plain host.

    Characters that could end a link are percent-encoded; an address that browsers and programs would read differently is none.
    """
    parts = None if url is None else _split(url)
    if parts is None:
        return None
    rest = urlunsplit(("", "", parts.path, parts.query, parts.fragment))
    return f"{parts.scheme}://{parts.netloc}{_TO_ENCODE.sub(lambda match: quote(match[0], safe=''), rest)}"


def shown_host(url: str | None) -> str:
    """Give the host that a link really leads to, with a warning where the address looks like another; ``""`` for no link.

    An international name is followed by its ASCII form, so that a look-alike letter shows; user information is named.
    """
    parts = None if url is None else _split(url)
    if parts is None or parts.hostname is None:
        return ""
    in_ascii, in_letters = _both_forms(parts.hostname)
    host = in_ascii if in_ascii == in_letters else f"{in_letters} ({in_ascii})"
    return f"{host} (the address carries a user name)" if "@" in parts.netloc else host


def _split(url: str) -> SplitResult | None:
    """The parts of an http or https address with a plain host and, if any, a port that is a number."""
    url = url.strip()
    if clean_text(url) != url or "\n" in url or "\t" in url:
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host is None or _CONFUSING.search(parts.netloc):
        return None
    return parts if _HOST.fullmatch(host) or _is_ip_6(host) else None


def _is_ip_6(host: str) -> bool:
    try:
        return bool(IPv6Address(host))
    except ValueError:
        return False


def _both_forms(host: str) -> tuple[str, str]:
    """A host's name as the wire has it (punycode) and as a person would write it."""
    try:
        in_ascii = host.encode("idna").decode("ascii")
        return in_ascii, in_ascii.encode("ascii").decode("idna")
    except UnicodeError:
        return host.encode("ascii", "backslashreplace").decode("ascii"), host
