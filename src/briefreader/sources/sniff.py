"""What some bytes are, by their first few."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import Literal

Kind = Literal["empty", "html", "xml", "json", "pdf", "mail", "mhtml", "text", "binary"]

_LOOKED_AT = 4_096
_HTML_TYPES = ("text/html", "application/xhtml+xml")
# Byte order marks, and how "<" and "{" look without one; four bytes a character before two.
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    *((sign + b"\0\0\0", "utf-32-le") for sign in (b"<", b"{")),
    *((b"\0\0\0" + sign, "utf-32-be") for sign in (b"<", b"{")),
    *((sign + b"\0", "utf-16-le") for sign in (b"<", b"{")),
    *((b"\0" + sign, "utf-16-be") for sign in (b"<", b"{")),
)
_HTML = re.compile(
    rb"(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|div|p|h1|article|main|table|a)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"<(?:\?xml|!--|!doctype|[a-z_])", re.IGNORECASE)
_FEED_ROOT = re.compile(rb"<(?:[a-z0-9]{1,20}:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_MAIL_HEADER = re.compile(
    rb"(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|content-type"
    rb"|x-[a-z-]{1,40}|snapshot-[a-z-]{1,20}): ?\S",
    re.IGNORECASE,
)
_RELATED = re.compile(rb"^content-type:\s*multipart/related|^snapshot-content-location:", re.IGNORECASE | re.MULTILINE)
_FROM_LINE = re.compile(rb"From \S+ [^\n]{0,200}\r?\n")


def kind_of_content(content: bytes, *, media_type: str | None = None) -> Kind:
    """Say what the content is. The bytes decide; the media type only helps where they do not."""
    start = content[:_LOOKED_AT]
    if wide := wide_codec(start):
        start = start.decode(wide, "ignore").encode("utf-8", "ignore")
    start = start.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n\x0b\x0c")
    return next((kind for kind, is_it in _SIGNS if is_it(start)), "html" if media_type in _HTML_TYPES else "text")


def wide_codec(content: bytes) -> str | None:
    """The codec of a text with two or four bytes for every character, or ``None``."""
    return next((codec for sign, codec in _WIDE if content.startswith(sign)), None)


def _is_html(start: bytes) -> bool:
    return bool(_HTML.match(start)) and not _FEED_ROOT.search(start[:1_000])


def _is_mail(start: bytes) -> bool:
    return bool(_MAIL_HEADER.match(_FROM_LINE.sub(b"", start, count=1)))


_SIGNS: tuple[tuple[Kind, Callable[[bytes], object]], ...] = (
    ("empty", lambda start: not start),
    ("pdf", lambda start: start.startswith(b"%PDF-")),
    ("json", lambda start: start[:1] in (b"{", b"[")),
    ("html", _is_html),
    ("xml", _XML.match),
    ("binary", lambda start: b"\0" in start),
    ("mhtml", lambda start: _is_mail(start) and _RELATED.search(start)),
    ("mail", _is_mail),
)
