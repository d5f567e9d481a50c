"""Bytes to text, whatever the page claims about its charset.

Order: byte order mark; valid UTF-8 (text in another charset is almost never valid UTF-8 by chance); the header's charset; the
page's own ``meta``; then Windows-1252, as browsers do. Names follow the WHATWG Encoding Standard; any other codec name is
ignored, so that no name can reach a codec that is not one for text.
"""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a label means to a browser, where that is not what Python takes it for.
_LABELS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift-jis": "cp932",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "utf-16": "utf-16-le",
}
_TEXT_CODECS = frozenset(
    ["utf-8", "utf8", "utf-16-le", "utf-16le", "utf-16-be", "utf-16be", "utf-32-le", "utf-32-be", "koi8-r", "koi8-u", "ibm866"]
    + ["gb18030", "euc-jp", "iso-2022-jp", "big5hkscs", "cp932", "cp949", "cp874", "mac_roman", "mac_cyrillic"]
    + [f"windows-{page}" for page in range(1250, 1259)]
    + [f"cp{page}" for page in range(1250, 1259)]
    + [f"iso-8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)]
)
# Codecs whose bytes are valid UTF-8 as well, so that the claim must be believed first.
_LOOKS_LIKE_ASCII = frozenset(["utf-16-le", "utf-16le", "utf-16-be", "utf-16be", "utf-32-le", "utf-32-be", "iso-2022-jp"])
_NOT_ASCII = bytes(range(128, 256))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_META_WITHIN = 4096  # HTML asks for it in the first 1,024 bytes; pages are less careful


def codec(label: str | None) -> str | None:
    """The Python codec for a charset label, or ``None`` if the label names no text charset of the web."""
    name = (label or "").strip().strip("\"'").lower()
    name = _LABELS.get(name, name)
    return name if name in _TEXT_CODECS else None


def decode(content: bytes, declared: str | None = None) -> str:
    """Give the text of ``content``; never raises. ``declared`` is what the transport said."""
    for mark, marked in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(marked, "replace")
    header = codec(declared)
    if header in _LOOKS_LIKE_ASCII or (header is None and _is_wide(content)):
        return content.decode(header or "utf-16-le", "replace")
    found = _META.search(content[:_META_WITHIN])
    meta = codec(found[1].decode("ascii")) if found else None
    claims = [name for name in (header, meta) if name and name not in _LOOKS_LIKE_ASCII]
    mostly_utf8 = _is_mostly_utf8(content)
    for name in ("utf-8", *(claims if not mostly_utf8 else ())):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8" if mostly_utf8 else next(iter(claims), "cp1252"), "replace")


def _is_wide(content: bytes) -> bool:
    head = content[:400]
    return len(head) > 8 and head[1::2].count(0) > len(head) * 0.4


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether many of the non-ASCII bytes are UTF-8 and few are wrong: a page with one pasted line in another charset."""
    sample = content[:200_000]
    wrong = sample.decode("utf-8", "replace").count("\ufffd")
    return wrong * 20 < len(sample) - len(sample.translate(None, _NOT_ASCII))
