"""An article as lines: its head, then its blocks, with the cited sentences numbered and one sentence lit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from briefreader.links import shown_host
from briefreader.model import Article, Block, Brief, PageKind
from briefreader.ui.format.cells import wrap_facts, wrap_pieces
from briefreader.ui.format.citations import Citation
from briefreader.ui.format.lines import EMPTY, Line, Piece, line
from briefreader.ui.format.moments import clock
from briefreader.ui.format.table import table_lines

TEXT_WIDTH = 80
_WORDS_A_MINUTE = 230
_NOT_AN_ARTICLE: dict[PageKind, str] = {
    "index": "This page is a list of articles, not an article.",
    "paywall": "This page ends at a paywall: what could be read stands below.",
    "consent": "This page only asks for consent: the article could not be read. o opens it in the browser.",
    "error": "This page is an error page: the article could not be read. o opens it in the browser.",
}


def article_lines(
    brief: Brief, width: int, now: datetime, *, cited: Sequence[Citation] = (), lit: str | None = None, place: str = ""
) -> list[Line]:
    """Give the whole article in at most 80 cells; ``lit`` is the sentence to light, ``place`` says which of how many it is."""
    article = brief.article
    width = min(width, TEXT_WIDTH)
    marks = _Marks({citation.passage.sentence: citation.number for citation in cited}, lit)
    lines = list(_head(article, width, now, marks, place))
    if article.error:
        return [*lines, *wrap_pieces([Piece(article.error, "warn")], width)]
    if article.kind != "article":
        lines += [*wrap_pieces([Piece(_NOT_AN_ARTICLE[article.kind], "warn")], width), EMPTY]
    previous: Block | None = None
    for block in article.blocks:
        if previous and not (previous.kind == block.kind == "list_item"):
            lines.append(EMPTY)
        lines += _block_lines(block, width, marks)
        previous = block
    return lines


class _Marks:
    """The sentences of an article that are cited, each with its number, and the one that is lit."""

    def __init__(self, numbers: Mapping[str, int], lit: str | None) -> None:
        self._numbers, self._lit = numbers, lit

    def pieces(self, text: str, role: str) -> list[Piece]:
        """The text in pieces: each cited sentence followed by its number, the lit one in its own role."""
        pieces: list[Piece] = []
        offset = 0
        for start, sentence in self._occurrences(text):
            pieces.append(Piece(text[offset:start], role))
            pieces.append(Piece(sentence, "hit" if sentence == self._lit else role))
            if sentence in self._numbers:
                pieces.append(Piece(f"[{self._numbers[sentence]}]", "cite"))
            offset = start + len(sentence)
        return [*pieces, Piece(text[offset:], role)]

    def _occurrences(self, text: str) -> Iterator[tuple[int, str]]:
        """Where the marked sentences stand in ``text``, in order, none inside another."""
        wanted = {*self._numbers, self._lit} if self._lit else set(self._numbers)
        found = sorted((text.find(sentence), sentence) for sentence in wanted if sentence and sentence in text)
        end = 0
        for start, sentence in found:
            if start >= end:
                yield start, sentence
                end = start + len(sentence)


def _head(article: Article, width: int, now: datetime, marks: _Marks, place: str) -> Iterator[Line]:
    yield from wrap_pieces(marks.pieces(article.name, "title"), width)
    yield EMPTY
    words = len(article.text.split())
    facts = [
        place,
        article.site or shown_host(article.url),
        article.byline or ", ".join(article.authors),
        clock(article.published, now) or "undated",
        f"{max(1, round(words / _WORDS_A_MINUTE))} min · {words} words" if words else "",
    ]
    yield from wrap_facts([fact for fact in facts if fact], width, "muted")
    yield EMPTY
    if article.standfirst:
        yield from wrap_pieces(marks.pieces(article.standfirst, "standfirst"), width)
        yield EMPTY


def _block_lines(block: Block, width: int, marks: _Marks) -> list[Line]:
    if block.kind == "table" and block.rows:
        return table_lines(block.rows, width)
    if block.kind == "code":
        return [line(Piece(text, "code")) for text in block.text.split("\n")]
    pieces = marks.pieces(block.text, {"heading": "heading", "quote": "quote", "caption": "muted"}.get(block.kind, ""))
    if block.kind == "list_item":
        indent = "  " * ((block.level or 1) - 1)
        return wrap_pieces(pieces, width, first=f"{indent}• ", rest=f"{indent}  ")
    if block.kind == "quote":
        return wrap_pieces(pieces, width, first="│ ", rest="│ ")
    return wrap_pieces(pieces, width)
