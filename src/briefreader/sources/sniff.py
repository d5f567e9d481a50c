"""What some bytes are, by their first few."""

from __future__ import annotations

import codecs
import re
from typing import Literal

Kind = Literal["empty", "html", "xml", "json", "pdf", "mail", "mhtml", "text", "binary"]

_LOOKED_AT = 4_096
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_WIDE_XML = (b"<\0?\0", b"\0<\0?", b"<\0r\0", b"<\0f\0", b"\0<\0r", b"\0<\0f")
_HTML = re.compile(rb"(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|div|p|h1|article|main|table|a)\b", re.I | re.S)
_XML = re.compile(rb"<(?:\?xml|!--|!doctype|[a-z_])", re.I)
_FEED_ROOT = re.compile(rb"<(?:[a-z0-9]{1,20}:)?(?:rss|feed|rdf|channel)[\s>]", re.I)
_MAIL_HEADER = re.compile(
    rb"(?:from|to|subject|date|received|return-path|mime-version|message-id|delivered-to|x-[a-z-]{1,40}|content-type|snapshot-[a-z-]{1,20}): ?\S",
    re.I,
)
_RELATED = re.compile(rb"^content-type:\s*multipart/related|^snapshot-content-location:", re.I | re.M)
_FROM_LINE = re.compile(rb"From \S+ [^\n]{0,200}\r?\n")


def kind_of_content(content: bytes, *, media_type: str | None = None) -> Kind:
    """Say what the content is. The bytes decide; the media type only helps where they do not."""
    start = content[:_LOOKED_AT]
    if start.startswith(_WIDE_MARKS) or start.startswith(_WIDE_XML):
        return kind_of_content(start.replace(b"\0", b"").strip(b"\xff\xfe"), media_type=media_type) if start.strip() else "empty"
    start = start.removeprefix(codecs.BOM_UTF8).lstrip(b" \t\r\n\x0b\x0c")
    if not start:
        return "empty"
    if start.startswith(b"%PDF-"):
        return "pdf"
    if b"\0" in start:
        return "binary"
    if start[:1] in (b"{", b"["):
        return "json"
    if _HTML.match(start) and not _FEED_ROOT.search(start[:1_000]):
        return "html"
    if _XML.match(start):
        return "xml"
    if _MAIL_HEADER.match(_FROM_LINE.sub(b"", start, count=1)):
        return "mhtml" if _RELATED.search(start) else "mail"
    if media_type in ("text/html", "application/xhtml+xml"):
        return "html"
    return "text"
