"""What came in, as it came: kept compressed, and known again by digests."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields
from hashlib import blake2b
from sqlite3 import Connection

from briefreader.errors import LibraryError
from briefreader.model import Raw

_ENVELOPE = tuple(part.name for part in fields(Raw) if part.name != "content")
_QUICKLY = 1
"""zlib's level: a refresh is to be quick."""
_SHORT = 1 << 13
_SHORT_REACH = 13
_LITTLE_MEMORY = 6
"""Most entries are short: zlib takes half the time where it need not prepare for more."""


def raw(connection: Connection, article_id: int) -> Raw:
    """What came in."""
    found = connection.execute("SELECT raw FROM originals WHERE article_id = ?", (article_id,)).fetchone()
    if found is None:
        raise LibraryError("There is no such article in the library (any more).")
    return unpack(found[0])


def entry_key(raw: Raw) -> bytes:
    return digest((raw.id or raw.url or raw.source).encode("utf-8", "surrogatepass"))


def url_key(raw: Raw) -> bytes:
    return digest((raw.url or raw.source).encode("utf-8", "surrogatepass"))


def digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=12).digest()


def pack(raw: Raw) -> bytes:
    """The envelope as one line of JSON, then the content as it came."""
    line = json.dumps({name: value for name in _ENVELOPE if (value := getattr(raw, name))}).encode()
    whole = line + b"\n" + raw.content
    compressor = zlib.compressobj(
        _QUICKLY, wbits=_SHORT_REACH if len(whole) <= _SHORT else zlib.MAX_WBITS, memLevel=_LITTLE_MEMORY
    )
    return compressor.compress(whole) + compressor.flush()


def unpack(body: bytes) -> Raw:
    line, _, content = zlib.decompress(body).partition(b"\n")
    envelope = json.loads(line)
    return Raw(**envelope | {"authors": tuple(envelope.get("authors", ())), "content": content})
