"""Charsets that a server or a file may claim. Python knows many codecs that are none (``rot13``, ``zlib``, ``idna`` …)."""

from __future__ import annotations

import codecs

# Python's names of the encodings that pages on the web are written in (after the WHATWG's Encoding Standard).
_KNOWN = frozenset(
    "ascii utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be cp437 cp850 cp866 cp874 cp932 cp949 cp950 "
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-1 iso8859-2 iso8859-3 iso8859-4 iso8859-5 "
    "iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u "
    "mac-roman mac-cyrillic gb2312 gbk gb18030 big5 big5hkscs euc_jp iso2022_jp shift_jis euc_kr tis-620".split()
)
# What calls itself Latin 1 or ASCII on the web is the superset of Windows.
_REALLY = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}


def known_charset(label: str | None) -> str | None:
    """Give Python's name for a charset, or ``None`` if ``label`` names none that text on the web is written in."""
    if not label or len(label) > 40:
        return None
    try:
        name = codecs.lookup(label.strip().strip("'\"")).name
    except (LookupError, ValueError, UnicodeError):
        return None
    return _REALLY.get(name, name) if name in _KNOWN else None


def decode(content: bytes, *labels: str | None) -> str:
    """Give bytes as text: by their byte order mark, as UTF-8, by the first label that fits, or else as Windows Latin.

    UTF-8 comes before the labels because text that decodes as UTF-8 practically always is, whatever its label says.
    """
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(name, "replace").removeprefix("\ufeff")
    for name in ("utf-8", *filter(None, map(known_charset, labels))):
        try:
            return content.decode(name)
        except (UnicodeError, ValueError):
            continue
    return content.decode("cp1252", "replace")
