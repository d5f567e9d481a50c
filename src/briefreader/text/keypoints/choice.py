from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Article, KeyPoint, Negotiation, Sentence

_CANDIDATE_BLOCKS = {"paragraph", "list_item", "quote"}


def key_points(
    article: Article, sentences: Sequence[Sentence], negotiation: Negotiation | None, *, points: int = 4
) -> tuple[KeyPoint, ...]:
    """Give at most ``points`` key points in article order."""
    candidates = [
        s for s in sentences if article.blocks[s.block].kind in _CANDIDATE_BLOCKS and len(s.text.split()) >= 8 and not s.text.endswith("?")
    ]
    chosen = candidates[:points]
    return tuple(KeyPoint(s.text, s.text, s.start, s.end, s.block, (("position", 1.0),)) for s in chosen)
