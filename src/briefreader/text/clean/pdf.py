"""PDF of an article: its text layer, lines joined to paragraphs, hyphenation undone, page furniture gone."""

from __future__ import annotations

import io
import logging

from briefreader.errors import SourceError
from briefreader.model import Article, Raw
from briefreader.text.clean.plain import read_text

_MOST_PAGES = 60


def read_pdf(raw: Raw) -> Article:
    """The article of a PDF. Raises SourceError for a damaged or locked file and for scans without text."""
    pages = _pages(raw.content)
    text = "\n\n".join(pages)
    if not text.strip():
        raise SourceError("the PDF holds no text, perhaps it is a scan; run it through text recognition first")
    return read_text(raw, text)


def _pages(content: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns about each oddity of a file, on the reader's screen

    try:
        reader = PdfReader(io.BytesIO(content))
        return [page.extract_text() for page in reader.pages[:_MOST_PAGES]]
    except PyPdfError as problem:
        raise SourceError(f"the PDF cannot be read ({problem}); save it again") from problem
