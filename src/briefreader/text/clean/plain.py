"""Plain text, mostly a web page that somebody saved or pasted, to an article."""

from __future__ import annotations

import re

from briefreader.model import Article, Block, Raw
from briefreader.text.clean.charset import decode
from briefreader.text.clean.envelope import with_envelope


def read_plain(raw: Raw) -> Article:
    """The article of a plain text file."""
    return read_text(raw, decode(raw.content, raw.charset))


def read_text(raw: Raw, text: str) -> Article:
    """The article of a text that came in the envelope ``raw``."""
    paragraphs = [part.strip() for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n"))]
    blocks = tuple(Block("paragraph", part) for part in paragraphs if part)
    return with_envelope(Article(raw.source, blocks), raw)
