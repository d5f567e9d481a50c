"""Web addresses as a page writes them, made absolute; anything but http and https is none."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_LONGEST = 2000


def web_address(written: str | None, base: str | None = None) -> str | None:
    """Give ``written`` as an absolute http(s) address, resolved against ``base``, or ``None``."""
    text = (written or "").strip()
    if not text or len(text) > _LONGEST or any(character <= " " or character in '<>"\\' for character in text):
        return None
    try:
        address = urljoin(base or "", text)
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def host(address: str | None) -> str | None:
    """The host of an address without ``www.``, or ``None``."""
    try:
        name = urlsplit(address or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None
