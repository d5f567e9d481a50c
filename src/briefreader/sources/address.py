"""What a source's address is: a feed on the web, a folder, a file or a glob; how it is written; and how it may be shown."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from briefreader.errors import SourceError
from briefreader.safety import one_line

SourceKind = Literal["feed", "folder", "file", "glob"]

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_HOST_FIRST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#]|$)|localhost(?::\d{1,5})?(?:[/?#]|$)")
_USER_INFO = re.compile(r"(?<=://)[^\s/?#]*@")
_GLOB_SIGNS = re.compile(r"[*?\[]")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_MAX_LENGTH = 8_192


def is_web(address: str) -> bool:
    """Say whether the address is one for the web, not a path."""
    return bool(_WEB.match(address))


def kind_of(address: str) -> SourceKind:
    """Say what an address that a person typed is. A path that exists is never taken for a pattern or a host."""
    if is_web(address):
        return "feed"
    if os.path.isdir(_expanded(address)):  # noqa: PTH112 (Path raises where a name is too long, or the machine has no home)
        return "folder"
    if _exists(address):
        return "file"
    return "glob" if _GLOB_SIGNS.search(address) else "file"


def as_typed(address: str) -> str:
    """Give what a person typed as an address that can be kept: ``feed:`` and missing schemes mended, paths made absolute.

    Raises ``SourceError`` for an address of another scheme (``file://``, ``ftp://``) or one that cannot be read.
    """
    address = address.strip()
    if not address:
        raise SourceError("an empty address")
    address = re.sub(r"^feed:(//)?(?=https?:)", "", address, flags=re.IGNORECASE)
    address = re.sub(r"^feed://", "https://", address, flags=re.IGNORECASE)
    if is_web(address):
        return normal(address)
    if _exists(address):
        return str(Path(_expanded(address)).absolute())
    if "://" in address:
        raise SourceError(f"{mask(address)}: only http and https addresses can be fetched")
    if _HOST_FIRST.match(address) and not _GLOB_SIGNS.search(address.partition("?")[0]):
        return normal("https://" + address)
    return str(Path(_expanded(address)).absolute())


def _expanded(address: str) -> str:
    """``~`` is home; another's home the shell has put in already."""
    return os.path.expanduser(address) if address == "~" or address.startswith("~/") else address  # noqa: PTH111 (as above)


def _exists(address: str) -> bool:
    return os.path.exists(_expanded(address))  # noqa: PTH110 (as above)


def split(address: str) -> SplitResult:
    """The parts of an http or https address with a host. Raises ``SourceError`` for anything else."""
    address = address.strip()
    if len(address) > _MAX_LENGTH:
        raise SourceError(f"the address is too long: more than {_MAX_LENGTH} characters")
    if any(ord(character) <= 0x20 or ord(character) == 0x7F for character in address):
        raise SourceError(f"{mask(address)}: an address has no spaces or control characters")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise SourceError(f"{mask(address)} is not a valid address") from None
    if parts.scheme not in _DEFAULT_PORTS:
        raise SourceError(f"{mask(address)}: only http and https addresses can be fetched")
    if not host or "\\" in parts.netloc:
        raise SourceError(f"{mask(address)} is not a valid address: it names no host")
    return parts


def port_of(parts: SplitResult) -> int:
    """The port that an address leads to."""
    return parts.port or _DEFAULT_PORTS[parts.scheme]


def ascii_host(parts: SplitResult) -> str:
    """The host as the wire has it: lower case, an international name in punycode. Raises ``SourceError``."""
    host = (parts.hostname or "").lower()
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise SourceError(f"{one_line(host)} is not a valid host name") from None


def normal(address: str) -> str:
    """The same address in one spelling: host in lower case, no default port, a path, no fragment."""
    parts = split(address)
    host = ascii_host(parts)
    place = f"[{host}]" if ":" in host else host
    if parts.port and parts.port != _DEFAULT_PORTS[parts.scheme]:
        place = f"{place}:{parts.port}"
    user_info, at, _ = parts.netloc.rpartition("@")
    return urlunsplit((parts.scheme, user_info + at + place, parts.path or "/", parts.query, ""))


def wire_target(parts: SplitResult) -> str:
    """Path and query as they go over the wire."""
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    target = target if target.startswith("/") else "/" + target
    return re.sub(r"[^\x21-\x7e]", lambda match: quote(match[0], safe="", errors="replace"), target)


def mask(text: str) -> str:
    """Give a text on one line with the user name and password of every address in it replaced by ``***``."""
    return _USER_INFO.sub("***@", one_line(text))
