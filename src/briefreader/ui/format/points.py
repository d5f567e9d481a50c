"""The key points of a story, and the evidence: each sentence that something rests on, and who said it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from briefreader.model import Story
from briefreader.ui.format.cells import wrap_pieces
from briefreader.ui.format.citations import Citations
from briefreader.ui.format.lines import Line, Piece, line
from briefreader.ui.format.moments import clock


def point_lines(story: Story, citations: Citations, width: int, *, waiting: bool = False) -> list[Line]:
    """Give the key points, numbered, each with the number of its sentence and how many outlets say it."""
    lines: list[Line] = []
    for number, (text, sentence, sources) in enumerate(_points(story), start=1):
        citation = citations.get(sentence)
        pieces = [Piece(text)]
        if citation:
            pieces.append(Piece(f" [{citation.number}]", "cite"))
        if sources > 1:
            pieces.append(Piece(f" ×{sources}", "muted"))
        lead = f"{number}. "
        lines += wrap_pieces(pieces, width, first=lead, rest=" " * len(lead), target=citation.passage if citation else None)
    return lines or [line(Piece("… waiting to be briefed" if waiting else "No key points found", "muted"))]


def _points(story: Story) -> Iterator[tuple[str, str, int]]:
    if story.key_points:
        yield from ((point.line, point.sentence, point.sources) for point in story.key_points)
        return
    for brief in story.briefs:
        yield from ((point.line, point.sentence, 1) for point in brief.key_points)


def evidence_lines(story: Story, citations: Citations, width: int, now: datetime) -> list[Line]:
    """Give each cited sentence with its paragraph, who said it, and its outlet; each leads to its place."""
    lines: list[Line] = []
    for citation in citations:
        article = story.briefs[citation.passage.article].article
        where = f"¶{citation.paragraph}" if citation.paragraph else "title"
        first = f"[{citation.number}] {where} "
        quoted = [Piece(f"“{citation.passage.sentence}”")]
        lines += wrap_pieces(quoted, width, first=first, rest="    ", target=citation.passage)
        speaker = f"said by {citation.said_by}" if citation.said_by else "stated by the reporter"
        facts = (speaker, article.site, clock(article.published, now) or "undated")
        words = " · ".join(fact for fact in facts if fact)
        rows = wrap_pieces([Piece(words, "muted")], width, first="    ", rest="    ", target=citation.passage)
        lines += [line(*row.pieces, target=row.target, more=True) for row in rows]
    return lines or [line(Piece("No sentence is cited", "muted"))]
