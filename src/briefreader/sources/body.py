"""A body as it comes over the wire, unpacked and counted."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from urllib3.response import BaseHTTPResponse

from briefreader.safety import one_line
from briefreader.sources.failures import FetchError

CHUNK = 65_536


def unpacked(reply: BaseHTTPResponse, limit: int) -> Iterator[bytes]:
    """The body piece by piece, unpacked if it is gzip. Raises ``SourceError`` once it is larger than ``limit``."""
    coding = reply.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("gzip", "x-gzip", "identity", ""):
        raise FetchError(f"packed in a way that was not asked for ({one_line(coding)[:20]})")
    pieces = reply.stream(CHUNK, decode_content=False)
    count = 0
    for piece in gunzipped(pieces) if coding in ("gzip", "x-gzip") else pieces:
        count += len(piece)
        if count > limit:
            raise FetchError(f"too large: more than {limit / 1_000_000:g} MB")
        yield piece


def gunzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack gzip in pieces of at most ``CHUNK`` bytes: a kilobyte can hold a megabyte, and we stop when it is too much.

    Several members may follow one another; what else follows is padding. Raises ``SourceError`` if the end is missing.
    """
    decoder: zlib._Decompress | None = _decoder()
    begun = False
    for piece in pieces:
        rest, more, begun = piece, False, True
        while rest or more:
            if decoder is None:
                if not rest.startswith(b"\x1f"):
                    return
                decoder = _decoder()
            data = decoder.decompress(rest, CHUNK)
            yield data
            rest, more = decoder.unconsumed_tail, len(data) == CHUNK
            if decoder.eof:
                rest, more, decoder = decoder.unused_data, False, None
    if begun and decoder is not None:
        raise FetchError("the answer broke off before its end")


def _decoder() -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS | 16)
