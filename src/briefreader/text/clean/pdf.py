"""PDF of an article: its text layer, page furniture gone, lines joined to paragraphs and hyphenation undone."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter

from briefreader.errors import SourceError
from briefreader.model import Article, Raw
from briefreader.text.clean.plain import read_text
from briefreader.text.clean.shapes import ends_a_sentence

_MOST_PAGES = 60
_EDGE_LINES = 2  # at the top and the bottom of a page, where running heads and page numbers stand
_SHORT = 0.8  # of a full line: a paragraph's last line is shorter, as a rule
_PAGE_NUMBER = re.compile(r"^(?:page |seite |- ?)?\d{1,4}(?: ?(?:/|of|von|sur) ?\d{1,4})?(?: ?-)?$", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def read_pdf(raw: Raw) -> Article:
    """The article of a PDF. Raises SourceError for a damaged or locked file and for scans without text."""
    pages = [[line.strip() for line in page.splitlines() if line.strip()] for page in _pages(raw.content)]
    if not any(pages):
        raise SourceError("the PDF holds no text, perhaps it is a scan; run it through text recognition first")
    return read_text(raw, "\n\n".join(_paragraphs(_without_running_heads(pages))))


def _pages(content: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns about each oddity of a file, on the reader's screen
    try:
        reader = PdfReader(io.BytesIO(content))
        return [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
    except PyPdfError as problem:
        raise SourceError(f"the PDF cannot be read ({problem}); save it again") from problem


def _without_running_heads(pages: list[list[str]]) -> list[str]:
    """The lines of all pages without page numbers and without what most pages repeat at their edges."""
    edges = Counter(_edge_key(line) for page in pages for line in {*page[:_EDGE_LINES], *page[-_EDGE_LINES:]})
    lines: list[str] = []
    for page in pages:
        for number, line in enumerate(page):
            at_edge = number < _EDGE_LINES or number >= len(page) - _EDGE_LINES
            repeated = len(pages) > 1 and edges[_edge_key(line)] > len(pages) / 2
            if not (at_edge and (repeated or _PAGE_NUMBER.match(line))):
                lines.append(line)
    return lines


def _edge_key(line: str) -> str:
    return _DIGITS.sub("#", line.casefold())


def _paragraphs(lines: list[str]) -> list[str]:
    """The lines joined: a paragraph ends with a short line that ends a sentence; a short line between two is a heading."""
    full = sorted(map(len, lines))[int(len(lines) * 0.8)] if lines else 0
    paragraphs: list[list[str]] = []
    ended = True
    for line in lines:
        is_short = len(line) < _SHORT * full
        if ended:
            paragraphs.append([line])
        elif paragraphs[-1][-1].endswith("-") and line[:1].islower():
            paragraphs[-1][-1] = paragraphs[-1][-1][:-1]
            paragraphs[-1].append(line)
        else:
            paragraphs[-1] += [" ", line]
        ended = is_short and (ends_a_sentence(line) or (ended and not line.endswith("-")))
    return ["".join(pieces) for pieces in paragraphs]
