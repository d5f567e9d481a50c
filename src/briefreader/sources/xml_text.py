"""XML before it is parsed: in UTF-8, and without the characters that XML forbids and documents contain all the same."""

from __future__ import annotations

import codecs
import re

from briefreader.sources.sniff import wide_codec

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
_DECLARATION = re.compile(rb"\A\s*(?:<\?xml\s[^>]{0,500}\?>\s*)?")
_REFERENCE = re.compile(rb"&#(?:[xX]([0-9A-Fa-f]{1,20})|([0-9]{1,20}));?")
_WHITE_SPACE = frozenset(b"\t\n\r")
_CONTROLS = bytes(set(range(32)) - _WHITE_SPACE)


def as_utf8(content: bytes, charset: str | None = None) -> bytes:
    """A document in UTF-8, without control characters and without its declaration. ``charset`` is what the server said."""
    wide = wide_codec(content)
    try:
        content = content.decode(wide, "ignore").encode("utf-8", "ignore") if wide else content.decode("utf-8").encode()
    except UnicodeDecodeError:
        from briefreader.text.clean.charset import decode

        declared = _DECLARED.match(content[:1_000])
        labels = (charset, declared[1].decode("ascii") if declared else None)
        believable = (label for label in labels if label and not label.lower().startswith(("utf-16", "utf-32")))
        content = decode(content, next(believable, None)).encode("utf-8", "ignore")
    return _DECLARATION.sub(b"", content.translate(None, _CONTROLS).removeprefix(codecs.BOM_UTF8), count=1)


def without_forbidden_references(content: bytes) -> bytes:
    """The same without references to control characters, surrogates and what is no character (``&#27;``, ``&#xd800;``)."""
    return _REFERENCE.sub(_allowed, content)


def _allowed(reference: re.Match[bytes]) -> bytes:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    fits = code in _WHITE_SPACE or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF
    return reference[0] if fits else b""
