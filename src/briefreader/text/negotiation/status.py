"""From an article's sentences to where its negotiation stands."""

from __future__ import annotations

from collections.abc import Sequence

from briefreader.model import Article, Negotiation, Sentence
from briefreader.text.negotiation.codebook import Codebook, load_codebook
from briefreader.text.negotiation.reading import read_article
from briefreader.text.negotiation.weighing import tally, votes_of


def negotiation_status(
    article: Article, sentences: Sequence[Sentence], codebook: Codebook | None = None
) -> Negotiation | None:
    """Give the status of the negotiation that the article reports, or ``None`` where it reports none."""
    book = codebook or load_codebook()
    lines = read_article(article, sentences, book)
    votes = votes_of(lines, book)
    core = sum(vote.weight for vote in votes if vote.event.core)
    if core < 2.0:
        return None
    sums = tally(votes)
    if not sums:
        return None
    stages = sorted(sums, key=lambda stage: (-sums[stage], stage))
    stage = stages[0]
    deciding = max((vote for vote in votes if vote.kind.stage == stage), key=lambda vote: vote.weight)
    return Negotiation(
        stage=stage,
        direction=None,
        direction_reason=None,
        confidence=round(sums[stage] / sum(sums.values()), 2),
        alternative=stages[1] if len(stages) > 1 else None,
        summary="",
        evidence=deciding.line.text,
        why=tuple(f"{v.kind.name} {v.weight:.2f} {v.event.status} [{v.event.rule}] {v.line.text[:150]}" for v in sorted(votes, key=lambda v: -v.weight)[:14]) + (f"core={core:.1f}",),
    )
