"""A body as it comes over the wire, unpacked and counted."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from urllib3.response import BaseHTTPResponse

from briefreader.safety import one_line
from briefreader.sources.failures import FetchError

CHUNK = 65_536


def unpacked(reply: BaseHTTPResponse, limit: int) -> Iterator[bytes]:
    """The body piece by piece, unpacked if it is gzip. Raises ``SourceError`` once it is larger than ``limit``."""
    coding = reply.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("gzip", "x-gzip", "identity", ""):
        raise FetchError(f"packed in a way that was not asked for ({one_line(coding)[:20]})")
    packed = coding in ("gzip", "x-gzip")
    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
    count = 0
    for piece in reply.stream(CHUNK, decode_content=False):
        rest = piece
        while rest:
            if packed:
                data = decoder.decompress(rest, CHUNK)
                rest = decoder.unconsumed_tail or decoder.unused_data
                if decoder.eof:  # another member may follow; anything else after the end is padding
                    if not rest.startswith(b"\x1f\x8b"):
                        rest = b""
                    decoder = zlib.decompressobj(zlib.MAX_WBITS | 16)
            else:
                data, rest = rest, b""
            count += len(data)
            if count > limit:
                raise FetchError(f"too large: more than {limit / 1_000_000:g} MB")
            yield data
