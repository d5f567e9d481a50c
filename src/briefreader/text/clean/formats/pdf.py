"""PDF of an article: its text layer in reading order, page furniture gone, lines joined to paragraphs."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefreader.errors import SourceError
from briefreader.model import Article, Raw, Removal
from briefreader.text.clean.formats.columns import reading_order
from briefreader.text.clean.pasted.lines import joined
from briefreader.text.clean.pasted.plain import read_text
from briefreader.text.clean.shapes import ends_a_sentence, looks_like_heading

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 60
_EDGE_LINES = 2  # at the top and the bottom of a page, where running heads and page numbers stand
_SHORT = 0.8  # of a full line: a paragraph's last line is shorter, as a rule
_HEADING = 0.9  # of a full line: a heading before a blank line is shorter
_INDENTS = range(2, 9)  # characters that a paragraph's first line may stand further in
_PAGE_NUMBER = re.compile(
    r"^(?:page |seite |p\. ?|[-–] ?)?\d{1,4}(?: ?(?:/|\||of|von|sur|de|из|з) ?\d{1,4})?(?: ?[-–])?$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")


def read_pdf(raw: Raw) -> Article:
    """The article of a PDF. Raises SourceError for a damaged or locked file and for scans without text."""
    pages, removed = _without_running_heads([page.splitlines() for page in _pages(raw.content)])
    lines = [line for page in pages for line in reading_order(page)]
    if not any(map(str.strip, lines)):
        raise SourceError("the PDF holds no text, perhaps it is a scan; run it through text recognition first")
    article = read_text(raw, "\n\n".join(_paragraphs(lines)))
    return replace(article, removed=(*removed, *article.removed))


def _pages(content: bytes) -> list[str]:
    """The text of each page, as it stands on paper."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns about each oddity of a file, on the reader's screen
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("the PDF is locked with a password; save it again without one")
        return [_page_text(page) for page in reader.pages[:_MOST_PAGES]]
    except DependencyError as problem:
        raise SourceError("the PDF is encrypted; save it again without encryption") from problem
    except PyPdfError as problem:
        raise SourceError(f"the PDF cannot be read ({problem}); save it again") from problem


def _page_text(page: PageObject) -> str:
    """A page's text on a grid of characters; the order of the file where that is safer or all that can be had."""
    plain = page.extract_text()
    if not plain.strip() or _RIGHT_TO_LEFT.search(plain):
        return plain
    try:
        laid_out: str = page.extract_text(extraction_mode="layout")
    except Exception:  # its layout mode is young and fails on odd fonts, where the plain one does not
        return plain
    return laid_out if laid_out.strip() else plain


def _without_running_heads(pages: Sequence[list[str]]) -> tuple[list[list[str]], list[Removal]]:
    """The pages without page numbers and without what most pages repeat at their edges; and those lines."""
    edges = Counter(key for page in pages for key in {_edge_key(page[number]) for number in _edge(page)})
    kept: list[list[str]] = []
    removed: list[Removal] = []
    for page in pages:
        gone: dict[int, str] = {}
        for number in _edge(page):
            if _PAGE_NUMBER.match(page[number].strip()):
                gone[number] = "page number"
            elif len(pages) > 1 and edges[_edge_key(page[number])] > len(pages) / 2:
                gone[number] = "running head"
        removed += [Removal(" ".join(page[number].split()), rule) for number, rule in gone.items()]
        kept.append([line for number, line in enumerate(page) if number not in gone])
    return kept, removed


def _edge(page: Sequence[str]) -> list[int]:
    filled = [number for number, line in enumerate(page) if line.strip()]
    return [*filled[:_EDGE_LINES], *filled[_EDGE_LINES:][-_EDGE_LINES:]]


def _edge_key(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.casefold().split()))


def _paragraphs(lines: Sequence[str]) -> list[str]:
    """The lines joined to paragraphs, over columns and pages.

    A paragraph ends with a short line that ends a sentence, before an indented line, and before a gap unless a sentence goes on
    after it. A short line between two ends is a heading, if no small letter follows.
    """
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    full = widths[int(len(widths) * 0.8)]
    apart = _usual_gap(lines)
    paragraphs: list[list[str]] = []
    gap, margin = 0, 0
    opens = True  # whether the line before opened its paragraph
    for row in lines:
        line = " ".join(row.split())
        if not line:
            gap += 1
            continue
        before = paragraphs[-1][-1] if paragraphs else ""
        indent = len(row) - len(row.lstrip())
        heads = opens and looks_like_heading(before)
        is_short = len(before) < _SHORT * full
        ends = ends_a_sentence(before) or (not line[:1].islower() and (heads or len(before) < _HEADING * full))
        is_end = is_short and (ends_a_sentence(before) or (ends and heads))
        is_apart = gap > apart and ends
        is_indented = indent - margin in _INDENTS and ends_a_sentence(before)
        opens = not before or is_end or is_apart or is_indented
        if opens:
            paragraphs.append([line])
        else:
            paragraphs[-1] = joined(paragraphs[-1], line)
        gap, margin = 0, indent
    return ["".join(pieces) for pieces in paragraphs]


def _usual_gap(lines: Sequence[str]) -> int:
    """How many blank rows stand between two lines as a rule: none, or more where the page is set wide."""
    gaps, gap = Counter[int](), 0
    for line in lines:
        if line.strip():
            gaps[gap] += 1
            gap = 0
        else:
            gap += 1
    return gaps.most_common(1)[0][0]
