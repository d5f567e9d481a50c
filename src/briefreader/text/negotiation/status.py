"""From an article's sentences to where its negotiation stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from briefreader.model import Article, Negotiation, Party, Sentence, Stage
from briefreader.text.negotiation.codebook import Codebook, load_codebook


@cache
def _patterns() -> tuple[tuple[Stage, re.Pattern[str]], ...]:
    stages = load_codebook().tables["stages"]
    return tuple((stage, re.compile(r"\b(?:" + "|".join(words) + r")\b", re.I)) for stage, words in stages.items())


def negotiation_status(
    article: Article, sentences: Sequence[Sentence], codebook: Codebook | None = None
) -> Negotiation | None:
    """Give the status of the negotiation that the article reports, or ``None`` where it reports none."""
    codebook = codebook or load_codebook()
    texts = [text for text in (article.title, article.standfirst) if text] + [sentence.text for sentence in sentences]
    topic = re.compile(r"\b(?:" + codebook.tables["topic"]["words"] + r")\b", re.I)
    if sum(bool(topic.search(text)) for text in texts) < 2:
        return None
    votes: Counter[Stage] = Counter()
    evidence: dict[Stage, str] = {}
    for position, text in enumerate(texts):
        for stage, pattern in _patterns():
            if pattern.search(text):
                votes[stage] += 100 // (position + 2)
                evidence.setdefault(stage, text)
    if not votes:
        return None
    stage, weight = votes.most_common(1)[0]
    parties = []
    for name, words in codebook.tables["actors"].items():
        mentions = re.findall(r"\b(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", "\n".join(texts))
        if mentions:
            parties.append((len(mentions), Party(name)))
    parties.sort(key=lambda pair: -pair[0])
    named = tuple(party for _, party in parties[:2])
    who = " and ".join(party.name for party in named)
    return Negotiation(
        stage=stage,
        direction=None,
        direction_reason=None,
        confidence=round(weight / sum(votes.values()), 2),
        alternative=None,
        summary=f"{who}: {evidence[stage]}" if who else evidence[stage],
        evidence=evidence[stage],
        parties=named,
    )
